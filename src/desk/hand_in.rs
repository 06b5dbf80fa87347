//! Handing in the month: its figures and what they are made of, frozen and signed (STA-06). What changes afterwards is a
//! difference; a correction is a further edition.
use super::Desk;
use super::answer::{Done, Edition, Part, Sheet};
use super::month::{bounds, facts};
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use crate::model::case::{Case, State};
use crate::model::clock::{Milestone, Time};
use crate::model::month::{NewHandIn, YearMonth};
use crate::model::reception::{Review, ReviewKind};
use crate::rules::duties::{Facts as Duties, Occasion};
use crate::stats::{Difference, Month, differences};
use crate::store::events::digest;
use crate::store::hand_ins::HandInRow;
use crate::store::{StoreError, StoreResult, Tx};
use chrono::{Datelike, Days, TimeDelta};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// From this day on the first thing done at all opens the month's case, as it opens the month's stock-taking: before it
/// there is little to hand in, and what stands open for a whole month is no longer seen.
const MONTH_END: u32 = 25;

/// A month as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandIn {
    /// 1 for the first, one more for every correction.
    pub edition: u32,
    /// Number of its case.
    pub number: String,
    /// Name typed as signature.
    pub signature: String,
    /// Login of who handed it in.
    pub signed_by: String,
    /// When.
    pub signed_at: Time,
    /// What was said with it.
    pub note: Option<String>,
    /// The figures and lists as they stood.
    pub month: Month,
}

impl Desk {
    /// What was handed in of a month, the newest edition first.
    ///
    /// # Errors
    /// The file.
    pub fn hand_ins(&self, month: YearMonth) -> StoreResult<Vec<HandIn>> {
        let tx = self.store.read()?;
        tx.hand_ins(month)?.into_iter().map(|row| hand_in(&tx, row)).collect()
    }

    /// What differs now from what was handed in last, with the cases that made it (STA-06). None of a month that was not
    /// handed in, or of which records were removed since: there is nothing left to compare with (SEC-05).
    ///
    /// # Errors
    /// The file.
    pub fn differences(&self, month: YearMonth, now: Time) -> StoreResult<Option<Vec<Difference>>> {
        let Some(last) = self.hand_ins(month)?.into_iter().next() else { return Ok(None) };
        if self.removed_in(month)? > 0 {
            return Ok(None);
        }
        Ok(Some(differences(&last.month, &self.month(month, now)?)))
    }

    /// Lets the case in which a month was handed in say how many figures are others now. Apart, since that means to work
    /// them all out.
    ///
    /// # Errors
    /// The file.
    pub fn compare(&self, sheet: &mut Sheet, now: Time) -> StoreResult<()> {
        if let Part::Review(Review { kind: ReviewKind::Month, first_day, .. }) = &sheet.part {
            sheet.differing = self.differences(YearMonth::of(*first_day), now)?.map(|all| all.len());
        }
        Ok(())
    }
}

/// A list that an older program wrote in another shape is left out; the figures stand by themselves.
fn hand_in(tx: &Tx<'_>, row: HandInRow) -> StoreResult<HandIn> {
    let unreadable = |error: serde_json::Error| StoreError::Damaged(format!("hand-in of {}: {error}", row.month));
    let month = Month {
        month: row.month,
        as_of: row.signed_at,
        figures: serde_json::from_str(&row.figures).map_err(unreadable)?,
        facts: serde_json::from_str(&row.facts).unwrap_or_default(),
    };
    let number = tx.case(row.case_id)?.map(|case| case.number).unwrap_or_default();
    let HandInRow { edition, signature, signed_by, signed_at, note, .. } = row;
    Ok(HandIn { edition, number, signature, signed_by, signed_at, note, month })
}

/// The editions of a month without their figures, for the case in which it is handed in.
pub(super) fn editions(tx: &Tx<'_>, month: YearMonth) -> StoreResult<Vec<Edition>> {
    let edition = |row: HandInRow| Edition {
        edition: row.edition,
        signature: row.signature,
        signed_by: row.signed_by,
        signed_at: row.signed_at,
        note: row.note,
    };
    Ok(tx.hand_ins(month)?.into_iter().map(edition).collect())
}

