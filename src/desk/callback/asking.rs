//! Asking the resident, and what becomes of the answer: appointment, attempt, review, decision (CBK-03 to CBK-08,
//! CBK-11). Must not know how a callback comes to be owed.
use super::Owed;
use crate::desk::answer::Hint;
use crate::desk::entries::Line;
use crate::desk::opening::{faultless, needed};
use crate::desk::perform::Turn;
use crate::desk::refusal::{Fault, FaultWhy, Refusal};
use crate::desk::steps::something;
use crate::model::callback::{Callback, CallbackKind};
use crate::model::case::{Case, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::complaint::{CallbackForm, Outcome, Severity};
use crate::model::entry::EntryKind;
use crate::model::staff::{Role, Staff};
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion};
use chrono::Months;
use serde_json::json;

/// The desk by day, and those above: night guards do not ring residents up, technicians do not ask about their own
/// work (CBK-03).
const ASKERS: &[Role] = &[Role::Receptionist, Role::Supervisor, Role::Manager, Role::HeadOffice];

impl Turn<'_, '_> {
    /// A step on a callback.
    pub fn callback_step(
        &mut self,
        case: &mut Case,
        callback: &mut Callback,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::RecordCallback { .. } => self.ask(case, callback, step, linked),
            Step::MakeAppointment { appointment_at, told } => self.appoint(case, callback, *appointment_at, *told),
            Step::WritePlan { plan } => {
                something(callback.plan.as_ref() != Some(plan))?;
                self.was.insert("plan".to_owned(), json!(callback.plan));
                callback.plan = Some(plan.clone());
                Ok(())
            }
            Step::ReviewCallback { note, opinion, second } => {
                self.review_callback(case, callback, (note, opinion.as_ref()), *second, linked)
            }
            Step::DecideCallback { note } => {
                callback.decision = Some(note.clone());
                self.stop_all(case, StopReason::Reached)?;
                Ok(())
            }
            _ => Err(Refusal::NothingToDo),
        }
    }

    /// The resident was asked, or was not reached (CBK-05, CBK-11).
    fn ask(
        &mut self,
        case: &mut Case,
        callback: &mut Callback,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let Step::RecordCallback { form, outcome, said, resident_signed, .. } = step else { return Ok(()) };
        may_ask(case, callback, &self.me)?;
        self.not_too_early(case, callback)?;
        let unannounced = *form == CallbackForm::Visit && callback.appointment_at.is_none();
        let unsigned = callback.plan.is_some() && resident_signed.is_none();
        faultless([
            unannounced.then(|| Fault { field: "form".to_owned(), why: FaultWhy::AppointmentFirst }),
            needed("resident_signed", unsigned && *outcome != Outcome::NoAnswer),
        ])?;
        callback.attempts += 1;
        if *outcome == Outcome::NoAnswer {
            return self.not_reached(case, callback, (*form, said.as_deref()), linked);
        }
        take_answer(callback, step);
        callback.asked_at = Some(self.now);
        callback.asked_by = Some(self.me.login.clone());
        self.reach(case, Milestone::Callback)?;
        self.hand_in(case, callback)?;
        self.tell_origins(case, callback, linked)
    }

    /// A second callback has its time between one and two months after (CBK-01).
    fn not_too_early(&self, case: &Case, callback: &Callback) -> Result<(), Refusal> {
        let second = callback.kind == CallbackKind::Second;
        let from = self.tx.running_clocks(case.id)?.first().map_or(case.received_at, |clock| clock.started_at);
        match from.checked_add_months(Months::new(1)) {
            Some(opens) if second && self.now < opens => Err(Refusal::NotYet(opens)),
            _ => Ok(()),
        }
    }

    /// An attempt is a line and counts; the callback stays due. Who stood before a closed door makes a new
    /// appointment.
    fn not_reached(
        &mut self,
        case: &mut Case,
        callback: &mut Callback,
        (form, said): (CallbackForm, Option<&str>),
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        self.hint = Some(Hint::StillDue);
        self.write_line(case, &Line::of(EntryKind::Attempt, said.unwrap_or_default()))?;
        if form == CallbackForm::Visit {
            callback.appointment_at = None;
            self.enter(case, State::Due);
        }
        self.tell_origins(case, callback, linked)
    }

    /// The record goes to the supervisor, who reviews it (CBK-07).
    pub(super) fn hand_in(&mut self, case: &mut Case, callback: &Callback) -> Result<(), Refusal> {
        self.enter(case, State::Asked);
        case.owner = Role::Supervisor;
        self.start_clocks(case, &Facts::callback(callback.kind, None), Occasion::Completed, self.now)?;
        Ok(())
    }

    /// Agrees on the time of a home visit; one that was agreed on is changed only after the resident was told (CBK-06).
    fn appoint(&mut self, case: &Case, callback: &mut Callback, at: Time, told: bool) -> Result<(), Refusal> {
        may_arrange(case, callback, &self.me)?;
        if callback.appointment_at == Some(at) {
            return Err(Refusal::field("appointment_at", FaultWhy::Unchanged));
        }
        if callback.appointment_at.is_some() && !told {
            return Err(Refusal::field("told", FaultWhy::MustBeTrue));
        }
        self.was.insert("appointment_at".to_owned(), json!(callback.appointment_at));
        callback.appointment_at = Some(at);
        callback.form = CallbackForm::Visit;
        Ok(())
    }

    /// The supervisor's comment; a failed one goes to the manager with an opinion (CBK-07).
    fn review_callback(
        &mut self,
        case: &mut Case,
        callback: &mut Callback,
        (note, opinion): (&str, Option<&String>),
        second: bool,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let failed = callback.satisfied == Some(false);
        if failed && opinion.is_none() {
            return Err(Refusal::field("opinion", FaultWhy::FailedNeedsIt));
        }
        callback.comment = Some(note.to_owned());
        callback.opinion = opinion.cloned();
        callback.reviewed_by = Some(self.me.login.clone());
        callback.reviewed_at = Some(self.now);
        self.stop_all(case, StopReason::Reached)?;
        if failed {
            self.enter(case, State::Raised);
            case.owner = Role::Manager;
            self.start_clocks(case, &Facts::callback(callback.kind, None), Occasion::Raised, self.now)?;
            self.hint = Some(Hint::WentUp);
        } else {
            self.enter(case, State::Closed);
        }
        if second {
            linked.push(self.owe_second(case, callback)?);
        }
        Ok(())
    }

    /// Where needed the resident is asked once more, between one and two months after the first time (CBK-01).
    fn owe_second(&mut self, case: &Case, callback: &Callback) -> Result<String, Refusal> {
        let grave = callback.severity >= Some(Severity::Important);
        let owed = Owed {
            kind: CallbackKind::Second,
            drawn: false,
            severity: callback.severity,
            technician: callback.technician.as_deref(),
            owner: if grave { Role::Manager } else { Role::Receptionist },
            due: None,
        };
        Ok(self.owe_since(case, &owed, callback.asked_at.unwrap_or(self.now))?.number)
    }
}

