//! Emergencies that go on, as a form of the counter knows them: the caller may be one of many, and is told the same
//! sentence (EMG-07). Keys by their number or label. Must not know how the desk hangs a caller on one.
use super::Form;
use crate::desk::answer::Incident;
use crate::model::case::{Register, State};
use crate::model::queue::Filter;
use crate::model::text::typed;
use crate::model::unit::UnitCode;
use crate::tui::keymap::{Chord, f};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use serde_json::Value;

/// The form of an emergency itself.
const RAISE: &str = "raise_emergency";

/// Hangs a caller on an emergency; on the form of an emergency it leads back to one that goes on.
pub(super) const HANG_ON: Chord = f(7);

/// So many emergencies are told of above a form.
const MOST_LINES: usize = 3;

/// So many keys are offered at most.
const MOST_KEYS: usize = 30;

/// Number, what and where.
fn title(one: &Incident) -> String {
    format!("{}  {}  {}", one.number, one.place, one.matter)
}

/// How near an emergency is to whoever calls, the nearest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    /// In the same unit.
    Unit,
    /// In the same building.
    Building,
    /// In no building: the garage, the gate, all of the estate.
    Estate,
    /// In another building, or nobody said from where the call comes.
    #[default]
    Elsewhere,
}

impl Near {
    fn of(one: &Incident, unit: Option<&UnitCode>) -> Near {
        let (Some(unit), building) = (unit, one.building.as_deref()) else { return Near::Elsewhere };
        match building {
            _ if one.unit.as_deref() == Some(unit.as_str()) => Near::Unit,
            Some(building) if building == unit.building() => Near::Building,
            None => Near::Estate,
            Some(_) => Near::Elsewhere,
        }
    }
}

/// The emergencies that whoever calls may mean: the nearest ones, all of them equally near.
#[derive(Default)]
pub(super) struct Meant {
    near: Near,
    numbers: Vec<String>,
}

impl Meant {
    /// Whether it goes on where the caller is, so that it is the matter of the call.
    fn is_here(&self) -> bool {
        self.near <= Near::Building
    }
}

/// The first of them line by line, and how many more there are.
fn told(all: &[&Incident], line: impl Fn(&Incident) -> String, cx: &Context<'_>) -> Vec<String> {
    let more = all.len().saturating_sub(MOST_LINES);
    let more = (more > 0).then(|| cx.words.screen.more_items.replace("{}", &more.to_string()));
    all.iter().take(MOST_LINES).map(|one| line(one)).chain(more).collect()
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

    /// Looks for the emergency that goes on where the unit is. Asked again whenever a field is left, since the unit may have
    /// come from elsewhere.
    pub(super) fn look_for_incident(&mut self, cx: &Context<'_>) {
        self.meant = Meant::default();
        if !self.takes_callers() {
            return;
        }
        let unit = self.caller_unit();
        let near = |one: &Incident| Near::of(one, unit.as_ref());
        let Some(nearest) = cx.incidents.iter().map(near).min().filter(|near| *near < Near::Elsewhere) else { return };
        let meant = cx.incidents.iter().filter(|one| near(one) == nearest);
        self.meant = Meant { near: nearest, numbers: meant.map(|one| one.number.clone()).collect() };
    }

    /// The unit of whoever calls: as it was typed, or as it stands on the record.
    fn caller_unit(&self) -> Option<UnitCode> {
        let known = self.record.get("unit").and_then(Value::as_str).unwrap_or_default();
        let typed = Some(self.text("unit")).filter(|unit| !unit.trim().is_empty());
        UnitCode::parse(&typed.unwrap_or_else(|| known.to_owned())).ok()
    }

    /// The emergencies that go on, to choose from; the nearest to the caller first.
    pub(super) fn offer_incidents(&self, cx: &Context<'_>) -> Msg {
        if cx.incidents.is_empty() {
            return Msg::Say(cx.words.screen.no_incident.to_owned());
        }
        let unit = self.caller_unit();
        let mut all: Vec<&Incident> = cx.incidents.iter().collect();
        all.sort_by_key(|one| Near::of(one, unit.as_ref()));
        let items = all.into_iter().map(|one| item(title(one), one.number.as_str()));
        Menu::new("pick", cx.words.field("incident"), items.collect()).open()
    }

    /// The lines that say so: what, the sentence for callers, and the key that hangs this one on it.
    pub(super) fn known_here(&self, cx: &Context<'_>) -> Vec<String> {
        let s = &cx.words.screen;
        if self.seed.action == RAISE {
            // The second call about the same thing must not become a second emergency.
            let all: Vec<&Incident> = cx.incidents.iter().collect();
            return told(&all, |one| format!("{} {}  {}", s.goes_on, title(one), s.open_it), cx);
        }
        if self.text("course") == "incident" {
            return Vec::new();
        }
        let meant = |one: &&Incident| self.meant.numbers.contains(&one.number);
        let all: Vec<&Incident> = cx.incidents.iter().filter(meant).collect();
        let lead = if self.meant.is_here() { s.known_here } else { s.known_elsewhere };
        let lines = told(&all, |one| format!("{lead} {}  {} {}", title(one), HANG_ON.name(), s.hang_on), cx);
        let words = match all[..] {
            [one] => one.public_words.as_ref().map(|words| format!("{} {words}", s.tell_callers)),
            _ => None,
        };
        lines.into_iter().chain(words).collect()
    }

    /// What callers are told of the emergency whose number stands in the field.
    pub(super) fn incident_told(&self, cx: &Context<'_>) -> Vec<String> {
        let number = typed(&self.text("incident")).to_uppercase();
        let Some(one) = cx.incidents.iter().find(|one| one.number == number) else { return Vec::new() };
        let told = one.public_words.as_ref().map(|words| format!("{} {words}", cx.words.screen.tell_callers));
        std::iter::once(title(one)).chain(told).collect()
    }

    /// Hangs the caller on the emergency that is meant, or asks which where there are several, or only some far away.
    pub(super) fn hang_on(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        if self.seed.action == RAISE {
            return self.open_one(cx);
        }
        self.leave_unit(cx);
        if !self.takes_callers() {
            return vec![Msg::Fail(cx.words.screen.no_such_choice.to_owned())];
        }
        let [number] = self.meant.numbers.as_slice() else { return self.ask_which(cx) };
        let number = number.clone();
        self.put("course", &Value::from("incident"));
        if let Some(one) = cx.incidents.iter().find(|one| one.number == number)
            && self.meant.is_here()
            && self.text("matter").trim().is_empty()
        {
            // What many of a building call about is not typed again for each of them.
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
        vec![self.offer_incidents(cx)]
    }
}
