//! CMP-01 to CMP-15: a complaint from the counter to its callback.
use super::stage::{Stage, at, joined, local, report};
use frontdesk::desk::answer::Hint;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::clock::{Milestone, StopReason};
use frontdesk::model::complaint::{PlanState, Severity, Urgency, Validity};
use frontdesk::model::staff::Role;
use serde_json::json;

/// CMP-01
#[test]
fn a_category_is_one_of_the_eight_by_id_or_name() {
    let mut stage = Stage::new();
    assert_eq!(stage.desk.config.categories.len(), 8);
    let by_name = json!({"do": "file_complaint", "unit": "3-1-502", "category": "工程维修", "matter": "漏水"});
    let number = stage.ok("desk", by_name).number;
    assert_eq!(stage.complaint(&number).category, "repair");
    let unknown = json!({"do": "file_complaint", "unit": "3-1-502", "category": "天气", "matter": "太热"});
    let (field, why) = stage.fault("desk", unknown);
    assert_eq!(field, "category");
    assert!(matches!(why, FaultWhy::NotOneOf(ids) if ids.len() == 8));
}

/// CMP-03
#[test]
fn a_major_complaint_not_reported_in_12_hours_belongs_to_head_office() {
    let mut stage = Stage::new();
    let number = stage.file("major", "general");
    assert_eq!(stage.owner(&number), Role::Manager, "the manager deals with it");
    stage.wait(12 * 60 - 1);
    assert_eq!(stage.owner(&number), Role::Manager);
    stage.wait(1);
    assert_eq!(stage.owner(&number), Role::HeadOffice);
    stage.step("sup", &number, "report_to_head_office", json!({"reported_to": "总公司", "copied": true}));
    assert_eq!(stage.owner(&number), Role::Manager, "reported, it is the manager's again");
    let reported = stage.clock(&number, "CMP-03/report");
    assert_eq!(reported.stopped.unwrap().at, stage.now, "and the breach stays");
}

/// CMP-03
#[test]
fn a_major_complaint_has_its_reply_due_in_2_days_and_its_end_in_10() {
    let mut stage = Stage::new();
    let number = stage.file("major", "general");
    assert_eq!(stage.clock(&number, "CMP-03/reply").due_at, at(16, 9, 30));
    assert_eq!(stage.clock(&number, "CMP-03/solve").due_at, at(24, 9, 30));
    stage.step("desk", &number, "reply_to_resident", json!({"said": "已约定处理方案"}));
    assert!(stage.clock(&number, "CMP-03/reply").stopped.is_some());
    assert!(stage.clock(&number, "CMP-03/solve").stopped.is_none(), "a reply is not the end");
}

/// CMP-03
#[test]
fn a_report_to_head_office_needs_the_copy_to_the_general_manager() {
    let mut stage = Stage::new();
    let number = stage.file("major", "general");
    let report = joined(&number, "report_to_head_office", json!({"reported_to": "总公司", "copied": false}));
    assert_eq!(stage.fault("sup", report), ("copied".to_owned(), FaultWhy::MustBeTrue));
}

/// CMP-04
#[test]
fn an_important_complaint_is_the_supervisors_after_1_hour_and_the_managers_after_1_week() {
    let mut stage = Stage::new();
    let number = stage.file("important", "general");
    assert_eq!(stage.owner(&number), Role::Receptionist);
    stage.wait(60);
    assert_eq!(stage.owner(&number), Role::Supervisor);
    stage.step("desk", &number, "hand_to_supervisor", json!({}));
    assert_eq!(stage.owner(&number), Role::Supervisor);
    stage.go_to(at(21, 9, 30));
    assert_eq!(stage.owner(&number), Role::Manager);
}

/// CMP-05
#[test]
fn a_minor_complaint_is_the_supervisors_after_2_days_or_the_wanted_time() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.go_to(at(16, 9, 29));
    assert_eq!(stage.owner(&number), Role::Receptionist);
    stage.wait(1);
    assert_eq!(stage.owner(&number), Role::Supervisor);
    let wanted = json!({"do": "file_complaint", "unit": "5-2-101", "category": "cleaning", "matter": "楼道垃圾", "wanted_by": "今天 18:00"});
    let number = stage.ok("desk", wanted).number;
    assert_eq!(stage.clock(&number, "CMP-05/solve").due_at, at(16, 18, 0));
}

