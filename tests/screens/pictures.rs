//! Whole pictures of the main screens at home size.
use super::seat::Seat;
use frontdesk::config::Language;

#[test]
fn all_pictures() {
    let mut seat = Seat::of("desk");
    println!("{}\n=====", seat.picture());
    for keys in [
        "2",
        "<F6>",
        "<Esc><Enter>",
        "<Esc><F2>",
        "3-1-502<Enter>",
        "<Esc>1",
        "<Esc>2",
        "0",
        "<Esc><F3>",
        "<Esc>",
        "<Esc><F1>",
        "<Esc>:ts",
        "<Esc>1<F2>",
        "<Enter><Enter><Enter><Enter><Enter>",
        "<Esc>",
        "<Esc><F7>",
    ] {
        seat.keys(keys);
        println!("{keys}\n{}\n===== {:?}", seat.picture(), seat.cursor);
    }
    let mut seat = Seat::sized("sup", (132, 30), Language::English);
    println!("{}\n=====", seat.keys("2").picture());
    println!("{}\n=====", seat.keys("<F2>").picture());
}
