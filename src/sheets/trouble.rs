//! Why an import cannot begin, as data, and in words with which a receptionist can mend the file.
use crate::desk::refusal::Refusal;
use crate::locales::Words;
use crate::model::text::clean_line;

/// Why there is no sheet.
#[derive(Debug, PartialEq, Eq)]
pub enum SheetError {
    /// Neither .csv nor .xlsx.
    Ending,
    /// A workbook of the old kind, by its name or by what is in it.
    OldWorkbook,
    /// A password is asked for.
    Locked,
    /// Called .xlsx, but text: a renamed .csv, or a page of the web.
    TextAsWorkbook,
    /// Called .csv, but a workbook.
    WorkbookAsText,
    /// The system's or the reader's own words.
    Unreadable(String),
    /// Not UTF-8, from about this line.
    NotUtf8(u64),
    /// No heading.
    Empty,
    /// Something only in these sheets, which are hidden.
    OnlyHidden(Vec<String>),
    /// No sheet of this name; these there are.
    NoSuchSheet(String, Vec<String>),
    /// These cells of the heading are merged over columns that are needed.
    Merged(Vec<String>),
}

/// Why lines cannot become actions.
#[derive(Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Neither `field=column` nor `field=value`.
    NotAPair(String),
    /// No such field; these there are.
    NoSuchField(String, Vec<String>),
    /// No such column; these there are.
    NoSuchColumn(String, Vec<String>),
    /// This title stands over several columns, in these cells, and is needed.
    Doubled(String, Vec<String>),
    /// These fields are needed and in no column; these columns there are.
    Missing(Vec<String>, Vec<String>),
}

/// Why an import did not begin.
#[derive(Debug)]
pub enum Trouble {
    /// The file.
    Sheet(SheetError),
    /// Its columns.
    Columns(Mismatch),
    /// The desk.
    Refused(Refusal),
    /// Asked to stop before anything was tried.
    Stopped,
}

impl From<SheetError> for Trouble {
    fn from(error: SheetError) -> Self {
        Trouble::Sheet(error)
    }
}

impl From<Mismatch> for Trouble {
    fn from(error: Mismatch) -> Self {
        Trouble::Columns(error)
    }
}

impl SheetError {
    /// What is wrong with the file, and what to do.
    pub fn told(&self, words: &Words) -> String {
        let imports = &words.imports;
        let told = match self {
            SheetError::Ending => imports.ending.to_owned(),
            SheetError::OldWorkbook => imports.old_workbook.to_owned(),
            SheetError::Locked => imports.locked.to_owned(),
            SheetError::TextAsWorkbook => imports.text_as_workbook.to_owned(),
            SheetError::WorkbookAsText => imports.workbook_as_text.to_owned(),
            SheetError::Unreadable(why) => (imports.unreadable)(why),
            SheetError::NotUtf8(line) => (imports.not_utf8)(*line),
            SheetError::Empty => imports.empty.to_owned(),
            SheetError::OnlyHidden(names) => (imports.only_hidden)(&words.list(names)),
            SheetError::NoSuchSheet(name, known) => (imports.no_such_sheet)(name, &words.list(known)),
            SheetError::Merged(cells) => (imports.merged)(&words.list(cells)),
        };
        clean_line(&told)
    }
}

impl Mismatch {
    /// What is wrong with the columns, and what to do.
    pub fn told(&self, words: &Words) -> String {
        let imports = &words.imports;
        let told = match self {
            Mismatch::NotAPair(text) => (imports.not_a_pair)(text),
            Mismatch::NoSuchField(field, known) => (imports.no_such_field)(field, &words.list(known)),
            Mismatch::NoSuchColumn(column, known) => (imports.no_such_column)(column, &words.list(known)),
            Mismatch::Doubled(title, cells) => (imports.doubled)(title, &words.list(cells)),
            Mismatch::Missing(fields, columns) => {
                let named = fields.iter().map(|field| format!("{field} {}", words.field(field)));
                (imports.columns_missing)(&words.list(named), &words.list(columns))
            }
        };
        clean_line(&told)
    }
}
