//! Steps on a case: the table says who may take which from where; the registers say what it changes.
use super::action::CaseRef;
use super::answer::{Done, Hint, Part};
use super::ask::{known, part};
use super::opening::{building, case_words, needed};
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Clock, Milestone, StopReason, Time};
use crate::model::span::Within;
use crate::model::step::{Next, SUPERVISION, Step, StepKind, StepRow};
use crate::model::unit::{UnitCode, building_in};
use crate::store::cases::PauseRow;
use serde_json::json;

impl Turn<'_, '_> {
    /// Takes a step: role, version and state are looked at in this order, since each makes the next one moot.
    pub fn take_step(&mut self, reference: &CaseRef, step: &Step) -> Result<Done, Refusal> {
        let found = self.tx.case_by_number(&reference.number)?;
        let mut case = found.ok_or_else(|| Refusal::NoSuchCase(reference.number.clone()))?;
        let kind = StepKind::from(step);
        if let Some(callback) = self.callback_meant(&case, kind)? {
            return self.take_step(&CaseRef { number: callback, version: None }, step);
        }
        let row = StepRow::find(kind, case.register).ok_or(Refusal::NotHere { step: kind, register: case.register })?;
        self.allow(row.by)?;
        self.same_version(&case, reference.version)?;
        if !row.from.contains(&case.state) {
            return Err(Refusal::WrongState { state: case.state, from: row.from.to_vec() });
        }
        let mut part = part(self.tx, &case)?;
        self.settle(&mut case, &mut part)?;
        let mut linked = Vec::new();
        if !self.common_step(&mut case, &mut part, step)? {
            match &mut part {
                Part::Reception(reception) => self.reception_step(&mut case, reception, step, &mut linked)?,
                Part::Complaint(complaint) => self.complaint_step(&mut case, complaint, step, &mut linked)?,
                Part::Review(review) => self.review_step(&mut case, review, step)?,
                Part::WorkOrder(order) => self.work_order_step(&mut case, order, step, &mut linked)?,
                Part::Emergency(emergency) => self.emergency_step(&mut case, emergency, step, &mut linked)?,
                Part::Key(key) => self.house_key_step(&mut case, key, step, &mut linked)?,
                Part::Callback(callback) => self.callback_step(&mut case, callback, step, &mut linked)?,
                Part::Service(service) => self.service_step(&mut case, service, step, &mut linked)?,
                Part::Visit(visit) => self.visit_step(&mut case, visit, step, &mut linked)?,
                Part::Handover(handover) => self.handover_step(&mut case, handover, step, &mut linked)?,
                Part::Stocktake(stocktake) => self.stocktake_step(&mut case, stocktake, step, &mut linked)?,
                Part::Pass(pass) => self.pass_step(&mut case, pass, step, &mut linked)?,
                Part::Reminder(reminder) => self.reminder_step(&mut case, reminder, step, &mut linked)?,
                Part::Removed => {}
            }
        }
        if let Next::To(state) = row.to {
            self.enter(&mut case, state);
        }
        self.save_part(&case, &part)?;
        self.save_case(&mut case, !matches!(kind, StepKind::Acknowledge | StepKind::AddNote | StepKind::Reveal))?;
        self.tx.refresh_queue_times(case.id)?;
        self.caller_rung_back(&case)?;
        Ok(self.done(&case, linked))
    }

    /// Puts a case into a state; the time of the end belongs to it.
    pub fn enter(&self, case: &mut Case, state: State) {
        case.closed_at = if state.is_open() { None } else { case.closed_at.or(Some(self.now)) };
        case.state = state;
    }

    fn same_version(&self, case: &Case, seen: Option<i64>) -> Result<(), Refusal> {
        if seen.is_none_or(|seen| seen == case.version) {
            return Ok(());
        }
        let (by, at) = self.tx.last_change(case.id)?.unwrap_or_else(|| (case.acceptor.clone(), case.entered_at));
        Err(Refusal::Conflict { number: case.number.clone(), by, at, version: case.version })
    }

