//! Several programs on one file: nothing is lost, nobody is told of locks, and whoever looks is never kept waiting.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]

#[path = "support/estate.rs"]
mod estate;

use estate::{Estate, manager};
use frontdesk::desk::answer::{Part, Sheet};
use frontdesk::desk::refusal::Refusal;
use frontdesk::model::entry::EntryKind;
use frontdesk::model::event::Event;
use frontdesk::model::queue::Filter;
use frontdesk::wall_clock::now;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::thread;

const WRITERS: usize = 8;
/// Actions of each writer, three kinds in turn.
const EACH: usize = 12;

fn shared_case(estate: &Estate) -> String {
    let action = json!({"do": "take_reception", "unit": "3-1-502", "matter": "大家都在处理的一件", "kind": "request"});
    estate.desk().perform_json(action, "desk", now()).unwrap().number
}

fn said(event: &Event) -> &str {
    event.action["note"].as_str().unwrap_or_default()
}

#[test]
fn eight_writers_at_once_lose_nothing_and_see_no_lock() {
    let estate = Estate::staffed();
    let shared = shared_case(&estate);
    let before = estate.desk().inspect().unwrap().events;
    let answers: Vec<Value> = thread::scope(|scope| {
        let writers = (1..=WRITERS).map(|writer| {
            let (estate, shared) = (&estate, &shared);
            scope.spawn(move || {
                let actions: Vec<Value> = (0..EACH).map(|i| action(shared, writer, i)).collect();
                let mut act = estate.act(&format!("desk{writer}"));
                act.send(&actions);
                act.finish()
            })
        });
        let writers: Vec<_> = writers.collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });

    assert_eq!(answers.len(), WRITERS * EACH);
    for answer in &answers {
        assert_eq!(answer["ok"], true, "{answer}");
    }
    let survey = estate.desk().inspect().unwrap();
    assert_eq!(survey.findings, [""; 0]);
    assert_eq!(survey.events - before, (WRITERS * EACH) as i64, "one event for each action");
    let sheet = estate.desk().sheet(&shared, &manager()).unwrap();
    assert_eq!(sheet.case.version, 1 + (WRITERS * EACH / 3) as i64, "a step was taken on a case that was not the last");
    let notes: BTreeSet<&str> = sheet.history.iter().map(said).filter(|note| !note.is_empty()).collect();
    assert_eq!(notes.len(), WRITERS * EACH / 3 * 2, "each note and each step once");
    let new: Vec<&str> =
        answers.iter().filter_map(|answer| answer["number"].as_str()).filter(|n| *n != shared).collect();
    assert_eq!(new.len(), WRITERS * EACH / 3);
    assert_eq!(new.iter().collect::<BTreeSet<_>>().len(), new.len(), "a number was given out twice");
}

fn action(shared: &str, writer: usize, i: usize) -> Value {
    let words = format!("第{writer}人第{i}次");
    match i % 3 {
        0 => json!({"do": "take_reception", "unit": "3-1-502", "matter": words}),
        1 => json!({"do": "add_note", "number": shared, "note": words}),
        _ => json!({"do": "record_handling", "number": shared, "note": words}),
    }
}

