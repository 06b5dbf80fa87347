//! The callbacks of a month, the lottery's share of them, and the round of the households (STA-05, CBK-02 to CBK-11).
use super::agreement::Estate;
use crate::stage::{Stage, at, local, report};
use frontdesk::stats::Which;
use serde_json::{Value, json};

/// A minor complaint that was solved, and its callback.
fn complaint(stage: &mut Stage) -> String {
    let number = stage.file("minor", "general");
    stage.duties(&number);
    stage.step("dept", &number, "complete", report());
    let offspring = stage.sheet(&number).offspring;
    offspring.iter().rev().find(|one| one.number.starts_with("HF-")).unwrap().number.clone()
}

/// A repair that was done; the first of a month is always drawn.
fn repair(stage: &mut Stage) -> String {
    let order = json!({"do": "file_work_order", "unit": "3-1-502", "name": "王芳", "matter": "换灯", "job": "burst_pipe",
        "department": "engineering", "technician": "dept"});
    let number = stage.ok("desk", order).number;
    stage.wait(1);
    stage.step("dept", &number, "finish_order", json!({"result": "修好"}));
    number
}

fn asked(stage: &mut Stage, number: &str, answer: Value) {
    stage.step("desk", number, "record_callback", answer);
}

/// Three complaints: one visited and content, one rung up in vain and then not content, one not asked. A repair that was
/// drawn and is asked; households: one of two reached.
fn small_month(play: &mut Estate) {
    let stage = &mut play.stage;
    let (visited, rung) = (complaint(stage), complaint(stage));
    complaint(stage);
    stage.step("desk", &visited, "make_appointment", json!({"appointment_at": "+2h", "told": true}));
    asked(stage, &visited, json!({"outcome": "satisfied", "form": "visit"}));
    asked(stage, &rung, json!({"outcome": "no_answer", "form": "phone"}));
    asked(stage, &rung, json!({"outcome": "unsatisfied", "form": "phone", "said": "还漏"}));
    stage.step("sup", &visited, "review_callback", json!({"note": "属实"}));
    stage.step("sup", &rung, "review_callback", json!({"note": "属实", "opinion": "返工"}));
    let order = repair(stage);
    stage.step("desk", &order, "record_callback", json!({"outcome": "satisfied"}));
    for unit in ["3-1-101", "3-1-502"] {
        stage.ok("desk", json!({"do": "record_resident", "unit": unit, "name": "王芳"}));
    }
    for outcome in ["no_answer", "satisfied"] {
        stage.ok("desk", json!({"do": "call_household", "unit": "3-1-502", "outcome": outcome}));
    }
}

/// STA-05, CBK-04, CBK-11
#[test]
fn sta_05_done_of_required_by_kind_home_visits_and_what_the_residents_said() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(20, 9, 0));
    month.is("callbacks.done", None, 3, Some(4));
    month.is("callbacks.done", Some("kind:complaint"), 2, Some(3));
    month.is("callbacks.done", Some("kind:repair"), 1, Some(1));
    month.is("callbacks.done", Some("technician:dept"), 1, Some(1));
    month.is("callbacks.visits", None, 1, Some(3));
    month.is("callbacks.satisfied", None, 2, Some(3));
    month.is("callbacks.failed", Some("kind:complaint"), 1, None);
    month.is("callbacks.unanswered", None, 2, None);
    month.is("callbacks.unanswered", Some("kind:household"), 1, None);
}

#[test]
fn cbk_01_what_is_past_its_days_unasked_is_late_and_stays_late() {
    let mut play = Estate::new();
    small_month(&mut play);
    play.held("2026-11", at(16, 9, 0)).is("callbacks.in_time", None, 3, Some(3));
    play.held("2026-11", at(20, 9, 0)).is("callbacks.in_time", Some("kind:complaint"), 2, Some(3));
}

#[test]
fn cbk_07_a_failed_callback_shows_whether_the_manager_decided() {
    let mut play = Estate::new();
    small_month(&mut play);
    let before = play.held("2026-11", at(15, 9, 0));
    before.is("callbacks.decided", None, 0, Some(1));
    before.is("callbacks.reviewed", None, 2, Some(3));
    let failed = before.month.cases("callbacks.decided", None, Which::Missing)[0].1.to_owned();
    play.stage.step("manager", &failed, "decide_callback", json!({"note": "返工"}));
    let month = play.held("2026-11", at(15, 9, 0));
    month.is("callbacks.decided", None, 1, Some(1));
    let decided = month.month.facts.callbacks.iter().find(|fact| fact.number == failed).unwrap();
    assert_eq!((decided.opinion.as_deref(), decided.decision.as_deref()), (Some("返工"), Some("返工")));
}

