//! Receptions and emergencies of a month (REC-04 to REC-09, EMG-02 to EMG-06).
use super::agreement::Estate;
use serde_json::{Value, json};

const KEPT: Option<(i64, Option<i64>)> = Some((1, Some(1)));
const LATE: Option<(i64, Option<i64>)> = Some((0, Some(1)));

fn taken(estate: &mut Estate, more: Value) -> String {
    let mut action = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "matter": "水质"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    estate.stage.ok("desk", action).number
}

/// REC-04, ESC-11: against the first promise, whatever was promised since.
#[test]
fn rec_04_a_promise_that_was_moved_is_not_kept_by_the_new_time() {
    for (minutes, expected) in [(20, KEPT), (60, LATE)] {
        let mut estate = Estate::new();
        let number = taken(&mut estate, json!({"promise": true}));
        estate.stage.wait(10);
        let later = json!({"promised_at": "+3h", "reason": "缺人", "told": true});
        estate.stage.step("desk", &number, "move_promise", later);
        assert_eq!(estate.of("receptions.replied_in_time"), None);
        estate.stage.wait(minutes - 10);
        estate.stage.step("desk", &number, "reply_to_resident", json!({"said": "已答复"}));
        assert_eq!(estate.of("receptions.replied_in_time"), expected, "{minutes}");
    }
}

/// REC-03, REC-05: only what the desk or a department does itself has a time of its own.
#[test]
fn rec_05_a_matter_that_became_something_else_is_not_finished_in_time_nor_late() {
    let mut estate = Estate::new();
    let own = taken(&mut estate, json!({}));
    taken(&mut estate, json!({"course": "answered", "result": "已答复"}));
    taken(&mut estate, json!({"course": "work_order", "job": "plumbing"}));
    estate.stage.wait(60);
    estate.stage.step("desk", &own, "finish", json!({"result": "已办"}));
    assert_eq!(estate.of("receptions.received"), Some((3, None)));
    assert_eq!(estate.of("receptions.finished_in_time"), KEPT);
    assert_eq!(estate.part("receptions.open", "course:work_order"), Some((1, None)));
    assert_eq!(estate.part("receptions.received", "kind:question"), Some((3, None)));
}

#[test]
fn rec_09_what_became_of_suggestions_is_counted() {
    let mut estate = Estate::new();
    let suggestion = json!({"kind": "suggestion"});
    let (first, second) = (taken(&mut estate, suggestion.clone()), taken(&mut estate, suggestion.clone()));
    taken(&mut estate, suggestion);
    estate.stage.step("sup", &first, "decide_suggestion", json!({"adopted": true, "note": "列入计划"}));
    estate.stage.step("sup", &second, "decide_suggestion", json!({"adopted": false, "note": "无经费"}));
    estate.stage.step("desk", &first, "reply_to_resident", json!({"said": "已采纳"}));
    assert_eq!(estate.of("receptions.suggestions"), Some((3, None)));
    assert_eq!(estate.of("receptions.adopted"), Some((1, Some(2))));
    assert_eq!(estate.of("receptions.told"), Some((1, Some(2))));
}

/// REC-06, ESC-10, SEC-04
#[test]
fn rec_06_what_could_not_be_handled_is_counted_until_it_is_opened_again() {
    let mut estate = Estate::new();
    let number = taken(&mut estate, json!({}));
    estate.stage.step("manager", &number, "close_as_unable", json!({"reason": "无图纸"}));
    assert_eq!((estate.of("receptions.unable"), estate.of("receptions.open")), (Some((1, None)), None));
    estate.stage.step("manager", &number, "reopen", json!({"reason": "有图纸了"}));
    assert_eq!((estate.of("receptions.unable"), estate.of("receptions.reopened")), (None, Some((1, None))));
    estate.stage.step("sup", &number, "void", json!({"reason": "录错"}));
    assert_eq!((estate.of("receptions.voided"), estate.of("receptions.received")), (Some((1, None)), None));
}

/// EMG-02, EMG-05, EMG-06, ESC-03: a time of arrival that is put right and turns out late is late.
#[test]
fn emg_05_an_arrival_that_is_put_right_is_judged_by_the_right_time() {
    let mut estate = Estate::new();
    let raise = json!({"do": "raise_emergency", "matter": "漏水", "place": "3-1-502", "emergency": "first_aid"});
    let number = estate.stage.ok("guard", raise).number;
    estate.stage.wait(5);
    estate.stage.step("guard", &number, "tell_of", json!({"who": "residents"}));
    estate.stage.wait(5);
    estate.stage.step("guard", &number, "arrive", json!({}));
    assert_eq!(estate.part("emergencies.arrived_in_time", "kind:first_aid"), KEPT);
    assert_eq!(estate.of("emergencies.arrival_time"), Some((600, Some(1))));
    estate.stage.wait(30);
    estate.stage.step("guard", &number, "arrive", json!({"at": "-5m"}));
    assert_eq!((estate.of("emergencies.arrived_in_time"), estate.of("emergencies.told_in_time")), (LATE, KEPT));
    assert_eq!(estate.of("emergencies.arrival_time"), Some((35 * 60, Some(1))));
    estate.stage.step("guard", &number, "end_emergency", json!({"result": "送医"}));
    assert_eq!(estate.of("emergencies.reviewed_in_time"), None);
    estate.stage.wait(25 * 60);
    assert_eq!(estate.of("emergencies.reviewed_in_time"), LATE);
    assert_eq!(estate.of("emergencies.first_aid"), Some((1, None)));
}
