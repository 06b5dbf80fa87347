//! 投诉: the steps that carry a complaint to its callback (CMP-02, CMP-08 to CMP-15), and what a rule does by itself (CMP-07).
use super::answer::{Hint, Part};
use super::opening::faultless;
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use super::steps::{need, something};
use crate::model::callback::Callback;
use crate::model::case::{Case, State};
use crate::model::clock::{Milestone, StopReason};
use crate::model::complaint::{Complaint, PlanState, Severity, Urgency, Validity};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion, complaint_owner, solved_owner};
use serde_json::json;

impl Turn<'_, '_> {
    /// Writes down what a rule did by itself since the case was last touched: a valid complaint whose month is
    /// over is major from that moment on (CMP-07). Looks and levels are right without this; only the record
    /// catches up here.
    pub fn settle(&mut self, case: &mut Case, part: &mut Part) -> Result<(), Refusal> {
        let Part::Complaint(complaint) = part else { return Ok(()) };
        let Some(at) = complaint.regrade_at.filter(|at| *at <= self.now) else { return Ok(()) };
        let was = complaint.severity;
        let old = Facts::complaint(was, complaint.urgency, case.wanted_by);
        let major = Facts::complaint(Severity::Major, complaint.urgency, case.wanted_by);
        let rules = &self.config.rules;
        let gone =
            |id: &str| rules.iter().any(|rule| rule.clock.id == id && old.match_rule(rule) && !major.match_rule(rule));
        self.stop_where(case, at, StopReason::Superseded, |clock| gone(&clock.rule) && clock.started_at <= at)?;
        complaint.severity = Severity::Major;
        complaint.proposed_major = false;
        complaint.regrade_at = None;
        case.owner = Role::Manager;
        self.save_part(case, part)?;
        self.save_case(case, false)?;
        let record = json!({ "do": "regrade_by_rule", "number": case.number, "severity": "major", "since": at, "was": { "severity": was } });
        self.journal(&record, "system")
    }

