//! Handing in the month (STA-06).
use super::stage::{Stage, at, joined, local};
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::desk::answer::Done;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Milestone;
use frontdesk::model::month::YearMonth;
use frontdesk::model::queue::{Filter, QueueRow};
use frontdesk::model::reception::ReviewKind;
use frontdesk::model::staff::Role;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::sync::Arc;

fn month(text: &str) -> YearMonth {
    text.parse().unwrap()
}

fn november() -> YearMonth {
    month("2026-11")
}

fn sign(month: &str) -> Value {
    json!({"do": "hand_in_month", "month": month, "signature": "张敏"})
}

fn correct(month: &str) -> Value {
    json!({"do": "hand_in_month", "month": month, "signature": "张敏", "note": "补登一件"})
}

fn waiting(stage: &Stage) -> Vec<QueueRow> {
    let reviews = Filter { register: Some(Register::Review), ..Filter::default() };
    let mut rows = stage.desk.queue(&reviews, 0, 99, stage.now).unwrap();
    rows.retain(|row| row.review == Some(ReviewKind::Month));
    rows
}

/// How many complaints were received in November: as handed in last, and now.
fn received(stage: &Stage) -> (i64, i64) {
    let note = frontdesk::stats::note("complaints.received").unwrap();
    let last = &stage.desk.hand_ins(november()).unwrap()[0];
    let now = stage.desk.month(november(), stage.now).unwrap();
    (last.month.figure(&note, None).numerator, now.figure(&note, None).numerator)
}

/// The figures that differ now, with the cases that made it.
fn differences(stage: &Stage) -> Vec<(&'static str, Vec<String>)> {
    let all = stage.desk.differences(november(), stage.now).unwrap().unwrap();
    all.into_iter().map(|one| (one.id, one.cases)).collect()
}

fn handed_in(stage: &mut Stage) -> Done {
    stage.file("minor", "general");
    stage.ok("desk", sign("2026-11"))
}

/// STA-06
#[test]
fn the_desk_is_reminded_of_the_month_before_its_30th_and_the_manager_hears_if_it_is_missed() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    stage.go_to(at(24, 9, 0));
    stage.file("minor", "general");
    assert!(waiting(&stage).is_empty(), "there is little to hand in yet");
    stage.go_to(at(25, 9, 0));
    stage.file("minor", "general");
    stage.file("minor", "general");
    let rows = waiting(&stage);
    let [row] = &rows[..] else { panic!("one case expected: {rows:?}") };
    assert_eq!((row.matter.as_str(), row.owner), ("2026-11", Role::Receptionist));
    let clock = stage.clock(&row.number, "STA-06/hand_in");
    assert_eq!((clock.due_at, clock.level), (local("2026-12-01 00:00"), Role::Manager), "the end of the 30th");
    assert_eq!(clock.milestone, Milestone::Report);
    stage.go_to(local("2026-12-02 09:00"));
    stage.file("minor", "general");
    assert_eq!(waiting(&stage).len(), 1, "the old one, once");
    let late = Filter { overdue: true, register: Some(Register::Review), ..Filter::default() };
    assert_eq!(stage.desk.queue(&late, 0, 9, stage.now).unwrap()[0].number, row.number);
}

/// STA-06
#[test]
fn a_month_whose_last_days_were_quiet_is_asked_for_in_the_next_and_is_late_from_the_start() {
    let mut stage = Stage::new();
    stage.go_to(at(28, 9, 0));
    handed_in(&mut stage);
    stage.go_to(local("2026-12-10 09:00"));
    stage.file("minor", "general");
    stage.go_to(local("2027-01-02 09:00"));
    stage.file("minor", "general");
    let rows = waiting(&stage);
    assert_eq!(rows.iter().map(|row| row.matter.as_str()).collect::<Vec<_>>(), ["2026-12"]);
    assert_eq!(stage.clock(&rows[0].number, "STA-06/hand_in").due_at, local("2026-12-31 00:00"));
}

/// STA-06: in February by its last day, and on the 31st the 30th has gone by.
#[test]
fn february_is_due_on_its_last_day_and_the_31st_is_late() {
    let mut stage = Stage::new();
    stage.go_to(local("2027-02-26 09:00"));
    stage.file("minor", "general");
    stage.file("minor", "general");
    let due = |stage: &Stage| stage.clock(&waiting(stage).pop().unwrap().number, "STA-06/hand_in").due_at;
    assert_eq!(due(&stage), local("2027-03-01 00:00"));
    stage.ok("desk", sign("2027-02"));
    stage.go_to(local("2027-03-31 09:00"));
    stage.file("minor", "general");
    stage.file("minor", "general");
    assert_eq!(due(&stage), local("2027-03-31 00:00"));
}

