//! What sheets make of numbers and units where their column is no text. Must not know sheets, only what comes of them.
use super::FieldKind;
use crate::desk::refusal::FaultWhy;
use crate::model::text::typed;
use chrono::{Datelike, NaiveDate};

/// What a sheet has made of a number or a unit, so that what was meant is lost.
pub(super) fn spoilt(name: &str, kind: FieldKind, text: &str) -> Option<FaultWhy> {
    let numbered = name == "old_number" || matches!(kind, FieldKind::Phone | FieldKind::Number);
    if numbered && is_rounded(text) {
        return Some(FaultWhy::Rounded);
    }
    (kind == FieldKind::Unit && is_date(&typed(text))).then_some(FaultWhy::BecameDate)
}

/// `2002-03-01`, with or without a time.
fn is_date(text: &str) -> bool {
    let day = text.split(' ').next().filter(|day| day.len() == 10);
    let day = day.and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.is_some_and(|day| (1900..2200).contains(&day.year()))
}

/// `1.38E+10`: a long number as a sheet writes it where the column is no text; its last digits are gone.
fn is_rounded(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let plain = typed(text).to_uppercase();
    let parts = plain.split_once("E+").and_then(|(head, power)| Some((head.split_once('.')?, power)));
    parts.is_some_and(|((whole, part), power)| digits(whole) && digits(part) && digits(power))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_person_writes_is_taken_for_spoilt() {
        let phone = |text| spoilt("phone", FieldKind::Phone, text);
        assert_eq!((phone("1.38E+10"), phone("13800138000")), (Some(FaultWhy::Rounded), None));
        assert_eq!(spoilt("old_number", FieldKind::Line(40), "2.01904e+11"), Some(FaultWhy::Rounded));
        assert_eq!(spoilt("matter", FieldKind::Line(200), "1.38E+10"), None);
        let unit = |text| spoilt("unit", FieldKind::Unit, text);
        assert_eq!(
            (unit("2002-03-01"), unit("2002-03-01 00:00:00")),
            (Some(FaultWhy::BecameDate), Some(FaultWhy::BecameDate))
        );
        assert_eq!((unit("3-1-502"), unit("2002-3-1"), unit("商铺12")), (None, None, None));
    }
}
