//! A text field of several lines over `tui_textarea`, with the same contract as `Field`. Of the widget it uses lines,
//! wrapping, scrolling and drawing; keys are its own, since the widget's clash with the form's and take half letters.

use crate::model::text::typed_text;
use crate::tui::field::{Taken, word_start};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use tui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

/// More characters no box takes, whatever its limit: the widget wraps all of its text anew at every key, and counts
/// columns in 16 bits.
const MOST: usize = 20_000;

/// Several lines of text with a cursor.
#[derive(Clone, Debug)]
pub struct TextBox {
    area: TextArea<'static>,
    limit: usize,
    cut: bool,
}

impl TextBox {
    /// An empty box for at most `limit` characters; 0 means as many as a box can take.
    pub fn new(limit: usize) -> TextBox {
        let mut area = TextArea::default();
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor stands there: input methods open their window at it.
        area.set_cursor_style(Style::new());
        area.set_cursor_line_style(Style::new());
        let limit = if limit == 0 { MOST } else { limit.min(MOST) };
        TextBox { area, limit, cut: false }
    }

    /// The text as typed, lines joined by `\n`.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Puts another text in place of the one that is there, cleaned and cut to the limit; the cursor goes to its end.
    pub fn set(&mut self, text: &str) {
        *self = TextBox::new(self.limit);
        self.insert(text);
    }

    /// True if the last insertion did not fit whole; the form says so at the field, until the text changes again.
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// Takes a key. Enter, Tab, Esc, F-keys, Ctrl with other letters than U, K, W, A, E and J, and Up and Down at the
    /// edge of the text are left to the form. Ctrl-J and Alt-Enter break the line.
    pub fn key(&mut self, key: KeyEvent) -> Taken {
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match (key.code, control, alt) {
            (KeyCode::Enter, false, true) | (KeyCode::Char('j'), true, false) => Taken::changed(self.insert("\n")),
            (_, _, true) => Taken::No,
            (KeyCode::Char(c), false, _) => Taken::changed(self.insert(c.encode_utf8(&mut [0; 4]))),
            (KeyCode::Char('u'), true, _) => self.delete_back(0),
            (KeyCode::Char('w'), true, _) => self.delete_back(word_start(self.before())),
            (KeyCode::Char('k'), true, _) => self.delete_on(self.after().len()),
            (KeyCode::Backspace, _, _) => self.backspace(),
            (KeyCode::Delete, _, _) => self.delete_on(self.after().graphemes(true).next().map_or(0, str::len)),
            (KeyCode::Left, _, _) => self.left(),
            (KeyCode::Right, _, _) => self.right(),
            (KeyCode::Home, _, _) | (KeyCode::Char('a'), true, _) => self.go(CursorMove::Head),
            (KeyCode::End, _, _) | (KeyCode::Char('e'), true, _) => self.go(CursorMove::End),
            (KeyCode::Up, _, _) => self.go_up_or_down(CursorMove::Up),
            (KeyCode::Down, _, _) => self.go_up_or_down(CursorMove::Down),
            _ => Taken::No,
        }
    }

    /// Takes pasted text: control characters are dropped, what is over the limit is cut and `was_cut` says so.
    pub fn paste(&mut self, text: &str) -> Taken {
        Taken::changed(self.insert(text))
    }

    /// Draws into `area` and returns where the terminal's cursor belongs.
    pub fn render(&mut self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        self.area.set_style(style);
        buf.set_style(area, style);
        Widget::render(&self.area, area, buf);
        let (top, left) = self.area.scroll_offset();
        let cursor = self.area.screen_cursor();
        let x = cursor.col.saturating_sub(usize::from(left)).min(usize::from(area.width) - 1);
        let y = cursor.row.saturating_sub(usize::from(top)).min(usize::from(area.height) - 1);
        Some(Position::new(area.x + u16::try_from(x).unwrap_or(0), area.y + u16::try_from(y).unwrap_or(0)))
    }

