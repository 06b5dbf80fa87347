//! CBK-02: the program draws whom to ask; nobody can choose, everybody can check.
use super::stage::{Stage, at, joined, local};
use frontdesk::desk::answer::Hint;
use frontdesk::desk::refusal::Refusal;
use frontdesk::model::callback::CallbackKind;
use frontdesk::model::case::{Case, Register, State};
use frontdesk::model::clock::Milestone;
use frontdesk::rules::sampling;
use serde_json::json;
use std::collections::BTreeMap;

/// A work order, done by this technician for a unit.
fn finished(stage: &mut Stage, technician: &str, unit: &str) -> String {
    let order = json!({"do": "file_work_order", "unit": unit, "name": "王芳", "matter": "换灯", "job": "burst_pipe",
        "department": "engineering", "technician": technician});
    let number = stage.ok("desk", order).number;
    finish(stage, technician, &number);
    number
}

fn finish(stage: &mut Stage, technician: &str, number: &str) {
    stage.wait(1);
    let done = stage.step(technician, number, "finish_order", json!({"result": "修好"}));
    assert_eq!(done.state, Some(State::Finished));
    assert_ne!(done.hint, Some(Hint::Drawn), "whoever did the work is not told");
    assert!(!done.linked.iter().any(|number| number.starts_with("HF-")), "nor by the numbers: {:?}", done.linked);
}

fn stage() -> Stage {
    let mut stage = Stage::new();
    for login in ["wang", "li", "zhao"] {
        let one = json!({"do": "add_staff", "login": login, "name": login, "role": "department", "department": "engineering"});
        stage.ok("manager", one);
    }
    stage
}

fn callbacks_of(stage: &Stage, number: &str) -> Vec<Case> {
    let mut offspring = stage.sheet(number).offspring;
    offspring.retain(|one| one.register == Register::Callback);
    offspring
}

/// CBK-02
#[test]
fn of_daily_repairs_a_tenth_is_drawn_and_spread_over_technicians() {
    let mut stage = stage();
    let orders: Vec<(String, &str)> = (0..31)
        .map(|place| {
            let technician = ["wang", "li", "zhao"][place % 3];
            (finished(&mut stage, technician, &format!("{}-1-101", place % 5 + 1)), technician)
        })
        .collect();
    let mut drawn: BTreeMap<&str, usize> = BTreeMap::new();
    for (number, technician) in &orders {
        *drawn.entry(technician).or_default() += callbacks_of(&stage, number).len();
    }
    assert_eq!(drawn.values().sum::<usize>(), 4, "a tenth of 31, rounded up");
    assert!(drawn.values().all(|count| (1..=2).contains(count)), "{drawn:?}");
    let month = stage.desk.callback_month(stage.now).unwrap();
    let repairs = month.kinds.iter().find(|one| one.kind == CallbackKind::Repair).unwrap();
    assert_eq!((repairs.required, repairs.done, repairs.pool, repairs.drawn), (4, 0, 31, 4));
    let findings = stage.desk.inspect().unwrap().findings;
    assert!(findings.is_empty(), "{findings:?}");
}

/// CBK-02, CBK-01
#[test]
fn what_is_drawn_is_due_in_five_days_and_hidden_from_whoever_did_it() {
    let mut stage = stage();
    let number = finished(&mut stage, "wang", "3-1-502");
    let callback = callbacks_of(&stage, &number).remove(0).number;
    assert_eq!(stage.clock(&callback, "CBK-01/repair").due_at, at(19, 9, 31), "the first of a month is always drawn");
    let seen = stage.sheet_for("wang", &number).offspring;
    assert!(seen.iter().all(|one| one.register != Register::Callback));
    stage.step("desk", &number, "record_callback", json!({"outcome": "satisfied"}));
    assert_eq!(stage.sheet_for("wang", &number).offspring.len(), 1);
}

/// CBK-02
#[test]
fn the_seed_is_the_hash_of_the_event_before_the_months_first_action() {
    let mut stage = stage();
    let before = stage.desk.inspect().unwrap();
    stage.go_to(local("2026-12-01 00:10"));
    stage.file("minor", "general");
    let lottery = stage.desk.callback_month(stage.now).unwrap().lottery.unwrap();
    assert_eq!((lottery.seed, lottery.after), (before.head, before.events));
    let november = stage.desk.callback_month(at(30, 12, 0)).unwrap().lottery.unwrap();
    assert_ne!(november.month, lottery.month);
}

