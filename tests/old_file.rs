//! A file of the version before is brought to this one and loses nothing: what stood in it stands in it, the queues are
//! the same, the journal holds, and what was going on goes on.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]

use chrono::{DateTime, Utc};
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::bigrams::tokens;
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Time;
use frontdesk::model::queue::Filter;
use rusqlite::types::Value;
use rusqlite::{Connection, params};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use tempfile::TempDir;

/// Marks of one of our files.
const APPLICATION_ID: i32 = 0x4644_534B;
/// The version that files are brought to: one more than the steps that stand beside the first.
const NEWEST: i32 = 9;

fn now() -> Time {
    "2026-11-14T02:00:00Z".parse::<DateTime<Utc>>().unwrap()
}

/// A file of version 1, in a folder of its own, as the program of that time left it.
fn old_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.db");
    let db = Connection::open(&file).unwrap();
    db.execute_batch(include_str!("../src/store/migrations/0001_first_registers.sql")).unwrap();
    db.execute_batch(include_str!("data/version_1.sql")).unwrap();
    let words = "SELECT id, concat_ws(char(10), number, old_number, unit, name, matter, detail) FROM cases";
    for row in rows(&db, words) {
        let [Value::Integer(id), Value::Text(text)] = &row[..] else { panic!("{row:?}") };
        db.execute("INSERT INTO case_words (rowid, words) VALUES (?1, ?2)", params![id, tokens(text)]).unwrap();
    }
    db.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    (folder, file)
}

fn rows(db: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut query = db.prepare(sql).unwrap();
    let columns = query.column_count();
    let rows = query.query_map([], |row| (0..columns).map(|at| row.get(at)).collect()).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

fn names(db: &Connection, sql: &str) -> Vec<String> {
    rows(db, sql).into_iter().map(|row| if let Value::Text(name) = &row[0] { name.clone() } else { panic!() }).collect()
}

fn version(db: &Connection) -> i32 {
    db.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap()
}

fn open(file: &std::path::Path) -> Desk {
    Desk::open(file, Arc::new(Config::from_text("test.toml", "").unwrap())).unwrap()
}

/// Every table of the old file, with the columns that it had, row by row.
fn content(db: &Connection, columns: &[(String, Vec<String>)]) -> Vec<(String, Vec<Vec<Value>>)> {
    let rows_of = |(table, columns): &(String, Vec<String>)| {
        let list = columns.join(", ");
        (table.clone(), rows(db, &format!("SELECT {list} FROM {table} ORDER BY {list}")))
    };
    columns.iter().map(rows_of).collect()
}

fn columns(db: &Connection) -> Vec<(String, Vec<String>)> {
    let tables = names(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name");
    let of = |table: &String| names(db, &format!("SELECT name FROM pragma_table_xinfo('{table}')"));
    tables.iter().map(|table| (table.clone(), of(table))).collect()
}

#[test]
fn nothing_of_an_old_file_is_lost_and_its_queues_are_the_same() {
    let (_folder, file) = old_file();
    let before = Connection::open(&file).unwrap();
    let columns = columns(&before);
    let stood = content(&before, &columns);
    let queue = names(&before, "SELECT number FROM cases WHERE open = 1 ORDER BY harm DESC, next_at, id");
    assert_eq!((version(&before), queue.len()), (1, 18));
    drop(before);

    let desk = open(&file);
    let survey = desk.inspect().unwrap();
    assert_eq!((survey.findings, survey.cases, survey.events), (Vec::<String>::new(), 24, 62));
    let shown = desk.queue(&Filter::default(), 0, 100, now()).unwrap();
    assert!(shown.iter().map(|row| &row.number).eq(&queue), "the order of the queue");
    assert!(shown[0].harm, "harm at the top");
    let after = Connection::open(&file).unwrap();
    assert_eq!(version(&after), NEWEST);
    for ((table, was), (_, is)) in stood.iter().zip(content(&after, &columns)) {
        assert_eq!(*was, is, "{table}");
    }
    let found = Filter { words: Some("漏水".to_owned()), past: true, ..Filter::default() };
    assert_eq!(desk.queue(&found, 0, 100, now()).unwrap().len(), 1, "the search knows its words");
    assert!(desk.draft("desk").unwrap().is_some(), "what was half typed is offered");
}

/// Tables are written anew by the step: no index, check or trigger may stay behind or come out otherwise.
#[test]
fn a_file_that_was_brought_up_has_the_shape_of_a_new_one() {
    let (folder, file) = old_file();
    let new = folder.path().join("new.db");
    let shape = |file: &std::path::Path| -> BTreeSet<String> {
        assert_eq!(open(file).inspect().unwrap().findings, [""; 0]);
        let db = Connection::open(file).unwrap();
        let sql = "SELECT concat_ws(' ', type, name, tbl_name, sql) FROM sqlite_schema";
        names(&db, sql).into_iter().collect()
    };
    let (brought, made) = (shape(&file), shape(&new));
    assert_eq!(brought.difference(&made).collect::<Vec<_>>(), [""; 0]);
    assert_eq!(made.difference(&brought).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn eight_programs_that_open_an_old_file_at_once_bring_it_up_once() {
    let (_folder, file) = old_file();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| drop(open(&file)));
        }
    });
    assert_eq!(version(&Connection::open(&file).unwrap()), NEWEST);
    assert_eq!(open(&file).inspect().unwrap().findings, [""; 0]);
}

