//! Words of the screen only. Must not know of the terminal.

/// Words of the screen only.
pub struct Screen {}
