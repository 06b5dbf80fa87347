//! What is known of a fee that a household is reminded of (LED-06).
use crate::model::case::State;
use crate::model::clock::Time;
use serde::{Deserialize, Serialize};

/// A fee of a household that was entered in the month, or of which the household was reminded in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderFact {
    /// Row of its case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// 房号.
    pub unit: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Who is reminded.
    pub name: Option<String>,
    /// What it is about.
    pub matter: String,
    /// When it was received.
    pub received_at: Time,
    /// It was received in the month.
    pub begun: bool,
    /// The fee, an id of the list in the settings.
    pub fee: String,
    /// How often the household was reminded in the month.
    pub reminded: u32,
    /// By when payment is promised, as promised first.
    pub promised_at: Option<Time>,
    /// By when, if that was moved.
    pub moved_to: Option<Time>,
    /// Promises that went by without payment.
    pub broken: u32,
    /// When it was paid.
    pub paid_at: Option<Time>,
    /// A remark on the payment, or why it is not to be had.
    pub result: Option<String>,
}

impl ReminderFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }

    /// How many promises went by unpaid: those that somebody noted when the household was dealt with again, and the one
    /// that stands, once its time has come.
    pub fn times_broken(&self, as_of: Time) -> u32 {
        let stands = self.moved_to.or(self.promised_at);
        let passed = stands.is_some_and(|promised| promised <= self.paid_at.unwrap_or(as_of));
        self.broken + u32::from(passed)
    }

    /// Whether its promises were kept, each measured against the time promised first (ESC-11); none where nothing was
    /// promised, or what was promised is not due yet.
    pub fn kept(&self, as_of: Time) -> Option<bool> {
        if self.broken > 0 {
            return Some(false);
        }
        match (self.promised_at?, self.paid_at) {
            (promised, Some(paid)) => Some(paid < promised),
            (promised, None) => (promised <= as_of).then_some(false),
        }
    }
}
