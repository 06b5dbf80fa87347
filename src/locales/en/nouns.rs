//! Names of things in English.
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
        Role::NightGuard => "Night",
        Role::Receptionist => "Desk",
        Role::Department => "Dept",
        Role::Supervisor => "Supv",
        Role::Manager => "Mgr",
        Role::HeadOffice => "HQ",
    }
}

fn role_long(role: Role) -> &'static str {
    match role {
        Role::NightGuard => "Night guard",
        Role::Receptionist => "Receptionist",
        Role::Department => "Department",
        Role::Supervisor => "Supervisor",
        Role::Manager => "Manager",
        Role::HeadOffice => "Head office",
    }
}

fn department(department: Department) -> &'static str {
    match department {
        Department::Engineering => "Engineering",
        Department::Security => "Security",
        Department::Cleaning => "Cleaning",
        Department::Greening => "Greening",
        Department::Service => "Service",
    }
}

fn register(register: Register) -> &'static str {
    match register {
        Register::Reception => "Reception",
        Register::Complaint => "Complaint",
        Register::Review => "Review",
        Register::WorkOrder => "Work order",
        Register::Emergency => "Emergency",
        Register::Key => "Key",
        Register::Callback => "Callback",
        Register::Service => "Service",
        Register::Visit => "Visit",
        Register::Handover => "Handover",
        Register::Stocktake => "Stock-take",
        Register::Pass => "Pass",
        Register::Reminder => "Reminder",
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Accepted => "Accepted",
        State::Handling => "Handling",
        State::Solved => "To call",
        State::Waiting => "Waiting",
        State::Sent => "Sent",
        State::Received => "Received",
        State::OnTheWay => "On the way",
        State::OnSite => "On site",
        State::Finished => "Finished",
        State::Over => "Over",
        State::Kept => "In cabinet",
        State::Lent => "Lent",
        State::Lost => "Lost",
        State::HandedOver => "Given out",
        State::Due => "To ask",
        State::Appointed => "Appointed",
        State::Asked => "Asked",
        State::Raised => "To manager",
        State::Offered => "Offered",
        State::Issued => "Issued",
        State::Reminding => "Reminding",
        State::Promised => "Promised",
        State::Closed => "Closed",
        State::Unable => "Unable",
        State::Rejected => "Rejected",
        State::Voided => "Voided",
        State::Removed => "Removed",
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::WalkIn => "Walk-in",
        Channel::Phone => "Phone",
        Channel::Online => "Online",
        Channel::Letter => "Letter",
        Channel::Relayed => "Relayed",
    }
}

fn matter_kind(kind: MatterKind) -> &'static str {
    match kind {
        MatterKind::Question => "Question",
        MatterKind::Request => "Request",
        MatterKind::Suggestion => "Suggestion",
    }
}

fn course(course: Course) -> &'static str {
    match course {
        Course::Desk => "Desk handles it",
        Course::Answered => "Answered at once",
        Course::Forwarded => "To a department",
        Course::Complaint => "Complaint",
        Course::WorkOrder => "Work order",
        Course::Service => "Special service",
        Course::Emergency => "Emergency",
        Course::Incident => "Known emergency",
        Course::Key => "Borrow a key",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "Minor",
        Severity::Important => "Important",
        Severity::Major => "Major",
    }
}

fn severity_means(severity: Severity) -> &'static str {
    match severity {
        Severity::Minor => "An inconvenience from limits of equipment or means, easily mended",
        Severity::Important => "The company's service fell short or a mistake was made",
        Severity::Major => "A promise broken again and again, great loss, injury, or a month old",
    }
}

fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::General => "General",
        Urgency::Urgent => "Urgent",
    }
}

fn validity(validity: Validity) -> &'static str {
    match validity {
        Validity::Unjudged => "Not judged",
        Validity::Valid => "Valid",
        Validity::Invalid => "Not valid",
        Validity::Outside => "Outside",
    }
}

fn plan_state(state: PlanState) -> &'static str {
    match state {
        PlanState::None => "None",
        PlanState::Written => "To approve",
        PlanState::Approved => "Approved",
        PlanState::Returned => "Returned",
    }
}

fn callback_form(form: CallbackForm) -> &'static str {
    match form {
        CallbackForm::Visit => "Visit",
        CallbackForm::Phone => "Phone",
        CallbackForm::Letter => "Letter",
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Satisfied => "Satisfied",
        Outcome::Unsatisfied => "Not satisfied",
        Outcome::NoAnswer => "No answer",
    }
}

fn tie(tie: Tie) -> &'static str {
    match tie {
        Tie::Owner => "Owner",
        Tie::Tenant => "Tenant",
        Tie::Family => "Family",
        Tie::Emergency => "Emergency contact",
    }
}

fn review_kind(kind: ReviewKind) -> &'static str {
    match kind {
        ReviewKind::Day => "Day's review",
        ReviewKind::Callbacks => "Callback file",
        ReviewKind::Week => "Week's review",
        ReviewKind::Month => "Month's report",
    }
}

pub(super) fn milestone(milestone: Milestone) -> &'static str {
    match milestone {
        Milestone::Reply => "Reply",
        Milestone::Finish => "Finish",
        Milestone::Contact => "Contact",
        Milestone::WithSupervisor => "With supervisor",
        Milestone::HeadOffice => "Head office told",
        Milestone::Solve => "Solve",
        Milestone::Sign => "Signature",
        Milestone::Callback => "Callback",
        Milestone::Review => "Review",
        Milestone::Send => "Sending",
        Milestone::Receive => "Receipt",
        Milestone::Depart => "Departure",
        Milestone::Arrive => "Arrival",
        Milestone::Check => "First check",
        Milestone::Tell => "Telling",
        Milestone::SheetBack => "Sheet back",
        Milestone::Order => "Paper order",
        Milestone::Return => "Return",
        Milestone::Follow => "Loss follow-up",
        Milestone::Visit => "Visit",
        Milestone::Decide => "Decision",
        Milestone::TakeOver => "Takeover",
        Milestone::Remind => "Next reminder",
        Milestone::Report => "Month reported",
        Milestone::Pay => "Payment",
    }
}

fn crossing(crossing: Crossing) -> &'static str {
    match crossing {
        Crossing::Transfer => "Transfer",
        Crossing::Report => "Report",
        Crossing::Regrade => "Becomes major",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Natural => "round the clock",
        Basis::Working => "working time",
    }
}

fn stop_reason(why: StopReason) -> &'static str {
    match why {
        StopReason::Reached => "reached",
        StopReason::Superseded => "another limit after a change of grade",
        StopReason::Judged => "judged not valid",
        StopReason::Voided => "record voided",
    }
}

fn yes_no(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}
