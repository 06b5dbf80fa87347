//! A form of the month as rows of typed cells under headings. Must not know how it is written: each writer draws the
//! same forms.
use super::MonthReport;
use crate::model::clock::Time;
use crate::model::complaint::Outcome;
use crate::model::fact::Timing;
use crate::model::house_key::Fen;
use crate::model::phrase::Phrase;
use crate::model::staff::Department;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// What stands in a cell, with its kind, so that a workbook can go on reckoning with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Left empty.
    Nothing,
    /// Words. What people typed may stand in it.
    Text(String),
    /// A count.
    Number(i64),
    /// A share in tenths of a hundredth.
    Share(i64),
    /// A length of time in seconds.
    Span(i64),
    /// Money.
    Money(Fen),
    /// A local date.
    Day(NaiveDate),
    /// A local time of day.
    Clock(NaiveTime),
    /// Both.
    Moment(NaiveDateTime),
}

impl Cell {
    /// Words, or nothing.
    pub fn text(text: Option<impl Into<String>>) -> Cell {
        text.map_or(Cell::Nothing, |text| Cell::Text(text.into()))
    }
}

/// A column: what stands above it, and how many cells of a terminal it is wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Heading.
    pub title: String,
    /// Width; a Han character takes two.
    pub width: u16,
    /// Whether numbers stand in it, at its right edge.
    pub right: bool,
}

/// Where the numbers of a chart stand on its form: row 0 is the heading, column 0 the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First row and column.
    pub from: (usize, usize),
    /// Last row and column.
    pub to: (usize, usize),
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// A bar for each part.
    Bars,
    /// A line over the months.
    Lines,
}

/// A chart below a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// How it is drawn.
    pub kind: ChartKind,
    /// What it shows.
    pub title: String,
    /// Where the names on its axis stand.
    pub names: Range,
    /// Name and place of the numbers of each series.
    pub series: Vec<(String, Range)>,
    /// The largest of its numbers, all of which are counts.
    pub largest: i64,
}

/// A form of the month.
pub struct Form<'a> {
    /// Its short name, `complaint_table`: what `--form` takes.
    pub name: &'static str,
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// How many rows it has.
    pub length: usize,
    /// Its rows. They are made while they are written, so that a long list needs no room.
    pub rows: Box<dyn Iterator<Item = Vec<Cell>> + 'a>,
    /// Charts of it.
    pub charts: Vec<Chart>,
}

impl<'a> Form<'a> {
    /// A form of rows that are there already.
    pub(super) fn of(name: &'static str, title: String, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Form<'a> {
        Form { name, title, columns, length: rows.len(), rows: Box::new(rows.into_iter()), charts: Vec::new() }
    }

    /// The same with its charts.
    pub(super) fn with(self, charts: Vec<Chart>) -> Form<'a> {
        Form { charts, ..self }
    }
}

/// A column of a list: how it is headed, and what it shows of a fact.
pub(super) struct ListColumn<F: 'static> {
    /// Heading.
    pub title: Phrase,
    /// Width.
    pub width: u16,
    /// What it shows.
    pub cell: fn(&F, &MonthReport<'_>) -> Cell,
}

/// The form of a list: a row for each fact.
pub(super) fn list<'a, F>(
    report: &'a MonthReport<'a>,
    (name, title): (&'static str, Phrase),
    columns: &'static [ListColumn<F>],
    facts: impl Iterator<Item = &'a F> + Clone + 'a,
) -> Form<'a> {
    Form {
        name,
        title: report.say(title).to_owned(),
        columns: columns.iter().map(|one| report.column(one.title, one.width)).collect(),
        length: facts.clone().count(),
        rows: Box::new(facts.map(move |fact| columns.iter().map(|column| (column.cell)(fact, report)).collect())),
        charts: Vec::new(),
    }
}

/// A column of a list.
pub(super) const fn column<F>(
    zh: &'static str,
    en: &'static str,
    width: u16,
    cell: fn(&F, &MonthReport<'_>) -> Cell,
) -> ListColumn<F> {
    ListColumn { title: say(zh, en), width, cell }
}

/// Words in both languages.
pub(super) const fn say(zh: &'static str, en: &'static str) -> Phrase {
    Phrase { zh, en }
}

impl MonthReport<'_> {
    /// A phrase in the language of the report.
    pub(super) fn say(&self, phrase: Phrase) -> &'static str {
        self.words.phrase(phrase)
    }

    /// A column under a heading.
    pub(super) fn column(&self, title: Phrase, width: u16) -> Column {
        Column { title: self.say(title).to_owned(), width, right: false }
    }

    /// A column of numbers under a heading.
    pub(super) fn number_column(&self, title: Phrase, width: u16) -> Column {
        Column { right: true, ..self.column(title, width) }
    }

    /// A member of the staff by login.
    pub(super) fn staff(&self, login: Option<&str>) -> Cell {
        Cell::text(login.map(self.telling.name))
    }

    /// A resident, whose name not everybody takes out of the house (SEC-03).
    pub(super) fn resident(&self, name: Option<&str>) -> Cell {
        Cell::text(name.map(self.resident))
    }

    /// Words that are there, as they are.
    pub(super) fn word(&self, word: &'static str) -> Cell {
        Cell::Text(word.to_owned())
    }

    /// A department.
    pub(super) fn department(&self, department: Option<Department>) -> Cell {
        Cell::text(department.map(|one| self.words.department(one)))
    }

    /// What the resident said.
    pub(super) fn outcome(&self, satisfied: Option<bool>) -> Cell {
        let outcome = |satisfied| if satisfied { Outcome::Satisfied } else { Outcome::Unsatisfied };
        Cell::text(satisfied.map(|satisfied| self.words.outcome(outcome(satisfied))))
    }

    /// Whether it was in time, as of the report.
    pub(super) fn in_time(&self, timing: &Timing) -> Cell {
        self.flag(timing.in_time(self.month.as_of))
    }

    /// What the settings call one of their ids.
    pub(super) fn listed(&self, field: &str, id: &str) -> Cell {
        Cell::Text((self.telling.listed)(field, id))
    }

    /// The local day of a moment.
    pub(super) fn day(&self, at: Option<Time>) -> Cell {
        at.map_or(Cell::Nothing, |at| Cell::Day(self.local(at).date()))
    }

    /// The local time of day of a moment.
    pub(super) fn clock(&self, at: Option<Time>) -> Cell {
        at.map_or(Cell::Nothing, |at| Cell::Clock(self.local(at).time()))
    }

    /// A moment, in local time.
    pub(super) fn moment(&self, at: Option<Time>) -> Cell {
        at.map_or(Cell::Nothing, |at| Cell::Moment(self.local(at)))
    }

    /// Yes, no, or nothing where that is not known.
    pub(super) fn flag(&self, flag: Option<bool>) -> Cell {
        Cell::text(flag.map(|flag| self.words.yes_no(flag)))
    }

    fn local(&self, at: Time) -> NaiveDateTime {
        at.with_timezone(&self.telling.zone).naive_local()
    }
}
