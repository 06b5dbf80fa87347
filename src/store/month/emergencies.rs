//! Emergencies of a month.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::EmergencyFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Emergencies that were received within the bounds, voided ones among them, in that order.
    pub fn emergency_facts(&self, bounds: &Bounds) -> StoreResult<Vec<EmergencyFact>> {
        let timings = self.timings_of(Register::Emergency, bounds)?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.building, e.place, c.name, c.matter, c.acceptor, c.received_at, c.entered_at,
                e.kind, e.told_at, e.arrived_at, e.over_at, e.result, e.first_aid, e.cause, e.changes, e.reviewed_at
             FROM cases c JOIN emergencies e ON e.case_id = c.id
             WHERE c.register = 'emergency' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(EmergencyFact {
                id,
                number: column(row, at)?,
                state: column(row, at)?,
                building: column(row, at)?,
                place: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                acceptor: column(row, at)?,
                received_at: column(row, at)?,
                entered_at: column(row, at)?,
                kind: column(row, at)?,
                told_at: column(row, at)?,
                arrived_at: column(row, at)?,
                over_at: column(row, at)?,
                result: column(row, at)?,
                first_aid: column(row, at)?,
                cause: column(row, at)?,
                changes: column(row, at)?,
                reviewed_at: column(row, at)?,
                tell: timings.of(id, Milestone::Tell),
                arrive: timings.of(id, Milestone::Arrive),
                review: timings.of(id, Milestone::Review),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
