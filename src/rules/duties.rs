//! Which rules run on a case, and on which occasion their clocks start (ESC-02). Pure.
use crate::model::callback::CallbackKind;
use crate::model::case::Register;
use crate::model::clock::{Crossing, Milestone, Time};
use crate::model::complaint::{Severity, Urgency};
use crate::model::reception::ReviewKind;
use crate::model::rule::Rule;
use crate::model::staff::{Department, Role};

/// When a clock starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The case is opened, or opened again.
    Opened,
    /// A reply is promised (REC-04), or a payment (LED-06).
    Promised,
    /// The work order went to its department (DSP-07).
    Sent,
    /// The department has received the work order (DSP-04).
    Received,
    /// The work is done: signature, telling the resident, the sheet, the review are due (CMP-13, DSP-09, EMG-05).
    Completed,
    /// A paper work order is to be made up afterwards (EMG-08).
    OrderWanted,
    /// It has gone up: the manager decides (CBK-07), or a lost key or pass is to be followed up (KEY-06, LED-04).
    Raised,
}

/// The occasion on which the clock of a milestone starts.
pub fn occasion(register: Register, milestone: Milestone) -> Occasion {
    match (register, milestone) {
        (Register::Reception, Milestone::Reply) | (Register::Visit, _) | (_, Milestone::Pay) => Occasion::Promised,
        (Register::WorkOrder, Milestone::Receive) => Occasion::Sent,
        (Register::WorkOrder, Milestone::Contact) => Occasion::Received,
        (Register::WorkOrder, Milestone::Tell | Milestone::SheetBack)
        | (Register::Emergency | Register::Callback, Milestone::Review)
        | (_, Milestone::Sign | Milestone::TakeOver) => Occasion::Completed,
        (_, Milestone::Order) => Occasion::OrderWanted,
        (_, Milestone::Decide | Milestone::Follow) => Occasion::Raised,
        _ => Occasion::Opened,
    }
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The register.
    pub register: Register,
    /// Complaints: severity and urgency.
    pub grade: Option<(Severity, Urgency)>,
    /// Other words that a row of the settings may name as grade: whose review, what a callback is about.
    pub kinds: [&'static str; 2],
    /// By when the resident wants it; by when a key or a pass is to be back, a service to end, a reminder to be made.
    pub wanted_by: Option<Time>,
    /// By when a reply, an arrival, a visit, a payment was promised.
    pub promised_at: Option<Time>,
}

impl Facts {
    /// A case of a register that has no grades.
    pub fn of(register: Register) -> Facts {
        Facts { register, grade: None, kinds: [""; 2], wanted_by: None, promised_at: None }
    }

    /// A reception.
    pub fn reception(wanted_by: Option<Time>, promised_at: Option<Time>) -> Facts {
        Facts { wanted_by, promised_at, ..Facts::of(Register::Reception) }
    }

    /// A complaint.
    pub fn complaint(severity: Severity, urgency: Urgency, wanted_by: Option<Time>) -> Facts {
        Facts { grade: Some((severity, urgency)), wanted_by, ..Facts::of(Register::Complaint) }
    }

    /// A review; a month of callbacks has a day by which it is filed (CBK-09).
    pub fn review(kind: ReviewKind, by: Option<Time>) -> Facts {
        Facts { kinds: [kind.into(), ""], wanted_by: by, ..Facts::of(Register::Review) }
    }

    /// A work order: its urgency, and whether equipment has failed (DSP-03, DSP-05).
    pub fn work_order(urgency: Urgency, equipment: bool, wanted_by: Option<Time>, arrive_by: Option<Time>) -> Facts {
        let equipment = if equipment { "equipment" } else { "" };
        Facts {
            kinds: [urgency.into(), equipment],
            wanted_by,
            promised_at: arrive_by,
            ..Facts::of(Register::WorkOrder)
        }
    }

    /// A callback.
    pub fn callback(kind: CallbackKind, due: Option<Time>) -> Facts {
        Facts { kinds: [kind.into(), ""], promised_at: due, ..Facts::of(Register::Callback) }
    }

    /// A special service: when it is to end, and whether it was opened again (LED-07).
    pub fn service(ends_at: Option<Time>, again: bool) -> Facts {
        let again = if again { "again" } else { "" };
        Facts { kinds: [again, ""], wanted_by: ends_at, ..Facts::of(Register::Service) }
    }

    /// A visit with its appointment (LED-13).
    pub fn visit(appointment_at: Option<Time>) -> Facts {
        Facts { promised_at: appointment_at, ..Facts::of(Register::Visit) }
    }

    /// A pass with the time until which it is valid (LED-04).
    pub fn pass(valid_until: Time) -> Facts {
        Facts { wanted_by: Some(valid_until), ..Facts::of(Register::Pass) }
    }

    /// A reminder: when it is to be made next, and by when payment was promised (LED-06).
    pub fn reminder(next_at: Option<Time>, promised_at: Option<Time>) -> Facts {
        Facts { wanted_by: next_at, promised_at, ..Facts::of(Register::Reminder) }
    }

    fn has_grade(&self, word: &str) -> bool {
        let grade = self
            .grade
            .is_some_and(|(severity, urgency)| word == <&str>::from(severity) || word == <&str>::from(urgency));
        grade || self.kinds.contains(&word)
    }

    /// The time that "promised" means for a milestone of this case.
    pub fn promised(&self, milestone: Milestone) -> Option<Time> {
        match milestone {
            Milestone::Reply if self.register != Register::Reception => self.wanted_by,
            Milestone::Reply | Milestone::Arrive | Milestone::Visit | Milestone::Callback | Milestone::Pay => {
                self.promised_at
            }
            _ => self.wanted_by,
        }
    }

    /// Whether a rule runs on such a case. What is major already is not made major by a rule (CMP-07).
    pub fn match_rule(&self, rule: &Rule) -> bool {
        let is_major = self.grade.is_some_and(|(severity, _)| severity == Severity::Major);
        rule.register == self.register
            && rule.grade.as_deref().is_none_or(|word| self.has_grade(word))
            && !(is_major && rule.clock.crossing == Crossing::Regrade)
    }
}

/// The rules whose clocks start on an occasion.
pub fn starting(rules: &[Rule], facts: Facts, on: Occasion) -> impl Iterator<Item = &Rule> {
    rules.iter().filter(move |rule| facts.match_rule(rule) && occasion(rule.register, rule.clock.milestone) == on)
}

/// The role that answers for a complaint whose work is done: the supervisor signs it (CMP-13), then whoever asks the
/// resident afterwards has it, the manager for grave ones (CBK-03).
pub fn solved_owner(severity: Severity, signed: bool, department: Option<Department>) -> Role {
    match (severity, signed) {
        (Severity::Major, _) | (Severity::Important, true) => Role::Manager,
        (_, false) => Role::Supervisor,
        (Severity::Minor, true) if department.is_some() => Role::Department,
        (Severity::Minor, true) => Role::Receptionist,
    }
}

/// The role that answers for a complaint while nothing has crossed its time: the manager deals with major ones
/// (CMP-03), the supervisor with important ones that reached him (CMP-04), else the department or the desk.
pub fn complaint_owner(severity: Severity, with_supervisor: bool, department: Option<Department>) -> Role {
    match (severity, department) {
        (Severity::Major, _) => Role::Manager,
        _ if with_supervisor => Role::Supervisor,
        (_, Some(_)) => Role::Department,
        (_, None) => Role::Receptionist,
    }
}
