//! What a queue shows and how it is narrowed (ESC-14).
use super::callback::{Archive, CallbackKind};
use super::case::{Register, State};
use super::clock::{Clock, Time};
use super::complaint::{CallbackForm, Severity, Urgency};
use super::reception::{Course, MatterKind, ReviewKind};
use super::staff::{Department, Role};
use serde::{Deserialize, Serialize};

/// How a queue is narrowed; what is left empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// One register; none means all of them.
    pub register: Option<Register>,
    /// One state.
    pub state: Option<State>,
    /// One of these states.
    #[serde(default)]
    pub states: Vec<State>,
    /// Without the callbacks that were drawn and not asked yet: whoever did the work is not told (CBK-02).
    #[serde(default)]
    pub veiled: bool,
    /// Closed ones as well, the newest first; else open ones, by what crosses next.
    pub past: bool,
    /// Handled by this login, or taken in by it as long as nobody handles it.
    pub mine: Option<String>,
    /// Answered for by this role at the moment.
    pub role: Option<Role>,
    /// At least one clock has crossed.
    pub overdue: bool,
    /// The next clock crosses before the day ends.
    pub due_today: bool,
    /// Late or due soon: the view over all registers.
    pub pressing: bool,
    /// One department.
    pub department: Option<Department>,
    /// One building.
    pub building: Option<String>,
    /// One handler, by login.
    pub handler: Option<String>,
    /// Words in the matter, the detail, the name, the unit or the number.
    pub words: Option<String>,
}

/// One line of a queue, with the running clocks of its case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QueueRow {
    /// Row of the case.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// Its register.
    pub register: Register,
    /// Where it stands.
    pub state: State,
    /// 房号.
    pub unit: Option<String>,
    /// Who brought it.
    pub name: Option<String>,
    /// 事由.
    pub matter: String,
    /// Login of the handler.
    pub handler: Option<String>,
    /// Department.
    pub department: Option<Department>,
    /// Role that answers for it while nothing has crossed.
    pub owner: Role,
    /// Harm is going on.
    pub harm: bool,
    /// When it reached the staff.
    pub received_at: Time,
    /// Changes so far.
    pub version: i64,
    /// Which round it is in.
    pub cycle: u32,
    /// Complaints: category.
    pub category: Option<String>,
    /// Complaints: severity, as it is at the time of reading.
    pub severity: Option<Severity>,
    /// Complaints and work orders: urgency.
    pub urgency: Option<Urgency>,
    /// Complaints: proposed as major (CMP-07).
    pub proposed_major: bool,
    /// Receptions: kind of matter.
    pub kind: Option<MatterKind>,
    /// Receptions: what became of it at the counter.
    pub course: Option<Course>,
    /// Reviews: whose.
    pub review: Option<ReviewKind>,
    /// Open reviews of a month of callbacks: how far they are (CBK-09).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<Archive>,
    /// Work orders: kind of job.
    pub job: Option<String>,
    /// Work orders: login of the technician.
    pub technician: Option<String>,
    /// Emergencies: kind, once somebody has said.
    pub emergency: Option<String>,
    /// Callbacks: what is asked about.
    pub callback: Option<CallbackKind>,
    /// Callbacks: the form that fits.
    pub form: Option<CallbackForm>,
    /// Callbacks and visits: agreed time.
    pub appointment_at: Option<Time>,
    /// Work orders: how often the resident has pressed 催单 (DSP-12).
    pub pressed: u32,
    /// Passes: number on the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pass_number: Option<String>,
    /// Reminders: the fee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<String>,
    /// Reminders: how often the household was reminded (LED-06).
    #[serde(skip_serializing_if = "is_none")]
    pub reminded: u32,
    /// Reminders: promises that went by without payment (LED-06).
    #[serde(skip_serializing_if = "is_none")]
    pub broken: u32,
    /// Running clocks, the one that crosses first before the others.
    pub clocks: Vec<Clock>,
}

/// Nothing to tell.
fn is_none(count: &u32) -> bool {
    *count == 0
}

/// How much there is in a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The register.
    pub register: Register,
    /// Open cases.
    pub open: u32,
    /// Those with a clock that has crossed.
    pub overdue: u32,
    /// Those whose next clock crosses before the day ends.
    pub today: u32,
}