/// The step runs in one transaction: what ends it in the middle leaves the old file as it was.
#[test]
fn a_step_that_fails_leaves_the_old_file() {
    let (_folder, file) = old_file();
    let db = Connection::open(&file).unwrap();
    // In the way of the last table of the step.
    db.execute_batch("CREATE TABLE entries (id INTEGER PRIMARY KEY) STRICT").unwrap();
    let columns = columns(&db);
    let stood = content(&db, &columns);
    assert!(Desk::open(&file, Arc::new(Config::from_text("test.toml", "").unwrap())).is_err());
    assert_eq!((version(&db), content(&db, &columns)), (1, stood));
    db.execute_batch("DROP TABLE entries").unwrap();
    drop(db);
    assert_eq!(open(&file).inspect().unwrap().findings, [""; 0]);
}

/// Steps on cases that the old program left: its promises, its pause, its day of the register.
#[test]
fn what_was_going_on_goes_on() {
    let (_folder, file) = old_file();
    let mut desk = open(&file);
    let open_cases = desk.queue(&Filter::default(), 0, 100, now()).unwrap();
    let number = |matter: &str| open_cases.iter().find(|row| row.matter == matter).unwrap().number.clone();
    let steps = [
        ("desk", "reply_to_resident", "问停水时间", json!({"said": "下午两点恢复"})),
        ("desk", "finish", "问停水时间", json!({"result": "已答复"})),
        ("dept", "resume", "对讲机无声", json!({})),
        ("dept", "stop_harm", "水管爆裂漫水", json!({"measures": "已关总阀"})),
        ("sup", "sign_record", "快递柜打不开", json!({})),
        ("sup", "report_to_head_office", "外墙瓷砖坠落", json!({"reported_to": "总公司", "copied": true})),
        ("dept", "finish", "楼道灯不亮", json!({"result": "换了镇流器"})),
    ];
    for (by, step, matter, fields) in steps {
        let mut action = json!({"do": step, "number": number(matter)});
        action.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        desk.perform_json(action, by, now()).unwrap_or_else(|refusal| panic!("{step} {matter}: {refusal:?}"));
    }
    let state = |matter: &str| desk.sheet(&number(matter), &desk.who("manager").unwrap()).unwrap().case.state;
    assert_eq!(state("快递柜打不开"), State::Closed, "asked before, signed now");
    assert_eq!(state("楼道灯不亮"), State::Closed);
    assert_eq!(desk.inspect().unwrap().findings, [""; 0]);
}

/// The old program kept no callbacks: a complaint that it left solved is asked about all the same (CMP-14, CBK-01).
#[test]
fn an_old_complaint_that_waits_for_its_callback_gets_one() {
    for (outcome, state) in
        [("satisfied", State::Closed), ("unsatisfied", State::Handling), ("no_answer", State::Solved)]
    {
        let (_folder, file) = old_file();
        let mut desk = open(&file);
        let open_cases = desk.queue(&Filter::default(), 0, 100, now()).unwrap();
        let number = open_cases.iter().find(|row| row.matter == "信箱锁坏").unwrap().number.clone();
        let asked = json!({"do": "record_callback", "number": number, "outcome": outcome, "said": "知道了"});
        desk.perform_json(asked, "manager", now()).unwrap();
        let sheet = desk.sheet(&number, &desk.who("manager").unwrap()).unwrap();
        assert_eq!(sheet.case.state, state, "{outcome}");
        assert_eq!(sheet.offspring.iter().filter(|one| one.register == Register::Callback).count(), 1, "{outcome}");
        assert_eq!(desk.inspect().unwrap().findings, [""; 0], "{outcome}");
    }
}

/// The views say something before anything is done (STA-09), and only months in which this program was at work are asked
/// for (STA-06).
#[test]
fn the_month_of_an_old_file_is_known_at_once_and_only_its_own_months_are_asked_for() {
    let (_folder, file) = old_file();
    let mut desk = open(&file);
    let db = Connection::open(&file).unwrap();
    let received =
        "SELECT month || ' ' || numerator FROM v_month_figures WHERE figure = 'complaints.received' AND part IS NULL";
    let counted = "SELECT strftime('%Y-%m', received_at, '+8 hours') || ' ' || count(*) FROM cases
        WHERE register = 'complaint' AND state <> 'voided' GROUP BY strftime('%Y-%m', received_at, '+8 hours')";
    assert_eq!(names(&db, received), names(&db, counted));
    let asked = "SELECT substr(first_day, 1, 7) FROM reviews WHERE kind = 'month' ORDER BY 1";
    let mut take = |at: &str| {
        let action = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "matter": "问停水时间"});
        desk.perform_json(action, "manager", at.parse().unwrap()).unwrap();
        names(&db, asked)
    };
    assert_eq!(take("2026-12-14T02:00:00Z"), [""; 0], "in November the old program was at work");
    assert_eq!(take("2027-01-14T02:00:00Z"), ["2026-12"]);
}
