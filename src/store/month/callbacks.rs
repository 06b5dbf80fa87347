//! Callbacks of a month, what the lottery drew and is not owed yet, and the households of the round.
use super::Bounds;
use super::timings::Timings;
use crate::model::clock::Milestone;
use crate::model::fact::{CallbackFact, HouseholdFact, Timing};
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::Row;

/// A lot `l` that was drawn, whose case `c` goes on and about which nobody is owed a callback, or was asked.
pub(in crate::store) const NOT_OWED_YET: &str = "l.drawn_at IS NOT NULL AND c.open = 1 AND NOT EXISTS
    (SELECT 1 FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
     WHERE k.from_id = l.case_id AND b.kind = l.kind AND o.state <> 'voided')";

impl Tx<'_> {
    /// The callbacks that stand in the month's register, voided ones among them, then what was drawn and is not owed yet.
    pub fn callback_facts(&self, bounds: &Bounds) -> StoreResult<Vec<CallbackFact>> {
        let month = bounds.month.to_string();
        let filing = self.filing(&month)?;
        let clocks = "callbacks b JOIN clocks t ON t.case_id = b.case_id WHERE b.month = ?1";
        let timings = self.timings(clocks, [&month])?;
        let owed =
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.department, c.received_at, b.kind,
                b.drawn, b.technician, b.form, b.attempts, b.asked_at, b.asked_by, b.satisfied, b.said, b.quality,
                b.effect, b.reviewed_at, b.comment, b.opinion, b.decision
             FROM callbacks b JOIN cases c ON c.id = b.case_id
             WHERE b.month = ?1 ORDER BY c.received_at, c.id";
        let drawn = format!(
            "SELECT 0, l.number, NULL, c.unit, c.building, c.name, c.matter, c.department, c.received_at, l.kind,
                1, nullif(l.technician, ''), 'phone', 0, NULL, NULL, NULL, NULL, NULL,
                NULL, NULL, NULL, NULL, NULL
             FROM lots l JOIN cases c ON c.id = l.case_id WHERE l.month = ?1 AND {NOT_OWED_YET} ORDER BY l.id"
        );
        let mut all = Vec::new();
        for sql in [owed, &drawn] {
            let mut query = self.tx.prepare_cached(sql)?;
            let rows = query.query_map([&month], |row| callback(row, &timings, filing))?;
            for fact in rows {
                all.push(fact?);
            }
        }
        Ok(all)
    }

    /// How the archive of a month's callbacks stands (CBK-09); nothing before it was opened.
    fn filing(&self, month: &str) -> StoreResult<Timing> {
        let clocks = "reviews v JOIN cases c ON c.id = v.case_id JOIN clocks t ON t.case_id = v.case_id
             WHERE v.kind = 'callbacks' AND v.first_day = ?1 || '-01' AND c.state <> 'voided'";
        Ok(self.timings(clocks, [month])?.all(Milestone::Review))
    }

    /// The units in which somebody lives, and which of them were reached in the month (CBK-10).
    pub fn household_facts(&self, bounds: &Bounds) -> StoreResult<Vec<HouseholdFact>> {
        let mut query = self.tx.prepare_cached(
            "SELECT r.unit, h.unit IS NOT NULL, b.satisfied
             FROM (SELECT DISTINCT unit FROM residents WHERE gone = 0) r
             LEFT JOIN household_calls h ON h.month = ?1 AND h.unit = r.unit
             LEFT JOIN callbacks b ON b.case_id = h.case_id
             ORDER BY length(r.unit), r.unit",
        )?;
        let rows = query.query_map([bounds.month.to_string()], |row| {
            let at = &mut (0..);
            Ok(HouseholdFact { unit: column(row, at)?, reached: column(row, at)?, satisfied: column(row, at)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn callback(row: &Row<'_>, timings: &Timings, filing: Timing) -> rusqlite::Result<CallbackFact> {
    let at = &mut (0..);
    let id = column(row, at)?;
    Ok(CallbackFact {
        id,
        number: column(row, at)?,
        state: column(row, at)?,
        unit: column(row, at)?,
        building: column(row, at)?,
        name: column(row, at)?,
        matter: column(row, at)?,
        department: column(row, at)?,
        received_at: column(row, at)?,
        kind: column(row, at)?,
        drawn: column(row, at)?,
        technician: column(row, at)?,
        form: column(row, at)?,
        attempts: column(row, at)?,
        asked_at: column(row, at)?,
        asked_by: column(row, at)?,
        satisfied: column(row, at)?,
        said: column(row, at)?,
        quality: column(row, at)?,
        effect: column(row, at)?,
        reviewed_at: column(row, at)?,
        comment: column(row, at)?,
        opinion: column(row, at)?,
        decision: column(row, at)?,
        asking: timings.of(id, Milestone::Callback),
        filing,
    })
}