impl Turn<'_, '_> {
    /// Opens the case of the month towards its end, so that nobody forgets to hand it in; that of the month before, late
    /// already, where nobody did anything in those last days. Asks one indexed question of the file, and none before.
    pub fn open_hand_in(&mut self) -> Result<(), Refusal> {
        if self.today().day() < MONTH_END {
            return Ok(());
        }
        self.open_hand_in_of(YearMonth::of(self.today()))
    }

    /// The same for the months before, with the first thing done in a month: however long nobody was there. Months in
    /// which only a program was at work that did not ask for them are not missed.
    pub fn open_missed_hand_in(&mut self) -> Result<(), Refusal> {
        let Some(began) = self.tx.asked_since()? else { return Ok(()) };
        let [first, this] = [began, self.now].map(|at| YearMonth::of(self.config.calendar.local_date(at)));
        for month in (1..).map(|back| this.before(back)).take_while(|month| *month >= first) {
            self.open_hand_in_of(month)?;
        }
        Ok(())
    }

    /// A month that was handed in before its last days only is asked for again: most of it was not there yet.
    fn open_hand_in_of(&mut self, month: YearMonth) -> Result<(), Refusal> {
        let calendar = &self.config.calendar;
        let Some((id, signed_at)) = self.tx.hand_in_case(month)? else {
            if !self.tx.has_matters(&bounds(calendar, month))? {
                return Ok(());
            }
            let (case, _) = self.add_hand_in_case(month)?;
            return self.owe_hand_in(&case, month);
        };
        let early = |at| calendar.local_date(at) < month.first_day() + Days::new(u64::from(MONTH_END - 1));
        // What is left of a month of which records were removed cannot be handed in any more (SEC-05).
        if !signed_at.is_some_and(early) || self.tx.removed_from(month)? > 0 {
            return Ok(());
        }
        let Some(mut case) = self.tx.case(id)?.filter(|case| !case.state.is_open()) else { return Ok(()) };
        self.enter(&mut case, State::Accepted);
        self.save_case(&mut case, true)?;
        self.owe_hand_in(&case, month)
    }

    fn add_hand_in_case(&mut self, month: YearMonth) -> Result<(Case, Review), Refusal> {
        self.add_review(ReviewKind::Month, month.first_day(), month.last_day())
    }

    /// Starts its clock. On the 31st, and afterwards, the 30th has gone by: late at once, not due a month later.
    fn owe_hand_in(&mut self, case: &Case, month: YearMonth) -> Result<(), Refusal> {
        let report_day = self.config.calendar.end_of_day(month.report_day());
        let from = self.now.min(report_day - TimeDelta::seconds(1));
        self.start_clocks(case, &Duties::review(ReviewKind::Month, None), Occasion::Opened, from)?;
        Ok(())
    }

