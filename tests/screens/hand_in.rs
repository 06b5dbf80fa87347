//! STA-06 on the screen: the month stands in the queue of the reviews and is handed in from there.
use super::seat::{Seat, at, ok};
use serde_json::json;

fn late_november(login: &str) -> Seat {
    let mut seat = Seat::of(login);
    seat.wait(5 * 24 * 60);
    for _ in 0..2 {
        let taken = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "matter": "问停水时间"});
        ok(&mut seat.other, "desk", taken, "26 09:40");
    }
    assert_eq!(seat.now, at("26 09:42"));
    seat.app.refresh(seat.now);
    seat
}

/// Goes down the queue to the month.
#[track_caller]
fn to_the_month(seat: &mut Seat) {
    for _ in 0..9 {
        if seat.rows().iter().any(|row| row.starts_with('▌') && row.contains("月报上交")) {
            return;
        }
        seat.keys("<Down>");
    }
    panic!("the month is not to be reached:\n{}", seat.picture());
}

/// STA-06
#[test]
fn the_receptionist_hands_the_month_in_from_the_queue_and_sees_what_differs_since() {
    let mut seat = late_november("desk");
    seat.keys("1<F11>2").sees("月报上交 2026-11");
    to_the_month(&mut seat);
    seat.keys("<Enter><F6>").choose("完成审核").sees("Ctrl-S").keys("<C-s>").sees("已保存");
    seat.sees("已上交").sees("第1版 张敏 11-26 09:42").sees("与上交时相同");
    let late = json!({"do": "file_complaint", "unit": "1-1-101", "category": "cleaning", "matter": "楼道脏"});
    ok(&mut seat.other, "desk", late, "26 09:42");
    seat.keys("<Esc>1<F11>2").sees_not("月报上交");
}

/// STA-06, SEC-02
#[test]
fn whoever_does_not_hand_months_in_is_told_who_does() {
    let mut seat = late_november("dept");
    seat.keys("1<F11>2").sees("月报上交 2026-11");
    to_the_month(&mut seat);
    seat.keys("<F6>").choose("完成审核").sees("前台").sees_not("Ctrl-S");
}

/// STA-06: the whole is the same, and the part says so.
#[test]
fn what_moved_from_one_category_to_another_is_told_by_its_parts() {
    let mut seat = Seat::of("sup");
    let dirty = json!({"do": "file_complaint", "unit": "1-1-101", "category": "cleaning", "matter": "楼道脏"});
    let number = ok(&mut seat.other, "desk", dirty, "21 09:41").number;
    ok(&mut seat.other, "sup", json!({"do": "hand_in_month", "month": "2026-11", "signature": "李强"}), "21 09:41");
    let moved = json!({"do": "change_category", "number": number, "category": "greening", "reason": "是落叶"});
    ok(&mut seat.other, "sup", moved, "21 09:42");
    seat.app.refresh(seat.now);
    seat.keys("6").sees("有变化").keys("<F11><F11><F11><F11><F11>");
    for told in ["清洁 · 受理投诉", "绿化 · 受理投诉"] {
        let line =
            seat.rows().into_iter().find(|row| row.contains(told)).unwrap_or_else(|| panic!("{}", seat.picture()));
        assert!(line.contains("涉及 1 件"), "{line}");
    }
    seat.keys("<Enter>").sees("楼道脏").sees("全部 1");
}
