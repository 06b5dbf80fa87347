//! The estate of the demonstration: the same for the same seed, whole, and with everything on the screen at any hour.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]

mod demo {
    pub mod registers;
}

use chrono::{DateTime, TimeDelta, Utc};
use frontdesk::config::Config;
use frontdesk::demo::{Summary, make};
use frontdesk::desk::Desk;
use frontdesk::desk::answer::{Part, Pressing};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Time;
use frontdesk::model::complaint::{PlanState, Validity};
use frontdesk::model::queue::{Filter, QueueRow};
use frontdesk::model::reception::ReviewKind;
use frontdesk::model::staff::{Role, Staff};
use frontdesk::model::step::{Next, STEPS};
use frontdesk::rules::clock::{Look, look};
use std::collections::BTreeSet;
use std::sync::Arc;
use strum::VariantArray;

fn local(text: &str) -> Time {
    DateTime::parse_from_str(&format!("{text}:00 +0800"), "%Y-%m-%d %H:%M:%S %z").unwrap().with_timezone(&Utc)
}

fn estate(seed: u64, now: Time) -> (Desk, Summary) {
    let mut desk = Desk::in_memory(Arc::new(Config::shipped().unwrap())).unwrap();
    let mut last = (0, 0);
    let summary = make(&mut desk, seed, now, "keeper", &mut |done, total| last = (done, total));
    let summary = summary.unwrap_or_else(|refusal| panic!("{now}: {refusal:?}"));
    assert_eq!(last, (summary.actions, summary.actions), "progress ends where the work ends");
    (desk, summary)
}

fn rows(desk: &Desk, now: Time, past: bool) -> Vec<QueueRow> {
    desk.queue(&Filter { past, ..Filter::default() }, 0, 100_000, now).unwrap()
}

/// A look without its numbers.
fn look_name(look: &Look) -> String {
    match look {
        Look::Escalated { to, how, .. } => format!("escalated {how} {to}"),
        other => format!("{other:?}").split([' ', '{']).next().unwrap().to_owned(),
    }
}

/// Looks of the lines, as the queue shows them.
fn pressing_looks(open: &[QueueRow], now: Time) -> BTreeSet<String> {
    let looks = open.iter().filter_map(|row| Pressing::of(&row.clocks, row.owner, now).look);
    looks.map(|look| look_name(&look)).collect()
}

fn everything_is_on_the_screen(desk: &Desk, now: Time) {
    let open = rows(desk, now, false);
    let shown = pressing_looks(&open, now);
    for wanted in [
        "OnTime",
        "Soon",
        "Paused",
        "Overdue",
        "escalated transfer supervisor",
        "escalated report supervisor",
        "escalated transfer manager",
        "escalated report manager",
        "escalated transfer head_office",
        "escalated report head_office",
    ] {
        assert!(shown.contains(wanted), "{now}: no line looks {wanted}: {shown:?}");
    }
    let levels: BTreeSet<Role> =
        open.iter().map(|row| Pressing::of(&row.clocks, row.owner, now).standing.owner).collect();
    assert_eq!(levels, Role::VARIANTS.iter().copied().collect(), "{now}");
    assert!(open[0].harm, "{now}: harm going on stands at the top");
    assert!(open.iter().any(|row| row.proposed_major), "{now}: nothing is proposed as major");
    assert!(open.iter().any(|row| row.handler.as_deref() == Some("keeper")), "{now}: nothing for who sits here");
    assert!((100..220).contains(&open.len()), "{now}: {} open", open.len());
}

fn boss(desk: &Desk) -> Staff {
    desk.staff().unwrap().into_iter().find(|one| one.role == Role::Manager).unwrap()
}

/// All states that the table knows of a register.
fn states_of(register: Register) -> BTreeSet<State> {
    let rows = STEPS.iter().filter(|row| row.register == register);
    let to = |next: Next| match next {
        Next::To(state) => vec![state],
        Next::OneOf(states) => states.to_vec(),
        Next::Same => Vec::new(),
    };
    rows.flat_map(|row| [row.from.to_vec(), to(row.to)].concat()).collect()
}

