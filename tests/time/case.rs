//! Laws of the clocks of one case, for any sequence of acts (ESC-03, ESC-07, ESC-09, ESC-10).
use crate::facts::{basis, facts, limit, moment, seconds};
use chrono::TimeDelta;
use frontdesk::model::clock::{Basis, Clock, ClockRule, Crossing, Milestone, StopReason, Time};
use frontdesk::model::span::Within;
use frontdesk::model::staff::Role;
use frontdesk::rules::calendar::Calendar;
use frontdesk::rules::clock::{Look, late_by, look, pause, paused_at, regrade, resume, start, stop};
use proptest::collection::vec;
use proptest::prelude::*;

/// What may happen to a case; each comes some seconds after the one before.
#[derive(Debug, Clone)]
enum Act {
    Pause(i64),
    Resume,
    Regrade(Within),
    Report(Within),
    Stop,
    Reopen(Within),
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => seconds().prop_map(Act::Pause),
        2 => Just(Act::Resume),
        2 => limit().prop_map(Act::Regrade),
        1 => limit().prop_map(Act::Report),
        1 => Just(Act::Stop),
        1 => limit().prop_map(Act::Reopen),
    ]
}

/// A case in the course of its acts: the clock that counts now, and those that have stopped with what they were late by.
struct Case {
    calendar: Calendar,
    basis: Basis,
    now: Time,
    clock: Clock,
    past: Vec<(Clock, Option<i64>)>,
}

type Checked = Result<(), TestCaseError>;

impl Case {
    fn new(calendar: Calendar, basis: Basis, within: Within) -> Case {
        let rule = rule(Milestone::Solve, within, basis);
        let now = moment(0);
        let clock = start(&rule, now, now, None, &calendar).unwrap();
        Case { calendar, basis, now, clock, past: Vec::new() }
    }

    fn left(&self, clock: &Clock) -> i64 {
        let from = paused_at(clock, self.now).map_or(self.now, |pause| pause.until);
        self.calendar.between(from, clock.due_at, clock.basis)
    }

    fn take(&mut self, act: Act) -> Checked {
        match act {
            Act::Pause(length) => self.pause(length),
            Act::Resume => self.resume(),
            Act::Regrade(within) => self.regrade(Milestone::Solve, within),
            Act::Report(within) => self.regrade(Milestone::HeadOffice, within),
            Act::Stop => self.stop(),
            Act::Reopen(within) => self.reopen(within),
        }
    }

    fn pause(&mut self, length: i64) -> Checked {
        let before = self.clock.clone();
        let until = self.now + TimeDelta::seconds(length);
        let moved = pause(&mut self.clock, self.now, until, &self.calendar);
        if !moved {
            prop_assert_eq!(&self.clock, &before);
            return Ok(());
        }
        prop_assert!(late_by(&before, self.now).is_none());
        prop_assert_eq!(self.left(&self.clock), self.left(&before));
        prop_assert!(self.clock.due_at >= before.due_at);
        prop_assert_eq!(look(&self.clock, Role::Supervisor, self.now), Look::Paused { until });
        Ok(())
    }

    fn resume(&mut self) -> Checked {
        let before = self.clock.clone();
        if resume(&mut self.clock, self.now, &self.calendar) {
            prop_assert_eq!(self.left(&self.clock), before.pause.unwrap().left);
            prop_assert!(self.clock.due_at <= before.due_at);
            prop_assert!(self.clock.paused_for <= before.paused_for);
        } else {
            prop_assert_eq!(&self.clock, &before);
        }
        Ok(())
    }

