//! Steps by one key, whom to send, and the sheet on paper.
use super::{FIRST, home, on_file};
use crate::screens::seat::{at, ok};
use frontdesk::config::Config;
use frontdesk::model::case::State;
use serde_json::json;
use std::sync::Arc;

/// DSP-06: who can do it, how many open orders, who is on duty; one Enter takes whom the rules propose.
#[test]
fn sending_offers_the_technicians_with_why_and_enter_takes_the_proposed_one() {
    let mut seat = home();
    seat.keys("<F5>").sees("派工 工程").sees("▌1 周师傅   会做、0单、值班~20:00");
    seat.sees("2 孙小力   会做、0单、不在班").sees("3 钱师傅   不对口").sees("4 不指定人");
    seat.keys("<Enter>").sees("已保存").sees("已派 1").sees("周师傅").sees("F5 签收");
    let (state, order) = on_file(&seat, FIRST);
    assert_eq!((state, order.technician.as_deref()), (State::Sent, Some("pipe")));
    seat.keys("<Home><F5>4").sees("已派 2");
    seat.keys("<Home><F5>").sees("填表").keys("5").sees("派给部门").sees("[1 工程]").sees("发生时间");
}

/// DSP-06: at night the one on duty is proposed; with nobody on duty the department decides.
#[test]
fn at_night_only_who_is_on_duty_is_proposed() {
    let mut seat = home();
    let duty = json!({"do": "plan_duty", "login": "volt", "starts_at": "11-21 22:00", "ends_at": "11-22 06:00"});
    ok(&mut seat.other, "sup", duty, "21 09:42");
    seat.now = at("21 23:30");
    seat.app.refresh(seat.now);
    seat.keys("<F5>").sees("▌1 钱师傅   不对口、0单、值班~06:00").sees("2 孙小力   0单、不在班").keys("<Esc>");
    let mut seat = home();
    seat.now = at("21 23:30");
    seat.app.refresh(seat.now);
    seat.keys("<F5>").sees("▌4 不指定人").keys("<Enter>").sees("已派 1");
    assert_eq!(on_file(&seat, FIRST).1.technician, None);
}

/// DSP-03, DSP-04, DSP-07: each of these is a fact with the time now, by one key.
#[test]
fn the_usual_way_of_an_order_is_one_key_after_the_other() {
    let mut seat = home();
    seat.keys("<F5><Enter>");
    for (keys, told, footer) in [
        ("<F5>", "已签 1", "F5 联系"),
        ("<F5>", "联系业主", "F5 出发"),
        ("<F5>", "在途 1", "F5 到场"),
        ("<F5>", "到场 1", "F5 完工"),
    ] {
        seat.wait(1);
        seat.keys(keys).sees("已保存").sees(told).sees(footer);
    }
    let (state, order) = on_file(&seat, FIRST);
    assert_eq!(state, State::OnSite);
    let times = [order.signed_at, order.contacted_at, order.departed_at, order.arrived_at];
    assert!(times.windows(2).all(|pair| pair[0] < pair[1]), "{times:?}");
    seat.keys("<F5>").sees("处理结果").keys("换了角阀<C-s>").sees("完工 1").sees("F5 告知");
    seat.keys("<F5>").sees("业主满意").keys("已修好<Tab>1<C-s>").sees("已保存").sees("F5 回单");
    seat.keys("<F5>").sees("回单 1").sees("已办结");
    seat.keys("<F5>").sees("没有下一步");
}

#[test]
fn every_step_has_a_letter_and_a_digit_in_a_menu() {
    let mut seat = home();
    seat.keys("m<Enter>").sees("已派 1").keys("q").sees("已签 1").keys("c").sees("在途 1").keys("d").sees("到场 1");
    seat.keys("w").sees("完工").keys("换了角阀<C-s>").sees("完工 1").keys("g已修好<Tab>1<C-s>b").sees("回单 1");
    let mut seat = home();
    seat.keys("<Tab>").sees("▌1 派给部门").keys("<Esc><F4>１<Enter>").sees("已派 1");
    seat.keys("<F4>").sees("▌2 部门签收").keys("5").sees("到场 1");
}

