//! What people's times are read as, seen from Saturday 2026-11-21 09:42 in Zhuhai.

use super::*;
use proptest::prelude::*;

fn zone() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-21T01:42:10Z".parse().unwrap()
}

fn read(text: &str, part: DayPart) -> Result<String, Fault> {
    let time = parse_time(text, now(), zone(), part)?;
    Ok(time.with_timezone(&zone()).format("%Y-%m-%d %H:%M:%S").to_string())
}

#[test]
fn times_are_read_as_people_mean_them() {
    for (text, expected) in [
        ("09:30", "2026-11-21 09:30:00"),
        ("9:30", "2026-11-21 09:30:00"),
        ("９：３０", "2026-11-21 09:30:00"),
        ("0945", "2026-11-21 09:45:00"),
        ("1800", "2026-11-21 18:00:00"),
        ("9点", "2026-11-21 09:00:00"),
        ("9点半", "2026-11-21 09:30:00"),
        ("九点一刻", "2026-11-21 09:15:00"),
        ("十点二十五分", "2026-11-21 10:25:00"),
        ("14时05分", "2026-11-21 14:05:00"),
        ("上午9点", "2026-11-21 09:00:00"),
        ("下午3点20", "2026-11-21 15:20:00"),
        ("下午3:20", "2026-11-21 15:20:00"),
        ("下午15点", "2026-11-21 15:00:00"),
        ("晚上8点", "2026-11-21 20:00:00"),
        ("晚上12点", "2026-11-22 00:00:00"),
        ("凌晨12点", "2026-11-21 00:00:00"),
        ("中午12点半", "2026-11-21 12:30:00"),
        ("中午1点", "2026-11-21 13:00:00"),
        ("3:30pm", "2026-11-21 15:30:00"),
        ("12am", "2026-11-21 00:00:00"),
        ("9 am", "2026-11-21 09:00:00"),
        ("24:00", "2026-11-22 00:00:00"),
        ("今天 18:00", "2026-11-21 18:00:00"),
        ("明天9点", "2026-11-22 09:00:00"),
        ("明早8点", "2026-11-22 08:00:00"),
        ("今晚八点", "2026-11-21 20:00:00"),
        ("昨天 23:15", "2026-11-20 23:15:00"),
        ("前天下午3点", "2026-11-19 15:00:00"),
        ("大后天0930", "2026-11-24 09:30:00"),
        ("后天 10:00", "2026-11-23 10:00:00"),
        ("tomorrow 9:30", "2026-11-22 09:30:00"),
        ("Yesterday 9:30", "2026-11-20 09:30:00"),
        ("11-21 09:30", "2026-11-21 09:30:00"),
        ("11月21日 9:30", "2026-11-21 09:30:00"),
        ("11月21号下午3点", "2026-11-21 15:00:00"),
        ("十二月三日 9点", "2026-12-03 09:00:00"),
        ("1-5 9:00", "2027-01-05 09:00:00"),
        ("6/1 9:00", "2026-06-01 09:00:00"),
        ("2026-11-21 09:30", "2026-11-21 09:30:00"),
        ("2026-11-21 09:30:05", "2026-11-21 09:30:05"),
        ("2026-11-21T09:30", "2026-11-21 09:30:00"),
        ("2026/11/21 9:30", "2026-11-21 09:30:00"),
        ("2025年1月2日 0930", "2025-01-02 09:30:00"),
        ("+2h", "2026-11-21 11:42:10"),
        ("+30m", "2026-11-21 10:12:10"),
        ("+3d", "2026-11-24 09:42:10"),
        ("+1h30m", "2026-11-21 11:12:10"),
        ("-20m", "2026-11-21 09:22:10"),
        ("2小时后", "2026-11-21 11:42:10"),
        ("半小时后", "2026-11-21 10:12:10"),
        ("1小时30分钟后", "2026-11-21 11:12:10"),
        ("一个半小时后", "2026-11-21 11:12:10"),
        ("30 分钟后", "2026-11-21 10:12:10"),
        ("3天后", "2026-11-24 09:42:10"),
        ("20分钟前", "2026-11-21 09:22:10"),
        ("现在", "2026-11-21 09:42:10"),
        ("NOW", "2026-11-21 09:42:10"),
    ] {
        assert_eq!(read(text, DayPart::End).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn a_date_alone_is_the_end_of_the_day_that_was_asked_for() {
    for (text, start, end) in [
        ("明天", "2026-11-22 00:00:00", "2026-11-22 23:59:59"),
        ("11-30", "2026-11-30 00:00:00", "2026-11-30 23:59:59"),
        ("2027年1月1日", "2027-01-01 00:00:00", "2027-01-01 23:59:59"),
    ] {
        assert_eq!(read(text, DayPart::Start).as_deref(), Ok(start), "{text}");
        assert_eq!(read(text, DayPart::End).as_deref(), Ok(end), "{text}");
    }
}

#[test]
fn what_cannot_be_read_says_why_and_is_never_guessed() {
    for (text, fault) in [
        ("", Fault::Empty),
        ("　", Fault::Empty),
        ("尽快", Fault::NotUnderstood),
        ("9", Fault::NotUnderstood),
        ("明天9", Fault::NotUnderstood),
        ("9:3", Fault::NotUnderstood),
        ("明天下午", Fault::NotUnderstood),
        ("9点左右", Fault::NotUnderstood),
        ("26-11-21", Fault::NotUnderstood),
        ("+", Fault::NotUnderstood),
        ("1121", Fault::Ambiguous),
        ("0930", Fault::Ambiguous),
        ("晚上2点", Fault::Ambiguous),
        ("晚上12点半", Fault::Ambiguous),
        ("24:30", Fault::NoSuchTime),
        ("25:00", Fault::NoSuchTime),
        ("9:60", Fault::NoSuchTime),
        ("下午0点", Fault::NoSuchTime),
        ("上午15点", Fault::NoSuchTime),
        ("2-30", Fault::NoSuchDate),
        ("13-1 9:00", Fault::NoSuchDate),
        ("2026-02-29", Fault::NoSuchDate),
        ("1999-01-01", Fault::TooFar),
        ("+999999999d", Fault::TooFar),
        ("+999999999d999999999d", Fault::TooFar),
    ] {
        assert_eq!(read(text, DayPart::End), Err(fault), "{text}");
    }
}

#[test]
fn the_year_is_shown_only_when_it_is_another_one() {
    let show = |text: &str| show_time(text.parse().unwrap(), zone(), now());
    assert_eq!(show("2026-11-21T01:15:00Z"), "11-21 09:15");
    assert_eq!(show("2026-12-31T16:00:00Z"), "2027-01-01 00:00");
}

proptest! {
    #[test]
    fn any_text_is_a_time_or_a_fault(text in "\\PC{0,40}|[0-9:+/.点半刻今明天上下午晚月日年后前小时分hmd -]{0,16}") {
        let _ = parse_time(&text, now(), zone(), DayPart::End);
    }

    #[test]
    fn a_time_in_a_field_is_read_back_as_the_same_minute(minutes in -10_000_000i64..10_000_000) {
        let time = now() + TimeDelta::minutes(minutes) - TimeDelta::seconds(10);
        let written = write_time(time, zone());
        prop_assert_eq!(parse_time(&written, now(), zone(), DayPart::Start), Ok(time));
    }

    #[test]
    fn a_time_that_is_shown_is_read_back_within_half_a_year(minutes in -262_000i64..262_000) {
        let time = now() + TimeDelta::minutes(minutes) - TimeDelta::seconds(10);
        let shown = show_time(time, zone(), now());
        prop_assert_eq!(parse_time(&shown, now(), zone(), DayPart::Start), Ok(time));
    }
}
