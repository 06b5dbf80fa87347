//! What can be done with a case that exists; the table says who may do it from which state.
mod table;

use super::callback::Grade;
use super::clock::Time;
use super::complaint::{CallbackForm, Outcome, Severity, Urgency, Validity};
use super::emergency::Told;
use super::house_key::{Borrower, Document, Fen, Found, KeyKind};
use super::reminder::How;
use super::staff::Department;
use super::word::words;
use super::work_order::{Copy, Place};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use strum::{EnumDiscriminants, EnumString, IntoStaticStr, VariantArray};
pub use table::{Next, STEPS, SUPERVISION, StepRow};

words! {
    /// What is masked on the screen (SEC-03).
    pub enum Secret {
        /// Phone.
        Phone,
        /// Number of an identity document (KEY-04).
        DocumentNumber,
    }
}

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
    /// First contact with the resident (CMP-06, DSP-04).
    ContactResident {
        /// What was said; of a work order it may be left out: that they were spoken with is what counts.
        said: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
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
        /// Quality of the work (CBK-05).
        quality: Option<Grade>,
        /// Effect of the work (CBK-05).
        effect: Option<Grade>,
        /// Shortcomings (CBK-05).
        shortcomings: Option<String>,
        /// Suggestions (CBK-05).
        suggestions: Option<String>,
        /// Name of the resident who signed (CBK-08).
        resident_signed: Option<String>,
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
    /// Looks through a day or a week of the register (REC-07); files the callbacks of a month (CBK-09);
    /// hands in its figures (STA-06).
    SignReview {
        /// A remark; needed where callbacks of the month are still open.
        note: Option<String>,
    },
    /// Makes a work order of a case; both show the link (REC-03).
    DispatchWork {
        /// Kind of job, an id or a name of the list in the settings.
        job: String,
        /// What is to be done, if the matter does not say it.
        matter: Option<String>,
        /// Priority; that of the kind of job if left out (DSP-02).
        urgency: Option<Urgency>,
        /// Department; that of the kind of job if left out.
        department: Option<Department>,
        /// Login of the technician; left out, it waits on the board.
        technician: Option<String>,
        /// When the technician is promised to be there.
        arrive_by: Option<Time>,
    },
    /// Makes a special service of a case; both show the link (REC-03).
    TurnIntoService {
        /// Department that does it.
        department: Department,
        /// From when.
        starts_at: Option<Time>,
        /// Until when.
        ends_at: Option<Time>,
    },
    /// Makes an emergency of a case; both show the link (REC-03).
    TurnIntoEmergency {
        /// Kind, an id or a name of the list in the settings.
        emergency: Option<String>,
        /// Where; the unit if left out.
        place: Option<String>,
    },
    /// Hangs a matter on an emergency that is known already (EMG-07).
    JoinIncident {
        /// Number of the emergency.
        incident: String,
    },
    /// Sends a work order to its department (DSP-03, DSP-06).
    SendOrder {
        /// Department; the one that stands on it if left out.
        department: Option<Department>,
        /// Login of the technician.
        technician: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// The receiving department signs (DSP-07).
    SignOrder {
        /// Name of who signed; whoever enters it if left out.
        signed_by: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// The technician sets out (DSP-03).
    Depart {
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// The technician is there (DSP-04); the first one is at the place of an emergency (EMG-05), where it is taken again to
    /// put the time right.
    Arrive {
        /// When, if that was before now; needed to put it right.
        at: Option<Time>,
    },
    /// Failed equipment was looked at for the first time (DSP-05).
    FirstCheck {
        /// What was found.
        note: String,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// The job is done (DSP-01).
    FinishOrder {
        /// The result.
        result: String,
        /// Material used.
        material: Option<String>,
        /// Charge, as text.
        charge: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// The resident is told and asked how satisfied (DSP-09); for an emergency, that it is dealt with (EMG-02).
    TellResident {
        /// What was said.
        said: String,
        /// Satisfied or not, if it was asked.
        satisfied: Option<bool>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// Says where a copy of the paper sheet is (DSP-10).
    MoveCopy {
        /// Which copy.
        copy: Copy,
        /// Where it is now.
        copy_at: Place,
    },
    /// The signed sheet is back (DSP-10).
    FileSheet {
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// On to another department or technician 转单 (DSP-12, DSP-13).
    TransferOrder {
        /// Department.
        department: Department,
        /// Login of the technician.
        technician: Option<String>,
        /// Why.
        reason: String,
    },
    /// Back to the desk 退单 (DSP-12).
    HandBackOrder {
        /// Why.
        reason: String,
    },
    /// The resident presses again 催单 (DSP-12).
    PressAgain {
        /// What was said.
        said: Option<String>,
    },
    /// Not done in time: an apology with an explanation and a new time (DSP-08).
    Apologize {
        /// The explanation.
        said: String,
        /// New time.
        promised_at: Time,
    },
    /// Somebody was told of an emergency (EMG-02).
    TellOf {
        /// Who.
        who: Told,
        /// Name or number, if it matters.
        note: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// A line of the timeline (EMG-04).
    LogLine {
        /// What happened.
        note: String,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// Marks a line of the checklist as done (EMG-03).
    CheckOff {
        /// Row of the line.
        entry: i64,
    },
    /// Says what kind of emergency it is; brings its checklist (EMG-03).
    NameEmergency {
        /// Kind, an id or a name of the list in the settings.
        emergency: String,
    },
    /// The sentence that staff tell residents who call (EMG-07).
    SetPublicWords {
        /// The sentence.
        said: String,
    },
    /// The emergency is over (EMG-05, EMG-06, EMG-08).
    EndEmergency {
        /// How it ended.
        result: String,
        /// A paper work order is to be made up afterwards 补单 (EMG-08).
        #[serde(default)]
        order_wanted: bool,
        /// Somebody was hurt or ill (EMG-06).
        #[serde(default)]
        first_aid: bool,
        /// What is not urgent and goes to the next shift (EMG-08): it comes back at every handover until it is cleared.
        morning: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// The written review (EMG-05).
    ReviewEmergency {
        /// Response time, in words.
        response: String,
        /// Co-operation.
        cooperation: String,
        /// Cause.
        cause: String,
        /// What to change.
        changes: String,
    },
    /// Lends a key (KEY-03, KEY-04, KEY-09).
    LendKey {
        /// Staff or outsider; `staff` if left out.
        #[serde(default)]
        borrower: Borrower,
        /// Name of who takes it.
        name: String,
        /// Department of who takes it.
        department: Option<Department>,
        /// Phone of who takes it.
        phone: Option<String>,
        /// What for.
        purpose: String,
        /// By when it is back; this evening if left out.
        back_by: Option<Time>,
        /// Name typed as signature.
        signature: Option<String>,
        /// Outsiders: kind of identity document that was seen.
        document: Option<Document>,
        /// Outsiders: its number.
        document_number: Option<String>,
        /// Outsiders: deposit, in yuan.
        deposit: Option<Fen>,
        /// Entrusted keys: login of who approved it.
        approved_by: Option<String>,
        /// Entrusted keys: who of the household consented.
        consent_by: Option<String>,
        /// Entrusted keys: when.
        consent_at: Option<Time>,
    },
    /// The key is back (KEY-06).
    ReturnKey {
        /// In which condition; `good` in words if left out.
        condition: Option<String>,
        /// Deposit paid back, in yuan.
        deposit_back: Option<Fen>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// Chases an overdue key (KEY-10).
    ChaseKey {
        /// What was said.
        said: String,
    },
    /// Extends a loan (KEY-10).
    ExtendLoan {
        /// New time.
        back_by: Time,
        /// Why.
        reason: String,
    },
    /// The key or the pass is lost (KEY-06, LED-04).
    ReportLost {
        /// What happened.
        note: String,
    },
    /// What was done about a lost key or pass (KEY-06, LED-04).
    FollowUpLoss {
        /// Lock changed, owner told, pass blocked, who pays.
        note: String,
        /// What was paid back of the deposit, in yuan; the rest is kept.
        deposit_back: Option<Fen>,
    },
    /// A lost key was found (KEY-06).
    FindKey {
        /// Where.
        note: String,
        /// What was paid back of the deposit, if it is still held, in yuan.
        deposit_back: Option<Fen>,
    },
    /// Hands a key over to the resident at move-in (KEY-07).
    HandOverKey {
        /// Name of who took it.
        name: String,
        /// Phone of who took it.
        phone: Option<String>,
        /// Number of pieces handed over.
        pieces: u32,
        /// Name typed as signature.
        signature: String,
    },
    /// A key that was handed over is entrusted again.
    TakeInKey {
        /// Hook.
        hook: String,
        /// Number of pieces.
        pieces: u32,
        /// Written mandate (KEY-09).
        mandate: Option<String>,
    },
    /// Changes where a key hangs, what kind it is, or what is on file for it (KEY-01, KEY-02, KEY-09).
    ChangeKey {
        /// Kind, if it was entered wrong: by the supervisor, since entrusted keys are lent on conditions (KEY-09).
        key_kind: Option<KeyKind>,
        /// Hook.
        hook: Option<String>,
        /// Building.
        building: Option<String>,
        /// Floor.
        floor: Option<String>,
        /// Number of pieces.
        pieces: Option<u32>,
        /// Written mandate.
        mandate: Option<String>,
        /// Why.
        reason: String,
    },
    /// Counts a key at a stock-taking (KEY-08).
    CountKey {
        /// Number of the key.
        key: String,
        /// Seen, out, missing.
        found: Found,
    },
    /// Counts all that is not counted yet as the record says (KEY-08).
    CountRest {},
    /// Reports the stock-taking to the supervisor (KEY-08).
    ReportStocktake {
        /// What is to be said of the differences.
        note: Option<String>,
    },
    /// Agrees on a time for a visit; a change is told beforehand (CBK-06, LED-13).
    MakeAppointment {
        /// The time.
        appointment_at: Time,
        /// The resident has been told.
        told: bool,
    },
    /// The supervisor reviews a callback with a comment (CBK-07).
    ReviewCallback {
        /// The comment.
        note: String,
        /// For a failed one: what to do about it.
        opinion: Option<String>,
        /// A second callback is needed, between one and two months after (CBK-01).
        #[serde(default)]
        second: bool,
    },
    /// The manager decides on a failed callback (CBK-07).
    DecideCallback {
        /// What is done.
        note: String,
    },
    /// Follows up the quality of a special service (LED-07).
    FollowUpService {
        /// How it goes.
        note: String,
    },
    /// The visit took place (LED-13).
    RecordVisit {
        /// What was said.
        said: String,
        /// What came of it.
        result: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// Adds what the next shift must know (LED-08).
    AddItem {
        /// The note.
        note: String,
        /// It comes back at every handover until somebody clears it.
        #[serde(default)]
        flagged: bool,
    },
    /// Ticks off one line of a handover (LED-08).
    TickItem {
        /// Row of the line.
        entry: i64,
    },
    /// Clears a flagged line: it does not come back (LED-08).
    ClearItem {
        /// Row of the line.
        entry: i64,
    },
    /// The outgoing one signs (LED-08).
    OfferHandover {},
    /// The incoming one signs (LED-08).
    TakeOver {},
    /// The incoming one refuses (LED-08).
    RefuseHandover {
        /// Why.
        reason: String,
    },
    /// The pass is back, or was found again; ends it (LED-04).
    ReturnPass {
        /// Deposit paid back, in yuan.
        deposit_back: Option<Fen>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// Extends a pass; the verdict stays with the first time (LED-04, ESC-11).
    ExtendPass {
        /// New time.
        valid_until: Time,
        /// Why.
        reason: String,
    },
    /// The household was reminded of the fee (LED-06).
    Remind {
        /// Phone, visit, letter, notice.
        how: How,
        /// What was said; needed where somebody was spoken with.
        said: Option<String>,
        /// When next; the time of the rule if left out.
        next_at: Option<Time>,
    },
    /// The household promises to pay (LED-06).
    PromisePayment {
        /// By when.
        promised_at: Time,
        /// What was said.
        said: Option<String>,
    },
    /// The fee was paid; ends it (LED-06).
    RecordPayment {
        /// A remark.
        note: Option<String>,
        /// When, if that was before now.
        at: Option<Time>,
    },
    /// Shows a phone or document number whole; it is written down who saw it (SEC-03).
    Reveal {
        /// Which one: `phone` or `document_number`.
        field: Secret,
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
        /// Where, of an emergency (EMG-01).
        place: Option<String>,
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
