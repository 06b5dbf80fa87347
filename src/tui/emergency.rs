//! An emergency while it goes on: what, where, since when; what to do next, a digit for each line of the checklist, a key
//! for each step (EMG-01 to EMG-05). Whoever sees it for the first time gets through on what it says. Must not know
//! where it was opened from.
mod lines;

use crate::desk::answer::{Part, Sheet};
use crate::model::case::State;
use crate::model::emergency::{Emergency, Told};
use crate::model::entry::{Entry, EntryKind};
use crate::rules::proposals::emergency_kind;
use crate::tui::detail::Detail;
use crate::tui::keymap::{Binding, Row, bind, ch, digit, f, named, rows, shown};
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::paint;
use crate::tui::steps::{self, Seen};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Map, Value, json};
use strum::VariantArray;

/// The page of an emergency.
pub struct Scene {
    sheet: Sheet,
    /// First line seen.
    top: usize,
    /// How far down it goes.
    most: usize,
}

#[derive(Clone, Copy)]
enum Command {
    TellWhom,
    TellResident,
    Arrived,
    Log,
    End,
    Kind,
    Words,
    Steps,
    All,
    Up,
    Down,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(2), ch('t')], Command::TellWhom, |s| s.tell_whom),
    shown(&[f(4), ch('r')], Command::TellResident, |s| s.resident_told),
    shown(&[f(5), ch('a')], Command::Arrived, |s| s.arrived),
    shown(&[f(7), ch('l')], Command::Log, |s| s.log_line),
    shown(&[f(8), ch('e')], Command::End, |s| s.over_or_review),
    shown(&[f(6), ch('s')], Command::Steps, |s| s.steps),
    shown(&[named(KeyCode::Esc), named(KeyCode::Left), ch('q')], Command::Back, |s| s.back),
    bind(&[named(KeyCode::Enter)], Command::All, |s| s.whole_record),
    bind(&[f(11), ch('.')], Command::Kind, |s| s.name_kind),
    bind(&[ch('w')], Command::Words, |s| s.set_words),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
];

/// The keys of an emergency, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// What is known of an emergency; none of another register.
fn part(sheet: &Sheet) -> Option<&Emergency> {
    match &sheet.part {
        Part::Emergency(part) => Some(part),
        _ => None,
    }
}

/// The lines of the checklist that count: what it turned out not to be is left out.
fn checks(sheet: &Sheet) -> Vec<&Entry> {
    let counts = |entry: &&Entry| entry.kind == EntryKind::Check && entry.mark.as_deref() != Some("dropped");
    sheet.entries.iter().filter(counts).collect()
}

/// The kinds of the settings in their order, so that a digit always means the same: id and label, the one that the words
/// suggest marked.
fn kinds(sheet: &Sheet, cx: &Context<'_>) -> Vec<(String, String)> {
    let likely = emergency_kind(&sheet.case.matter);
    let mark = |id: &str| if Some(id) == likely { cx.words.screen.looks_so } else { "" };
    let kinds = cx.desk.config.emergencies.iter();
    kinds.map(|one| (one.id.clone(), format!("{}{}", cx.listed("emergency", &one.id), mark(&one.id)))).collect()
}

/// Whom one can tell; the number that the first line of the checklist names stands before the others.
fn whom(sheet: &Sheet) -> Vec<Told> {
    let first = checks(sheet).first().map_or("", |entry| entry.text.as_str());
    let number = |told: &Told| match told {
        Told::Fire119 => "119",
        Told::Ambulance120 => "120",
        Told::Police110 => "110",
        _ => "-",
    };
    let mut all = Told::VARIANTS.to_vec();
    all.sort_by_key(|told| !first.contains(number(told)) || number(told) == "-");
    all
}

impl Scene {
    /// The page of an emergency.
    pub fn new(sheet: Sheet) -> Scene {
        Scene { sheet, top: 0, most: 0 }
    }

    fn is_open(&self) -> bool {
        self.sheet.case.state.is_open()
    }

    fn goes_on(&self) -> bool {
        self.is_open() && self.sheet.case.state != State::Over
    }

    /// A step that is done at once, stamped now.
    fn act(&self, step: &str, fields: &Value) -> Vec<Msg> {
        let mut action = json!({"do": step, "number": self.sheet.case.number});
        if let (Some(action), Some(fields)) = (action.as_object_mut(), fields.as_object()) {
            action.extend(fields.clone());
        }
        vec![Msg::Do(action)]
    }

    /// The form of a step, with what is known already.
    fn fill(&self, step: &str, given: &Value) -> Vec<Msg> {
        let case = Some((self.sheet.case.number.clone(), self.sheet.case.version));
        let given: Map<String, Value> = given.as_object().cloned().unwrap_or_default();
        vec![Msg::Fill(Seed { action: step.to_owned(), case, given, ..Seed::default() })]
    }

    fn offer_whom(&self, cx: &Context<'_>) -> Vec<Msg> {
        let items = whom(&self.sheet).into_iter().map(|told| item(cx.words.told_whom(told), <&str>::from(told)));
        vec![Menu::new("whom", cx.words.screen.tell_whom, items.collect()).open()]
    }

