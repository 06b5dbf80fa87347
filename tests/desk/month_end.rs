//! The end of the month as it goes wrong: nobody there, handed in too early, changed inside (STA-06), and what a removed
//! record leaves behind in months other than its own (SEC-05).
use super::keys::{plant_room, to_staff};
use super::stage::{Stage, at, local};
use frontdesk::config::Config;
use frontdesk::desk::refusal::FaultWhy;
use frontdesk::desk::{Desk, Removal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::month::YearMonth;
use frontdesk::model::queue::{Filter, QueueRow};
use frontdesk::model::reception::ReviewKind;
use frontdesk::stats::{Facts, Month, differences};
use serde_json::{Value, json};
use std::sync::Arc;

fn month(text: &str) -> YearMonth {
    text.parse().unwrap()
}

fn sign(month: &str) -> Value {
    json!({"do": "hand_in_month", "month": month, "signature": "张敏"})
}

fn waiting(stage: &Stage) -> Vec<QueueRow> {
    let reviews = Filter { register: Some(Register::Review), ..Filter::default() };
    let mut rows = stage.desk.queue(&reviews, 0, 99, stage.now).unwrap();
    rows.retain(|row| row.review == Some(ReviewKind::Month));
    rows
}

fn asked_for(stage: &Stage) -> Vec<String> {
    let mut months: Vec<String> = waiting(stage).into_iter().map(|row| row.matter).collect();
    months.sort();
    months
}

/// The cases that made the difference of a figure.
fn made_by(stage: &Stage, id: &str) -> Vec<String> {
    let all = stage.desk.differences(month("2026-11"), stage.now).unwrap().unwrap();
    all.into_iter().filter(|one| one.id == id).flat_map(|one| one.cases).collect()
}

/// STA-06: as many as before, and yet another table.
#[test]
fn what_only_moves_from_one_part_to_another_is_a_difference_too() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.file("minor", "general");
    stage.ok("desk", sign("2026-11"));
    stage.step("sup", &number, "change_category", json!({"category": "cleaning", "reason": "属于保洁"}));
    assert_eq!(made_by(&stage, "complaints.received"), [&*number; 2], "taken from one category, given to another");
}

/// STA-06: the same key, lent once more.
#[test]
fn a_case_that_counts_more_often_than_before_made_the_difference() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.step("desk", "P1", "lend_key", to_staff());
    stage.step("desk", "P1", "return_key", json!({}));
    stage.ok("desk", sign("2026-11"));
    stage.wait(60);
    stage.step("desk", "P1", "lend_key", to_staff());
    let number = stage.sheet("P1").case.number;
    assert_eq!(made_by(&stage, "keys.loans"), [number]);
}

/// STA-06: nothing at all was done from the 25th on, in a file in which no month was handed in yet.
#[test]
fn the_first_month_of_a_file_is_asked_for_as_well_if_its_end_was_quiet() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    stage.go_to(local("2026-12-02 09:00"));
    stage.file("minor", "general");
    assert_eq!(asked_for(&stage), ["2026-11"]);
    let number = waiting(&stage).remove(0).number;
    assert_eq!(stage.clock(&number, "STA-06/hand_in").due_at, local("2026-12-01 00:00"), "late from the start");
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// STA-06: the desk was closed for a whole month and more.
#[test]
fn no_month_is_lost_where_nobody_was_there_for_longer() {
    let mut stage = Stage::new();
    stage.go_to(at(28, 9, 0));
    stage.file("minor", "general");
    stage.ok("desk", sign("2026-11"));
    stage.go_to(local("2026-12-10 09:00"));
    stage.file("minor", "general");
    stage.go_to(local("2027-02-03 09:00"));
    stage.file("minor", "general");
    assert_eq!(asked_for(&stage), ["2026-12"], "in January there was nothing");
}

/// STA-06: what is entered from long ago is not asked for, the program was not there.
#[test]
fn months_before_the_file_began_are_not_asked_for() {
    let mut stage = Stage::new();
    let late = json!({"do": "file_complaint", "unit": "1-1-101", "category": "cleaning", "matter": "楼道脏", "received_at": "2026-10-13T02:00:00Z"});
    stage.ok("desk", late);
    stage.go_to(local("2026-12-02 09:00"));
    stage.file("minor", "general");
    assert_eq!(asked_for(&stage), [""; 0], "October was before it, in November nothing was received");
}

