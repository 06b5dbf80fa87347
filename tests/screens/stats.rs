//! 统计: the month on the screen, in every view and at every size (STA-01 to STA-07).
use super::seat::{Seat, ok};
use frontdesk::config::Language;
use serde_json::json;

/// Complaints of the month before, entered later.
fn october(seat: &mut Seat) {
    for (unit, category, matter) in
        [("3-1-502", "repair", "漏水"), ("3-1-503", "repair", "又漏水"), ("5-2-301", "cleaning", "垃圾")]
    {
        let complaint = json!({"do": "file_complaint", "unit": unit, "category": category, "matter": matter,
            "severity": "minor", "received_at": "2026-10-12 09:00"});
        ok(&mut seat.other, "desk", complaint, "21 09:41");
    }
    seat.app.refresh(seat.now);
}

#[test]
fn look() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    println!("{}", seat.keys("6").picture());
    println!("{}", seat.keys("[<F11><F11>").picture());
    println!("{}", seat.keys("<F11>").picture());
    println!("{}", seat.keys("<Enter>").picture());
    println!("{}", seat.keys("<Esc><F11>").picture());
    println!("{}", seat.keys("<F5>").picture());
    println!("{}", seat.keys("2").picture());
    println!("{}", seat.keys("<Tab>李强<C-s>").picture());
    println!("{}", seat.keys("<F11>").picture());
    println!("{}", Seat::sized("sup", (120, 30), Language::English).keys("6").picture());
    println!("{}", Seat::sized("sup", (60, 16), Language::Chinese).keys("6<Down><Tab>").picture());
}
