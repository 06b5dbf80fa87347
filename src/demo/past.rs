//! The thirteen weeks before today, day by day: what came to the desk and ended again, and the reviews of it.
//! Must not know the desk; what would not have ended by now is left out, since the present has scenes of its own.
mod complaints;
mod ledgers;
mod loans;
mod orders;
mod receptions;
mod services;

use super::cabinet::Cabinet;
use super::estate::Person;
use super::script::{Act, Hours, On, Script, Thread, action};
use super::staff::Who;
use crate::model::clock::Time;
use chrono::{Datelike, Days, NaiveDate};
use fastrand::Rng;

/// Whole weeks of the past.
const WEEKS: u64 = 13;

/// The past that is being made up.
pub(super) struct Past<'a> {
    pub script: &'a mut Script,
    pub people: &'a [Person],
    pub rng: &'a mut Rng,
    pub hours: Hours,
    pub now: Time,
    pub cabinet: &'a mut Cabinet,
}

/// The Monday on which it begins.
pub(super) fn first_day(now: Time, hours: Hours) -> NaiveDate {
    let today = hours.date(now);
    monday_of(today) - Days::new(7 * WEEKS)
}

/// The Monday of a day's week.
pub(super) fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

impl Past<'_> {
    /// Everything that came, and every review.
    pub fn play(&mut self) {
        let today = self.hours.date(self.now);
        let mut day = first_day(self.now, self.hours);
        while day <= today {
            // Two short matters in the morning: no day of the register is empty.
            for minutes in [self.rng.i64(450..540), self.rng.i64(540..660)] {
                self.reception(day, minutes, true);
            }
            for _ in 0..self.rng.u32(3..8) {
                let minutes = self.some_time();
                self.reception(day, minutes, false);
            }
            for _ in 0..self.rng.u32(1..4) {
                let minutes = self.some_time();
                self.complaint(day, minutes);
            }
            self.working_registers(day);
            self.reviews(day);
            day = day + Days::new(1);
        }
    }

    /// Mostly by day, sometimes in the evening, seldom at night.
    fn some_time(&mut self) -> i64 {
        match self.rng.u32(..100) {
            0..6 => self.rng.i64(0..420),
            6..75 => self.rng.i64(480..1080),
            _ => self.rng.i64(1080..1380),
        }
    }

    /// Begins a case of somebody of the estate.
    fn thread(&mut self, at: Time) -> (Thread<'_>, Person) {
        let person = self.people[self.rng.usize(..self.people.len())].clone();
        let case = self.script.case();
        (Thread { rng: &mut *self.rng, hours: self.hours, at, case, acts: Vec::new() }, person)
    }

    /// Takes a case over if it has ended by now.
    fn keep(&mut self, acts: Vec<Act>) {
        if acts.last().is_some_and(|last| last.at < self.now) {
            self.script.acts.extend(acts);
        }
    }

    fn reception(&mut self, day: NaiveDate, minutes: i64, short: bool) {
        let at = self.hours.on(day, minutes);
        let second = self.script.case();
        let (mut thread, person) = self.thread(at);
        receptions::reception(&mut thread, &person, short, second);
        let acts = thread.acts;
        self.keep(acts);
    }

    fn complaint(&mut self, day: NaiveDate, minutes: i64) {
        let at = self.hours.on(day, minutes);
        let (mut thread, person) = self.thread(at);
        complaints::complaint(&mut thread, &person);
        let acts = thread.acts;
        self.keep(acts);
    }

    /// Work orders, loans of keys, calls to households; now and then an emergency, a special service, a visit, a
    /// pass, a reminder.
    fn working_registers(&mut self, day: NaiveDate) {
        for _ in 0..self.rng.u32(2..6) {
            let minutes = self.some_time();
            self.course(day, minutes, orders::order);
        }
        if self.rng.u32(..100) < 12 {
            let minutes = self.some_time();
            self.course(day, minutes, orders::emergency);
        }
        if self.rng.u32(..100) < 30 {
            let minutes = self.rng.i64(520..1000);
            self.course(day, minutes, services::service);
        }
        if self.rng.u32(..100) < 40 {
            let minutes = self.rng.i64(520..1000);
            self.course(day, minutes, services::visit);
        }
        if self.rng.u32(..100) < 20 {
            let minutes = self.rng.i64(520..1000);
            self.course(day, minutes, services::activity);
        }
        if day.num_days_from_ce() % 2 == 0 {
            self.course(day, 560, ledgers::pass);
        }
        if day.num_days_from_ce() % ledgers::EVERY == 0 {
            self.course(day, 600, ledgers::reminder);
        }
        // The round of this month has come further than those before it ever did.
        let this_month = self.hours.date(self.now).format("%Y%m").to_string() == day.format("%Y%m").to_string();
        for place in 0..if this_month { 25 } else { 3 } {
            self.course(day, 580 + 12 * place, services::household);
        }
        self.loans(day);
    }

    /// A case of somebody of the estate that runs its course; `second` is the place of what may come of it.
    fn course(&mut self, day: NaiveDate, minutes: i64, run: fn(&mut Thread<'_>, &Person, usize)) {
        let at = self.hours.on(day, minutes);
        let second = self.script.case();
        let (mut thread, person) = self.thread(at);
        run(&mut thread, &person, second);
        let acts = thread.acts;
        self.keep(acts);
    }

    /// Keys go out in the morning and come back in the evening, most of them.
    fn loans(&mut self, day: NaiveDate) {
        for _ in 0..self.rng.u32(1..4) {
            let at = self.hours.on(day, self.rng.i64(500..1000));
            let Some(key) = self.cabinet.free(self.rng, at) else { continue };
            let mut thread = Thread { rng: &mut *self.rng, hours: self.hours, at, case: key.case, acts: Vec::new() };
            loans::loan(&mut thread, key);
            let (acts, back) = (std::mem::take(&mut thread.acts), thread.at);
            if back < self.now {
                self.cabinet.taken(key, back);
                self.script.acts.extend(acts);
            }
        }
    }

    /// The supervisor looks through the day on the next one, now and then too late; the manager through the week
    /// on Monday. The last two days and the last week still wait.
    fn reviews(&mut self, day: NaiveDate) {
        let today = self.hours.date(self.now);
        if day + Days::new(2) < today {
            let late = u64::from(self.rng.u32(..100) < 7);
            let at = self.hours.on(day + Days::new(1 + late), self.rng.i64(520..1050));
            let notes =
                ["", "已阅", "记录完整", "两条漏填联系电话，已提醒补齐", "转派及时", "夜班记录过简，请写清处理经过"];
            let note = notes[self.rng.usize(..notes.len())];
            self.sign(On::Day(day), Who::Supervisor, at, note);
        }
        let is_sunday = day == monday_of(day) + Days::new(6);
        if is_sunday && day + Days::new(7) < today {
            let late = if self.rng.u32(..100) < 12 { 1 } else { 0 };
            let at = self.hours.on(day + Days::new(1 + late), self.rng.i64(540..1020));
            let notes = ["同意", "本周重复报修偏多，请工程汇总", "投诉转派有两条超时，周会说明", ""];
            let note = notes[self.rng.usize(..notes.len())];
            self.sign(On::Week(monday_of(day)), Who::Manager, at, note);
        }
    }

    fn sign(&mut self, on: On, who: Who, at: Time, note: &str) {
        if at < self.now {
            let by = who.login(at, self.hours).to_owned();
            self.script.acts.push(Act { at, by, on, action: action("sign_review", &[("note", note)]), with: None });
        }
    }
}
