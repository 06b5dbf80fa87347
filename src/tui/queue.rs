//! What every page with a queue of cases does: move, open, step, narrow (ESC-14), search; on wide screens the case
//! stands beside the list. Must not know which register it shows.
mod filter;
mod page;

use crate::desk::answer::Sheet;
use crate::model::queue::{Filter, QueueRow};
use crate::model::staff::Role;
use crate::tui::detail;
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::{Binding, Chord, Row, bind, ch, f, named, rows, shown};
use crate::tui::list::{Column, List};
use crate::tui::page::{Context, Msg, Read};
use crate::tui::steps::{self, Seen};
use crate::tui::{paint, text};
use crossterm::event::{KeyCode, KeyEvent};
pub use page::QueuePage;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From this width on the case stands beside the list.
const WIDE: u16 = 120;
/// Cells of the list then.
const LIST: u16 = 76;

/// A queue with its filter, its search, and the case beside it.
pub struct Queue {
    /// The lines.
    pub list: List,
    /// How it is narrowed when nobody narrows it.
    base: Filter,
    columns: &'static [Column],
    search: Option<Field>,
    beside: Option<Sheet>,
    /// The case with the cursor went away by itself: the next key may have been meant for it.
    gone: bool,
    /// Open, overdue, due today.
    counts: [u32; 3],
}

#[derive(Clone, Copy)]
enum Command {
    Open,
    Steps,
    Filter,
    Search,
    Acknowledge,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter), named(KeyCode::Right)], Command::Open, |s| s.open),
    shown(&[f(6), ch('s')], Command::Steps, |s| s.steps),
    shown(&[f(7), ch('f')], Command::Filter, |s| s.filter),
    bind(&[ch('/')], Command::Search, |s| s.search),
    shown(&[f(8), ch('a')], Command::Acknowledge, |s| s.acknowledge),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown), ch(' ')], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
];

/// The keys of a list, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

impl Queue {
    /// A queue of what `base` leaves, in these columns.
    pub fn new(base: Filter, columns: &'static [Column]) -> Queue {
        let list = List::new(base.clone());
        Queue { list, base, columns, search: None, beside: None, gone: false, counts: [0; 3] }
    }

