//! 回访: who is asked afterwards, by whom, and what comes of it (CBK-01 to CBK-11).
use super::answer::{Done, Hint};
use super::entries::Line;
use super::opening::NewCase;
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use crate::model::callback::{Callback, CallbackKind, HouseholdCall, NewCallback};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::complaint::{Complaint, Outcome, Severity};
use crate::model::entry::EntryKind;
use crate::model::service::Service;
use crate::model::staff::Role;
use crate::model::step::{Step, StepKind};
use crate::rules::duties::{Facts, Occasion};

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

impl Turn<'_, '_> {
    /// Plans a callback that no rule makes (CBK-01).
    pub fn plan_callback(&mut self, _new: &NewCallback) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Enters the monthly call to a household (CBK-10).
    pub fn call_household(&mut self, _new: &HouseholdCall) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Makes the callback that is owed for a case, takes the resident's data over and links the two (CBK-01). Returns
    /// its number.
    pub fn owe_callback(&mut self, origin: &Case, owed: &Owed<'_>) -> Result<String, Refusal> {
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
            kind: owed.kind,
            month: self.today().format("%Y-%m").to_string(),
            drawn: owed.drawn,
            severity: owed.severity,
            technician: owed.technician.map(str::to_owned),
            form: owed.kind.fitting_form(),
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
        };
        self.tx.add_detail(case.id, &callback)?;
        self.start_clocks(&case, &Facts::callback(owed.kind, owed.due), Occasion::Opened, self.now)?;
        self.tx.add_link(origin.id, case.id)?;
        Ok(case.number)
    }

    /// Asking afterwards is asked for at the case that was finished: meant is its callback that is still to be asked.
    /// Returns its number.
    pub fn callback_meant(&self, case: &Case, step: StepKind) -> Result<Option<String>, Refusal> {
        if step != StepKind::RecordCallback || case.register == Register::Callback {
            return Ok(None);
        }
        let mut open = self.open_callbacks(case)?;
        Ok(open.pop().map(|one| one.number))
    }

    fn open_callbacks(&self, origin: &Case) -> Result<Vec<Case>, Refusal> {
        let mut offspring = self.tx.offspring(origin.id)?;
        offspring
            .retain(|one| one.register == Register::Callback && matches!(one.state, State::Due | State::Appointed));
        Ok(offspring)
    }

    /// The case is voided or goes on: nobody is asked about it before it is finished again.
    pub fn drop_callbacks(&mut self, origin: &Case) -> Result<(), Refusal> {
        for mut callback in self.open_callbacks(origin)? {
            self.stop_all(&callback, StopReason::Superseded)?;
            self.enter(&mut callback, State::Voided);
            self.save_case(&mut callback, true)?;
        }
        Ok(())
    }

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
            _ => Err(Refusal::NothingToDo),
        }
    }

    /// The resident was asked, or was not reached (CBK-05, CBK-11). Major and important complaints are the manager's
    /// to ask (CBK-03).
    fn ask(
        &mut self,
        case: &mut Case,
        callback: &mut Callback,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let Step::RecordCallback { form, outcome, said, .. } = step else { return Ok(()) };
        let Step::RecordCallback { quality, effect, shortcomings, suggestions, resident_signed, .. } = step else {
            return Ok(());
        };
        if callback.severity >= Some(Severity::Important) && self.me.role < Role::Manager {
            return Err(Refusal::field("outcome", FaultWhy::ManagerAsks));
        }
        callback.attempts += 1;
        if *outcome == Outcome::NoAnswer {
            self.hint = Some(Hint::StillDue);
            let line = Line::of(EntryKind::Attempt, said.as_deref().unwrap_or_default());
            self.write_line(case, &line)?;
            return self.tell_origins(case, callback, linked);
        }
        callback.form = *form;
        callback.satisfied = Some(*outcome == Outcome::Satisfied);
        callback.asked_at = Some(self.now);
        callback.asked_by = Some(self.me.login.clone());
        callback.said.clone_from(said);
        callback.quality = *quality;
        callback.effect = *effect;
        callback.shortcomings.clone_from(shortcomings);
        callback.suggestions.clone_from(suggestions);
        callback.resident_signed.clone_from(resident_signed);
        self.reach(case, Milestone::Callback)?;
        self.enter(case, State::Asked);
        case.owner = Role::Supervisor;
        let facts = Facts::callback(callback.kind, None);
        self.start_clocks(case, &facts, Occasion::Completed, self.now)?;
        self.tell_origins(case, callback, linked)
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
                _ => continue,
            }
            self.save_case(&mut origin, true)?;
            self.tx.refresh_queue_times(origin.id)?;
            linked.push(origin.number);
        }
        Ok(())
    }
}
