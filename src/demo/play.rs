//! Performs a script on the desk: every act at its time, numbers filled in as they are given out.
use super::past::monday_of;
use super::script::{Act, Hours, On, Script};
use crate::desk::answer::Done;
use crate::desk::refusal::Refusal;
use crate::desk::{Batch, Desk};
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// Acts that are committed together.
const TOGETHER: usize = 500;

/// A script being performed.
pub(super) struct Play {
    acts: Vec<Act>,
    numbers: Vec<Option<String>>,
    /// Numbers of the reviews: of a day, and of the week that begins on a Monday.
    days: BTreeMap<NaiveDate, String>,
    weeks: BTreeMap<NaiveDate, String>,
    hours: Hours,
}

impl Play {
    pub fn new(script: Script, hours: Hours) -> Play {
        let numbers = vec![None; script.cases];
        Play { acts: script.acts, numbers, days: BTreeMap::new(), weeks: BTreeMap::new(), hours }
    }

    /// Performs everything; returns how many cases there are then.
    pub fn perform(mut self, desk: &mut Desk, progress: &mut dyn FnMut(usize, usize)) -> Result<usize, Refusal> {
        let acts = std::mem::take(&mut self.acts);
        let total = acts.len();
        let mut done = 0;
        for together in acts.chunks(TOGETHER) {
            let mut batch = desk.batch()?;
            for act in together {
                self.act(&mut batch, act)?;
            }
            batch.commit()?;
            done += together.len();
            progress(done, total);
        }
        Ok(self.numbers.iter().flatten().count())
    }

    fn act(&mut self, batch: &mut Batch<'_>, act: &Act) -> Result<(), Refusal> {
        let mut fields = act.action.clone();
        if let Some(number) = self.number(act.on) {
            fields.insert("number".to_owned(), Value::from(number));
        }
        let opens = fields.get("do").is_some_and(|name| name == "take_reception");
        let done = batch.perform_json(Value::Object(fields), &act.by, act.at)?;
        if opens {
            self.note_reviews(self.hours.date(act.at));
        }
        self.note_numbers(act.on, done);
        Ok(())
    }

    fn number(&self, on: On) -> Option<String> {
        match on {
            On::Nothing => None,
            On::Case(case) | On::Both(case, _) => self.numbers.get(case).cloned().flatten(),
            On::Day(day) => self.days.get(&day).cloned(),
            On::Week(monday) => self.weeks.get(&monday).cloned(),
        }
    }

    fn note_numbers(&mut self, on: On, mut done: Done) {
        if let On::Both(_, second) = on {
            self.numbers[second] = done.linked.pop();
        }
        if let On::Case(case) | On::Both(case, _) = on
            && self.numbers[case].is_none()
        {
            self.numbers[case] = Some(done.number);
        }
    }

    /// The first reception of a day opens the review of the day, then the one of the week if that has none yet.
    fn note_reviews(&mut self, day: NaiveDate) {
        let number = |count: u32| format!("SH-{}-{count:03}", day.format("%Y%m%d"));
        self.days.entry(day).or_insert_with(|| number(1));
        self.weeks.entry(monday_of(day)).or_insert_with(|| number(2));
    }
}
