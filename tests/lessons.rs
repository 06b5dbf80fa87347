//! What users of other desk systems ran into, each as a test that ours does not. Facts and times only: no database, no screen.
#![allow(clippy::unwrap_used)]
use chrono::{FixedOffset, NaiveDate, NaiveDateTime, Weekday};
use frontdesk::model::clock::{Basis, Clock, ClockRule, Crossing, Milestone, StopReason, Time};
use frontdesk::model::staff::Role;
use frontdesk::rules::calendar::{Calendar, Warning};
use frontdesk::rules::clock::{Look, late_by, level, look, pause, pressing, regrade, start, stop};
use std::collections::BTreeSet;

const HOUR: i64 = 3_600;
const WEEK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

/// A local time, `11-20 09:00`, in the year 2026; 20 November is a Friday.
fn at(text: &str) -> Time {
    let local = NaiveDateTime::parse_from_str(&format!("2026-{text}"), "%Y-%m-%d %H:%M").unwrap();
    local.and_local_timezone(zone()).unwrap().to_utc()
}

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3_600).unwrap()
}

fn open(weekdays: &[Weekday], hours: &[&str]) -> Calendar {
    Calendar::new(zone(), weekdays, BTreeSet::new(), BTreeSet::new(), hours).unwrap()
}

fn office() -> Calendar {
    open(&WEEK, &["08:30-12:00", "13:30-17:30"])
}

fn rule(milestone: Milestone, within: &str, level: Role) -> ClockRule {
    ClockRule {
        id: format!("CMP-04/{}", milestone),
        milestone,
        within: within.parse().unwrap(),
        basis: Basis::Natural,
        level,
        crossing: Crossing::Transfer,
        pausable: true,
    }
}

fn run(rule: &ClockRule, from: Time) -> Clock {
    start(rule, from, from, None, &office()).unwrap()
}

fn solve(within: &str, from: &str) -> Clock {
    run(&rule(Milestone::Solve, within, Role::Manager), at(from))
}

fn seen(clock: &Clock, now: &str) -> Look {
    look(clock, Role::Supervisor, at(now))
}

/// osTicket 6346
#[test]
fn closing_a_late_case_never_clears_its_breach() {
    let mut clock = solve("1d", "11-20 09:00");
    stop(&mut clock, at("11-21 11:00"), StopReason::Reached);
    stop(&mut clock, at("11-21 08:00"), StopReason::Voided);
    assert_eq!(seen(&clock, "12-31 12:00"), Look::Missed { late: 2 * HOUR });
}

/// osTicket 3034
#[test]
fn a_case_that_waits_for_parts_can_be_paused_until_an_agreed_time() {
    let mut clock = solve("2d", "11-20 09:00");
    assert!(pause(&mut clock, at("11-20 15:00"), at("11-25 15:00"), &office()));
    assert_eq!(seen(&clock, "11-24 09:00"), Look::Paused { until: at("11-25 15:00") });
    assert_eq!(clock.due_at, at("11-27 09:00"));
}

/// osTicket 1684
#[test]
fn answering_and_solving_have_a_clock_each_so_closing_early_saves_nothing() {
    let mut reply = run(&rule(Milestone::Reply, "2d", Role::Supervisor), at("11-20 09:00"));
    let solve = solve("10d", "11-20 09:00");
    stop(&mut reply, at("11-21 09:00"), StopReason::Reached);
    assert_eq!(seen(&reply, "12-05 09:00"), Look::Met);
    assert_eq!(late_by(&solve, at("12-01 09:00")), Some(24 * HOUR));
}

/// Frappe Helpdesk 1554, GLPI 24481
#[test]
fn a_clock_shown_as_paused_stands_still() {
    let mut clock = solve("10h", "11-20 09:00");
    assert!(pause(&mut clock, at("11-20 10:00"), at("11-21 10:00"), &office()));
    assert_eq!(seen(&clock, "11-21 09:59"), Look::Paused { until: at("11-21 10:00") });
    assert_eq!(seen(&clock, "11-21 10:00"), Look::OnTime { left: 9 * HOUR });
    assert_eq!(late_by(&clock, at("11-21 18:59")), None);
    assert_eq!(late_by(&clock, at("11-21 20:00")), Some(HOUR));
}

