//! The most important figures in SQL that uses no view, so that a mistake which program and views share is found (STA-09).
use super::agreement::Table;
use chrono::{NaiveTime, SecondsFormat, TimeDelta};
use frontdesk::model::clock::Time;
use frontdesk::model::month::YearMonth;
use rusqlite::Connection;
use std::path::Path;

/// Figure, part, and a query for numerator and denominator: ?1 and ?2 are the first seconds of this month and the next,
/// ?3 is now.
const QUERIES: &[(&str, Option<&str>, &str)] = &[
    (
        "complaints.received",
        Some("category:repair"),
        "SELECT count(*), NULL FROM cases JOIN complaints ON case_id = id
         WHERE register = 'complaint' AND category = 'repair' AND state <> 'voided' AND received_at >= ?1 AND received_at < ?2 AND ?3 > ''",
    ),
    (
        "complaints.valid",
        None,
        "SELECT count(*) FILTER (WHERE validity NOT IN ('invalid', 'outside')), count(*) FROM cases JOIN complaints ON case_id = id
         WHERE state <> 'voided' AND received_at >= ?1 AND received_at < ?2 AND ?3 > ''",
    ),
    (
        "complaints.in_time",
        None,
        // A clock is late from its due second on, but not before it is in force; the frozen lateness is not looked at. Of
        // clocks of one rule that run at the same time the one that began first counts.
        "WITH valid AS (SELECT id FROM cases JOIN complaints ON case_id = id
            WHERE validity NOT IN ('invalid', 'outside') AND state <> 'voided' AND received_at >= ?1 AND received_at < ?2),
         moved AS (SELECT later.id FROM clocks later JOIN clocks first USING (case_id, cycle, rule)
            WHERE later.within = 'promised' AND later.armed_at > first.armed_at
            AND later.armed_at < coalesce(first.stopped_at, '9999')),
         solving AS (SELECT case_id, coalesce(stopped_at, ?3) >= max(due_at, armed_at) AS late, stopped_at, stop_reason
            FROM clocks JOIN valid ON valid.id = case_id
            WHERE milestone = 'solve' AND clocks.id NOT IN (SELECT id FROM moved)),
         late AS (SELECT DISTINCT case_id FROM solving WHERE late),
         kept AS (SELECT case_id FROM solving GROUP BY case_id HAVING max(late) = 0 AND count(stopped_at) = count(*)
            AND count(*) FILTER (WHERE stop_reason = 'reached') > 0)
         SELECT (SELECT count(*) FROM kept), (SELECT count(*) FROM kept) + (SELECT count(*) FROM late)",
    ),
    (
        "orders.received",
        Some("technician:dept"),
        "SELECT count(*), NULL FROM work_orders, cases WHERE case_id = id AND technician = 'dept' AND state <> 'voided'
         AND received_at >= ?1 AND received_at < ?2 AND ?3 > ''",
    ),
    (
        "orders.finish_time",
        None,
        "SELECT CAST(round(sum(86400.0 * (julianday(finished_at) - julianday(received_at)))) AS INTEGER), count(*)
         FROM work_orders, cases WHERE case_id = id AND state IN ('finished', 'closed')
         AND received_at >= ?1 AND received_at < ?2 AND ?3 > ''",
    ),
    (
        "orders.finish_time_90",
        None,
        "WITH took AS (SELECT strftime('%s', finished_at) - strftime('%s', received_at) AS seconds
            FROM work_orders, cases WHERE case_id = id AND state IN ('finished', 'closed')
            AND received_at >= ?1 AND received_at < ?2 AND ?3 > '')
         SELECT seconds, (SELECT count(*) FROM took) FROM took
         WHERE 10 * (SELECT count(*) FROM took other WHERE other.seconds <= took.seconds) >= 9 * (SELECT count(*) FROM took)
         ORDER BY seconds LIMIT 1",
    ),
    (
        "receptions.received",
        Some("channel:phone"),
        "SELECT count(*), NULL FROM cases WHERE register = 'reception' AND channel = 'phone' AND state <> 'voided'
         AND received_at >= ?1 AND received_at < ?2 AND ?3 > ''",
    ),
    (
        "sheets.earlier",
        None,
        "SELECT count(*), NULL FROM cases JOIN work_orders ON case_id = id
         WHERE department_copy_at NOT IN ('desk', 'filed', 'missing') AND state IN ('finished', 'closed', 'unable')
         AND received_at < ?1 AND ?2 > '' AND ?3 > ''",
    ),
];

#[track_caller]
pub fn assert_agree(file: &Path, month: YearMonth, now: Time, table: &Table) {
    let db = Connection::open(file).unwrap();
    let text = |at: Time| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    // The estate of the tests is 8 hours before UTC.
    let first = |month: YearMonth| text(month.first_day().and_time(NaiveTime::MIN).and_utc() - TimeDelta::hours(8));
    for (id, part, sql) in QUERIES {
        let values = [first(month), first(month.after(1)), text(now)];
        let plain: (i64, Option<i64>) = db
            .query_row(sql, rusqlite::params_from_iter(values), |row| {
                Ok((row.get::<_, Option<i64>>(0)?.unwrap_or(0), row.get(1)?))
            })
            .unwrap_or_default();
        let plain = Some(plain).filter(|(numerator, of)| of.unwrap_or(*numerator) != 0);
        let ours = table.get(&((*id).to_owned(), part.map(str::to_owned))).copied();
        assert_eq!(ours, plain, "{id} {part:?} of {month}");
    }
}
