//! A text field of one line. It must not know what the text means, nor which form it stands in.

use crate::model::text::typed_line;
use crate::tui::text;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// What a field or a text box did with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The text is another one now.
    Changed,
    /// The key was for the field, but the text is the same.
    Moved,
    /// The key is not the field's: the form may use it.
    No,
}

impl Taken {
    pub(super) fn changed(changed: bool) -> Taken {
        if changed { Taken::Changed } else { Taken::Moved }
    }
}

/// More characters no field takes, whatever its limit: it measures all of its text at every frame.
const MOST: usize = 10_000;

/// One line of text with a cursor.
#[derive(Clone, Debug)]
pub struct Field {
    text: String,
    /// Byte position, always between two graphemes.
    cursor: usize,
    /// Byte position of the first grapheme shown.
    first: usize,
    /// The most characters it takes.
    limit: usize,
    cut: bool,
}

impl Field {
    /// An empty field for at most `limit` characters; 0 means as many as a field can take.
    pub fn new(limit: usize) -> Field {
        let limit = if limit == 0 { MOST } else { limit.min(MOST) };
        Field { text: String::new(), cursor: 0, first: 0, limit, cut: false }
    }

    /// The text as typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts another text in place of the one that is there, cleaned and cut to the limit; the cursor goes to its end.
    pub fn set(&mut self, text: &str) {
        self.text.clear();
        self.cursor = 0;
        self.first = 0;
        self.cut = false;
        self.insert(text);
    }

    /// True if the last insertion did not fit whole; the form says so at the field, until the text changes again.
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// Takes a key. Keys with Alt, and Ctrl with anything but U, K, W, A and E, are left to the form.
    pub fn key(&mut self, key: KeyEvent) -> Taken {
        if key.modifiers.contains(KeyModifiers::ALT) {
            return Taken::No;
        }
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match (key.code, control) {
            (KeyCode::Char(c), false) => Taken::changed(self.insert(c.encode_utf8(&mut [0; 4]))),
            (KeyCode::Char('u'), true) => self.delete(0, self.cursor),
            (KeyCode::Char('k'), true) => self.delete(self.cursor, self.text.len()),
            (KeyCode::Char('w'), true) => self.delete(word_start(&self.text[..self.cursor]), self.cursor),
            (KeyCode::Backspace, _) => self.delete(self.before(), self.cursor),
            (KeyCode::Delete, _) => self.delete(self.cursor, self.after()),
            (KeyCode::Left, _) => self.go(self.before()),
            (KeyCode::Right, _) => self.go(self.after()),
            (KeyCode::Home, _) | (KeyCode::Char('a'), true) => self.go(0),
            (KeyCode::End, _) | (KeyCode::Char('e'), true) => self.go(self.text.len()),
            _ => Taken::No,
        }
    }

    /// Takes pasted text: breaks become blanks, control characters are dropped, what is over the limit is cut and
    /// `was_cut` says so.
    pub fn paste(&mut self, text: &str) -> Taken {
        Taken::changed(self.insert(text))
    }

    /// Draws into the first row of `area` and returns where the terminal's cursor belongs.
    pub fn render(&mut self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        let width = usize::from(area.width);
        self.scroll(width);
        let shown = text::head(&self.text[self.first..], width);
        buf.set_string(area.x, area.y, text::pad(shown, width), style);
        let before = text::width(&self.text[self.first..self.cursor]);
        Some(Position::new(area.x + u16::try_from(before).unwrap_or(0), area.y))
    }

    /// Keeps the cursor inside `width` cells, with one cell behind the text for it.
    fn scroll(&mut self, width: usize) {
        if self.cursor < self.first || text::width(&self.text) < width {
            self.first = 0;
        }
        let mut used = text::width(&self.text[self.first..self.cursor]);
        let clusters = self.text[self.first..self.cursor].grapheme_indices(true);
        let start = self.first;
        for (at, cluster) in clusters {
            if used < width {
                break;
            }
            used -= text::width(cluster);
            self.first = start + at + cluster.len();
        }
    }

    fn insert(&mut self, text: &str) -> bool {
        let text = typed_line(&self.text[..self.cursor], text);
        let room = self.limit.saturating_sub(self.text.chars().count());
        let end = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
        self.cut = end < text.len();
        self.text.insert_str(self.cursor, &text[..end]);
        self.cursor += end;
        self.settle();
        end > 0
    }

