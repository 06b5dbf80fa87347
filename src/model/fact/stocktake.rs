//! What is known of the stock-taking of the keys of a month (STA-04, KEY-08).
use super::Timing;
use crate::model::case::State;
use crate::model::clock::Time;
use serde::{Deserialize, Serialize};

/// A stock-taking of the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StocktakeFact {
    /// Row of its case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// When it began.
    pub received_at: Time,
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
    /// Reporting it by the 30th.
    pub reporting: Timing,
}

impl StocktakeFact {
    /// Whether it counts: a voided one does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }
}
