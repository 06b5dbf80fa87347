//! `stats`: the month's figures, each with what it is out of, its definition and its cases (STA-01 to STA-07). Reads only.
use super::Ended;
use super::arguments::Stats;
use super::due::time;
use super::month::{meant, past, read};
use super::output::json_line;
use super::session::{Names, Session};
use super::table::{Paint, Table};
use super::trouble::Trouble;
use crate::model::clock::Time;
use crate::model::text::clean_line;
use crate::model::when::write_time;
use crate::stats::{Figure, Group, Month, Note, Unit, Which, catalogue, differences, note};
use crate::wall_clock;
use serde_json::{Value, json};
use std::io::{Write, stdout};
use std::process::ExitCode;

pub(super) fn run(session: &Session, asked: &Stats) -> Ended {
    let mut desk = session.existing_desk()?;
    session.sign_on(&mut desk)?;
    let at = time(session, asked.at.as_deref())?;
    let chosen = asked.figure.as_deref().map(|id| figure(session, id)).transpose()?;
    if asked.cases && chosen.is_none() {
        return Err(Trouble::told(session.words.report.which_figure));
    }
    let month = meant(session, &desk, asked.month.as_deref(), at.max(wall_clock::now()))?;
    let (now, handed_in) = read(session, &desk, month, at)?;
    let changed = now.as_ref().zip(handed_in.as_ref()).map(|(now, one)| differences(&one.month, now).len());
    let Some(now) = now.or(handed_in.map(|one| one.month)) else { return Ok(ExitCode::SUCCESS) };
    let told = Told {
        session,
        names: session.names(&desk)?,
        changed,
        empty: !desk.has_matters(month).map_err(|error| session.failed(error))?,
        past: past(session, &desk, [month.year_before(), month.before(1)], at)?,
        month: now,
        at,
    };
    match (asked.json, chosen) {
        (true, chosen) => writeln!(stdout(), "{}", json_line(&told.json(chosen, asked.cases)))?,
        (false, Some(note)) => told.one(&note, asked)?,
        (false, None) => told.all(asked.define)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn figure(session: &Session, id: &str) -> Result<Note, Trouble> {
    note(id.trim()).ok_or_else(|| {
        let known = session.words.list(catalogue().iter().map(|note| note.id));
        Trouble::told((session.words.report.no_such_figure)(&clean_line(id), &known))
    })
}

/// A month and what it is compared with.
struct Told<'a> {
    session: &'a Session,
    names: Names,
    month: Month,
    past: Vec<Month>,
    /// There is nothing of it.
    empty: bool,
    /// Figures that are others since it was handed in.
    changed: Option<usize>,
    at: Time,
}

impl Told<'_> {
    /// Every figure as a whole, group by group.
    fn all(&self, define: bool) -> Result<(), Trouble> {
        let (words, report) = (self.session.words, &self.session.words.report);
        self.head()?;
        if self.empty {
            writeln!(stdout(), "{}", (report.nothing)(&self.month.month.to_string()))?;
            return Ok(());
        }
        let mut table = Table::new(&report.columns);
        let mut last: Option<Group> = None;
        for note in catalogue() {
            if last.replace(note.group) != Some(note.group) {
                table.row(Paint::Plain, vec![format!("[{}]", words.phrase(note.group.title()))]);
            }
            table.row(Paint::Plain, self.cells(&note, None, words.phrase(note.name)));
        }
        table.print(self.session)?;
        if define {
            self.definitions(&catalogue())?;
        }
        Ok(())
    }

    /// One figure with its parts, its definition, and its cases.
    fn one(&self, note: &Note, asked: &Stats) -> Result<(), Trouble> {
        let words = self.session.words;
        self.head()?;
        let mut table = Table::new(&words.report.columns);
        table.row(Paint::Plain, self.cells(note, None, words.phrase(note.name)));
        for figure in note.by.iter().flat_map(|by| self.month.parts(note.id, *by)) {
            let Some((by, word)) = figure.side() else { continue };
            let side =
                self.session.with_names(&self.names, self.at, |telling| words.side(note.group, by, word, telling));
            let name = format!("  {} {side}", words.phrase(by.name()));
            table.row(Paint::Plain, self.cells(note, figure.part.as_deref(), &name));
        }
        table.print(self.session)?;
        self.definitions(std::slice::from_ref(note))?;
        if asked.cases { self.cases(note) } else { Ok(()) }
    }

    fn head(&self) -> Result<(), Trouble> {
        let report = &self.session.words.report;
        let at = write_time(self.at, self.session.config.calendar.zone);
        writeln!(stdout(), "{}  {}", self.month.month, (report.as_of)(&at))?;
        if let Some(changed) = self.changed.filter(|changed| *changed > 0) {
            writeln!(stdout(), "{}", (report.changed)(changed))?;
        }
        Ok(())
    }

    fn cells(&self, note: &Note, part: Option<&str>, name: &str) -> Vec<String> {
        let (words, now) = (self.session.words, self.month.figure(note, part));
        let earlier = |months| {
            let figure = self.earlier(months).map(|month| month.figure(note, part));
            figure.map_or_else(String::new, |figure| words.figure(note.unit, &figure))
        };
        vec![name.to_owned(), words.figure(note.unit, &now), words.out_of(note.unit, &now), earlier(1), earlier(12)]
    }

    fn earlier(&self, months: u32) -> Option<&Month> {
        self.past.iter().find(|past| past.month == self.month.month.before(months))
    }

    fn definitions(&self, notes: &[Note]) -> Result<(), Trouble> {
        let words = self.session.words;
        for note in notes {
            let (name, definition) = (words.phrase(note.name), words.phrase(note.definition));
            writeln!(stdout(), "{name} ({}, {}){}{definition}", note.id, note.rule, words.colon())?;
        }
        Ok(())
    }

    /// The numbers of the cases behind a figure.
    fn cases(&self, note: &Note) -> Result<(), Trouble> {
        let report = &self.session.words.report;
        for (heading, which) in behind(report.counted, report.missing, note.unit) {
            let cases = self.month.cases(note.id, None, which);
            writeln!(stdout(), "{heading} {}", cases.len())?;
            for (_, number) in cases {
                writeln!(stdout(), "  {}", clean_line(number))?;
            }
        }
        Ok(())
    }

    fn json(&self, chosen: Option<Note>, cases: bool) -> Value {
        let notes = chosen.map_or_else(catalogue, |note| vec![note]);
        let of = |note: &Note| self.month.figures.iter().filter(|figure| figure.id == note.id).collect::<Vec<_>>();
        let figures: Vec<Value> =
            notes.iter().flat_map(|note| of(note).into_iter().map(|figure| self.noted(note, figure, cases))).collect();
        json!({ "month": self.month.month, "at": self.at, "changed": self.changed, "figures": figures })
    }

    /// A figure for another program.
    fn noted(&self, note: &Note, figure: &Figure, cases: bool) -> Value {
        let words = self.session.words;
        let part = figure.part.as_deref();
        let earlier = |months| {
            let figure = self.earlier(months).map(|month| month.figure(note, part));
            figure.map(|figure| json!({ "numerator": figure.numerator, "denominator": figure.denominator }))
        };
        let mut noted = json!({
            "id": note.id, "part": part, "group": note.group, "rule": note.rule, "unit": note.unit,
            "name": words.phrase(note.name), "definition": words.phrase(note.definition),
            "numerator": figure.numerator, "denominator": figure.denominator,
            "per_mille": figure.per_mille().filter(|_| note.unit == Unit::Share),
            "seconds": figure.seconds(note.unit).filter(|_| matches!(note.unit, Unit::Mean | Unit::Percentile90)),
            "before": earlier(1), "year_before": earlier(12),
        });
        if cases {
            for (name, which) in behind("counted", "missing", note.unit) {
                let numbers = self.month.cases(note.id, part, which).into_iter().map(|(_, number)| number);
                noted[name] = numbers.collect();
            }
        }
        noted
    }
}

/// Of which cases a figure can be asked: those in it, and those that a share leaves out.
fn behind<'a>(counted: &'a str, missing: &'a str, unit: Unit) -> impl Iterator<Item = (&'a str, Which)> {
    let left_out = (unit == Unit::Share).then_some((missing, Which::Missing));
    [(counted, Which::Counted)].into_iter().chain(left_out)
}
