//! Files that are not ours, too new, damaged, read-only or out of room: said in words, and left as they were.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test stops at the first fault")]

#[path = "support/estate.rs"]
mod estate;

mod bad_files {
    mod damage;
    mod poison;
    mod room;
}

use estate::Estate;
use rusqlite::Connection;
use serde_json::json;
use std::path::Path;

/// Runs `due` on the file of the estate, which must refuse in words and leave the file as it was. Gives the words.
fn refused(estate: &Estate, arguments: &[&str]) -> String {
    let before = std::fs::read(estate.database()).unwrap();
    let output = estate.run("manager", arguments);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{words}");
    assert!(!words.contains("panicked") && words.lines().count() == 1, "{words}");
    assert!(std::fs::read(estate.database()).unwrap() == before, "the file was changed: {words}");
    words
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let estate = Estate::empty();
    let other = Connection::open(estate.database()).unwrap();
    other.execute_batch("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('月亮代表我的心')").unwrap();
    drop(other);
    assert!(refused(&estate, &["due"]).contains("desk.db belongs to another program"));
    assert!(refused(&estate, &["act"]).contains("desk.db belongs to another program"));
    assert!(!Path::new(&estate.folder.path().join("desk.db-wal")).exists());
}

#[test]
fn a_text_file_is_no_database() {
    let estate = Estate::empty();
    std::fs::write(estate.database(), "房号,姓名,电话\n3-1-502,王芳,13800138000\n".repeat(200)).unwrap();
    assert!(refused(&estate, &["due"]).contains("desk.db is damaged or no database at all"));
    std::fs::write(estate.database(), "short").unwrap();
    assert!(refused(&estate, &["act"]).contains("desk.db is damaged or no database at all"));
}

#[test]
fn an_empty_file_becomes_ours() {
    let estate = Estate::empty();
    std::fs::write(estate.database(), "").unwrap();
    assert!(estate.desk().counts(frontdesk::wall_clock::now()).unwrap().is_empty());
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let estate = Estate::staffed();
    let newer = Connection::open(estate.database()).unwrap();
    let version: i64 = newer.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    newer.pragma_update(None, "user_version", version + 1).unwrap();
    drop(newer);
    let words = refused(&estate, &["act"]);
    assert!(words.contains("newer frontdesk") && words.contains("install the newer program"), "{words}");
}

#[test]
fn a_file_that_is_not_there_is_made_only_where_that_is_meant() {
    let estate = Estate::empty();
    for arguments in [&["due"][..], &["check"], &["backup", "copy.db"]] {
        let output = estate.run("manager", arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("desk.db does not exist"));
        assert!(!estate.database().exists());
    }
}

/// A file in which something happened, written out to the file itself.
fn lived_in() -> Estate {
    let estate = Estate::staffed();
    let mut desk = estate.desk();
    for i in 0..40 {
        let action = json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "category": "repair",
            "severity": "major", "matter": format!("厨房反复漏水{i}"), "detail": "上次维修后仍渗".repeat(60)});
        desk.perform_json(action, "desk", frontdesk::wall_clock::now()).unwrap();
    }
    estate
}