/// STA-06
#[test]
fn handing_in_freezes_the_figures_with_name_and_time_and_closes_the_case() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    stage.go_to(at(28, 17, 20));
    stage.file("minor", "general");
    let number = waiting(&stage).pop().unwrap().number;
    let done = stage.ok("desk", sign("11月"));
    assert_eq!((&done.number, done.state), (&number, Some(State::Closed)));
    assert!(stage.clock(&number, "STA-06/hand_in").stopped.is_some());
    let hand_ins = stage.desk.hand_ins(november()).unwrap();
    let [one] = &hand_ins[..] else { panic!("{hand_ins:?}") };
    assert_eq!((one.edition, one.signature.as_str(), one.signed_by.as_str()), (1, "张敏", "desk"));
    assert_eq!((one.signed_at, &one.number), (stage.now, &number));
    assert_eq!(one.month, stage.desk.month(november(), stage.now).unwrap(), "figures and lists as they stood");
    assert_eq!(received(&stage), (2, 2));
    assert_eq!(differences(&stage), []);
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.editions[0].signature, "张敏");
    assert!(waiting(&stage).is_empty());
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// STA-06: late entries, voided ones, reopened ones.
#[test]
fn what_changes_after_handing_in_is_a_difference_with_the_cases_that_made_it() {
    let mut stage = Stage::new();
    let (first, second) = (stage.file("minor", "general"), stage.file("minor", "general"));
    let number = stage.ok("desk", sign("2026-11")).number;
    let late = json!({"do": "file_complaint", "unit": "1-1-101", "category": "cleaning", "matter": "楼道脏", "received_at": "2026-11-13T02:00:00Z"});
    let late = stage.ok("desk", late).number;
    assert_eq!(received(&stage), (2, 3), "what was handed in stays");
    assert!(differences(&stage).contains(&("complaints.received", vec![late.clone()])));
    stage.step("sup", &second, "void", json!({"reason": "重复登记"}));
    assert_eq!(received(&stage), (2, 2), "as many, and yet not the same");
    assert!(differences(&stage).contains(&("complaints.received", vec![second.clone(), late])));
    assert!(differences(&stage).contains(&("complaints.voided", vec![second])));
    stage.step("sup", &first, "judge_validity", json!({"validity": "invalid", "reason": "查无此事"}));
    let valid = |(id, cases): &(&str, Vec<String>)| *id == "complaints.valid" && cases.contains(&first);
    assert!(differences(&stage).iter().any(valid), "it counts as valid no longer");
    let mut sheet = stage.sheet(&number);
    assert_eq!(sheet.differing, None, "worked out only where it is asked for");
    stage.desk.compare(&mut sheet, stage.now).unwrap();
    assert_eq!(sheet.differing, Some(differences(&stage).len()));
}

/// STA-06
#[test]
fn a_reopened_complaint_shows_as_a_difference() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.duties(&number);
    stage.complete(&number);
    stage.step("sup", &number, "sign_record", json!({}));
    stage.step("desk", &number, "record_callback", json!({"outcome": "satisfied", "said": "好了"}));
    stage.ok("desk", sign("2026-11"));
    assert_eq!(differences(&stage), []);
    stage.step("desk", &number, "reopen", json!({"reason": "又漏了"}));
    assert!(differences(&stage).contains(&("complaints.reopened", vec![number])));
}

