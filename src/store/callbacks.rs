//! Callbacks of a month as figures, and the round of calls to the households (CBK-02, CBK-04, CBK-10).
use super::convert::{column, time_text};
use super::{StoreResult, Tx};
use crate::model::callback::{Archive, CallbackKind};
use crate::model::case::Case;
use crate::model::clock::Time;
use rusqlite::params;

/// What the rows of a month say of one kind of callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindFigures {
    /// What is asked about.
    pub kind: CallbackKind,
    /// Callbacks that were not voided.
    pub planned: u32,
    /// Those in which somebody was asked.
    pub done: u32,
    /// Those of them that were home visits.
    pub visits: u32,
    /// Those of them who were not satisfied.
    pub failed: u32,
}

/// A household that was not reached in a month.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct HouseholdDue {
    /// 房号.
    pub unit: String,
    /// Somebody who lives there.
    pub name: Option<String>,
    /// The month in which it was reached last, `2026-10`.
    pub last: Option<String>,
    /// It was tried today already.
    pub tried: bool,
}

impl Tx<'_> {
    /// A household was reached in a month; a second call changes nothing.
    pub fn add_household_call(&self, month: &str, unit: &str, case_id: i64) -> StoreResult<()> {
        self.tx
            .prepare_cached("INSERT OR IGNORE INTO household_calls (month, unit, case_id) VALUES (?1, ?2, ?3)")?
            .execute(params![month, unit, case_id])?;
        Ok(())
    }

    /// The callbacks of a month, kind by kind.
    pub fn callback_figures(&self, month: &str) -> StoreResult<Vec<KindFigures>> {
        let mut query = self.tx.prepare_cached(
            "SELECT b.kind, count(*), count(b.satisfied), coalesce(sum(b.satisfied IS NOT NULL AND b.form = 'visit'), 0),
               coalesce(sum(b.satisfied = 0), 0)
             FROM callbacks b JOIN cases c ON c.id = b.case_id
             WHERE b.month = ?1 AND c.state <> 'voided' GROUP BY b.kind",
        )?;
        let rows = query.query_map([month], |row| {
            let at = &mut (0..);
            Ok(KindFigures {
                kind: column(row, at)?,
                planned: column(row, at)?,
                done: column(row, at)?,
                visits: column(row, at)?,
                failed: column(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The months before this one whose callbacks nobody was asked to file yet (CBK-09), the oldest first.
    pub fn months_to_file(&self, month: &str) -> StoreResult<Vec<String>> {
        let mut query = self.tx.prepare_cached(
            "SELECT DISTINCT month FROM callbacks JOIN cases ON id = case_id
             WHERE month < ?1 AND state <> 'voided' AND NOT EXISTS
               (SELECT 1 FROM reviews v WHERE v.kind = 'callbacks' AND v.first_day = month || '-01')
             ORDER BY month",
        )?;
        let rows = query.query_map([month], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many callbacks of a month are done with and how many are not (CBK-09).
    pub fn archive(&self, month: &str) -> StoreResult<Archive> {
        let mut query = self.tx.prepare_cached(
            "SELECT count(*) - coalesce(sum(open), 0), coalesce(sum(open), 0)
             FROM callbacks JOIN cases ON id = case_id WHERE month = ?1 AND state <> 'voided'",
        )?;
        Ok(query.query_row([month], |row| Ok(Archive { closed: row.get(0)?, open: row.get(1)? }))?)
    }

    /// The callbacks of a month about which something is still to be done.
    pub fn open_callbacks(&self, month: &str) -> StoreResult<Vec<Case>> {
        self.linked("callbacks b ON b.case_id = cases.id WHERE cases.open = 1 AND b.month = ?1", month)
    }

    /// Units in which somebody lives.
    pub fn households(&self) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached("SELECT count(DISTINCT unit) FROM residents WHERE gone = 0")?;
        Ok(query.query_row([], |row| row.get(0))?)
    }

    /// Households that were reached in a month; a unit in which nobody lives is none.
    pub fn households_reached(&self, month: &str) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached(
            "SELECT count(*) FROM household_calls h WHERE month = ?1
             AND EXISTS (SELECT 1 FROM residents r WHERE r.unit = h.unit AND gone = 0)",
        )?;
        Ok(query.query_row([month], |row| row.get(0))?)
    }

    /// Households that were not reached in a month. Who was tried since `began` stands behind the others; then those
    /// never reached stand first, those reached longest ago next, in the order of the units.
    pub fn households_due(&self, month: &str, began: Time, limit: usize) -> StoreResult<Vec<HouseholdDue>> {
        let mut query = self.tx.prepare_cached(
            "SELECT unit, (SELECT name FROM residents n WHERE n.unit = d.unit AND n.gone = 0 ORDER BY n.id LIMIT 1), last, tried
             FROM (
               SELECT DISTINCT unit,
                 (SELECT max(month) FROM household_calls h WHERE h.unit = r.unit) AS last,
                 unit IN (SELECT unit FROM cases WHERE unit IS NOT NULL AND register = 'callback' AND received_at >= ?2) AS tried
               FROM residents r WHERE gone = 0) d
             WHERE last IS NULL OR last < ?1
             ORDER BY tried, last, length(unit), unit LIMIT ?3",
        )?;
        let rows = query.query_map(params![month, time_text(began), limit as i64], |row| {
            let at = &mut (0..);
            Ok(HouseholdDue {
                unit: column(row, at)?,
                name: column(row, at)?,
                last: column(row, at)?,
                tried: column(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
