//! 钥匙: the cabinet as one stands before it (KEY-01 to KEY-11). Must not know the other tabs.
mod count;
mod hooks;
mod narrow;

use crate::desk::Cabinet;
use crate::desk::answer::Sheet;
use crate::desk::refusal::Refusal;
use crate::model::case::{Register, State};
use crate::model::house_key::CabinetKey;
use crate::tui::detail;
use crate::tui::field::{Field, Taken};
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Chord, Row, bind, ch, f, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::steps::{self, Seen};
use crate::tui::{paint, text};
use count::Count;
use crossterm::event::{KeyCode, KeyEvent};
use hooks::Hooks;
use narrow::Narrow;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// From this width on the hooks stand as a grid, and the key beside it.
const WIDE: u16 = 120;
/// Cells of the grid then.
const GRID: u16 = 76;

#[derive(Clone, Copy)]
enum Command {
    New,
    LendOrReturn,
    Count,
    Open,
    Steps,
    Filter,
    Search,
    Acknowledge,
    Before,
    Next,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(5), ch('b')], Command::LendOrReturn, |s| s.lend_or_return),
    shown(&[f(2), ch('n')], Command::New, |s| s.new_key).opening("record_key"),
    shown(&[f(11), ch('c'), ch('.')], Command::Count, |s| s.count_keys),
    shown(&[named(KeyCode::Enter)], Command::Open, |s| s.open),
    shown(&[f(6), ch('s')], Command::Steps, |s| s.steps),
    shown(&[f(7), ch('f')], Command::Filter, |s| s.filter),
    bind(&[ch('/')], Command::Search, |s| s.search),
    bind(&[f(8), ch('a')], Command::Acknowledge, |s| s.acknowledge),
    bind(&[named(KeyCode::Left), ch('h')], Command::Before, |s| s.key_before),
    bind(&[named(KeyCode::Right), ch('l')], Command::Next, |s| s.next_key),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown), ch(' ')], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
];

/// The keys of the tab, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The keys of a stock-taking, for the tables of the README.
pub fn count_keys() -> Vec<Row> {
    count::keys()
}

/// The form of a new key (KEY-02).
pub const FORM: &[FieldRow] = &[
    ask("key"),
    start("key_kind", "entrusted"),
    ask("unit").only("key_kind", &["entrusted"]).needed(),
    ask("name").only("key_kind", &["entrusted"]),
    ask("phone").only("key_kind", &["entrusted"]),
    ask("matter"),
    ask("building"),
    ask("floor"),
    ask("hook"),
    start("pieces", "1"),
    ask("mandate").only("key_kind", &["entrusted"]),
];

/// The tab.
#[derive(Default)]
pub struct Keys {
    cabinet: Cabinet,
    narrow: Narrow,
    /// Places in the cabinet of the keys that are left by the narrowing.
    left: Vec<usize>,
    /// Place among those of the key with the cursor.
    at: usize,
    hooks: Hooks,
    search: Option<Field>,
    beside: Option<Sheet>,
    /// The key with the cursor went away by itself: the next key press may have been meant for it.
    gone: bool,
}

impl Keys {
    fn selected(&self) -> Option<&CabinetKey> {
        self.cabinet.keys.get(*self.left.get(self.at)?)
    }

    fn sifted(&self) -> Vec<&CabinetKey> {
        self.left.iter().filter_map(|place| self.cabinet.keys.get(*place)).collect()
    }

    /// Works out what is left; the cursor stays on its key, or where it was if that is gone.
    fn sift(&mut self, cx: &Context<'_>) {
        let before = self.selected().map(|key| key.id);
        self.sift_to(before, cx);
    }

    fn sift_to(&mut self, id: Option<i64>, cx: &Context<'_>) {
        let keys = self.cabinet.keys.iter().enumerate();
        self.left = keys.filter(|(_, key)| self.narrow.leaves(key, cx)).map(|(place, _)| place).collect();
        let stays = self.left.iter().position(|place| Some(self.cabinet.keys[*place].id) == id);
        self.at = stays.unwrap_or(self.at).min(self.left.len().saturating_sub(1));
    }

    fn read(&mut self, cx: &Context<'_>) -> Read<()> {
        let id = self.selected().map(|key| key.id);
        self.cabinet = cx.desk.cabinet(self.narrow.past, cx.now)?;
        self.beside = None;
        self.sift_to(id, cx);
        Ok(())
    }

