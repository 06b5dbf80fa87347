//! `sheet`: the three-part paper sheet of a work order, shown, saved or printed (DSP-11).
use super::Ended;
use super::arguments::Sheet;
use super::session::Session;
use super::trouble::Trouble;
use crate::desk::answer::Part;
use crate::model::text::clean_line;
use crate::report::{Slip, printer, sheet};
use crate::wall_clock;
use std::fs::File;
use std::io::{Error, Write, stdout};
use std::process::ExitCode;

pub(super) fn run(session: &Session, asked: &Sheet) -> Ended {
    let mut desk = session.existing_desk()?;
    let me = session.sign_on(&mut desk)?;
    let (words, now) = (session.words, wall_clock::now());
    let found = desk.sheet(&asked.number, &me).map_err(|refusal| session.refused(&refusal))?;
    let Part::WorkOrder(order) = &found.part else {
        return Err(Trouble::told((words.cli.not_an_order)(&clean_line(&found.case.number))));
    };
    let names = session.names(&desk)?;
    let name = |login: &str| session.with_names(&names, now, |telling| words.doer(login, telling));
    let technician = order.technician.as_deref().map(name);
    let text = sheet(
        words,
        &Slip {
            estate: &session.config.estate,
            width: session.config.sheet_width,
            case: &found.case,
            order,
            job: &session.listed("job", &order.job),
            acceptor: &name(&found.case.acceptor),
            technician: technician.as_deref(),
            zone: session.config.calendar.zone,
            now,
        },
    );
    match &asked.out {
        Some(path) => {
            let shown = clean_line(&path.display().to_string());
            let failed = |error: Error| Trouble::told((words.cli.not_written)(&shown, &error.to_string()));
            // What is there already is never written over.
            File::create_new(path).and_then(|mut file| file.write_all(text.as_bytes())).map_err(failed)?;
            writeln!(stdout(), "{}", (words.cli.sheet_saved)(&shown))?;
        }
        None if asked.print => {
            print(session, &text)?;
            writeln!(stdout(), "{}", (words.cli.printed)(&clean_line(&found.case.number)))?;
        }
        None => stdout().write_all(text.as_bytes())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Gives the text to the command of the settings.
fn print(session: &Session, text: &str) -> Result<(), Trouble> {
    let words = &session.words.cli;
    let command = session.config.print.as_deref().ok_or_else(|| Trouble::told(words.no_printer))?;
    let failed = |why: &str| Trouble::told((words.print_failed)(&clean_line(command), &clean_line(why)));
    printer::print(command, text).map_err(|why| failed(&why))
}
