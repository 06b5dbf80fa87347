//! The commands beside the screen: what they take, and which one runs. Must not know of SQL or of the rules' insides.
mod act;
mod arguments;
mod due;
mod file;
mod import;
mod output;
mod session;
mod show;
mod staff;
mod table;
mod trouble;

use arguments::{Arguments, Command};
use session::Session;
use std::io::{Write, stderr};
use std::process::ExitCode;
use trouble::Trouble;

/// How a command ended: all well, or something to be looked at, which it has told already.
type Ended = Result<ExitCode, Trouble>;

/// Reads the arguments, runs the command, and tells what went wrong on standard error.
pub fn main() -> ExitCode {
    if let Err(report) = color_eyre::install() {
        return told(&format!("{report:#}"));
    }
    let arguments = Arguments::read();
    match run(arguments) {
        Ok(code) => code,
        // The reader of our output has gone, as `head` does: end as quietly as the signal would.
        Err(trouble) if trouble.is_broken_pipe() => ExitCode::from(141),
        Err(trouble) => told(&trouble.to_string()),
    }
}

fn run(arguments: Arguments) -> Ended {
    let session = Session::begin(&arguments.global)?;
    match &arguments.command {
        None => screen(&session),
        Some(Command::Act(act)) => act::run(&session, act),
        Some(Command::Due(due)) => due::run(&session, due),
        Some(Command::Show(show)) => show::run(&session, show),
        Some(Command::Staff(staff)) => staff::run(&session, staff),
        Some(Command::Import(import)) => import::run(&session, import),
        Some(Command::Backup(backup)) => file::backup(&session, backup),
        Some(Command::Check(check)) => file::check(&session, check),
        // `frontdesk demo` joins here.
    }
}

/// Opens the screen for whoever signs on.
fn screen(session: &Session) -> Ended {
    let mut desk = session.desk()?;
    let _me = session.sign_on(&mut desk)?;
    // The screen is called here: tui::run(desk, me, …).
    Err(Trouble::told(session.words.cli.no_screen))
}

/// One message on standard error, and the status that says so. A closed standard error is no reason to panic.
fn told(message: &str) -> ExitCode {
    let _ = writeln!(stderr(), "frontdesk: {message}");
    ExitCode::FAILURE
}
