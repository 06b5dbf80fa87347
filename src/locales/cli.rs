//! Words of the commands only. Must not know of files or terminals.

/// Words of the commands only.
pub struct Cli {}
