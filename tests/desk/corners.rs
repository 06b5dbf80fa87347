//! Corners that a careful reader found: where two rules meet, and where time could be won or lost.
use super::stage::{Stage, at, joined, local, report};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::clock::{Milestone, StopReason};
use frontdesk::model::complaint::{Severity, Urgency};
use frontdesk::model::reception::Course;
use frontdesk::model::resident::Tie;
use frontdesk::rules::clock::late_by;
use serde_json::{Value, json};

fn taken(stage: &mut Stage, more: Value) -> String {
    let mut action = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "matter": "厨房漏水"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    stage.ok("desk", action).number
}

/// CMP-03, CMP-07
#[test]
fn what_was_said_before_a_complaint_became_major_does_not_do_the_duties_of_a_major_one() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("sup", &number, "report_to_head_office", json!({"reported_to": "总公司", "copied": true}));
    stage.step("desk", &number, "reply_to_resident", json!({"said": "在修"}));
    stage.go_to(local("2026-12-15 09:30"));
    match stage.refused("dept", joined(&number, "complete", report())) {
        Refusal::First(first) => assert_eq!(first, [Milestone::HeadOffice, Milestone::Reply]),
        other => panic!("{other:?}"),
    }
}

/// REC-03
#[test]
fn a_reception_that_became_a_complaint_is_not_cut_loose_from_it() {
    let mut stage = Stage::new();
    let taken = taken(&mut stage, json!({"course": "complaint", "category": "repair"}));
    for (by, step, fields) in [
        ("desk", "forward_to_department", json!({"department": "engineering"})),
        ("desk", "promise_reply", json!({})),
        ("desk", "finish", json!({"result": "好了"})),
        ("desk", "turn_into_complaint", json!({"category": "repair"})),
        ("manager", "close_as_unable", json!({"reason": "无图纸"})),
    ] {
        let refusal = stage.refused(by, joined(&taken, step, fields));
        assert!(matches!(refusal, Refusal::First(_)), "{step}: {refusal:?}");
    }
    stage.step("desk", &taken, "add_note", json!({"note": "业主来催"}));
}

/// REC-03, REC-04, ESC-13
#[test]
fn a_wrong_turn_into_a_complaint_wins_no_time_and_forgets_no_promise() {
    let mut stage = Stage::new();
    let taken = taken(&mut stage, json!({"promise": true}));
    stage.go_to(at(17, 9, 30));
    let complaint = stage.step("desk", &taken, "turn_into_complaint", json!({"category": "repair"})).linked[0].clone();
    stage.step("desk", &complaint, "void", json!({"reason": "误转"}));
    assert_eq!(stage.clock(&taken, "REC-05/supervisor").due_at, at(16, 9, 30), "it counts from when it came");
    let finish = joined(&taken, "finish", json!({"result": "好了"}));
    assert!(matches!(stage.refused("desk", finish), Refusal::First(first) if first == [Milestone::Reply]));
}

/// ESC-09, ESC-13
#[test]
fn a_matter_that_turns_into_a_complaint_days_later_has_no_duty_born_overdue() {
    let mut stage = Stage::new();
    let taken = taken(&mut stage, json!({}));
    stage.go_to(at(16, 9, 30));
    let grave = json!({"category": "repair", "severity": "major"});
    let complaint = stage.step("desk", &taken, "turn_into_complaint", grave).linked[0].clone();
    assert_eq!(stage.clock(&complaint, "CMP-03/report").due_at, at(16, 21, 30));
    assert_eq!(stage.clock(&complaint, "CMP-03/solve").due_at, at(24, 9, 30), "solving counts from the beginning");
}

/// ESC-11
#[test]
fn a_moved_promise_is_the_promise_and_no_other_clock() {
    let mut stage = Stage::new();
    let taken = taken(&mut stage, json!({"wanted_by": "+5d", "promise": true}));
    let moved = |to: &str| json!({"promised_at": to, "reason": "缺配件", "told": true});
    stage.step("desk", &taken, "reply_to_resident", json!({"said": "已答复"}));
    stage.step("desk", &taken, "move_promise", moved("+6d"));
    let wanted: Vec<_> = stage.sheet(&taken).clocks.into_iter().filter(|clock| clock.rule == "REC-01/wanted").collect();
    assert_eq!(wanted.iter().map(|clock| clock.due_at).collect::<Vec<_>>(), [at(19, 9, 30), at(20, 9, 30)]);
    let asked =
        json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": "漏水", "wanted_by": "+1d"});
    let complaint = stage.ok("desk", asked).number;
    stage.step("desk", &complaint, "move_promise", moved("+4d"));
    assert_eq!(stage.clock(&complaint, "CMP-05/solve").due_at, at(18, 9, 30));
    let unasked = stage.file("minor", "general");
    assert!(matches!(stage.refused("desk", joined(&unasked, "move_promise", moved("+4d"))), Refusal::NothingToDo));
}

