//! Limits as they are written.
#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn every_limit_is_printed_as_it_was_written() {
    let fixed = ["same-day", "next-day", "next-monday", "month-end", "promised", "promised or 2d"];
    for text in ["30m", "12h", "2d", "1w", "1mo", "9999d"].into_iter().chain(fixed) {
        let within: Within = text.parse().unwrap();
        assert_eq!(within.to_string(), text);
    }
}

#[test]
fn what_is_not_a_limit_is_refused_in_words() {
    for text in ["", "2", "d", "2 d", "-2d", "2y", "1.5h", "promised or", "promised or never", "tomorrow", "month"] {
        let fault = text.parse::<Within>().unwrap_err().to_string();
        assert!(fault.contains("12h, 2d, 1w or 1mo"), "{text}: {fault}");
    }
    for text in ["0d", "10000m", "99999999999999999999d", "promised or 0h"] {
        let fault = text.parse::<Within>().unwrap_err().to_string();
        assert!(fault.contains("from 1 to 9999"), "{text}: {fault}");
    }
}

#[test]
fn limits_stand_as_text_in_json() {
    let within: Within = serde_json::from_str("\"promised or 2d\"").unwrap();
    assert_eq!(serde_json::to_string(&within).unwrap(), "\"promised or 2d\"");
}
