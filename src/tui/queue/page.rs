//! A page that is a queue with a few commands of its own. Must not know which pages these are.
use super::Queue;
use crate::tui::keymap::Row;
use crate::tui::page::{Context, Msg, Page, Read};
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What such a page says of itself; all else the queue does.
pub trait QueuePage {
    /// Its own commands; those of the queue follow them.
    fn own_rows(&self) -> Vec<Row>;

    /// Does what a row of its own commands says.
    fn run_own(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg>;

    /// Takes what was chosen from a menu of its own; none where the menu was the queue's.
    fn chosen_own(&mut self, _tag: &'static str, _value: &str, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        None
    }

    /// The queue that is shown.
    fn shown(&self) -> &Queue;

    /// The queue that is shown, to be moved and narrowed.
    fn shown_mut(&mut self) -> &mut Queue;

    /// Back to what it shows first.
    fn go_home(&mut self) {}

    /// What stands over the list.
    fn title(&self, cx: &Context<'_>) -> &'static str;
}

impl<T: QueuePage> Page for T {
    fn rows(&self) -> Vec<Row> {
        [self.own_rows(), self.shown().rows()].concat()
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match row.checked_sub(self.own_rows().len()) {
            Some(row) => self.shown_mut().run(row, cx),
            None => self.run_own(row, cx),
        }
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        self.shown_mut().typed(key, cx)
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.shown_mut().pasted(text)
    }

    fn is_typing(&self) -> bool {
        self.shown().is_typing()
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.shown_mut().refresh(cx)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let title = self.title(cx);
        self.shown_mut().draw(title, area, buf, cx)
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        let own = self.chosen_own(tag, value, cx);
        own.unwrap_or_else(|| self.shown_mut().chosen(tag, value, cx))
    }

    fn home(&mut self) {
        self.go_home();
    }

    fn seek(&mut self, number: &str, cx: &Context<'_>) -> Read<()> {
        self.shown_mut().seek(number, cx)
    }

    fn unit(&self) -> Option<String> {
        self.shown().unit()
    }
}
