//! The charts of the workbook on a sheet of their own, two to a page, drawn from the cells of the forms.
use super::{HEAD, paper, sheet_name};
use crate::report::month::MonthReport;
use crate::report::month::book::formats::Formats;
use crate::report::month::form::{Chart, ChartKind, Range};
use rust_xlsxwriter::{Chart as Drawing, ChartType, Worksheet, XlsxError};

/// Its size in points of a screen.
const SIZE: (u32, u32) = (660, 430);
/// The one column and the one row in which it stands: a page breaks between rows only, so never through a chart, however
/// wide or narrow a program makes its cells. With two such rows and the head a page is full.
const COLUMN: u32 = 680;
const ROW: u32 = 444;
const A_PAGE: usize = 2;
/// Its distance from their edge: at the edge itself its frame would show on the page before.
const GAP: u32 = 6;
/// An axis has at most so many steps.
const STEPS: i64 = 8;

/// All charts, one below the other.
pub(super) fn sheet(
    report: &MonthReport<'_>,
    charts: &[Drawing],
    page: &mut Worksheet,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let title = report.words.report.charts;
    page.set_name(sheet_name(title))?;
    page.write_string_with_format(0, 0, title, &formats.title)?;
    page.write_string_with_format(1, 0, report.whose(), &formats.whose)?;
    paper(report, page, false)?;
    page.set_column_width_pixels(0, COLUMN)?;
    let mut end = HEAD;
    for chart in charts {
        page.set_row_height_pixels(end, ROW)?;
        page.insert_chart_with_offset(end, 0, chart, GAP, GAP)?;
        end += 1;
    }
    let pages: Vec<u32> = (HEAD..end).step_by(A_PAGE).skip(1).collect();
    page.set_page_breaks(&pages)?;
    page.set_print_area(0, 0, end.saturating_sub(1), 0)?;
    Ok(())
}

/// A chart over the cells of a form.
pub(super) fn drawn(chart: &Chart, sheet: &str) -> Drawing {
    let mut drawing = Drawing::new(match chart.kind {
        ChartKind::Bars => ChartType::Bar,
        ChartKind::Lines => ChartType::Line,
    });
    for (name, values) in &chart.series {
        let series = drawing.add_series();
        series.set_gap(60);
        series.set_name(name.as_str()).set_categories(place(sheet, chart.names)).set_values(place(sheet, *values));
    }
    drawing.title().set_name(&chart.title);
    let counts = if chart.kind == ChartKind::Bars { drawing.x_axis() } else { drawing.y_axis() };
    counts.set_num_format("0").set_min(0).set_major_unit(step(chart.largest) as f64);
    drawing.set_width(SIZE.0).set_height(SIZE.1);
    if chart.kind == ChartKind::Bars {
        // The largest part stands at the top, as in the table.
        drawing.y_axis().set_reverse();
    }
    if chart.series.len() < 2 {
        drawing.legend().set_hidden();
    }
    drawing
}

/// From one number of an axis to the next: 1, 2 or 5 with noughts, since there are no halves of a case.
fn step(largest: i64) -> i64 {
    let noughts = (0..18).map(|noughts| 10_i64.pow(noughts));
    let mut steps = noughts.flat_map(|unit| [unit, 2 * unit, 5 * unit]);
    steps.find(|step| largest / step <= STEPS).unwrap_or(i64::MAX)
}

/// Sheet, first row and column, last row and column. Row 0 of a form is its headings.
fn place(sheet: &str, range: Range) -> (&str, u32, u16, u32, u16) {
    let row = |row: usize| HEAD - 1 + u32::try_from(row).unwrap_or(0);
    let column = |column: usize| u16::try_from(column).unwrap_or(0);
    (sheet, row(range.from.0), column(range.from.1), row(range.to.0), column(range.to.1))
}
