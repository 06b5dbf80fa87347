//! The real program in real terminals: people at the counter, several of them on one file, lines that break.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault and shows the screen")]

#[path = "support/estate.rs"]
#[allow(dead_code, reason = "shared with tests of other commands")]
mod estate;
#[path = "support/terminal.rs"]
mod terminal;

#[path = "terminal/counter.rs"]
mod counter;
#[path = "terminal/flow.rs"]
mod flow;
#[path = "terminal/look.rs"]
mod look;
#[path = "terminal/lost.rs"]
mod lost;
#[path = "terminal/pin.rs"]
mod pin;
#[path = "terminal/place.rs"]
mod place;
#[path = "terminal/together.rs"]
mod together;
#[path = "terminal/typing.rs"]
mod typing;
