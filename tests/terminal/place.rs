//! A place at the counter: the program in a terminal on the file of an estate, and what one does with a form or a menu.

use crate::estate::Estate;
use crate::terminal::Terminal;
use chrono::{FixedOffset, TimeDelta};
use frontdesk::model::clock::Time;
use frontdesk::wall_clock;
use serde_json::{Value, json};
use std::time::Duration;

/// The home size.
pub const HOME: (u16, u16) = (80, 24);
/// What the estate promises: so soon everybody sees it, and a program whose line is gone has gone.
pub const SOON: Duration = Duration::from_secs(2);

/// The program as the system's own user, with more arguments and variables.
pub fn start(estate: &Estate, variables: &[&str], arguments: &[&str], size: (u16, u16)) -> Terminal {
    let program = [env!("CARGO_BIN_EXE_frontdesk"), "--config", "config.toml", "--db", "desk.db"];
    let words = [variables, &program, arguments].concat();
    Terminal::start(estate.folder.path(), "env", &words, size)
}

/// This person sits down, and the first screen is there.
pub fn sit(estate: &Estate, login: &str) -> Terminal {
    let terminal = start(estate, &[], &["--as", login], HOME);
    terminal.wait_for("1 接待");
    terminal.wait_for("F1 帮助");
    terminal
}

/// Some time ago; written with seconds.
pub fn ago(span: TimeDelta) -> String {
    stamp(wall_clock::now() - span)
}

fn stamp(time: Time) -> String {
    time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// A time as one types it into a form, in the zone of the shipped settings.
pub fn typed_time(time: Time) -> String {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    time.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// Does something from elsewhere, as another program on the same file; gives the number.
pub fn elsewhere(estate: &Estate, login: &str, action: Value) -> String {
    let mut act = estate.act(login);
    act.send(&[action]);
    let answer = act.must_answer();
    act.finish();
    assert_eq!(answer["ok"], true, "{answer}");
    answer["number"].as_str().unwrap_or_default().to_owned()
}

/// A complaint taken elsewhere half an hour ago.
pub fn complaint(estate: &Estate, matter: &str) -> String {
    let received_at = ago(TimeDelta::minutes(30));
    let action = json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": matter, "received_at": received_at});
    elsewhere(estate, "desk", action)
}

/// Types what stands in the field with the cursor then.
pub fn fill(terminal: &Terminal, text: &str) {
    terminal.type_text(text);
    terminal.wait_for(text);
}

/// Where the mark stands: at the field with the cursor, or the chosen line.
fn mark(screen: &vt100::Screen) -> Option<usize> {
    place_of(screen, "▌")
}

fn place_of(screen: &vt100::Screen, words: &str) -> Option<usize> {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).position(|row| row.contains(words))
}

/// Goes up or down the form until the cursor is in this field.
pub fn go_to(terminal: &Terminal, field: &str) {
    let goal = place_of(&terminal.snapshot(), field).unwrap_or_else(|| panic!("there is no field {field}"));
    while let Some(here) = mark(&terminal.snapshot()).filter(|here| *here != goal) {
        let (key, next) = if here < goal { ("Tab", here + 1) } else { ("S-Tab", here - 1) };
        terminal.press(key);
        terminal.wait_until("the next field", |screen| mark(screen) == Some(next));
    }
}

/// Chooses this line of a menu by its own key.
pub fn choose(terminal: &Terminal, label: &str) {
    terminal.wait_for(label);
    let key = terminal.screen().iter().find_map(|row| row[..row.find(&format!(" {label}"))?].chars().next_back());
    let key = key.unwrap_or_else(|| panic!("no key at {label}"));
    terminal.type_text(&key.to_string());
    terminal.wait_gone(&format!("{key} {label}"));
}

/// Opens the form of a new complaint and types unit and matter into it.
pub fn begin_complaint(terminal: &Terminal, unit: &str, matter: &str) {
    terminal.press("2");
    terminal.wait_for("级别");
    terminal.press("F2");
    terminal.wait_for("Ctrl-S");
    fill(terminal, unit);
    go_to(terminal, "事由");
    fill(terminal, matter);
}

/// Presses keys, and waits after each for words that were not there before it. A frame is written from the top: words
/// of the footer say that it is whole.
pub fn walk(terminal: &Terminal, way: &[(&str, &str)]) {
    for (key, words) in way {
        terminal.wait_gone(words);
        terminal.press(key);
        terminal.wait_for(words);
    }
}

/// Waits until all these words stand in one row.
pub fn wait_for_row(terminal: &Terminal, words: &[&str]) {
    let in_one = |row: String| words.iter().all(|word| row.contains(word));
    terminal.wait_until(&format!("{words:?} in one row"), |screen| {
        let (_, columns) = screen.size();
        screen.rows(0, columns.get()).any(in_one)
    });
}

/// The picture once it stands still.
pub fn picture(terminal: &Terminal) -> vt100::Screen {
    terminal.settle(Duration::from_millis(100));
    terminal.snapshot()
}

/// What is seen of a cell: of a blank one only its ground and lines.
fn seen(cell: &vt100::Cell) -> (&str, Option<(vt100::Color, bool)>, vt100::Color, bool, bool) {
    let text = cell.contents().trim();
    let ink = (!text.is_empty()).then(|| (cell.fgcolor(), cell.bold()));
    (text, ink, cell.bgcolor(), cell.inverse(), cell.underline())
}

/// Waits until the picture is this one again: cells, colours, cursor; all but the bar, which tells the time.
pub fn wait_for_picture(terminal: &Terminal, wanted: &vt100::Screen) {
    let (rows, columns) = wanted.size();
    terminal.wait_until("the same picture", |screen| {
        let is_same = |row, column| screen.cell(row, column).map(seen) == wanted.cell(row, column).map(seen);
        let cursor = |screen: &vt100::Screen| (screen.cursor_position(), screen.hide_cursor());
        screen.size() == wanted.size()
            && (cursor(screen) == cursor(wanted) || wanted.hide_cursor())
            && (1..rows.get()).all(|row| (0..columns.get()).all(|column| is_same(row, column)))
    });
}

/// Whether the terminal is as a shell wants to find it.
pub fn is_restored(terminal: &Terminal) -> bool {
    let screen = terminal.snapshot();
    terminal.reads_lines() && !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
}
