//! 统计: the month in figures, bars, lines and heat, each with the cases behind it; handing in, and paper (STA-01 to
//! STA-08). Must not know the other tabs.
mod ask;
mod bars;
mod behind;
mod changes;
mod definition;
mod figures;
mod head;
mod heat;
mod paper;
mod repeats;
mod shelf;
mod view;
mod year;

use crate::model::month::YearMonth;
use crate::tui::form::tables::{FieldRow, ask as row};
use crate::tui::keymap::{Binding, Row, bind, ch, f, named, rows, shown};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::queue::told;
use crate::tui::{paint, text};
use ask::Ask;
use crossterm::event::KeyCode;
use definition::Definition;
use head::Head;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;
use shelf::Shelf;
use view::View;

#[derive(Clone, Copy)]
enum Command {
    Open,
    View,
    Before,
    After,
    Month,
    Turn,
    TurnBack,
    Define,
    HandIn,
    Paper,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Open, |s| s.stats_open),
    shown(&[f(11), ch('.')], Command::View, |s| s.stats_view),
    bind(&[named(KeyCode::Left), ch('[')], Command::Before, |s| s.stats_month_before),
    bind(&[named(KeyCode::Right), ch(']')], Command::After, |s| s.stats_month_after),
    shown(&[named(KeyCode::Tab), ch(' ')], Command::Turn, |s| s.stats_turn),
    bind(&[named(KeyCode::BackTab)], Command::TurnBack, |s| s.stats_turn_back),
    shown(&[f(4), ch('d')], Command::Define, |s| s.stats_define),
    shown(&[f(5), ch('c')], Command::HandIn, |s| s.stats_hand_in).opening(HAND_IN_ACTION),
    shown(&[f(8), ch('p')], Command::Paper, |s| s.stats_paper),
    bind(&[f(7), ch('m')], Command::Month, |s| s.stats_type_month),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown)], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
];

/// The action that hands a month in.
const HAND_IN_ACTION: &str = "hand_in_month";

/// The keys of the tab, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The keys of the cases behind a figure, for the tables of the README.
pub fn case_keys() -> Vec<Row> {
    behind::keys()
}

/// The form of handing in (STA-06).
pub const HAND_IN: &[FieldRow] = &[row("month"), row("signature"), row("note")];

/// The tab.
pub struct Stats {
    /// The months that were read; none before the first reading.
    shelf: Option<Shelf>,
    head: Head,
    views: Vec<Box<dyn View>>,
    view: usize,
    /// There is nothing of this month in the file.
    empty: bool,
}

impl Default for Stats {
    fn default() -> Self {
        let views: Vec<Box<dyn View>> = vec![
            Box::new(figures::Figures::default()),
            Box::new(bars::Bars::default()),
            Box::new(year::Year::default()),
            Box::new(heat::HeatView::default()),
            Box::new(repeats::Repeats::default()),
            Box::new(changes::Changes::default()),
        ];
        Stats { shelf: None, head: Head::default(), views, view: 0, empty: false }
    }
}

impl Stats {
    /// Shows what the shelf has, and reads what it has not.
    fn show(&mut self, cx: &Context<'_>) -> Read<()> {
        let shelf = self.shelf.get_or_insert_with(|| Shelf::new(cx.desk.year_month(cx.now)));
        shelf.renew(cx)?;
        self.head.show(shelf, cx)?;
        self.empty = shelf.is_empty(cx)?;
        self.views[self.view].show(shelf, cx)
    }

    /// Looks at another month; one that has not come is told (STA-01).
    fn go_to(&mut self, month: YearMonth, cx: &Context<'_>) -> Vec<Msg> {
        if month > cx.desk.year_month(cx.now) {
            return vec![Msg::Fail(cx.words.screen.stats_not_come.replace("{}", &month.to_string()))];
        }
        if let Some(shelf) = &mut self.shelf {
            shelf.go_to(month);
        }
        told(self.show(cx), cx)
    }

    fn step(&mut self, forward: bool, cx: &Context<'_>) -> Vec<Msg> {
        let Some(month) = self.month() else { return Vec::new() };
        self.go_to(if forward { month.after(1) } else { month.before(1) }, cx)
    }

    fn month(&self) -> Option<YearMonth> {
        self.shelf.as_ref().map(|shelf| shelf.month)
    }

    /// The month as it was typed; what is no month stays in its field, to be mended.
    fn typed_month(&mut self, typed: &str, cx: &Context<'_>) -> Vec<Msg> {
        let today = cx.desk.config.calendar.local_date(cx.now);
        let Ok(month) = YearMonth::typed(typed, today) else {
            return vec![ask_month(typed, cx), Msg::Fail(cx.words.screen.stats_no_month.to_owned())];
        };
        if month > cx.desk.year_month(cx.now) {
            let mut again = vec![ask_month(typed, cx)];
            again.extend(self.go_to(month, cx));
            return again;
        }
        self.go_to(month, cx)
    }

