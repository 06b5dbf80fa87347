//! What is known of a reception (REC-03 to REC-09).
use super::Timing;
use crate::model::case::{Channel, State};
use crate::model::clock::Time;
use crate::model::reception::{Course, MatterKind};
use crate::model::staff::Department;
use serde::{Deserialize, Serialize};

/// A reception of the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceptionFact {
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
    /// Who brought it.
    pub name: Option<String>,
    /// 事由.
    pub matter: String,
    /// How it came.
    pub channel: Channel,
    /// Post that took it in first (REC-02).
    pub relayed_by: Option<String>,
    /// Login of the acceptor 受理人.
    pub acceptor: String,
    /// 责任部门.
    pub department: Option<Department>,
    /// When the matter reached the staff: says to which month it belongs (ESC-13).
    pub received_at: Time,
    /// When it was entered.
    pub entered_at: Time,
    /// When it was closed.
    pub closed_at: Option<Time>,
    /// Kind of matter.
    pub kind: MatterKind,
    /// What became of it.
    pub course: Course,
    /// 处理情况.
    pub handling: Option<String>,
    /// 处理结果.
    pub result: Option<String>,
    /// Suggestions: adopted or not, once decided (REC-09).
    pub adopted: Option<bool>,
    /// Suggestions: when the resident was told what became of it.
    pub told_at: Option<Time>,
    /// How often it was opened again.
    pub reopened: u32,
    /// A promised reply (REC-04).
    pub reply: Timing,
    /// Finishing it (REC-05).
    pub finish: Timing,
}

impl ReceptionFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }
}
