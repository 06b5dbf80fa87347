//! What people do at random: everything that begins something, and steps for every register.
use super::agreement::Table;
use crate::stage::Stage;
use chrono::TimeDelta;
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::clock::Time;
use frontdesk::model::month::YearMonth;
use frontdesk::stats::{Note, Unit, catalogue};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

const DAY: i64 = 24 * 60;
/// Groups of which random months must have something, or they say nothing.
const MUST_BE_SEEN: [&str; 5] = ["complaints.", "orders.", "sheets.", "receptions.", "emergencies."];

/// A desk on a file with its people, at a moment.
pub fn staffed(file: &Path, now: Time) -> Stage {
    let desk = Desk::open(file, Arc::new(Config::from_text("test.toml", "").unwrap())).unwrap();
    Stage::on_at(desk, now)
}

/// Something begins; one of eight was received some time before it is entered.
pub fn opening(rng: &mut fastrand::Rng, now: Time, round: usize) -> Value {
    let unit = format!("{}-{}-{}01", rng.u8(1..6), rng.u8(1..3), rng.u8(1..4));
    let mut action = match rng.u8(0..16) {
        0..4 => complaint(rng),
        4..8 => order(rng),
        8..11 => reception(rng),
        11 => {
            json!({"do": "raise_emergency", "matter": "漏水", "place": unit, "emergency": pick(rng, &["burst_pipe", "first_aid", "lift"])})
        }
        12 => {
            json!({"do": "record_key", "key": format!("K{round}"), "key_kind": "entrusted", "matter": "入户门", "hook": "A1"})
        }
        13 => {
            json!({"do": "file_service", "phone": "13800138000", "matter": "保洁", "department": "cleaning", "ends_at": "+3d"})
        }
        14 => json!({"do": "plan_visit", "name": "王芳", "matter": "走访"}),
        _ => rare(rng, round),
    };
    let fields = action.as_object_mut().unwrap();
    if fields["do"] != "raise_emergency" {
        fields.insert("unit".to_owned(), json!(unit));
    }
    let dated = ["file_complaint", "file_work_order", "take_reception", "raise_emergency"];
    if dated.contains(&fields["do"].as_str().unwrap()) && rng.u8(0..8) == 0 {
        let before = now - TimeDelta::minutes(rng.i64(1..40 * DAY));
        fields.remove("arrive_by");
        fields.insert("received_at".to_owned(), json!(before.to_rfc3339()));
    }
    action
}

fn pick<'a>(rng: &mut fastrand::Rng, words: &[&'a str]) -> &'a str {
    words[rng.usize(..words.len())]
}

fn complaint(rng: &mut fastrand::Rng) -> Value {
    let mut action = json!({"do": "file_complaint", "name": "王芳", "phone": "13800138000", "matter": "漏水",
        "category": pick(rng, &["repair", "cleaning", "security"]), "severity": pick(rng, &["minor", "minor", "important", "major"]),
        "urgency": pick(rng, &["general", "general", "urgent"]), "channel": pick(rng, &["phone", "walk_in", "online"])});
    if rng.bool() {
        action["wanted_by"] = json!("+4d");
    }
    action
}

fn order(rng: &mut fastrand::Rng) -> Value {
    let mut action = json!({"do": "file_work_order", "name": "王芳", "phone": "13800138000", "matter": "坏了",
        "job": pick(rng, &["plumbing", "electric", "lift", "cleaning"]), "channel": pick(rng, &["phone", "online"])});
    if rng.bool() {
        action["arrive_by"] = json!(pick(rng, &["+1h", "+5h"]));
    }
    action
}

