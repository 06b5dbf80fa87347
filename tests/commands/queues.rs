//! `due` and `show`.

use crate::office::Office;

#[test]
fn what_is_late_comes_first_and_reads_without_colour() {
    let office = Office::new();
    let minor = office.complaint(r#","unit":"3-1-502""#);
    let urgent = office.complaint(r#","unit":"3-1-503","urgency":"urgent""#);
    let said = office.run(&["--as", "li", "due", "--at", "+3h"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[1].starts_with("超2时") && lines[1].contains(&urgent), "{}", said.out);
    assert!(lines[2].starts_with("剩") && lines[2].contains(&minor), "{}", said.out);
    assert!(!said.out.contains('\u{1b}'), "colour without a terminal");
}

#[test]
fn a_role_sees_what_it_has_to_answer_for() {
    let office = Office::new();
    office.complaint(r#","unit":"3-1-502""#);
    let of = |role: &str, at: &str| {
        let said = office.run(&["--as", "li", "due", "--role", role, "--at", at, "--json"]);
        said.json()[0]["rows"].as_array().unwrap().len()
    };
    assert_eq!(of("客服主管", "+1m"), 0);
    assert_eq!(of("客服主管", "+3d"), 1);
    assert_eq!(of("supervisor", "+3d"), 1);
}

#[test]
fn due_as_json_says_which_clock_presses_and_how_many_are_left_out() {
    let office = Office::new();
    for _ in 0..3 {
        office.complaint(r#","unit":"3-1-502""#);
    }
    let said = office.run(&["--as", "li", "due", "--json", "--limit", "2", "--at", "+25h"]);
    let told = &said.json()[0];
    assert_eq!(told["rows"].as_array().unwrap().len(), 2);
    assert_eq!(told["more"], 1);
    let pressing = &told["rows"][0]["pressing"];
    assert_eq!((&pressing["rule"], &pressing["look"]), (&"CMP-06/general".into(), &"escalated".into()));
    assert!(pressing["late"].as_i64().unwrap() >= 3600, "{pressing}");
}

#[test]
fn a_time_that_is_none_is_refused() {
    let said = Office::new().run(&["--as", "chen", "due", "--at", "whenever"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--at"), "{}", said.err);
}

#[test]
fn a_case_is_shown_with_clocks_links_and_history_in_either_language() {
    let office = Office::new();
    let number = office.complaint(r#","unit":"3栋1单元502","detail":"一\n二""#);
    let step = format!(r#"{{"do":"change_severity","number":"{number}","severity":"major","reason":"屡次"}}"#);
    assert_eq!(office.feed(&["--as", "li", "act"], step).code, 0);
    let shown = office.run(&["--as", "min", "show", &number.to_lowercase()]).out;
    for part in
        ["房号  3-1-502", "一\n    二", "级别  重大", "CMP-03/report", "李丽  改级别：级别 轻微→重大、理由 屡次"]
    {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let english = office.run(&["--as", "min", "--lang", "en", "show", &number]).out;
    assert!(english.contains("Change severity: Severity Minor→Major"), "{english}");
    let json = office.run(&["--as", "min", "show", &number, "--json"]).json().remove(0);
    assert_eq!(json["case"]["number"], number.as_str());
    assert_eq!(json["part"]["complaint"]["severity"], "major");
    assert!(json["running"].as_array().unwrap().iter().any(|clock| clock["rule"] == "CMP-03/report"));
}

/// EMG-03: what the settings list is told by its name.
#[test]
fn an_emergency_is_shown_with_the_name_of_its_kind() {
    let office = Office::new();
    let raise = r#"{"do":"raise_emergency","matter":"6栋全停","place":"6栋","emergency":"power_cut"}"#;
    let number = office.feed(&["--as", "min", "act"], raise).json()[0]["number"].as_str().unwrap().to_owned();
    let shown = office.run(&["--as", "min", "show", &number]).out;
    assert!(shown.contains("紧急种类  停电") && !shown.contains("  power_cut"), "{shown}");
    let english = office.run(&["--as", "min", "--lang", "en", "show", &number]).out;
    assert!(english.contains("Power cut"), "{english}");
}

#[test]
fn a_number_that_does_not_exist_is_told() {
    let said = Office::new().run(&["--as", "chen", "show", "TS-20260101-001"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("TS-20260101-001"), "{}", said.err);
}

#[test]
fn every_key_of_a_json_answer_stands_in_the_help() {
    let office = Office::new();
    let number = office.complaint(r#","unit":"3-1-502""#);
    for args in [&["due"][..], &["show", &number], &["check"], &["staff", "list"]] {
        let answer = office.run(&[&["--as", "li"], args, &["--json"]].concat()).json().remove(0);
        let help = office.run(&[args, &["--help"]].concat()).out;
        let object = answer.as_array().map_or(&answer, |list| &list[0]);
        let inner = [object, &object["rows"][0], &object["rows"][0]["pressing"], &object["refused"][0]];
        for key in inner.into_iter().filter_map(|value| value.as_object()).flat_map(|object| object.keys()) {
            assert!(help.contains(&format!("\"{key}\"")), "{args:?} {key}");
        }
    }
}
