//! The special services of a month (STA-04, LED-07).
use super::agreement::Estate;
use crate::stage::{Stage, at};
use serde_json::json;

fn requested(stage: &mut Stage, unit: &str, department: &str) -> String {
    let service = json!({"do": "file_service", "unit": unit, "name": "王芳", "matter": "每周擦窗", "department": department,
        "starts_at": "11-14 10:00", "ends_at": "11-16 10:00"});
    stage.ok("desk", service).number
}

fn callback(stage: &Stage, number: &str) -> String {
    stage.sheet(number).offspring.iter().rev().find(|one| one.state.is_open()).unwrap().number.clone()
}

fn finished(stage: &mut Stage, number: &str) {
    stage.step("sup", number, "finish", json!({"result": "完成"}));
}

/// Four services and a voided one: one asked at mid-term, followed up, done in time and liked; one done in time, not liked
/// and opened again; one late; one unable.
fn small_month(play: &mut Estate) {
    let stage = &mut play.stage;
    let (liked, disliked) = (requested(stage, "3-1-502", "cleaning"), requested(stage, "3-1-503", "cleaning"));
    let (late, unable) = (requested(stage, "1-1-101", "greening"), requested(stage, "1-1-102", "greening"));
    let wrong = requested(stage, "1-1-103", "greening");
    stage.step("desk", &wrong, "void", json!({"reason": "登记错"}));
    let mid_term = callback(stage, &liked);
    stage.step("desk", &mid_term, "record_callback", json!({"outcome": "satisfied"}));
    stage.step("desk", &liked, "follow_up_service", json!({"note": "干净"}));
    for number in [&liked, &disliked] {
        finished(stage, number);
    }
    let end = callback(stage, &liked);
    stage.step("desk", &end, "record_callback", json!({"outcome": "satisfied"}));
    let end = callback(stage, &disliked);
    stage.step("desk", &end, "record_callback", json!({"outcome": "unsatisfied", "said": "没擦"}));
    stage.step("manager", &unable, "close_as_unable", json!({"reason": "没有人手"}));
    stage.go_to(at(17, 9, 0));
    finished(stage, &late);
}

#[test]
fn led_07_the_services_of_a_month_by_department_with_what_became_of_them() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("services.requested", None, 4, None);
    month.is("services.requested", Some("department:cleaning"), 2, None);
    month.is("services.requested", Some("building:1"), 2, None);
    month.is("services.followed_up", None, 1, Some(4));
    month.is("services.satisfied", None, 1, Some(2));
    // Asked; owed again since it was opened again; never made until the service was over.
    month.is("services.mid_asked", None, 1, Some(3));
    month.is("services.end_asked", None, 2, Some(3));
    month.is("services.reopened", None, 1, None);
    month.is("services.unable", Some("department:greening"), 1, None);
    month.is("services.voided", None, 1, None);
}

#[test]
fn sta_04_a_service_that_ends_after_its_time_is_late() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(17, 9, 0));
    // One in time, one finished late, one that was opened again and went past its end.
    month.is("services.in_time", None, 1, Some(3));
    month.is("services.in_time", Some("department:greening"), 0, Some(1));
}
