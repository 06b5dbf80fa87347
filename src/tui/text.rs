//! Text measured in cells of the terminal: width, cutting, padding, wrapping. It must not know styles or widgets.

use std::borrow::Cow;
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells `text` takes on the screen.
pub fn width(text: &str) -> usize {
    match text.as_bytes() {
        [b' '..=b'~'] => 1,
        // A Chinese character from U+5000 on: they are asked for again and again, cell by cell.
        [0xe5..=0xe9, _, _] => 2,
        _ => UnicodeWidthStr::width(text),
    }
}

/// `text` cut to at most `cells`, never inside a wide character. A cut text ends with `..` where four cells or more
/// are to be had.
pub fn cut(text: &str, cells: usize) -> Cow<'_, str> {
    if width(text) <= cells {
        return Cow::Borrowed(text);
    }
    let mark = if cells >= 4 { ".." } else { "" };
    Cow::Owned(format!("{}{mark}", head(text, cells - mark.len())))
}

/// The longest beginning of `text` that fits into `cells`, without a mark.
pub fn head(text: &str, cells: usize) -> &str {
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        used += width(cluster);
        if used > cells {
            return &text[..at];
        }
    }
    text
}

/// `text` cut or filled with blanks to exactly `cells`.
pub fn pad(text: &str, cells: usize) -> String {
    let text = cut(text, cells);
    let blanks = cells.saturating_sub(width(&text));
    format!("{text}{}", " ".repeat(blanks))
}

/// `text` in lines of at most `cells`; from eight cells on no line begins with a closing mark. Line breaks stay.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let options = Options::new(cells)
        .break_words(true)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_never_goes_through_a_wide_character() {
        assert_eq!(cut("厨房漏水", 8), "厨房漏水");
        assert_eq!(cut("厨房反复漏水", 7), "厨房..");
        assert_eq!(cut("厨房", 3), "厨");
        assert_eq!(cut("厨房", 1), "");
        assert_eq!(cut("厨房", 0), "");
    }

    #[test]
    fn a_chinese_character_takes_two_cells() {
        for c in '\u{5000}'..='\u{9fff}' {
            assert_eq!(
                width(c.encode_utf8(&mut [0; 4])),
                unicode_width::UnicodeWidthChar::width(c).unwrap_or(0),
                "{c}"
            );
        }
    }

    #[test]
    fn a_padded_text_takes_exactly_its_cells() {
        for cells in 0..20 {
            assert_eq!(width(&pad("3-1-502 厨房漏水", cells)), cells);
        }
    }

    #[test]
    fn no_line_begins_with_a_closing_mark() {
        let text = "业主反映厨房漏水，上次维修后仍渗；已联系工程部（张工），请今日内处理。“很急”！";
        for cells in 8..40 {
            let lines = wrap(text, cells);
            for line in &lines {
                assert!(width(line) <= cells, "{line} is wider than {cells}");
                assert!(!line.starts_with(['，', '。', '；', '）', '！', '”']), "{cells}: {line}");
            }
            assert_eq!(lines.concat(), text);
        }
    }

    #[test]
    fn a_long_text_without_breaks_is_wrapped_all_the_same() {
        assert_eq!(wrap(&"a".repeat(25), 10).len(), 3);
        assert_eq!(wrap("一\n\n二", 10), ["一", "", "二"]);
    }
}
