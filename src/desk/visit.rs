//! 上门拜访: the appointment and what was said (LED-13).
use super::answer::Done;
use super::ask::known;
use super::opening::{NewCase, faultless, somebody};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::model::visit::{NewVisit, Visit};
use crate::rules::duties::{Facts, Occasion};
use serde_json::json;

impl Turn<'_, '_> {
    /// Plans one, with or without a time that is agreed already.
    pub fn plan_visit(&mut self, new: &NewVisit) -> Result<Done, Refusal> {
        let stranger = new.handler.as_deref().is_some_and(|login| known(self.tx, login).is_err());
        let early = new.appointment_at.zip(new.received_at).is_some_and(|(agreed, received)| agreed < received);
        let fault = |wrong: bool, field: &str, why| wrong.then(|| Fault { field: field.to_owned(), why });
        faultless([
            somebody(new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref()),
            fault(early, "appointment_at", FaultWhy::BeforeMatter),
            fault(stranger, "handler", FaultWhy::NoSuchStaff),
        ])?;
        let mut case = self.add_case(&NewCase {
            register: Register::Visit,
            unit: new.unit.as_deref(),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: new.detail.as_deref(),
            channel: Channel::default(),
            department: None,
            owner: Role::Receptionist,
            harm: false,
            received_at: new.received_at,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        case.handler.clone_from(&new.handler);
        self.tx.add_detail(case.id, &Visit { appointment_at: new.appointment_at, ..Visit::default() })?;
        if new.appointment_at.is_some() {
            self.enter(&mut case, State::Appointed);
        }
        self.start_clocks(&case, &Facts::visit(new.appointment_at), Occasion::Promised, case.received_at)?;
        self.tx.set_case(&case)?;
        self.hint_if_late(&case)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// A step on one.
    pub fn visit_step(
        &mut self,
        case: &mut Case,
        visit: &mut Visit,
        step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::MakeAppointment { appointment_at, told } => self.agree(case, visit, *appointment_at, *told),
            Step::RecordVisit { said, result, at } => {
                let at = self.step_time(case, *at, &[])?;
                self.stop_visit(case, at)?;
                visit.visited_at = Some(at);
                visit.said = Some(said.clone());
                visit.result.clone_from(result);
                Ok(())
            }
            Step::CloseAsUnable { reason } => {
                self.stop_all(case, StopReason::Judged)?;
                visit.result = Some(reason.clone());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Agrees on a time. A change is told beforehand and counts anew from there: the resident has agreed to it. What
    /// was late until then stays late on the record.
    fn agree(&mut self, case: &Case, visit: &mut Visit, to: Time, told: bool) -> Result<(), Refusal> {
        if let Some(before) = visit.appointment_at {
            if before == to {
                return Err(Refusal::field("appointment_at", FaultWhy::Unchanged));
            }
            if !told {
                return Err(Refusal::field("told", FaultWhy::MustBeTrue));
            }
            self.was.insert("appointment_at".to_owned(), json!(before));
        }
        self.stop_all(case, StopReason::Superseded)?;
        visit.appointment_at = Some(to);
        self.start_clocks(case, &Facts::visit(Some(to)), Occasion::Promised, self.now)?;
        Ok(())
    }

    /// The visit counts from when it took place, not from when it was written down; but not from before it was agreed.
    fn stop_visit(&mut self, case: &Case, at: Time) -> Result<(), Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let at = running.iter().map(|clock| clock.armed_at).fold(at, Time::max);
        self.stop_where(case, at, StopReason::Reached, |clock| clock.milestone == Milestone::Visit)?;
        Ok(())
    }
}
