//! A sheet of lines out of a .csv or .xlsx file. Knows nothing of fields.
use calamine::{Data, ExcelDateTime, Reader, Xlsx, open_workbook};
use chrono::{NaiveDate, SubsecRound};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// A heading and the lines under it.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the columns.
    pub heading: Vec<String>,
    /// Lines with something in them.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the file, from 1.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Why there is no sheet.
#[derive(Debug, PartialEq, Eq)]
pub enum SheetError {
    /// Neither .csv nor .xlsx.
    Ending,
    /// The system's or the reader's own words.
    Unreadable(String),
    /// Not UTF-8, from about this line.
    NotUtf8(u64),
    /// No heading.
    Empty,
}

/// Reads the file by its ending.
pub fn read(path: &Path) -> Result<Sheet, SheetError> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let lines = match ending.as_str() {
        "csv" => csv_lines(&std::fs::read(path).map_err(unreadable)?)?,
        "xlsx" => xlsx_lines(path)?,
        _ => return Err(SheetError::Ending),
    };
    let mut lines = lines.into_iter().filter(|line| line.cells.iter().any(|cell| !cell.trim().is_empty()));
    let heading = lines.next().ok_or(SheetError::Empty)?.cells;
    Ok(Sheet { heading, lines: lines.collect() })
}

fn unreadable(error: impl std::fmt::Display) -> SheetError {
    SheetError::Unreadable(error.to_string())
}

/// The BOM that Excel writes is passed over by the reader.
fn csv_lines(bytes: &[u8]) -> Result<Vec<Line>, SheetError> {
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(SheetError::NotUtf8(1 + breaks(&bytes[..error.valid_up_to()])));
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let (mut lines, mut seen, mut number) = (Vec::new(), 0, 1);
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        // The reader says where the line before ended; blank lines in between belong to nobody.
        let from = record.position().map_or(seen, |position| usize::try_from(position.byte()).unwrap_or(seen));
        let blank = bytes.iter().skip(from).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        number += breaks(bytes.get(seen..from + blank).unwrap_or_default());
        seen = from + blank;
        lines.push(Line { number, cells: record.iter().map(str::to_owned).collect() });
    }
    Ok(lines)
}

fn breaks(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |breaks, byte| breaks + u64::from(*byte == b'\n'))
}

fn xlsx_lines(path: &Path) -> Result<Vec<Line>, SheetError> {
    let mut book: Xlsx<BufReader<File>> = open_workbook(path).map_err(unreadable)?;
    let range = book.worksheet_range_at(0).ok_or(SheetError::Empty)?.map_err(unreadable)?;
    let first = u64::from(range.start().map_or(0, |(row, _)| row)) + 1;
    let rows = range.rows().zip(first..);
    Ok(rows.map(|(row, number)| Line { number, cells: row.iter().map(text).collect() }).collect())
}

/// A cell as a person would write it: times as they look in the sheet, whole numbers without a point.
fn text(cell: &Data) -> String {
    match cell {
        Data::DateTime(time) => date_text(time).unwrap_or_else(|| cell.to_string()),
        Data::DateTimeIso(time) => time.replace('T', " "),
        other => other.to_string(),
    }
}

/// A date, a time of day, or both, whichever the cell holds.
fn date_text(time: &ExcelDateTime) -> Option<String> {
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
    fn a_csv_line_may_hold_line_breaks_and_counts_from_where_it_begins() {
        let text = "\u{feff}房号,备注\n3-1-502,\"一\n二\"\n\n3-1-503,三,多出\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let lines = csv_lines(text.as_bytes()).unwrap();
            let told: Vec<_> = lines.iter().map(|line| (line.number, line.cells.join("|").replace('\r', ""))).collect();
            let wanted = [(1, "房号|备注"), (2, "3-1-502|一\n二"), (5, "3-1-503|三|多出")];
            assert_eq!(told, wanted.map(|(number, cells)| (number, cells.to_owned())));
        }
    }

    #[test]
    fn a_file_in_gbk_is_refused_with_the_line() {
        let gbk = b"unit,name\n3-1-502,\xd5\xc5\xc3\xf4\n";
        assert_eq!(csv_lines(gbk), Err(SheetError::NotUtf8(2)));
    }

    #[test]
    fn whole_numbers_and_times_of_a_workbook_read_as_they_were_written() {
        assert_eq!(text(&Data::Float(13_800_138_000.0)), "13800138000");
        assert_eq!(text(&Data::Int(7)), "7");
        assert_eq!(text(&Data::DateTimeIso("2026-11-21T09:30:00".to_owned())), "2026-11-21 09:30:00");
        assert_eq!(text(&Data::Empty), "");
        let cell = |days| text(&Data::DateTime(ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false)));
        assert_eq!(cell(46_347.0), "2026-11-21");
        assert_eq!(cell(46_347.0 + 9.5 / 24.0), "2026-11-21 09:30:00");
        assert_eq!(cell(9.5 / 24.0), "09:30:00");
    }
}
