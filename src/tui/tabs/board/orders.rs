//! All work orders as a queue over the board, for what a board does not show: those that have ended, and the search.
//! Must not know the board.
use super::sections::COLUMNS;
use crate::model::case::Register;
use crate::model::queue::Filter;
use crate::tui::keymap::{Binding, Row, named, rows, shown};
use crate::tui::page::{Context, Msg};
use crate::tui::queue::{Queue, QueuePage};
use crossterm::event::KeyCode;

#[derive(Clone, Copy)]
enum Command {
    Back,
}

const KEYS: &[Binding<Command>] = &[shown(&[named(KeyCode::Esc), named(KeyCode::Left)], Command::Back, |s| s.back)];

/// The page.
pub struct Orders {
    queue: Queue,
}

impl Orders {
    /// Those that have ended among them, with the search begun.
    pub fn searched() -> Orders {
        let base = Filter { register: Some(Register::WorkOrder), past: true, ..Filter::default() };
        let mut queue = Queue::new(base, COLUMNS);
        queue.begin_search();
        Orders { queue }
    }
}

impl QueuePage for Orders {
    fn own_rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run_own(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Back => vec![Msg::Close],
        }
    }

    fn shown(&self) -> &Queue {
        &self.queue
    }

    fn shown_mut(&mut self) -> &mut Queue {
        &mut self.queue
    }

    fn title(&self, cx: &Context<'_>) -> &'static str {
        cx.words.register(Register::WorkOrder)
    }
}
