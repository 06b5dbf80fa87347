//! Passes and reminders in any order, right or wrong: what is open is waited for, what has ended is not, no card is out
//! twice, no household is reminded of the same fee twice, and the file stays whole.
use super::stage::{Stage, joined};
use frontdesk::desk::answer::{Part, Sheet};
use frontdesk::model::case::State;
use frontdesk::model::clock::Milestone;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PEOPLE: [&str; 4] = ["desk", "sup", "dept", "guard"];

fn tries() -> Vec<(&'static str, Value)> {
    vec![
        ("return_pass", json!({"deposit_back": "50"})),
        ("return_pass", json!({})),
        ("extend_pass", json!({"valid_until": "+2d", "reason": "工期顺延"})),
        ("report_lost", json!({"note": "掉在路上"})),
        ("follow_up_loss", json!({"note": "卡号已注销", "deposit_back": "0"})),
        ("remind", json!({"how": "phone", "said": "月底交"})),
        ("remind", json!({"how": "letter", "next_at": "+1d"})),
        ("promise_payment", json!({"promised_at": "+1d"})),
        ("move_promise", json!({"promised_at": "+2d", "reason": "晚发工资", "told": true})),
        ("record_payment", json!({})),
        ("close_as_unable", json!({"reason": "房屋被查封"})),
        ("acknowledge", json!({})),
        ("correct", json!({"matter": "改过", "reason": "写错了"})),
        ("void", json!({"reason": "录错"})),
    ]
}

fn new(which: usize) -> Value {
    let pass = |card: &str, deposit: Option<&str>| {
        json!({"do": "issue_pass", "pass_number": card, "name": "汤师傅", "phone": "13900139000", "matter": "防水",
            "valid_until": "+1d", "deposit": deposit})
    };
    match which {
        0 => pass("L012", Some("50")),
        1 => pass("L012", None),
        2 => json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "property"}),
        _ => json!({"do": "begin_reminder", "unit": "3-1-502", "fee": "property", "next_at": "+1d"}),
    }
}

/// What must be waited for as it stands; the next reminder beside a promise may be.
fn is_waited_for(sheet: &Sheet) -> bool {
    let going: BTreeSet<Milestone> =
        sheet.clocks.iter().filter(|clock| clock.stopped.is_none()).map(|clock| clock.milestone).collect();
    match sheet.case.state {
        State::Issued => going == BTreeSet::from([Milestone::Return]),
        State::Lost => going == BTreeSet::from([Milestone::Follow]),
        State::Reminding => going == BTreeSet::from([Milestone::Remind]),
        State::Promised => going.contains(&Milestone::Pay),
        _ => going.is_empty(),
    }
}

fn holds(sheet: &Sheet) -> bool {
    let promised = sheet.case.state == State::Promised;
    let part = match &sheet.part {
        Part::Pass(pass) => {
            pass.is_out == (sheet.case.state == State::Issued) && (sheet.case.state.is_open() || pass.held() == 0)
        }
        Part::Reminder(reminder) => !sheet.case.state.is_open() || promised == reminder.promise().is_some(),
        _ => false,
    };
    part && is_waited_for(sheet)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    /// LED-04, LED-06, ESC-04
    #[test]
    fn whatever_is_tried_with_passes_and_reminders_what_is_open_is_waited_for_and_nothing_else(
        course in proptest::collection::vec((0..18_usize, 0..4_usize, 0..8_usize, 0..1_500_i64), 1..50)
    ) {
        let mut stage = Stage::new();
        let mut numbers: Vec<String> = Vec::new();
        let tries = tries();
        for (step, person, which, minutes) in course {
            stage.wait(minutes);
            let action = match tries.get(step) {
                Some((name, fields)) if !numbers.is_empty() => {
                    joined(&numbers[which % numbers.len()], name, fields.clone())
                }
                _ => new(which % 4),
            };
            let told = action.to_string();
            if let Ok(done) = stage.perform(PEOPLE[person], action) && !numbers.contains(&done.number) {
                numbers.push(done.number);
            }
            let sheets: Vec<Sheet> = numbers.iter().map(|number| stage.sheet(number)).collect();
            for sheet in &sheets {
                prop_assert!(holds(sheet), "{} {:?} {:?} after {}", sheet.case.number, sheet.case.state, sheet.part, told);
            }
            let out = sheets.iter().filter(|sheet| sheet.case.state == State::Issued).count();
            let owed = sheets.iter().filter(|sheet| matches!(sheet.case.state, State::Reminding | State::Promised));
            prop_assert!(out <= 1 && owed.count() <= 1, "one card and one fee: after {}", told);
        }
        let findings = stage.desk.inspect().unwrap().findings;
        prop_assert!(findings.is_empty(), "{findings:?}");
    }
}
