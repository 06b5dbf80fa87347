//! A line to type into and the lines found for it below: what palette and household look-up have in common.
//! Must not know what is looked for.
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::Chord;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// What was typed, and which of the lines found is marked.
pub struct Finder {
    field: Field,
    /// Place of the marked line.
    pub at: usize,
    /// The words were there before anybody typed: the first character takes their place.
    fresh: bool,
}

impl Finder {
    /// With words typed already.
    pub fn new(words: &str) -> Finder {
        let mut field = Field::new(40);
        field.set(words);
        Finder { field, at: 0, fresh: !words.is_empty() }
    }

    /// What is looked for.
    pub fn words(&self) -> &str {
        self.field.text().trim()
    }

    /// Takes a key; `Changed` asks for looking again.
    pub fn key(&mut self, key: KeyEvent, found: usize) -> Taken {
        match key.code {
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            KeyCode::Down | KeyCode::Tab => self.at = (self.at + 1).min(found.saturating_sub(1)),
            _ => {
                if std::mem::take(&mut self.fresh) && Chord::of(key).is_character() {
                    self.field.set("");
                }
                let taken = self.field.key(key);
                self.at = if taken == Taken::Changed { 0 } else { self.at };
                return taken;
            }
        }
        Taken::Moved
    }

    /// Takes a paste.
    pub fn paste(&mut self, text: &str) {
        if std::mem::take(&mut self.fresh) {
            self.field.set("");
        }
        self.field.paste(text);
        self.at = 0;
    }

    /// Draws the line and what was found.
    pub fn draw(
        &mut self,
        label: &str,
        found: &[String],
        area: Rect,
        buf: &mut Buffer,
        cx: &Context<'_>,
    ) -> Option<Position> {
        let x = paint::at(buf, area, 1, 0, label, cx.theme.heading()) + 1;
        let inside = Rect { x: area.x + x, width: area.width.saturating_sub(x + 1), height: 1, ..area };
        let cursor = self.field.render(inside, buf, cx.theme.typed());
        let height = usize::from(area.height.saturating_sub(2)).max(1);
        let top = (self.at + 1).saturating_sub(height);
        for (y, (place, line)) in (2..area.height).zip(found.iter().enumerate().skip(top)) {
            if place == self.at {
                paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let line = text::cut(line, usize::from(area.width.saturating_sub(2)));
            paint::at(buf, area, 1, y, &line, Style::new());
        }
        cursor
    }
}
