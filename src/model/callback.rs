//! 回访: asking the resident afterwards (CBK-01 to CBK-11).
use super::clock::Time;
use super::complaint::{CallbackForm, Outcome, Severity};
use super::staff::Department;
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// What is asked about (CBK-01).
    pub enum CallbackKind {
        /// 投诉
        Complaint,
        /// 维修
        Repair,
        /// 特约服务中期
        ServiceMid,
        /// 特约服务结束
        ServiceEnd,
        /// 急救
        FirstAid,
        /// 社区活动
        Activity,
        /// 刊物
        Publication,
        /// 其它服务
        Other,
        /// 第二次回访 (CBK-01)
        Second,
        /// 每月电话 (CBK-10)
        Household,
    }
}

impl CallbackKind {
    /// The form that fits (CBK-04).
    pub fn fitting_form(self) -> CallbackForm {
        match self {
            CallbackKind::Complaint | CallbackKind::FirstAid => CallbackForm::Visit,
            CallbackKind::Activity | CallbackKind::Publication => CallbackForm::Letter,
            CallbackKind::Repair
            | CallbackKind::ServiceMid
            | CallbackKind::ServiceEnd
            | CallbackKind::Other
            | CallbackKind::Second
            | CallbackKind::Household => CallbackForm::Phone,
        }
    }
}

words! {
    /// How a resident found something (CBK-05).
    pub enum Grade {
        /// 好
        Good,
        /// 一般
        Fair,
        /// 差
        Poor,
    }
}

/// What a callback carries beside its [`super::case::Case`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callback {
    /// What is asked about.
    pub kind: CallbackKind,
    /// Month to which it counts, `2026-11` (CBK-02).
    pub month: String,
    /// It was drawn by the program's lottery (CBK-02).
    pub drawn: bool,
    /// Complaints: severity, which says who asks (CBK-03).
    pub severity: Option<Severity>,
    /// Work orders: login of the technician whose work it was.
    pub technician: Option<String>,
    /// The form that fits, then the one that was used (CBK-04).
    pub form: CallbackForm,
    /// Home visit: agreed time (CBK-06).
    pub appointment_at: Option<Time>,
    /// Attempts without an answer (CBK-11).
    pub attempts: u32,
    /// When the resident was asked.
    pub asked_at: Option<Time>,
    /// Login of who asked.
    pub asked_by: Option<String>,
    /// Satisfied or not.
    pub satisfied: Option<bool>,
    /// Quality of the work (CBK-05).
    pub quality: Option<Grade>,
    /// Effect of the work (CBK-05).
    pub effect: Option<Grade>,
    /// What the resident said.
    pub said: Option<String>,
    /// Shortcomings (CBK-05).
    pub shortcomings: Option<String>,
    /// Suggestions (CBK-05).
    pub suggestions: Option<String>,
    /// Manager's plan for an important event (CBK-08).
    pub plan: Option<String>,
    /// Name of the resident who signed (CBK-08).
    pub resident_signed: Option<String>,
    /// Login of the supervisor who reviewed it (CBK-07).
    pub reviewed_by: Option<String>,
    /// When.
    pub reviewed_at: Option<Time>,
    /// The supervisor's comment.
    pub comment: Option<String>,
    /// The supervisor's opinion on what to do about a failed one.
    pub opinion: Option<String>,
    /// What the manager decided on a failed one.
    pub decision: Option<String>,
}

/// The callbacks of a month as they stand, without the voided ones (CBK-09).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Archive {
    /// Done with.
    pub closed: u32,
    /// Something is still to be done about them.
    pub open: u32,
}

/// Checked input of a callback that no rule makes: an activity, a publication, another service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCallback {
    /// Activity, publication, other.
    pub about: CallbackKind,
    /// 房号, in any usual way of writing.
    pub unit: Option<String>,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// What is to be asked about, in one line.
    pub matter: String,
    /// Department concerned.
    pub department: Option<Department>,
    /// Form; the fitting one if left out (CBK-04).
    pub form: Option<CallbackForm>,
}

/// Checked input of the monthly call to a household (CBK-10).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HouseholdCall {
    /// 房号, in any usual way of writing.
    pub unit: String,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// Satisfied, unsatisfied, no answer.
    pub outcome: Outcome,
    /// What the resident said.
    pub said: Option<String>,
}
