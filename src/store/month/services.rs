//! Special services that were asked for in a month.
use super::{Bounds, bound};
use crate::model::case::Register;
use crate::model::clock::Milestone;
use crate::model::fact::ServiceFact;
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::params_from_iter;

/// A callback `o` that nobody made until it was too late, and that was dropped since: the end of the service came first.
const MISSED: &str =
    "EXISTS (SELECT 1 FROM clocks m WHERE m.case_id = o.id AND m.milestone = 'callback' AND m.late IS NOT NULL)";

/// Two columns: how many callbacks of a kind a case `c` is owed, and in how many of them the resident was asked.
fn asked_sql(kind: &str, missed: &str) -> String {
    let count = |what: &str| {
        format!(
            "(SELECT {what} FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
              WHERE k.from_id = c.id AND b.kind = '{kind}' AND (o.state <> 'voided' OR {missed}))"
        )
    };
    format!("{}, {}", count("count(*)"), count("count(b.satisfied)"))
}

impl Tx<'_> {
    /// Services that were asked for within the bounds, voided ones among them, in that order.
    pub fn service_facts(&self, bounds: &Bounds) -> StoreResult<Vec<ServiceFact>> {
        let sql = format!(
            "SELECT c.id, c.number, c.state, c.unit, c.building, c.name, c.matter, c.department, c.acceptor,
                c.received_at, s.starts_at, s.ends_at, s.handling, s.quality, s.result, s.finished_at, s.followed_up,
                s.reopened,
                coalesce(s.satisfied, (SELECT json_extract(y.result, '$.satisfied') FROM cycles y
                    WHERE y.case_id = c.id AND json_extract(y.result, '$.satisfied') IS NOT NULL
                    ORDER BY y.cycle DESC LIMIT 1)),
                {}, {}
             FROM cases c JOIN services s ON s.case_id = c.id
             WHERE c.register = 'service' AND c.received_at >= ?1 AND c.received_at < ?2
             ORDER BY c.received_at, c.id",
            asked_sql("service_mid", MISSED),
            asked_sql("service_end", "false"),
        );
        let timings = self.timings_of(Register::Service, bounds)?;
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            let at = &mut (0..);
            let id = column(row, at)?;
            Ok(ServiceFact {
                id,
                number: column(row, at)?,
                state: column(row, at)?,
                unit: column(row, at)?,
                building: column(row, at)?,
                name: column(row, at)?,
                matter: column(row, at)?,
                department: column(row, at)?,
                acceptor: column(row, at)?,
                received_at: column(row, at)?,
                starts_at: column(row, at)?,
                ends_at: column(row, at)?,
                handling: column(row, at)?,
                quality: column(row, at)?,
                result: column(row, at)?,
                finished_at: column(row, at)?,
                followed_up: column(row, at)?,
                reopened: column(row, at)?,
                satisfied: column(row, at)?,
                mid_owed: column(row, at)?,
                mid_asked: column(row, at)?,
                end_owed: column(row, at)?,
                end_asked: column(row, at)?,
                finish: timings.of(id, Milestone::Finish),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
