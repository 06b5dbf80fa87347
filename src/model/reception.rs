//! 接待登记: one matter that someone brought to the desk (REC-01 to REC-10).
use super::clock::{Milestone, Time};
use super::staff::Department;
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// What kind of matter it is.
    #[derive(Default)]
    pub enum MatterKind {
        /// 咨询: a question, possibly with a promised reply (REC-04)
        #[default]
        Question,
        /// 需求: something to be done
        Request,
        /// 建议: forwarded, adopted or not, and the resident is told (REC-09)
        Suggestion,
    }
}

words! {
    /// What becomes of a matter at the counter (REC-03).
    #[derive(Default)]
    pub enum Course {
        /// 前台办理
        #[default]
        Desk,
        /// 当场答复
        Answered,
        /// 转责任部门
        Forwarded,
        /// 转投诉
        Complaint,
        /// 派工
        WorkOrder,
        /// 特约服务
        Service,
        /// 紧急求援
        Emergency,
        /// 并入已有的紧急事件 (EMG-07)
        Incident,
        /// 借用钥匙
        Key,
    }
}

impl Course {
    /// The register whose case carries the matter on from here; its end is the end of the reception (REC-03).
    pub fn register(self) -> Option<Register> {
        match self {
            Course::Complaint => Some(Register::Complaint),
            Course::WorkOrder => Some(Register::WorkOrder),
            Course::Service => Some(Register::Service),
            Course::Emergency | Course::Incident => Some(Register::Emergency),
            Course::Desk | Course::Answered | Course::Forwarded | Course::Key => None,
        }
    }

    /// What ends it there.
    pub fn end(self) -> Milestone {
        if self == Course::Complaint { Milestone::Solve } else { Milestone::Finish }
    }
}

/// What a reception carries beside its [`super::case::Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reception {
    /// Kind of matter.
    pub kind: MatterKind,
    /// Post that took it in first (REC-02), e.g. `东门岗`.
    pub relayed_by: Option<String>,
    /// What became of it at the counter.
    pub course: Course,
    /// Promised time of the reply (REC-04): the first promise, against which the verdict goes (ESC-11).
    pub promised_at: Option<Time>,
    /// Promise as it stands now, if it was moved.
    pub moved_to: Option<Time>,
    /// 处理情况, as last written by whoever holds it (REC-08).
    pub handling: Option<String>,
    /// 处理结果, or why it cannot be handled.
    pub result: Option<String>,
    /// Suggestions: adopted or not, once decided (REC-09).
    pub adopted: Option<bool>,
    /// Suggestions: when the resident was told what became of it.
    pub told_at: Option<Time>,
}

/// 登记审核: which day or week of the register is looked through (REC-07), which month of callbacks filed (CBK-09),
/// which month handed in (STA-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The supervisor's day, the manager's week, a month of callbacks, a month's figures.
    pub kind: ReviewKind,
    /// First local day, `2026-11-21`.
    pub first_day: chrono::NaiveDate,
    /// Last local day.
    pub last_day: chrono::NaiveDate,
    /// What the reviewer wrote.
    pub comment: Option<String>,
    /// Login of the reviewer.
    pub reviewed_by: Option<String>,
    /// When.
    pub reviewed_at: Option<Time>,
    /// A month of callbacks: how many were done with when it was filed (CBK-09).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed: Option<u32>,
    /// How many were still open then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_open: Option<u32>,
}

impl Review {
    /// One of these days that nobody has signed yet.
    pub fn of(kind: ReviewKind, first_day: chrono::NaiveDate, last_day: chrono::NaiveDate) -> Review {
        Review {
            kind,
            first_day,
            last_day,
            comment: None,
            reviewed_by: None,
            reviewed_at: None,
            filed: None,
            left_open: None,
        }
    }

    /// How far the callbacks of the month were when it was filed (CBK-09).
    pub fn archive(&self) -> Option<super::callback::Archive> {
        let (closed, open) = (self.filed?, self.left_open?);
        Some(super::callback::Archive { closed, open })
    }
}

words! {
    /// Whose review it is.
    pub enum ReviewKind {
        /// 客服主管每日审核
        Day,
        /// 经理每周一审核上周
        Week,
        /// 回访归档: the callbacks of a month (CBK-09)
        Callbacks,
        /// 月报上交: the figures of a month (STA-06)
        Month,
    }
}

/// Checked input of a new reception.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReception {
    /// How it came; `phone` if left out.
    #[serde(default)]
    pub channel: Channel,
    /// Post that took it in, for `relayed`.
    pub relayed_by: Option<String>,
    /// 房号, in any usual way of writing.
    pub unit: Option<String>,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// Question, request or suggestion; `question` if left out.
    #[serde(default)]
    pub kind: MatterKind,
    /// 事由 in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
    /// By when the resident wants it.
    pub wanted_by: Option<Time>,
    /// When it reached the staff, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
    /// What becomes of it; `desk` if left out.
    #[serde(default)]
    pub course: Course,
    /// For `answered`: what was answered.
    pub result: Option<String>,
    /// A reply is promised (REC-04); `promised_at` says by when, else the time of the rule.
    #[serde(default)]
    pub promise: bool,
    /// By when the reply is promised.
    pub promised_at: Option<Time>,
    /// For `forwarded`, and for the complaint that is made of it.
    pub department: Option<Department>,
    /// For `complaint`: its category.
    pub category: Option<String>,
    /// For `complaint`: its severity; `minor` if left out.
    pub severity: Option<super::complaint::Severity>,
    /// For `complaint` and `work_order`: its urgency; that of the kind of job if left out.
    pub urgency: Option<super::complaint::Urgency>,
    /// For `complaint`: harm is going on now (CMP-08).
    #[serde(default)]
    pub harm: bool,
    /// For `work_order`: kind of job, an id or a name of the list in the settings.
    pub job: Option<String>,
    /// For `work_order`: login of the technician; left out, it waits on the board.
    pub technician: Option<String>,
    /// For `work_order`: when the technician is promised to be there.
    pub arrive_by: Option<Time>,
    /// For `service`: from when.
    pub starts_at: Option<Time>,
    /// For `service`: until when.
    pub ends_at: Option<Time>,
    /// For `emergency`: kind, an id or a name of the list in the settings.
    pub emergency: Option<String>,
    /// For `emergency`: where; the unit if left out.
    pub place: Option<String>,
    /// For `incident`: number of the emergency that it belongs to.
    pub incident: Option<String>,
    /// For `key`: number of the key; the other fields of the loan follow.
    pub key: Option<String>,
    /// For `key`: who borrows it.
    pub borrower: Option<super::house_key::Borrower>,
    /// For `key`: by when it is back.
    pub back_by: Option<Time>,
    /// For `key`: kind of identity document that was seen (KEY-04).
    pub document: Option<super::house_key::Document>,
    /// For `key`: its number.
    pub document_number: Option<String>,
    /// For `key`: deposit, in yuan.
    pub deposit: Option<super::house_key::Fen>,
    /// For `key`: login of who approved the loan of an entrusted key (KEY-09).
    pub approved_by: Option<String>,
    /// For `key`: who of the household consented.
    pub consent_by: Option<String>,
    /// For `key`: when.
    pub consent_at: Option<Time>,
    /// For `key`: name typed as signature.
    pub signature: Option<String>,
}
use super::case::{Channel, Register};
