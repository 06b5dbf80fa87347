//! The one day that the desk really lives through: everything that comes to it, and how it all ends within a week.
//! It knows the desk and nothing of SQL.

use super::{TECHNICIANS, all, joined, time, who};
use frontdesk::desk::Desk;
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Time;
use frontdesk::model::queue::{Filter, QueueRow};
use frontdesk::model::staff::Staff;
use serde_json::{Value, json};

/// What comes in a day; callbacks and reviews come of it. About 45 % receptions, 12 % complaints, 25 % work orders,
/// 12 % callbacks, 3 % special services, 1 % emergencies, the rest visits, handovers and reviews.
const RECEPTIONS: usize = 112;
const COMPLAINTS: usize = 26;
const ORDERS: usize = 62;
const SERVICES: usize = 6;
const EMERGENCIES: usize = 2;
const VISITS: usize = 4;

/// A complaint, of all grades in turn.
pub fn complaint(i: usize) -> Value {
    let grade = [("minor", "general"), ("important", "general"), ("minor", "urgent"), ("major", "general")][i % 4];
    let category = ["repair", "security", "cleaning", "other"][i % 4];
    joined(
        who(i),
        json!({"do": "file_complaint", "category": category, "severity": grade.0, "urgency": grade.1, "department": "engineering"}),
    )
}

/// A reception, of the courses that end at the desk in turn.
pub fn reception(i: usize) -> Value {
    let course = match i % 3 {
        0 => json!({"do": "take_reception", "course": "answered", "result": "已当面答复"}),
        1 => json!({"do": "take_reception", "course": "forwarded", "department": "engineering", "promise": true}),
        _ => json!({"do": "take_reception", "kind": "request"}),
    };
    joined(who(i), course)
}

/// A work order, with a technician or waiting on the board.
pub fn order(i: usize) -> Value {
    let job = ["plumbing", "electric", "doors", "public", "equipment", "cleaning", "burst_pipe", "security"][i % 8];
    let technician = match job {
        "security" => None,
        "cleaning" => Some(TECHNICIANS[2]),
        _ => Some([TECHNICIANS[0], TECHNICIANS[1], TECHNICIANS[4], TECHNICIANS[5]][i / 8 % 4]),
    };
    joined(who(i), json!({"do": "file_work_order", "job": job, "technician": technician}))
}

/// A special service; every third one with an end, and so with a middle.
pub fn service(i: usize, ends_at: Time) -> Value {
    let ends_at = i.is_multiple_of(3).then_some(ends_at);
    joined(who(i), json!({"do": "file_service", "department": "cleaning", "ends_at": ends_at}))
}

/// Everything that comes on the first day, all of it closed a week later.
pub fn live(desk: &mut Desk) {
    let (day, later, monday) =
        (time("2015-11-16T02:00:00Z"), time("2015-11-19T02:00:00Z"), time("2015-11-23T02:00:00Z"));
    let new = (0..RECEPTIONS).map(reception).chain((0..COMPLAINTS).map(complaint)).chain((0..ORDERS).map(order));
    let emergency =
        |i| joined(json!({"do": "raise_emergency", "place": "3-1-502"}), json!({"matter": super::MATTERS[i]}));
    let visit = |i| joined(who(i), json!({"do": "plan_visit", "appointment_at": "2015-11-17T02:00:00Z"}));
    let new = new.chain((0..SERVICES).map(|i| service(i, later))).chain((0..EMERGENCIES).map(emergency));
    all(desk.perform_batch(new.chain((0..VISITS).map(visit)), "desk", day).unwrap());
    end_everything(desk, later);
    for by in ["desk", "sup"] {
        desk.perform_json(json!({"do": "begin_handover", "note": "夜间巡查水泵房"}), by, later).unwrap();
    }
    end_everything(desk, monday);
    assert_eq!(desk.counts(monday).unwrap(), [], "the first day ended with something open");
}