fn nothing_is_missing_in_the_registers(desk: &Desk, now: Time) {
    let all = rows(desk, now, true);
    for register in Register::VARIANTS {
        let of = all.iter().filter(|row| row.register == *register);
        let states: BTreeSet<State> = of.map(|row| row.state).collect();
        assert_eq!(states, states_of(*register), "{now}: {register}");
    }
    let mut looks = BTreeSet::new();
    let (mut untold, mut plans, mut calls, mut signs, mut reopened) = (0, 0, 0, 0, 0);
    // The lines of households that were rung up are all alike.
    for row in all.iter().filter(|row| row.register != Register::Callback) {
        let sheet = desk.sheet(&row.number, &boss(desk)).unwrap();
        looks.extend(sheet.clocks.iter().map(|clock| look_name(&look(clock, sheet.case.owner, now))));
        if let Part::Complaint(complaint) = &sheet.part {
            untold += complaint.untold;
            plans += u32::from(complaint.plan_state == PlanState::Written && row.state == State::Handling);
            calls += u32::from(row.state == State::Solved && complaint.signed_at.is_some());
            signs += u32::from(row.state == State::Solved && complaint.signed_at.is_none());
            reopened += complaint.reopened;
            assert!(complaint.validity != Validity::Outside || complaint.transferred_to.is_some());
        }
    }
    for wanted in ["NotYet", "Met", "Missed", "Dropped", "escalated regrade manager"] {
        assert!(looks.contains(wanted), "{now}: no clock looks {wanted}: {looks:?}");
    }
    assert!(untold >= 2 && plans >= 1 && calls >= 2 && signs >= 2 && reopened >= 5, "{now}");
}

fn days_and_a_week_wait_for_review(desk: &Desk, now: Time) {
    let filter = Filter { register: Some(Register::Review), ..Filter::default() };
    let open = desk.queue(&filter, 0, 100, now).unwrap();
    let kind = |row: &QueueRow| match desk.sheet(&row.number, &boss(desk)).unwrap().part {
        Part::Review(review) => (review.kind, review.last_day),
        other => panic!("{other:?}"),
    };
    let today = desk.config.calendar.local_date(now);
    let late = |row: &&QueueRow| row.clocks.iter().any(|clock| clock.crosses_at() <= now);
    let days: Vec<&QueueRow> = open.iter().filter(|row| kind(row).0 == ReviewKind::Day).collect();
    assert!((2..=4).contains(&days.len()), "{now}: {} days", days.len());
    assert_eq!(days.iter().copied().filter(late).count(), 1, "{now}: one day is late");
    let over = open.iter().map(kind).filter(|(kind, last)| *kind == ReviewKind::Week && *last < today).count();
    assert_eq!(over, 1, "{now}: one week that is over waits for the manager");
}

/// Makes an estate, looks at everything in it, and returns the head of its journal.
fn holds_at(now: Time) -> String {
    let (desk, summary) = estate(7, now);
    assert!((2900..=3100).contains(&summary.units) && (4200..=4800).contains(&summary.residents), "{summary:?}");
    assert!(summary.cases > 2_000, "{summary:?}");
    everything_is_on_the_screen(&desk, now);
    nothing_is_missing_in_the_registers(&desk, now);
    days_and_a_week_wait_for_review(&desk, now);
    demo::registers::everything_stands_in_them(&desk, now);
    let survey = desk.inspect().unwrap();
    assert_eq!(survey.findings, Vec::<String>::new());
    survey.head
}

#[test]
fn everything_is_there_on_a_friday_afternoon_and_the_same_seed_makes_the_same_journal() {
    let now = local("2026-11-20 17:30");
    assert_eq!(holds_at(now), estate(7, now).0.inspect().unwrap().head);
}

#[test]
fn everything_is_there_before_dawn_on_a_monday() {
    holds_at(local("2026-11-23 03:00"));
}

#[test]
fn nothing_lies_in_the_future_and_whoever_sits_here_may_be_one_of_the_staff() {
    let now = local("2026-12-31 23:59") + TimeDelta::seconds(30);
    let mut desk = Desk::in_memory(Arc::new(Config::shipped().unwrap())).unwrap();
    make(&mut desk, 3, now, "zhangmin", &mut |_, _| {}).unwrap();
    assert_eq!(desk.who("zhangmin").unwrap().role, Role::Manager);
    for row in rows(&desk, now, true) {
        let history = desk.sheet(&row.number, &boss(&desk)).unwrap().history;
        assert!(history.iter().all(|event| event.at <= now), "{}", row.number);
        assert!(history.windows(2).all(|pair| pair[0].at <= pair[1].at), "{}", row.number);
    }
}
