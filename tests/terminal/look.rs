//! What the screen looks like: sizes, without colour, without box characters, in English.

use crate::estate::Estate;
use crate::place::{HOME, ago, complaint, elsewhere, picture, sit, start, wait_for_picture, wait_for_row, walk};
use chrono::TimeDelta;
use serde_json::json;

fn with_settings(estate: &Estate, more: &str) {
    let path = estate.folder.path().join("config.toml");
    let settings = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, settings + more).unwrap();
}

/// A complaint that has gone to somebody else hours ago.
fn late_complaint(estate: &Estate, login: &str, matter: &str) {
    let received_at = ago(TimeDelta::minutes(330));
    let action = json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "severity": "important",
        "matter": matter, "received_at": received_at});
    elsewhere(estate, login, action);
}

#[test]
fn every_size_is_painted_whole_and_a_small_one_says_so() {
    let estate = Estate::staffed();
    // Two days less half an hour: in hours, so that no minute changes the picture.
    let received_at = ago(TimeDelta::minutes(30));
    let action = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "kind": "request",
        "matter": "厨房漏水", "received_at": received_at});
    elsewhere(&estate, "desk", action);
    let terminal = sit(&estate, "desk");
    terminal.wait_for("剩1天23时");
    let before = picture(&terminal);
    terminal.resize((120, 34));
    terminal.wait_for("经过");
    terminal.wait_until("a footer at the bottom", |screen| screen.rows(0, 120).nth(33).unwrap().contains("帮助"));
    terminal.resize((50, 10));
    terminal.wait_for("窗口太小");
    terminal.wait_gone("厨房漏水");
    terminal.resize(HOME);
    wait_for_picture(&terminal, &before);
    // Back before the program has looked: the picture is spoilt though the size is the same.
    terminal.resize((50, 10));
    terminal.resize(HOME);
    wait_for_picture(&terminal, &before);
}

/// The colours asked for among these bytes.
fn colours(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let ends = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let inks = ends.flat_map(|inks| inks.split([';', ':']).map(str::to_owned).collect::<Vec<_>>());
    inks.filter(|ink| matches!(ink.parse(), Ok(30..=49 | 90..=107))).collect()
}

#[test]
fn without_colour_the_words_still_tell_what_is_late_and_whose_it_is() {
    let estate = Estate::staffed();
    late_complaint(&estate, "desk", "厨房漏水");
    let pictures = ["NO_COLOR=1", "COLOUR=1"].map(|variable| {
        let terminal = start(&estate, &[variable], &["--as", "desk"], HOME);
        terminal.wait_for("1 接待");
        walk(&terminal, &[("2", "超4时30分"), ("Enter", "Esc 返回"), ("Esc", "F2 新投诉"), ("0", "Esc 返回")]);
        wait_for_row(&terminal, &["超4时", "主管", "厨房漏水"]);
        terminal.written()
    });
    assert_eq!(colours(&pictures[0]), [""; 0]);
    assert!(!colours(&pictures[1]).is_empty());
}

#[test]
fn with_ascii_borders_no_box_character_is_written() {
    let estate = Estate::staffed();
    complaint(&estate, "厨房漏水");
    with_settings(&estate, "[screen]\nborders = \"ascii\"\n");
    let terminal = start(&estate, &[], &["--as", "desk"], (120, 34));
    terminal.wait_for("1 接待");
    walk(
        &terminal,
        &[("2", "F2 新投诉"), ("F6", "Enter 选定"), ("Esc", "F2 新投诉"), ("Enter", "Esc 返回"), ("Esc", "F2 新投诉")],
    );
    walk(&terminal, &[("0", "Esc 返回"), ("Esc", "F2 新投诉"), ("F3", "F2 为这户登记"), ("Esc", "F2 新投诉")]);
    walk(&terminal, &[("F1", "Esc 返回"), ("Esc", "F2 新投诉"), ("F2", "Ctrl-S"), ("x", "x"), ("Esc", "Enter 选定")]);
    let written = String::from_utf8(terminal.written()).unwrap();
    let boxes: String = written.chars().filter(|c| ('\u{2500}'..='\u{259f}').contains(c)).collect();
    assert_eq!(boxes, "");
}

#[test]
fn in_english_no_screen_has_a_chinese_word_of_the_program() {
    let estate = Estate::empty();
    with_settings(&estate, "[estate]\nname = \"Lakeside\"\n");
    let me = uzers::get_current_username().unwrap().into_string().unwrap();
    estate.desk().first_start(&me, frontdesk::wall_clock::now()).unwrap();
    late_complaint(&estate, &me, "Kitchen leaks");
    let terminal = start(&estate, &[], &["--lang", "en"], HOME);
    terminal.wait_for("F2 New reception");
    let back = ("Esc", "F2 New complaint");
    let ways = [
        [("2", "F2 New complaint"), ("Enter", "Esc Back"), back],
        [("F6", "Enter Choose"), back, ("0", "Esc Back")],
        [back, ("F1", "Esc Back"), back],
        [("F7", "Enter Choose"), back, ("F3", "F2 New for them")],
        [back, ("F2", "Ctrl-S Save"), back],
        [("1", "F2 New reception"), ("F2", "Ctrl-S Save"), ("Esc", "F2 New reception")],
    ];
    for step in ways.concat() {
        walk(&terminal, &[step]);
        let chinese: Vec<String> = terminal.screen().into_iter().filter(|row| row.chars().any(is_han)).collect();
        assert_eq!(chinese, [""; 0], "after {step:?}");
    }
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}
