//! The work orders of a month (STA-03), their sheets (DSP-10), and problems that come back (STA-07).
use super::agreement::Estate;
use crate::stage::at;
use frontdesk::stats::Group;
use serde_json::{Value, json};

fn order(estate: &mut Estate, unit: &str, job: &str, more: Value) -> String {
    let mut action = json!({"do": "file_work_order", "unit": unit, "name": "王芳", "phone": "13800138000", "job": job, "matter": "坏了"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    estate.stage.ok("desk", action).number
}

fn sent(estate: &mut Estate, number: &str) {
    estate.stage.step("desk", number, "send_order", json!({"department": "engineering", "technician": "dept"}));
    estate.stage.step("dept", number, "sign_order", json!({}));
}

/// Signed for, there after `to_arrive` minutes, done after as many more as `to_finish` says.
fn done(estate: &mut Estate, number: &str, to_arrive: i64, to_finish: i64) {
    sent(estate, number);
    estate.stage.wait(to_arrive);
    estate.stage.step("dept", number, "arrive", json!({}));
    estate.stage.wait(to_finish);
    estate.stage.step("dept", number, "finish_order", json!({"result": "修好"}));
}

/// DSP-04, DSP-08, ESC-11: of ten orders one is late to arrive, one late to finish in spite of a new time.
#[test]
fn sta_03_shares_means_and_percentiles_of_ten_orders() {
    let mut estate = Estate::new();
    for which in 1..=10 {
        let number = order(&mut estate, "3-1-502", "plumbing", json!({"arrive_by": "+30m"}));
        if which == 9 {
            estate.stage.step("sup", &number, "apologize", json!({"said": "缺件", "promised_at": "+5d"}));
        }
        let to_finish = if which == 9 { 3 * 24 * 60 } else { 10 * which };
        done(&mut estate, &number, if which == 10 { 40 } else { which }, to_finish);
    }
    assert_eq!(estate.of("orders.received"), Some((10, None)));
    assert_eq!(estate.part("orders.received", "job:plumbing"), Some((10, None)));
    assert_eq!(estate.part("orders.arrived_in_time", "technician:dept"), Some((9, Some(10))));
    assert_eq!(estate.part("orders.finished_in_time", "department:engineering"), Some((9, Some(10))));
    assert_eq!(estate.of("orders.arrival_time"), Some(((45 + 40) * 60, Some(10))), "seconds added up, over ten");
    assert_eq!(
        estate.of("orders.arrival_time_90"),
        Some((9 * 60, Some(10))),
        "nine of ten were there within 9 minutes"
    );
    assert_eq!(estate.of("orders.finish_time_90"), Some(((10 * 10 + 40) * 60, Some(10))));
    assert_eq!(estate.of("orders.apologies"), Some((1, None)));
}

/// ESC-10, DSP-09: the first arrival and the last finishing count, the answer given last.
#[test]
fn sta_03_an_order_that_was_opened_again_is_done_when_it_is_done_again() {
    let mut estate = Estate::new();
    let number = order(&mut estate, "3-1-502", "plumbing", json!({}));
    done(&mut estate, &number, 20, 40);
    estate.stage.step("desk", &number, "tell_resident", json!({"said": "已修好", "satisfied": false}));
    assert_eq!((estate.of("orders.finish_time"), estate.of("orders.open")), (None, Some((1, None))));
    assert_eq!(estate.of("orders.arrival_time"), Some((20 * 60, Some(1))));
    assert_eq!(estate.of("orders.satisfied"), Some((0, Some(1))));
    estate.stage.wait(60);
    estate.stage.step("dept", &number, "arrive", json!({}));
    estate.stage.step("dept", &number, "finish_order", json!({"result": "再修"}));
    assert_eq!(estate.of("orders.arrival_time"), Some((20 * 60, Some(1))));
    assert_eq!(estate.of("orders.finish_time"), Some((120 * 60, Some(1))));
    assert_eq!(estate.of("orders.reopened"), Some((1, None)));
}

/// DSP-12
#[test]
fn sta_03_handing_on_and_pressing_are_added_up() {
    let mut estate = Estate::new();
    let number = order(&mut estate, "3-1-502", "plumbing", json!({}));
    sent(&mut estate, &number);
    estate.stage.step("dept", &number, "hand_back_order", json!({"reason": "不归工程"}));
    estate.stage.step("desk", &number, "press_again", json!({}));
    estate.stage.step("desk", &number, "press_again", json!({}));
    assert_eq!(estate.of("orders.passed_on"), Some((1, None)));
    assert_eq!(estate.of("orders.pressed"), Some((2, None)));
    estate.stage.step("manager", &number, "close_as_unable", json!({"reason": "业主自理"}));
    assert_eq!((estate.of("orders.unable"), estate.of("orders.open")), (Some((1, None)), None));
}

#[test]
fn dsp_10_a_sheet_is_out_until_it_is_filed_also_when_the_month_is_over() {
    let mut estate = Estate::new();
    let number = order(&mut estate, "3-1-502", "plumbing", json!({}));
    sent(&mut estate, &number);
    assert_eq!(estate.of("sheets.month"), None, "it goes with the work until that is done");
    estate.stage.step("dept", &number, "finish_order", json!({"result": "修好"}));
    assert_eq!(estate.of("sheets.month"), Some((1, None)));
    estate.stage.go_to(at(30, 9, 0) + chrono::TimeDelta::days(5));
    order(&mut estate, "3-1-503", "plumbing", json!({}));
    let december =
        |estate: &Estate| estate.table("2026-12".parse().unwrap()).get(&("sheets.earlier".to_owned(), None)).copied();
    assert_eq!(december(&estate), Some((1, None)));
    estate.stage.step("desk", &number, "move_copy", json!({"copy": "resident", "copy_at": "missing"}));
    estate.stage.step("desk", &number, "file_sheet", json!({}));
    assert_eq!((december(&estate), estate.of("sheets.month")), (None, None));
    assert_eq!(estate.of("orders.copies_missing"), Some((1, None)));
}

#[test]
fn sta_07_what_one_building_had_again_and_again_is_listed() {
    let mut estate = Estate::new();
    for unit in ["3-1-502", "3-1-502", "3-2-101", "10-1-101", "10-1-102"] {
        order(&mut estate, unit, "plumbing", json!({}));
    }
    order(&mut estate, "10-1-103", "lift", json!({}));
    estate.stage.file("minor", "general");
    let wrong = order(&mut estate, "10-1-104", "plumbing", json!({}));
    estate.stage.step("desk", &wrong, "void", json!({"reason": "录错"}));

    let month = estate.month();
    let repeats = month.repeats(3);
    let listed: Vec<_> =
        repeats.iter().map(|one| (one.group, one.building.as_str(), one.word.as_str(), one.count)).collect();
    assert_eq!(listed, [(Group::Orders, "3", "plumbing", 3)]);
    assert_eq!((repeats[0].cases.len(), repeats[0].units.as_slice()), (3, ["3-1-502".to_owned()].as_slice()));

    let heat = month.heat(Group::Orders);
    assert_eq!((heat.rows.join(" "), heat.columns.join(" ")), ("3 10".to_owned(), "plumbing lift".to_owned()));
    assert_eq!(heat.counts, [[3, 0], [2, 1]]);
    assert_eq!(month.heat(Group::Complaints).counts, [[1]]);
    assert_eq!(month.heat(Group::Receptions).rows.len(), 0);
    assert_eq!(
        estate.repeats_in_sql("2026-11".parse().unwrap(), 3),
        [("orders".to_owned(), "3".to_owned(), "plumbing".to_owned(), 3)]
    );
}
