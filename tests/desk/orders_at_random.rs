//! Any course of a work order or an emergency, right or wrong (DSP-03 to DSP-13, EMG-02 to EMG-08): what is still to be done
//! has a clock, what is done or cannot come any more has none, and the file stays whole.
use super::stage::{Stage, joined};
use frontdesk::desk::answer::{Part, Sheet};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Milestone;
use frontdesk::model::complaint::Urgency;
use frontdesk::model::emergency::Emergency;
use frontdesk::model::work_order::WorkOrder;
use proptest::prelude::*;
use serde_json::{Value, json};

const PEOPLE: [&str; 4] = ["guard", "desk", "dept", "sup"];

/// Steps that may or may not be taken in the state that the case happens to be in.
fn tries() -> Vec<(&'static str, Value)> {
    let mut all = vec![
        ("send_order", json!({})),
        ("send_order", json!({"technician": "dept"})),
        ("sign_order", json!({})),
        ("contact_resident", json!({"said": "半小时内到"})),
        ("depart", json!({})),
        ("arrive", json!({})),
        ("first_check", json!({"note": "缺相"})),
        ("finish_order", json!({"result": "已修好"})),
        ("tell_resident", json!({"said": "已修好", "satisfied": true})),
        ("tell_resident", json!({"said": "已修好", "satisfied": false})),
        ("file_sheet", json!({})),
        ("transfer_order", json!({"department": "cleaning", "reason": "不归我管"})),
        ("transfer_order", json!({"department": "engineering", "technician": "dept", "reason": "归工程"})),
        ("hand_back_order", json!({"reason": "地址不符"})),
        ("press_again", json!({})),
        ("apologize", json!({"said": "缺配件", "promised_at": "+1d"})),
        ("move_promise", json!({"promised_at": "+2h", "reason": "堵车", "told": true})),
        ("pause", json!({"until": "+2d", "reason": "等配件"})),
        ("resume", json!({})),
        ("close_as_unable", json!({"reason": "无图纸"})),
        ("reopen", json!({"reason": "又坏了"})),
        ("void", json!({"reason": "录错"})),
        ("tell_of", json!({"who": "engineering"})),
        ("log_line", json!({"note": "关阀"})),
        ("end_emergency", json!({"result": "水已停", "order_wanted": true})),
        ("dispatch_work", json!({"job": "lift"})),
        ("review_emergency", json!({"response": "快", "cooperation": "好", "cause": "老化", "changes": "季检"})),
    ];
    for urgency in ["general", "urgent", "general", "urgent"] {
        all.push(("change_urgency", json!({"urgency": urgency, "reason": "复核"})));
    }
    all
}

/// What is waited for, by what the record says.
fn order_waits(sheet: &Sheet, order: &WorkOrder) -> Vec<Milestone> {
    let (state, urgent) = (sheet.case.state, order.urgency == Urgency::Urgent);
    let undone = matches!(state, State::Waiting | State::Sent | State::Received | State::OnTheWay | State::OnSite);
    let away = undone && order.arrived_at.is_none();
    let waits = [
        (Milestone::Send, state == State::Waiting),
        (Milestone::Receive, undone && state != State::Waiting && order.signed_at.is_none()),
        (Milestone::Contact, away && order.signed_at.is_some() && order.contacted_at.is_none()),
        (Milestone::Depart, away && urgent && order.departed_at.is_none()),
        (Milestone::Check, undone && order.equipment && order.checked_at.is_none()),
        (Milestone::Finish, undone),
        (Milestone::Tell, state == State::Finished && order.told_at.is_none()),
        (Milestone::SheetBack, state == State::Finished && order.department_copy_at.to_string() != "filed"),
    ];
    waits.into_iter().filter(|(_, waits)| *waits).map(|(milestone, _)| milestone).collect()
}

