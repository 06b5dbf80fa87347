//! Shows that each wall can fall: small files that break it, and files beside them that do not.

use super::faults;

/// File, code under its `//!` line, and a piece of the one fault that must be found, or nothing.
type Sample = (&'static str, &'static str, &'static str);

fn check(samples: &[Sample]) {
    for (file, code, expected) in samples {
        let found = faults(file, &format!("//! Sample.\n{code}\n"));
        match *expected {
            "" => assert!(found.is_empty(), "{file} with {code}\nfound {found:?}"),
            _ => assert!(
                found.len() == 1 && found[0].contains(expected) && found[0].starts_with(file),
                "{file} with {code}\nwants one fault {expected:?}, found {found:?}"
            ),
        }
    }
}

#[test]
fn arrows_go_down_only() {
    check(&[
        ("src/model/clock.rs", "use crate::rules::look;", ":2: `model` may not name `rules::look`"),
        ("src/rules.rs", "use crate::{model::Clock, store::Db};", "`rules` may not name `store::Db`"),
        ("src/rules/look.rs", "use crate::stats::Month;", "`rules` may not name `stats"),
        ("src/stats.rs", "fn f() { crate::rules::look() }", "`stats` may not name `rules"),
        ("src/store/events.rs", "use super::super::rules::Rule;", "`store` may not name `rules::Rule`"),
        ("src/config.rs", "use crate::desk::Desk;", "`config` may not name `desk"),
        ("src/report.rs", "use crate::store;", "`report` may not name `store`"),
        ("src/report/xlsx.rs", "use crate::desk::Desk;", "`report` may not name `desk"),
        ("src/desk.rs", "use crate::tui::App;", "`desk` may not name `tui"),
        ("src/desk.rs", "use crate::cli;", "`desk` may not name `cli`"),
        ("src/tui.rs", "use frontdesk::store::Db;", "`tui` may not name `store"),
        (
            "src/tui/tabs/board.rs",
            "use crate::{\n    desk::Desk,\n    store as s,\n};",
            ":4: `tui` may not name `store`",
        ),
        ("src/cli.rs", "use crate::tui::run;", "`cli` may not name `tui"),
        ("src/cli/show.rs", "use crate::store::Db;", "`cli` may not name `store"),
        ("src/main.rs", "use frontdesk::desk::Desk;", "`main` may not name `desk"),
        ("src/util.rs", "fn f() {}", "`util` has no row in MAY_NAME"),
    ]);
}

#[test]
fn what_goes_down_is_let_through() {
    check(&[
        ("src/lib.rs", "pub mod store;\npub use store::Db;", ""),
        ("src/main.rs", "use frontdesk::{cli, tui, wall_clock};", ""),
        ("src/desk/perform.rs", "use crate::{model, rules::look, store::{self, Db}, stats};", ""),
        ("src/store/events.rs", "use super::{Db, migrations};\nuse crate::model::Event;", ""),
        ("src/rules.rs", "// crate::store is not ours\nconst WORDS: &str = \"crate::store::Db\";", ""),
        ("src/rules.rs", "const WORDS: &str = r#\"a \" crate::store\"#;\nfn f<'a>(c: &'a char) { *c == '\"'; }", ""),
        (
            "src/rules.rs",
            "#[cfg(test)]\nmod tests {\n    use crate::config::Config;\n    fn f() { g().unwrap(); }\n}",
            "",
        ),
        ("src/rules/look/tests.rs", "use crate::config::Config;\nfn f() { g().unwrap(); }", ""),
    ]);
}

#[test]
fn code_after_a_test_module_is_still_looked_at() {
    check(&[(
        "src/rules.rs",
        "#[cfg(test)]\nmod tests { fn f() { \"}\"; } }\nuse crate::store::Db;",
        ":4: `rules` may not",
    )]);
}

#[test]
fn only_the_item_under_the_test_mark_is_left_out() {
    check(&[
        (
            "src/rules.rs",
            "#[cfg(test)]\nfn f(a: [u8; 4]) { g(); h().unwrap(); }\nfn i() { j().unwrap() }",
            ":4: no unwrap",
        ),
        ("src/rules.rs", "#[cfg(test)]\nmod tests;\nuse crate::store::Db;", ":4: `rules` may not"),
    ]);
}

#[test]
fn a_lower_floor_of_the_screen_does_not_name_a_higher_one() {
    check(&[
        ("src/tui/tabs/board.rs", "use crate::tui::app::App;", "`tui::tabs::board` may not name `tui::app::App`"),
        ("src/tui/form.rs", "use super::tabs::board::Board;", "`tui::form` may not name `tui::tabs"),
        ("src/tui/form/field.rs", "use crate::tui::app;", "`tui::form::field` may not name `tui::app`"),
        ("src/tui/keymap.rs", "use super::page::Page;", "`tui::keymap` may not name `tui::page"),
        ("src/tui/theme.rs", "use crate::tui::{list::List};", "`tui::theme` may not name `tui::list"),
        ("src/tui/menu.rs", "use crate::tui::steps;", "`tui::menu` may not name `tui::steps"),
        ("src/tui/form.rs", "use crate::tui::queue::Queue;", "`tui::form` may not name `tui::queue"),
        ("src/tui/text.rs", "use super::field::Field;", "`tui::text` may not name `tui::field"),
        ("src/tui/gadget.rs", "fn f() {}", "`gadget` has no row in TUI_FLOORS"),
        ("src/tui/gadget/part.rs", "fn f() {}", "`gadget` has no row in TUI_FLOORS"),
        ("src/tui/app.rs", "use super::{tabs::board::Board, page::Page, keymap};", ""),
        ("src/tui/tabs/board.rs", "use crate::tui::{Msg, form::Form, page::Page, theme};", ""),
    ]);
}

#[test]
fn a_tab_does_not_name_another_tab() {
    check(&[
        ("src/tui/tabs/board.rs", "use crate::tui::tabs::cabinet::Cabinet;", "another tab: `tui::tabs::cabinet"),
        ("src/tui/tabs/board.rs", "use super::cabinet::Cabinet;", "another tab: `tui::tabs::cabinet"),
        ("src/tui/tabs/board/form.rs", "use super::super::cabinet;", "another tab: `tui::tabs::cabinet"),
        ("src/tui/tabs/board/form.rs", "use super::columns;\nuse crate::tui::tabs::board::Row;", ""),
        ("src/tui/tabs.rs", "use self::{board::Board, cabinet::Cabinet};", ""),
    ]);
}

#[test]
fn each_library_stays_in_its_room() {
    check(&[
        ("src/desk.rs", "use rusqlite::Connection;", ":2: `rusqlite` may appear only in store"),
        ("src/desk.rs", "fn f(c: &rusqlite::Connection) {}", "`rusqlite` may appear only in store"),
        ("src/cli.rs", "use ratatui::Frame;", "`ratatui` may appear only in tui and main"),
        ("src/model.rs", "use crossterm::event::Event;", "`crossterm` may appear only in tui and main"),
        ("src/desk.rs", "use tui_textarea::TextArea;", "`tui_textarea` may appear only in"),
        ("src/tui.rs", "use toml;", "`toml` may appear only in config"),
        ("src/cli.rs", "use rust_xlsxwriter::Workbook;", "`rust_xlsxwriter` may appear only in report"),
        ("src/store/open.rs", "use rusqlite::Connection;", ""),
        ("src/tui.rs", "use ratatui::crossterm::event::Event;", ""),
        ("src/config/read.rs", "use toml::Value;", ""),
        ("src/cli.rs", "let toml = 1;\nf(toml);", ""),
    ]);
}

#[test]
fn the_clock_on_the_wall_is_read_in_one_place() {
    check(&[
        ("src/desk.rs", "fn f() { Utc::now(); }", ":2: the clock on the wall"),
        ("src/tui/app.rs", "fn f() { chrono::Local::now(); }", "the clock on the wall"),
        ("src/store.rs", "fn f() { SystemTime::now(); }", "the clock on the wall"),
        ("src/wall_clock.rs", "fn f() { Utc::now(); }", ""),
        ("src/tui/app.rs", "fn f() { Instant::now(); }", ""),
    ]);
}

#[test]
fn nothing_ends_in_a_crash_that_nobody_planned() {
    check(&[
        ("src/desk.rs", "fn f() { g().unwrap(); }", ":2: no unwrap or expect"),
        ("src/desk.rs", "fn f() {\n    g().expect(\"why\");\n}", ":3: no unwrap or expect"),
        ("src/desk.rs", "fn f() { g().unwrap_or_default(); }", ""),
        ("src/desk.rs", "/// Never `.unwrap()`.\nfn f() {}", ""),
    ]);
}

#[test]
fn a_file_minds_its_manners() {
    check(&[
        ("src/store/mod.rs", "", "no mod.rs"),
        ("src/config.rs", "const F: &str = \"/home/me/estate.toml\";", ":2: no path of one machine"),
        ("src/config.rs", "const F: &str = \"/etc/frontdesk/config.toml\";", ""),
    ]);
    let headless = faults("src/desk.rs", "use crate::store;\n");
    assert!(headless.len() == 1 && headless[0].contains("opens with `//!`"), "{headless:?}");
    let long = format!("//! Long.\n{}", "// a line\n".repeat(400));
    assert!(faults("src/desk.rs", &long)[0].starts_with("src/desk.rs:401: a file has at most 400 lines"));
    assert!(faults("src/locales/en.rs", &long).is_empty());
}
