//! A box of numbered choices over a page, and every question that is asked once more. Digits choose; what is not open
//! now is grey and says why. Must not know what a choice does: the page below is told tag and value.
use crate::tui::keymap::{Binding, Chord, Row, ch, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::{paint, text};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// One choice.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// What the page below is told.
    pub value: String,
    /// Why it is not open now.
    pub closed: Option<String>,
}

/// An open choice.
pub fn item(label: impl Into<String>, value: impl Into<String>) -> Item {
    Item { label: label.into(), value: value.into(), closed: None }
}

/// The box.
pub struct Menu {
    tag: &'static str,
    title: String,
    said: Vec<String>,
    items: Vec<Item>,
    /// What is chosen by leaving; none where leaving chooses nothing.
    otherwise: Option<&'static str>,
    at: usize,
    top: usize,
}

#[derive(Clone, Copy)]
enum Command {
    Choose,
    Up,
    Down,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Choose, |s| s.choose),
    shown(&[named(KeyCode::Up), named(KeyCode::BackTab)], Command::Up, |s| s.up),
    shown(&[named(KeyCode::Down), named(KeyCode::Tab)], Command::Down, |s| s.down),
    shown(&[named(KeyCode::Esc), ch('0')], Command::Back, |s| s.back),
];

/// The keys of the choices, in order.
const MARKS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

impl Menu {
    /// A menu; `tag` tells the page below which question was answered.
    pub fn new(tag: &'static str, title: impl Into<String>, items: Vec<Item>) -> Menu {
        Menu { tag, title: title.into(), said: Vec::new(), items, otherwise: None, at: 0, top: 0 }
    }

    /// With words above the choices.
    pub fn saying(mut self, words: impl Into<String>) -> Menu {
        self.said.push(words.into());
        self
    }

    /// Leaving it without a choice is this choice.
    pub fn else_chosen(mut self, value: &'static str) -> Menu {
        self.otherwise = Some(value);
        self
    }

    /// As the message that puts it over the page.
    pub fn open(self) -> Msg {
        Msg::Push(Box::new(self))
    }

    fn choose(&self, place: usize) -> Vec<Msg> {
        match self.items.get(place) {
            None => Vec::new(),
            Some(Item { closed: Some(why), .. }) => vec![Msg::Fail(why.clone())],
            Some(item) => vec![Msg::Chosen(self.tag, item.value.clone())],
        }
    }
}

impl Page for Menu {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        let count = self.items.len().max(1);
        match KEYS[row].command {
            Command::Choose => return self.choose(self.at),
            Command::Back => {
                let chosen = self.otherwise.map(|value| Msg::Chosen(self.tag, value.to_owned()));
                return vec![chosen.unwrap_or(Msg::Close)];
            }
            Command::Up => self.at = (self.at + count - 1) % count,
            Command::Down => self.at = (self.at + 1) % count,
        }
        Vec::new()
    }

    fn typed(&mut self, key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        match Chord::of(key) {
            Chord { code: KeyCode::Char(c), control: false } if c != '0' => {
                Some(MARKS.find(c).map_or_else(Vec::new, |place| self.choose(place)))
            }
            _ => None,
        }
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let labels = self.items.iter().map(|item| text::width(&item.label) + 4);
        let widest = labels.max().unwrap_or(0).max(text::width(&self.title) + 2).max(24);
        let most = usize::from(area.width.saturating_sub(8));
        let wide = if self.said.is_empty() { widest } else { widest.max(56) }.min(most);
        let said: Vec<String> = self.said.iter().flat_map(|words| text::wrap(words, wide)).collect();
        let above = said.len() + usize::from(!said.is_empty());
        let size = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let inside = paint::boxed(buf, area, (size(wide), size(above + self.items.len())), &self.title, cx.theme);
        for (y, words) in said.iter().enumerate() {
            paint::line(buf, inside, size(y), words, cx.theme.chosen());
        }
        let height = usize::from(inside.height).saturating_sub(above).max(1);
        self.top = self.top.clamp((self.at + 1).saturating_sub(height), self.at);
        for (place, item) in self.items.iter().enumerate().skip(self.top).take(height) {
            let y = size(above + place - self.top);
            let mark = if place == self.at { cx.theme.marker() } else { " " };
            let number = MARKS.chars().nth(place).unwrap_or(' ');
            let style = if item.closed.is_some() { cx.theme.dim() } else { ratatui::style::Style::new() };
            paint::at(buf, inside, 0, y, mark, cx.theme.chosen());
            paint::at(buf, inside, 1, y, &format!("{number} {}", item.label), style);
        }
        None
    }

    fn covers(&self) -> bool {
        false
    }
}
