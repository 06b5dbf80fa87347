//! The forms as a workbook, one sheet each, ready to be printed on A4. Numbers, shares, times and dates are what they are,
//! not text; text stays text, whatever it begins with.
mod chart;
mod formats;

use super::draft::Draft;
use super::figures::FIGURE;
use super::form::{Cell, Column, Form, say};
use super::{MonthReport, Steps};
use crate::model::phrase::Phrase;
use crate::model::text::clean_text;
use crate::report::paper::wrap;
use formats::Formats;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::error::Error;
use std::io::BufWriter;

/// Rows above the first of the list: title, whose it is, headings.
const HEAD: u32 = 3;
/// A4 by its number.
const A4: u8 = 9;
/// Wider forms lie on their side.
const UPRIGHT: u32 = 96;
/// A column of numbers is at least so wide.
const NUMBER: u16 = 10;
/// What the indent of a text takes of its column.
const INDENT: f64 = 1.5;
/// How lengths of time are written, behind the heading of the figures among which there are any.
const SPANS: Phrase = say("（时长为 时:分）", " (lengths of time as h:mm)");
/// The longest name of a sheet.
const SHEET_NAME: usize = 31;
/// Points of a line of text, and the most lines of a row.
const LINE: f64 = 15.0;
const LINES: usize = 29;
/// The most characters that a cell takes.
const CELL: usize = 32_000;

/// Writes the forms, one sheet each, and their charts on a last one.
pub(super) fn write(
    report: &MonthReport<'_>,
    forms: Vec<Form<'_>>,
    draft: &Draft,
    steps: &mut Steps<'_>,
) -> Result<(), Box<dyn Error>> {
    let mut book = Workbook::new();
    book.set_properties(&properties(report)?);
    let formats = Formats::new();
    let mut charts = Vec::new();
    for form in forms {
        charts.extend(form.charts.iter().map(|chart| chart::drawn(chart, &sheet_name(&form.title))));
        // The library can write rows to the disk as they come, but ends the program there when the disk is full. Held
        // whole, a month takes as much as it has, whatever else is in the file.
        let page = book.add_worksheet();
        sheet(report, form, page, &formats, steps)?;
    }
    if !charts.is_empty() {
        chart::sheet(report, &charts, book.add_worksheet(), &formats)?;
    }
    Ok(book.save_to_writer(BufWriter::new(&draft.file))?)
}

fn properties(report: &MonthReport<'_>) -> Result<DocProperties, XlsxError> {
    let now = ExcelDateTime::from_timestamp(report.telling.now.timestamp())?;
    let title = format!("{} {}", report.month.month, report.words.report.title);
    let author = report.signed.map_or(report.estate, |signed| signed.signature);
    let properties = DocProperties::new().set_title(title).set_company(report.estate).set_author(author);
    Ok(properties.set_creation_datetime(&now))
}

