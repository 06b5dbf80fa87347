//! 特约服务: from the request to the last callback (LED-07).
use super::answer::{Done, Hint};
use super::opening::{NewCase, Origin, faultless, somebody};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::callback::{Callback, CallbackKind};
use crate::model::case::{Case, Register, State};
use crate::model::clock::{StopReason, Time};
use crate::model::service::{NewService, Service};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion};
use serde_json::json;

impl Turn<'_, '_> {
    /// Begins one that came straight to its register.
    pub fn file_service(&mut self, new: &NewService) -> Result<Done, Refusal> {
        faultless([somebody(new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref()), out_of_order(new)])?;
        let number = self.open_service(new, Origin::No)?;
        let case = self.tx.case_by_number(&number)?.ok_or(Refusal::NoSuchCase(number))?;
        let owed = self.tx.offspring(case.id)?.into_iter().map(|callback| callback.number).collect();
        Ok(self.done(&case, owed))
    }

    /// Adds one with its clock, its mid-term callback and its link, and returns its number.
    pub fn open_service(&mut self, new: &NewService, from: Origin) -> Result<String, Refusal> {
        faultless([out_of_order(new)])?;
        let case = self.add_case(&NewCase {
            register: Register::Service,
            unit: new.unit.as_deref(),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: new.detail.as_deref(),
            channel: new.channel,
            department: Some(new.department),
            owner: Role::Department,
            harm: false,
            received_at: new.received_at,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        let service = Service { starts_at: new.starts_at, ends_at: new.ends_at, ..Service::default() };
        self.tx.add_detail(case.id, &service)?;
        let facts = Facts::service(service.ends_at, false);
        self.start_clocks(&case, &facts, Occasion::Opened, case.received_at)?;
        self.link(from, &case)?;
        self.owe_mid_term(&case, &service)?;
        self.hint_if_late(&case)?;
        Ok(case.number)
    }

    /// The mid-term callback is owed from the first day on, due half-way (CBK-01). Where that is past when it is
    /// entered, half-way of what is left; a service that is over has no mid-term.
    fn owe_mid_term(&mut self, case: &Case, service: &Service) -> Result<(), Refusal> {
        let Some(due) = self.mid_term(case, service) else { return Ok(()) };
        self.enter_lottery(case, CallbackKind::ServiceMid, None, Some(due), &mut Vec::new())
    }

    /// When the middle of a service is asked about.
    pub fn mid_term(&self, case: &Case, service: &Service) -> Option<Time> {
        let ends_at = service.ends_at.filter(|end| *end > self.now)?;
        let middle = |from: Time| from + (ends_at - from) / 2;
        let half = middle(service.starts_at.unwrap_or(case.received_at));
        Some(if half > self.now { half } else { middle(self.now) })
    }

    /// A step on one.
    pub fn service_step(
        &mut self,
        case: &mut Case,
        service: &mut Service,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::RecordHandling { note } => service.handling = Some(note.clone()),
            Step::FollowUpService { note } => {
                service.quality = Some(note.clone());
                service.followed_up += 1;
            }
            Step::ForwardToDepartment { department, .. } => {
                case.department = Some(*department);
                case.owner = Role::Department;
            }
            Step::DispatchWork { .. } => linked.push(self.dispatch_work(case, step)?),
            Step::Finish { result } => self.finish_service(case, service, result, linked)?,
            Step::CloseAsUnable { reason } => {
                self.stop_all(case, StopReason::Judged)?;
                self.drop_callbacks(case)?;
                service.result = Some(reason.clone());
                self.end_origins(case, Some(reason))?;
            }
            Step::Reopen { .. } => self.reopen_service(case, service)?,
            _ => {}
        }
        Ok(())
    }

    /// Done: the resident is asked at the end (CBK-01). A mid-term callback that nobody made until now would ask about
    /// what is over; it is dropped, and the record says why. Where the share leaves the resident out (CBK-02), nothing is
    /// waited for.
    fn finish_service(
        &mut self,
        case: &mut Case,
        service: &mut Service,
        result: &str,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Reached)?;
        let mut waiting = self.tx.offspring(case.id)?;
        waiting.retain(|one| one.register == Register::Callback && matches!(one.state, State::Due | State::Appointed));
        self.drop_callbacks(case)?;
        for callback in waiting {
            let record = json!({ "do": "drop_callback", "number": callback.number, "about": "service_mid" });
            self.journal(&record, "system")?;
        }
        service.result = Some(result.to_owned());
        service.finished_at = Some(self.now);
        case.owner = Role::Receptionist;
        self.enter(case, State::Solved);
        self.enter_lottery(case, CallbackKind::ServiceEnd, None, None, linked)?;
        if self.is_to_be_asked(case)? {
            self.hint = Some(Hint::AwaitsCallback);
            return Ok(());
        }
        self.enter(case, State::Closed);
        self.end_origins(case, Some(result))
    }

