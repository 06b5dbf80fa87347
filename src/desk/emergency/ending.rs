//! How an emergency ends: what is left to be told, ordered and written up, and who is rung back (EMG-02, EMG-05 to EMG-08).
use crate::desk::answer::Hint;
use crate::desk::entries::Line;
use crate::desk::perform::Turn;
use crate::desk::refusal::Refusal;
use crate::desk::steps::something;
use crate::model::callback::CallbackKind;
use crate::model::case::{Case, Register, State};
use crate::model::clock::{Milestone, StopReason};
use crate::model::emergency::{Emergency, Told};
use crate::model::entry::EntryKind;
use crate::model::step::Step;
use crate::rules::duties::{Facts, Occasion};

impl Turn<'_, '_> {
    /// Over: what was to be done at once ends with the verdict it has, what is to be written up begins (EMG-05,
    /// EMG-08), and whoever called hears of it (EMG-07). That the resident is to be told does not end with it (EMG-02).
    pub(super) fn end(
        &mut self,
        case: &mut Case,
        part: &mut Emergency,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let Step::EndEmergency { result, order_wanted, first_aid, morning, at } = step else { return Ok(()) };
        let before = [(Milestone::Tell, part.told_at), (Milestone::Arrive, part.arrived_at)];
        let at = self.step_time(case, *at, &before)?;
        self.stop_from(case, at, StopReason::Superseded, |clock| clock.milestone != Milestone::Tell)?;
        case.harm = false;
        part.over_at = Some(at);
        part.result = Some(result.clone());
        part.order_wanted = *order_wanted;
        part.first_aid = *first_aid || self.kind_of(part).is_some_and(|kind| kind.first_aid);
        let facts = Facts::of(Register::Emergency);
        self.start_clocks(case, &facts, Occasion::Completed, at)?;
        if self.order_missing(case, part)? {
            self.start_clocks(case, &facts, Occasion::OrderWanted, at)?;
        }
        if let Some(left) = morning {
            let note = Line { at: Some(at), flagged: true, ..Line::of(EntryKind::Note, left) };
            self.write_line(case, &note)?;
        }
        if part.first_aid {
            // Somebody was hurt or ill: asked after within a week, at home (EMG-06); the assistant asks (CBK-03).
            self.enter_lottery(case, CallbackKind::FirstAid, None, None, linked)?;
        }
        let callers = self.give_callers_back(case)?;
        self.hint = Some(match part.told_at {
            _ if !callers.is_empty() => Hint::RingBack,
            None => Hint::ResidentUntold,
            Some(_) if self.order_missing(case, part)? => Hint::AwaitsOrder,
            Some(_) => Hint::AwaitsReview,
        });
        linked.extend(callers);
        Ok(())
    }

    /// The written review (EMG-05).
    pub(super) fn write_review(&mut self, case: &mut Case, part: &mut Emergency, step: &Step) -> Result<(), Refusal> {
        let Step::ReviewEmergency { response, cooperation, cause, changes } = step else { return Ok(()) };
        something(part.reviewed_at.is_none())?;
        part.response = Some(response.clone());
        part.cooperation = Some(cooperation.clone());
        part.cause = Some(cause.clone());
        part.changes = Some(changes.clone());
        part.reviewed_by = Some(self.me.login.clone());
        part.reviewed_at = Some(self.now);
        self.reach(case, Milestone::Review)?;
        self.settle_end(case, part)
    }

    /// Closed once the resident was told, it is reviewed and the order that was wanted is made; says what it waits for.
    pub(super) fn settle_end(&mut self, case: &mut Case, part: &Emergency) -> Result<(), Refusal> {
        if case.state != State::Over {
            return Ok(());
        }
        if part.told_at.is_none() {
            self.hint = Some(Hint::ResidentUntold);
        } else if part.reviewed_at.is_none() {
            self.hint = Some(Hint::AwaitsReview);
        } else if self.order_missing(case, part)? {
            self.hint = Some(Hint::AwaitsOrder);
        } else {
            self.stop_all(case, StopReason::Reached)?;
            self.enter(case, State::Closed);
            self.end_origins(case, part.result.as_deref())?;
        }
        Ok(())
    }

    /// Somebody who had called about it was rung back (EMG-07). With the last of them the resident was told, unless it is in
    /// a household of which nobody called (EMG-02).
    pub fn caller_rung_back(&mut self, caller: &Case) -> Result<(), Refusal> {
        if caller.register != Register::Reception || caller.state != State::Closed {
            return Ok(());
        }
        for mut case in self.tx.offspring(caller.id)? {
            if case.register != Register::Emergency || case.state != State::Over {
                continue;
            }
            let Some(mut part) = self.tx.detail::<Emergency>(case.id)? else { continue };
            let mut callers = self.tx.origins(case.id)?;
            let waits = callers.iter().any(|one| one.state.is_open());
            callers.retain(|one| one.state == State::Closed);
            let at_home = case.unit.is_none() || callers.iter().any(|one| one.unit == case.unit);
            if part.told_at.is_some() || waits || !at_home {
                continue;
            }
            part.told_at = Some(self.now);
            self.reach(&case, Milestone::Tell)?;
            let rung: Vec<&str> = callers.iter().map(|one| one.number.as_str()).collect();
            let told = format!("{} {}", <&str>::from(Told::Residents), rung.join(" "));
            self.write_line(&case, &Line::of(EntryKind::Told, &told))?;
            // What the emergency still waits for is not what whoever answers a caller has to hear.
            let hint = self.hint;
            self.settle_end(&mut case, &part)?;
            self.hint = hint;
            self.tx.set_detail(case.id, &part)?;
            self.save_case(&mut case, true)?;
        }
        Ok(())
    }

    /// A paper order is wanted, and none that counts was made (EMG-08).
    fn order_missing(&self, case: &Case, part: &Emergency) -> Result<bool, Refusal> {
        let made = self.tx.offspring(case.id)?;
        let made = made.iter().any(|one| one.register == Register::WorkOrder && one.state != State::Voided);
        Ok(part.order_wanted && !made)
    }

    /// The order that was made afterwards is voided: one is owed again, also where that order had closed it (EMG-08).
    pub fn order_gone(&mut self, voided: &Case) -> Result<(), Refusal> {
        for mut case in self.tx.origins(voided.id)? {
            if voided.register != Register::WorkOrder || !matches!(case.state, State::Over | State::Closed) {
                continue;
            }
            let wanted = self.tx.detail::<Emergency>(case.id)?.is_some_and(|part| part.order_wanted);
            let mut others = self.tx.offspring(case.id)?;
            others
                .retain(|one| one.register == Register::WorkOrder && one.state != State::Voided && one.id != voided.id);
            if wanted && others.is_empty() {
                self.enter(&mut case, State::Over);
                self.start_clocks(&case, &Facts::of(Register::Emergency), Occasion::OrderWanted, self.now)?;
                self.save_case(&mut case, true)?;
            }
        }
        Ok(())
    }
}
