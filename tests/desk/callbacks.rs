//! CBK-01 to CBK-11: who is asked afterwards, by whom, how, and what comes of it.
use super::stage::{Stage, at, joined, local};
use frontdesk::desk::answer::{Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::callback::{Archive, Callback, CallbackKind, Grade};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Milestone;
use frontdesk::model::complaint::CallbackForm;
use frontdesk::model::queue::{Filter, QueueRow};
use frontdesk::model::reception::ReviewKind;
use frontdesk::model::staff::Role;
use serde_json::{Value, json};

fn callback(stage: &Stage, number: &str) -> Callback {
    match stage.sheet(number).part {
        Part::Callback(callback) => *callback,
        other => panic!("not a callback: {other:?}"),
    }
}

/// A complaint of engineering whose work is done, and its callback.
fn completed(stage: &mut Stage, severity: &str) -> (String, String) {
    let complaint = stage.file(severity, "general");
    stage.step("desk", &complaint, "forward_to_department", json!({"department": "engineering"}));
    stage.duties(&complaint);
    let callback = stage.complete(&complaint).linked.remove(0);
    (complaint, callback)
}

fn planned(stage: &mut Stage, about: &str) -> String {
    let plan = json!({"do": "plan_callback", "about": about, "unit": "3-1-502", "matter": "重阳节活动"});
    stage.ok("desk", plan).number
}

fn satisfied() -> Value {
    json!({"outcome": "satisfied"})
}

/// CBK-01
#[test]
fn each_kind_is_due_after_its_time() {
    let mut stage = Stage::new();
    for (about, rule, due) in [
        ("activity", "CBK-01/activity", local("2026-12-14 09:30")),
        ("publication", "CBK-01/publication", local("2026-12-14 09:30")),
        ("other", "CBK-01/other", at(21, 9, 30)),
    ] {
        let number = planned(&mut stage, about);
        assert!(number.starts_with("HF-20261114-"));
        assert_eq!(stage.clock(&number, rule).due_at, due, "{about}");
    }
    let (complaint, callback) = completed(&mut stage, "minor");
    assert_eq!(stage.clock(&callback, "CBK-01/complaint").due_at, at(17, 9, 30));
    let sheet = stage.sheet(&callback);
    assert_eq!(sheet.origins[0].number, complaint);
    assert_eq!((sheet.case.name.as_deref(), sheet.case.unit.as_deref()), (Some("王芳"), Some("3-1-502")));
    assert_eq!(stage.sheet(&complaint).offspring[0].number, callback);
}

/// CBK-01
#[test]
fn nobody_plans_by_hand_what_a_rule_makes_or_for_nobody() {
    let mut stage = Stage::new();
    let plan = json!({"do": "plan_callback", "about": "repair", "unit": "3-1-502", "matter": "修门"});
    let words = ["activity", "publication", "other"].map(str::to_owned).to_vec();
    assert_eq!(stage.fault("desk", plan), ("about".to_owned(), FaultWhy::NotOneOf(words)));
    let nobody = json!({"do": "plan_callback", "about": "other", "matter": "修门"});
    assert_eq!(stage.fault("desk", nobody), ("unit".to_owned(), FaultWhy::WhoIsIt));
}

/// CBK-01
#[test]
fn a_second_callback_has_its_time_between_one_and_two_months_after() {
    let mut stage = Stage::new();
    let (_, first) = completed(&mut stage, "minor");
    stage.step("desk", &first, "record_callback", satisfied());
    stage.wait(24 * 60);
    let reviewed = stage.step("sup", &first, "review_callback", json!({"note": "再看一次", "second": true}));
    assert_eq!(reviewed.state, Some(State::Closed));
    let second = reviewed.linked[0].clone();
    assert_eq!(callback(&stage, &second).kind, CallbackKind::Second);
    assert_eq!(stage.clock(&second, "CBK-01/second").due_at, local("2027-01-14 09:30"), "counted from the first time");
    let early = stage.refused("desk", joined(&second, "record_callback", satisfied()));
    assert!(matches!(early, Refusal::NotYet(opens) if opens == local("2026-12-14 09:30")), "{early:?}");
    stage.go_to(local("2026-12-14 09:30"));
    assert_eq!(stage.step("desk", &second, "record_callback", satisfied()).state, Some(State::Asked));
}

/// CBK-03
#[test]
fn after_other_complaints_the_head_of_the_department_asks_or_the_desk() {
    let mut stage = Stage::new();
    let (_, callback) = completed(&mut stage, "minor");
    assert_eq!(stage.owner(&callback), Role::Department);
    let ask = joined(&callback, "record_callback", satisfied());
    assert!(matches!(stage.refused("guard", ask.clone()), Refusal::NotAllowed { .. }));
    let other =
        json!({"do": "add_staff", "login": "garden", "name": "绿化", "role": "department", "department": "greening"});
    stage.ok("manager", other);
    assert!(matches!(stage.refused("garden", ask.clone()), Refusal::NotAllowed { .. }));
    stage.ok("dept", ask);
    let (_, callback) = completed(&mut stage, "minor");
    stage.step("desk", &callback, "record_callback", satisfied());
}

/// CBK-03
#[test]
fn after_grave_complaints_the_manager_asks() {
    let mut stage = Stage::new();
    for severity in ["important", "major"] {
        let (_, callback) = completed(&mut stage, severity);
        assert_eq!(stage.owner(&callback), Role::Manager);
        let ask = joined(&callback, "record_callback", satisfied());
        for person in ["desk", "dept", "sup"] {
            assert_eq!(stage.fault(person, ask.clone()), ("outcome".to_owned(), FaultWhy::ManagerAsks));
        }
        stage.ok("head", ask);
    }
}

/// CBK-03
#[test]
fn after_other_services_the_desk_asks_and_no_department() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, "other");
    let ask = joined(&number, "record_callback", satisfied());
    for person in ["guard", "dept"] {
        assert!(matches!(stage.refused(person, ask.clone()), Refusal::NotAllowed { .. }), "{person}");
    }
    stage.ok("desk", ask);
}

