//! How a work order ends: done, told, the sheet back; and how it is opened again (DSP-08 to DSP-10, ESC-10, ESC-12).
use super::{facts, times, times_until};
use crate::desk::answer::Hint;
use crate::desk::entries::Line;
use crate::desk::perform::Turn;
use crate::desk::refusal::Refusal;
use crate::desk::steps::{need, something};
use crate::model::callback::{Callback, CallbackKind};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::complaint::Complaint;
use crate::model::entry::EntryKind;
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::model::work_order::{Place, WorkOrder};
use crate::rules::duties::Occasion;

impl Turn<'_, '_> {
    /// The job is done (DSP-01). What was not needed for it, since a word on the phone was enough, is no longer waited for:
    /// such clocks give way, late or not as they were. From here on the desk has it: the resident is to be told and the
    /// sheet to come back.
    pub(super) fn finish_order(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let Step::FinishOrder { result, material, charge, at } = step else { return Ok(()) };
        let at = self.step_time(case, *at, &times_until(order, Milestone::Check))?;
        order.finished_at = Some(at);
        order.result = Some(result.clone());
        order.material.clone_from(material);
        order.charge.clone_from(charge);
        if order.arrived_at.is_some() {
            order.resident_copy_at = Place::Resident;
        }
        self.reach_from(case, Milestone::Finish, at)?;
        self.stop_from(case, at, StopReason::Superseded, |_| true)?;
        self.tx.end_pause(case.id, self.now, &self.me.login)?;
        self.leave(case, "done", at)?;
        case.owner = Role::Receptionist;
        self.start_clocks(case, &facts(case, order), Occasion::Completed, at)?;
        self.hint = Some(Hint::AwaitsTelling);
        self.enter_lottery(case, CallbackKind::Repair, order.technician.as_deref(), None, linked)?;
        self.report_to_complaints(case, result)
    }

    /// The complaint that a job was done for is not finished by that: it has progress which the resident is to hear
    /// (ESC-12, CMP-11).
    fn report_to_complaints(&mut self, order: &Case, result: &str) -> Result<(), Refusal> {
        for mut case in self.tx.origins(order.id)? {
            let working = matches!(case.state, State::Accepted | State::Handling);
            if case.register != Register::Complaint || !working {
                continue;
            }
            let Some(mut complaint) = self.tx.detail::<Complaint>(case.id)? else { continue };
            complaint.untold += 1;
            self.tx.set_detail(case.id, &complaint)?;
            let said = format!("{} {result}", order.number);
            self.write_line(&case, &Line { about: Some(order.id), ..Line::of(EntryKind::Timeline, &said) })?;
            self.save_case(&mut case, true)?;
        }
        Ok(())
    }

    /// The resident is told and asked (DSP-09). Not satisfied: back to the department at once.
    pub(super) fn tell(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        satisfied: Option<bool>,
        at: Option<Time>,
    ) -> Result<(), Refusal> {
        something(order.told_at.is_none())?;
        need("satisfied", satisfied.is_none())?;
        let at = self.step_time(case, at, &times(order))?;
        order.told_at = Some(at);
        order.satisfied = satisfied;
        self.reach_from(case, Milestone::Tell, at)?;
        if satisfied == Some(false) {
            return self.send_again(case, order);
        }
        if matches!(order.resident_copy_at, Place::Desk | Place::Department) {
            order.resident_copy_at = Place::Resident;
        }
        self.end_order(case, order)
    }

    /// The signed sheet is back (DSP-10).
    pub(super) fn file_sheet(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        at: Option<Time>,
    ) -> Result<(), Refusal> {
        something(order.department_copy_at != Place::Filed)?;
        let at = self.step_time(case, at, &times(order))?;
        self.reach_from(case, Milestone::SheetBack, at)?;
        order.department_copy_at = Place::Filed;
        if order.stub_at != Place::Missing {
            order.stub_at = Place::Filed;
        }
        self.end_order(case, order)
    }

    /// Closed once the resident was told and the sheet is back, not before; then its reception ends with it (REC-03).
    fn end_order(&mut self, case: &mut Case, order: &WorkOrder) -> Result<(), Refusal> {
        match (order.told_at.is_some(), order.department_copy_at == Place::Filed) {
            (true, true) => {
                self.stop_all(case, StopReason::Reached)?;
                self.enter(case, State::Closed);
                self.end_origins(case, order.result.as_deref())?;
            }
            (false, _) => self.hint = Some(Hint::AwaitsTelling),
            (true, false) => self.hint = Some(Hint::AwaitsSheet),
        }
        Ok(())
    }

    /// Cannot be done: a reception that it was made of is the desk's again, since its resident has no answer yet; a
    /// complaint hears of it.
    pub(super) fn unable(&mut self, case: &mut Case, order: &mut WorkOrder, reason: &str) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Judged)?;
        self.leave(case, "unable", self.now)?;
        order.result = Some(reason.to_owned());
        self.give_back(case)?;
        self.report_to_complaints(case, reason)
    }

    /// Back to the board with fresh clocks; what the round before came to is kept (ESC-10).
    pub(super) fn reopen_order(&mut self, case: &mut Case, order: &mut WorkOrder) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Superseded)?;
        self.drop_callbacks(case)?;
        self.next_cycle(case, order)?;
        let before = std::mem::take(order);
        *order = WorkOrder {
            job: before.job,
            urgency: before.urgency,
            equipment: before.equipment,
            pressed: before.pressed,
            apologies: before.apologies,
            passed_on: before.passed_on,
            reopened: before.reopened + 1,
            ..WorkOrder::default()
        };
        self.enter(case, State::Waiting);
        case.owner = Role::Receptionist;
        case.handler = None;
        self.start_clocks(case, &facts(case, order), Occasion::Opened, self.now)?;
        self.hint = Some(Hint::Reopened);
        self.reopen_origins(case)
    }

    /// Opened again, and at once with the department and the technician who had it, if he is still there.
    fn send_again(&mut self, case: &mut Case, order: &mut WorkOrder) -> Result<(), Refusal> {
        let technician = order.technician.clone();
        self.reopen_order(case, order)?;
        let Some(department) = case.department else { return Ok(()) };
        let there = self.technician_fault(department, technician.as_deref())?.is_none();
        self.give(case, order, department, technician.as_deref().filter(|_| there), self.now)?;
        self.enter(case, State::Sent);
        Ok(())
    }

    /// The resident was asked afterwards: not satisfied, it is opened again, and so is its reception (ESC-10).
    pub fn order_asked(&mut self, case: &mut Case, order: &mut WorkOrder, callback: &Callback) -> Result<(), Refusal> {
        let done = matches!(case.state, State::Finished | State::Closed);
        if done && callback.satisfied == Some(false) { self.send_again(case, order) } else { Ok(()) }
    }
}
