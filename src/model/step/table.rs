//! The one table that says which step may be taken in which register, from which state, where to and by whom.
use super::StepKind;
use crate::model::case::{Register, State};
use crate::model::staff::Role;
use strum::VariantArray;

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

use Register::{
    Callback, Complaint, Emergency, Handover, Key, Pass, Reception, Reminder, Review, Service, Stocktake, Visit,
    WorkOrder,
};
use State::{
    Accepted, Appointed, Asked, Closed, Due, Finished, HandedOver, Handling, Issued, Kept, Lent, Lost, Offered, OnSite,
    OnTheWay, Over, Promised, Raised, Received, Rejected, Reminding, Sent, Solved, Unable, Voided, Waiting,
};

const ANYBODY: &[Role] = Role::VARIANTS;
const DESK: &[Role] = &[Role::NightGuard, Role::Receptionist, Role::Supervisor, Role::Manager, Role::HeadOffice];
const OFFICE: &[Role] = &[Role::Receptionist, Role::Supervisor, Role::Manager, Role::HeadOffice];
/// Those who look after the registers and decide (SEC-02).
pub const SUPERVISION: &[Role] = &[Role::Supervisor, Role::Manager, Role::HeadOffice];
const MANAGEMENT: &[Role] = &[Role::Manager, Role::HeadOffice];

