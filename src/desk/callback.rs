//! 回访: who is asked afterwards, and how the callback hangs on what it asks about (CBK-01, CMP-14). Asking itself
//! stands in `asking`, what no rule makes in `planned`.
mod asking;
mod beforehand;
mod month;
mod planned;

pub use month::{CallbackMonth, KindMonth};

use super::opening::NewCase;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::callback::{Callback, CallbackKind};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::complaint::{CallbackForm, Complaint, Severity};
use crate::model::service::Service;
use crate::model::staff::Role;
use crate::model::step::{StepKind, StepRow};
use crate::model::work_order::WorkOrder;
use crate::rules::duties::{Facts, Occasion, solved_owner};

/// A callback that is owed for a case that was finished.
pub(super) struct Owed<'a> {
    pub kind: CallbackKind,
    /// Drawn by the lottery (CBK-02).
    pub drawn: bool,
    /// Complaints: severity (CBK-03).
    pub severity: Option<Severity>,
    /// Work orders: login of the technician.
    pub technician: Option<&'a str>,
    /// Who asks (CBK-03).
    pub owner: Role,
    /// A time that the rule does not know: mid-term of a service.
    pub due: Option<Time>,
}

/// Callbacks that wait for the resident.
const TO_ASK: &[State] = &[State::Due, State::Appointed];

/// Steps that are taken on the callback of a case when the case itself is named.
const ON_ITS_CALLBACK: &[StepKind] =
    &[StepKind::RecordCallback, StepKind::MakeAppointment, StepKind::ReviewCallback, StepKind::DecideCallback];

impl Turn<'_, '_> {
    /// Makes the callback that is owed for a case, takes the resident's data over and links the two (CBK-01). Returns
    /// its number.
    pub fn owe_callback(&mut self, origin: &Case, owed: &Owed<'_>) -> Result<String, Refusal> {
        Ok(self.owe_since(origin, owed, self.now)?.number)
    }