    fn offer_kinds(&self, cx: &Context<'_>) -> Vec<Msg> {
        let named = part(&self.sheet).and_then(|part| part.kind.clone());
        let closed = |id| (named.as_ref() == Some(id)).then(|| cx.words.screen.is_so_already.to_owned());
        let kinds = kinds(&self.sheet, cx);
        let items = kinds.iter().map(|(id, label)| Item { closed: closed(id), ..item(label, id.as_str()) });
        let likely = emergency_kind(&self.sheet.case.matter);
        let begin = kinds.iter().position(|(id, _)| Some(id.as_str()) == likely).unwrap_or(0);
        vec![Menu::new("kind", cx.words.screen.which_kind, items.collect()).beginning_at(begin).open()]
    }

    fn end_or_review(&self, cx: &Context<'_>) -> Vec<Msg> {
        let Some(part) = part(&self.sheet) else { return Vec::new() };
        if !self.goes_on() {
            return self.fill("review_emergency", &json!({"response": self.response(part, cx)}));
        }
        let kind = cx.desk.config.emergencies.iter().find(|one| Some(&one.id) == part.kind.as_ref());
        self.fill("end_emergency", &json!({"first_aid": kind.is_some_and(|kind| kind.first_aid)}))
    }

    /// How long it took to tell the resident, to be there, to end it (EMG-05): worked out from what was stamped, with what
    /// was not.
    fn response(&self, part: &Emergency, cx: &Context<'_>) -> String {
        let took = lines::took(&self.sheet.case, part, cx);
        let missing = lines::not_on_record(&self.sheet, part, cx);
        [Some(took), missing].into_iter().flatten().collect::<Vec<_>>().join("  ")
    }

    /// Stamped at once the first time; after that a form asks for the time that is right.
    fn arrived(&self) -> Vec<Msg> {
        let known = self.goes_on() && part(&self.sheet).is_some_and(|part| part.arrived_at.is_some());
        if known { self.fill("arrive", &json!({})) } else { self.act("arrive", &json!({})) }
    }

    fn step_menu(&self, cx: &Context<'_>) -> Vec<Msg> {
        let case = &self.sheet.case;
        let seen = Seen {
            register: case.register,
            state: case.state,
            number: &case.number,
            version: case.version,
            unit: case.unit.as_deref(),
            matter: &case.matter,
            harm: false,
        };
        vec![steps::menu(seen, cx)]
    }

    /// A digit checks off its line, or says of what kind it is while that is open.
    fn by_digit(&self, number: usize, cx: &Context<'_>) -> Vec<Msg> {
        let place = number - 1;
        let kind = part(&self.sheet).and_then(|part| part.kind.as_ref());
        if kind.is_none() && self.goes_on() {
            let kinds = kinds(&self.sheet, cx);
            let name = |(id, _): &(String, String)| self.act("name_emergency", &json!({"emergency": id}));
            return kinds.get(place).map_or_else(Vec::new, name);
        }
        match checks(&self.sheet).get(place) {
            Some(entry) if entry.mark.is_none() => self.act("check_off", &json!({"entry": entry.id})),
            Some(_) => vec![Msg::Say(cx.words.screen.is_so_already.to_owned())],
            None => vec![Msg::Fail(cx.words.screen.no_such_line.to_owned())],
        }
    }
}

impl Page for Scene {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::TellWhom => return self.offer_whom(cx),
            Command::TellResident => {
                let words = part(&self.sheet).and_then(|part| part.public_words.clone());
                return self.fill("tell_resident", &json!({"said": words.unwrap_or_default()}));
            }
            Command::Arrived => return self.arrived(),
            Command::Log => return self.fill("log_line", &json!({})),
            Command::End => return self.end_or_review(cx),
            Command::Kind => return self.offer_kinds(cx),
            Command::Words => {
                let words = part(&self.sheet).and_then(|part| part.public_words.clone());
                return self.fill("set_public_words", &json!({"said": words.unwrap_or_default()}));
            }
            Command::Steps => return self.step_menu(cx),
            Command::All => return vec![Msg::Push(Box::new(Detail::new(self.sheet.clone())))],
            Command::Back => return vec![Msg::Close],
            Command::Up => self.top = self.top.saturating_sub(1),
            Command::Down => self.top = (self.top + 1).min(self.most),
        }
        Vec::new()
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        let number = digit(key).filter(|number| *number > 0 && self.is_open())?;
        Some(self.by_digit(number, cx))
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        // A case is never deleted: what cannot be read now stays as it was seen last.
        if let Ok(sheet) = cx.desk.sheet(&self.sheet.case.number, cx.me) {
            self.sheet = sheet;
        }
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let lines = lines::of(&self.sheet, usize::from(area.width.saturating_sub(2)), cx);
        self.most = lines.len().saturating_sub(usize::from(area.height));
        self.top = self.top.min(self.most);
        for (y, (text, style)) in (0..area.height).zip(lines.iter().skip(self.top)) {
            paint::at(buf, area, 1, y, text, *style);
        }
        None
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match tag {
            "whom" => self.act("tell_of", &json!({"who": value})),
            "kind" => self.act("name_emergency", &json!({"emergency": value})),
            "step" if value.starts_with("review_emergency ") => self.end_or_review(cx),
            "step" => steps::chosen(value),
            _ => Vec::new(),
        }
    }

    fn unit(&self) -> Option<String> {
        self.sheet.case.unit.clone()
    }
}
