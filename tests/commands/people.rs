//! Who may act, and how people come onto the list.

use crate::office::{Office, said};

#[test]
fn the_first_person_on_a_new_file_becomes_its_manager_and_is_told_so() {
    let office = Office::bare();
    let first = office.run(&["--as", "chen", "act"]);
    assert_eq!(first.code, 0);
    assert!(first.err.contains("chen 是经理"), "{}", first.err);
    let list = office.run(&["--as", "chen", "staff", "list", "--json"]);
    assert_eq!(list.json()[0][0]["role"], "manager");
    assert_eq!(list.err, "");
}

#[test]
fn somebody_unknown_is_told_how_to_be_added_and_gets_nowhere() {
    let office = Office::new();
    for args in [&["act"][..], &["due"], &["show", "TS-1"], &["staff", "list"]] {
        let said = office.run(&[&["--as", "nobody"], args].concat());
        assert_eq!(said.code, 1);
        assert_eq!(said.out, "");
        assert!(said.err.contains("frontdesk staff add nobody"), "{}", said.err);
    }
}

#[test]
fn only_a_service_account_acts_for_somebody_else() {
    let office = Office::new();
    office.write("config.toml", "[people]\nservice_logins = []\n");
    let other = office.run(&["--as", "chen", "--lang", "en", "due"]);
    assert_eq!(other.code, 1);
    assert!(other.err.contains("may not act as chen"), "{}", other.err);
    let own = office.run(&["--as", &Office::login(), "due"]);
    assert!(own.err.contains("frontdesk staff add"), "{}", own.err);
}

#[test]
fn the_manager_adds_and_changes_staff_and_nobody_else_does() {
    let office = Office::new();
    let refused = office.run(&["--as", "min", "staff", "add", "wu", "--name", "吴江", "--role", "部门"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("经理"), "{}", refused.err);
    let added = office.run(&[
        "--as",
        "chen",
        "staff",
        "add",
        "wu",
        "--name",
        "吴江",
        "--role",
        "department",
        "--department",
        "工程",
    ]);
    assert_eq!(added.code, 0, "{}", added.err);
    assert_eq!(office.run(&["--as", "chen", "staff", "change", "min", "--active", "否"]).code, 0);
    let list = office.run(&["--as", "li", "staff", "list"]);
    let lines: Vec<&str> = list.out.lines().collect();
    assert_eq!(lines[0], "账号  姓名  岗位      责任部门  在职");
    assert!(lines.contains(&"min   张敏  前台      -         否"), "{}", list.out);
    assert!(lines.contains(&"wu    吴江  责任部门  工程      是"), "{}", list.out);
    assert_eq!(office.run(&["--as", "min", "due"]).code, 1);
}

#[test]
fn a_role_that_is_none_is_answered_with_those_there_are() {
    let office = Office::new();
    let said = office.run(&["--as", "chen", "staff", "add", "wu", "--name", "吴江", "--role", "boss"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("supervisor 客服主管"), "{}", said.err);
}

#[test]
fn wrong_settings_are_told_with_file_and_line_and_nothing_starts() {
    let office = Office::new();
    office.write("config.toml", "[estate]\nname = \"a\"\ncolour = \"red\"\n");
    let said = office.run(&["due"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("config.toml, line 3"), "{}", said.err);
}

#[test]
fn without_options_the_database_lies_in_the_data_folder_of_the_user() {
    let office = Office::bare();
    let output = office.plain_command().args(["staff", "add", "li", "--name", "李丽", "--role", "主管"]).output();
    let said = said(output.unwrap());
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(office.path(".local/share/frontdesk/frontdesk.db").exists());
}

#[test]
fn the_screen_without_a_terminal_says_so() {
    let said = Office::new().run(&["--as", "chen"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("终端"), "{}", said.err);
}

/// SEC-02
#[test]
fn a_pin_is_read_from_standard_input_and_stands_nowhere_in_the_file() {
    let office = Office::new();
    let pin = "730481965527";
    let own = office.feed(&["--as", "min", "staff", "pin"], format!("{pin}\n"));
    assert_eq!((own.code, own.out.as_str()), (0, "已保存：min\n"), "{}", own.err);
    let refused = office.feed(&["--as", "min", "staff", "pin", "li"], "4711\n");
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("经理"), "{}", refused.err);
    let bad = office.feed(&["--as", "chen", "staff", "pin", "li"], "7777\n");
    assert!(bad.err.contains("不能全相同"), "{}", bad.err);
    assert_eq!(office.feed(&["--as", "chen", "staff", "pin", "li"], "4711\n").code, 0);
    let bytes = std::fs::read(office.path("estate.db")).unwrap();
    assert!(!bytes.windows(pin.len()).any(|window| window == pin.as_bytes()));
    assert_eq!(office.run(&["check"]).code, 0);
}

/// DSP-06
#[test]
fn what_a_technician_can_do_stands_on_the_list() {
    let office = Office::new();
    let add = ["--as", "chen", "staff", "add", "wu", "--name", "吴江", "--role", "部门", "--department", "工程"];
    let wrong = office.run(&[&add[..], &["--skills", "juggling"]].concat());
    assert_eq!(wrong.code, 1);
    let added = office.run(&[&add[..], &["--skills", "plumbing"]].concat());
    assert_eq!(added.code, 0, "{}", added.err);
    let list = office.run(&["--as", "chen", "staff", "list", "--json"]);
    assert_eq!(
        list.json()[0].as_array().unwrap().iter().find(|one| one["login"] == "wu").unwrap()["skills"],
        "plumbing"
    );
    let list = office.run(&["--as", "chen", "staff", "list"]);
    assert!(list.out.contains("吴江") && !list.out.contains("plumbing"), "by its name: {}", list.out);
}

/// SEC-03
#[test]
fn show_masks_numbers_for_those_who_need_not_know_them() {
    let office = Office::new();
    office.run(&["--as", "chen", "staff", "add", "wu", "--name", "吴江", "--role", "部门"]);
    let number = office.complaint(r#","phone":"13812345678""#);
    for (login, whole) in [("min", true), ("li", true), ("wu", false)] {
        for json in [&["show", &number][..], &["show", &number, "--json"]] {
            let shown = office.run(&[&["--as", login], json].concat());
            assert_eq!(shown.out.contains("13812345678"), whole, "{login} {json:?}: {}", shown.out);
            assert!(whole || shown.out.contains("138****5678"), "{login}: {}", shown.out);
        }
    }
    let ask = format!(r#"{{"do":"reveal","number":"{number}","field":"phone"}}"#);
    assert_eq!(office.feed(&["--as", "wu", "act"], ask).json()[0]["shown"], "13812345678");
}
