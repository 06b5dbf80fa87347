//! The visits of a month (LED-13).
use super::agreement::Estate;
use crate::stage::at;
use serde_json::json;

#[test]
fn led_13_visits_planned_done_and_made_by_the_time_agreed_on() {
    let mut play = Estate::new();
    let stage = &mut play.stage;
    let mut planned = |unit: &str| {
        let visit = json!({"do": "plan_visit", "unit": unit, "name": "王芳", "matter": "走访", "handler": "sup",
            "appointment_at": "11-15 15:00"});
        stage.ok("desk", visit).number
    };
    let (early, late, missed, wrong) = (planned("3-1-502"), planned("3-1-503"), planned("1-1-101"), planned("1-1-102"));
    stage.step("desk", &wrong, "void", json!({"reason": "登记错"}));
    stage.go_to(at(15, 14, 0));
    stage.step("desk", &early, "record_visit", json!({"said": "都好"}));
    stage.go_to(at(15, 16, 0));
    stage.step("desk", &late, "record_visit", json!({"said": "电梯慢"}));
    let month = play.held("2026-11", at(15, 14, 30));
    month.is("visits.planned", None, 3, None);
    let month = play.held("2026-11", at(15, 16, 0));
    month.is("visits.planned", Some("building:3"), 2, None);
    month.is("visits.done", None, 2, Some(3));
    month.is("visits.done", Some("handler:sup"), 2, Some(3));
    month.is("visits.in_time", None, 1, Some(3));
    month.is("visits.voided", None, 1, None);
    assert!(
        !month.month.cases("visits.done", None, frontdesk::stats::Which::Counted).iter().any(|(_, n)| *n == missed)
    );
}
