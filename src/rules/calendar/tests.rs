//! The calendar by example (ESC-08); its laws for any calendar are in `tests/time`.
#![allow(clippy::unwrap_used)]
use super::*;
use chrono::NaiveDateTime;

const WEEK: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3_600).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Time {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    local.and_local_timezone(zone()).unwrap().to_utc()
}

fn calendar(hours: &[&str]) -> Calendar {
    let holidays = BTreeSet::from([day("2026-10-01"), day("2026-10-02")]);
    let makeup = BTreeSet::from([day("2026-10-10")]);
    Calendar::new(zone(), &WEEK, holidays, makeup, hours).unwrap()
}

fn office() -> Calendar {
    calendar(&["08:30-12:00", "13:30-17:30"])
}

fn refused(hours: &[&str]) -> String {
    let none = BTreeSet::new;
    Calendar::new(zone(), &WEEK, none(), none(), hours).unwrap_err().to_string()
}

/// Each row: from, limit, due in natural time, due in working time.
#[test]
fn a_limit_runs_out_when_the_calendar_says_so() {
    let rows = [
        ("2026-11-20 09:00", "30m", "2026-11-20 09:30", "2026-11-20 09:30"),
        ("2026-11-20 11:45", "30m", "2026-11-20 12:15", "2026-11-20 13:45"),
        ("2026-11-20 17:00", "1h", "2026-11-20 18:00", "2026-11-23 09:00"),
        ("2026-11-20 23:30", "12h", "2026-11-21 11:30", "2026-11-24 14:30"),
        ("2026-11-20 17:00", "2d", "2026-11-22 17:00", "2026-11-24 17:00"),
        ("2026-11-20 10:00", "1w", "2026-11-27 10:00", "2026-11-27 10:00"),
        ("2026-09-30 10:00", "2d", "2026-10-02 10:00", "2026-10-06 10:00"),
        ("2026-10-09 17:00", "1h", "2026-10-09 18:00", "2026-10-10 09:00"),
        ("2026-01-31 10:00", "1mo", "2026-02-28 10:00", "2026-02-27 17:30"),
        ("2028-01-31 10:00", "1mo", "2028-02-29 10:00", "2028-02-29 10:00"),
        ("2026-02-01 07:00", "1mo", "2026-03-01 07:00", "2026-02-27 17:30"),
        ("2026-11-20 09:00", "same-day", "2026-11-21 00:00", "2026-11-20 17:30"),
        ("2026-11-20 18:00", "same-day", "2026-11-21 00:00", "2026-11-23 17:30"),
        ("2026-11-20 00:00", "same-day", "2026-11-21 00:00", "2026-11-20 17:30"),
        ("2026-11-20 09:00", "next-day", "2026-11-22 00:00", "2026-11-23 17:30"),
        ("2026-11-20 09:00", "next-monday", "2026-11-24 00:00", "2026-11-23 17:30"),
        ("2026-11-23 00:00", "next-monday", "2026-12-01 00:00", "2026-11-30 17:30"),
        ("2026-11-22 23:59", "next-monday", "2026-11-24 00:00", "2026-11-23 17:30"),
        ("2026-11-02 09:00", "month-end", "2026-12-01 00:00", "2026-11-30 17:30"),
        ("2026-11-30 09:00", "month-end", "2026-12-01 00:00", "2026-11-30 17:30"),
        ("2026-12-30 23:59", "month-end", "2026-12-31 00:00", "2026-12-31 17:30"),
        ("2026-12-31 00:00", "month-end", "2027-01-31 00:00", "2027-02-01 17:30"),
        ("2026-01-31 09:00", "month-end", "2026-03-01 00:00", "2026-03-02 17:30"),
        ("2026-02-28 09:00", "month-end", "2026-03-01 00:00", "2026-03-02 17:30"),
        ("2028-02-29 09:00", "month-end", "2028-03-01 00:00", "2028-02-29 17:30"),
    ];
    for (from, limit, natural, working) in rows {
        let within = limit.parse().unwrap();
        let due = |basis| office().due(at(from), &within, basis, None).unwrap();
        assert_eq!(due(Basis::Natural), at(natural), "{from} + {limit}, natural");
        assert_eq!(due(Basis::Working), at(working), "{from} + {limit}, working");
    }
}

