//! A terminal screen as SVG: a background per run of one colour, a text element per cell, lines and blocks as shapes,
//! so that Han and Latin characters stand on one grid. It must not know which program drew the screen.

use std::fmt::Write;

use vt100::Screen;

use crate::colours::{BACKGROUND, Look, look};
use crate::shapes::shape;

/// Width of a cell; a Han character takes two and fills a font of twice this size exactly.
pub const CELL_WIDTH: u16 = 10;
/// Height of a cell.
pub const CELL_HEIGHT: u16 = 24;
/// Blank around the screen.
const MARGIN: u16 = 10;
/// Where letters stand in the cell, from above.
const BASELINE: u16 = 18;

/// The whole picture.
pub fn picture(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let (width, height) = (columns.get() * CELL_WIDTH + 2 * MARGIN, rows.get() * CELL_HEIGHT + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Noto Sans Mono CJK SC\" font-size=\"{}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{BACKGROUND}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\">\n",
        2 * CELL_WIDTH
    );
    for row in 0..rows.get() {
        draw_row(&mut out, screen, row, columns.get());
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// One cell that shows something; a wide character is one cell of width 2.
struct Cell {
    column: u16,
    width: u16,
    text: String,
    look: Look,
}

fn draw_row(out: &mut String, screen: &Screen, row: u16, columns: u16) {
    let cells = cells(screen, row, columns);
    let runs: Vec<&[Cell]> = cells.chunk_by(|a, b| a.look == b.look).collect();
    for run in &runs {
        draw_ground(out, run, row);
    }
    for run in &runs {
        draw_run(out, run, row);
    }
}

fn cells(screen: &Screen, row: u16, columns: u16) -> Vec<Cell> {
    let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
    let drawn = (0..columns).filter_map(|column| Some((column, screen.cell(row, column)?)));
    drawn
        .filter(|(_, cell)| !cell.is_wide_continuation())
        .map(|(column, cell)| {
            let width = if cell.is_wide() { 2 } else { 1 };
            let has_cursor = cursor.is_some_and(|(r, c)| r == row && (column..column + width).contains(&c));
            Cell { column, width, text: cell.contents().to_owned(), look: look(cell, has_cursor) }
        })
        .collect()
}

fn draw_ground(out: &mut String, run: &[Cell], row: u16) {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return;
    };
    if first.look.ground == BACKGROUND {
        return;
    }
    let (x, y) = (first.column * CELL_WIDTH, row * CELL_HEIGHT);
    let width = (last.column + last.width) * CELL_WIDTH - x;
    let colour = first.look.ground;
    let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{CELL_HEIGHT}\" fill=\"{colour}\"/>");
}

fn draw_run(out: &mut String, run: &[Cell], row: u16) {
    let Some(first) = run.first() else { return };
    if run.iter().all(|cell| cell.text.trim().is_empty() && !cell.look.underline) {
        return;
    }
    let weight = if first.look.bold { " font-weight=\"bold\"" } else { "" };
    let slant = if first.look.italic { " font-style=\"italic\"" } else { "" };
    let ink = first.look.ink;
    let _ = writeln!(out, "<g fill=\"{ink}\" color=\"{ink}\"{weight}{slant}>");
    for cell in run {
        draw_cell(out, cell, row);
    }
    out.push_str("</g>\n");
}

fn draw_cell(out: &mut String, cell: &Cell, row: u16) {
    let (x, y) = (cell.column * CELL_WIDTH, row * CELL_HEIGHT);
    if cell.look.underline {
        let (under, width) = (y + CELL_HEIGHT - 3, cell.width * CELL_WIDTH);
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{under}\" width=\"{width}\" height=\"1\"/>");
    }
    let text = cell.text.trim();
    if text.is_empty() {
        return;
    }
    if let Some(drawn) = text.chars().next().and_then(|c| shape(c, x, y)) {
        let _ = writeln!(out, "{drawn}");
        return;
    }
    // Signs like ● and → are two cells wide in a Han font where the terminal gives them one: another font, cut to fit.
    let font =
        if cell.width == 1 && !text.is_ascii() { " font-family=\"DejaVu Sans Mono\" font-size=\"16.6\"" } else { "" };
    let baseline = y + BASELINE;
    let _ = writeln!(out, "<text x=\"{x}\" y=\"{baseline}\"{font}>{}</text>", escaped(text));
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
