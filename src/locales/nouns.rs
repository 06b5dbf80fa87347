//! What every thing is called: one function a kind, so that a language which leaves one out does not compile.
use super::Words;
use crate::model::callback::{CallbackKind, Grade};
use crate::model::case::{Channel, Register, State};
use crate::model::clock::{Basis, Crossing, Milestone, StopReason};
use crate::model::complaint::{CallbackForm, Outcome, PlanState, Severity, Urgency, Validity};
use crate::model::emergency::Told;
use crate::model::entry::EntryKind;
use crate::model::house_key::{Borrower, Document, Found, KeyKind};
use crate::model::reception::{Course, MatterKind, ReviewKind};
use crate::model::reminder::How;
use crate::model::resident::Tie;
use crate::model::staff::{Department, Role};
use crate::model::step::{Secret, StepKind};
use crate::model::work_order::{Copy, Place};
use std::str::FromStr;

macro_rules! nouns {
    ($($(#[$doc:meta])* $name:ident($kind:ty)),+ $(,)?) => {
        /// The functions of one language that name things.
        pub struct Nouns { $($(#[$doc])* pub(super) $name: fn($kind) -> &'static str),+ }

        impl Words {
            $($(#[$doc])* pub fn $name(&self, what: $kind) -> &'static str { (self.nouns.$name)(what) })+
        }
    };
}

nouns! {
    /// Role, short: 主管, `Supv`.
    role(Role),
    /// Role in full: 客服主管, `Supervisor`.
    role_long(Role),
    /// Department, at most 4 cells in Chinese.
    department(Department),
    /// Register, at most 8 cells in Chinese.
    register(Register),
    /// State (REC-10), at most 8 cells in Chinese and 10 in English.
    state(State),
    /// Channel (REC-01).
    channel(Channel),
    /// Kind of matter.
    matter_kind(MatterKind),
    /// Course at the counter (REC-03).
    course(Course),
    /// Severity (CMP-02).
    severity(Severity),
    /// What the severity means, one line of at most 70 cells (CMP-02).
    severity_means(Severity),
    /// Urgency (CMP-02).
    urgency(Urgency),
    /// Validity (CMP-09).
    validity(Validity),
    /// Where the plan stands (CMP-10).
    plan_state(PlanState),
    /// Form of a callback.
    callback_form(CallbackForm),
    /// Outcome of a callback (CMP-14).
    outcome(Outcome),
    /// Tie of a person to a unit.
    tie(Tie),
    /// Kind of a review (REC-07).
    review_kind(ReviewKind),
    /// Milestone (ESC-02).
    milestone(Milestone),
    /// What a crossing does (ESC-02).
    crossing(Crossing),
    /// Calendar in which a limit counts (ESC-08).
    basis(Basis),
    /// Why a clock stopped.
    stop_reason(StopReason),
    /// Menu label of a step, imperative; at most 10 cells in Chinese and 20 in English.
    step(StepKind),
    /// What a step does, as a sentence for the help and for the question before a grave one.
    step_does(StepKind),
    /// One of the three copies of a work order (DSP-11).
    copy(Copy),
    /// Where a copy is (DSP-10).
    copy_at(Place),
    /// Who was told of an emergency (EMG-02).
    told_whom(Told),
    /// Kind of a key (KEY-01).
    key_kind(KeyKind),
    /// Who borrows a key (KEY-03, KEY-04).
    borrower(Borrower),
    /// Identity document (KEY-04).
    document(Document),
    /// What a stock-taking found (KEY-08).
    found(Found),
    /// What a callback asks about, at most 12 cells (CBK-01).
    callback_kind(CallbackKind),
    /// How a resident found something (CBK-05).
    grade(Grade),
    /// What a line of a case is, at most 10 cells.
    entry_kind(EntryKind),
    /// How a household was reminded (LED-06).
    how(How),
    /// What is masked (SEC-03).
    secret(Secret),
    /// Yes or no.
    yes_no(bool),
}

/// Fields that are a yes or no.
const FLAGS: &[&str] = &[
    "promise",
    "harm",
    "gone",
    "active",
    "told",
    "adopted",
    "copied",
    "approved",
    "satisfied",
    "equipment",
    "order_wanted",
    "first_aid",
    "second",
    "flagged",
];

/// Name in the JSON, menu label and sentence of an action that begins something new.
pub type OpeningWords = (&'static str, &'static str, &'static str);

impl Words {
    /// Label of an action by its name in the JSON, step or not; the name itself if there is no such action.
    pub fn action<'a>(&self, name: &'a str) -> &'a str {
        match StepKind::from_str(name) {
            Ok(step) => self.step(step),
            Err(_) => self.opening(name).map_or(name, |(_, label, _)| label),
        }
    }

    /// What an action does, by its name in the JSON.
    pub fn action_does(&self, name: &str) -> Option<&'static str> {
        match StepKind::from_str(name) {
            Ok(step) => Some(self.step_does(step)),
            Err(_) => self.opening(name).map(|(_, _, does)| *does),
        }
    }

    /// Whether an action of this name begins something new.
    pub(super) fn begins(&self, name: &str) -> bool {
        self.opening(name).is_some()
    }

    fn opening(&self, name: &str) -> Option<&'static OpeningWords> {
        self.openings.iter().find(|(known, ..)| *known == name)
    }

    /// The name of an allowed word of a choice field: `("severity", "major")` is 重大. What the settings list is not known
    /// here: categories, kinds of job and of emergency, fees.
    pub fn choice(&self, field: &str, word: &str) -> Option<&'static str> {
        fn of<T: FromStr>(word: &str, name: impl Fn(T) -> &'static str) -> Option<&'static str> {
            T::from_str(word).ok().map(name)
        }
        match field {
            "channel" => of(word, |one| self.channel(one)),
            "kind" => of(word, |one| self.matter_kind(one)),
            "course" => of(word, |one| self.course(one)),
            "department" => of(word, |one| self.department(one)),
            "severity" => of(word, |one| self.severity(one)),
            "urgency" => of(word, |one| self.urgency(one)),
            "validity" => of(word, |one| self.validity(one)),
            "form" => of(word, |one| self.callback_form(one)),
            "outcome" => of(word, |one| self.outcome(one)),
            "tie" => of(word, |one| self.tie(one)),
            "role" => of(word, |one| self.role_long(one)),
            "copy" => of(word, |one| self.copy(one)),
            "copy_at" => of(word, |one| self.copy_at(one)),
            "who" => of(word, |one| self.told_whom(one)),
            "key_kind" => of(word, |one| self.key_kind(one)),
            "borrower" => of(word, |one| self.borrower(one)),
            "document" => of(word, |one| self.document(one)),
            "found" => of(word, |one| self.found(one)),
            "about" => of(word, |one| self.callback_kind(one)),
            "quality" | "effect" => of(word, |one| self.grade(one)),
            "how" => of(word, |one| self.how(one)),
            "field" => of(word, |one| self.secret(one)),
            flag if FLAGS.contains(&flag) => of(word, |flag| self.yes_no(flag)),
            _ => None,
        }
    }
}
