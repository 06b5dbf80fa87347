//! The workers' passes of a month (LED-04).
use super::agreement::Estate;
use crate::stage::at;
use serde_json::json;

/// Five passes: back in time, extended and back late, lost, out past its time, and a voided one.
fn small_month(play: &mut Estate) {
    let stage = &mut play.stage;
    let mut issued = |card: &str, unit: &str, deposit: &str| {
        let pass = json!({"do": "issue_pass", "pass_number": card, "name": "汤师傅", "phone": "13900139000", "unit": unit,
            "matter": "卫生间防水", "valid_until": "11-16 18:00", "deposit": deposit});
        stage.ok("desk", pass).number
    };
    let (early, late, lost) =
        (issued("L1", "3-1-502", "50"), issued("L2", "3-1-502", "50"), issued("L3", "1-1-101", "50"));
    issued("L4", "1-1-101", "50");
    let wrong = issued("L5", "1-1-101", "0");
    stage.step("desk", &wrong, "void", json!({"reason": "登错了"}));
    stage.step("desk", &late, "extend_pass", json!({"valid_until": "11-20 18:00", "reason": "没做完"}));
    stage.step("desk", &lost, "report_lost", json!({"note": "掉在路上"}));
    stage.step("desk", &lost, "follow_up_loss", json!({"note": "补办", "deposit_back": "0"}));
    stage.step("desk", &early, "return_pass", json!({"deposit_back": "50"}));
    stage.go_to(at(17, 9, 0));
    stage.step("desk", &late, "return_pass", json!({"deposit_back": "30"}));
}

#[test]
fn led_04_passes_issued_back_in_time_out_past_their_time_and_lost() {
    let mut play = Estate::new();
    small_month(&mut play);
    let before = play.held("2026-11", at(16, 17, 59));
    before.is("passes.expired", None, 0, None);
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("passes.issued", None, 4, None);
    month.is("passes.issued", Some("building:3"), 2, None);
    month.is("passes.in_time", None, 1, Some(3));
    month.is("passes.expired", Some("building:1"), 1, None);
    month.is("passes.lost", None, 1, None);
    month.is("passes.voided", None, 1, None);
}

#[test]
fn led_04_the_deposits_of_the_passes_add_up_in_hundredths_of_a_yuan() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("passes.deposits", None, 20_000, None);
    month.is("passes.deposits_back", None, 8_000, None);
}
