//! A form: one row a field, drawn from a table, saved as the JSON of an action. What is typed is never lost unasked.
//! Must not know which forms there are, nor check what the desk checks.
mod draw;
pub mod entry;
mod grave;
mod incident;
mod page;
mod people;
mod reading;
pub mod tables;

use crate::desk::action::{self, ActionNote, FieldNote};
use crate::desk::field_kind;
use crate::desk::refusal::Fault;
use crate::tui::keymap::{Binding, Row, bind, ctrl, f, named, rows, shown};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg, Seed};
use crossterm::event::KeyCode;
use entry::Entry;
use incident::{HANG_ON, Meant};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use tables::{FieldRow, Needed};

/// A form that is being filled in.
pub struct Form {
    seed: Seed,
    fields: &'static [FieldRow],
    entries: Vec<Entry>,
    required: Vec<bool>,
    faults: Vec<Option<String>>,
    /// Place of the field with the cursor.
    at: usize,
    top: u16,
    /// What stands on the record of the case.
    record: Map<String, Value>,
    /// What was saved with this form the last time.
    before: Map<String, Value>,
    /// Asks once more before it saves.
    grave: bool,
    changed: bool,
    /// The version that somebody else made meanwhile.
    newer: Option<i64>,
    /// The unit for which people were looked up already.
    looked_up: String,
    /// What the unit brought, by field: goes with it, where what was typed by hand stays.
    brought: BTreeMap<&'static str, String>,
    /// Worth knowing about who it is: special needs.
    known: Option<String>,
    /// What the household has open already, for a second call about the same thing.
    open_here: Option<String>,
    /// Stands above the fields: what has to be handed back.
    told: Option<String>,
    /// The emergencies that whoever calls may mean (EMG-07).
    meant: Meant,
}

#[derive(Clone, Copy)]
enum Command {
    Next,
    Back,
    Save,
    Choose,
    Before,
    HangOn,
    Leave,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Next, |s| s.next_field),
    bind(&[named(KeyCode::Tab), named(KeyCode::Down)], Command::Next, |s| s.next_field),
    shown(&[named(KeyCode::BackTab), named(KeyCode::Up)], Command::Back, |s| s.field_before),
    shown(&[ctrl('s'), f(8)], Command::Save, |s| s.save),
    shown(&[f(4)], Command::Choose, |s| s.choices),
    shown(&[ctrl('d'), f(5)], Command::Before, |s| s.value_before),
    bind(&[HANG_ON], Command::HangOn, |s| s.hang_on),
    shown(&[named(KeyCode::Esc)], Command::Leave, |s| s.leave),
];

/// The keys of a form, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

impl Form {
    /// The form of an action, with what is known filled in: first the record, then what the seed brings.
    pub fn new(
        seed: Seed,
        fields: &'static [FieldRow],
        record: Map<String, Value>,
        before: Map<String, Value>,
        cx: &Context<'_>,
    ) -> Form {
        let note = action::note(&seed.action);
        let known =
            |name| note.and_then(|note: &'static ActionNote| note.fields.iter().find(|field| field.name == name));
        let mut form = Form {
            entries: fields.iter().map(|row| entry_of(row, known(row.name), cx)).collect(),
            required: fields.iter().map(|row| known(row.name).is_some_and(|note| note.required)).collect(),
            faults: fields.iter().map(|_| None).collect(),
            grave: grave::is_grave(&seed.action),
            changed: seed.typed,
            fields,
            record,
            before,
            at: 0,
            top: 0,
            newer: None,
            looked_up: String::new(),
            brought: BTreeMap::new(),
            known: None,
            open_here: None,
            told: None,
            meant: Meant::default(),
            seed,
        };
        for row in fields.iter().filter(|row| row.known) {
            if let Some(value) = form.record.get(row.name).cloned() {
                form.put(row.name, &value);
            }
        }
        for (name, value) in form.seed.given.clone() {
            form.put(&name, &value);
        }
        form.looked_up = form.text("unit");
        if !form.seed.typed {
            form.note_brought();
        }
        form.look_for_incident(cx);
        form.look_for_open(cx);
        form
    }

    /// With a line above the fields.
    pub fn telling(self, told: Option<String>) -> Form {
        Form { told, ..self }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|row| row.name == name)
    }

    fn put(&mut self, name: &str, value: &Value) {
        if let Some(place) = self.place(name) {
            self.entries[place].set(value);
            self.faults[place] = None;
        }
    }

    /// A field was changed: what was wrong with it is not any more. One of unit, name and phone may have been asked for
    /// at another of them.
    fn touch(&mut self, place: usize) {
        self.changed = true;
        self.faults[place] = None;
        if people::says_who(self.fields[place].name) {
            for place in 0..self.fields.len() {
                if people::says_who(self.fields[place].name) && self.entries[place].text().is_empty() {
                    self.faults[place] = None;
                }
            }
        }
    }

    fn text(&self, name: &str) -> String {
        self.place(name).map_or_else(String::new, |place| self.entries[place].text())
    }

