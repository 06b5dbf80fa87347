//! The eleven months before the first week, as they came out of an older ledger: complaints and work orders that are
//! history, so that a month has months before it and the same month of the year before (STA-07). Must not know the desk.
use super::estate::Person;
use super::script::{Fields, Hours, Script, action, stamp};
use super::staff::technicians;
use super::words::{GRIEVANCES, JOBS, fill};
use crate::model::clock::Time;
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use fastrand::Rng;

/// Months of it.
const MONTHS: u32 = 11;

/// The older ledger, from its first day to the day before the program came.
pub(super) struct Ledger<'a> {
    pub script: &'a mut Script,
    pub people: &'a [Person],
    pub rng: &'a mut Rng,
    pub hours: Hours,
}

impl Ledger<'_> {
    /// Brings it in at `at`, on the day before `until`, line after line; since then what comes comes to the desk itself.
    pub fn bring_in(&mut self, until: NaiveDate, at: Time) {
        let first = until.checked_sub_months(Months::new(MONTHS)).unwrap_or(until);
        for day in first.iter_days().take_while(|day| *day + Days::new(1) < until) {
            // Wet months bring more.
            let wet = u32::from((5..=8).contains(&day.month()));
            for _ in 0..self.rng.u32(1..3 + wet) {
                self.complaint(day, at);
            }
            for _ in 0..self.rng.u32(1..4 + wet) {
                self.order(day, at);
            }
        }
    }

    fn complaint(&mut self, day: NaiveDate, at: Time) {
        let about = &GRIEVANCES[self.rng.usize(..GRIEVANCES.len())];
        let place = about.places[self.rng.usize(..about.places.len())];
        let matter = fill(about.matters[self.rng.usize(..about.matters.len())], place, self.rng);
        let received = self.hours.on(day, self.rng.i64(480..1260));
        let replied = at.min(received + TimeDelta::minutes(self.rng.i64(60..6_000)));
        let severity = if self.rng.u32(..100) < 85 { "minor" } else { "important" };
        let fields = [
            ("category", about.category),
            ("severity", severity),
            ("matter", matter.as_str()),
            ("replied_at", &stamp(replied)),
            ("reply", about.result),
        ];
        self.line("import_complaint", "T", received, at, &fields);
    }

    fn order(&mut self, day: NaiveDate, at: Time) {
        let job = &JOBS[self.rng.usize(..JOBS.len())];
        let doers = technicians(job.department);
        let received = self.hours.on(day, self.rng.i64(480..1200));
        let arrived = received + TimeDelta::minutes(self.rng.i64(15..240));
        let finished = at.min(arrived + TimeDelta::minutes(self.rng.i64(20..1_500)));
        let fields = [
            ("job", job.job),
            ("matter", job.matters[self.rng.usize(..job.matters.len())]),
            ("done_by", doers[self.rng.usize(..doers.len())]),
            ("arrived_at", &stamp(arrived)),
            ("finished_at", &stamp(finished)),
            ("result", job.result),
        ];
        self.line("import_work_order", "B", received, at, &fields);
    }

    /// A line of somebody of the estate, under the next number of its ledger.
    fn line(&mut self, name: &str, ledger: &str, received: Time, at: Time, fields: Fields<'_>) {
        let person = &self.people[self.rng.usize(..self.people.len())];
        let number = format!("{ledger}{}", self.script.acts.len());
        let received = stamp(received);
        let who = [
            ("old_number", number.as_str()),
            ("received_at", &received),
            ("unit", &person.unit),
            ("name", &person.name),
        ];
        self.script.enter(at, "zhouhui", action(name, &[who.as_slice(), fields].concat()));
    }
}
