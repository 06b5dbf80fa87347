//! 临时出入证: a worker's pass, from when it is issued until it is back or its loss was followed up (LED-04).
use super::answer::Done;
use super::opening::{NewCase, case_words, faultless};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::case::{Case, Channel, Register};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::pass::{NewPass, Pass};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion};

impl Turn<'_, '_> {
    /// Issues one. The card of a pass that is out cannot be issued again, which is seen under the lock of the file.
    pub fn issue_pass(&mut self, new: &NewPass) -> Result<Done, Refusal> {
        let pass_number = new.pass_number.to_uppercase();
        let early = new.received_at.is_some_and(|received| new.valid_until <= received);
        let out = self.tx.pass_out(&pass_number)?;
        let fault = |field: &str, why| Fault { field: field.to_owned(), why };
        faultless([
            out.map(|number| fault("pass_number", FaultWhy::StillOpen(number))),
            early.then(|| fault("valid_until", FaultWhy::BeforeMatter)),
        ])?;
        let case = self.add_case(&NewCase {
            register: Register::Pass,
            unit: new.unit.as_deref(),
            name: Some(&new.name),
            phone: Some(&new.phone),
            matter: &new.matter,
            detail: None,
            channel: Channel::WalkIn,
            department: None,
            owner: Role::Receptionist,
            harm: false,
            received_at: new.received_at,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        // Whoever finds a card looks for what stands on it.
        self.tx.set_words(case.id, &case_words(&case, Some(&pass_number)), true)?;
        self.tx.add_detail(case.id, &issued(new, pass_number))?;
        self.start_clocks(&case, &Facts::pass(new.valid_until), Occasion::Opened, case.received_at)?;
        self.hint_if_late(&case)?;
        Ok(self.done(&case, Vec::new()))
    }

    /// A step on one.
    pub fn pass_step(
        &mut self,
        case: &mut Case,
        pass: &mut Pass,
        step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::ReturnPass { deposit_back, at } => {
                let at = self.step_time(case, *at, &[])?;
                pass.deposit_back = self.paid_back(pass.held(), *deposit_back, true)?;
                pass.returned_at = Some(at);
                pass.is_out = false;
                self.stop_returned(case, at)
            }
            Step::ExtendPass { valid_until, reason } => {
                let before = pass.extended_to.unwrap_or(pass.valid_until);
                self.extend_return(case, "valid_until", Some(before), *valid_until, reason)?;
                pass.extended_to = Some(*valid_until);
                Ok(())
            }
            Step::ReportLost { .. } => {
                self.stop_all(case, StopReason::Superseded)?;
                pass.lost_at = Some(self.now);
                pass.is_out = false;
                self.start_clocks(case, &Facts::of(Register::Pass), Occasion::Raised, self.now).map(drop)
            }
            Step::FollowUpLoss { note, deposit_back } => {
                pass.deposit_back = self.paid_back(pass.held(), *deposit_back, true)?;
                pass.follow_up = Some(note.clone());
                self.reach(case, Milestone::Follow).map(drop)
            }
            _ => Ok(()),
        }
    }

    /// What waits for it counts from when it came back, not from when that was written down; but not from before it was
    /// found to be lost, or promised anew.
    fn stop_returned(&self, case: &Case, at: Time) -> Result<(), Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let at = running.iter().map(|clock| clock.armed_at).fold(at, Time::max);
        self.stop_where(case, at, StopReason::Reached, |_| true).map(drop)
    }
}

/// A pass that is out.
fn issued(new: &NewPass, pass_number: String) -> Pass {
    Pass {
        pass_number,
        company: new.company.clone(),
        valid_until: new.valid_until,
        extended_to: None,
        deposit: new.deposit.filter(|deposit| *deposit > 0),
        is_out: true,
        returned_at: None,
        deposit_back: None,
        lost_at: None,
        follow_up: None,
    }
}