    fn delete(&mut self, from: usize, to: usize) -> Taken {
        if from == to {
            return Taken::Moved;
        }
        self.text.replace_range(from..to, "");
        self.cursor = from;
        self.first = self.first.min(from);
        self.cut = false;
        self.settle();
        Taken::Changed
    }

    /// What was put side by side may have grown into one grapheme: the cursor goes behind it.
    fn settle(&mut self) {
        let on_border = |text: &str, at: usize| at == text.len() || text.grapheme_indices(true).any(|(i, _)| i == at);
        while !on_border(&self.text, self.cursor) {
            self.cursor += 1;
        }
        if !on_border(&self.text, self.first) {
            self.first = 0;
        }
    }

    fn go(&mut self, to: usize) -> Taken {
        self.cursor = to;
        Taken::Moved
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.cursor + self.text[self.cursor..].graphemes(true).next().map_or(0, str::len)
    }
}

/// Where the word before the end begins: blanks, then a run of ASCII letters and digits, or else one character. A
/// Chinese sentence has no blanks, and nobody wants to lose all of it.
pub(super) fn word_start(before: &str) -> usize {
    let trimmed = before.trim_end_matches(' ');
    let rest = trimmed.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    if rest.len() < trimmed.len() {
        return rest.len();
    }
    trimmed.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> Field {
        let mut field = Field::new(0);
        field.set(text);
        field
    }

    fn press(field: &mut Field, codes: &[KeyCode]) {
        for code in codes {
            field.key(KeyEvent::from(*code));
        }
    }

    fn control(field: &mut Field, c: char) -> Taken {
        field.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
    }

    #[test]
    fn a_letter_with_its_mark_goes_with_one_backspace() {
        let mut field = field("厨e\u{301}");
        press(&mut field, &[KeyCode::Backspace]);
        assert_eq!(field.text(), "厨");
        press(&mut field, &[KeyCode::Left, KeyCode::Char('a'), KeyCode::Delete]);
        assert_eq!(field.text(), "a");
    }

    #[test]
    fn control_w_takes_a_word_of_letters_but_one_han_character() {
        let mut field = field("厨房漏水 3-1-502 ");
        control(&mut field, 'w');
        assert_eq!(field.text(), "厨房漏水 3-1-");
        field.set("厨房漏水");
        control(&mut field, 'w');
        assert_eq!(field.text(), "厨房漏");
    }

    #[test]
    fn control_u_and_k_delete_to_both_ends() {
        let mut field = field("一二三");
        press(&mut field, &[KeyCode::Left]);
        control(&mut field, 'k');
        assert_eq!(field.text(), "一二");
        press(&mut field, &[KeyCode::Left]);
        control(&mut field, 'u');
        assert_eq!(field.text(), "二");
    }

    #[test]
    fn keys_of_the_form_are_left_to_the_form() {
        let mut field = field("一");
        for c in ['s', 'd', 'c', 'p'] {
            assert_eq!(control(&mut field, c), Taken::No);
        }
        for code in [KeyCode::Enter, KeyCode::Tab, KeyCode::Esc, KeyCode::Up, KeyCode::F(4)] {
            assert_eq!(field.key(KeyEvent::from(code)), Taken::No);
        }
        assert_eq!(field.text(), "一");
    }

    #[test]
    fn a_paste_over_the_limit_is_cut_and_says_so() {
        let mut field = Field::new(5);
        assert_eq!(field.paste("一二三\n四五六\x1b"), Taken::Changed);
        assert_eq!(field.text(), "一二三 四");
        assert!(field.was_cut());
        press(&mut field, &[KeyCode::Backspace]);
        assert!(!field.was_cut());
    }

    #[test]
    fn the_cursor_stays_inside_the_field_however_long_the_text() {
        let mut field = field("业主反映厨房漏水上次维修后仍渗");
        let area = Rect::new(3, 0, 9, 1);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
        for code in [KeyCode::End, KeyCode::Left, KeyCode::Left, KeyCode::Home, KeyCode::Right, KeyCode::End] {
            press(&mut field, &[code]);
            let at = field.render(area, &mut buf, Style::new()).expect("room");
            assert!((3..12).contains(&at.x), "{at:?}");
        }
        assert_eq!(buf[(3, 0)].symbol(), "修");
        press(&mut field, &[KeyCode::Home]);
        assert_eq!(field.render(area, &mut buf, Style::new()), Some(Position::new(3, 0)));
        assert_eq!(field.render(Rect::new(0, 0, 0, 1), &mut buf, Style::new()), None);
    }
}
