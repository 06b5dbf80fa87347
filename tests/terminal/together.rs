//! Several people on one file: what one does the others see, and what crosses everybody sees.

use crate::estate::{Estate, manager};
use crate::place::{SOON, begin_complaint, choose, complaint, elsewhere, fill, go_to, picture, sit, wait_for_picture};
use crate::terminal::Terminal;
use chrono::TimeDelta;
use frontdesk::wall_clock;
use serde_json::json;

#[test]
fn what_one_files_stands_on_the_other_screens_within_two_seconds() {
    let estate = Estate::staffed();
    let [one, mut two, mut three] = ["desk", "sup", "desk1"].map(|login| sit(&estate, login));
    for other in [&two, &three] {
        other.press("2");
        other.wait_for("级别");
    }
    begin_complaint(&one, "3-1-502", "厨房漏水");
    go_to(&one, "类别");
    one.type_text("4");
    one.wait_for("工程维修");
    one.press("Ctrl-s");
    one.wait_for("已保存");
    for other in [&mut two, &mut three] {
        other.patience = SOON;
        other.wait_for("厨房漏水");
        other.wait_for("2 投诉 1");
    }
}

#[test]
fn a_form_stays_as_it_is_while_others_write() {
    let estate = Estate::staffed();
    let terminal = sit(&estate, "desk");
    begin_complaint(&terminal, "3-1-502", "厨房漏水");
    let before = picture(&terminal);
    complaint(&estate, "门口垃圾");
    terminal.wait_for("2 投诉 1");
    wait_for_picture(&terminal, &before);
}

#[test]
fn what_crosses_while_everybody_is_idle_changes_on_all_screens_within_two_seconds() {
    let estate = Estate::staffed();
    let mut screens = ["desk", "sup"].map(|login| sit(&estate, login));
    // The answer is due after half an hour (REC-04).
    let crossing = wall_clock::now() + TimeDelta::seconds(3);
    let received_at = (crossing - TimeDelta::minutes(30)).to_rfc3339();
    let action = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "kind": "question", "matter": "停车月卡", "promise": true,
        "received_at": received_at});
    elsewhere(&estate, "desk", action);
    for screen in &screens {
        screen.wait_for("剩<1分");
    }
    for screen in &mut screens {
        screen.patience = (crossing - wall_clock::now()).to_std().unwrap_or_default() + SOON;
        screen.wait_for("超<1分 报主管");
        screen.wait_for("1 接待 1!");
    }
}

/// Opens the form that notes what was done on the case that is marked.
fn begin_note(terminal: &Terminal, note: &str) {
    terminal.press("2");
    terminal.wait_for("厨房漏水");
    terminal.press("F6");
    choose(terminal, "报告进展");
    terminal.wait_for("Ctrl-S");
    fill(terminal, note);
}

#[test]
fn of_two_on_one_case_the_second_is_told_and_loses_nothing() {
    let estate = Estate::staffed();
    let number = complaint(&estate, "厨房漏水");
    let [one, two] = ["desk", "sup"].map(|login| sit(&estate, login));
    begin_note(&one, "已派人查看");
    begin_note(&two, "已联系楼上");
    two.press("Ctrl-s");
    two.wait_for("已保存");
    one.press("Ctrl-s");
    one.wait_for("别人刚改过");
    one.wait_for("sup·前台");
    choose(&one, "看看现在的样子");
    one.wait_for("已联系楼上");
    one.press("Esc");
    one.wait_for("已派人查看");
    one.press("Ctrl-s");
    choose(&one, "在新的基础上再保存一次");
    one.wait_for("已保存");
    let sheet = estate.desk().sheet(&number, &manager()).unwrap();
    let notes: Vec<_> = sheet.history.iter().filter_map(|event| event.action["note"].as_str()).collect();
    assert!(notes.contains(&"已派人查看") && notes.contains(&"已联系楼上"), "{notes:?}");
}
