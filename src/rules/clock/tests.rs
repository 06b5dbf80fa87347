//! What becomes of a clock, by example; the laws for any sequence of acts are in `tests/time`.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::clock::{Crossing, Milestone};
use crate::model::staff::Role;
use chrono::{FixedOffset, TimeDelta, Weekday};
use std::collections::BTreeSet;

mod reading;

const HOUR: i64 = 3_600;

fn calendar() -> Calendar {
    let zone = FixedOffset::east_opt(8 * 3_600).unwrap();
    let none = BTreeSet::new;
    Calendar::new(zone, &[Weekday::Mon], none(), none(), &["08:30-17:30"]).unwrap()
}

/// Hours and minutes after a fixed Monday, 08:30 local time.
fn t(hours: i64, minutes: i64) -> Time {
    let monday: Time = "2026-11-16T00:30:00Z".parse().unwrap();
    monday + TimeDelta::hours(hours) + TimeDelta::minutes(minutes)
}

fn rule(milestone: Milestone, within: &str, level: Role, crossing: Crossing) -> ClockRule {
    ClockRule {
        id: format!("{}/{within}", milestone),
        milestone,
        within: within.parse().unwrap(),
        basis: Basis::Natural,
        level,
        crossing,
        pausable: true,
    }
}

fn clock(milestone: Milestone, within: &str, level: Role, crossing: Crossing) -> Clock {
    let rule = rule(milestone, within, level, crossing);
    start(&rule, t(0, 0), t(0, 0), None, &calendar()).unwrap()
}

fn solve(within: &str) -> Clock {
    clock(Milestone::Solve, within, Role::Manager, Crossing::Transfer)
}

fn told(mut clock: Clock, change: impl FnOnce(&mut Clock)) -> Clock {
    change(&mut clock);
    clock
}

#[test]
fn reporting_duties_stopped_and_overdue_clocks_are_not_paused() {
    let fixed = told(solve("10h"), |c| c.pausable = false);
    let stopped = told(solve("10h"), |c| stop(c, t(0, 30), StopReason::Reached));
    for (before, at) in [(fixed, t(1, 0)), (stopped, t(1, 0)), (solve("1h"), t(1, 0)), (solve("10h"), t(5, 0))] {
        let mut clock = before.clone();
        assert!(!pause(&mut clock, at, t(5, 0), &calendar()));
        assert_eq!(clock, before);
    }
}

#[test]
fn a_second_pause_extends_the_first_and_resuming_early_gives_the_rest_back() {
    let mut clock = solve("10h");
    assert!(pause(&mut clock, t(1, 0), t(3, 0), &calendar()));
    assert!(pause(&mut clock, t(2, 0), t(6, 0), &calendar()));
    assert_eq!((clock.due_at, clock.paused_for), (t(15, 0), 5 * HOUR));
    assert!(resume(&mut clock, t(4, 0), &calendar()));
    assert_eq!((clock.due_at, clock.paused_for), (t(13, 0), 3 * HOUR));
    assert_eq!(clock.soon_at, t(11, 0));
    assert!(!resume(&mut clock, t(5, 0), &calendar()));
    assert!(pause(&mut clock, t(6, 0), t(7, 0), &calendar()));
    assert_eq!((clock.due_at, clock.paused_for), (t(14, 0), 4 * HOUR));
}

#[test]
fn a_clock_paused_while_the_grade_changes_stays_paused() {
    let mut old = solve("10h");
    assert!(pause(&mut old, t(1, 0), t(4, 0), &calendar()));
    let rule = rule(Milestone::Solve, "5h", Role::HeadOffice, Crossing::Transfer);
    let new = regrade(&mut old, &rule, t(2, 0), None, &calendar()).unwrap();
    assert_eq!(look(&new, Role::Manager, t(3, 0)), Look::Paused { until: t(4, 0) });
    assert_eq!((new.due_at, new.armed_at, new.started_at), (t(8, 0), t(2, 0), t(0, 0)));
    let again = told(new, |c| assert!(resume(c, t(3, 0), &calendar())));
    assert_eq!((again.due_at, again.paused_for), (t(7, 0), 2 * HOUR));
}

#[test]
fn a_change_of_grade_leaves_a_stopped_clock_alone_and_keeps_the_breach_of_a_late_one() {
    let rule = rule(Milestone::Solve, "20h", Role::HeadOffice, Crossing::Transfer);
    let mut done = told(solve("10h"), |c| stop(c, t(1, 0), StopReason::Reached));
    assert!(regrade(&mut done, &rule, t(2, 0), None, &calendar()).is_none());
    assert_eq!(done.stopped.unwrap().why, StopReason::Reached);
    let mut late = solve("10h");
    let new = regrade(&mut late, &rule, t(12, 0), None, &calendar()).unwrap();
    assert_eq!(late_by(&late, t(99, 0)), Some(2 * HOUR));
    assert_eq!(look(&new, Role::Manager, t(12, 0)), Look::OnTime { left: 8 * HOUR });
}

