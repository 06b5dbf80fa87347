//! Complaints that were received in a month.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::ComplaintFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Complaints that were received within the bounds, voided ones among them, in that order.
    pub fn complaint_facts(&self, bounds: &Bounds) -> StoreResult<Vec<ComplaintFact>> {
        let timings = self.timings_of(Register::Complaint, bounds)?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.channel, c.acceptor, c.handler,
                c.department, c.received_at, c.entered_at, c.closed_at, k.category, k.severity, k.regrade_at, k.urgency,
                k.validity, k.reopened, k.measures, k.result, k.completed_at,
                coalesce(k.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y
                    WHERE y.case_id = c.id AND json_extract(y.result, '$.satisfied') IS NOT NULL
                    ORDER BY y.cycle DESC LIMIT 1))
             FROM cases c JOIN complaints k ON k.case_id = c.id
             WHERE c.register = 'complaint' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(ComplaintFact {
                id,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                channel: column(row, at)?,
                acceptor: column(row, at)?,
                handler: column(row, at)?,
                department: column(row, at)?,
                received_at: column(row, at)?,
                entered_at: column(row, at)?,
                closed_at: column(row, at)?,
                category: column(row, at)?,
                severity: column(row, at)?,
                regrade_at: column(row, at)?,
                urgency: column(row, at)?,
                validity: column(row, at)?,
                reopened: column(row, at)?,
                measures: column(row, at)?,
                result: column(row, at)?,
                completed_at: column(row, at)?,
                satisfied: column(row, at)?,
                contact: timings.of(id, Milestone::Contact),
                solve: timings.of(id, Milestone::Solve),
                head_office: timings.of(id, Milestone::HeadOffice),
                reply: timings.of(id, Milestone::Reply),
                sign: timings.of(id, Milestone::Sign),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
