//! The keys of a month: loans, deposits, what went over, and the stock-taking (KEY-03 to KEY-10, STA-04).
use super::agreement::Estate;
use crate::stage::{at, local};
use frontdesk::model::case::Register;
use frontdesk::model::fact::KeyWent;
use frontdesk::model::queue::Filter;
use frontdesk::stats::Which;
use serde_json::json;

/// Three keys. The first is lent three times: back in time, back late, and again in December. The second goes to an
/// outsider, is chased, extended and lost. The third goes to its owner.
fn small_month(play: &mut Estate) {
    let stage = &mut play.stage;
    for (key, kind) in [("P1", "plant_room"), ("P2", "other"), ("P3", "entrusted")] {
        stage.ok(
            "desk",
            json!({"do": "record_key", "key": key, "key_kind": kind, "matter": "水泵房", "building": "3",
            "unit": (kind == "entrusted").then_some("3-1-502"), "hook": key, "pieces": 2}),
        );
    }
    let staff = json!({"name": "王工", "department": "engineering", "purpose": "检修", "signature": "王工", "back_by": "18:00"});
    let outsider = json!({"borrower": "outsider", "name": "周师傅", "phone": "13900139000", "purpose": "装宽带",
        "signature": "周师傅", "document": "id_card", "document_number": "440305199001011234", "deposit": "200",
        "back_by": "11-15 18:00"});
    stage.step("desk", "P1", "lend_key", staff.clone());
    stage.step("desk", "P2", "lend_key", outsider.clone());
    stage.step(
        "desk",
        "P3",
        "hand_over_key",
        json!({"name": "业主", "phone": "13800138000", "pieces": 2, "signature": "业主"}),
    );
    stage.wait(60);
    stage.step("desk", "P1", "return_key", json!({"condition": "完好"}));
    stage.step("desk", "P1", "lend_key", staff.clone());
    stage.go_to(at(15, 9, 0));
    stage.step("desk", "P1", "return_key", json!({"condition": "完好"}));
    for _ in 0..2 {
        stage.step("desk", "P2", "chase_key", json!({"said": "今晚还"}));
    }
    stage.step("desk", "P2", "extend_loan", json!({"back_by": "11-17 18:00", "reason": "还没装完"}));
    stage.go_to(at(16, 9, 0));
    stage.step("desk", "P2", "report_lost", json!({"note": "说丢了"}));
    stage.step("desk", "P2", "follow_up_loss", json!({"note": "换锁", "deposit_back": "50"}));
    stage.go_to(local("2026-12-01 09:00"));
    stage.step("desk", "P1", "lend_key", staff);
}

#[test]
fn key_03_each_loan_of_the_month_counts_by_kind_and_borrower_and_past_ones_too() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", local("2026-12-01 09:00"));
    month.is("keys.loans", None, 3, None);
    month.is("keys.loans", Some("kind:plant_room"), 2, None);
    month.is("keys.loans", Some("borrower:staff"), 2, None);
    month.is("keys.loans", Some("borrower:outsider"), 1, None);
    month.is("keys.loans", Some("department:engineering"), 2, None);
    play.held("2026-12", local("2026-12-01 10:00")).is("keys.loans", None, 1, None);
}

#[test]
fn key_10_late_is_measured_against_the_time_agreed_on_first() {
    let mut play = Estate::new();
    small_month(&mut play);
    play.held("2026-11", at(14, 10, 0)).is("keys.in_time", None, 1, Some(2));
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("keys.in_time", None, 1, Some(3));
    month.is("keys.in_time", Some("borrower:outsider"), 0, Some(1));
    assert_eq!(month.month.cases("keys.in_time", None, Which::Missing).len(), 2);
    month.is("keys.extended", None, 1, None);
    month.is("keys.chased", None, 2, None);
    play.held("2026-12", local("2026-12-01 10:00")).is("keys.in_time", None, 0, None);
}

/// KEY-06, KEY-04
#[test]
fn key_06_what_was_lost_and_what_was_paid_back_of_the_deposits() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("keys.lost", Some("kind:other"), 1, None);
    month.is("keys.deposits", None, 20_000, None);
    month.is("keys.deposits_back", Some("borrower:outsider"), 5_000, None);
    play.stage.step("desk", "P2", "find_key", json!({"note": "找到了"}));
    play.held("2026-11", at(17, 9, 0)).is("keys.lost", None, 0, None);
}

#[test]
fn key_07_a_key_that_went_to_its_resident_counts_in_the_month_in_which_it_went() {
    let mut play = Estate::new();
    small_month(&mut play);
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("keys.handed_over", None, 1, None);
    month.is("keys.handed_over", Some("building:3"), 1, None);
    let went = &month.month.facts.keys.last().unwrap().went;
    assert_eq!(*went, KeyWent::HandedOver { to: "业主".to_owned(), at: at(14, 9, 30) });
    play.held("2026-12", local("2026-12-01 10:00")).is("keys.handed_over", None, 0, None);
}

#[test]
fn key_08_the_stock_taking_of_a_month_what_was_found_and_who_reported_it_by_the_30th() {
    let mut play = Estate::new();
    let stage = &mut play.stage;
    for key in ["P1", "P2", "P3"] {
        stage.ok(
            "desk",
            json!({"do": "record_key", "key": key, "key_kind": "plant_room", "matter": "水泵房", "hook": key}),
        );
    }
    let wrong = stage.ok("desk", json!({"do": "begin_stocktake"})).number;
    stage.step("sup", &wrong, "void", json!({"reason": "早了"}));
    stage.go_to(at(26, 9, 0));
    stage.file("minor", "general");
    let stocktakes = Filter { register: Some(Register::Stocktake), ..Filter::default() };
    let number = stage.desk.queue(&stocktakes, 0, 9, stage.now).unwrap().remove(0).number;
    play.held("2026-11", at(26, 9, 0)).is("stocktakes.in_time", None, 0, None);
    play.held("2026-11", local("2026-12-01 00:00")).is("stocktakes.in_time", None, 0, Some(1));
    let stage = &mut play.stage;
    stage.step("desk", &number, "count_key", json!({"key": "P1", "found": "missing"}));
    stage.step("desk", &number, "count_rest", json!({}));
    stage.step("desk", &number, "report_stocktake", json!({"note": "P1 不见了"}));
    let month = play.held("2026-11", local("2026-12-01 00:00"));
    for (word, count) in [("keys", 3), ("seen", 2), ("out", 0), ("missing", 1), ("differences", 1)] {
        month.is(&format!("stocktakes.{word}"), None, count, None);
    }
    month.is("stocktakes.reported", Some("handler:desk"), 1, None);
    month.is("stocktakes.in_time", None, 1, Some(1));
    month.is("stocktakes.voided", None, 1, None);
}

#[test]
fn sec_04_the_loans_of_a_voided_key_count_as_voided_only() {
    let mut play = Estate::new();
    small_month(&mut play);
    play.stage.step("sup", "P2", "void", json!({"reason": "登记错"}));
    let month = play.held("2026-11", at(17, 9, 0));
    month.is("keys.voided", None, 1, None);
    month.is("keys.loans", None, 2, None);
    month.is("keys.deposits", None, 0, None);
}
