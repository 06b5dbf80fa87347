//! Passes and reminders of the past (LED-04, LED-06). Must not know the desk.
use super::super::estate::Person;
use super::super::script::{Thread, stamp};
use super::super::staff::Who;
use super::super::words::WORKERS;
use chrono::TimeDelta;

/// A reminder begins on every fourth day; one for the same fee has ended by then, so no household has two of them.
pub(super) const EVERY: i32 = 4;
const FEES: &[&str] = &["property", "parking", "water"];

/// A worker's pass: most come back in time, some are extended, a few late or lost.
pub(super) fn pass(t: &mut Thread<'_>, person: &Person, _second: usize) {
    let worker = &WORKERS[t.rng.usize(..WORKERS.len())];
    // No card is out twice: each day has its own.
    let card = format!("W{:03}", t.hours.day_number(t.at).rem_euclid(100));
    let days = t.rng.i64(3..15);
    let until = t.at + TimeDelta::days(days);
    let (valid_until, later) = (stamp(until), stamp(until + TimeDelta::days(4)));
    let phone = format!("140{:08}", t.rng.u32(..100_000_000));
    let deposit = if t.chance(70) { "50" } else { "" };
    let fields = [
        ("pass_number", card.as_str()),
        ("name", worker.name),
        ("phone", &phone),
        ("company", worker.company),
        ("unit", &person.unit),
        ("matter", worker.matter),
        ("valid_until", &valid_until),
        ("deposit", deposit),
    ];
    t.act(Who::Desk, "issue_pass", &fields);
    let until_then = days * 1440;
    match t.rng.u32(..100) {
        0..6 => {
            t.wait_open(until_then / 3..until_then / 2);
            t.act(Who::Desk, "report_lost", &[("note", "工人说丢在工地，找过没有")]);
            t.wait_open(60..900);
            let kept = if deposit.is_empty() { "" } else { "0" };
            let fields = [("note", "卡号已注销，押金抵工本费"), ("deposit_back", kept)];
            return t.act(Who::Supervisor, "follow_up_loss", &fields);
        }
        6..18 => {
            t.wait_open(until_then / 2..until_then * 3 / 4);
            t.act(Who::Desk, "extend_pass", &[("valid_until", &later), ("reason", "工期顺延，业主来电确认")]);
            t.wait_open(until_then / 2..until_then * 3 / 4);
        }
        18..28 => drop(t.wait_open(until_then + 300..until_then + 3000)),
        _ => drop(t.wait_open(until_then / 2..until_then - 600)),
    }
    t.act(Who::Desk, "return_pass", &[("deposit_back", deposit)]);
}

/// A household that is reminded until it pays; now and then it promises first, and not all keep their word.
pub(super) fn reminder(t: &mut Thread<'_>, person: &Person, _second: usize) {
    let fee = FEES[(t.hours.day_number(t.at) / EVERY).rem_euclid(FEES.len() as i32) as usize];
    let fields = [("unit", person.unit.as_str()), ("name", &person.name), ("phone", &person.phone), ("fee", fee)];
    t.act(Who::Desk, "begin_reminder", &fields);
    t.act(
        Who::Desk,
        "remind",
        &[("how", "phone"), ("said", "说这两天就交"), ("next_at", &stamp(t.at + TimeDelta::days(3)))],
    );
    if t.chance(50) {
        t.wait_open(1500..3000);
        t.act(Who::Desk, "remind", &[("how", "notice"), ("next_at", &stamp(t.at + TimeDelta::days(3)))]);
    }
    if t.chance(50) {
        t.wait_open(600..2000);
        let by = stamp(t.at + TimeDelta::days(2));
        t.act(Who::Desk, "promise_payment", &[("promised_at", &by), ("said", "发工资就来交")]);
        if t.chance(30) {
            t.wait_open(2900..4300);
            t.act(Who::Desk, "remind", &[("how", "visit"), ("said", "说忙忘了，明天一定交")]);
        }
    }
    t.wait_open(600..2500);
    t.act(Who::Desk, "record_payment", &[("note", "已到前台缴清")]);
}
