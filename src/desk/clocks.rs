//! Starting, stopping, pausing and regrading the clocks of a case: the rules decide, the store keeps.
use super::perform::Turn;
use super::refusal::Refusal;
use super::steps::something;
use crate::model::case::Case;
use crate::model::clock::{Clock, ClockRule, Crossing, Milestone, Noted, StopReason, Stopped, Time};
use crate::model::complaint::Severity;
use crate::model::rule::Rule;
use crate::model::span::Within;
use crate::model::staff::Role;
use crate::rules::clock;
use crate::rules::duties::{Facts, Occasion, starting};
use strum::VariantArray;

impl Turn<'_, '_> {
    /// Starts the clocks of an occasion; the limits count from `from`. For a complaint that a rule can make
    /// major, the clocks of the major one are armed ahead, so that nothing has to run at that moment (ESC-04).
    /// Returns when that moment is.
    pub fn start_clocks(&self, case: &Case, facts: &Facts, on: Occasion, from: Time) -> Result<Option<Time>, Refusal> {
        self.start_clocks_since(case, facts, on, from, from)
    }

    /// The same, with reporting duties that begin only at `duties_from`: a matter that turns into a complaint days
    /// after it was brought has its solving time counted from then, but no duty is born overdue (ESC-09, ESC-13).
    pub fn start_clocks_since(
        &self,
        case: &Case,
        facts: &Facts,
        on: Occasion,
        from: Time,
        duties_from: Time,
    ) -> Result<Option<Time>, Refusal> {
        let mut regrade = None;
        for rule in starting(&self.config.rules, *facts, on) {
            let start = if rule.clock.milestone.is_solving() { from } else { duties_from };
            let promised = facts.promised(rule.clock.milestone);
            let started = clock::start(&rule.clock, start, duties_from, promised, &self.config.calendar);
            let Some(started) = started else { continue };
            if rule.clock.crossing == Crossing::Regrade {
                regrade = Some(started.clone());
            }
            self.add_clock(case, started)?;
        }
        if let Some(regrade) = &regrade {
            self.arm_ahead(case, facts, regrade)?;
        }
        self.tx.refresh_queue_times(case.id)?;
        Ok(regrade.map(|regrade| regrade.crosses_at()))
    }

    /// Adds a clock to a case in its present cycle.
    pub fn add_clock(&self, case: &Case, mut new: Clock) -> Result<(), Refusal> {
        new.case_id = case.id;
        new.cycle = case.cycle;
        let late = frozen(&new);
        Ok(self.tx.add_clock(&mut new, late)?)
    }

    /// Arms the clocks that a major complaint has and this one has not, for the moment at which `regrade` crosses
    /// (CMP-07): solving ones with its start and its pauses, reporting ones from that moment on (ESC-09).
    fn arm_ahead(&self, case: &Case, facts: &Facts, regrade: &Clock) -> Result<(), Refusal> {
        let calendar = &self.config.calendar;
        for rule in self.only_major(facts) {
            let promised = facts.promised(rule.clock.milestone);
            let armed = clock::regrade(&mut regrade.clone(), &rule.clock, regrade.crosses_at(), promised, calendar);
            if let Some(armed) = armed {
                self.add_clock(case, armed)?;
            }
        }
        Ok(())
    }

    fn only_major(&self, facts: &Facts) -> Vec<&Rule> {
        let major = Facts { grade: facts.grade.map(|(_, urgency)| (Severity::Major, urgency)), ..*facts };
        starting(&self.config.rules, major, Occasion::Opened).filter(|rule| !facts.match_rule(rule)).collect()
    }

    fn save_clock(&self, changed: &Clock) -> Result<(), Refusal> {
        Ok(self.tx.set_clock(changed, frozen(changed))?)
    }

    /// A milestone was reached: all clocks in force that wait for it stop. What is armed ahead stays: a duty of the
    /// grade to come is not done by what was done before. Says whether there were any.
    pub fn reach(&self, case: &Case, milestone: Milestone) -> Result<bool, Refusal> {
        let waits = |clock: &Clock| clock.milestone == milestone && clock.armed_at <= self.now;
        self.stop_where(case, self.now, StopReason::Reached, waits)
    }

    /// A milestone was reached later than was entered at first: a clock that had stopped in time by that is frozen, so one
    /// of the same rule is put beside it that tells by how much it was late (ESC-03).
    pub fn late_after_all(&self, case: &Case, milestone: Milestone, at: Time) -> Result<(), Refusal> {
        let reached = |clock: &Clock| clock.stopped.is_some_and(|stopped| stopped.why == StopReason::Reached);
        let mut clocks = self.tx.clocks(case.id)?;
        clocks.retain(|clock| clock.cycle == case.cycle && clock.milestone == milestone && reached(clock));
        for first in &clocks {
            let known = clocks.iter().any(|clock| clock.rule == first.rule && frozen(clock).is_some());
            let stopped = Some(Stopped { at, why: StopReason::Reached });
            let again = Clock { id: 0, stopped, noted: None, ..first.clone() };
            if !known && frozen(&again).is_some() {
                self.add_clock(case, again)?;
            }
        }
        Ok(())
    }

