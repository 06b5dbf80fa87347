//! Lines of a case: what they say stays, each can be marked once more.
use super::convert::{Record, record, time_text};
use super::{StoreResult, Tx};
use crate::model::clock::Time;
use crate::model::entry::{Entry, EntryKind};
use rusqlite::{OptionalExtension, params, params_from_iter};

record!(Entry, "entries", "id", [id, case_id, kind, at, by, text, about, flagged, mark, marked_at, marked_by]);

impl Tx<'_> {
    /// Adds a line and gives it its row.
    pub fn add_entry(&self, new: &mut Entry) -> StoreResult<()> {
        let values = new.values().split_off(1);
        let columns = Entry::list("").trim_start_matches("id, ").to_owned();
        let marks: Vec<String> = (1..=values.len()).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO entries ({columns}) VALUES ({}) RETURNING id", marks.join(", "));
        new.id = self.tx.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(())
    }

    /// Marks a line: done, ticked, found.
    pub fn mark_entry(&self, id: i64, mark: &str, at: Time, by: &str) -> StoreResult<()> {
        self.tx
            .prepare_cached("UPDATE entries SET mark = ?2, marked_at = ?3, marked_by = ?4 WHERE id = ?1")?
            .execute(params![id, mark, time_text(at), by])?;
        Ok(())
    }

    /// A line of a case by its row.
    pub fn entry(&self, case_id: i64, id: i64) -> StoreResult<Option<Entry>> {
        let sql = format!("SELECT {} FROM entries WHERE case_id = ?1 AND id = ?2", Entry::list(""));
        let mut query = self.tx.prepare_cached(&sql)?;
        Ok(query.query_row([case_id, id], |row| Entry::from_columns(row, 0)).optional()?)
    }

    /// All lines of a case, in the order in which they were written.
    pub fn entries(&self, case_id: i64) -> StoreResult<Vec<Entry>> {
        self.entries_where("case_id = ?1 ORDER BY id", params![case_id])
    }

    /// The lines of one kind of a case.
    pub fn entries_of(&self, case_id: i64, kind: EntryKind) -> StoreResult<Vec<Entry>> {
        self.entries_where("case_id = ?1 AND kind = ?2 ORDER BY id", params![case_id, <&str>::from(kind)])
    }

    pub(super) fn entries_where(&self, condition: &str, values: impl rusqlite::Params) -> StoreResult<Vec<Entry>> {
        let sql = format!("SELECT {} FROM entries WHERE {condition}", Entry::list(""));
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map(values, |row| Entry::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
