//! Performs a script on the desk: every act at its time, numbers filled in as they are given out. Must not know what is
//! told in it.
use super::errands::{Errand, Errands};
use super::past::monday_of;
use super::script::{Act, Hours, On, Script};
use crate::desk::answer::Done;
use crate::desk::refusal::Refusal;
use crate::desk::{Batch, Desk};
use crate::model::clock::Time;
use crate::model::reception::ReviewKind;
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A script being performed.
pub(super) struct Play {
    acts: Vec<Act>,
    numbers: Vec<Option<String>>,
    /// Numbers of the reviews: of a day, and of the week that begins on a Monday.
    days: BTreeMap<NaiveDate, String>,
    weeks: BTreeMap<NaiveDate, String>,
    hours: Hours,
    now: Time,
}

impl Play {
    pub fn new(script: Script, hours: Hours, now: Time) -> Play {
        let numbers = vec![None; script.cases];
        Play { acts: script.acts, numbers, days: BTreeMap::new(), weeks: BTreeMap::new(), hours, now }
    }

    /// Performs everything, day by day: what is written, and what is found to be done on the morning of each day.
    pub fn perform(mut self, desk: &mut Desk, progress: &mut dyn FnMut(usize, usize)) -> Result<(), Refusal> {
        let acts = std::mem::take(&mut self.acts);
        let mut errands = Errands::until(self.now, self.hours);
        let (total, mut left) = (acts.len(), acts.as_slice());
        while let Some(first) = left.first() {
            let day = self.hours.date(first.at);
            let (today, rest) = left.split_at(left.partition_point(|act| self.hours.date(act.at) <= day));
            let found = errands.of(desk, day)?;
            self.day(desk, today, found)?;
            errands.hand_over(desk, day)?;
            left = rest;
            progress(total - left.len(), total);
        }
        Ok(())
    }

    fn day(&mut self, desk: &mut Desk, acts: &[Act], errands: Vec<Errand>) -> Result<(), Refusal> {
        let mut batch = desk.batch()?;
        let mut errands = errands.into_iter().peekable();
        for act in acts {
            while let Some(errand) = errands.next_if(|errand| errand.at <= act.at) {
                batch.perform_json(errand.action, errand.by, errand.at)?;
            }
            self.act(&mut batch, act)?;
        }
        for errand in errands {
            batch.perform_json(errand.action, errand.by, errand.at)?;
        }
        batch.commit()
    }

    fn act(&mut self, batch: &mut Batch<'_>, act: &Act) -> Result<(), Refusal> {
        let fields = self.fields(act);
        let opens = fields.get("do").is_some_and(|name| name == "take_reception");
        let done = match batch.perform_json(Value::Object(fields), &act.by, act.at) {
            // Towards the end of a month the stock-taking has opened by itself.
            Err(Refusal::AlreadyThere(number)) => {
                self.note_number(act.on, number);
                return Ok(());
            }
            done => done?,
        };
        if opens {
            self.note_reviews(batch, self.hours.date(act.at))?;
        }
        self.note_numbers(act.on, done);
        Ok(())
    }

    /// The fields of an act with the numbers that are known by now.
    fn fields(&self, act: &Act) -> Map<String, Value> {
        let mut fields = act.action.clone();
        let with = act.with.and_then(|(field, case)| Some((field, self.numbers.get(case)?.clone()?)));
        for (field, number) in self.number(act.on).map(|number| ("number", number)).into_iter().chain(with) {
            fields.insert(field.to_owned(), Value::from(number));
        }
        fields
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
        self.note_number(on, done.number);
    }

    fn note_number(&mut self, on: On, number: String) {
        if let On::Case(case) | On::Both(case, _) = on {
            self.numbers[case].get_or_insert(number);
        }
    }

    /// The first reception of a day opens the review of the day, and that of the week if it has none yet.
    fn note_reviews(&mut self, batch: &Batch<'_>, day: NaiveDate) -> Result<(), Refusal> {
        for (kind, first) in [(ReviewKind::Day, day), (ReviewKind::Week, monday_of(day))] {
            let known = if kind == ReviewKind::Day { &mut self.days } else { &mut self.weeks };
            if let (Entry::Vacant(place), Some(number)) = (known.entry(first), batch.open_review(kind, first)?) {
                place.insert(number);
            }
        }
        Ok(())
    }
}
