//! A shift handover: what is handed over, line by line, ticked off and signed (LED-08). Must not know from where it was
//! opened, nor when a line counts as late: the desk has written that down.
mod draw;

use crate::desk::answer::{Part, Sheet};
use crate::desk::refusal::Refusal;
use crate::model::case::State;
use crate::model::entry::{Entry, EntryKind};
use crate::model::handover::Handover;
use crate::tui::detail::Detail;
use crate::tui::keymap::{Binding, Chord, Row, bind, ch, f, named, rows, shown};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::steps::{self, Seen};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::json;

/// Lines in sight that have a digit of their own while they are ticked off.
const DIGITS: usize = 9;

/// The page.
pub struct Shift {
    sheet: Sheet,
    lines: Vec<Entry>,
    /// Place of the mark among the lines.
    at: usize,
    /// First row seen; headings are rows as well.
    top: usize,
    /// Rows that were seen last.
    height: usize,
    /// Places of the lines in sight that a digit ticks.
    numbered: Vec<usize>,
    /// A line was ticked here: the mark goes on to the next one that is not.
    ticked: bool,
}

#[derive(Clone, Copy)]
enum Command {
    Add,
    Sign,
    Tick,
    Open,
    Clear,
    Steps,
    Record,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[ch(' '), named(KeyCode::Tab)], Command::Tick, |s| s.tick_line),
    shown(&[named(KeyCode::Enter), named(KeyCode::Right)], Command::Open, |s| s.open),
    shown(&[f(2), ch('n')], Command::Add, |s| s.add_note_for_next),
    shown(&[f(5), ch('x')], Command::Clear, |s| s.clear_note),
    shown(&[f(6), ch('s')], Command::Steps, |s| s.steps),
    shown(&[f(8), ch('a')], Command::Sign, |s| s.sign_handover),
    bind(&[f(7), ch('h')], Command::Record, |s| s.whole_record),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown)], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
    shown(&[named(KeyCode::Esc), named(KeyCode::Left), ch('q')], Command::Back, |s| s.back),
];

/// The keys of a handover, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

impl Shift {
    /// The page of a handover.
    pub fn new(sheet: Sheet) -> Shift {
        Shift { sheet, lines: Vec::new(), at: 0, top: 0, height: 1, numbered: Vec::new(), ticked: false }
    }

    fn handover(&self) -> Option<&Handover> {
        match &self.sheet.part {
            Part::Handover(handover) => Some(handover),
            _ => None,
        }
    }

    fn left(&self) -> usize {
        self.lines.iter().filter(|line| line.mark.is_none()).count()
    }

    /// Whether lines are ticked off here: it was offered, and not by who sits here.
    fn is_ticking(&self, cx: &Context<'_>) -> bool {
        self.sheet.case.state == State::Offered && self.sheet.case.acceptor != cx.me.login
    }

