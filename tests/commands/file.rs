//! `backup`, `check`, and files that are not ours.

use crate::office::Office;

#[test]
fn a_backup_is_a_whole_file_and_is_never_written_over_another() {
    let office = Office::new();
    let number = office.complaint(r#","unit":"3-1-502""#);
    assert_eq!(office.run(&["backup", "copy.db"]).code, 0);
    let again = office.run(&["backup", "copy.db"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("copy.db"), "{}", again.err);
    let mut command = office.plain_command();
    let args = ["--config", "config.toml", "--db", "copy.db", "--as", "min", "show", &number];
    assert!(command.args(args).output().unwrap().status.success());
}

#[test]
fn a_sound_file_is_told_with_the_head_of_its_chain() {
    let office = Office::new();
    office.complaint(r#","unit":"3-1-502""#);
    let said = office.run(&["check", "--json"]);
    assert_eq!(said.code, 0);
    let survey = said.json().remove(0);
    assert_eq!(survey["cases"], 1);
    assert_eq!(survey["findings"], serde_json::json!([]));
    assert!(office.run(&["check"]).out.contains(survey["head"].as_str().unwrap()));
}

#[test]
fn a_record_edited_beside_the_program_is_found() {
    let office = Office::new();
    let number = office.complaint(r#","unit":"3-1-502""#);
    let file = rusqlite::Connection::open(office.path("estate.db")).unwrap();
    file.execute("UPDATE cases SET matter = 'nothing happened'", []).unwrap();
    drop(file);
    let said = office.run(&["check"]);
    assert_eq!(said.code, 1);
    assert!(said.out.contains(&number), "{}", said.out);
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let office = Office::new();
    office.write("estate.db", "a letter, not a database, and long enough to be looked at by anybody who cares");
    let said = office.run(&["--as", "chen", "due"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("--db"), "{}", said.err);
    assert!(std::fs::read_to_string(office.path("estate.db")).unwrap().starts_with("a letter"));
}

#[test]
fn reading_commands_make_no_file() {
    let office = Office::bare();
    for args in [&["due"][..], &["show", "TS-1"], &["check"], &["backup", "copy.db"], &["staff", "list"]] {
        assert_eq!(office.run(args).code, 1, "{args:?}");
        assert!(!office.path("estate.db").exists() && !office.path("copy.db").exists(), "{args:?}");
    }
}
