//! frontdesk: the arguments go to the commands, and without a command to the screen.
use frontdesk::cli::{self, Opening};
use frontdesk::tui::backend::Colors;
use frontdesk::tui::{self, Options};
use frontdesk::wall_clock;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main(open_screen)
}

/// The screen, in the colours that the settings or the environment allow.
fn open_screen(opening: Opening) -> color_eyre::Result<()> {
    let (no_color, term) = (std::env::var("NO_COLOR").ok(), std::env::var("TERM").ok());
    let colors = Colors::of_environment(no_color.as_deref(), term.as_deref());
    let options = Options::of(&opening.desk.config.screen, opening.words, colors);
    tui::run(opening.desk, opening.me, opening.greeting, options, wall_clock::now)
}
