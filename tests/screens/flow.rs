//! REC-03 on the screen: each course of a matter is quick, takes over who it is, and both records show the link.
use super::seat::{Seat, ok};
use serde_json::json;

/// A caller, and what it is about; the cursor stands at the course.
const CALLER: &str = "<F2>3-1-502<Enter><Enter><Enter>厨房漏水<Enter><Enter>";

/// A seat at which this was typed after the caller, and saved.
fn saved(keys: &str) -> Seat {
    let mut seat = Seat::of("desk");
    seat.keys(CALLER).keys(keys).keys("<C-s>").sees("已保存");
    seat
}

/// REC-03
#[test]
fn each_course_takes_one_digit_and_what_it_cannot_do_without() {
    for (keys, made) in [
        ("2<Enter>已说明", "已办结"),
        ("3<Enter>1", "处理中"),
        ("4<Enter><Enter>4", "> TS-20261121-002"),
        ("5<Enter>5", "> PG-20261121-001"),
        ("6<Enter>3", "> TY-20261121-001"),
        ("7", "> JJ-20261121-001"),
    ] {
        saved(keys).sees(made);
    }
}

/// REC-03
#[test]
fn what_is_missing_is_told_at_its_field_and_every_field_of_a_course_can_be_reached() {
    for (course, field) in
        [("3", "责任部门"), ("4", "类别"), ("5", "工作种类"), ("6", "责任部门"), ("8", "紧急求援编号"), ("9", "钥匙号")]
    {
        let mut seat = Seat::of("desk");
        seat.keys(CALLER).keys(course).keys("<C-s>").sees("必填");
        let row = seat.rows().into_iter().find(|row| row.starts_with('▌')).unwrap_or_default();
        assert!(row.contains(field), "{course}: {row}");
        for _ in 0..25 {
            seat.keys("<Tab>");
            assert!(seat.rows().iter().any(|row| row.starts_with('▌')), "{course}: the cursor is out of sight");
        }
    }
}

/// REC-03: both show the link, and it leads there and back.
#[test]
fn the_link_leads_from_the_counter_to_the_board_and_back() {
    let mut seat = saved("5<Enter>5");
    seat.keys("<Enter>").sees("由此产生").sees("PG-20261121-001").keys("<Enter>").sees("来自").sees("王芳");
    seat.keys("<Enter>").sees("JD-20261121-002  ").sees("由此产生");
}

/// REC-03: later, from the menu of the steps.
#[test]
fn a_matter_goes_on_later_from_the_menu() {
    let mut seat = Seat::of("desk");
    seat.keys("<F6>").sees("转为投诉").sees("转特约服务").sees("转紧急求援");
    let menu = seat.rows();
    let row = menu.iter().find(|row| row.contains("转紧急求援")).unwrap();
    let key = row.split_whitespace().find(|word| word.len() == 1 && word.is_ascii()).unwrap().to_owned();
    seat.keys(&key).sees("紧急种类").keys("<C-s>").sees("!! 3-1-502").sees("JJ-20261121-001");
}

/// REC-03, KEY-03: the keys in the cabinet are offered, and one is lent in the same step.
#[test]
fn a_key_is_chosen_from_the_cabinet_and_lent_in_the_same_step() {
    let mut seat = Seat::of("desk");
    for (key, label) in [("P1", "水泵房"), ("P2", "配电房")] {
        let key = json!({"do": "record_key", "key": key, "key_kind": "plant_room", "matter": label, "building": "3",
            "hook": key, "pieces": 1});
        ok(&mut seat.other, "desk", key, "21 09:00");
    }
    seat.keys("<F2><Tab>王工<Enter><Tab><Tab><Tab>查水泵<Enter><Enter>9<Enter><F4>").sees("水泵房").sees("配电房");
    seat.keys("1<Enter>1<Enter>1<C-s>").sees("必填");
    let row = seat.rows().into_iter().find(|row| row.starts_with('▌')).unwrap_or_default();
    assert!(row.contains("签名"), "{row}");
    seat.keys("王工<C-s>").sees("已办结").sees("> YS-");
}