#[test]
fn cbk_09_the_archive_says_what_is_closed_and_open_and_whether_it_was_signed_by_the_10th() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(20, 9, 0));
    // Of the register: three complaints, a repair, two calls; the repair is not reviewed, one failed, one not asked.
    month.is("callbacks.closed", None, 3, Some(6));
    month.is("callbacks.open", None, 3, None);
    month.is("callbacks.archived", None, 0, None);
    play.stage.go_to(local("2026-12-01 09:00"));
    play.stage.file("minor", "general");
    let review = play.stage.sheet("SH-20261130-001").archive.unwrap();
    assert_eq!((review.closed, review.open), (3, 3), "the archive's own sheet says the same");
    play.held("2026-11", local("2026-12-10 23:59")).is("callbacks.archived", None, 0, None);
    play.held("2026-11", local("2026-12-11 00:00")).is("callbacks.archived", None, 0, Some(6));
    play.stage.go_to(local("2026-12-10 09:00"));
    play.stage.step("sup", "SH-20261130-001", "sign_review", json!({"note": "余下三件另催"}));
    play.held("2026-11", local("2026-12-12 00:00")).is("callbacks.archived", None, 6, Some(6));
}

#[test]
fn cbk_10_the_round_counts_households_and_stands_apart_from_the_callbacks() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(20, 9, 0));
    month.is("households.reached", None, 1, Some(2));
    month.is("households.satisfied", None, 1, Some(1));
    assert_eq!(month.month.cases("households.reached", None, Which::Missing), [(0, "3-1-101")]);
    month.is("callbacks.done", Some("kind:household"), 0, None);
}

#[test]
fn cbk_02_what_was_drawn_stays_required_while_its_case_goes_on() {
    let mut play = Estate::new();
    let number = repair(&mut play.stage);
    play.held("2026-11", at(14, 12, 0)).is("callbacks.done", Some("kind:repair"), 0, Some(1));
    play.stage.step("desk", &number, "reopen", json!({"reason": "又坏了"}));
    let month = play.held("2026-11", at(14, 12, 0));
    month.is("callbacks.done", Some("kind:repair"), 0, Some(1));
    month.is("callbacks.voided", None, 1, None);
    let drawn = month.month.cases("callbacks.done", None, Which::Missing);
    assert_eq!(drawn, [(0, number.as_str())], "it stands by the number of what was drawn");
    let order = json!({"department": "engineering", "technician": "dept"});
    play.stage.step("desk", &number, "send_order", order);
    play.stage.step("sup", &number, "close_as_unable", json!({"reason": "住户不要了"}));
    let month = play.held("2026-11", at(14, 12, 0));
    month.is("callbacks.done", None, 0, None);
}

/// The callbacks tab and the month's statistics are worked out apart; they never differ.
#[test]
fn cbk_02_the_tab_and_the_month_say_the_same() {
    let mut play = Estate::new();
    small_month(&mut play);
    same_as_the_tab(&play.stage);
    for _ in 0..12 {
        let order = repair(&mut play.stage);
        same_as_the_tab(&play.stage);
        play.stage.step("desk", &order, "reopen", json!({"reason": "又坏了"}));
        same_as_the_tab(&play.stage);
    }
}

#[track_caller]
fn same_as_the_tab(stage: &Stage) {
    let tab = stage.desk.callback_month(stage.now).unwrap();
    let month = stage.desk.month(stage.desk.year_month(stage.now), stage.now).unwrap();
    let figure = |id: &str, part: Option<&str>| {
        let note = frontdesk::stats::note(id).unwrap();
        let figure = month.figure(&note, part);
        (u32::try_from(figure.numerator).unwrap(), figure.denominator.map(|of| u32::try_from(of).unwrap()))
    };
    for one in &tab.kinds {
        let part = format!("kind:{}", one.kind);
        assert_eq!(figure("callbacks.done", Some(&part)), (one.done, Some(one.required)), "{part}");
        assert_eq!(figure("callbacks.failed", Some(&part)).0, one.failed, "{part}");
    }
    let required: u32 = tab.kinds.iter().map(|one| one.required).sum();
    assert_eq!(figure("callbacks.done", None), (tab.asked, Some(required)));
    assert_eq!(figure("callbacks.visits", None), (tab.visits, Some(tab.asked)));
    assert_eq!(figure("callbacks.failed", None).0, tab.failed);
    assert_eq!(figure("households.reached", None), (tab.reached, Some(tab.households)));
}
