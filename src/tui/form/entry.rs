//! What stands in one row of a form: a line, several lines, or one of a list. Must not know which field it is.
use crate::desk::action::FieldNote;
use crate::desk::{FieldKind, names};
use crate::model::spelling;
use crate::model::staff::{Role, Staff};
use crate::model::text::typed;
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::digit;
use crate::tui::page::Context;
use crate::tui::text_box::TextBox;
use crate::tui::{paint, text};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use serde_json::Value;

/// What is typed or chosen.
pub enum Entry {
    /// One line.
    Line(Field),
    /// Several lines.
    Text(Box<TextBox>),
    /// One of a list: value and label; yes and no are a list too.
    Choice {
        /// What there is to choose from.
        items: Vec<(String, String)>,
        /// What is chosen.
        at: Option<usize>,
        /// Values are true and false.
        flag: bool,
    },
}

impl Entry {
    /// An empty entry for a field.
    pub fn of(kind: FieldKind, name: &str, note: Option<&FieldNote>, cx: &Context<'_>) -> Entry {
        let choice = |items| Entry::Choice { items, at: None, flag: false };
        let worded = |word: &String| {
            let label = cx.words.choice(name, word).map_or_else(|| word.clone(), str::to_owned);
            (word.clone(), label)
        };
        match kind {
            FieldKind::Flag => {
                let items = [true, false].map(|flag| (flag.to_string(), cx.words.yes_no(flag).to_owned()));
                Entry::Choice { items: items.into(), at: None, flag: true }
            }
            FieldKind::Word => choice(note.iter().flat_map(|note| &note.words).map(worded).collect()),
            FieldKind::Listed(list) => {
                let named = names(&cx.desk.config, list).into_iter();
                choice(named.map(|one| (one.id.to_owned(), one.in_language(cx.words.language).to_owned())).collect())
            }
            FieldKind::Login if name != "login" => {
                // Who is sent works in a department (DSP-06); who approves is the supervisor or above (KEY-09).
                let fits = |one: &&Staff| match name {
                    "technician" => one.department.is_some(),
                    "approved_by" => one.role >= Role::Supervisor,
                    _ => true,
                };
                let active = cx.staff.iter().filter(|one| one.active).filter(fits);
                let label = |one: &Staff| format!("{}·{}", one.name, cx.words.role(one.role));
                choice(active.map(|one| (one.login.clone(), label(one))).collect())
            }
            FieldKind::Text(limit) => Entry::Text(Box::new(TextBox::new(limit))),
            FieldKind::Line(limit) => Entry::Line(Field::new(limit)),
            _ => Entry::Line(Field::new(64)),
        }
    }

    /// What stands in it, as text; empty if nothing does.
    pub fn text(&self) -> String {
        match self {
            Entry::Line(field) => field.text().to_owned(),
            Entry::Text(text_box) => text_box.text(),
            Entry::Choice { items, at, .. } => {
                at.and_then(|at| items.get(at)).map_or_else(String::new, |(value, _)| value.clone())
            }
        }
    }

    /// What goes into the JSON; none if nothing was typed or chosen.
    pub fn value(&self) -> Option<Value> {
        let text = self.text();
        match self {
            Entry::Choice { flag: true, .. } => text.parse().ok().map(Value::Bool),
            _ if text.trim().is_empty() => None,
            _ => Some(Value::String(text)),
        }
    }

