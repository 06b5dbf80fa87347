//! Why the desk did not do something, as data: what the person can do about it. The words are in the locales.
use crate::model::case::{Register, State};
use crate::model::clock::{Milestone, Time};
use crate::model::house_key::Fen;
use crate::model::month::YearMonth;
use crate::model::staff::Role;
use crate::model::step::StepKind;
use crate::model::{phone, unit, when};
use crate::store::StoreError;

/// A field that has to be put right before anything is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field, as in the JSON of the action.
    pub field: String,
    /// What is wrong with it.
    pub why: FaultWhy,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultWhy {
    /// Nothing there, but something is needed.
    Required,
    /// One of unit, name and phone is needed: whom else could one ask afterwards?
    WhoIsIt,
    /// More than so many characters.
    TooLong(usize),
    /// Not a unit.
    Unit(unit::Fault),
    /// Not a phone.
    Phone(phone::Fault),
    /// Not a time.
    Time(when::Fault),
    /// Lies in the future, and must not.
    InFuture,
    /// Lies in the past, and must not.
    InPast,
    /// Lies before the matter was received.
    BeforeMatter,
    /// Not one of these.
    NotOneOf(Vec<String>),
    /// The action has no such field; these it has.
    Unknown(Vec<String>),
    /// Of the wrong kind: text where yes or no is wanted, and so on.
    WrongKind(&'static str),
    /// Has to be confirmed.
    MustBeTrue,
    /// Nobody of this login works here.
    NoSuchStaff,
    /// This login, or this number of a key, is taken.
    Taken,
    /// The same as it is already.
    Unchanged,
    /// Major and important complaints need it.
    GradeNeedsIt,
    /// Only the manager asks after major and important ones (CBK-03); here in the field of the outcome.
    ManagerAsks,
    /// The last manager must stay one, or nobody could add staff any more.
    LastManager,
    /// Not an amount of money: yuan, with at most two decimals.
    NotMoney,
    /// Less than nothing.
    Negative,
    /// Not a whole number, or one that cannot be.
    NotACount,
    /// A number of which a sheet has kept only the first digits: `1.38E+10`.
    Rounded,
    /// A unit that a sheet has taken for a date: `2002-03-01`.
    BecameDate,
    /// Lies before what came earlier on the same case, whose local time is given.
    OutOfOrder {
        /// What came earlier.
        after: Milestone,
        /// When that was, as it is shown.
        at: String,
    },
    /// Ends before it begins.
    EndsFirst,
    /// There is no key of this number.
    NoSuchKey,
    /// There is no emergency of this number that goes on.
    NoIncident,
    /// Of several technicians none has this login, or not in this department.
    NoSuchTechnician,
    /// An outsider needs it (KEY-04).
    OutsiderNeedsIt,
    /// An entrusted key needs it, unless a mandate is on file (KEY-09).
    EntrustedNeedsIt,
    /// An entrusted key has a unit: it is put on the record first (KEY-01).
    UnitFirst,
    /// Only the supervisor or somebody above approves (KEY-09).
    NotAnApprover,
    /// A failed callback needs it (CBK-07).
    FailedNeedsIt,
    /// A home visit needs an appointment first (CBK-06).
    AppointmentFirst,
    /// Lies before the key was lent, whose local time is given.
    BeforeLoan(String),
    /// Lies before the time agreed on so far, which is given: an extension goes further (KEY-10).
    NotLater(String),
    /// All pieces go together: so many there are (KEY-07).
    AllPieces(u32),
    /// No more pieces than there are.
    TooManyPieces(u32),
    /// More than the deposit that is held.
    MoreThanHeld,
    /// The case has no such line, or it is marked already.
    NoSuchLine,
    /// An open case stands for this already: its number.
    StillOpen(String),
    /// The promise before has not gone by yet: it is moved, not made anew (ESC-11).
    PromiseStands,
    /// Not a PIN: 4 to 12 digits, not all the same.
    NotAPin,
    /// Not a month.
    NotAMonth,
    /// This month has not begun.
    MonthToCome,
    /// Nothing was received in this month: there is nothing to hand in (STA-06).
    EmptyMonth,
    /// Records of this month were removed after their time: what was handed in then stays the last word (SEC-05).
    MonthRemoved,
    /// Handed in already: a correction says why (STA-06).
    CorrectionNeedsIt,
    /// Callbacks of the month are open: filing them says why (CBK-09); so many.
    CallbacksOpen(u32),
    /// Not a login: small letters, digits, `_`, `-`, `.`.
    NotALogin,
}

/// Why an action was not carried out. Nothing was saved.
#[derive(Debug)]
pub enum Refusal {
    /// Fields to put right.
    Fields(Vec<Fault>),
    /// There is no such action; these there are.
    UnknownAction {
        /// What was asked for.
        name: String,
    },
    /// Not an action at all.
    NotAnAction(String),
    /// Nobody of this login works here.
    UnknownLogin(String),
    /// This person has left.
    Inactive(String),
    /// No case has this number.
    NoSuchCase(String),
    /// The register does not know the step.
    NotHere {
        /// The step.
        step: StepKind,
        /// The register.
        register: Register,
    },
    /// The role may not do it; these may.
    NotAllowed {
        /// The roles that may.
        roles: Vec<Role>,
    },
    /// The case stands in another state.
    WrongState {
        /// Where it stands.
        state: State,
        /// From where the step can be taken.
        from: Vec<State>,
    },
    /// Somebody else changed the case meanwhile.
    Conflict {
        /// Its number.
        number: String,
        /// Login of who changed it.
        by: String,
        /// When.
        at: Time,
        /// Version that it has now.
        version: i64,
    },
    /// These have to be done first.
    First(Vec<Milestone>),
    /// A suggestion is finished only after it was decided and the resident told (REC-09).
    DecideFirst,
    /// There is nothing to do: not paused, nothing has crossed, no progress to pass on.
    NothingToDo,
    /// A review of today's register waits until its time has come.
    NotYet(Time),
    /// Already brought in under this number.
    AlreadyThere(String),
    /// So many lines are still to be ticked off or counted.
    LinesLeft(u32),
    /// Who hands over cannot take over as well (LED-08).
    SamePerson,
    /// Only this person may do it, who holds the shift; the login (LED-08).
    OnlyBy(String),
    /// A deposit is held for the key or the pass, in hundredths of a yuan: what is paid back and what is kept comes first (KEY-06, LED-04).
    DepositHeld(Fen),
    /// This person has a handover already that is not taken over yet; its number (LED-08).
    DraftThere(String),
    /// These months have to be handed in before records of theirs are removed (SEC-05).
    HandInFirst(Vec<YearMonth>),
    /// So many records are to be removed now, and not as many as was agreed to (SEC-05).
    OtherCount(u32),
    /// The PIN is wrong, or was wrong too often; try again from this moment on.
    WrongPin(Time),
    /// This person has no PIN yet.
    NoPin,
    /// The file.
    Store(StoreError),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Refusal::Store(error)
    }
}

