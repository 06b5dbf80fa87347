//! Filling in who it is: the unit typed first brings name and phone. Must not know which action the form is for.
use super::Form;
use crate::model::resident::Resident;
use crate::model::unit::UnitCode;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use serde_json::Value;

/// So many people are offered at most.
const MOST: usize = 20;

impl Form {
    /// Looks up the people of a unit once it was typed: one is filled in, several are offered.
    pub(super) fn look_up_unit(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if self.fields[self.at].name != "unit" || self.text("unit") == self.looked_up {
            return Vec::new();
        }
        self.looked_up = self.text("unit");
        self.known = None;
        let Ok(unit) = UnitCode::parse(&self.looked_up) else { return Vec::new() };
        unit.as_str().clone_into(&mut self.looked_up);
        self.put("unit", &Value::from(unit.as_str()));
        let living = cx.desk.household(unit.as_str(), 0).map(|found| found.residents).unwrap_or_default();
        let here: Vec<Resident> = living.into_iter().filter(|one| !one.gone).take(MOST).collect();
        self.offer(here, cx)
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

    /// Fills in one of the people found; what was typed by hand goes, since the person was chosen.
    pub(super) fn take_person(&mut self, place: usize, cx: &Context<'_>) {
        let Some(person) = self.people.get(place).cloned() else { return };
        self.people.clear();
        for (name, value) in [("unit", Some(person.unit)), ("name", Some(person.name)), ("phone", person.phone)] {
            if let Some(value) = value {
                self.put(name, &Value::from(value));
            }
        }
        self.looked_up = self.text("unit");
        self.changed = true;
        // Who it is stands there now: on to the first field that says something else.
        let says_who = |name| matches!(name, "unit" | "name" | "phone");
        if says_who(self.fields[self.at].name)
            && let Some(next) = (self.at..self.fields.len()).find(|place| !says_who(self.fields[*place].name))
        {
            self.at = next;
        }
        self.known = person.needs.map(|needs| format!("{} {needs}", cx.words.field("needs")));
    }
}
