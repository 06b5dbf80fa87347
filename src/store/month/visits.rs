//! Visits that were planned in a month.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::VisitFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Visits that were asked for within the bounds, voided ones among them, in that order.
    pub fn visit_facts(&self, bounds: &Bounds) -> StoreResult<Vec<VisitFact>> {
        let timings = self.timings_of(Register::Visit, bounds)?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.handler, c.received_at,
                v.appointment_at, v.visited_at, v.said, v.result
             FROM cases c JOIN visits v ON v.case_id = c.id
             WHERE c.register = 'visit' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(VisitFact {
                id,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                handler: column(row, at)?,
                received_at: column(row, at)?,
                appointment_at: column(row, at)?,
                visited_at: column(row, at)?,
                said: column(row, at)?,
                result: column(row, at)?,
                going: timings.of(id, Milestone::Visit),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