/// GLPI 6902, GLPI 16383
#[test]
fn paused_time_is_kept_when_the_grade_changes() {
    let mut important = solve("1w", "11-01 09:00");
    assert!(pause(&mut important, at("11-02 09:00"), at("11-05 09:00"), &office()));
    let major = rule(Milestone::Solve, "10d", Role::HeadOffice);
    let clock = regrade(&mut important, &major, at("11-06 09:00"), None, &office()).unwrap();
    assert_eq!(clock.started_at, at("11-01 09:00"));
    assert_eq!(clock.due_at, at("11-14 09:00"));
}

/// GLPI 10594
#[test]
fn a_pause_of_a_working_day_limit_counts_working_time_only() {
    let rule = ClockRule { basis: Basis::Working, ..rule(Milestone::Solve, "2d", Role::Manager) };
    let mut clock = run(&rule, at("11-20 08:30"));
    assert_eq!(clock.due_at, at("11-23 17:30"));
    assert!(pause(&mut clock, at("11-20 16:30"), at("11-23 08:30"), &office()));
    assert_eq!(clock.due_at, at("11-24 09:30"));
    assert_eq!(clock.paused_for, HOUR);
}

/// osTicket 5955, Zammad 188
#[test]
fn a_reopened_case_starts_with_fresh_clocks_and_is_not_overdue() {
    let rule = rule(Milestone::Solve, "2d", Role::Manager);
    let mut first = run(&rule, at("11-01 09:00"));
    stop(&mut first, at("11-05 09:00"), StopReason::Reached);
    let second = Clock { cycle: first.cycle + 1, ..run(&rule, at("11-20 09:00")) };
    assert_eq!(seen(&second, "11-20 09:00"), Look::OnTime { left: 48 * HOUR });
    assert_eq!(seen(&first, "11-20 09:00"), Look::Missed { late: 48 * HOUR });
    let both = [first, second];
    assert_eq!(level(&both, Role::Supervisor, at("11-20 09:00")).owner, Role::Supervisor);
}

/// Zammad 5177
#[test]
fn the_nearest_clock_does_not_hide_the_others() {
    let clocks = [
        run(&rule(Milestone::Contact, "24h", Role::Supervisor), at("11-20 09:00")),
        run(&rule(Milestone::Solve, "2d", Role::HeadOffice), at("11-18 09:00")),
        run(&rule(Milestone::Reply, "2h", Role::Manager), at("11-20 09:00")),
    ];
    let shown = |now| pressing(&clocks, Role::Receptionist, at(now)).map(|c| c.milestone);
    assert_eq!(shown("11-20 08:59"), Some(Milestone::Solve));
    assert_eq!(shown("11-20 10:30"), Some(Milestone::Solve));
    let all = clocks.each_ref().map(|clock| look(clock, Role::Receptionist, at("11-20 10:30")));
    assert!(matches!(all[0], Look::OnTime { .. }));
    assert!(matches!(all[1], Look::Escalated { to: Role::HeadOffice, .. }));
    assert!(matches!(all[2], Look::OnTime { left } if left == HOUR / 2));
}

/// Zammad 2532
#[test]
fn three_levels_go_to_three_roles_one_after_the_other() {
    let clocks = [("2d", Role::Supervisor), ("1w", Role::Manager), ("1mo", Role::HeadOffice)]
        .map(|(within, level)| run(&rule(Milestone::Finish, within, level), at("11-01 09:00")));
    let standing = |now| level(&clocks, Role::Receptionist, at(now));
    assert_eq!(standing("11-03 08:59").owner, Role::Receptionist);
    assert_eq!(standing("11-03 09:00").owner, Role::Supervisor);
    assert_eq!(standing("11-08 09:00").owner, Role::Manager);
    assert_eq!(standing("12-01 09:00").owner, Role::HeadOffice);
    assert_eq!(standing("12-31 09:00").since, Some(at("12-01 09:00")));
}

/// Frappe Helpdesk 3279
#[test]
fn a_look_is_never_stale_since_it_is_worked_out_on_reading() {
    let clock = solve("10h", "11-20 09:00");
    let untouched = clock.clone();
    assert!(matches!(seen(&clock, "11-20 16:59"), Look::OnTime { .. }));
    assert!(matches!(seen(&clock, "11-20 17:00"), Look::Soon { .. }));
    assert!(matches!(seen(&clock, "11-20 19:00"), Look::Escalated { late: 0, .. }));
    let standing = level(std::slice::from_ref(&clock), Role::Supervisor, at("11-30 08:00"));
    assert_eq!(standing.since, Some(at("11-20 19:00")));
    assert_eq!(clock, untouched);
}

