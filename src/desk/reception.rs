//! 接待登记: taking a matter in, and what can be done with it (REC-01 to REC-10).
use super::answer::{Done, Hint};
use super::courses::check;
use super::opening::NewCase;
use super::perform::Turn;
use super::refusal::Refusal;
use super::steps::{need, something};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::reception::{Course, MatterKind, NewReception, Reception};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion};

impl Turn<'_, '_> {
    /// Takes in a matter. Staff of any post may (REC-02).
    pub fn take_reception(&mut self, new: &NewReception) -> Result<Done, Refusal> {
        check(new)?;
        let case = self.add_case(&NewCase {
            register: Register::Reception,
            unit: new.unit.as_deref(),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: new.detail.as_deref(),
            channel: new.channel,
            department: new.department,
            owner: if new.department.is_some() { Role::Department } else { Role::Receptionist },
            harm: new.harm && new.course == Course::Complaint,
            received_at: new.received_at,
            wanted_by: new.wanted_by,
            old_number: None,
            day: self.today(),
        })?;
        let reception = Reception {
            kind: new.kind,
            relayed_by: new.relayed_by.clone(),
            course: new.course,
            result: new.result.clone().filter(|_| new.course == Course::Answered),
            ..Reception::default()
        };
        self.tx.add_detail(case.id, &reception)?;
        self.set_out(case, reception, new)
    }

    /// Starts the clock of a promised reply (REC-04).
    pub fn promise(
        &mut self,
        case: &Case,
        reception: &mut Reception,
        at: Option<Time>,
        from: Time,
    ) -> Result<(), Refusal> {
        let facts = Facts::reception(case.wanted_by, at);
        self.start_clocks(case, &facts, Occasion::Promised, from)?;
        let running = self.tx.running_clocks(case.id)?;
        reception.promised_at =
            running.iter().find(|clock| clock.milestone == Milestone::Reply).map(|clock| clock.due_at).or(at);
        reception.moved_to = None;
        Ok(())
    }

    /// A step on a reception.
    pub fn reception_step(
        &mut self,
        case: &mut Case,
        reception: &mut Reception,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let handed_over = reception.course.register().is_some();
        if handed_over && !matches!(step, Step::RecordHandling { .. } | Step::Reopen { .. }) {
            // The end of what was made of it is the reception's end; until then nothing may cut the two apart.
            return Err(Refusal::First(vec![reception.course.end()]));
        }
        match step {
            Step::RecordHandling { note } => reception.handling = Some(note.clone()),
            Step::ReplyToResident { said } => self.reply(case, reception, said)?,
            Step::Finish { result } => self.finish(case, reception, result)?,
            Step::PromiseReply { promised_at, phone } => self.promise_reply(case, reception, *promised_at, phone)?,
            Step::ForwardToDepartment { department, .. } => {
                case.department = Some(*department);
                case.owner = Role::Department;
                reception.course = Course::Forwarded;
            }
            Step::TurnIntoComplaint { .. }
            | Step::DispatchWork { .. }
            | Step::TurnIntoService { .. }
            | Step::TurnIntoEmergency { .. }
            | Step::JoinIncident { .. } => self.hand_on(case, reception, step, linked)?,
            Step::DecideSuggestion { adopted, note } => {
                something(reception.kind == MatterKind::Suggestion)?;
                reception.adopted = Some(*adopted);
                reception.handling = Some(note.clone());
                reception.told_at = None;
            }
            Step::CloseAsUnable { reason } => {
                self.stop_all(case, StopReason::Judged)?;
                reception.result = Some(reason.clone());
            }
            Step::Reopen { .. } => self.reopen_reception(case, reception)?,
            _ => {}
        }
        Ok(())
    }

    fn reply(&mut self, case: &Case, reception: &mut Reception, said: &str) -> Result<(), Refusal> {
        self.reach(case, Milestone::Reply)?;
        reception.handling = Some(said.to_owned());
        if reception.adopted.is_some() {
            reception.told_at = Some(self.now);
        }
        Ok(())
    }

    /// Done: but not while a promised reply is still owed, nor a suggestion whose author knows nothing of it yet
    /// (REC-09, ESC-12).
    fn finish(&mut self, case: &Case, reception: &mut Reception, result: &str) -> Result<(), Refusal> {
        if self.waiting(case)?.contains(&Milestone::Reply) {
            return Err(Refusal::First(vec![Milestone::Reply]));
        }
        if reception.kind == MatterKind::Suggestion && (reception.adopted.is_none() || reception.told_at.is_none()) {
            return Err(Refusal::DecideFirst);
        }
        self.stop_all(case, StopReason::Reached)?;
        reception.result = Some(result.to_owned());
        Ok(())
    }

    fn promise_reply(
        &mut self,
        case: &mut Case,
        reception: &mut Reception,
        at: Option<Time>,
        phone: &Option<String>,
    ) -> Result<(), Refusal> {
        something(!self.waiting(case)?.contains(&Milestone::Reply))?;
        need("phone", case.phone.is_none() && phone.is_none())?;
        if phone.is_some() {
            case.phone.clone_from(phone);
        }
        self.promise(case, reception, at, self.now)
    }

