//! The registers of the first tab, and the handover from one shift to the next, with digits, F-keys, Enter and Esc.
use super::seat::{Seat, at, ok};
use frontdesk::config::Language;
use frontdesk::model::case::State;
use serde_json::json;

#[test]
fn f11_shows_the_registers_with_what_is_open_and_the_chosen_one_stays() {
    let mut seat = Seat::of("desk");
    let service = json!({"do": "file_service", "unit": "3-1-502", "matter": "每周擦窗", "department": "cleaning",
        "received_at": "11-19 09:00", "ends_at": "11-20 18:00"});
    ok(&mut seat.other, "desk", service, "21 09:30");
    seat.app.refresh(seat.now);
    seat.keys("<F11>").sees("1 接待").sees("3 特约服务    未结 1  超时 1").sees("5 交接班");
    seat.keys("3").sees("每周擦窗").sees("新特约").sees_not("停车月卡");
    seat.keys("2").sees("厨房反复漏水").keys("1").sees("每周擦窗");
    seat.keys("<F11>１").sees("停车月卡");
}

#[test]
fn f2_begins_what_belongs_into_the_register_that_is_shown() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>3<F2>").sees("登记特约").keys("3-1-502<Enter><Enter>");
    seat.sees("[2 来电]");
    let mut seat = Seat::of("desk");
    seat.keys("<F11>4<F2>").sees("安排拜访").keys("3-1-502<Enter>春节走访<Tab><Tab>明天15点<C-s>");
    seat.sees("已保存").sees("BF-20261121-001").sees("11-22 15:00");
    seat.keys("<F6>").sees("登记拜访").keys("<Esc><Enter>").sees("预约时间").sees("春节走访");
}

#[test]
fn a_service_shows_its_quality_and_its_callbacks() {
    let mut seat = Seat::of("desk");
    let service = json!({"do": "file_service", "unit": "3-1-502", "matter": "每周擦窗", "department": "cleaning",
        "ends_at": "11-25 18:00"});
    let number = ok(&mut seat.other, "desk", service, "21 09:30").number;
    let note = json!({"do": "follow_up_service", "number": number, "note": "擦得干净"});
    ok(&mut seat.other, "desk", note, "21 09:40");
    seat.app.refresh(seat.now);
    seat.keys("<F11>3<Enter>").sees("质量情况").sees("擦得干净").sees("由此产生").sees("HF-");
}

#[test]
fn a_handover_is_begun_noted_and_signed_by_who_hands_over() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>5<F2>").sees("开始交班").keys("东门道闸不灵<Tab>1<C-s>");
    seat.sees("JB-20261121-001")
        .sees("未签")
        .sees("未结事项")
        .sees("TS-20261114-001")
        .sees("每班")
        .sees("东门道闸不灵");
    seat.keys("<F2>早上有快递<C-s>").sees("早上有快递");
    seat.keys("<F8>").sees("交班签名").keys("<Enter>").sees("已受理");
    seat.keys("<F8>2").sees("待接班").sees("张敏 11-21 09:42").sees("待勾");
    seat.keys(" ").sees("交班人不能自己接班");
    seat.keys("<Esc><F2>").sees("待接班").sees("东门道闸不灵");
}

fn offered() -> Seat {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>5<F2>东门道闸不灵<Tab>1<C-s><F8>2").sees("待接班");
    seat
}

#[test]
fn the_incoming_one_ticks_off_line_by_line_and_signs() {
    let mut seat = offered().again("sup");
    seat.keys("<F11>5<Enter>").sees("待勾").sees("1 [ ]");
    let all = seat.other.handover_lines("JB-20261121-001", seat.now).unwrap().len();
    seat.sees(&format!("待勾 {all}")).keys("<F8>2").sees(&format!("还有 {all} 项"));
    seat.keys("１").sees("[x]").sees(&format!("待勾 {}", all - 1));
    seat.keys("<Tab>").sees(&format!("待勾 {}", all - 2));
    for _ in 2..all {
        seat.keys(" ");
    }
    seat.sees("待勾 0").sees_not("[ ]").keys("<F8>2").sees("已办结").sees("李强 11-21 09:42");
    assert_eq!(seat.other.sheet_state("JB-20261121-001"), State::Closed);
    seat.keys("<F8>").sees("双方已签名");
    seat.keys("<F7>")
        .sees("按时完成")
        .sees("已勾")
        .keys("<PageDown>")
        .sees("接班签名")
        .keys("<Esc>")
        .sees("李强 11-21 09:42");
}

