//! The same answers from plain SQL: text stays text, nothing is checked, nobody is asked who is at the keyboard.
//! It knows the tables and nothing of the desk.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Result, Row, ToSql, TransactionBehavior, params};
use std::path::Path;

/// Columns of a clock as the file has them.
const CLOCK: &str = "SELECT id, case_id, cycle, rule, milestone, level, crossing, pausable, basis, within, started_at, \
    armed_at, due_at, soon_at, pause_from, pause_until, pause_left, paused_for, stopped_at, stop_reason, noted_by, noted_at \
    FROM clocks WHERE case_id = ?1 AND stopped_at IS NULL ORDER BY crosses_at";
/// Columns of a line of a queue.
const LINE: &str = "SELECT c.id, c.number, c.register, c.state, c.unit, c.name, c.matter, c.handler, c.department, c.owner, \
    c.harm, c.received_at, c.version, c.cycle, k.category, k.severity, k.regrade_at, k.urgency, k.proposed_major, r.kind, r.course \
    FROM cases c LEFT JOIN complaints k ON k.case_id = c.id LEFT JOIN receptions r ON r.case_id = c.id";
const CASE: &str = "SELECT id, number, register, state, unit, building, name, phone, matter, detail, channel, acceptor, \
    handler, department, owner, harm, received_at, entered_at, wanted_by, closed_at, cycle, version, old_number FROM cases";

/// One row as it comes: numbers as numbers, text as text.
pub struct Plain {
    /// First column: the row.
    pub id: i64,
    /// The others.
    pub texts: Vec<Option<String>>,
    /// Its running clocks.
    pub clocks: Vec<Plain>,
}

/// A row with so many columns.
pub fn plain(row: &Row<'_>, columns: usize) -> Result<Plain> {
    let text = |at: usize| -> Result<Option<String>> {
        Ok(match row.get_ref(at)? {
            rusqlite::types::ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
            rusqlite::types::ValueRef::Integer(_) | rusqlite::types::ValueRef::Null => None,
            other => unreachable!("{other:?}"),
        })
    };
    Ok(Plain { id: row.get(0)?, texts: (1..columns).map(text).collect::<Result<_>>()?, clocks: Vec::new() })
}

/// The file, ready to be read and written.
pub fn open(file: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(file, flags).unwrap();
    db.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON").unwrap();
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
    db.set_prepared_statement_cache_capacity(64);
    db
}

fn with_clocks(db: &Connection, mut rows: Vec<Plain>) -> Vec<Plain> {
    let mut query = db.prepare_cached(CLOCK).unwrap();
    for row in &mut rows {
        let clocks = query.query_map([row.id], |row| plain(row, 22)).unwrap();
        row.clocks = clocks.collect::<Result<_>>().unwrap();
    }
    rows
}

/// The first page of the open complaints.
pub fn complaints(db: &Connection, limit: i64) -> Vec<Plain> {
    let sql =
        format!("{LINE} WHERE c.open = 1 AND c.register = 'complaint' ORDER BY c.harm DESC, c.next_at, c.id LIMIT ?1");
    let mut query = db.prepare_cached(&sql).unwrap();
    let rows = query.query_map([limit], |row| plain(row, 21)).unwrap();
    with_clocks(db, rows.collect::<Result<_>>().unwrap())
}

/// The first page of what is late or due soon, all registers.
pub fn pressing(db: &Connection, now: &str, limit: i64) -> Vec<Plain> {
    let sql = format!("{LINE} WHERE c.open = 1 AND c.soon_at <= ?1 ORDER BY c.harm DESC, c.next_at, c.id LIMIT ?2");
    let mut query = db.prepare_cached(&sql).unwrap();
    let rows = query.query_map(params![now, limit], |row| plain(row, 21)).unwrap();
    with_clocks(db, rows.collect::<Result<_>>().unwrap())
}

