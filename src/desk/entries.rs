//! Lines of a case, as the registers write and mark them.
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use crate::model::case::Case;
use crate::model::clock::{Milestone, Time};
use crate::model::entry::{Entry, EntryKind};
use crate::model::when::show_time;

/// What a new line says.
pub(super) struct Line<'a> {
    pub kind: EntryKind,
    pub text: &'a str,
    /// When it happened; now if none.
    pub at: Option<Time>,
    /// Row of the case that it speaks of.
    pub about: Option<i64>,
    pub flagged: bool,
}

impl<'a> Line<'a> {
    /// A line that happened now.
    pub fn of(kind: EntryKind, text: &'a str) -> Line<'a> {
        Line { kind, text, at: None, about: None, flagged: false }
    }
}

impl Turn<'_, '_> {
    /// Adds a line to a case and returns its row.
    pub fn write_line(&mut self, case: &Case, line: &Line<'_>) -> Result<i64, Refusal> {
        let mut entry = Entry {
            id: 0,
            case_id: case.id,
            kind: line.kind,
            at: line.at.unwrap_or(self.now),
            by: self.me.login.clone(),
            text: line.text.to_owned(),
            about: line.about,
            flagged: line.flagged,
            mark: None,
            marked_at: None,
            marked_by: None,
        };
        self.tx.add_entry(&mut entry)?;
        self.touched.insert(case.id);
        Ok(entry.id)
    }

    /// Marks a line of a case; one that is not there, of another kind or marked already is a fault of the field.
    pub fn mark_line(&mut self, case: &Case, id: i64, kinds: &[EntryKind], mark: &str) -> Result<Entry, Refusal> {
        let found = self.tx.entry(case.id, id)?.filter(|entry| kinds.contains(&entry.kind) && entry.mark.is_none());
        let entry = found.ok_or_else(|| Refusal::field("entry", FaultWhy::NoSuchLine))?;
        self.tx.mark_entry(id, mark, self.now, &self.me.login)?;
        self.touched.insert(case.id);
        Ok(entry)
    }

    /// The time of a step: as given, or now. It may not lie before what came earlier on the case: when it reached the
    /// staff, and each of `before` that is there.
    pub fn step_time(
        &self,
        case: &Case,
        at: Option<Time>,
        before: &[(Milestone, Option<Time>)],
    ) -> Result<Time, Refusal> {
        let Some(at) = at else { return Ok(self.now) };
        if at < case.received_at {
            return Err(Refusal::field("at", FaultWhy::BeforeMatter));
        }
        let latest = before.iter().filter_map(|(milestone, time)| Some((*milestone, (*time)?)));
        match latest.max_by_key(|(_, time)| *time) {
            Some((after, time)) if at < time => {
                let at = show_time(time, self.config.calendar.zone, self.now);
                Err(Refusal::field("at", FaultWhy::OutOfOrder { after, at }))
            }
            _ => Ok(at),
        }
    }
}
