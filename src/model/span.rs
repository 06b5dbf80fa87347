//! How long a rule allows: the short words of the settings ("12h", "same-day"). Does not know which calendar counts them.
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

#[cfg(test)]
mod tests;

/// What one counted piece of a span is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `m`
    Minutes,
    /// `h`
    Hours,
    /// `d`; in working time the open seconds of one working day.
    Days,
    /// `w`; in working time five working days.
    Weeks,
    /// `mo`; calendar months in local time (ESC-08).
    Months,
}

impl Unit {
    const ALL: [Unit; 5] = [Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months];

    fn suffix(self) -> &'static str {
        match self {
            Unit::Minutes => "m",
            Unit::Hours => "h",
            Unit::Days => "d",
            Unit::Weeks => "w",
            Unit::Months => "mo",
        }
    }
}

/// A length of time as a rule states it: 30 minutes, 12 hours, 1 month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Span {
    /// How many; from 1 to [`Span::MOST`] where it was written by a person.
    pub amount: u32,
    /// Of what.
    pub unit: Unit,
}

impl Span {
    /// The largest amount that may be written.
    pub const MOST: u32 = 9_999;
}

/// Within what time a milestone must be reached (ESC-02, ESC-08).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Within {
    /// So long after the start.
    Span(Span),
    /// Until the day of the start ends.
    SameDay,
    /// Until the day after ends.
    NextDay,
    /// Until the next Monday ends; on a Monday that is the one a week later.
    NextMonday,
    /// Until the 30th of the month ends, in February its last day (KEY-08, STA-06).
    MonthEnd,
    /// By the time promised or asked for; no clock without one.
    Promised,
    /// By the time promised or asked for, else so long after the start.
    PromisedOr(Span),
}

/// A limit that could not be read; the message says what is allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// Neither a length of time nor one of the fixed words.
    #[error(
        "\"{0}\" is not a limit: write 30m, 12h, 2d, 1w or 1mo, same-day, next-day, next-monday, month-end, promised, or promised or 2d"
    )]
    NotALimit(String),
    /// A length of time of nothing, or one too long to mean it.
    #[error("\"{0}\" is not a length of time: the number must be from 1 to 9999")]
    Amount(String),
}

impl FromStr for Span {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        let word = text.trim();
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, suffix) = word.split_at(digits);
        let unit = Unit::ALL.into_iter().find(|unit| unit.suffix() == suffix);
        let Some(unit) = unit.filter(|_| digits > 0) else {
            return Err(SpanError::NotALimit(word.to_owned()));
        };
        match number.parse() {
            Ok(amount) if (1..=Span::MOST).contains(&amount) => Ok(Span { amount, unit }),
            _ => Err(SpanError::Amount(word.to_owned())),
        }
    }
}

impl FromStr for Within {
    type Err = SpanError;

    fn from_str(text: &str) -> Result<Self, SpanError> {
        let word = text.trim();
        match word {
            "same-day" => Ok(Within::SameDay),
            "next-day" => Ok(Within::NextDay),
            "next-monday" => Ok(Within::NextMonday),
            "month-end" => Ok(Within::MonthEnd),
            "promised" => Ok(Within::Promised),
            _ => match word.strip_prefix("promised or ") {
                Some(span) => span.parse().map(Within::PromisedOr),
                None => word.parse().map(Within::Span),
            },
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.amount, self.unit.suffix())
    }
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Within::Span(span) => span.fmt(f),
            Within::SameDay => f.write_str("same-day"),
            Within::NextDay => f.write_str("next-day"),
            Within::NextMonday => f.write_str("next-monday"),
            Within::MonthEnd => f.write_str("month-end"),
            Within::Promised => f.write_str("promised"),
            Within::PromisedOr(span) => write!(f, "promised or {span}"),
        }
    }
}

impl TryFrom<String> for Span {
    type Error = SpanError;

    fn try_from(text: String) -> Result<Self, SpanError> {
        text.parse()
    }
}

impl TryFrom<String> for Within {
    type Error = SpanError;

    fn try_from(text: String) -> Result<Self, SpanError> {
        text.parse()
    }
}

impl From<Span> for String {
    fn from(span: Span) -> String {
        span.to_string()
    }
}

impl From<Within> for String {
    fn from(within: Within) -> String {
        within.to_string()
    }
}
