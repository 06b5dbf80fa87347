//! Signing on at a shared terminal: who may set a PIN, how tries slow down, and that the PIN itself is nowhere (SEC-02).
use super::stage::Stage;
use chrono::TimeDelta;
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::clock::Time;
use serde_json::{Value, json};
use std::sync::Arc;

/// A try that fails: from when on the next one counts.
#[track_caller]
fn wrong(stage: &mut Stage, login: &str, pin: &str) -> Time {
    match stage.desk.sign_on(login, pin, stage.now) {
        Err(Refusal::WrongPin(until)) => until,
        other => panic!("a wrong PIN expected, got {other:?}"),
    }
}

fn seconds(stage: &Stage, until: Time) -> i64 {
    (until - stage.now).num_seconds()
}

/// SEC-02
#[test]
fn a_person_sets_the_own_pin_and_only_the_manager_that_of_another() {
    let mut stage = Stage::new();
    stage.ok("desk", json!({"do": "set_pin", "pin": "4711"}));
    assert_eq!(stage.desk.sign_on("desk", "４７１１", stage.now).unwrap().login, "desk", "digits of an input method");
    let others = json!({"do": "set_pin", "login": "guard", "pin": "2580"});
    for login in ["guard", "desk", "dept", "sup"] {
        let whose = if login == "guard" { "desk" } else { "guard" };
        let action = json!({"do": "set_pin", "login": whose, "pin": "2580"});
        assert!(matches!(stage.refused(login, action), Refusal::NotAllowed { .. }), "{login}");
    }
    stage.ok("manager", others);
    assert_eq!(stage.desk.sign_on("guard", "2580", stage.now).unwrap().login, "guard");
    let nobody = json!({"do": "set_pin", "login": "nobody", "pin": "2580"});
    assert_eq!(stage.fault("manager", nobody), ("login".to_owned(), FaultWhy::NoSuchStaff));
    assert_eq!(stage.desk.logins_with_pin().unwrap(), ["desk", "guard"]);
}

/// SEC-02
#[test]
fn what_is_no_pin_is_told_at_its_field() {
    let mut stage = Stage::new();
    for pin in ["123", "1234567890123", "7777", "12a4", "12 34"] {
        let action = json!({"do": "set_pin", "pin": pin});
        assert_eq!(stage.fault("desk", action), ("pin".to_owned(), FaultWhy::NotAPin), "{pin}");
    }
    assert_eq!(stage.fault("desk", json!({"do": "set_pin"})), ("pin".to_owned(), FaultWhy::Required));
    assert!(matches!(stage.desk.sign_on("desk", "4711", stage.now), Err(Refusal::NoPin)));
    assert!(matches!(stage.desk.sign_on("nobody", "4711", stage.now), Err(Refusal::UnknownLogin(_))));
}

/// SEC-02
#[test]
fn the_third_wrong_pin_in_a_row_makes_the_next_try_wait_and_each_one_after_twice_as_long() {
    let mut stage = Stage::new();
    stage.ok("desk", json!({"do": "set_pin", "pin": "4711"}));
    for _ in 0..2 {
        let until = wrong(&mut stage, "desk", "1234");
        assert_eq!(until, stage.now, "at once again");
    }
    for wait in [30, 60, 120, 240, 480, 900, 900] {
        let until = wrong(&mut stage, "desk", "1234");
        assert_eq!(seconds(&stage, until), wait);
        stage.now += TimeDelta::seconds(wait - 1);
        assert_eq!(wrong(&mut stage, "desk", "4711"), until, "the right one waits too, and is not counted");
        stage.now += TimeDelta::seconds(1);
    }
    assert!(stage.desk.sign_on("desk", "4711", stage.now).is_ok());
    let until = wrong(&mut stage, "desk", "1234");
    assert_eq!(until, stage.now, "who has signed on begins anew");
}

/// SEC-02
#[test]
fn a_clock_set_back_keeps_nobody_out_for_longer_than_the_longest_wait() {
    let mut stage = Stage::new();
    stage.ok("desk", json!({"do": "set_pin", "pin": "4711"}));
    for _ in 0..3 {
        wrong(&mut stage, "desk", "1234");
    }
    stage.now -= TimeDelta::days(400);
    let until = wrong(&mut stage, "desk", "4711");
    assert_eq!(seconds(&stage, until), 30);
}

/// SEC-01, SEC-02
#[test]
fn signing_on_and_the_tries_that_make_one_wait_are_written_down() {
    let mut stage = Stage::new();
    stage.ok("desk", json!({"do": "set_pin", "pin": "4711"}));
    let events = |stage: &Stage| stage.desk.inspect().unwrap().events;
    let before = events(&stage);
    wrong(&mut stage, "desk", "1234");
    wrong(&mut stage, "desk", "1234");
    assert_eq!(events(&stage), before, "a slip of the finger is nobody's business");
    wrong(&mut stage, "desk", "1234");
    assert_eq!(events(&stage), before + 1);
    stage.wait(1);
    stage.desk.sign_on("desk", "4711", stage.now).unwrap();
    assert_eq!(events(&stage), before + 2);
    assert_eq!(stage.desk.inspect().unwrap().findings, Vec::<String>::new());
}

/// SEC-02: not in the table of PINs, the journal, or anywhere else in the bytes of the file and of its log.
#[test]
fn the_pin_stands_nowhere_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("desk.db");
    let now = super::stage::at(14, 9, 30);
    let mut desk = Desk::open(&path, Arc::new(Config::shipped().unwrap())).unwrap();
    desk.first_start("manager", now).unwrap();
    let pin = "904715283346";
    desk.perform_json(json!({"do": "set_pin", "pin": pin}), "manager", now).unwrap();
    desk.sign_on("manager", pin, now).unwrap();
    let bad: Value = json!({"do": "set_pin", "pin": pin, "login": "nobody"});
    assert!(!format!("{:?}", desk.perform_json(bad, "manager", now)).contains(pin));
    let looked_at = |name: &str| {
        let bytes = std::fs::read(folder.path().join(name)).unwrap_or_default();
        assert!(!bytes.windows(pin.len()).any(|window| window == pin.as_bytes()), "the PIN stands in {name}");
        bytes.windows(9).any(|window| window == b"$argon2id")
    };
    let kept = ["desk.db", "desk.db-wal"].map(looked_at);
    assert!(kept.contains(&true), "its hash stands there");
}
