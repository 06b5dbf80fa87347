//! Looks, levels and the clock a row shows, by example; the laws for any sequence of acts are in `tests/time.rs`.
#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::clock::{Crossing, Milestone};
use crate::model::staff::Role;
use chrono::{FixedOffset, TimeDelta, Weekday};
use std::collections::BTreeSet;

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
        id: format!("{}/{within}", milestone.as_str()),
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

/// Each row: the clock, now, what the supervisor's row says.
#[test]
fn a_clock_looks_as_its_times_and_now_say() {
    let ten = || solve("10h");
    let escalated = |late| Look::Escalated {
        late,
        to: Role::Manager,
        how: Crossing::Transfer,
    };
    let paused = told(ten(), |c| assert!(pause(c, t(1, 0), t(3, 0), &calendar())));
    let ahead = told(ten(), |c| c.armed_at = t(20, 0));
    let own = told(ten(), |c| c.level = Role::Supervisor);
    let stopped = |at, why| told(ten(), |c| stop(c, at, why));
    let rows = [
        (ten(), t(0, 0), Look::OnTime { left: 10 * HOUR }),
        (
            ten(),
            t(7, 59),
            Look::OnTime {
                left: 2 * HOUR + 60,
            },
        ),
        (ten(), t(8, 0), Look::Soon { left: 2 * HOUR }),
        (ten(), t(10, 0), escalated(0)),
        (ten(), t(12, 10), escalated(2 * HOUR + 600)),
        (own, t(11, 0), Look::Overdue { late: HOUR }),
        (paused.clone(), t(2, 59), Look::Paused { until: t(3, 0) }),
        (paused.clone(), t(3, 0), Look::OnTime { left: 9 * HOUR }),
        (paused.clone(), t(10, 0), Look::Soon { left: 2 * HOUR }),
        (paused, t(12, 0), escalated(0)),
        (ahead.clone(), t(19, 59), Look::NotYet),
        (ahead.clone(), t(20, 0), escalated(10 * HOUR)),
        (
            told(ahead, |c| stop(c, t(19, 0), StopReason::Reached)),
            t(30, 0),
            Look::Dropped,
        ),
        (stopped(t(9, 59), StopReason::Reached), t(99, 0), Look::Met),
        (
            stopped(t(10, 0), StopReason::Reached),
            t(99, 0),
            Look::Missed { late: 0 },
        ),
        (
            stopped(t(11, 0), StopReason::Voided),
            t(99, 0),
            Look::Missed { late: HOUR },
        ),
        (
            stopped(t(5, 0), StopReason::Judged),
            t(99, 0),
            Look::Dropped,
        ),
    ];
    for (row, (clock, now, expected)) in rows.into_iter().enumerate() {
        assert_eq!(look(&clock, Role::Supervisor, now), expected, "row {row}");
    }
}

#[test]
fn a_short_limit_warns_ten_minutes_before_and_a_long_one_for_a_fifth_of_its_time() {
    for (limit, warned) in [
        ("5m", 5),
        ("30m", 10),
        ("1h", 12),
        ("10h", 120),
        ("10d", 2 * 1440),
    ] {
        let clock = solve(limit);
        assert_eq!(
            (clock.due_at - clock.soon_at).num_minutes(),
            warned,
            "{limit}"
        );
    }
}

#[test]
fn a_transfer_raises_the_owner_and_a_report_only_tells() {
    let clocks = [
        clock(
            Milestone::Finish,
            "1h",
            Role::Supervisor,
            Crossing::Transfer,
        ),
        clock(
            Milestone::HeadOffice,
            "2h",
            Role::HeadOffice,
            Crossing::Report,
        ),
        clock(Milestone::Solve, "3h", Role::Manager, Crossing::Transfer),
        clock(Milestone::Solve, "4h", Role::Manager, Crossing::Regrade),
    ];
    let at = |now| level(&clocks, Role::Receptionist, now);
    let standing = |owner, since, told| Standing { owner, since, told };
    assert_eq!(at(t(0, 59)), standing(Role::Receptionist, None, vec![]));
    assert_eq!(
        at(t(1, 0)),
        standing(Role::Supervisor, Some(t(1, 0)), vec![])
    );
    assert_eq!(
        at(t(2, 0)),
        standing(Role::Supervisor, Some(t(1, 0)), vec![Role::HeadOffice])
    );
    assert_eq!(
        at(t(9, 0)),
        standing(Role::Manager, Some(t(3, 0)), vec![Role::HeadOffice])
    );
}

#[test]
fn a_clock_stopped_late_no_longer_raises_the_level_but_its_breach_stays() {
    let late = told(solve("1h"), |c| stop(c, t(2, 0), StopReason::Reached));
    assert_eq!(
        level(std::slice::from_ref(&late), Role::Department, t(3, 0)).owner,
        Role::Department
    );
    assert_eq!(late_by(&late, t(99, 0)), Some(HOUR));
}

#[test]
fn the_row_shows_what_went_highest_then_what_is_late_longest_then_what_crosses_next() {
    let clocks = [
        clock(
            Milestone::Contact,
            "1h",
            Role::Supervisor,
            Crossing::Transfer,
        ),
        clock(Milestone::Reply, "2h", Role::Manager, Crossing::Transfer),
        clock(Milestone::Solve, "90m", Role::Manager, Crossing::Report),
        told(solve("1m"), |c| stop(c, t(9, 0), StopReason::Reached)),
    ];
    let shown = |now| {
        pressing(&clocks, Role::Receptionist, now)
            .unwrap()
            .milestone
    };
    assert_eq!(shown(t(0, 0)), Milestone::Contact);
    assert_eq!(shown(t(1, 0)), Milestone::Contact);
    assert_eq!(shown(t(1, 30)), Milestone::Solve);
    assert_eq!(shown(t(3, 0)), Milestone::Solve);
    assert!(pressing(&clocks[3..], Role::Receptionist, t(0, 0)).is_none());
}

