//! `import`: a sheet brought in from the command line. How far it is stands on standard error where that is a terminal;
//! Ctrl-C stops it between two lines. Must not know how a sheet is read.
use super::Ended;
use super::act::error;
use super::arguments::{Import, ImportKind};
use super::output::json_line;
use super::session::Session;
use super::trouble::Trouble;
use crate::desk::Desk;
use crate::desk::refusal::Refusal;
use crate::locales::Words;
use crate::model::text::clean_line;
use crate::sheets::{self, Ended as End, Kind, Order, Outcome, Phase, Progress};
use crate::wall_clock;
use serde_json::{Value, json};
use signal_hook::consts::{SIGINT, SIGTERM};
use std::io::{IsTerminal, Write, stderr, stdout};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How often the line on the terminal is written anew.
const EVERY: Duration = Duration::from_millis(250);
/// Status of a program that Ctrl-C has ended.
const INTERRUPTED: u8 = 130;

impl From<ImportKind> for Kind {
    fn from(what: ImportKind) -> Kind {
        match what {
            ImportKind::Residents => Kind::Residents,
            ImportKind::Complaints => Kind::Complaints,
            ImportKind::WorkOrders => Kind::WorkOrders,
            ImportKind::Keys => Kind::Keys,
        }
    }
}

pub(super) fn run(session: &Session, import: &Import) -> Ended {
    let order = Order {
        kind: import.what.into(),
        file: import.file.clone(),
        sheet: import.sheet.clone(),
        map: import.map.clone(),
        set: import.set.clone(),
        rehearsal: import.dry_run,
    };
    let mut desk = session.desk()?;
    session.sign_on(&mut desk)?;
    let stop = asked_to_stop();
    let mut meter = Meter::new(session.words);
    let mut heed = |progress: Progress| {
        meter.show(progress);
        !stop.load(Ordering::Relaxed)
    };
    let outcome = sheets::import(&mut desk, &order, &session.login, wall_clock::now(), &mut heed);
    meter.wipe();
    let outcome = match outcome {
        Ok(outcome) => outcome,
        Err(sheets::Trouble::Stopped) => {
            let _ = writeln!(stderr(), "{}", session.words.imports.stopped_at_once);
            return Ok(ExitCode::from(INTERRUPTED));
        }
        Err(why) => return Err(refused(session, import, &why)),
    };
    for note in outcome.notes_told(session.words) {
        let _ = writeln!(stderr(), "{note}");
    }
    if import.json {
        print_json(session, &desk, &outcome)?
    } else {
        print(session, &desk, &outcome)?
    }
    Ok(match outcome.ended {
        Some(End::Stopped) => ExitCode::from(INTERRUPTED),
        _ if outcome.all_well() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// True once somebody has pressed Ctrl-C, or the machine goes down; a second time ends the program at once.
fn asked_to_stop() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        let _ = signal_hook::flag::register_conditional_default(signal, Arc::clone(&stop));
        let _ = signal_hook::flag::register(signal, Arc::clone(&stop));
    }
    stop
}

fn refused(session: &Session, import: &Import, why: &sheets::Trouble) -> Trouble {
    let words = session.words;
    match why {
        sheets::Trouble::Sheet(why) => {
            Trouble::told(format!("{}: {}", clean_line(&import.file.display().to_string()), why.told(words)))
        }
        sheets::Trouble::Columns(why) => Trouble::told(why.told(words)),
        sheets::Trouble::Refused(refusal) => session.refused(refusal),
        sheets::Trouble::Stopped => Trouble::told(words.imports.stopped_at_once),
    }
}

/// The line that says how far it is.
struct Meter {
    words: &'static Words,
    seen: bool,
    shown: Option<Instant>,
}

impl Meter {
    fn new(words: &'static Words) -> Meter {
        Meter { words, seen: stderr().is_terminal(), shown: None }
    }

    fn show(&mut self, progress: Progress) {
        let fresh = self.shown.is_none_or(|at| at.elapsed() >= EVERY);
        if !self.seen || !fresh || progress.done == 0 {
            return;
        }
        self.shown = Some(Instant::now());
        let imports = &self.words.imports;
        let what = match progress.phase {
            Phase::Reading => imports.reading,
            Phase::Trying => imports.trying,
            Phase::Saving => imports.saving,
        };
        let total = progress.total.map(|total| format!("/{total}")).unwrap_or_default();
        let _ = write!(stderr(), "\r{what} {}{total}\x1b[K", progress.done);
    }

    fn wipe(&self) {
        if self.shown.is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

fn print_json(session: &Session, desk: &Desk, outcome: &Outcome) -> Result<(), Trouble> {
    let (names, now) = (session.names(desk)?, wall_clock::now());
    let note = |refusal: &Refusal| error(session, &names, refusal, now);
    let refused = outcome.refused.iter().map(|(line, refusal)| {
        let mut note = note(refusal);
        note["line"] = json!(line);
        note
    });
    let samples = outcome.samples.iter().map(|sample| {
        let fields: serde_json::Map<String, Value> =
            sample.fields.iter().map(|(field, text)| (field.clone(), json!(text))).collect();
        json!({"line": sample.line, "number": sample.number, "state": sample.state, "known": sample.known, "fields": fields})
    });
    let mut told = json!({
        "taken": outcome.taken, "known": outcome.known, "already_there": outcome.there,
        "refused": refused.collect::<Vec<_>>(), "dry_run": outcome.rehearsal,
        "lines": outcome.total, "done": outcome.done, "samples": samples.collect::<Vec<_>>(),
        "stopped": matches!(outcome.ended, Some(End::Stopped)),
    });
    if let Some(End::Failed(refusal)) = &outcome.ended {
        told["error"] = note(refusal);
    }
    writeln!(stdout().lock(), "{}", json_line(&told))?;
    Ok(())
}

fn print(session: &Session, desk: &Desk, outcome: &Outcome) -> Result<(), Trouble> {
    let (names, now, imports) = (session.names(desk)?, wall_clock::now(), &session.words.imports);
    let why = |refusal: &Refusal| session.with_names(&names, now, |telling| session.words.refusal(refusal, telling));
    let mut out = stdout().lock();
    for (line, refusal) in &outcome.refused {
        writeln!(out, "{}", (imports.line)(*line, &why(refusal)))?;
    }
    if outcome.rehearsal && !outcome.samples.is_empty() {
        writeln!(out, "{}", imports.samples)?;
        for sample in &outcome.samples {
            writeln!(out, "  {}", sample.told(session.words))?;
        }
    }
    for line in outcome.told(session.words) {
        writeln!(out, "{line}")?;
    }
    if let Some(End::Failed(refusal)) = &outcome.ended {
        let _ = writeln!(stderr(), "frontdesk: {}", why(refusal));
    }
    Ok(())
}