    pub(super) fn save_part(&self, case: &Case, part: &Part) -> Result<(), Refusal> {
        let saved = match part {
            Part::Reception(reception) => self.tx.set_detail(case.id, reception),
            Part::Complaint(complaint) => self.tx.set_detail(case.id, complaint.as_ref()),
            Part::Review(review) => self.tx.set_detail(case.id, review),
            Part::WorkOrder(order) => self.tx.set_detail(case.id, order.as_ref()),
            Part::Emergency(emergency) => self.tx.set_detail(case.id, emergency.as_ref()),
            Part::Key(key) => self.tx.set_detail(case.id, key.as_ref()),
            Part::Callback(callback) => self.tx.set_detail(case.id, callback.as_ref()),
            Part::Service(service) => self.tx.set_detail(case.id, service),
            Part::Visit(visit) => self.tx.set_detail(case.id, visit),
            Part::Handover(handover) => self.tx.set_detail(case.id, handover),
            Part::Stocktake(stocktake) => self.tx.set_detail(case.id, stocktake),
            Part::Pass(pass) => self.tx.set_detail(case.id, pass),
            Part::Reminder(reminder) => self.tx.set_detail(case.id, reminder),
            Part::Removed => Ok(()),
        };
        Ok(saved?)
    }

    /// Steps that mean the same in every register. Says whether it was one.
    fn common_step(&mut self, case: &mut Case, part: &mut Part, step: &Step) -> Result<bool, Refusal> {
        match step {
            Step::AddNote { .. } => {}
            Step::AssignHandler { handler } => self.assign(case, handler)?,
            Step::Acknowledge {} => self.note_crossed(case)?,
            Step::Pause { until, reason } => self.pause(case, *until, reason)?,
            Step::Resume {} => {
                something(self.resume_clocks(case)?)?;
                self.tx.end_pause(case.id, self.now, &self.me.login)?;
            }
            Step::Correct { .. } => self.correct(case, part, step)?,
            Step::MovePromise { promised_at, told, .. } => self.move_promise(case, part, *promised_at, *told)?,
            Step::Void { .. } => {
                settled(part)?;
                self.void(case)?;
                if let Part::Pass(pass) = part {
                    pass.is_out = false;
                }
            }
            Step::Reveal { field } => self.reveal(case, *field)?,
            _ => return Ok(false),
        }
        // A complaint keeps beside its clocks when it becomes major, so it must hear of what moves them.
        let moves = matches!(step, Step::Pause { .. } | Step::Resume {} | Step::Void { .. });
        Ok(!(case.register == Register::Complaint && moves))
    }

    /// A wrong entry (SEC-04): the desk voids its own open ones; another's, or one that has ended, the supervisor.
    fn void(&mut self, case: &mut Case) -> Result<(), Refusal> {
        if !case.state.is_open() || case.acceptor != self.me.login {
            self.allow(SUPERVISION)?;
        }
        self.may_void_callback(case)?;
        self.stop_all(case, StopReason::Voided)?;
        case.harm = false;
        self.drop_callbacks(case)?;
        self.leave_lottery(case)?;
        self.order_gone(case)?;
        self.give_back(case)
    }

    fn assign(&mut self, case: &mut Case, handler: &str) -> Result<(), Refusal> {
        if known(self.tx, handler).is_err() {
            return Err(Refusal::field("handler", FaultWhy::NoSuchStaff));
        }
        self.was.insert("handler".to_owned(), json!(case.handler));
        case.handler = Some(handler.to_owned());
        Ok(())
    }

    fn pause(&mut self, case: &Case, until: Time, reason: &str) -> Result<(), Refusal> {
        something(self.pause_clocks(case, until)?)?;
        self.tx.end_pause(case.id, self.now, &self.me.login)?;
        let pause = PauseRow {
            paused_at: self.now,
            until,
            reason: reason.to_owned(),
            paused_by: self.me.login.clone(),
            resumed_at: None,
        };
        Ok(self.tx.add_pause(case.id, &pause)?)
    }

    /// A correction adds: what stood there goes into the journal (SEC-01).
    fn correct(&mut self, case: &mut Case, part: &mut Part, step: &Step) -> Result<(), Refusal> {
        let Step::Correct { unit, name, phone, matter, detail, place, .. } = step else { return Ok(()) };
        self.may_be_of(case, part, unit.as_deref())?;
        let before = case.clone();
        let mut changed = false;
        let mut put = |field: &str, old: &mut Option<String>, new: &Option<String>| {
            if new.is_some() && new != old {
                self.was.insert(field.to_owned(), json!(old));
                old.clone_from(new);
                changed = true;
            }
        };
        put("unit", &mut case.unit, unit);
        put("name", &mut case.name, name);
        put("phone", &mut case.phone, phone);
        put("detail", &mut case.detail, detail);
        let mut line = Some(case.matter.clone());
        put("matter", &mut line, matter);
        case.matter = line.unwrap_or_default();
        let moved = place.as_ref().map_or(Ok(false), |place| self.correct_place(case, part, place, unit.is_some()))?;
        something(changed || moved)?;
        case.building = match &*part {
            Part::Emergency(part) => case.unit.as_deref().and_then(building).or_else(|| building_in(&part.place)),
            _ => case.unit.as_deref().and_then(building),
        };
        let card = match &*part {
            Part::Pass(pass) => Some(pass.pass_number.as_str()),
            _ => None,
        };
        if case_words(&before, card) != case_words(case, card) {
            self.tx.set_words(case.id, &case_words(case, card), true)?;
        }
        Ok(())
    }

