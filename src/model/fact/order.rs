//! What is known of a work order (STA-03), and of a paper sheet that is not back (DSP-10).
use super::Timing;
use crate::model::case::{Channel, State};
use crate::model::clock::Time;
use crate::model::complaint::Urgency;
use crate::model::staff::Department;
use crate::model::work_order::Place;
use serde::{Deserialize, Serialize};

/// A work order that was received in the month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderFact {
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
    /// What is wrong.
    pub matter: String,
    /// How it came.
    pub channel: Channel,
    /// Login of the acceptor 受理人.
    pub acceptor: String,
    /// Department that has it, or had it last.
    pub department: Option<Department>,
    /// When the matter reached the staff: says to which month it belongs (ESC-13).
    pub received_at: Time,
    /// When it was entered.
    pub entered_at: Time,
    /// Kind of job, an id of the list in the settings.
    pub job: String,
    /// Priority.
    pub urgency: Urgency,
    /// Login of the technician who has it, or had it last.
    pub technician: Option<String>,
    /// Promised arrival of this cycle.
    pub arrive_by: Option<Time>,
    /// The first arrival that is on record, over all its cycles.
    pub arrived_at: Option<Time>,
    /// When the job was done, in this cycle.
    pub finished_at: Option<Time>,
    /// What the resident said when told last, in this cycle or one before (DSP-09).
    pub satisfied: Option<bool>,
    /// 处理结果.
    pub result: Option<String>,
    /// Material used, as text.
    pub material: Option<String>,
    /// Charge, as text.
    pub charge: Option<String>,
    /// How often the resident has pressed 催单 (DSP-12).
    pub pressed: u32,
    /// How often it was handed back 退单 or on 转单 (DSP-12).
    pub passed_on: u32,
    /// How often an apology with a new time was given (DSP-08).
    pub apologies: u32,
    /// How often it was opened again.
    pub reopened: u32,
    /// Where the stub is.
    pub stub_at: Place,
    /// Where the department's copy is, the one that comes back signed.
    pub department_copy_at: Place,
    /// Where the resident's copy is.
    pub resident_copy_at: Place,
    /// Being there (DSP-04).
    pub arrive: Timing,
    /// Being done (DSP-08).
    pub finish: Timing,
}

impl OrderFact {
    /// Whether it counts: a voided entry does not (SEC-04).
    pub fn counts(&self) -> bool {
        self.state != State::Voided
    }

    /// When it was done for good so far; an order that was opened again is not done.
    pub fn done_at(&self) -> Option<Time> {
        self.finished_at.filter(|_| matches!(self.state, State::Finished | State::Closed))
    }

    /// Copies that are lost.
    pub fn copies_missing(&self) -> usize {
        let copies = [self.stub_at, self.department_copy_at, self.resident_copy_at];
        copies.iter().filter(|place| **place == Place::Missing).count()
    }
}

/// A work order that has ended and whose signed sheet is still out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFact {
    /// Row of its case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Where the order stands.
    pub state: State,
    /// 房号.
    pub unit: Option<String>,
    /// What was wrong.
    pub matter: String,
    /// Department that had it last.
    pub department: Option<Department>,
    /// Login of the technician.
    pub technician: Option<String>,
    /// When the matter reached the staff.
    pub received_at: Time,
    /// When the job was done.
    pub finished_at: Option<Time>,
    /// Who has the sheet.
    pub place: Place,
    /// Whether the order is of an earlier month.
    pub earlier: bool,
}