/// Zammad 3180
#[test]
fn a_round_the_clock_calendar_has_no_closed_minute_at_midnight() {
    let every = [&WEEK[..], &[Weekday::Sat, Weekday::Sun]].concat();
    let always = open(&every, &["00:00-24:00"]);
    let (before, after) = (at("11-20 23:59"), at("11-21 00:01"));
    assert_eq!(always.between(before, after, Basis::Working), 120);
    assert_eq!(always.add(before, 60, Basis::Working), at("11-21 00:00"));
    assert_eq!(always.between(at("11-01 00:00"), at("11-08 00:00"), Basis::Working), 7 * 24 * HOUR);
}

/// Frappe Helpdesk 2212
#[test]
fn a_lunch_break_is_closed_and_a_night_shift_runs_over_midnight() {
    let noon = office().add(at("11-20 11:30"), HOUR, Basis::Working);
    assert_eq!(noon, at("11-20 14:00"));
    let night = open(&WEEK, &["22:00-06:00"]);
    let morning = night.add(at("11-20 23:00"), 6 * HOUR, Basis::Working);
    assert_eq!(morning, at("11-21 05:00"));
    assert_eq!(night.add(morning, 2 * HOUR, Basis::Working), at("11-23 23:00"));
}

/// osTicket 6739
#[test]
fn every_choice_of_weekdays_opens_those_days_and_no_other() {
    let every = [&WEEK[..], &[Weekday::Sat, Weekday::Sun]].concat();
    let monday = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    for choice in 0_u32..128 {
        let chosen = |day: usize| choice >> day & 1 == 1;
        let weekdays: Vec<Weekday> = (0..7).filter(|&d| chosen(d)).map(|d| every[d]).collect();
        let calendar = open(&weekdays, &["08:30-17:30"]);
        for (day, date) in monday.iter_days().take(7).enumerate() {
            let seconds = if chosen(day) { 9 * HOUR } else { 0 };
            let (from, until) = (calendar.end_of_day(date.pred_opt().unwrap()), calendar.end_of_day(date));
            assert_eq!(calendar.between(from, until, Basis::Working), seconds, "{date} of {weekdays:?}");
        }
    }
}

/// MicroCommunity
#[test]
fn the_warning_is_heeded_a_pause_moves_the_limit_and_a_remark_closes_nothing() {
    let mut calendar = office();
    calendar.warning = Warning { share_percent: 50, at_least: 600 };
    let rules = [Milestone::Solve, Milestone::Contact].map(|m| rule(m, "10h", Role::Manager));
    let [mut solve, mut contact] =
        rules.map(|rule| start(&rule, at("11-20 09:00"), at("11-20 09:00"), None, &calendar).unwrap());
    assert_eq!(seen(&solve, "11-20 13:59"), Look::OnTime { left: 5 * HOUR + 60 });
    assert_eq!(seen(&solve, "11-20 14:00"), Look::Soon { left: 5 * HOUR });

    assert!(pause(&mut solve, at("11-20 15:00"), at("11-20 16:00"), &calendar));
    assert_eq!(solve.due_at, at("11-20 20:00"));

    stop(&mut contact, at("11-20 17:00"), StopReason::Reached);
    assert_eq!(seen(&contact, "11-20 17:00"), Look::Met);
    assert_eq!(seen(&solve, "11-20 17:00"), Look::Soon { left: 3 * HOUR });
}

/// Condo
#[test]
fn limits_of_thirty_minutes_one_hour_and_twelve_hours_are_kept_to_the_second() {
    let second = chrono::TimeDelta::seconds(1);
    for (within, seconds) in [("30m", 1_800), ("1h", HOUR), ("12h", 12 * HOUR)] {
        let from = at("11-20 20:17") + second * 43;
        let clock = run(&rule(Milestone::WithSupervisor, within, Role::Supervisor), from);
        assert_eq!((clock.due_at - from).num_seconds(), seconds);
        assert_eq!(late_by(&clock, clock.due_at - second), None);
        assert_eq!(late_by(&clock, clock.due_at), Some(0));
    }
}