    fn line(&self) -> &str {
        self.area.lines().get(self.area.cursor().0).map_or("", String::as_str)
    }

    /// The byte position of the cursor in its line.
    fn at(&self) -> usize {
        let line = self.line();
        line.char_indices().nth(self.area.cursor().1).map_or(line.len(), |(at, _)| at)
    }

    fn before(&self) -> &str {
        &self.line()[..self.at()]
    }

    fn after(&self) -> &str {
        &self.line()[self.at()..]
    }

    fn insert(&mut self, text: &str) -> bool {
        let text = typed_text(self.before(), text);
        let breaks = self.area.lines().len() - 1;
        let used = self.area.lines().iter().map(|line| line.chars().count()).sum::<usize>() + breaks;
        let end = text.char_indices().nth(self.limit.saturating_sub(used)).map_or(text.len(), |(at, _)| at);
        self.cut = end < text.len();
        if end > 0 {
            self.area.insert_str(&text[..end]);
        }
        end > 0
    }

    /// Deletes from byte `from` of the line up to the cursor.
    fn delete_back(&mut self, from: usize) -> Taken {
        let length = self.at() - from;
        if length == 0 {
            return Taken::Moved;
        }
        self.jump(self.line()[..from].chars().count());
        self.delete_on(length)
    }

    /// Deletes `length` bytes behind the cursor, or the break if the line ends here and nothing else was asked for.
    fn delete_on(&mut self, length: usize) -> Taken {
        let characters = self.after().get(..length).map_or(0, |text| text.chars().count());
        let last_line = self.area.cursor().0 + 1 == self.area.lines().len();
        let changed = match characters {
            0 if self.after().is_empty() && !last_line => self.area.delete_next_char(),
            0 => false,
            n => self.area.delete_str(n),
        };
        self.cut &= !changed;
        Taken::changed(changed)
    }

    fn backspace(&mut self) -> Taken {
        match self.before().grapheme_indices(true).next_back().map(|(at, _)| at) {
            Some(from) => self.delete_back(from),
            None => {
                let changed = self.area.delete_newline();
                self.cut &= !changed;
                Taken::changed(changed)
            }
        }
    }

    fn left(&mut self) -> Taken {
        match self.before().graphemes(true).next_back().map(|last| last.chars().count()) {
            Some(step) => self.jump(self.area.cursor().1 - step),
            None if self.area.cursor().0 > 0 => {
                let row = self.area.cursor().0 - 1;
                self.jump_to(row, usize::from(u16::MAX))
            }
            None => Taken::Moved,
        }
    }

    fn right(&mut self) -> Taken {
        match self.after().graphemes(true).next().map(|next| next.chars().count()) {
            Some(step) => self.jump(self.area.cursor().1 + step),
            None if self.area.cursor().0 + 1 < self.area.lines().len() => self.jump_to(self.area.cursor().0 + 1, 0),
            None => Taken::Moved,
        }
    }

    fn jump(&mut self, column: usize) -> Taken {
        self.jump_to(self.area.cursor().0, column)
    }

    fn jump_to(&mut self, row: usize, column: usize) -> Taken {
        let near = |n| u16::try_from(n).unwrap_or(u16::MAX);
        self.go(CursorMove::Jump(near(row), near(column)))
    }

    fn go(&mut self, to: CursorMove) -> Taken {
        self.area.move_cursor(to);
        Taken::Moved
    }

