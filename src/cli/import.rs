//! `import`: lines of a sheet become actions, one each. Which column is which field is settled before anything is saved.
mod columns;
mod sheet;

use super::Ended;
use super::act::error;
use super::arguments::{Import, ImportKind};
use super::output::json_line;
use super::session::Session;
use super::trouble::Trouble;
use crate::desk::Desk;
use crate::desk::answer::{Done, Hint};
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::model::text::{clean_line, typed};
use crate::wall_clock;
pub(super) use columns::word;
use columns::{Columns, Mismatch, Wanted};
use serde_json::{Value, json};
use sheet::SheetError;
use std::collections::BTreeSet;
use std::io::{Write, stderr, stdout};
use std::process::ExitCode;

impl ImportKind {
    /// The action that a line becomes.
    fn action(self) -> &'static str {
        match self {
            ImportKind::Residents => "record_resident",
            ImportKind::Complaints => "import_complaint",
            ImportKind::Keys => "record_key",
        }
    }
}

pub(super) fn run(session: &Session, import: &Import) -> Ended {
    let words = session.words;
    let wanted = Wanted::read(import.what.action(), &import.map, &import.set).map_err(|why| refused(session, &why))?;
    let sheet = sheet::read(&import.file).map_err(|why| {
        let file = clean_line(&import.file.display().to_string());
        Trouble::told(format!("{file}: {}", unread(session, &why)))
    })?;
    let columns = Columns::find(&wanted, &sheet.heading).map_err(|why| refused(session, &why))?;
    let unused = columns.unused(&sheet.heading);
    if !unused.is_empty() {
        let _ = writeln!(stderr(), "{}", clean_line(&(words.cli.unused_columns)(&words.list(unused))));
    }
    let mut desk = session.desk()?;
    session.sign_on(&mut desk)?;
    let lines = sheet.lines.iter().map(|line| (line.number, columns.action(&line.cells)));
    let (lines, doubled) = once(lines, import.what);
    let (numbers, actions): (Vec<u64>, Vec<Value>) = lines.into_iter().unzip();
    let outcomes = perform(session, &mut desk, actions.into_iter(), import.dry_run)?;
    let tally = Tally::of(numbers.into_iter().zip(outcomes).chain(doubled));
    tally.print(session, &desk, import)?;
    Ok(if tally.refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn unread(session: &Session, why: &SheetError) -> String {
    let cli = &session.words.cli;
    match why {
        SheetError::Ending => cli.sheet_ending.to_owned(),
        SheetError::Unreadable(why) => (cli.sheet_unreadable)(&clean_line(why)),
        SheetError::NotUtf8(line) => (cli.sheet_not_utf8)(*line),
        SheetError::Empty => cli.sheet_empty.to_owned(),
    }
}

fn refused(session: &Session, why: &Mismatch) -> Trouble {
    let (words, cli) = (session.words, &session.words.cli);
    let sentence = match why {
        Mismatch::NotAPair(text) => (cli.not_a_pair)(text),
        Mismatch::NoSuchField(field, known) => (cli.no_such_field)(field, &words.list(known)),
        Mismatch::NoSuchColumn(column, known) => (cli.no_such_column)(column, &words.list(known)),
        Mismatch::Missing(fields, columns) => {
            let named = fields.iter().map(|field| format!("{field} {}", words.field(field)));
            (cli.columns_missing)(&words.list(named), &words.list(columns))
        }
    };
    Trouble::told(clean_line(&sentence))
}

/// A line and what came of it.
type Outcome = (u64, Result<Done, Refusal>);

/// Lines that are to be performed, and those whose number stands on an earlier line of the same file: which of the two
/// is meant nobody can know but who wrote them.
fn once(lines: impl Iterator<Item = (u64, Value)>, what: ImportKind) -> (Vec<(u64, Value)>, Vec<Outcome>) {
    if what != ImportKind::Keys {
        return (lines.collect(), Vec::new());
    }
    let mut seen = BTreeSet::new();
    let is_new =
        |(_, action): &(u64, Value)| action["key"].as_str().is_none_or(|key| seen.insert(typed(key).to_uppercase()));
    let (first, doubled): (Vec<_>, Vec<_>) = lines.partition(is_new);
    let refused = |(line, _)| (line, Err(Refusal::field("key", FaultWhy::Taken)));
    (first, doubled.into_iter().map(refused).collect())
}

/// Performs every line. A rehearsal is the same thing in a transaction that is never committed.
fn perform(
    session: &Session,
    desk: &mut Desk,
    actions: impl Iterator<Item = Value>,
    rehearsal: bool,
) -> Result<Vec<Result<Done, Refusal>>, Trouble> {
    let now = wall_clock::now();
    let failed = |refusal: Refusal| session.refused(&refusal);
    if !rehearsal {
        return desk.perform_batch(actions, &session.login, now).map_err(failed);
    }
    let mut batch = desk.batch().map_err(failed)?;
    Ok(actions.map(|action| batch.perform_json(action, &session.login, now)).collect())
}

/// What came of the lines.
#[derive(Default)]
struct Tally {
    taken: usize,
    /// Residents who were known already.
    known: usize,
    /// Complaints and keys that were brought in before.
    there: usize,
    /// Line and reason.
    refused: Vec<(u64, Refusal)>,
}

impl Tally {
    fn of(outcomes: impl Iterator<Item = Outcome>) -> Tally {
        let mut tally = Tally::default();
        for (line, outcome) in outcomes {
            match outcome {
                Ok(done) if done.hint == Some(Hint::UpToDate) => tally.known += 1,
                Ok(_) => tally.taken += 1,
                Err(Refusal::AlreadyThere(_)) => tally.there += 1,
                Err(refusal) => tally.refused.push((line, refusal)),
            }
        }
        tally.refused.sort_by_key(|(line, _)| *line);
        tally
    }

    fn print(&self, session: &Session, desk: &Desk, import: &Import) -> Result<(), Trouble> {
        let (names, now, cli) = (session.names(desk)?, wall_clock::now(), &session.words.cli);
        let mut out = stdout().lock();
        if import.json {
            let refused = self.refused.iter().map(|(line, refusal)| {
                let mut note = error(session, &names, refusal, now);
                note["line"] = json!(line);
                note
            });
            let told = json!({
                "taken": self.taken, "known": self.known, "already_there": self.there,
                "refused": refused.collect::<Vec<_>>(), "dry_run": import.dry_run,
            });
            writeln!(out, "{}", json_line(&told))?;
            return Ok(());
        }
        for (line, refusal) in &self.refused {
            let why = session.with_names(&names, now, |telling| session.words.refusal(refusal, telling));
            writeln!(out, "{}", (cli.line)(*line, &why))?;
        }
        writeln!(out, "{}", (cli.tally)(self.taken, self.known, self.there, self.refused.len()))?;
        if import.dry_run {
            writeln!(out, "{}", cli.rehearsal)?;
        }
        Ok(())
    }
}
