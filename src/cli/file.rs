//! `backup` and `check`: about the file as a whole, not about what is in it.
use super::Ended;
use super::arguments::{Backup, Check};
use super::output::json_line;
use super::session::Session;
use super::trouble::Trouble;
use crate::model::text::clean_line;
use std::io::{Write, stdout};
use std::process::ExitCode;

/// Copies the database; what is there already is never written over.
pub(super) fn backup(session: &Session, backup: &Backup) -> Ended {
    let words = &session.words.cli;
    let shown = clean_line(&backup.file.display().to_string());
    // Also a dangling link is something that is there.
    if backup.file.symlink_metadata().is_ok() {
        return Err(Trouble::told((words.exists)(&shown)));
    }
    let mut desk = session.existing_desk()?;
    session.may_see_all(&mut desk)?;
    desk.backup(&backup.file).map_err(|error| session.failed(error))?;
    // The copy is as open or as closed as the file itself.
    std::fs::set_permissions(&backup.file, std::fs::metadata(&session.database)?.permissions())?;
    writeln!(stdout(), "{}", (words.backed_up)(&shown))?;
    Ok(ExitCode::SUCCESS)
}

/// Looks over the file; findings make the exit status 1.
pub(super) fn check(session: &Session, check: &Check) -> Ended {
    let mut desk = session.existing_desk()?;
    session.may_see_all(&mut desk)?;
    let survey = desk.inspect().map_err(|refusal| session.refused(&refusal))?;
    let mut out = stdout().lock();
    if check.json {
        writeln!(out, "{}", json_line(&survey))?;
    } else {
        for finding in &survey.findings {
            writeln!(out, "{}", clean_line(finding))?;
        }
        let words = &session.words.cli;
        writeln!(out, "{}", (words.surveyed)(survey.cases, survey.events, &survey.head))?;
        let verdict = match survey.findings.len() {
            0 => words.sound.to_owned(),
            findings => (words.unsound)(findings),
        };
        writeln!(out, "{verdict}")?;
    }
    Ok(if survey.findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