/// LED-01
#[test]
fn what_an_entry_of_a_resident_leaves_out_stays_as_it_was() {
    let mut stage = Stage::new();
    let entry = |more: Value| {
        let mut entry = json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳"});
        entry.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        entry
    };
    stage.ok("desk", entry(json!({"tie": "tenant", "gone": true})));
    stage.ok("desk", entry(json!({"phone": "13911112222"})));
    let resident = stage.desk.find_residents("王芳", 1, &stage.who("manager")).unwrap().remove(0);
    assert_eq!((resident.tie, resident.gone), (Tie::Tenant, true));
}

/// CMP-13, ESC-10
#[test]
fn a_signature_that_nobody_gave_is_not_recorded_as_given() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.duties(&number);
    stage.complete(&number);
    stage.step("desk", &number, "record_callback", json!({"outcome": "unsatisfied"}));
    assert_eq!(stage.clock(&number, "CMP-13/sign").stopped.unwrap().why, StopReason::Superseded);
}

/// ESC-03, ESC-04
#[test]
fn what_a_rule_froze_does_not_depend_on_when_somebody_looked() {
    let late = |looked: &str| {
        let mut stage = Stage::new();
        let number = stage.file("minor", "general");
        stage.go_to(local(looked));
        stage.step("desk", &number, "add_note", json!({"note": "看过"}));
        late_by(&stage.clock(&number, "CMP-05/solve"), stage.now)
    };
    assert_eq!(late("2026-12-15 09:30"), late("2027-01-20 09:30"));
}

/// ESC-07, ESC-09
#[test]
fn a_change_of_grade_keeps_the_pauses_of_what_is_still_to_come() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("desk", &number, "pause", json!({"until": "+5d", "reason": "业主出差"}));
    stage.step("sup", &number, "change_urgency", json!({"urgency": "urgent", "reason": "复核"}));
    assert_eq!(stage.clock(&number, "CMP-03/solve").due_at, at(29, 9, 30), "ten days and five");
    stage.step("sup", &number, "change_severity", json!({"severity": "major", "reason": "复核"}));
    stage.step("sup", &number, "change_severity", json!({"severity": "minor", "reason": "复核"}));
    assert_eq!(stage.clock(&number, "CMP-07/month").due_at, local("2026-12-19 09:30"), "a month and five days");
}

/// ESC-09, ESC-10
#[test]
fn the_month_of_a_second_cycle_counts_from_its_own_beginning() {
    let mut stage = Stage::new();
    let number = stage.file("major", "general");
    stage.duties(&number);
    stage.complete(&number);
    stage.go_to(at(16, 9, 30));
    stage.step("manager", &number, "record_callback", json!({"outcome": "unsatisfied"}));
    stage.step("sup", &number, "change_severity", json!({"severity": "minor", "reason": "复核"}));
    assert_eq!(stage.clock(&number, "CMP-07/month").due_at, local("2026-12-16 09:30"));
}

/// SEC-04, CMP-07, CMP-08
#[test]
fn a_voided_complaint_becomes_nothing_any_more() {
    let mut stage = Stage::new();
    let harm = json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": "淹水", "harm": true});
    let number = stage.ok("desk", harm).number;
    stage.step("desk", &number, "void", json!({"reason": "误报"}));
    stage.go_to(local("2027-01-14 09:30"));
    assert_eq!(stage.complaint(&number).severity_at(stage.now), Severity::Minor);
    assert!(!stage.sheet(&number).case.harm);
}

/// REC-03, REC-04, REC-09, CMP-08
#[test]
fn what_a_course_does_not_take_is_told_and_not_dropped() {
    let mut stage = Stage::new();
    for more in [
        json!({"course": "complaint", "category": "repair", "promise": true}),
        json!({"course": "desk", "harm": true}),
        json!({"course": "desk", "category": "repair"}),
        json!({"course": "desk", "result": "好了"}),
        json!({"course": "answered", "result": "好了", "kind": "suggestion"}),
        json!({"course": "answered", "result": "好了", "department": "cleaning"}),
    ] {
        let mut action = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "matter": "漏水"});
        action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let (field, why) = stage.fault("desk", action);
        assert!(field == "course" && matches!(why, FaultWhy::NotOneOf(_)), "{more}");
    }
}

