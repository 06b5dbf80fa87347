//! What is known of a worker's pass (LED-04).
use super::Timing;
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::house_key::Fen;
use serde::{Deserialize, Serialize};

/// A pass that was issued in the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassFact {
    /// Row of its case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// 房号 where the work is.
    pub unit: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Name of the worker.
    pub name: Option<String>,
    /// What for.
    pub matter: String,
    /// When it was issued.
    pub received_at: Time,
    /// Number on the card.
    pub pass_number: String,
    /// Company of the worker.
    pub company: Option<String>,
    /// Valid until then, as agreed first.
    pub valid_until: Time,
    /// Valid until then now, if that was extended.
    pub extended_to: Option<Time>,
    /// When it came back.
    pub returned_at: Option<Time>,
    /// When it was found to be lost.
    pub lost_at: Option<Time>,
    /// Deposit taken, in hundredths of a yuan.
    pub deposit: Option<Fen>,
    /// Deposit paid back, in hundredths of a yuan.
    pub deposit_back: Option<Fen>,
    /// Bringing it back in time.
    pub bringing_back: Timing,
}

impl PassFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }

    /// Out although its time is over, extensions counted.
    pub fn is_expired(&self, as_of: Time) -> bool {
        self.state == State::Issued && self.extended_to.unwrap_or(self.valid_until) <= as_of
    }

    /// Lost and not back since.
    pub fn is_lost(&self) -> bool {
        self.lost_at.is_some() && self.returned_at.is_none()
    }
}