/// STA-06: handed in on the 14th, by mistake perhaps: the rest of the month is still to come.
#[test]
fn a_month_that_was_handed_in_long_before_its_end_is_asked_for_again() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    let number = stage.ok("desk", sign("2026-11")).number;
    assert!(waiting(&stage).is_empty());
    stage.go_to(at(26, 9, 0));
    stage.file("minor", "general");
    stage.file("minor", "general");
    let rows = waiting(&stage);
    assert_eq!(rows.iter().map(|row| row.number.as_str()).collect::<Vec<_>>(), [&*number], "the same case");
    assert_eq!(stage.clock(&number, "STA-06/hand_in").due_at, local("2026-12-01 00:00"));
    let again = json!({"do": "hand_in_month", "month": "2026-11", "signature": "张敏", "note": "全月"});
    assert_eq!(stage.ok("desk", again).state, Some(State::Closed));
    assert!(stage.clock(&number, "STA-06/hand_in").stopped.is_some());
    stage.file("minor", "general");
    stage.go_to(local("2026-12-01 09:00"));
    stage.file("minor", "general");
    assert_eq!(asked_for(&stage), [""; 0], "once is enough");
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// SEC-05, STA-06: a fee entered in November, of which the household was reminded in December.
#[test]
fn a_record_is_removed_from_every_month_in_which_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let config = Arc::new(Config::from_text("test.toml", "").unwrap());
    let mut stage = Stage::on(Desk::open(&folder.path().join("desk.db"), config).unwrap());
    let fee = json!({"do": "begin_reminder", "unit": "3-1-502", "name": "王芳", "fee": "物业费"});
    let number = stage.ok("desk", fee).number;
    stage.go_to(at(28, 9, 0));
    stage.ok("desk", sign("2026-11"));
    stage.go_to(local("2026-12-05 09:00"));
    stage.file("minor", "general");
    stage.step("desk", &number, "remind", json!({"how": "letter"}));
    stage.step("desk", &number, "record_payment", json!({}));
    stage.go_to(local("2030-01-05 09:00"));
    let past = stage.desk.past_time(month("2029-01"), stage.now).unwrap();
    assert_eq!((past.records(), &past.months[..]), (1, &[month("2026-12")][..]), "its figures would change");
    stage.ok("desk", sign("2026-12"));
    let file = folder.path().join("archive.db");
    let removal = Removal { before: month("2029-01"), file: &file, records: 1 };
    stage.desk.remove_past(&removal, "manager", stage.now).unwrap();
    for gone in ["2026-11", "2026-12"] {
        assert_eq!(stage.desk.removed_in(month(gone)).unwrap(), 1, "{gone}");
        assert_eq!(stage.desk.differences(month(gone), stage.now).unwrap(), None, "{gone}");
    }
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// STA-06: nothing was received in December, and yet a key was lent.
#[test]
fn a_month_in_which_only_what_was_there_before_went_on_is_not_empty() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.ok("desk", sign("2026-11"));
    stage.go_to(local("2026-12-10 09:00"));
    let empty = stage.fault("desk", sign("2026-12"));
    assert_eq!(empty, ("month".into(), FaultWhy::EmptyMonth));
    stage.step("desk", "P1", "lend_key", to_staff());
    assert_eq!(stage.ok("desk", sign("2026-12")).state, Some(State::Closed));
}

/// DSP-10, SEC-05: an order is not over as long as its sheet is out.
#[test]
fn an_order_whose_sheet_never_came_back_is_not_removed_from_the_list_of_those() {
    let mut stage = Stage::new();
    let order =
        json!({"do": "file_work_order", "unit": "3-1-502", "name": "王芳", "job": "plumbing", "matter": "坏了"});
    let [out, home] = [0; 2].map(|_| stage.ok("desk", order.clone()).number);
    for number in [&out, &home] {
        stage.step("desk", number, "send_order", json!({"department": "engineering", "technician": "dept"}));
        stage.step("manager", number, "close_as_unable", json!({"reason": "业主自理"}));
    }
    stage.step("desk", &home, "move_copy", json!({"copy": "department", "copy_at": "missing"}));
    stage.go_to(local("2030-01-05 09:00"));
    let past = stage.desk.past_time(month("2029-01"), stage.now).unwrap();
    assert_eq!((past.registers, past.held), (vec![(Register::WorkOrder, 1)], 1));
}

/// STA-06: the lists of an older program, in another shape, are not there; its figures are.
#[test]
fn without_its_lists_only_the_figures_of_a_month_are_compared() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    let handed_in = stage.desk.month(month("2026-11"), stage.now).unwrap();
    let bare = Month { facts: Facts::default(), ..handed_in };
    let told = |stage: &Stage| {
        let now = stage.desk.month(month("2026-11"), stage.now).unwrap();
        let all = differences(&bare, &now);
        all.into_iter().map(|one| (one.id, one.cases.len())).collect::<Vec<_>>()
    };
    assert_eq!(told(&stage), []);
    stage.file("minor", "general");
    assert!(told(&stage).contains(&("complaints.received", 0)), "{:?}", told(&stage));
}
