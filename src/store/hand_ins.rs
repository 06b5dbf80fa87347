//! What was handed in of each month: added once, never changed (STA-06). Must not know what a figure is.
use super::convert::{Record, column, record};
use super::{StoreResult, Tx};
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use rusqlite::{OptionalExtension, params_from_iter};

/// A row of what was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandInRow {
    /// The month.
    pub month: YearMonth,
    /// 1 for the first, one more for every correction.
    pub edition: u32,
    /// Row of its case.
    pub case_id: i64,
    /// Name typed as signature.
    pub signature: String,
    /// Login of who handed it in.
    pub signed_by: String,
    /// When.
    pub signed_at: Time,
    /// What was said with it.
    pub note: Option<String>,
    /// The figures as JSON.
    pub figures: String,
    /// What they were made of, as JSON.
    pub facts: String,
    /// Digest of all the rest.
    pub digest: String,
}

record!(
    HandInRow,
    "hand_ins",
    "month",
    [month, edition, case_id, signature, signed_by, signed_at, note, figures, facts, digest]
);

impl Tx<'_> {
    /// Adds an edition.
    pub fn add_hand_in(&self, row: &HandInRow) -> StoreResult<()> {
        let marks: Vec<String> = (1..=HandInRow::COLUMNS.len()).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT INTO hand_ins ({}) VALUES ({})", HandInRow::list(""), marks.join(", "));
        self.tx.prepare_cached(&sql)?.execute(params_from_iter(row.values()))?;
        Ok(())
    }

    /// The editions of a month, the newest first.
    pub fn hand_ins(&self, month: YearMonth) -> StoreResult<Vec<HandInRow>> {
        self.hand_in_rows("WHERE month = ?1 ORDER BY edition DESC", [month.to_string()])
    }

    /// Every edition of every month.
    pub fn all_hand_ins(&self) -> StoreResult<Vec<HandInRow>> {
        self.hand_in_rows("ORDER BY month, edition", [])
    }

    fn hand_in_rows(&self, rest: &str, values: impl rusqlite::Params) -> StoreResult<Vec<HandInRow>> {
        let mut query = self.tx.prepare(&format!("SELECT {} FROM hand_ins {rest}", HandInRow::list("")))?;
        let rows = query.query_map(values, |row| HandInRow::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many editions a month has.
    pub fn editions(&self, month: YearMonth) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached("SELECT count(*) FROM hand_ins WHERE month = ?1")?;
        Ok(query.query_row([month.to_string()], |row| row.get(0))?)
    }

    /// Row of the case in which a month is handed in, and when it was signed last.
    pub fn hand_in_case(&self, month: YearMonth) -> StoreResult<Option<(i64, Option<Time>)>> {
        let mut query = self.tx.prepare_cached(
            "SELECT case_id, (SELECT max(signed_at) FROM hand_ins WHERE month = ?2)
             FROM reviews WHERE kind = 'month' AND first_day = ?1",
        )?;
        let values = [month.first_day().to_string(), month.to_string()];
        let row = query.query_row(values, |row| {
            let at = &mut (0..);
            Ok((column(row, at)?, column(row, at)?))
        });
        Ok(row.optional()?)
    }

    /// When the first thing was done by a program that asks for the month.
    pub fn asked_since(&self) -> StoreResult<Option<Time>> {
        let sql = "SELECT at FROM events WHERE id > (SELECT event FROM asked_since) ORDER BY id LIMIT 1";
        Ok(self.tx.prepare_cached(sql)?.query_row([], |row| column(row, &mut (0..))).optional()?)
    }

    /// Rows of all cases in which a month is handed in.
    pub fn hand_in_cases(&self) -> StoreResult<Vec<i64>> {
        let mut query = self.tx.prepare_cached("SELECT case_id FROM reviews WHERE kind = 'month'")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}
