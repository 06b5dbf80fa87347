//! How nouns become columns and columns become nouns. Text in the file is whatever the file says: a value
//! that is not one of ours is an error of that row, never a panic.
use crate::model::board::BoardColumn;
use crate::model::callback::{CallbackKind, Grade};
use crate::model::case::{Channel, Register, State};
use crate::model::clock::{Basis, Crossing, Milestone, StopReason, Time};
use crate::model::complaint::{CallbackForm, PlanState, Severity, Urgency, Validity};
use crate::model::entry::EntryKind;
use crate::model::house_key::{Borrower, Document, KeyKind};
use crate::model::month::YearMonth;
use crate::model::reception::{Course, MatterKind, ReviewKind};
use crate::model::resident::Tie;
use crate::model::span::Within;
use crate::model::staff::{Department, Role};
use crate::model::work_order::Place;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use rusqlite::types::{FromSqlError, FromSqlResult, Value, ValueRef};

/// Something that fits into one column.
pub(super) trait Column: Sized {
    fn write(&self) -> Value;
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self>;
}

/// UTC text, which sorts, reads, and works with the date functions of SQLite.
pub(super) fn time_text(at: Time) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A time as [`time_text`] writes it: a month has tens of thousands of them, and reading any form takes five times as long.
fn plain_time(text: &[u8]) -> Option<Time> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2, b'Z'] = text else {
        return None;
    };
    let number = |digits: &[u8]| {
        let digit = |all: u32, digit: &u8| digit.is_ascii_digit().then(|| all * 10 + u32::from(digit - b'0'));
        digits.iter().try_fold(0, digit)
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)?;
    Some(day.and_hms_opt(number(&[h1, h2])?, number(&[n1, n2])?, number(&[s1, s2])?)?.and_utc())
}

fn broken(what: impl std::fmt::Display) -> FromSqlError {
    FromSqlError::Other(what.to_string().into())
}

impl Column for String {
    fn write(&self) -> Value {
        Value::Text(self.clone())
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        // A STRICT table still takes bytes that are not UTF-8; one such row must stay readable for all.
        match value {
            ValueRef::Text(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl Column for i64 {
    fn write(&self) -> Value {
        Value::Integer(*self)
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64()
    }
}

impl Column for u32 {
    fn write(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        u32::try_from(number).map_err(|_| FromSqlError::OutOfRange(number))
    }
}

impl Column for bool {
    fn write(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Ok(value.as_i64()? != 0)
    }
}

impl Column for Time {
    fn write(&self) -> Value {
        Value::Text(time_text(*self))
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        if let Some(at) = plain_time(text.as_bytes()) {
            return Ok(at);
        }
        DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc)).map_err(broken)
    }
}

impl Column for NaiveDate {
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(broken)
    }
}

impl Column for YearMonth {
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(broken)
    }
}

impl Column for Within {
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(broken)
    }
}

impl<T: Column> Column for Option<T> {
    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Column::write)
    }
    fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Null => Ok(None),
            other => T::read(other).map(Some),
        }
    }
}

