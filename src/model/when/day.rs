//! The day in a typed time: a word (`明天`), a month and day, or a full date.

use super::Fault;
use super::reader::Reader;
use chrono::{Datelike, NaiveDate, TimeDelta};

/// Days from today. `今晚` leaves its `晚` for the time that follows.
const WORDS: [(&str, i64); 21] = [
    ("大前天", -3),
    ("前天", -2),
    ("昨天", -1),
    ("昨日", -1),
    ("昨儿", -1),
    ("昨", -1),
    ("今天", 0),
    ("今日", 0),
    ("当天", 0),
    ("今儿", 0),
    ("今", 0),
    ("明天", 1),
    ("明日", 1),
    ("明儿", 1),
    ("明", 1),
    ("大后天", 3),
    ("后天", 2),
    ("yesterday", -1),
    ("today", 0),
    ("tomorrow", 1),
    ("次日", 1),
];

/// The days meant, one, or one a year where no year was written. `None`, and nothing read, where no day stands.
pub(super) fn read(reader: &mut Reader, today: NaiveDate) -> Result<Option<Vec<NaiveDate>>, Fault> {
    if let Some(offset) = reader.word(&WORDS) {
        let day = today.checked_add_signed(TimeDelta::days(offset));
        return day.map(|day| Some(vec![day])).ok_or(Fault::TooFar);
    }
    let mut ahead = reader.clone();
    let Some((first, width)) = ahead.number() else {
        return Ok(None);
    };
    if width == 4 && ahead.one_of(&["-", "/", ".", "年"]) {
        let (month, day) = month_and_day(&mut ahead).ok_or(Fault::NotUnderstood)?;
        *reader = ahead;
        let date = i32::try_from(first).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        return date.map(|date| Some(vec![date])).ok_or(Fault::NoSuchDate);
    }
    let mut ahead = reader.clone();
    let Some((month, day)) = month_and_day(&mut ahead) else {
        return Ok(None);
    };
    if ahead.one_of(&["-", "/", "."]) {
        // A third number: a year of two digits, and nobody knows at which end.
        return Err(Fault::NotUnderstood);
    }
    *reader = ahead;
    let years = today.year() - 1..=today.year() + 1;
    let days: Vec<_> = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day)).collect();
    if days.is_empty() { Err(Fault::NoSuchDate) } else { Ok(Some(days)) }
}

fn month_and_day(reader: &mut Reader) -> Option<(u32, u32)> {
    let (month, _) = reader.number().filter(|(_, width)| *width <= 2)?;
    if !reader.one_of(&["-", "/", ".", "月"]) {
        return None;
    }
    let (day, _) = reader.number().filter(|(_, width)| *width <= 2)?;
    reader.one_of(&["日", "号"]);
    reader.one_of(&["t"]);
    Some((month, day))
}
