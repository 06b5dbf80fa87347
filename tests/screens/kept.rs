//! Half-typed forms: all of them are kept at a hang-up, and each until it is saved or thrown away itself.
use super::seat::Seat;

/// A reception and over it a complaint, both half typed.
fn two_forms() -> Seat {
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab><Tab><Tab><Tab><Tab>借梯子<F3>5-2-301<Enter><F2>2<Tab><Tab><Tab><Tab><Tab>保安骂人");
    seat
}

#[test]
fn saving_another_form_leaves_the_one_that_was_put_off() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>3-1-502<Enter><Enter>4<Enter>阳台渗水");
    let mut seat = seat.again("desk");
    seat.sees("阳台渗水").keys("3").sees_not("没填完");
    seat.keys("2<F6>c已派人查看<C-s>").sees("已保存");
    let mut seat = seat.again("desk");
    seat.sees("没填完").sees("阳台渗水").keys("1<C-s>").sees("已保存");
    seat.again("desk").sees_not("没填完");
}

#[test]
fn both_of_two_half_typed_forms_are_offered_again() {
    let mut seat = two_forms().again("desk");
    seat.sees("没填完").sees("借梯子").keys("1").sees("没填完").sees("保安骂人").keys("1");
    seat.sees("登记投诉").keys("<Esc>3").sees("登记接待").sees("借梯子");
    let mut seat = seat.again("desk");
    seat.sees("借梯子").keys("2").sees_not("没填完");
    seat.again("desk").sees_not("没填完");
}

#[test]
fn a_form_put_off_is_not_overwritten_by_the_next() {
    let mut seat = two_forms().again("desk");
    seat.keys("<Esc><Esc>").sees_not("没填完").keys("2<F2>8-8-808<Tab>");
    let mut seat = seat.again("desk");
    seat.sees("借梯子").keys("3").sees("保安骂人").keys("3").sees("8-8-808").keys("2").sees_not("没填完");
    seat.again("desk").sees("借梯子");
}
