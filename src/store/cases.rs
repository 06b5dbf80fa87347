//! Cases, their numbers, links, pauses and past cycles.
use super::convert::{Record, column, record, time_text};
use super::{StoreResult, Tx};
use crate::model::case::Case;
use crate::model::clock::Time;
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};

record!(
    Case,
    "cases",
    "id",
    [
        id,
        number,
        register,
        state,
        unit,
        building,
        name,
        phone,
        matter,
        detail,
        channel,
        acceptor,
        handler,
        department,
        owner,
        harm,
        received_at,
        entered_at,
        wanted_by,
        closed_at,
        cycle,
        version,
        old_number,
    ],
    fixed [number, register, channel, acceptor, received_at, entered_at, old_number]
);

/// A pause with its reason (ESC-07).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct PauseRow {
    /// Since when.
    pub paused_at: Time,
    /// When it goes on by itself.
    pub until: Time,
    /// Why.
    pub reason: String,
    /// Login of who paused it.
    pub paused_by: String,
    /// When somebody let it go on earlier.
    pub resumed_at: Option<Time>,
}

impl Tx<'_> {
    /// The next number of a register's day, `TS-20261114-003`; given out once.
    pub fn next_number(&self, prefix: &str, day: NaiveDate) -> StoreResult<String> {
        let day = day.format("%Y%m%d").to_string();
        let mut next = self.tx.prepare_cached(
            "INSERT INTO numbers (prefix, day, last) VALUES (?1, ?2, 1)
             ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
        )?;
        let last: i64 = next.query_row([prefix, &day], |row| row.get(0))?;
        Ok(format!("{prefix}-{day}-{last:03}"))
    }

    /// Adds a case and returns its row; `case.id` is not looked at.
    pub fn add_case(&self, case: &Case) -> StoreResult<i64> {
        let id: i64 =
            self.tx.prepare_cached("SELECT coalesce(max(id), 0) + 1 FROM cases")?.query_row([], |row| row.get(0))?;
        let mut values = Record::values(case);
        values[0] = rusqlite::types::Value::Integer(id);
        let marks: Vec<String> = (1..=values.len()).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO cases ({}) VALUES ({})", Case::list(""), marks.join(", "));
        self.tx.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
        Ok(id)
    }

    /// Writes a case anew; what was fixed when it was entered stays, such as its number and when it was received.
    pub fn set_case(&self, case: &Case) -> StoreResult<()> {
        self.run_record(&Case::update_sql(), case.id, case.changed_values())
    }

    /// A case by its row.
    pub fn case(&self, id: i64) -> StoreResult<Option<Case>> {
        let mut query = self.tx.prepare_cached(&Case::select_sql())?;
        Ok(query.query_row([id], |row| Case::from_columns(row, 0)).optional()?)
    }

    /// A case by its number, or by its number on an older ledger, a key by the number on its label, if only one has it.
    pub fn case_by_number(&self, number: &str) -> StoreResult<Option<Case>> {
        let by = |condition: &str| -> StoreResult<Vec<Case>> {
            let mut query =
                self.tx.prepare_cached(&format!("SELECT {} FROM cases WHERE {condition} LIMIT 2", Case::list("")))?;
            let rows = query.query_map([number], |row| Case::from_columns(row, 0))?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let mut found = by("number = upper(?1)")?;
        // A ledger may have had small letters in its numbers.
        for typed in ["?1", "upper(?1)"] {
            if found.is_empty() {
                found =
                    by(&format!("register IN ('reception','complaint','work_order','key') AND old_number = {typed}"))?;
            }
        }
        Ok(if found.len() == 1 { found.pop() } else { None })
    }

    /// Whether a register has a case with this number of an older ledger.
    pub fn has_old_number(&self, register: crate::model::case::Register, old: &str) -> StoreResult<bool> {
        let mut query = self.tx.prepare_cached("SELECT 1 FROM cases WHERE register = ?1 AND old_number = ?2")?;
        Ok(query.exists([<&str>::from(register), old])?)
    }

    /// Ties a case to the one it came from; both show it.
    pub fn add_link(&self, from_id: i64, to_id: i64) -> StoreResult<()> {
        self.tx.prepare_cached("INSERT INTO links (from_id, to_id) VALUES (?1, ?2)")?.execute([from_id, to_id])?;
        Ok(())
    }

    /// Cases from which this one came.
    pub fn origins(&self, id: i64) -> StoreResult<Vec<Case>> {
        self.linked("links ON links.from_id = cases.id WHERE links.to_id = ?1", id)
    }

    /// Cases that came of this one.
    pub fn offspring(&self, id: i64) -> StoreResult<Vec<Case>> {
        self.linked("links ON links.to_id = cases.id WHERE links.from_id = ?1", id)
    }

    /// Receptions that a review covers.
    pub fn receptions_of(&self, review_id: i64) -> StoreResult<Vec<Case>> {
        self.linked("reviewed ON reviewed.reception_id = cases.id WHERE reviewed.review_id = ?1", review_id)
    }

    pub(super) fn linked(&self, join: &str, key: impl rusqlite::ToSql) -> StoreResult<Vec<Case>> {
        let sql = format!("SELECT {} FROM cases JOIN {join} ORDER BY cases.id", Case::list("cases."));
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map([key], |row| Case::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds a pause with its reason.
    pub fn add_pause(&self, case_id: i64, pause: &PauseRow) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO pauses (case_id, paused_at, until, reason, paused_by) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                case_id,
                time_text(pause.paused_at),
                time_text(pause.until),
                pause.reason,
                pause.paused_by
            ])?;
        Ok(())
    }

    /// Notes that somebody let a case go on before the agreed time.
    pub fn end_pause(&self, case_id: i64, at: Time, by: &str) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "UPDATE pauses SET resumed_at = ?2, resumed_by = ?3
                 WHERE case_id = ?1 AND resumed_at IS NULL AND until > ?2",
            )?
            .execute(params![case_id, time_text(at), by])?;
        Ok(())
    }

    /// All pauses of a case, oldest first.
    pub fn pauses(&self, case_id: i64) -> StoreResult<Vec<PauseRow>> {
        let mut query = self.tx.prepare_cached(
            "SELECT paused_at, until, reason, paused_by, resumed_at FROM pauses WHERE case_id = ?1 ORDER BY id",
        )?;
        let rows = query.query_map([case_id], |row| {
            let mut at = 0..;
            Ok(PauseRow {
                paused_at: column(row, &mut at)?,
                until: column(row, &mut at)?,
                reason: column(row, &mut at)?,
                paused_by: column(row, &mut at)?,
                resumed_at: column(row, &mut at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps the result of a cycle that is opened again (ESC-10).
    pub fn add_cycle(&self, case: &Case, ended_at: Time, result: &str) -> StoreResult<()> {
        self.tx
            .prepare_cached("INSERT INTO cycles (case_id, cycle, ended_at, result) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![case.id, case.cycle, time_text(ended_at), result])?;
        Ok(())
    }

    /// Results of the cycles before: number of the cycle, when it ended, what it came to.
    pub fn cycles(&self, case_id: i64) -> StoreResult<Vec<(u32, Time, String)>> {
        let mut query =
            self.tx.prepare_cached("SELECT cycle, ended_at, result FROM cycles WHERE case_id = ?1 ORDER BY cycle")?;
        let rows = query.query_map([case_id], |row| {
            let mut at = 0..;
            Ok((column(row, &mut at)?, column(row, &mut at)?, column(row, &mut at)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