/// Takes every open case as far as it goes, round after round, until nothing is open or nothing moves.
fn end_everything(desk: &mut Desk, now: Time) {
    for _ in 0..12 {
        let open = desk.queue(&Filter::default(), 0, 100_000, now).unwrap();
        for row in &open {
            for (step, fields) in next_steps(desk, row) {
                // The one who wrote a handover does not take it over; all else the manager may do.
                let by = if row.register == Register::Handover { handover_by(desk, row) } else { "manager" };
                // Some of them not every case knows: refused, and nothing of it stays.
                let _ = desk.perform_json(joined(json!({"do": step, "number": row.number}), fields), by, now);
            }
        }
    }
}

fn manager(desk: &Desk) -> Staff {
    desk.who("manager").unwrap()
}

fn handover_by(desk: &Desk, row: &QueueRow) -> &'static str {
    match (row.state, desk.sheet(&row.number, &manager(desk)).unwrap().case.acceptor.as_str()) {
        (State::Offered, _) => "manager",
        (_, "desk") => "desk",
        _ => "sup",
    }
}

/// What is done next with a case; what does not fit is refused.
fn next_steps(desk: &Desk, row: &QueueRow) -> Vec<(&'static str, Value)> {
    let report = json!({"cause": "接头老化", "measures": "更换接头", "result": "不再渗漏",
        "root_cause": "未按期检修", "prevention": "列入季检"});
    match row.register {
        Register::Reception => {
            vec![("reply_to_resident", json!({"said": "已处理"})), ("finish", json!({"result": "已处理完毕"}))]
        }
        Register::Complaint => vec![
            ("reply_to_resident", json!({"said": "已约定处理方案"})),
            ("hand_to_supervisor", json!({})),
            ("report_to_head_office", json!({"reported_to": "总公司", "copied": true})),
            ("complete", report),
            ("sign_record", json!({})),
        ],
        Register::WorkOrder => vec![
            ("send_order", json!({})),
            ("sign_order", json!({})),
            ("contact_resident", json!({"said": "半小时后到"})),
            ("depart", json!({})),
            ("arrive", json!({})),
            ("first_check", json!({"note": "轴承磨损"})),
            ("finish_order", json!({"result": "已修复", "material": "角阀一只"})),
            ("tell_resident", json!({"said": "已告知", "satisfied": true})),
            ("file_sheet", json!({})),
        ],
        Register::Callback => vec![
            ("record_callback", json!({"form": "phone", "outcome": "satisfied", "quality": "good", "effect": "good"})),
            ("review_callback", json!({"note": "已阅"})),
        ],
        Register::Service => {
            vec![("record_handling", json!({"note": "已安排"})), ("finish", json!({"result": "已完成"}))]
        }
        Register::Emergency => vec![
            ("tell_of", json!({"who": "engineering"})),
            ("tell_resident", json!({"said": "正在处理"})),
            ("arrive", json!({})),
            ("end_emergency", json!({"result": "已解除"})),
            (
                "review_emergency",
                json!({"response": "八分钟", "cooperation": "顺畅", "cause": "老化", "changes": "列入季检"}),
            ),
        ],
        Register::Visit => vec![("record_visit", json!({"said": "一切都好"}))],
        Register::Handover => handover_steps(desk, row),
        Register::Review => vec![("sign_review", json!({}))],
        Register::Pass => vec![("return_pass", json!({"deposit_back": 0}))],
        Register::Reminder => vec![("record_payment", json!({}))],
        Register::Key | Register::Stocktake => Vec::new(),
    }
}

fn handover_steps(desk: &Desk, row: &QueueRow) -> Vec<(&'static str, Value)> {
    if row.state != State::Offered {
        return vec![("offer_handover", json!({}))];
    }
    let lines = desk.sheet(&row.number, &manager(desk)).unwrap().entries;
    let ticks = lines.iter().map(|line| ("tick_item", json!({"entry": line.id})));
    ticks.chain([("take_over", json!({}))]).collect()
}
