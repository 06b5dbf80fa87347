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
            "SELECT id, number, state, unit, building, name, matter, received_at, begun, fee, reminded_now, promised_at,
                moved_to, broken, paid_at, result
             FROM (SELECT c.*, r.*, c.received_at >= ?1 AND c.received_at < ?2 AS begun,
                     (SELECT count(*) FROM entries e
                      WHERE e.case_id = c.id AND e.kind = 'reminded' AND e.at >= ?1 AND e.at < ?2) AS reminded_now
                   FROM reminders r JOIN cases c ON c.id = r.case_id
                   WHERE c.received_at < ?2 AND (c.received_at >= ?1 OR r.reminded_at >= ?1))
             WHERE begun OR reminded_now > 0 ORDER BY received_at, id",
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
