//! frontdesk.

pub mod tui;
