//! The month on paper and as a workbook (STA-08): which kind, where to, and what came of it. Must not know how it is
//! written.
use super::ask::Ask;
use super::shelf::Shelf;
use crate::model::month::YearMonth;
use crate::model::rights::listed_resident;
use crate::report::month::{MonthReport, Signed, write};
use crate::stats::Month;
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
pub fn save(typed: &str, shelf: &mut Shelf, cx: &Context<'_>) -> Vec<Msg> {
    let s = &cx.words.screen;
    match written(typed, shelf, cx) {
        Ok(()) => vec![Msg::Say(s.stats_written.replace("{}", typed))],
        Err(why) => vec![ask_again(typed, cx), Msg::Fail(why)],
    }
}

fn written(typed: &str, shelf: &mut Shelf, cx: &Context<'_>) -> Result<(), String> {
    let failed = |error| cx.words.store_error(&error);
    let (month, whole) = (shelf.month, shelf.whole(cx).map_err(failed)?);
    let handed = shelf.handed(cx).map_err(failed)?;
    let hand_in = handed.as_deref().map(|one| &one.hand_in);
    // Of removed records nothing is left with which what was handed in could be compared (SEC-05).
    let is_whole = cx.desk.removed_in(month).map_err(failed)? == 0;
    let mut past = Vec::new();
    for back in (1..=12).rev() {
        past.extend(shelf.figures(month.before(back), cx).map_err(failed)?.map(|one| Month::clone(&one)));
    }
    let config = &cx.desk.config;
    cx.tell(|telling| {
        let report = MonthReport {
            estate: &config.estate,
            words: cx.words,
            telling,
            month: hand_in.map_or(&*whole, |one| &one.month),
            past: &past,
            signed: hand_in.map(|one| Signed { edition: one.edition, signature: &one.signature, at: one.signed_at }),
            now: hand_in.filter(|_| is_whole).map(|_| &*whole),
            resident: &|name| listed_resident(cx.me, name),
            repeat_from: config.repeat_from,
            width: config.sheet_width,
        };
        write(&report, None, &path_of(typed), &mut |_, _| ()).map_err(|trouble| trouble.told(cx.words))
    })
}
