//! The dispatch board (DSP-01 to DSP-13): one list on a narrow screen, columns on a wide one, what ends.
mod steps;
mod wide;

use super::pictures::same;
use super::seat::{Seat, at, ok};
use frontdesk::config::Language;
use frontdesk::desk::Desk;
use frontdesk::desk::answer::Part;
use frontdesk::model::case::State;
use frontdesk::model::work_order::WorkOrder;
use serde_json::json;

fn order(desk: &mut Desk, time: &str, unit: &str, job: &str, matter: &str) -> String {
    let new = json!({"do": "file_work_order", "unit": unit, "job": job, "matter": matter});
    ok(desk, "desk", new, time).number
}

/// Three technicians of engineering, one of them on duty, and three orders that wait.
fn board(size: (u16, u16), language: Language) -> Seat {
    let mut seat = Seat::sized("desk", size, language);
    let desk = &mut seat.other;
    for (login, name, skills) in [
        ("pipe", "周师傅", Some("burst_pipe,plumbing")),
        ("volt", "钱师傅", Some("short_circuit,electric")),
        ("hand", "孙小力", None),
    ] {
        let one = json!({"do": "add_staff", "login": login, "name": name, "role": "department",
            "department": "engineering", "skills": skills});
        ok(desk, "manager", one, "21 08:00");
    }
    let duty = json!({"do": "plan_duty", "login": "pipe", "starts_at": "11-21 08:00", "ends_at": "11-21 20:00"});
    ok(desk, "sup", duty, "21 08:00");
    order(desk, "21 09:00", "3-1-502", "burst_pipe", "厨房水管爆裂，水已漫到客厅");
    order(desk, "21 09:20", "5-2-301", "electric", "客厅跳闸，合不上");
    order(desk, "21 09:30", "商铺12", "doors", "玻璃门关不严");
    seat.app.refresh(seat.now);
    seat.keys("3");
    seat
}

fn home() -> Seat {
    board((80, 24), Language::Chinese)
}

/// Where an order stands, and what it carries.
fn on_file(seat: &Seat, number: &str) -> (State, WorkOrder) {
    let sheet = seat.sheet(number);
    match sheet.part {
        Part::WorkOrder(order) => (sheet.case.state, *order),
        other => panic!("{other:?}"),
    }
}

const FIRST: &str = "PG-20261121-001";

#[test]
fn a_list_by_state_with_the_promise_first() {
    let mut seat = home();
    let second = json!({"do": "send_order", "number": "PG-20261121-002", "technician": "volt"});
    ok(&mut seat.other, "desk", second, "21 09:40");
    seat.app.refresh(seat.now);
    same(
        &mut seat,
        "
 1 接待 1  2 投诉 2!  3 派工 1!  4 钥匙  5 回访  6 统计    张敏·前台 11-21 09:42
 派工  待派 2  已派 1
 时限                 编号            房号      人员     事由
 待派 2
▌超37分 报主管      ! PG-20261121-001 3-1-502   -        厨房水管爆裂，水已漫..
 剩18分               PG-20261121-003 商铺12    -        玻璃门关不严
 已派 1
 剩28分               PG-20261121-002 5-2-301   钱师傅   客厅跳闸，合不上
 F2 新派工  Enter 详情  F5 派工  F4 进度  F6 处理  F7 筛选  F1 帮助  F9 紧急
",
    );
}

/// ESC-05: the look changes by itself when a clock crosses.
#[test]
fn a_crossing_clock_changes_the_look() {
    let mut seat = home();
    seat.sees("快到 剩8分");
    seat.wait(8);
    assert!(seat.app.refresh(seat.now));
    seat.sees_not("快到 剩8分").sees("超<1分 报主管");
}

#[test]
fn the_cursor_stays_on_its_order_when_the_board_is_read_again() {
    let mut seat = home();
    seat.keys("<Down>").sees("▌快到");
    let sent = json!({"do": "send_order", "number": "PG-20261121-002", "technician": "volt"});
    ok(&mut seat.other, "sup", sent, "21 09:42");
    order(&mut seat.other, "21 09:42", "7-1-101", "gas", "厨房有燃气味");
    assert!(seat.app.refresh(seat.now));
    seat.sees("燃气味").sees("▌剩30分               PG-20261121-002");
}

#[test]
fn a_key_meant_for_an_order_that_went_away_is_not_taken_for_the_next_one() {
    let mut seat = home();
    let void = json!({"do": "void", "number": FIRST, "reason": "登错了"});
    ok(&mut seat.other, "sup", void, "21 09:42");
    assert!(seat.app.refresh(seat.now));
    seat.keys("<F5>").sees("请再按一次").sees_not("派工 工程").keys("<F5>").sees("派工 工程");
}

