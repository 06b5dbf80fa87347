//! Filling in who it is: the unit typed first brings name and phone. What was typed by hand stays.
use super::Form;
use crate::model::resident::Resident;
use crate::model::unit::UnitCode;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use serde_json::Value;

/// Asks for a person who is not known yet: nobody of the unit is filled in.
pub const NEW_PERSON: &str = "record_resident";

/// Puts right what stands there: nothing is filled in beside it.
const CORRECTION: &str = "correct";

/// So many people are offered at most.
const MOST: usize = 20;

/// Whether a field says who it is.
pub fn says_who(name: &str) -> bool {
    matches!(name, "unit" | "name" | "phone")
}

impl Form {
    /// Looks up the people of a unit once it was typed: one is filled in, several are offered.
    pub(super) fn look_up_unit(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if self.fields[self.at].name != "unit" || self.text("unit") == self.looked_up {
            return Vec::new();
        }
        self.looked_up = self.text("unit");
        let unit = UnitCode::parse(&self.looked_up);
        if let Ok(unit) = &unit {
            unit.as_str().clone_into(&mut self.looked_up);
            self.put("unit", &Value::from(unit.as_str()));
        }
        if matches!(self.seed.action.as_str(), NEW_PERSON | CORRECTION) {
            return Vec::new();
        }
        self.take_back();
        let Ok(unit) = unit else { return Vec::new() };
        let living = cx.desk.household(unit.as_str(), 0).map(|found| found.residents).unwrap_or_default();
        let mut here: Vec<Resident> = living.into_iter().filter(|one| !one.gone).take(MOST).collect();
        let typed = self.text("name");
        if !typed.trim().is_empty() {
            // Nobody else's phone goes beside a name typed by hand.
            here.retain(|one| one.name == typed.trim());
        }
        self.offer(here, cx)
    }

    /// Takes back what the unit before had brought and nobody has changed since.
    fn take_back(&mut self) {
        self.known = None;
        for (name, value) in std::mem::take(&mut self.brought) {
            if self.text(name) == value {
                self.put(name, &Value::from(""));
            }
        }
    }

    /// Name and phone stand there because of the unit.
    pub(super) fn note_brought(&mut self) {
        let brought = ["name", "phone"].map(|name| (name, self.text(name)));
        self.brought = brought.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    }

    /// Looks up people by whatever was typed.
    pub(super) fn offer_people(&mut self, words: &str, cx: &Context<'_>) -> Vec<Msg> {
        let found = cx.desk.find_residents(words, MOST).unwrap_or_default();
        if found.is_empty() {
            return vec![Msg::Say(cx.words.screen.nobody_found.to_owned())];
        }
        self.offer(found, cx)
    }

    fn offer(&mut self, people: Vec<Resident>, cx: &Context<'_>) -> Vec<Msg> {
        self.people = people;
        match self.people.len() {
            0 => Vec::new(),
            1 => {
                self.take_person(0, cx);
                Vec::new()
            }
            _ => {
                let label = |one: &Resident| {
                    let phone = one.phone.as_deref().unwrap_or("-");
                    format!("{}  {}  {}  {phone}", one.unit, one.name, cx.words.tie(one.tie))
                };
                let items = self.people.iter().enumerate().map(|(place, one)| item(label(one), place.to_string()));
                vec![Menu::new("person", cx.words.screen.who_is_it, items.collect()).open()]
            }
        }
    }

    /// Fills in one of the people found. A phone typed by hand stays, unless it is what was looked for.
    pub(super) fn take_person(&mut self, place: usize, cx: &Context<'_>) {
        let Some(person) = self.people.get(place).cloned() else { return };
        self.people.clear();
        self.take_back();
        self.put("unit", &Value::from(person.unit));
        self.looked_up = self.text("unit");
        self.bring("name", person.name);
        let looked_for = self.fields[self.at].name == "phone";
        if let Some(phone) = person.phone.filter(|_| looked_for || self.text("phone").trim().is_empty()) {
            self.bring("phone", phone);
        }
        self.changed = true;
        // Who it is stands there now: on to the first field that says something else.
        if says_who(self.fields[self.at].name)
            && let Some(next) = (self.at..self.fields.len()).find(|place| !says_who(self.fields[*place].name))
        {
            self.at = next;
        }
        self.known = person.needs.map(|needs| format!("{} {needs}", cx.words.field("needs")));
    }

    fn bring(&mut self, name: &'static str, value: String) {
        if self.text(name).trim() != value {
            self.put(name, &Value::from(value));
            self.brought.insert(name, self.text(name));
        }
    }
}
