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
use rusqlite::{OptionalExtension, params, params_from_iter};
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

    /// Keeps where a month begins and ends.
    pub fn set_month(&self, bounds: &Bounds) -> StoreResult<()> {
        self.tx
            .prepare_cached("INSERT OR REPLACE INTO months (month, starts_at, ends_at) VALUES (?1, ?2, ?3)")?
            .execute(params![bounds.month.to_string(), time_text(bounds.start), time_text(bounds.end)])?;
        Ok(())
    }

    /// Whether anything was received within the bounds, beside the reviews that the program opens by itself.
    pub fn has_matters(&self, bounds: &Bounds) -> StoreResult<bool> {
        let mut query = self.tx.prepare_cached(
            "SELECT 1 FROM cases WHERE register = ?1 AND received_at >= ?2 AND received_at < ?3 LIMIT 1",
        )?;
        for register in Register::VARIANTS.iter().filter(|register| **register != Register::Review) {
            if query.exists(params![<&str>::from(*register), time_text(bounds.start), time_text(bounds.end)])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// How many cases of those received within the bounds were removed after their time (SEC-05).
    pub fn removed_within(&self, bounds: &Bounds) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached(
            "SELECT count(*) FROM cases WHERE state = 'removed' AND received_at >= ?1 AND received_at < ?2",
        )?;
        Ok(query.query_row(params_from_iter(bound(bounds)), |row| row.get(0))?)
    }

    /// When the first matter of the file was received.
    pub fn first_received(&self) -> StoreResult<Option<Time>> {
        // Asked register by register, each is one look into the index of the past.
        let mut query = self.tx.prepare_cached("SELECT min(received_at) FROM cases WHERE register = ?1")?;
        let mut first: Option<Time> = None;
        for register in Register::VARIANTS {
            let one: Option<Time> = query.query_row([<&str>::from(*register)], |row| column(row, &mut (0..)))?;
            first = first.into_iter().chain(one).min();
        }
        Ok(first)
    }
}

/// Values of a query's bounds.
fn bound(bounds: &Bounds) -> [rusqlite::types::Value; 2] {
    [bounds.start.write(), bounds.end.write()]
}
