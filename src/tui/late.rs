//! Over all registers: everything late or due soon, with whose it is now. Must not know the tabs.
use crate::model::queue::Filter;
use crate::tui::keymap::{Binding, Row, ch, named, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::queue::Queue;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column {
        title: |s| s.column_whose,
        width: [8, 8],
        text: |_, pressing, cx| cx.words.role(pressing.standing.owner).into(),
    },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
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

impl Page for Late {
    fn rows(&self) -> Vec<Row> {
        [rows(KEYS), self.queue.rows()].concat()
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS.get(row).map(|binding| binding.command) {
            Some(Command::Back) => vec![Msg::Close],
            None => self.queue.run(row - KEYS.len(), cx),
        }
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        self.queue.typed(key, cx)
    }

    fn pasted(&mut self, text: &str) {
        self.queue.pasted(text);
    }

    fn is_typing(&self) -> bool {
        self.queue.is_typing()
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.queue.reload(cx)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.queue.draw(cx.words.screen.late_or_soon, area, buf, cx)
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        self.queue.chosen(tag, value, cx)
    }

    fn unit(&self) -> Option<String> {
        self.queue.unit()
    }
}