    fn narrowed(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let told = self.read(cx);
        told.err().map(|error| Msg::Fail(cx.words.store_error(&error))).into_iter().collect()
    }

    fn begin_search(&mut self) -> Vec<Msg> {
        let mut field = Field::new(40);
        field.set(self.narrow.words.as_deref().unwrap_or_default());
        self.search = Some(field);
        Vec::new()
    }

    fn go(&mut self, command: Command) {
        self.at = match command {
            Command::Before => self.at.saturating_sub(1),
            Command::Next => self.at + 1,
            Command::Up => self.hooks.beyond(self.at, -1),
            Command::Down => self.hooks.beyond(self.at, 1),
            Command::PageUp => self.hooks.beyond(self.at, -self.hooks.page()),
            Command::PageDown => self.hooks.beyond(self.at, self.hooks.page()),
            Command::First => 0,
            Command::Last => usize::MAX,
            _ => self.at,
        };
        self.at = self.at.min(self.left.len().saturating_sub(1));
    }

    fn draw_heading(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let s = &cx.words.screen;
        if let Some(field) = &mut self.search {
            let x = paint::at(buf, area, 1, 0, s.search_for, cx.theme.chosen()) + 1;
            let inside = Rect { x: area.x + x, width: area.width.saturating_sub(x + 1), height: 1, ..area };
            return field.render(inside, buf, cx.theme.typed());
        }
        let (all, state) = (&self.cabinet, |state| cx.words.state(state));
        let heading = format!(
            "{} {} · {} {} · {} {} · {} {} · {} {}",
            state(State::Kept),
            all.kept,
            state(State::Lent),
            all.out,
            s.overdue,
            all.late,
            state(State::Lost),
            all.lost,
            s.deposits,
            cx.words.money(all.deposits),
        );
        let x = paint::at(buf, area, 1, 0, &heading, cx.theme.chosen());
        let told = self.narrow.told(cx);
        let counting = cx.counts.iter().any(|count| count.register == Register::Stocktake);
        let note = match (told.is_empty(), counting) {
            (false, _) => format!("{} {told} ({})", s.filter_is, self.left.len()),
            (true, true) => s.counting_is_open.to_owned(),
            (true, false) => return None,
        };
        let room = usize::from(area.width.saturating_sub(x + 2));
        paint::right(buf, area, 0, &text::cut(&note, room), cx.theme.heading());
        None
    }

    fn draw_titles(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let (s, words) = (&cx.words.screen, cx.words);
        let titles = [s.column_time, words.field("key"), words.field("hook"), s.column_unit];
        let mut x = 1;
        for (title, width) in titles.into_iter().zip(hooks::COLUMNS) {
            paint::at(buf, area, x, 1, &text::cut(title, usize::from(width)), cx.theme.heading());
            x += width + 1;
        }
        paint::at(buf, area, x, 1, s.key_label, cx.theme.heading());
    }

    fn draw_beside(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let Some(number) = self.selected().map(|key| key.number.clone()) else { return };
        if self.beside.as_ref().is_none_or(|sheet| sheet.case.number != number) {
            self.beside = cx.desk.sheet(&number, cx.me).ok();
        }
        let upright = if cx.theme.ascii { "|" } else { "│" };
        for y in 0..area.height {
            paint::at(buf, area, 0, y, upright, cx.theme.dim());
        }
        let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area };
        if let Some(sheet) = &self.beside {
            let lines = detail::lines(sheet, usize::from(inside.width.saturating_sub(2)), cx);
            detail::paint_lines(&lines, 0, None, inside, buf, cx);
        }
    }
}

/// What lies nearest for a key where it is now: lent if it is in, taken back if it is out.
fn nearest(key: &CabinetKey) -> Msg {
    let step = match key.state {
        State::Lent => "return_key",
        State::Lost => "find_key",
        State::HandedOver => "take_in_key",
        _ => "lend_key",
    };
    steps::take(step, &key.number, key.version)
}

fn seen(key: &CabinetKey) -> Seen<'_> {
    Seen {
        register: Register::Key,
        state: key.state,
        number: &key.number,
        version: key.version,
        unit: key.unit.as_deref(),
        matter: &key.label,
        harm: false,
    }
}

