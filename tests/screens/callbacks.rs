//! 回访: the callback tab, whatever it shows, with keys that an input method leaves alone (CBK-01 to CBK-11).
use super::seat::{Seat, ok};
use frontdesk::config::Language;
use serde_json::{Value, json};

/// A minor complaint of the cleaners whose work is done; its callback is the first of the day.
fn finish_the_complaint(seat: &mut Seat) {
    let number = "TS-20261119-001";
    let step = |name: &str, more: Value| {
        let mut action = json!({"do": name, "number": number});
        action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        action
    };
    ok(&mut seat.other, "desk", step("contact_resident", json!({"said": "已联系"})), "21 09:30");
    ok(&mut seat.other, "desk", step("reply_to_resident", json!({"said": "已答复"})), "21 09:30");
    let report = json!({"cause": "改线", "measures": "加清一次", "result": "已清空"});
    ok(&mut seat.other, "sup", step("complete", report), "21 09:31");
    ok(&mut seat.other, "sup", step("sign_record", json!({})), "21 09:32");
    seat.app.refresh(seat.now);
}

/// An important complaint whose work is done: the manager asks.
fn grave(seat: &mut Seat) -> String {
    let number = "TS-20261114-001";
    for (by, step, more) in [
        ("desk", "contact_resident", json!({"said": "已联系"})),
        ("desk", "reply_to_resident", json!({"said": "已答复"})),
        (
            "sup",
            "complete",
            json!({"cause": "管裂", "measures": "换管", "result": "不漏", "root_cause": "老化", "prevention": "每季查"}),
        ),
        ("sup", "sign_record", json!({})),
    ] {
        let mut action = json!({"do": step, "number": number});
        action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ok(&mut seat.other, by, action, "21 09:31");
    }
    seat.app.refresh(seat.now);
    let offspring = seat.sheet(number).offspring;
    offspring.iter().find(|one| one.number.starts_with("HF-")).unwrap().number.clone()
}

fn plan(seat: &mut Seat, about: &str, matter: &str) {
    let plan = json!({"do": "plan_callback", "about": about, "unit": "5-2-301", "name": "赵磊", "matter": matter});
    ok(&mut seat.other, "desk", plan, "21 09:40");
    seat.app.refresh(seat.now);
}

#[test]
fn what_is_due_stands_in_order_with_kind_form_and_who_asks_under_done_and_required() {
    let mut seat = Seat::of("desk");
    plan(&mut seat, "activity", "重阳节活动");
    finish_the_complaint(&mut seat);
    let rows = seat.keys("5").rows();
    assert!(rows[1].contains("2026-11 已访/应访  投诉 0/1 · 社区活动 0/1"), "{}", rows.join("\n"));
    assert!(rows[2].contains("家访 0/0") && rows[2].contains("至少 20%") && rows[2].contains("本月已通电话 0/2 0%"));
    assert!(rows[3].contains("待回访  未结 2"), "{}", rows.join("\n"));
    assert!(rows[5].starts_with("▌剩2天23时") && rows[5].contains("投诉") && rows[5].contains("商铺12"), "{}", rows[5]);
    assert!(rows[5].contains("家访") && rows[5].contains("门口垃圾未清"), "{}", rows[5]);
    assert!(rows[6].contains("社区活动") && rows[6].contains("信函") && rows[6].contains("赵磊"), "{}", rows[6]);
}

#[test]
fn the_answer_is_entered_with_digits_and_the_record_goes_to_the_supervisor() {
    let mut seat = Seat::of("desk");
    finish_the_complaint(&mut seat);
    seat.keys("5<F5>").sees("满意").sees("商铺12").keys("<Tab>1<C-s>").sees("已保存").sees("TS-20261119-001");
    seat.sees("待回访  未结 1").sees("投诉 1/1").keys("<F11>").sees("待审核").sees("门口垃圾未清");
    let mut seat = Seat::of("sup");
    finish_the_complaint(&mut seat);
    seat.keys("5<F5><Tab>2<Tab>还是满<C-s>").sees("已保存").keys("<F11><F5>已看<C-s>").sees("不满意的必填");
    seat.keys("换班次<C-s>").sees("交经理");
    seat.keys("<F11>").sees("待经理决定").sees("门口垃圾未清").keys("<Enter>").sees("换班次").sees("还是满");
}

