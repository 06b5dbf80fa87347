//! The working registers from plain SQL: the board, the cabinet, the callbacks and their month. As in `bare`, text stays
//! text, and nothing is checked.

use super::bare::{Plain, plain};
use rusqlite::{Connection, Result, params};
use std::collections::HashMap;

const CLOCKS: &str = "SELECT id, case_id, cycle, rule, milestone, level, crossing, pausable, basis, within, started_at, \
    armed_at, due_at, soon_at, pause_from, pause_until, pause_left, paused_for, stopped_at, stop_reason, noted_by, noted_at \
    FROM clocks WHERE case_id IN (SELECT value FROM json_each(?1)) AND stopped_at IS NULL ORDER BY case_id, crosses_at";
const ORDERS: &str = "WITH orders AS (
    SELECT c.id, c.next_at AS rank, iif(c.state <> 'finished' AND EXISTS
        (SELECT 1 FROM pauses p WHERE p.case_id = c.id AND p.resumed_at IS NULL AND p.until > ?1), 'paused', c.state) AS lane
    FROM cases c WHERE c.open = 1 AND c.register = 'work_order'
    UNION ALL
    SELECT c.id, -unixepoch(c.closed_at), 'sheet_back' FROM cases c INDEXED BY cases_orders_closed
    WHERE c.register = 'work_order' AND c.state = 'closed' AND c.closed_at > ?2
), placed AS (
    SELECT id, row_number() OVER (PARTITION BY lane ORDER BY rank, id) AS place, count(*) OVER (PARTITION BY lane) AS total FROM orders
)
SELECT c.id, c.number, c.register, c.state, c.unit, c.name, c.matter, c.handler, c.department, c.owner, c.harm, c.received_at,
    c.version, c.cycle, w.urgency, w.job, w.technician, w.pressed, p.total
FROM placed p JOIN cases c ON c.id = p.id JOIN work_orders w ON w.case_id = c.id WHERE p.place <= 200 ORDER BY c.id";
const PEOPLE: &str = "SELECT rowid_of.n, s.login, s.name, s.department, s.skills,
    (SELECT count(*) FROM work_orders w JOIN cases c ON c.id = w.case_id
     WHERE w.technician = s.login AND w.finished_at IS NULL AND c.open = 1),
    (SELECT max(ends_at) FROM duties d WHERE d.login = s.login AND d.starts_at <= ?1 AND d.ends_at > ?1)
    FROM staff s, (SELECT 1 AS n) rowid_of
    WHERE s.active = 1 AND s.department IS NOT NULL AND s.role IN ('department', 'night_guard') ORDER BY s.login";
const KEYS: &str = "SELECT c.id, c.number, c.version, c.state, c.owner, c.unit, c.name, c.matter, k.kind, k.key_number, k.building,
    k.floor, k.hook, k.pieces, k.borrower, k.holder, k.holder_department, k.lent_at, coalesce(k.extended_to, k.back_by),
    k.extended_to, k.chased, k.deposit, k.mandate IS NOT NULL
    FROM house_keys k JOIN cases c ON c.id = k.case_id WHERE c.state NOT IN ('voided', 'handed_over')
    ORDER BY k.building IS NULL, length(k.building), k.building, k.floor IS NULL, length(k.floor), k.floor, length(k.hook), k.hook, c.id";

fn rows(db: &Connection, sql: &str, values: impl rusqlite::Params, columns: usize) -> Vec<Plain> {
    let mut query = db.prepare_cached(sql).unwrap();
    let rows = query.query_map(values, |row| plain(row, columns)).unwrap();
    rows.collect::<Result<_>>().unwrap()
}

/// The running clocks of all these rows in one question.
fn with_clocks(db: &Connection, mut lines: Vec<Plain>, of: impl Fn(&Plain) -> bool) -> Vec<Plain> {
    let ids: Vec<String> = lines.iter().filter(|line| of(line)).map(|line| line.id.to_string()).collect();
    let ids = format!("[{}]", ids.join(","));
    let mut query = db.prepare_cached(CLOCKS).unwrap();
    let clocks = query.query_map([ids], |row| Ok((row.get::<_, i64>(1)?, plain(row, 22)?))).unwrap();
    let places: HashMap<i64, usize> = lines.iter().enumerate().map(|(place, line)| (line.id, place)).collect();
    for clock in clocks {
        let (case, clock) = clock.unwrap();
        lines[places[&case]].clocks.push(clock);
    }
    lines
}

