//! Filling in who it is: the unit typed first brings name and phone. What was typed by hand stays.
use super::Form;
use crate::model::case::{Case, Register};
use crate::model::resident::{Resident, Tie};
use crate::model::secret::is_masked;
use crate::model::unit::UnitCode;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use serde_json::{Value, json};

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
    /// Looks up the people of a unit once it was typed: the first is filled in, and if there are others that is said.
    /// Nothing opens here, since whoever types looks at the paper.
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
        if self.seed.action == NEW_PERSON {
            return Vec::new();
        }
        if self.seed.action != CORRECTION {
            self.take_back();
        }
        unit.map_or_else(|_| Vec::new(), |unit| self.fill_first(unit.as_str(), cx))
    }

    fn fill_first(&mut self, unit: &str, cx: &Context<'_>) -> Vec<Msg> {
        let s = &cx.words.screen;
        let mut here = cx.desk.household(unit, 0, cx.me).map(|found| found.residents).unwrap_or_default();
        if here.is_empty() {
            let known = cx.desk.archive_size().is_ok_and(|(units, _)| units > 0);
            return known.then(|| Msg::Fail(s.not_in_archive.to_owned())).into_iter().collect();
        }
        if self.seed.action == CORRECTION {
            return Vec::new();
        }
        here.retain(|one| !one.gone);
        here.sort_by_key(|one| one.tie != Tie::Owner);
        let several = here.len();
        let typed = self.text("name");
        if !typed.trim().is_empty() {
            // Nobody else's phone goes beside a name typed by hand.
            here.retain(|one| one.name == typed.trim());
        }
        let Some(first) = here.first() else { return Vec::new() };
        self.take_person(first, cx);
        let told = (several > 1 && typed.trim().is_empty()).then(|| s.several_here.replace("{}", &several.to_string()));
        told.map(Msg::Say).into_iter().collect()
    }

    /// Looks what the household of a new matter has open: whoever calls a second time is not entered twice.
    pub(super) fn look_for_open(&mut self, cx: &Context<'_>) {
        let begins = self.seed.case.is_none() && self.place("matter").is_some();
        let unit = UnitCode::parse(&self.text("unit")).ok().filter(|_| begins);
        self.open_here = unit.and_then(|unit| {
            let household = cx.desk.household(unit.as_str(), MOST, cx.me).ok()?;
            // A key that hangs in the cabinet is nothing that waits.
            let waits = |case: &&Case| case.state.is_open() && case.register != Register::Key;
            let open: Vec<&Case> = household.cases.iter().map(|(case, _)| case).filter(waits).collect();
            let newest = open.iter().max_by_key(|case| case.id)?;
            let told = cx.words.screen.open_here.replacen("{}", &open.len().to_string(), 1);
            Some(told.replacen("{}", &newest.number, 1).replacen("{}", cx.words.state(newest.state), 1))
        });
    }

    /// Saved from inside the unit: what another one brought does not go with it.
    pub(super) fn forget_unit_before(&mut self) {
        let settled = matches!(self.seed.action.as_str(), NEW_PERSON | CORRECTION);
        if !settled && self.place("unit").is_some() && self.text("unit") != self.looked_up {
            self.take_back();
        }
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

    /// Offers people: those of the unit where the name stands there because of it, else by whatever was typed.
    pub(super) fn offer_people(&mut self, words: &str, cx: &Context<'_>) -> Vec<Msg> {
        let name = self.text("name");
        let brought = name.trim().is_empty() || self.brought.get("name") == Some(&name);
        let unit = self.text("unit");
        let found = if self.fields[self.at].name == "name" && brought && !unit.trim().is_empty() {
            let home = cx.desk.household(unit.trim(), 0, cx.me).map(|found| found.residents);
            home.map(|all| all.into_iter().filter(|one| !one.gone).take(MOST).collect())
        } else {
            cx.desk.find_residents(words, MOST, cx.me)
        };
        match found.unwrap_or_default().as_slice() {
            [] => vec![Msg::Say(cx.words.screen.nobody_found.to_owned())],
            [one] => {
                self.take_looked_for(one, cx);
                Vec::new()
            }
            several => {
                let label = |one: &Resident| {
                    let phone = one.phone.as_deref().unwrap_or("-");
                    format!("{}  {}  {}  {phone}", one.unit, one.name, cx.words.tie(one.tie))
                };
                let items = several.iter().map(|one| item(label(one), json!(one).to_string()));
                vec![Menu::new("looked_for", cx.words.screen.who_is_it, items.collect()).open()]
            }
        }
    }

    /// Takes what the household page tells: a person, or a unit alone.
    pub(super) fn take_told(&mut self, told: &str, cx: &Context<'_>) -> Vec<Msg> {
        let Ok(told) = serde_json::from_str::<Value>(told) else { return Vec::new() };
        self.changed = true;
        match serde_json::from_value::<Resident>(told.clone()) {
            Ok(person) if self.seed.action != NEW_PERSON => {
                self.take_back();
                self.take_person(&person, cx);
                Vec::new()
            }
            _ => {
                let unit = told["unit"].as_str().unwrap_or_default();
                self.put("unit", &Value::from(unit));
                self.looked_up = self.text("unit");
                if self.seed.action == NEW_PERSON {
                    return Vec::new();
                }
                self.take_back();
                self.fill_first(unit, cx)
            }
        }
    }

    /// Takes the person found by the words in the field with the cursor, which give way.
    pub(super) fn take_looked_for(&mut self, person: &Resident, cx: &Context<'_>) {
        let here = self.fields[self.at].name;
        self.take_back();
        if here != "unit" {
            self.put(here, &Value::from(""));
        }
        if here == "phone" {
            self.put("name", &Value::from(""));
        }
        self.take_person(person, cx);
    }

    /// Fills in a person. A name typed by hand stays, and nobody else's phone goes beside it.
    fn take_person(&mut self, person: &Resident, cx: &Context<'_>) {
        self.put("unit", &Value::from(person.unit.as_str()));
        self.looked_up = self.text("unit");
        if self.text("name").trim().is_empty() {
            self.bring("name", &person.name);
        }
        let same = self.text("name").trim() == person.name;
        // A masked phone stays out: the desk takes the whole one from the archive.
        let phone = person.phone.as_ref().filter(|phone| same && !is_masked(phone));
        if let Some(phone) = phone.filter(|_| self.text("phone").trim().is_empty()) {
            self.bring("phone", phone);
        }
        self.changed = true;
        // Who it is stands there now: on to the first field that says something else.
        if says_who(self.fields[self.at].name)
            && let Some(next) = (self.at..self.fields.len()).find(|place| !says_who(self.fields[*place].name))
        {
            self.at = next;
        }
        let needs = person.needs.as_ref().filter(|_| same);
        self.known = needs.map(|needs| format!("{} {needs}", cx.words.field("needs")));
    }

    fn bring(&mut self, name: &'static str, value: &str) {
        self.put(name, &Value::from(value));
        self.brought.insert(name, self.text(name));
    }
}
