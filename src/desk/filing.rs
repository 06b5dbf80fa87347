//! 投诉: filing a complaint, and bringing in those of an older ledger (CMP-01 to CMP-08).
use super::answer::{Done, Hint};
use super::opening::{NewCase, Origin, faultless, needed, somebody, wanted_too_early};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::{StopReason, Time};
use crate::model::complaint::{Complaint, NewComplaint, OldComplaint, Severity, Urgency};
use crate::rules::duties::{Facts, Occasion, complaint_owner};
use chrono::TimeDelta;

impl Turn<'_, '_> {
    /// Files a complaint that came straight to the queue.
    pub fn file_complaint(&mut self, new: &NewComplaint) -> Result<Done, Refusal> {
        faultless([
            somebody(new.unit.as_deref(), new.name.as_deref(), new.phone.as_deref()),
            wanted_too_early(new.wanted_by, new.received_at),
            needed("category", new.category.is_empty()),
        ])?;
        let number = self.file(new, Origin::No)?;
        let case = self.tx.case_by_number(&number)?.ok_or(Refusal::NoSuchCase(number))?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Adds the complaint, its clocks and its link, and returns its number.
    pub fn file(&mut self, new: &NewComplaint, from: Origin) -> Result<String, Refusal> {
        let duties_from = from.duties_from(new.received_at, self.now);
        let urgency = if new.harm { Urgency::Urgent } else { new.urgency };
        let case = self.add_case(&NewCase {
            register: Register::Complaint,
            unit: new.unit.as_deref(),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: new.detail.as_deref(),
            channel: new.channel,
            department: new.department,
            owner: complaint_owner(new.severity, false, new.department),
            harm: new.harm,
            received_at: new.received_at,
            wanted_by: new.wanted_by,
            old_number: None,
            day: self.today(),
        })?;
        let repeats = self.repeats(new)?;
        let mut complaint = Complaint {
            category: new.category.clone(),
            severity: new.severity,
            urgency,
            repeats,
            proposed_major: repeats >= self.config.repeat_count && new.severity != Severity::Major,
            other_party: new.other_party.clone(),
            evidence: new.evidence.clone(),
            evidence_held_by: new.evidence_held_by.clone(),
            ..Complaint::default()
        };
        let facts = Facts::complaint(new.severity, urgency, new.wanted_by);
        complaint.regrade_at =
            self.start_clocks_since(&case, &facts, Occasion::Opened, case.received_at, duties_from)?;
        self.tx.add_detail(case.id, &complaint)?;
        self.link(from, &case)?;
        if complaint.proposed_major {
            self.hint = Some(Hint::ProposedMajor);
        }
        self.hint_if_late(&case)?;
        Ok(case.number)
    }

    /// How many of this category the unit has raised without a solution, this one included (CMP-07).
    fn repeats(&self, new: &NewComplaint) -> Result<u32, Refusal> {
        let Some(unit) = &new.unit else { return Ok(1) };
        let since = self.now - TimeDelta::days(i64::from(self.config.repeat_days));
        Ok(self.tx.unsolved_repeats(unit, &new.category, since)? + 1)
    }

    /// Brings in a complaint from an older ledger. An answered one is history: its clocks are entered stopped at
    /// the time of the answer, with the verdict they had, and nothing of it can ring today.
    pub fn import_complaint(&mut self, old: &OldComplaint) -> Result<Done, Refusal> {
        let early = old.replied_at.is_some_and(|replied| replied < old.received_at);
        faultless([
            early.then(|| Fault { field: "replied_at".to_owned(), why: FaultWhy::BeforeMatter }),
            needed("replied_at", old.reply.is_some() && old.replied_at.is_none()),
            needed("reply", old.replied_at.is_some() && old.reply.is_none()),
        ])?;
        if self.tx.has_old_number(Register::Complaint, &old.old_number)? {
            return Err(Refusal::AlreadyThere(old.old_number.clone()));
        }
        let mut case = self.add_case(&NewCase {
            register: Register::Complaint,
            unit: old.unit.as_deref(),
            name: old.name.as_deref(),
            phone: old.phone.as_deref(),
            matter: &old.matter,
            detail: old.detail.as_deref(),
            channel: old.channel.unwrap_or(Channel::Online),
            department: None,
            owner: complaint_owner(old.severity, false, None),
            harm: false,
            received_at: Some(old.received_at),
            wanted_by: None,
            old_number: Some(&old.old_number),
            day: self.config.calendar.local_date(old.received_at),
        })?;
        let mut complaint = Complaint {
            category: old.category.clone().unwrap_or_else(|| "other".to_owned()),
            severity: old.severity,
            urgency: old.urgency,
            repeats: 1,
            ..Complaint::default()
        };
        let facts = Facts::complaint(old.severity, old.urgency, None);
        complaint.regrade_at = self.start_clocks(&case, &facts, Occasion::Opened, old.received_at)?;
        if let Some(replied_at) = old.replied_at {
            self.end_imported(&mut case, &mut complaint, old, replied_at)?;
        }
        self.tx.add_detail(case.id, &complaint)?;
        self.tx.set_case(&case)?;
        self.tx.refresh_queue_times(case.id)?;
        Ok(self.done(&case, Vec::new()))
    }

    fn end_imported(
        &mut self,
        case: &mut Case,
        complaint: &mut Complaint,
        old: &OldComplaint,
        replied_at: Time,
    ) -> Result<(), Refusal> {
        if complaint.regrade_at.is_some_and(|at| at <= replied_at) {
            complaint.severity = Severity::Major;
        }
        self.stop_where(case, replied_at, StopReason::Reached, |_| true)?;
        complaint.regrade_at = None;
        complaint.result.clone_from(&old.reply);
        complaint.completed_at = Some(replied_at);
        case.state = State::Closed;
        case.closed_at = Some(replied_at);
        Ok(())
    }
}
