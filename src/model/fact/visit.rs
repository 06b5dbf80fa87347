//! What is known of a visit to a resident (LED-13).
use super::Timing;
use crate::model::case::State;
use crate::model::clock::Time;
use serde::{Deserialize, Serialize};

/// A visit that was planned in the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitFact {
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
    /// Who is visited.
    pub name: Option<String>,
    /// Purpose.
    pub matter: String,
    /// Login of who goes.
    pub handler: Option<String>,
    /// When it was asked for.
    pub received_at: Time,
    /// Agreed time.
    pub appointment_at: Option<Time>,
    /// When it took place.
    pub visited_at: Option<Time>,
    /// What was said.
    pub said: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// Going in time.
    pub going: Timing,
}

impl VisitFact {
    /// Whether it counts: a voided one does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }
}
