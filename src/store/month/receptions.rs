//! Receptions of a month.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::ReceptionFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Receptions that were received within the bounds, voided ones among them, in that order.
    pub fn reception_facts(&self, bounds: &Bounds) -> StoreResult<Vec<ReceptionFact>> {
        let timings = self.timings_of(Register::Reception, bounds)?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.channel, r.relayed_by, c.acceptor,
                c.department, c.received_at, c.entered_at, c.closed_at, r.kind, r.course, r.handling, r.result,
                r.adopted, r.told_at, c.cycle - 1
             FROM cases c JOIN receptions r ON r.case_id = c.id
             WHERE c.register = 'reception' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(ReceptionFact {
                id,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                channel: column(row, at)?,
                relayed_by: column(row, at)?,
                acceptor: column(row, at)?,
                department: column(row, at)?,
                received_at: column(row, at)?,
                entered_at: column(row, at)?,
                closed_at: column(row, at)?,
                kind: column(row, at)?,
                course: column(row, at)?,
                handling: column(row, at)?,
                result: column(row, at)?,
                adopted: column(row, at)?,
                told_at: column(row, at)?,
                reopened: column(row, at)?,
                reply: timings.of(id, Milestone::Reply),
                finish: timings.of(id, Milestone::Finish),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
