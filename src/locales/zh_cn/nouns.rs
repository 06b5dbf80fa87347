//! Names of things in Chinese, as they stand on the forms.
use super::steps::{step, step_does};
use super::work::{
    borrower, callback_kind, copy, copy_at, document, entry_kind, found, grade, how, key_kind, secret, told_whom,
};
use crate::locales::nouns::Nouns;
use crate::model::case::{Channel, Register, State};
use crate::model::clock::{Basis, Crossing, Milestone, StopReason};
use crate::model::complaint::{CallbackForm, Outcome, PlanState, Severity, Urgency, Validity};
use crate::model::reception::{Course, MatterKind, ReviewKind};
use crate::model::resident::Tie;
use crate::model::staff::{Department, Role};

/// Names of things.
pub const NOUNS: Nouns = Nouns {
    role,
    role_long,
    department,
    register,
    state,
    channel,
    matter_kind,
    course,
    severity,
    severity_means,
    urgency,
    validity,
    plan_state,
    callback_form,
    outcome,
    tie,
    review_kind,
    milestone,
    crossing,
    basis,
    stop_reason,
    step,
    step_does,
    copy,
    copy_at,
    told_whom,
    key_kind,
    borrower,
    document,
    found,
    callback_kind,
    grade,
    entry_kind,
    how,
    secret,
    yes_no,
};

fn role(role: Role) -> &'static str {
    match role {
        Role::NightGuard => "夜班",
        Role::Receptionist => "前台",
        Role::Department => "部门",
        Role::Supervisor => "主管",
        Role::Manager => "经理",
        Role::HeadOffice => "总公司",
    }
}

fn role_long(role: Role) -> &'static str {
    match role {
        Role::NightGuard => "夜班安保",
        Role::Receptionist => "前台",
        Role::Department => "责任部门",
        Role::Supervisor => "客服主管",
        Role::Manager => "经理",
        Role::HeadOffice => "总公司",
    }
}

fn department(department: Department) -> &'static str {
    match department {
        Department::Engineering => "工程",
        Department::Security => "安保",
        Department::Cleaning => "保洁",
        Department::Greening => "绿化",
        Department::Service => "客服",
    }
}

fn register(register: Register) -> &'static str {
    match register {
        Register::Reception => "接待",
        Register::Complaint => "投诉",
        Register::Review => "登记审核",
        Register::WorkOrder => "派工",
        Register::Emergency => "紧急求援",
        Register::Key => "钥匙",
        Register::Callback => "回访",
        Register::Service => "特约服务",
        Register::Visit => "上门拜访",
        Register::Handover => "交接班",
        Register::Stocktake => "钥匙盘点",
        Register::Pass => "出入证",
        Register::Reminder => "催缴",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Accepted => "已受理",
        State::Handling => "处理中",
        State::Solved => "待回访",
        State::Waiting => "待派工",
        State::Sent => "已派工",
        State::Received => "已签收",
        State::OnTheWay => "在途",
        State::OnSite => "已到场",
        State::Finished => "已完工",
        State::Over => "已解除",
        State::Kept => "在库",
        State::Lent => "借出",
        State::Lost => "遗失",
        State::HandedOver => "已移交",
        State::Due => "待回访",
        State::Appointed => "已预约",
        State::Asked => "已回访",
        State::Raised => "待经理",
        State::Offered => "待接班",
        State::Issued => "已发证",
        State::Reminding => "催缴中",
        State::Promised => "已承诺",
        State::Closed => "已办结",
        State::Unable => "无法处理",
        State::Rejected => "不成立",
        State::Voided => "已作废",
        State::Removed => "已移出",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::WalkIn => "上门",
        Channel::Phone => "来电",
        Channel::Online => "网上/微信",
        Channel::Letter => "书面",
        Channel::Relayed => "岗位转告",
    }
}

fn matter_kind(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Question => "咨询",
        MatterKind::Request => "需求",
        MatterKind::Suggestion => "建议",
    }
}

