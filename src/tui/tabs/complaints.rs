//! 投诉: the complaint queue (CMP-01 to CMP-15). Must not know the other tabs.
use crate::desk::answer::Pressing;
use crate::model::case::Register;
use crate::model::complaint::Urgency;
use crate::model::queue::{Filter, QueueRow};
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Row, ch, f, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::page::{Context, Msg, Seed};
use crate::tui::queue::{Queue, QueuePage};

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
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
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

const KEYS: &[Binding<Command>] =
    &[shown(&[f(2), ch('n')], Command::New, |s| s.new_complaint).opening("file_complaint")];

/// The keys of the tab alone, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

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

impl QueuePage for Complaints {
    fn own_rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run_own(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::New => vec![Msg::Fill(Seed { action: "file_complaint".to_owned(), ..Seed::default() })],
        }
    }

    fn shown(&self) -> &Queue {
        &self.queue
    }

    fn shown_mut(&mut self) -> &mut Queue {
        &mut self.queue
    }

    fn title(&self, cx: &Context<'_>) -> &'static str {
        cx.words.register(Register::Complaint)
    }
}
