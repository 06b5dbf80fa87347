//! What stands in a cell as its field takes it: what sheets do to dates, phones and numbers is undone here. What is not
//! sure is left as it is, and the desk says so. Must not know columns.
use super::book::date_text;
use super::columns::word;
use crate::desk::{FieldKind, field_kind};
use crate::model::text::{fold_width, typed};
use calamine::{ExcelDateTime, ExcelDateTimeType};
use chrono::NaiveDate;

/// First and last day that a bare number in a column of times can be: 2000-01-01 and 2199-12-31.
const DAYS: std::ops::RangeInclusive<f64> = 36_526.0..=109_575.0;
/// What people write into a column of yes and no.
const YES: &[&str] = &["满意", "非常满意", "很满意", "已满意", "有", "√", "✓", "✔", "satisfied"];
const NO: &[&str] = &["不满意", "未满意", "很不满意", "无", "没有", "×", "✗", "✘", "unsatisfied", "notsatisfied"];

/// The text of a cell for a field; empty if there is nothing in it.
pub fn value(field: &str, cell: &str) -> String {
    let text = bare(cell);
    match field_kind(field) {
        Some(FieldKind::Past | FieldKind::Future | FieldKind::When) => time(text),
        Some(FieldKind::Phone | FieldKind::Unit | FieldKind::Number | FieldKind::Amount) => whole(text),
        Some(FieldKind::Flag) => flag(text),
        _ if field == "old_number" => whole(text),
        _ => word(field, text),
    }
}

/// Without blanks of any kind around it, and without the apostrophe that makes a number text in a sheet.
fn bare(cell: &str) -> &str {
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
    let text = cell.trim_matches(unseen);
    let marked = text.strip_prefix(['\'', '’', '‘', '＇', '`']);
    marked.filter(|rest| !rest.ends_with(['\'', '’', '＇'])).map_or(text, |rest| rest.trim_matches(unseen))
}

/// A number that went through a calculation: `13800138000.0`.
fn whole(text: &str) -> String {
    let plain = fold_width(text);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match plain.split_once('.') {
        Some((whole, part)) if digits(whole) && digits(part) && part.bytes().all(|byte| byte == b'0') => {
            whole.to_owned()
        }
        _ => text.to_owned(),
    }
}

fn flag(text: &str) -> String {
    let plain: String = fold_width(text).to_lowercase().split_whitespace().collect();
    match plain.as_str() {
        word if YES.contains(&word) => "true".to_owned(),
        word if NO.contains(&word) => "false".to_owned(),
        _ => text.to_owned(),
    }
}

/// A date in the ways of sheets: a count of days, eight digits in a row, or with the year at the end, where it can be read
/// in one way only.
fn time(text: &str) -> String {
    let plain = typed(text);
    serial(&plain).or_else(|| run_of_digits(&plain)).or_else(|| year_last(&plain)).unwrap_or_else(|| text.to_owned())
}

/// `46347.395833`: days, and the part of a day.
fn serial(plain: &str) -> Option<String> {
    let days = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.').then(|| plain.parse::<f64>().ok())??;
    let part = plain.starts_with("0.") && days < 1.0;
    if !part && (!DAYS.contains(&days) || plain.split('.').next().is_none_or(|whole| whole.len() > 6)) {
        return None;
    }
    date_text(&ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false))
}

/// `20261103`, `202611030930`, `20261103 9:30`, `20261103093000`.
fn run_of_digits(plain: &str) -> Option<String> {
    let end = plain.find(|c: char| !c.is_ascii_digit()).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let (year, month, day) = (number(0, 4)?, number(4, 6)?, number(6, 8)?);
    let date =
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| (2000..2200).contains(&year))?;
    match digits.len() {
        8 if rest.is_empty() || rest.starts_with(' ') => Some(format!("{date}{rest}")),
        12 | 14 if rest.is_empty() => {
            let seconds = digits.get(12..14).unwrap_or("00");
            Some(format!("{date} {}:{}:{seconds}", &digits[8..10], &digits[10..12]))
        }
        _ => None,
    }
}

/// `25.11.2026`, `11/25/2026 9:30`: of the first two numbers one must be no month.
fn year_last(plain: &str) -> Option<String> {
    let (date, rest) = plain.split_once(' ').map_or((plain, ""), |(date, rest)| (date, rest));
    let between = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/' | '-'))?;
    let parts: Vec<&str> = date.split(between).collect();
    let [first, second, year] = parts[..] else { return None };
    let (first, second): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let (month, day) = match (first, second) {
        (month, day) if month == day => (month, day),
        (day @ 13.., month @ 1..=12) | (month @ 1..=12, day @ 13..) => (month, day),
        _ => return None,
    };
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(format!("{date} {rest}").trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_sheets_write_them() {
        for (cell, wanted) in [
            ("46347", "2026-11-21"),
            ("46347.395833333", "2026-11-21 09:30:00"),
            ("0.395833333", "09:30:00"),
            ("20261103", "2026-11-03"),
            ("２０２６１１０３", "2026-11-03"),
            ("202611030930", "2026-11-03 09:30:00"),
            ("20261103 9:30", "2026-11-03 9:30"),
            ("25.11.2026", "2026-11-25"),
            ("11/25/2026 9:30", "2026-11-25 9:30"),
            ("'2026/11/3", "2026/11/3"),
            ("\u{a0}2026年11月3日\u{3000}", "2026年11月3日"),
        ] {
            assert_eq!(value("received_at", cell), wanted, "{cell}");
        }
    }

    #[test]
    fn a_date_that_may_be_two_stays_for_the_desk_to_refuse() {
        for cell in ["3.11.2026", "11/3/2026", "12345678", "20261345", "1.5", "上周"] {
            assert_eq!(value("received_at", cell), cell);
        }
    }

    #[test]
    fn phones_and_numbers_lose_what_the_sheet_added() {
        assert_eq!(value("phone", "13800138000.0"), "13800138000");
        assert_eq!(value("phone", " '13800138000 "), "13800138000");
        assert_eq!(value("old_number", "２５４９.0"), "2549");
        assert_eq!(value("unit", "3-1-502"), "3-1-502");
        assert_eq!(value("phone", "1.38E+10"), "1.38E+10", "which number it was nobody knows: the desk says so");
        assert_eq!(value("matter", "'有人说'别停'"), "'有人说'别停'");
        assert_eq!(value("matter", "漏水 3.0"), "漏水 3.0");
    }

    #[test]
    fn yes_and_no_have_their_usual_words() {
        assert_eq!((value("satisfied", "满意"), value("satisfied", "不满意")), ("true".to_owned(), "false".to_owned()));
        assert_eq!(value("satisfied", "一般"), "一般");
    }
}
