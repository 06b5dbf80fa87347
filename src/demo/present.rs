//! What is going on at `now`: a table of scenes, so that every look, state and level stands on the screen. Each scene
//! is a case told backwards from now. Must not know the desk.
mod callbacks;
mod complaints;
mod emergencies;
mod keys;
mod ledgers;
mod orders;
mod receptions;
mod services;

use super::cabinet::Cabinet;
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
    /// Nobody's: no person stands on it.
    Nobody,
    /// Nobody's, and callers are hung on it under this number (EMG-07).
    Alarm(usize),
    /// A caller about that emergency.
    Caller(usize),
    /// A key of this kind, by its place in the cabinet.
    Key(&'static str, usize),
}

/// A case that is open now, or has just ended.
pub(super) struct Scene {
    pub home: Home,
    pub beats: &'static [Beat],
}

/// Offices are shut at night: what was done longer ago than this is put into the hours before, where that fits.
const LONG_AGO: i64 = 300;
/// Emergencies on which callers are hung.
const ALARMS: usize = 2;

const SCENES: &[&[Scene]] = &[
    receptions::SCENES,
    complaints::SCENES,
    complaints::GRAVE,
    orders::SCENES,
    emergencies::SCENES,
    keys::SCENES,
    callbacks::SCENES,
    services::SCENES,
    ledgers::SCENES,
];

/// The present that is being made up.
pub(super) struct Present<'a> {
    pub script: &'a mut Script,
    pub people: &'a [Person],
    pub rng: &'a mut Rng,
    pub hours: Hours,
    pub now: Time,
    pub operator: &'a str,
}

impl Present<'_> {
    /// Writes all scenes into the script.
    pub fn play(&mut self, cabinet: &Cabinet) {
        let same = [self.somebody(), self.somebody()];
        let alarms: [usize; ALARMS] = std::array::from_fn(|_| self.script.case());
        for scene in SCENES.iter().copied().flatten() {
            let (on, with, person) = match scene.home {
                Home::Anybody => (self.both(), None, Some(self.somebody())),
                Home::Same(which) => (self.both(), None, Some(same[which % same.len()].clone())),
                Home::Nobody => (self.both(), None, None),
                Home::Alarm(which) => (On::Case(alarms[which % ALARMS]), None, None),
                Home::Caller(which) => (self.both(), Some(("incident", alarms[which % ALARMS])), Some(self.somebody())),
                Home::Key(kind, place) => (On::Case(cabinet.of(kind)[place].case), None, None),
            };
            self.scene(scene, on, with, person);
        }
        self.stocktake();
        self.duties();
    }

    fn somebody(&mut self) -> Person {
        self.people[self.rng.usize(..self.people.len())].clone()
    }

    fn both(&mut self) -> On {
        On::Both(self.script.case(), self.script.case())
    }

    fn scene(&mut self, scene: &Scene, on: On, mut with: Option<(&'static str, usize)>, person: Option<Person>) {
        let mut before = None;
        for (minutes, who, name, fields) in scene.beats {
            let at = moment(self.now, *minutes, *who, before, self.hours);
            let mut act = action(name, fields);
            for value in act.values_mut() {
                read(value, self.now, self.operator);
            }
            if let (None, Some(person)) = (before, &person) {
                let about = [("unit", &person.unit), ("name", &person.name), ("phone", &person.phone)];
                act.extend(about.map(|(field, value)| (field.to_owned(), Value::from(value.clone()))));
            }
            let by = who.login(at, self.hours).to_owned();
            self.script.acts.push(Act { at, by, on, action: act, with: with.take() });
            before = Some(at);
        }
    }

    fn enter(&mut self, minutes: i64, who: Who, on: On, name: &str, fields: Fields<'_>) {
        let at = self.now - TimeDelta::minutes(minutes);
        let by = who.login(at, self.hours).to_owned();
        self.script.acts.push(Act { at, by, on, action: action(name, fields), with: None });
    }

    /// The keys are being counted: some are seen, one is not on its hook (KEY-08).
    fn stocktake(&mut self) {
        let on = On::Case(self.script.case());
        self.enter(95, Who::Desk, on, "begin_stocktake", &[]);
        for place in 0..40_i64 {
            let key = if place < 28 { format!("T{:03}", place + 10) } else { format!("S{:03}", place - 18) };
            let found = if place == 33 { "missing" } else { "seen" };
            self.enter(90 - place, Who::Desk, on, "count_key", &[("key", &key), ("found", found)]);
        }
    }

    /// Who is on duty: some now, one until an hour ago, the others from tomorrow on (DSP-06).
    fn duties(&mut self) {
        let turns: [(&str, i64, i64); 7] = [
            ("qianwei", -180, 300),
            ("tanbin", -60, 420),
            ("fanjie", -240, 240),
            ("duyong", -120, 600),
            ("wangjun", -540, -60),
            ("shilei", 900, 1380),
            ("qinfeng", 1000, 1480),
        ];
        for (login, from, until) in turns {
            let [starts_at, ends_at] = [from, until].map(|minutes| stamp(self.now + TimeDelta::minutes(minutes)));
            let fields = [("login", login), ("starts_at", &starts_at), ("ends_at", &ends_at)];
            self.enter(1500, Who::Supervisor, On::Nothing, "plan_duty", &fields);
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
