//! A tab whose work comes later. Must not pretend to do anything.
use crate::tui::keymap::{Label, Row};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// One line that says what will be there.
pub struct Later {
    /// The line.
    pub words: Label,
}

impl Page for Later {
    fn rows(&self) -> Vec<Row> {
        Vec::new()
    }

    fn run(&mut self, _row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        Vec::new()
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        paint::at(buf, area, 1, 1, (self.words)(&cx.words.screen), cx.theme.dim());
        None
    }
}
