//! 钥匙盘点: every key seen, out or missing at month end, reported to the supervisor by the 30th (KEY-08).
use super::clock::Time;
use super::house_key::Found;
use serde::{Deserialize, Serialize};

/// What a stock-taking carries beside its [`super::case::Case`]. The keys are its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stocktake {
    /// The month, `2026-11`.
    pub month: String,
    /// Keys to be counted.
    pub keys: u32,
    /// Keys seen on their hook.
    pub seen: u32,
    /// Keys out on loan.
    pub out: u32,
    /// Keys missing.
    pub missing: u32,
    /// Keys of which something else was found than the record says.
    pub differences: u32,
    /// What is said of the differences.
    pub report: Option<String>,
    /// Login of who reported it to the supervisor.
    pub reported_by: Option<String>,
    /// When.
    pub reported_at: Option<Time>,
}

/// Stands behind a mark where something else was found than the record said at that moment.
const DIFFERS: char = '!';

/// The mark of a line: what was found, and whether that differs from the record (KEY-08).
pub fn mark(found: Found, differs: bool) -> String {
    let word = <&str>::from(found);
    if differs { format!("{word}{DIFFERS}") } else { word.to_owned() }
}

/// What a mark says; none if it is not one.
pub fn unmark(mark: &str) -> Option<(Found, bool)> {
    let word = mark.trim_end_matches(DIFFERS);
    Some((word.parse().ok()?, word.len() < mark.len()))
}
