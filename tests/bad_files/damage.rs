//! Bytes that are not what was written.
use crate::{lived_in, refused};
use frontdesk::model::queue::Filter;
use frontdesk::wall_clock::now;
use rusqlite::Connection;
use serde_json::json;

const PAGE: usize = 4096;

#[test]
fn a_cut_off_file_is_said_to_be_damaged() {
    let estate = lived_in();
    let whole = std::fs::read(estate.database()).unwrap();
    for keep in [PAGE / 2, PAGE, 3 * PAGE, whole.len() / 2] {
        std::fs::write(estate.database(), &whole[..keep]).unwrap();
        let words = refused(&estate, &["check"]);
        assert!(words.contains("damaged"), "{keep} bytes: {words}");
    }
}

#[test]
fn overwritten_pages_are_told_or_found_and_nothing_panics() {
    let estate = lived_in();
    let whole = std::fs::read(estate.database()).unwrap();
    let pages = whole.len() / PAGE;
    let mut dice = fastrand::Rng::with_seed(11);
    for _ in 0..25 {
        let mut damaged = whole.clone();
        let at = dice.usize(1..pages) * PAGE;
        damaged[at..at + PAGE].iter_mut().for_each(|byte| *byte = dice.u8(..));
        std::fs::write(estate.database(), &damaged).unwrap();
        let output = estate.run("manager", &["check"]);
        let words = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        assert_eq!(output.status.code(), Some(1), "page {}: {words}", at / PAGE + 1);
        assert!(!words.contains("panicked"), "{words}");
        let due = estate.run("manager", &["due"]);
        assert!(matches!(due.status.code(), Some(0 | 1)), "{}", String::from_utf8_lossy(&due.stderr));
        assert!(std::fs::read(estate.database()).unwrap() == damaged, "a damaged file was written to");
    }
}

/// SQLite's own check does not see this; only the digest in the event does.
#[test]
fn an_edited_byte_of_a_matter_is_found() {
    let estate = lived_in();
    let whole = std::fs::read(estate.database()).unwrap();
    let matter = "厨房反复漏水7".as_bytes();
    let places: Vec<usize> = (0..whole.len() - matter.len()).filter(|&at| whole[at..].starts_with(matter)).collect();
    assert!(places.len() >= 2, "the record and its event");
    for at in places {
        let mut edited = whole.clone();
        edited[at + matter.len() - 1] = b'8';
        std::fs::write(estate.database(), &edited).unwrap();
        let findings = estate.desk().inspect().unwrap().findings;
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].contains("differs from its last event") || findings[0].contains("event chain"));
    }
}

/// A chain whose last entries were taken away is a chain still: only whoever knows its head sees it.
#[test]
fn a_cut_tail_of_the_journal_is_seen_by_who_kept_its_head() {
    let estate = lived_in();
    let mut desk = estate.desk();
    let number = desk.queue(&Filter::default(), 0, 1, now()).unwrap()[0].number.clone();
    let note = json!({"do": "add_note", "number": number, "note": "业主要求书面答复"});
    desk.perform_json(note, "desk", now()).unwrap();
    let kept = desk.inspect().unwrap();
    drop(desk);
    let other = Connection::open(estate.database()).unwrap();
    other
        .execute_batch(
            "DROP TRIGGER events_remain; DROP TRIGGER digests_remain;
             DELETE FROM event_cases WHERE event_id = (SELECT max(id) FROM events);
             DELETE FROM events WHERE id = (SELECT max(id) FROM events)",
        )
        .unwrap();
    drop(other);
    let found = estate.desk().inspect().unwrap();
    assert_eq!(found.findings, [""; 0], "from inside nothing is seen");
    assert_ne!((found.events, found.head), (kept.events, kept.head));
}
