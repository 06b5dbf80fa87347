//! Words of imports, on the command line and on the screen. Must not know of files.

/// Words of imports. What takes values is a function, since word order differs.
pub struct Imports {
    /// What a sheet may hold, in the order of `sheets::Kind`.
    pub kinds: [&'static str; 4],
    /// Neither .csv nor .xlsx.
    pub ending: &'static str,
    /// A workbook of the old kind.
    pub old_workbook: &'static str,
    /// A password is asked for.
    pub locked: &'static str,
    /// Called .xlsx, but text.
    pub text_as_workbook: &'static str,
    /// Called .csv, but a workbook.
    pub workbook_as_text: &'static str,
    /// Cannot be read, and why.
    pub unreadable: fn(&str) -> String,
    /// Not UTF-8, from this line.
    pub not_utf8: fn(u64) -> String,
    /// No heading.
    pub empty: &'static str,
    /// Something only in these sheets, which are hidden.
    pub only_hidden: fn(&str) -> String,
    /// No sheet of this name; these there are.
    pub no_such_sheet: fn(&str, &str) -> String,
    /// These cells of the heading are merged.
    pub merged: fn(&str) -> String,
    /// Not `field=…`.
    pub not_a_pair: fn(&str) -> String,
    /// No such field; these there are.
    pub no_such_field: fn(&str, &str) -> String,
    /// No such column; these there are.
    pub no_such_column: fn(&str, &str) -> String,
    /// This title stands over several columns, these.
    pub doubled: fn(&str, &str) -> String,
    /// These fields are in no column; these columns there are.
    pub columns_missing: fn(&str, &str) -> String,
    /// A cell of the heading without a title.
    pub nameless: fn(&str) -> String,
    /// From these columns nothing is taken.
    pub unused_columns: fn(&str) -> String,
    /// The heading is in this line, and something above it.
    pub heading_at: fn(u64) -> String,
    /// This sheet is read, and these have something in them too.
    pub one_of_sheets: fn(&str, &str) -> String,
    /// A line of a sheet was refused, and why.
    pub line: fn(u64, &str) -> String,
    /// Taken, known, there already, refused.
    pub tally: fn(u64, u64, u64, u64) -> String,
    /// Nothing was saved, since it was a rehearsal.
    pub rehearsal: &'static str,
    /// Before the first lines as they would stand.
    pub samples: &'static str,
    /// Behind a resident who was known.
    pub up_to_date: &'static str,
    /// It ended early: lines done, lines that there are, how many are saved.
    pub ended_early: fn(u64, u64, u64) -> String,
    /// A rehearsal ended early: lines done, lines that there are.
    pub ended_nothing_saved: fn(u64, u64) -> String,
    /// Stopped before any line was tried.
    pub stopped_at_once: &'static str,
    /// What goes on, before a count: the file is read.
    pub reading: &'static str,
    /// The lines are tried.
    pub trying: &'static str,
    /// The lines are saved.
    pub saving: &'static str,
    /// It is about to stop.
    pub stopping: &'static str,
    /// Title of the choice of what to import.
    pub what: &'static str,
    /// Before the field for the path.
    pub path: &'static str,
    /// Under it.
    pub path_hint: &'static str,
    /// Of a rehearsal that would take nothing.
    pub nothing_taken: &'static str,
    /// Heading.
    pub refused_lines: &'static str,
    /// None was refused.
    pub none_refused: &'static str,
    /// Title of the question.
    pub stop_ask: &'static str,
    /// Answer.
    pub stop_yes: &'static str,
    /// Answer.
    pub stop_no: &'static str,
    /// Why nothing else can be done just now.
    pub runs: &'static str,
    /// Something that nobody planned.
    pub broke_off: &'static str,
}
