//! 派工: filing a work order, and which step is which (DSP-01, DSP-02, DSP-12). What happens while it is with a department
//! stands in `away`, how it ends in `ending`, those of an older ledger in `old`.
mod away;
mod ending;
mod old;

use super::answer::Done;
use super::opening::{NewCase, Origin, faultless, somebody, wanted_too_early};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Clock, Milestone, StopReason, Time};
use crate::model::complaint::Urgency;
use crate::model::duty::Job;
use crate::model::staff::{Department, Role};
use crate::model::step::Step;
use crate::model::work_order::{Copy, NewWorkOrder, Place, WorkOrder};
use crate::rules::clock;
use crate::rules::duties::{Facts, Occasion, starting};
use serde_json::json;

impl Turn<'_, '_> {
    /// Files a work order that came straight to the board (DSP-01).
    pub fn file_work_order(&mut self, new: &NewWorkOrder) -> Result<Done, Refusal> {
        faultless([
            somebody(new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref()),
            wanted_too_early(new.wanted_by, new.received_at),
        ])?;
        let number = self.open_order(new, Origin::No)?;
        let case = self.tx.case_by_number(&number)?.ok_or(Refusal::NoSuchCase(number))?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Adds one with its clocks and its link, and returns its number. The kind of job says what is not said (DSP-02); with
    /// a technician it is sent at once.
    pub fn open_order(&mut self, new: &NewWorkOrder, from: Origin) -> Result<String, Refusal> {
        let job = self.job(&new.job)?;
        let department = new.department.unwrap_or(job.department);
        let early = new.arrive_by.zip(new.received_at).is_some_and(|(arrive, received)| arrive <= received);
        faultless([
            self.technician_fault(department, new.technician.as_deref())?,
            early.then(|| Fault { field: "arrive_by".to_owned(), why: FaultWhy::BeforeMatter }),
        ])?;
        let mut case = self.add_case(&NewCase {
            register: Register::WorkOrder,
            unit: new.unit.as_deref(),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: new.detail.as_deref(),
            channel: new.channel,
            department: Some(department),
            owner: Role::Receptionist,
            harm: false,
            received_at: new.received_at,
            wanted_by: new.wanted_by.filter(|wanted| *wanted > self.now || !matches!(from, Origin::Later(_))),
            old_number: None,
            day: self.today(),
        })?;
        let mut order = WorkOrder {
            job: job.id.clone(),
            urgency: new.urgency.unwrap_or(job.urgency),
            equipment: new.equipment.unwrap_or(job.equipment),
            arrive_by: new.arrive_by,
            ..WorkOrder::default()
        };
        self.tx.add_detail(case.id, &order)?;
        self.link(from, &case)?;
        let (begins, duties_from) = (self.begins(&case, from)?, from.duties_from(new.received_at, self.now));
        self.start_clocks_since(&case, &facts(&case, &order), Occasion::Opened, begins, duties_from)?;
        if new.technician.is_some() {
            self.give(&mut case, &mut order, department, new.technician.as_deref(), self.now)?;
            self.enter(&mut case, State::Sent);
            self.tx.set_detail(case.id, &order)?;
            self.tx.set_case(&case)?;
        }
        self.hint_if_late(&case)?;
        Ok(case.number)
    }

    /// From when the time for the job counts: the job of a complaint, a service or an emergency that goes on is a matter of
    /// its own and begins now, while that of a reception is the matter itself.
    fn begins(&self, case: &Case, from: Origin) -> Result<Time, Refusal> {
        let Origin::Later(origin) = from else { return Ok(case.received_at) };
        let same = self.tx.case(origin)?.is_some_and(|origin| origin.register == Register::Reception);
        Ok(if same { case.received_at } else { self.now })
    }

    fn job(&self, id: &str) -> Result<Job, Refusal> {
        let jobs = &self.config.jobs;
        let ids = || jobs.iter().map(|job| job.id.clone()).collect();
        jobs.iter().find(|job| job.id == id).cloned().ok_or_else(|| Refusal::field("job", FaultWhy::NotOneOf(ids())))
    }

    /// A technician works here and in the department that does the job.
    fn technician_fault(&self, department: Department, login: Option<&str>) -> Result<Option<Fault>, Refusal> {
        let Some(login) = login else { return Ok(None) };
        let member = self.tx.staff_member(login)?;
        let fits = member.is_some_and(|member| member.active && member.department == Some(department));
        Ok((!fits).then(|| Fault { field: "technician".to_owned(), why: FaultWhy::NoSuchTechnician }))
    }

    /// A step on one.
    pub fn work_order_step(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::SendOrder { department, technician, at } => {
                self.send_order(case, order, *department, technician.as_deref(), *at)
            }
            Step::SignOrder { signed_by, at } => self.sign_order(case, order, signed_by.as_deref(), *at),
            Step::ContactResident { at, .. } => self.contact(case, order, *at),
            Step::Depart { at } => self.depart(case, order, *at),
            Step::Arrive { at } => self.arrive(case, order, *at),
            Step::FirstCheck { at, .. } => self.check(case, order, *at),
            Step::TransferOrder { department, technician, .. } => {
                self.transfer(case, order, *department, technician.as_deref())
            }
            Step::HandBackOrder { .. } => self.hand_back(case, order),
            Step::FinishOrder { .. } => self.finish_order(case, order, step, linked),
            Step::TellResident { satisfied, at, .. } => self.tell(case, order, *satisfied, *at),
            Step::FileSheet { at } => self.file_sheet(case, order, *at),
            Step::MoveCopy { copy, copy_at } => self.move_copy(case, order, *copy, *copy_at),
            Step::PressAgain { .. } => {
                order.pressed += 1;
                Ok(())
            }
            Step::Apologize { promised_at, .. } => self.apologize(case, order, *promised_at),
            Step::ChangeUrgency { urgency, .. } => self.change_priority(case, order, *urgency),
            Step::CloseAsUnable { reason } => self.unable(case, order, reason),
            Step::Reopen { .. } => self.reopen_order(case, order),
            _ => Ok(()),
        }
    }

