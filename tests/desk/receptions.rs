//! REC-01 to REC-10, ESC-12, ESC-13: what people bring to the counter.
use super::stage::{Stage, at, joined};
use frontdesk::desk::answer::Hint;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Milestone;
use frontdesk::model::queue::Filter;
use frontdesk::model::reception::Course;
use frontdesk::model::staff::Role;
use serde_json::{Value, json};

fn matter(more: Value) -> Value {
    let mut action = json!({"do": "take_reception", "unit": "3栋1单元502", "name": "王芳", "phone": "１３８００１３８０００", "matter": "问装修押金"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

/// REC-01
#[test]
fn what_people_write_becomes_plain() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", matter(json!({"wanted_by": "明天下午3点", "channel": "walk_in"}))).number;
    let case = stage.sheet(&number).case;
    assert_eq!(number, "JD-20261114-001");
    assert_eq!((case.unit.as_deref(), case.building.as_deref()), (Some("3-1-502"), Some("3")));
    assert_eq!(case.phone.as_deref(), Some("13800138000"));
    assert_eq!(case.wanted_by, Some(at(15, 15, 0)));
    assert_eq!((case.acceptor.as_str(), case.state), ("desk", State::Accepted));
}

/// REC-01
#[test]
fn every_fault_is_told_at_its_field_at_once() {
    let mut stage = Stage::new();
    let bad =
        json!({"do": "take_reception", "unit": "abc!", "phone": "12", "received_at": "明天9点", "wanted_by": "32点"});
    let Refusal::Fields(faults) = stage.refused("desk", bad) else { panic!("fields expected") };
    let mut fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    fields.sort_unstable();
    assert_eq!(fields, ["matter", "phone", "received_at", "unit", "wanted_by"]);
    let nobody = json!({"do": "take_reception", "matter": "有人投诉"});
    assert_eq!(stage.fault("desk", nobody), ("unit".to_owned(), FaultWhy::WhoIsIt));
    let unknown = matter(json!({"colour": "red"}));
    assert!(matches!(stage.fault("desk", unknown), (field, FaultWhy::Unknown(_)) if field == "colour"));
    let early = matter(json!({"received_at": "09:00", "wanted_by": "08:00"}));
    assert_eq!(stage.fault("desk", early), ("wanted_by".to_owned(), FaultWhy::BeforeMatter));
}

/// REC-02
#[test]
fn a_relayed_matter_carries_the_name_of_the_post() {
    let mut stage = Stage::new();
    let nameless = matter(json!({"channel": "relayed"}));
    assert_eq!(stage.fault("guard", nameless), ("relayed_by".to_owned(), FaultWhy::Required));
    let number = stage.ok("guard", matter(json!({"channel": "relayed", "relayed_by": "东门岗"}))).number;
    assert_eq!(stage.reception(&number).relayed_by.as_deref(), Some("东门岗"));
}

/// REC-03
#[test]
fn answered_on_the_spot_it_is_done_and_no_clock_runs() {
    let mut stage = Stage::new();
    let silent = matter(json!({"course": "answered"}));
    assert_eq!(stage.fault("desk", silent), ("result".to_owned(), FaultWhy::Required));
    let done = stage.ok("desk", matter(json!({"course": "answered", "result": "押金三千，验收后退"})));
    assert_eq!(done.state, Some(State::Closed));
    assert!(stage.sheet(&done.number).clocks.is_empty());
}

/// REC-03
#[test]
fn a_complaint_is_made_in_the_same_step_and_both_show_the_link() {
    let mut stage = Stage::new();
    let taken = stage.ok("desk", matter(json!({"course": "complaint", "category": "repair", "severity": "important"})));
    let complaint = taken.linked[0].clone();
    let (from, to) = (stage.sheet(&taken.number), stage.sheet(&complaint));
    assert_eq!(
        (from.offspring[0].number.as_str(), to.origins[0].number.as_str()),
        (complaint.as_str(), taken.number.as_str())
    );
    assert_eq!(
        (&from.case.unit, &from.case.phone, &from.case.matter),
        (&to.case.unit, &to.case.phone, &to.case.matter)
    );
    assert!(from.clocks.is_empty(), "the complaint's procedure applies from here on");
    assert!(matches!(
        stage.refused("desk", joined(&taken.number, "finish", json!({"result": "好了"}))),
        Refusal::First(_)
    ));
    stage.duties(&complaint);
    stage.complete(&complaint);
    stage.step("manager", &complaint, "record_callback", json!({"outcome": "satisfied"}));
    stage.step("sup", &complaint, "sign_record", json!({}));
    assert_eq!(stage.sheet(&taken.number).case.state, State::Closed, "the complaint's end is the reception's end");
    stage.step("desk", &complaint, "reopen", json!({"reason": "又坏了"}));
    assert_eq!(stage.sheet(&taken.number).case.state, State::Handling);
}

/// REC-03, SEC-04
#[test]
fn a_complaint_voided_gives_its_reception_back_with_a_clock() {
    let mut stage = Stage::new();
    let taken = stage.ok("desk", matter(json!({}))).number;
    let complaint = stage.step("desk", &taken, "turn_into_complaint", json!({"category": "other"})).linked[0].clone();
    assert!(stage.sheet(&taken).clocks.iter().all(|clock| clock.stopped.is_some()));
    stage.wait(30);
    stage.step("desk", &complaint, "void", json!({"reason": "登记错误"}));
    assert_eq!(stage.sheet(&complaint).case.state, State::Voided);
    assert_eq!(stage.reception(&taken).course, Course::Desk);
    assert_eq!(stage.clock(&taken, "REC-05/supervisor").started_at, at(14, 9, 30), "it counts from when it came");
    let next =
        stage.ok("desk", json!({"do": "file_complaint", "unit": "3-1-502", "category": "other", "matter": "再来"}));
    assert_ne!(next.number, complaint, "a number is not used again");
}

/// REC-04
#[test]
fn a_promised_reply_has_a_phone_and_half_an_hour_or_the_time_that_was_promised() {
    let mut stage = Stage::new();
    let nameless = json!({"do": "take_reception", "unit": "3-1-502", "matter": "问", "promise": true});
    assert_eq!(stage.fault("desk", nameless), ("phone".to_owned(), FaultWhy::Required));
    let number = stage.ok("desk", matter(json!({"promise": true}))).number;
    assert_eq!(stage.clock(&number, "REC-04/reply").due_at, at(14, 10, 0));
    let later = stage.ok("desk", matter(json!({"promised_at": "14:00"}))).number;
    assert_eq!(stage.clock(&later, "REC-04/reply").due_at, at(14, 14, 0));
    let early = joined(&number, "finish", json!({"result": "内部已查"}));
    assert!(matches!(stage.refused("desk", early.clone()), Refusal::First(first) if first == [Milestone::Reply]));
    stage.step("desk", &number, "reply_to_resident", json!({"said": "已电话答复"}));
    stage.ok("desk", early);
}

/// REC-05
#[test]
fn unfinished_after_2_days_it_is_the_supervisors_and_after_a_week_the_managers() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", matter(json!({}))).number;
    for (day, hour, minute, owner) in [
        (16, 9, 29, Role::Receptionist),
        (16, 9, 30, Role::Supervisor),
        (21, 9, 29, Role::Supervisor),
        (21, 9, 30, Role::Manager),
    ] {
        stage.go_to(at(day, hour, minute));
        assert_eq!(stage.owner(&number), owner, "{day} {hour}:{minute}");
    }
}

/// REC-06
#[test]
fn only_the_manager_closes_as_unable_and_says_why() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", matter(json!({}))).number;
    let unable = |reason: &str| joined(&number, "close_as_unable", json!({"reason": reason}));
    assert!(
        matches!(stage.refused("sup", unable("无图纸")), Refusal::NotAllowed { roles } if roles.contains(&Role::Manager))
    );
    assert_eq!(stage.fault("manager", unable("  ")), ("reason".to_owned(), FaultWhy::Required));
    assert_eq!(stage.ok("manager", unable("开发商已注销")).state, Some(State::Unable));
}

