//! What is known of the keys of a month: each loan, and each key that was handed over (KEY-03 to KEY-10).
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::house_key::{Borrower, Fen, KeyKind};
use crate::model::staff::Department;
use serde::{Deserialize, Serialize};

/// A loan that began in the month, or a key that went to its resident in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyFact {
    /// Row of the key's case.
    pub id: i64,
    /// Number of the key's case.
    pub number: String,
    /// Where the key stands.
    pub state: State,
    /// Number on its label.
    pub key_number: String,
    /// Text of its label.
    pub label: String,
    /// Kind.
    pub kind: KeyKind,
    /// Building whose key it is.
    pub building: Option<String>,
    /// 房号 of an entrusted one.
    pub unit: Option<String>,
    /// What became of it.
    pub went: KeyWent,
}

/// What became of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyWent {
    /// It was lent.
    Lent(Loan),
    /// It was handed over to its resident, and is with him still (KEY-07).
    HandedOver {
        /// To whom.
        to: String,
        /// When.
        at: Time,
    },
}

/// A loan as it stands or as it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    /// Staff or outsider.
    pub borrower: Option<Borrower>,
    /// Name of who has it.
    pub holder: Option<String>,
    /// Department of who has it.
    pub department: Option<Department>,
    /// What for.
    pub purpose: Option<String>,
    /// Since when: says to which month it belongs.
    pub lent_at: Time,
    /// By when it is to be back, as agreed first (KEY-10).
    pub back_by: Option<Time>,
    /// By when, if that was extended.
    pub extended_to: Option<Time>,
    /// How often it was chased.
    pub chased: u32,
    /// When it came back.
    pub returned_at: Option<Time>,
    /// When it was found to be lost.
    pub lost_at: Option<Time>,
    /// Deposit taken, in hundredths of a yuan.
    pub deposit: Fen,
    /// Deposit paid back, in hundredths of a yuan.
    pub deposit_back: Fen,
}

impl Loan {
    /// Whether it came back by the time agreed on first, whatever was extended since; what is out within that time is not
    /// decided (KEY-10, ESC-11).
    pub fn in_time(&self, as_of: Time) -> Option<bool> {
        let back_by = self.back_by?;
        match self.returned_at {
            Some(returned) => Some(returned < back_by),
            None => (back_by <= as_of).then_some(false),
        }
    }

    /// Lost on this loan and not found again (KEY-06).
    pub fn is_lost(&self) -> bool {
        self.lost_at.is_some() && self.returned_at.is_none()
    }
}

impl KeyFact {
    /// Whether it counts: a voided key does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }

    /// The loan, if it is one.
    pub fn loan(&self) -> Option<&Loan> {
        match &self.went {
            KeyWent::Lent(loan) => Some(loan),
            KeyWent::HandedOver { .. } => None,
        }
    }
}
