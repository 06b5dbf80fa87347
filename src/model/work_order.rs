//! 派工单: a job sent to a department, on a three-part paper form (DSP-01 to DSP-13).
use super::case::Channel;
use super::clock::Time;
use super::complaint::Urgency;
use super::staff::Department;
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// One of the three copies of the paper form (DSP-11).
    pub enum Copy {
        /// 存根联
        Stub,
        /// 部门联
        Department,
        /// 业主联
        Resident,
    }
}

words! {
    /// Where a copy is (DSP-10).
    #[derive(Default)]
    pub enum Place {
        /// 前台
        #[default]
        Desk,
        /// 部门
        Department,
        /// 业主
        Resident,
        /// 已归档: signed and back
        Filed,
        /// 遗失
        Missing,
    }
}

/// Who has an order: what a line of the case says (DSP-13). Written as `engineering` or `engineering/wangjun`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// The department.
    pub department: Department,
    /// Login of the technician, if one was named.
    pub technician: Option<String>,
}

impl std::fmt::Display for Holder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.department)?;
        self.technician.as_ref().map_or(Ok(()), |technician| write!(f, "/{technician}"))
    }
}

impl std::str::FromStr for Holder {
    type Err = strum::ParseError;

    fn from_str(text: &str) -> Result<Holder, strum::ParseError> {
        let (department, technician) = text.split_once('/').map_or((text, None), |(one, two)| (one, Some(two)));
        Ok(Holder { department: department.parse()?, technician: technician.map(str::to_owned) })
    }
}

/// What a work order carries beside its [`super::case::Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkOrder {
    /// Kind of job, an id of the list in the settings (DSP-01).
    pub job: String,
    /// Priority: proposed by the kind of job, decided by a person (DSP-02).
    pub urgency: Urgency,
    /// Equipment of the estate has failed (DSP-05).
    pub equipment: bool,
    /// Login of the technician.
    pub technician: Option<String>,
    /// Promised arrival: the first promise, against which the verdict goes (ESC-11).
    pub arrive_by: Option<Time>,
    /// When it went to the department.
    pub sent_at: Option<Time>,
    /// Name of who signed for the department (DSP-07).
    pub signed_by: Option<String>,
    /// When.
    pub signed_at: Option<Time>,
    /// When the technician spoke with the resident (DSP-04).
    pub contacted_at: Option<Time>,
    /// When the technician set out.
    pub departed_at: Option<Time>,
    /// When the technician was there.
    pub arrived_at: Option<Time>,
    /// When failed equipment was looked at first (DSP-05).
    pub checked_at: Option<Time>,
    /// When the job was done.
    pub finished_at: Option<Time>,
    /// When the resident was told (DSP-09).
    pub told_at: Option<Time>,
    /// What the resident said when told: satisfied or not.
    pub satisfied: Option<bool>,
    /// 处理结果.
    pub result: Option<String>,
    /// Material used, as text.
    pub material: Option<String>,
    /// Charge, as text.
    pub charge: Option<String>,
    /// How often the resident has pressed 催单 (DSP-12).
    pub pressed: u32,
    /// How often an apology with a new time was given (DSP-08).
    pub apologies: u32,
    /// The latest new time.
    pub moved_to: Option<Time>,
    /// How often it was handed back 退单 or on 转单 (DSP-12).
    pub passed_on: u32,
    /// How often it was opened again.
    pub reopened: u32,
    /// Where the stub is.
    pub stub_at: Place,
    /// Where the department's copy is.
    pub department_copy_at: Place,
    /// Where the resident's copy is.
    pub resident_copy_at: Place,
}

/// Checked input of a new work order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWorkOrder {
    /// How it came; `phone` if left out.
    #[serde(default)]
    pub channel: Channel,
    /// 房号, in any usual way of writing.
    pub unit: Option<String>,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// What is wrong, in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
    /// Kind of job, an id or a name of the list in the settings.
    pub job: String,
    /// Priority; that of the kind of job if left out (DSP-02).
    pub urgency: Option<Urgency>,
    /// Equipment of the estate has failed; as the kind of job says if left out (DSP-05).
    pub equipment: Option<bool>,
    /// Department; that of the kind of job if left out.
    pub department: Option<Department>,
    /// Login of the technician; left out, it waits on the board.
    pub technician: Option<String>,
    /// When the technician is promised to be there.
    pub arrive_by: Option<Time>,
    /// By when the resident wants it done.
    pub wanted_by: Option<Time>,
    /// When it reached the staff, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
}

/// A work order from an older ledger; with the time at which it was finished it is history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OldWorkOrder {
    /// Number on the older ledger; the same number is taken only once.
    pub old_number: String,
    /// When it was received.
    pub received_at: Time,
    /// How it came; `phone` if left out.
    pub channel: Option<Channel>,
    /// 房号.
    pub unit: Option<String>,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// What was wrong, in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
    /// Kind of job, an id or a name of the list in the settings; `other` if left out.
    pub job: Option<String>,
    /// Priority; that of the kind of job if left out.
    pub urgency: Option<Urgency>,
    /// Department; else that of who did it, else that of the kind of job.
    pub department: Option<Department>,
    /// Who did it: login or name; who is not known is kept in the story.
    pub done_by: Option<String>,
    /// When the resident was contacted.
    pub contacted_at: Option<Time>,
    /// When somebody was there.
    pub arrived_at: Option<Time>,
    /// When the job was done: this ends it.
    pub finished_at: Option<Time>,
    /// 处理结果; only of what is finished.
    pub result: Option<String>,
    /// What the resident said to it.
    pub satisfied: Option<bool>,
}