    /// Opened again: a new cycle with fresh clocks (ESC-10).
    fn reopen_reception(&mut self, case: &mut Case, reception: &mut Reception) -> Result<(), Refusal> {
        something(reception.course.register().is_none())?;
        self.next_cycle(case, reception)?;
        *reception = Reception {
            kind: reception.kind,
            relayed_by: reception.relayed_by.take(),
            course: own_course(case),
            ..Reception::default()
        };
        self.start_clocks(case, &Facts::reception(case.wanted_by, None), Occasion::Opened, self.now)?;
        self.hint = Some(Hint::Reopened);
        Ok(())
    }

    /// What was made of a reception has ended: so has the reception, and both show it (REC-03).
    pub fn end_origins(&mut self, ended: &Case, result: Option<&str>) -> Result<(), Refusal> {
        for mut case in self.tx.origins(ended.id)? {
            let Some(mut reception) = self.tx.detail::<Reception>(case.id)? else { continue };
            if !case.state.is_open() || reception.course.register() != Some(ended.register) {
                continue;
            }
            reception.result = Some(result.unwrap_or(&ended.number).to_owned());
            self.stop_all(&case, StopReason::Superseded)?;
            self.enter(&mut case, State::Closed);
            self.tx.set_detail(case.id, &reception)?;
            self.save_case(&mut case, true)?;
            self.caller_rung_back(&case)?;
        }
        Ok(())
    }

    /// What was made of it by mistake is voided, or opened again: its reception is the desk's again, or
    /// waits for it again. Nothing is left without a clock by that.
    pub fn give_back(&mut self, voided: &Case) -> Result<(), Refusal> {
        for mut case in self.tx.origins(voided.id)? {
            let Some(mut reception) = self.tx.detail::<Reception>(case.id)? else { continue };
            if !case.state.is_open() || reception.course.register() != Some(voided.register) {
                continue;
            }
            reception.course = own_course(&case);
            self.tx.set_detail(case.id, &reception)?;
            self.resume_own(&case, &reception)?;
            self.save_case(&mut case, true)?;
        }
        Ok(())
    }

    /// The emergency is over: whoever called about it is the desk's again, with its own time and a reply that is owed
    /// (EMG-07, REC-04): that it is over is no answer to them (ESC-12). Returns their numbers.
    pub fn give_callers_back(&mut self, ended: &Case) -> Result<Vec<String>, Refusal> {
        let mut callers = Vec::new();
        for mut case in self.tx.origins(ended.id)? {
            let Some(mut reception) = self.tx.detail::<Reception>(case.id)? else { continue };
            if !case.state.is_open() || reception.course.register() != Some(ended.register) {
                continue;
            }
            reception.course = own_course(&case);
            let facts = Facts::reception(case.wanted_by, None);
            self.start_clocks(&case, &facts, Occasion::Opened, case.received_at)?;
            self.promise(&case, &mut reception, None, self.now)?;
            self.tx.set_detail(case.id, &reception)?;
            self.save_case(&mut case, true)?;
            self.tx.refresh_queue_times(case.id)?;
            callers.push(case.number);
        }
        Ok(callers)
    }

    /// The clocks that stopped when the reception became a complaint run again, from when the matter reached the
    /// staff: a wrong turn wins no time. So does a promised reply that is still owed (REC-04).
    fn resume_own(&mut self, case: &Case, reception: &Reception) -> Result<(), Refusal> {
        let facts = Facts::reception(case.wanted_by, reception.moved_to.or(reception.promised_at));
        self.start_clocks(case, &facts, Occasion::Opened, case.received_at)?;
        let replies = self.tx.clocks(case.id)?;
        let last = replies.iter().rev().find(|clock| clock.milestone == Milestone::Reply && clock.cycle == case.cycle);
        let owed = last.and_then(|clock| clock.stopped).is_some_and(|stopped| stopped.why == StopReason::Superseded);
        if owed {
            self.start_clocks(case, &facts, Occasion::Promised, case.received_at)?;
        }
        Ok(())
    }

    /// What was made of a reception is opened again: the reception that had ended with it waits for it again.
    pub fn reopen_origins(&mut self, reopened: &Case) -> Result<(), Refusal> {
        for mut case in self.tx.origins(reopened.id)? {
            let Some(mut reception) = self.tx.detail::<Reception>(case.id)? else { continue };
            if case.state == State::Closed && reception.course.register() == Some(reopened.register) {
                reception.result = None;
                self.tx.set_detail(case.id, &reception)?;
                self.enter(&mut case, State::Handling);
                self.save_case(&mut case, true)?;
            }
        }
        Ok(())
    }
}

/// The course of a reception that is nobody else's: the department's, or the desk's.
fn own_course(case: &Case) -> Course {
    if case.department.is_some() { Course::Forwarded } else { Course::Desk }
}