/// CMP-06
#[test]
fn first_contact_is_due_in_24_hours_or_30_minutes() {
    let mut stage = Stage::new();
    let general = stage.file("minor", "general");
    let urgent = stage.file("minor", "urgent");
    assert_eq!(stage.clock(&general, "CMP-06/general").due_at, at(15, 9, 30));
    assert_eq!(stage.clock(&urgent, "CMP-06/urgent").due_at, at(14, 10, 0));
    stage.wait(31);
    stage.step("desk", &urgent, "contact_resident", json!({"said": "已电话说明"}));
    let contact = stage.clock(&urgent, "CMP-06/urgent");
    assert_eq!(contact.stopped.unwrap().why, StopReason::Reached);
    assert_eq!(frontdesk::rules::clock::late_by(&contact, stage.now), Some(60));
}

/// CMP-07, ESC-04
#[test]
fn a_complaint_unsolved_for_a_month_is_major_from_that_moment_whether_or_not_anybody_looks() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("desk", &number, "contact_resident", json!({"said": "已联系"}));
    let month = local("2026-12-14 09:30");
    stage.go_to(month - chrono::TimeDelta::minutes(1));
    assert_eq!(stage.complaint(&number).severity_at(stage.now), Severity::Minor);
    stage.go_to(month + chrono::TimeDelta::hours(3));
    let rows = stage.desk.queue(&Default::default(), 0, 9, stage.now).unwrap();
    assert_eq!(rows[0].severity, Some(Severity::Major), "the queue says so without anything having been written");
    assert_eq!(stage.owner(&number), Role::HeadOffice, "its ten days from the start are long over");
    assert_eq!(
        stage.clock(&number, "CMP-03/report").due_at,
        month + chrono::TimeDelta::hours(12),
        "reporting starts then"
    );
    stage.step("desk", &number, "add_note", json!({"note": "催过工程部"}));
    let complaint = stage.complaint(&number);
    assert_eq!(complaint.severity, Severity::Major, "the record has caught up");
    let history = stage.sheet(&number).history;
    let settled = history.iter().find(|event| event.action["do"] == "regrade_by_rule").unwrap();
    assert_eq!(settled.action["since"], json!(month));
    assert_eq!(stage.clock(&number, "CMP-05/solve").stopped.unwrap().why, StopReason::Superseded);
}

/// CMP-07
#[test]
fn solved_in_time_a_complaint_never_becomes_major() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("desk", &number, "contact_resident", json!({"said": "已联系"}));
    stage.complete(&number);
    assert!(stage.sheet(&number).clocks.iter().all(|clock| !clock.rule.starts_with("CMP-03")), "nothing stays armed");
    stage.go_to(local("2027-01-20 09:00"));
    assert_eq!(stage.complaint(&number).severity_at(stage.now), Severity::Minor);
}

/// CMP-07
#[test]
fn the_third_of_one_category_from_one_unit_in_90_days_is_proposed_as_major() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    stage.file("minor", "general");
    let third = json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": "又漏水了"});
    let done = stage.ok("desk", third.clone());
    assert_eq!(done.hint, Some(Hint::ProposedMajor));
    let complaint = stage.complaint(&done.number);
    assert!(complaint.proposed_major && complaint.severity == Severity::Minor, "proposed, not decided");
    let mut elsewhere = third.clone();
    elsewhere["unit"] = json!("3-1-503");
    assert_eq!(stage.ok("desk", elsewhere).hint, None);
    stage.go_to(local("2027-03-14 09:30"));
    assert_eq!(stage.ok("desk", third).hint, None, "the others lie too far back");
}

/// CMP-08
#[test]
fn harm_going_on_stands_at_the_top_and_is_urgent_until_it_is_stopped() {
    let mut stage = Stage::new();
    let older = stage.file("minor", "urgent");
    stage.go_to(at(15, 9, 30));
    let harm = json!({"do": "file_complaint", "unit": "8-1-101", "category": "repair", "matter": "水管爆裂正在淹水", "harm": true});
    let number = stage.ok("guard", harm).number;
    let top = |stage: &Stage| stage.desk.queue(&Default::default(), 0, 9, stage.now).unwrap()[0].number.clone();
    assert_eq!(top(&stage), number);
    assert_eq!(stage.complaint(&number).urgency, Urgency::Urgent);
    stage.step("guard", &number, "stop_harm", json!({"measures": "关总阀"}));
    assert_eq!(top(&stage), older);
    assert!(stage.complaint(&number).harm_stopped_at.is_some());
}

