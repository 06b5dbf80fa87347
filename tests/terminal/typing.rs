//! Input methods and pastes: what is meant as text never becomes a command.

use crate::estate::Estate;
use crate::place::{begin_complaint, fill, go_to, picture, sit, wait_for_picture, walk};

#[test]
fn a_chinese_paste_goes_into_the_field_with_the_cursor() {
    let estate = Estate::staffed();
    let terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "漏水");
    terminal.send("\x1b[200~，楼下邻居也来反映\x1b[201~".as_bytes());
    terminal.wait_for("漏水，楼下邻居也来反映");
    terminal.wait_until("the cursor behind it", |screen| !screen.hide_cursor() && screen.cursor_position().1 > 24);
}

#[test]
fn a_raw_paste_on_a_list_runs_no_command() {
    let estate = Estate::staffed();
    let terminal = sit(&estate, "desk");
    walk(&terminal, &[("2", "F2 新投诉")]);
    let before = picture(&terminal);
    terminal.send("n3-1-502漏水!?1034:n@\r\n".repeat(80).as_bytes());
    // A key behind the paste shows when all of it has been taken.
    walk(&terminal, &[("F1", "这一页的键"), ("Esc", "F2 新投诉")]);
    wait_for_picture(&terminal, &before);
}

#[test]
fn digits_and_dashes_of_an_input_method_are_plain_ones() {
    let estate = Estate::staffed();
    let terminal = sit(&estate, "desk");
    terminal.type_text("２");
    terminal.wait_for("级别");
    terminal.press("F2");
    terminal.wait_for("Ctrl-S");
    fill(&terminal, "３－１－５０２");
    go_to(&terminal, "类别");
    terminal.type_text("４");
    terminal.wait_for("工程维修");
    go_to(&terminal, "事由");
    fill(&terminal, "漏水");
    terminal.press("Ctrl-s");
    terminal.wait_for("已保存");
    terminal.wait_for("3-1-502");
}