const WORKING: &[State] = &[Accepted, Handling];
const OPEN: &[State] = &[Accepted, Handling, Solved];
const ENDED: &[State] = &[Closed, Unable];
/// Work orders that are with a department.
const AWAY: &[State] = &[Sent, Received, OnTheWay, OnSite];
/// Work orders that are not done yet.
const UNDONE: &[State] = &[Waiting, Sent, Received, OnTheWay, OnSite];
/// Work orders that are on the board.
const ON_BOARD: &[State] = &[Waiting, Sent, Received, OnTheWay, OnSite, Finished];
/// Emergencies that go on.
const GOING_ON: &[State] = &[Accepted, Handling, OnSite];
const UNSETTLED: &[State] = &[Accepted, Handling, OnSite, Over];
/// Fees that are not paid yet.
const OWED: &[State] = &[Reminding, Promised];
/// Callbacks that wait for the resident.
const TO_ASK: &[State] = &[Due, Appointed];

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
    row(StepKind::DispatchWork,        Reception, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::TurnIntoService,     Reception, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::TurnIntoEmergency,   Reception, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::JoinIncident,        Reception, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::DecideSuggestion,    Reception, WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::AssignHandler,       Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::AddNote,             Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Pause,               Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Resume,              Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Acknowledge,         Reception, WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Reveal,              Reception, &[Accepted, Handling, Closed, Unable], Next::Same, ANYBODY, false),
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
    row(StepKind::DispatchWork,        Complaint, WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::SignRecord,          Complaint, &[Solved], Next::OneOf(&[Solved, Closed]), SUPERVISION, false),
    // These two are taken on its callback (CBK-01); standing here, the complaint's menu offers them.
    row(StepKind::RecordCallback,      Complaint, &[Solved], Next::OneOf(&[Solved, Closed, Handling]), ANYBODY, false),
    row(StepKind::MakeAppointment,     Complaint, &[Solved], Next::Same,       ANYBODY,     false),
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
    row(StepKind::Reveal,              Complaint, &[Accepted, Handling, Solved, Closed, Rejected], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Complaint, &[Accepted, Handling, Solved, Closed, Rejected],    Next::Same,         ANYBODY,     false),
    row(StepKind::Reopen,              Complaint, &[Closed], Next::To(Handling), DESK,      true),
    row(StepKind::Void,                Complaint, &[Accepted, Handling, Solved, Closed, Rejected],    Next::To(Voided),   DESK,        true),
    // 登记审核
    // Whose signature it takes is said by its kind: the figures of a month are handed in by the desk (STA-06).
    row(StepKind::SignReview,          Review,    &[Accepted], Next::To(Closed), OFFICE,      false),
    row(StepKind::Acknowledge,         Review,    &[Accepted], Next::Same,       ANYBODY,     false),
    // 派工
    row(StepKind::SendOrder,           WorkOrder, &[Waiting], Next::To(Sent),  DESK,        false),
    row(StepKind::SignOrder,           WorkOrder, AWAY,    Next::OneOf(&[Received, OnTheWay, OnSite]), ANYBODY, false),
    row(StepKind::ContactResident,     WorkOrder, &[Sent, Received, OnTheWay], Next::Same, ANYBODY, false),
    row(StepKind::Depart,              WorkOrder, &[Sent, Received], Next::To(OnTheWay), ANYBODY, false),
    row(StepKind::Arrive,              WorkOrder, &[Sent, Received, OnTheWay], Next::To(OnSite), ANYBODY, false),
    row(StepKind::FirstCheck,          WorkOrder, &[OnSite], Next::Same,       ANYBODY,     false),
    row(StepKind::FinishOrder,         WorkOrder, AWAY,    Next::To(Finished), ANYBODY,     false),
    row(StepKind::TellResident,        WorkOrder, &[Finished], Next::OneOf(&[Finished, Closed, Sent]), DESK, false),
    row(StepKind::FileSheet,           WorkOrder, &[Finished], Next::OneOf(&[Finished, Closed]), DESK, false),
    row(StepKind::MoveCopy,            WorkOrder, &[Waiting, Sent, Received, OnTheWay, OnSite, Finished, Closed, Unable], Next::Same, ANYBODY, false),
    row(StepKind::PressAgain,          WorkOrder, UNDONE,  Next::Same,         DESK,        false),
    row(StepKind::Apologize,           WorkOrder, UNDONE,  Next::Same,         DESK,        false),
    row(StepKind::TransferOrder,       WorkOrder, AWAY,    Next::To(Sent),     ANYBODY,     false),
    row(StepKind::HandBackOrder,       WorkOrder, AWAY,    Next::To(Waiting),  ANYBODY,     false),
    row(StepKind::MovePromise,         WorkOrder, UNDONE,  Next::Same,         DESK,        false),
    row(StepKind::ChangeUrgency,       WorkOrder, UNDONE,  Next::Same,         DESK,        false),
    row(StepKind::RecordHandling,      WorkOrder, UNDONE,  Next::Same,         ANYBODY,     false),
    row(StepKind::AddNote,             WorkOrder, ON_BOARD, Next::Same,        ANYBODY,     false),
    row(StepKind::Pause,               WorkOrder, UNDONE,  Next::Same,         ANYBODY,     false),
    row(StepKind::Resume,              WorkOrder, UNDONE,  Next::Same,         ANYBODY,     false),
    row(StepKind::Acknowledge,         WorkOrder, ON_BOARD, Next::Same,        ANYBODY,     false),
    row(StepKind::Reveal,              WorkOrder, &[Waiting, Sent, Received, OnTheWay, OnSite, Finished, Closed, Unable], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             WorkOrder, &[Waiting, Sent, Received, OnTheWay, OnSite, Finished, Closed, Unable], Next::Same, ANYBODY, false),
    row(StepKind::CloseAsUnable,       WorkOrder, UNDONE,  Next::To(Unable),   SUPERVISION, true),
    row(StepKind::Reopen,              WorkOrder, &[Finished, Closed, Unable], Next::To(Waiting), DESK, true),
    row(StepKind::Void,                WorkOrder, &[Waiting, Sent, Received, OnTheWay, OnSite, Finished, Closed, Unable], Next::To(Voided), DESK, true),
    // 紧急求援
    row(StepKind::TellOf,              Emergency, UNSETTLED, Next::OneOf(&[Accepted, Handling, OnSite, Over, Closed]), ANYBODY, false),
    row(StepKind::TellResident,        Emergency, UNSETTLED, Next::OneOf(&[Accepted, Handling, OnSite, Over, Closed]), ANYBODY, false),
    row(StepKind::Arrive,              Emergency, GOING_ON, Next::To(OnSite),  ANYBODY,     false),
    row(StepKind::LogLine,             Emergency, UNSETTLED, Next::OneOf(&[Accepted, Handling, OnSite, Over]), ANYBODY, false),
    row(StepKind::CheckOff,            Emergency, UNSETTLED, Next::OneOf(&[Accepted, Handling, OnSite, Over]), ANYBODY, false),
    row(StepKind::NameEmergency,       Emergency, GOING_ON, Next::Same,        ANYBODY,     false),
    row(StepKind::SetPublicWords,      Emergency, GOING_ON, Next::Same,        ANYBODY,     false),
    row(StepKind::DispatchWork,        Emergency, UNSETTLED, Next::OneOf(&[Accepted, Handling, OnSite, Over, Closed]), DESK, false),
    row(StepKind::EndEmergency,        Emergency, GOING_ON, Next::To(Over),    ANYBODY,     true),
    row(StepKind::ReviewEmergency,     Emergency, &[Over], Next::OneOf(&[Over, Closed]), SUPERVISION, false),
    row(StepKind::AddNote,             Emergency, UNSETTLED, Next::Same,       ANYBODY,     false),
    row(StepKind::AssignHandler,       Emergency, UNSETTLED, Next::Same,       ANYBODY,     false),
    row(StepKind::Acknowledge,         Emergency, UNSETTLED, Next::Same,       ANYBODY,     false),
    row(StepKind::Reveal,              Emergency, &[Accepted, Handling, OnSite, Over, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Emergency, &[Accepted, Handling, OnSite, Over, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Void,                Emergency, UNSETTLED, Next::To(Voided), DESK,        true),
    // 钥匙
    row(StepKind::LendKey,             Key,       &[Kept], Next::To(Lent),     DESK,        false),
    row(StepKind::ReturnKey,           Key,       &[Lent], Next::To(Kept),     DESK,        false),
    row(StepKind::ChaseKey,            Key,       &[Lent], Next::Same,         DESK,        false),
    row(StepKind::ExtendLoan,          Key,       &[Lent], Next::Same,         DESK,        false),
    row(StepKind::ReportLost,          Key,       &[Kept, Lent], Next::To(Lost), DESK,      true),
    row(StepKind::FollowUpLoss,        Key,       &[Lost], Next::Same,         DESK,        false),
    row(StepKind::FindKey,             Key,       &[Lost], Next::To(Kept),     DESK,        false),
    row(StepKind::HandOverKey,         Key,       &[Kept], Next::To(HandedOver), DESK,      true),
    row(StepKind::TakeInKey,           Key,       &[HandedOver], Next::To(Kept), DESK,      false),
    row(StepKind::ChangeKey,           Key,       &[Kept, Lent, Lost], Next::Same, DESK,    false),
    row(StepKind::AddNote,             Key,       &[Kept, Lent, Lost, HandedOver], Next::Same, ANYBODY, false),
    row(StepKind::Acknowledge,         Key,       &[Lent, Lost], Next::Same,   ANYBODY,     false),
    row(StepKind::Reveal,              Key,       &[Kept, Lent, Lost, HandedOver], Next::Same, DESK,    false),
    row(StepKind::Correct,             Key,       &[Kept, Lent, Lost, HandedOver], Next::Same, DESK, false),
    row(StepKind::Void,                Key,       &[Kept, Lost], Next::To(Voided), SUPERVISION, true),
    // 回访
    row(StepKind::RecordCallback,      Callback,  TO_ASK,  Next::OneOf(&[Due, Appointed, Asked]), ANYBODY, false),
    row(StepKind::MakeAppointment,     Callback,  TO_ASK,  Next::To(Appointed), ANYBODY,    false),
    row(StepKind::WritePlan,           Callback,  TO_ASK,  Next::Same,         MANAGEMENT,  false),
    row(StepKind::ReviewCallback,      Callback,  &[Asked], Next::OneOf(&[Closed, Raised]), SUPERVISION, false),
    row(StepKind::DecideCallback,      Callback,  &[Raised], Next::To(Closed), MANAGEMENT,  false),
    row(StepKind::AssignHandler,       Callback,  TO_ASK,  Next::Same,         SUPERVISION, false),
    row(StepKind::AddNote,             Callback,  &[Due, Appointed, Asked, Raised], Next::Same, ANYBODY, false),
    row(StepKind::Acknowledge,         Callback,  &[Due, Appointed, Asked, Raised], Next::Same, ANYBODY, false),
    row(StepKind::Reveal,              Callback,  &[Due, Appointed, Asked, Raised, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Callback,  &[Due, Appointed, Asked, Raised], Next::Same, ANYBODY, false),
    row(StepKind::Void,                Callback,  TO_ASK,  Next::To(Voided),   SUPERVISION, true),
    // 特约服务
    row(StepKind::RecordHandling,      Service,   WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::FollowUpService,     Service,   WORKING, Next::To(Handling), ANYBODY,     false),
    row(StepKind::ForwardToDepartment, Service,   WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::DispatchWork,        Service,   WORKING, Next::To(Handling), DESK,        false),
    row(StepKind::Finish,              Service,   WORKING, Next::OneOf(&[Solved, Closed]), ANYBODY, false),
    row(StepKind::AssignHandler,       Service,   WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::AddNote,             Service,   OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::MovePromise,         Service,   WORKING, Next::Same,         DESK,        false),
    row(StepKind::Pause,               Service,   WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Resume,              Service,   WORKING, Next::Same,         ANYBODY,     false),
    row(StepKind::Acknowledge,         Service,   OPEN,    Next::Same,         ANYBODY,     false),
    row(StepKind::Reveal,              Service,   &[Accepted, Handling, Solved, Closed, Unable], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Service,   &[Accepted, Handling, Solved, Closed, Unable], Next::Same, ANYBODY, false),
    row(StepKind::CloseAsUnable,       Service,   WORKING, Next::To(Unable),   MANAGEMENT,  true),
    row(StepKind::Reopen,              Service,   ENDED,   Next::To(Handling), DESK,        true),
    row(StepKind::Void,                Service,   &[Accepted, Handling, Solved, Closed, Unable], Next::To(Voided), DESK, true),
    // 上门拜访
    row(StepKind::MakeAppointment,     Visit,     &[Accepted, Appointed], Next::To(Appointed), ANYBODY, false),
    row(StepKind::RecordVisit,         Visit,     &[Accepted, Appointed], Next::To(Closed), ANYBODY, false),
    row(StepKind::AssignHandler,       Visit,     &[Accepted, Appointed], Next::Same, ANYBODY, false),
    row(StepKind::AddNote,             Visit,     &[Accepted, Appointed, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Acknowledge,         Visit,     &[Accepted, Appointed], Next::Same, ANYBODY, false),
    row(StepKind::Reveal,              Visit,     &[Accepted, Appointed, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Visit,     &[Accepted, Appointed, Closed], Next::Same, ANYBODY, false),
    row(StepKind::CloseAsUnable,       Visit,     &[Accepted, Appointed], Next::To(Unable), SUPERVISION, true),
    row(StepKind::Void,                Visit,     &[Accepted, Appointed], Next::To(Voided), DESK, true),
    // 交接班
    row(StepKind::AddItem,             Handover,  &[Accepted], Next::Same,     ANYBODY,     false),
    row(StepKind::OfferHandover,       Handover,  &[Accepted], Next::To(Offered), ANYBODY,  false),
    row(StepKind::TickItem,            Handover,  &[Offered], Next::Same,      DESK,        false),
    row(StepKind::TakeOver,            Handover,  &[Offered], Next::To(Closed), DESK,       false),
    row(StepKind::RefuseHandover,      Handover,  &[Offered], Next::To(Accepted), DESK,     true),
    row(StepKind::ClearItem,           Handover,  &[Accepted, Offered, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Acknowledge,         Handover,  &[Accepted, Offered], Next::Same, ANYBODY, false),
    row(StepKind::Void,                Handover,  &[Accepted], Next::To(Voided), DESK,      true),
    // 钥匙盘点
    row(StepKind::CountKey,            Stocktake, &[Accepted], Next::Same,     DESK,        false),
    row(StepKind::CountRest,           Stocktake, &[Accepted], Next::Same,     DESK,        true),
    row(StepKind::ReportStocktake,     Stocktake, &[Accepted], Next::To(Closed), DESK,      true),
    row(StepKind::AddNote,             Stocktake, &[Accepted], Next::Same,     ANYBODY,     false),
    row(StepKind::Acknowledge,         Stocktake, &[Accepted], Next::Same,     ANYBODY,     false),
    row(StepKind::Void,                Stocktake, &[Accepted], Next::To(Voided), SUPERVISION, true),
    // 临时出入证
    row(StepKind::ReturnPass,          Pass,      &[Issued, Lost], Next::To(Closed), DESK,  false),
    row(StepKind::ExtendPass,          Pass,      &[Issued], Next::Same,       DESK,        false),
    row(StepKind::ReportLost,          Pass,      &[Issued], Next::To(Lost),   DESK,        true),
    row(StepKind::FollowUpLoss,        Pass,      &[Lost],  Next::To(Closed),  DESK,        false),
    row(StepKind::AddNote,             Pass,      &[Issued, Lost, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Acknowledge,         Pass,      &[Issued, Lost], Next::Same, ANYBODY,     false),
    row(StepKind::Reveal,              Pass,      &[Issued, Lost, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Pass,      &[Issued, Lost, Closed], Next::Same, DESK, false),
    row(StepKind::Void,                Pass,      &[Issued, Lost, Closed], Next::To(Voided), DESK, true),
    // 催缴
    row(StepKind::Remind,              Reminder,  OWED,    Next::OneOf(OWED),  ANYBODY,     false),
    row(StepKind::PromisePayment,      Reminder,  OWED,    Next::To(Promised), ANYBODY,     false),
    row(StepKind::RecordPayment,       Reminder,  OWED,    Next::To(Closed),   DESK,        false),
    row(StepKind::MovePromise,         Reminder,  &[Promised], Next::Same,     DESK,        false),
    row(StepKind::AssignHandler,       Reminder,  OWED,    Next::Same,         ANYBODY,     false),
    row(StepKind::AddNote,             Reminder,  &[Reminding, Promised, Closed], Next::Same, ANYBODY, false),
    row(StepKind::Acknowledge,         Reminder,  OWED,    Next::Same,         ANYBODY,     false),
    row(StepKind::Reveal,              Reminder,  &[Reminding, Promised, Closed, Unable], Next::Same, ANYBODY, false),
    row(StepKind::Correct,             Reminder,  &[Reminding, Promised, Closed, Unable], Next::Same, DESK, false),
    row(StepKind::CloseAsUnable,       Reminder,  OWED,    Next::To(Unable),   SUPERVISION, true),
    row(StepKind::Void,                Reminder,  &[Reminding, Promised, Closed, Unable], Next::To(Voided), DESK, true),
];

impl StepRow {
    /// The row for a step in a register, if the register has it.
    pub fn find(step: StepKind, register: Register) -> Option<&'static StepRow> {
        STEPS.iter().find(|row| row.step == step && row.register == register)
    }
}
