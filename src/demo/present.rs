//! What is going on at `now`: a table of scenes, so that every look, state and level stands on the screen. Each scene
//! is a case told backwards from now. Must not know the desk.
mod complaints;
mod receptions;

use super::estate::Person;
use super::script::{Act, Fields, Hours, On, Script, action, stamp};
use super::staff::Who;
use crate::model::clock::Time;
use chrono::TimeDelta;
use fastrand::Rng;
use serde_json::Value;

/// One act of a scene: so many minutes before now, who, what. A value `@90` is a time 90 minutes after now, `@-90` one
/// before; `{operator}` is the login of the person at the keyboard.
pub(super) type Beat = (i64, Who, &'static str, Fields<'static>);

/// Whose matter it is.
#[derive(Clone, Copy)]
pub(super) enum Home {
    Anybody,
    /// The same person in all scenes with this number.
    Same(usize),
}

/// A case that is open now, or has just ended.
pub(super) struct Scene {
    pub home: Home,
    pub beats: &'static [Beat],
}

/// Offices are shut at night: what was done longer ago than this is put into the hours before, where that fits.
const LONG_AGO: i64 = 300;

/// Writes all scenes into the script.
pub(super) fn play(script: &mut Script, people: &[Person], rng: &mut Rng, hours: Hours, now: Time, operator: &str) {
    let somebody = |rng: &mut Rng| people[rng.usize(..people.len())].clone();
    let same = [somebody(rng), somebody(rng)];
    for scene in receptions::SCENES.iter().chain(complaints::SCENES).chain(complaints::GRAVE) {
        let person = match scene.home {
            Home::Anybody => somebody(rng),
            Home::Same(which) => same[which % same.len()].clone(),
        };
        let on = On::Both(script.case(), script.case());
        let mut before = None;
        for (minutes, who, name, fields) in scene.beats {
            let at = moment(now, *minutes, *who, before, hours);
            let mut act = action(name, fields);
            for value in act.values_mut() {
                read(value, now, operator);
            }
            if before.is_none() {
                let about = [("unit", &person.unit), ("name", &person.name), ("phone", &person.phone)];
                act.extend(about.map(|(field, value)| (field.to_owned(), Value::from(value.clone()))));
            }
            script.acts.push(Act { at, by: who.login(at, hours).to_owned(), on, action: act });
            before = Some(at);
        }
    }
}

/// When an act of a scene takes place.
fn moment(now: Time, minutes: i64, who: Who, before: Option<Time>, hours: Hours) -> Time {
    let at = now - TimeDelta::minutes(minutes);
    if minutes <= LONG_AGO || matches!(who, Who::Desk | Who::Guard) {
        return at;
    }
    let (day, of_day) = (hours.date(at), (at - hours.on(hours.date(at), 0)).num_minutes());
    let open = match of_day {
        ..510 => hours.on(day, -24 * 60 + 1090),
        510..1110 => at,
        _ => hours.on(day, 1090),
    };
    if before.is_none_or(|before| open > before) { open } else { at }
}

/// Fills in what hangs on now and on who sits at the keyboard.
fn read(value: &mut Value, now: Time, operator: &str) {
    let Some(text) = value.as_str() else { return };
    if let Some(minutes) = text.strip_prefix('@').and_then(|minutes| minutes.parse().ok()) {
        *value = Value::from(stamp(now + TimeDelta::minutes(minutes)));
    } else if text == "{operator}" {
        *value = Value::from(operator);
    }
}