    /// Puts a value of the JSON into it.
    pub fn set(&mut self, value: &Value) {
        let words = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match self {
            Entry::Line(field) => field.set(&words),
            Entry::Text(text_box) => text_box.set(&words),
            Entry::Choice { items, at, .. } => *at = items.iter().position(|(value, _)| *value == words),
        }
    }

    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent) -> Taken {
        match self {
            Entry::Line(field) => field.key(key),
            Entry::Text(text_box) => text_box.key(key),
            Entry::Choice { items, at, .. } => choose(items, at, key),
        }
    }

    /// Takes a paste; a list takes a digit or the beginning of a label, since input methods may commit as a paste.
    /// False where a list has no such choice.
    pub fn paste(&mut self, words: &str) -> bool {
        match self {
            Entry::Line(field) => {
                field.paste(words);
            }
            Entry::Text(text_box) => {
                text_box.paste(words);
            }
            Entry::Choice { items, at, .. } => {
                let words = typed(words);
                let number = words.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let found = called(items, &words, None).or(number).filter(|place| *place < items.len());
                *at = found.or(*at);
                return found.is_some();
            }
        }
        true
    }

    /// Whether a list has nothing to do with a character: it is not chosen by it, nor is it of what is chosen.
    pub fn lacks(&self, c: char) -> bool {
        let Entry::Choice { items, at, .. } = self else { return false };
        let chosen = at.and_then(|at| items.get(at)).is_some_and(|(_, label)| label.contains(c));
        let number = digit(KeyEvent::from(KeyCode::Char(c)));
        !chosen && number.map_or(called(items, &c.to_string(), None).is_none(), |number| number > items.len())
    }

    /// Whether something typed or pasted did not fit.
    pub fn was_cut(&self) -> bool {
        match self {
            Entry::Line(field) => field.was_cut(),
            Entry::Text(text_box) => text_box.was_cut(),
            Entry::Choice { .. } => false,
        }
    }

    /// The rows it wants; text grows while it has the cursor.
    pub fn height(&self, focused: bool, width: usize) -> u16 {
        match self {
            Entry::Text(text_box) => {
                let lines = text::wrap(&text_box.text(), width.saturating_sub(1)).len();
                let most = if focused { 4 } else { 2 };
                u16::try_from(lines.clamp(usize::from(focused) + 1, most)).unwrap_or(1)
            }
            _ => 1,
        }
    }

    /// The list in one line, the chosen one in brackets; the chosen one alone where the line is too short.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        match self {
            Entry::Line(field) => field.render(area, buf, style),
            Entry::Text(text_box) => text_box.render(area, buf, style),
            Entry::Choice { items, at, .. } => {
                let line = choices(items, *at);
                let short = at.and_then(|at| items.get(at)).map_or("-", |(_, label)| label.as_str());
                let fits = text::width(&line) <= usize::from(area.width);
                let shown = if fits { line.as_str() } else { short };
                paint::at(buf, area, 0, 0, shown, Style::new());
                let before = if fits { shown.find('[').map_or(0, |at| text::width(&shown[..at])) } else { 0 };
                let x = u16::try_from(before).unwrap_or(0);
                Some(Position::new(area.x + x, area.y))
            }
        }
    }

    /// The choices in lines of at most `width` cells, for below the form; none where the row itself has `room` for them.
    pub fn offered(&self, room: usize, width: usize) -> Vec<String> {
        let Entry::Choice { items, at, .. } = self else { return Vec::new() };
        if text::width(&choices(items, *at)) <= room {
            return Vec::new();
        }
        let mut lines = vec![String::new()];
        for choice in numbered(items, *at) {
            match lines.last_mut() {
                Some(line) if text::width(line) + text::width(&choice) <= width => line.push_str(&choice),
                _ => lines.push(choice),
            }
        }
        lines
    }
}

fn choices(items: &[(String, String)], at: Option<usize>) -> String {
    numbered(items, at).collect()
}

/// Each choice with its digit, the chosen one in brackets.
fn numbered(items: &[(String, String)], at: Option<usize>) -> impl Iterator<Item = String> {
    items.iter().enumerate().map(move |(place, (_, label))| {
        let number = if place < 9 { (place + 1).to_string() } else { String::new() };
        if at == Some(place) { format!("[{number} {label}]") } else { format!(" {number} {label} ") }
    })
}

/// The next item after `from` whose label, or its spelling, begins so.
fn called(items: &[(String, String)], words: &str, from: Option<usize>) -> Option<usize> {
    let words = words.to_lowercase();
    let begins = |label: &str| {
        label.to_lowercase().starts_with(&words) || spelling::keys(label).iter().any(|key| key.starts_with(&words))
    };
    let first = from.map_or(0, |from| from + 1);
    let round = (first..items.len()).chain(0..first.min(items.len()));
    round.into_iter().find(|place| !words.is_empty() && begins(&items[*place].1))
}

fn choose(items: &[(String, String)], at: &mut Option<usize>, key: KeyEvent) -> Taken {
    let count = items.len();
    if count == 0 || key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) {
        return Taken::No;
    }
    let before = *at;
    match key.code {
        KeyCode::Right => *at = Some(at.map_or(0, |at| (at + 1) % count)),
        KeyCode::Left => *at = Some(at.map_or(count - 1, |at| (at + count - 1) % count)),
        KeyCode::Backspace | KeyCode::Delete => *at = None,
        KeyCode::Char(c) => match digit(key) {
            Some(0) => *at = None,
            Some(number) if number <= count => *at = Some(number - 1),
            Some(_) => {}
            None => *at = called(items, c.encode_utf8(&mut [0; 4]), *at).or(*at),
        },
        _ => return Taken::No,
    }
    if *at == before { Taken::Moved } else { Taken::Changed }
}