    /// The resident was asked (CBK-01). At the end: satisfied closes it, not satisfied opens it again. At mid-term
    /// what was said is its quality so far.
    pub fn service_asked(
        &mut self,
        case: &mut Case,
        service: &mut Service,
        callback: &Callback,
    ) -> Result<(), Refusal> {
        let Some(satisfied) = callback.satisfied else { return Ok(()) };
        match callback.kind {
            CallbackKind::ServiceMid if case.state.is_open() => {
                let said = [&callback.said, &callback.shortcomings].into_iter().flatten();
                let said = said.map(String::as_str).collect::<Vec<_>>().join("\n");
                service.quality = Some(said).filter(|said| !said.is_empty()).or(service.quality.take());
                if !satisfied {
                    self.hint = Some(Hint::MidTermPoor);
                }
                Ok(())
            }
            // One that was closed unasked may be drawn later (CBK-02).
            CallbackKind::ServiceEnd if matches!(case.state, State::Solved | State::Closed) => {
                service.satisfied = Some(satisfied);
                if satisfied && case.state == State::Closed {
                    Ok(())
                } else if satisfied {
                    self.stop_all(case, StopReason::Reached)?;
                    self.enter(case, State::Closed);
                    self.end_origins(case, service.result.as_deref())
                } else {
                    self.enter(case, State::Handling);
                    self.reopen_service(case, service)
                }
            }
            _ => Ok(()),
        }
    }

    /// Back to work with fresh clocks; what the round before came to is kept (ESC-10). An end that is past belongs to
    /// that round.
    fn reopen_service(&mut self, case: &mut Case, service: &mut Service) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Superseded)?;
        self.drop_callbacks(case)?;
        self.next_cycle(case, service)?;
        *service = Service {
            starts_at: service.starts_at,
            ends_at: service.ends_at.filter(|end| *end > self.now),
            followed_up: service.followed_up,
            reopened: service.reopened + 1,
            ..Service::default()
        };
        case.owner = Role::Department;
        self.start_clocks(case, &Facts::service(service.ends_at, true), Occasion::Opened, self.now)?;
        // Half-way of what is left: the middle of the whole was asked about in the round before.
        self.owe_mid_term(case, &Service { starts_at: Some(self.now), ..service.clone() })?;
        self.hint = Some(Hint::Reopened);
        self.reopen_origins(case)
    }
}

/// A service ends after it has begun, and neither lies before it was asked for.
fn out_of_order(new: &NewService) -> Option<Fault> {
    let fault = |field: &str, why| Some(Fault { field: field.to_owned(), why });
    let (begun, over) = (new.starts_at, new.ends_at);
    let before = |time: Option<Time>| time.zip(new.received_at).is_some_and(|(time, received)| time < received);
    match (begun, over) {
        _ if before(begun) => fault("starts_at", FaultWhy::BeforeMatter),
        _ if before(over) => fault("ends_at", FaultWhy::BeforeMatter),
        (Some(begun), Some(over)) if over <= begun => fault("ends_at", FaultWhy::EndsFirst),
        _ => None,
    }
}