#[test]
fn reporting_duties_stopped_and_overdue_clocks_are_not_paused() {
    let fixed = told(solve("10h"), |c| c.pausable = false);
    let stopped = told(solve("10h"), |c| stop(c, t(0, 30), StopReason::Reached));
    for (before, at) in [
        (fixed, t(1, 0)),
        (stopped, t(1, 0)),
        (solve("1h"), t(1, 0)),
        (solve("10h"), t(5, 0)),
    ] {
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
    assert_eq!(
        look(&new, Role::Manager, t(3, 0)),
        Look::Paused { until: t(4, 0) }
    );
    assert_eq!(
        (new.due_at, new.armed_at, new.started_at),
        (t(8, 0), t(2, 0), t(0, 0))
    );
    let again = told(new, |c| assert!(resume(c, t(3, 0), &calendar())));
    assert_eq!((again.due_at, again.paused_for), (t(7, 0), 2 * HOUR));
}

#[test]
fn a_change_of_grade_leaves_a_stopped_clock_alone_and_keeps_the_breach_of_a_late_one() {
    let rule = rule(
        Milestone::Solve,
        "20h",
        Role::HeadOffice,
        Crossing::Transfer,
    );
    let mut done = told(solve("10h"), |c| stop(c, t(1, 0), StopReason::Reached));
    assert!(regrade(&mut done, &rule, t(2, 0), None, &calendar()).is_none());
    assert_eq!(done.stopped.unwrap().why, StopReason::Reached);
    let mut late = solve("10h");
    let new = regrade(&mut late, &rule, t(12, 0), None, &calendar()).unwrap();
    assert_eq!(late_by(&late, t(99, 0)), Some(2 * HOUR));
    assert_eq!(
        look(&new, Role::Manager, t(12, 0)),
        Look::OnTime { left: 8 * HOUR }
    );
}

#[test]
fn pauses_are_counted_anew_when_the_new_limit_is_in_working_time() {
    let mut old = solve("10d");
    assert!(pause(&mut old, t(6, 0), t(24, 0), &calendar()));
    let working = ClockRule {
        basis: Basis::Working,
        ..rule(Milestone::Solve, "1d", Role::HeadOffice, Crossing::Transfer)
    };
    let new = regrade(&mut old, &working, t(30, 0), None, &calendar()).unwrap();
    assert_eq!(new.paused_for, 3 * HOUR);
    assert_eq!(new.due_at, t(7 * 24 + 3, 0));
}

#[test]
fn a_clock_armed_ahead_moves_with_the_regrade_it_waits_for() {
    let report = rule(
        Milestone::HeadOffice,
        "12h",
        Role::HeadOffice,
        Crossing::Report,
    );
    let mut report = start(&report, t(30, 0), t(30, 0), None, &calendar()).unwrap();
    let mut solving = told(solve("10h"), |c| c.armed_at = t(30, 0));
    for clock in [&mut report, &mut solving] {
        assert!(rearm(clock, t(5, 0), t(40, 0), &calendar()));
        assert!(!rearm(clock, t(40, 0), t(50, 0), &calendar()));
    }
    assert_eq!((report.started_at, report.due_at), (t(40, 0), t(52, 0)));
    assert_eq!(
        (solving.started_at, solving.due_at, solving.crosses_at()),
        (t(0, 0), t(10, 0), t(40, 0))
    );
}

#[test]
fn a_paused_contact_stays_paused_when_the_grade_changes_but_a_report_does_not() {
    let mut contact = clock(
        Milestone::Contact,
        "10h",
        Role::Supervisor,
        Crossing::Transfer,
    );
    assert!(pause(&mut contact, t(1, 0), t(4, 0), &calendar()));
    let sooner = rule(
        Milestone::Contact,
        "30m",
        Role::Supervisor,
        Crossing::Transfer,
    );
    let report = ClockRule {
        pausable: false,
        ..rule(
            Milestone::HeadOffice,
            "12h",
            Role::HeadOffice,
            Crossing::Report,
        )
    };
    let change = |rule| regrade(&mut contact.clone(), rule, t(2, 0), None, &calendar()).unwrap();
    assert_eq!(change(&sooner).due_at, t(4, 30));
    assert_eq!(change(&report).due_at, t(14, 0));
}

#[test]
fn a_promise_for_a_shut_hour_is_not_brought_forward_by_a_pause() {
    let promise = ClockRule {
        basis: Basis::Working,
        ..rule(
            Milestone::Solve,
            "promised",
            Role::Manager,
            Crossing::Transfer,
        )
    };
    let evening = Some(t(12, 0));
    let mut clock = start(&promise, t(0, 0), t(0, 0), evening, &calendar()).unwrap();
    assert!(pause(&mut clock, t(9, 30), t(10, 0), &calendar()));
    assert_eq!(clock.due_at, t(12, 0));
    assert!(start(&promise, t(0, 0), t(0, 0), None, &calendar()).is_none());
}

#[test]
fn a_clock_not_in_force_presses_only_where_no_other_runs() {
    let ahead = told(solve("1h"), |c| c.armed_at = t(5, 0));
    let clocks = [ahead, solve("20h")];
    let shown = |clocks| pressing(clocks, Role::Supervisor, t(2, 0)).map(|c: &Clock| c.due_at);
    assert_eq!(shown(&clocks[..]), Some(t(20, 0)));
    assert_eq!(shown(&clocks[..1]), Some(t(1, 0)));
}