/// CBK-04
#[test]
fn the_form_that_fits_is_proposed() {
    let mut stage = Stage::new();
    let (_, complaint) = completed(&mut stage, "minor");
    assert_eq!(callback(&stage, &complaint).form, CallbackForm::Visit);
    let activity = planned(&mut stage, "activity");
    assert_eq!(callback(&stage, &activity).form, CallbackForm::Letter);
    let other = planned(&mut stage, "other");
    assert_eq!(callback(&stage, &other).form, CallbackForm::Phone);
}

/// CBK-04, CBK-02
#[test]
fn the_month_says_what_is_done_and_required_and_how_many_were_home_visits() {
    let mut stage = Stage::new();
    let (_, visited) = completed(&mut stage, "minor");
    let (_, rung) = completed(&mut stage, "minor");
    completed(&mut stage, "minor");
    stage.step("desk", &visited, "make_appointment", json!({"appointment_at": "+2h", "told": true}));
    stage.step("desk", &visited, "record_callback", json!({"outcome": "satisfied", "form": "visit"}));
    stage.step("desk", &rung, "record_callback", json!({"outcome": "unsatisfied", "said": "还漏"}));
    let call = json!({"do": "call_household", "unit": "3-1-502", "outcome": "satisfied"});
    stage.ok("desk", call);
    let month = stage.desk.callback_month(stage.now).unwrap();
    assert_eq!(month.month, "2026-11");
    let complaints = month.kinds.iter().find(|one| one.kind == CallbackKind::Complaint).unwrap();
    assert_eq!((complaints.required, complaints.done, complaints.failed), (3, 2, 1));
    assert_eq!((month.visits, month.asked, month.visit_share), (1, 2, 20), "calls of the round do not count");
    let december = stage.desk.callback_month(local("2026-12-01 00:00")).unwrap();
    assert!(december.kinds.is_empty() && december.asked == 0);
}

