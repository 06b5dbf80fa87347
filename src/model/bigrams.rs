//! What a text is found by: pairs of neighbouring Han characters, and plain words and digits in lower case.
//! Made for an FTS5 table with `detail=none`, which knows no phrases: every token must stay one token there.

use super::text::fold_width;
use std::collections::HashSet;

/// A search longer than this names nothing more exactly.
const QUERY_TERMS: usize = 32;
/// Characters of a search that are looked at.
const QUERY_LIMIT: usize = 256;

/// The tokens to put in the index, separated by blanks. The last character of a run stands alone as well, so that each
/// character begins some token and one character is found as a prefix.
pub fn tokens(text: &str) -> String {
    let text = fold_width(text);
    let mut out = String::with_capacity(text.len() * 2);
    for run in runs(&text) {
        match run {
            Run::Word(word) => push(&mut out, &word),
            Run::Pairs(chars) => {
                for pair in chars.windows(2) {
                    push(&mut out, &(pair[0].clone() + &pair[1]));
                }
                if let Some(last) = chars.last() {
                    push(&mut out, last);
                }
            }
        }
    }
    out
}

/// The `MATCH` expression for what was typed: every token must be there; a single character and the word at the end,
/// which may not be typed to its end yet, are taken as beginnings. `None` when nothing can be searched for.
pub fn query(text: &str) -> Option<String> {
    let text = fold_width(&text.chars().take(QUERY_LIMIT).collect::<String>());
    let mut terms: Vec<String> = Vec::new();
    let all = runs(&text);
    let count = all.len();
    for (at, run) in all.into_iter().enumerate() {
        match run {
            Run::Word(word) if at + 1 == count => terms.push(format!("\"{word}\"*")),
            Run::Word(word) => terms.push(format!("\"{word}\"")),
            Run::Pairs(chars) => match &chars[..] {
                [one] => terms.push(format!("\"{one}\"*")),
                many => terms.extend(many.windows(2).map(|pair| format!("\"{}{}\"", pair[0], pair[1]))),
            },
        }
    }
    let mut seen = HashSet::new();
    terms.retain(|term| seen.insert(term.clone()));
    terms.truncate(QUERY_TERMS);
    (!terms.is_empty()).then(|| terms.join(" "))
}

enum Run {
    Word(String),
    Pairs(Vec<String>),
}

fn runs(text: &str) -> Vec<Run> {
    let mut all = Vec::new();
    let mut open = false;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            let c = c.to_ascii_lowercase();
            match all.last_mut() {
                Some(Run::Word(word)) if open => word.push(c),
                _ => all.push(Run::Word(c.to_string())),
            }
        } else if c.is_alphanumeric() {
            match all.last_mut() {
                Some(Run::Pairs(chars)) if open => chars.push(spelled(c)),
                _ => all.push(Run::Pairs(vec![spelled(c)])),
            }
        } else {
            open = false;
            continue;
        }
        open = true;
    }
    all
}

/// Common Han as it is. Others as their number: the tokenizer of SQLite knows Unicode 6.1 only and would split at, or
/// swallow, a character that came later, and two tokens in quotes are a phrase.
fn spelled(c: char) -> String {
    match c {
        '\u{4e00}'..='\u{9fcc}' | '\u{3400}'..='\u{4db5}' => c.to_string(),
        _ => format!("x{:x}", u32::from(c)),
    }
}

fn push(out: &mut String, token: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(token);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn han_is_cut_in_pairs_and_the_rest_in_words() {
        for (text, expected) in [
            ("厨房漏水", "厨房 房漏 漏水 水"),
            ("3栋Ａ座 Wi-Fi坏", "3 栋 a 座 wi fi 坏"),
            ("TS-20261114-003", "ts 20261114 003"),
            ("𫟹é", "x2b7f9xe9 xe9"),
            ("，。!", ""),
        ] {
            assert_eq!(tokens(text), expected, "{text}");
        }
    }

    #[test]
    fn a_search_is_quoted_and_its_end_is_open() {
        for (text, expected) in [
            ("厨房", Some("\"厨房\"")),
            ("水", Some("\"水\"*")),
            ("厨房漏水 502", Some("\"厨房\" \"房漏\" \"漏水\" \"502\"*")),
            ("ts 2026", Some("\"ts\" \"2026\"*")),
            ("a\" OR NEAR(b*)", Some("\"a\" \"or\" \"near\" \"b\"*")),
            ("\"-*", None),
            ("", None),
        ] {
            assert_eq!(query(text).as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_piece_of_a_text_finds_it(text in "[厨房漏水电梯𫟹]{1,8}", from in 0usize..8, len in 1usize..4) {
            let index = tokens(&text);
            let piece: String = text.chars().skip(from).take(len).collect();
            for term in query(&piece).unwrap_or_default().split(' ').filter(|t| !t.is_empty()) {
                let word = term.trim_matches(['"', '*']);
                let found = index.split(' ').any(|t| if term.ends_with('*') { t.starts_with(word) } else { t == word });
                prop_assert!(found, "{} in {}", term, index);
            }
        }

        #[test]
        fn a_search_has_no_syntax_of_its_own(text in "\\PC{0,60}") {
            let _ = tokens(&text);
            for term in query(&text).unwrap_or_default().split(' ').filter(|t| !t.is_empty()) {
                let inner = term.trim_end_matches('*');
                prop_assert!(inner.len() > 2 && inner.starts_with('"') && inner.ends_with('"'));
                prop_assert!(inner[1..inner.len() - 1].chars().all(char::is_alphanumeric));
            }
        }
    }
}
