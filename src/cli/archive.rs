//! `archive`: records past their time go into a file of their own and are removed, on purpose only (SEC-05).
use super::Ended;
use super::arguments::Archive;
use super::session::Session;
use super::table::aligned;
use super::trouble::Trouble;
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::desk::{PastTime, Removal};
use crate::model::month::YearMonth;
use crate::model::text::clean_line;
use crate::wall_clock;
use std::io::{IsTerminal, Write, stdin, stdout};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(session: &Session, archive: &Archive) -> Ended {
    let now = wall_clock::now();
    let mut desk = session.existing_desk()?;
    let me = session.sign_on(&mut desk)?;
    let today = session.config.calendar.local_date(now);
    let before = YearMonth::typed(&archive.before, today)
        .map_err(|_| session.refused(&Refusal::field("month", FaultWhy::NotAMonth)))?;
    let past = desk.past_time(before, now).map_err(|error| session.failed(error))?;
    tell(session, &past)?;
    let words = &session.words.cli;
    let (true, Some(file)) = (archive.remove, archive.out.as_deref()) else {
        writeln!(stdout(), "{}", session.words.imports.rehearsal)?;
        return Ok(ExitCode::SUCCESS);
    };
    let shown = clean_line(&file.display().to_string());
    // Also a dangling link is something that is there.
    if file.symlink_metadata().is_ok() {
        return Err(Trouble::told((words.exists)(&shown)));
    }
    if past.records() > 0 && past.months.is_empty() {
        confirm(session, archive.yes, past.records(), &shown)?;
    }
    let removal = Removal { before, file, records: past.records() };
    let removed = desk.remove_past(&removal, &me.login, now).map_err(|refusal| session.refused(&refusal))?;
    as_private(session, file)?;
    writeln!(stdout(), "{}", (words.removed)(removed.records(), &shown))?;
    Ok(ExitCode::SUCCESS)
}

/// The archive is as open or as closed as the file itself.
fn as_private(session: &Session, file: &Path) -> Result<(), Trouble> {
    Ok(std::fs::set_permissions(file, std::fs::metadata(&session.database)?.permissions())?)
}

fn tell(session: &Session, past: &PastTime) -> Result<(), Trouble> {
    let (words, mut out) = (session.words, stdout().lock());
    writeln!(out, "{}", (words.cli.past_time)(past.records()))?;
    let lines: Vec<_> = past
        .registers
        .iter()
        .map(|(register, records)| [words.register(*register).to_owned(), records.to_string()])
        .collect();
    for line in aligned(lines.iter().map(|cells| cells.as_slice())) {
        writeln!(out, "  {line}")?;
    }
    if past.held > 0 {
        writeln!(out, "{}", (words.cli.held_back)(past.held))?;
    }
    if !past.months.is_empty() {
        let months = words.list(past.months.iter().map(ToString::to_string));
        writeln!(out, "{}", (words.cli.hand_in_first)(&months))?;
    }
    Ok(())
}

/// How many go is said once more: by hand, or with --yes.
fn confirm(session: &Session, yes: Option<u32>, records: u32, file: &str) -> Result<(), Trouble> {
    let words = &session.words.cli;
    let typed = match yes {
        Some(typed) => Some(typed),
        None if !stdin().is_terminal() => return Err(Trouble::told((words.wants_yes)(records))),
        None => {
            write!(stdout(), "{}", (words.type_records)(records, file))?;
            stdout().flush()?;
            let mut line = String::new();
            stdin().read_line(&mut line)?;
            crate::model::text::typed(&line).trim().parse().ok()
        }
    };
    if typed == Some(records) { Ok(()) } else { Err(Trouble::told(words.not_removed)) }
}
