//! 钥匙盘点: every key counted at month end, and reported by the 30th (KEY-08). What was found is a mark on the line of the key.
use super::action::CaseRef;
use super::answer::Done;
use super::entries::Line;
use super::house_key::counts;
use super::opening::NewCase;
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::steps::{need, something};
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::Milestone;
use crate::model::entry::{Entry, EntryKind};
use crate::model::house_key::{CabinetKey, Found};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::model::stocktake::{Stocktake, mark, unmark};
use crate::rules::duties::{Facts, Occasion};
use chrono::{Datelike, TimeDelta};

/// From this day on the first thing done at all opens the month's stock-taking.
const MONTH_END: u32 = 25;

impl Turn<'_, '_> {
    /// Begins the month's stock-taking, if it is not there yet.
    pub fn begin_stocktake(&mut self) -> Result<Done, Refusal> {
        let month = self.month();
        if let Some(known) = self.tx.stocktake_of(&month)? {
            return Err(Refusal::AlreadyThere(known.number));
        }
        something(self.tx.has_keys()?)?;
        let case = self.open_stocktake(month)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Opens the month's stock-taking by itself towards the end of the month, so that nobody forgets it, also where no
    /// key moves in these days (KEY-08). Asks nothing of the file before that.
    pub fn open_month_end(&mut self) -> Result<(), Refusal> {
        if self.today().day() < MONTH_END {
            return Ok(());
        }
        let month = self.month();
        if self.tx.stocktake_of(&month)?.is_none() && self.tx.has_keys()? {
            self.open_stocktake(month)?;
        }
        Ok(())
    }

    fn open_stocktake(&mut self, month: String) -> Result<Case, Refusal> {
        let case = self.add_case(&NewCase {
            register: Register::Stocktake,
            unit: None,
            name: None,
            phone: None,
            matter: &month,
            detail: None,
            channel: Channel::Relayed,
            department: None,
            owner: Role::Receptionist,
            harm: false,
            received_at: None,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        let mut stocktake = Stocktake { month, ..Stocktake::default() };
        self.add_lines(&case)?;
        self.sum_up(&case, &mut stocktake)?;
        self.tx.add_detail(case.id, &stocktake)?;
        // The 31st belongs to the month whose 30th has gone by: late at once, not due a month later.
        let over = TimeDelta::days(i64::from(self.today().day() > 30));
        self.start_clocks(&case, &Facts::of(Register::Stocktake), Occasion::Opened, self.now - over)?;
        Ok(case)
    }

    /// A line for every key of the cabinet that has none: at the beginning all, later those that came meanwhile.
    fn add_lines(&mut self, case: &Case) -> Result<(), Refusal> {
        for key in self.tx.keys_without_line(case.id)? {
            let text = format!("{}  {}  {}", key.key_number, key.hook, key.label);
            let line = Line { about: Some(key.id), ..Line::of(EntryKind::Count, &text) };
            self.write_line(case, &line)?;
        }
        Ok(())
    }

    /// A step on a stock-taking.
    pub fn stocktake_step(
        &mut self,
        case: &mut Case,
        stocktake: &mut Stocktake,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        if matches!(step, Step::CountKey { .. } | Step::CountRest {} | Step::ReportStocktake { .. }) {
            self.add_lines(case)?;
        }
        match step {
            Step::CountKey { key, found } => self.count_key(case, key, *found)?,
            Step::CountRest {} => self.count_rest(case)?,
            _ => {}
        }
        self.sum_up(case, stocktake)?;
        if let Step::ReportStocktake { note } = step {
            let left = stocktake.keys - (stocktake.seen + stocktake.out + stocktake.missing);
            if left > 0 {
                return Err(Refusal::LinesLeft(left));
            }
            need("note", stocktake.differences > 0 && note.is_none())?;
            stocktake.report.clone_from(note);
            stocktake.reported_by = Some(self.me.login.clone());
            stocktake.reported_at = Some(self.now);
            self.reach(case, Milestone::Report)?;
            self.lose_missing(case, linked)?;
        }
        Ok(())
    }

    /// What was counted missing is lost once that is reported, and followed up like any loss (KEY-06, KEY-08).
    fn lose_missing(&mut self, case: &Case, linked: &mut Vec<String>) -> Result<(), Refusal> {
        let keys = self.tx.keys_on_lines(case.id)?;
        for line in self.tx.entries_of(case.id, EntryKind::Count)? {
            let Some(key) = keys.iter().find(|key| goes_lost(&line, key)) else { continue };
            let lost = Step::ReportLost { note: format!("{} {}", line.text, case.number) };
            self.take_step(&CaseRef { number: key.number.clone(), version: None }, &lost)?;
            linked.push(key.number.clone());
        }
        Ok(())
    }

    /// Counts one key by the number on its label. Counted wrong, it is counted again: the journal has both.
    fn count_key(&mut self, case: &Case, number: &str, found: Found) -> Result<(), Refusal> {
        let key = self.tx.key_case(number)?.ok_or_else(|| Refusal::field("key", FaultWhy::NoSuchKey))?;
        let lines = self.tx.entries_of(case.id, EntryKind::Count)?;
        let line = lines.iter().find(|line| line.about == Some(key.id));
        let line = line.ok_or_else(|| Refusal::field("key", FaultWhy::NoSuchLine))?;
        if line.mark.as_deref().and_then(unmark).is_some_and(|(before, _)| before == found) {
            return Err(Refusal::field("found", FaultWhy::Unchanged));
        }
        self.mark(line, found, key.state)
    }

    /// Counts what is left as the record says.
    fn count_rest(&mut self, case: &Case) -> Result<(), Refusal> {
        let keys: Vec<CabinetKey> = self.tx.keys_on_lines(case.id)?;
        let mut lines = self.tx.entries_of(case.id, EntryKind::Count)?;
        lines.retain(|line| line.mark.is_none());
        something(!lines.is_empty())?;
        for line in &lines {
            let state = keys.iter().find(|key| Some(key.id) == line.about).map_or(State::Voided, |key| key.state);
            self.mark(line, recorded(state), state)?;
        }
        Ok(())
    }

    fn mark(&mut self, line: &Entry, found: Found, state: State) -> Result<(), Refusal> {
        self.touched.insert(line.case_id);
        let mark = mark(found, found != recorded(state));
        Ok(self.tx.mark_entry(line.id, &mark, self.now, &self.me.login)?)
    }

    /// Counts the lines anew.
    fn sum_up(&self, case: &Case, stocktake: &mut Stocktake) -> Result<(), Refusal> {
        let lines = self.tx.entries_of(case.id, EntryKind::Count)?;
        let marks: Vec<(Found, bool)> = lines.iter().filter_map(|line| unmark(line.mark.as_deref()?)).collect();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let of = |wanted: Found| number(marks.iter().filter(|(found, _)| *found == wanted).count());
        stocktake.keys = number(lines.len());
        stocktake.seen = of(Found::Seen);
        stocktake.out = of(Found::Out);
        stocktake.missing = of(Found::Missing);
        stocktake.differences = number(marks.iter().filter(|(_, differs)| *differs).count());
        Ok(())
    }
}

/// Whether reporting the count makes this the key of the line lost: counted missing, not recorded so yet, and not seen
/// again at the cabinet since it was counted.
pub(super) fn goes_lost(line: &Entry, key: &CabinetKey) -> bool {
    let missing = line.mark.as_deref().and_then(unmark).is_some_and(|(found, _)| found == Found::Missing);
    let seen_again = key.lent_at.max(key.returned_at) > line.marked_at;
    line.about == Some(key.id) && missing && matches!(key.state, State::Kept | State::Lent) && !seen_again
}

/// Where the record says that a key is. What went for good since the lines were written is rightly not on its hook.
fn recorded(state: State) -> Found {
    match state {
        State::Kept => Found::Seen,
        State::Lost => Found::Missing,
        state if state == State::Lent || !counts(state) => Found::Out,
        _ => Found::Missing,
    }
}
