//! A household, looked up from anywhere: its people, what they need, and what is open for it (LED-01).
//! Must not know from where it was opened.
use crate::desk::answer::{Household, Pressing};
use crate::model::resident::Resident;
use crate::model::unit::UnitCode;
use crate::tui::field::Taken;
use crate::tui::finder::Finder;
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Chord, Row, bind, f, named, rows, shown};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::{paint, text};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use serde_json::{Map, Value};

/// So many cases are read at most, and so many people found.
const MOST: usize = 50;

/// The page: asks first, then shows.
pub struct Lookup {
    finder: Finder,
    found: Vec<Resident>,
    shown: Option<Household>,
    /// Place of the marked case.
    at: usize,
}

#[derive(Clone, Copy)]
enum Command {
    Choose,
    New,
    Record,
    Up,
    Down,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Choose, |s| s.open),
    shown(&[f(2)], Command::New, |s| s.new_for_household),
    shown(&[f(5)], Command::Record, |s| s.record_resident),
    bind(&[named(KeyCode::Up), named(KeyCode::BackTab)], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), named(KeyCode::Tab)], Command::Down, |s| s.down),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
];

/// The keys of a household, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The form of a resident (LED-01).
pub const FORM: &[FieldRow] =
    &[ask("unit"), ask("name"), ask("phone"), start("tie", "owner"), ask("needs"), ask("note"), start("gone", "false")];

impl Lookup {
    /// With words known already: a unit that exists is shown at once.
    pub fn new(words: &str, cx: &Context<'_>) -> Lookup {
        let mut lookup = Lookup { finder: Finder::new(words), found: Vec::new(), shown: None, at: 0 };
        if !words.is_empty() {
            let home = cx.desk.household(words, MOST).ok();
            lookup.shown = home.filter(|home| !home.residents.is_empty() || !home.cases.is_empty());
        }
        lookup
    }

    fn look(&mut self, cx: &Context<'_>) {
        self.found = cx.desk.find_residents(self.finder.words(), MOST).unwrap_or_default();
    }

    fn choose(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if let Some(home) = &self.shown {
            return home.cases.get(self.at).map(|(case, _)| Msg::Open(case.number.clone())).into_iter().collect();
        }
        let words = self.finder.words().to_owned();
        let unit = self.found.get(self.finder.at).map_or(words, |one| one.unit.clone());
        if unit.is_empty() {
            return Vec::new();
        }
        match cx.desk.household(&unit, MOST) {
            Ok(home) if home.residents.is_empty() && home.cases.is_empty() => {
                return vec![Msg::Say(cx.words.screen.nobody_found.to_owned())];
            }
            Ok(home) => (self.shown, self.at) = (Some(home), 0),
            Err(error) => return vec![Msg::Fail(cx.words.store_error(&error))],
        }
        Vec::new()
    }

    fn begin(&self, action: &str) -> Vec<Msg> {
        let Some(home) = &self.shown else { return Vec::new() };
        let mut given = Map::new();
        given.insert("unit".to_owned(), Value::from(home.unit.as_str()));
        let mut here = home.residents.iter().filter(|one| !one.gone);
        // One person is certain; among several the form asks.
        if let (Some(one), None) = (here.next(), here.next()) {
            given.insert("name".to_owned(), Value::from(one.name.as_str()));
            given.extend(one.phone.as_ref().map(|phone| ("phone".to_owned(), Value::from(phone.as_str()))));
        }
        vec![Msg::Fill(Seed { action: action.to_owned(), given, ..Seed::default() })]
    }

    fn record(&self) -> Vec<Msg> {
        let typed = UnitCode::parse(self.finder.words()).map(|unit| unit.as_str().to_owned());
        let unit = self.shown.as_ref().map(|home| home.unit.clone()).or(typed.ok());
        let given = unit.into_iter().map(|unit| ("unit".to_owned(), Value::from(unit))).collect();
        vec![Msg::Fill(Seed { action: "record_resident".to_owned(), given, ..Seed::default() })]
    }

