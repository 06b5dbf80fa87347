//! Stock-taking of the keys at month end (KEY-08).
use super::keys::{plant_room, to_staff};
use super::stage::{Stage, at, joined, local};
use frontdesk::desk::answer::Part;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::queue::Filter;
use frontdesk::model::stocktake::Stocktake;
use serde_json::json;

fn three_keys() -> Stage {
    let mut stage = Stage::new();
    for key in ["P1", "P2", "P3"] {
        plant_room(&mut stage, key);
    }
    stage.step("desk", "P2", "lend_key", to_staff());
    stage
}

fn open(stage: &Stage) -> Option<String> {
    let filter = Filter { register: Some(Register::Stocktake), ..Filter::default() };
    stage.desk.queue(&filter, 0, 9, stage.now).unwrap().pop().map(|row| row.number)
}

fn stocktake(stage: &Stage, number: &str) -> Stocktake {
    match stage.sheet(number).part {
        Part::Stocktake(stocktake) => stocktake,
        other => panic!("{other:?}"),
    }
}

/// KEY-08
#[test]
fn a_stock_taking_has_a_line_for_each_key_and_is_due_by_the_30th() {
    let mut stage = three_keys();
    let number = stage.ok("desk", json!({"do": "begin_stocktake"})).number;
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.entries.len(), stocktake(&stage, &number).month.as_str()), (3, "2026-11"));
    assert_eq!(stage.clock(&number, "KEY-08/report").due_at, local("2026-12-01 00:00"), "until the 30th ends");
    let again = stage.refused("desk", json!({"do": "begin_stocktake"}));
    assert!(matches!(again, Refusal::AlreadyThere(known) if known == number), "one case a month");
    let dept = stage.refused("dept", json!({"do": "begin_stocktake"}));
    assert!(matches!(dept, Refusal::NotAllowed { .. }));
}

/// KEY-08
#[test]
fn what_is_found_otherwise_than_recorded_is_a_difference_and_has_to_be_explained() {
    let mut stage = three_keys();
    let number = stage.ok("desk", json!({"do": "begin_stocktake"})).number;
    let count = |key: &str, found: &str| joined(&number, "count_key", json!({"key": key, "found": found}));
    assert_eq!(stage.fault("desk", count("P9", "seen")), ("key".into(), FaultWhy::NoSuchKey));
    stage.ok("desk", count("p1", "missing"));
    assert_eq!(stage.fault("desk", count("P1", "missing")), ("found".into(), FaultWhy::Unchanged));
    let early = stage.refused("desk", joined(&number, "report_stocktake", json!({})));
    assert!(matches!(early, Refusal::LinesLeft(2)), "{early:?}");
    stage.step("desk", &number, "count_rest", json!({}));
    let counted = stocktake(&stage, &number);
    assert_eq!((counted.seen, counted.out, counted.missing, counted.differences), (1, 1, 1, 1));
    let silent = joined(&number, "report_stocktake", json!({}));
    assert_eq!(stage.fault("desk", silent), ("note".into(), FaultWhy::Required));
    stage.step("desk", "P1", "report_lost", json!({"note": "盘点缺失"}));
    let done = stage.step("desk", &number, "report_stocktake", json!({"note": "P1 缺失，已报遗失"}));
    assert_eq!(done.state, Some(State::Closed));
    let reported = stocktake(&stage, &number);
    assert_eq!((reported.reported_by.as_deref(), reported.differences), (Some("desk"), 1), "as it was when counted");
    assert!(stage.clock(&number, "KEY-08/report").stopped.is_some());
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// KEY-08
#[test]
fn a_key_counted_wrong_is_counted_again_and_one_that_came_meanwhile_is_counted_too() {
    let mut stage = three_keys();
    let number = stage.ok("desk", json!({"do": "begin_stocktake"})).number;
    let count = |key: &str, found: &str| joined(&number, "count_key", json!({"key": key, "found": found}));
    stage.ok("desk", count("P3", "missing"));
    stage.ok("desk", count("P3", "seen"));
    assert_eq!(stocktake(&stage, &number).differences, 0);
    stage.step("desk", &number, "count_rest", json!({}));
    plant_room(&mut stage, "P4");
    let left = stage.refused("desk", joined(&number, "report_stocktake", json!({})));
    assert!(matches!(left, Refusal::LinesLeft(1)), "{left:?}");
    stage.ok("desk", count("P4", "seen"));
    stage.step("desk", &number, "report_stocktake", json!({}));
}

/// KEY-08
#[test]
fn from_the_25th_on_it_opens_by_itself_once_a_month() {
    let mut stage = three_keys();
    stage.go_to(at(24, 12, 0));
    stage.step("desk", "P1", "lend_key", to_staff());
    assert_eq!(open(&stage), None);
    stage.go_to(at(25, 0, 1));
    stage.step("desk", "P1", "return_key", json!({}));
    let number = open(&stage).unwrap();
    stage.step("desk", "P1", "lend_key", to_staff());
    assert_eq!(open(&stage), Some(number.clone()), "once a month");
    assert_eq!(stage.sheet(&number).entries.len(), 3);
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// KEY-08: a month end in which no key moves is not forgotten.
#[test]
fn from_the_25th_on_anything_done_opens_it_but_not_before() {
    let mut stage = three_keys();
    let asked = || json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "matter": "问路"});
    stage.go_to(at(24, 23, 59));
    stage.ok("desk", asked());
    assert_eq!(open(&stage), None);
    stage.go_to(at(25, 0, 1));
    stage.ok("guard", asked());
    let number = open(&stage).unwrap();
    assert_eq!(stage.clock(&number, "KEY-08/report").due_at, local("2026-12-01 00:00"));
    stage.ok("desk", json!({"do": "begin_handover"}));
    assert_eq!(open(&stage), Some(number));
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// KEY-08
#[test]
fn begun_on_the_31st_it_is_late_already() {
    let mut stage = three_keys();
    stage.go_to(local("2026-12-31 10:00"));
    let number = stage.ok("desk", json!({"do": "begin_stocktake"})).number;
    assert_eq!(stage.clock(&number, "KEY-08/report").due_at, local("2026-12-31 00:00"));
}

/// KEY-06, KEY-08: what is reported missing is followed up; nothing of it rests on somebody's memory.
#[test]
fn a_key_counted_missing_is_lost_once_the_count_is_reported() {
    let mut stage = three_keys();
    plant_room(&mut stage, "P4");
    let number = stage.ok("desk", json!({"do": "begin_stocktake"})).number;
    let count = |key: &str, found: &str| joined(&number, "count_key", json!({"key": key, "found": found}));
    for key in ["P1", "P2", "P4"] {
        stage.ok("desk", count(key, "missing"));
    }
    stage.step("desk", "P1", "report_lost", json!({"note": "盘点缺失"}));
    stage.step("desk", &number, "count_rest", json!({}));
    stage.go_to(at(22, 9, 0));
    // Lent after it was counted: it was there after all.
    stage.step("desk", "P4", "lend_key", to_staff());
    let done = stage.step("desk", &number, "report_stocktake", json!({"note": "P1、P2 缺失"}));
    let lent = stage.sheet("P2").case.number;
    assert_eq!(done.linked, [lent], "P1 was lost already, P4 is there");
    assert_eq!(stage.sheet("P2").case.state, State::Lost);
    assert_eq!(stage.sheet("P4").case.state, State::Lent);
    assert!(stage.clock("P2", "KEY-03/return").stopped.is_some(), "its loan waits no more");
    assert!(stage.clock("P2", "KEY-06/follow").stopped.is_none(), "its loss is followed up");
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}
