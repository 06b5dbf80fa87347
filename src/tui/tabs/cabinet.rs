//! 钥匙: comes with later work; says in one line what will be there.
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::later::Later;

/// The form of a new key (KEY-02).
pub const FORM: &[FieldRow] = &[
    ask("key"),
    start("key_kind", "entrusted"),
    ask("unit").only("key_kind", &["entrusted"]),
    ask("name").only("key_kind", &["entrusted"]),
    ask("phone").only("key_kind", &["entrusted"]),
    ask("matter"),
    ask("building"),
    ask("floor"),
    ask("hook"),
    start("pieces", "1"),
    ask("mandate").only("key_kind", &["entrusted"]),
];

/// The tab.
pub fn tab() -> Later {
    Later { words: |s| s.later_cabinet }
}
