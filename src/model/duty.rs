//! 值班: who is on duty when, and what each technician can do (DSP-06).
use super::clock::Time;
use super::complaint::Urgency;
use super::staff::Department;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One turn of duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Login of who is on duty.
    pub login: String,
    /// From when.
    pub starts_at: Time,
    /// Until when.
    pub ends_at: Time,
}

/// Checked input of a turn of duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDuty {
    /// Account of who is on duty.
    pub login: String,
    /// From when; now if left out.
    pub starts_at: Option<Time>,
    /// Until when.
    pub ends_at: Time,
}

/// A kind of job as the settings know it (DSP-01, DSP-02, DSP-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Stands in the file.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Department that does it.
    pub department: Department,
    /// Priority that is proposed.
    pub urgency: Urgency,
    /// Equipment of the estate has failed: a first check is due (DSP-05).
    pub equipment: bool,
}

/// A technician as the board shows one (DSP-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Technician {
    /// Login.
    pub login: String,
    /// Name.
    pub name: String,
    /// Department.
    pub department: Department,
    /// Ids of the kinds of job this person can do; empty means any of the department.
    pub skills: Vec<String>,
    /// Open orders.
    pub load: u32,
    /// On duty now, and until when.
    pub on_duty_until: Option<Time>,
}
