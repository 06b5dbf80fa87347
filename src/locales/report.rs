//! Words of the month's report and of the commands that tell its figures. Must not know how it is written.

/// Words of the month, beside the names of its figures, which stand in `stats`.
pub struct Report {
    /// What the report is called.
    pub title: &'static str,
    /// The sheet of charts.
    pub charts: &'static str,
    /// As of when.
    pub as_of: fn(&str) -> String,
    /// Who signed it, when, the edition.
    pub signed: fn(&str, &str, u32) -> String,
    /// A page of a printed report.
    pub page: fn(usize) -> String,
    /// A list without a line.
    pub no_rows: &'static str,
    /// Another ending is wanted.
    pub ending: &'static str,
    /// The name is taken; this one is free.
    pub exists: fn(&str, &str) -> String,
    /// No such folder.
    pub no_folder: fn(&str) -> String,
    /// No right to write in this folder.
    pub denied: fn(&str) -> String,
    /// No room in this folder.
    pub full: fn(&str) -> String,
    /// There is no such form; these there are.
    pub no_such_form: fn(&str) -> String,
    /// Not written, and why.
    pub failed: fn(&str, &str) -> String,
    /// It was written there.
    pub saved: fn(&str) -> String,
    /// What is being done: so many rows of so many.
    pub writing: fn(usize, usize) -> String,
    /// Not a month.
    pub not_a_month: fn(&str) -> String,
    /// This month has not come; this is the newest.
    pub not_come: fn(&str, &str) -> String,
    /// Nothing of this month is in the file.
    pub nothing: fn(&str) -> String,
    /// There is no such figure; these there are.
    pub no_such_figure: fn(&str, &str) -> String,
    /// `--cases` wants a figure.
    pub which_figure: &'static str,
    /// Columns of `stats`: figure, this month, out of, the month before, the year before.
    pub columns: [&'static str; 5],
    /// Cases that are counted.
    pub counted: &'static str,
    /// Cases that are spoken of and not counted.
    pub missing: &'static str,
    /// It was handed in and is another now, in so many figures.
    pub changed: fn(usize) -> String,
}
