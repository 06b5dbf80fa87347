//! Columns aligned by display width, cut at the edge of the terminal. Text in it is cleaned: what people typed is data.
use super::session::Session;
use crate::model::text::clean_line;
use std::io::{self, IsTerminal, Write, stdout};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What the first column of a row is painted with, where colours can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    Plain,
    Soon,
    Late,
}

impl Paint {
    fn wrap(self, text: &str) -> String {
        match self {
            Paint::Plain => text.to_owned(),
            Paint::Soon => format!("\x1b[33m{text}\x1b[0m"),
            Paint::Late => format!("\x1b[31m{text}\x1b[0m"),
        }
    }
}

/// Rows under a heading.
pub(super) struct Table {
    rows: Vec<(Paint, Vec<String>)>,
}

impl Table {
    pub fn new(heading: &[&str]) -> Table {
        Table { rows: vec![(Paint::Plain, heading.iter().map(|&cell| cell.to_owned()).collect())] }
    }

    /// Adds a row; the text is cleaned here.
    pub fn row(&mut self, paint: Paint, cells: Vec<String>) {
        self.rows.push((paint, cells.iter().map(|cell| clean_line(cell)).collect()));
    }

    /// Writes it to standard output.
    pub fn print(&self, session: &Session) -> io::Result<()> {
        self.write(&mut stdout().lock(), session.color(), terminal_width())
    }

    fn write(&self, out: &mut impl Write, color: bool, most: usize) -> io::Result<()> {
        let lines = aligned(self.rows.iter().map(|(_, cells)| cells.as_slice()));
        for ((paint, cells), line) in self.rows.iter().zip(&lines) {
            let line = cut(line, most);
            let first = line.len().min(cells.first().map_or(0, String::len));
            match line.split_at_checked(first) {
                Some((first, rest)) if color => writeln!(out, "{}{rest}", paint.wrap(first))?,
                _ => writeln!(out, "{line}")?,
            }
        }
        Ok(())
    }
}

/// Rows as lines, in which what stands in one column stands under each other.
pub(super) fn aligned<'a>(rows: impl Iterator<Item = &'a [String]> + Clone) -> Vec<String> {
    let mut widths: Vec<usize> = Vec::new();
    for cells in rows.clone() {
        widths.resize(widths.len().max(cells.len()), 0);
        for (widest, cell) in widths.iter_mut().zip(cells) {
            *widest = cell.width().max(*widest);
        }
    }
    let padded = |(cell, width): (&String, &usize)| format!("{cell}{}", " ".repeat(width - cell.width() + 2));
    let line = |cells: &[String]| cells.iter().zip(&widths).map(padded).collect::<String>();
    rows.map(|cells| line(cells).trim_end().to_owned()).collect()
}

/// As much of a line as fits, never half a character.
fn cut(line: &str, most: usize) -> &str {
    let mut used = 0;
    for (at, piece) in line.grapheme_indices(true) {
        used += piece.width();
        if used > most {
            return &line[..at];
        }
    }
    line
}

/// Cells in a line of the terminal; without one, no line is cut.
fn terminal_width() -> usize {
    let width = || rustix::termios::tcgetwinsize(stdout()).ok().map(|size| usize::from(size.ws_col));
    if stdout().is_terminal() { width().filter(|width| *width > 0).unwrap_or(80) } else { usize::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(rows: &[(Paint, &[&str])], color: bool, most: usize) -> String {
        let mut table = Table::new(&["时限", "编号", "事由"]);
        for (paint, cells) in rows {
            table.row(*paint, cells.iter().map(|&cell| cell.to_owned()).collect());
        }
        let mut out = Vec::new();
        table.write(&mut out, color, most).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn columns_stand_under_each_other_by_display_width() {
        let rows: &[(Paint, &[&str])] = &[(Paint::Plain, &["剩8分", "1", "漏水"]), (Paint::Late, &["late", "22", "x"])];
        assert_eq!(printed(rows, false, 80), "时限   编号  事由\n剩8分  1     漏水\nlate   22    x\n");
    }

    #[test]
    fn a_line_is_cut_at_the_edge_but_never_through_a_character() {
        let rows: &[(Paint, &[&str])] = &[(Paint::Plain, &["a", "b", "厨房漏水"])];
        assert_eq!(printed(rows, false, 17).lines().nth(1), Some("a     b     厨房"));
    }

    #[test]
    fn what_people_typed_cannot_act_on_the_terminal_and_only_the_first_column_is_painted() {
        let rows: &[(Paint, &[&str])] = &[(Paint::Late, &["超1分", "\u{1b}]0;x\u{7}7", "a\nb"])];
        let text = printed(rows, true, 80);
        assert_eq!(text.lines().nth(1), Some("\u{1b}[31m超1分\u{1b}[0m  7     a b"));
    }
}
