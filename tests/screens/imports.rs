//! A sheet brought in on the screen: chosen, rehearsed, shown, imported, stopped.
use super::seat::{Seat, at};
use frontdesk::config::Language;
use std::path::{Path, PathBuf};

fn file(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// Opens the page for residents and types the path.
fn opened(seat: &mut Seat, path: &Path) {
    seat.keys("<F11>").choose("导入表格").sees("导入什么").keys("1").sees("文件路径");
    seat.keys(&format!("{}<Enter>", path.display()));
}

/// Lets what goes on go on to its end.
fn until_done(seat: &mut Seat) -> &mut Seat {
    while ["正在读", "正在试", "正在收", "正在停"].iter().any(|words| seat.picture().contains(words)) {
        std::thread::yield_now();
        seat.app.refresh(seat.now);
    }
    seat
}

const RESIDENTS: &str =
    "房号,姓名,电话,车牌\n9-1-101,周舟,13700137000,粤C1\n9-1-102,吴越,12,\n3-1-502,王芳,13800138001,\n";

#[test]
fn a_sheet_is_rehearsed_first_and_then_imported_with_enter() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "r.csv", RESIDENTS);
    let mut seat = Seat::of("sup");
    opened(&mut seat, &path);
    until_done(&mut seat).sees("收入 1，已在档 1，早已导入 0，退回 1").sees("没有保存");
    seat.sees("9-1-101  周舟  13700137000").sees("（更新）").sees("第 3 行：").sees("车牌").sees("Enter 导入");
    assert!(seat.other.household("9-1-101", 9, &seat.other.who("sup").unwrap()).unwrap().residents.is_empty());
    seat.keys("<Enter>");
    until_done(&mut seat).sees("收入 1，已在档 1").sees("第 3 行：").sees_not("没有保存");
    let home = seat.other.household("9-1-101", 9, &seat.other.who("sup").unwrap()).unwrap();
    assert_eq!(home.residents[0].name, "周舟");
    seat.keys("<Enter>").sees("停车月卡");
}

#[test]
fn what_is_wrong_with_the_file_stands_under_its_path_which_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "r.xlsx", RESIDENTS);
    let mut seat = Seat::of("sup");
    opened(&mut seat, &path);
    until_done(&mut seat).sees("里面却是文本").sees("r.xlsx");
    file(&folder, "r.csv", RESIDENTS);
    seat.keys("<Backspace><Backspace><Backspace><Backspace>csv<Enter>");
    until_done(&mut seat).sees("收入 1");
    seat.keys("<Esc>").sees("文件路径").sees("r.csv").keys("<Esc>").sees("停车月卡");
}

#[test]
fn where_nothing_can_be_taken_enter_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "r.csv", "房号,姓名,电话\n9-1-102,吴越,12\n");
    let mut seat = Seat::of("sup");
    opened(&mut seat, &path);
    until_done(&mut seat).sees("退回 1").keys("<Enter>").sees("没有可收入的");
}

#[test]
fn esc_asks_and_stops_it_and_the_screen_is_alive_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let lines: String = (101..141).map(|at| format!("9-1-{at},周舟\n")).collect();
    let path = file(&folder, "r.csv", &format!("房号,姓名\n{lines}"));
    let mut seat = Seat::of("sup");
    let held = seat.held();
    opened(&mut seat, &path);
    seat.keys("<Enter>2<F10>").sees("正在导入或导出");
    assert!(!seat.app.has_ended());
    assert!(seat.app.next_wake(seat.now).unwrap() < at("21 09:43"), "it is looked after while it goes on");
    seat.keys("<Esc>").sees("停止导入？").keys("1").sees_not("停止导入？").keys("<Esc>2").sees("正在停");
    drop(held);
    // Whether it had come to its first line by then is up to the machine.
    until_done(&mut seat).sees("什么也没有保存").keys("<Enter>");
    until_done(&mut seat).sees("收入 40，");
}

#[test]
fn a_long_list_of_refused_lines_scrolls() {
    let folder = tempfile::tempdir().unwrap();
    let lines: String = (101..141).map(|at| format!("9-1-{at},周舟,12\n")).collect();
    let path = file(&folder, "r.csv", &format!("房号,姓名,电话\n{lines}"));
    let mut seat = Seat::of("sup");
    opened(&mut seat, &path);
    until_done(&mut seat)
        .sees("第 2 行：")
        .sees_not("第 41 行：")
        .keys("<End>")
        .sees("第 41 行：")
        .sees_not("第 2 行：");
    seat.keys("<Home>").sees("第 2 行：").keys("<PageDown>").sees_not("第 2 行：");
}

/// SEC-02
#[test]
fn it_is_for_the_supervisor_and_above() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>").choose("导入表格").sees("主管").sees_not("导入什么");
}

#[test]
fn it_fits_in_english_at_the_home_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder, "r.csv", RESIDENTS);
    let mut seat = Seat::sized("sup", (80, 24), Language::English);
    seat.keys("<F11>").choose("Import a sheet").keys("1").sees("Try it");
    seat.keys(&format!("{}<Enter>", path.display()));
    while ["Reading", "Trying"].iter().any(|words| seat.picture().contains(words)) {
        std::thread::yield_now();
        seat.app.refresh(seat.now);
    }
    seat.sees("Taken 1, known already 1, there already 0, refused 1").sees("Line 3:").sees("Enter Import");
}