trait StateOf {
    fn sheet_state(&self, number: &str) -> State;
}

impl StateOf for frontdesk::desk::Desk {
    fn sheet_state(&self, number: &str) -> State {
        self.sheet(number, &self.who("manager").unwrap()).unwrap().case.state
    }
}

#[test]
fn enter_opens_the_case_of_a_line_and_esc_comes_back() {
    let mut seat = offered().again("sup");
    seat.keys("<F11>5<Enter><Enter>").sees("经过").keys("<Esc>").sees("待勾").sees("1 [ ]");
}

#[test]
fn a_refusal_says_why_and_the_draft_shows_it() {
    let mut seat = offered().again("sup");
    seat.keys("<F11>5<Enter>2<F6>").sees("拒绝接班");
    let rows = seat.rows();
    let row = rows.iter().find(|row| row.contains("拒绝接班")).unwrap();
    let place = row[..row.find("拒绝接班").unwrap()].trim_end().chars().last().unwrap();
    seat.keys(&format!("{place}钥匙没有交代<C-s>")).sees("请再确认").keys("2").sees("已受理");
    seat.sees("拒绝接班 李强: 钥匙没有交代");
}

#[test]
fn a_flagged_note_is_cleared_with_one_key() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>5<F2>东门道闸不灵<Tab>1<C-s>").sees("每班").keys("<F5>").sees("不是每班提示");
    seat.keys("<End><F5>").sees("已保存").sees_not("东门道闸不灵");
}

#[test]
fn a_long_handover_scrolls_and_the_digits_follow() {
    let mut seat = Seat::of("desk");
    for place in 0..30 {
        let one = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "kind": "question",
            "matter": format!("第{place}件"), "promised_at": "11-21 12:00"});
        ok(&mut seat.other, "desk", one, "21 09:42");
    }
    let begun = json!({"do": "begin_handover"});
    ok(&mut seat.other, "desk", begun, "21 09:42");
    let offer = json!({"do": "offer_handover", "number": "JB-20261121-001"});
    ok(&mut seat.other, "desk", offer, "21 09:42");
    let mut seat = seat.again("sup");
    seat.keys("<F11>5<Enter>").sees_not("第29件").keys("<PageDown><PageDown>").sees("第29件");
    seat.keys("<End>").sees("▌").keys("<Home>").sees("未结事项");
    let all = seat.other.handover_lines("JB-20261121-001", seat.now).unwrap().len();
    for _ in 0..all {
        seat.keys("1");
    }
    seat.sees("待勾 0");
}

#[test]
fn a_handover_fits_at_the_home_size_and_is_whole_in_english() {
    let mut seat = Seat::sized("desk", (80, 24), Language::English);
    seat.now = at("21 09:42");
    seat.keys("<F11>5<F2>gate stuck<Tab>1<C-s>").sees("not signed").sees("Flagged").sees("F8");
    for row in seat.rows() {
        assert!(row.chars().count() <= 80, "{row}");
    }
}

#[test]
fn on_a_wide_screen_the_handover_stands_beside_the_list() {
    let mut seat = Seat::sized("desk", (160, 50), Language::Chinese);
    seat.keys("<F11>5<F2>东门道闸不灵<Tab>1<C-s><Esc>").sees("交班").sees("东门道闸不灵").sees("JB-20261121-001");
}

/// CBK-09
#[test]
fn the_supervisor_files_the_callbacks_of_a_month_at_the_home_size() {
    let mut seat = Seat::of("sup");
    let plan = json!({"do": "plan_callback", "about": "other", "unit": "3-1-502", "matter": "代收快递"});
    let open = ok(&mut seat.other, "desk", plan, "21 09:41").number;
    seat.wait(60 * 24 * 12);
    let call = json!({"do": "call_household", "unit": "3-1-502", "outcome": "satisfied"});
    seat.other.perform_json(call, "desk", seat.now).unwrap();
    seat.app.refresh(seat.now);
    seat.keys("<F11>2").sees("回访归档 2026-11 已结 0、未结 1").sees("剩7天14时");
    seat.keys("<End><Enter>").sees("回访归档 2026-11-01 - 2026-11-30").sees("已结 0、未结 1").sees(&open);
}
