//! A box of choices over a page, and every question that is asked once more. Digits choose, or what is typed narrows
//! and Enter chooses; what is not open now is grey and says why. Must not know what a choice does: the page below is told tag and value.
use crate::desk::refusal::Refusal;
use crate::model::rights::may_open;
use crate::model::spelling;
use crate::model::text::typed;
use crate::tui::field::{Field, Taken};
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

/// A choice that begins something new; closed to roles that may not, with the reason (SEC-02).
pub fn opening(label: impl Into<String>, action: &'static str, cx: &Context<'_>) -> Item {
    let roles = may_open(action);
    let closed = !roles.contains(&cx.me.role);
    let why = || cx.refusal(&Refusal::NotAllowed { roles: roles.to_vec() });
    Item { closed: closed.then(why), ..item(label, action) }
}

/// The box.
pub struct Menu {
    tag: &'static str,
    title: String,
    said: Vec<String>,
    items: Vec<Item>,
    /// What is chosen by leaving; none where leaving chooses nothing.
    otherwise: Option<&'static str>,
    /// What was typed to narrow the choices; none where digits choose.
    words: Option<Field>,
    /// Place of the marker among those that are left.
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
        Menu { tag, title: title.into(), said: Vec::new(), items, otherwise: None, words: None, at: 0, top: 0 }
    }

    /// With words above the choices.
    pub fn saying(mut self, words: impl Into<String>) -> Menu {
        self.said.push(words.into());
        self
    }

    /// With the marker on this choice, where it is not the first one that comes to mind.
    pub fn beginning_at(mut self, place: usize) -> Menu {
        self.at = place.min(self.items.len().saturating_sub(1));
        self
    }

    /// Leaving it without a choice is this choice.
    pub fn else_chosen(mut self, value: &'static str) -> Menu {
        self.otherwise = Some(value);
        self
    }

    /// Chosen by typing the beginning of a label or of its spelling, where the labels may be numbers themselves.
    pub fn by_label(mut self) -> Menu {
        self.words = Some(Field::new(20));
        self
    }

    /// The items that are left by what was typed; the one that is called just so stands first.
    fn left(&self) -> Vec<&Item> {
        let words = self.words.as_ref().map(|field| typed(field.text()).to_lowercase()).unwrap_or_default();
        let mut left: Vec<&Item> = self.items.iter().filter(|item| is_called(&item.label, &words)).collect();
        left.sort_by_key(|item| item.label != words);
        left
    }

    /// As the message that puts it over the page.
    pub fn open(self) -> Msg {
        Msg::Push(Box::new(self))
    }

    fn choose(&self, place: usize) -> Vec<Msg> {
        match self.left().get(place) {
            None => Vec::new(),
            Some(Item { closed: Some(why), .. }) => vec![Msg::Fail(why.clone())],
            Some(item) => vec![Msg::Chosen(self.tag, item.value.clone())],
        }
    }
}

/// Cells or rows as the picture counts them.
fn size(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Whether a label, or its spelling, begins so.
fn is_called(label: &str, words: &str) -> bool {
    let begins = |key: &String| key.starts_with(words);
    label.to_lowercase().starts_with(words) || spelling::keys(label).iter().any(begins)
}

impl Menu {
    /// The items that there is room for; where more follow, the last row says how many.
    fn draw_items(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let count = self.left().len();
        let height = usize::from(area.height).max(1);
        let shown = if count > height { height.saturating_sub(1).max(1) } else { height };
        self.top = self.top.clamp((self.at + 1).saturating_sub(shown), self.at).min(count.saturating_sub(shown));
        for (place, item) in self.left().into_iter().enumerate().skip(self.top).take(shown) {
            let y = size(place - self.top);
            let mark = if place == self.at { cx.theme.marker() } else { " " };
            let number = if self.words.is_some() { None } else { MARKS.chars().nth(place) };
            let style = if item.closed.is_some() { cx.theme.dim() } else { ratatui::style::Style::new() };
            paint::at(buf, area, 0, y, mark, cx.theme.chosen());
            paint::at(buf, area, 1, y, &format!("{} {}", number.unwrap_or(' '), item.label), style);
        }
        if count == 0 {
            paint::at(buf, area, 3, 0, cx.words.screen.nothing_here, cx.theme.dim());
        }
        let more = count.saturating_sub(self.top + shown);
        if more > 0 && height > 1 {
            let told = cx.words.screen.more_items.replace("{}", &more.to_string());
            paint::at(buf, area, 3, size(height - 1), &told, cx.theme.heading());
        }
    }
}

impl Page for Menu {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        let count = self.left().len().max(1);
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
        if let Some(field) = &mut self.words {
            return match field.key(key) {
                Taken::No => None,
                _ => {
                    self.at = 0;
                    Some(Vec::new())
                }
            };
        }
        match Chord::of(key) {
            Chord { code: KeyCode::Char(c), control: false } if c != '0' => {
                Some(MARKS.find(c).map_or_else(Vec::new, |place| self.choose(place)))
            }
            _ => None,
        }
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.at = 0;
        self.words.as_mut().map(|field| field.paste(text)).is_some()
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let title = match &self.words {
            Some(field) => format!("{}: {}_", self.title, field.text()),
            None => self.title.clone(),
        };
        let labels = self.items.iter().map(|item| text::width(&item.label) + 4);
        let widest = labels.max().unwrap_or(0).max(text::width(&title) + 2).max(24);
        let most = usize::from(area.width.saturating_sub(8));
        let wide = if self.said.is_empty() { widest } else { widest.max(56) }.min(most);
        let said: Vec<String> = self.said.iter().flat_map(|words| text::wrap(words, wide)).collect();
        let above = said.len() + usize::from(!said.is_empty());
        let inside = paint::boxed(buf, area, (size(wide), size(above + self.items.len())), &title, cx.theme);
        for (y, words) in said.iter().enumerate() {
            paint::line(buf, inside, size(y), words, cx.theme.chosen());
        }
        let above = size(above).min(inside.height.saturating_sub(1));
        self.draw_items(Rect { y: inside.y + above, height: inside.height - above, ..inside }, buf, cx);
        None
    }

    fn covers(&self) -> bool {
        false
    }

    fn opened_as(&self) -> Option<&'static str> {
        Some(self.tag)
    }
}
