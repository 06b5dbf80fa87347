//! What is settled before a line is tried: where the heading stands, which column is which field, how many lines there
//! are, and which of them name the same thing twice. Must not know what the desk thinks of a line.
use super::columns::{Columns, Wanted};
use super::source::{Line, Merged, Source, column_name};
use super::trouble::{Mismatch, SheetError, Trouble};
use super::{Kind, Order, Phase, Progress};
use crate::model::text::{clean_line, typed};
use crate::model::unit::UnitCode;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// So many lines may stand above the heading: a title, a date, an explanation.
const ABOVE: usize = 5;
/// Every so many lines it is told how far it is.
const EVERY: u64 = 1_000;

/// What is worth knowing about a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// The line of the heading.
    pub heading_at: u64,
    /// Something stands above it.
    pub passed_over: bool,
    /// Titles from whose columns nothing is taken.
    pub unused: Vec<String>,
    /// Cells of the heading that are empty, with something below.
    pub nameless: Vec<String>,
    /// The sheet that is read, and others that have something in them.
    pub sheet: Option<(String, Vec<String>)>,
}

/// An open file, ready to be carried out.
pub struct Plan {
    pub kind: Kind,
    pub source: Source,
    pub columns: Columns,
    pub notes: Notes,
    /// Lines below the heading.
    pub total: u64,
    /// What several lines name.
    pub repeated: HashSet<String>,
}

impl Plan {
    /// Opens the file and reads it through once. `heed` hears how far it is, and says whether to go on.
    pub fn make(order: &Order, heed: &mut dyn FnMut(Progress) -> bool) -> Result<Plan, Trouble> {
        let wanted = Wanted::read(order.kind.action(), &order.map, &order.set)?;
        let mut source = Source::open(&order.file, order.sheet.as_deref())?;
        let mut head = Vec::new();
        source.each(&mut |line| {
            head.push(line);
            head.len() <= ABOVE
        })?;
        let heading = likely(&head).ok_or(SheetError::Empty)?;
        let (heading, columns) = match find(&wanted, &head, heading) {
            Ok(found) => found,
            Err(why) => {
                let merged = merged_cells(&mut source, &head[heading], |_| true)?;
                return Err(if merged.is_empty() { why.into() } else { SheetError::Merged(merged).into() });
            }
        };
        let at = &head[heading];
        let merged = merged_cells(&mut source, at, |column| columns.uses(column))?;
        if !merged.is_empty() {
            return Err(SheetError::Merged(merged).into());
        }
        let sheet = source.among().map(|(sheet, others)| (sheet.to_owned(), others.to_vec()));
        let mut notes = Notes { heading_at: at.number, passed_over: heading > 0, sheet, ..Notes::default() };
        let mut scan = Scan::over(&columns, order.kind, at.number);
        scan.run(&mut source, heed)?;
        notes.name_unused(&at.cells, &columns, &scan.filled);
        let (total, repeated) = (scan.total, scan.repeated());
        Ok(Plan { kind: order.kind, source, columns, notes, total, repeated })
    }
}

impl Notes {
    fn name_unused(&mut self, heading: &[String], columns: &Columns, filled: &[bool]) {
        for at in (0..heading.len().max(filled.len())).filter(|at| !columns.uses(*at)) {
            match heading.get(at).map(|title| title.trim()).filter(|title| !title.is_empty()) {
                Some(title) => self.unused.push(title.to_owned()),
                None if filled.get(at).is_some_and(|filled| *filled) => {
                    self.nameless.push(format!("{}{}", column_name(at), self.heading_at));
                }
                None => {}
            }
        }
    }
}

/// The line that looks like a heading: the first with more than one title in it, else the first at all.
fn likely(head: &[Line]) -> Option<usize> {
    let titles = |line: &Line| line.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    head.iter().position(|line| titles(line) > 1).or((!head.is_empty()).then_some(0))
}

