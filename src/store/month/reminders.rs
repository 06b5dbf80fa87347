//! Fees that were entered in a month, or of which somebody was reminded in it.
use super::{Bounds, bound};
use crate::model::fact::ReminderFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

impl Tx<'_> {
    /// Reminders that were received within the bounds or reminded in them, voided ones among them, in the order in which
    /// they were received.
    pub fn reminder_facts(&self, bounds: &Bounds) -> StoreResult<Vec<ReminderFact>> {
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.received_at, c.received_at >= ?1, r.fee,
                (SELECT count(*) FROM entries e
                 WHERE e.case_id = c.id AND e.kind = 'reminded' AND e.at >= ?1 AND e.at < ?2),
                r.promised_at, r.moved_to, r.broken, r.paid_at, r.result
             FROM (SELECT id FROM cases WHERE register = 'reminder' AND received_at >= ?1 AND received_at < ?2
                   UNION SELECT case_id FROM entries WHERE kind = 'reminded' AND at >= ?1 AND at < ?2) m
             CROSS JOIN reminders r ON r.case_id = m.id CROSS JOIN cases c ON c.id = m.id
             WHERE c.received_at < ?2 ORDER BY c.received_at, c.id",
        )?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            Ok(ReminderFact {
                id: column(row, at)?,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                received_at: column(row, at)?,
                begun: column(row, at)?,
                fee: column(row, at)?,
                reminded: column(row, at)?,
                promised_at: column(row, at)?,
                moved_to: column(row, at)?,
                broken: column(row, at)?,
                paid_at: column(row, at)?,
                result: column(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
