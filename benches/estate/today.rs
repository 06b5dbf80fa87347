//! What is open today, with running clocks, and the keys of the cabinet. It knows the desk and nothing of SQL.

use super::day::{complaint, order, reception, service};
use super::{HOUSEHOLDS, TECHNICIANS, joined, now, owner, unit};
use chrono::TimeDelta;
use frontdesk::desk::Desk;
use frontdesk::model::clock::Time;
use serde_json::{Value, json};

/// Cases that are open with running clocks, of each kind.
const OPEN: i64 = 2_000;
const ORDERS: i64 = 1_200;
const SERVICES: i64 = 60;
const CALLBACKS: i64 = 300;
/// Keys that are recorded at the desk; the others are copied from them.
const KEYS: i64 = 20;
/// Loans of each that have ended.
const LOANS: i64 = 10;
/// Keys out now.
const OUT: usize = 150;

fn ago(minutes: i64) -> Time {
    now() - TimeDelta::minutes(minutes)
}

fn do_it(desk: &mut Desk, action: Value, by: &str, at: Time) -> String {
    desk.perform_json(action.clone(), by, at).unwrap_or_else(|refusal| panic!("{action}: {refusal:?}")).number
}

/// What is open today: most of it two days old or less, the rest up to three weeks.
pub fn open_cases(desk: &mut Desk) {
    for i in 0..OPEN {
        let at = i as usize;
        let action = if i % 4 == 3 { joined(reception(at * 3 + 2), json!({"course": "desk"})) } else { complaint(at) };
        do_it(desk, action, "desk", ago(if i % 3 == 0 { i * 15 } else { i * 2 }));
    }
    for i in 0..ORDERS {
        open_order(desk, i);
    }
    for i in 0..SERVICES {
        do_it(desk, service(i as usize, now() + TimeDelta::days(i % 20)), "desk", ago(1_500));
    }
    for i in 0..CALLBACKS {
        let home = i as usize * 7 % HOUSEHOLDS;
        let about = ["activity", "publication", "other"][i as usize % 3];
        let action = json!({"do": "plan_callback", "about": about, "unit": unit(home), "name": owner(home), "matter": "秋季邻里节参加情况"});
        let number = do_it(desk, action, "desk", ago(i * 40));
        if i % 4 == 3 {
            let asked = json!({"do": "record_callback", "number": number, "outcome": "satisfied", "said": "都好"});
            do_it(desk, asked, "desk", now());
        }
    }
    for i in 0..HOUSEHOLDS / 3 {
        let call =
            json!({"do": "call_household", "unit": unit(i), "name": owner(i), "outcome": "satisfied", "said": "都好"});
        do_it(desk, call, "desk", ago(2_000 + i as i64));
    }
    for (at, login) in TECHNICIANS.iter().enumerate().filter(|(at, _)| at % 2 == 0) {
        let until = now() + TimeDelta::hours(2 + at as i64);
        do_it(
            desk,
            json!({"do": "plan_duty", "login": login, "starts_at": ago(300), "ends_at": until}),
            "sup",
            ago(300),
        );
    }
    for matter in ["三号楼一单元水管爆裂", "二号楼电梯困人"] {
        do_it(desk, json!({"do": "raise_emergency", "matter": matter, "place": "3-1-502"}), "desk", ago(12));
    }
}

/// A work order that has come as far as its place in the row says.
fn open_order(desk: &mut Desk, i: i64) {
    let at = ago(i * 2 + 60);
    let number = do_it(desk, order(i as usize), "desk", at);
    let steps = [
        ("sign_order", json!({})),
        ("contact_resident", json!({"said": "半小时后到"})),
        ("depart", json!({})),
        ("arrive", json!({})),
        ("finish_order", json!({"result": "已修复"})),
        ("tell_resident", json!({"said": "已告知", "satisfied": true})),
    ];
    let waits = i % 8 == 7;
    for (place, (step, fields)) in steps.into_iter().enumerate().take(if waits { 0 } else { i as usize % 7 }) {
        let action = joined(json!({"do": step, "number": number}), fields);
        do_it(desk, action, "manager", at + TimeDelta::minutes(place as i64 + 1));
    }
    if i % 11 == 5 {
        let until = now() + TimeDelta::hours(20);
        let pause = json!({"do": "pause", "number": number, "until": until, "reason": "等配件"});
        // One that is done already is not paused.
        let _ = desk.perform_json(pause, "manager", now());
    }
}

fn loan(i: usize) -> Value {
    json!({"do": "lend_key", "name": format!("工程{i}"), "department": "engineering", "purpose": "巡检", "signature": "工程"})
}

/// A few keys with their loans, weeks ago.
pub fn keys(desk: &mut Desk) {
    for i in 0..KEYS {
        let begun = ago(60 * 24 * 50 - i);
        let kind = ["plant_room", "other"][i as usize % 2];
        let key = json!({"do": "record_key", "key": format!("K-{}", 1000 + i), "key_kind": kind, "building": "1", "floor": "1",
            "hook": format!("1-1-{i}"), "matter": format!("{i}号设备房")});
        let number = do_it(desk, key, "desk", begun);
        for day in 0..LOANS {
            let out = begun + TimeDelta::days(day + 1);
            do_it(desk, joined(loan(day as usize), json!({"number": number})), "desk", out);
            let back = json!({"do": "return_key", "number": number, "condition": "完好"});
            do_it(desk, back, "desk", out + TimeDelta::hours(2));
        }
    }
}

/// Some are out now, the first ones too long.
pub fn lent_keys(desk: &mut Desk) {
    for i in 0..OUT {
        let lent = joined(loan(i), json!({"number": format!("K-{}", 1000 + i * 13)}));
        do_it(desk, lent, "desk", ago(if i < 20 { 60 * 40 } else { 30 }));
    }
}