    /// Stops whatever runs on a case. Where nothing runs nothing is paused: a pause left open would stand beside the
    /// clocks of the next cycle, which it does not stop (ESC-07).
    pub fn stop_all(&self, case: &Case, why: StopReason) -> Result<bool, Refusal> {
        self.tx.end_pause(case.id, self.now, &self.me.login)?;
        self.stop_where(case, self.now, why, |_| true)
    }

    /// Stops at `at` those running clocks that `which` picks; what is armed ahead and not in force by then is taken
    /// away.
    pub fn stop_where(
        &self,
        case: &Case,
        at: Time,
        why: StopReason,
        which: impl Fn(&Clock) -> bool,
    ) -> Result<bool, Refusal> {
        let mut any = false;
        for mut running in self.tx.running_clocks(case.id)?.into_iter().filter(which) {
            any = true;
            if running.armed_at > at {
                self.tx.remove_unarmed_clock(running.id, at)?;
                continue;
            }
            clock::stop(&mut running, at, why);
            self.save_clock(&running)?;
        }
        self.tx.refresh_queue_times(case.id)?;
        Ok(any)
    }

    /// Milestones that are still waited for, in force.
    pub fn waiting(&self, case: &Case) -> Result<Vec<Milestone>, Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        Ok(running.iter().filter(|clock| clock.armed_at <= self.now).map(|clock| clock.milestone).collect())
    }

    /// Pauses what may be paused until an agreed time (ESC-07). Says whether anything moved.
    pub fn pause_clocks(&self, case: &Case, until: Time) -> Result<bool, Refusal> {
        self.change_running(case, |running| clock::pause(running, self.now, until, &self.config.calendar))
    }

    /// Lets paused clocks go on now.
    pub fn resume_clocks(&self, case: &Case) -> Result<bool, Refusal> {
        self.change_running(case, |running| clock::resume(running, self.now, &self.config.calendar))
    }

    /// Takes note of what has crossed (ESC-06): whoever it went to, or somebody above. A note by anybody else would
    /// silence a bell that is not theirs.
    pub fn note_crossed(&self, case: &Case) -> Result<(), Refusal> {
        let mut lowest: Option<Role> = None;
        let any = self.change_running(case, |running| {
            let open = running.noted.is_none() && running.crosses_at() <= self.now;
            if open && running.level > self.me.role {
                lowest = Some(lowest.map_or(running.level, |role| role.min(running.level)));
                return false;
            }
            if open {
                running.noted = Some(Noted { by: self.me.login.clone(), at: self.now });
            }
            open
        })?;
        match lowest {
            Some(lowest) if !any => self.allow(&above(lowest)),
            _ => something(any),
        }
    }

    fn change_running(&self, case: &Case, mut change: impl FnMut(&mut Clock) -> bool) -> Result<bool, Refusal> {
        let mut any = false;
        for mut running in self.tx.running_clocks(case.id)? {
            if change(&mut running) {
                any = true;
                self.save_clock(&running)?;
            }
        }
        self.tx.refresh_queue_times(case.id)?;
        Ok(any)
    }

    /// When a complaint becomes major by itself, after a pause moved that; what is armed ahead moves with it.
    pub fn rearm(&self, case: &Case) -> Result<Option<Time>, Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let regrade = running.iter().find(|clock| clock.crossing == Crossing::Regrade).map(Clock::crosses_at);
        if let Some(at) = regrade {
            self.change_running(case, |running| clock::rearm(running, self.now, at, &self.config.calendar))?;
        }
        Ok(regrade)
    }

    /// Changes the grade (ESC-09): what both grades have goes on; a clock of the old grade gives way to the one of
    /// the new grade with the same milestone; what only the new grade has starts now. Returns when a rule makes
    /// it major.
    pub fn regrade_clocks(&self, case: &Case, old: &Facts, new: &Facts) -> Result<Option<Time>, Refusal> {
        let calendar = &self.config.calendar;
        let unarmed = |clock: &Clock| clock.armed_at > self.now;
        self.stop_where(case, self.now, StopReason::Superseded, unarmed)?;
        let all = self.tx.clocks(case.id)?;
        let done = |milestone: Milestone| {
            all.iter().any(|clock| {
                let reached = clock.stopped.is_some_and(|stopped| stopped.why == StopReason::Reached);
                clock.cycle == case.cycle && clock.milestone == milestone && reached
            })
        };
        let rules = &self.config.rules;
        let coming: Vec<&Rule> = starting(rules, *new, Occasion::Opened)
            .filter(|rule| !old.match_rule(rule) && !done(rule.clock.milestone))
            .collect();
        let mut begun: Vec<&str> = Vec::new();
        // A clock whose row is no longer in the settings goes too where another takes its place.
        let known = |clock: &Clock| rules.iter().find(|rule| rule.clock.id == clock.rule);
        let replaced = |clock: &Clock| coming.iter().any(|rule| rule.clock.milestone == clock.milestone);
        let going = |clock: &&Clock| {
            clock.stopped.is_none() && known(clock).map_or_else(|| replaced(clock), |rule| !new.match_rule(rule))
        };
        for old_clock in all.iter().filter(going) {
            let mut old_clock = old_clock.clone();
            let heir = coming.iter().find(|rule| {
                rule.clock.milestone == old_clock.milestone
                    && rule.clock.crossing != Crossing::Regrade
                    && old_clock.crossing != Crossing::Regrade
            });
            let promised = new.promised(old_clock.milestone);
            let next = heir.and_then(|rule| clock::regrade(&mut old_clock, &rule.clock, self.now, promised, calendar));
            clock::stop(&mut old_clock, self.now, StopReason::Superseded);
            self.save_clock(&old_clock)?;
            if let (Some(rule), Some(next)) = (heir, next) {
                begun.push(&rule.clock.id);
                self.add_clock(case, next)?;
            }
        }
        for rule in coming.iter().filter(|rule| !begun.contains(&rule.clock.id.as_str())) {
            self.begin_after_change(case, rule, new, &all)?;
        }
        self.rearm_after_change(case, new)
    }

    /// Starts a clock that only the new grade has: a solving one with the start and the pauses of those that ran in
    /// this cycle, any other now. A month that is over already counts from the change.
    fn begin_after_change(&self, case: &Case, rule: &Rule, facts: &Facts, all: &[Clock]) -> Result<(), Refusal> {
        let calendar = &self.config.calendar;
        let promised = facts.promised(rule.clock.milestone);
        let before = all.iter().find(|clock| clock.cycle == case.cycle && clock.milestone.is_solving());
        let now = || clock::start(&rule.clock, self.now, self.now, promised, calendar);
        let begun = match before {
            Some(before) if rule.clock.milestone.is_solving() => {
                let mut before = Clock { stopped: None, ..before.clone() };
                let next = clock::regrade(&mut before, &rule.clock, self.now, promised, calendar);
                let over = |next: &Clock| rule.clock.crossing == Crossing::Regrade && next.due_at <= self.now;
                next.filter(|next| !over(next)).or_else(now)
            }
            _ => now(),
        };
        begun.map_or(Ok(()), |begun| self.add_clock(case, begun))
    }

    fn rearm_after_change(&self, case: &Case, facts: &Facts) -> Result<Option<Time>, Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let regrade = running.iter().find(|clock| clock.crossing == Crossing::Regrade);
        if let Some(regrade) = regrade {
            self.arm_ahead(case, facts, regrade)?;
        }
        self.tx.refresh_queue_times(case.id)?;
        Ok(regrade.map(Clock::crosses_at))
    }

    /// A second clock for a promise that was moved; the first one stays, since the verdict is against it (ESC-11). Of the
    /// new times only the last one still counts.
    pub fn promise_again(&self, case: &Case, first: &Clock, at: Time) -> Result<(), Refusal> {
        let running = self.tx.running_clocks(case.id)?;
        let original = running.iter().filter(|clock| clock.rule == first.rule).map(|clock| clock.id).min();
        let moved = |clock: &Clock| clock.rule == first.rule && Some(clock.id) != original;
        self.stop_where(case, self.now, StopReason::Superseded, moved)?;
        let rule = ClockRule {
            id: first.rule.clone(),
            milestone: first.milestone,
            within: Within::Promised,
            basis: first.basis,
            level: first.level,
            crossing: first.crossing,
            pausable: first.pausable,
        };
        if let Some(again) = clock::start(&rule, self.now, self.now, Some(at), &self.config.calendar) {
            self.add_clock(case, again)?;
        }
        Ok(self.tx.refresh_queue_times(case.id)?)
    }
}

/// A role and those above it.
fn above(lowest: Role) -> Vec<Role> {
    Role::VARIANTS.iter().copied().filter(|role| *role >= lowest).collect()
}

/// By how much a clock that has stopped was late, in seconds.
pub(super) fn frozen(clock: &Clock) -> Option<i64> {
    clock.stopped.and_then(|stopped| clock::late_by(clock, stopped.at))
}
