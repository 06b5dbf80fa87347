//! Complaints of an older ledger: milestones as they were, and no bell for what ended years ago.
use super::stage::{Stage, local};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::complaint::Severity;
use frontdesk::model::queue::Filter;
use frontdesk::rules::clock::late_by;
use serde_json::{Value, json};

fn old(number: &str, reply: Option<(&str, &str)>) -> Value {
    let mut action = json!({"do": "import_complaint", "old_number": number, "received_at": "2019-04-25 09:32:09",
        "name": "A00045581", "matter": "小区物业管理有问题", "detail": "\n\t\t停车收费问题\n"});
    if let Some((at, said)) = reply {
        action["replied_at"] = json!(at);
        action["reply"] = json!(said);
    }
    action
}

#[test]
fn an_answered_complaint_comes_in_closed_with_its_verdict_and_rings_no_bell() {
    let mut stage = Stage::new();
    let done = stage.ok("desk", old("2549", Some(("2019-05-10 14:56:53", "已答复"))));
    assert_eq!((done.number.as_str(), done.state), ("TS-20190425-001", Some(State::Closed)));
    let sheet = stage.sheet("2549");
    assert_eq!(sheet.case.old_number.as_deref(), Some("2549"));
    assert_eq!(sheet.case.received_at, local("2019-04-25 09:32") + chrono::TimeDelta::seconds(9));
    assert_eq!(sheet.case.entered_at, stage.now);
    assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some()));
    let solve = stage.clock(&done.number, "CMP-05/solve");
    assert_eq!(late_by(&solve, stage.now), Some(13 * 86_400 + 5 * 3_600 + 24 * 60 + 44), "the breach it had is kept");
    assert!(stage.desk.queue(&Filter { pressing: true, ..Filter::default() }, 0, 9, stage.now).unwrap().is_empty());
    assert_eq!(stage.desk.next_change(stage.now).unwrap(), None);
}

#[test]
fn answered_after_more_than_a_month_it_had_become_major() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", old("7", Some(("2019-07-01 08:00", "已答复")))).number;
    assert_eq!(stage.complaint(&number).severity, Severity::Major);
}

#[test]
fn unanswered_it_is_open_and_late() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", old("8", None)).number;
    assert!(stage.sheet(&number).case.state.is_open());
    assert_eq!(stage.desk.queue(&Filter { pressing: true, ..Filter::default() }, 0, 9, stage.now).unwrap().len(), 1);
}

#[test]
fn the_same_old_number_is_taken_once() {
    let mut stage = Stage::new();
    stage.ok("desk", old("9", None));
    assert!(matches!(stage.refused("desk", old("9", None)), Refusal::AlreadyThere(number) if number == "9"));
}

#[test]
fn an_answer_before_the_question_is_refused() {
    let mut stage = Stage::new();
    let backwards = old("10", Some(("2018-05-10 14:56:53", "已答复")));
    assert_eq!(stage.fault("desk", backwards), ("replied_at".to_owned(), FaultWhy::BeforeMatter));
    let half = json!({"do": "import_complaint", "old_number": "11", "received_at": "2019-04-25", "matter": "问", "reply": "答"});
    assert_eq!(stage.fault("desk", half), ("replied_at".to_owned(), FaultWhy::Required));
}
