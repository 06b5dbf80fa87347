//! Looks, levels and the clock a row shows, by example.
use super::*;

/// Each row: the clock, now, what the supervisor's row says.
#[test]
fn a_clock_looks_as_its_times_and_now_say() {
    let ten = || solve("10h");
    let escalated = |late| Look::Escalated { late, to: Role::Manager, how: Crossing::Transfer };
    let paused = told(ten(), |c| assert!(pause(c, t(1, 0), t(3, 0), &calendar())));
    let ahead = told(ten(), |c| c.armed_at = t(20, 0));
    let own = told(ten(), |c| c.level = Role::Supervisor);
    let stopped = |at, why| told(ten(), |c| stop(c, at, why));
    let rows = [
        (ten(), t(0, 0), Look::OnTime { left: 10 * HOUR }),
        (ten(), t(7, 59), Look::OnTime { left: 2 * HOUR + 60 }),
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
        (told(ahead, |c| stop(c, t(19, 0), StopReason::Reached)), t(30, 0), Look::Dropped),
        (stopped(t(9, 59), StopReason::Reached), t(99, 0), Look::Met),
        (stopped(t(10, 0), StopReason::Reached), t(99, 0), Look::Missed { late: 0 }),
        (stopped(t(11, 0), StopReason::Voided), t(99, 0), Look::Missed { late: HOUR }),
        (stopped(t(5, 0), StopReason::Judged), t(99, 0), Look::Dropped),
    ];
    for (row, (clock, now, expected)) in rows.into_iter().enumerate() {
        assert_eq!(look(&clock, Role::Supervisor, now), expected, "row {row}");
    }
}

#[test]
fn a_short_limit_warns_ten_minutes_before_and_a_long_one_for_a_fifth_of_its_time() {
    for (limit, warned) in [("5m", 5), ("30m", 10), ("1h", 12), ("10h", 120), ("10d", 2 * 1440)] {
        let clock = solve(limit);
        assert_eq!((clock.due_at - clock.soon_at).num_minutes(), warned, "{limit}");
    }
}

#[test]
fn a_transfer_raises_the_owner_and_a_report_only_tells() {
    let clocks = [
        clock(Milestone::Finish, "1h", Role::Supervisor, Crossing::Transfer),
        clock(Milestone::HeadOffice, "2h", Role::HeadOffice, Crossing::Report),
        clock(Milestone::Solve, "3h", Role::Manager, Crossing::Transfer),
        clock(Milestone::Solve, "4h", Role::Manager, Crossing::Regrade),
    ];
    let at = |now| level(&clocks, Role::Receptionist, now);
    let standing = |owner, since, told| Standing { owner, since, told };
    assert_eq!(at(t(0, 59)), standing(Role::Receptionist, None, vec![]));
    assert_eq!(at(t(1, 0)), standing(Role::Supervisor, Some(t(1, 0)), vec![]));
    assert_eq!(at(t(2, 0)), standing(Role::Supervisor, Some(t(1, 0)), vec![Role::HeadOffice]));
    assert_eq!(at(t(9, 0)), standing(Role::Manager, Some(t(3, 0)), vec![Role::HeadOffice]));
}

#[test]
fn a_clock_stopped_late_no_longer_raises_the_level_but_its_breach_stays() {
    let late = told(solve("1h"), |c| stop(c, t(2, 0), StopReason::Reached));
    assert_eq!(level(std::slice::from_ref(&late), Role::Department, t(3, 0)).owner, Role::Department);
    assert_eq!(late_by(&late, t(99, 0)), Some(HOUR));
}

#[test]
fn the_row_shows_what_went_highest_then_what_is_late_longest_then_what_crosses_next() {
    let clocks = [
        clock(Milestone::Contact, "1h", Role::Supervisor, Crossing::Transfer),
        clock(Milestone::Reply, "2h", Role::Manager, Crossing::Transfer),
        clock(Milestone::Solve, "90m", Role::Manager, Crossing::Report),
        told(solve("1m"), |c| stop(c, t(9, 0), StopReason::Reached)),
    ];
    let shown = |now| pressing(&clocks, Role::Receptionist, now).unwrap().milestone;
    assert_eq!(shown(t(0, 0)), Milestone::Contact);
    assert_eq!(shown(t(1, 0)), Milestone::Contact);
    assert_eq!(shown(t(1, 30)), Milestone::Solve);
    assert_eq!(shown(t(3, 0)), Milestone::Solve);
    assert!(pressing(&clocks[3..], Role::Receptionist, t(0, 0)).is_none());
}

#[test]
fn a_clock_not_in_force_presses_only_where_no_other_runs() {
    let ahead = told(solve("1h"), |c| c.armed_at = t(5, 0));
    let clocks = [ahead, solve("20h")];
    let shown = |clocks| pressing(clocks, Role::Supervisor, t(2, 0)).map(|c: &Clock| c.due_at);
    assert_eq!(shown(&clocks[..]), Some(t(20, 0)));
    assert_eq!(shown(&clocks[..1]), Some(t(1, 0)));
}

#[test]
fn nothing_below_the_owner_lowers_the_level_or_hides_what_is_late_longest() {
    let clocks = [
        clock(Milestone::Contact, "2h", Role::Supervisor, Crossing::Transfer),
        clock(Milestone::Reply, "1h", Role::Department, Crossing::Transfer),
    ];
    let standing = level(&clocks, Role::Manager, t(3, 0));
    assert_eq!((standing.owner, standing.since), (Role::Manager, None));
    let shown = pressing(&clocks, Role::Manager, t(3, 0)).unwrap();
    assert_eq!(shown.milestone, Milestone::Reply);
}

#[test]
fn a_role_told_by_two_clocks_is_named_once() {
    let told = |within| clock(Milestone::HeadOffice, within, Role::HeadOffice, Crossing::Report);
    let standing = level(&[told("1h"), told("2h")], Role::Supervisor, t(3, 0));
    assert_eq!(standing.told, [Role::HeadOffice]);
}
