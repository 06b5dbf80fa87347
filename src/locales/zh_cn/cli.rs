//! Words of the commands.
use crate::locales::cli::Cli;

/// Words of the commands.
pub const CLI: Cli = Cli {};
