//! What can be done with a case that exists, and the one table that says who may do it from which state.
use super::case::{Register, State};
use super::clock::Time;
use super::complaint::{CallbackForm, Outcome, Severity, Urgency, Validity};
use super::staff::{Department, Role};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumDiscriminants, EnumString, IntoStaticStr, VariantArray};

/// One step on an existing case; the tag `do` of its JSON is the name in small letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, EnumDiscriminants)]
#[strum_discriminants(
    name(StepKind),
    derive(Hash, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray),
    strum(serialize_all = "snake_case"),
    doc = "The name of a [`Step`] without what it carries."
)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// Names who deals with it from now on (ESC-14).
    AssignHandler {
        /// Login of the handler.
        handler: String,
    },
    /// Hands it to a department (REC-03, CMP-02).
    ForwardToDepartment {
        /// The department.
        department: Department,
        /// What it should know.
        note: Option<String>,
    },
    /// Writes down how it is being handled (REC-08).
    RecordHandling {
        /// What was done.
        note: String,
    },
    /// A note among the staff; no answer to the resident (ESC-12).
    AddNote {
        /// The note.
        note: String,
    },
    /// Promises the resident a reply (REC-04).
    PromiseReply {
        /// By when; the time of the rule if left out.
        promised_at: Option<Time>,
        /// Phone to reply to, if it is not on the record yet.
        phone: Option<String>,
    },
    /// Moves a promised time; the verdict stays with the first one (ESC-11).
    MovePromise {
        /// New time.
        promised_at: Time,
        /// Why.
        reason: String,
        /// The resident has been told.
        told: bool,
    },
    /// Gives the resident a clear reply (REC-04, CMP-03).
    ReplyToResident {
        /// What was said.
        said: String,
    },
    /// The matter is done (REC-05, REC-10).
    Finish {
        /// The result.
        result: String,
    },
    /// Closed as "can't be handled", by the manager only (REC-06).
    CloseAsUnable {
        /// Why.
        reason: String,
    },
    /// Makes a complaint of a reception; both show the link (REC-03).
    TurnIntoComplaint {
        /// Category.
        category: String,
        /// Severity; `minor` if left out.
        #[serde(default)]
        severity: Severity,
        /// Urgency; `general` if left out.
        #[serde(default)]
        urgency: Urgency,
        /// Harm is going on now (CMP-08).
        #[serde(default)]
        harm: bool,
        /// Department concerned.
        department: Option<Department>,
    },
    /// Decides on a suggestion (REC-09).
    DecideSuggestion {
        /// Adopted or not.
        adopted: bool,
        /// What is done about it, or why not.
        note: String,
    },
    /// First contact with the resident (CMP-06).
    ContactResident {
        /// What was said.
        said: String,
    },
    /// The supervisor has it (CMP-04).
    HandToSupervisor {
        /// What the supervisor should know.
        note: Option<String>,
    },
    /// Reported to head office, with a copy to the general manager (CMP-03).
    ReportToHeadOffice {
        /// To whom it was reported.
        reported_to: String,
        /// The general manager has a copy.
        copied: bool,
    },
    /// Harm has begun: to the top, and urgent (CMP-08).
    ReportHarm {
        /// What is happening.
        note: String,
    },
    /// Harm that was going on was stopped (CMP-08).
    StopHarm {
        /// How.
        measures: String,
    },
    /// The supervisor writes the handling plan (CMP-10).
    WritePlan {
        /// The plan.
        plan: String,
    },
    /// The manager approves the plan or returns it (CMP-10).
    DecidePlan {
        /// Approved, or returned.
        approved: bool,
        /// What to change, or a remark.
        note: Option<String>,
    },
    /// The department reports progress (CMP-11).
    ReportProgress {
        /// What it reports.
        note: String,
    },
    /// The progress was passed on to the resident (CMP-11).
    PassOnProgress {
        /// What was said.
        said: String,
    },
    /// The department is done: the handling report (CMP-12).
    Complete {
        /// Cause.
        cause: String,
        /// Measures.
        measures: String,
        /// Result.
        result: String,
        /// Root cause; asked for with major and important ones.
        root_cause: Option<String>,
        /// What prevents a repeat; asked for with major and important ones.
        prevention: Option<String>,
    },
    /// The supervisor signs the finished record (CMP-13).
    SignRecord {
        /// A remark.
        note: Option<String>,
    },
    /// The resident was asked afterwards (CMP-14).
    RecordCallback {
        /// Visit, phone or letter; `phone` if left out.
        #[serde(default)]
        form: CallbackForm,
        /// Satisfied, unsatisfied, no answer.
        outcome: Outcome,
        /// What the resident said.
        said: Option<String>,
    },
    /// Changes the severity (CMP-02, ESC-09).
    ChangeSeverity {
        /// New severity.
        severity: Severity,
        /// Why.
        reason: String,
    },
    /// Changes the urgency (CMP-02, ESC-09).
    ChangeUrgency {
        /// New urgency.
        urgency: Urgency,
        /// Why.
        reason: String,
    },
    /// Changes the category (CMP-01).
    ChangeCategory {
        /// New category.
        category: String,
        /// Why.
        reason: String,
    },
    /// Judges whether the complaint is valid (CMP-09).
    JudgeValidity {
        /// Valid, not valid, outside property management.
        validity: Validity,
        /// Why.
        reason: String,
        /// For `outside`: to whom it was transferred.
        transferred_to: Option<String>,
    },
    /// Notes both sides of a neighbour dispute and the evidence (CMP-15).
    NoteDispute {
        /// The other party.
        other_party: String,
        /// Recording, measurement.
        evidence: Option<String>,
        /// Who holds it.
        evidence_held_by: Option<String>,
    },
    /// Looks through a day or a week of the register (REC-07).
    SignReview {
        /// A remark.
        note: Option<String>,
    },
    /// Stops what may be stopped until an agreed time (ESC-07).
    Pause {
        /// It goes on by itself then.
        until: Time,
        /// Why.
        reason: String,
    },
    /// Goes on before the agreed time (ESC-07).
    Resume {},
    /// Takes note of what has crossed its time: stops the bell, not the colour (ESC-06).
    Acknowledge {},
    /// Corrects what was written; what stood there stays in the history (SEC-01).
    Correct {
        /// 房号.
        unit: Option<String>,
        /// Name.
        name: Option<String>,
        /// Phone.
        phone: Option<String>,
        /// 事由 in one line.
        matter: Option<String>,
        /// The whole story.
        detail: Option<String>,
        /// Why.
        reason: String,
    },
    /// Opens a closed case again with fresh clocks (ESC-10).
    Reopen {
        /// Why.
        reason: String,
    },
    /// Voids a wrong entry; its number is not used again (SEC-04).
    Void {
        /// Why.
        reason: String,
    },
}

