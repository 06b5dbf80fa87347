//! Sheets of other people brought in: a .csv or .xlsx file, its columns found by their headings, a line an action, and the
//! desk asked to carry each out. Commands and screen share it. Must not know of terminals, nor what an action does.
mod book;
mod columns;
mod csv_file;
mod outcome;
mod plan;
mod run;
mod source;
mod titles;
mod trouble;
mod value;

pub use columns::word;
pub use outcome::{Ended, Outcome, Sample};
pub use plan::Notes;
pub use run::import;
pub use trouble::{Mismatch, SheetError, Trouble};

use std::path::PathBuf;

/// What a sheet holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 住户
    Residents,
    /// 旧投诉
    Complaints,
    /// 旧派工单
    WorkOrders,
    /// 钥匙
    Keys,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Kind; 4] = [Kind::Residents, Kind::Complaints, Kind::WorkOrders, Kind::Keys];

    /// The action that a line becomes.
    pub fn action(self) -> &'static str {
        match self {
            Kind::Residents => "record_resident",
            Kind::Complaints => "import_complaint",
            Kind::WorkOrders => "import_work_order",
            Kind::Keys => "record_key",
        }
    }
}

/// What is to be brought in, and how.
#[derive(Clone, Debug)]
pub struct Order {
    /// What the sheet holds.
    pub kind: Kind,
    /// The file.
    pub file: PathBuf,
    /// The sheet of a workbook by its name; left out, the first that is seen and has something in it.
    pub sheet: Option<String>,
    /// `field=column` or `field=column+column`, where the heading does not say it.
    pub map: Vec<String>,
    /// `field=value` for every line.
    pub set: Vec<String>,
    /// The same in all, but nothing is saved.
    pub rehearsal: bool,
}

/// What goes on in an import just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The file is read through.
    Reading,
    /// The lines are tried.
    Trying,
    /// The lines are saved.
    Saving,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What goes on.
    pub phase: Phase,
    /// Lines that are behind it.
    pub done: u64,
    /// Lines that there are; none while they are counted.
    pub total: Option<u64>,
}
