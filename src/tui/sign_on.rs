//! Who sits at a shared terminal: the list of people, the PIN, and the locked screen. Must not know whether a PIN is
//! right: the desk does.
use crate::desk::refusal::Refusal;
use crate::model::staff::Staff;
use crate::tui::keymap::{Binding, Chord, Row, digit, f, named, rows, shown};
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use serde_json::json;

/// Tag under which the list of people tells the app what was chosen: a login, or one of the two words below.
pub const TAG: &str = "sign_on";
/// What the page that asks for a PIN is opened as, where the screen is not locked.
pub const PIN: &str = "pin";
/// Chosen: lock the screen.
pub const LOCK: &str = ":lock";
/// Chosen: set one's own PIN.
pub const SET: &str = ":set_pin";

/// The most digits of a PIN.
const MOST: usize = 12;

/// Everybody else who may sign on, by label; who has no PIN is grey and says so. Where the screen is not locked, it can
/// be locked from here too, and the own PIN set.
pub fn people(locked: bool, cx: &Context<'_>) -> Msg {
    let with_pin = cx.desk.logins_with_pin().unwrap_or_default();
    let others = cx.staff.iter().filter(|one| one.active && one.login != cx.me.login);
    let person = |one: &Staff| {
        let closed = (!with_pin.contains(&one.login)).then(|| cx.refusal(&Refusal::NoPin));
        let label = format!("{}·{}", one.name, cx.words.role(one.role));
        Item { closed, ..item(label, one.login.as_str()) }
    };
    let mut items: Vec<Item> = others.map(person).collect();
    items.sort_by_key(|item| item.closed.is_some());
    if !locked {
        // Behind those who can sign on and before those who cannot, so that setting a first PIN is in sight.
        let at = items.iter().position(|item| item.closed.is_some()).unwrap_or(items.len());
        let own = [item(cx.words.screen.lock_screen, LOCK), item(cx.words.action("set_pin"), SET)];
        items.splice(at..at, own);
    }
    Menu::new(TAG, cx.words.screen.who_signs_on, items).by_label().open()
}

/// What a PIN is asked for.
enum Purpose {
    /// The screen is locked: the person goes on, or another signs on. Whether a half-typed form waits below.
    Unlock { form_waits: bool },
    /// Another person signs on.
    SignOn,
    /// The one that is there, before a new one is set: an unlocked screen is not yet the person.
    Prove,
    /// A new one is set; the first of the two times that it is typed.
    Set { first: Option<String> },
}

/// The page that asks for a PIN. What is typed is seen as dots, and is forgotten with the page.
pub struct PinPage {
    login: String,
    name: String,
    purpose: Purpose,
    pin: String,
}

#[derive(Clone, Copy)]
enum Command {
    Enter,
    Back,
    Another,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Enter, |s| s.choose),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
    // The last, since it is there only where the screen is locked.
    shown(&[named(KeyCode::Tab), f(6)], Command::Another, |s| s.change_person),
];

/// The keys of a locked screen, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

impl PinPage {
    /// The locked screen of a person.
    pub fn lock(me: &Staff, form_waits: bool) -> PinPage {
        PinPage::of(me, Purpose::Unlock { form_waits })
    }

    /// Asks a person who signs on.
    pub fn sign_on(person: &Staff) -> PinPage {
        PinPage::of(person, Purpose::SignOn)
    }

    /// Asks for the PIN that is to be changed.
    pub fn prove(me: &Staff) -> PinPage {
        PinPage::of(me, Purpose::Prove)
    }

    /// Asks for a new PIN, twice.
    pub fn set(me: &Staff) -> PinPage {
        PinPage::of(me, Purpose::Set { first: None })
    }

    fn of(person: &Staff, purpose: Purpose) -> PinPage {
        PinPage { login: person.login.clone(), name: person.name.clone(), purpose, pin: String::new() }
    }
}

