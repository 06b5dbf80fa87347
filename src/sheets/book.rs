//! Lines out of a sheet of an .xlsx workbook, one after the other as they stand in it. Knows nothing of fields.
use super::source::{Line, Merged, unreadable};
use super::trouble::SheetError;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError, open_workbook};
use chrono::{NaiveDate, SubsecRound};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// A workbook, open at one of its sheets.
pub struct Book {
    book: Xlsx<BufReader<File>>,
    /// Name of the sheet that is read.
    pub sheet: String,
    /// Names of the others that are seen and have something in them.
    pub others: Vec<String>,
}

impl Book {
    /// Opens the workbook at the sheet of this name, else at the first one that is seen and has something in it. `old`:
    /// it begins like a workbook of the old kind, or like one with a password.
    pub fn open(path: &Path, sheet: Option<&str>, old: bool) -> Result<Book, SheetError> {
        let mut book: Xlsx<BufReader<File>> = open_workbook(path).map_err(|error| match error {
            XlsxError::Password => SheetError::Locked,
            _ if old => SheetError::OldWorkbook,
            error => unreadable(error),
        })?;
        let all = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let (seen, hidden): (Vec<_>, Vec<_>) = all.cloned().partition(|sheet| sheet.visible == SheetVisible::Visible);
        let names = |sheets: &[calamine::Sheet]| sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>();
        let (seen, hidden) = (names(&seen), names(&hidden));
        if let Some(wanted) = sheet {
            let known: Vec<String> = seen.into_iter().chain(hidden).collect();
            let found = known.iter().find(|name| name.trim() == wanted.trim()).cloned();
            let sheet = found.ok_or_else(|| SheetError::NoSuchSheet(wanted.to_owned(), known))?;
            return Ok(Book { book, sheet, others: Vec::new() });
        }
        let mut filled = |names: Vec<String>| -> Result<Vec<String>, SheetError> {
            let mut filled = Vec::new();
            for name in names {
                if has_something(&mut book, &name)? {
                    filled.push(name);
                }
            }
            Ok(filled)
        };
        let mut others = filled(seen)?;
        if others.is_empty() {
            let hidden = filled(hidden)?;
            return Err(if hidden.is_empty() { SheetError::Empty } else { SheetError::OnlyHidden(hidden) });
        }
        let sheet = others.remove(0);
        Ok(Book { book, sheet, others })
    }

    /// Hands out every line that has a cell.
    pub fn each(&mut self, take: &mut dyn FnMut(Line) -> bool) -> Result<(), SheetError> {
        let mut reader = self.book.worksheet_cells_reader(&self.sheet).map_err(unreadable)?;
        let mut line = Line::default();
        while let Some(cell) = reader.next_cell().map_err(unreadable)? {
            let text = text(cell.get_value());
            if text.is_empty() {
                continue;
            }
            let (row, column) = cell.get_position();
            let number = u64::from(row) + 1;
            if number != line.number {
                let before = std::mem::replace(&mut line, Line { number, cells: Vec::new() });
                if !before.cells.is_empty() && !take(before) {
                    return Ok(());
                }
            }
            let column = usize::try_from(column).unwrap_or_default();
            if line.cells.len() <= column {
                line.cells.resize(column + 1, String::new());
            }
            line.cells[column] = text;
        }
        if !line.cells.is_empty() {
            take(line);
        }
        Ok(())
    }

    /// What is merged on the sheet.
    pub fn merged(&mut self) -> Result<Vec<Merged>, SheetError> {
        let regions = self.book.merge_cells_by_sheet_name(&self.sheet).map_err(unreadable)?;
        let merged =
            |one: calamine::Dimensions| Merged { rows: (one.start.0, one.end.0), columns: (one.start.1, one.end.1) };
        Ok(regions.into_iter().map(merged).collect())
    }
}

fn has_something(book: &mut Xlsx<BufReader<File>>, name: &str) -> Result<bool, SheetError> {
    let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
    while let Some(cell) = reader.next_cell().map_err(unreadable)? {
        if !text(cell.get_value()).trim().is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A cell as a person would write it: times as they look in the sheet, whole numbers without a point. What a formula could
/// not work out is nothing.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::DateTime(time) => date_text(time).unwrap_or_else(|| time.as_f64().to_string()),
        DataRef::DateTimeIso(time) => time.replace('T', " "),
        DataRef::DurationIso(time) => time.clone(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A date, a time of day, or both, whichever the cell holds.
pub(super) fn date_text(time: &ExcelDateTime) -> Option<String> {
    let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let moment = date.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into())?;
    // The fraction of a day that a sheet keeps is a hair beside the second that was meant.
    let moment = moment.round_subsecs(0);
    let form = match time.as_f64() {
        value if value < 1.0 => "%H:%M:%S",
        value if value.fract() == 0.0 => "%Y-%m-%d",
        _ => "%Y-%m-%d %H:%M:%S",
    };
    Some(moment.format(form).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn whole_numbers_and_times_of_a_workbook_read_as_they_were_written() {
        assert_eq!(text(&DataRef::Float(13_800_138_000.0)), "13800138000");
        assert_eq!(text(&DataRef::Int(7)), "7");
        assert_eq!(text(&DataRef::DateTimeIso("2026-11-21T09:30:00".to_owned())), "2026-11-21 09:30:00");
        assert_eq!(text(&DataRef::Empty), "");
        let cell = |days| text(&DataRef::DateTime(ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false)));
        assert_eq!(cell(46_347.0), "2026-11-21");
        assert_eq!(cell(46_347.0 + 9.5 / 24.0), "2026-11-21 09:30:00");
        assert_eq!(cell(9.5 / 24.0), "09:30:00");
    }
}
