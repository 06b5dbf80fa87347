//! Temporary passes for workers (LED-04): issued, valid until, extended, back, lost; what is held for them.
use super::stage::{Stage, at, joined};
use frontdesk::desk::answer::{Hint, Part, Pressing};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::StopReason;
use frontdesk::model::entry::EntryKind;
use frontdesk::model::pass::Pass;
use frontdesk::model::queue::Filter;
use frontdesk::model::staff::Role;
use frontdesk::rules::clock::{Look, late_by};
use serde_json::{Value, json};

fn new_pass(card: &str) -> Value {
    json!({"do": "issue_pass", "pass_number": card, "name": "汤师傅", "phone": "13900139000", "company": "佳居装饰",
        "unit": "3-1-502", "matter": "卫生间防水", "valid_until": "11-20 18:00", "deposit": "50"})
}

fn issued(stage: &mut Stage, card: &str) -> String {
    stage.ok("desk", new_pass(card)).number
}

fn pass(stage: &Stage, number: &str) -> Pass {
    match stage.sheet(number).part {
        Part::Pass(pass) => pass,
        other => panic!("not a pass: {other:?}"),
    }
}

fn nothing_is_wrong(stage: &Stage) {
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

#[test]
fn led_04_a_pass_is_issued_until_a_time_and_its_clock_runs_to_it() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "l012");
    assert!(number.starts_with("CR-"), "{number}");
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.state, sheet.case.name.as_deref()), (State::Issued, Some("汤师傅")));
    let part = pass(&stage, &number);
    assert_eq!((part.pass_number.as_str(), part.held(), part.is_out), ("L012", 5_000, true));
    let clock = stage.clock(&number, "LED-04/return");
    assert_eq!((clock.due_at, clock.level), (at(20, 18, 0), Role::Supervisor));
    nothing_is_wrong(&stage);
}

/// LED-04
#[test]
fn an_expired_pass_stands_out_as_any_late_case_and_the_supervisor_is_told() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    let late = Filter { register: Some(Register::Pass), overdue: true, ..Filter::default() };
    stage.go_to(at(20, 17, 59));
    assert_eq!(stage.desk.queue_length(&late, stage.now).unwrap(), 0);
    stage.go_to(at(20, 19, 0));
    let rows = stage.desk.queue(&late, 0, 10, stage.now).unwrap();
    assert_eq!((rows[0].number.as_str(), rows[0].pass_number.as_deref()), (number.as_str(), Some("L012")));
    let look = Pressing::of(&rows[0].clocks, rows[0].owner, stage.now).look.unwrap();
    assert!(matches!(look, Look::Escalated { late: 3600, to: Role::Supervisor, .. }), "{look:?}");
    let counts = stage.desk.counts(stage.now).unwrap();
    let count = counts.iter().find(|count| count.register == Register::Pass).unwrap();
    assert_eq!((count.open, count.overdue), (1, 1));
}

#[test]
fn led_04_a_card_that_is_out_is_not_issued_again_until_it_is_back_lost_or_voided() {
    let mut stage = Stage::new();
    let first = issued(&mut stage, "L012");
    let taken = ("pass_number".to_owned(), FaultWhy::StillOpen(first.clone()));
    assert_eq!(stage.fault("desk", new_pass("l012")), taken);
    stage.step("desk", &first, "return_pass", json!({"deposit_back": "50"}));
    let second = issued(&mut stage, "L012");
    stage.step("desk", &second, "report_lost", json!({"note": "掉在路上"}));
    let third = stage
        .ok(
            "desk",
            json!({"do": "issue_pass", "pass_number": "L012", "name": "常师傅",
        "phone": "13900139001", "matter": "装地板", "valid_until": "+3d"}),
        )
        .number;
    stage.step("desk", &third, "void", json!({"reason": "登错了"}));
    issued(&mut stage, "L012");
    nothing_is_wrong(&stage);
}

#[test]
fn led_04_back_in_time_closes_it_with_the_deposit_as_it_was_paid_back() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    stage.go_to(at(20, 20, 0));
    let back = |fields: Value| joined(&number, "return_pass", fields);
    let (field, why) = stage.fault("desk", back(json!({})));
    assert_eq!((field.as_str(), why), ("deposit_back", FaultWhy::Required));
    let (_, why) = stage.fault("desk", back(json!({"deposit_back": "50.01"})));
    assert_eq!(why, FaultWhy::MoreThanHeld);
    let (field, why) = stage.fault("desk", back(json!({"deposit_back": "50", "at": "11-13 09:00"})));
    assert_eq!((field.as_str(), why), ("at", FaultWhy::BeforeMatter));
    let done = stage.ok("desk", back(json!({"deposit_back": "30", "at": "11-20 17:00"})));
    assert_eq!((done.state, done.hint), (Some(State::Closed), Some(Hint::DepositKept)));
    let clock = stage.clock(&number, "LED-04/return");
    assert_eq!(clock.stopped.unwrap().why, StopReason::Reached);
    assert_eq!(late_by(&clock, stage.now), None, "written down late, but back in time");
    let part = pass(&stage, &number);
    assert_eq!((part.returned_at, part.deposit_back, part.is_out), (Some(at(20, 17, 0)), Some(3_000), false));
    nothing_is_wrong(&stage);
}

