//! A household, looked up from anywhere: its people, what they need, and what is open for it (LED-01).
//! Must not know from where it was opened.
mod home;

use crate::model::resident::Resident;
use crate::model::secret::is_masked;
use crate::model::unit::UnitCode;
use crate::tui::field::Taken;
use crate::tui::finder::Finder;
use crate::tui::form::tables::{FieldRow, ask};
use crate::tui::keymap::{Binding, Chord, Row, bind, f, named, rows, shown};
use crate::tui::menu::{Menu, opening};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::text;
use crossterm::event::{KeyCode, KeyEvent};
use home::{Home, Marked};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Map, Value, json};

/// So many cases are read at most, and so many people found.
const MOST: usize = 50;

/// The page: asks first, then shows.
pub struct Lookup {
    finder: Finder,
    found: Vec<Resident>,
    shown: Option<Home>,
    /// A form below asks who it is.
    for_form: bool,
}

#[derive(Clone, Copy)]
enum Command {
    Choose,
    New,
    Record,
    Reveal,
    Up,
    Down,
    Back,
    FillForm,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Choose, |s| s.open),
    shown(&[f(2)], Command::New, |s| s.new_for_household),
    shown(&[f(5)], Command::Record, |s| s.record_resident).opening("record_resident"),
    bind(&[f(6)], Command::Reveal, |s| s.see_number),
    bind(&[named(KeyCode::Up), named(KeyCode::BackTab)], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), named(KeyCode::Tab)], Command::Down, |s| s.down),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
    // The last, since it is there only over a form.
    shown(&[f(4)], Command::FillForm, |s| s.fill_form),
];

/// The keys of a household, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The form of a resident (LED-01). What is left empty stays as it was.
pub const FORM: &[FieldRow] =
    &[ask("unit"), ask("name"), ask("phone"), ask("tie"), ask("needs"), ask("note"), ask("gone")];

impl Lookup {
    /// With words known already: a unit that exists is shown at once. `for_form` is true over a form that asks who it
    /// is and can be told from here.
    pub fn new(words: &str, for_form: bool, cx: &Context<'_>) -> Lookup {
        let mut lookup = Lookup { finder: Finder::new(words), found: Vec::new(), shown: None, for_form };
        if !words.is_empty() {
            let home = cx.desk.household(words, MOST, cx.me).ok();
            lookup.shown = home.filter(|home| !home.residents.is_empty() || !home.cases.is_empty()).map(Home::new);
        }
        lookup
    }

    fn look(&mut self, cx: &Context<'_>) {
        self.found = cx.desk.find_residents(self.finder.words(), MOST, cx.me).unwrap_or_default();
    }

    fn choose(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if let Some(home) = &self.shown {
            return match home.marked() {
                Some(Marked::Case(case)) => vec![Msg::Open(case.number.clone())],
                Some(Marked::Person(one)) => vec![record_again(one)],
                None => Vec::new(),
            };
        }
        let words = self.finder.words().to_owned();
        let unit = self.found.get(self.finder.at).map_or(words, |one| one.unit.clone());
        if unit.is_empty() {
            return Vec::new();
        }
        match cx.desk.household(&unit, MOST, cx.me) {
            Ok(home) if home.residents.is_empty() && home.cases.is_empty() => {
                return vec![Msg::Say(cx.words.screen.nobody_found.to_owned())];
            }
            Ok(home) => self.shown = Some(Home::new(home)),
            Err(error) => return vec![Msg::Fail(cx.words.store_error(&error))],
        }
        Vec::new()
    }

    /// The household in hand, and who of it: the marked person or the only one; among several the form decides.
    fn who(&self) -> Option<(String, Option<&Resident>)> {
        let Some(home) = &self.shown else {
            let typed = || Some((UnitCode::parse(self.finder.words()).ok()?.as_str().to_owned(), None));
            return self.found.get(self.finder.at).map(|one| (one.unit.clone(), Some(one))).or_else(typed);
        };
        let mut here = home.all.residents.iter().filter(|one| !one.gone);
        let only = here.next().filter(|_| here.next().is_none());
        let marked = match home.marked() {
            Some(Marked::Person(one)) => Some(one),
            _ => None,
        };
        Some((home.all.unit.clone(), marked.or(only)))
    }

    fn begin(&self, action: &str) -> Vec<Msg> {
        let Some((unit, person)) = self.who() else { return Vec::new() };
        let mut given = Map::new();
        given.insert("unit".to_owned(), Value::from(unit));
        if let Some(one) = person {
            given.insert("name".to_owned(), Value::from(one.name.as_str()));
            given.extend(whole(one.phone.as_deref()).map(|phone| ("phone".to_owned(), Value::from(phone))));
        }
        vec![Msg::Fill(Seed { action: action.to_owned(), given, ..Seed::default() })]
    }

    /// Tells the form below who it is, and is done.
    fn fill_form(&self, cx: &Context<'_>) -> Vec<Msg> {
        match self.who() {
            Some((_, Some(one))) => vec![Msg::Chosen("person", json!(one).to_string())],
            Some((unit, None)) => vec![Msg::Chosen("person", json!({"unit": unit}).to_string())],
            None => vec![Msg::Say(cx.words.screen.nobody_found.to_owned())],
        }
    }

