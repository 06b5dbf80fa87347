//! Over all registers: everything late or due soon, with whose it is now. Must not know the tabs.
use crate::model::queue::Filter;
use crate::tui::keymap::{Binding, Row, ch, named, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::page::{Context, Msg};
use crate::tui::queue::{Queue, QueuePage};
use crossterm::event::KeyCode;

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column {
        title: |s| s.column_whose,
        width: [8, 8],
        text: |_, pressing, cx| cx.words.role(pressing.standing.owner).into(),
    },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
];

#[derive(Clone, Copy)]
enum Command {
    Back,
}

const KEYS: &[Binding<Command>] =
    &[shown(&[named(KeyCode::Esc), ch('0'), named(KeyCode::Left)], Command::Back, |s| s.back)];

/// The page.
pub struct Late {
    queue: Queue,
}

impl Default for Late {
    fn default() -> Self {
        Late { queue: Queue::new(Filter { pressing: true, ..Filter::default() }, COLUMNS) }
    }
}

impl QueuePage for Late {
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
        cx.words.screen.late_or_soon
    }
}
