//! Whole pictures of the main screens at home size.
use super::seat::Seat;
use frontdesk::config::Language;

/// The rows of a picture, to be read here as they are seen.
#[track_caller]
fn same(seat: &mut Seat, wanted: &str) {
    let rows = seat.rows();
    let wanted: Vec<&str> = wanted.trim_matches('\n').lines().collect();
    let seen: Vec<&str> = rows.iter().map(String::as_str).filter(|row| !row.is_empty()).collect();
    assert_eq!(seen, wanted, "\n{}", rows.join("\n"));
}

#[test]
fn all_pictures() {
    for (login, keys) in [
        ("desk", "2"),
        ("desk", "2<F2>3-1-502<Enter><Enter><Enter><Enter><C-s>"),
        ("sup", "2<Enter>"),
        ("desk", "0"),
        ("sup", "1<Enter><F6>"),
        ("desk", "<F3>"),
        ("manager", "2<F7>"),
    ] {
        let mut seat = Seat::of(login);
        println!(
            "@@{login} {keys}\n{}",
            seat.keys(keys).rows().iter().filter(|r| !r.is_empty()).cloned().collect::<Vec<_>>().join("\n")
        );
    }
    let mut seat = Seat::sized("sup", (132, 24), Language::Chinese);
    println!(
        "@@wide\n{}",
        seat.keys("2").rows().iter().filter(|r| !r.is_empty()).cloned().collect::<Vec<_>>().join("\n")
    );
}
