//! 钥匙盘点: keys counted by typing their numbers one after the other, as a scanner does (KEY-08).
//! Must not know what the numbers add up to: the desk does.
use crate::desk::answer::Part;
use crate::desk::refusal::Refusal;
use crate::desk::{CountLine, Counting};
use crate::model::case::{Register, State};
use crate::model::house_key::Found;
use crate::model::stocktake::unmark;
use crate::model::text::typed;
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::{Binding, Chord, Row, bind, f, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::steps::{self, Seen};
use crate::tui::{paint, text};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use serde_json::{Map, Value, json};

#[derive(Clone, Copy)]
enum Command {
    Seen,
    Out,
    Missing,
    Left,
    ReportLost,
    Steps,
    Up,
    Down,
    PageUp,
    PageDown,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Seen, |s| s.count_seen),
    shown(&[f(4)], Command::Missing, |s| s.count_missing),
    shown(&[f(5)], Command::Out, |s| s.count_out),
    shown(&[f(6)], Command::Steps, |s| s.steps),
    shown(&[f(7)], Command::Left, |s| s.count_left),
    shown(&[f(8)], Command::ReportLost, |s| s.count_lost),
    bind(&[named(KeyCode::Up), named(KeyCode::BackTab)], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), named(KeyCode::Tab)], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown)], Command::PageDown, |s| s.page_down),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
];

/// The keys of the page, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The page: the month's stock-taking, or the offer to begin it.
pub struct Count {
    counting: Option<Counting>,
    field: Field,
    /// Only what is not counted, or was found otherwise than recorded.
    only_left: bool,
    /// Number of the key that was typed last: the marker goes there, so that one sees what was counted.
    last: Option<String>,
    /// Number of the key that was just counted missing: that is the one to be reported lost.
    missed: Option<String>,
    /// Place among the lines that are shown.
    at: usize,
    top: usize,
    height: usize,
}

impl Default for Count {
    fn default() -> Self {
        Count {
            counting: None,
            field: Field::new(40),
            only_left: false,
            last: None,
            missed: None,
            at: 0,
            top: 0,
            height: 1,
        }
    }
}

fn mark_of(one: &CountLine) -> Option<(Found, bool)> {
    one.line.mark.as_deref().and_then(unmark)
}

impl Count {
    fn lines(&self) -> Vec<&CountLine> {
        let all = self.counting.iter().flat_map(|counting| &counting.lines);
        all.filter(|one| !self.only_left || mark_of(one).is_none_or(|(_, differs)| differs)).collect()
    }

    fn number(&self) -> Option<String> {
        self.counting.as_ref().map(|counting| counting.sheet.case.number.clone())
    }

    /// Who reported it and when, once that is done.
    fn reported(&self, cx: &Context<'_>) -> Option<String> {
        match &self.counting.as_ref()?.sheet.part {
            Part::Stocktake(one) => {
                Some(format!("{} {}", cx.name(one.reported_by.as_deref()?), cx.time(one.reported_at?)))
            }
            _ => None,
        }
    }

    /// Counts the key whose number was typed, or else the marked one as out or missing: that a key hangs there is not
    /// said of one that nobody read. What was typed makes room for the next.
    fn count(&mut self, found: Found, cx: &Context<'_>) -> Vec<Msg> {
        let Some(number) = self.number() else {
            return vec![Msg::Do(json!({"do": "begin_stocktake"}))];
        };
        if found == Found::Seen && self.reported(cx).is_some() {
            return vec![Msg::Open(number)];
        }
        let typed = typed(self.field.text()).trim().to_owned();
        if found == Found::Seen && typed.is_empty() {
            return vec![Msg::Fail(cx.words.screen.count_type_first.to_owned())];
        }
        let marked = || self.lines().get(self.at).map(|one| one.key.key_number.clone());
        let key = if typed.is_empty() { marked() } else { Some(typed.clone()) };
        let Some(key) = key else { return Vec::new() };
        if typed.is_empty() && !self.only_left {
            self.at += 1;
        }
        self.field.set("");
        self.missed = Some(key.to_uppercase()).filter(|_| found == Found::Missing);
        self.last = Some(key.to_uppercase()).filter(|_| !typed.is_empty());
        vec![Msg::Do(json!({"do": "count_key", "number": number, "key": key, "found": <&str>::from(found)}))]
    }

    /// The key that was just counted missing, or else the marked one if it was, is lost: its form, with what there is to
    /// say already in it.
    fn report_lost(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (lines, s) = (self.lines(), &cx.words.screen);
        let missed = |one: &&&CountLine| self.missed.as_ref() == Some(&one.key.key_number);
        let one = lines.iter().find(missed).filter(|one| one.key.state != State::Lost).or(lines.get(self.at));
        let (Some(one), Some(number)) = (one, self.number()) else { return Vec::new() };
        if mark_of(one).is_none_or(|(found, _)| found != Found::Missing) {
            return vec![Msg::Fail(s.count_missing_first.to_owned())];
        }
        if one.key.state == State::Lost {
            return vec![Msg::Fail(s.is_so_already.to_owned())];
        }
        let note = format!("{} {number}", cx.words.found(Found::Missing));
        let given: Map<String, Value> = [("note".to_owned(), Value::from(note))].into_iter().collect();
        let case = Some((one.key.number.clone(), one.key.version));
        vec![Msg::Fill(Seed { action: "report_lost".to_owned(), case, given, ..Seed::default() })]
    }

