//! Which rules run on a case, and on which occasion their clocks start (ESC-02). Pure.
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
    /// A reply is promised (REC-04).
    Promised,
    /// The work is done: signature and callback are due (CMP-13, CMP-14).
    Completed,
}

/// The occasion on which the clock of a milestone starts.
pub fn occasion(register: Register, milestone: Milestone) -> Occasion {
    match (register, milestone) {
        (Register::Reception, Milestone::Reply) => Occasion::Promised,
        (_, Milestone::Sign | Milestone::Callback) => Occasion::Completed,
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
    /// Reviews: whose.
    pub review: Option<ReviewKind>,
    /// By when the resident wants it.
    pub wanted_by: Option<Time>,
    /// By when a reply was promised.
    pub promised_at: Option<Time>,
}

impl Facts {
    /// A reception.
    pub fn reception(wanted_by: Option<Time>, promised_at: Option<Time>) -> Facts {
        Facts { register: Register::Reception, grade: None, review: None, wanted_by, promised_at }
    }

    /// A complaint.
    pub fn complaint(severity: Severity, urgency: Urgency, wanted_by: Option<Time>) -> Facts {
        Facts {
            register: Register::Complaint,
            grade: Some((severity, urgency)),
            review: None,
            wanted_by,
            promised_at: None,
        }
    }

    /// A review.
    pub fn review(kind: ReviewKind) -> Facts {
        Facts { register: Register::Review, grade: None, review: Some(kind), wanted_by: None, promised_at: None }
    }

    fn has_grade(&self, word: &str) -> bool {
        let grade = self
            .grade
            .is_some_and(|(severity, urgency)| word == <&str>::from(severity) || word == <&str>::from(urgency));
        grade || self.review.is_some_and(|kind| word == <&str>::from(kind))
    }

    /// The time that "promised" means for a milestone of this case.
    pub fn promised(&self, milestone: Milestone) -> Option<Time> {
        if self.register == Register::Reception && milestone == Milestone::Reply {
            self.promised_at
        } else {
            self.wanted_by
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
