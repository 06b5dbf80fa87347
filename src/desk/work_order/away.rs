//! A work order on its way: sent, signed for, contacted, there, handed on and back; who had it and for how long (DSP-03 to
//! DSP-07, DSP-12, DSP-13).
use super::{facts, times_until};
use crate::desk::entries::Line;
use crate::desk::opening::faultless;
use crate::desk::perform::Turn;
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::desk::steps::{need, something};
use crate::model::case::{Case, State};
use crate::model::clock::{Clock, Milestone, StopReason, Time};
use crate::model::entry::EntryKind;
use crate::model::staff::{Department, Role};
use crate::model::work_order::{Holder, Place, WorkOrder};
use crate::rules::duties::Occasion;

impl Turn<'_, '_> {
    /// To a department, to a technician or to whoever the department decides on (DSP-03, DSP-06).
    pub(super) fn send_order(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        department: Option<Department>,
        technician: Option<&str>,
        at: Option<Time>,
    ) -> Result<(), Refusal> {
        need("department", department.or(case.department).is_none())?;
        let Some(department) = department.or(case.department) else { return Ok(()) };
        faultless([self.technician_fault(department, technician)?])?;
        let at = self.step_time(case, at, &[(Milestone::Send, self.last_left(case)?)])?;
        self.give(case, order, department, technician, at)
    }

    /// When it was with somebody last, or when its round before ended.
    fn last_left(&self, case: &Case) -> Result<Option<Time>, Refusal> {
        let lines = self.tx.entries_of(case.id, EntryKind::Holder)?;
        let left = lines.iter().filter_map(|line| line.marked_at).max();
        let ended = self.tx.cycles(case.id)?.last().map(|(_, ended, _)| *ended);
        Ok(left.max(ended))
    }

    /// It is with a department from `at` on: the paper goes with it, and all that follows is still to be done.
    pub(super) fn give(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        department: Department,
        technician: Option<&str>,
        at: Time,
    ) -> Result<(), Refusal> {
        take_back(order);
        case.department = Some(department);
        case.owner = Role::Department;
        case.handler = technician.map(str::to_owned);
        order.technician = technician.map(str::to_owned);
        order.sent_at = Some(at);
        order.department_copy_at = Place::Department;
        order.resident_copy_at = Place::Department;
        self.reach_from(case, Milestone::Send, at)?;
        self.start_clocks(case, &facts(case, order), Occasion::Sent, at)?;
        let holder = Holder { department, technician: order.technician.clone() }.to_string();
        self.write_line(case, &Line { at: Some(at), ..Line::of(EntryKind::Holder, &holder) })?;
        Ok(())
    }

    /// Whoever has it had it until `at`; the mark says why it went on (DSP-13).
    pub(super) fn leave(&mut self, case: &Case, mark: &str, at: Time) -> Result<(), Refusal> {
        for line in self.tx.entries_of(case.id, EntryKind::Holder)?.iter().filter(|line| line.mark.is_none()) {
            self.tx.mark_entry(line.id, mark, at.max(line.at), &self.me.login)?;
            self.touched.insert(case.id);
        }
        Ok(())
    }

    /// The department signs (DSP-07); from here on the resident is to be contacted (DSP-04). Whoever set out first signs
    /// afterwards.
    pub(super) fn sign_order(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        signed_by: Option<&str>,
        at: Option<Time>,
    ) -> Result<(), Refusal> {
        something(order.signed_at.is_none())?;
        let at = self.step_time(case, at, &times_until(order, Milestone::Send))?;
        order.signed_by = Some(signed_by.unwrap_or(&self.me.name).to_owned());
        order.signed_at = Some(at);
        self.reach_from(case, Milestone::Receive, at)?;
        if order.contacted_at.is_none() && order.arrived_at.is_none() {
            self.start_clocks(case, &facts(case, order), Occasion::Received, at)?;
        }
        if case.state == State::Sent {
            self.enter(case, State::Received);
        }
        Ok(())
    }

    /// The technician spoke with the resident (DSP-04).
    pub(super) fn contact(&mut self, case: &Case, order: &mut WorkOrder, at: Option<Time>) -> Result<(), Refusal> {
        let at = self.step_time(case, at, &times_until(order, Milestone::Receive))?;
        order.contacted_at = order.contacted_at.or(Some(at));
        self.reach_from(case, Milestone::Contact, at)
    }

    /// On the way (DSP-03).
    pub(super) fn depart(&mut self, case: &Case, order: &mut WorkOrder, at: Option<Time>) -> Result<(), Refusal> {
        let at = self.step_time(case, at, &times_until(order, Milestone::Receive))?;
        order.departed_at = Some(at);
        self.reach_from(case, Milestone::Depart, at)
    }

    /// There (DSP-04). Who stands at the door has set out, and has the resident before him.
    pub(super) fn arrive(&mut self, case: &Case, order: &mut WorkOrder, at: Option<Time>) -> Result<(), Refusal> {
        let at = self.step_time(case, at, &times_until(order, Milestone::Depart))?;
        order.arrived_at = Some(at);
        for milestone in [Milestone::Depart, Milestone::Contact, Milestone::Arrive] {
            self.reach_from(case, milestone, at)?;
        }
        Ok(())
    }

    /// Failed equipment was looked at for the first time (DSP-05).
    pub(super) fn check(&mut self, case: &Case, order: &mut WorkOrder, at: Option<Time>) -> Result<(), Refusal> {
        something(order.checked_at.is_none())?;
        let at = self.step_time(case, at, &times_until(order, Milestone::Arrive))?;
        order.checked_at = Some(at);
        self.reach_from(case, Milestone::Check, at)
    }

    /// On to another department or technician 转单 (DSP-12, DSP-13).
    pub(super) fn transfer(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        department: Department,
        technician: Option<&str>,
    ) -> Result<(), Refusal> {
        if case.department == Some(department) && order.technician.as_deref() == technician {
            return Err(Refusal::field("department", FaultWhy::Unchanged));
        }
        faultless([self.technician_fault(department, technician)?])?;
        self.passed_on(case, order, "transferred")?;
        self.begin_again(case, order, &[Milestone::Depart])?;
        self.give(case, order, department, technician, self.now)
    }

    /// Back to the desk 退单 (DSP-12): it waits to be sent once more.
    pub(super) fn hand_back(&mut self, case: &mut Case, order: &mut WorkOrder) -> Result<(), Refusal> {
        self.passed_on(case, order, "handed_back")?;
        take_back(order);
        case.owner = Role::Receptionist;
        case.handler = None;
        self.begin_again(case, order, &[Milestone::Send, Milestone::Depart])
    }

    /// What waited for the one who had it waits no more.
    fn passed_on(&mut self, case: &Case, order: &mut WorkOrder, mark: &str) -> Result<(), Refusal> {
        self.leave(case, mark, self.now)?;
        order.passed_on += 1;
        let theirs = |clock: &Clock| matches!(clock.milestone, Milestone::Receive | Milestone::Contact);
        self.stop_from(case, self.now, StopReason::Superseded, theirs)
    }
}

/// With nobody: no technician, nothing signed for, all paper at the desk. What was found at a first check stays.
fn take_back(order: &mut WorkOrder) {
    order.technician = None;
    order.sent_at = None;
    order.signed_by = None;
    order.signed_at = None;
    order.contacted_at = None;
    order.departed_at = None;
    order.arrived_at = None;
    order.department_copy_at = Place::Desk;
    order.resident_copy_at = Place::Desk;
}
