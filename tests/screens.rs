//! The screen without a terminal: keys in as text, pictures out as rows, on a desk in memory and a clock that stands.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first fault")]
mod screens {
    mod board;
    mod cabinet;
    mod callbacks;
    mod emergency;
    mod flow;
    mod forms;
    mod hand_in;
    mod imports;
    mod kept;
    mod ledgers;
    mod people;
    mod pictures;
    pub mod seat;
    mod shifts;
    mod sign_on;
    mod stats;
    mod ways;
}
