//! The month on paper and as a workbook (STA-08): which kind, where to, how far it is, and what came of it. Must not know
//! how it is written.
mod job;

use super::shelf::Shelf;
use crate::model::month::YearMonth;
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::{Binding, Row, named, rows, shown};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use crossterm::event::{KeyCode, KeyEvent};
use job::{Job, Order};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::path::PathBuf;

/// The kinds, by the ending of the file.
const KINDS: [&str; 3] = ["xlsx", "csv", "txt"];
/// Cells of the box.
const WIDTH: u16 = 60;
/// Longer lines are no path that anybody types.
const LONGEST: usize = 400;

/// Asks which kind.
pub fn ask_kind(month: YearMonth, cx: &Context<'_>) -> Msg {
    let s = &cx.words.screen;
    let labels = [s.stats_xlsx, s.stats_csv, s.stats_txt];
    let items = KINDS.iter().zip(labels).map(|(kind, label)| item(label, *kind)).collect();
    Menu::new("paper", format!("{} {month}", s.stats_paper), items).open()
}

/// How far one is with it.
enum Stage {
    /// Where to; why it was not written there, if it was not.
    Asking(Option<String>),
    Going(Job),
    /// It stands there.
    Written,
}

/// The box in which the path is typed and the progress told.
pub struct Export {
    order: Order,
    path: Field,
    stage: Stage,
}

#[derive(Clone, Copy)]
enum Command {
    Go,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Go, |s| s.choose),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
];

impl Export {
    /// Of the month that is looked at, with a name that is free as a rule.
    ///
    /// # Errors
    /// The file.
    pub fn new(shelf: &mut Shelf, kind: &str, cx: &Context<'_>) -> Read<Export> {
        let name = format!("{}-{}.{kind}", cx.words.screen.tab_stats, shelf.month);
        let mut path = Field::new(LONGEST);
        path.set(&folder().join(name).to_string_lossy());
        Ok(Export { order: Order::new(shelf, cx)?, path, stage: Stage::Asking(None) })
    }

    fn go(&mut self) -> Vec<Msg> {
        match self.stage {
            Stage::Asking(_) => self.stage = Stage::Going(Job::begin(self.order.clone(), path_of(self.path.text()))),
            Stage::Going(_) => {}
            Stage::Written => return vec![Msg::Close],
        }
        Vec::new()
    }

    /// What stands under the path.
    fn told(&self, cx: &Context<'_>) -> (String, Style) {
        let s = &cx.words.screen;
        match &self.stage {
            Stage::Asking(None) => (String::new(), Style::new()),
            Stage::Asking(Some(why)) => (why.clone(), cx.theme.fault()),
            Stage::Going(job) => ((cx.words.report.writing)(job.progress.0, job.progress.1), Style::new()),
            Stage::Written => (s.stats_written.to_owned(), cx.theme.good()),
        }
    }
}

/// The folder of whoever runs the program, or where it was started.
fn folder() -> PathBuf {
    std::env::home_dir().filter(|home| home.is_dir()).unwrap_or_default()
}

/// The path as it was typed, `~` as the own folder.
fn path_of(typed: &str) -> PathBuf {
    let typed = typed.trim();
    typed.strip_prefix("~/").map_or_else(|| PathBuf::from(typed), |rest| folder().join(rest))
}

impl Page for Export {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Go => self.go(),
            // It is a matter of seconds, and half a file is left by nobody.
            Command::Back if self.is_busy() => vec![Msg::Say(cx.words.screen.stats_writes.to_owned())],
            Command::Back => vec![Msg::Close],
        }
    }

    fn typed(&mut self, key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        let Stage::Asking(_) = self.stage else { return None };
        match self.path.key(key) {
            Taken::No => return None,
            Taken::Moved => {}
            Taken::Changed => self.stage = Stage::Asking(None),
        }
        Some(Vec::new())
    }

    fn pasted(&mut self, text: &str) -> bool {
        let asking = matches!(self.stage, Stage::Asking(_));
        if asking {
            self.path.paste(text);
            self.stage = Stage::Asking(None);
        }
        asking
    }

    fn is_typing(&self) -> bool {
        matches!(self.stage, Stage::Asking(_))
    }

    fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Going(_))
    }

    fn beat(&mut self, cx: &Context<'_>) {
        let Stage::Going(job) = &mut self.stage else { return };
        match job.hear() {
            None => {}
            Some(None) => self.stage = Stage::Written,
            Some(Some(why)) => self.stage = Stage::Asking(Some(why.told(cx.words))),
        }
    }

    fn covers(&self) -> bool {
        false
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let s = &cx.words.screen;
        let (told, style) = self.told(cx);
        let told = crate::tui::text::wrap(&crate::model::text::clean_line(&told), usize::from(WIDTH));
        let height = u16::try_from(told.len()).unwrap_or(1).saturating_add(2);
        let inside = paint::boxed(buf, area, (WIDTH, height), s.stats_paper, cx.theme);
        paint::at(buf, inside, 0, 0, s.stats_path_hint, Style::new());
        for (y, line) in (2..inside.height).zip(told) {
            paint::at(buf, inside, 0, y, &line, style);
        }
        let line = Rect { y: inside.y + 1, height: 1, ..inside };
        self.path.render(line, buf, cx.theme.typed()).filter(|_| self.is_typing())
    }
}
