//! `act`: one answer a line, after the commit, whatever the line was.

use crate::office::Office;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

#[test]
fn a_bad_line_never_stops_the_following_ones() {
    let office = Office::new();
    let mut input = b"\xef\xbb\xbf".to_vec();
    input.extend(br#"{"do":"file_complaint","unit":"abc","category":"cleaning"}"#);
    input.extend(b"\n\nnot json\n{\"do\":\"fly\"}\n\xff\xfe\n[1]\n");
    input.extend(
        "{\"do\":\"file_complaint\",\"unit\":\"3栋1单元502\",\"category\":\"清洁\",\"matter\":\"垃圾\"}".as_bytes(),
    );
    let said = office.feed(&["--as", "min", "act"], input);
    assert_eq!(said.code, 1);
    let answers = said.json();
    let told: Vec<_> = answers.iter().map(|answer| (answer["line"].as_i64().unwrap(), answer["ok"] == true)).collect();
    assert_eq!(told, [(1, false), (3, false), (4, false), (5, false), (6, false), (7, true)]);
    assert_eq!(answers[0]["error"]["code"], "fields");
    assert_eq!(answers[0]["error"]["fields"]["matter"], "必填");
    assert!(answers[0]["error"]["fields"]["unit"].is_string());
    let codes: Vec<_> = answers[1..5].iter().map(|answer| answer["error"]["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["not_an_action", "unknown_action", "not_an_action", "not_an_action"]);
    let done = &answers[5];
    assert_eq!((&done["state"], &done["version"]), (&"accepted".into(), &1.into()));
    let rules: Vec<_> = done["clocks"].as_array().unwrap().iter().map(|clock| clock["rule"].clone()).collect();
    assert!(rules.contains(&"CMP-05/solve".into()), "{rules:?}");
    assert!(done["clocks"][0]["due_at"].is_string() && done["clocks"][0]["level"] == "supervisor");
}

#[test]
fn an_answer_comes_after_the_commit_and_before_the_next_line_is_wanted() {
    let office = Office::new();
    let mut command = office.command();
    let pipes = command.args(["--as", "min", "act"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = pipes.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for _ in 0..2 {
        writeln!(input, r#"{{"do":"file_complaint","unit":"3-1-502","category":"清洁","matter":"垃圾"}}"#).unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        let number = answer["number"].as_str().unwrap();
        assert_eq!(office.run(&["--as", "li", "show", number]).code, 0);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_line_over_a_megabyte_is_refused_and_one_below_is_read() {
    let office = Office::new();
    let line = |length: usize| {
        let head = r#"{"do":"file_complaint","unit":"3-1-502","category":"清洁","matter":"垃圾","detail":""#;
        format!("{head}{}\"}}\n", " ".repeat(length - head.len() - 3))
    };
    let input = line(2_000_000) + &line(1_000_000);
    let answers = office.feed(&["--as", "min", "act"], input).json();
    assert_eq!(answers[0]["error"]["code"], "not_an_action");
    assert!(answers[0]["error"]["message"].as_str().unwrap().contains("1 MB"));
    assert_eq!((&answers[1]["line"], &answers[1]["ok"]), (&2.into(), &true.into()));
}

#[test]
fn nothing_that_was_typed_reaches_the_terminal_as_a_command() {
    let office = Office::new();
    let hostile = "\\u001b]0;owned\\u0007\\u009b2J\\u202e";
    let line = format!(r#"{{"do":"{hostile}fly{hostile}"}}"#);
    let refused = office.feed(&["--as", "min", "act"], line);
    let number = office.complaint(&format!(r#","unit":"3-1-502","detail":"{hostile}灯坏""#));
    let shown = office.run(&["--as", "min", "show", &number]);
    let json = office.run(&["--as", "min", "show", &number, "--json"]);
    for text in [refused.out, shown.out, json.out, office.run(&["--as", "min", "due"]).out] {
        assert!(!text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{text:?}");
    }
}

/// EMG-03, EMG-06: what `kind` means differs from register to register.
#[test]
fn an_emergency_and_its_callback_are_shown_with_what_they_are_called() {
    let office = Office::new();
    let raise = r#"{"do":"raise_emergency","matter":"有人摔倒","place":"东门","emergency":"first_aid"}"#;
    let number = office.feed(&["--as", "min", "act"], raise).json()[0]["number"].as_str().unwrap().to_owned();
    let end = format!(r#"{{"do":"end_emergency","number":"{number}","result":"已送医"}}"#);
    let linked = office.feed(&["--as", "min", "act"], end).json()[0]["linked"][0].as_str().unwrap().to_owned();
    let shown = office.run(&["--as", "min", "show", &number]).out;
    assert!(shown.contains("紧急种类  急救\n") && !shown.contains("first_aid"), "{shown}");
    let shown = office.run(&["--as", "min", "show", &linked]).out;
    assert!(shown.contains("回访事项  急救\n"), "{shown}");
}

#[test]
fn a_version_that_has_gone_by_is_refused_with_who_and_when() {
    let office = Office::new();
    let number = office.complaint(r#","unit":"3-1-502""#);
    let contact =
        |version| format!(r#"{{"do":"contact_resident","number":"{number}","version":{version},"said":"好"}}"#);
    assert_eq!(office.feed(&["--as", "min", "act"], contact(1)).code, 0);
    let late = office.feed(&["--as", "li", "act"], contact(1));
    assert_eq!(late.json()[0]["error"]["code"], "conflict");
    assert!(late.json()[0]["error"]["message"].as_str().unwrap().contains("张敏"));
}

#[test]
fn the_help_lists_every_action_with_its_fields() {
    let office = Office::new();
    let list = office.run(&["act", "--actions", "--json"]).json().remove(0);
    let help = office.run(&["act", "--help"]).out;
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|note| note["name"].as_str().unwrap()).collect();
    assert!(names.contains(&"file_complaint") && names.contains(&"record_callback"));
    for name in names {
        assert!(help.contains(&format!("{{\"do\":\"{name}\"")), "{name}");
    }
    assert!(help.contains("minor 轻微"), "{help}");
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let office = Office::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = office.command().args(["act", "--actions"]).stdout(writer).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(141));
    assert!(output.stderr.is_empty(), "{:?}", String::from_utf8_lossy(&output.stderr));
}
