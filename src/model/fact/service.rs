//! What is known of a special service (STA-04, LED-07).
use super::Timing;
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::staff::Department;
use serde::{Deserialize, Serialize};

/// A special service that was asked for in the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceFact {
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
    /// Who asked for it.
    pub name: Option<String>,
    /// What is ordered.
    pub matter: String,
    /// Department that does it.
    pub department: Option<Department>,
    /// Login of who took it down.
    pub acceptor: String,
    /// When it was asked for.
    pub received_at: Time,
    /// From when.
    pub starts_at: Option<Time>,
    /// Until when.
    pub ends_at: Option<Time>,
    /// 处理情况, as last written.
    pub handling: Option<String>,
    /// Quality as found by the last follow-up.
    pub quality: Option<String>,
    /// What came of it.
    pub result: Option<String>,
    /// When it was done.
    pub finished_at: Option<Time>,
    /// How often the quality was followed up.
    pub followed_up: u32,
    /// How often it was opened again.
    pub reopened: u32,
    /// What the resident said last at the end, in this cycle or the one before.
    pub satisfied: Option<bool>,
    /// Callbacks at mid-term that are owed, those among them that were past their time when the end of the service dropped
    /// them; other voided ones are left out.
    pub mid_owed: u32,
    /// Those of them in which the resident was asked.
    pub mid_asked: u32,
    /// Callbacks at the end that are owed, voided ones left out.
    pub end_owed: u32,
    /// Those of them in which the resident was asked.
    pub end_asked: u32,
    /// Finishing it in time.
    pub finish: Timing,
}

impl ServiceFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }
}
