//! Complaints and work orders of an older ledger: milestones as they were, and no bell for what ended years ago.
use super::stage::{Stage, local};
use frontdesk::desk::answer::Part;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::complaint::Severity;
use frontdesk::model::queue::Filter;
use frontdesk::model::work_order::{Place, WorkOrder};
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

fn old_order(number: &str, more: Value) -> Value {
    let mut action = json!({"do": "import_work_order", "old_number": number, "received_at": "2019-04-25 09:32",
        "unit": "3-1-502", "name": "王芳", "matter": "厨房水管漏水", "job": "给排水"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

fn order(stage: &Stage, number: &str) -> WorkOrder {
    match stage.sheet(number).part {
        Part::WorkOrder(order) => *order,
        other => panic!("not a work order: {other:?}"),
    }
}

/// DSP-01, CBK-02: what was finished on the older ledger is history.
#[test]
fn a_finished_job_comes_in_closed_and_nobody_is_owed_anything() {
    let mut stage = Stage::new();
    let done = json!({"contacted_at": "2019-04-25 10:00", "arrived_at": "2019-04-25 10:30",
        "finished_at": "2019-04-25 11:00", "result": "换了水管", "satisfied": "是", "done_by": "dept"});
    let done = stage.ok("desk", old_order("PG7", done));
    assert_eq!((done.number.as_str(), done.state), ("PG-20190425-001", Some(State::Closed)));
    let sheet = stage.sheet("pg7");
    assert_eq!((sheet.clocks.len(), sheet.offspring.len()), (0, 0), "no clock, no callback, no lottery");
    assert_eq!(sheet.case.closed_at, Some(local("2019-04-25 11:00")));
    let order = order(&stage, &done.number);
    assert_eq!((order.technician.as_deref(), order.satisfied), (Some("dept"), Some(true)));
    assert_eq!(order.department_copy_at, Place::Filed, "DSP-10: no sheet is looked for");
    assert_eq!(stage.desk.next_change(stage.now).unwrap(), None);
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// ESC-13
#[test]
fn an_unfinished_job_goes_to_the_board_and_is_not_born_late() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", old_order("8", json!({"arrived_at": "2019-04-26 9:00"}))).number;
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.case.state, State::Waiting);
    assert_eq!(sheet.case.received_at, local("2019-04-25 09:32"));
    assert!(!sheet.clocks.is_empty());
    assert!(sheet.clocks.iter().all(|clock| clock.started_at == stage.now && late_by(clock, stage.now).is_none()));
    let with_dept = stage.ok("desk", old_order("9", json!({"done_by": "dept", "job": "plumbing"}))).number;
    assert_eq!(stage.sheet(&with_dept).case.state, State::Sent);
    stage.wait(5);
    stage.step("dept", &with_dept, "sign_order", json!({}));
    stage.step("dept", &with_dept, "finish_order", json!({"result": "好了"}));
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

#[test]
fn whoever_did_it_and_is_not_known_here_is_kept_in_the_story() {
    let mut stage = Stage::new();
    let more = json!({"done_by": "老周", "detail": "阀门锈死", "finished_at": "2019-04-26", "job": null});
    let number = stage.ok("desk", old_order("10", more)).number;
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.case.detail.as_deref(), Some("阀门锈死\n老周"));
    let order = order(&stage, &number);
    assert_eq!((order.technician, order.job.as_str()), (None, "other"));
}

#[test]
fn a_job_of_the_same_old_number_is_taken_once_and_only_in_the_order_of_time() {
    let mut stage = Stage::new();
    stage.ok("desk", old_order("9", json!({})));
    assert!(matches!(stage.refused("desk", old_order("9", json!({}))), Refusal::AlreadyThere(number) if number == "9"));
    let early = old_order("11", json!({"finished_at": "2019-04-24"}));
    assert_eq!(stage.fault("desk", early), ("finished_at".to_owned(), FaultWhy::BeforeMatter));
    let turned = old_order("12", json!({"arrived_at": "2019-04-27", "finished_at": "2019-04-26"}));
    assert!(matches!(stage.fault("desk", turned), (field, FaultWhy::OutOfOrder { .. }) if field == "finished_at"));
    let half = old_order("13", json!({"result": "换了水管"}));
    assert_eq!(stage.fault("desk", half), ("finished_at".to_owned(), FaultWhy::Required));
    assert!(matches!(stage.refused("guard", old_order("14", json!({}))), Refusal::NotAllowed { .. }), "SEC-02");
}