/// Where a step leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The state stays.
    Same,
    /// A state that is always the same.
    To(State),
    /// Depends on what the step carries; the desk decides among these.
    OneOf(&'static [State]),
}

/// One row: a step in a register, from which states, where to, by whom, and whether the screen asks once more.
#[derive(Clone, Copy, Debug)]
pub struct StepRow {
    /// The step.
    pub step: StepKind,
    /// The register.
    pub register: Register,
    /// States from which it may be taken.
    pub from: &'static [State],
    /// State to which it leads.
    pub to: Next,
    /// Roles that may take it.
    pub by: &'static [Role],
    /// Outward or not to be taken back: asks once more and says what it will do.
    pub grave: bool,
}

use Register::{Complaint, Reception, Review};
use State::{Accepted, Closed, Handling, Rejected, Solved, Unable, Voided};

const ANYBODY: &[Role] = Role::VARIANTS;
const DESK: &[Role] = &[Role::NightGuard, Role::Receptionist, Role::Supervisor, Role::Manager, Role::HeadOffice];
/// Those who look after the registers and decide (SEC-02).
pub const SUPERVISION: &[Role] = &[Role::Supervisor, Role::Manager, Role::HeadOffice];
const MANAGEMENT: &[Role] = &[Role::Manager, Role::HeadOffice];

const WORKING: &[State] = &[Accepted, Handling];
const OPEN: &[State] = &[Accepted, Handling, Solved];
const ENDED: &[State] = &[Closed, Unable];

