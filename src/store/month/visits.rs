//! Visits that were planned in a month.
use super::{Bounds, bound, timing, timing_sql};
use crate::model::fact::VisitFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Visits that were asked for within the bounds, voided ones among them, in that order.
    pub fn visit_facts(&self, bounds: &Bounds) -> StoreResult<Vec<VisitFact>> {
        let sql = format!(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.handler, c.received_at,
                v.appointment_at, v.visited_at, v.said, v.result, {}
             FROM cases c JOIN visits v ON v.case_id = c.id LEFT JOIN clocks t ON t.case_id = c.id
             WHERE c.register = 'visit' AND c.received_at >= ?1 AND c.received_at < ?2
             GROUP BY c.received_at, c.id",
            timing_sql("visit"),
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            Ok(VisitFact {
                id: column(row, at)?,
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
                going: timing(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
