//! Whatever was answered is there after the program was killed, whole, in every register: with its event, its clocks and
//! its lines.
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
use frontdesk::wall_clock::now;
use serde_json::{Value, json};
use std::time::Duration;

/// Actions sent in one round, each kind in turn; more than are carried out before the kill.
const SENT: usize = 3 * KINDS;
const KINDS: usize = 16;
/// Rounds on the same file: a new one now and then keeps the look over the whole file short.
const ROUNDS_A_FILE: usize = 10;

#[test]
fn what_was_answered_is_there_after_a_kill() {
    let kills = std::env::var("FRONTDESK_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(100);
    let mut dice = fastrand::Rng::with_seed(7);
    let (mut answered, mut unanswered) = (0, 0);
    let (mut estate, mut scene, mut events) = (Estate::staffed(), Scene::default(), 0);
    for round in 0..kills {
        if round % ROUNDS_A_FILE == 0 {
            estate = Estate::staffed();
            scene = Scene::of(&estate);
            events = estate.desk().inspect().unwrap().events;
        }
        let (answers, more) = one_kill(&estate, &scene, round, &mut events, &mut dice);
        answered += answers;
        unanswered += more;
    }
    let check = estate.run("manager", &["check"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    println!("{kills} kills: {answered} actions answered and there, {unanswered} saved but not answered yet");
    assert!(answered >= kills, "every kill came after an answer");
}

/// Cases that are there already, on which steps are taken: by their numbers.
#[derive(Default)]
struct Scene {
    order: String,
    emergency: String,
    handover: String,
    callback: String,
}

impl Scene {
    fn of(estate: &Estate) -> Scene {
        let mut desk = estate.desk();
        let mut begin = |action: Value| desk.perform_json(action, "desk", now()).unwrap().number;
        let order = json!({"do": "file_work_order", "unit": "3-1-502", "matter": "水管滴水", "job": "plumbing", "technician": "dept"});
        let callback = json!({"do": "plan_callback", "unit": "3-1-502", "about": "activity", "matter": "邻里节"});
        let scene = Scene {
            order: begin(order),
            emergency: begin(json!({"do": "raise_emergency", "matter": "停电", "place": "三号楼"})),
            handover: begin(json!({"do": "begin_handover"})),
            callback: begin(callback),
        };
        for round in 0..ROUNDS_A_FILE {
            let (key, hook) = (format!("K{round}"), format!("1-{round}"));
            begin(json!({"do": "record_key", "key": key, "key_kind": "plant_room", "matter": "水泵房", "hook": hook}));
        }
        scene
    }
}

/// One run of `act` that is killed at work. Gives how many actions were answered, and how many more were saved.
fn one_kill(
    estate: &Estate,
    scene: &Scene,
    round: usize,
    events: &mut i64,
    dice: &mut fastrand::Rng,
) -> (usize, usize) {
    let actions: Vec<Value> = (0..SENT).map(|i| action(scene, round, i)).collect();
    let mut act = estate.act("desk");
    act.send(&actions);
    let first = act.must_answer();
    std::thread::sleep(Duration::from_millis(dice.u64(2..=60)));
    let answers = killed(act, first);

    let desk = estate.desk();
    let survey = desk.inspect().unwrap();
    assert_eq!(survey.findings, [""; 0], "round {round}");
    for (action, answer) in actions.iter().zip(&answers) {
        there(&desk, action, answer);
    }
    let saved = usize::try_from(survey.events - std::mem::replace(events, survey.events)).unwrap();
    let kept = answers.iter().filter(|answer| answer["ok"] == true).count();
    let more = saved.checked_sub(kept).expect("an answered action has no event");
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

/// All kinds in turn, from another one on in each round; a text of its own says which action it was.
fn action(scene: &Scene, round: usize, i: usize) -> Value {
    let text = format!("第{round}轮第{i}件");
    // A key is lent before it comes back, whatever the round begins with.
    let key = format!("K{}", round % ROUNDS_A_FILE);
    let by_hand = json!({"unit": "3-1-502", "name": "王芳", "phone": "13800138000"});
    let mut action = match (i + round * 3) % KINDS {
        0 => json!({"do": "take_reception", "promise": true, "matter": text}),
        1 => {
            json!({"do": "file_complaint", "category": "repair", "severity": "major", "urgency": "urgent", "matter": text})
        }
        2 => json!({"do": "file_work_order", "job": "lift", "technician": "dept", "matter": text}),
        3 => json!({"do": "take_reception", "course": "work_order", "job": "plumbing", "matter": text}),
        4 => json!({"do": "file_service", "department": "cleaning", "ends_at": "2099-01-01", "matter": text}),
        5 => json!({"do": "plan_visit", "appointment_at": "2099-01-01", "matter": text}),
        6 => json!({"do": "plan_callback", "about": "publication", "matter": text}),
        7 => return json!({"do": "raise_emergency", "place": "3-1-502", "emergency": "fire", "matter": text}),
        8 => return json!({"do": "record_key", "key": text, "key_kind": "other", "hook": text, "matter": text}),
        9 => return json!({"do": "call_household", "unit": "3-1-502", "outcome": "satisfied", "said": text}),
        10 => return json!({"do": "log_line", "number": scene.emergency, "note": text}),
        11 => return json!({"do": "press_again", "number": scene.order, "said": text}),
        12 => return json!({"do": "add_item", "number": scene.handover, "note": text}),
        13 => return json!({"do": "record_callback", "number": scene.callback, "outcome": "no_answer", "said": text}),
        14 => {
            return json!({"do": "lend_key", "number": key, "name": "李工", "department": "engineering", "signature": "李工", "purpose": text});
        }
        _ => return json!({"do": "return_key", "number": key, "condition": text}),
    };
    action.as_object_mut().unwrap().extend(by_hand.as_object().unwrap().clone());
    action
}

/// What the text of an action stands in.
fn text(action: &Value) -> &str {
    let fields = ["matter", "note", "said", "purpose", "condition"];
    fields.iter().find_map(|field| action[*field].as_str()).unwrap_or_default()
}

/// The case of an answer as a whole: its record, its event, its clocks, its lines. A key may be out still, or back
/// already, from a round before; all else is answered with yes.
fn there(desk: &Desk, action: &Value, answer: &Value) {
    let of_key = matches!(action["do"].as_str(), Some("lend_key" | "return_key"));
    if of_key && answer["error"]["code"] == "wrong_state" {
        return;
    }
    assert_eq!(answer["ok"], true, "{action} {answer}");
    let sheet = desk.sheet(answer["number"].as_str().unwrap(), &manager()).unwrap();
    let same = |event: &&frontdesk::model::event::Event| {
        event.action["do"] == action["do"] && text(&event.action) == text(action)
    };
    assert_eq!(sheet.history.iter().filter(same).count(), 1, "{action} has its event once");
    let lines = sheet.entries.iter().filter(|line| line.text == text(action)).count();
    assert_eq!(
        lines,
        usize::from(matches!(action["do"].as_str(), Some("log_line" | "add_item" | "record_callback"))),
        "{action}"
    );
    if !action["matter"].is_null() {
        assert_eq!(sheet.case.matter, text(action));
        let running = sheet.clocks.iter().filter(|clock| clock.stopped.is_none()).count();
        assert_eq!(running, answer["clocks"].as_array().unwrap().len(), "{answer}");
    }
    for number in answer["linked"].as_array().into_iter().flatten() {
        assert!(sheet.offspring.iter().any(|one| number == &one.number), "{answer}: what came of it");
    }
}
