//! How the estate counts time: round the clock, or only while the office is open (ESC-08). Never reads the time itself.
use crate::model::clock::{Basis, Time};
use crate::model::span::{Span, Unit, Within};
use chrono::{Datelike, Days, FixedOffset, Months, NaiveDate, NaiveTime, TimeDelta, Weekday};
use hours::{Hours, HoursError};
use std::collections::BTreeSet;

pub mod hours;
#[cfg(test)]
mod tests;

const DAY: i64 = 86_400;
/// So many days without an open second are taken for a calendar that never opens again.
const NEVER: i64 = 400;

/// When a clock begins to look due soon: in the last part of its time (ESC-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// That part, in hundredths of the time allowed.
    pub share_percent: u8,
    /// Seconds it takes at least, in the clock's own calendar.
    pub at_least: i64,
}

impl Default for Warning {
    fn default() -> Self {
        Warning { share_percent: 20, at_least: 600 }
    }
}

/// Why a calendar could not be made; each message says what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The open hours.
    #[error(transparent)]
    Hours(#[from] HoursError),
    /// One day is named twice with opposite meaning.
    #[error("{0} is named both as a holiday and as a make-up working day")]
    Contradiction(NaiveDate),
}

/// The calendar of the estate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The local zone; days, months and hours of opening are local.
    pub zone: FixedOffset,
    /// When clocks begin to look due soon.
    pub warning: Warning,
    weekdays: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
    makeup: BTreeSet<NaiveDate>,
    hours: Vec<Hours>,
}

