//! What happens on the estate of the demonstration, as a list of acts in the order of time. Must not know the desk.
use super::staff::Who;
use crate::model::clock::Time;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, SecondsFormat, TimeDelta, Timelike};
use fastrand::Rng;
use serde_json::{Map, Value};

/// Fields of an action: names and what a person would have typed.
pub(super) type Fields<'a> = &'a [(&'static str, &'a str)];

/// Which record an act is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum On {
    /// No case.
    Nothing,
    /// A case by its place in the script; the act that meets it first opens it.
    Case(usize),
    /// The same, and the complaint that is made of it takes the second place.
    Both(usize, usize),
    /// The review of a day.
    Day(NaiveDate),
    /// The review of the week that begins on this Monday.
    Week(NaiveDate),
}

/// One action, by whom and when.
#[derive(Clone, Debug)]
pub(super) struct Act {
    pub at: Time,
    pub by: String,
    pub on: On,
    pub action: Map<String, Value>,
    /// A field that takes the number of another case, by its place in the script.
    pub with: Option<(&'static str, usize)>,
}

/// All acts, and how many cases they are about.
#[derive(Debug, Default)]
pub(super) struct Script {
    pub acts: Vec<Act>,
    pub cases: usize,
}

impl Script {
    /// A place for one more case.
    pub fn case(&mut self) -> usize {
        self.cases += 1;
        self.cases - 1
    }

    /// The acts in the order of time; of one moment, in the order in which they were written.
    pub fn sorted(mut self) -> Script {
        self.acts.sort_by_key(|act| act.at);
        self
    }
}

/// The action of a name with its fields.
pub(super) fn action(name: &str, fields: Fields<'_>) -> Map<String, Value> {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    let typed = fields.map(|(field, value)| ((*field).to_owned(), Value::from(*value)));
    [("do".to_owned(), Value::from(name))].into_iter().chain(typed).collect()
}

/// A time as an action carries it.
pub(super) fn stamp(at: Time) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// Local hours and days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours {
    pub zone: FixedOffset,
}

impl Hours {
    pub fn local(self, at: Time) -> DateTime<FixedOffset> {
        at.with_timezone(&self.zone)
    }

    pub fn hour(self, at: Time) -> u32 {
        self.local(at).hour()
    }

    pub fn date(self, at: Time) -> NaiveDate {
        self.local(at).date_naive()
    }

    pub fn day_number(self, at: Time) -> i32 {
        self.date(at).num_days_from_ce()
    }

    /// So many minutes after local midnight of a day.
    pub fn on(self, day: NaiveDate, minutes: i64) -> Time {
        let midnight =
            day.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::seconds(self.zone.local_minus_utc().into());
        midnight + TimeDelta::minutes(minutes)
    }

    /// The same moment if the offices are open (08:30 to 18:30), else soon after they open.
    pub fn open(self, at: Time, rng: &mut Rng) -> Time {
        let day = self.date(at);
        let minutes = (at - self.on(day, 0)).num_minutes();
        let opening = 510 + rng.i64(5..50);
        match minutes {
            ..510 => self.on(day, opening),
            510..1110 => at,
            _ => self.on(day, 24 * 60 + opening),
        }
    }
}

/// A case as it runs its course: each act some time after the one before.
pub(super) struct Thread<'a> {
    pub rng: &'a mut Rng,
    pub hours: Hours,
    pub at: Time,
    pub case: usize,
    pub acts: Vec<Act>,
}

impl Thread<'_> {
    /// Lets about so many minutes go by, whatever the hour.
    pub fn wait(&mut self, minutes: std::ops::Range<i64>) -> &mut Self {
        self.at += TimeDelta::seconds(self.rng.i64(minutes.start * 60..minutes.end * 60));
        self
    }

    /// The same, and then until the offices are open.
    pub fn wait_open(&mut self, minutes: std::ops::Range<i64>) -> &mut Self {
        self.wait(minutes);
        self.at = self.hours.open(self.at, self.rng);
        self
    }

    /// Somebody does something now.
    pub fn act(&mut self, who: Who, name: &str, fields: Fields<'_>) {
        self.act_on(On::Case(self.case), who, name, fields);
    }

    /// The same on a record that is named.
    pub fn act_on(&mut self, on: On, who: Who, name: &str, fields: Fields<'_>) {
        let by = who.login(self.at, self.hours).to_owned();
        self.acts.push(Act { at: self.at, by, on, action: action(name, fields), with: None });
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.rng.usize(..of.len())]
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, hundredths: u32) -> bool {
        self.rng.u32(..100) < hundredths
    }
}