/// Register by register: open, overdue, due today.
pub fn counts(db: &Connection, now: &str, day_ends: &str) -> Vec<(String, i64, i64, i64)> {
    let sql = "SELECT register, count(*), sum(next_at <= ?1), sum(next_at > ?1 AND next_at <= ?2)
               FROM cases WHERE open = 1 GROUP BY register";
    let mut query = db.prepare_cached(sql).unwrap();
    let rows =
        query.query_map([now, day_ends], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
    rows.collect::<Result<_>>().unwrap()
}

/// Residents whose name, spelling, unit or phone begins like this.
pub fn residents(db: &Connection, prefix: &str, limit: i64) -> Vec<Plain> {
    let sql = "SELECT DISTINCT id, unit, name, phone, tie, needs, note, gone FROM resident_keys
               JOIN residents ON id = resident_id WHERE key >= ?1 AND key < ?2
               ORDER BY gone, key = ?1 DESC, length(unit), unit, id LIMIT ?3";
    let mut query = db.prepare_cached(sql).unwrap();
    let above = format!("{prefix}\u{10FFFF}");
    let rows = query.query_map(params![prefix, above, limit], |row| plain(row, 8)).unwrap();
    rows.collect::<Result<_>>().unwrap()
}

/// A household: its people, then its open cases and the newest others.
pub fn household(db: &Connection, unit: &str, limit: i64) -> (Vec<Plain>, Vec<Plain>) {
    let people =
        "SELECT id, unit, name, phone, tie, needs, note, gone FROM residents WHERE unit = ?1 ORDER BY gone, id";
    let mut query = db.prepare_cached(people).unwrap();
    let rows = query.query_map([unit], |row| plain(row, 8)).unwrap();
    let people = rows.collect::<Result<_>>().unwrap();
    let sql = format!("{CASE} WHERE unit = ?1 ORDER BY open DESC, iif(open, next_at, NULL), id DESC LIMIT ?2");
    let mut query = db.prepare_cached(&sql).unwrap();
    let rows = query.query_map(params![unit, limit], |row| plain(row, 23)).unwrap();
    (people, with_clocks(db, rows.collect::<Result<_>>().unwrap()))
}

/// Takes in a matter as the desk does it: number, case, words, reception, two clocks, both reviews, event, digests.
/// Hashes stand there ready made.
pub fn take_reception(db: &mut Connection, now: &str) {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    add_reception(&tx, now);
    tx.commit().unwrap();
}

/// The inside of [`take_reception`], for several in one transaction.
pub fn add_reception(tx: &Connection, now: &str) {
    let run = |sql: &str, values: &[&dyn ToSql]| tx.prepare_cached(sql).unwrap().execute(values).unwrap();
    let one = |sql: &str| -> i64 { tx.prepare_cached(sql).unwrap().query_row([], |row| row.get(0)).unwrap() };
    let last = one(
        "INSERT INTO numbers (prefix, day, last) VALUES ('JD', '20261121', 1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
    );
    let id = one("SELECT max(id) + 1 FROM cases");
    run(
        "INSERT INTO cases (id, number, register, state, unit, building, name, phone, matter, channel, acceptor, owner, harm,
           received_at, entered_at, cycle, version, next_at, soon_at)
         VALUES (?1, ?2, 'reception', 'accepted', '3-1-502', '3', '王芳', '13800138000', '厨房反复漏水', 'phone', 'desk',
           'receptionist', 0, ?3, ?3, 1, 1, '2026-11-23T01:15:00Z', '2026-11-22T15:39:00Z')",
        &[&id, &format!("JD-20261121-{last:03}"), &now],
    );
    let words = "jd 20261121 001 3 1 502 王芳 芳 厨房 房反 反复 复漏 漏水 水";
    run("INSERT INTO case_words (rowid, words) VALUES (?1, ?2)", &[&id, &words]);
    run("INSERT INTO receptions (case_id, kind, course) VALUES (?1, 'request', 'desk')", &[&id]);
    for (rule, level, due) in
        [("REC-05/supervisor", "supervisor", "2026-11-23"), ("REC-05/manager", "manager", "2026-11-28")]
    {
        run(
            "INSERT INTO clocks (case_id, cycle, rule, milestone, level, crossing, pausable, basis, within, started_at, armed_at,
               due_at, soon_at, paused_for)
             VALUES (?1, 1, ?2, 'finish', ?3, 'transfer', 1, 'natural', '2d', ?4, ?4, ?5, ?6, 0)",
            &[&id, &rule, &level, &now, &format!("{due}T01:15:00Z"), &"2026-11-22T15:39:00Z"],
        );
    }
    let mut touched = vec![id];
    for kind in ["day", "week"] {
        let review: i64 = tx
            .prepare_cached("SELECT case_id FROM reviews JOIN cases ON id = case_id WHERE kind = ?1 AND first_day = ?2 AND open = 1 AND reviewed_at IS NULL")
            .unwrap()
            .query_row([kind, if kind == "day" { "2026-11-21" } else { "2026-11-16" }], |row| row.get(0))
            .unwrap();
        run("INSERT INTO reviewed (review_id, reception_id) VALUES (?1, ?2)", &[&review, &id]);
        touched.push(review);
    }
    let event = one("SELECT max(id) + 1 FROM events");
    let hash = "0".repeat(64);
    let action = r#"{"do":"take_reception","unit":"3-1-502","name":"王芳","phone":"13800138000","matter":"厨房反复漏水","kind":"request"}"#;
    run(
        "INSERT INTO events (id, at, by, action, hash) VALUES (?1, ?2, 'desk', ?3, ?4)",
        &[&event, &now, &action, &hash],
    );
    for case in touched {
        run("INSERT INTO event_cases (case_id, event_id, digest) VALUES (?1, ?2, ?3)", &[&case, &event, &hash]);
    }
}