    fn steps(&self, cx: &Context<'_>) -> Vec<Msg> {
        let Some(counting) = &self.counting else { return Vec::new() };
        let case = &counting.sheet.case;
        let seen = Seen {
            register: Register::Stocktake,
            state: case.state,
            number: &case.number,
            version: case.version,
            unit: None,
            matter: &case.matter,
            harm: false,
        };
        vec![steps::menu(seen, cx)]
    }

    fn heading(counting: &Counting, cx: &Context<'_>) -> String {
        let s = &cx.words.screen;
        let marks: Vec<(Found, bool)> = counting.lines.iter().filter_map(mark_of).collect();
        let of = |found: Found| {
            let number = marks.iter().filter(|(one, _)| *one == found).count();
            format!("{} {number}", cx.words.found(found))
        };
        let differ = marks.iter().filter(|(_, differs)| *differs).count();
        let parts = [
            format!("{} {}/{}", s.counted, marks.len(), counting.lines.len()),
            of(Found::Seen),
            of(Found::Out),
            of(Found::Missing),
            format!("{} {differ}", s.differs),
        ];
        format!("{} {}  {}", cx.words.register(Register::Stocktake), counting.sheet.case.matter, parts.join(" · "))
    }

    fn draw_lines(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        self.height = usize::from(area.height).max(1);
        self.at = self.at.min(self.lines().len().saturating_sub(1));
        self.top = self.top.clamp((self.at + 1).saturating_sub(self.height), self.at);
        for (y, (place, one)) in (0..area.height).zip(self.lines().into_iter().enumerate().skip(self.top)) {
            if place == self.at {
                paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let (mark, style) = told(one, cx);
            paint::at(buf, area, 1, y, &text::cut(&mark, 18), style);
            let key = &one.key;
            let place = [key.building.as_deref(), key.floor.as_deref()].into_iter().flatten().collect::<Vec<_>>();
            let line = format!(
                "{} {} {} {}  {}",
                text::pad(&key.key_number, 9),
                text::pad(&place.join("/"), 7),
                text::pad(&key.hook, 6),
                text::pad(cx.words.state(key.state), 10),
                key.label
            );
            paint::at(buf, area, 20, y, &line, Style::new());
        }
    }
}

/// What was found of a key, and whether that differs from the record.
fn told(one: &CountLine, cx: &Context<'_>) -> (String, Style) {
    let s = &cx.words.screen;
    match mark_of(one) {
        None => (s.uncounted.to_owned(), cx.theme.dim()),
        Some((found, true)) => (format!("! {} {}", cx.words.found(found), s.differs), cx.theme.fault()),
        Some((found, false)) => (format!("√ {}", cx.words.found(found)), cx.theme.good()),
    }
}

impl Page for Count {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let page = self.height.saturating_sub(1).max(1);
        match KEYS[row].command {
            Command::Seen => return self.count(Found::Seen, cx),
            Command::Out => return self.count(Found::Out, cx),
            Command::Missing => return self.count(Found::Missing, cx),
            Command::ReportLost => return self.report_lost(cx),
            Command::Steps => return self.steps(cx),
            Command::Back => return vec![Msg::Close],
            Command::Left => (self.only_left, self.at) = (!self.only_left, 0),
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at += 1,
            Command::PageUp => self.at = self.at.saturating_sub(page),
            Command::PageDown => self.at += page,
        }
        // Who goes to another key means that one.
        self.missed = None;
        self.at = self.at.min(self.lines().len().saturating_sub(1));
        Vec::new()
    }

    fn typed(&mut self, key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        let edits = Chord::of(key).is_character() || matches!(key.code, KeyCode::Backspace | KeyCode::Delete);
        (edits && self.field.key(key) != Taken::No).then(Vec::new)
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.field.paste(text);
        true
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        // Once it is reported, what was reported stays to be seen.
        let number = self.number();
        match cx.desk.counting(number.as_deref(), cx.now) {
            Ok(counting) => self.counting = counting.filter(|one| one.sheet.case.state != State::Voided),
            Err(Refusal::Store(error)) => return Err(error),
            Err(_) => self.counting = None,
        }
        if let Some(last) = self.last.take() {
            let place = self.lines().iter().position(|one| one.key.key_number == last);
            self.at = place.unwrap_or(self.at);
        }
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let s = &cx.words.screen;
        let Some(counting) = &self.counting else {
            paint::at(buf, area, 1, 1, s.no_counting, Style::new());
            return None;
        };
        paint::at(buf, area, 1, 0, &Count::heading(counting, cx), cx.theme.heading().patch(cx.theme.chosen()));
        let cursor = if let Some(reported) = self.reported(cx) {
            paint::at(buf, area, 1, 1, &s.count_reported.replace("{}", &reported), cx.theme.chosen());
            None
        } else {
            let x = paint::at(buf, area, 1, 1, s.count_ask, cx.theme.chosen()) + 1;
            let inside = Rect { x: area.x + x, y: area.y + 1, width: area.width.saturating_sub(x + 1), height: 1 };
            self.field.render(inside, buf, cx.theme.typed())
        };
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        self.draw_lines(body, buf, cx);
        cursor
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match (tag, value) {
            ("step", value) => steps::asked(value, cx),
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, refusal: &Refusal, cx: &Context<'_>) -> Option<Vec<Msg>> {
        // This month's is reported already: it can be looked at.
        let known = match refusal {
            Refusal::AlreadyThere(number) => Some(Msg::Open(number.clone())),
            _ => None,
        };
        Some(known.into_iter().chain([Msg::Fail(cx.refusal(refusal))]).collect())
    }
}
