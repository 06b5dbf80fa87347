//! The dispatch board (DSP-01 to DSP-13): one list on a narrow screen, columns on a wide one, steps by one key.
use super::pictures::same;
use super::seat::{Seat, ok};
use frontdesk::config::{Config, Language};
use frontdesk::desk::Desk;
use frontdesk::desk::answer::Part;
use frontdesk::model::case::State;
use frontdesk::model::work_order::WorkOrder;
use serde_json::json;
use std::sync::Arc;

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
 F2 新派工  Enter 详情  F5 派工  F4 进度  F6 处理  F7 筛选  F11 打印  F1 帮助
",
    );
}

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
    seat.keys("<Home><F5>").sees("填表").keys("5").sees("派给部门").sees("发生时间");
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

#[test]
fn on_a_wide_screen_the_states_stand_side_by_side_with_the_technicians() {
    let mut seat = board((160, 50), Language::Chinese);
    let rows = seat.keys("<Down><F5>2").rows();
    let picture = rows.join("\n");
    assert!(rows[2].contains("待派 2           已派 1           已签 0"), "{picture}");
    assert!(rows[2].ends_with("维修人员"), "{picture}");
    assert!(rows[3].contains("▌剩30分"), "{picture}");
    assert!(rows[5].contains("!3-1-502 -") && rows[5].contains("5-2-301 钱师傅"), "{picture}");
    assert!(rows[6].contains("厨房水管爆裂，") && rows[7].contains("水已漫到客厅"), "{picture}");
    assert!(picture.contains("▌钱师傅 1单 不在班"), "{picture}");
    // The cursor moves in two directions, and the one proposed for a waiting order is marked with why (DSP-06).
    seat.keys("<Left>").sees("▌超37分").sees("▌周师傅 0单 值班~20:00").sees("建议 会做");
    seat.keys("<Down>").sees("▌剩18分").keys("<Right>").sees("▌剩30分");
}

#[test]
fn where_not_all_columns_fit_the_cursor_brings_them_into_sight() {
    let mut seat = board((120, 24), Language::Chinese);
    seat.sees("待派 3").sees_not("回单 0");
    ok(&mut seat.other, "desk", json!({"do": "send_order", "number": FIRST}), "21 09:40");
    ok(&mut seat.other, "desk", json!({"do": "finish_order", "number": FIRST, "result": "换了角阀"}), "21 09:41");
    seat.app.refresh(seat.now);
    seat.sees("完工 1").sees("<").keys("<Left>").sees("待派 2").sees_not("完工 0").sees(">");
}

#[test]
fn a_move_of_the_cursor_redraws_few_cells() {
    for (size, most) in [((80, 24), 160), ((160, 50), 260)] {
        let mut seat = board(size, Language::Chinese);
        assert!(seat.frame() > 500);
        for key in ["<Down>", "<Down>", "<Up>"] {
            seat.keys(key);
            let bytes = seat.frame();
            assert!((1..=most).contains(&bytes), "{key}: {bytes} bytes at {size:?}");
        }
    }
}

#[test]
fn wide_text_is_cut_between_characters_and_no_line_is_too_long() {
    for size in [(80, 24), (120, 24), (160, 50)] {
        for language in [Language::Chinese, Language::English] {
            let mut seat = board(size, language);
            let long = "业主反映卫生间吊顶漏水并滴到🚿热水器上，已关总阀；家里有老人和婴儿，请尽快".repeat(3);
            order(&mut seat.other, "21 09:41", "12-12-1202", "public", &long);
            seat.app.refresh(seat.now);
            for row in seat.keys("<End>").rows() {
                let width = unicode_width::UnicodeWidthStr::width(row.as_str());
                assert!(width <= usize::from(size.0), "{width}: {row}");
            }
        }
    }
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
    seat.now = super::seat::at("23 09:00");
    seat.app.refresh(seat.now);
    seat.sees_not("爆裂").keys("/爆裂<Enter>").sees(FIRST).sees("已办结").keys("<Enter><PageDown>").sees("换了角阀");
    seat.keys("<Esc><Esc><Esc>").sees("待派 2");
}

#[test]
fn a_technician_in_a_form_is_somebody_of_a_department() {
    home().keys("<F2>").sees("登记派工").sees("周师傅").sees_not("李强");
}
