//! Lines that break and programs that are asked to end: nothing typed is lost, nobody is held up.

use crate::estate::Estate;
use crate::place::{HOME, SOON, begin_complaint, choose, complaint, go_to, is_restored, sit, start};
use crate::terminal::Terminal;
use frontdesk::model::queue::Filter;
use frontdesk::wall_clock;
use rustix::process::Signal;

/// The form is offered when the same person sits down again, and is saved as it was typed.
fn write_on(estate: &Estate) {
    let again = sit_with_offer(estate);
    choose(&again, "继续填写");
    again.wait_for("楼道灯坏了");
    go_to(&again, "类别");
    again.type_text("4");
    again.wait_for("工程维修");
    again.press("Ctrl-s");
    again.wait_for("已保存");
    let desk = estate.desk();
    let found = desk.queue(&Filter::default(), 0, 9, wall_clock::now()).unwrap();
    assert!(found.iter().any(|row| row.matter == "楼道灯坏了" && row.unit.as_deref() == Some("3-1-502")));
    assert_eq!(desk.draft("desk").unwrap(), None);
}

fn sit_with_offer(estate: &Estate) -> Terminal {
    let terminal = start(estate, &[], &["--as", "desk"], HOME);
    terminal.wait_for("上次没填完的表");
    terminal.wait_for("楼道灯坏了");
    terminal
}

#[test]
fn a_lost_line_ends_the_program_at_once_and_the_form_is_offered_at_the_next_start() {
    let estate = Estate::staffed();
    let mut terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "楼道灯坏了");
    terminal.hang_up();
    assert!(terminal.exit_status(SOON).is_some(), "it still runs");
    complaint(&estate, "门口垃圾");
    write_on(&estate);
}

#[test]
fn a_program_asked_to_end_keeps_the_form_and_gives_the_terminal_back() {
    let estate = Estate::staffed();
    let mut terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "楼道灯坏了");
    terminal.signal(Signal::TERM);
    assert!(terminal.exit_status(SOON).is_some(), "it still runs");
    terminal.wait_until("the terminal as it was", |screen| !screen.alternate_screen());
    assert!(is_restored(&terminal));
    write_on(&estate);
}

#[test]
fn esc_asks_before_typed_text_is_thrown_away() {
    let estate = Estate::staffed();
    let mut terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "楼道灯坏了");
    terminal.press("Esc");
    terminal.wait_for("还没有保存");
    choose(&terminal, "继续填写");
    terminal.wait_for("楼道灯坏了");
    terminal.press("Esc");
    choose(&terminal, "放弃，不保存");
    terminal.wait_gone("楼道灯坏了");
    terminal.press("F10");
    assert!(terminal.exit_status(SOON * 5).unwrap().success());
    let again = sit(&estate, "desk");
    again.wait_gone("上次没填完的表");
}

#[test]
fn a_form_put_off_is_offered_again_whatever_else_was_saved_meanwhile() {
    let estate = Estate::staffed();
    let mut terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "楼道灯坏了");
    terminal.hang_up();
    assert!(terminal.exit_status(SOON).is_some(), "it still runs");
    let mut terminal = sit_with_offer(&estate);
    choose(&terminal, "以后再说");
    begin_complaint(&terminal, "5-2-301", "门口垃圾");
    go_to(&terminal, "类别");
    terminal.type_text("2");
    terminal.press("Ctrl-s");
    terminal.wait_for("已保存");
    terminal.press("F10");
    assert!(terminal.exit_status(SOON * 5).unwrap().success());
    write_on(&estate);
}