    /// The same, with the time counted from `since`.
    fn owe_since(&mut self, origin: &Case, owed: &Owed<'_>, since: Time) -> Result<Case, Refusal> {
        let case = self.add_case(&NewCase {
            register: Register::Callback,
            unit: origin.unit.as_deref(),
            name: origin.name.as_deref(),
            phone: origin.phone.as_deref(),
            matter: &origin.matter,
            detail: None,
            channel: origin.channel,
            department: origin.department,
            owner: owed.owner,
            harm: false,
            received_at: None,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        let callback = Callback {
            drawn: owed.drawn,
            severity: owed.severity,
            technician: owed.technician.map(str::to_owned),
            ..self.unasked(owed.kind, owed.kind.fitting_form())
        };
        self.tx.add_detail(case.id, &callback)?;
        self.start_clocks(&case, &Facts::callback(owed.kind, owed.due), Occasion::Opened, since)?;
        self.tx.add_link(origin.id, case.id)?;
        Ok(case)
    }

    /// A callback of this month about which nobody was asked yet.
    fn unasked(&self, kind: CallbackKind, form: CallbackForm) -> Callback {
        Callback {
            kind,
            month: self.month(),
            drawn: false,
            severity: None,
            technician: None,
            form,
            appointment_at: None,
            attempts: 0,
            asked_at: None,
            asked_by: None,
            satisfied: None,
            quality: None,
            effect: None,
            said: None,
            shortcomings: None,
            suggestions: None,
            plan: None,
            resident_signed: None,
            reviewed_by: None,
            reviewed_at: None,
            comment: None,
            opinion: None,
            decision: None,
        }
    }

    /// The local month, `2026-11`.
    pub fn month(&self) -> String {
        self.today().format("%Y-%m").to_string()
    }

    /// A callback is asked for at the case that it is about: meant is the one that waits for the step. Returns its
    /// number.
    pub fn callback_meant(&mut self, case: &Case, step: StepKind) -> Result<Option<String>, Refusal> {
        if case.register == Register::Callback || !ON_ITS_CALLBACK.contains(&step) {
            return Ok(None);
        }
        let Some(row) = StepRow::find(step, Register::Callback) else { return Ok(None) };
        if let Some(waiting) = self.callbacks_in(case, row.from)?.into_iter().next() {
            return Ok(Some(waiting.number));
        }
        if row.from == TO_ASK { self.owed_from_before(case) } else { Ok(None) }
    }

    /// A complaint that was solved by a program that kept no callbacks yet gets its callback when it is asked for.
    fn owed_from_before(&mut self, case: &Case) -> Result<Option<String>, Refusal> {
        if case.register != Register::Complaint || case.state != State::Solved {
            return Ok(None);
        }
        let Some(complaint) = self.tx.detail::<Complaint>(case.id)? else { return Ok(None) };
        if complaint.satisfied.is_some() {
            return Ok(None);
        }
        self.owe_for_complaint(case, &complaint).map(Some)
    }

    /// The callback of a complaint whose work is done (CMP-14).
    pub fn owe_for_complaint(&mut self, case: &Case, complaint: &Complaint) -> Result<String, Refusal> {
        let owed = Owed {
            kind: CallbackKind::Complaint,
            drawn: false,
            severity: Some(complaint.severity),
            technician: None,
            owner: solved_owner(complaint.severity, true, case.department),
            due: None,
        };
        let since = complaint.completed_at.unwrap_or(self.now);
        Ok(self.owe_since(case, &owed, since)?.number)
    }

    /// Whether somebody still has to be asked about a case.
    pub fn is_to_be_asked(&self, origin: &Case) -> Result<bool, Refusal> {
        Ok(!self.callbacks_in(origin, TO_ASK)?.is_empty())
    }

    /// The callbacks about a case that stand in one of these states, the oldest first.
    fn callbacks_in(&self, origin: &Case, states: &[State]) -> Result<Vec<Case>, Refusal> {
        let mut offspring = self.tx.offspring(origin.id)?;
        offspring.retain(|one| one.register == Register::Callback && states.contains(&one.state));
        offspring.sort_by_key(|one| one.id);
        Ok(offspring)
    }

    /// The case is voided or goes on: nobody is asked about it before it is finished again.
    pub fn drop_callbacks(&mut self, origin: &Case) -> Result<(), Refusal> {
        for mut callback in self.callbacks_in(origin, TO_ASK)? {
            self.stop_all(&callback, StopReason::Superseded)?;
            self.enter(&mut callback, State::Voided);
            self.save_case(&mut callback, true)?;
        }
        Ok(())
    }

    /// A callback that a solved complaint or service waits for, or that was drawn, is no wrong entry: whoever voids it would
    /// choose whom not to ask (CMP-14, CBK-02).
    pub fn may_void_callback(&self, case: &Case) -> Result<(), Refusal> {
        if case.register != Register::Callback {
            return Ok(());
        }
        let drawn = self.tx.detail::<Callback>(case.id)?.is_some_and(|callback| callback.drawn);
        let origins = self.tx.origins(case.id)?;
        let waits = |one: &Case| one.state == State::Solved;
        if drawn || origins.iter().any(waits) { Err(Refusal::First(vec![Milestone::Callback])) } else { Ok(()) }
    }

    /// What was asked about hears what the resident said: satisfied, it may close; not satisfied, it is opened again
    /// (CMP-14, ESC-12).
    fn tell_origins(&mut self, case: &Case, callback: &Callback, linked: &mut Vec<String>) -> Result<(), Refusal> {
        for mut origin in self.tx.origins(case.id)? {
            match origin.register {
                Register::Complaint => {
                    let Some(mut complaint) = self.tx.detail::<Complaint>(origin.id)? else { continue };
                    self.callback_came(&mut origin, &mut complaint, callback)?;
                    self.tx.set_detail(origin.id, &complaint)?;
                }
                Register::Service => {
                    let Some(mut service) = self.tx.detail::<Service>(origin.id)? else { continue };
                    self.service_asked(&mut origin, &mut service, callback)?;
                    self.tx.set_detail(origin.id, &service)?;
                }
                Register::WorkOrder => {
                    let Some(mut order) = self.tx.detail::<WorkOrder>(origin.id)? else { continue };
                    self.order_asked(&mut origin, &mut order, callback)?;
                    self.tx.set_detail(origin.id, &order)?;
                }
                _ => continue,
            }
            self.save_case(&mut origin, true)?;
            self.tx.refresh_queue_times(origin.id)?;
            linked.push(origin.number);
        }
        Ok(())
    }
}