    /// A step on a complaint.
    pub fn complaint_step(
        &mut self,
        case: &mut Case,
        complaint: &mut Complaint,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::ContactResident { said, .. } => {
                need("said", said.is_none())?;
                self.reach(case, Milestone::Contact)?;
            }
            Step::ReplyToResident { .. } => {
                self.reach(case, Milestone::Contact)?;
                self.reach(case, Milestone::Reply)?;
            }
            Step::HandToSupervisor { .. } => self.with_supervisor(case, complaint)?,
            Step::ReportToHeadOffice { copied, .. } => {
                if !copied {
                    return Err(Refusal::field("copied", FaultWhy::MustBeTrue));
                }
                self.reach(case, Milestone::HeadOffice)?;
            }
            Step::ReportHarm { .. } => {
                something(!case.harm)?;
                case.harm = true;
                if complaint.urgency != Urgency::Urgent {
                    self.set_urgency(case, complaint, Urgency::Urgent)?;
                }
            }
            Step::StopHarm { .. } => {
                something(std::mem::take(&mut case.harm))?;
                complaint.harm_stopped_at = Some(self.now);
            }
            Step::ForwardToDepartment { department, .. } => {
                case.department = Some(*department);
                if case.owner < Role::Supervisor {
                    case.owner = Role::Department;
                }
            }
            Step::DispatchWork { .. } => linked.push(self.dispatch_work(case, step)?),
            Step::ReportProgress { .. } => complaint.untold += 1,
            Step::PassOnProgress { .. } => {
                something(complaint.untold > 0)?;
                complaint.untold = 0;
                self.reach(case, Milestone::Contact)?;
            }
            Step::NoteDispute { other_party, evidence, evidence_held_by } => {
                complaint.other_party = Some(other_party.clone());
                complaint.evidence = evidence.clone().or(complaint.evidence.take());
                complaint.evidence_held_by = evidence_held_by.clone().or(complaint.evidence_held_by.take());
            }
            Step::WritePlan { .. } | Step::DecidePlan { .. } => self.plan_step(case, complaint, step)?,
            Step::Complete { .. } => self.complete(case, complaint, step, linked)?,
            Step::SignRecord { .. } => self.sign(case, complaint)?,
            Step::ChangeSeverity { .. } | Step::ChangeUrgency { .. } | Step::ChangeCategory { .. } => {
                self.change_grade(case, complaint, step)?;
            }
            Step::JudgeValidity { validity, transferred_to, reason } => {
                self.judge(case, complaint, *validity, transferred_to.as_deref(), reason)?;
            }
            Step::Void { .. } => complaint.regrade_at = None,
            Step::Pause { .. } | Step::Resume {} => complaint.regrade_at = self.rearm(case)?,
            Step::Reopen { .. } => self.reopen_complaint(case, complaint, true)?,
            // Its callback has been asked already.
            Step::RecordCallback { .. } | Step::MakeAppointment { .. } => return Err(Refusal::NothingToDo),
            _ => {}
        }
        Ok(())
    }

    fn with_supervisor(&mut self, case: &mut Case, complaint: &Complaint) -> Result<(), Refusal> {
        self.reach(case, Milestone::WithSupervisor)?;
        case.owner = complaint_owner(complaint.severity, true, case.department);
        Ok(())
    }

    /// The supervisor writes the plan, the manager approves or returns it (CMP-10).
    fn plan_step(&mut self, case: &mut Case, complaint: &mut Complaint, step: &Step) -> Result<(), Refusal> {
        match step {
            Step::WritePlan { plan } => {
                complaint.plan = Some(plan.clone());
                complaint.plan_state = PlanState::Written;
                complaint.plan_comment = None;
                self.with_supervisor(case, complaint)
            }
            Step::DecidePlan { approved, note } => {
                something(complaint.plan_state == PlanState::Written)?;
                need("note", !approved && note.is_none())?;
                complaint.plan_state = if *approved { PlanState::Approved } else { PlanState::Returned };
                complaint.plan_comment.clone_from(note);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The handling report. What the procedure demands before the end has to be there: an internal note is no
    /// answer to the resident (CMP-12, ESC-12).
    fn complete(
        &mut self,
        case: &mut Case,
        complaint: &mut Complaint,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let Step::Complete { cause, measures, result, root_cause, prevention } = step else { return Ok(()) };
        let grave = complaint.severity >= Severity::Important;
        let demanded = |field: &str, missing: bool| {
            (grave && missing).then(|| Fault { field: field.to_owned(), why: FaultWhy::GradeNeedsIt })
        };
        faultless([demanded("root_cause", root_cause.is_none()), demanded("prevention", prevention.is_none())])?;
        let first = [Milestone::Contact, Milestone::HeadOffice, Milestone::Reply];
        let mut waiting = self.waiting(case)?;
        waiting.retain(|milestone| first.contains(milestone));
        if !waiting.is_empty() {
            return Err(Refusal::First(waiting));
        }
        // Solved; and the finished record goes to the supervisor, who has it from here on (CMP-04, CMP-13).
        self.stop_all(case, StopReason::Reached)?;
        complaint.cause = Some(cause.clone());
        complaint.measures = Some(measures.clone());
        complaint.result = Some(result.clone());
        complaint.root_cause.clone_from(root_cause);
        complaint.prevention.clone_from(prevention);
        complaint.completed_at = Some(self.now);
        complaint.regrade_at = None;
        if std::mem::take(&mut case.harm) {
            complaint.harm_stopped_at = Some(self.now);
        }
        case.owner = solved_owner(complaint.severity, false, case.department);
        let facts = Facts::complaint(complaint.severity, complaint.urgency, case.wanted_by);
        self.start_clocks(case, &facts, Occasion::Completed, self.now)?;
        linked.push(self.owe_for_complaint(case, complaint)?);
        Ok(())
    }

    fn sign(&mut self, case: &mut Case, complaint: &mut Complaint) -> Result<(), Refusal> {
        something(complaint.signed_at.is_none())?;
        self.reach(case, Milestone::Sign)?;
        complaint.signed_by = Some(self.me.login.clone());
        complaint.signed_at = Some(self.now);
        case.owner = solved_owner(complaint.severity, true, case.department);
        self.close_if_done(case, complaint)
    }

    /// The resident was asked afterwards, or was not reached (CMP-14).
    pub fn callback_came(
        &mut self,
        case: &mut Case,
        complaint: &mut Complaint,
        callback: &Callback,
    ) -> Result<(), Refusal> {
        if case.state != State::Solved || complaint.satisfied.is_some() {
            return Ok(());
        }
        complaint.attempts = callback.attempts;
        let Some(satisfied) = callback.satisfied else { return Ok(()) };
        // One that was solved before callbacks were cases of their own still has this clock itself.
        self.reach(case, Milestone::Callback)?;
        complaint.asked_by = Some(callback.form);
        complaint.satisfied = Some(satisfied);
        if satisfied { self.close_if_done(case, complaint) } else { self.reopen_complaint(case, complaint, true) }
    }

    /// Closed once it is signed and the resident is satisfied; not before (ESC-12, CMP-13, CMP-14).
    fn close_if_done(&mut self, case: &mut Case, complaint: &Complaint) -> Result<(), Refusal> {
        match (complaint.signed_at.is_some(), complaint.satisfied == Some(true)) {
            (true, true) => {
                self.stop_all(case, StopReason::Reached)?;
                self.enter(case, State::Closed);
                self.end_origins(case, complaint.result.as_deref())
            }
            (false, _) => {
                self.hint = Some(Hint::AwaitsSignature);
                Ok(())
            }
            (true, false) => {
                self.hint = Some(Hint::AwaitsCallback);
                Ok(())
            }
        }
    }

    /// Back to work with fresh clocks; what the cycle before came to is kept (ESC-10, CMP-14).
    fn reopen_complaint(&mut self, case: &mut Case, complaint: &mut Complaint, counts: bool) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Superseded)?;
        self.next_cycle(case, complaint)?;
        let before = std::mem::take(complaint);
        *complaint = Complaint {
            category: before.category,
            severity: before.severity,
            urgency: before.urgency,
            validity: before.validity,
            repeats: before.repeats,
            reopened: before.reopened + u32::from(counts),
            plan: before.plan,
            plan_state: before.plan_state,
            plan_comment: before.plan_comment,
            harm_stopped_at: before.harm_stopped_at,
            other_party: before.other_party,
            evidence: before.evidence,
            evidence_held_by: before.evidence_held_by,
            ..Complaint::default()
        };
        self.enter(case, State::Handling);
        case.owner = complaint_owner(complaint.severity, false, case.department);
        let facts = Facts::complaint(complaint.severity, complaint.urgency, case.wanted_by);
        complaint.regrade_at = self.start_clocks(case, &facts, Occasion::Opened, self.now)?;
        self.hint = Some(Hint::Reopened);
        self.reopen_origins(case)
    }

    /// Severity, urgency or category changes; clocks follow (CMP-02, ESC-09).
    fn change_grade(&mut self, case: &mut Case, complaint: &mut Complaint, step: &Step) -> Result<(), Refusal> {
        let unchanged = |field: &str| Refusal::field(field, FaultWhy::Unchanged);
        let old = Facts::complaint(complaint.severity, complaint.urgency, case.wanted_by);
        match step {
            Step::ChangeCategory { category, .. } => {
                self.was.insert("category".to_owned(), json!(complaint.category));
                if complaint.category == *category {
                    return Err(unchanged("category"));
                }
                complaint.category.clone_from(category);
                return Ok(());
            }
            Step::ChangeSeverity { severity, .. } => {
                if complaint.severity == *severity {
                    return Err(unchanged("severity"));
                }
                self.was.insert("severity".to_owned(), json!(complaint.severity));
                complaint.severity = *severity;
                complaint.proposed_major = false;
                case.owner = complaint_owner(*severity, case.owner >= Role::Supervisor, case.department);
            }
            Step::ChangeUrgency { urgency, .. } => {
                if complaint.urgency == *urgency {
                    return Err(unchanged("urgency"));
                }
                if case.harm {
                    // As long as it goes on it is urgent (CMP-08): stop the harm first.
                    return Err(Refusal::field("urgency", FaultWhy::NotOneOf(vec!["urgent".to_owned()])));
                }
                return self.set_urgency(case, complaint, *urgency);
            }
            _ => return Ok(()),
        }
        let new = Facts::complaint(complaint.severity, complaint.urgency, case.wanted_by);
        complaint.regrade_at = self.regrade_clocks(case, &old, &new)?;
        Ok(())
    }

    fn set_urgency(&mut self, case: &Case, complaint: &mut Complaint, urgency: Urgency) -> Result<(), Refusal> {
        self.was.insert("urgency".to_owned(), json!(complaint.urgency));
        let facts = |urgency| Facts::complaint(complaint.severity, urgency, case.wanted_by);
        let (old, new) = (facts(complaint.urgency), facts(urgency));
        complaint.urgency = urgency;
        complaint.regrade_at = self.regrade_clocks(case, &old, &new)?;
        Ok(())
    }

    /// Judges validity (CMP-09). Found not valid or outside, the clocks stop with the verdict so far; found valid
    /// after that, the complaint goes on in a new cycle.
    fn judge(
        &mut self,
        case: &mut Case,
        complaint: &mut Complaint,
        validity: Validity,
        to: Option<&str>,
        reason: &str,
    ) -> Result<(), Refusal> {
        match validity {
            Validity::Unjudged => {
                let words = ["valid", "invalid", "outside"].map(str::to_owned).to_vec();
                return Err(Refusal::field("validity", FaultWhy::NotOneOf(words)));
            }
            same if same == complaint.validity => return Err(Refusal::field("validity", FaultWhy::Unchanged)),
            Validity::Outside => need("transferred_to", to.is_none())?,
            Validity::Valid | Validity::Invalid => {}
        }
        self.was.insert("validity".to_owned(), json!(complaint.validity));
        let reopens = case.state == State::Rejected && validity == Validity::Valid;
        if reopens {
            self.reopen_complaint(case, complaint, false)?;
        }
        complaint.validity = validity;
        complaint.transferred_to = to.map(str::to_owned).filter(|_| validity == Validity::Outside);
        if validity != Validity::Valid && case.state != State::Rejected {
            self.stop_all(case, StopReason::Judged)?;
            complaint.regrade_at = None;
            case.harm = false;
            self.enter(case, State::Rejected);
            self.end_origins(case, Some(reason))?;
        }
        Ok(())
    }
}
