//! A month: where it begins and ends, and what the file says of it, one query a group (STA-01 to STA-05). Must not know
//! what is counted.
mod callbacks;
mod complaints;
mod emergencies;
mod keys;
mod orders;
mod passes;
mod receptions;
mod reminders;
mod services;
mod stocktakes;
mod timings;
mod visits;

pub(super) use callbacks::NOT_OWED_YET;

use super::convert::{Column, column, time_text};
use super::{StoreResult, Tx};
use crate::model::case::Register;
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use rusqlite::{OptionalExtension, params};
use strum::VariantArray;

/// A month with its first second and the first of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The month.
    pub month: YearMonth,
    /// Its first second.
    pub start: Time,
    /// The first second of the next.
    pub end: Time,
}

impl Tx<'_> {
    /// Where a month begins and ends, as the views read it.
    pub fn month(&self, month: YearMonth) -> StoreResult<Option<Bounds>> {
        let mut query = self.tx.prepare_cached("SELECT starts_at, ends_at FROM months WHERE month = ?1")?;
        let row = query.query_row([month.to_string()], |row| {
            let at = &mut (0..);
            Ok(Bounds { month, start: column(row, at)?, end: column(row, at)? })
        });
        Ok(row.optional()?)
    }

    /// All months that the views know.
    pub fn known_months(&self) -> StoreResult<Vec<(String, Time, Time)>> {
        let mut query = self.tx.prepare_cached("SELECT month, starts_at, ends_at FROM months ORDER BY month")?;
        let rows = query.query_map([], |row| {
            let at = &mut (0..);
            Ok((column(row, at)?, column(row, at)?, column(row, at)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps where a month begins and ends.
    pub fn set_month(&self, bounds: &Bounds) -> StoreResult<()> {
        self.tx
            .prepare_cached("INSERT OR REPLACE INTO months (month, starts_at, ends_at) VALUES (?1, ?2, ?3)")?
            .execute(params![bounds.month.to_string(), time_text(bounds.start), time_text(bounds.end)])?;
        Ok(())
    }

    /// Whether there is anything of a month: something was received, beside the reviews that the program opens by itself,
    /// or something received before counts in it.
    pub fn has_matters(&self, bounds: &Bounds) -> StoreResult<bool> {
        let mut query = self.tx.prepare_cached(
            "SELECT 1 FROM cases WHERE register = ?1 AND received_at >= ?2 AND received_at < ?3 LIMIT 1",
        )?;
        for register in Register::VARIANTS.iter().filter(|register| **register != Register::Review) {
            if query.exists(params![<&str>::from(*register), time_text(bounds.start), time_text(bounds.end)])? {
                return Ok(true);
            }
        }
        let mut query = self.tx.prepare_cached(
            "SELECT 1 FROM callbacks WHERE month = ?3
             UNION ALL SELECT 1 FROM house_keys WHERE lent_at >= ?1 AND lent_at < ?2
             UNION ALL SELECT 1 FROM house_keys k CROSS JOIN cycles y ON y.case_id = k.case_id
                WHERE json_extract(y.result, '$.lent_at') >= ?1 AND json_extract(y.result, '$.lent_at') < ?2
             UNION ALL SELECT 1 FROM reminders r CROSS JOIN entries e ON e.case_id = r.case_id
                WHERE r.reminded_at >= ?1 AND e.kind = 'reminded' AND e.at >= ?1 AND e.at < ?2
             LIMIT 1",
        )?;
        Ok(query.exists(params![time_text(bounds.start), time_text(bounds.end), bounds.month.to_string()])?)
    }

    /// How many records that counted in a month were removed after their time (SEC-05).
    pub fn removed_from(&self, month: YearMonth) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached("SELECT count(*) FROM removed_from WHERE month = ?1")?;
        Ok(query.query_row([month.to_string()], |row| row.get(0))?)
    }

    /// When the first matter of the file was received.
    pub fn first_received(&self) -> StoreResult<Option<Time>> {
        Ok(self.received("min")?.into_iter().min())
    }

    /// When the last matter of the file was received.
    pub fn last_received(&self) -> StoreResult<Option<Time>> {
        Ok(self.received("max")?.into_iter().max())
    }

    /// The first or last matter of each register: each is one look into the index of the past.
    fn received(&self, which: &str) -> StoreResult<Vec<Time>> {
        let sql = format!("SELECT {which}(received_at) FROM cases WHERE register = ?1");
        let mut query = self.tx.prepare_cached(&sql)?;
        let mut all = Vec::new();
        for register in Register::VARIANTS {
            let one: Option<Time> = query.query_row([<&str>::from(*register)], |row| column(row, &mut (0..)))?;
            all.extend(one);
        }
        Ok(all)
    }
}

/// Values of a query's bounds.
fn bound(bounds: &Bounds) -> [rusqlite::types::Value; 2] {
    [bounds.start.write(), bounds.end.write()]
}