    /// Where it is, typed in haste, is put right (EMG-01); the unit follows it unless that was put right by itself. Says
    /// whether it moved.
    fn correct_place(
        &mut self,
        case: &mut Case,
        part: &mut Part,
        place: &str,
        unit_said: bool,
    ) -> Result<bool, Refusal> {
        let Part::Emergency(part) = part else {
            let others = ["unit", "name", "phone", "matter", "detail", "reason"].map(str::to_owned);
            return Err(Refusal::field("place", FaultWhy::Unknown(others.to_vec())));
        };
        if part.place == place {
            return Ok(false);
        }
        self.was.insert("place".to_owned(), json!(part.place));
        place.clone_into(&mut part.place);
        if !unit_said {
            case.unit = UnitCode::parse(place).ok().map(|unit| unit.as_str().to_owned());
        }
        Ok(true)
    }

    /// Moves a promised time after the resident was told; the first promise stays the one that counts (ESC-11).
    fn move_promise(&mut self, case: &Case, part: &mut Part, to: Time, told: bool) -> Result<(), Refusal> {
        if !told {
            return Err(Refusal::field("told", FaultWhy::MustBeTrue));
        }
        let running = self.tx.running_clocks(case.id)?;
        let is_promise = |clock: &&Clock| match clock.within {
            Within::Promised => true,
            Within::PromisedOr(_) => clock.milestone == Milestone::Reply || case.wanted_by.is_some(),
            _ => false,
        };
        // A reply that is owed comes before a wish for the whole.
        let promised = running.iter().filter(is_promise);
        let first = promised.min_by_key(|clock| clock.milestone != Milestone::Reply).ok_or(Refusal::NothingToDo)?;
        self.was.insert("promised_at".to_owned(), json!(first.due_at));
        self.promise_again(case, first, to)?;
        match part {
            Part::Reception(reception) if first.milestone == Milestone::Reply => reception.moved_to = Some(to),
            Part::WorkOrder(order) => order.moved_to = Some(to),
            Part::Reminder(reminder) => {
                reminder.broken += u32::from(reminder.is_broken(self.now));
                reminder.moved_to = Some(to);
            }
            _ => {}
        }
        Ok(())
    }

    /// Keeps the result of the cycle that ends, and begins the next one (ESC-10).
    pub fn next_cycle(&mut self, case: &mut Case, result: &impl serde::Serialize) -> Result<(), Refusal> {
        let text = serde_json::to_string(result).map_err(|error| Refusal::NotAnAction(error.to_string()))?;
        self.tx.add_cycle(case, self.now, &text)?;
        case.cycle += 1;
        // A wish of the round before is past; a fresh clock must not be born overdue.
        case.wanted_by = case.wanted_by.filter(|wanted| *wanted > self.now);
        case.closed_at = None;
        Ok(())
    }

    /// Tells at once if a case is late as it is entered (ESC-13).
    pub fn hint_if_late(&mut self, case: &Case) -> Result<(), Refusal> {
        let late = self.tx.running_clocks(case.id)?.iter().any(|clock| clock.crosses_at() <= self.now);
        if late && self.hint.is_none() {
            self.hint = Some(Hint::LateAlready);
        }
        Ok(())
    }
}

/// What is held for a key or a pass is paid back or kept before it goes: nobody would be asked for it afterwards (KEY-06,
/// LED-04).
fn settled(part: &Part) -> Result<(), Refusal> {
    match part {
        Part::Key(key) if key.held() > 0 => Err(Refusal::DepositHeld(key.held())),
        Part::Pass(pass) if pass.held() > 0 => Err(Refusal::DepositHeld(pass.held())),
        _ => Ok(()),
    }
}

/// Refuses where nothing was done.
pub(super) fn something(done: bool) -> Result<(), Refusal> {
    if done { Ok(()) } else { Err(Refusal::NothingToDo) }
}

/// The fault of a field that is needed here.
pub(super) fn need(field: &str, missing: bool) -> Result<(), Refusal> {
    needed(field, missing).map_or(Ok(()), |fault| Err(Refusal::Fields(vec![fault])))
}