impl PinPage {
    fn is_lock(&self) -> bool {
        matches!(self.purpose, Purpose::Unlock { .. })
    }

    fn enter(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let pin = std::mem::take(&mut self.pin);
        if pin.is_empty() {
            return Vec::new();
        }
        match &mut self.purpose {
            Purpose::Unlock { .. } | Purpose::SignOn => vec![Msg::SignOn(self.login.clone(), pin)],
            Purpose::Prove => vec![Msg::Prove(pin)],
            Purpose::Set { first: first @ None } => {
                *first = Some(pin);
                Vec::new()
            }
            Purpose::Set { first } => match first.take() {
                Some(before) if before == pin => vec![Msg::Do(json!({"do": "set_pin", "pin": pin}))],
                _ => vec![Msg::Fail(cx.words.screen.pins_differ.to_owned())],
            },
        }
    }

    fn add(&mut self, key: KeyEvent) {
        if let (Some(digit), true) = (digit(key), self.pin.len() < MOST) {
            self.pin.push_str(&digit.to_string());
        }
    }

    /// The lines above the PIN, and what stands before it.
    fn said(&self, cx: &Context<'_>) -> (Vec<String>, &'static str) {
        let s = &cx.words.screen;
        let named = |words: &str| words.replace("{}", &self.name);
        match &self.purpose {
            Purpose::Unlock { form_waits: true } => (vec![named(s.locked_for), named(s.form_waits)], s.pin_ask),
            Purpose::Unlock { .. } => (vec![named(s.locked_for)], s.pin_ask),
            Purpose::SignOn => (vec![named(s.signs_on_as)], s.pin_ask),
            Purpose::Prove => (vec![self.name.clone()], s.old_pin_ask),
            Purpose::Set { first: None } => (vec![self.name.clone()], s.new_pin_ask),
            Purpose::Set { .. } => (vec![self.name.clone()], s.pin_again),
        }
    }
}

impl Page for PinPage {
    fn rows(&self) -> Vec<Row> {
        let mut all = rows(KEYS);
        all.truncate(KEYS.len() - usize::from(!self.is_lock()));
        all
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Enter => self.enter(cx),
            // Nobody leaves a locked screen by going back: only what was typed goes.
            Command::Back if self.is_lock() => {
                self.pin.clear();
                Vec::new()
            }
            Command::Back => vec![Msg::Close],
            Command::Another => vec![people(true, cx)],
        }
    }

    fn typed(&mut self, key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        match Chord::of(key) {
            Chord { code: KeyCode::Char(_), control: false } => self.add(key),
            Chord { code: KeyCode::Backspace, .. } => drop(self.pin.pop()),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn pasted(&mut self, text: &str) -> bool {
        text.chars().for_each(|c| self.add(KeyEvent::from(KeyCode::Char(c))));
        true
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let (said, ask) = self.said(cx);
        if self.is_lock() {
            paint::at(buf, area, 1, 0, cx.words.screen.is_locked, cx.theme.heading());
        }
        let mut y = 2;
        for line in said {
            paint::at(buf, area, 1, y, &line, Style::new());
            y += 1;
        }
        let x = paint::at(buf, area, 1, y + 1, ask, cx.theme.heading()) + 1;
        let end = paint::at(buf, area, x, y + 1, &"*".repeat(self.pin.len()), cx.theme.typed());
        Some(Position::new(area.x + end, area.y + y + 1))
    }

    fn refused(&mut self, refusal: &Refusal, cx: &Context<'_>) -> Option<Vec<Msg>> {
        self.pin.clear();
        match refusal {
            Refusal::Fields(faults) => Some(vec![Msg::Fail(cx.words.fault(&faults.first()?.why))]),
            _ => None,
        }
    }

    fn ends_when_done(&self) -> bool {
        !self.is_lock()
    }

    fn opened_as(&self) -> Option<&'static str> {
        (!self.is_lock()).then_some(PIN)
    }
}