    fn draw_home(&self, home: &Household, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        paint::at(buf, area, 1, 0, &format!("{}  {}", s.household, home.unit), cx.theme.chosen());
        let mut y = 1;
        for one in &home.residents {
            let gone = if one.gone { s.gone } else { "" };
            let phone = one.phone.as_deref().unwrap_or("-");
            let who = format!("{}  {}  {phone}  {gone}", text::pad(&one.name, 12), cx.words.tie(one.tie));
            let x = paint::at(buf, area, 1, y, &who, if one.gone { cx.theme.dim() } else { Style::new() });
            if let Some(needs) = &one.needs {
                paint::at(buf, area, x + 1, y, needs, cx.theme.fault());
            }
            y += 1;
            if let Some(note) = &one.note {
                paint::at(buf, area, 3, y, note, cx.theme.dim());
                y += 1;
            }
        }
        paint::at(buf, area, 1, y + 1, s.cases, cx.theme.heading());
        y += 2;
        if home.cases.is_empty() {
            paint::at(buf, area, 1, y, s.nothing_here, cx.theme.dim());
        }
        let height = usize::from(area.height.saturating_sub(y)).max(1);
        let top = (self.at + 1).saturating_sub(height);
        for (y, (place, (case, clocks))) in (y..area.height).zip(home.cases.iter().enumerate().skip(top)) {
            if place == self.at {
                paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let pressing = Pressing::of(clocks, case.owner, cx.now);
            let look = pressing.look.map_or_else(String::new, |look| cx.words.look(&look, cx.zone(), cx.now));
            let x = paint::at(buf, area, 1, y, &text::pad(&look, 18), cx.theme.look(pressing.look));
            let state = text::pad(cx.words.state(case.state), 10);
            paint::at(buf, area, x + 1, y, &format!("{}  {state}  {}", case.number, case.matter), Style::new());
        }
    }
}

impl Page for Lookup {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let cases = self.shown.as_ref().map_or(0, |home| home.cases.len());
        match KEYS[row].command {
            Command::Choose => return self.choose(cx),
            Command::Back => return vec![Msg::Close],
            Command::Record => return self.record(),
            Command::New if self.shown.is_none() => {}
            Command::New => {
                let s = &cx.words.screen;
                let items = vec![item(s.new_reception, "take_reception"), item(s.new_complaint, "file_complaint")];
                return vec![Menu::new("begin", s.new_for_household, items).open()];
            }
            Command::Up => self.at = self.at.saturating_sub(1),
            Command::Down => self.at = (self.at + 1).min(cases.saturating_sub(1)),
        }
        Vec::new()
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        if self.shown.is_some() {
            // Typing asks for another household: the caller may not be the one that was opened here.
            if !Chord::of(key).is_character() {
                return None;
            }
            (self.shown, self.finder, self.at) = (None, Finder::new(""), 0);
        }
        match self.finder.key(key, self.found.len()) {
            Taken::No => return None,
            Taken::Changed => self.look(cx),
            Taken::Moved => {}
        }
        Some(Vec::new())
    }

    fn pasted(&mut self, text: &str) -> bool {
        if self.shown.take().is_some() {
            self.finder = Finder::new("");
        }
        self.finder.paste(text);
        true
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        match &self.shown {
            Some(home) => self.shown = Some(cx.desk.household(&home.unit, MOST)?),
            None => self.look(cx),
        }
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        if let Some(home) = &self.shown {
            self.draw_home(home, area, buf, cx);
            return None;
        }
        let line = |one: &Resident| {
            let needs = one.needs.as_deref().unwrap_or_default();
            let who = format!("{}  {}", text::pad(&one.unit, 10), text::pad(&one.name, 12));
            format!("{who}  {}  {}  {needs}", cx.words.tie(one.tie), one.phone.as_deref().unwrap_or("-"))
        };
        let lines: Vec<String> = self.found.iter().map(line).collect();
        self.finder.draw(cx.words.screen.household_ask, &lines, area, buf, cx)
    }

    fn chosen(&mut self, tag: &'static str, value: &str, _cx: &Context<'_>) -> Vec<Msg> {
        if tag == "begin" { self.begin(value) } else { Vec::new() }
    }

    fn unit(&self) -> Option<String> {
        self.shown.as_ref().map(|home| home.unit.clone())
    }
}
