//! A calendar month of the estate, as people and file write it: `2026-10`. Must not know what time it is.
use super::text::typed;
use chrono::{Datelike, Days, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The day by which the month's figures are with the supervisor (STA-06); in February its last.
pub const REPORT_DAY: u32 = 30;

/// A month of a year. Written and read as `2026-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct YearMonth {
    /// Its first day.
    first: NaiveDate,
}

/// What is written is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a month is written 2026-10")]
pub struct NotAMonth;

impl YearMonth {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> YearMonth {
        YearMonth { first: day.with_day(1).unwrap_or(day) }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.after(1).first.checked_sub_days(Days::new(1)).unwrap_or(self.first)
    }

    /// The day by which its figures are handed in: the 30th, in February the last (STA-06).
    pub fn report_day(self) -> NaiveDate {
        self.first.with_day(REPORT_DAY).unwrap_or_else(|| self.last_day())
    }

    /// So many months later.
    #[must_use]
    pub fn after(self, months: u32) -> YearMonth {
        YearMonth { first: self.first.checked_add_months(Months::new(months)).unwrap_or(self.first) }
    }

    /// So many months earlier.
    #[must_use]
    pub fn before(self, months: u32) -> YearMonth {
        YearMonth { first: self.first.checked_sub_months(Months::new(months)).unwrap_or(self.first) }
    }

    /// The same month of the year before (STA-07).
    #[must_use]
    pub fn year_before(self) -> YearMonth {
        self.before(12)
    }

    /// What a person writes: `2026-10`, `2026/10`, `2026.10`, `202610`, `2026年10月`, full-width digits; `10` alone is
    /// the last October up to the month of `today`.
    ///
    /// # Errors
    /// [`NotAMonth`].
    pub fn typed(text: &str, today: NaiveDate) -> Result<YearMonth, NotAMonth> {
        let text = typed(text);
        let text = text.trim().trim_end_matches('月');
        if text.len() <= 2 {
            let month = text.parse().map_err(|_| NotAMonth)?;
            let this_year = NaiveDate::from_ymd_opt(today.year(), month, 1).map(YearMonth::of).ok_or(NotAMonth)?;
            return Ok(if this_year.first > today { this_year.year_before() } else { this_year });
        }
        let digits = |c: &char| c.is_ascii_digit();
        if text.len() == 6 && text.chars().all(|c| digits(&c)) {
            return format!("{}-{}", &text[..4], &text[4..]).parse();
        }
        let (year, month) = text.split_once(['-', '/', '.', '年']).ok_or(NotAMonth)?;
        let month: u32 = month.trim().parse().map_err(|_| NotAMonth)?;
        format!("{}-{month:02}", year.trim()).parse()
    }
}

/// Checked input of handing in a month (STA-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHandIn {
    /// The month, e.g. `2026-10`.
    #[schemars(with = "String")]
    pub month: YearMonth,
    /// Name typed as signature.
    pub signature: String,
    /// A remark; a correction needs it.
    pub note: Option<String>,
}

impl std::fmt::Display for YearMonth {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.first.format("%Y-%m"))
    }
}

impl std::str::FromStr for YearMonth {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<YearMonth, NotAMonth> {
        let shaped = text.len() == 7 && text.is_ascii();
        let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").map_err(|_| NotAMonth)?;
        if shaped { Ok(YearMonth { first }) } else { Err(NotAMonth) }
    }
}

impl TryFrom<String> for YearMonth {
    type Error = NotAMonth;

    fn try_from(text: String) -> Result<YearMonth, NotAMonth> {
        text.parse()
    }
}

impl From<YearMonth> for String {
    fn from(month: YearMonth) -> String {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> YearMonth {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_read_as_people_write_it() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for text in ["2026-10", "2026/10", "2026.10", "202610", "2026年10月", "２０２６－１０", "10", " 10月 "]
        {
            assert_eq!(YearMonth::typed(text, today), Ok(month("2026-10")), "{text}");
        }
        assert_eq!(YearMonth::typed("12", today), Ok(month("2025-12")));
        for text in ["", "13", "2026-13", "十月", "2026", "20-10", "2026-10-01"] {
            assert_eq!(YearMonth::typed(text, today), Err(NotAMonth), "{text}");
        }
    }

    #[test]
    fn figures_are_due_on_the_30th_and_in_february_on_its_last_day() {
        let days = [("2026-10", 30), ("2026-11", 30), ("2026-02", 28), ("2028-02", 29)];
        for (text, day) in days {
            assert_eq!(month(text).report_day(), month(text).first_day().with_day(day).unwrap());
        }
        assert_eq!(month("2026-01").before(1), month("2025-12"));
        assert_eq!(month("2026-12").last_day().to_string(), "2026-12-31");
    }
}