/// LED-04, ESC-11
#[test]
fn an_extended_pass_is_still_measured_against_the_first_time() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    let extend = |until: &str| joined(&number, "extend_pass", json!({"valid_until": until, "reason": "工期顺延"}));
    let (field, why) = stage.fault("desk", extend("11-20 18:00"));
    assert_eq!((field.as_str(), why), ("valid_until", FaultWhy::NotLater("11-20 18:00".to_owned())));
    stage.ok("desk", extend("11-25 18:00"));
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.clocks.iter().map(|clock| clock.due_at).collect::<Vec<_>>(), [at(20, 18, 0), at(25, 18, 0)]);
    assert!(sheet.entries.iter().any(|line| line.kind == EntryKind::Extension && line.text.contains("工期顺延")));
    assert_eq!(sheet.history.last().unwrap().action["was"]["valid_until"], json!(at(20, 18, 0)));
    let (_, why) = stage.fault("desk", extend("11-24 18:00"));
    assert_eq!(why, FaultWhy::NotLater("11-25 18:00".to_owned()));
    stage.go_to(at(21, 18, 0));
    stage.step("desk", &number, "return_pass", json!({"deposit_back": "50"}));
    assert_eq!(late_by(&stage.sheet(&number).clocks[0], stage.now), Some(86_400));
    nothing_is_wrong(&stage);
}

#[test]
fn led_04_a_lost_pass_is_done_with_once_that_was_followed_up() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    stage.step("desk", &number, "report_lost", json!({"note": "掉在路上"}));
    assert_eq!(stage.sheet(&number).case.state, State::Lost);
    assert_eq!(stage.clock(&number, "LED-04/return").stopped.unwrap().why, StopReason::Superseded);
    assert_eq!(stage.clock(&number, "LED-04/follow").due_at, at(15, 9, 30));
    let follow = |fields: Value| joined(&number, "follow_up_loss", fields);
    let (field, why) = stage.fault("desk", follow(json!({"note": "卡号已注销"})));
    assert_eq!((field.as_str(), why), ("deposit_back", FaultWhy::Required));
    let done = stage.ok("desk", follow(json!({"note": "卡号已注销", "deposit_back": "0"})));
    assert_eq!(done.state, Some(State::Closed));
    assert_eq!(stage.clock(&number, "LED-04/follow").stopped.unwrap().why, StopReason::Reached);
    nothing_is_wrong(&stage);
}

#[test]
fn led_04_a_lost_pass_that_is_found_comes_back_like_any_other() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    stage.wait(60);
    stage.step("desk", &number, "report_lost", json!({"note": "掉在路上"}));
    let next = issued(&mut stage, "L012");
    stage.wait(60);
    let found = json!({"deposit_back": "50", "at": "11-14 10:00"});
    assert_eq!(stage.step("desk", &number, "return_pass", found).state, Some(State::Closed));
    assert!(stage.sheet(&number).clocks.iter().all(|clock| clock.stopped.is_some()));
    assert_eq!(stage.sheet(&next).case.state, State::Issued, "a new card was made meanwhile");
    nothing_is_wrong(&stage);
}

/// LED-04, SEC-04
#[test]
fn a_pass_is_not_voided_while_a_deposit_is_held_for_it() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    let void = joined(&number, "void", json!({"reason": "登错了"}));
    assert!(matches!(stage.refused("desk", void.clone()), Refusal::DepositHeld(5_000)));
    stage.step("desk", &number, "return_pass", json!({"deposit_back": "50"}));
    assert!(matches!(stage.refused("desk", void.clone()), Refusal::NotAllowed { .. }), "it has ended");
    assert_eq!(stage.ok("sup", void).state, Some(State::Voided));
}

/// LED-04, LED-08
#[test]
fn what_is_held_for_passes_is_handed_over_with_the_other_deposits() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    let shift = stage.ok("desk", json!({"do": "begin_handover"})).number;
    stage.step("desk", &shift, "offer_handover", json!({}));
    let sheet = stage.sheet(&shift);
    let Part::Handover(handover) = &sheet.part else { panic!("no handover") };
    assert_eq!(handover.deposits, 5_000);
    let line = sheet.entries.iter().find(|line| line.kind == EntryKind::Deposit).unwrap();
    assert_eq!(line.text, "¥50.00  L012  汤师傅");
    assert_eq!(line.about, Some(stage.sheet(&number).case.id));
}

/// LED-04, SEC-03
#[test]
fn a_pass_is_found_by_its_card_and_the_phone_of_the_worker_is_masked_for_who_need_not_know_it() {
    let mut stage = Stage::new();
    let number = issued(&mut stage, "L012");
    stage.step("desk", &number, "correct", json!({"matter": "厨房防水", "reason": "写错了"}));
    for words in ["L012", "厨房防水", "汤师傅"] {
        let filter = Filter { words: Some(words.to_owned()), ..Filter::default() };
        assert_eq!(stage.desk.queue_length(&filter, stage.now).unwrap(), 1, "{words}");
    }
    assert_eq!(stage.sheet_for("dept", &number).case.phone.as_deref(), Some("139****9000"));
    let told = stage.ok("dept", json!({"do": "reveal", "number": number, "field": "phone"}));
    assert_eq!(told.shown.as_deref(), Some("13900139000"));
}

/// LED-04, ESC-13
#[test]
fn a_pass_that_is_entered_afterwards_may_be_late_already_but_not_end_before_it_began() {
    let mut stage = Stage::new();
    let mut late = new_pass("L012");
    late["received_at"] = json!("11-10 09:00");
    late["valid_until"] = json!("11-12 18:00");
    assert_eq!(stage.ok("desk", late.clone()).hint, Some(Hint::LateAlready));
    late["pass_number"] = json!("L013");
    late["valid_until"] = json!("11-09 18:00");
    assert_eq!(stage.fault("desk", late), ("valid_until".to_owned(), FaultWhy::BeforeMatter));
    let refused = stage.refused("desk", json!({"do": "issue_pass", "matter": "防水"}));
    let Refusal::Fields(faults) = refused else { panic!("{refused:?}") };
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["name", "pass_number", "phone", "valid_until"]);
    assert!(matches!(stage.refused("dept", new_pass("L014")), Refusal::NotAllowed { .. }));
}
