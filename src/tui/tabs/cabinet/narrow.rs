//! Narrowing the cabinet: the menu, what is chosen from it, which keys are left, and how it is told.
use crate::model::case::State;
use crate::model::house_key::{CabinetKey, KeyKind};
use crate::model::text::typed;
use crate::model::unit::UnitCode;
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg};

/// How the cabinet is narrowed; what is left empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    state: Option<State>,
    late: bool,
    kind: Option<KeyKind>,
    building: Option<String>,
    /// Words of number, hook, label, unit, household or holder.
    pub words: Option<String>,
    /// Also those that were handed over to residents.
    pub past: bool,
}

impl Narrow {
    /// Whether a key is left.
    pub fn leaves(&self, key: &CabinetKey, cx: &Context<'_>) -> bool {
        self.state.is_none_or(|state| key.state == state)
            && (!self.late || key.is_late(cx.now))
            && self.kind.is_none_or(|kind| key.kind == kind)
            && self.building.as_ref().is_none_or(|building| key.building.as_ref() == Some(building))
            && self.words.as_deref().is_none_or(|words| is_found(key, words))
    }

    /// The menu, as the message that opens it.
    pub fn menu(&self, cx: &Context<'_>) -> Vec<Msg> {
        let s = &cx.words.screen;
        let mark =
            |on: bool, label: &str, value: &str| item(format!("{} {label}", if on { "[x]" } else { "[ ]" }), value);
        let state = |state: State| mark(self.state == Some(state), cx.words.state(state), state.into());
        let kind = |kind: KeyKind| mark(self.kind == Some(kind), cx.words.key_kind(kind), kind.into());
        let items = vec![
            item(s.all_again, "all"),
            state(State::Lent),
            mark(self.late, s.overdue, "late"),
            state(State::Lost),
            kind(KeyKind::Entrusted),
            kind(KeyKind::PlantRoom),
            mark(self.building.is_some(), s.one_building, "building"),
            mark(self.past, s.handed_over_too, "past"),
            mark(self.words.is_some(), s.search, "search"),
        ];
        vec![Menu::new("filter", s.filter, items).open()]
    }

    /// Takes what was chosen; true where nothing further is asked.
    pub fn take(&mut self, tag: &str, value: &str) -> bool {
        match (tag, value) {
            ("filter", "all") => *self = Narrow::default(),
            ("filter", "late") => self.late = !self.late,
            ("filter", "past") => self.past = !self.past,
            ("filter", "building") if self.building.is_some() => self.building = None,
            ("building", one) => self.building = Some(one.to_owned()),
            ("filter", word) => {
                if let Ok(state) = word.parse() {
                    self.state = Some(state).filter(|_| self.state != Some(state));
                } else if let Ok(kind) = word.parse() {
                    self.kind = Some(kind).filter(|_| self.kind != Some(kind));
                } else {
                    return false;
                }
            }
            _ => return false,
        }
        true
    }

    /// How it is narrowed, in words; empty if it is not.
    pub fn told(&self, cx: &Context<'_>) -> String {
        let s = &cx.words.screen;
        let parts = [
            self.state.map(|state| cx.words.state(state).to_owned()),
            self.late.then(|| s.overdue.to_owned()),
            self.kind.map(|kind| cx.words.key_kind(kind).to_owned()),
            self.building.as_ref().map(|building| format!("{} {building}", s.building)),
            self.past.then(|| s.handed_over_too.to_owned()),
            self.words.as_ref().map(|words| format!("/{words}")),
        ];
        cx.words.list(parts.into_iter().flatten())
    }
}

/// The menu of the buildings that have keys.
pub fn buildings<'a>(keys: impl Iterator<Item = &'a CabinetKey>, cx: &Context<'_>) -> Vec<Msg> {
    let mut all: Vec<&str> = keys.filter_map(|key| key.building.as_deref()).collect();
    all.dedup();
    let items: Vec<Item> = all.into_iter().map(|one| item(one, one)).collect();
    if items.is_empty() {
        return vec![Msg::Say(cx.words.screen.nothing_here.to_owned())];
    }
    vec![Menu::new("building", cx.words.screen.one_building, items).by_label().open()]
}

fn is_found(key: &CabinetKey, words: &str) -> bool {
    let words = typed(words).to_lowercase();
    let unit = UnitCode::parse(&words).map(|unit| unit.as_str().to_lowercase());
    let texts = [Some(&key.key_number), Some(&key.hook), Some(&key.label), key.unit.as_ref(), key.name.as_ref()];
    // Who had it last is no sign of a key that hangs on its hook.
    let holder = key.holder.as_ref().filter(|_| key.state.is_open());
    let mut texts = texts.into_iter().chain([holder, Some(&key.number)]).flatten();
    texts.any(|text| {
        let text = text.to_lowercase();
        text.contains(&words) || unit.as_ref().is_ok_and(|unit| text == *unit)
    })
}