/// CBK-02
#[test]
fn anybody_can_draw_again_and_comes_to_the_same() {
    let mut stage = stage();
    let numbers: Vec<String> =
        (0..21).map(|place| finished(&mut stage, ["wang", "li"][place % 2], "3-1-502")).collect();
    let seed = stage.desk.callback_month(stage.now).unwrap().lottery.unwrap().seed;
    let ticket = |(place, number): (usize, &String)| sampling::Ticket {
        lot: sampling::lot(&seed, number),
        technician: ["wang", "li"][place % 2].to_owned(),
        building: "3".to_owned(),
        percent: 10,
        gone_after: None,
    };
    let pool: Vec<sampling::Ticket> = numbers.iter().enumerate().map(ticket).collect();
    let again: Vec<&String> = sampling::replay(&pool).into_iter().map(|place| &numbers[place]).collect();
    let draws = stage.desk.draws(stage.now).unwrap();
    assert_eq!(draws.iter().map(|(_, lot)| &lot.number).collect::<Vec<_>>(), again);
}

/// CBK-02
#[test]
fn what_was_drawn_cannot_be_voided() {
    let mut stage = stage();
    let number = finished(&mut stage, "wang", "3-1-502");
    let callback = callbacks_of(&stage, &number).remove(0).number;
    let void = joined(&callback, "void", json!({"reason": "不想问"}));
    assert!(matches!(stage.refused("manager", void), Refusal::First(first) if first == [Milestone::Callback]));
}

/// CBK-02
#[test]
fn what_is_opened_again_before_it_was_asked_stays_in_the_pool_once() {
    let mut stage = stage();
    let number = finished(&mut stage, "wang", "3-1-502");
    stage.step("desk", &number, "reopen", json!({"reason": "又坏了"}));
    assert_eq!(callbacks_of(&stage, &number)[0].state, State::Voided, "nobody is asked about what goes on");
    stage.step("desk", &number, "send_order", json!({"department": "engineering", "technician": "wang"}));
    finish(&mut stage, "wang", &number);
    let month = stage.desk.callback_month(stage.now).unwrap();
    assert_eq!((month.kinds[0].pool, month.kinds[0].drawn), (1, 1));
    let callbacks = callbacks_of(&stage, &number);
    assert_eq!(callbacks.iter().filter(|one| one.state == State::Due).count(), 1, "it was drawn, so it is asked");
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// CBK-02
#[test]
fn a_share_that_was_changed_within_a_month_does_not_break_the_record() {
    let mut stage = stage();
    for _ in 0..5 {
        finished(&mut stage, "wang", "3-1-502");
    }
    let settings = "[[share]]\nid = \"CBK-02/repair\"\nkind = \"repair\"\npercent = 50\nsource = \"test\"\n";
    let config = frontdesk::config::Config::from_text("test.toml", settings).unwrap();
    stage.desk.config = std::sync::Arc::new(config);
    for _ in 0..5 {
        finished(&mut stage, "li", "3-1-502");
    }
    assert_eq!(stage.desk.callback_month(stage.now).unwrap().kinds[0].drawn, 5);
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// CBK-02
#[test]
fn where_a_drawn_order_is_voided_another_is_drawn_and_the_record_still_follows_from_the_seed() {
    let mut stage = stage();
    let orders: Vec<String> = (0..20)
        .map(|place| finished(&mut stage, ["wang", "li"][place % 2], &format!("{}-1-101", place % 3 + 1)))
        .collect();
    let repairs = |stage: &Stage| {
        let month = stage.desk.callback_month(stage.now).unwrap();
        let repairs = month.kinds.into_iter().find(|one| one.kind == CallbackKind::Repair).unwrap();
        (repairs.required, repairs.pool, repairs.drawn)
    };
    let due = |stage: &Stage| {
        let open = |number: &String| callbacks_of(stage, number).into_iter().find(|one| one.state == State::Due);
        orders.iter().filter(|number| open(number).is_some()).cloned().collect::<Vec<_>>()
    };
    assert_eq!(repairs(&stage), (2, 20, 2));
    for left in [19, 18, 17] {
        let drawn = due(&stage)[0].clone();
        stage.step("sup", &drawn, "void", json!({"reason": "登记错误"}));
        let another = due(&stage);
        assert!(another.len() == 2 && !another.contains(&drawn), "voiding spares nobody a callback: {another:?}");
        assert_eq!(repairs(&stage), (2, left, 2));
    }
    let undrawn = orders.iter().find(|&one| callbacks_of(&stage, one).is_empty()).unwrap();
    stage.step("sup", undrawn, "void", json!({"reason": "登记错误"}));
    for _ in 0..9 {
        finished(&mut stage, "zhao", "3-1-502");
    }
    assert_eq!(repairs(&stage), (3, 25, 3));
    assert_eq!(stage.desk.inspect().unwrap().findings, Vec::<String>::new());
}
