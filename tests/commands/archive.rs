//! `archive`: records past their time, as the program takes them out.

use crate::office::Office;
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::clock::Time;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

/// A file from the spring of 2020 in which seven receptions ended; `handed_in` with its month handed in.
fn old_office(handed_in: bool) -> (Office, String) {
    let office = Office::bare();
    let number = fill(&office.path("estate.db"), handed_in);
    (office, number)
}

fn fill(file: &Path, handed_in: bool) -> String {
    let mut desk = Desk::open(file, Arc::new(Config::from_text("test.toml", "").unwrap())).unwrap();
    let now: Time = "2020-03-14T01:30:00Z".parse().unwrap();
    desk.first_start("chen", now).unwrap();
    let mut ok = |action: Value| desk.perform_json(action, "chen", now).unwrap().number;
    ok(json!({"do": "add_staff", "login": "min", "name": "张敏", "role": "receptionist"}));
    let mut number = String::new();
    for _ in 0..7 {
        number = ok(json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "matter": "问停水时间"}));
        ok(json!({"do": "finish", "number": number, "result": "已答复"}));
    }
    if handed_in {
        ok(json!({"do": "hand_in_month", "month": "2020-03", "signature": "陈"}));
    }
    number
}

/// SEC-05
#[test]
fn without_remove_it_only_says_what_is_past_its_time() {
    let (office, number) = old_office(false);
    let said = office.run(&["--as", "min", "archive", "--before", "2021-01", "--lang", "en"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("7 records are past their time") && said.out.contains("2020-03"), "{}", said.out);
    assert!(office.run(&["--as", "min", "show", &number]).out.contains("王芳"));
    let wrong = office.run(&["--as", "min", "archive", "--before", "last year"]);
    assert_eq!(wrong.code, 1);
    assert!(wrong.err.contains("2026-10"), "says how a month is written: {}", wrong.err);
    assert_ne!(office.run(&["--as", "chen", "archive", "--before", "2021-01", "--remove"]).code, 0, "where to");
}

/// SEC-05
#[test]
fn the_manager_removes_as_many_as_were_said_and_the_archive_can_be_asked() {
    let (office, number) = old_office(true);
    let archive = |by: &str, yes: &[&str]| {
        let args = ["--as", by, "archive", "--before", "2021-01", "--out", "old.db", "--remove"];
        office.run(&[&args[..], yes].concat())
    };
    for (by, yes) in [("chen", &[][..]), ("chen", &["--yes", "6"]), ("min", &["--yes", "7"])] {
        let said = archive(by, yes);
        assert_eq!(said.code, 1, "{by} {yes:?}: {}", said.out);
        assert!(!office.path("old.db").exists(), "{by} {yes:?}");
    }
    let said = archive("chen", &["--yes", "7"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("old.db"), "{}", said.out);
    let shown = office.run(&["--as", "min", "show", &number]);
    assert!(
        shown.out.contains("已移出") && shown.out.contains("old.db") && !shown.out.contains("王芳"),
        "{}",
        shown.out
    );
    assert_eq!(office.run(&["check"]).code, 0);
    let mut command = office.plain_command();
    let asked = ["--config", "config.toml", "--db", "old.db", "--as", "min", "show", &number];
    let there = command.args(asked).output().unwrap();
    assert!(String::from_utf8_lossy(&there.stdout).contains("王芳"));
    let again = archive("chen", &["--yes", "7"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("old.db"), "never over a file that is there: {}", again.err);
}

/// SEC-05: killed at any moment, either nothing was removed or everything.
#[test]
fn a_kill_in_the_middle_removes_nothing_or_everything() {
    let whole = tempfile::tempdir().unwrap();
    let made = whole.path().join("estate.db");
    fill(&made, true);
    for round in 0..12u64 {
        let office = Office::bare();
        std::fs::copy(&made, office.path("estate.db")).unwrap();
        let mut command = office.command();
        command.args(["--as", "chen", "archive", "--before", "2021-01", "--out", "old.db", "--remove", "--yes", "7"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(6 * round));
        let _ = child.kill();
        child.wait().unwrap();
        let desk =
            Desk::open_existing(&office.path("estate.db"), Arc::new(Config::from_text("t", "").unwrap())).unwrap();
        let removed = desk.removed_in("2020-03".parse().unwrap()).unwrap();
        assert!(removed == 0 || removed == 7, "{removed} of 7");
        assert_eq!(desk.inspect().unwrap().findings, [""; 0]);
        if removed == 7 {
            let archive = Desk::open_existing(&office.path("old.db"), desk.config.clone()).unwrap();
            assert_eq!(archive.inspect().unwrap().findings, [""; 0]);
        }
    }
}