    /// Its commands; they follow those of the page.
    pub fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    /// Does what a row of its commands says.
    pub fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let Some(binding) = KEYS.get(row) else { return Vec::new() };
        let meant = matches!(binding.command, Command::Open | Command::Steps | Command::Acknowledge);
        if std::mem::take(&mut self.gone) && meant {
            return vec![Msg::Fail(cx.words.screen.not_that_one.to_owned())];
        }
        let by = match binding.command {
            Command::Open => return self.of_selected(|row| Msg::Open(row.number.clone())),
            Command::Steps => return self.of_selected(|row| steps::menu(seen(row), cx)),
            Command::Acknowledge => {
                return self.of_selected(|row| steps::take("acknowledge", &row.number, row.version));
            }
            Command::Filter => return self.offer_filter(cx),
            Command::Search => {
                self.begin_search();
                return Vec::new();
            }
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -self.list.page(),
            Command::PageDown => self.list.page(),
            Command::First => isize::MIN,
            Command::Last => isize::MAX,
        };
        told(self.list.go(by, cx), cx)
    }

    fn of_selected(&self, say: impl Fn(&QueueRow) -> Msg) -> Vec<Msg> {
        self.list.selected().map(say).into_iter().collect()
    }

    /// Takes what was chosen from one of its menus.
    pub fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match tag {
            "step" => steps::asked(value, cx),
            _ => self.narrow(tag, value, cx),
        }
    }

    /// The unit of the selected case.
    pub fn unit(&self) -> Option<String> {
        self.list.selected().and_then(|row| row.unit.clone())
    }

    /// Reads again.
    ///
    /// # Errors
    /// The file.
    pub fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.beside = None;
        let own = cx.counts.iter().filter(|count| self.base.register.is_none_or(|one| one == count.register));
        self.counts = own.fold([0; 3], |[open, overdue, today], count| {
            [open + count.open, overdue + count.overdue, today + count.today]
        });
        self.list.filter.veiled = cx.me.role == Role::Department;
        self.list.reload(cx)
    }

    /// Reads again because something happened elsewhere; see `gone`.
    ///
    /// # Errors
    /// The file.
    pub fn refresh(&mut self, cx: &Context<'_>) -> Read<()> {
        let before = self.list.selected().map(|row| row.id);
        self.reload(cx)?;
        let now = self.list.selected().map(|row| row.id);
        self.gone |= before.is_some() && now.is_some() && before != now;
        Ok(())
    }

    /// Puts the cursor on a case that was saved here, if it is in the list. What went away by that is no surprise.
    ///
    /// # Errors
    /// The file.
    pub fn seek(&mut self, number: &str, cx: &Context<'_>) -> Read<()> {
        self.gone = false;
        self.list.seek(|row| row.number == number, cx)
    }

    /// Takes a key while words are typed to search for.
    pub fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        let Some(field) = self.search.as_mut() else {
            // Esc ends a search that narrows the list.
            let ends = key.code == KeyCode::Esc && self.list.filter.words.take().is_some();
            return ends.then(|| told(self.reload(cx), cx));
        };
        match Chord::of(key).code {
            KeyCode::Enter => {
                let words = Some(field.text().trim().to_owned()).filter(|words| !words.is_empty());
                self.search = None;
                self.list.filter.words = words;
                Some(told(self.reload(cx), cx))
            }
            KeyCode::Esc => {
                self.search = None;
                Some(Vec::new())
            }
            _ if field.key(key) == Taken::No => None,
            _ => Some(Vec::new()),
        }
    }

    /// Takes a paste into the words to search for; false where none are typed.
    pub fn pasted(&mut self, text: &str) -> bool {
        self.search.as_mut().map(|field| field.paste(text)).is_some()
    }

    /// Whether words to search for are being typed.
    pub fn is_typing(&self) -> bool {
        self.search.is_some()
    }

    /// Asks for the words to search for.
    pub fn begin_search(&mut self) {
        let mut field = Field::new(40);
        field.set(self.list.filter.words.as_deref().unwrap_or_default());
        self.search = Some(field);
    }

    /// Draws heading and lines, and on wide screens the selected case.
    pub fn draw(&mut self, title: &str, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let (left, right) = if area.width >= WIDE {
            let right = Rect { x: area.x + LIST, width: area.width - LIST, ..area };
            (Rect { width: LIST, ..area }, Some(right))
        } else {
            (area, None)
        };
        let cursor = self.draw_heading(title, left, buf, cx);
        let body = Rect { y: left.y + 1, height: left.height.saturating_sub(1), ..left };
        self.list.draw(self.columns, body, buf, cx);
        if let Some(right) = right {
            self.draw_beside(right, buf, cx);
        }
        cursor
    }

    fn draw_heading(&mut self, title: &str, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let s = &cx.words.screen;
        if let Some(field) = &mut self.search {
            let x = paint::at(buf, area, 1, 0, s.search_for, cx.theme.chosen()) + 1;
            let inside = Rect { x: area.x + x, width: area.width.saturating_sub(x + 1), height: 1, ..area };
            return field.render(inside, buf, cx.theme.typed());
        }
        let [open, overdue, today] = self.counts;
        let heading = format!("{title}  {} {open} · {} {overdue} · {} {today}", s.open_now, s.overdue, s.due_today);
        let narrowed = self.narrowed(cx);
        paint::at(buf, area, 1, 0, &heading, cx.theme.chosen());
        if !narrowed.is_empty() {
            let line = format!("{} {narrowed} ({})", s.filter_is, self.list.total);
            let room = usize::from(area.width).saturating_sub(text::width(&heading) + 4);
            paint::right(buf, area, 0, &text::cut(&line, room), cx.theme.heading());
        }
        None
    }

    fn draw_beside(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let Some(number) = self.list.selected().map(|row| row.number.clone()) else { return };
        if self.beside.as_ref().is_none_or(|sheet| sheet.case.number != number) {
            self.beside = cx.desk.sheet(&number, cx.me).ok();
        }
        let upright = if cx.theme.ascii { "|" } else { "│" };
        for y in 0..area.height {
            paint::at(buf, area, 0, y, upright, cx.theme.dim());
        }
        let inside = Rect { x: area.x + 1, width: area.width - 1, ..area };
        if let Some(sheet) = &self.beside {
            let lines = detail::lines(sheet, usize::from(inside.width.saturating_sub(2)), cx);
            detail::paint_lines(&lines, 0, None, inside, buf, cx);
        }
    }
}

/// A line as its menu of steps sees it.
pub fn seen(row: &QueueRow) -> Seen<'_> {
    Seen {
        register: row.register,
        state: row.state,
        number: &row.number,
        version: row.version,
        unit: row.unit.as_deref(),
        matter: &row.matter,
        harm: row.harm,
    }
}

/// Nothing, or that the file could not be read.
pub fn told(result: Read<()>, cx: &Context<'_>) -> Vec<Msg> {
    result.err().map(|error| Msg::Fail(cx.words.store_error(&error))).into_iter().collect()
}
