//! Rows with values that cannot be, written beside the program: they must not stop the queue for everybody.
use crate::estate::{Estate, manager};
use frontdesk::desk::refusal::Refusal;
use frontdesk::model::queue::Filter;
use frontdesk::wall_clock::now;
use rusqlite::Connection;
use serde_json::json;

/// Two complaints and what is done to the first one beside the program. Gives both numbers.
fn poisoned(estate: &Estate, sql: &str) -> [String; 2] {
    let mut desk = estate.desk();
    let numbers = ["漏水", "噪音"].map(|matter| {
        let action =
            json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "category": "repair", "matter": matter});
        desk.perform_json(action, "desk", now()).unwrap().number
    });
    let other = Connection::open(estate.database()).unwrap();
    other.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF").unwrap();
    assert!(other.execute(sql, [&numbers[0]]).unwrap() > 0, "{sql}");
    numbers
}

#[test]
fn bytes_that_are_no_text_stop_neither_queue_nor_sheet() {
    for column in ["name", "matter", "detail", "unit", "building", "phone", "acceptor", "handler"] {
        let estate = Estate::staffed();
        let sql = format!("UPDATE cases SET {column} = cast(x'ff4142' as text) WHERE number = ?1");
        let [first, _] = poisoned(&estate, &sql);
        let desk = estate.desk();
        let lines = desk.queue(&Filter::default(), 0, 20, now()).unwrap();
        assert_eq!(lines.len(), 2, "{column}");
        assert_eq!(desk.sheet(&first, &manager()).unwrap().case.number, first);
        assert!(estate.run("desk", &["due"]).status.success());
        assert!(estate.run("desk", &["show", &first]).status.success());
        assert!(!desk.inspect().unwrap().findings.is_empty(), "and the digest tells of it");
    }
}

#[test]
fn a_row_that_cannot_be_is_shown_as_such_and_the_others_as_ever() {
    for sql in [
        "UPDATE cases SET channel = 'smoke' WHERE number = ?1",
        "UPDATE cases SET owner = 'king' WHERE number = ?1",
        "UPDATE cases SET department = cast(x'ff' as text) WHERE number = ?1",
        "UPDATE cases SET received_at = 'long ago' WHERE number = ?1",
        "UPDATE cases SET cycle = -1 WHERE number = ?1",
        "UPDATE complaints SET severity = 'gruesome' WHERE case_id = (SELECT id FROM cases WHERE number = ?1)",
        "UPDATE clocks SET within = 'soon' WHERE case_id = (SELECT id FROM cases WHERE number = ?1)",
        "UPDATE clocks SET due_at = 'later' WHERE case_id = (SELECT id FROM cases WHERE number = ?1)",
        "UPDATE cases SET register = 'dreams' WHERE number = ?1",
    ] {
        let estate = Estate::staffed();
        let [first, second] = poisoned(&estate, sql);
        let desk = estate.desk();
        let lines = desk.queue(&Filter::default(), 0, 20, now()).unwrap();
        assert_eq!(lines.len(), 2, "{sql}");
        let line = |number: &str| lines.iter().find(|line| line.number == number).unwrap();
        assert_eq!(line(&second).matter, "噪音", "{sql}");
        assert!(!line(&second).clocks.is_empty());
        // The channel is not on the line.
        assert!(sql.contains("channel") || line(&first).matter.starts_with('\u{fffd}'), "{sql}: {:?}", line(&first));
        assert!(matches!(desk.sheet(&first, &manager()), Err(Refusal::Store(_))), "{sql}");
        assert!(!desk.counts(now()).unwrap().is_empty(), "{sql}");
        assert!(estate.run("desk", &["due"]).status.success(), "{sql}");
        assert!(!desk.inspect().unwrap().findings.is_empty(), "{sql}");
    }
}
