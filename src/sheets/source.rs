//! Lines out of a file, whichever kind it is: what it is says its beginning, not its name alone. Knows nothing of fields.
use super::book::Book;
use super::csv_file::Text;
use super::trouble::SheetError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// One line with something in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Where it begins in the file, from 1, as the sheet itself counts.
    pub number: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Cells that are merged into one: first and last row, first and last column, all from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    pub rows: (u32, u32),
    pub columns: (u32, u32),
}

/// An open file.
pub enum Source {
    Text(Text),
    Book(Box<Book>),
}

/// The beginning of every .xlsx, which is a zip.
const ZIP: &[u8] = b"PK";
/// The beginning of a workbook of the old kind, and of one with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

impl Source {
    /// Opens the file, a workbook at the sheet that is named.
    pub fn open(path: &Path, sheet: Option<&str>) -> Result<Source, SheetError> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        if !matches!(ending.as_str(), "csv" | "xlsx" | "xls") {
            return Err(SheetError::Ending);
        }
        let begins = beginning(path)?;
        match ending.as_str() {
            "xls" => Err(SheetError::OldWorkbook),
            "csv" if begins.starts_with(ZIP) || begins.starts_with(COMPOUND) => Err(SheetError::WorkbookAsText),
            "csv" => Text::open(path).map(Source::Text),
            _ if begins.starts_with(ZIP) || begins.starts_with(COMPOUND) => {
                Book::open(path, sheet, begins.starts_with(COMPOUND)).map(|book| Source::Book(Box::new(book)))
            }
            _ if begins.is_empty() => Err(SheetError::Empty),
            _ => Err(SheetError::TextAsWorkbook),
        }
    }

    /// Hands out every line with something in it, until `take` says that it is enough.
    pub fn each(&mut self, take: &mut dyn FnMut(Line) -> bool) -> Result<(), SheetError> {
        let mut take = |line: Line| line.cells.iter().all(|cell| cell.trim().is_empty()) || take(line);
        match self {
            Source::Text(text) => text.each(&mut take),
            Source::Book(book) => book.each(&mut take),
        }
    }

    /// What is merged; nothing in a text file.
    pub fn merged(&mut self) -> Result<Vec<Merged>, SheetError> {
        match self {
            Source::Text(_) => Ok(Vec::new()),
            Source::Book(book) => book.merged(),
        }
    }

    /// The sheet that is read, where the workbook has others with something in them: its name, and theirs.
    pub fn among(&self) -> Option<(&str, &[String])> {
        match self {
            Source::Book(book) if !book.others.is_empty() => Some((&book.sheet, &book.others)),
            _ => None,
        }
    }
}

fn beginning(path: &Path) -> Result<Vec<u8>, SheetError> {
    let mut begins = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(8).read_to_end(&mut begins).map_err(unreadable)?;
    Ok(begins)
}

/// In the words of the system or of the reader.
pub(super) fn unreadable(error: impl std::fmt::Display) -> SheetError {
    SheetError::Unreadable(error.to_string())
}

/// A column as sheets call it: 0 is `A`, 27 is `AB`.
pub(super) fn column_name(at: usize) -> String {
    let (mut name, mut rest) = (Vec::new(), at + 1);
    while rest > 0 {
        name.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}