#[test]
fn a_promised_time_is_taken_as_it_was_given() {
    let (from, evening) = (at("2026-11-20 09:00"), at("2026-11-20 20:00"));
    let due = |text: &str, promised| office().due(from, &text.parse().unwrap(), Basis::Working, promised);
    assert_eq!(due("promised", Some(evening)), Some(evening));
    assert_eq!(due("promised", None), None);
    assert_eq!(due("promised or 1h", Some(evening)), Some(evening));
    assert_eq!(due("promised or 1h", None), Some(at("2026-11-20 10:00")));
}

#[test]
fn a_span_over_midnight_belongs_to_the_day_it_begins_on() {
    let night = calendar(&["22:00-06:00"]);
    let open = |a, b| night.between(at(a), at(b), Basis::Working);
    assert_eq!(open("2026-11-20 22:00", "2026-11-21 12:00"), 8 * 3_600);
    assert_eq!(open("2026-11-21 12:00", "2026-11-23 12:00"), 0);
    assert_eq!(night.add(at("2026-11-20 23:00"), 8 * 3_600, Basis::Working), at("2026-11-23 23:00"));
}

#[test]
fn hours_that_overlap_or_cannot_be_read_are_refused_in_words() {
    assert!(refused(&["08:00-12:00", "11:00-15:00"]).contains("overlap"));
    assert!(refused(&["22:00-06:00", "05:00-09:00"]).contains("overlap"));
    assert!(refused(&["00:00-24:00", "22:00-06:00"]).contains("overlap"));
    assert!(refused(&["08:00-08:00"]).contains("ends where it begins"));
    assert!(refused(&[]).contains("at least one span"));
    for wrong in ["", "8-12", "8:00-12:00", "08:00", "08:00-25:00", "24:00-06:00", "08:60-09:00", "+8:00-12:00"] {
        assert!(refused(&[wrong]).contains("write 08:30-12:00"), "{wrong}");
    }
    calendar(&["13:30-17:30", "08:30-12:00", "12:00-13:30"]);
    calendar(&["22:00-06:00", "06:00-10:00"]);
}

#[test]
fn a_day_cannot_be_both_a_holiday_and_a_make_up_day() {
    let days = BTreeSet::from([day("2026-10-10")]);
    let fault = Calendar::new(zone(), &WEEK, days.clone(), days, &["08:30-12:00"]).unwrap_err();
    assert!(fault.to_string().starts_with("2026-10-10 is named both"));
}

#[test]
fn a_calendar_that_never_opens_gives_a_far_date_and_no_endless_loop() {
    let none = BTreeSet::new;
    let shut = Calendar::new(zone(), &[], none(), none(), &["08:30-12:00"]).unwrap();
    let from = at("2026-11-20 09:00");
    assert_eq!(shut.add(from, 1, Basis::Working), at("2027-12-25 09:00"));
    for limit in ["1d", "1mo", "same-day", "next-monday"] {
        assert!(shut.due(from, &limit.parse().unwrap(), Basis::Working, None).unwrap() > from);
    }
}

#[test]
fn no_amount_of_time_leads_past_the_last_moment() {
    let from = at("2026-11-20 09:00");
    for unit in [Unit::Minutes, Unit::Weeks, Unit::Months] {
        let within = Within::Span(Span { amount: u32::MAX, unit });
        assert_eq!(office().due(from, &within, Basis::Natural, None), Some(Calendar::LAST));
    }
    assert_eq!(office().add(from, i64::MAX, Basis::Natural), Calendar::LAST);
}