fn reception(rng: &mut fastrand::Rng) -> Value {
    match rng.u8(0..6) {
        0 => {
            json!({"do": "take_reception", "name": "王芳", "phone": "13800138000", "matter": "问路", "course": "answered", "result": "已答复"})
        }
        1 => {
            json!({"do": "take_reception", "name": "王芳", "phone": "13800138000", "matter": "投诉", "course": "complaint", "category": "repair"})
        }
        2 => {
            json!({"do": "take_reception", "name": "王芳", "phone": "13800138000", "matter": "报修", "course": "work_order", "job": "plumbing"})
        }
        3 => {
            json!({"do": "take_reception", "name": "王芳", "matter": "加装路灯", "kind": "suggestion", "channel": "walk_in"})
        }
        4 => {
            json!({"do": "take_reception", "name": "王芳", "phone": "13800138000", "matter": "水质", "promise": true, "course": "forwarded", "department": "engineering"})
        }
        _ => {
            json!({"do": "take_reception", "name": "王芳", "phone": "13800138000", "matter": "查费用", "wanted_by": "+1d"})
        }
    }
}

/// What comes seldom, and what some version of the desk does not know.
fn rare(rng: &mut fastrand::Rng, round: usize) -> Value {
    match rng.u8(0..6) {
        0 => json!({"do": "begin_stocktake"}),
        1 => json!({"do": "plan_callback", "about": "activity", "name": "王芳", "matter": "中秋活动"}),
        2 => json!({"do": "call_household", "name": "王芳", "outcome": "satisfied"}),
        3 => {
            json!({"do": "issue_pass", "pass_number": format!("L{round}"), "name": "汤师傅", "phone": "13900139000", "matter": "防水", "valid_until": "+3d"})
        }
        4 => json!({"do": "begin_reminder", "name": "王芳", "fee": "property"}),
        _ => json!({"do": "record_resident", "name": "王芳", "phone": "13800138000", "tie": "owner"}),
    }
}

/// Steps of all registers; what moves a case on stands here more than once.
pub fn steps() -> Vec<(&'static str, Value)> {
    let on = [on_complaints(), on_orders(), on_others()].concat();
    let aside = vec![
        ("pause", json!({"until": "+2d", "reason": "等配件"})),
        ("resume", json!({})),
        ("reopen", json!({"reason": "又坏了"})),
        ("void", json!({"reason": "录错"})),
        ("close_as_unable", json!({"reason": "无图纸"})),
        ("assign_handler", json!({"handler": "sup"})),
        ("change_urgency", json!({"urgency": "urgent", "reason": "复核"})),
        ("change_urgency", json!({"urgency": "general", "reason": "复核"})),
        ("move_promise", json!({"promised_at": "+3h", "reason": "缺人", "told": true})),
        ("move_promise", json!({"promised_at": "+6d", "reason": "缺人", "told": true})),
        ("forward_to_department", json!({"department": "cleaning"})),
        ("dispatch_work", json!({"job": "plumbing"})),
        ("move_copy", json!({"copy": "resident", "copy_at": "missing"})),
        ("press_again", json!({})),
        ("apologize", json!({"said": "缺配件", "promised_at": "+1d"})),
        ("follow_up_loss", json!({"note": "换锁"})),
    ];
    [on.clone(), on, aside].concat()
}

fn on_complaints() -> Vec<(&'static str, Value)> {
    let report =
        json!({"cause": "老化", "measures": "更换", "result": "不渗", "root_cause": "未检", "prevention": "季检"});
    vec![
        ("contact_resident", json!({"said": "已联系"})),
        ("reply_to_resident", json!({"said": "已答复"})),
        ("reply_to_resident", json!({"said": "已答复"})),
        ("hand_to_supervisor", json!({})),
        ("report_to_head_office", json!({"reported_to": "总公司", "copied": true})),
        ("report_to_head_office", json!({"reported_to": "总公司", "copied": true})),
        ("report_to_head_office", json!({"reported_to": "总公司", "copied": true})),
        ("complete", report.clone()),
        ("complete", report.clone()),
        ("complete", report),
        ("sign_record", json!({})),
        ("record_callback", json!({"outcome": "satisfied"})),
        ("record_callback", json!({"outcome": "satisfied", "form": "visit"})),
        ("record_callback", json!({"outcome": "unsatisfied"})),
        ("record_callback", json!({"outcome": "no_answer"})),
        ("judge_validity", json!({"validity": "valid", "reason": "属实"})),
        ("judge_validity", json!({"validity": "valid", "reason": "属实"})),
        ("judge_validity", json!({"validity": "invalid", "reason": "无据"})),
        ("change_severity", json!({"severity": "major", "reason": "复核"})),
        ("change_severity", json!({"severity": "minor", "reason": "复核"})),
    ]
}

