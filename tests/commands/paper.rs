//! `sheet`: the paper sheet of a work order, shown, saved, printed (DSP-11).
use crate::office::Office;
use std::fs;

/// An office with settings of its own, and a work order in it.
fn ordered(print: &str) -> (Office, String) {
    let office = Office::new();
    let login = Office::login();
    let settings =
        format!("[people]\nservice_logins = [\"{login}\"]\n[dispatch]\nprint = {print:?}\nsheet_width = 72\n");
    office.write("config.toml", settings);
    let line = r#"{"do":"file_work_order","unit":"3-1-502","name":"王芳","job":"给排水","matter":"水龙头漏水"}"#;
    let said = office.feed(&["--as", "min", "act"], line);
    assert_eq!(said.code, 0, "{}", said.out);
    let number = said.json()[0]["number"].as_str().unwrap().to_owned();
    (office, number)
}

/// DSP-11
#[test]
fn the_sheet_is_shown_saved_and_printed_alike() {
    let (office, number) = ordered("cat > printed.txt");
    let shown = office.run(&["--as", "min", "sheet", &number]);
    assert_eq!((shown.code, shown.err.as_str()), (0, ""));
    assert_eq!(shown.out.matches(&number).count(), 3, "{}", shown.out);
    assert_eq!(shown.out.lines().filter(|line| line.starts_with("- - ")).count(), 2, "two cuts");
    assert!(shown.out.contains("给排水") && shown.out.contains("张敏"), "{}", shown.out);
    assert_eq!(office.run(&["--as", "min", "sheet", &number, "--out", "sheet.txt"]).code, 0);
    assert_eq!(fs::read_to_string(office.path("sheet.txt")).unwrap(), shown.out);
    let again = office.run(&["--as", "min", "sheet", &number, "--out", "sheet.txt"]);
    assert!(again.code == 1 && again.err.contains("sheet.txt"), "never written over: {}", again.err);
    let printed = office.run(&["--as", "min", "sheet", &number, "--print"]);
    assert!(printed.code == 0 && printed.out.contains(&number), "{}", printed.err);
    assert_eq!(fs::read_to_string(office.path("printed.txt")).unwrap(), shown.out);
}

/// DSP-11
#[test]
fn without_a_printer_or_with_a_broken_one_it_says_what_to_do() {
    let (office, number) = ordered("");
    let unset = office.run(&["--as", "min", "sheet", &number, "--print"]);
    assert!(unset.code == 1 && unset.err.contains("dispatch.print"), "{}", unset.err);
    let (office, number) = ordered("echo 缺纸 >&2; exit 3");
    let broken = office.run(&["--as", "min", "sheet", &number, "--print"]);
    assert!(broken.code == 1 && broken.err.contains("缺纸") && broken.out.is_empty(), "{}", broken.err);
    let (office, number) = ordered("false");
    let silent = office.run(&["--as", "min", "sheet", &number, "--print"]);
    assert!(silent.code == 1 && silent.err.contains("false"), "{}", silent.err);
    let complaint = office.complaint(r#","unit":"3-1-502""#);
    let other = office.run(&["--as", "min", "sheet", &complaint]);
    assert!(other.code == 1 && other.err.contains("PG"), "{}", other.err);
    assert_eq!(office.run(&["--as", "min", "sheet", "PG-20000101-001"]).code, 1);
}
