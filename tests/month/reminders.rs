//! The fee reminders of a month (LED-06): never a sum.
use super::agreement::Estate;
use crate::stage::{at, local};
use serde_json::json;

/// Three fees in November: one promised and paid in time, one promised, broken and reminded of again in December, one
/// reminded of only; a fourth was entered by mistake.
fn two_months(play: &mut Estate) {
    let stage = &mut play.stage;
    let mut begun = |unit: &str, fee: &str| {
        stage.ok("desk", json!({"do": "begin_reminder", "unit": unit, "name": "王芳", "fee": fee})).number
    };
    let (kept, broken) = (begun("3-1-502", "property"), begun("3-1-503", "property"));
    let (reminded, wrong) = (begun("1-1-101", "parking"), begun("1-1-102", "parking"));
    stage.step("desk", &wrong, "void", json!({"reason": "登错了"}));
    for number in [&kept, &broken, &reminded] {
        stage.step("desk", number, "remind", json!({"how": "phone", "said": "请缴费"}));
    }
    stage.step("desk", &reminded, "remind", json!({"how": "letter"}));
    for number in [&kept, &broken] {
        let promise = json!({"promised_at": "11-18 18:00", "said": "发工资就交"});
        stage.step("desk", number, "promise_payment", promise);
    }
    stage.go_to(at(18, 9, 0));
    stage.step("desk", &kept, "record_payment", json!({}));
    stage.go_to(local("2026-12-02 09:00"));
    stage.step("desk", &broken, "remind", json!({"how": "visit", "said": "说下周"}));
}

#[test]
fn led_06_a_reminder_counts_in_the_month_in_which_it_was_made() {
    let mut play = Estate::new();
    two_months(&mut play);
    let november = play.held("2026-11", local("2026-12-02 09:00"));
    november.is("reminders.reminded", None, 3, None);
    november.is("reminders.times", None, 4, None);
    november.is("reminders.times", Some("kind:parking"), 2, None);
    november.is("reminders.begun", Some("kind:property"), 2, None);
    november.is("reminders.voided", None, 1, None);
    let december = play.held("2026-12", local("2026-12-02 09:00"));
    december.is("reminders.reminded", None, 1, None);
    december.is("reminders.times", Some("kind:property"), 1, None);
    december.is("reminders.begun", None, 0, None);
}

#[test]
fn led_06_promises_kept_and_broken_and_what_was_paid() {
    let mut play = Estate::new();
    two_months(&mut play);
    let so_far = play.held("2026-11", at(18, 17, 59));
    so_far.is("reminders.promised", None, 2, None);
    let november = play.held("2026-11", local("2026-12-02 09:00"));
    november.is("reminders.kept", None, 1, Some(2));
    november.is("reminders.broken", None, 1, None);
    november.is("reminders.paid", None, 1, Some(3));
    november.is("reminders.paid", Some("kind:property"), 1, Some(2));
}
