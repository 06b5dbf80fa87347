//! 接待: the reception register (REC-01 to REC-10). Must not know the other tabs.
use crate::model::case::Register;
use crate::model::queue::Filter;
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Row, ch, f, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::page::{Context, Msg, Seed};
use crate::tui::queue::{Queue, QueuePage, told};

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column {
        title: |s| s.column_kind,
        width: [8, 10],
        text: |row, _, cx| row.kind.map_or("", |kind| cx.words.matter_kind(kind)).into(),
    },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
];

const REVIEWS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_state, width: [8, 10], text: |row, _, cx| cx.words.state(row.state).into() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
];

#[derive(Clone, Copy)]
enum Command {
    New,
    Reviews,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(2), ch('n')], Command::New, |s| s.new_reception).opening("take_reception"),
    shown(&[f(11), ch('r'), ch('.')], Command::Reviews, |s| s.reviews),
];

/// The keys of the tab alone, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The form of a new reception; the fields of a complaint are asked where it becomes one (REC-03).
pub const FORM: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    start("channel", "phone"),
    ask("relayed_by").only("channel", &["relayed"]),
    start("kind", "question"),
    ask("matter"),
    ask("detail"),
    start("course", "desk"),
    ask("result").only("course", &["answered"]),
    ask("incident").only("course", &["incident"]),
    ask("emergency").only("course", &["emergency"]),
    ask("place").only("course", &["emergency"]),
    ask("key").only("course", &["key"]),
    start("borrower", "outsider").only("course", &["key"]),
    ask("job").only("course", &["work_order"]),
    ask("department").only("course", &["forwarded", "complaint", "work_order", "service", "key"]),
    ask("technician").only("course", &["work_order"]),
    ask("arrive_by").only("course", &["work_order"]),
    ask("starts_at").only("course", &["service"]),
    ask("ends_at").only("course", &["service"]),
    ask("category").only("course", &["complaint"]),
    start("severity", "minor").only("course", &["complaint"]),
    ask("urgency").only("course", &["complaint", "work_order"]),
    start("harm", "false").only("course", &["complaint"]),
    ask("back_by").only("course", &["key"]),
    ask("document").only("borrower", &["outsider"]),
    ask("document_number").only("borrower", &["outsider"]),
    ask("deposit").only("borrower", &["outsider"]),
    ask("approved_by").only("course", &["key"]),
    ask("consent_by").only("course", &["key"]),
    ask("consent_at").only("course", &["key"]),
    ask("signature").only("course", &["key"]),
    start("promise", "false").only("course", &["desk", "forwarded"]),
    ask("promised_at").only("promise", &["true"]),
    // What is done on the spot, or at once, is not wanted by a time.
    ask("wanted_by").only("course", &["desk", "forwarded", "complaint", "work_order", "service"]),
    ask("received_at"),
];

/// The form of a new special service (LED-07).
pub const SERVICE: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    start("channel", "phone"),
    ask("matter"),
    ask("detail"),
    ask("department"),
    ask("starts_at"),
    ask("ends_at"),
    ask("received_at"),
];

/// The form of a new visit (LED-13).
pub const VISIT: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    ask("matter"),
    ask("detail"),
    ask("appointment_at"),
    ask("handler"),
    ask("received_at"),
];

/// The form of a new handover (LED-08).
pub const HANDOVER: &[FieldRow] = &[ask("note"), start("flagged", "false")];

/// The tab: the register, or its reviews (REC-07).
pub struct Receptions {
    register: Queue,
    reviews: Queue,
    shows_reviews: bool,
}

impl Default for Receptions {
    fn default() -> Self {
        let queue = |register, columns| Queue::new(Filter { register: Some(register), ..Filter::default() }, columns);
        Receptions {
            register: queue(Register::Reception, COLUMNS),
            reviews: queue(Register::Review, REVIEWS),
            shows_reviews: false,
        }
    }
}

impl QueuePage for Receptions {
    fn own_rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run_own(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::New => vec![Msg::Fill(Seed { action: "take_reception".to_owned(), ..Seed::default() })],
            Command::Reviews => {
                self.shows_reviews = !self.shows_reviews;
                told(self.shown_mut().reload(cx), cx)
            }
        }
    }

    fn shown(&self) -> &Queue {
        if self.shows_reviews { &self.reviews } else { &self.register }
    }

    fn shown_mut(&mut self) -> &mut Queue {
        if self.shows_reviews { &mut self.reviews } else { &mut self.register }
    }

    fn title(&self, cx: &Context<'_>) -> &'static str {
        cx.words.register(if self.shows_reviews { Register::Review } else { Register::Reception })
    }
}