/// CBK-05
#[test]
fn what_the_resident_says_is_kept_as_the_form_has_it() {
    let mut stage = Stage::new();
    let (_, number) = completed(&mut stage, "minor");
    let said = json!({"outcome": "satisfied", "form": "letter", "said": "可以", "quality": "good", "effect": "fair",
        "shortcomings": "来得晚", "suggestions": "先打电话"});
    stage.step("desk", &number, "record_callback", said);
    let callback = callback(&stage, &number);
    assert_eq!((callback.satisfied, callback.form), (Some(true), CallbackForm::Letter));
    assert_eq!((callback.quality, callback.effect), (Some(Grade::Good), Some(Grade::Fair)));
    assert_eq!(callback.shortcomings.as_deref(), Some("来得晚"));
    assert_eq!(callback.suggestions.as_deref(), Some("先打电话"));
    assert_eq!((callback.asked_by.as_deref(), callback.asked_at), (Some("desk"), Some(stage.now)));
}

/// CBK-06
#[test]
fn a_home_visit_has_an_appointment_first_and_a_change_of_it_is_told() {
    let mut stage = Stage::new();
    let (complaint, number) = completed(&mut stage, "minor");
    let visit = json!({"outcome": "satisfied", "form": "visit"});
    let fault = stage.fault("desk", joined(&number, "record_callback", visit.clone()));
    assert_eq!(fault, ("form".to_owned(), FaultWhy::AppointmentFirst));
    let first = stage.step("desk", &complaint, "make_appointment", json!({"appointment_at": "+2h", "told": false}));
    assert_eq!((first.number.as_str(), first.state), (number.as_str(), Some(State::Appointed)));
    let change = joined(&number, "make_appointment", json!({"appointment_at": "+4h", "told": false}));
    assert_eq!(stage.fault("desk", change), ("told".to_owned(), FaultWhy::MustBeTrue));
    let same = joined(&number, "make_appointment", json!({"appointment_at": "+2h", "told": true}));
    assert_eq!(stage.fault("desk", same), ("appointment_at".to_owned(), FaultWhy::Unchanged));
    stage.step("desk", &number, "make_appointment", json!({"appointment_at": "+4h", "told": true}));
    stage.wait(240);
    stage.step("desk", &number, "record_callback", visit);
}

