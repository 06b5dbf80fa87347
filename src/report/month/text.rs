//! The forms as plain text for a line printer: aligned by display width, a form feed between pages, the head on each.
use super::draft::Draft;
use super::form::{Cell, Column, Form};
use super::{MonthReport, Steps};
use crate::model::text::clean_line;
use crate::report::paper::{filled, wrap};
use std::error::Error;
use std::io::{self, BufWriter, Write};
use unicode_width::UnicodeWidthStr;

/// Lines on a page. The paper has 66; those left free keep the fold clear, and a form feed right behind the last line
/// would throw an empty page.
const PAGE: usize = 60;
/// Between two columns.
const GAP: usize = 2;
/// Where the columns of a row do not fit beside each other, the further lines are set in.
const INDENT: usize = 4;
/// From here on a column holds whole sentences, and takes what is left of its line.
const SENTENCE: usize = 24;

/// Writes the forms, each from the top of a page.
pub(super) fn write(
    report: &MonthReport<'_>,
    forms: Vec<Form<'_>>,
    draft: &Draft,
    steps: &mut Steps<'_>,
) -> Result<(), Box<dyn Error>> {
    let mut printer = Printer { out: BufWriter::new(&draft.file), page: 0, line: PAGE, head: Vec::new() };
    let width = usize::from(report.width);
    for form in forms {
        let layout = Layout::of(&form.columns, width);
        let titles: Vec<String> = form.columns.iter().map(|column| column.title.clone()).collect();
        let mut head = vec![form.title.clone(), report.whose(), "-".repeat(width)];
        head.extend(layout.lines(&titles));
        head.push("-".repeat(width));
        printer.begin(head);
        if form.length == 0 {
            printer.row(report, width, &[report.words.report.no_rows.to_owned()])?;
        }
        for row in form.rows {
            let cells: Vec<String> = row.iter().map(|cell| written(report, cell)).collect();
            let mut lines = layout.lines(&cells);
            // A row of several lines needs a gap to be seen as one.
            lines.extend((layout.0.len() > 1).then(String::new));
            printer.row(report, width, &lines)?;
            steps.row();
        }
    }
    Ok(printer.out.flush()?)
}

fn written(report: &MonthReport<'_>, cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => clean_line(words),
        Cell::Span(seconds) => report.words.span(*seconds),
        Cell::Money(fen) => report.words.money(*fen),
        other => plain(other),
    }
}

/// A cell whose writing is the same everywhere.
pub(super) fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(words) => words.clone(),
        Cell::Number(number) | Cell::Span(number) | Cell::Money(number) => number.to_string(),
        Cell::Share(share) => format!("{}.{}%", share / 10, share % 10),
        Cell::Day(day) => day.format("%Y-%m-%d").to_string(),
        Cell::Clock(clock) => clock.format("%H:%M").to_string(),
        Cell::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// Where a column stands in its line.
struct Place {
    column: usize,
    width: usize,
    right: bool,
}

/// The columns of a row, line by line.
struct Layout(Vec<Vec<Place>>);

impl Layout {
    fn of(columns: &[Column], width: usize) -> Layout {
        let mut lines: Vec<Vec<Place>> = vec![Vec::new()];
        for (at, column) in columns.iter().enumerate() {
            let indent = if lines.len() > 1 { INDENT } else { 0 };
            let wanted = usize::from(column.width).clamp(1, width - INDENT);
            let line = lines.last_mut().filter(|line| indent + taken(line) + wanted <= width);
            let place = Place { column: at, width: wanted, right: column.right };
            match line {
                Some(line) => line.push(place),
                None => lines.push(vec![place]),
            }
        }
        for (number, line) in lines.iter_mut().enumerate() {
            let indent = if number > 0 { INDENT } else { 0 };
            let left = (width + GAP).saturating_sub(indent + taken(line));
            if let Some(widest) = line.iter_mut().max_by_key(|place| place.width).filter(|one| one.width >= SENTENCE) {
                widest.width += left;
            }
        }
        Layout(lines)
    }

    fn lines(&self, cells: &[String]) -> Vec<String> {
        let mut all = Vec::new();
        for (number, places) in self.0.iter().enumerate() {
            let wrapped: Vec<Vec<String>> = places
                .iter()
                .map(|place| wrap(cells.get(place.column).map_or("", String::as_str), place.width))
                .collect();
            let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
            let indent = if number > 0 { " ".repeat(INDENT) } else { String::new() };
            for at in 0..height {
                let mut line = indent.clone();
                for (place, lines) in places.iter().zip(&wrapped) {
                    let text = lines.get(at).map_or("", String::as_str);
                    let before = if place.right { place.width.saturating_sub(text.width()) } else { 0 };
                    line += &filled(&format!("{}{text}", " ".repeat(before)), place.width + GAP, " ");
                }
                all.push(line.trim_end().to_owned());
            }
        }
        all
    }
}

/// Cells that the columns of a line take, with the gap behind each.
fn taken(line: &[Place]) -> usize {
    line.iter().map(|place| place.width + GAP).sum()
}

/// Puts lines on pages.
struct Printer<W> {
    out: W,
    page: usize,
    line: usize,
    head: Vec<String>,
}

impl<W: Write> Printer<W> {
    /// Goes on with another form on a page of its own.
    fn begin(&mut self, head: Vec<String>) {
        (self.head, self.line) = (head, PAGE);
    }

    /// Writes the lines of a row, on a new page if they do not fit on this one.
    fn row(&mut self, report: &MonthReport<'_>, width: usize, lines: &[String]) -> io::Result<()> {
        let fits = self.line + lines.len() <= PAGE;
        if !fits {
            self.turn(report, width)?;
        }
        for line in lines {
            // A row longer than a page goes on over the next.
            if self.line >= PAGE {
                self.turn(report, width)?;
            }
            writeln!(self.out, "{line}")?;
            self.line += 1;
        }
        Ok(())
    }

    fn turn(&mut self, report: &MonthReport<'_>, width: usize) -> io::Result<()> {
        if self.page > 0 {
            write!(self.out, "\x0c")?;
        }
        self.page += 1;
        self.line = self.head.len();
        let number = (report.words.report.page)(self.page);
        for (at, line) in self.head.iter().enumerate() {
            let blanks = width.saturating_sub(line.width() + number.width());
            match at {
                0 => writeln!(self.out, "{line}{}{number}", " ".repeat(blanks))?,
                _ => writeln!(self.out, "{line}")?,
            }
        }
        Ok(())
    }
}
