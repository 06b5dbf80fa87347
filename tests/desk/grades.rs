//! ESC-03, ESC-07, ESC-09, ESC-11, CMP-02: changes of grade, pauses, moved promises, frozen verdicts.
use super::stage::{Stage, at, joined};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::clock::StopReason;
use frontdesk::model::staff::Role;
use frontdesk::rules::clock::late_by;
use serde_json::json;

/// ESC-09, CMP-02
#[test]
fn a_higher_grade_keeps_the_start_for_solving_and_starts_reporting_at_the_change() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.go_to(at(15, 9, 30));
    let change = joined(&number, "change_severity", json!({"severity": "major", "reason": "造成财产损失"}));
    assert!(matches!(stage.refused("desk", change.clone()), Refusal::NotAllowed { .. }));
    stage.ok("sup", change.clone());
    assert_eq!(stage.clock(&number, "CMP-03/solve").due_at, at(24, 9, 30), "ten days from the beginning");
    assert_eq!(stage.clock(&number, "CMP-03/report").due_at, at(15, 21, 30), "twelve hours from the change");
    assert_eq!(stage.clock(&number, "CMP-05/solve").stopped.unwrap().why, StopReason::Superseded);
    assert_eq!(stage.complaint(&number).regrade_at, None, "what is major cannot become it");
    assert_eq!(stage.owner(&number), Role::Manager);
    let event = stage.sheet(&number).history.pop().unwrap();
    assert_eq!((&event.action["was"]["severity"], &event.action["severity"]), (&json!("minor"), &json!("major")));
    assert_eq!(stage.fault("sup", change), ("severity".to_owned(), FaultWhy::Unchanged));
}

/// ESC-03
#[test]
fn a_breach_outlives_a_change_of_grade_and_the_end_of_the_case() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("desk", &number, "contact_resident", json!({"said": "已联系"}));
    stage.go_to(at(16, 12, 0));
    stage.step("sup", &number, "change_severity", json!({"severity": "important", "reason": "服务失误"}));
    let minor = stage.clock(&number, "CMP-05/solve");
    assert_eq!(late_by(&minor, at(30, 0, 0)), Some(150 * 60));
    assert_eq!(stage.clock(&number, "CMP-04/solve").due_at, at(21, 9, 30));
    stage.duties(&number);
    stage.complete(&number);
    stage.step("sup", &number, "sign_record", json!({}));
    stage.step("manager", &number, "record_callback", json!({"outcome": "satisfied"}));
    assert_eq!(late_by(&stage.clock(&number, "CMP-05/solve"), at(30, 0, 0)), Some(150 * 60));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// ESC-09
#[test]
fn a_changed_urgency_moves_only_the_contact() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.wait(600);
    stage.step("sup", &number, "change_urgency", json!({"urgency": "urgent", "reason": "老人独居"}));
    assert_eq!(stage.clock(&number, "CMP-06/urgent").due_at, stage.now + chrono::TimeDelta::minutes(30));
    assert_eq!(stage.clock(&number, "CMP-05/solve").due_at, at(16, 9, 30));
    stage.step("desk", &number, "contact_resident", json!({"said": "已上门"}));
    stage.step("sup", &number, "change_urgency", json!({"urgency": "general", "reason": "已安置"}));
    let contacts = stage.sheet(&number).clocks.into_iter().filter(|clock| clock.rule.starts_with("CMP-06")).count();
    assert_eq!(contacts, 2, "who was contacted is not contacted for the first time again");
}

