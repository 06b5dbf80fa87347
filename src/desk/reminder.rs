//! 催缴: whom, how often, when next, what was promised (LED-06). Keeps no books: the desk knows no sums.
use super::answer::{Done, Part};
use super::entries::Line;
use super::opening::{NewCase, faultless};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use super::steps::need;
use super::tidy::listed_name;
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::entry::EntryKind;
use crate::model::reminder::{How, NewReminder, Reminder};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion};
use serde_json::json;

impl Turn<'_, '_> {
    /// Begins to remind a household of a fee: one case a household and fee, as long as it is open.
    pub fn begin_reminder(&mut self, new: &NewReminder) -> Result<Done, Refusal> {
        let known = self.tx.reminder_of(&new.unit, &new.fee)?;
        let early = new.next_at.zip(new.received_at).is_some_and(|(next, received)| next <= received);
        let fault = |field: &str, why| Fault { field: field.to_owned(), why };
        faultless([
            known.map(|number| fault("fee", FaultWhy::StillOpen(number))),
            early.then(|| fault("next_at", FaultWhy::BeforeMatter)),
        ])?;
        let fee = listed_name(self.config, "fee", &new.fee, self.config.screen.language);
        let case = self.add_case(&NewCase {
            register: Register::Reminder,
            unit: Some(&new.unit),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: new.matter.as_ref().unwrap_or(&fee),
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
        let mut reminder = Reminder { fee: new.fee.clone(), ..Reminder::default() };
        self.note_next(&case, &mut reminder, new.next_at, case.received_at)?;
        self.tx.add_detail(case.id, &reminder)?;
        self.hint_if_late(&case)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Put right, it must not become a second one of the household that it turns out to be of.
    pub fn may_be_of(&self, case: &Case, part: &Part, unit: Option<&str>) -> Result<(), Refusal> {
        let (Part::Reminder(reminder), Some(unit)) = (part, unit) else { return Ok(()) };
        let other = self.tx.reminder_of(unit, &reminder.fee)?.filter(|number| *number != case.number);
        match other.filter(|_| case.state.is_open()) {
            Some(number) => Err(Refusal::field("unit", FaultWhy::StillOpen(number))),
            None => Ok(()),
        }
    }

    /// A step on one.
    pub fn reminder_step(
        &mut self,
        case: &mut Case,
        reminder: &mut Reminder,
        step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::Remind { how, said, next_at } => self.remind(case, reminder, *how, said.as_deref(), *next_at),
            Step::PromisePayment { promised_at, .. } => self.promise_payment(case, reminder, *promised_at),
            Step::RecordPayment { note, at } => {
                let at = self.step_time(case, *at, &[])?;
                reminder.paid_at = Some(at);
                reminder.result.clone_from(note);
                self.stop_paid(case, at)
            }
            Step::CloseAsUnable { reason } => {
                reminder.result = Some(reason.clone());
                self.stop_all(case, StopReason::Judged).map(drop)
            }
            _ => Ok(()),
        }
    }

    /// Reminded: it is counted and stands on a line. A promise that stands is waited for; beside it the next reminder has a
    /// time only where somebody names one.
    fn remind(
        &mut self,
        case: &mut Case,
        reminder: &mut Reminder,
        how: How,
        said: Option<&str>,
        next_at: Option<Time>,
    ) -> Result<(), Refusal> {
        need("said", matches!(how, How::Phone | How::Visit) && said.is_none())?;
        self.break_promise(case, reminder)?;
        reminder.reminded += 1;
        reminder.reminded_at = Some(self.now);
        let line = format!("{} {}", <&str>::from(how), said.unwrap_or_default());
        self.write_line(case, &Line::of(EntryKind::Reminded, line.trim_end()))?;
        self.reach(case, Milestone::Remind)?;
        reminder.next_at = None;
        if next_at.is_some() || reminder.promise().is_none() {
            self.note_next(case, reminder, next_at, self.now)?;
        }
        let state = if reminder.promise().is_some() { State::Promised } else { State::Reminding };
        self.enter(case, state);
        Ok(())
    }

    /// Promised: until then nobody has to be reminded. One that stands is moved with a reason instead (ESC-11).
    fn promise_payment(&mut self, case: &Case, reminder: &mut Reminder, by: Time) -> Result<(), Refusal> {
        self.break_promise(case, reminder)?;
        if reminder.promise().is_some() {
            return Err(Refusal::field("promised_at", FaultWhy::PromiseStands));
        }
        self.stop_all(case, StopReason::Superseded)?;
        reminder.next_at = None;
        reminder.promised_at = Some(by);
        self.start_clocks(case, &Facts::reminder(None, Some(by)), Occasion::Promised, self.now).map(drop)
    }

    /// A promise that has gone by is counted once somebody deals with the household again.
    fn break_promise(&mut self, case: &Case, reminder: &mut Reminder) -> Result<(), Refusal> {
        if !reminder.is_broken(self.now) {
            return Ok(());
        }
        self.was.insert("promised_at".to_owned(), json!(reminder.promised_at.take()));
        reminder.moved_to = None;
        reminder.broken += 1;
        self.stop_where(case, self.now, StopReason::Superseded, |clock| clock.milestone == Milestone::Pay).map(drop)
    }

    /// Starts the clock of the next reminder; what the rule says for it is what stands on the record.
    fn note_next(
        &self,
        case: &Case,
        reminder: &mut Reminder,
        next_at: Option<Time>,
        from: Time,
    ) -> Result<(), Refusal> {
        self.start_clocks(case, &Facts::reminder(next_at, None), Occasion::Opened, from)?;
        let running = self.tx.running_clocks(case.id)?;
        let next = running.iter().find(|clock| clock.milestone == Milestone::Remind);
        reminder.next_at = next.map(|clock| clock.due_at).or(next_at);
        Ok(())
    }

    /// A payment counts from when it was made; but not from before it was promised, or the household reminded.
    fn stop_paid(&self, case: &Case, at: Time) -> Result<(), Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let at = running.iter().map(|clock| clock.armed_at).fold(at, Time::max);
        self.stop_where(case, at, StopReason::Reached, |_| true).map(drop)
    }
}
