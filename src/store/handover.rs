//! What a handover is drawn up from beside the cabinet: open cases, flagged notes that nobody has cleared.
use super::convert::{Record, column, time_text};
use super::{StoreResult, Tx};
use crate::model::case::Register;
use crate::model::clock::Time;
use crate::model::entry::Entry;
use rusqlite::{OptionalExtension, params};

/// An open case as a handover sees it.
#[derive(Clone, Debug)]
pub struct OpenCase {
    /// Row of the case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Its register.
    pub register: Register,
    /// 房号.
    pub unit: Option<String>,
    /// 事由.
    pub matter: String,
    /// When its next clock crosses, or its first one has crossed; none where none runs.
    pub next_at: Option<Time>,
    /// It is late, due soon, an emergency, or was promised for the next shift.
    pub presses: bool,
}

impl Tx<'_> {
    /// All that is open beside handovers and the keys that are out, by what crosses next; what was promised until
    /// `next_shift` presses.
    pub fn open_cases(&self, now: Time, next_shift: Time) -> StoreResult<Vec<OpenCase>> {
        let mut query = self.tx.prepare_cached(
            "SELECT id, number, register, unit, matter, nullif(next_at, '9999-12-31T00:00:00Z'),
               harm = 1 OR register = 'emergency' OR soon_at <= ?1 OR EXISTS (
                 SELECT 1 FROM clocks WHERE case_id = cases.id AND stopped_at IS NULL
                 AND within LIKE 'promised%' AND crosses_at <= ?2)
             FROM cases INDEXED BY cases_late WHERE open = 1 AND register <> 'handover' AND state <> 'lent'
             ORDER BY harm DESC, next_at, id",
        )?;
        let rows = query.query_map(params![time_text(now), time_text(next_shift)], |row| {
            let at = &mut (0..);
            Ok(OpenCase {
                id: column(row, at)?,
                number: column(row, at)?,
                register: column(row, at)?,
                unit: column(row, at)?,
                matter: column(row, at)?,
                next_at: column(row, at)?,
                presses: column(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Flagged notes that nobody has cleared, of whichever case that was not voided: they come back at every handover.
    /// The lines that handovers made of them speak of a case and are none themselves.
    pub fn flagged_notes(&self) -> StoreResult<Vec<Entry>> {
        let sql = format!(
            "SELECT {} FROM entries e INDEXED BY entries_flagged JOIN cases c ON c.id = e.case_id
             WHERE e.flagged = 1 AND e.mark IS NULL AND e.kind = 'note' AND e.about IS NULL AND c.state <> 'voided'
             ORDER BY e.id",
            Entry::list("e.")
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map([], |row| Entry::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The number of the handover of this person that is not taken over yet.
    pub fn handover_of(&self, login: &str) -> StoreResult<Option<String>> {
        let mut query = self.tx.prepare_cached(
            "SELECT number FROM cases INDEXED BY cases_queue
             WHERE open = 1 AND register = 'handover' AND acceptor = ?1 LIMIT 1",
        )?;
        Ok(query.query_row([login], |row| row.get(0)).optional()?)
    }
}
