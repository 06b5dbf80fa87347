//! One person at one terminal, from the first start on.

use crate::estate::Estate;
use crate::place::{
    HOME, begin_complaint, complaint, elsewhere, fill, go_to, is_restored, picture, sit, start, typed_time,
    wait_for_picture, wait_for_row, walk,
};
use crate::terminal::Terminal;
use chrono::TimeDelta;
use frontdesk::model::staff::Role;
use frontdesk::wall_clock;
use serde_json::json;
use std::time::Duration;

const LONG: Duration = Duration::from_secs(10);

fn leave(terminal: &mut Terminal) {
    terminal.press("F10");
    assert!(terminal.exit_status(LONG).unwrap().success());
    terminal.wait_until("the terminal as it was", |screen| !screen.alternate_screen());
    assert!(is_restored(terminal));
}

#[test]
fn who_sits_first_at_an_empty_file_is_the_manager_and_is_told_so() {
    let estate = Estate::empty();
    let mut terminal = start(&estate, &[], &[], HOME);
    let me = uzers::get_current_username().unwrap().into_string().unwrap();
    terminal.wait_until("the screen that says so", |screen| {
        screen.alternate_screen() && screen.contents().contains(&format!("{me} 是经理"))
    });
    terminal.wait_for(&format!("{me}·经理"));
    leave(&mut terminal);
    terminal.wait_for("frontdesk staff add");
    assert_eq!(estate.desk().who(&me).unwrap().role, Role::Manager);
}

#[test]
fn a_night_at_the_counter() {
    let estate = Estate::staffed();
    let mut terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "厨房漏水");
    go_to(&terminal, "类别");
    terminal.type_text("4");
    terminal.wait_for("工程维修");
    go_to(&terminal, "级别");
    terminal.type_text("2");
    go_to(&terminal, "接报时间");
    fill(&terminal, &typed_time(wall_clock::now() - TimeDelta::hours(5)));
    terminal.press("Ctrl-s");
    terminal.wait_for("已保存");
    wait_for_row(&terminal, &["超4时", "主管", "重要", "3-1-502", "厨房漏水"]);
    walk(&terminal, &[("Enter", "Esc 返回")]);
    wait_for_row(&terminal, &["超4时", "交到主管", "CMP-"]);
    walk(&terminal, &[("Esc", "F2 新投诉")]);
    leave(&mut terminal);
}

#[test]
fn an_unknown_login_is_told_how_to_be_added_and_gets_nowhere() {
    let estate = Estate::staffed();
    let mut terminal = start(&estate, &[], &["--as", "stranger"], (100, 24));
    terminal.wait_for("frontdesk staff add stranger");
    assert_eq!(terminal.exit_status(LONG).unwrap().exit_code(), 1);
    assert!(!String::from_utf8_lossy(&terminal.written()).contains("\x1b[?1049h"), "the screen was opened");
    assert!(is_restored(&terminal));
}

#[test]
fn a_household_is_found_by_initials_from_inside_a_form_and_the_form_stays_as_it_was() {
    let estate = Estate::staffed();
    let resident = json!({"do": "record_resident", "unit": "5-2-301", "name": "王芳", "phone": "13800138000", "needs": "独居老人"});
    elsewhere(&estate, "desk", resident);
    let terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "楼上吵闹");
    let before = picture(&terminal);
    walk(&terminal, &[("F3", "拼音")]);
    terminal.press("Ctrl-u");
    terminal.wait_gone("3-1-502");
    fill(&terminal, "wf");
    terminal.wait_for("王芳");
    walk(&terminal, &[("Enter", "查住户  5-2-301"), ("Esc", "楼上吵闹")]);
    wait_for_picture(&terminal, &before);
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let estate = Estate::staffed();
    complaint(&estate, "厨房漏水");
    let terminal = sit(&estate, "desk");
    // At the full minute the times count down: that is something that happens.
    while !(2..57).contains(&(wall_clock::now().timestamp() % 60)) {
        terminal.settle(Duration::from_millis(200));
    }
    terminal.settle(Duration::from_millis(300));
    let before = terminal.bytes_written();
    terminal.settle(Duration::from_millis(1500));
    assert_eq!(terminal.bytes_written(), before);
}
