//! Everything that a person can ask of the desk, as one enum of verbs, and its JSON.
use crate::model::complaint::{NewComplaint, OldComplaint};
use crate::model::reception::NewReception;
use crate::model::resident::NewResident;
use crate::model::staff::{Department, Role};
use crate::model::step::Step;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A case by its number, and the version of it that was seen when the decision was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseRef {
    /// Number on the form, e.g. `TS-20261114-003`.
    pub number: String,
    /// Version that was on the screen; left out, no conflict is looked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}

/// What begins something new; the tag `do` of its JSON is the name in small letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Opening {
    /// Takes in a matter (REC-01 to REC-04).
    TakeReception(NewReception),
    /// Files a complaint (CMP-01, CMP-02).
    FileComplaint(NewComplaint),
    /// Brings in a complaint from an older ledger.
    ImportComplaint(OldComplaint),
    /// Enters a resident, or brings the entry up to date (LED-01).
    RecordResident(NewResident),
    /// Adds a member of the staff; manager only.
    AddStaff(NewStaff),
    /// Changes a member of the staff; manager only.
    ChangeStaff(StaffChange),
}

/// A new member of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// Account at the operating system.
    pub login: String,
    /// Name as it stands on the forms.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
}

/// A change of a member of the staff; what is left out stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffChange {
    /// Account at the operating system.
    pub login: String,
    /// Name as it stands on the forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Department>,
    /// Whether this person may sign on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

/// An action: something new, or a step on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Something new.
    Open(Opening),
    /// A step on a case.
    On(CaseRef, Step),
}
