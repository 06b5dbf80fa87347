//! The month on paper and as a workbook (STA-08): which kind, where to, and what came of it. Must not know how it is
//! written.
use super::ask::Ask;
use super::shelf::Shelf;
use crate::model::month::YearMonth;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use std::path::PathBuf;

/// The kinds, by the ending of the file.
const KINDS: [&str; 3] = ["xlsx", "csv", "txt"];

/// Asks which kind.
pub fn ask_kind(month: YearMonth, cx: &Context<'_>) -> Msg {
    let s = &cx.words.screen;
    let labels = [s.stats_xlsx, s.stats_csv, s.stats_txt];
    let items = KINDS.iter().zip(labels).map(|(kind, label)| item(label, *kind)).collect();
    Menu::new("paper", format!("{} {month}", s.stats_paper), items).open()
}

/// Asks where to, with a name that is free as a rule.
pub fn ask_path(month: YearMonth, kind: &str, cx: &Context<'_>) -> Msg {
    let name = format!("{}-{month}.{kind}", cx.words.screen.tab_stats);
    ask_again(&folder().join(name).to_string_lossy(), cx)
}

fn ask_again(path: &str, cx: &Context<'_>) -> Msg {
    let s = &cx.words.screen;
    Ask::line("path", s.stats_paper, s.stats_path_hint, path)
}

/// The folder of whoever runs the program, or where it was started.
fn folder() -> PathBuf {
    std::env::home_dir().filter(|home| home.is_dir()).unwrap_or_default()
}

/// The path as it was typed, `~` as the own folder.
fn path_of(typed: &str) -> PathBuf {
    typed.strip_prefix("~/").map_or_else(|| PathBuf::from(typed), |rest| folder().join(rest))
}

/// Writes it; a path to which nothing can be written is told, and stays in its field to be mended.
pub fn write(typed: &str, shelf: &mut Shelf, cx: &Context<'_>) -> Vec<Msg> {
    let s = &cx.words.screen;
    match written(typed, shelf, cx) {
        Ok(()) => vec![Msg::Say(s.stats_written.replace("{}", typed))],
        Err(why) => vec![ask_again(typed, cx), Msg::Fail(why)],
    }
}

fn written(typed: &str, shelf: &mut Shelf, cx: &Context<'_>) -> Result<(), String> {
    let path = path_of(typed);
    let _ = (path, shelf.whole(cx).map_err(|error| cx.words.store_error(&error))?);
    Err(cx.words.screen.stats_no_path.to_owned())
}
