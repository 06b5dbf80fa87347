//! 派工: comes with later work; says in one line what will be there.
use crate::tui::later::Later;

/// The tab.
pub fn tab() -> Later {
    Later { words: |s| s.later_board }
}