    fn go_up_or_down(&mut self, to: CursorMove) -> Taken {
        let before = self.area.cursor();
        self.area.move_cursor(to);
        if self.area.cursor() == before { Taken::No } else { Taken::Moved }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> TextBox {
        let mut text_box = TextBox::new(0);
        text_box.set(text);
        text_box
    }

    fn press(text_box: &mut TextBox, code: KeyCode) -> Taken {
        text_box.key(KeyEvent::from(code))
    }

    fn control(text_box: &mut TextBox, c: char) -> Taken {
        text_box.key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL))
    }

    #[test]
    fn backspace_takes_a_letter_with_its_marks_and_then_the_break() {
        let mut text_box = filled("厨房\ne\u{301}");
        press(&mut text_box, KeyCode::Backspace);
        assert_eq!(text_box.text(), "厨房\n");
        press(&mut text_box, KeyCode::Backspace);
        press(&mut text_box, KeyCode::Backspace);
        assert_eq!(text_box.text(), "厨");
    }

    #[test]
    fn control_w_takes_one_han_character_and_control_u_the_line() {
        let mut text_box = filled("上次\n厨房漏水 abc");
        control(&mut text_box, 'w');
        control(&mut text_box, 'w');
        assert_eq!(text_box.text(), "上次\n厨房漏");
        control(&mut text_box, 'u');
        assert_eq!(text_box.text(), "上次\n");
        assert_eq!(control(&mut text_box, 'u'), Taken::Moved);
    }

    #[test]
    fn keys_of_the_form_are_left_to_the_form() {
        let mut text_box = filled("一\n二");
        for c in ['s', 'd', 'c', 'n', 'p', 'h', 'm', 'y', 'z'] {
            assert_eq!(control(&mut text_box, c), Taken::No, "{c}");
        }
        for code in [KeyCode::Enter, KeyCode::Tab, KeyCode::BackTab, KeyCode::Esc, KeyCode::F(4), KeyCode::Down] {
            assert_eq!(press(&mut text_box, code), Taken::No, "{code:?}");
        }
        assert_eq!(press(&mut text_box, KeyCode::Up), Taken::Moved);
        assert_eq!(press(&mut text_box, KeyCode::Up), Taken::No);
        assert_eq!(control(&mut text_box, 'j'), Taken::Changed);
        assert_eq!(text_box.text(), "一\n\n二");
    }

    #[test]
    fn arrows_and_delete_go_over_breaks() {
        let mut text_box = filled("一\n二");
        for code in [KeyCode::Left, KeyCode::Left, KeyCode::Delete] {
            press(&mut text_box, code);
        }
        assert_eq!(text_box.text(), "一二");
        press(&mut text_box, KeyCode::Right);
        assert_eq!(press(&mut text_box, KeyCode::Delete), Taken::Moved);
        press(&mut text_box, KeyCode::Char('三'));
        assert_eq!(text_box.text(), "一二三");
    }

    #[test]
    fn a_paste_over_the_limit_is_cut_and_says_so() {
        let mut text_box = TextBox::new(6);
        text_box.paste("一\x1b[31m二\r\n三四五六");
        assert_eq!(text_box.text(), "一二\n三四五");
        assert!(text_box.was_cut());
        press(&mut text_box, KeyCode::Backspace);
        assert!(!text_box.was_cut());
        let mut endless = filled(&"很长".repeat(500_000));
        assert_eq!(endless.text().chars().count(), MOST);
        press(&mut endless, KeyCode::Backspace);
        assert_eq!(endless.text().chars().count(), MOST - 1);
    }

    #[test]
    fn the_cursor_stands_behind_the_wrapped_text_and_inside_the_box() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 6));
        let area = Rect::new(2, 1, 10, 3);
        let mut text_box = filled("厨房反复漏水急");
        assert_eq!(text_box.render(area, &mut buf, Style::new()), Some(Position::new(6, 2)));
        assert_eq!(buf[(2, 2)].symbol(), "水");
        text_box.set(&"厨房".repeat(200));
        let at = text_box.render(area, &mut buf, Style::new()).expect("room");
        assert!(area.contains(at), "{at:?}");
        text_box.set("");
        assert_eq!(text_box.render(area, &mut buf, Style::new()), Some(Position::new(2, 1)));
    }
}
