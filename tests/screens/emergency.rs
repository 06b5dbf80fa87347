//! EMG-01 to EMG-08 on the screen: one key from anywhere, two fields, and a page that says what to do next.
use super::seat::{Seat, ok};
use serde_json::json;

/// A seat at which an emergency was raised: in building 3, nobody told yet.
fn raised(login: &str) -> Seat {
    let mut seat = Seat::of(login);
    seat.keys("<F9>爆管，水漫电梯厅<Enter>3-1-502<Enter>").sees("JJ-20261121-001");
    seat
}

#[test]
fn show() {
    let mut seat = raised("guard");
    println!("{}\n", seat.picture());
    seat.keys("1").wait(3);
    println!("{}\n", seat.picture());
    seat.keys("<F2>");
    println!("{}\n", seat.picture());
    seat.keys("2<F4>马上到<C-s><F5>1");
    seat.keys("<F7>总阀已关<C-s>");
    println!("{}\n", seat.picture());
    seat.keys("<F8>");
    println!("{}\n", seat.picture());
    seat.keys("<Esc><Esc>0");
    println!("{}\n", seat.picture());
    seat.keys("<Esc>1<F2>3-2-101<Enter>");
    println!("{}\n", seat.picture());
    seat.keys("<F7>");
    println!("{}\n", seat.picture());
    seat.keys("<C-s>");
    println!("{}\n", seat.picture());
}
