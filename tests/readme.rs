//! The README tells the truth about the keys: its tables are made from those that the keyboard obeys.
//! `UPDATE_README=1 cargo test --test readme` writes them anew.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]
use frontdesk::config::Language;
use frontdesk::locales::words;
use frontdesk::tui::app::key_tables;
use std::fmt::Write;

const END: &str = "<!-- /keys -->";

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

fn with_keys(readme: &str, marker: &str, language: Language) -> String {
    let begin = format!("<!-- keys:{marker} -->\n");
    let (before, rest) = readme.split_once(&begin).unwrap_or_else(|| panic!("no {begin}"));
    let (_, after) = rest.split_once(END).unwrap();
    format!("{before}{begin}{}{END}{after}", keys(language))
}

#[test]
fn the_tables_of_keys_are_those_of_the_program() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(file).unwrap();
    let wanted = with_keys(&with_keys(&readme, "zh", Language::Chinese), "en", Language::English);
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(file, wanted).unwrap();
    } else {
        assert!(readme == wanted, "the keys have changed: UPDATE_README=1 cargo test --test readme");
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
