//! Fee reminders (LED-06): whom, how often, when next, what was promised.
use super::stage::{Stage, at, joined};
use frontdesk::desk::answer::{Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::StopReason;
use frontdesk::model::entry::EntryKind;
use frontdesk::model::queue::Filter;
use frontdesk::model::reminder::Reminder;
use frontdesk::model::staff::Role;
use frontdesk::rules::clock::late_by;
use serde_json::{Value, json};

fn begun(stage: &mut Stage, more: Value) -> String {
    let mut action = json!({"do": "begin_reminder", "unit": "3-1-502", "name": "王芳", "fee": "物业费"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    stage.ok("desk", action).number
}

fn reminder(stage: &Stage, number: &str) -> Reminder {
    match stage.sheet(number).part {
        Part::Reminder(reminder) => reminder,
        other => panic!("not a reminder: {other:?}"),
    }
}

fn nothing_is_wrong(stage: &Stage) {
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// LED-06
#[test]
fn a_household_is_reminded_by_the_time_noted_or_that_of_the_rule() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    assert!(number.starts_with("CJ-"), "{number}");
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.state, sheet.case.matter.as_str()), (State::Reminding, "物业费"));
    assert_eq!(stage.clock(&number, "LED-06/next").due_at, at(21, 9, 30));
    assert_eq!(reminder(&stage, &number).next_at, Some(at(21, 9, 30)));
    let other = begun(&mut stage, json!({"fee": "parking", "next_at": "11-16 10:00", "matter": "10月车位"}));
    assert_eq!(stage.clock(&other, "LED-06/next").due_at, at(16, 10, 0));
    nothing_is_wrong(&stage);
}

/// LED-06
#[test]
fn there_is_one_case_a_household_and_fee_as_long_as_it_is_open() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    let again = json!({"do": "begin_reminder", "unit": "3栋1单元502", "fee": "property"});
    assert_eq!(stage.fault("desk", again.clone()), ("fee".to_owned(), FaultWhy::StillOpen(number.clone())));
    begun(&mut stage, json!({"fee": "water"}));
    let next_door = begun(&mut stage, json!({"unit": "3-1-503"}));
    let correct = joined(&next_door, "correct", json!({"unit": "3-1-502", "reason": "看错房号"}));
    assert_eq!(stage.fault("desk", correct), ("unit".to_owned(), FaultWhy::StillOpen(number.clone())));
    stage.step("desk", &number, "record_payment", json!({}));
    stage.ok("desk", again);
    let (field, why) = stage.fault("desk", json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "打赏"}));
    assert!(field == "fee" && matches!(why, FaultWhy::NotOneOf(_)));
}

#[test]
fn led_06_every_reminder_is_counted_and_stands_on_a_line_with_what_was_said() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    stage.go_to(at(16, 9, 0));
    let remind = |fields: Value| joined(&number, "remind", fields);
    let (field, why) = stage.fault("desk", remind(json!({"how": "phone"})));
    assert_eq!((field.as_str(), why), ("said", FaultWhy::Required));
    stage.ok("desk", remind(json!({"how": "phone", "said": "月底交", "next_at": "11-30 10:00"})));
    stage.go_to(at(17, 9, 0));
    stage.ok("dept", remind(json!({"how": "notice"})));
    let part = reminder(&stage, &number);
    assert_eq!((part.reminded, part.reminded_at, part.next_at), (2, Some(at(17, 9, 0)), Some(at(24, 9, 0))));
    let sheet = stage.sheet(&number);
    let lines: Vec<&str> =
        sheet.entries.iter().filter(|line| line.kind == EntryKind::Reminded).map(|line| line.text.as_str()).collect();
    assert_eq!(lines, ["phone 月底交", "notice"]);
    let running: Vec<_> = sheet.clocks.iter().filter(|clock| clock.stopped.is_none()).collect();
    assert_eq!((sheet.clocks.len(), running.len()), (3, 1), "each reminder ends the clock before");
    nothing_is_wrong(&stage);
}

/// LED-06
#[test]
fn who_is_not_reminded_in_time_is_late_and_the_supervisor_is_told() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({"next_at": "11-16 10:00"}));
    stage.go_to(at(16, 11, 0));
    let late = Filter { register: Some(Register::Reminder), overdue: true, ..Filter::default() };
    let rows = stage.desk.queue(&late, 0, 10, stage.now).unwrap();
    assert_eq!((rows.len(), rows[0].fee.as_deref(), rows[0].clocks[0].level), (1, Some("property"), Role::Supervisor));
    stage.step("desk", &number, "remind", json!({"how": "letter"}));
    let first = &stage.sheet(&number).clocks[0];
    assert_eq!((first.stopped.unwrap().why, late_by(first, stage.now)), (StopReason::Reached, Some(3600)));
}

/// LED-06
#[test]
fn a_promise_is_waited_for_and_nobody_is_reminded_meanwhile() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    let promise = json!({"promised_at": "11-18 18:00", "said": "发工资就交"});
    assert_eq!(stage.step("desk", &number, "promise_payment", promise).state, Some(State::Promised));
    assert_eq!(stage.clock(&number, "LED-06/next").stopped.unwrap().why, StopReason::Superseded);
    let clock = stage.clock(&number, "LED-06/promise");
    assert_eq!((clock.due_at, clock.stopped, clock.level), (at(18, 18, 0), None, Role::Supervisor));
    let done = stage.step("desk", &number, "remind", json!({"how": "phone", "said": "提醒一下"}));
    assert_eq!(done.state, Some(State::Promised), "the promise stands");
    let part = reminder(&stage, &number);
    assert_eq!((part.broken, part.next_at, part.promised_at), (0, None, Some(at(18, 18, 0))));
    stage.go_to(at(19, 9, 0));
    let paid = json!({"at": "11-18 17:00", "note": "到前台缴清"});
    assert_eq!(stage.step("desk", &number, "record_payment", paid).state, Some(State::Closed));
    let clock = stage.clock(&number, "LED-06/promise");
    assert_eq!((clock.stopped.unwrap().why, late_by(&clock, stage.now)), (StopReason::Reached, None));
    assert_eq!(reminder(&stage, &number).paid_at, Some(at(18, 17, 0)));
    nothing_is_wrong(&stage);
}

