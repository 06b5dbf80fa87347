//! `stats` and `report`: the month's figures on the terminal, for programs, and in files (STA-01 to STA-08).
use crate::office::{Office, said};
use std::process::{Command, Stdio};

/// An office with a complaint of this month, which is judged.
fn judged() -> (Office, String) {
    let office = Office::new();
    let number = office.complaint(r#","unit":"3-1-502","name":"王芳""#);
    let line = format!(r#"{{"do":"judge_validity","number":"{number}","validity":"valid","reason":"属实"}}"#);
    let said = office.feed(&["--as", "li", "act"], line);
    assert_eq!(said.code, 0, "{}", said.out);
    (office, number)
}

/// STA-02
#[test]
fn figures_are_told_with_what_they_are_out_of_their_meaning_and_their_cases() {
    let (office, number) = judged();
    let all = office.run(&["--as", "min", "stats"]);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    let line = |text: &str, name: &str| text.lines().find(|line| line.trim().starts_with(name)).unwrap().to_owned();
    assert!(
        line(&all.out, "投诉有效率").contains("100.0%") && line(&all.out, "投诉有效率").contains("1/1"),
        "{}",
        all.out
    );
    assert!(!all.out.contains("÷"), "definitions only on request");
    assert!(office.run(&["--as", "min", "stats", "--define"]).out.contains("÷"));
    let one = office.run(&["--as", "min", "stats", "--figure", "complaints.received", "--cases"]);
    assert!(line(&one.out, "类别 清洁").contains('1'), "{}", one.out);
    assert!(one.out.contains(&number) && one.out.contains("补登的也归接到的那个月"), "{}", one.out);
    let json =
        office.run(&["--as", "min", "stats", "--json", "--figure", "complaints.valid", "--cases"]).json().remove(0);
    assert_eq!(json["figures"][0]["per_mille"], 1000, "{json}");
    assert_eq!(json["figures"][0]["counted"], serde_json::json!([number]), "{json}");
    let english = office.run(&["--as", "min", "--lang", "en", "stats"]);
    assert!(english.out.contains("Share of valid complaints"), "{}", english.out);
}

#[test]
fn a_month_that_is_none_that_has_not_come_or_that_is_empty_is_told() {
    let (office, _) = judged();
    for command in [&["stats"][..], &["report", "--out", "r.xlsx"]] {
        for (month, reason) in [("2026-13", "2026-10"), ("十月", "十月"), ("2199-01", "还没有到")] {
            let said = office.run(&[&["--as", "min"], command, &[month]].concat());
            assert_eq!((said.code, said.out.as_str()), (1, ""), "{month}");
            assert!(said.err.contains(reason), "{}", said.err);
        }
    }
    let resident = r#"{"do":"record_resident","unit":"3-1-502","name":"王芳","phone":"13800138000"}"#;
    assert_eq!(office.feed(&["--as", "min", "act"], resident).code, 0, "somebody lives there, and yet");
    let empty = office.run(&["--as", "min", "stats", "2001-01"]);
    assert!(empty.code == 0 && empty.out.contains("2001-01 没有任何登记"), "{}", empty.out);
    let unknown = office.run(&["--as", "min", "stats", "--figure", "complaints.many"]);
    assert!(unknown.code == 1 && unknown.err.contains("complaints.valid"), "{}", unknown.err);
    let alone = office.run(&["--as", "min", "stats", "--cases"]);
    assert!(alone.code == 1 && alone.err.contains("--figure"), "{}", alone.err);
    assert!(!office.path("r.xlsx").exists());
}

/// STA-08
#[test]
fn the_report_is_written_by_its_ending_and_never_over_anything() {
    let (office, number) = judged();
    for file in ["r.xlsx", "r.csv", "r.txt"] {
        let said = office.run(&["--as", "min", "report", "--out", file]);
        assert!(said.code == 0 && said.out.contains(file), "{}", said.err);
        let first = std::fs::read(office.path(file)).unwrap();
        let again = office.run(&["--as", "min", "report", "--out", file]);
        assert!(again.code == 1 && again.err.contains(&file.replace('.', "-2.")), "{}", again.err);
        assert_eq!(std::fs::read(office.path(file)).unwrap(), first);
    }
    let table = |login: &str, file: &str| {
        let said = office.run(&["--as", login, "report", "--out", file, "--form", "投诉统计表"]);
        assert_eq!(said.code, 0, "{}", said.err);
        std::fs::read_to_string(office.path(file)).unwrap()
    };
    let text = table("min", "t.csv");
    assert!(text.contains(&number) && text.contains("王芳"), "{text}");
    // SEC-03
    let add = ["--as", "chen", "staff", "add", "wu", "--name", "吴工", "--role", "department", "--department", "工程"];
    assert_eq!(office.run(&add).code, 0);
    let text = table("wu", "w.csv");
    assert!(text.contains("王**") && !text.contains("王芳"), "{text}");
}

/// STA-08
#[test]
fn a_file_that_cannot_be_written_is_told_with_what_to_do() {
    let (office, _) = judged();
    for (file, form, reason) in [
        ("r.pdf", "summary", ".xlsx"),
        ("none/r.xlsx", "summary", "没有文件夹 none"),
        ("estate.db/r.txt", "summary", "没有文件夹"),
        ("r.txt", "no_such", "complaint_table 投诉统计表"),
        ("/dev/full", "summary", ".csv"),
    ] {
        let said = office.run(&["--as", "min", "report", "--out", file, "--form", form]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{file}");
        assert!(said.err.contains(reason), "{file}: {}", said.err);
    }
    assert!(!office.path("r.txt").exists());
}

/// A limit on the size of files stands in for a disk that fills up.
#[test]
fn without_room_for_it_nothing_half_stays() {
    let (office, _) = judged();
    for file in ["r.xlsx", "r.txt"] {
        let program = office.command();
        let mut inner = Command::new("sh");
        inner.args(["-c", "ulimit -f 66; exec \"$@\"", "sh"]).arg(program.get_program()).args(program.get_args());
        inner.args(["--as", "min", "report", "--out", file]).stdin(Stdio::null());
        inner.current_dir(office.path("")).env("HOME", office.path("")).env("RUST_BACKTRACE", "0");
        let said = said(inner.output().unwrap());
        assert_eq!(said.code, 1, "{}", said.out);
        assert!(said.err.contains("满了"), "{}", said.err);
        let left = std::fs::read_dir(office.path("")).unwrap().map(|one| one.unwrap().file_name());
        let left: Vec<_> = left.filter(|name| name.to_string_lossy().contains("r.")).collect();
        assert!(
            left.iter()
                .all(|name| !name.to_string_lossy().contains("r.xlsx") && !name.to_string_lossy().contains("r.txt")),
            "{left:?}"
        );
    }
}
