//! 投诉: a reception that is a grievance (CMP-01 to CMP-15).
use super::case::Channel;
use super::clock::Time;
use super::staff::Department;
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// How grave it is (CMP-02).
    #[derive(Default)]
    pub enum Severity {
        /// 轻微: limits of equipment or means, easily put right
        #[default]
        Minor,
        /// 重要: the company's service fell short or made a mistake
        Important,
        /// 重大: promised service refused again and again, great loss or injury, or unsolved for a month
        Major,
    }
}

words! {
    /// How soon somebody has to speak with the resident (CMP-02, CMP-06).
    #[derive(Default)]
    pub enum Urgency {
        /// 一般
        #[default]
        General,
        /// 紧急
        Urgent,
    }
}

words! {
    /// Whether the complaint is a valid one (CMP-09). Not judged yet counts as valid for the clocks.
    #[derive(Default)]
    pub enum Validity {
        /// 未判定
        #[default]
        Unjudged,
        /// 有效
        Valid,
        /// 不成立
        Invalid,
        /// 非物业管理范围，已转出
        Outside,
    }
}

words! {
    /// Where the handling plan stands (CMP-10).
    #[derive(Default)]
    pub enum PlanState {
        /// 未写
        #[default]
        None,
        /// 待批
        Written,
        /// 已批
        Approved,
        /// 退回
        Returned,
    }
}

words! {
    /// How the resident was asked afterwards.
    #[derive(Default)]
    pub enum CallbackForm {
        /// 家访
        Visit,
        /// 电话
        #[default]
        Phone,
        /// 信函
        Letter,
    }
}

words! {
    /// What the resident said afterwards (CMP-14). No answer is an attempt; the callback stays due.
    pub enum Outcome {
        /// 满意
        Satisfied,
        /// 不满意: the complaint is opened again
        Unsatisfied,
        /// 未接通
        NoAnswer,
    }
}

/// What a complaint carries beside its [`super::case::Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    /// Category, an id of the list in the settings (CMP-01).
    pub category: String,
    /// Severity as written; see [`Complaint::severity_at`].
    pub severity: Severity,
    /// Urgency.
    pub urgency: Urgency,
    /// Verdict so far.
    pub validity: Validity,
    /// To whom it was transferred if it is none of ours.
    pub transferred_to: Option<String>,
    /// When it becomes major by itself if it is still unsolved (CMP-07).
    pub regrade_at: Option<Time>,
    /// How many of one category this unit had raised without a solution when it was filed, itself included (CMP-07).
    pub repeats: u32,
    /// Whether that proposes it as major.
    pub proposed_major: bool,
    /// How often it was opened again (CMP-14).
    pub reopened: u32,
    /// Handling plan (CMP-10).
    pub plan: Option<String>,
    /// Where the plan stands.
    pub plan_state: PlanState,
    /// What the manager said of the plan.
    pub plan_comment: Option<String>,
    /// Progress reports that the resident has not been told of yet (CMP-11).
    pub untold: u32,
    /// Handling report (CMP-12): cause.
    pub cause: Option<String>,
    /// Handling report: measures.
    pub measures: Option<String>,
    /// Handling report: result.
    pub result: Option<String>,
    /// Handling report, major and important: root cause.
    pub root_cause: Option<String>,
    /// Handling report, major and important: what prevents a repeat.
    pub prevention: Option<String>,
    /// When the department was done.
    pub completed_at: Option<Time>,
    /// Login of the supervisor who signed the record (CMP-13).
    pub signed_by: Option<String>,
    /// When.
    pub signed_at: Option<Time>,
    /// What the resident said afterwards, in this cycle.
    pub satisfied: Option<bool>,
    /// How the resident was asked.
    pub asked_by: Option<CallbackForm>,
    /// Callback attempts without an answer in this cycle (CBK-11).
    pub attempts: u32,
    /// When harm that was going on was stopped (CMP-08).
    pub harm_stopped_at: Option<Time>,
    /// Neighbour dispute: the other party (CMP-15).
    pub other_party: Option<String>,
    /// Neighbour dispute: recordings, measurements.
    pub evidence: Option<String>,
    /// Neighbour dispute: who holds the evidence.
    pub evidence_held_by: Option<String>,
}

impl Complaint {
    /// Severity at `now`: a valid complaint that stayed unsolved for its month is major from that
    /// moment on, whether or not anybody looked (CMP-07, ESC-04).
    pub fn severity_at(&self, now: Time) -> Severity {
        self.severity.at(self.regrade_at, now)
    }
}

impl Severity {
    /// This severity, or major from `regrade_at` on.
    pub fn at(self, regrade_at: Option<Time>, now: Time) -> Severity {
        if regrade_at.is_some_and(|at| at <= now) { Severity::Major } else { self }
    }
}

/// Checked input of a new complaint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewComplaint {
    /// How it came; `phone` if left out.
    #[serde(default)]
    pub channel: Channel,
    /// 房号, in any usual way of writing.
    pub unit: Option<String>,
    /// Name of the complainant.
    pub name: Option<String>,
    /// Phone of the complainant.
    pub phone: Option<String>,
    /// Category, an id or a name of the list in the settings (CMP-01).
    pub category: String,
    /// Severity; `minor` if left out.
    #[serde(default)]
    pub severity: Severity,
    /// Urgency; `general` if left out.
    #[serde(default)]
    pub urgency: Urgency,
    /// Harm is going on now: top of the queue and urgent (CMP-08).
    #[serde(default)]
    pub harm: bool,
    /// 事由 in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
    /// By when the resident wants it solved (CMP-05).
    pub wanted_by: Option<Time>,
    /// When it reached the staff, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
    /// Department concerned.
    pub department: Option<Department>,
    /// Neighbour dispute: the other party (CMP-15).
    pub other_party: Option<String>,
    /// Neighbour dispute: recordings, measurements.
    pub evidence: Option<String>,
    /// Neighbour dispute: who holds the evidence.
    pub evidence_held_by: Option<String>,
}

/// A complaint from an older ledger, with its answer if there was one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OldComplaint {
    /// Number on the old ledger; the same number is taken only once.
    pub old_number: String,
    /// When it was received.
    pub received_at: Time,
    /// When it was answered; together with `reply` this ends it.
    pub replied_at: Option<Time>,
    /// What was answered.
    pub reply: Option<String>,
    /// How it came; `online` if left out.
    pub channel: Option<Channel>,
    /// 房号.
    pub unit: Option<String>,
    /// Name of the complainant.
    pub name: Option<String>,
    /// Phone of the complainant.
    pub phone: Option<String>,
    /// Category; `other` if left out.
    pub category: Option<String>,
    /// Severity; `minor` if left out.
    #[serde(default)]
    pub severity: Severity,
    /// Urgency; `general` if left out.
    #[serde(default)]
    pub urgency: Urgency,
    /// 事由 in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
}
