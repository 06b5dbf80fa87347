//! Whatever was answered is there after the program was killed, whole: with its event and its clocks.
//! `FRONTDESK_KILLS=1000` kills more often than the suite has time for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test stops at the first fault, and says how far it came"
)]

#[path = "support/estate.rs"]
mod estate;

use estate::{Act, Estate, manager};
use frontdesk::desk::Desk;
use serde_json::{Value, json};
use std::time::Duration;

/// Actions sent in one round; more than are carried out before the kill.
const SENT: usize = 30;
/// Rounds on the same file: a new one now and then keeps the look over the whole file short.
const ROUNDS_A_FILE: usize = 10;

#[test]
fn what_was_answered_is_there_after_a_kill() {
    let kills = std::env::var("FRONTDESK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(100);
    let mut dice = fastrand::Rng::with_seed(7);
    let (mut answered, mut unanswered) = (0, 0);
    let (mut estate, mut events) = (Estate::staffed(), 0);
    for round in 0..kills {
        if round % ROUNDS_A_FILE == 0 {
            estate = Estate::staffed();
            events = estate.desk().inspect().unwrap().events;
        }
        let (answers, more) = one_kill(&estate, round, &mut events, &mut dice);
        answered += answers;
        unanswered += more;
    }
    let check = estate.run("manager", &["check"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    println!("{kills} kills: {answered} actions answered and there, {unanswered} saved but not answered yet");
    assert!(answered >= kills, "every kill came after an answer");
}

/// One run of `act` that is killed at work. Gives how many actions were answered, and how many more were saved.
fn one_kill(estate: &Estate, round: usize, events: &mut i64, dice: &mut fastrand::Rng) -> (usize, usize) {
    let actions: Vec<Value> = (0..SENT).map(|i| action(round, i)).collect();
    let mut act = estate.act("desk");
    act.send(&actions);
    let first = act.must_answer();
    std::thread::sleep(Duration::from_millis(dice.u64(2..=40)));
    let answers = killed(act, first);

    let desk = estate.desk();
    let survey = desk.inspect().unwrap();
    assert_eq!(survey.findings, [""; 0], "round {round}");
    for (action, answer) in actions.iter().zip(&answers) {
        there(&desk, action, answer);
    }
    let saved = usize::try_from(survey.events - std::mem::replace(events, survey.events)).unwrap();
    let more = saved.checked_sub(answers.len()).expect("an answered action has no event");
    assert!(more <= 1, "round {round}: {more} actions were saved without an answer");
    (answers.len(), more)
}

/// SIGKILL, and the answers that had left the program before it.
fn killed(mut act: Act, first: Value) -> Vec<Value> {
    act.child.kill().unwrap();
    let mut answers = vec![first];
    answers.append(&mut act.finish());
    answers
}

fn action(round: usize, i: usize) -> Value {
    let matter = format!("第{round}轮第{i}件");
    if i.is_multiple_of(2) {
        json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "matter": matter, "promise": true})
    } else {
        json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "category": "repair", "severity": "major",
            "urgency": "urgent", "matter": matter})
    }
}

/// The case of an answer as a whole: its record, its event, its clocks.
fn there(desk: &Desk, action: &Value, answer: &Value) {
    assert_eq!(answer["ok"], true, "{answer}");
    let sheet = desk.sheet(answer["number"].as_str().unwrap(), &manager()).unwrap();
    assert_eq!(sheet.case.matter, action["matter"].as_str().unwrap());
    assert_eq!(sheet.history[0].action["do"], action["do"]);
    assert_eq!(sheet.history[0].action["matter"], action["matter"]);
    assert_eq!(sheet.clocks.len(), answer["clocks"].as_array().unwrap().len(), "{answer}");
    assert!(!sheet.clocks.is_empty());
}
