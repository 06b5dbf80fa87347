//! One line to be typed in a box over the page: a month, or where a file goes. Must not know what becomes of it.
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::{Binding, Row, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Cells of the box.
const WIDTH: u16 = 60;
/// Longer lines are no path that anybody types.
const MOST: usize = 400;

/// The box.
pub struct Ask {
    tag: &'static str,
    title: &'static str,
    hint: &'static str,
    field: Field,
}

#[derive(Clone, Copy)]
enum Command {
    Done,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Done, |s| s.choose),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
];

impl Ask {
    /// Asks for a line; the page below is told tag and line.
    pub fn line(tag: &'static str, title: &'static str, hint: &'static str, typed: &str) -> Msg {
        let mut field = Field::new(MOST);
        field.set(typed);
        Msg::Push(Box::new(Ask { tag, title, hint, field }))
    }
}

impl Page for Ask {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Done => vec![Msg::Chosen(self.tag, self.field.text().trim().to_owned())],
            Command::Back => vec![Msg::Close],
        }
    }

    fn typed(&mut self, key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        (self.field.key(key) != Taken::No).then(Vec::new)
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.field.paste(text);
        true
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn covers(&self) -> bool {
        false
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let inside = paint::boxed(buf, area, (WIDTH, 2), self.title, cx.theme);
        paint::at(buf, inside, 0, 0, self.hint, Style::new());
        let line = Rect { y: inside.y + 1, height: 1, ..inside };
        self.field.render(line, buf, cx.theme.typed())
    }
}