/// The orders of all columns in the order of their rows, and who could be sent.
pub fn board(db: &Connection, now: &str, closed_after: &str) -> (Vec<Plain>, Vec<Plain>) {
    let orders = rows(db, ORDERS, params![now, closed_after], 19);
    (with_clocks(db, orders, |_| true), rows(db, PEOPLE, [now], 7))
}

/// The keys along their hooks, and the deposits that are held.
pub fn cabinet(db: &Connection) -> (Vec<Plain>, i64) {
    let keys = with_clocks(db, rows(db, KEYS, [], 23), |key| key.texts[2].as_deref() == Some("lent"));
    let sql = "SELECT coalesce(sum(k.deposit), 0) FROM house_keys k JOIN cases c ON c.id = k.case_id
               WHERE k.deposit > 0 AND k.deposit_back IS NULL AND c.state <> 'voided'";
    (keys, db.prepare_cached(sql).unwrap().query_row([], |row| row.get(0)).unwrap())
}

/// The first page of the open callbacks.
pub fn callbacks(db: &Connection, limit: i64) -> Vec<Plain> {
    let sql = "SELECT c.id, c.number, c.register, c.state, c.unit, c.name, c.matter, c.handler, c.department, c.owner, c.harm,
                 c.received_at, c.version, c.cycle, b.kind, b.form, b.appointment_at
               FROM cases c JOIN callbacks b ON b.case_id = c.id WHERE c.open = 1 AND c.register = 'callback'
               ORDER BY c.harm DESC, c.next_at, c.id LIMIT ?1";
    with_clocks(db, rows(db, sql, [limit], 17), |_| true)
}

/// Kind, planned, asked, home visits, not content.
type KindRow = (String, i64, i64, i64, i64);

/// The figures of a month by kind, the households that were reached, and how many there are.
pub fn month(db: &Connection, month: &str) -> (Vec<KindRow>, i64, i64) {
    let sql = "SELECT b.kind, count(*), count(b.satisfied), coalesce(sum(b.satisfied IS NOT NULL AND b.form = 'visit'), 0),
                 coalesce(sum(b.satisfied = 0), 0)
               FROM callbacks b JOIN cases c ON c.id = b.case_id WHERE b.month = ?1 AND c.state <> 'voided' GROUP BY b.kind";
    let mut query = db.prepare_cached(sql).unwrap();
    let kinds = query.query_map([month], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)));
    let kinds = kinds.unwrap().collect::<Result<_>>().unwrap();
    let lots = "SELECT kind, count(*), count(drawn_at) FROM lots WHERE month = ?1 GROUP BY kind";
    let mut query = db.prepare_cached(lots).unwrap();
    let lots = query.query_map([month], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
    assert!(lots.collect::<Result<Vec<_>>>().unwrap().len() < 20);
    let due = "SELECT l.kind, count(*) FROM lots l JOIN cases c ON c.id = l.case_id
               WHERE l.month = ?1 AND l.drawn_at IS NOT NULL AND c.open = 1 AND NOT EXISTS
                 (SELECT 1 FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
                  WHERE k.from_id = l.case_id AND b.kind = l.kind AND o.state <> 'voided') GROUP BY l.kind";
    let mut query = db.prepare_cached(due).unwrap();
    let due = query.query_map([month], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
    assert!(due.collect::<Result<Vec<_>>>().unwrap().len() < 20);
    let one = |sql: &str, values: &[&dyn rusqlite::ToSql]| -> i64 {
        db.prepare_cached(sql).unwrap().query_row(values, |row| row.get(0)).unwrap()
    };
    let reached = one("SELECT count(*) FROM household_calls WHERE month = ?1", &[&month]);
    (kinds, reached, one("SELECT count(DISTINCT unit) FROM residents WHERE gone = 0", &[]))
}