/// ESC-07
#[test]
fn a_pause_moves_what_may_be_paused_and_ends_by_itself() {
    let mut stage = Stage::new();
    let number = stage.file("major", "general");
    let pause = |until: &str| json!({"until": until, "reason": "等配件"});
    stage.step("desk", &number, "pause", pause("11-18 09:30"));
    assert_eq!(stage.clock(&number, "CMP-03/solve").due_at, at(28, 9, 30), "four days later");
    assert_eq!(stage.clock(&number, "CMP-03/report").due_at, at(14, 21, 30), "a reporting duty goes on");
    stage.go_to(at(16, 9, 30));
    stage.step("desk", &number, "resume", json!({}));
    assert_eq!(stage.clock(&number, "CMP-03/solve").due_at, at(26, 9, 30), "only two days were used");
    assert!(matches!(stage.refused("desk", joined(&number, "resume", json!({}))), Refusal::NothingToDo));
    let pauses = stage.sheet(&number).pauses;
    assert_eq!((pauses.len(), pauses[0].resumed_at), (1, Some(stage.now)));
    let past = joined(&number, "pause", pause("11-15 09:30"));
    assert_eq!(stage.fault("desk", past), ("until".to_owned(), FaultWhy::InPast));
    let endless = joined(&number, "pause", json!({"reason": "等配件"}));
    assert_eq!(stage.fault("desk", endless), ("until".to_owned(), FaultWhy::Required));
}

/// ESC-07, CMP-07
#[test]
fn a_pause_moves_the_day_on_which_a_complaint_becomes_major() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let before = stage.complaint(&number).regrade_at.unwrap();
    stage.step("desk", &number, "pause", json!({"until": "11-24 09:30", "reason": "业主出差"}));
    let moved = stage.complaint(&number).regrade_at.unwrap();
    assert_eq!(moved - before, chrono::TimeDelta::days(10));
    let report = stage.clock(&number, "CMP-03/report");
    assert_eq!((report.armed_at, report.due_at), (moved, moved + chrono::TimeDelta::hours(12)));
}

/// ESC-11
#[test]
fn a_promise_is_moved_only_after_the_resident_was_told_and_the_verdict_stays_with_the_first() {
    let mut stage = Stage::new();
    let taken = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "matter": "车位怎么续费", "promise": true});
    let number = stage.ok("desk", taken).number;
    let first = stage.clock(&number, "REC-04/reply");
    assert_eq!(first.due_at, at(14, 10, 0));
    let moved = |told: bool| json!({"promised_at": "11:00", "reason": "财务未上班", "told": told});
    let silent = joined(&number, "move_promise", moved(false));
    assert_eq!(stage.fault("desk", silent), ("told".to_owned(), FaultWhy::MustBeTrue));
    stage.step("desk", &number, "move_promise", moved(true));
    assert_eq!(stage.reception(&number).moved_to, Some(at(14, 11, 0)));
    stage.go_to(at(14, 10, 50));
    stage.step("desk", &number, "reply_to_resident", json!({"said": "按季度续费"}));
    let clocks = stage.sheet(&number).clocks;
    let verdicts: Vec<Option<i64>> =
        clocks.iter().filter(|clock| clock.rule == "REC-04/reply").map(|clock| late_by(clock, stage.now)).collect();
    assert_eq!(verdicts, [Some(50 * 60), None], "late against the first promise, in time against the second");
}

/// ESC-03
#[test]
fn a_later_change_of_the_settings_acts_on_new_clocks_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.db");
    let config = |text: &str| std::sync::Arc::new(frontdesk::config::Config::from_text("t", text).unwrap());
    let filed = json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": "漏水"});
    let now = at(14, 9, 30);
    let mut desk = frontdesk::desk::Desk::open(&file, config("")).unwrap();
    desk.first_start("manager", now).unwrap();
    let old = desk.perform_json(filed.clone(), "manager", now).unwrap().number;
    drop(desk);
    let shorter = "[[rule]]\nid = \"CMP-05/solve\"\nregister = \"complaint\"\ngrade = \"minor\"\nmilestone = \"solve\"\nwithin = \"6h\"\n\
        days = \"natural\"\nlevel = \"supervisor\"\ncrossing = \"transfer\"\npausable = true\nsource = \"test\"\n";
    let mut desk = frontdesk::desk::Desk::open(&file, config(shorter)).unwrap();
    let new = desk.perform_json(filed, "manager", now).unwrap().number;
    let due = |number: &str| {
        desk.sheet(number, &desk.who("manager").unwrap())
            .unwrap()
            .clocks
            .iter()
            .find(|clock| clock.rule == "CMP-05/solve")
            .unwrap()
            .due_at
    };
    assert_eq!((due(&old), due(&new)), (at(16, 9, 30), at(14, 15, 30)));
}
