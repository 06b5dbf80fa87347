//! The README tells the truth about keys and roles: its tables are made from those that keyboard and desk obey.
//! `UPDATE_README=1 cargo test --test readme` writes them anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]
use frontdesk::config::Language;
use frontdesk::locales::words;
use frontdesk::model::case::Register;
use frontdesk::model::rights::{OPENINGS, RIGHTS, Right};
use frontdesk::model::staff::Role;
use frontdesk::model::step::{STEPS, StepKind};
use frontdesk::tui::app::key_tables;
use std::fmt::Write;
use strum::VariantArray;

type Table = fn(Language) -> String;
/// The kinds of tables, and what makes them.
const TABLES: [(&str, Table); 2] = [("keys", keys), ("roles", roles)];

/// One table: where the keys are valid, which they are, what they do.
fn keys(language: Language) -> String {
    let screen = &words(language).screen;
    let head = match language {
        Language::Chinese => "| 哪里 | 按键 | 做什么 |",
        Language::English => "| where | keys | what they do |",
    };
    let mut table = format!("{head}\n| --- | --- | --- |\n");
    for (title, rows) in key_tables() {
        for (at, row) in rows.iter().enumerate() {
            let chords: Vec<String> = row.chords.iter().map(|chord| format!("`{}`", chord.name())).collect();
            let title = if at == 0 { title(screen) } else { "" };
            writeln!(table, "| {title} | {} | {} |", chords.join(" "), (row.label)(screen)).unwrap();
        }
    }
    table
}

/// Who may do what (SEC-02): what begins something, what is seen, and the steps, those of a register together that the
/// same roles may take.
fn roles(language: Language) -> String {
    let words = words(language);
    let s = &words.screen;
    let head = match language {
        Language::Chinese => "做什么",
        Language::English => "what",
    };
    let names: Vec<&str> = Role::VARIANTS.iter().map(|role| words.role(*role)).collect();
    let mut table = format!("| {head} | {} |\n| --- |{}\n", names.join(" | "), " --- |".repeat(names.len()));
    let mut row = |what: &str, by: &[Role]| {
        let marks: Vec<&str> = Role::VARIANTS.iter().map(|role| if by.contains(role) { "+" } else { "" }).collect();
        writeln!(table, "| {what} | {} |", marks.join(" | ")).unwrap();
    };
    for (what, by) in grouped(OPENINGS.iter().map(|(name, by)| (words.action(name), *by))) {
        row(&words.list(what), by);
    }
    for (right, by) in RIGHTS {
        let label = match right {
            Right::SeePhones => s.right_see_phones,
            Right::RevealPhone => s.right_reveal_phone,
            Right::RevealDocument => s.right_reveal_document,
            Right::SetPinOfOthers => s.right_set_pin_of_others,
            Right::ImportSheets => s.right_import_sheets,
            Right::ListResidents => s.right_list_residents,
            Right::RemoveRecords => s.right_remove_records,
        };
        row(label, by);
    }
    for register in Register::VARIANTS {
        // Who has a number shown whole stands among the rights.
        let here = STEPS.iter().filter(|row| row.register == *register && row.step != StepKind::Reveal);
        for (what, by) in grouped(here.map(|row| (words.step(row.step), row.by))) {
            row(&format!("**{}** {}", words.register(*register), words.list(what)), by);
        }
    }
    table
}

/// What the same roles may do stands together, in the order in which it comes first.
fn grouped(all: impl Iterator<Item = (&'static str, &'static [Role])>) -> Vec<(Vec<&'static str>, &'static [Role])> {
    let mut groups: Vec<(Vec<&str>, &[Role])> = Vec::new();
    for (what, by) in all {
        match groups.iter_mut().find(|(_, same)| *same == by) {
            Some((together, _)) => together.push(what),
            None => groups.push((vec![what], by)),
        }
    }
    groups
}

fn with_table(readme: &str, kind: &str, marker: &str, table: &str) -> String {
    let begin = format!("<!-- {kind}:{marker} -->\n");
    let (before, rest) = readme.split_once(&begin).unwrap_or_else(|| panic!("no {begin}"));
    let end = format!("<!-- /{kind} -->");
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{begin}{table}{end}{after}")
}

#[test]
fn the_tables_of_keys_and_roles_are_those_of_the_program() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(file).unwrap();
    let mut wanted = readme.clone();
    for (kind, table) in TABLES {
        for (marker, language) in [("zh", Language::Chinese), ("en", Language::English)] {
            wanted = with_table(&wanted, kind, marker, &table(language));
        }
    }
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(file, wanted).unwrap();
    } else {
        assert!(readme == wanted, "keys or roles have changed: UPDATE_README=1 cargo test --test readme");
    }
}

#[test]
fn every_picture_that_the_readme_shows_is_there() {
    let readme = include_str!("../README.md");
    for part in readme.split("](screenshots/").skip(1) {
        let name = part.split(')').next().unwrap();
        let file = format!("{}/screenshots/{name}", env!("CARGO_MANIFEST_DIR"));
        assert!(std::path::Path::new(&file).exists(), "{name} is missing");
    }
}
