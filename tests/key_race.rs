//! KEY-11: however many programs try in the same moment, a key is out once.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]

#[allow(dead_code, reason = "other tests need more of it")]
#[path = "support/estate.rs"]
mod estate;

use estate::{Act, Estate};
use frontdesk::desk::answer::Part;
use frontdesk::wall_clock::now;
use rusqlite::Connection;
use serde_json::{Value, json};
use std::sync::Barrier;
use std::thread;

const RACERS: usize = 8;
const KEYS: usize = 6;

fn hang_up(estate: &Estate) -> Vec<String> {
    let mut desk = estate.desk();
    let new = |number: usize| {
        let key = format!("P{number}");
        let action = json!({"do": "record_key", "key": key, "key_kind": "plant_room", "matter": "水泵房", "hook": key});
        desk.perform_json(action, "desk", now()).unwrap();
        key
    };
    (1..=KEYS).map(new).collect()
}

fn lend(key: &str, name: &str, version: Option<i64>) -> Value {
    json!({"do": "lend_key", "number": key, "version": version, "name": name, "department": "engineering",
        "purpose": "检修", "signature": name})
}

/// Every racer tries every key; all let go at once for each of them.
fn race(estate: &Estate, keys: &[String], version: Option<i64>) -> Vec<Vec<(String, Value)>> {
    let start = Barrier::new(RACERS);
    let mut acts: Vec<(String, Act)> =
        (1..=RACERS).map(|i| format!("desk{i}")).map(|me| (me.clone(), estate.act(&me))).collect();
    let mut answers: Vec<Vec<(String, Value)>> = keys.iter().map(|_| Vec::new()).collect();
    thread::scope(|scope| {
        let racers = acts.drain(..).map(|(me, mut act)| {
            let start = &start;
            scope.spawn(move || {
                let mut told = Vec::new();
                for key in keys {
                    start.wait();
                    act.send(&[lend(key, &me, version)]);
                    told.push(act.must_answer());
                }
                act.finish();
                (me, told)
            })
        });
        let racers: Vec<_> = racers.collect();
        for racer in racers {
            let (me, told) = racer.join().unwrap();
            for (key, answer) in told.into_iter().enumerate() {
                answers[key].push((me.clone(), answer));
            }
        }
    });
    answers
}

fn holder(estate: &Estate, key: &str) -> String {
    match estate.desk().sheet(key, &estate.desk().who("manager").unwrap()).unwrap().part {
        Part::Key(key) => key.holder.unwrap(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_many_programs_that_lend_one_key_in_the_same_moment_exactly_one_succeeds() {
    let estate = Estate::staffed();
    let keys = hang_up(&estate);
    // First nobody says which version was seen, then all saw the same one.
    for (version, told) in [(None, "wrong_state"), (Some(3), "conflict")] {
        let answers = race(&estate, &keys, version);
        for (key, answers) in keys.iter().zip(answers) {
            let (won, lost): (Vec<_>, Vec<_>) = answers.into_iter().partition(|(_, answer)| answer["ok"] == true);
            assert_eq!(won.len(), 1, "{key} was lent {} times", won.len());
            assert_eq!(holder(&estate, key), won[0].0, "who was told yes has it");
            assert!(lost.iter().all(|(_, answer)| answer["error"]["code"] == told), "{lost:?}");
            let back = json!({"do": "return_key", "number": key});
            assert_eq!(estate.desk().perform_json(back, "desk", now()).unwrap().version.unwrap() % 2, 1);
        }
    }
    assert_eq!(estate.desk().inspect().unwrap().findings, [""; 0]);
}

/// The second lock: even a program that does not ask the desk cannot write a loan over one that goes on.
#[test]
fn the_file_itself_refuses_a_second_loan() {
    let estate = Estate::staffed();
    hang_up(&estate);
    estate.desk().perform_json(lend("P1", "desk1", None), "desk", now()).unwrap();
    let file = Connection::open(estate.database()).unwrap();
    for sql in [
        "UPDATE house_keys SET lent_at = '2030-01-01T00:00:00Z' WHERE key_number = 'P1'",
        "UPDATE cases SET cycle = cycle + 1 WHERE old_number = 'P1'",
    ] {
        let refused = file.execute(sql, []).unwrap_err().to_string();
        assert!(refused.contains("this key is out"), "{refused}");
    }
}
