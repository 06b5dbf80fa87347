//! Any course of a case, right or wrong: whatever people try in whatever order, the file stays whole, a breach stays
//! a breach, and no open case is without somebody who must answer for it.
use super::stage::{Stage, joined, report};
use frontdesk::desk::answer::Part;
use frontdesk::model::clock::Clock;
use frontdesk::model::reception::Course;
use frontdesk::rules::clock::late_by;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const PEOPLE: [&str; 6] = ["guard", "desk", "dept", "sup", "manager", "head"];

/// Steps with fields that may or may not be taken in the state that the case happens to be in.
fn tries() -> Vec<(&'static str, Value)> {
    let until = json!({"until": "+2d", "reason": "等配件"});
    let mut all = vec![
        ("contact_resident", json!({"said": "已联系"})),
        ("reply_to_resident", json!({"said": "已答复"})),
        ("hand_to_supervisor", json!({})),
        ("report_to_head_office", json!({"reported_to": "总公司", "copied": true})),
        ("pause", until.clone()),
        ("pause", until),
        ("resume", json!({})),
        ("complete", report()),
        ("sign_record", json!({})),
        ("record_callback", json!({"outcome": "unsatisfied"})),
        ("record_callback", json!({"outcome": "satisfied"})),
        ("make_appointment", json!({"appointment_at": "+1d", "told": true})),
        ("review_callback", json!({"note": "已阅", "opinion": "再看", "second": true})),
        ("decide_callback", json!({"note": "同意"})),
        ("judge_validity", json!({"validity": "invalid", "reason": "无据"})),
        ("judge_validity", json!({"validity": "valid", "reason": "属实"})),
        ("record_handling", json!({"note": "查看现场"})),
        ("forward_to_department", json!({"department": "engineering"})),
        ("turn_into_complaint", json!({"category": "repair"})),
        ("report_harm", json!({"note": "淹水"})),
        ("stop_harm", json!({"measures": "关阀"})),
        ("promise_reply", json!({"phone": "13800138000"})),
        ("move_promise", json!({"promised_at": "+3h", "reason": "缺人", "told": true})),
        ("finish", json!({"result": "已解决"})),
        ("close_as_unable", json!({"reason": "无图纸"})),
        ("reopen", json!({"reason": "又坏了"})),
        ("void", json!({"reason": "录错"})),
        ("acknowledge", json!({})),
    ];
    for severity in ["minor", "important", "major"] {
        all.push(("change_severity", json!({"severity": severity, "reason": "复核"})));
    }
    for urgency in ["general", "urgent"] {
        all.push(("change_urgency", json!({"urgency": urgency, "reason": "复核"})));
    }
    all
}

fn breaches(stage: &Stage, numbers: &[String]) -> BTreeMap<i64, i64> {
    let clocks = numbers.iter().flat_map(|number| stage.sheet(number).clocks);
    let stopped = clocks.filter(|clock| clock.stopped.is_some());
    stopped.filter_map(|clock: Clock| late_by(&clock, stage.now).map(|late| (clock.id, late))).collect()
}

/// Open and without a clock is only what waits for a clock elsewhere: the complaint made of it.
fn answered_for(stage: &Stage, number: &str) -> bool {
    let sheet = stage.sheet(number);
    let handed_over = matches!(&sheet.part, Part::Reception(reception) if reception.course == Course::Complaint);
    let waits_for_complaint = handed_over && sheet.offspring.iter().any(|case| case.state.is_open());
    let signed_or_called = format!("{:?}", sheet.case.state) == "Solved";
    !sheet.case.state.is_open()
        || waits_for_complaint
        || signed_or_called
        || sheet.clocks.iter().any(|clock| clock.stopped.is_none())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    /// ESC-03, ESC-07, ESC-09, ESC-10
    #[test]
    fn whatever_is_tried_the_file_stays_whole_and_a_breach_stays_a_breach(
        course in proptest::collection::vec((0..40_usize, 0..6_usize, 0..2_usize, 0..2_000_i64), 1..40)
    ) {
        let mut stage = Stage::new();
        let reception = stage.ok("desk", json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "matter": "漏水", "promise": true}));
        let mut numbers = vec![reception.number, stage.file("minor", "general")];
        let tries = tries();
        let mut known = BTreeMap::new();
        for (step, person, which, minutes) in course {
            stage.wait(minutes);
            let (step, fields) = tries[step % tries.len()].clone();
            if let Ok(done) = stage.perform(PEOPLE[person], joined(&numbers[which], step, fields)) {
                numbers.extend(done.linked);
            }
            let now = breaches(&stage, &numbers);
            for (clock, late) in &known {
                prop_assert_eq!(now.get(clock), Some(late), "a frozen breach changed after {}", step);
            }
            known = now;
            for number in &numbers {
                prop_assert!(answered_for(&stage, number), "{} is open and nobody must answer for it after {}", number, step);
            }
        }
        let findings = stage.desk.inspect().unwrap().findings;
        prop_assert!(findings.is_empty(), "{findings:?}");
    }
}