/// Who asks (CBK-03): the manager after major and important complaints; the head of the department together with
/// the desk after others; the desk alone after all else.
pub(super) fn may_ask(case: &Case, callback: &Callback, me: &Staff) -> Result<(), Refusal> {
    if callback.severity >= Some(Severity::Important) {
        let manager = me.role >= Role::Manager;
        return if manager { Ok(()) } else { Err(Refusal::field("outcome", FaultWhy::ManagerAsks)) };
    }
    may_arrange(case, callback, me)
}

/// The head of the department concerned has to do with complaints only.
fn may_arrange(case: &Case, callback: &Callback, me: &Staff) -> Result<(), Refusal> {
    let own = case.department.is_some() && case.department == me.department;
    let head = callback.severity.is_some() && own && me.role == Role::Department;
    if head || ASKERS.contains(&me.role) { Ok(()) } else { Err(Refusal::NotAllowed { roles: ASKERS.to_vec() }) }
}

/// What the resident said, as the form has it (CBK-05).
fn take_answer(callback: &mut Callback, step: &Step) {
    let Step::RecordCallback { form, outcome, said, quality, effect, shortcomings, suggestions, resident_signed } =
        step
    else {
        return;
    };
    callback.form = *form;
    callback.satisfied = Some(*outcome == Outcome::Satisfied);
    callback.said.clone_from(said);
    callback.quality = *quality;
    callback.effect = *effect;
    callback.shortcomings.clone_from(shortcomings);
    callback.suggestions.clone_from(suggestions);
    callback.resident_signed.clone_from(resident_signed);
}
