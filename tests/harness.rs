//! Shows on plain shell commands that the harness of the terminal tests tells the truth.

#![allow(clippy::unwrap_used, reason = "a test stops at the first fault")]

#[path = "support/terminal.rs"]
mod terminal;

use std::time::Duration;

use terminal::Terminal;
use terminal::keys::{Step, key, parse_script};

const SIZE: (u16, u16) = (40, 6);
const LONG: Duration = Duration::from_secs(10);

fn shell(folder: &tempfile::TempDir, script: &str) -> Terminal {
    Terminal::start(folder.path(), "sh", &["-c", script], SIZE)
}

#[test]
fn a_wide_character_stands_in_its_row_once_and_takes_two_columns() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = shell(&folder, "printf '厨房漏水 3-1-502'; sleep 60");
    terminal.wait_for("3-1-502");
    assert_eq!(terminal.screen()[0], "厨房漏水 3-1-502");
    assert_eq!(terminal.cursor(), Some((16, 0)));
    assert!(terminal.snapshot().cell(0, 0).unwrap().is_wide());
    assert!(terminal.snapshot().cell(0, 1).unwrap().is_wide_continuation());
}

#[test]
fn typed_text_and_keys_arrive_as_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let script = "stty raw -echo; printf 'ready\\r\\n'; dd bs=1 count=12 2>/dev/null | od -An -tx1; sleep 60";
    let terminal = shell(&folder, script);
    terminal.wait_for("ready");
    terminal.type_text("中文");
    terminal.press("F2");
    terminal.press("Ctrl-s");
    terminal.press("Enter");
    terminal.press("Esc");
    terminal.wait_for("e4 b8 ad e6 96 87 1b 4f 51 13 0d 1b");
}

#[test]
fn a_script_plays_text_keys_and_waits() {
    let folder = tempfile::tempdir().unwrap();
    let terminal =
        shell(&folder, "printf 'unit? '; read unit; printf 'what? '; read what; echo \"<$what at $unit>\"; sleep 60");
    terminal.play("<wait unit?>3-1-502<Enter><wait what?>漏水<Enter><wait at>");
    terminal.wait_for("<漏水 at 3-1-502>");
}

#[test]
fn the_program_learns_the_new_size() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = shell(&folder, "trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done");
    terminal.wait_for("6 40");
    terminal.resize((100, 30));
    terminal.wait_for("30 100");
}

#[test]
fn the_terminal_answers_where_its_cursor_stands() {
    let folder = tempfile::tempdir().unwrap();
    let script = "stty raw -echo; printf '中\\033[6n'; dd bs=1 count=6 2>/dev/null | od -An -c; sleep 60";
    let terminal = shell(&folder, script);
    terminal.wait_for("[   1   ;   3   R");
}

#[test]
fn a_hang_up_reaches_the_program_and_sends_no_key() {
    let folder = tempfile::tempdir().unwrap();
    let script = "trap 'echo hung up >> log; exit 3' HUP; stty raw -echo; { printf ready >&2; dd bs=1 2>/dev/null; } > keys; sleep 60";
    let mut terminal = shell(&folder, script);
    terminal.wait_for("ready");
    terminal.hang_up();
    let status = terminal.exit_status(LONG).unwrap();
    assert_eq!(status.exit_code(), 3);
    assert_eq!(std::fs::read_to_string(folder.path().join("log")).unwrap(), "hung up\n");
    assert_eq!(std::fs::read(folder.path().join("keys")).unwrap(), b"");
}

#[test]
fn a_killed_program_ends_by_its_signal() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = shell(&folder, "printf ready; sleep 60");
    terminal.wait_for("ready");
    assert!(terminal.exit_status(Duration::ZERO).is_none());
    terminal.kill();
    assert!(terminal.exit_status(LONG).unwrap().signal().is_some());
}

#[test]
fn bytes_and_modes_are_told_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let terminal = shell(&folder, "printf 12345; read a; stty raw -echo; printf 678; sleep 60");
    terminal.wait_for("12345");
    assert_eq!(terminal.bytes_written(), 5);
    assert!(terminal.reads_lines());
    terminal.press("Enter");
    terminal.wait_for("678");
    assert!(!terminal.reads_lines());
}

#[test]
#[should_panic(expected = "the screen is\nonly this")]
fn waiting_in_vain_shows_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = shell(&folder, "printf 'only this'; sleep 60");
    terminal.wait_for("only this");
    terminal.patience = Duration::from_millis(20);
    terminal.wait_for("something else");
}

#[test]
fn key_names_are_the_bytes_of_an_xterm() {
    let expected: [(&str, &[u8]); 12] = [
        ("F2", b"\x1bOQ"),
        ("F5", b"\x1b[15~"),
        ("S-F5", b"\x1b[15;2~"),
        ("Down", b"\x1b[B"),
        ("C-Right", b"\x1b[1;5C"),
        ("S-Tab", b"\x1b[Z"),
        ("Ctrl-s", b"\x13"),
        ("A-x", b"\x1bx"),
        ("Backspace", b"\x7f"),
        ("-", b"-"),
        ("lt", b"<"),
        ("中", "中".as_bytes()),
    ];
    for (name, bytes) in expected {
        assert_eq!(key(name), Ok(bytes.to_vec()), "{name}");
    }
    assert!(key("F13").is_err());
    assert!(key("Hyper-x").is_err());
}

#[test]
fn a_script_is_taken_apart_into_steps() {
    let steps = parse_script("<F2>3-1-502<Enter><wait 房号>漏<C-s>").unwrap();
    let expected = [
        Step::Key(b"\x1bOQ".to_vec()),
        Step::Text("3-1-502".to_owned()),
        Step::Key(b"\r".to_vec()),
        Step::WaitFor("房号".to_owned()),
        Step::Text("漏".to_owned()),
        Step::Key(vec![0x13]),
    ];
    assert_eq!(steps, expected);
    assert!(parse_script("<F2").is_err());
    assert!(parse_script("<Nothing>").is_err());
}
