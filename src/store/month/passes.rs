//! Passes that were issued in a month.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::PassFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Passes that were issued within the bounds, voided ones among them, in that order.
    pub fn pass_facts(&self, bounds: &Bounds) -> StoreResult<Vec<PassFact>> {
        let timings = self.timings_of(Register::Pass, bounds)?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.received_at, p.pass_number, p.company,
                p.valid_until, p.extended_to, p.returned_at, p.lost_at, p.deposit, p.deposit_back
             FROM cases c JOIN passes p ON p.case_id = c.id
             WHERE c.register = 'pass' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(PassFact {
                id,
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
                bringing_back: timings.of(id, Milestone::Return),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