    fn is_asked(&self, place: usize) -> bool {
        let when = self.fields.get(place).and_then(|row| row.when);
        when.is_none_or(|(field, values)| {
            // What depends on a field that is not asked itself is not asked either.
            let asked = self.place(field).is_some_and(|place| self.is_asked(place));
            asked && values.contains(&self.text(field).as_str())
        })
    }

    /// Whether a field that is asked has to be filled in, as things stand.
    fn is_needed(&self, place: usize) -> bool {
        let stands = |(field, values): &(&str, &[&str])| {
            let asked = self.place(field).is_some_and(|place| self.is_asked(place));
            asked && values.contains(&self.text(field).as_str())
        };
        self.required[place]
            || match self.fields[place].needed {
                Needed::No => false,
                Needed::Always => true,
                Needed::While(cases) => cases.iter().any(stands),
            }
    }

    fn next(&self) -> Option<usize> {
        (self.at + 1..self.fields.len()).find(|place| self.is_asked(*place))
    }

    /// The values of what is asked, by name.
    fn values(&self) -> Map<String, Value> {
        let asked = (0..self.fields.len()).filter(|place| self.is_asked(*place));
        let value = |place: usize| {
            let (row, value) = (&self.fields[place], self.entries[place].value()?);
            let stays = row.known && self.record.get(row.name) == Some(&value);
            (!stays).then(|| (row.name.to_owned(), value))
        };
        asked.filter_map(value).collect()
    }

    fn action(&self) -> Value {
        let mut action = self.values();
        action.insert("do".to_owned(), Value::String(self.seed.action.clone()));
        if let Some((number, version)) = &self.seed.case {
            action.insert("number".to_owned(), Value::String(number.clone()));
            action.insert("version".to_owned(), Value::from(*version));
        }
        Value::Object(action)
    }

    fn leave(&self, cx: &Context<'_>) -> Vec<Msg> {
        if !self.changed {
            return vec![Msg::Close];
        }
        let s = &cx.words.screen;
        let items = vec![item(s.write_on, "stay"), item(s.save, "save"), item(s.throw_away, "drop")];
        vec![Menu::new("leave", s.not_saved_yet, items).open()]
    }

    fn take_before(&mut self) {
        let name = self.fields[self.at].name;
        if let Some(value) = self.before.get(name).cloned() {
            self.put(name, &value);
            self.changed = true;
        }
    }

    fn offer_choices(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let name = self.fields[self.at].name;
        match &self.entries[self.at] {
            Entry::Choice { items, .. } => {
                let items = items.iter().map(|(value, label)| item(label, value)).collect();
                let menu = Menu::new("pick", cx.words.field(name), items);
                vec![if name == "handler" { menu.by_label() } else { menu }.open()]
            }
            Entry::Line(field) if people::says_who(name) && self.seed.action != people::NEW_PERSON => {
                let words = field.text().to_owned();
                self.offer_people(&words, cx)
            }
            Entry::Line(_) if name == "incident" => vec![self.offer_incidents(cx)],
            Entry::Line(field) if name == "key" => incident::offer_keys(field.text(), cx),
            _ => Vec::new(),
        }
    }

    fn go_on(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let from = self.at;
        let messages = self.leave_field(cx);
        if self.at != from {
            return messages;
        }
        match self.next() {
            Some(next) => self.at = next,
            None if messages.is_empty() => return self.save(cx),
            None => {}
        }
        messages
    }

    fn leave_field(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        self.check(self.at, cx);
        let messages = self.look_up_unit(cx);
        self.look_for_incident(cx);
        self.look_for_open(cx);
        messages
    }

    fn go_back(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let from = self.at;
        let messages = self.leave_field(cx);
        self.at = (0..from).rev().find(|place| self.is_asked(*place)).unwrap_or(from);
        messages
    }

    fn mark(&mut self, faults: &[Fault], cx: &Context<'_>) -> Vec<Msg> {
        let mut elsewhere = Vec::new();
        for fault in faults {
            let why = cx.words.fault(&fault.why);
            match self.place(&fault.field).filter(|place| self.is_asked(*place)) {
                Some(place) => self.faults[place] = Some(why),
                None => elsewhere.push(format!("{} {why}", cx.words.field(&fault.field))),
            }
        }
        self.at = self.faults.iter().position(Option::is_some).unwrap_or(self.at);
        let message = if elsewhere.is_empty() { cx.words.screen.put_right.to_owned() } else { elsewhere.join(" ") };
        vec![Msg::Fail(message)]
    }
}

fn entry_of(row: &FieldRow, note: Option<&FieldNote>, cx: &Context<'_>) -> Entry {
    let kind = field_kind(row.name).unwrap_or(crate::desk::FieldKind::Line(200));
    let mut entry = Entry::of(kind, row.name, note, cx);
    if !row.start.is_empty() {
        entry.set(&Value::from(row.start));
    }
    entry
}
