//! The time of day in a typed time, and spans from now (`+2h`, `30分钟后`).

use super::Fault;
use super::reader::Reader;
use chrono::TimeDelta;

/// A part of the day, which settles which half of the clock an hour belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Period {
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Am,
    Pm,
}

const PERIODS: [(&str, Period); 17] = [
    ("凌晨", Period::Night),
    ("清晨", Period::Morning),
    ("早晨", Period::Morning),
    ("早上", Period::Morning),
    ("上午", Period::Morning),
    ("早", Period::Morning),
    ("中午", Period::Noon),
    ("下午", Period::Afternoon),
    ("午后", Period::Afternoon),
    ("傍晚", Period::Afternoon),
    ("晚上", Period::Evening),
    ("晚间", Period::Evening),
    ("夜里", Period::Evening),
    ("深夜", Period::Evening),
    ("半夜", Period::Evening),
    ("晚", Period::Evening),
    ("夜间", Period::Evening),
];
const HALVES: [(&str, Period); 2] = [("am", Period::Am), ("pm", Period::Pm)];

const UNITS: [(&str, i64); 19] = [
    ("分钟", 60),
    ("分", 60),
    ("minutes", 60),
    ("minute", 60),
    ("min", 60),
    ("m", 60),
    ("个小时", 3600),
    ("小时", 3600),
    ("个钟头", 3600),
    ("钟头", 3600),
    ("hours", 3600),
    ("hour", 3600),
    ("h", 3600),
    ("days", 86400),
    ("day", 86400),
    ("d", 86400),
    ("天", 86400),
    ("周", 7 * 86400),
    ("星期", 7 * 86400),
];
const DIRECTIONS: [(&str, i64); 7] =
    [("之后", 1), ("以后", 1), ("后", 1), ("之前", -1), ("以前", -1), ("前", -1), ("ago", -1)];

/// A span from now, or `None` where the line is not one.
pub(super) fn relative(line: &str) -> Result<Option<TimeDelta>, Fault> {
    let mut reader = Reader::of(line);
    let sign = reader.word(&[("+", 1), ("-", -1)]);
    let mut seconds = 0;
    while let Some(span) = counted_unit(&mut reader) {
        seconds += span;
    }
    reader.blanks();
    let sign = sign.or_else(|| reader.word(&DIRECTIONS));
    match sign {
        Some(sign) if seconds > 0 && reader.at_end() => {
            TimeDelta::try_seconds(sign * seconds).ok_or(Fault::TooFar).map(Some)
        }
        _ => Ok(None),
    }
}

/// Seconds of `2小时`, `半小时`, `1个半小时`, `2小时半`, `30m`; what is no such span is left where it stands.
fn counted_unit(reader: &mut Reader) -> Option<i64> {
    let mut ahead = reader.clone();
    ahead.blanks();
    let count = ahead.number().map(|(count, _)| i64::from(count));
    ahead.blanks();
    let half = ahead.one_of(if count.is_some() { &["个半"] } else { &["半个", "半"] });
    let count = count.or(half.then_some(0))?;
    let unit = ahead.word(&UNITS)?;
    let half = half || ahead.one_of(&["半"]);
    *reader = ahead;
    Some(count * unit + if half { unit / 2 } else { 0 })
}

/// Seconds after midnight, or `None` where the line has no time. `dated`: a day stood before it.
pub(super) fn read(reader: &mut Reader, dated: bool) -> Result<Option<u32>, Fault> {
    reader.blanks();
    let before = reader.word(&PERIODS);
    reader.blanks();
    let Some((first, width)) = reader.number() else {
        return if before.is_some() { Err(Fault::NotUnderstood) } else { Ok(None) };
    };
    let (hour, minute, second, bare) = match reader.word(&[(":", ':'), ("点", '点'), ("时", '点')]) {
        Some(':') => after_colon(reader, first)?,
        Some(_) => (first, after_word(reader)?, 0, false),
        None if width == 4 && !dated && could_be_a_day(first) => return Err(Fault::Ambiguous),
        None if width == 4 => (first / 100, first % 100, 0, false),
        None => (first, 0, 0, true),
    };
    reader.blanks();
    let after = reader.word(&HALVES);
    let hour = match (before, after) {
        // A number alone may be anything.
        (None, None) if bare => return Err(Fault::NotUnderstood),
        (None, None) => hour,
        (Some(period), None) | (None, Some(period)) => hour_in(period, hour)?,
        (Some(_), Some(_)) => return Err(Fault::NotUnderstood),
    };
    match (hour, minute + second) {
        _ if minute > 59 || second > 59 => Err(Fault::NoSuchTime),
        // 晚上12点半 is no longer that day.
        (24, 1..) if before == Some(Period::Evening) => Err(Fault::Ambiguous),
        (25.., _) | (24, 1..) => Err(Fault::NoSuchTime),
        _ => Ok(Some(hour * 3600 + minute * 60 + second)),
    }
}

/// Hour, minute, second after `9:`; never bare.
fn after_colon(reader: &mut Reader, hour: u32) -> Result<(u32, u32, u32, bool), Fault> {
    let two = |number: Option<(u32, usize)>| number.filter(|(_, width)| *width == 2).map(|(value, _)| value);
    let minute = two(reader.number()).ok_or(Fault::NotUnderstood)?;
    let second = if reader.one_of(&[":"]) { two(reader.number()).ok_or(Fault::NotUnderstood)? } else { 0 };
    Ok((hour, minute, second, false))
}

/// The minutes after `9点`: none, `半`, `一刻`, `20`, `20分`.
fn after_word(reader: &mut Reader) -> Result<u32, Fault> {
    if reader.one_of(&["半"]) {
        return Ok(30);
    }
    if reader.one_of(&["整", "钟"]) {
        return Ok(0);
    }
    match reader.number() {
        None => Ok(0),
        Some((quarters, 1)) if reader.one_of(&["刻"]) => Ok(quarters * 15),
        Some((minutes, 1 | 2)) => {
            reader.one_of(&["分钟", "分"]);
            Ok(minutes)
        }
        Some(_) => Err(Fault::NotUnderstood),
    }
}

/// Whether four digits could as well be a month and a day: `0930` is a time or 30 September.
fn could_be_a_day(digits: u32) -> bool {
    (1..=12).contains(&(digits / 100)) && (1..=31).contains(&(digits % 100))
}

/// The hour of 24 that the hour `spoken` means in this part of the day.
fn hour_in(period: Period, spoken: u32) -> Result<u32, Fault> {
    match (period, spoken) {
        (Period::Am, 12) | (Period::Night, 0 | 12) => Ok(0),
        (Period::Pm, 12) => Ok(12),
        (Period::Am | Period::Night | Period::Morning, 1..=11) | (Period::Morning, 12) => Ok(spoken),
        (Period::Noon, 11..=14) | (Period::Afternoon, 12..=19) => Ok(spoken),
        (Period::Noon, 1 | 2) | (Period::Afternoon | Period::Pm, 1..=11) | (Period::Evening, 5..=12) => Ok(spoken + 12),
        (Period::Evening, 17..=24) => Ok(spoken),
        // 晚上2点 is two in the night that follows, or a slip for 下午.
        (Period::Evening, 0..=4) => Err(Fault::Ambiguous),
        _ => Err(Fault::NoSuchTime),
    }
}