impl Calendar {
    /// The last moment that is ever answered: it still has a year of four digits, so that times sort as text.
    pub const LAST: Time = match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date.and_time(NaiveTime::MIN).and_utc(),
        None => Time::MAX_UTC,
    };

    /// A calendar in which the office opens on `weekdays` and on the `makeup` days 调休, but not on `holidays`, at `hours` such as
    /// `08:30-12:00`. A span may run over midnight (`22:00-06:00`) and then belongs to the day it begins on; `00:00-24:00` is round
    /// the clock. Looks are due soon as in [`Warning::default`] until `warning` is set otherwise.
    ///
    /// # Errors
    /// When a span cannot be read, spans overlap, there is none, or a day is both a holiday and a make-up day.
    pub fn new(
        zone: FixedOffset,
        weekdays: &[Weekday],
        holidays: BTreeSet<NaiveDate>,
        makeup: BTreeSet<NaiveDate>,
        hours: &[impl AsRef<str>],
    ) -> Result<Calendar, CalendarError> {
        if let Some(&day) = holidays.intersection(&makeup).next() {
            return Err(CalendarError::Contradiction(day));
        }
        Ok(Calendar {
            zone,
            warning: Warning::default(),
            weekdays: weekdays.to_vec(),
            holidays,
            makeup,
            hours: hours::read(hours)?,
        })
    }

    /// The moment when `seconds` of the calendar have gone by since `from`: the earliest one where that is a closed time.
    /// Nothing is ever taken back: for 0 or less it is `from`. Where the office stays shut for 400 days on end it is the end of those days,
    /// so that a calendar without open time gives a far date and no endless loop.
    #[must_use]
    pub fn add(&self, from: Time, seconds: i64, basis: Basis) -> Time {
        if seconds <= 0 {
            return from;
        }
        match basis {
            Basis::Natural => later(from, seconds),
            Basis::Working => self.add_open(from, seconds),
        }
    }

    fn add_open(&self, from: Time, seconds: i64) -> Time {
        let mut left = seconds;
        let mut shut_since = from;
        let mut day = yesterday(self.local_date(from));
        loop {
            for (opens, closes) in self.open_on(day) {
                let opens = opens.max(from);
                let open = seconds_between(opens, closes);
                if left <= open {
                    return later(opens, left);
                }
                if open > 0 {
                    left -= open;
                    shut_since = closes;
                }
            }
            let end = self.end_of_day(day);
            if end >= Self::LAST || seconds_between(shut_since, end) > NEVER * DAY {
                return later(shut_since, NEVER * DAY);
            }
            day = tomorrow(day);
        }
    }

    /// Seconds of the calendar from `a` to `b`; 0 where `b` does not come after `a`.
    #[must_use]
    pub fn between(&self, a: Time, b: Time, basis: Basis) -> i64 {
        if basis == Basis::Natural || b <= a {
            return seconds_between(a, b);
        }
        let last = self.local_date(b);
        let mut day = yesterday(self.local_date(a));
        let mut open = 0;
        while day <= last {
            open += self.open_on(day).map(|(opens, closes)| seconds_between(opens.max(a), closes.min(b))).sum::<i64>();
            let next = tomorrow(day);
            if next == day {
                break;
            }
            day = next;
        }
        open
    }

    /// When a limit that begins at `from` runs out; `None` for a promised time where none was promised.
    ///
    /// In working time a limit that would run out while the office is shut runs out at the close before, a fixed day without open time
    /// left gives way to the next that has some, and a month is the calendar month.
    #[must_use]
    pub fn due(&self, from: Time, within: &Within, basis: Basis, promised: Option<Time>) -> Option<Time> {
        let today = self.local_date(from);
        match within {
            Within::Span(span) => Some(self.after(from, *span, basis)),
            Within::SameDay => Some(self.by_end_of(today, from, basis)),
            Within::NextDay => Some(self.by_end_of(tomorrow(today), from, basis)),
            Within::NextMonday => Some(self.by_end_of(next_monday(today), from, basis)),
            Within::MonthEnd => Some(self.by_end_of(report_day(today), from, basis)),
            Within::Promised => promised,
            Within::PromisedOr(span) => Some(promised.unwrap_or_else(|| self.after(from, *span, basis))),
        }
    }

    /// The local date of a moment.
    #[must_use]
    pub fn local_date(&self, at: Time) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The midnight at which a local day ends: the first second of the next.
    #[must_use]
    pub fn end_of_day(&self, date: NaiveDate) -> Time {
        self.midnight(tomorrow(date))
    }

    /// Whether the office opens on a day (ESC-08): holidays shut it, make-up days 调休 open it.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        let planned = self.weekdays.contains(&date.weekday()) && !self.holidays.contains(&date);
        planned || self.makeup.contains(&date)
    }

    /// Open seconds of one working day.
    #[must_use]
    pub fn day_seconds(&self) -> i64 {
        self.hours.iter().map(|h| h.to - h.from).sum()
    }

    fn after(&self, from: Time, span: Span, basis: Basis) -> Time {
        let (day, week) = match basis {
            Basis::Natural => (DAY, 7 * DAY),
            Basis::Working => (self.day_seconds(), 5 * self.day_seconds()),
        };
        let amount = i64::from(span.amount);
        match span.unit {
            Unit::Minutes => self.add(from, amount * 60, basis),
            Unit::Hours => self.add(from, amount * 3_600, basis),
            Unit::Days => self.add(from, amount * day, basis),
            Unit::Weeks => self.add(from, amount * week, basis),
            Unit::Months => self.settle(from, self.months_after(from, span.amount), basis),
        }
    }

    fn months_after(&self, from: Time, months: u32) -> Time {
        let local = from.with_timezone(&self.zone);
        local.checked_add_months(Months::new(months)).map_or(Self::LAST, |t| t.to_utc().min(Self::LAST))
    }

    fn by_end_of(&self, date: NaiveDate, from: Time, basis: Basis) -> Time {
        let mut day = date;
        if basis == Basis::Working {
            let has_time = |day: &NaiveDate| {
                let begin = self.midnight(*day).max(from);
                self.between(begin, self.end_of_day(*day), basis) > 0
            };
            day = date.iter_days().take(NEVER as usize).find(has_time).unwrap_or(date);
        }
        self.settle(from, self.end_of_day(day), basis)
    }

    /// Moves a working limit from a shut hour to the close before it. Without this a pause, which counts open seconds only, would do so.
    fn settle(&self, from: Time, target: Time, basis: Basis) -> Time {
        match self.between(from, target, basis) {
            0 => target,
            open => self.add(from, open, basis),
        }
    }

    fn open_on(&self, day: NaiveDate) -> impl Iterator<Item = (Time, Time)> {
        let midnight = self.midnight(day);
        let hours: &[Hours] = if self.is_working_day(day) { &self.hours } else { &[] };
        hours.iter().map(move |h| (later(midnight, h.from), later(midnight, h.to)))
    }

    fn midnight(&self, date: NaiveDate) -> Time {
        let local = date.and_time(NaiveTime::MIN);
        local.checked_sub_offset(self.zone).map_or(Self::LAST, |utc| utc.and_utc().min(Self::LAST))
    }
}

fn later(from: Time, seconds: i64) -> Time {
    TimeDelta::try_seconds(seconds)
        .and_then(|delta| from.checked_add_signed(delta))
        .map_or(Calendar::LAST, |at| at.min(Calendar::LAST.max(from)))
}

fn seconds_between(a: Time, b: Time) -> i64 {
    (b - a).num_seconds().max(0)
}

fn tomorrow(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

fn yesterday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(1)).unwrap_or(date)
}

/// The day by which a month is reported: its 30th, in February its last; the next month's once that has gone by.
fn report_day(today: NaiveDate) -> NaiveDate {
    let of = |day: NaiveDate| day.with_day(30).or_else(|| day.with_day(29)).or_else(|| day.with_day(28)).unwrap_or(day);
    let next = today.with_day(1).unwrap_or(today) + Months::new(1);
    if of(today) < today { of(next) } else { of(today) }
}

fn next_monday(date: NaiveDate) -> NaiveDate {
    let days = 7 - u64::from(date.weekday().num_days_from_monday());
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}
