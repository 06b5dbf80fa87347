//! What is known of a callback of a month (STA-05), and of a household in the round of calls (CBK-10).
use super::Timing;
use crate::model::callback::{CallbackKind, Grade};
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::complaint::CallbackForm;
use crate::model::staff::Department;
use serde::{Deserialize, Serialize};

/// A callback of the month's register, or a case that the lottery drew and about which nobody is owed a callback yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallbackFact {
    /// Row of its case; 0 of what was drawn and is not owed yet.
    pub id: i64,
    /// Its number; that of the case that was drawn where it is not owed yet.
    pub number: String,
    /// Where it stands; none where it is not owed yet.
    pub state: Option<State>,
    /// 房号.
    pub unit: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Who is asked.
    pub name: Option<String>,
    /// What is asked about, in one line.
    pub matter: String,
    /// Department concerned.
    pub department: Option<Department>,
    /// When it came to be owed.
    pub received_at: Time,
    /// What is asked about.
    pub kind: CallbackKind,
    /// It was drawn by the lottery (CBK-02).
    pub drawn: bool,
    /// Login of the technician whose work it was.
    pub technician: Option<String>,
    /// The form that fits, then the one that was used (CBK-04).
    pub form: CallbackForm,
    /// Attempts, the one that reached the resident among them (CBK-11).
    pub attempts: u32,
    /// When the resident was asked.
    pub asked_at: Option<Time>,
    /// Login of who asked.
    pub asked_by: Option<String>,
    /// Satisfied or not; none as long as nobody was asked.
    pub satisfied: Option<bool>,
    /// What the resident said.
    pub said: Option<String>,
    /// Quality of the work (CBK-05).
    pub quality: Option<Grade>,
    /// Effect of the work (CBK-05).
    pub effect: Option<Grade>,
    /// When the supervisor reviewed it (CBK-07).
    pub reviewed_at: Option<Time>,
    /// The supervisor's comment.
    pub comment: Option<String>,
    /// The supervisor's opinion on a failed one.
    pub opinion: Option<String>,
    /// What the manager decided on a failed one.
    pub decision: Option<String>,
    /// Asking in time (CBK-01).
    pub asking: Timing,
    /// Filing its month by the 10th of the next (CBK-09); the same for all of a month.
    pub filing: Timing,
}

impl CallbackFact {
    /// Whether it counts: a voided one does not.
    pub fn counts(&self) -> bool {
        self.state != Some(State::Voided)
    }

    /// One of the monthly calls to the households (CBK-10).
    pub fn is_round(&self) -> bool {
        self.kind == CallbackKind::Household
    }

    /// Somebody was asked.
    pub fn is_asked(&self) -> bool {
        self.satisfied.is_some()
    }

    /// Attempts that reached nobody (CBK-11).
    pub fn unanswered(&self) -> u32 {
        self.attempts.saturating_sub(u32::from(self.is_asked()))
    }
}

/// A unit in which somebody lives, as the book of residents stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseholdFact {
    /// 房号.
    pub unit: String,
    /// It was reached by phone in the month.
    pub reached: bool,
    /// What was said in the call that reached it.
    pub satisfied: Option<bool>,
}