/// CBK-11
#[test]
fn nobody_answers_is_asked_once_more_and_it_stays_due() {
    let mut seat = Seat::of("desk");
    finish_the_complaint(&mut seat);
    seat.keys("5<F4>").sees("HF-20261121-001  商铺12").sees("1 先不做");
    assert!(seat.sheet("HF-20261121-001").entries.is_empty(), "one press writes nothing");
    seat.keys("1").sees("家访");
    assert!(seat.sheet("HF-20261121-001").entries.is_empty());
    seat.keys("<F4>2").sees("已保存").sees("家访").keys("<F4>2<Enter>").sees("未接通次数").sees("未接通");
    assert_eq!(seat.sheet("HF-20261121-001").entries.len(), 2);
}

/// CBK-11, CBK-04
#[test]
fn a_call_that_nobody_answered_leaves_the_form_that_was_proposed() {
    let mut seat = Seat::of("desk");
    plan(&mut seat, "other", "代办证件");
    seat.keys("5").sees("电话").keys("<F4>2").sees("已保存").sees("电话").sees_not("家访 0/1");
    seat.keys("<F5>").sees("[2 电话]").keys("<Tab>3<C-s>").sees("已保存").keys("<F5>").sees("[2 电话]");
    let mut seat = Seat::of("desk");
    finish_the_complaint(&mut seat);
    seat.keys("5<Tab>明天10点<Tab>1<C-s><F4>2").sees("11-22 10:00").keys("<F5>").sees("[1 家访]");
}

/// CBK-07
#[test]
fn whoever_reviews_or_decides_sees_above_the_fields_what_the_resident_said() {
    let mut seat = Seat::of("sup");
    finish_the_complaint(&mut seat);
    let number = "HF-20261121-001";
    let asked = json!({"do": "record_callback", "number": number, "outcome": "unsatisfied", "said": "还是满",
        "quality": "poor", "shortcomings": "来得晚", "suggestions": "早上清"});
    ok(&mut seat.other, "desk", asked, "21 09:41");
    seat.app.refresh(seat.now);
    seat.keys("5<F11><F5>").sees("还是满").sees("来得晚").sees("早上清").sees("差").sees("意见");
    let review = json!({"do": "review_callback", "number": number, "note": "已看", "opinion": "换班次"});
    ok(&mut seat.other, "sup", review, "21 09:42");
    let mut seat = seat.again("manager");
    seat.keys("5<F11><F11><F5>").sees("还是满").sees("来得晚").sees("早上清").sees("换班次");
}

/// CBK-03, CBK-07
#[test]
fn a_step_that_is_not_for_this_role_says_so_before_its_form_is_open() {
    let mut seat = Seat::of("desk");
    let callback = grave(&mut seat);
    seat.keys("5<F5>").sees("经理").sees("待回访").sees_not("Ctrl-S");
    seat.keys("1");
    ok(
        &mut seat.other,
        "manager",
        json!({"do": "record_callback", "number": callback, "outcome": "satisfied"}),
        "21 09:41",
    );
    seat.app.refresh(seat.now);
    seat.keys("5<F11><F5>").sees("待审核  ").sees_not("Ctrl-S");
    let mut seat = seat.again("manager");
    seat.keys("5<F11><F5>").sees("Ctrl-S");
}

/// REC-07
#[test]
fn the_week_of_the_manager_is_grey_for_the_supervisor_and_says_why() {
    let mut seat = Seat::of("sup");
    seat.keys("1<F11>2<Down><F6>").sees("2026-11-16 / 2026-11-22").choose("完成审核").sees("经理").sees_not("Ctrl-S");
    let mut seat = Seat::of("sup");
    seat.keys("1<F11>2<F6>").choose("完成审核").sees("Ctrl-S");
    let mut seat = Seat::of("manager");
    seat.keys("1<F11>2<Down><F6>").sees("2026-11-16 / 2026-11-22").choose("完成审核").sees("Ctrl-S");
}

