//! An estate with a past and a present, so that everything the screens can show is there to be seen and tried. Made
//! through the desk alone, the same for the same seed and time. Must not know of SQL, of terminals, or of what time it is.
mod cabinet;
mod errands;
mod estate;
mod ledger;
mod names;
mod past;
mod play;
mod present;
mod script;
mod staff;
mod words;

use crate::desk::Desk;
use crate::desk::refusal::Refusal;
use crate::model::clock::Time;
use crate::model::queue::Filter;
use cabinet::Cabinet;
use chrono::{Days, TimeDelta, Timelike};
use estate::Estate;
use ledger::Ledger;
use past::Past;
use play::Play;
use script::{Act, Hours, On, Script, action};
use staff::STAFF;

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Summary {
    /// Units with somebody in the archive.
    pub units: usize,
    /// Entries of the archive.
    pub residents: usize,
    /// Members of the staff, the person at the keyboard among them.
    pub staff: usize,
    /// Cases of all registers.
    pub cases: usize,
    /// Actions that were carried out.
    pub actions: usize,
}

/// Fills an empty file with an estate: staff, residents, a quarter of a year of cases, an older ledger before that, and a present in which every
/// look, state and level stands on the screen at `now`. `operator` is the login of the person at the keyboard, who
/// becomes manager. `progress` hears from time to time how many of how many actions are done.
///
/// # Errors
/// Whatever the desk refuses: a fault of the demonstration, unless the settings differ from the shipped ones.
pub fn make(
    desk: &mut Desk,
    seed: u64,
    now: Time,
    operator: &str,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Summary, Refusal> {
    let now = now.with_nanosecond(0).unwrap_or(now);
    let hours = Hours { zone: desk.config.calendar.zone };
    let mut rng = fastrand::Rng::with_seed(seed);
    // The archive is entered on the Sunday before the first week.
    let begin = hours.on(past::first_day(now, hours) - Days::new(1), 9 * 60);
    let estate = estate::estate(&mut rng);
    let mut script = Script::default();
    staff_entries(&mut script, operator, begin);
    archive_entries(&mut script, &estate, begin + TimeDelta::hours(1));
    let mut cabinet = Cabinet::hung(&mut script, &estate.people, begin + TimeDelta::hours(4));
    let (people, first) = (estate.people.as_slice(), past::first_day(now, hours));
    // Dice of its own: what comes after it stays as it is.
    let dice = &mut fastrand::Rng::with_seed(seed.wrapping_add(1));
    Ledger { script: &mut script, people, rng: dice, hours }.bring_in(first, begin + TimeDelta::hours(5));
    Past { script: &mut script, people: &estate.people, rng: &mut rng, hours, now, cabinet: &mut cabinet }.play();
    present::Present { script: &mut script, people: &estate.people, rng: &mut rng, hours, now, operator }
        .play(&cabinet);
    let script = script.sorted();
    let mut summary = Summary {
        units: estate.units,
        residents: estate.entries.len(),
        staff: STAFF.len() + usize::from(!STAFF.iter().any(|(login, ..)| *login == operator)),
        actions: script.acts.len(),
        cases: 0,
    };
    desk.first_start(operator, begin)?;
    Play::new(script, hours, now).perform(desk, progress)?;
    summary.cases = desk.queue_length(&Filter { past: true, ..Filter::default() }, now)? as usize;
    Ok(summary)
}

/// Everybody who works here; who sits at the keyboard is there already and only gets the name.
fn staff_entries(script: &mut Script, operator: &str, begin: Time) {
    for (at, (login, name, role, department, skills)) in STAFF.iter().enumerate() {
        let here = *login == operator;
        let mut fields = vec![("login", *login), ("name", *name)];
        if !here {
            fields.push(("role", role.into()));
            fields.push(("department", department.map_or("", Into::into)));
            fields.push(("skills", *skills));
        }
        let entry = action(if here { "change_staff" } else { "add_staff" }, &fields);
        let at = begin + TimeDelta::minutes(at as i64 + 1);
        script.enter(at, operator, entry);
    }
}

fn archive_entries(script: &mut Script, estate: &Estate, begin: Time) {
    for (at, entry) in estate.entries.iter().enumerate() {
        script.enter(begin + TimeDelta::seconds(2 * at as i64), "zhangmin", entry.clone());
    }
}

impl Script {
    /// An act that is about no case.
    fn enter(&mut self, at: Time, by: &str, action: serde_json::Map<String, serde_json::Value>) {
        self.acts.push(Act { at, by: by.to_owned(), on: On::Nothing, action, with: None });
    }
}