    /// Has the phone of the marked person, or of the first one, shown whole (SEC-03).
    fn reveal(&self, cx: &Context<'_>) -> Vec<Msg> {
        match self.who() {
            Some((unit, Some(one))) if one.phone.as_deref().is_some_and(is_masked) => {
                vec![Msg::Do(json!({"do": "reveal_resident", "unit": unit, "name": one.name}))]
            }
            _ => vec![Msg::Say(cx.words.screen.nothing_masked.to_owned())],
        }
    }

    /// The marked person again, or a new one of the unit that is shown or typed.
    fn record(&self) -> Vec<Msg> {
        if let Some(Marked::Person(one)) = self.shown.as_ref().and_then(Home::marked) {
            return vec![record_again(one)];
        }
        let typed = UnitCode::parse(self.finder.words()).map(|unit| unit.as_str().to_owned());
        let unit = self.shown.as_ref().map(|home| home.all.unit.clone()).or(typed.ok());
        match (unit, self.found.get(self.finder.at)) {
            (None, Some(one)) => vec![record_again(one)],
            (unit, _) => vec![record(unit.into_iter().map(|unit| ("unit".to_owned(), Value::from(unit))).collect())],
        }
    }
}

/// A number that could be saved; a masked one stays out of forms, and what is left out stays as it was.
fn whole(number: Option<&str>) -> Option<&str> {
    number.filter(|number| !is_masked(number))
}

fn record(given: Map<String, Value>) -> Msg {
    Msg::Fill(Seed { action: "record_resident".to_owned(), given, ..Seed::default() })
}

/// The form begins with all that stands on the record, so that saving it changes only what was touched.
fn record_again(one: &Resident) -> Msg {
    let text = |text: &Option<String>| text.as_deref().map(Value::from);
    let fields = [
        ("unit", Some(Value::from(one.unit.as_str()))),
        ("name", Some(Value::from(one.name.as_str()))),
        ("phone", whole(one.phone.as_deref()).map(Value::from)),
        ("tie", Some(Value::from(<&str>::from(one.tie)))),
        ("needs", text(&one.needs)),
        ("note", text(&one.note)),
        ("gone", Some(Value::from(one.gone))),
    ];
    record(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect())
}

impl Page for Lookup {
    fn rows(&self) -> Vec<Row> {
        let mut all = rows(KEYS);
        all.truncate(KEYS.len() - usize::from(!self.for_form));
        all
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Choose => return self.choose(cx),
            Command::Back => return vec![Msg::Close],
            Command::Record => return self.record(),
            Command::FillForm => return self.fill_form(cx),
            Command::Reveal => return self.reveal(cx),
            Command::New if self.who().is_none() => {
                return vec![Msg::Say(cx.words.screen.nobody_found.to_owned())];
            }
            Command::New => {
                let s = &cx.words.screen;
                let items = vec![
                    opening(s.new_reception, "take_reception", cx),
                    opening(s.new_complaint, "file_complaint", cx),
                    opening(s.new_service, "file_service", cx),
                    opening(s.new_visit, "plan_visit", cx),
                    opening(s.new_reminder, "begin_reminder", cx),
                ];
                return vec![Menu::new("begin", s.new_for_household, items).open()];
            }
            Command::Up => self.shown.iter_mut().for_each(|home| home.go(-1)),
            Command::Down => self.shown.iter_mut().for_each(|home| home.go(1)),
        }
        Vec::new()
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        if self.shown.is_some() {
            // Typing asks for another household: the caller may not be the one that was opened here.
            if !Chord::of(key).is_character() {
                return None;
            }
            (self.shown, self.finder) = (None, Finder::new(""));
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
        match &mut self.shown {
            Some(home) => home.renew(cx.desk.household(&home.all.unit, MOST, cx.me)?),
            None => self.look(cx),
        }
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        if let Some(home) = &mut self.shown {
            home.draw(area, buf, cx);
            return None;
        }
        let line = |one: &Resident| {
            let needs = one.needs.as_deref().unwrap_or_default();
            let who = format!("{}  {}", text::pad(&one.unit, 10), text::pad(&one.name, 12));
            format!("{who}  {}  {}  {needs}", cx.words.tie(one.tie), home::phone(one))
        };
        let lines: Vec<String> = self.found.iter().map(line).collect();
        self.finder.draw(cx.words.screen.household_ask, &lines, area, buf, cx)
    }

    fn shown(&mut self, action: &Value, whole: &str) {
        let whose = |one: &Resident| action["name"] == one.name.as_str() && action["unit"] == one.unit.as_str();
        if let Some(home) = &mut self.shown {
            home.show_whole(whose, whole);
        } else if let Some(one) = self.found.iter_mut().find(|one| whose(one)) {
            one.phone = Some(whole.to_owned());
        }
    }

    fn chosen(&mut self, tag: &'static str, value: &str, _cx: &Context<'_>) -> Vec<Msg> {
        if tag == "begin" { self.begin(value) } else { Vec::new() }
    }

    fn unit(&self) -> Option<String> {
        self.shown.as_ref().map(|home| home.all.unit.clone())
    }
}
