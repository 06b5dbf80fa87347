//! Work orders that were received in a month, and the sheets that are not back by its end.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::{OrderFact, SheetFact};
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Work orders that were received within the bounds, voided ones among them, in that order.
    pub fn order_facts(&self, bounds: &Bounds) -> StoreResult<Vec<OrderFact>> {
        let timings = self.timings_of(Register::WorkOrder, bounds)?;
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.channel, c.acceptor, c.department,
                c.received_at, c.entered_at, w.job, w.urgency, w.technician, w.arrive_by,
                coalesce((SELECT min(json_extract(y.result, '$.arrived_at')) FROM cycles y WHERE y.case_id = c.id),
                    w.arrived_at),
                w.finished_at,
                coalesce(w.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y
                    WHERE y.case_id = c.id AND json_extract(y.result, '$.satisfied') IS NOT NULL
                    ORDER BY y.cycle DESC LIMIT 1)),
                w.result, w.material, w.charge, w.pressed, w.passed_on, w.apologies, w.reopened,
                w.stub_at, w.department_copy_at, w.resident_copy_at
             FROM cases c JOIN work_orders w ON w.case_id = c.id
             WHERE c.register = 'work_order' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(OrderFact {
                id,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                channel: column(row, at)?,
                acceptor: column(row, at)?,
                department: column(row, at)?,
                received_at: column(row, at)?,
                entered_at: column(row, at)?,
                job: column(row, at)?,
                urgency: column(row, at)?,
                technician: column(row, at)?,
                arrive_by: column(row, at)?,
                arrived_at: column(row, at)?,
                finished_at: column(row, at)?,
                satisfied: column(row, at)?,
                result: column(row, at)?,
                material: column(row, at)?,
                charge: column(row, at)?,
                pressed: column(row, at)?,
                passed_on: column(row, at)?,
                apologies: column(row, at)?,
                reopened: column(row, at)?,
                stub_at: column(row, at)?,
                department_copy_at: column(row, at)?,
                resident_copy_at: column(row, at)?,
                arrive: timings.of(id, Milestone::Arrive),
                finish: timings.of(id, Milestone::Finish),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Orders received before the end of the bounds that have ended and whose signed sheet is still out (DSP-10).
    pub fn sheet_facts(&self, bounds: &Bounds) -> StoreResult<Vec<SheetFact>> {
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.matter, c.department, w.technician, c.received_at, w.finished_at,
                w.department_copy_at, c.received_at < ?1
             FROM work_orders w JOIN cases c ON c.id = w.case_id
             WHERE w.department_copy_at IN ('department', 'resident') AND c.state IN ('finished', 'closed', 'unable')
                AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            Ok(SheetFact {
                id: column(row, at)?,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                matter: column(row, at)?,
                department: column(row, at)?,
                technician: column(row, at)?,
                received_at: column(row, at)?,
                finished_at: column(row, at)?,
                place: column(row, at)?,
                earlier: column(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
