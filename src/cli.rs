//! The commands beside the screen: what they take, and which one runs. Must not know of SQL or of the rules' insides.
mod act;
mod archive;
mod arguments;
mod demo;
mod due;
mod file;
mod import;
mod month;
mod output;
mod report;
mod secret;
mod session;
mod sheet;
mod show;
mod staff;
mod stats;
mod table;
mod trouble;

use crate::desk::Desk;
use crate::locales::Words;
use crate::model::staff::Staff;
use arguments::{Arguments, Command};
use session::Session;
use std::io::{IsTerminal, Write, stderr, stdin, stdout};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use trouble::Trouble;

/// How a command ended: all well, or something to be looked at, which it has told already.
type Ended = Result<ExitCode, Trouble>;

/// What the screen needs to open, for whoever signed on.
pub struct Opening {
    /// The desk on its file.
    pub desk: Desk,
    /// Who signed on.
    pub me: Staff,
    /// The words of the language asked for.
    pub words: &'static Words,
    /// What to say at the first start.
    pub greeting: Option<String>,
}

/// Opens the screen and comes back when it is closed. It is handed in, since commands know nothing of the terminal.
pub type Screen = fn(Opening) -> color_eyre::Result<()>;

/// Reads the arguments, runs the command, and tells what went wrong on standard error.
pub fn main(screen: Screen) -> ExitCode {
    if let Err(report) = color_eyre::install() {
        return told(&format!("{report:#}"));
    }
    // Else a limit on the size of files would end the program in the middle of a write instead of refusing it.
    let unheeded = Arc::new(AtomicBool::new(false));
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, unheeded);
    let arguments = Arguments::read();
    match run(&arguments, screen) {
        Ok(code) => code,
        // The reader of our output has gone, as `head` does: end as quietly as the signal would.
        Err(trouble) if trouble.is_broken_pipe() => ExitCode::from(141),
        Err(trouble) => told(&trouble.to_string()),
    }
}

fn run(arguments: &Arguments, screen: Screen) -> Ended {
    let session = Session::begin(&arguments.global)?;
    match &arguments.command {
        None => open(&session, screen),
        Some(Command::Act(act)) => act::run(&session, act),
        Some(Command::Due(due)) => due::run(&session, due),
        Some(Command::Show(show)) => show::run(&session, show),
        Some(Command::Sheet(sheet)) => sheet::run(&session, sheet),
        Some(Command::Stats(stats)) => stats::run(&session, stats),
        Some(Command::Report(report)) => report::run(&session, report),
        Some(Command::Staff(staff)) => staff::run(&session, staff),
        Some(Command::Import(import)) => import::run(&session, import),
        Some(Command::Backup(backup)) => file::backup(&session, backup),
        Some(Command::Archive(one)) => archive::run(&session, one),
        Some(Command::Check(check)) => file::check(&session, check),
        Some(Command::Demo(demo)) => demo::run(session, demo, screen),
    }
}

/// Opens the screen for whoever signs on.
fn open(session: &Session, screen: Screen) -> Ended {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(Trouble::told(session.words.cli.no_terminal));
    }
    let mut desk = session.desk()?;
    let (me, greeting) = session.arrive(&mut desk)?;
    let opened = screen(Opening { desk, me, words: session.words, greeting });
    opened.map_err(|report| Trouble::told(format!("{report:#}")))?;
    Ok(ExitCode::SUCCESS)
}

/// One message on standard error, and the status that says so. A closed standard error is no reason to panic.
fn told(message: &str) -> ExitCode {
    let _ = writeln!(stderr(), "frontdesk: {message}");
    ExitCode::FAILURE
}
