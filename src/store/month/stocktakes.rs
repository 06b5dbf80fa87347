//! The stock-taking of the keys of a month.
use super::{Bounds, timing, timing_sql};
use crate::model::fact::StocktakeFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};

impl Tx<'_> {
    /// Stock-takings of the month, voided ones among them: also one that was begun for it after it was over.
    pub fn stocktake_facts(&self, bounds: &Bounds) -> StoreResult<Vec<StocktakeFact>> {
        let sql = format!(
            "SELECT c.id, c.number, c.state, c.received_at, s.keys, s.seen, s.out, s.missing, s.differences, s.report,
                s.reported_by, s.reported_at, {}
             FROM stocktakes s JOIN cases c ON c.id = s.case_id LEFT JOIN clocks t ON t.case_id = c.id
             WHERE s.month = ?1 GROUP BY c.received_at, c.id",
            timing_sql("report"),
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map([bounds.month.to_string()], |row| {
            let at = &mut (0..);
            Ok(StocktakeFact {
                id: column(row, at)?,
                number: column(row, at)?,
                state: column(row, at)?,
                received_at: column(row, at)?,
                keys: column(row, at)?,
                seen: column(row, at)?,
                out: column(row, at)?,
                missing: column(row, at)?,
                differences: column(row, at)?,
                report: column(row, at)?,
                reported_by: column(row, at)?,
                reported_at: column(row, at)?,
                reporting: timing(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