/// REC-07
#[test]
fn a_day_of_the_register_is_reviewed_by_the_end_of_the_next_or_it_is_late() {
    let mut stage = Stage::new();
    stage.ok("desk", matter(json!({})));
    stage.ok("desk", matter(json!({"matter": "问车位"})));
    let reviews = Filter { register: Some(Register::Review), ..Filter::default() };
    let rows = stage.desk.queue(&reviews, 0, 9, stage.now).unwrap();
    assert_eq!(rows.len(), 2, "the day's and the week's");
    let day = rows[0].number.clone();
    assert_eq!(stage.sheet(&day).offspring.len(), 2, "it shows the receptions that it covers");
    assert_eq!(stage.clock(&day, "REC-07/day").due_at, at(16, 0, 0));
    assert!(matches!(stage.refused("desk", joined(&day, "sign_review", json!({}))), Refusal::NotAllowed { .. }));
    stage.go_to(at(16, 0, 5));
    assert!(
        stage
            .desk
            .queue(&Filter { overdue: true, ..reviews.clone() }, 0, 9, stage.now)
            .unwrap()
            .iter()
            .any(|row| row.number == day)
    );
    assert_eq!(stage.step("sup", &day, "sign_review", json!({"note": "已阅"})).state, Some(State::Closed));
    let week = rows[1].number.clone();
    assert!(matches!(stage.refused("sup", joined(&week, "sign_review", json!({}))), Refusal::NotAllowed { .. }));
    assert_eq!(stage.step("manager", &week, "sign_review", json!({})).state, Some(State::Closed));
}

