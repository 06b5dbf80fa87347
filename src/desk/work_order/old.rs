//! 旧派工单: bringing in the work orders of an older ledger (DSP-01, ESC-13). Must not know from which file they came.
use super::facts;
use crate::desk::answer::Done;
use crate::desk::opening::{NewCase, faultless, needed};
use crate::desk::perform::Turn;
use crate::desk::refusal::{Fault, FaultWhy, Refusal};
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::Milestone;
use crate::model::staff::{Role, Staff};
use crate::model::when::show_time;
use crate::model::work_order::{OldWorkOrder, Place, WorkOrder};
use crate::rules::duties::Occasion;

/// The kind of job where the older ledger names none.
const UNNAMED: &str = "other";

impl Turn<'_, '_> {
    /// Brings in a work order from an older ledger. A finished one is history: it has no clocks, and nobody is owed a word,
    /// a sheet or a callback. One that is not finished goes to the board as if it had come in now: what was late on the
    /// older ledger was late there (ESC-13).
    pub fn import_work_order(&mut self, old: &OldWorkOrder) -> Result<Done, Refusal> {
        faultless([needed("finished_at", old.result.is_some() && old.finished_at.is_none())])?;
        faultless(self.out_of_order(old))?;
        let job = self.job(old.job.as_deref().unwrap_or(UNNAMED))?;
        if self.tx.has_old_number(Register::WorkOrder, &old.old_number)? {
            return Err(Refusal::AlreadyThere(old.old_number.clone()));
        }
        let known = self.known_by(old.done_by.as_deref())?;
        let department = old.department.or(known.as_ref().and_then(|one| one.department)).unwrap_or(job.department);
        let stranger = old.done_by.as_deref().filter(|_| known.is_none());
        let detail: Vec<&str> = old.detail.as_deref().into_iter().chain(stranger).collect();
        let detail = Some(detail.join("\n")).filter(|text| !text.is_empty());
        let mut case = self.add_case(&NewCase {
            register: Register::WorkOrder,
            unit: old.unit.as_deref(),
            name: old.name.as_deref(),
            phone: old.phone.as_deref(),
            matter: &old.matter,
            detail: detail.as_deref(),
            channel: old.channel.unwrap_or(Channel::Phone),
            department: Some(department),
            owner: Role::Receptionist,
            harm: false,
            received_at: Some(old.received_at),
            wanted_by: None,
            old_number: Some(&old.old_number),
            day: self.config.calendar.local_date(old.received_at),
        })?;
        let mut order = WorkOrder {
            job: job.id.clone(),
            urgency: old.urgency.unwrap_or(job.urgency),
            equipment: job.equipment,
            ..WorkOrder::default()
        };
        match old.finished_at {
            Some(_) => self.close_old(&mut case, &mut order, old, known)?,
            None => self.go_on(&mut case, &mut order, known)?,
        }
        self.tx.set_case(&case)?;
        self.tx.set_detail(case.id, &order)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Times that cannot have been so: before it was received, or before what came earlier.
    fn out_of_order(&self, old: &OldWorkOrder) -> Vec<Option<Fault>> {
        let times = [
            ("contacted_at", Milestone::Contact, old.contacted_at),
            ("arrived_at", Milestone::Arrive, old.arrived_at),
            ("finished_at", Milestone::Finish, old.finished_at),
        ];
        let zone = self.config.calendar.zone;
        let fault = |place: usize| {
            let (field, _, at) = times[place];
            let earlier = times[..place].iter().filter_map(|(_, milestone, time)| Some((*milestone, (*time)?)));
            let why = match (at?, earlier.max_by_key(|(_, time)| *time)) {
                (at, _) if at < old.received_at => FaultWhy::BeforeMatter,
                (at, Some((after, time))) if at < time => {
                    FaultWhy::OutOfOrder { after, at: show_time(time, zone, self.now) }
                }
                _ => return None,
            };
            Some(Fault { field: field.to_owned(), why })
        };
        (0..times.len()).map(fault).collect()
    }

    /// Whoever did it, if the staff has one of this login, or just one of this name; who has left counts too.
    fn known_by(&self, done_by: Option<&str>) -> Result<Option<Staff>, Refusal> {
        let Some(done_by) = done_by else { return Ok(None) };
        if let Some(known) = self.tx.staff_member(done_by)? {
            return Ok(Some(known));
        }
        let mut named = self.tx.staff()?.into_iter().filter(|one| one.name == done_by);
        Ok(named.next().filter(|_| named.next().is_none()))
    }

    /// Not finished yet: it waits on the board, or is with the technician who has it, if he is still there. What was done
    /// before stands in the journal, and is not counted as done in the round that begins here.
    fn go_on(&mut self, case: &mut Case, order: &mut WorkOrder, known: Option<Staff>) -> Result<(), Refusal> {
        self.tx.add_detail(case.id, order)?;
        self.start_clocks(case, &facts(case, order), Occasion::Opened, self.now)?;
        let Some((department, known)) = case.department.zip(known) else { return Ok(()) };
        if self.technician_fault(department, Some(&known.login))?.is_none() {
            self.give(case, order, department, Some(&known.login), self.now)?;
            self.enter(case, State::Sent);
        }
        Ok(())
    }

    /// Done on the older ledger: with all its paper filed, and nobody owed anything.
    fn close_old(
        &mut self,
        case: &mut Case,
        order: &mut WorkOrder,
        old: &OldWorkOrder,
        known: Option<Staff>,
    ) -> Result<(), Refusal> {
        *order = WorkOrder {
            technician: known.map(|one| one.login),
            contacted_at: old.contacted_at,
            arrived_at: old.arrived_at,
            finished_at: old.finished_at,
            result: old.result.clone(),
            satisfied: old.satisfied,
            stub_at: Place::Filed,
            department_copy_at: Place::Filed,
            resident_copy_at: Place::Resident,
            ..order.clone()
        };
        case.handler.clone_from(&order.technician);
        case.state = State::Closed;
        case.closed_at = old.finished_at;
        Ok(self.tx.add_detail(case.id, order)?)
    }
}
