//! frontdesk: the arguments go to the commands, and without a command to the screen.
use frontdesk::cli::{self, Opening};
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main(open_screen)
}

/// The call of the screen stands here: `frontdesk::tui::run(opening.desk, opening.me, opening.words)`.
fn open_screen(opening: Opening) -> color_eyre::Result<()> {
    let _ = (opening.desk, opening.me);
    Err(color_eyre::eyre::eyre!(opening.words.cli.no_screen))
}
