//! Single values that must keep to a form: times of day, shares, widths. A wrong one is told where it stands.
use crate::model::span::{Span, Unit};
use chrono::NaiveTime;
use serde::Deserialize;

/// Hundredths.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(super) struct Percent(pub u8);

impl TryFrom<i64> for Percent {
    type Error = String;

    fn try_from(number: i64) -> Result<Percent, String> {
        let hundredths = u8::try_from(number).ok().filter(|&number| number <= 100);
        hundredths.map(Percent).ok_or_else(|| format!("{number} is no share: it must be from 0 to 100 (hundredths)"))
    }
}

/// How often something happens until it is a repetition.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(super) struct Again(pub u32);

impl TryFrom<i64> for Again {
    type Error = String;

    fn try_from(number: i64) -> Result<Again, String> {
        let times = u32::try_from(number).ok().filter(|&times| times >= 2);
        times.map(Again).ok_or_else(|| format!("{number} is no repetition: it must be 2 or more"))
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct TimeOfDay(pub NaiveTime);

impl TryFrom<String> for TimeOfDay {
    type Error = String;

    fn try_from(text: String) -> Result<TimeOfDay, String> {
        let time = time_of_day(&text).ok_or_else(|| format!("\"{text}\" is not a time of day: write it like 18:00"))?;
        Ok(TimeOfDay(time))
    }
}

/// From one time of day to another, perhaps over midnight.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Night(pub NaiveTime, pub NaiveTime);

impl TryFrom<String> for Night {
    type Error = String;

    fn try_from(text: String) -> Result<Night, String> {
        let times = text.split_once('-').and_then(|(from, to)| Some((time_of_day(from)?, time_of_day(to)?)));
        match times {
            Some((from, to)) if from == to => {
                Err(format!("\"{text}\" ends where it begins: write it like 22:00-06:00"))
            }
            Some((from, to)) => Ok(Night(from, to)),
            None => Err(format!("\"{text}\" is not a span of hours: write it like 22:00-06:00")),
        }
    }
}

/// A length of time in seconds, or `off`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct OrOff(pub Option<i64>);

impl TryFrom<String> for OrOff {
    type Error = String;

    fn try_from(text: String) -> Result<OrOff, String> {
        if text.trim() == "off" {
            return Ok(OrOff(None));
        }
        let length = text.parse().ok().and_then(seconds);
        length
            .map(|length| OrOff(Some(length)))
            .ok_or_else(|| format!("\"{text}\" is not allowed: write 10m, 2h or off"))
    }
}

/// Characters of a printed line.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "i64")]
pub(super) struct SheetWidth(pub u16);

impl TryFrom<i64> for SheetWidth {
    type Error = String;

    fn try_from(number: i64) -> Result<SheetWidth, String> {
        let width = u16::try_from(number).ok().filter(|width| (60..=132).contains(width));
        width.map(SheetWidth).ok_or_else(|| format!("{number} is no width of a sheet: it must be from 60 to 132"))
    }
}

/// `18:00`, with both digits everywhere, as in the hours of the calendar.
fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    if text.len() != 5 {
        return None;
    }
    NaiveTime::parse_from_str(text, "%H:%M").ok()
}

/// Seconds of a length of time; a month has no fixed ones.
pub(super) fn seconds(span: Span) -> Option<i64> {
    let each = match span.unit {
        Unit::Minutes => 60,
        Unit::Hours => 3_600,
        Unit::Days => 86_400,
        Unit::Weeks => 604_800,
        Unit::Months => return None,
    };
    Some(i64::from(span.amount) * each)
}
