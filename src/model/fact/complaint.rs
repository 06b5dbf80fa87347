//! What is known of a complaint (STA-01, STA-02).
use super::Timing;
use crate::model::case::{Channel, State};
use crate::model::clock::Time;
use crate::model::complaint::{Severity, Urgency, Validity};
use crate::model::staff::Department;
use serde::{Deserialize, Serialize};

/// A complaint that was received in the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplaintFact {
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
    /// 投诉人.
    pub name: Option<String>,
    /// 事由.
    pub matter: String,
    /// How it came.
    pub channel: Channel,
    /// Login of the acceptor 受理人.
    pub acceptor: String,
    /// Login of the handler 处理人.
    pub handler: Option<String>,
    /// 责任部门.
    pub department: Option<Department>,
    /// When the matter reached the staff: says to which month it belongs (ESC-13).
    pub received_at: Time,
    /// When it was entered.
    pub entered_at: Time,
    /// When it was closed.
    pub closed_at: Option<Time>,
    /// Category, an id of the list in the settings.
    pub category: String,
    /// Severity as written.
    pub severity: Severity,
    /// When it becomes major by itself (CMP-07).
    pub regrade_at: Option<Time>,
    /// Urgency.
    pub urgency: Urgency,
    /// Verdict so far (CMP-09).
    pub validity: Validity,
    /// How often it was opened again (CMP-14).
    pub reopened: u32,
    /// 处理方式: the measures of the handling report.
    pub measures: Option<String>,
    /// 处理结果.
    pub result: Option<String>,
    /// When the department was done, in this cycle.
    pub completed_at: Option<Time>,
    /// What the resident said last, in this cycle or one before.
    pub satisfied: Option<bool>,
    /// First contact with the resident (CMP-06).
    pub contact: Timing,
    /// Solving it.
    pub solve: Timing,
    /// Reporting a major one to head office (CMP-03).
    pub head_office: Timing,
    /// A clear reply to the resident (CMP-03).
    pub reply: Timing,
    /// Signing the finished record (CMP-13).
    pub sign: Timing,
}

impl ComplaintFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }

    /// When it was solved for good so far; a complaint that was opened again is not solved.
    pub fn solved_at(&self) -> Option<Time> {
        self.completed_at.filter(|_| matches!(self.state, State::Solved | State::Closed))
    }

    /// Severity at a time (CMP-07).
    pub fn severity_at(&self, at: Time) -> Severity {
        self.severity.at(self.regrade_at, at)
    }
}