impl Refusal {
    /// A single field.
    pub fn field(field: &str, why: FaultWhy) -> Refusal {
        Refusal::Fields(vec![Fault { field: field.to_owned(), why }])
    }

    /// A short word for other programs.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Fields(_) => "fields",
            Refusal::UnknownAction { .. } => "unknown_action",
            Refusal::NotAnAction(_) => "not_an_action",
            Refusal::UnknownLogin(_) => "unknown_login",
            Refusal::Inactive(_) => "inactive",
            Refusal::NoSuchCase(_) => "no_such_case",
            Refusal::NotHere { .. } => "not_here",
            Refusal::NotAllowed { .. } => "not_allowed",
            Refusal::WrongState { .. } => "wrong_state",
            Refusal::Conflict { .. } => "conflict",
            Refusal::First(_) => "first",
            Refusal::DecideFirst => "decide_first",
            Refusal::NothingToDo => "nothing_to_do",
            Refusal::NotYet(_) => "not_yet",
            Refusal::AlreadyThere(_) => "already_there",
            Refusal::LinesLeft(_) => "lines_left",
            Refusal::SamePerson => "same_person",
            Refusal::OnlyBy(_) => "only_by",
            Refusal::DepositHeld(_) => "deposit_held",
            Refusal::DraftThere(_) => "draft_there",
            Refusal::HandInFirst(_) => "hand_in_first",
            Refusal::OtherCount(_) => "other_count",
            Refusal::WrongPin(_) => "wrong_pin",
            Refusal::NoPin => "no_pin",
            Refusal::Store(_) => "store",
        }
    }
}