    /// Another priority: a person decides, not the kind of job (DSP-02). Clocks follow (ESC-09).
    fn change_priority(&mut self, case: &Case, order: &mut WorkOrder, urgency: Urgency) -> Result<(), Refusal> {
        if order.urgency == urgency {
            return Err(Refusal::field("urgency", FaultWhy::Unchanged));
        }
        self.was.insert("urgency".to_owned(), json!(order.urgency));
        let old = facts(case, order);
        order.urgency = urgency;
        self.regrade_clocks(case, &old, &facts(case, order))?;
        // What was done while no clock waited for it is not waited for now; what is to be done once more, since it was
        // handed back or on, is waited for although it was done once.
        let done = done(order);
        let gone = |clock: &Clock| done.contains(&clock.milestone);
        self.stop_from(case, self.now, StopReason::Superseded, gone)?;
        let mut again = vec![Milestone::Send, Milestone::Depart];
        again.retain(|milestone| !done.contains(milestone));
        self.begin_again(case, order, &again)
    }

    /// Not done in time: an apology with an explanation and a new time. The verdict stays with the first one (DSP-08,
    /// ESC-11).
    fn apologize(&mut self, case: &Case, order: &mut WorkOrder, to: Time) -> Result<(), Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let finish = running.iter().filter(|clock| clock.milestone == Milestone::Finish);
        if let Some(first) = finish.min_by_key(|clock| (clock.level, clock.id)) {
            self.promise_again(case, first, to)?;
        }
        order.apologies += 1;
        order.moved_to = Some(to);
        Ok(())
    }

    /// Says where a copy is, where that does not follow from the steps (DSP-10). That the signed one is back is a step of
    /// its own while the order is open, since it may close it.
    fn move_copy(&mut self, case: &Case, order: &mut WorkOrder, copy: Copy, to: Place) -> Result<(), Refusal> {
        if case.state.is_open() && (copy, to) == (Copy::Department, Place::Filed) {
            let others = [Place::Desk, Place::Department, Place::Resident, Place::Missing];
            let others = others.iter().map(ToString::to_string).collect();
            return Err(Refusal::field("copy_at", FaultWhy::NotOneOf(others)));
        }
        let place = match copy {
            Copy::Stub => &mut order.stub_at,
            Copy::Department => &mut order.department_copy_at,
            Copy::Resident => &mut order.resident_copy_at,
        };
        if *place == to {
            return Err(Refusal::field("copy_at", FaultWhy::Unchanged));
        }
        self.was.insert("copy_at".to_owned(), json!(*place));
        *place = to;
        Ok(())
    }

    /// Stops those running clocks that `which` picks, at a time that may lie in the past; one that began only later
    /// stops as it begins.
    pub(super) fn stop_from(
        &self,
        case: &Case,
        at: Time,
        why: StopReason,
        which: impl Fn(&Clock) -> bool,
    ) -> Result<(), Refusal> {
        for clock in self.tx.running_clocks(case.id)?.iter().filter(|clock| which(clock)) {
            self.stop_where(case, at.max(clock.armed_at), why, |one| one.id == clock.id)?;
        }
        Ok(())
    }

    /// A milestone was reached at a time that may lie in the past.
    pub(super) fn reach_from(&self, case: &Case, milestone: Milestone, at: Time) -> Result<(), Refusal> {
        self.stop_from(case, at, StopReason::Reached, |clock| clock.milestone == milestone)
    }

    /// Starts those clocks of the opening anew that wait for these and do not run any more: it is all to be done once
    /// more, by somebody else (DSP-12).
    fn begin_again(&self, case: &Case, order: &WorkOrder, milestones: &[Milestone]) -> Result<(), Refusal> {
        let (facts, waiting) = (facts(case, order), self.waiting(case)?);
        for rule in starting(&self.config.rules, facts, Occasion::Opened) {
            let milestone = rule.clock.milestone;
            if !milestones.contains(&milestone) || waiting.contains(&milestone) {
                continue;
            }
            let promised = facts.promised(milestone);
            let begun = clock::start(&rule.clock, self.now, self.now, promised, &self.config.calendar);
            begun.map_or(Ok(()), |begun| self.add_clock(case, begun))?;
        }
        Ok(self.tx.refresh_queue_times(case.id)?)
    }
}

