//! One form as a .csv that a spreadsheet opens as it is: UTF-8 with BOM, CRLF, and nothing in it that it would reckon.
use super::draft::Draft;
use super::form::{Cell, Form};
use super::{Steps, text};
use crate::model::text::clean_text;
use std::borrow::Cow;
use std::error::Error;
use std::io::{BufWriter, Write};

/// Without it the spreadsheet takes the file for one in the code page of the machine.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Writes the forms one below the other.
pub(super) fn write(forms: Vec<Form<'_>>, draft: &Draft, steps: &mut Steps<'_>) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(&draft.file);
    out.write_all(BOM)?;
    let mut sheet = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    for form in forms {
        sheet.write_record(form.columns.iter().map(|column| defused(&column.title).into_owned()))?;
        for row in form.rows {
            sheet.write_record(row.iter().map(written))?;
            steps.row();
        }
    }
    sheet.flush()?;
    Ok(())
}

/// A cell as a spreadsheet reads it as what it is.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(words) => defused(&clean_text(words)).into_owned(),
        Cell::Span(seconds) => {
            let minutes = seconds / 60;
            format!("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60)
        }
        Cell::Money(fen) => {
            let sign = if *fen < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}", fen.unsigned_abs() / 100, fen.unsigned_abs() % 100)
        }
        plain => text::plain(plain),
    }
}

/// Text that a spreadsheet would take for a formula, also behind blanks and in full width, as text.
fn defused(text: &str) -> Cow<'_, str> {
    let begins = text.trim_start().chars().next();
    match begins {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '|') => Cow::Owned(format!("'{text}")),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// STA-08
    #[test]
    fn what_begins_like_a_formula_is_text_in_a_csv() {
        let cell = |text: &str| written(&Cell::Text(text.to_owned()));
        for text in ["=1+1", "+86", "-2", "@SUM(A1)", "＝1+1", "＋1", " =1+1", "　=1+1"] {
            assert!(cell(text).starts_with('\''), "{text}");
        }
        assert_eq!(cell("\t=1+1"), "'=1+1");
        assert_eq!(cell("\r\n=1+1"), "'=1+1");
        assert_eq!(cell("漏水 = 楼上"), "漏水 = 楼上");
        assert_eq!(cell("漏\u{1b}[31m水\u{0}\n再漏"), "漏水\n再漏");
        assert_eq!(written(&Cell::Number(-3)), "-3", "a number stays one");
    }

    #[test]
    fn lengths_of_time_shares_and_money_are_written_as_a_spreadsheet_reads_them() {
        assert_eq!(written(&Cell::Span(100 * 3600 + 65)), "100:01:05");
        assert_eq!(written(&Cell::Money(-50)), "-0.50");
        assert_eq!(written(&Cell::Share(857)), "85.7%");
        assert_eq!(written(&Cell::Nothing), "");
    }
}