fn emergency_waits(sheet: &Sheet, part: &Emergency) -> Vec<Milestone> {
    let goes_on = matches!(sheet.case.state, State::Accepted | State::Handling | State::OnSite);
    let over = sheet.case.state == State::Over;
    let made = sheet.offspring.iter().any(|one| one.register == Register::WorkOrder && one.state != State::Voided);
    let waits = [
        (Milestone::Tell, (goes_on || over) && part.told_at.is_none()),
        (Milestone::Arrive, goes_on && part.arrived_at.is_none()),
        (Milestone::Review, over && part.reviewed_at.is_none()),
        (Milestone::Order, over && part.order_wanted && !made),
    ];
    waits.into_iter().filter(|(_, waits)| *waits).map(|(milestone, _)| milestone).collect()
}

/// What must be waited for and what is, without what depends on a promise.
fn compared(stage: &Stage, number: &str) -> Option<(Vec<Milestone>, Vec<Milestone>)> {
    let sheet = stage.sheet(number);
    let must = match &sheet.part {
        Part::WorkOrder(order) => order_waits(&sheet, order),
        Part::Emergency(part) => emergency_waits(&sheet, part),
        _ => return None,
    };
    let going = sheet.clocks.iter().filter(|clock| clock.stopped.is_none()).map(|clock| clock.milestone);
    let promised = |milestone: &Milestone| {
        *milestone == Milestone::Arrive && sheet.case.register == Register::WorkOrder && sheet.case.state.is_open()
    };
    let mut going: Vec<Milestone> = going.filter(|milestone| !promised(milestone)).collect();
    let mut must = must;
    must.sort_by_key(|milestone| milestone.to_string());
    going.sort_by_key(|milestone| milestone.to_string());
    going.dedup();
    Some((must, going))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    /// ESC-03, ESC-04, ESC-07, ESC-10
    #[test]
    fn whatever_is_tried_what_is_to_be_done_has_a_clock_and_nothing_else_has(
        course in proptest::collection::vec((0..60_usize, 0..4_usize, 0..3_usize, 0..900_i64, 0..4_i64), 1..50)
    ) {
        let mut stage = Stage::new();
        let order = json!({"do": "file_work_order", "unit": "3-1-502", "job": "plumbing", "matter": "漏水", "arrive_by": "+2h"});
        let mut numbers = vec![stage.ok("desk", order).number];
        let lift = json!({"do": "take_reception", "unit": "3-1-502", "matter": "电梯停了", "course": "work_order", "job": "lift"});
        numbers.extend(stage.ok("desk", lift).linked);
        numbers.push(stage.raise("guard", "水管爆裂", "2栋电梯"));
        let tries = tries();
        for (step, person, which, minutes, ago) in course {
            stage.wait(minutes);
            let (step, mut fields) = tries[step % tries.len()].clone();
            let timed = ["send_order", "sign_order", "contact_resident", "depart", "arrive", "finish_order"];
            if ago > 0 && timed.contains(&step) {
                fields["at"] = json!((stage.now - chrono::TimeDelta::minutes(ago * minutes / 3)).to_rfc3339());
            }
            let done = stage.perform(PEOPLE[person], joined(&numbers[which], step, fields));
            if let Ok(done) = &done {
                numbers.extend(done.linked.clone());
            }
            for number in &numbers {
                if let Some((must, going)) = compared(&stage, number) {
                    prop_assert_eq!(must, going, "{} after {} ({:?})", number, step, done.is_ok());
                }
                let sheet = stage.sheet(number);
                let paused = sheet.pauses.iter().any(|pause| pause.resumed_at.is_none() && pause.until > stage.now);
                let pausing = sheet.clocks.iter().any(|clock| {
                    clock.stopped.is_none() && frontdesk::rules::clock::paused_at(clock, stage.now).is_some()
                });
                prop_assert_eq!(paused, pausing, "{} is said to be paused, or is and it is not said, after {}", number, step);
            }
        }
        let findings = stage.desk.inspect().unwrap().findings;
        prop_assert!(findings.is_empty(), "{findings:?}");
    }
}
