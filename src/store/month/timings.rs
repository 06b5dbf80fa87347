//! How the clocks of a month's cases stand. They are read apart from the cases: added up beside them, each clock would be
//! looked at once for every column.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::{Milestone, Time};
use crate::model::fact::Timing;
use crate::store::convert::{Column, column};
use crate::store::{StoreResult, Tx};
use rusqlite::{Params, params_from_iter};
use std::collections::HashMap;

/// Whether a clock `t` was started for a promise that was moved, beside the one of the first promise: the verdict is
/// against the first (ESC-11, DSP-08).
const MOVED: &str = "(t.within = 'promised' AND EXISTS (SELECT 1 FROM clocks first
    WHERE first.case_id = t.case_id AND first.cycle = t.cycle AND first.rule = t.rule AND first.armed_at < t.armed_at
    AND (first.stopped_at IS NULL OR first.stopped_at > t.armed_at)))";

/// By case and milestone.
pub(super) struct Timings(HashMap<(i64, Milestone), Timing>);

impl Timings {
    /// Of one milestone of a case; a case without clocks has none.
    pub(super) fn of(&self, case: i64, milestone: Milestone) -> Timing {
        self.0.get(&(case, milestone)).copied().unwrap_or_default()
    }

    /// Of one milestone over all the cases.
    pub(super) fn all(&self, milestone: Milestone) -> Timing {
        let of = self.0.iter().filter(|((_, own), _)| *own == milestone);
        of.fold(Timing::default(), |all, (_, one)| Timing {
            late: all.late + one.late,
            reached: all.reached + one.reached,
            crosses_at: all.crosses_at.into_iter().chain(one.crosses_at).min(),
        })
    }
}

impl Tx<'_> {
    /// Of the cases of a register that were received within the bounds.
    pub(super) fn timings_of(&self, register: Register, bounds: &Bounds) -> StoreResult<Timings> {
        let values = [register.write()].into_iter().chain(bound(bounds));
        let cases = "cases c JOIN clocks t ON t.case_id = c.id
            WHERE c.register = ?1 AND c.received_at >= ?2 AND c.received_at < ?3";
        self.timings(cases, params_from_iter(values))
    }

    /// Of the clocks `t` that are named. Late by 0 is late: the due second is the first that is.
    pub(super) fn timings(&self, clocks: &str, values: impl Params) -> StoreResult<Timings> {
        let mut query = self.tx.prepare_cached(&format!(
            "SELECT t.case_id, t.milestone, t.late IS NOT NULL, t.stop_reason IS 'reached',
                iif(t.stopped_at IS NULL, t.crosses_at, NULL)
             FROM {clocks} AND NOT {MOVED}"
        ))?;
        let mut timings: HashMap<(i64, Milestone), Timing> = HashMap::new();
        let mut rows = query.query(values)?;
        while let Some(row) = rows.next()? {
            let at = &mut (0..);
            let timing = timings.entry((column(row, at)?, column(row, at)?)).or_default();
            timing.late += u32::from(column::<bool>(row, at)?);
            timing.reached += u32::from(column::<bool>(row, at)?);
            let crosses_at: Option<Time> = column(row, at)?;
            timing.crosses_at = timing.crosses_at.into_iter().chain(crosses_at).min();
        }
        Ok(Timings(timings))
    }
}