/// CMP-07
#[test]
fn answered_complaints_of_an_older_ledger_are_no_unsolved_repeats() {
    let mut stage = Stage::new();
    for old in ["1", "2"] {
        stage.ok(
            "desk",
            json!({"do": "import_complaint", "old_number": old, "unit": "3-1-502", "category": "repair",
            "received_at": "2026-11-01", "replied_at": "2026-11-02", "reply": "已修", "matter": "漏水"}),
        );
    }
    let number = stage.file("minor", "general");
    assert!(!stage.complaint(&number).proposed_major);
}

/// CMP-08
#[test]
fn harm_can_begin_later_and_stays_urgent_as_long_as_it_lasts() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("guard", &number, "report_harm", json!({"note": "水漫出来了"}));
    assert_eq!((stage.sheet(&number).case.harm, stage.complaint(&number).urgency), (true, Urgency::Urgent));
    let calm = joined(&number, "change_urgency", json!({"urgency": "general", "reason": "复核"}));
    assert!(matches!(stage.fault("sup", calm), (field, FaultWhy::NotOneOf(_)) if field == "urgency"));
    stage.duties(&number);
    stage.complete(&number);
    assert_eq!(stage.complaint(&number).harm_stopped_at, Some(stage.now), "what is repaired does no harm");
}

#[test]
fn an_old_number_is_found_as_it_was_written() {
    let mut stage = Stage::new();
    let old = json!({"do": "import_complaint", "old_number": "wx0-a", "received_at": "2026-11-01", "matter": "漏水"});
    let number = stage.ok("desk", old).number;
    assert_eq!(stage.sheet("wx0-a").case.number, number);
    assert_eq!(stage.sheet(&number.to_lowercase()).case.number, number);
    stage.step("desk", "wx0-a", "add_note", json!({"note": "查过"}));
}

#[test]
fn times_beyond_all_reason_are_refused_however_they_are_written() {
    let mut stage = Stage::new();
    let action =
        |field: &str, time: &str| json!({"do": "take_reception", "unit": "3-1-502", "matter": "问", field: time});
    for (field, time) in [("wanted_by", "9999-12-31T23:59:59-12:00"), ("received_at", "0009-11-01T00:00:00Z")] {
        let (at_field, why) = stage.fault("desk", action(field, time));
        assert!(at_field == field && matches!(why, FaultWhy::Time(_)), "{time}");
    }
}

/// SEC-04, REC-06
#[test]
fn the_desk_voids_its_own_open_entries_and_the_supervisor_any() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let void = joined(&number, "void", json!({"reason": "重复"}));
    assert!(matches!(stage.refused("guard", void), Refusal::NotAllowed { .. }));
    let answered = taken(&mut stage, json!({"course": "answered", "result": "好了"}));
    stage.step("desk", &answered, "correct", json!({"unit": "3-1-503", "reason": "听错"}));
    let void = joined(&answered, "void", json!({"reason": "重复"}));
    assert!(matches!(stage.refused("desk", void.clone()), Refusal::NotAllowed { .. }), "it has ended already");
    assert_eq!(stage.ok("sup", void).state, Some(State::Voided));
}

/// ESC-06
#[test]
fn nothing_is_noted_where_nothing_has_crossed() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    let row = stage.desk.queue(&Default::default(), 0, 1, stage.now).unwrap().remove(0);
    assert!(!frontdesk::desk::answer::Pressing::of(&row.clocks, row.owner, stage.now).noted);
}

/// REC-09
#[test]
fn a_suggestion_that_turns_into_a_complaint_is_answered_as_one() {
    let mut stage = Stage::new();
    let number = taken(&mut stage, json!({"kind": "suggestion"}));
    stage.step("desk", &number, "turn_into_complaint", json!({"category": "other"}));
    assert_eq!(stage.reception(&number).course, Course::Complaint);
    assert_ne!(stage.reception(&number).kind, frontdesk::model::reception::MatterKind::Suggestion);
}

/// ESC-13
#[test]
fn last_nights_hour_said_at_dawn_is_last_nights_and_a_slip_of_minutes_is_none() {
    let mut stage = Stage::new();
    stage.go_to(at(15, 6, 41));
    let number = taken(&mut stage, json!({"received_at": "23:15"}));
    assert_eq!(stage.sheet(&number).case.received_at, at(14, 23, 15));
    let slip = json!({"do": "take_reception", "unit": "3-1-502", "matter": "问", "received_at": "06:50"});
    assert_eq!(stage.fault("desk", slip), ("received_at".to_owned(), FaultWhy::InFuture));
}