    fn regrade(&mut self, milestone: Milestone, within: Within) -> Checked {
        let late = late_by(&self.clock, self.now);
        let paused = paused_at(&self.clock, self.now).is_some();
        let rule = rule(milestone, within, self.basis);
        let mut old = self.clock.clone();
        let Some(new) = regrade(&mut old, &rule, self.now, None, &self.calendar) else {
            prop_assert!(self.clock.stopped.is_some());
            return Ok(());
        };
        if milestone.is_solving() && old.milestone.is_solving() {
            prop_assert_eq!(new.started_at, old.started_at);
            prop_assert_eq!(new.paused_for, old.paused_for);
            let shown = matches!(look(&new, Role::Supervisor, self.now), Look::Paused { .. });
            prop_assert_eq!(shown, paused);
        } else {
            prop_assert_eq!(late_by(&new, self.now), None);
        }
        prop_assert_eq!(new.armed_at, self.now);
        self.past.push((old, late));
        self.clock = new;
        Ok(())
    }

    fn stop(&mut self) -> Checked {
        let late = late_by(&self.clock, self.now);
        stop(&mut self.clock, self.now, StopReason::Reached);
        prop_assert_eq!(late_by(&self.clock, self.now), late);
        Ok(())
    }

    fn reopen(&mut self, within: Within) -> Checked {
        self.stop()?;
        let rule = rule(Milestone::Solve, within, self.basis);
        let fresh = start(&rule, self.now, self.now, None, &self.calendar).unwrap();
        let late = late_by(&self.clock, self.now);
        let cycle = self.clock.cycle + 1;
        let old = std::mem::replace(&mut self.clock, Clock { cycle, ..fresh });
        prop_assert_eq!(late_by(&self.clock, self.now), None);
        self.past.push((old, late));
        Ok(())
    }

    fn check(&self) -> Checked {
        let second = TimeDelta::seconds(1);
        let clock = &self.clock;
        if clock.stopped.is_none() {
            prop_assert_eq!(late_by(clock, clock.due_at - second), None);
            prop_assert_eq!(late_by(clock, clock.armed_at - second), None);
            prop_assert!(late_by(clock, clock.crosses_at()).is_some_and(|late| late >= 0));
            let day = TimeDelta::days(1);
            prop_assert!(late_by(clock, self.now) <= late_by(clock, self.now + day));
        }
        prop_assert!(clock.paused_for >= 0);
        prop_assert!(clock.soon_at >= clock.armed_at && clock.soon_at <= clock.crosses_at());
        for (past, late) in &self.past {
            prop_assert_eq!(late_by(past, self.now), *late);
            let missed = matches!(look(past, Role::Receptionist, self.now), Look::Missed { .. });
            prop_assert_eq!(missed, late.is_some());
        }
        self.check_allowance()
    }

    /// Time allowed, paused and gone by count in the same calendar (ESC-07): without its pauses a clock has exactly its limit.
    fn check_allowance(&self) -> Checked {
        let clock = &self.clock;
        let limit = self.calendar.due(clock.started_at, &clock.within, clock.basis, None);
        let between = |to| self.calendar.between(clock.started_at, to, clock.basis);
        let (had, allowed) = (between(clock.due_at) - clock.paused_for, between(limit.unwrap()));
        // A new limit that was used up before a pause still going on has run out when the pause ends.
        let used_up = clock.pause.is_some_and(|pause| pause.left == 0);
        prop_assert!(had == allowed || used_up && had > allowed);
        Ok(())
    }
}

fn rule(milestone: Milestone, within: Within, basis: Basis) -> ClockRule {
    ClockRule {
        id: format!("CMP-04/{within}"),
        milestone,
        within,
        basis,
        level: Role::Manager,
        crossing: Crossing::Transfer,
        pausable: true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_is_done_to_a_case_its_clocks_stay_true(
        facts in facts(),
        basis in basis(),
        first in limit(),
        acts in vec((seconds(), act()), 1..16),
    ) {
        let mut case = Case::new(facts.calendar(), basis, first);
        case.check()?;
        for (wait, act) in acts {
            case.now += TimeDelta::seconds(wait);
            case.take(act)?;
            case.check()?;
        }
    }
}