const fn row(
    step: StepKind,
    register: Register,
    from: &'static [State],
    to: Next,
    by: &'static [Role],
    grave: bool,
) -> StepRow {
    StepRow { step, register, from, to, by, grave }
}

/// The state machines of all registers, and who may move them.
#[rustfmt::skip]
pub const STEPS: &[StepRow] = &[
    // 接待登记
    row(StepKind::RecordHandling,      Reception, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::ReplyToResident,     Reception, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::Finish,              Reception, WORKING, Next::To(Closed),   ANYBODY,     false),
    row(StepKind::PromiseReply,        Reception, WORKING, Next::Same,         DESK,        false),
    row(StepKind::MovePromise,         Reception, WORKING, Next::Same,         DESK,        false),
    row(StepKind::ForwardToDepartment, Reception, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::TurnIntoComplaint,   Reception, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::DecideSuggestion,    Reception, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::AssignHandler,       Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::AddNote,             Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Pause,               Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Resume,              Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Acknowledge,         Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Correct,             Reception, &[Accepted, Handling, Closed, Unable], Next::Same,         ANYBODY,     false),
    row(StepKind::CloseAsUnable,       Reception, WORKING, Next::To(Unable),   MANAGEMENT,  true),
    row(StepKind::Reopen,              Reception, ENDED,   Next::To(Handling), DESK,        true),
    row(StepKind::Void,                Reception, &[Accepted, Handling, Closed, Unable], Next::To(Voided),   DESK,        true),
    // 投诉
    row(StepKind::ContactResident,     Complaint, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::ReplyToResident,     Complaint, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::ReportProgress,      Complaint, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::PassOnProgress,      Complaint, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::Complete,            Complaint, WORKING, Next::To(Solved),   ANYBODY,     false),
    row(StepKind::RecordCallback,      Complaint, &[Solved], Next::OneOf(&[Solved, Closed, Handling]), ANYBODY, false),
    row(StepKind::SignRecord,          Complaint, &[Solved], Next::OneOf(&[Solved, Closed]), SUPERVISION, false),
    row(StepKind::HandToSupervisor,    Complaint, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::ReportToHeadOffice,  Complaint, WORKING, Next::Same,         SUPERVISION, true),
    row(StepKind::StopHarm,            Complaint, OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::ForwardToDepartment, Complaint, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::AssignHandler,       Complaint, OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::WritePlan,           Complaint, WORKING, Next::To(Handling), SUPERVISION, false),
    row(StepKind::DecidePlan,          Complaint, WORKING, Next::Same,         MANAGEMENT,  false),
    row(StepKind::ChangeSeverity,      Complaint, WORKING, Next::Same,         SUPERVISION, true),
    row(StepKind::ChangeUrgency,       Complaint, WORKING, Next::Same,         SUPERVISION, false),
    row(StepKind::ChangeCategory,      Complaint, OPEN,    Next::Same,         SUPERVISION, false),
    row(StepKind::JudgeValidity,       Complaint, &[Accepted, Handling, Rejected], Next::OneOf(&[Accepted, Handling, Rejected]), SUPERVISION, true),
    row(StepKind::NoteDispute,         Complaint, OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::AddNote,             Complaint, OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::RecordHandling,      Complaint, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::MovePromise,         Complaint, WORKING, Next::Same,         DESK,        false),
    row(StepKind::ReportHarm,          Complaint, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Pause,               Complaint, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Resume,              Complaint, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Acknowledge,         Complaint, OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::Correct,             Complaint, &[Accepted, Handling, Solved, Closed, Rejected],    Next::Same,         ANYBODY,     false),
    row(StepKind::Reopen,              Complaint, &[Closed], Next::To(Handling), DESK,      true),
    row(StepKind::Void,                Complaint, &[Accepted, Handling, Solved, Closed, Rejected],    Next::To(Voided),   DESK,        true),
    // 登记审核
    row(StepKind::SignReview,          Review,    &[Accepted], Next::To(Closed), SUPERVISION, false),
    row(StepKind::Acknowledge,         Review,    &[Accepted], Next::Same,       ANYBODY,     false),
];

impl StepRow {
    /// The row for a step in a register, if the register has it.
    pub fn find(step: StepKind, register: Register) -> Option<&'static StepRow> {
        STEPS.iter().find(|row| row.step == step && row.register == register)
    }
}