/// STA-06
#[test]
fn a_correction_says_why_and_is_a_further_edition() {
    let mut stage = Stage::new();
    let done = handed_in(&mut stage);
    stage.file("minor", "general");
    assert_eq!(stage.fault("desk", sign("2026-11")), ("note".into(), FaultWhy::CorrectionNeedsIt));
    let again = stage.ok("sup", correct("2026-11"));
    assert_eq!((&again.number, again.state), (&done.number, Some(State::Closed)));
    let hand_ins = stage.desk.hand_ins(november()).unwrap();
    let told: Vec<_> = hand_ins.iter().map(|one| (one.edition, one.signed_by.as_str(), one.note.as_deref())).collect();
    assert_eq!(told, [(2, "sup", Some("补登一件")), (1, "desk", None)], "the first stands beside it");
    assert_eq!(received(&stage), (2, 2));
    let actions: Vec<Value> = stage.sheet(&done.number).history.into_iter().map(|event| event.action).collect();
    assert_eq!(actions.iter().map(|one| one["edition"].as_u64()).collect::<Vec<_>>(), [Some(1), Some(2)]);
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// STA-06, SEC-02
#[test]
fn only_the_desk_the_supervisor_and_the_manager_hand_a_month_in() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    for by in ["guard", "dept", "head"] {
        assert!(matches!(stage.refused(by, sign("2026-11")), Refusal::NotAllowed { .. }), "{by}");
    }
    stage.ok("desk", sign("2026-11"));
    stage.ok("manager", correct("2026-11"));
}

/// STA-06
#[test]
fn a_month_that_has_not_come_or_has_nothing_in_it_is_told_so() {
    let mut stage = Stage::new();
    assert_eq!(stage.fault("desk", sign("2026-11")), ("month".into(), FaultWhy::EmptyMonth));
    stage.file("minor", "general");
    assert_eq!(stage.fault("desk", sign("2026-12")), ("month".into(), FaultWhy::MonthToCome));
    assert_eq!(stage.fault("desk", sign("2026-10")), ("month".into(), FaultWhy::EmptyMonth));
    assert_eq!(stage.fault("desk", sign("上个月")), ("month".into(), FaultWhy::NotAMonth));
    let unsigned = json!({"do": "hand_in_month", "month": "2026-11", "signature": "  "});
    assert_eq!(stage.fault("desk", unsigned), ("signature".into(), FaultWhy::Required));
}

/// STA-06
#[test]
fn a_month_before_the_reminder_existed_gets_its_case_which_is_closed_at_once() {
    let mut stage = Stage::new();
    let late = json!({"do": "file_complaint", "unit": "1-1-101", "category": "cleaning", "matter": "楼道脏", "received_at": "2026-10-13T02:00:00Z"});
    stage.ok("desk", late);
    let done = stage.ok("desk", sign("2026-10"));
    assert_eq!(done.state, Some(State::Closed));
    let sheet = stage.sheet(&done.number);
    assert_eq!((sheet.case.matter.as_str(), sheet.clocks.len()), ("2026-10", 0), "nobody was reminded of it");
}

/// STA-06
#[test]
fn signing_the_case_of_the_month_in_the_queue_hands_it_in_under_the_own_name() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    stage.go_to(at(26, 9, 0));
    stage.file("minor", "general");
    let number = waiting(&stage).pop().unwrap().number;
    for by in ["dept", "head"] {
        let refused = stage.refused(by, joined(&number, "sign_review", json!({})));
        assert!(matches!(refused, Refusal::NotAllowed { .. }), "{by}");
    }
    let done = stage.step("desk", &number, "sign_review", json!({"note": "请审阅"}));
    assert_eq!(done.state, Some(State::Closed));
    let one = stage.desk.hand_ins(november()).unwrap().remove(0);
    assert_eq!((one.edition, one.signature.as_str(), one.note.as_deref()), (1, "desk", Some("请审阅")));
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// STA-06, SEC-01
#[test]
fn a_hand_in_that_was_edited_beside_the_program_is_found() {
    for wrong in [
        "UPDATE hand_ins SET figures = replace(figures, '\"numerator\":1', '\"numerator\":0')",
        "UPDATE hand_ins SET signature = '李四'",
        "DELETE FROM hand_ins",
        "INSERT INTO hand_ins SELECT '2026-10', 1, case_id, signature, signed_by, signed_at, note, figures, facts, digest FROM hand_ins",
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.db");
        let config = Arc::new(Config::from_text("test.toml", "").unwrap());
        let mut stage = Stage::on(Desk::open(&file, config).unwrap());
        handed_in(&mut stage);
        assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
        let db = Connection::open(&file).unwrap();
        assert!(db.execute_batch(wrong).is_err() || wrong.starts_with("INSERT"), "the file itself refuses");
        db.execute_batch(&format!("DROP TRIGGER hand_ins_stay; DROP TRIGGER hand_ins_remain; DELETE FROM hand_ins WHERE month = '2026-10'; {wrong}")).unwrap();
        assert_eq!(stage.desk.inspect().unwrap().findings.len(), 1, "{wrong}");
    }
}