#[test]
fn pauses_are_counted_anew_when_the_new_limit_is_in_working_time() {
    let mut old = solve("10d");
    assert!(pause(&mut old, t(6, 0), t(24, 0), &calendar()));
    let working =
        ClockRule { basis: Basis::Working, ..rule(Milestone::Solve, "1d", Role::HeadOffice, Crossing::Transfer) };
    let new = regrade(&mut old, &working, t(30, 0), None, &calendar()).unwrap();
    assert_eq!(new.paused_for, 3 * HOUR);
    assert_eq!(new.due_at, t(7 * 24 + 3, 0));
}

#[test]
fn a_clock_armed_ahead_moves_with_the_regrade_it_waits_for() {
    let report = rule(Milestone::HeadOffice, "12h", Role::HeadOffice, Crossing::Report);
    let mut report = start(&report, t(30, 0), t(30, 0), None, &calendar()).unwrap();
    let mut solving = told(solve("10h"), |c| c.armed_at = t(30, 0));
    for clock in [&mut report, &mut solving] {
        assert!(rearm(clock, t(5, 0), t(40, 0), &calendar()));
        assert!(!rearm(clock, t(40, 0), t(50, 0), &calendar()));
    }
    assert_eq!((report.started_at, report.due_at), (t(40, 0), t(52, 0)));
    assert_eq!((solving.started_at, solving.due_at, solving.crosses_at()), (t(0, 0), t(10, 0), t(40, 0)));
}

#[test]
fn a_paused_contact_stays_paused_when_the_grade_changes_but_a_report_does_not() {
    let mut contact = clock(Milestone::Contact, "10h", Role::Supervisor, Crossing::Transfer);
    assert!(pause(&mut contact, t(1, 0), t(4, 0), &calendar()));
    let sooner = rule(Milestone::Contact, "30m", Role::Supervisor, Crossing::Transfer);
    let report =
        ClockRule { pausable: false, ..rule(Milestone::HeadOffice, "12h", Role::HeadOffice, Crossing::Report) };
    let change = |rule| regrade(&mut contact.clone(), rule, t(2, 0), None, &calendar()).unwrap();
    assert_eq!(change(&sooner).due_at, t(4, 30));
    assert_eq!(change(&report).due_at, t(14, 0));
}

#[test]
fn a_promise_for_a_shut_hour_is_not_brought_forward_by_a_pause() {
    let promise =
        ClockRule { basis: Basis::Working, ..rule(Milestone::Solve, "promised", Role::Manager, Crossing::Transfer) };
    let evening = Some(t(12, 0));
    let mut clock = start(&promise, t(0, 0), t(0, 0), evening, &calendar()).unwrap();
    assert!(pause(&mut clock, t(9, 30), t(10, 0), &calendar()));
    assert_eq!(clock.due_at, t(12, 0));
    assert!(start(&promise, t(0, 0), t(0, 0), None, &calendar()).is_none());
}

#[test]
fn a_clock_that_has_not_begun_or_has_used_up_its_time_is_not_paused() {
    let rule = rule(Milestone::Solve, "10h", Role::Manager, Crossing::Transfer);
    let mut later = start(&rule, t(30, 0), t(30, 0), None, &calendar()).unwrap();
    assert!(!pause(&mut later, t(1, 0), t(2, 0), &calendar()));
    let mut ahead = told(solve("10h"), |c| c.armed_at = t(30, 0));
    assert!(!pause(&mut ahead, t(12, 0), t(15, 0), &calendar()));
    assert_eq!(ahead.due_at, t(10, 0));
}

#[test]
fn a_new_limit_used_up_before_the_pause_runs_out_when_the_pause_ends() {
    let mut old = solve("10h");
    assert!(pause(&mut old, t(6, 0), t(9, 0), &calendar()));
    let rule = rule(Milestone::Solve, "5h", Role::HeadOffice, Crossing::Transfer);
    let new = regrade(&mut old, &rule, t(7, 0), None, &calendar()).unwrap();
    assert_eq!(look(&new, Role::Manager, t(8, 59)), Look::Paused { until: t(9, 0) });
    assert_eq!(late_by(&new, t(9, 0)), Some(0));
}

#[test]
fn a_regraded_clock_stays_with_its_case_and_warns_by_its_limit_without_pauses() {
    let mut old = told(solve("10h"), |c| (c.case_id, c.cycle) = (7, 3));
    assert!(pause(&mut old, t(1, 0), t(6, 0), &calendar()));
    let rule = rule(Milestone::Solve, "20h", Role::HeadOffice, Crossing::Transfer);
    let new = regrade(&mut old, &rule, t(8, 0), None, &calendar()).unwrap();
    assert_eq!((new.case_id, new.cycle), (7, 3));
    assert_eq!((new.due_at, new.soon_at), (t(25, 0), t(21, 0)));
}

#[test]
fn pauses_before_the_last_are_spread_over_the_clock_in_another_calendar() {
    let mut old = solve("10d");
    assert!(pause(&mut old, t(24, 0), t(48, 0), &calendar()));
    assert!(pause(&mut old, t(168, 0), t(177, 0), &calendar()));
    let working =
        ClockRule { basis: Basis::Working, ..rule(Milestone::Solve, "2d", Role::HeadOffice, Crossing::Transfer) };
    let new = regrade(&mut old, &working, t(180, 0), None, &calendar()).unwrap();
    // 9 open hours of the last, and a seventh of the 9 open hours before it.
    assert_eq!(new.paused_for, 9 * HOUR + 9 * HOUR / 7);
}