fn sheet(
    report: &MonthReport<'_>,
    form: Form<'_>,
    page: &mut Worksheet,
    formats: &Formats,
    steps: &mut Steps<'_>,
) -> Result<(), XlsxError> {
    page.set_name(sheet_name(&form.title))?;
    let last_column = u16::try_from(form.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let last_row = HEAD + u32::try_from(form.length).unwrap_or(u32::MAX - HEAD) - 1;
    let mut all = 0;
    for (at, column) in (0..).zip(&form.columns) {
        // What is too wide shows as ### where it is a number, and breaks where it is text.
        let (width, edge) = if column.right { (column.width.max(NUMBER), 1.5) } else { (column.width, 1.5 + INDENT) };
        page.set_column_width(at, f64::from(width) + edge)?;
        all += u32::from(width);
    }
    paper(report, page, all > UPRIGHT)?;
    page.set_print_area(0, 0, last_row, last_column)?;
    page.set_freeze_panes(HEAD, 1)?;
    if form.length > 1 {
        page.autofilter(HEAD - 1, 0, last_row, last_column)?;
    }
    page.write_string_with_format(0, 0, &form.title, &formats.title)?;
    page.write_string_with_format(1, 0, report.whose(), &formats.whose)?;
    let mut spans = false;
    for (row, cells) in (HEAD..).zip(form.rows) {
        page.set_row_height(row, height(&form.columns, &cells))?;
        for (column, cell) in (0..).zip(&cells) {
            write_cell(page, (row, column), cell, formats)?;
        }
        spans |= cells.iter().any(|cell| matches!(cell, Cell::Span(_)));
        steps.row();
    }
    headings(report, &form.columns, spans, page, formats)
}

/// The headings, of which that of the figures says how lengths of time are written where there are any.
fn headings(
    report: &MonthReport<'_>,
    columns: &[Column],
    spans: bool,
    page: &mut Worksheet,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let title = |column: &Column| {
        let unit = if spans && column.title == report.say(FIGURE) { report.say(SPANS) } else { "" };
        Cell::Text(format!("{}{unit}", column.title))
    };
    let titles: Vec<Cell> = columns.iter().map(title).collect();
    page.set_row_height(HEAD - 1, height(columns, &titles))?;
    for (at, title) in (0..).zip(&titles) {
        if let Cell::Text(title) = title {
            page.write_string_with_format(HEAD - 1, at, title, &formats.heading)?;
        }
    }
    Ok(())
}

/// Signs of one width that stand in a line: the letters are a little smaller than those that columns are measured by.
fn fitting(width: u16) -> usize {
    usize::from(width) * 21 / 20 + 1
}

/// The height of a row whose texts break: not every program finds it out by itself.
fn height(columns: &[Column], cells: &[Cell]) -> f64 {
    let lines = columns.iter().zip(cells).map(|(column, cell)| match cell {
        Cell::Text(text) => text.lines().map(|line| wrap(line, fitting(column.width)).len()).sum(),
        _ => 1,
    });
    LINE * lines.max().unwrap_or(1).clamp(1, LINES) as f64
}

/// How a sheet is printed: A4, as wide as the page, headings on every page, and below whose it is and the page.
fn paper(report: &MonthReport<'_>, page: &mut Worksheet, on_its_side: bool) -> Result<(), XlsxError> {
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3);
    if on_its_side {
        page.set_landscape();
    }
    page.set_repeat_rows(0, HEAD - 1)?;
    // In a footer this sign begins a command.
    let estate = report.estate.replace('&', "&&");
    page.set_footer(format!("&L{estate}&C&P / &N&R{}", report.month.month));
    Ok(())
}

fn write_cell(page: &mut Worksheet, (row, column): (u32, u16), cell: &Cell, to: &Formats) -> Result<(), XlsxError> {
    let number = |page: &mut Worksheet, number: f64, format: &Format| {
        page.write_number_with_format(row, column, number, format).map(drop)
    };
    match cell {
        Cell::Nothing => page.write_blank(row, column, &to.text).map(drop),
        Cell::Text(text) => page.write_string_with_format(row, column, kept(text), &to.text).map(drop),
        Cell::Number(count) => number(page, *count as f64, &to.number),
        Cell::Share(share) => number(page, *share as f64 / 1000.0, &to.share),
        Cell::Span(seconds) => number(page, *seconds as f64 / 86_400.0, &to.span),
        Cell::Money(fen) => number(page, *fen as f64 / 100.0, &to.money),
        Cell::Day(day) => page.write_datetime_with_format(row, column, day, &to.day).map(drop),
        Cell::Clock(clock) => page.write_datetime_with_format(row, column, clock, &to.clock).map(drop),
        Cell::Moment(moment) => page.write_datetime_with_format(row, column, moment, &to.moment).map(drop),
    }
}

/// Text without what acts on anything, and not longer than a cell takes.
fn kept(text: &str) -> String {
    let text = clean_text(text);
    match text.char_indices().nth(CELL) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// A title as the name of a sheet, in which not every sign may stand.
fn sheet_name(title: &str) -> String {
    let plain = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    title.chars().filter(plain).take(SHEET_NAME).collect()
}
