//! Laws of the calendar and of clocks, for any calendar and any sequence of acts. Facts and times only: no database, no screen.
#![allow(clippy::unwrap_used)]
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta, Weekday};
use frontdesk::model::clock::{Basis, Clock, ClockRule, Crossing, Milestone, StopReason, Time};
use frontdesk::model::span::Within;
use frontdesk::model::staff::Role;
use frontdesk::rules::calendar::Calendar;
use frontdesk::rules::clock::{Look, late_by, look, pause, paused_at, regrade, resume, start, stop};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

/// The facts a calendar is made of, kept so that a second, slower way of counting can be held against it.
#[derive(Debug, Clone)]
struct Facts {
    zone: FixedOffset,
    weekdays: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
    makeup: BTreeSet<NaiveDate>,
    /// Minutes after midnight; an end before its begin lies in the next day.
    hours: Vec<(u32, u32)>,
}

impl Facts {
    fn calendar(&self) -> Calendar {
        let text = |m: u32| format!("{:02}:{:02}", m / 60, m % 60);
        let hours: Vec<String> = self.hours.iter().map(|&(from, to)| format!("{}-{}", text(from), text(to))).collect();
        let (holidays, makeup) = (self.holidays.clone(), self.makeup.clone());
        Calendar::new(self.zone, &self.weekdays, holidays, makeup, &hours).unwrap()
    }

    fn opens_on(&self, date: NaiveDate) -> bool {
        let planned = self.weekdays.contains(&date.weekday()) && !self.holidays.contains(&date);
        planned || self.makeup.contains(&date)
    }

    fn is_open(&self, at: Time) -> bool {
        let local = at.with_timezone(&self.zone);
        let today = local.date_naive();
        let minute = (local.time() - chrono::NaiveTime::MIN).num_minutes() as u32;
        self.hours.iter().any(|&(from, to)| {
            let over_midnight = to < from;
            let begun_today = minute >= from && (over_midnight || minute < to);
            let begun_yesterday = over_midnight && minute < to;
            begun_today && self.opens_on(today) || begun_yesterday && self.opens_on(today.pred_opt().unwrap())
        })
    }
}

fn moment(seconds: i64) -> Time {
    DateTime::from_timestamp(1_790_000_000 + seconds, 0).unwrap()
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..60_i64).prop_map(|day| moment(day * DAY).date_naive())
}

fn hours() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let cuts = btree_set(0..1440_u32, 2..7);
    let broken = (cuts, any::<bool>()).prop_map(|(cuts, over_midnight)| {
        let mut cuts: Vec<u32> = cuts.into_iter().collect();
        cuts.truncate(cuts.len() / 2 * 2);
        if over_midnight {
            cuts.rotate_left(1);
        }
        cuts.chunks(2).map(|pair| (pair[0], pair[1])).collect()
    });
    prop_oneof![4 => broken, 1 => Just(vec![(0, 1440)])]
}

fn facts() -> impl Strategy<Value = Facts> {
    let days = (1..128_u8).prop_map(|choice| {
        (0..7_u8).filter(|day| choice >> day & 1 == 1).map(|day| Weekday::try_from(day).unwrap()).collect()
    });
    let special = || btree_set(date(), 0..6);
    (-48..56_i32, days, special(), special(), hours()).prop_map(|(quarters, weekdays, holidays, makeup, hours)| Facts {
        zone: FixedOffset::east_opt(quarters * 900).unwrap(),
        weekdays,
        makeup: makeup.difference(&holidays).copied().collect(),
        holidays,
        hours,
    })
}

fn basis() -> impl Strategy<Value = Basis> {
    select(Basis::ALL.to_vec())
}

fn seconds() -> impl Strategy<Value = i64> {
    prop_oneof![0..3_i64, 0..DAY, 0..20 * DAY]
}

fn limit() -> impl Strategy<Value = Within> {
    let words = ["30m", "1h", "12h", "2d", "10d", "1w", "1mo", "same-day", "next-day", "next-monday"];
    select(words.map(|word| word.parse().unwrap()).to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_added_lies_between(facts in facts(), from in seconds(), n in seconds(), basis in basis()) {
        let (calendar, from) = (facts.calendar(), moment(from));
        prop_assert_eq!(calendar.between(from, calendar.add(from, n, basis), basis), n);
    }

    #[test]
    fn adding_twice_is_adding_the_sum(facts in facts(), from in seconds(), n in seconds(), m in seconds(), basis in basis()) {
        let (calendar, from) = (facts.calendar(), moment(from));
        let twice = calendar.add(calendar.add(from, n, basis), m, basis);
        // Nothing added to a shut hour leaves it where it is.
        if m > 0 || n == 0 {
            prop_assert_eq!(twice, calendar.add(from, n + m, basis));
        }
    }

    #[test]
    fn later_and_longer_never_come_out_earlier(facts in facts(), from in seconds(), wait in seconds(), n in seconds(), more in seconds(), basis in basis()) {
        let (calendar, early, late) = (facts.calendar(), moment(from), moment(from + wait));
        let sum = calendar.add(early, n, basis);
        prop_assert!(sum >= early);
        prop_assert!(sum <= calendar.add(early, n + more, basis));
        if n > 0 {
            prop_assert!(sum <= calendar.add(late, n, basis));
        }
    }

    #[test]
    fn open_time_is_a_measure(facts in facts(), a in seconds(), ab in seconds(), bc in seconds(), basis in basis()) {
        let calendar = facts.calendar();
        let (a, b, c) = (moment(a), moment(a + ab), moment(a + ab + bc));
        let between = |x, y| calendar.between(x, y, basis);
        prop_assert_eq!(between(a, b) + between(b, c), between(a, c));
        prop_assert!((0..=(b - a).num_seconds()).contains(&between(a, b)));
        prop_assert_eq!(calendar.between(b, a - TimeDelta::seconds(1), basis), 0);
    }

    #[test]
    fn open_time_is_the_sum_of_the_open_minutes(facts in facts(), from in 0..20_000_i64, minutes in 0..6_000_i64) {
        let from = moment(from / 60 * 60 * MINUTE) - TimeDelta::seconds(1_790_000_000 % 60);
        let minute = |m| from + TimeDelta::minutes(m);
        let open = (0..minutes).filter(|&m| facts.is_open(minute(m))).count() as i64;
        prop_assert_eq!(facts.calendar().between(from, minute(minutes), Basis::Working), open * MINUTE);
    }

    #[test]
    fn a_limit_runs_out_after_its_start_and_where_counting_would_end(facts in facts(), from in seconds(), within in limit(), basis in basis()) {
        let (calendar, from) = (facts.calendar(), moment(from));
        let due = calendar.due(from, &within, basis, None).unwrap();
        let counted = calendar.between(from, due, basis);
        prop_assert!(due > from);
        // A month without an open second is the one limit that cannot be counted.
        prop_assert!(counted == 0 || calendar.add(from, counted, basis) == due);
    }
}

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
            prop_assert_eq!(paused_at(&new, self.now).is_some(), paused);
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