#[test]
fn arrows_lead_from_section_to_section() {
    let mut seat = home();
    for (number, technician) in [("PG-20261121-002", "volt"), ("PG-20261121-003", "hand")] {
        let sent = json!({"do": "send_order", "number": number, "technician": technician});
        ok(&mut seat.other, "desk", sent, "21 09:40");
    }
    ok(&mut seat.other, "desk", json!({"do": "arrive", "number": "PG-20261121-003"}), "21 09:41");
    seat.app.refresh(seat.now);
    let rows = seat.keys("<Right>").rows();
    assert!(rows.iter().any(|row| row.starts_with('▌') && row.contains("-002")), "{rows:?}");
    let rows = seat.keys("<Right>").rows();
    assert!(rows.iter().any(|row| row.starts_with('▌') && row.contains("-003")), "{rows:?}");
    let rows = seat.keys("<Left><Left>").rows();
    assert!(rows.iter().any(|row| row.starts_with('▌') && row.contains("-001")), "{rows:?}");
}

/// ESC-14.
#[test]
fn the_board_is_narrowed_to_a_department_a_technician_or_a_state() {
    let mut seat = home();
    order(&mut seat.other, "21 09:41", "1-1-101", "greening", "树枝断了");
    let sent = json!({"do": "send_order", "number": "PG-20261121-002", "technician": "volt"});
    ok(&mut seat.other, "desk", sent, "21 09:40");
    seat.app.refresh(seat.now);
    seat.keys("<F7>3").sees("绿化").keys("4").sees("筛选: 绿化").sees("树枝断了").sees_not("玻璃门");
    seat.keys("<F7>1").sees_not("筛选:").sees("玻璃门");
    seat.keys("<F7>6").sees("筛选: 已派").sees("跳闸").sees_not("玻璃门").keys("<F7>6").sees("玻璃门");
    seat.keys("<F7>4").sees("钱师傅").keys("3").sees("跳闸").sees_not("玻璃门");
    let mut seat = seat.again("volt");
    seat.keys("3<F7>2").sees("筛选: 我的").sees("跳闸").sees_not("玻璃门");
    seat.keys("<F7>1<F7>3").sees("筛选: 工程").sees("玻璃门").sees_not("树枝断了");
}

/// DSP-12: how often the resident has pressed stands before the matter.
#[test]
fn an_order_that_was_pressed_for_says_how_often() {
    let mut seat = home();
    for time in ["21 09:35", "21 09:40"] {
        ok(&mut seat.other, "desk", json!({"do": "press_again", "number": FIRST}), time);
    }
    seat.app.refresh(seat.now);
    seat.sees("催2 厨房");
}

/// DSP-10, DSP-13: the detail says what is missing, where the copies are and who had it for how long.
#[test]
fn the_case_tells_its_times_in_order_its_copies_and_who_had_it() {
    let mut seat = home();
    ok(&mut seat.other, "desk", json!({"do": "send_order", "number": FIRST, "technician": "hand"}), "21 09:05");
    let on = json!({"do": "transfer_order", "number": FIRST, "department": "engineering", "technician": "pipe",
        "reason": "不会修"});
    ok(&mut seat.other, "dept", on, "21 09:20");
    ok(&mut seat.other, "dept", json!({"do": "arrive", "number": FIRST}), "21 09:40");
    seat.app.refresh(seat.now);
    let picture = seat.keys("<Enter><PageDown>").picture();
    for words in
        ["签收          未记", "到场          11-21 09:40", "告知业主      -", "三联单        存根联 前台 · 部门联"]
    {
        assert!(picture.contains(words), "{words}:\n{picture}");
    }
    seat.sees("经手").sees("15分").sees("转单退单次数  1");
}

/// What has ended leaves the board, and is found by words.
#[test]
fn an_order_that_has_ended_is_found_by_search() {
    let mut seat = home();
    for step in [
        json!({"do": "send_order"}),
        json!({"do": "finish_order", "result": "换了角阀"}),
        json!({"do": "tell_resident", "said": "已修好", "satisfied": true}),
        json!({"do": "file_sheet"}),
    ] {
        let mut step = step;
        step["number"] = FIRST.into();
        ok(&mut seat.other, "desk", step, "21 09:41");
    }
    seat.now = at("23 09:00");
    seat.app.refresh(seat.now);
    seat.sees_not("爆裂").keys("/爆裂<Enter>").sees(FIRST).sees("已办结").keys("<Enter><PageDown>").sees("换了角阀");
    seat.keys("<Esc><Esc><Esc>").sees("待派 2");
}

#[test]
fn a_technician_in_a_form_is_somebody_of_a_department() {
    home().keys("<F2>").sees("登记派工").sees("周师傅").sees_not("李强");
}

/// A column that is too long to be read whole says so.
#[test]
fn a_section_says_how_many_more_there_are_than_it_shows() {
    let mut seat = home();
    for place in 0..205 {
        order(&mut seat.other, "21 09:41", "7-1-101", "cleaning", &format!("第{place}件"));
    }
    seat.app.refresh(seat.now);
    seat.sees("待派 208").keys("<End>").sees("… 还有 8 项").keys("<PageDown>").sees("F5 派工");
}
