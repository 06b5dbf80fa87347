//! Dates and times as people say and type them, and how they are shown.
//! Does not read the clock: `now` and the zone are arguments.

mod clock;
mod day;
mod reader;

use super::text::{fold_numerals, typed};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use reader::Reader;

/// Which end of the day a date without a time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    /// 00:00:00, for the beginning of a span.
    Start,
    /// 23:59:59, for deadlines.
    End,
}

/// Why a text is no time. The screen finds the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// Not a date or time in any known writing.
    NotUnderstood,
    /// A month or day that does not exist.
    NoSuchDate,
    /// An hour or minute that does not exist, also `下午0点`.
    NoSuchTime,
    /// Could be two times: `1121`, `晚上2点`.
    Ambiguous,
    /// Outside the years 2000 to 2199.
    TooFar,
}

/// Reads `9:30`, `下午3点20`, `明天 9点半`, `11-21 09:30`, `2026-11-21`, `+2h`, `30分钟后`, `现在`, `tomorrow 9:30` …
/// A time alone is today's; a month and day without a year take the year nearest to `now`.
pub fn parse_time(text: &str, now: DateTime<Utc>, zone: FixedOffset, part: DayPart) -> Result<DateTime<Utc>, Fault> {
    let line = fold_numerals(&typed(text)).to_lowercase();
    if line.is_empty() {
        return Err(Fault::Empty);
    }
    if matches!(line.as_str(), "现在" | "此刻" | "now") {
        return Ok(now);
    }
    if let Some(delta) = clock::relative(&line)? {
        return in_reach(now.checked_add_signed(delta).ok_or(Fault::TooFar)?);
    }
    let today = now.with_timezone(&zone).naive_local();
    let mut reader = Reader::of(&line);
    let day = day::read(&mut reader, today.date())?;
    let time = clock::read(&mut reader, day.is_some())?;
    if !reader.at_end() {
        return Err(Fault::NotUnderstood);
    }
    let seconds = match (&day, time, part) {
        (None, None, _) => return Err(Fault::NotUnderstood),
        (_, Some(seconds), _) => seconds,
        (_, None, DayPart::Start) => 0,
        (_, None, DayPart::End) => 24 * 3600 - 1,
    };
    let days = day.unwrap_or_else(|| vec![today.date()]);
    let times = days.iter().filter_map(|day| at(*day, seconds));
    let nearest = times.min_by_key(|time| (*time - today).abs()).ok_or(Fault::TooFar)?;
    let time = zone.from_local_datetime(&nearest).single().ok_or(Fault::NoSuchTime)?;
    in_reach(time.to_utc())
}

/// Reads a time as forms and actions take it: as [`parse_time`], but an hour of the day that lies far ahead, said of what
/// has happened already (`DayPart::Start`), is the day before's: 23:15, said at dawn. A few hours ahead is a slip, and
/// stays one.
///
/// # Errors
/// As [`parse_time`].
pub fn read_time(text: &str, now: DateTime<Utc>, zone: FixedOffset, part: DayPart) -> Result<DateTime<Utc>, Fault> {
    let time = parse_time(text, now, zone, part)?;
    let far_ahead = part == DayPart::Start && time > now + TimeDelta::hours(6);
    Ok(if far_ahead && is_time_of_day(text) { time - TimeDelta::days(1) } else { time })
}

/// Only hours and minutes, without a day.
fn is_time_of_day(text: &str) -> bool {
    let line = typed(text);
    let hours = |c: char| c.is_ascii_digit() || ":点时分半刻凌晨早上午中下晚夜里整零一二三四五六七八九十两".contains(c);
    line.chars().all(hours) && line.contains([':', '点', '时'])
}

/// `11-21 09:30` in the year of `now`, else `2025-11-21 09:30`, both in `zone`.
pub fn show_time(time: DateTime<Utc>, zone: FixedOffset, now: DateTime<Utc>) -> String {
    let (time, now) = (time.with_timezone(&zone), now.with_timezone(&zone));
    let form = if time.year() == now.year() { "%m-%d %H:%M" } else { "%Y-%m-%d %H:%M" };
    time.format(form).to_string()
}

/// What stands in a field to be edited: always with its year, so that it is read back as the same minute.
pub fn write_time(time: DateTime<Utc>, zone: FixedOffset) -> String {
    time.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// The local time that many seconds after midnight; 24:00 is the next day's 0:00.
fn at(day: NaiveDate, seconds: u32) -> Option<NaiveDateTime> {
    day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::seconds(i64::from(seconds)))
}

/// A time that the registers take.
///
/// # Errors
/// [`Fault::TooFar`] outside the years 2000 to 2199.
pub fn in_reach(time: DateTime<Utc>) -> Result<DateTime<Utc>, Fault> {
    if (2000..2200).contains(&time.year()) { Ok(time) } else { Err(Fault::TooFar) }
}

#[cfg(test)]
mod tests;