#[test]
fn a_home_visit_gets_its_time_first_and_then_its_form_is_proposed() {
    let mut seat = Seat::of("desk");
    finish_the_complaint(&mut seat);
    seat.keys("5<F5>1<Tab>1<C-s>").sees("预约").keys("<Esc>3");
    seat.keys("<Tab>明天10点<Tab>1<C-s>").sees("已保存").sees("11-22 10:00");
    seat.keys("<F5>").sees("[1 家访]").keys("<Tab>1<C-s>").sees("家访 1/1 100%");
}

#[test]
fn a_callback_that_no_rule_makes_is_begun_from_the_menu() {
    let mut seat = Seat::of("desk");
    seat.keys("5<F2>２").sees("刊物").keys("<Tab>3-1-502<Enter>").sees("王芳").keys("十一月刊<C-s>");
    seat.sees("已保存").sees("刊物 0/1").sees("十一月刊");
}

#[test]
fn the_round_proposes_the_next_household_and_fills_the_form_in() {
    let mut seat = Seat::of("desk");
    seat.keys("5<F11><F11><F11>").sees("每月电话").sees("3-1-502").sees("从未");
    seat.keys("<Enter>").sees("王芳").sees("13800138000").keys("<Tab><Tab><Tab>1<C-s>").sees("已保存");
    seat.sees("本月已通电话 1/2 50%").sees("5-2-301").sees_not("3-1-502  ");
    seat.keys("<F2>4").sees("赵磊").keys("<Tab><Tab><Tab>3<C-s>").sees("今天试过");
    seat.keys("<Enter><Tab><Tab><Tab>1<C-s>").sees("各户都已接通").keys("<Enter>").sees("各户都已接通");
}

/// CBK-10
#[test]
fn an_estate_without_residents_is_not_said_to_be_reached() {
    let mut seat = Seat::empty("manager");
    seat.keys("5<F11><F11><F11>").sees("还没有登记住户").sees_not("各户都已接通");
    seat.keys("<Enter>").sees_not("各户都已接通").keys("<F2>4").sees_not("各户都已接通");
}

/// CBK-10
#[test]
fn a_round_that_cannot_be_read_says_so_and_nothing_else() {
    let mut seat = Seat::of("desk");
    seat.spoil("DROP TABLE household_calls");
    seat.keys("5<F11><F11><F11>")
        .sees("no such table")
        .sees_not("各户都已接通")
        .keys("<Enter>")
        .sees_not("各户都已接通");
}

#[test]
fn the_figures_say_how_the_lottery_is_drawn() {
    let mut seat = Seat::of("desk");
    finish_the_complaint(&mut seat);
    seat.keys("5<F11><F11><F11><F11>").sees("本月数字").sees("应访").sees("抽签").sees("sha256").sees("投诉");
    let lottery = seat.other.callback_month(seat.now).unwrap().lottery.unwrap();
    seat.sees(&lottery.seed).keys("<F11>").sees("待回访");
}

#[test]
fn on_a_large_screen_the_callback_stands_beside_the_list() {
    for language in [Language::Chinese, Language::English] {
        let mut seat = Seat::sized("desk", (160, 50), language);
        finish_the_complaint(&mut seat);
        seat.keys("5").sees("HF-20261121-001").sees("TS-20261119-001");
        assert!(seat.rows()[5].contains('│'), "{}", seat.picture());
        for _ in 0..5 {
            seat.keys("<F11>");
        }
        seat.sees("CBK-01/complaint");
    }
}

#[test]
fn the_head_of_a_department_does_not_see_whom_the_lottery_drew() {
    let mut seat = Seat::of("dept");
    let order = json!({"do": "file_work_order", "unit": "3-1-502", "matter": "换灯管", "job": "burst_pipe",
        "department": "engineering"});
    let number = ok(&mut seat.other, "desk", order, "21 09:30").number;
    ok(&mut seat.other, "desk", json!({"do": "send_order", "number": number}), "21 09:31");
    ok(&mut seat.other, "sup", json!({"do": "finish_order", "number": number, "result": "已换"}), "21 09:32");
    assert_eq!(seat.other.callback_month(seat.now).unwrap().kinds[0].drawn, 1);
    seat.app.refresh(seat.now);
    seat.keys("5").sees_not("换灯管").keys("0").sees_not("HF-");
    let mut seat = Seat::of("desk");
    seat.keys("5").sees("回访");
}
