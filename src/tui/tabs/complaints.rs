//! 投诉: the complaint queue (CMP-01 to CMP-15). Must not know the other tabs.
use crate::desk::answer::Pressing;
use crate::model::case::Register;
use crate::model::complaint::Urgency;
use crate::model::queue::{Filter, QueueRow};
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Row, ch, f, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::queue::Queue;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_severity, width: [6, 9], text: grade },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column {
        title: |s| s.column_category,
        width: [8, 8],
        text: |row, _, cx| row.category.as_deref().map(|id| cx.category(id)).unwrap_or_default(),
    },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
];

/// Severity, with a mark for harm going on, for urgent ones, and for those proposed as major.
fn grade(row: &QueueRow, _pressing: &Pressing<'_>, cx: &Context<'_>) -> String {
    let mark = match row {
        row if row.harm => "!!",
        row if row.urgency == Some(Urgency::Urgent) => "!",
        row if row.proposed_major => "?",
        _ => "",
    };
    format!("{}{mark}", row.severity.map_or("", |severity| cx.words.severity(severity)))
}

#[derive(Clone, Copy)]
enum Command {
    New,
}

const KEYS: &[Binding<Command>] = &[shown(&[f(2), ch('n')], Command::New, |s| s.new_complaint)];

/// The form of a new complaint.
pub const FORM: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    start("channel", "phone"),
    ask("category"),
    ask("matter"),
    ask("detail"),
    start("severity", "minor"),
    start("urgency", "general"),
    start("harm", "false"),
    ask("department"),
    ask("wanted_by"),
    ask("received_at"),
    ask("other_party"),
    ask("evidence"),
    ask("evidence_held_by"),
];

/// The tab.
pub struct Complaints {
    queue: Queue,
}

impl Default for Complaints {
    fn default() -> Self {
        let base = Filter { register: Some(Register::Complaint), ..Filter::default() };
        Complaints { queue: Queue::new(base, COLUMNS) }
    }
}

impl Page for Complaints {
    fn rows(&self) -> Vec<Row> {
        [rows(KEYS), self.queue.rows()].concat()
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS.get(row).map(|binding| binding.command) {
            Some(Command::New) => vec![Msg::Fill(Seed { action: "file_complaint".to_owned(), ..Seed::default() })],
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
        self.queue.draw(cx.words.register(Register::Complaint), area, buf, cx)
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        self.queue.chosen(tag, value, cx)
    }

    fn seek(&mut self, number: &str) {
        self.queue.list.seek(number);
    }

    fn unit(&self) -> Option<String> {
        self.queue.unit()
    }
}