/// Everybody writes on the same order, the same emergency, the same callback, the same handover, and grabs the same key:
/// each line, each press and each attempt counts once, and the key is out once (DSP-12, EMG-04, CBK-11, LED-08, KEY-11).
#[test]
fn eight_writers_on_the_same_records_of_all_registers_lose_no_update() {
    let estate = Estate::staffed();
    let shared = Shared::of(&estate);
    let answers: Vec<Value> = thread::scope(|scope| {
        let writers = (1..=WRITERS).map(|writer| {
            let (estate, shared) = (&estate, &shared);
            scope.spawn(move || {
                let mut act = estate.act(&format!("desk{writer}"));
                act.send(&(0..EACH).flat_map(|i| shared.actions(writer, i)).collect::<Vec<_>>());
                act.finish()
            })
        });
        let writers: Vec<_> = writers.collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    let all = WRITERS * EACH;
    assert_eq!(answers.len(), all * 6);
    let refused = answers.iter().filter(|answer| answer["ok"] != true);
    let others: Vec<&Value> = refused.filter(|answer| answer["error"]["code"] != "wrong_state").collect();
    assert!(others.is_empty(), "only the key was elsewhere: {:?}", others.first());
    let desk = estate.desk();
    let sheet = |number: &str| desk.sheet(number, &manager()).unwrap();
    let lines = |number: &str, kind| sheet(number).entries.iter().filter(|line| line.kind == kind).count();
    assert_eq!(lines(&shared.emergency, EntryKind::Timeline) - shared.lines, all);
    assert_eq!(lines(&shared.handover, EntryKind::Note), all);
    assert_eq!(lines(&shared.callback, EntryKind::Attempt), all);
    let Part::WorkOrder(order) = sheet(&shared.order).part else { panic!("no work order") };
    assert_eq!(order.pressed as usize, all);
    let Part::Callback(callback) = sheet(&shared.callback).part else { panic!("no callback") };
    assert_eq!(callback.attempts as usize, all);
    one_loan_at_a_time(&sheet(KEY));
    assert_eq!(desk.inspect().unwrap().findings, [""; 0]);
}

/// The key of the test by the number on its label.
const KEY: &str = "K1";

struct Shared {
    order: String,
    emergency: String,
    callback: String,
    handover: String,
    /// Lines of the emergency before anybody wrote one.
    lines: usize,
}

impl Shared {
    fn of(estate: &Estate) -> Shared {
        let mut desk = estate.desk();
        let mut begin = |action: Value| desk.perform_json(action, "desk", now()).unwrap().number;
        begin(json!({"do": "record_key", "key": KEY, "key_kind": "plant_room", "matter": "水泵房", "hook": "1-1"}));
        let order = begin(json!({"do": "file_work_order", "unit": "3-1-502", "matter": "水管滴水", "job": "plumbing"}));
        let emergency = begin(json!({"do": "raise_emergency", "matter": "停电", "place": "三号楼"}));
        let callback =
            begin(json!({"do": "plan_callback", "unit": "3-1-502", "about": "activity", "matter": "邻里节"}));
        let handover = begin(json!({"do": "begin_handover"}));
        let entries = desk.sheet(&emergency, &manager()).unwrap().entries;
        let lines = entries.iter().filter(|line| line.kind == EntryKind::Timeline).count();
        Shared { order, emergency, callback, handover, lines }
    }

    fn actions(&self, writer: usize, i: usize) -> [Value; 6] {
        let words = format!("第{writer}人第{i}次");
        [
            json!({"do": "lend_key", "number": KEY, "name": words, "department": "engineering", "signature": "李工", "purpose": words}),
            json!({"do": "press_again", "number": self.order, "said": words}),
            json!({"do": "log_line", "number": self.emergency, "note": words}),
            json!({"do": "record_callback", "number": self.callback, "outcome": "no_answer", "said": words}),
            json!({"do": "add_item", "number": self.handover, "note": words}),
            json!({"do": "return_key", "number": KEY, "condition": words}),
        ]
    }
}

/// Out and back in turn, never out twice; and the cycles hold each loan that ended (KEY-05, KEY-11).
fn one_loan_at_a_time(sheet: &Sheet) {
    let moves: Vec<&str> = sheet.history.iter().filter_map(|event| event.action["do"].as_str()).skip(1).collect();
    assert!(moves.len() >= 2, "somebody had it");
    for (at, step) in moves.iter().enumerate() {
        assert_eq!(*step, if at % 2 == 0 { "lend_key" } else { "return_key" }, "move {at}");
    }
    let loans = moves.len().div_ceil(2);
    assert_eq!(sheet.cycles.len() + 1, loans, "each loan that is over is kept");
}

#[test]
fn of_two_who_saw_the_same_version_one_wins_and_the_other_is_told_who_and_when() {
    let estate = Estate::staffed();
    for round in 0..5 {
        let shared = shared_case(&estate);
        let step = |login: &str| {
            let note = format!("{login}在第{round}轮写的");
            let mut act = estate.act(login);
            act.send(&[json!({"do": "record_handling", "number": shared, "version": 1, "note": note})]);
            act
        };
        let racers = ["desk1", "desk2"].map(|login| (login, step(login)));
        let answers = racers.map(|(login, act)| (login, act.finish().remove(0)));
        let (won, lost): (Vec<_>, Vec<_>) = answers.iter().partition(|(_, answer)| answer["ok"] == true);
        assert_eq!((won.len(), lost.len()), (1, 1), "{answers:?}");
        let error = &lost[0].1["error"];
        assert_eq!(error["code"], "conflict");
        let message = error["message"].as_str().unwrap();
        let desk = estate.desk();
        let winner = desk.who(won[0].0).unwrap();
        assert!(message.contains(&winner.name), "{message}");
        let sheet = desk.sheet(&shared, &manager()).unwrap();
        let (first, last) = (&sheet.history[0], sheet.history.last().unwrap());
        assert_eq!((sheet.history.len(), last.by.as_str()), (2, winner.login.as_str()), "{first:?}");
        let at = last.at.with_timezone(&desk.config.calendar.zone).format("%H:%M").to_string();
        assert!(message.contains(&at), "{message} without {at}");
    }
}

/// Held for the whole test, the lock would keep a reader who needs it from ever coming through.
#[test]
fn a_reader_is_not_kept_waiting_by_a_writer() {
    let estate = Estate::staffed();
    let shared = shared_case(&estate);
    let mut other = Connection::open(estate.database()).unwrap();
    let writing = other.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    writing.execute("UPDATE cases SET matter = 'half written'", []).unwrap();

    let due = estate.run("desk", &["due", "--json"]);
    let text = String::from_utf8_lossy(&due.stdout);
    assert!(due.status.success() && text.contains(&shared), "{text}{}", String::from_utf8_lossy(&due.stderr));
    assert!(!text.contains("half written"));
    let desk = estate.desk();
    assert_eq!(desk.queue(&Filter::default(), 0, 20, now()).unwrap().len(), 3, "the reception and its two reviews");
    assert_eq!(desk.sheet(&shared, &manager()).unwrap().case.version, 1);
    assert!(!desk.counts(now()).unwrap().is_empty());
    drop(writing);
}

/// A screen that stays open while others write sees each of their changes whole.
#[test]
fn an_open_screen_sees_what_another_program_saved() {
    let estate = Estate::staffed();
    let shared = shared_case(&estate);
    let screen = estate.desk();
    let seen = screen.data_version().unwrap();
    assert!(matches!(screen.sheet("JD-20000101-001", &manager()), Err(Refusal::NoSuchCase(_))));
    let mut act = estate.act("desk1");
    act.send(&[json!({"do": "record_handling", "number": shared, "note": "已联系"})]);
    assert_eq!(act.finish()[0]["version"], 2);
    assert_ne!(screen.data_version().unwrap(), seen);
    assert_eq!(screen.sheet(&shared, &manager()).unwrap().case.version, 2);
}

/// Nobody works here yet and there is no file: whoever comes first makes both, the others find them.
#[test]
fn eight_programs_that_open_a_new_file_at_once_make_it_once() {
    for _ in 0..3 {
        let estate = Estate::empty();
        let programs: Vec<_> = (0..WRITERS).map(|_| estate.act("manager")).collect();
        for mut act in programs {
            act.send(&[json!({"do": "take_reception", "unit": "3-1-502", "matter": "第一天"})]);
            assert_eq!(act.must_answer()["ok"], true);
            act.finish();
        }
        let survey = estate.desk().inspect().unwrap();
        assert_eq!(survey.findings, [""; 0]);
        assert_eq!(survey.events, 2 + WRITERS as i64, "one first start, one month of the lottery, one reception each");
    }
}