/// The first line in which all columns that are needed are found; else what is wrong with the likely one.
fn find(wanted: &Wanted, head: &[Line], likely: usize) -> Result<(usize, Columns), Mismatch> {
    let mut trouble = None;
    for (at, line) in head.iter().enumerate() {
        match Columns::find(wanted, &line.cells) {
            Ok(columns) => return Ok((at, columns)),
            Err(doubled @ Mismatch::Doubled(..)) => return Err(doubled),
            Err(why) if at == likely => trouble = Some(why),
            Err(_) => {}
        }
    }
    Err(trouble.unwrap_or_else(|| Mismatch::Missing(Vec::new(), Vec::new())))
}

/// Merged cells of the heading that lie over several columns of which one counts, as sheets call them. Cells that are
/// merged downwards alone do no harm.
fn merged_cells(source: &mut Source, heading: &Line, counts: impl Fn(usize) -> bool) -> Result<Vec<String>, Trouble> {
    // A merged cell leaves the ones beside it empty.
    let beside = |at: usize| heading.cells.get(at + 1).is_none_or(|title| title.trim().is_empty());
    if !(0..heading.cells.len()).any(beside) {
        return Ok(Vec::new());
    }
    let here = |one: &Merged| (one.rows.0..=one.rows.1).any(|row| u64::from(row) + 1 == heading.number);
    let wide = |one: &Merged| one.columns.0 < one.columns.1;
    let counts = |one: &Merged| (one.columns.0..=one.columns.1).any(|at| counts(usize::try_from(at).unwrap_or(0)));
    let merged = source.merged()?.into_iter().filter(|one| here(one) && wide(one) && counts(one));
    Ok(merged.map(|one| cells_name(&one)).collect())
}

/// `A1:C1`.
fn cells_name(one: &Merged) -> String {
    let cell =
        |column: u32, row: u32| format!("{}{}", column_name(usize::try_from(column).unwrap_or(0)), u64::from(row) + 1);
    format!("{}:{}", cell(one.columns.0, one.rows.0), cell(one.columns.1, one.rows.1))
}

/// The first reading of all lines.
struct Scan<'a> {
    kind: Kind,
    heading_at: u64,
    columns: &'a Columns,
    total: u64,
    /// Columns with something in them below the heading.
    filled: Vec<bool>,
    /// What lines name, and whether more than one does.
    named: HashMap<String, bool>,
}

impl<'a> Scan<'a> {
    fn over(columns: &'a Columns, kind: Kind, heading_at: u64) -> Scan<'a> {
        Scan { kind, heading_at, columns, total: 0, filled: Vec::new(), named: HashMap::new() }
    }

    fn run(&mut self, source: &mut Source, heed: &mut dyn FnMut(Progress) -> bool) -> Result<(), Trouble> {
        let mut go_on = heed(Progress { phase: Phase::Reading, done: 0, total: None });
        source.each(&mut |line| {
            if line.number > self.heading_at {
                self.add(&line);
            }
            if self.total.is_multiple_of(EVERY) {
                go_on = go_on && heed(Progress { phase: Phase::Reading, done: self.total, total: None });
            }
            go_on
        })?;
        if go_on { Ok(()) } else { Err(Trouble::Stopped) }
    }

    fn add(&mut self, line: &Line) {
        self.total += 1;
        if self.filled.len() < line.cells.len() {
            self.filled.resize(line.cells.len(), false);
        }
        for (filled, cell) in self.filled.iter_mut().zip(&line.cells) {
            *filled |= !cell.trim().is_empty();
        }
        if let Some(name) = identity(self.kind, &self.columns.action(&line.cells)) {
            self.named.entry(name).and_modify(|several| *several = true).or_insert(false);
        }
    }

    fn repeated(self) -> HashSet<String> {
        self.named.into_iter().filter(|(_, several)| *several).map(|(name, _)| name).collect()
    }
}

/// What a line is about, as the desk tells one from another: rather the same for two that differ than the other way round.
pub fn identity(kind: Kind, action: &Value) -> Option<String> {
    let text = |field: &str| action[field].as_str();
    match kind {
        Kind::Residents => {
            let unit = text("unit")?;
            let unit = UnitCode::parse(unit).map_or_else(|_| typed(unit), |unit| unit.as_str().to_owned());
            Some(format!("{unit} {}", clean_line(text("name")?)))
        }
        Kind::Complaints | Kind::WorkOrders => text("old_number").map(clean_line),
        Kind::Keys => text("key").map(|key| typed(key).to_uppercase()),
    }
}
