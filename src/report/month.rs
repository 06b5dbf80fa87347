//! The month's report: the forms of the trade, as a workbook, as one sheet for a spreadsheet, or as text for a line
//! printer (STA-08). All three draw the same forms. Must not know where the figures come from.
mod book;
mod callbacks;
mod complaints;
mod csv;
mod draft;
mod emergencies;
mod figures;
mod form;
mod keys;
mod orders;
mod passes;
mod receptions;
mod reminders;
mod repeats;
mod services;
mod sheets;
mod stocktakes;
#[cfg(test)]
mod tests;
mod text;
mod trouble;
mod visits;

pub use form::{Cell, Chart, ChartKind, Column, Form, Range};
pub use trouble::Trouble;

use crate::locales::{Telling, Words};
use crate::model::clock::Time;
use crate::model::when::write_time;
use crate::stats::{Group, Month};
use draft::Draft;
use std::path::Path;
use strum::VariantArray;

/// Who handed the month in, and when (STA-06).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed<'a> {
    /// 1 for the first, one more for every correction.
    pub edition: u32,
    /// Name typed as signature.
    pub signature: &'a str,
    /// When.
    pub at: Time,
}

/// What the report is made of.
#[derive(Clone, Copy)]
pub struct MonthReport<'a> {
    /// Name of the estate.
    pub estate: &'a str,
    /// The words.
    pub words: &'a Words,
    /// Names of people and lists, the zone, now.
    pub telling: &'a Telling<'a>,
    /// The month: as it was handed in, else as it stands.
    pub month: &'a Month,
    /// Earlier months, the oldest first, for what is compared: as many of the twelve before as there are. Their facts
    /// are not needed.
    pub past: &'a [Month],
    /// Who handed it in.
    pub signed: Option<Signed<'a>>,
    /// A month that was handed in, as it stands now.
    pub now: Option<&'a Month>,
    /// How the name of a resident is written for whoever asks (SEC-03).
    pub resident: &'a dyn Fn(&str) -> String,
    /// From so many times on a problem is one that comes back (STA-07).
    pub repeat_from: u32,
    /// Columns of a line of text, 60 to 132.
    pub width: u16,
}

/// The three ways in which the forms are written, by the ending of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Book,
    Sheet,
    Text,
}

impl Kind {
    fn of(path: &Path) -> Option<Kind> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "xlsx" => Some(Kind::Book),
            "csv" => Some(Kind::Sheet),
            "txt" => Some(Kind::Text),
            _ => None,
        }
    }
}

/// The form that a sheet of one table holds, where none is named. On paper each group has its own instead.
const ONE_TABLE: &str = "figures";

/// All forms of a month, figures before lists. One more list is one more line here.
pub fn forms<'a>(report: &'a MonthReport<'a>) -> Vec<Form<'a>> {
    let mut all = vec![figures::summary(report)];
    all.extend(figures::since(report));
    all.extend(figures::year(report));
    all.extend(Group::VARIANTS.iter().map(|group| figures::breakdown(report, *group)));
    all.extend([
        complaints::table(report),
        orders::table(report),
        sheets::table(report),
        receptions::table(report),
        emergencies::table(report),
        callbacks::table(report),
        services::table(report),
        stocktakes::table(report),
        keys::table(report),
        visits::table(report),
        passes::table(report),
        reminders::table(report),
        repeats::table(report),
        figures::definitions(report),
        figures::all(report),
    ]);
    all
}

/// Writes the report into a file that does not exist yet: `.xlsx`, `.csv` or `.txt` by its ending. Without the name or
/// title of a form all are written, into a `.csv` that of all figures. The file appears under its name when it is whole.
/// `progress` hears how many of how many rows are written.
///
/// # Errors
/// Why nothing was written.
pub fn write(
    report: &MonthReport<'_>,
    form: Option<&str>,
    path: &Path,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), Trouble> {
    let kind = Kind::of(path).ok_or(Trouble::Ending)?;
    let wanted = form.or((kind == Kind::Sheet).then_some(ONE_TABLE));
    let forms = chosen(forms(report), wanted)?;
    let draft = Draft::begin(path)?;
    let mut steps = Steps { done: 0, all: forms.iter().map(|form| form.length).sum(), progress };
    let written = match kind {
        Kind::Book => book::write(report, forms, &draft, &mut steps),
        Kind::Sheet => csv::write(forms, &draft, &mut steps),
        Kind::Text => text::write(report, forms, &draft, &mut steps),
    };
    written.map_err(|error| Trouble::of(error.as_ref(), path))?;
    draft.keep()
}

fn chosen<'a>(all: Vec<Form<'a>>, wanted: Option<&str>) -> Result<Vec<Form<'a>>, Trouble> {
    let Some(wanted) = wanted.map(str::trim) else {
        return Ok(all.into_iter().filter(|form| form.name != ONE_TABLE).collect());
    };
    let known: Vec<String> = all.iter().map(|form| format!("{} {}", form.name, form.title)).collect();
    let meant = |form: &Form<'_>| form.name == wanted || form.title == wanted;
    all.into_iter().find(meant).map(|form| vec![form]).ok_or(Trouble::NoSuchForm { known })
}

/// Counts rows, and tells now and then.
struct Steps<'a> {
    done: usize,
    all: usize,
    progress: &'a mut dyn FnMut(usize, usize),
}

/// So many rows from one word of progress to the next.
const ROWS_A_WORD: usize = 100;

impl Steps<'_> {
    fn row(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(ROWS_A_WORD) || self.done == self.all {
            (self.progress)(self.done, self.all);
        }
    }
}

impl MonthReport<'_> {
    fn before(&self) -> Option<&Month> {
        self.past.iter().find(|past| past.month == self.month.month.before(1))
    }

    fn year_before(&self) -> Option<&Month> {
        self.past.iter().find(|past| past.month == self.month.month.year_before())
    }

    /// Which month of whom it is, and as of when or who signed it: the line under every title.
    fn whose(&self) -> String {
        let zone = self.telling.zone;
        let standing = match &self.signed {
            Some(signed) => (self.words.report.signed)(signed.signature, &write_time(signed.at, zone), signed.edition),
            None => (self.words.report.as_of)(&write_time(self.month.as_of, zone)),
        };
        format!("{}  {}  {standing}", self.estate, self.month.month)
    }
}
