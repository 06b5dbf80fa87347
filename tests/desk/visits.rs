//! Visits to residents (LED-13): the appointment, its change, what was said.
use super::stage::{Stage, at};
use frontdesk::desk::answer::{Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::clock::StopReason;
use frontdesk::model::visit::Visit;
use frontdesk::rules::clock::late_by;
use serde_json::{Value, json};

fn planned(stage: &mut Stage, more: Value) -> String {
    let mut action = json!({"do": "plan_visit", "unit": "3-1-502", "name": "王芳", "matter": "春节走访"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    stage.ok("desk", action).number
}

fn visit(stage: &Stage, number: &str) -> Visit {
    match stage.sheet(number).part {
        Part::Visit(visit) => visit,
        other => panic!("not a visit: {other:?}"),
    }
}

#[test]
fn led_13_a_visit_with_an_appointment_has_its_time_as_clock() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({"appointment_at": "11-16 15:00", "handler": "sup"}));
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.state, sheet.case.handler.as_deref()), (State::Appointed, Some("sup")));
    assert!(number.starts_with("BF-"), "{number}");
    assert_eq!(stage.clock(&number, "LED-13/visit").due_at, at(16, 15, 0));
}

#[test]
fn led_13_a_visit_without_an_appointment_waits_for_one() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({}));
    assert_eq!(stage.sheet(&number).case.state, State::Accepted);
    assert_eq!(stage.clock(&number, "LED-13/visit").due_at, at(21, 9, 30), "it is not forgotten");
    stage.step("desk", &number, "make_appointment", json!({"appointment_at": "11-16 15:00", "told": false}));
    assert_eq!(stage.sheet(&number).case.state, State::Appointed);
    assert_eq!(stage.clock(&number, "LED-13/visit").due_at, at(16, 15, 0));
}

#[test]
fn led_13_a_change_of_the_appointment_is_told_first_and_then_counts_anew() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({"appointment_at": "11-16 15:00"}));
    let change =
        |told: bool| json!({"do": "make_appointment", "number": number, "appointment_at": "11-17 10:00", "told": told});
    assert_eq!(stage.fault("desk", change(false)), ("told".to_owned(), FaultWhy::MustBeTrue));
    let same = json!({"do": "make_appointment", "number": number, "appointment_at": "11-16 15:00", "told": true});
    assert_eq!(stage.fault("desk", same), ("appointment_at".to_owned(), FaultWhy::Unchanged));
    stage.ok("desk", change(true));
    let clocks = stage.sheet(&number).clocks;
    assert_eq!(clocks[0].stopped.unwrap().why, StopReason::Superseded);
    assert_eq!((clocks[1].due_at, clocks[1].stopped), (at(17, 10, 0), None));
    let history = stage.sheet(&number).history;
    assert_eq!(history.last().unwrap().action["was"]["appointment_at"], json!(at(16, 15, 0)));
}

#[test]
fn esc_03_an_appointment_that_was_missed_stays_missed_when_another_is_made() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({"appointment_at": "11-16 15:00"}));
    stage.go_to(at(16, 16, 0));
    stage.step("desk", &number, "make_appointment", json!({"appointment_at": "11-17 10:00", "told": true}));
    assert_eq!(late_by(&stage.sheet(&number).clocks[0], stage.now), Some(3600));
}

#[test]
fn led_13_what_was_said_closes_it_at_the_time_when_it_took_place() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({"appointment_at": "11-16 15:00"}));
    stage.go_to(at(16, 17, 0));
    let early = json!({"do": "record_visit", "number": number, "said": "一切都好", "at": "11-13 15:00"});
    assert_eq!(stage.fault("sup", early), ("at".to_owned(), FaultWhy::BeforeMatter));
    let told = json!({"said": "一切都好", "result": "送去春联", "at": "11-16 14:55"});
    let done = stage.step("sup", &number, "record_visit", told);
    assert_eq!(done.state, Some(State::Closed));
    let part = visit(&stage, &number);
    assert_eq!((part.visited_at, part.said.as_deref()), (Some(at(16, 14, 55)), Some("一切都好")));
    let clock = stage.clock(&number, "LED-13/visit");
    assert_eq!(clock.stopped.unwrap().why, StopReason::Reached);
    assert_eq!(late_by(&clock, stage.now), None, "written down late, but made in time");
}

#[test]
fn esc_13_a_visit_that_took_place_unplanned_is_entered_afterwards() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({"received_at": "11-13 14:00"}));
    stage.step("sup", &number, "record_visit", json!({"said": "偶遇，聊了噪声", "at": "11-13 15:00"}));
    assert_eq!(visit(&stage, &number).visited_at, Some(at(13, 15, 0)));
    let missed = json!({"do": "plan_visit", "unit": "3-1-502", "matter": "走访", "received_at": "11-13 08:00",
        "appointment_at": "11-13 15:00"});
    assert_eq!(stage.ok("desk", missed).hint, Some(Hint::LateAlready));
}

#[test]
fn led_13_who_goes_works_here_and_somebody_is_visited() {
    let mut stage = Stage::new();
    let stranger = json!({"do": "plan_visit", "unit": "3-1-502", "matter": "走访", "handler": "nobody"});
    assert_eq!(stage.fault("desk", stranger), ("handler".to_owned(), FaultWhy::NoSuchStaff));
    let nobody = json!({"do": "plan_visit", "matter": "走访"});
    assert_eq!(stage.fault("desk", nobody), ("unit".to_owned(), FaultWhy::WhoIsIt));
    let before = json!({"do": "plan_visit", "unit": "3-1-502", "matter": "走访", "received_at": "11-13 08:00",
        "appointment_at": "11-12 15:00"});
    assert_eq!(stage.fault("desk", before), ("appointment_at".to_owned(), FaultWhy::BeforeMatter));
}

#[test]
fn led_13_a_visit_that_cannot_be_made_is_closed_by_the_supervisor_with_a_reason() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, json!({"appointment_at": "11-16 15:00"}));
    let refused = stage.refused("desk", json!({"do": "close_as_unable", "number": number, "reason": "搬走了"}));
    assert!(matches!(refused, Refusal::NotAllowed { .. }));
    stage.step("sup", &number, "close_as_unable", json!({"reason": "搬走了"}));
    assert_eq!(stage.clock(&number, "LED-13/visit").stopped.unwrap().why, StopReason::Judged);
    let other = planned(&mut stage, json!({"appointment_at": "11-16 15:00"}));
    stage.step("desk", &other, "void", json!({"reason": "登错了"}));
    assert_eq!(stage.clock(&other, "LED-13/visit").stopped.unwrap().why, StopReason::Voided);
}

/// LED-13
#[test]
fn a_visit_without_an_appointment_is_not_forgotten_either() {
    let mut stage = Stage::new();
    let plan = json!({"do": "plan_visit", "unit": "3-1-502", "name": "王芳", "matter": "征求意见"});
    let number = stage.ok("desk", plan).number;
    assert_eq!(stage.clock(&number, "LED-13/visit").due_at, at(21, 9, 30));
    stage.step("desk", &number, "make_appointment", json!({"appointment_at": "+2d", "told": true}));
    let running: Vec<_> = stage.sheet(&number).clocks.into_iter().filter(|clock| clock.stopped.is_none()).collect();
    assert_eq!(
        running.iter().map(|clock| clock.due_at).collect::<Vec<_>>(),
        [at(16, 9, 30)],
        "the appointment takes its place"
    );
}