/// What the rules look at.
fn facts(case: &Case, order: &WorkOrder) -> Facts {
    Facts::work_order(order.urgency, order.equipment, case.wanted_by, order.arrive_by)
}

/// What has been done with it, in the order in which it is done.
fn times(order: &WorkOrder) -> [(Milestone, Option<Time>); 7] {
    [
        (Milestone::Send, order.sent_at),
        (Milestone::Receive, order.signed_at),
        (Milestone::Contact, order.contacted_at),
        (Milestone::Depart, order.departed_at),
        (Milestone::Arrive, order.arrived_at),
        (Milestone::Check, order.checked_at),
        (Milestone::Finish, order.finished_at),
    ]
}

/// What need not be done any more: who is there has set out, and has the resident before him.
fn done(order: &WorkOrder) -> Vec<Milestone> {
    let came = |milestone| order.arrived_at.is_some() && matches!(milestone, Milestone::Depart | Milestone::Contact);
    let done = times(order).into_iter().filter(|(milestone, time)| time.is_some() || came(*milestone));
    done.map(|(milestone, _)| milestone).collect()
}

/// The same up to `last`.
fn times_until(order: &WorkOrder, last: Milestone) -> Vec<(Milestone, Option<Time>)> {
    let times = times(order);
    let end = times.iter().position(|(milestone, _)| *milestone == last).map_or(times.len(), |at| at + 1);
    times[..end].to_vec()
}
