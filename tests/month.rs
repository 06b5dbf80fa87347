//! The month's figures: what they come to, and that anybody with SQL comes to the same (STA-01 to STA-09).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first fault")]
#[path = "desk/stage.rs"]
#[allow(dead_code, reason = "shared with the use cases of the desk")]
mod stage;

mod month {
    mod acts;
    mod agreement;
    mod callbacks;
    mod complaints;
    mod counter;
    mod keys;
    mod lived_in;
    mod orders;
    mod passes;
    mod plain;
    mod random;
    mod reminders;
    mod services;
    mod visits;
    mod words;
}