impl Page for Keys {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let command = KEYS[row].command;
        let meant = matches!(command, Command::LendOrReturn | Command::Open | Command::Steps | Command::Acknowledge);
        if std::mem::take(&mut self.gone) && meant {
            return vec![Msg::Fail(cx.words.screen.not_that_one.to_owned())];
        }
        let of_selected = |say: &dyn Fn(&CabinetKey) -> Msg| self.selected().map(say).into_iter().collect();
        match command {
            Command::New => vec![Msg::Fill(Seed { action: "record_key".to_owned(), ..Seed::default() })],
            Command::LendOrReturn => of_selected(&nearest),
            Command::Open => of_selected(&|key| Msg::Open(key.number.clone())),
            Command::Steps => of_selected(&|key| steps::menu(seen(key), cx)),
            Command::Acknowledge => of_selected(&|key| steps::take("acknowledge", &key.number, key.version)),
            Command::Count => vec![Msg::Push(Box::new(Count::default()))],
            Command::Filter => self.narrow.menu(cx),
            Command::Search => self.begin_search(),
            other => {
                self.go(other);
                Vec::new()
            }
        }
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        let Some(field) = self.search.as_mut() else {
            // Esc ends a search that narrows the cabinet.
            let ends = key.code == KeyCode::Esc && self.narrow.words.take().is_some();
            return ends.then(|| self.narrowed(cx));
        };
        match Chord::of(key).code {
            KeyCode::Enter => {
                self.narrow.words = Some(field.text().trim().to_owned()).filter(|words| !words.is_empty());
                self.search = None;
                self.at = 0;
                self.sift_to(None, cx);
                Some(Vec::new())
            }
            KeyCode::Esc => {
                self.search = None;
                Some(Vec::new())
            }
            _ if field.key(key) == Taken::No => None,
            _ => Some(Vec::new()),
        }
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.search.as_mut().map(|field| field.paste(text)).is_some()
    }

    fn is_typing(&self) -> bool {
        self.search.is_some()
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        let before = self.selected().map(|key| key.id);
        self.read(cx)?;
        let now = self.selected().map(|key| key.id);
        self.gone |= before.is_some() && now.is_some() && before != now;
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        // What is late may have changed with the minute alone.
        self.cabinet.late = self.cabinet.keys.iter().filter(|key| key.is_late(cx.now)).count();
        self.sift(cx);
        let wide = area.width >= WIDE;
        let left = if wide { Rect { width: GRID, ..area } } else { area };
        let cursor = self.draw_heading(left, buf, cx);
        if !wide {
            self.draw_titles(area, buf, cx);
        }
        let body = Rect { y: left.y + 2, height: left.height.saturating_sub(2), ..left };
        let mut hooks = std::mem::take(&mut self.hooks);
        let keys = self.sifted();
        if keys.is_empty() {
            let s = &cx.words.screen;
            let told = if self.cabinet.keys.is_empty() { s.no_keys_yet } else { s.nothing_here };
            paint::at(buf, body, 1, 0, told, cx.theme.dim());
        }
        hooks.lay(&keys, wide.then_some(GRID), cx);
        hooks.draw(&keys, self.at, body, buf, cx);
        self.hooks = hooks;
        if wide {
            self.draw_beside(Rect { x: area.x + GRID, width: area.width - GRID, ..area }, buf, cx);
        }
        cursor
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match (tag, value) {
            ("step", value) => steps::asked(value, cx),
            ("filter", "search") => self.begin_search(),
            _ if self.narrow.take(tag, value) => self.narrowed(cx),
            ("filter", "building") => narrow::buildings(self.cabinet.keys.iter(), cx),
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, refusal: &Refusal, cx: &Context<'_>) -> Option<Vec<Msg>> {
        Some(vec![Msg::Fail(cx.refusal(refusal))])
    }

    fn seek(&mut self, number: &str, _cx: &Context<'_>) -> Read<()> {
        self.gone = false;
        let place = self.left.iter().position(|place| self.cabinet.keys[*place].number == number);
        self.at = place.unwrap_or(self.at);
        Ok(())
    }

    fn unit(&self) -> Option<String> {
        self.selected().and_then(|key| key.unit.clone())
    }
}