/// CMP-09
#[test]
fn found_not_valid_the_clocks_stop_and_the_verdict_so_far_stays() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "urgent");
    stage.wait(45);
    let judge = |validity: &str| json!({"validity": validity, "reason": "属邻里装修，非我方责任"});
    let who = joined(&number, "judge_validity", judge("outside"));
    assert_eq!(stage.fault("sup", who), ("transferred_to".to_owned(), FaultWhy::Required));
    stage.step("sup", &number, "judge_validity", judge("invalid"));
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.case.state, State::Rejected);
    assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some_and(|stopped| stopped.why == StopReason::Judged)));
    let contact = stage.clock(&number, "CMP-06/urgent");
    assert_eq!(frontdesk::rules::clock::late_by(&contact, at(20, 0, 0)), Some(15 * 60));
    stage.wait(60);
    stage.step("sup", &number, "judge_validity", judge("valid"));
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.state, sheet.case.cycle), (State::Handling, 2));
    assert_eq!(stage.complaint(&number).validity, Validity::Valid);
    assert_eq!(stage.complaint(&number).reopened, 0, "the resident did not reopen it");
    assert_eq!(stage.clock(&number, "CMP-06/urgent").due_at, stage.now + chrono::TimeDelta::minutes(30));
}

/// CMP-10
#[test]
fn the_manager_approves_the_supervisors_plan_or_returns_it_with_a_word() {
    let mut stage = Stage::new();
    let number = stage.file("important", "general");
    let plan = joined(&number, "write_plan", json!({"plan": "更换立管"}));
    assert!(matches!(stage.refused("desk", plan.clone()), Refusal::NotAllowed { .. }));
    let too_early = joined(&number, "decide_plan", json!({"approved": true}));
    assert!(matches!(stage.refused("manager", too_early), Refusal::NothingToDo));
    stage.ok("sup", plan.clone());
    assert_eq!(stage.owner(&number), Role::Supervisor, "who plans it has it");
    let silent = joined(&number, "decide_plan", json!({"approved": false}));
    assert_eq!(stage.fault("manager", silent), ("note".to_owned(), FaultWhy::Required));
    stage.step("manager", &number, "decide_plan", json!({"approved": false, "note": "先测压"}));
    assert_eq!(stage.complaint(&number).plan_state, PlanState::Returned);
    stage.ok("sup", plan);
    stage.step("manager", &number, "decide_plan", json!({"approved": true}));
    assert_eq!(stage.complaint(&number).plan_state, PlanState::Approved);
}

/// CMP-11
#[test]
fn progress_waits_to_be_passed_on_to_the_resident() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let pass = joined(&number, "pass_on_progress", json!({"said": "配件已到"}));
    assert!(matches!(stage.refused("desk", pass.clone()), Refusal::NothingToDo));
    stage.step("dept", &number, "report_progress", json!({"note": "配件已订"}));
    stage.step("dept", &number, "report_progress", json!({"note": "配件已到"}));
    assert_eq!(stage.complaint(&number).untold, 2);
    assert!(stage.clock(&number, "CMP-06/general").stopped.is_none(), "progress inside is no contact");
    stage.ok("desk", pass);
    assert_eq!(stage.complaint(&number).untold, 0);
    assert!(stage.clock(&number, "CMP-06/general").stopped.is_some());
}

/// CMP-12
#[test]
fn the_report_of_a_grave_complaint_names_root_cause_and_prevention() {
    let mut stage = Stage::new();
    let number = stage.file("important", "general");
    stage.duties(&number);
    let short = json!({"cause": "接头老化", "measures": "更换接头", "result": "不再渗漏"});
    match stage.refused("dept", joined(&number, "complete", short.clone())) {
        Refusal::Fields(faults) => {
            let named: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
            assert_eq!(named, ["root_cause", "prevention"]);
            assert!(faults.iter().all(|fault| fault.why == FaultWhy::GradeNeedsIt));
        }
        other => panic!("{other:?}"),
    }
    stage.complete(&number);
    let minor = stage.file("minor", "general");
    stage.duties(&minor);
    assert_eq!(stage.step("dept", &minor, "complete", short).state, Some(State::Solved));
}