    fn define(&self, cx: &Context<'_>) -> Vec<Msg> {
        let found = self.views[self.view].figure();
        found.map(|(note, month)| Msg::Push(Box::new(Definition::new(&note, month, cx)))).into_iter().collect()
    }

    /// Asks once more, with what will be frozen (STA-06).
    fn hand_in(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let s = &cx.words.screen;
        let Some(shelf) = &mut self.shelf else { return Vec::new() };
        if self.empty {
            return vec![nothing(shelf.month, cx)];
        }
        let mut items = vec![item(s.go_back, ""), crate::tui::menu::opening(s.do_it, HAND_IN_ACTION, cx)];
        items[1].value = shelf.month.to_string();
        let mut menu = Menu::new("hand_in", s.stats_hand_in, items);
        let freezes = s.stats_freezes.replacen("{}", &shelf.month.to_string(), 1);
        for line in text::wrap(&freezes, 56) {
            menu = menu.saying(line);
        }
        match shelf.handed(cx) {
            Ok(Some(handed)) => {
                let again = s.stats_hand_in_again.replacen("{}", &handed.hand_in.edition.to_string(), 1);
                menu = text::wrap(&again, 56).into_iter().fold(menu, Menu::saying);
            }
            Ok(None) if shelf.month == cx.desk.year_month(cx.now) => menu = menu.saying(s.stats_goes_on),
            Ok(None) => {}
            Err(error) => return told(Err(error), cx),
        }
        vec![menu.open()]
    }

    fn go(&mut self, by: isize) -> Vec<Msg> {
        self.views[self.view].cursor().go(by);
        Vec::new()
    }

    fn page(&mut self) -> isize {
        self.views[self.view].cursor().page()
    }

    fn draw_head(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let (month, standing) = self.head.words();
        let [left, right] = if cx.theme.ascii { ["<", ">"] } else { ["←", "→"] };
        let x = paint::at(buf, area, 1, 0, &format!("{left} {month} {right}"), cx.theme.chosen()) + 2;
        let title = format!("{} {}/{}", (self.views[self.view].title())(s), self.view + 1, self.views.len());
        let room = usize::from(area.width).saturating_sub(usize::from(x) + text::width(&title) + 3);
        paint::at(buf, area, x, 0, &text::cut(standing, room), ratatui::style::Style::new());
        paint::right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &title, cx.theme.heading());
    }
}

/// There is nothing of this month.
fn nothing(month: YearMonth, cx: &Context<'_>) -> Msg {
    Msg::Fail(cx.words.screen.stats_nothing.replace("{}", &month.to_string()))
}

fn ask_month(typed: &str, cx: &Context<'_>) -> Msg {
    let s = &cx.words.screen;
    Ask::line("month", s.stats_type_month, s.stats_month_hint, typed)
}

impl Page for Stats {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Open if self.empty => Vec::new(),
            Command::Open => self.views[self.view].open(cx),
            Command::View => {
                self.view = (self.view + 1) % self.views.len();
                told(self.show(cx), cx)
            }
            Command::Before => self.step(false, cx),
            Command::After => self.step(true, cx),
            Command::Month => vec![ask_month("", cx)],
            Command::Turn => {
                self.views[self.view].turn(1, cx);
                Vec::new()
            }
            Command::TurnBack => {
                self.views[self.view].turn(-1, cx);
                Vec::new()
            }
            Command::Define => self.define(cx),
            Command::HandIn => self.hand_in(cx),
            Command::Paper if self.empty => self.month().map(|month| nothing(month, cx)).into_iter().collect(),
            Command::Paper => self.month().map(|month| paper::ask_kind(month, cx)).into_iter().collect(),
            Command::Up => self.go(-1),
            Command::Down => self.go(1),
            Command::PageUp => {
                let page = self.page();
                self.go(-page)
            }
            Command::PageDown => {
                let page = self.page();
                self.go(page)
            }
            Command::First => self.go(isize::MIN),
            Command::Last => self.go(isize::MAX),
        }
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.show(cx)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.draw_head(area, buf, cx);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.empty {
            let month = self.month().map(|month| month.to_string()).unwrap_or_default();
            paint::at(buf, below, 1, 1, &cx.words.screen.stats_nothing.replace("{}", &month), cx.theme.dim());
            return None;
        }
        self.views[self.view].draw(below, buf, cx);
        None
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match (tag, value) {
            ("month", typed) => self.typed_month(typed, cx),
            ("hand_in", "") | ("paper", "") => Vec::new(),
            ("hand_in", month) => {
                let given = [("month".to_owned(), Value::from(month))].into_iter().collect();
                vec![Msg::Fill(Seed { action: HAND_IN_ACTION.to_owned(), given, ..Seed::default() })]
            }
            ("paper", kind) => match self.shelf.as_mut().map(|shelf| paper::Export::new(shelf, kind, cx)) {
                Some(Ok(export)) => vec![Msg::Push(Box::new(export))],
                Some(Err(error)) => told(Err(error), cx),
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn home(&mut self) {
        self.view = 0;
        self.shelf = None;
    }
}