/// Enumerations stand in the file as the word that serde and the settings use.
macro_rules! word_columns {
    ($($word:ty),+ $(,)?) => {$(
        impl Column for $word {
            fn write(&self) -> Value {
                Value::Text(<&'static str>::from(*self).to_owned())
            }
            fn read(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(broken)
            }
        }
    )+};
}
word_columns!(
    Basis,
    BoardColumn,
    Borrower,
    CallbackForm,
    CallbackKind,
    Channel,
    Course,
    Crossing,
    Department,
    Document,
    EntryKind,
    Grade,
    KeyKind,
    MatterKind,
    Milestone,
    Place,
    PlanState,
    Register,
    ReviewKind,
    Role,
    Severity,
    State,
    StopReason,
    Tie,
    Urgency,
    Validity,
);

/// One table row as one struct: says the columns once, for reading, adding and changing alike.
macro_rules! record {
    ($noun:ident, $table:literal, $key:literal, [$($field:ident),+ $(,)?]) => {
        record!($noun, $table, $key, [$($field),+], fixed []);
    };
    ($noun:ident, $table:literal, $key:literal, [$($field:ident),+ $(,)?], fixed [$($fixed:ident),* $(,)?]) => {
        impl super::convert::Record for $noun {
            const TABLE: &'static str = $table;
            const KEY: &'static str = $key;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
            const FIXED: &'static [&'static str] = &[$(stringify!($fixed)),*];
            fn values(&self) -> Vec<rusqlite::types::Value> {
                vec![$(super::convert::Column::write(&self.$field)),+]
            }
            fn from_columns(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Self> {
                let mut at = first..;
                Ok($noun { $($field: super::convert::column(row, &mut at)?),+ })
            }
        }
    };
}
pub(super) use record;

/// What [`record!`] makes of a struct.
pub(super) trait Record: Sized {
    const TABLE: &'static str;
    const KEY: &'static str;
    const COLUMNS: &'static [&'static str];
    /// Columns that stay as they were entered.
    const FIXED: &'static [&'static str];
    fn values(&self) -> Vec<Value>;
    fn from_columns(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Self>;

    /// `a, b, c`, each with `prefix` before it.
    fn list(prefix: &str) -> String {
        let names: Vec<String> = Self::COLUMNS.iter().map(|name| format!("{prefix}{name}")).collect();
        names.join(", ")
    }
    /// `INSERT` of the key and all columns.
    fn insert_sql() -> String {
        let marks: Vec<String> = (2..Self::COLUMNS.len() + 2).map(|at| format!("?{at}")).collect();
        format!("INSERT INTO {} ({}, {}) VALUES (?1, {})", Self::TABLE, Self::KEY, Self::list(""), marks.join(", "))
    }
    /// `UPDATE` of all columns that may change, by the key. The key itself is left alone: setting it, even to what it is, makes SQLite
    /// look through every table that refers to it. So are columns that never change, whose indexes would be
    /// written anew each time.
    fn update_sql() -> String {
        let names = Self::COLUMNS.iter().filter(|name| Self::may_change(name)).enumerate();
        let sets: Vec<String> = names.map(|(at, name)| format!("{name} = ?{}", at + 2)).collect();
        format!("UPDATE {} SET {} WHERE {} = ?1", Self::TABLE, sets.join(", "), Self::KEY)
    }
    /// What [`Record::update_sql`] takes behind the key.
    fn changed_values(&self) -> Vec<Value> {
        let pairs = Self::COLUMNS.iter().zip(self.values());
        pairs.filter(|(name, _)| Self::may_change(name)).map(|(_, value)| value).collect()
    }
    fn may_change(name: &str) -> bool {
        name != Self::KEY && !Self::FIXED.contains(&name)
    }
    /// `SELECT` of all columns by the key.
    fn select_sql() -> String {
        format!("SELECT {} FROM {} WHERE {} = ?1", Self::list(""), Self::TABLE, Self::KEY)
    }
}

pub(super) fn column<T: Column>(row: &rusqlite::Row<'_>, at: &mut std::ops::RangeFrom<usize>) -> rusqlite::Result<T> {
    let index = at.next().unwrap_or_default();
    T::read(row.get_ref(index)?)
        .map_err(|fault| rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Text, Box::new(fault)))
}

#[cfg(test)]
mod tests {
    use super::{Column, time_text};
    use crate::model::clock::Time;
    use rusqlite::types::ValueRef;

    fn read(text: &str) -> Option<String> {
        Time::read(ValueRef::Text(text.as_bytes())).ok().map(time_text)
    }

    #[test]
    fn a_time_is_read_in_whatever_form_it_stands_and_what_is_none_is_refused() {
        for text in ["2024-02-29T23:59:59Z", "2024-03-01T07:59:59+08:00", "2024-02-29t23:59:59.25z"] {
            assert_eq!(read(text).as_deref(), Some("2024-02-29T23:59:59Z"), "{text}");
        }
        for text in ["2023-02-29T23:59:59Z", "2024-02-29T24:00:00Z", "2024-02-29", "2o24-02-29T23:59:59Z", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