/// REC-07
#[test]
fn a_week_is_reviewed_once_it_is_over_and_what_comes_after_a_review_opens_another() {
    let mut stage = Stage::new();
    stage.ok("desk", matter(json!({})));
    let open = |stage: &Stage| {
        let reviews = Filter { register: Some(Register::Review), ..Filter::default() };
        stage.desk.queue(&reviews, 0, 9, stage.now).unwrap().iter().map(|row| row.number.clone()).collect::<Vec<_>>()
    };
    let [day, week] = &open(&stage)[..] else { panic!("two reviews expected") };
    assert!(matches!(stage.refused("manager", joined(week, "sign_review", json!({}))), Refusal::NotYet(_)));
    stage.step("sup", day, "sign_review", json!({}));
    stage.ok("desk", matter(json!({"matter": "审核之后才来的"})));
    assert_eq!(open(&stage).len(), 2, "nothing slips past a review that was signed early");
}

/// REC-08
#[test]
fn handling_and_result_keep_who_and_when() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", matter(json!({}))).number;
    stage.step("dept", &number, "record_handling", json!({"note": "已现场查看"}));
    stage.wait(10);
    stage.step("desk", &number, "finish", json!({"result": "已解决"}));
    let sheet = stage.sheet(&number);
    let who: Vec<(&str, &str)> =
        sheet.history.iter().map(|event| (event.by.as_str(), event.action["do"].as_str().unwrap())).collect();
    assert_eq!(who, [("desk", "take_reception"), ("dept", "record_handling"), ("desk", "finish")]);
    assert_eq!(sheet.history[2].at, stage.now);
}

/// REC-09
#[test]
fn a_suggestion_is_finished_only_when_decided_and_its_author_told() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", matter(json!({"kind": "suggestion", "matter": "建议增设充电桩", "course": "forwarded", "department": "engineering"}))).number;
    let finish = joined(&number, "finish", json!({"result": "采纳"}));
    assert!(matches!(stage.refused("desk", finish.clone()), Refusal::DecideFirst));
    stage.step("sup", &number, "decide_suggestion", json!({"adopted": true, "note": "明年一季度施工"}));
    assert!(matches!(stage.refused("desk", finish.clone()), Refusal::DecideFirst), "the resident knows nothing yet");
    stage.step("desk", &number, "reply_to_resident", json!({"said": "已采纳"}));
    stage.ok("desk", finish);
    assert_eq!(stage.reception(&number).adopted, Some(true));
}

/// ESC-13
#[test]
fn entered_later_than_it_happened_it_carries_both_times_and_counts_from_the_first() {
    let mut stage = Stage::new();
    let late = matter(json!({"received_at": "11-12 08:00", "channel": "relayed", "relayed_by": "夜班"}));
    let done = stage.ok("desk", late);
    assert_eq!(done.hint, Some(Hint::LateAlready));
    let case = stage.sheet(&done.number).case;
    assert_eq!((case.received_at, case.entered_at), (at(12, 8, 0), stage.now));
    assert_eq!(stage.owner(&done.number), Role::Supervisor);
}

/// ESC-10
#[test]
fn a_reception_opened_again_runs_on_fresh_clocks() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", matter(json!({}))).number;
    stage.go_to(at(20, 9, 0));
    stage.step("desk", &number, "finish", json!({"result": "已解决"}));
    stage.step("desk", &number, "reopen", json!({"reason": "业主说没解决"}));
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.cycle, sheet.case.state), (2, State::Handling));
    assert_eq!(stage.owner(&number), Role::Receptionist, "nothing is overdue at the moment of reopening");
    assert_eq!(sheet.cycles.len(), 1);
}
