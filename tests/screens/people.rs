//! Who it is: what a unit brings, households, and the record of a resident.
use super::seat::{Seat, ok};
use serde_json::json;

#[test]
fn a_unit_brings_nothing_over_what_was_typed_by_hand() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab>周涛<Tab>13700137000<S-Tab><S-Tab>3-1-502<Enter>");
    seat.sees("周涛").sees("13700137000").sees_not("王芳");
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab><Tab>13700137000<S-Tab><S-Tab>3-1-502<Enter>").sees("王芳").sees("13700137000");
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab>周涛<S-Tab>3-1-502<Enter>").sees("周涛").sees_not("13800138000");
}

#[test]
fn another_unit_takes_back_what_the_first_one_brought() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>3-1-502<Enter>").sees("王芳").sees("独居老人");
    seat.keys("<S-Tab><S-Tab><S-Tab><C-u>8-1-101<Enter>").sees("8-1-101");
    seat.sees_not("王芳").sees_not("13800138000").sees_not("独居老人");
}

#[test]
fn who_was_looked_for_takes_the_place_of_the_words() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab>wf<F4>").sees("王芳").sees("13800138000").sees("3-1-502");
}

#[test]
fn the_unit_fills_in_nobody_where_a_new_resident_is_entered_or_a_case_corrected() {
    let mut seat = Seat::of("desk");
    seat.keys("<F3>8<Backspace><F5>3-1-502<Enter>").sees("登记住户").sees_not("13800138000").sees_not("王芳");
    let mut seat = Seat::of("desk");
    seat.keys("2<Down><F6>").choose("更正内容").keys("<C-u>3-1-502<Enter>").sees("3-1-502").sees_not("王芳");
}

#[test]
fn the_record_of_the_marked_resident_is_taken_up_again() {
    let mut seat = Seat::of("desk");
    let one = json!({"do": "record_resident", "unit": "6-1-101", "name": "租客", "phone": "13700137001", "tie": "tenant",
        "needs": "夜班", "note": "有狗", "gone": true});
    ok(&mut seat.other, "desk", one, "21 09:00");
    seat.keys("<F3>8<Backspace>6-1-101<Enter><F5>").sees("[2 租户]").sees("夜班").sees("有狗").sees("[1 是]");
    seat.keys("<Tab><Tab><C-u>13700137002<C-s>").sees("已保存");
    let home = seat.other.household("6-1-101", 9, &seat.other.who("manager").unwrap()).unwrap();
    let [one] = home.residents.as_slice() else { panic!("{home:?}") };
    assert_eq!(one.phone.as_deref(), Some("13700137002"));
    assert!(one.gone && one.tie.to_string() == "tenant");
    assert_eq!((one.needs.as_deref(), one.note.as_deref()), (Some("夜班"), Some("有狗")));
}

#[test]
fn in_a_household_of_many_the_marked_case_is_seen_and_opened() {
    let mut seat = Seat::of("desk");
    for place in 0..40 {
        let one = json!({"do": "record_resident", "unit": "3-1-502", "name": format!("住客{place}"), "note": "合租"});
        ok(&mut seat.other, "desk", one, "21 09:30");
    }
    seat.keys("<F3>").sees("▌超6天23时").sees("住客39");
    seat.keys("<Down>").sees("▌快到").keys("<Enter>").sees("JD-20261121-001").sees("经过").keys("<Esc>");
    seat.keys(&"<Up>".repeat(50)).sees("▌王芳").sees("独居老人").sees_not("记录");
    seat.keys("<F2>1").sees("登记接待").sees("13800138000");
}

#[test]
fn the_household_page_tells_the_form_below_who_it_is() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2><Tab><Tab><Tab><Tab>4<Enter>漏水<F3>wf").sees("F4 填入表单").keys("<F4>");
    seat.sees("登记投诉").sees("3-1-502").sees("王芳").sees("13800138000").sees("▌事由").sees("独居老人");
    seat.keys("<F3>5-2-301<Enter><Up><Up><F4>").sees("5-2-301").sees("赵磊").sees("13900139001").sees_not("王芳");
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab>周涛<F3>wf<F4>").sees("周涛").sees("3-1-502").sees_not("王芳").sees_not("13800138000");
    Seat::of("desk").keys("<F3>").sees_not("F4 填入表单");
}

#[test]
fn a_case_is_begun_for_the_marked_hit() {
    let mut seat = Seat::of("desk");
    seat.keys("<F3>zhao<Down><F2>2").sees("登记投诉").sees("赵小明").sees("13900139002");
}

#[test]
fn what_is_typed_takes_the_place_of_the_words_that_were_there() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>8-8<Tab><F3>").sees("尾数: 8-8").keys("wf").sees("尾数: wf").sees("王芳");
}

#[test]
fn saved_from_inside_the_unit_nothing_of_the_unit_before_goes_with_it() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>3-1-502<Enter><Enter>4<Enter>漏水<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>");
    seat.keys("<C-u>8-1-101<C-s>").sees("已保存");
    let case = seat.sheet("TS-20261121-002").case;
    assert_eq!((case.unit.as_deref(), case.name, case.phone), (Some("8-1-101"), None, None));
}
