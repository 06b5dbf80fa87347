//! Passes that were issued in a month.
use super::{Bounds, bound, timing, timing_sql};
use crate::model::fact::PassFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Passes that were issued within the bounds, voided ones among them, in that order.
    pub fn pass_facts(&self, bounds: &Bounds) -> StoreResult<Vec<PassFact>> {
        let sql = format!(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.received_at, p.pass_number, p.company,
                p.valid_until, p.extended_to, p.returned_at, p.lost_at, p.deposit, p.deposit_back, {}
             FROM cases c JOIN passes p ON p.case_id = c.id LEFT JOIN clocks t ON t.case_id = c.id
             WHERE c.register = 'pass' AND c.received_at >= ?1 AND c.received_at < ?2
             GROUP BY c.received_at, c.id",
            timing_sql("return"),
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            Ok(PassFact {
                id: column(row, at)?,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                received_at: column(row, at)?,
                pass_number: column(row, at)?,
                company: column(row, at)?,
                valid_until: column(row, at)?,
                extended_to: column(row, at)?,
                returned_at: column(row, at)?,
                lost_at: column(row, at)?,
                deposit: column(row, at)?,
                deposit_back: column(row, at)?,
                bringing_back: timing(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
