//! 派工: comes with later work; says in one line what will be there.
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::later::Later;

/// The form of a new work order (DSP-01).
pub const FORM: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    start("channel", "phone"),
    ask("job"),
    ask("matter"),
    ask("detail"),
    ask("urgency"),
    ask("department"),
    ask("technician"),
    ask("arrive_by"),
    ask("wanted_by"),
    ask("equipment"),
    ask("received_at"),
];

/// The tab.
pub fn tab() -> Later {
    Later { words: |s| s.later_board }
}