    fn go(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.lines.len().saturating_sub(1));
    }

    /// The next line that is not ticked yet, round and round.
    fn go_on(&mut self) {
        let count = self.lines.len();
        let after = (0..count).map(|step| (self.at + step) % count);
        self.at = after.into_iter().find(|place| self.lines[*place].mark.is_none()).unwrap_or(self.at);
    }

    fn on_line(&self, step: &str, place: usize) -> Vec<Msg> {
        let number = &self.sheet.case.number;
        let line = self.lines.get(place);
        line.map(|line| Msg::Do(json!({"do": step, "number": number, "entry": line.id}))).into_iter().collect()
    }

    fn tick(&mut self, place: usize) -> Vec<Msg> {
        self.ticked = true;
        self.at = place;
        self.on_line("tick_item", place)
    }

    /// Opens the case of the marked line; a line without one is ticked.
    fn open(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let number = self.lines.get(self.at).and_then(|line| line.about.filter(|_| line.kind != EntryKind::Note));
        match number.map(|case| cx.desk.number_of(case)) {
            Some(Ok(Some(number))) => vec![Msg::Open(number)],
            Some(Err(error)) => vec![Msg::Fail(cx.words.store_error(&error))],
            _ if self.is_ticking(cx) => self.tick(self.at),
            _ => Vec::new(),
        }
    }

    /// What the next shift must know is written down before anybody has signed.
    fn add(&self, cx: &Context<'_>) -> Vec<Msg> {
        let case = &self.sheet.case;
        if case.state == State::Accepted {
            return vec![steps::take("add_item", &case.number, case.version)];
        }
        let why = Refusal::WrongState { state: case.state, from: vec![State::Accepted] };
        vec![Msg::Fail(cx.refusal(&why))]
    }

    fn clear(&self, cx: &Context<'_>) -> Vec<Msg> {
        match self.lines.get(self.at) {
            Some(line) if line.flagged => self.on_line("clear_item", self.at),
            _ => vec![Msg::Say(cx.words.screen.not_flagged.to_owned())],
        }
    }

    /// The signature that is due: of who hands over, or of who takes over. Asked once more, since it stands.
    fn sign(&self, cx: &Context<'_>) -> Vec<Msg> {
        let s = &cx.words.screen;
        let step = match self.sheet.case.state {
            State::Accepted => "offer_handover",
            State::Offered => "take_over",
            _ => return vec![Msg::Say(s.signed_by_both.to_owned())],
        };
        let items = vec![item(s.go_back, "stay"), item(s.do_it, step)];
        let title = format!("{}  {}·{}", cx.words.action(step), cx.me.name, cx.words.role(cx.me.role));
        vec![Menu::new("sign", title, items).saying(cx.words.action_does(step).unwrap_or_default()).open()]
    }

    fn menu(&self, cx: &Context<'_>) -> Msg {
        let case = &self.sheet.case;
        let seen = Seen {
            register: case.register,
            state: case.state,
            number: &case.number,
            version: case.version,
            unit: None,
            matter: &case.matter,
            harm: false,
        };
        steps::menu(seen, cx)
    }
}

impl Page for Shift {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let page = isize::try_from(self.height.saturating_sub(2).max(1)).unwrap_or(1);
        let by = match KEYS[row].command {
            Command::Add => return self.add(cx),
            Command::Sign => return self.sign(cx),
            Command::Tick => return self.tick(self.at),
            Command::Open => return self.open(cx),
            Command::Clear => return self.clear(cx),
            Command::Steps => return vec![self.menu(cx)],
            Command::Record => return vec![Msg::Push(Box::new(Detail::new(self.sheet.clone())))],
            Command::Back => return vec![Msg::Close],
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -page,
            Command::PageDown => page,
            Command::First => isize::MIN,
            Command::Last => isize::MAX,
        };
        self.go(by);
        Vec::new()
    }

    /// While lines are ticked off a digit ticks the line that stands behind it; else it opens a tab as everywhere.
    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        let Chord { code: KeyCode::Char(digit @ '1'..='9'), control: false } = Chord::of(key) else { return None };
        if !self.is_ticking(cx) {
            return None;
        }
        let place = self.numbered.get((digit.to_digit(10)? as usize).checked_sub(1)?).copied();
        Some(place.map_or_else(|| vec![Msg::Say(cx.words.screen.no_such_choice.to_owned())], |place| self.tick(place)))
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        // A case is never deleted: what cannot be read now stays as it was seen last.
        let number = self.sheet.case.number.clone();
        if let Ok(sheet) = cx.desk.sheet(&number, cx.me) {
            self.sheet = sheet;
        }
        if let Ok(sums) = cx.desk.handover_sums(&number, cx.now) {
            self.sheet.part = Part::Handover(sums);
        }
        if let Ok(lines) = cx.desk.handover_lines(&number, cx.now) {
            self.lines = lines;
        }
        self.go(0);
        if std::mem::take(&mut self.ticked) && !self.lines.is_empty() {
            self.go_on();
        }
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.draw_all(area, buf, cx);
        None
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        let case = &self.sheet.case;
        match (tag, value) {
            ("sign", "stay") => Vec::new(),
            ("sign", step) => vec![steps::take(step, &case.number, case.version)],
            // The steps on a line are meant for the marked one.
            ("step", step) if step.starts_with("tick_item ") => self.tick(self.at),
            ("step", step) if step.starts_with("clear_item ") => self.clear(cx),
            ("step", step) => steps::chosen(step),
            _ => Vec::new(),
        }
    }
}
