//! Settings: what is wrong is told with file, line and what is allowed; what is left out is as shipped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]
use frontdesk::config::{Config, Language};
use frontdesk::model::case::Register;
use frontdesk::model::clock::{Basis, Crossing};
use frontdesk::model::staff::Role;

const SOLVE: &str = r#"
[[rule]]
id = "CMP-05/solve"
register = "complaint"
grade = "minor"
milestone = "solve"
within = "3d"
days = "working"
level = "manager"
crossing = "report"
pausable = true
source = "house rule"
"#;

#[track_caller]
fn error(text: &str) -> String {
    Config::from_text("desk.toml", text).unwrap_err().to_string()
}

#[test]
fn the_shipped_settings_are_whole_and_name_the_procedure_of_every_rule() {
    let config = Config::shipped().unwrap();
    assert_eq!((config.categories.len(), config.repeat_count, config.repeat_days), (8, 3, 90));
    assert!(config.rules.iter().all(|rule| rule.source.starts_with('[')), "each names its source");
    for id in ["REC-04", "REC-05", "REC-07", "CMP-03", "CMP-04", "CMP-05", "CMP-06", "CMP-07", "CMP-13", "CMP-14"] {
        assert!(config.rules.iter().any(|rule| rule.clock.id.starts_with(id)), "no row for {id}");
    }
}

#[test]
fn an_own_file_needs_only_what_differs_and_an_own_row_takes_the_place_of_the_shipped_one() {
    let config = Config::from_text("desk.toml", &format!("[screen]\nlanguage = \"en\"\n{SOLVE}")).unwrap();
    assert_eq!((config.screen.language, config.screen.bell), (Language::English, true));
    assert_eq!(config.estate, "翠湖花园");
    let rows: Vec<_> = config.rules.iter().filter(|rule| rule.clock.id == "CMP-05/solve").collect();
    assert_eq!(rows.len(), 1);
    let clock = &rows[0].clock;
    assert_eq!((clock.basis, clock.level, clock.crossing), (Basis::Working, Role::Manager, Crossing::Report));
    assert_eq!(config.rules.len(), Config::shipped().unwrap().rules.len());
    let shorter = Config::from_text("desk.toml", "[[rule]]\nid = \"CMP-05/solve\"\nwithin = \"6h\"\n").unwrap();
    let row = shorter.rules.iter().find(|rule| rule.clock.id == "CMP-05/solve").unwrap();
    assert_eq!((row.clock.within.to_string().as_str(), row.clock.level), ("6h", Role::Supervisor));
    let off = "[[rule]]\nid = \"CMP-05/solve\"\noff = true\n";
    let config = Config::from_text("desk.toml", off).unwrap();
    assert!(!config.rules.iter().any(|rule| rule.clock.id == "CMP-05/solve"));
    assert!(config.rules.iter().any(|rule| rule.register == Register::Reception));
}

#[test]
fn an_unknown_key_is_told_with_its_line_and_what_is_allowed() {
    let told = error("[estate]\nname = \"翠湖\"\n\n[screen]\nlanguge = \"en\"\n");
    assert!(told.starts_with("desk.toml, line 5: "), "{told}");
    assert!(told.contains("languge") && told.contains("language"), "{told}");
}

#[test]
fn a_bad_word_or_length_of_time_is_told_with_its_line_and_what_is_allowed() {
    for (from, to, wanted) in [
        ("within = \"3d\"", "within = \"3 days\"", "30m, 12h, 2d"),
        ("within = \"3d\"", "within = \"0d\"", "1 to 9999"),
        ("level = \"manager\"", "level = \"boss\"", "head_office"),
        ("register = \"complaint\"", "register = \"parking\"", "reception"),
        ("milestone = \"solve\"", "milestone = \"finish\"", "solve"),
        ("grade = \"minor\"", "grade = \"huge\"", "important"),
    ] {
        let told = error(&SOLVE.replace(from, to));
        assert!(told.starts_with("desk.toml, line ") && !told.contains("line 0"), "{told}");
        assert!(told.contains(wanted), "{told}");
    }
}

#[test]
fn what_cannot_be_together_is_refused() {
    assert!(error(&format!("{SOLVE}{SOLVE}")).contains("stands twice"));
    assert!(error("[estate]\nzone = \"Beijing\"\n").contains("+08:00"));
    assert!(error("[warning]\nshare = 120\n").contains("from 0 to 100"));
    let told = error("[calendar]\nhours = [\"08:30-12:00\", \"11:00-17:30\"]\n");
    assert!(told.starts_with("desk.toml, line 2: [calendar]"), "{told}");
    assert!(error("[calendar]\nholidays = [\"2026-10-01\"]\nmakeup = [\"2026-10-01\"]\n").contains("2026-10-01"));
    assert!(error("[[category]]\nid = \"a\"\n").contains("id, zh and en"));
    let told = error("[[rule]]\nid = \"HOUSE/new\"\nregister = \"complaint\"\nwithin = \"2h\"\n");
    assert!(told.contains("needs milestone, days, level"), "{told}");
    assert!(error("estate = 3 =\n").starts_with("desk.toml, line 1"));
}

#[test]
fn a_file_that_cannot_be_read_is_told_by_name() {
    let missing = std::path::Path::new("no/such/desk.toml");
    let told = Config::load(missing).unwrap_err().to_string();
    assert!(told.contains("no/such/desk.toml"), "{told}");
}

/// CMP-01
#[test]
fn own_categories_join_the_shipped_ones() {
    let own = "[[category]]\nid = \"pets\"\nzh = \"宠物\"\nen = \"Pets\"\n[[category]]\nid = \"mail\"\noff = true\n";
    let ids: Vec<String> = Config::from_text("t", own).unwrap().categories.into_iter().map(|one| one.id).collect();
    assert!(ids.len() == 8 && ids.contains(&"pets".to_owned()) && !ids.contains(&"mail".to_owned()), "{ids:?}");
}
