//! `report`: the month on paper and for spreadsheets (STA-08). Reads only.
use super::Ended;
use super::arguments::Report;
use super::month::{meant, past, read};
use super::session::Session;
use super::trouble::Trouble;
use crate::desk::{Desk, HandIn};
use crate::model::clock::Time;
use crate::model::rights::listed_resident;
use crate::model::staff::Staff;
use crate::model::text::clean_line;
use crate::report::month::{MonthReport, Signed, write};
use crate::stats::Month;
use crate::wall_clock;
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;

pub(super) fn run(session: &Session, asked: &Report) -> Ended {
    let mut desk = session.existing_desk()?;
    let me = session.sign_on(&mut desk)?;
    let (words, now) = (&session.words.report, wall_clock::now());
    let month = meant(session, &desk, asked.month.as_deref(), now)?;
    let (current, handed_in) = read(session, &desk, month, now)?;
    let past = past(session, &desk, (1..=12).rev().map(|back| month.before(back)), now)?;
    if !desk.has_matters(month).map_err(|error| session.failed(error))? {
        let _ = writeln!(stderr(), "{}", (words.nothing)(&month.to_string()));
    }
    make(session, &desk, asked, &me, (current.as_ref(), handed_in.as_ref(), &past), now)?;
    writeln!(stdout(), "{}", (words.saved)(&clean_line(&asked.out.display().to_string())))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the report of a month as it was handed in, else as it stands.
fn make(
    session: &Session,
    desk: &Desk,
    asked: &Report,
    me: &Staff,
    (current, handed_in, past): (Option<&Month>, Option<&HandIn>, &[Month]),
    now: Time,
) -> Result<(), Trouble> {
    let Some(month) = handed_in.map(|one| &one.month).or(current) else { return Ok(()) };
    let names = session.names(desk)?;
    let seen = stderr().is_terminal();
    let mut progress = |done: usize, all: usize| {
        if seen {
            let _ = write!(stderr(), "\r{} ", (session.words.report.writing)(done, all));
        }
    };
    let written = session.with_names(&names, now, |telling| {
        let report = MonthReport {
            estate: &session.config.estate,
            words: session.words,
            telling,
            month,
            past,
            signed: handed_in.map(|one| Signed { edition: one.edition, signature: &one.signature, at: one.signed_at }),
            now: current.filter(|_| handed_in.is_some()),
            resident: &|name| listed_resident(me, name),
            repeat_from: session.config.repeat_from,
            width: session.config.sheet_width,
        };
        write(&report, asked.form.as_deref(), &asked.out, &mut progress)
    });
    if seen {
        let _ = writeln!(stderr());
    }
    written.map_err(|trouble| Trouble::told(trouble.told(session.words)))
}