#[test]
fn led_06_a_promise_that_went_by_is_counted_as_broken_at_the_next_reminder() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    stage.step("desk", &number, "promise_payment", json!({"promised_at": "11-18 18:00"}));
    stage.go_to(at(18, 19, 0));
    assert_eq!(reminder(&stage, &number).broken, 0);
    let done = stage.step("desk", &number, "remind", json!({"how": "visit", "said": "说忘了"}));
    assert_eq!(done.state, Some(State::Reminding));
    let part = reminder(&stage, &number);
    assert_eq!((part.broken, part.promised_at, part.next_at), (1, None, Some(at(25, 19, 0))));
    let clock = stage.clock(&number, "LED-06/promise");
    assert_eq!((clock.stopped.unwrap().why, late_by(&clock, stage.now)), (StopReason::Superseded, Some(3600)));
    let history = stage.sheet(&number).history;
    assert_eq!(history.last().unwrap().action["was"]["promised_at"], json!(at(18, 18, 0)));
    stage.step("desk", &number, "promise_payment", json!({"promised_at": "11-19 18:00"}));
    stage.go_to(at(20, 9, 0));
    stage.step("desk", &number, "promise_payment", json!({"promised_at": "11-21 18:00"}));
    let part = reminder(&stage, &number);
    assert_eq!((part.broken, part.promised_at), (2, Some(at(21, 18, 0))), "the next promise tells of it as well");
    nothing_is_wrong(&stage);
}

/// LED-06, ESC-11
#[test]
fn a_promise_to_pay_is_moved_with_a_reason_and_measured_against_the_first() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    stage.step("desk", &number, "promise_payment", json!({"promised_at": "11-18 18:00"}));
    let again = joined(&number, "promise_payment", json!({"promised_at": "11-20 18:00"}));
    assert_eq!(stage.fault("desk", again), ("promised_at".to_owned(), FaultWhy::PromiseStands));
    let moved = json!({"promised_at": "11-20 18:00", "reason": "工资晚发", "told": true});
    stage.step("desk", &number, "move_promise", moved);
    let part = reminder(&stage, &number);
    assert_eq!((part.promised_at, part.moved_to), (Some(at(18, 18, 0)), Some(at(20, 18, 0))));
    stage.go_to(at(19, 18, 0));
    let done = stage.step("desk", &number, "remind", json!({"how": "notice"}));
    assert_eq!((done.state, reminder(&stage, &number).broken), (Some(State::Promised), 0));
    stage.step("desk", &number, "record_payment", json!({}));
    let first = stage.sheet(&number).clocks.into_iter().find(|clock| clock.due_at == at(18, 18, 0)).unwrap();
    assert_eq!(late_by(&first, stage.now), Some(86_400));
    nothing_is_wrong(&stage);
}

/// LED-06
#[test]
fn the_supervisor_closes_what_is_not_to_be_had_and_voids_what_has_ended() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, json!({}));
    let unable = joined(&number, "close_as_unable", json!({"reason": "房屋被查封"}));
    assert!(matches!(stage.refused("desk", unable.clone()), Refusal::NotAllowed { .. }));
    assert_eq!(stage.ok("sup", unable).state, Some(State::Unable));
    assert_eq!(reminder(&stage, &number).result.as_deref(), Some("房屋被查封"));
    let void = joined(&number, "void", json!({"reason": "名单有误"}));
    assert!(matches!(stage.refused("desk", void.clone()), Refusal::NotAllowed { .. }));
    assert_eq!(stage.ok("sup", void).state, Some(State::Voided));
    let own = begun(&mut stage, json!({}));
    assert_eq!(stage.step("desk", &own, "void", json!({"reason": "已缴"})).state, Some(State::Voided));
    assert!(matches!(
        stage.refused("guard", json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "water"})),
        Refusal::NotAllowed { .. }
    ));
    nothing_is_wrong(&stage);
}

/// LED-06, ESC-13
#[test]
fn a_reminder_that_is_entered_afterwards_counts_from_when_it_was_owed() {
    let mut stage = Stage::new();
    let early = json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "property", "received_at": "11-10 09:00",
        "next_at": "11-09 09:00"});
    assert_eq!(stage.fault("desk", early), ("next_at".to_owned(), FaultWhy::BeforeMatter));
    let owed = json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "property", "received_at": "11-02 09:00"});
    let done = stage.ok("desk", owed);
    assert_eq!(done.hint, Some(Hint::LateAlready));
    assert_eq!(stage.clock(&done.number, "LED-06/next").due_at, at(9, 9, 0));
}

/// LED-06
#[test]
fn the_fees_stand_in_the_settings_and_no_sum_stands_anywhere() {
    let mut stage =
        Stage::with("[[fee]]\nid = \"club\"\nzh = \"会所会费\"\nen = \"Club\"\n[[fee]]\nid = \"water\"\noff = true\n");
    let number = begun(&mut stage, json!({"fee": "会所会费"}));
    assert_eq!(reminder(&stage, &number).fee, "club");
    let off = json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "water"});
    assert!(matches!(stage.fault("desk", off).1, FaultWhy::NotOneOf(_)));
    let sums = json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "property", "deposit": "100"});
    assert!(matches!(stage.fault("desk", sums).1, FaultWhy::Unknown(_)));
}