fn course(course: Course) -> &'static str {
    match course {
        Course::Desk => "前台办理",
        Course::Answered => "当场答复",
        Course::Forwarded => "转责任部门",
        Course::Complaint => "转投诉",
        Course::WorkOrder => "派工",
        Course::Service => "特约服务",
        Course::Emergency => "紧急求援",
        Course::Incident => "并入事件",
        Course::Key => "借用钥匙",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "轻微",
        Severity::Important => "重要",
        Severity::Major => "重大",
    }
}

fn severity_means(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "受设施条件或水平所限，给业主带来不便，容易改好",
        Severity::Important => "因公司服务不到位或出了差错而引起",
        Severity::Major => "承诺的服务屡次不做、造成重大损失或伤人，或一个月仍未解决",
    }
}

fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::General => "一般",
        Urgency::Urgent => "紧急",
    }
}

fn validity(validity: Validity) -> &'static str {
    match validity {
        Validity::Unjudged => "未判定",
        Validity::Valid => "有效",
        Validity::Invalid => "不成立",
        Validity::Outside => "非物业范围",
    }
}

fn plan_state(state: PlanState) -> &'static str {
    match state {
        PlanState::None => "未写",
        PlanState::Written => "待批",
        PlanState::Approved => "已批",
        PlanState::Returned => "退回",
    }
}

fn callback_form(form: CallbackForm) -> &'static str {
    match form {
        CallbackForm::Visit => "家访",
        CallbackForm::Phone => "电话",
        CallbackForm::Letter => "信函",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Satisfied => "满意",
        Outcome::Unsatisfied => "不满意",
        Outcome::NoAnswer => "未接通",
    }
}

fn tie(tie: Tie) -> &'static str {
    match tie {
        Tie::Owner => "业主",
        Tie::Tenant => "租户",
        Tie::Family => "家属",
        Tie::Emergency => "紧急联系人",
    }
}

fn review_kind(kind: ReviewKind) -> &'static str {
    match kind {
        ReviewKind::Day => "主管日审",
        ReviewKind::Callbacks => "回访归档",
        ReviewKind::Week => "经理周审",
        ReviewKind::Month => "月报上交",
    }
}

pub(super) fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Reply => "答复业主",
        Milestone::Finish => "办结",
        Milestone::Contact => "联系业主",
        Milestone::WithSupervisor => "交到主管",
        Milestone::HeadOffice => "上报总公司",
        Milestone::Solve => "解决",
        Milestone::Sign => "主管签收",
        Milestone::Callback => "回访",
        Milestone::Review => "审核",
        Milestone::Send => "派工",
        Milestone::Receive => "签收",
        Milestone::Depart => "出发",
        Milestone::Arrive => "到场",
        Milestone::Check => "首次检查",
        Milestone::Tell => "告知业主",
        Milestone::SheetBack => "回单",
        Milestone::Order => "补单",
        Milestone::Return => "归还",
        Milestone::Follow => "遗失跟进",
        Milestone::Visit => "上门",
        Milestone::Decide => "经理处理",
        Milestone::TakeOver => "接班",
        Milestone::Remind => "下次催缴",
        Milestone::Pay => "承诺缴费",
        Milestone::Report => "月末上报",
    }
}

fn crossing(crossing: Crossing) -> &'static str {
    match crossing {
        Crossing::Transfer => "转由",
        Crossing::Report => "上报",
        Crossing::Regrade => "升为重大",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Natural => "自然时间",
        Basis::Working => "工作时间",
    }
}

fn stop_reason(why: StopReason) -> &'static str {
    match why {
        StopReason::Reached => "已完成",
        StopReason::Superseded => "改级别后换新时限",
        StopReason::Judged => "判定不成立",
        StopReason::Voided => "记录作废",
    }
}

fn yes_no(flag: bool) -> &'static str {
    if flag { "是" } else { "否" }
}
