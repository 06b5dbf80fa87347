//! What is known of an emergency (EMG-02 to EMG-06).
use super::Timing;
use crate::model::case::State;
use crate::model::clock::Time;
use serde::{Deserialize, Serialize};

/// An emergency of the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyFact {
    /// Row of its case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// Building.
    pub building: Option<String>,
    /// Where, as it was typed.
    pub place: String,
    /// Who called.
    pub name: Option<String>,
    /// What happened.
    pub matter: String,
    /// Login of the acceptor 受理人.
    pub acceptor: String,
    /// When it reached the staff: says to which month it belongs (ESC-13).
    pub received_at: Time,
    /// When it was entered.
    pub entered_at: Time,
    /// Kind, an id of the list in the settings; none until somebody says.
    pub kind: Option<String>,
    /// When the resident was told.
    pub told_at: Option<Time>,
    /// When the first one was at the place.
    pub arrived_at: Option<Time>,
    /// When it was over.
    pub over_at: Option<Time>,
    /// How it ended.
    pub result: Option<String>,
    /// Somebody was hurt or ill (EMG-06).
    pub first_aid: bool,
    /// Review: cause.
    pub cause: Option<String>,
    /// Review: what to change.
    pub changes: Option<String>,
    /// When it was reviewed.
    pub reviewed_at: Option<Time>,
    /// Telling the resident (EMG-02).
    pub tell: Timing,
    /// Being at the place (EMG-05).
    pub arrive: Timing,
    /// The written review (EMG-05).
    pub review: Timing,
}

impl EmergencyFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }
}
