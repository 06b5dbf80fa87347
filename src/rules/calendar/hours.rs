//! The open hours of a working day, as the settings write them. Knows nothing about days and dates.

const DAY: i64 = 86_400;

/// Why open hours could not be read; each message says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// Not two times of day with a dash between.
    #[error("\"{0}\" is not a span of hours: write 08:30-12:00, 22:00-06:00 or 00:00-24:00")]
    NotHours(String),
    /// A span that begins where it ends.
    #[error("\"{0}\" ends where it begins: for a whole day write 00:00-24:00")]
    Empty(String),
    /// Two spans share time, perhaps over midnight.
    #[error("open hours \"{0}\" and \"{1}\" overlap")]
    Overlap(String, String),
    /// A working day without hours.
    #[error("a working day needs at least one span of open hours, such as 08:30-12:00")]
    NoHours,
}

/// A span of open time, in seconds after the local midnight of the day it begins on; the end may lie in the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hours {
    pub from: i64,
    pub to: i64,
}

/// Reads the spans of a working day and puts them in order.
///
/// # Errors
/// When one cannot be read, two overlap, or there is none.
pub(super) fn read(texts: &[impl AsRef<str>]) -> Result<Vec<Hours>, HoursError> {
    let mut spans = Vec::new();
    for text in texts {
        spans.push((read_span(text.as_ref())?, text.as_ref()));
    }
    spans.sort_by_key(|(hours, _)| hours.from);
    let (Some(&first), Some(&last)) = (spans.first(), spans.last()) else {
        return Err(HoursError::NoHours);
    };
    let overlap = |a: &str, b: &str| Err(HoursError::Overlap(a.to_owned(), b.to_owned()));
    for pair in spans.windows(2) {
        if pair[0].0.to > pair[1].0.from {
            return overlap(pair[0].1, pair[1].1);
        }
    }
    if last.0.to - DAY > first.0.from {
        return overlap(last.1, first.1);
    }
    Ok(spans.into_iter().map(|(hours, _)| hours).collect())
}

fn read_span(text: &str) -> Result<Hours, HoursError> {
    let wrong = || HoursError::NotHours(text.to_owned());
    let (from, to) = text.split_once('-').ok_or_else(wrong)?;
    let from = read_time(from).filter(|&t| t < DAY).ok_or_else(wrong)?;
    let to = read_time(to).ok_or_else(wrong)?;
    if from == to {
        return Err(HoursError::Empty(text.to_owned()));
    }
    let to = if to < from { to + DAY } else { to };
    Ok(Hours { from, to })
}

fn read_time(text: &str) -> Option<i64> {
    let (hour, minute) = text.trim().split_once(':')?;
    let plain = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(hour) || !plain(minute) {
        return None;
    }
    let (hour, minute): (i64, i64) = (hour.parse().ok()?, minute.parse().ok()?);
    let seconds = hour * 3_600 + minute * 60;
    (minute < 60 && seconds <= DAY).then_some(seconds)
}
