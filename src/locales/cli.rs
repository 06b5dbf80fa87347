//! Words of the commands only. Must not know of files or terminals.

/// Words of the commands only. What takes values is a function, since word order differs.
pub struct Cli {
    /// Help over the English one: path of a command or an option, and its text.
    pub help: &'static [(&'static str, &'static str)],
    /// Headings of the help: usage, commands, arguments, options.
    pub headings: [&'static str; 4],
    /// What `--help` does.
    pub prints_help: &'static str,
    /// What `--version` does.
    pub prints_version: &'static str,
    /// The screen wants a terminal, and there is none.
    pub no_terminal: &'static str,
    /// `--config` and `--db` are not taken where the program lends its rights.
    pub no_own_paths: &'static str,
    /// Nowhere to put the database.
    pub no_home: &'static str,
    /// The operating system does not say who it is.
    pub no_login: &'static str,
    /// This login may not act for that one.
    pub as_refused: fn(&str, &str) -> String,
    /// The first person on a new file is its manager now.
    pub first_start: fn(&str) -> String,
    /// No such role; these there are.
    pub no_such_role: fn(&str) -> String,
    /// Columns of `due`.
    pub due_columns: [&'static str; 8],
    /// Nothing is open.
    pub nothing_due: &'static str,
    /// So many lines more.
    pub more: fn(usize) -> String,
    /// The local time as which it was looked at.
    pub as_of: fn(&str) -> String,
    /// Headings of `show`.
    pub clocks: &'static str,
    /// Heading.
    pub pauses: &'static str,
    /// Heading: cases from which it came.
    pub origins: &'static str,
    /// Heading: cases that came of it.
    pub offspring: &'static str,
    /// Heading.
    pub history: &'static str,
    /// The case of this number is no work order.
    pub not_an_order: fn(&str) -> String,
    /// The sheet cannot be written there, and why.
    pub not_written: fn(&str, &str) -> String,
    /// The sheet was written there.
    pub sheet_saved: fn(&str) -> String,
    /// The settings name no command to print with.
    pub no_printer: &'static str,
    /// The command to print with failed, and why.
    pub print_failed: fn(&str, &str) -> String,
    /// The sheet of this number went to the printer.
    pub printed: fn(&str) -> String,
    /// Staff was saved.
    pub staff_saved: fn(&str) -> String,
    /// What stands before the list of actions.
    pub actions_intro: &'static str,
    /// A line of `act` over its limit.
    pub line_too_long: &'static str,
    /// A line of `act` in another encoding.
    pub not_utf8: &'static str,
    /// The demonstration is being made.
    pub making: &'static str,
    /// It was made: units, residents, cases.
    pub made: fn(usize, usize, usize) -> String,
    /// The copy exists already.
    pub exists: fn(&str) -> String,
    /// The copy was made.
    pub backed_up: fn(&str) -> String,
    /// So many records are past their time.
    pub past_time: fn(u32) -> String,
    /// So many stay, since something open belongs to them.
    pub held_back: fn(u32) -> String,
    /// These months have to be handed in first.
    pub hand_in_first: fn(&str) -> String,
    /// How many records are to be removed is typed once more.
    pub type_records: fn(u32, &str) -> String,
    /// There is nobody to ask: --yes says how many.
    pub wants_yes: fn(u32) -> String,
    /// Something else was typed.
    pub not_removed: &'static str,
    /// So many were removed, into this archive.
    pub removed: fn(u32, &str) -> String,
    /// Cases, entries of the journal, head of its chain.
    pub surveyed: fn(i64, i64, &str) -> String,
    /// Nothing was found.
    pub sound: &'static str,
    /// So much was found.
    pub unsound: fn(usize) -> String,
}
