//! 登记审核: the supervisor looks through every day of the register, the manager through every week (REC-07); the
//! callbacks of a month are filed by the 10th of the next (CBK-09), its figures handed in by the 30th (STA-06).
use super::action::OpeningKind;
use super::opening::NewCase;
use super::perform::{Batch, Turn};
use super::refusal::{FaultWhy, Refusal};
use crate::model::case::{Case, Channel, Register};
use crate::model::clock::Milestone;
use crate::model::reception::{Review, ReviewKind};
use crate::model::rights::may_open;
use crate::model::staff::Role;
use crate::model::step::{SUPERVISION, Step};
use crate::rules::duties::{Facts, Occasion};
use crate::store::StoreResult;
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
            None => {
                let (case, _) = self.add_review(kind, first_day, last_day)?;
                self.start_clocks(&case, &Facts::review(kind, None), Occasion::Opened, self.now)?;
                case.id
            }
        };
        Ok(self.tx.add_reviewed(id, reception.id)?)
    }

    /// Adds a review; its clock is the caller's to start.
    pub(super) fn add_review(
        &mut self,
        kind: ReviewKind,
        first_day: NaiveDate,
        last_day: NaiveDate,
    ) -> Result<(Case, Review), Refusal> {
        let matter = match kind {
            ReviewKind::Day => first_day.to_string(),
            ReviewKind::Week => format!("{first_day} / {last_day}"),
            ReviewKind::Callbacks | ReviewKind::Month => first_day.format("%Y-%m").to_string(),
        };
        // The callbacks of a month are filed in the next one, under a number of its own last day; a month is handed in
        // before that day has numbers of its own.
        let day = match kind {
            ReviewKind::Day | ReviewKind::Week => self.today(),
            ReviewKind::Callbacks => last_day,
            ReviewKind::Month => first_day,
        };
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
        let review = Review::of(kind, first_day, last_day);
        self.tx.add_detail(case.id, &review)?;
        Ok((case, review))
    }

    /// The first thing that is done in a month opens the archive of the callbacks of the months before that have none
    /// yet (CBK-09).
    pub fn open_archives(&mut self, month: &str) -> Result<(), Refusal> {
        for month in self.tx.months_to_file(month)? {
            let Ok(first_day) = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d") else { continue };
            let kind = ReviewKind::Callbacks;
            let (case, review) = self.add_review(kind, first_day, first_day + Months::new(1) - Days::new(1))?;
            let tenth = self.config.calendar.end_of_day(review.last_day + Days::new(10));
            self.start_clocks(&case, &Facts::review(kind, Some(tenth)), Occasion::Opened, self.now)?;
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
        match review.kind {
            ReviewKind::Month => return self.sign_month(case, review, note.as_deref()),
            ReviewKind::Callbacks => self.file_callbacks(review, note.as_deref())?,
            ReviewKind::Day | ReviewKind::Week => {}
        }
        self.reach(case, Milestone::Review)?;
        review.comment.clone_from(note);
        review.reviewed_by = Some(self.me.login.clone());
        review.reviewed_at = Some(self.now);
        Ok(())
    }

    /// A month of which callbacks are still open is filed with a word why; how many there were of each stays on the
    /// record (CBK-09).
    fn file_callbacks(&mut self, review: &mut Review, note: Option<&str>) -> Result<(), Refusal> {
        let archive = self.tx.archive(&review.first_day.format("%Y-%m").to_string())?;
        if archive.open > 0 && note.is_none() {
            return Err(Refusal::field("note", FaultWhy::CallbacksOpen(archive.open)));
        }
        review.filed = Some(archive.closed);
        review.left_open = Some(archive.open);
        Ok(())
    }
}

impl Batch<'_> {
    /// The number of the review that is open over a day or a week, by its first day.
    ///
    /// # Errors
    /// The file.
    pub fn open_review(&self, kind: ReviewKind, first_day: NaiveDate) -> StoreResult<Option<String>> {
        let tx = self.tx();
        let case = tx.open_review(kind, first_day)?.map(|id| tx.case(id)).transpose()?.flatten();
        Ok(case.map(|case| case.number))
    }
}

/// Its reviewer and those above.
pub(super) fn reviewers(kind: ReviewKind) -> Vec<Role> {
    if kind == ReviewKind::Month {
        return may_open(OpeningKind::HandInMonth.into()).to_vec();
    }
    let needed = reviewer(kind);
    SUPERVISION.iter().copied().filter(|role| *role >= needed).collect()
}

fn reviewer(kind: ReviewKind) -> Role {
    match kind {
        ReviewKind::Day | ReviewKind::Callbacks => Role::Supervisor,
        ReviewKind::Week => Role::Manager,
        ReviewKind::Month => Role::Receptionist,
    }
}