/// CBK-07
#[test]
fn the_supervisor_reviews_and_a_failed_one_goes_to_the_manager() {
    let mut stage = Stage::new();
    let number = planned(&mut stage, "other");
    stage.step("desk", &number, "record_callback", json!({"outcome": "unsatisfied", "said": "太吵"}));
    assert_eq!(stage.clock(&number, "CBK-07/review").due_at, at(16, 9, 30));
    assert_eq!(stage.owner(&number), Role::Supervisor);
    let bare = joined(&number, "review_callback", json!({"note": "属实"}));
    assert!(matches!(stage.refused("desk", bare.clone()), Refusal::NotAllowed { .. }));
    assert_eq!(stage.fault("sup", bare), ("opinion".to_owned(), FaultWhy::FailedNeedsIt));
    let raised = stage.step("sup", &number, "review_callback", json!({"note": "属实", "opinion": "改时间"}));
    assert_eq!((raised.state, raised.hint), (Some(State::Raised), Some(Hint::WentUp)));
    assert_eq!(stage.owner(&number), Role::Manager);
    assert_eq!(stage.clock(&number, "CBK-07/decide").due_at, at(17, 9, 30));
    let decide = joined(&number, "decide_callback", json!({"note": "同意"}));
    assert!(matches!(stage.refused("sup", decide.clone()), Refusal::NotAllowed { .. }));
    assert_eq!(stage.ok("manager", decide).state, Some(State::Closed));
    let callback = callback(&stage, &number);
    assert_eq!(callback.comment.as_deref(), Some("属实"));
    assert_eq!((callback.opinion.as_deref(), callback.decision.as_deref()), (Some("改时间"), Some("同意")));
    assert!(stage.sheet(&number).clocks.iter().all(|clock| clock.stopped.is_some()));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// CBK-08
#[test]
fn where_the_manager_made_a_plan_the_resident_signs() {
    let mut stage = Stage::new();
    let (_, number) = completed(&mut stage, "major");
    let plan = joined(&number, "write_plan", json!({"plan": "经理与工程主管同去"}));
    assert!(matches!(stage.refused("sup", plan.clone()), Refusal::NotAllowed { .. }));
    stage.ok("manager", plan);
    stage.step("desk", &number, "add_note", json!({"note": "已约"}));
    stage.step("manager", &number, "make_appointment", json!({"appointment_at": "+1h", "told": true}));
    let unsigned = json!({"outcome": "satisfied", "form": "visit"});
    let fault = stage.fault("manager", joined(&number, "record_callback", unsigned));
    assert_eq!(fault, ("resident_signed".to_owned(), FaultWhy::Required));
    let signed = json!({"outcome": "satisfied", "form": "visit", "resident_signed": "王芳"});
    stage.step("manager", &number, "record_callback", signed);
    assert_eq!(callback(&stage, &number).resident_signed.as_deref(), Some("王芳"));
}

/// CBK-10
#[test]
fn the_round_counts_whoever_was_reached_and_proposes_who_is_next() {
    let mut stage = Stage::new();
    for unit in ["3-1-502", "3-1-101", "12-1-101"] {
        stage.ok("desk", json!({"do": "record_resident", "unit": unit, "name": "王芳"}));
    }
    let due = |stage: &Stage| -> Vec<String> {
        stage.desk.households_due(stage.now, 10).unwrap().into_iter().map(|one| one.unit).collect()
    };
    assert_eq!(due(&stage), ["3-1-101", "3-1-502", "12-1-101"]);
    let call =
        |unit: &str, outcome: &str| json!({"do": "call_household", "unit": unit, "outcome": outcome, "said": "都好"});
    let missed = stage.ok("desk", call("3-1-101", "no_answer"));
    assert_eq!((missed.state, missed.hint), (Some(State::Closed), Some(Hint::StillDue)));
    assert_eq!(due(&stage), ["3-1-502", "12-1-101", "3-1-101"], "whoever was tried today stands behind the others");
    assert_eq!(stage.ok("desk", call("3-1-502", "satisfied")).state, Some(State::Closed));
    let reviewed = stage.ok("desk", call("12-1-101", "unsatisfied"));
    assert_eq!((reviewed.state, reviewed.hint), (Some(State::Asked), Some(Hint::ToReview)));
    let month = stage.desk.callback_month(stage.now).unwrap();
    assert_eq!((month.reached, month.households), (2, 3));
    assert_eq!(due(&stage), ["3-1-101"]);
    stage.go_to(local("2026-12-01 09:00"));
    assert_eq!(due(&stage), ["3-1-101", "3-1-502", "12-1-101"], "never reached first");
    assert_eq!(stage.desk.callback_month(stage.now).unwrap().reached, 0);
    assert!(matches!(stage.refused("guard", call("3-1-101", "satisfied")), Refusal::NotAllowed { .. }));
}

/// CBK-10
#[test]
fn a_callback_without_a_unit_does_not_stop_the_round() {
    let mut stage = Stage::new();
    stage.ok("desk", json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳"}));
    stage.ok("desk", json!({"do": "plan_callback", "about": "activity", "name": "赵磊", "matter": "重阳节活动"}));
    let due = stage.desk.households_due(stage.now, 10).unwrap();
    assert_eq!(due.iter().map(|one| (one.unit.as_str(), one.tried)).collect::<Vec<_>>(), [("3-1-502", false)]);
}

/// CBK-10
#[test]
fn a_round_that_is_switched_off_proposes_nobody() {
    let mut stage = Stage::with("[callback]\nhousehold_round = false\n");
    stage.ok("desk", json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳"}));
    assert!(stage.desk.households_due(stage.now, 10).unwrap().is_empty());
    assert!(!stage.desk.callback_month(stage.now).unwrap().round);
}

/// CBK-11
#[test]
fn an_attempt_without_an_answer_is_a_line_and_it_stays_due() {
    let mut stage = Stage::new();
    let (complaint, number) = completed(&mut stage, "minor");
    for attempt in 1..=3 {
        let tried = stage.step("desk", &number, "record_callback", json!({"outcome": "no_answer", "said": "忙音"}));
        assert_eq!((tried.state, tried.hint), (Some(State::Due), Some(Hint::StillDue)));
        assert_eq!(callback(&stage, &number).attempts, attempt);
        assert_eq!(stage.complaint(&complaint).attempts, attempt);
        assert_eq!(stage.sheet(&number).entries.len() as u32, attempt);
    }
    assert!(stage.clock(&number, "CBK-01/complaint").stopped.is_none());
    assert_eq!(callback(&stage, &number).asked_at, None);
}

/// CBK-11, CBK-06
#[test]
fn a_closed_door_wants_a_new_appointment() {
    let mut stage = Stage::new();
    let (_, number) = completed(&mut stage, "minor");
    stage.step("desk", &number, "make_appointment", json!({"appointment_at": "+1h", "told": true}));
    stage.wait(60);
    let tried = stage.step("desk", &number, "record_callback", json!({"outcome": "no_answer", "form": "visit"}));
    assert_eq!(tried.state, Some(State::Due));
    assert_eq!(callback(&stage, &number).appointment_at, None);
}

/// CMP-14, SEC-04
#[test]
fn a_callback_that_a_complaint_waits_for_is_not_voided_but_goes_with_its_complaint() {
    let mut stage = Stage::new();
    let (complaint, number) = completed(&mut stage, "minor");
    let void = joined(&number, "void", json!({"reason": "录错"}));
    assert!(matches!(stage.refused("sup", void), Refusal::First(first) if first == [Milestone::Callback]));
    stage.step("sup", &complaint, "void", json!({"reason": "录错"}));
    assert_eq!(stage.sheet(&number).case.state, State::Voided);
    let planned = planned(&mut stage, "other");
    assert_eq!(stage.step("sup", &planned, "void", json!({"reason": "录错"})).state, Some(State::Voided));
}

/// CMP-14
#[test]
fn a_complaint_that_is_asked_about_already_has_nothing_to_ask() {
    let mut stage = Stage::new();
    let (complaint, number) = completed(&mut stage, "minor");
    stage.step("desk", &complaint, "record_callback", satisfied());
    assert_eq!(stage.sheet(&number).case.state, State::Asked);
    let again = stage.refused("desk", joined(&complaint, "record_callback", satisfied()));
    assert!(matches!(again, Refusal::NothingToDo), "{again:?}");
    assert_eq!(stage.sheet(&complaint).offspring.iter().filter(|one| one.register == Register::Callback).count(), 1);
}

fn archive_of(stage: &Stage) -> Vec<QueueRow> {
    let reviews = Filter { register: Some(Register::Review), ..Filter::default() };
    let mut rows = stage.desk.queue(&reviews, 0, 99, stage.now).unwrap();
    rows.retain(|row| row.review == Some(ReviewKind::Callbacks));
    rows
}

/// CBK-09
#[test]
fn the_callbacks_of_a_month_are_filed_by_the_tenth_of_the_next() {
    let mut stage = Stage::new();
    let done = planned(&mut stage, "other");
    stage.step("desk", &done, "record_callback", satisfied());
    stage.step("sup", &done, "review_callback", json!({"note": "已阅"}));
    let open = planned(&mut stage, "other");
    stage.go_to(at(30, 23, 59));
    stage.file("minor", "general");
    assert!(archive_of(&stage).is_empty(), "the month is not over");
    stage.go_to(local("2026-12-01 08:30"));
    stage.file("minor", "general");
    stage.file("minor", "general");
    let rows = archive_of(&stage);
    let [row] = &rows[..] else { panic!("one archive expected: {rows:?}") };
    assert_eq!(
        (row.matter.as_str(), row.owner, row.archive),
        ("2026-11", Role::Supervisor, Some(Archive { closed: 1, open: 1 }))
    );
    let sheet = stage.sheet(&row.number);
    assert_eq!(sheet.archive, Some(Archive { closed: 1, open: 1 }));
    assert_eq!(
        sheet.offspring.iter().map(|one| &one.number).collect::<Vec<_>>(),
        [&open],
        "what is still open is at hand"
    );
    assert!(stage.sheet_for("dept", &row.number).offspring.is_empty(), "CBK-02: whom the lottery drew is not told");
    let clock = stage.clock(&row.number, "CBK-09/archive");
    assert_eq!((clock.due_at, clock.level), (local("2026-12-11 00:00"), Role::Manager), "the end of the 10th");
    let sign = joined(&row.number, "sign_review", json!({"note": "归档"}));
    assert!(matches!(stage.refused("desk", sign.clone()), Refusal::NotAllowed { .. }));
    let silent = joined(&row.number, "sign_review", json!({}));
    assert_eq!(
        stage.fault("sup", silent),
        ("note".into(), FaultWhy::CallbacksOpen(1)),
        "what is open is not passed over"
    );
    assert_eq!(stage.ok("sup", sign).state, Some(State::Closed));
    assert!(stage.clock(&row.number, "CBK-09/archive").stopped.is_some());
    assert_eq!(stage.sheet(&row.number).archive, Some(Archive { closed: 1, open: 1 }), "filed, it can still be read");
    stage.step("desk", &open, "record_callback", satisfied());
    stage.step("sup", &open, "review_callback", json!({"note": "已阅"}));
    assert_eq!(stage.sheet(&row.number).archive, Some(Archive { closed: 1, open: 1 }), "as it was when it was filed");
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// CBK-09
#[test]
fn a_month_in_which_the_desk_stood_still_does_not_swallow_the_archive_of_the_one_before() {
    let mut stage = Stage::new();
    planned(&mut stage, "other");
    stage.go_to(local("2027-01-03 09:00"));
    stage.file("minor", "general");
    let rows = archive_of(&stage);
    assert_eq!(rows.iter().map(|row| row.matter.as_str()).collect::<Vec<_>>(), ["2026-11"]);
    assert_eq!(stage.clock(&rows[0].number, "CBK-09/archive").due_at, local("2026-12-11 00:00"), "late from the start");
    stage.step("sup", &rows[0].number, "sign_review", json!({"note": "一件约了改日"}));
    stage.go_to(local("2027-02-01 09:00"));
    stage.file("minor", "general");
    assert!(
        archive_of(&stage).is_empty(),
        "a month without callbacks has nothing to file, one that is filed is not filed again"
    );
}

/// CBK-10
#[test]
fn a_unit_in_which_nobody_lives_does_not_count_as_reached_and_a_complaint_on_the_phone_stands_on_its_line() {
    let mut stage = Stage::new();
    stage.ok("desk", json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳"}));
    for unit in ["3-1-502", "9-9-999"] {
        stage.ok("desk", json!({"do": "call_household", "unit": unit, "outcome": "satisfied"}));
    }
    let month = stage.desk.callback_month(stage.now).unwrap();
    assert_eq!((month.reached, month.households), (1, 1));
    let said = json!({"do": "call_household", "unit": "3-1-502", "outcome": "unsatisfied", "said": "电梯太吵\n灯坏了"});
    let number = stage.ok("desk", said).number;
    assert_eq!(stage.sheet(&number).case.matter, "电梯太吵");
}