/// CMP-12, ESC-12
#[test]
fn a_complaint_is_not_completed_before_the_resident_was_spoken_to_and_head_office_told() {
    let mut stage = Stage::new();
    let number = stage.file("major", "general");
    match stage.refused("dept", joined(&number, "complete", report())) {
        Refusal::First(mut milestones) => {
            milestones.sort();
            assert_eq!(milestones, [Milestone::Reply, Milestone::Contact, Milestone::HeadOffice]);
        }
        other => panic!("{other:?}"),
    }
    stage.step("dept", &number, "add_note", json!({"note": "已告知业主（内部备注）"}));
    assert!(matches!(stage.refused("dept", joined(&number, "complete", report())), Refusal::First(_)));
}

/// CMP-13, CMP-14, ESC-12
#[test]
fn closed_only_when_signed_and_the_resident_is_satisfied() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.duties(&number);
    let completed = stage.complete(&number);
    assert_eq!(completed.state, Some(State::Solved));
    assert_eq!(stage.clock(&number, "CMP-13/sign").due_at, at(15, 0, 0), "the day of completion ends at midnight");
    assert_eq!(stage.clock(&completed.linked[0], "CBK-01/complaint").due_at, at(17, 9, 30));
    assert_eq!(stage.owner(&number), Role::Supervisor, "the finished record goes to the supervisor");
    let waiting =
        frontdesk::model::queue::Filter { state: Some(frontdesk::model::case::State::Solved), ..Default::default() };
    assert_eq!(stage.desk.queue_length(&waiting, stage.now).unwrap(), 1);
    let called = stage.step("desk", &number, "record_callback", json!({"outcome": "satisfied", "said": "好了"}));
    assert_eq!((called.state, called.hint), (Some(State::Asked), Some(Hint::AwaitsSignature)));
    assert_eq!(called.linked, [number.as_str()]);
    let signed = stage.step("sup", &number, "sign_record", json!({}));
    assert_eq!(signed.state, Some(State::Closed));
    assert!(stage.sheet(&number).clocks.iter().all(|clock| clock.stopped.is_some()));
}

/// CMP-14, CBK-11, ESC-10
#[test]
fn not_satisfied_reopens_it_with_fresh_clocks_as_often_as_it_takes() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    for round in 1..=2 {
        stage.duties(&number);
        stage.complete(&number);
        stage.wait(60);
        let missed = stage.step("desk", &number, "record_callback", json!({"outcome": "no_answer"}));
        assert_eq!((missed.state, missed.hint), (Some(State::Due), Some(Hint::StillDue)));
        let back = stage.step("desk", &number, "record_callback", json!({"outcome": "unsatisfied", "said": "还漏"}));
        assert_eq!((back.state, back.hint), (Some(State::Asked), Some(Hint::Reopened)));
        assert_eq!(stage.complaint(&number).reopened, round);
        let solve = stage.clock(&number, "CMP-05/solve");
        assert_eq!(
            (solve.started_at, solve.cycle),
            (stage.now, round + 1),
            "nothing is overdue at the moment of reopening"
        );
        let cycles = stage.sheet(&number).cycles;
        assert_eq!(cycles.len() as u32, round);
        assert!(cycles[0].2.contains("不再渗漏"), "what the round before came to is kept");
    }
}

/// CBK-03
#[test]
fn only_the_manager_asks_after_grave_complaints() {
    let mut stage = Stage::new();
    let number = stage.file("important", "general");
    stage.duties(&number);
    stage.complete(&number);
    let ask = joined(&number, "record_callback", json!({"outcome": "satisfied", "form": "letter"}));
    assert_eq!(stage.fault("desk", ask.clone()), ("outcome".to_owned(), FaultWhy::ManagerAsks));
    stage.ok("manager", ask);
}

/// CMP-15
#[test]
fn both_sides_of_a_neighbour_dispute_and_the_evidence_are_noted() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let dispute = json!({"other_party": "3-1-602 李强", "evidence": "夜间分贝 62", "evidence_held_by": "安保"});
    stage.step("desk", &number, "note_dispute", dispute);
    let complaint = stage.complaint(&number);
    assert_eq!(complaint.other_party.as_deref(), Some("3-1-602 李强"));
    assert_eq!(complaint.evidence_held_by.as_deref(), Some("安保"));
}

/// CMP-06: what was said to whoever complained stands on record; only of a work order the fact is enough (DSP-04).
#[test]
fn contact_about_a_complaint_says_what_was_said() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let silent = joined(&number, "contact_resident", json!({}));
    assert_eq!(stage.fault("desk", silent), ("said".into(), FaultWhy::Required));
}