fn on_orders() -> Vec<(&'static str, Value)> {
    vec![
        ("send_order", json!({"department": "engineering", "technician": "dept"})),
        ("send_order", json!({})),
        ("sign_order", json!({})),
        ("contact_resident", json!({})),
        ("depart", json!({})),
        ("arrive", json!({})),
        ("arrive", json!({})),
        ("first_check", json!({"note": "缺相"})),
        ("finish_order", json!({"result": "修好", "material": "接头"})),
        ("finish_order", json!({"result": "修好"})),
        ("tell_resident", json!({"said": "已修好", "satisfied": true})),
        ("tell_resident", json!({"said": "已修好", "satisfied": false})),
        ("file_sheet", json!({})),
        ("transfer_order", json!({"department": "cleaning", "reason": "不归我管"})),
        ("hand_back_order", json!({"reason": "地址不符"})),
    ]
}

fn on_others() -> Vec<(&'static str, Value)> {
    vec![
        ("finish", json!({"result": "已办"})),
        ("promise_reply", json!({"phone": "13800138000"})),
        ("decide_suggestion", json!({"adopted": true, "note": "列入计划"})),
        ("decide_suggestion", json!({"adopted": false, "note": "无经费"})),
        ("tell_of", json!({"who": "engineering"})),
        ("tell_of", json!({"who": "residents"})),
        ("tell_of", json!({"who": "residents"})),
        ("end_emergency", json!({"result": "水已停"})),
        ("review_emergency", json!({"response": "快", "cooperation": "好", "cause": "老化", "changes": "季检"})),
        (
            "lend_key",
            json!({"name": "王工", "department": "engineering", "purpose": "检修", "signature": "王工", "approved_by": "sup", "consent_by": "王芳", "consent_at": "-1h", "back_by": "+5h"}),
        ),
        ("return_key", json!({})),
        ("return_key", json!({})),
        ("chase_key", json!({"said": "请归还"})),
        ("report_lost", json!({"note": "遗失"})),
        ("make_appointment", json!({"appointment_at": "+1d", "told": true})),
        ("record_visit", json!({"said": "满意", "result": "已记录"})),
        ("review_callback", json!({"note": "已阅", "opinion": "再看"})),
        ("decide_callback", json!({"note": "同意"})),
        ("follow_up_service", json!({"note": "顺利"})),
        ("count_rest", json!({})),
        ("report_stocktake", json!({"note": "相符"})),
        ("sign_review", json!({})),
        ("return_pass", json!({})),
        ("remind", json!({"said": "请缴费"})),
    ]
}

/// Random months say something only of what is in them: something of nearly every figure, of nearly every share both what
/// counts and what does not.
pub fn assert_rich(months: &[(YearMonth, Table)]) {
    let seen = |id: &str, how: fn(i64, i64) -> bool| {
        let key = (id.to_owned(), None);
        months.iter().filter_map(|(_, table)| table.get(&key)).any(|(numerator, of)| how(*numerator, of.unwrap_or(0)))
    };
    let poor = |note: &Note| {
        let both = seen(note.id, |numerator, _| numerator > 0) && seen(note.id, |numerator, of| numerator < of);
        !seen(note.id, |_, _| true) || (note.unit == Unit::Share && !both)
    };
    let wanted = |note: &Note| MUST_BE_SEEN.iter().any(|group| note.id.starts_with(group));
    let notes: Vec<Note> = catalogue().into_iter().filter(wanted).collect();
    let poor: Vec<&str> = notes.iter().filter(|note| poor(note)).map(|note| note.id).collect();
    assert!(poor.len() * 10 <= notes.len(), "too little of {poor:?}");
}