    /// Hands a month in; a second time it is a correction, which says why. The case of a month that is over and has none
    /// is made and closed at once, without a clock: nobody was reminded of it.
    pub fn hand_in_month(&mut self, new: &NewHandIn) -> Result<Done, Refusal> {
        let month = new.month;
        let known = self.tx.hand_in_case(month)?.map(|(id, _)| self.tx.case(id)).transpose()?.flatten();
        self.fit_to_hand_in(month)?;
        let (mut case, mut review) = match known {
            Some(case) => {
                let review = self.tx.detail(case.id)?.unwrap_or_else(|| month_review(month));
                (case, review)
            }
            None => {
                let (case, review) = self.add_hand_in_case(month)?;
                if self.now < self.config.calendar.end_of_day(month.report_day()) {
                    self.owe_hand_in(&case, month)?;
                }
                (case, review)
            }
        };
        self.freeze(&mut case, &mut review, &new.signature, new.note.as_deref())?;
        self.enter(&mut case, State::Closed);
        self.tx.set_detail(case.id, &review)?;
        self.save_case(&mut case, true)?;
        self.tx.refresh_queue_times(case.id)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// The same from the queue: whoever signs the case of the month hands it in under the own name.
    pub fn sign_month(&mut self, case: &mut Case, review: &mut Review, note: Option<&str>) -> Result<(), Refusal> {
        self.fit_to_hand_in(YearMonth::of(review.first_day))?;
        let name = self.me.name.clone();
        self.freeze(case, review, &name, note)
    }

    fn fit_to_hand_in(&self, month: YearMonth) -> Result<(), Refusal> {
        let bounds = bounds(&self.config.calendar, month);
        if month > YearMonth::of(self.today()) {
            return Err(Refusal::field("month", FaultWhy::MonthToCome));
        }
        if self.tx.removed_from(month)? > 0 {
            return Err(Refusal::field("month", FaultWhy::MonthRemoved));
        }
        if !self.tx.has_matters(&bounds)? {
            return Err(Refusal::field("month", FaultWhy::EmptyMonth));
        }
        Ok(())
    }

    fn freeze(
        &mut self,
        case: &mut Case,
        review: &mut Review,
        signature: &str,
        note: Option<&str>,
    ) -> Result<(), Refusal> {
        let month = YearMonth::of(review.first_day);
        let edition = self.tx.editions(month)? + 1;
        if edition > 1 && note.is_none() {
            return Err(Refusal::field("note", FaultWhy::CorrectionNeedsIt));
        }
        let frozen = Month::of(month, self.now, facts(self.tx, &bounds(&self.config.calendar, month))?);
        let text =
            |value: Result<String, serde_json::Error>| value.map_err(|error| Refusal::NotAnAction(error.to_string()));
        let mut row = HandInRow {
            month,
            edition,
            case_id: case.id,
            signature: signature.to_owned(),
            signed_by: self.me.login.clone(),
            signed_at: self.now,
            note: note.map(str::to_owned),
            figures: text(serde_json::to_string(&frozen.figures))?,
            facts: text(serde_json::to_string(&frozen.facts))?,
            digest: String::new(),
        };
        row.digest = digest_of(&row);
        self.tx.add_hand_in(&row)?;
        self.with.insert("month".to_owned(), json!(month));
        self.with.insert("edition".to_owned(), json!(edition));
        self.with.insert("digest".to_owned(), json!(row.digest));
        // Nothing runs any more where a month is corrected that was handed in at its end.
        if self.reach(case, Milestone::Report)? || edition == 1 {
            review.comment = row.note;
            review.reviewed_by = Some(row.signed_by);
            review.reviewed_at = Some(self.now);
        }
        Ok(())
    }
}

fn month_review(month: YearMonth) -> Review {
    Review::of(ReviewKind::Month, month.first_day(), month.last_day())
}

fn digest_of(row: &HandInRow) -> String {
    let who = (&row.signature, &row.signed_by, row.signed_at, &row.note);
    digest(&json!([row.month, row.edition, who, row.figures, row.facts]).to_string())
}

/// What was handed in, against the journal: an edition that was edited, added or taken away beside the program is told.
pub(super) fn hand_in_findings(tx: &Tx<'_>) -> StoreResult<Vec<String>> {
    let mut signed: BTreeMap<(String, u64), String> = BTreeMap::new();
    for id in tx.hand_in_cases()? {
        for event in tx.history(id)? {
            let Value::Object(action) = event.action else { continue };
            let of = |name: &str| action.get(name).and_then(Value::as_str);
            let edition = action.get("edition").and_then(Value::as_u64);
            if let (Some(month), Some(edition), Some(digest)) = (of("month"), edition, of("digest")) {
                signed.insert((month.to_owned(), edition), digest.to_owned());
            }
        }
    }
    let mut findings = Vec::new();
    for row in tx.all_hand_ins()? {
        let found = digest_of(&row);
        let named = format!("hand-in of {}, edition {}", row.month, row.edition);
        if signed.remove(&(row.month.to_string(), row.edition.into())) != Some(found) {
            findings.push(format!("{named}: differs from the journal"));
        }
    }
    findings.extend(signed.keys().map(|(month, edition)| format!("hand-in of {month}, edition {edition}: missing")));
    Ok(findings)
}
