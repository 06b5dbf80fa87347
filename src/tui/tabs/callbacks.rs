//! 回访: comes with later work; says in one line what will be there.
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::later::Later;

/// The form of a callback that no rule makes (CBK-01).
pub const FORM: &[FieldRow] = &[
    start("about", "activity"),
    ask("unit"),
    ask("name"),
    ask("phone"),
    ask("matter"),
    ask("department"),
    ask("form"),
];

/// The form of the monthly call to a household (CBK-10).
pub const CALL: &[FieldRow] = &[ask("unit"), ask("name"), ask("phone"), ask("outcome"), ask("said")];

/// The tab.
pub fn tab() -> Later {
    Later { words: |s| s.later_callbacks }
}
