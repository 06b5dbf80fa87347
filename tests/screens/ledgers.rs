//! Passes and reminders on the screen: chosen, begun and stepped on from the reception tab (LED-04, LED-06).
use super::seat::{Seat, ok};
use serde_json::json;

/// LED-04
#[test]
fn a_pass_is_issued_and_taken_back_with_digits_and_enter() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>").sees("出入证").keys("7").sees("新出入证").keys("<F2>").sees("证号").sees("有效期至");
    seat.keys("l012<Enter>汤师傅<Enter>13900139000<Enter>佳居装饰<Enter>5-2-301<Enter>");
    seat.sees("汤师傅").sees_not("赵磊");
    seat.keys("防水<Enter>+3d<Enter>５０<C-s>").sees("已保存").sees("L012").sees("汤师傅").sees("剩3天");
    seat.keys("<Enter>")
        .sees("已发证")
        .sees("佳居装饰")
        .sees("持证人        5-2-301  汤师傅")
        .sees("LED-04/return")
        .keys("<F6>")
        .sees("收回证件");
    seat.keys("1").sees("L012  汤师傅  佳居装饰  所收押金 50元").keys("<C-s>").sees("已办结");
    let sheet = seat.sheet("CR-20261121-001");
    assert_eq!(sheet.part.to_json()["deposit_back"], 5_000);
}

/// LED-04
#[test]
fn a_card_that_is_out_is_told_at_its_field_with_the_number_to_look_at() {
    let mut seat = Seat::of("desk");
    let new = json!({"do": "issue_pass", "pass_number": "L012", "name": "汤师傅", "phone": "13900139000", "matter": "防水",
        "valid_until": "11-21 09:00", "received_at": "11-20 09:00"});
    ok(&mut seat.other, "desk", new, "21 09:30");
    seat.app.refresh(seat.now);
    seat.keys("<F11>7").sees("超42分 报主管");
    seat.keys("<F2>L012<Enter>甲<Enter>13900139001<Enter><Enter><Enter>木工<Enter>+1d<C-s>");
    seat.sees("还没了结，见 CR-20261121-001");
    seat.keys("<Esc>3<F6>").choose("收回证件").sees_not("退还押金");
}

/// LED-06
#[test]
fn a_household_is_reminded_and_its_promise_noted_with_digits_and_enter() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>8").sees("催缴").keys("<F2>3-1-502<Enter>").sees("王芳").sees("13800138000");
    seat.keys("1<Enter>2026年下半年<C-s>").sees("已保存").sees("0 次").sees("[物业费] 2026年下半年");
    seat.keys("<F6>1").sees("[1 电话]").keys("<Enter>说月底交<Enter>+5d<C-s>").sees("1 次").sees("剩5天");
    seat.keys("<F6>2+2d<C-s>").sees("剩2天").keys("<Enter>").sees("已承诺").sees("承诺缴费").sees("电话 说月底交");
    seat.keys("<Esc>").wait(3 * 1440);
    seat.app.refresh(seat.now);
    seat.keys("<F6>1<Enter>说忙忘了<C-s>").sees("2 次 失约1");
    let part = seat.sheet("CJ-20261121-001").part.to_json();
    assert_eq!((&part["reminded"], &part["broken"]), (&json!(2), &json!(1)));
}

/// LED-06
#[test]
fn a_reminder_begins_from_the_household_as_well() {
    let mut seat = Seat::of("desk");
    seat.keys("@wf<Enter><F2>5").sees("登记催缴").sees("3-1-502").sees("王芳");
}
