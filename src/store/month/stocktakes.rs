//! The stock-taking of the keys of a month.
use super::Bounds;
use crate::model::clock::Milestone;
use crate::model::fact::StocktakeFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};

impl Tx<'_> {
    /// Stock-takings of the month, voided ones among them: also one that was begun for it after it was over.
    pub fn stocktake_facts(&self, bounds: &Bounds) -> StoreResult<Vec<StocktakeFact>> {
        let month = bounds.month.to_string();
        // There is one a month: they are gone through, and not the cases.
        let clocks = "stocktakes s CROSS JOIN clocks t ON t.case_id = s.case_id WHERE s.month = ?1";
        let timings = self.timings(clocks, [&month])?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.received_at, s.keys, s.seen, s.out, s.missing, s.differences, s.report,
                s.reported_by, s.reported_at
             FROM stocktakes s CROSS JOIN cases c ON c.id = s.case_id
             WHERE s.month = ?1 ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map([&month], |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(StocktakeFact {
                id,
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
                reporting: timings.of(id, Milestone::Report),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
