//! A PIN on a real terminal: not seen while it is typed, and the terminal is as it was afterwards (SEC-02).
use crate::estate::Estate;
use crate::place::start;
use std::time::Duration;

/// SEC-02
#[test]
fn a_pin_that_is_set_from_the_shell_is_not_seen_and_the_terminal_echoes_again() {
    let estate = Estate::staffed();
    let mut terminal = start(&estate, &[], &["--as", "desk", "staff", "pin"], (80, 24));
    terminal.wait_for("新 PIN 码");
    terminal.send(b"4711\r");
    terminal.wait_for("再输一次");
    terminal.send(b"4711\r");
    terminal.wait_for("已保存：desk");
    assert!(terminal.exit_status(Duration::from_secs(10)).is_some_and(|status| status.success()));
    assert!(!String::from_utf8_lossy(&terminal.written()).contains("4711"));
    assert!(terminal.reads_lines());
    assert_eq!(estate.desk().logins_with_pin().unwrap(), ["desk"]);
}

/// SEC-02
#[test]
fn ctrl_c_gives_up_and_sets_nothing() {
    let estate = Estate::staffed();
    let mut terminal = start(&estate, &[], &["--as", "desk", "staff", "pin"], (80, 24));
    terminal.wait_for("新 PIN 码");
    terminal.send(b"47\x03");
    let status = terminal.exit_status(Duration::from_secs(10));
    assert!(status.is_some_and(|status| status.exit_code() == 130));
    assert!(terminal.reads_lines());
    assert!(estate.desk().logins_with_pin().unwrap().is_empty());
}