/// A step that the state does not allow says why, and nothing is saved.
#[test]
fn a_step_out_of_turn_says_why() {
    let mut seat = home();
    seat.keys("d").sees("待派工").sees_not("已保存").keys("<F4>8").sees("已完工").sees_not("已保存");
    assert_eq!(on_file(&seat, FIRST).0, State::Waiting);
    let mut seat = seat.again("dept");
    seat.keys("3<F5>").sees("部门").sees_not("派工 工程");
    assert_eq!(on_file(&seat, FIRST).0, State::Waiting);
}

#[test]
fn what_somebody_else_did_meanwhile_is_told_and_not_done_twice() {
    let mut seat = home();
    let sent = json!({"do": "send_order", "number": FIRST, "technician": "hand"});
    seat.keys("<F5>");
    ok(&mut seat.other, "sup", sent, "21 09:42");
    seat.keys("<Enter>").sees_not("已保存").sees("孙小力").sees("李强");
    assert_eq!(on_file(&seat, FIRST).1.technician.as_deref(), Some("hand"));
}

/// DSP-11: without a printer the sheet is shown, and it is said how to set one.
#[test]
fn without_a_printer_the_sheet_is_shown() {
    let mut seat = home();
    seat.keys("<F11>").sees(FIRST).sees("存根联").sees("[dispatch]").keys("<Esc>").sees("待派 3");
    seat.keys(":打印<Enter>").sees("存根联");
}

/// DSP-11: the command of the settings gets the sheet; what it says when it fails is told, and the sheet is shown.
#[test]
fn the_sheet_goes_to_the_printer_of_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper");
    let printing = |command: &str| {
        let mut seat = home();
        let settings = format!("[dispatch]\nprint = \"{command}\"\n");
        seat.other.config = Arc::new(Config::from_text("test.toml", &settings).unwrap());
        let mut seat = seat.again("desk");
        seat.keys("3<F11>");
        seat
    };
    printing(&format!("cat > {}", file.display())).sees("已送去打印").sees_not("存根联");
    let paper = std::fs::read_to_string(file).unwrap();
    assert!(paper.contains("存根联") && paper.contains("业主联") && paper.contains(FIRST), "{paper}");
    printing("echo 缺纸 >&2; exit 1").sees("没有打印成").sees("缺纸").sees("存根联");
}

/// DSP-04: one key says that they were spoken with, and puts no words into anybody's mouth.
#[test]
fn contact_by_one_key_claims_no_words() {
    let mut seat = home();
    seat.keys("<F5><Enter><F5><F5>").sees("已保存");
    assert!(on_file(&seat, FIRST).1.contacted_at.is_some());
    let history = seat.sheet(FIRST).history;
    let contact = history.iter().find(|event| event.action["do"] == "contact_resident").unwrap();
    assert!(contact.action["said"].is_null(), "{}", contact.action);
}

/// DSP-03: an order that was searched for goes on by the same keys.
#[test]
fn a_found_order_takes_the_same_one_key_steps() {
    let mut seat = home();
    seat.keys("/跳闸<Enter>").sees("PG-20261121-002").sees_not("玻璃门").sees("F5 下一步");
    seat.keys("<F5>").sees("派工 工程").keys("<Enter>").sees("已保存");
    seat.keys("<F5>").sees("部门签收").keys("<F4>").sees("▌3 联系业主").keys("<Enter>").sees("已保存").keys("d");
    let (state, order) = on_file(&seat, "PG-20261121-002");
    assert_eq!((state, order.contacted_at.is_some()), (State::OnSite, true));
    seat.keys("<Esc><Esc>").sees("到场 1");
}

/// REC-02: the second call about the same thing is noticed before it is entered once more.
#[test]
fn a_unit_with_open_matters_says_so_in_the_form() {
    let mut seat = home();
    seat.keys("<F2>商铺12<Enter>").sees("本户未结 2 件，PG-20261121-003 待派工").keys("<F3>").sees("玻璃门关不严");
    let mut seat = home();
    seat.keys("<F2>9-9-909<Enter>").sees_not("本户未结");
}
