//! 登记审核: the supervisor looks through every day of the register, the manager through every week (REC-07); the
//! callbacks of a month are filed by the 10th of the next (CBK-09).
use super::opening::NewCase;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::{Case, Channel, Register};
use crate::model::clock::Milestone;
use crate::model::reception::{Review, ReviewKind};
use crate::model::staff::Role;
use crate::model::step::{SUPERVISION, Step};
use crate::rules::duties::{Facts, Occasion};
use chrono::{Datelike, Days, Months, NaiveDate};

impl Turn<'_, '_> {
    /// Lets the day's and the week's review cover a reception. The first reception of a day opens its review, and
    /// with it the clock: a day that nobody reviews cannot be forgotten. What comes in after a review was signed
    /// opens another one.
    pub fn put_into_reviews(&mut self, reception: &Case) -> Result<(), Refusal> {
        let today = self.today();
        let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
        self.put_into_review(reception, ReviewKind::Day, today, today)?;
        self.put_into_review(reception, ReviewKind::Week, monday, monday + Days::new(6))
    }

    fn put_into_review(
        &mut self,
        reception: &Case,
        kind: ReviewKind,
        first_day: NaiveDate,
        last_day: NaiveDate,
    ) -> Result<(), Refusal> {
        let id = match self.tx.open_review(kind, first_day)? {
            Some(id) => id,
            None => self.open_review(kind, first_day, last_day)?,
        };
        Ok(self.tx.add_reviewed(id, reception.id)?)
    }

    fn open_review(&mut self, kind: ReviewKind, first_day: NaiveDate, last_day: NaiveDate) -> Result<i64, Refusal> {
        let matter = match kind {
            ReviewKind::Day => first_day.to_string(),
            ReviewKind::Week => format!("{first_day} / {last_day}"),
            ReviewKind::Callbacks => first_day.format("%Y-%m").to_string(),
        };
        // A month is filed in the next one, under a number of its own last day.
        let day = if kind == ReviewKind::Callbacks { last_day } else { self.today() };
        let case = self.add_case(&NewCase {
            register: Register::Review,
            unit: None,
            name: None,
            phone: None,
            matter: &matter,
            detail: None,
            channel: Channel::Relayed,
            department: None,
            owner: reviewer(kind),
            harm: false,
            received_at: None,
            wanted_by: None,
            old_number: None,
            day,
        })?;
        let review = Review { kind, first_day, last_day, comment: None, reviewed_by: None, reviewed_at: None };
        self.tx.add_detail(case.id, &review)?;
        let tenth = (kind == ReviewKind::Callbacks).then(|| self.config.calendar.end_of_day(last_day + Days::new(10)));
        self.start_clocks(&case, &Facts::review(kind, tenth), Occasion::Opened, self.now)?;
        Ok(case.id)
    }

    /// The first thing that is done in a month opens the archive of the callbacks of the months before that have none
    /// yet (CBK-09).
    pub fn open_archives(&mut self, month: &str) -> Result<(), Refusal> {
        for month in self.tx.months_to_file(month)? {
            let Ok(first_day) = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d") else { continue };
            self.open_review(ReviewKind::Callbacks, first_day, first_day + Months::new(1) - Days::new(1))?;
        }
        Ok(())
    }

    /// A step on a review: only its reviewer or somebody above signs it; a week has to be over first.
    pub fn review_step(&mut self, case: &mut Case, review: &mut Review, step: &Step) -> Result<(), Refusal> {
        let Step::SignReview { note } = step else { return Ok(()) };
        self.allow(&reviewers(review.kind))?;
        let week_ends = self.config.calendar.end_of_day(review.last_day);
        if review.kind == ReviewKind::Week && self.now < week_ends {
            return Err(Refusal::NotYet(week_ends));
        }
        self.reach(case, Milestone::Review)?;
        review.comment.clone_from(note);
        review.reviewed_by = Some(self.me.login.clone());
        review.reviewed_at = Some(self.now);
        Ok(())
    }
}

/// Its reviewer and those above.
pub(super) fn reviewers(kind: ReviewKind) -> Vec<Role> {
    let needed = reviewer(kind);
    SUPERVISION.iter().copied().filter(|role| *role >= needed).collect()
}

fn reviewer(kind: ReviewKind) -> Role {
    match kind {
        ReviewKind::Day | ReviewKind::Callbacks => Role::Supervisor,
        ReviewKind::Week => Role::Manager,
    }
}
