//! Emergencies that go on, as a form of the counter knows them: the caller may be one of many, and is told the same
//! sentence (EMG-07). Keys by their number or label. Must not know how the desk hangs a caller on one.
use super::Form;
use crate::desk::answer::Incident;
use crate::model::case::{Register, State};
use crate::model::queue::Filter;
use crate::model::text::typed;
use crate::model::unit::UnitCode;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use serde_json::Value;

/// The form of an emergency itself.
const RAISE: &str = "raise_emergency";

/// So many emergencies are told of above a form.
const MOST_LINES: usize = 3;

/// So many keys are offered at most.
const MOST_KEYS: usize = 30;

/// Number, what and where.
fn title(one: &Incident) -> String {
    format!("{}  {}  {}", one.number, one.place, one.matter)
}

/// The emergencies that go on, to choose from.
pub(super) fn offer(cx: &Context<'_>) -> Msg {
    if cx.incidents.is_empty() {
        return Msg::Say(cx.words.screen.no_incident.to_owned());
    }
    let items = cx.incidents.iter().map(|one| item(title(one), one.number.as_str()));
    Menu::new("pick", cx.words.field("incident"), items.collect()).open()
}

/// The keys in the cabinet whose number, label or unit holds the words.
pub(super) fn offer_keys(words: &str, cx: &Context<'_>) -> Vec<Msg> {
    let words = Some(typed(words)).filter(|words| !words.is_empty());
    let filter =
        Filter { register: Some(Register::Key), state: Some(State::Kept), past: true, words, ..Filter::default() };
    let keys = cx.desk.queue(&filter, 0, MOST_KEYS, cx.now).unwrap_or_default();
    if keys.is_empty() {
        return vec![Msg::Say(cx.words.screen.nothing_here.to_owned())];
    }
    let label = |unit: &Option<String>| unit.clone().unwrap_or_default();
    let items = keys
        .iter()
        .map(|row| item(format!("{}  {}  {}", row.number, label(&row.unit), row.matter), row.number.as_str()));
    vec![Menu::new("pick", cx.words.field("key"), items.collect()).open()]
}

impl Form {
    /// Whether somebody who calls can be hung on an emergency from here.
    fn takes_callers(&self) -> bool {
        self.place("course").is_some() && self.place("incident").is_some()
    }

    /// Looks whether an emergency goes on where the unit is, or one that is not in any building. Asked again whenever a
    /// field is left, since the unit may have come from elsewhere.
    pub(super) fn look_for_incident(&mut self, cx: &Context<'_>) {
        self.incident = None;
        if !self.takes_callers() || cx.incidents.is_empty() {
            return;
        }
        let Ok(unit) = UnitCode::parse(&self.text("unit")) else { return };
        let here = |one: &&Incident| one.building.as_deref().is_none_or(|building| building == unit.building());
        self.incident = cx.incidents.iter().find(here).map(|one| one.number.clone());
    }

    /// The lines that say so: what, the sentence for callers, and the key that hangs this one on it.
    pub(super) fn known_here(&self, cx: &Context<'_>) -> Vec<String> {
        let s = &cx.words.screen;
        if self.seed.action == RAISE {
            // The second call about the same thing must not become a second emergency.
            let line = |one: &Incident| format!("{} {}  {}", s.goes_on, title(one), s.open_it);
            return cx.incidents.iter().take(MOST_LINES).map(line).collect();
        }
        let chosen = self.text("course") == "incident";
        let known = self.incident.as_ref().filter(|_| !chosen);
        let Some(one) = known.and_then(|number| cx.incidents.iter().find(|one| one.number == *number)) else {
            return Vec::new();
        };
        let told = one.public_words.as_ref().map(|words| format!("{} {words}", s.tell_callers));
        std::iter::once(format!("{} {}  {}", s.known_here, title(one), s.hang_on)).chain(told).collect()
    }

    /// What callers are told of the emergency whose number stands in the field.
    pub(super) fn incident_told(&self, cx: &Context<'_>) -> Vec<String> {
        let number = typed(&self.text("incident")).to_uppercase();
        let Some(one) = cx.incidents.iter().find(|one| one.number == number) else { return Vec::new() };
        let told = one.public_words.as_ref().map(|words| format!("{} {words}", cx.words.screen.tell_callers));
        std::iter::once(title(one)).chain(told).collect()
    }

    /// Hangs the caller on the emergency that goes on here, or asks which where there are others.
    pub(super) fn hang_on(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if self.seed.action == RAISE {
            return self.open_one(cx);
        }
        self.leave_unit(cx);
        if !self.takes_callers() {
            return vec![Msg::Fail(cx.words.screen.no_such_choice.to_owned())];
        }
        let found = self.incident.clone().or_else(|| match cx.incidents {
            [only] => Some(only.number.clone()),
            _ => None,
        });
        let Some(number) = found else { return self.ask_which(cx) };
        self.put("course", &Value::from("incident"));
        if let Some(one) = cx.incidents.iter().find(|one| one.number == number)
            && self.text("matter").trim().is_empty()
        {
            // What many call about is not typed again for each of them.
            self.put("matter", &Value::from(one.matter.as_str()));
        }
        self.put("incident", &Value::from(number));
        self.changed = true;
        self.at = self.incident_place();
        Vec::new()
    }

    /// Back to an emergency that goes on; an empty form gives way to it.
    fn open_one(&self, cx: &Context<'_>) -> Vec<Msg> {
        match cx.incidents {
            [] => vec![Msg::Fail(cx.words.screen.no_incident.to_owned())],
            [only] => {
                let open = Msg::Open(only.number.clone());
                if self.changed { vec![open] } else { vec![Msg::Close, open] }
            }
            several => {
                let items = several.iter().map(|one| item(title(one), one.number.as_str()));
                vec![Menu::new("open", cx.words.screen.goes_on, items.collect()).open()]
            }
        }
    }

    fn incident_place(&self) -> usize {
        self.place("incident").unwrap_or(self.at)
    }

    /// The unit may have been typed just now.
    fn leave_unit(&mut self, cx: &Context<'_>) {
        self.look_up_unit(cx);
        self.look_for_incident(cx);
    }

    fn ask_which(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if cx.incidents.is_empty() {
            return vec![Msg::Fail(cx.words.screen.no_incident.to_owned())];
        }
        self.put("course", &Value::from("incident"));
        self.changed = true;
        self.at = self.incident_place();
        vec![offer(cx)]
    }
}
