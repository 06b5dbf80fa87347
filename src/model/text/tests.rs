//! What of a person's text reaches the screen.

use super::*;
use proptest::prelude::*;

#[test]
fn nothing_in_a_line_can_act_on_the_terminal() {
    for (text, clean) in [
        ("  厨房\t漏水\r\n 请来 ", "厨房 漏水 请来"),
        ("a\u{1b}[31mred\u{1b}[0m", "ared"),
        ("a\u{1b}]0;title\u{7}b\u{1b}]8;;http://x\u{1b}\\c", "abc"),
        ("a\u{9b}2Jb\u{9d}x\u{9c}c\u{1b}(Bd\u{1b}ce", "abcde"),
        ("未完\u{1b}]0;留下的话", "未完0;留下的话"),
        ("\u{202e}abc\u{2066}d\u{200b}e\u{feff}", "abcde"),
        ("一\u{2028}二\u{2029}三\u{85}四", "一 二 三 四"),
        ("👨\u{200d}👩\u{fe0f}", "👨👩"),
        ("旗\u{e0067}\u{e007f}", "旗"),
        ("\u{3000}张　敏\u{3000}", "张 敏"),
        ("\u{301}e\u{301}\u{301}\u{301}\u{301}", "e\u{301}\u{301}"),
        ("a\0b\u{7f}c\u{1b}", "abc"),
        ("", ""),
    ] {
        assert_eq!(clean_line(text), clean, "{text:?}");
    }
}

#[test]
fn a_text_keeps_its_lines_but_not_its_empty_pages() {
    assert_eq!(clean_text("\r\n a  b \r\n\r\n\r\n\r\n\r\nc\t\r\n"), "a  b\n\n\nc");
    assert_eq!(clean_text("一\n  缩进\n"), "一\n  缩进");
}

#[test]
fn what_is_typed_keeps_its_blanks_and_a_mark_sits_on_the_letter_before() {
    assert_eq!(typed_line("", " a\x1b[31m\u{202E}b\u{200B}\r\nc\t d\n"), " ab c  d");
    assert_eq!(typed_text("", "a\r\nb\rc\x07\u{2028}d \n"), "a\nb\nc\nd \n");
    for (before, kept) in [("e", 1), ("e\u{301}", 1), ("e\u{301}\u{301}", 0), ("e ", 0), ("", 0)] {
        assert_eq!(typed_line(before, "\u{301}").chars().count(), kept, "{before:?}");
    }
}

#[test]
fn what_looks_blank_and_is_no_blank_is_dropped() {
    for filler in ['\u{3164}', '\u{115f}', '\u{1160}', '\u{ffa0}'] {
        assert_eq!(clean_line(&format!("张{filler}敏")), "张敏");
        assert_eq!(typed_line("", &filler.to_string()), "");
    }
}

#[test]
fn a_text_too_long_is_cut_and_says_so() {
    assert_eq!(clean_line_within("漏水漏水", 3), ("漏水漏".into(), true));
    assert_eq!(clean_line_within("漏水  \n\u{200b}", 2), ("漏水".into(), false));
    assert_eq!(clean_line_within("漏 水", 2), ("漏".into(), true));
    assert_eq!(clean_text_within("漏\n\n水", 3), ("漏".into(), true));
    assert_eq!(clean_line_within("漏", 0), (String::new(), true));
}

#[test]
fn a_huge_paste_is_read_once() {
    let bomb = "\u{1b}]漏e\u{301}\u{301}\u{301}".repeat(700_000);
    assert!(bomb.len() >= 8_000_000);
    assert_eq!(clean_line_within(&bomb, 4), ("漏e\u{301}\u{301}".into(), true));
    assert_eq!(clean_line(&bomb).chars().count(), 4 * 700_000);
}

#[test]
fn what_an_input_method_types_wide_is_taken_as_plain() {
    assert_eq!(fold_width("３－Ａ：．／＋（）　，"), "3-A:./+() ,");
    assert_eq!(typed("３—１–５０２ "), "3-1-502");
    assert!(typed(&"1".repeat(65)).ends_with("1…"));
}

#[test]
fn numerals_become_digits_only_where_they_are_a_number() {
    for (text, plain) in [
        ("三栋二单元五零二", "3栋2单元502"),
        ("十点二十五", "10点25"),
        ("两小时", "2小时"),
        ("三十", "30"),
        ("十十", "十十"),
        ("一二十", "一二十"),
    ] {
        assert_eq!(fold_numerals(text), plain);
    }
}

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing_more(text in "(\\PC|[\\x00-\\x20\u{80}-\u{a0}\u{1b}\\]\\[\u{301}\u{200b}\u{3000}\u{2028}]){0,60}") {
        let line = clean_line(&text);
        prop_assert_eq!(&clean_line(&line), &line);
        prop_assert!(!line.chars().any(char::is_control));
        let lines = clean_text(&text);
        prop_assert_eq!(&clean_text(&lines), &lines);
        let folded = fold_width(&text);
        prop_assert_eq!(&fold_width(&folded), &folded);
        let plain = typed(&text);
        prop_assert_eq!(&typed(&plain), &plain);
        let digits = fold_numerals(&text);
        prop_assert_eq!(&fold_numerals(&digits), &digits);
    }

    #[test]
    fn a_limit_is_kept(text in "\\PC{0,40}", limit in 0usize..50) {
        let (cut, was_cut) = clean_text_within(&text, limit);
        prop_assert!(cut.chars().count() <= limit);
        prop_assert_eq!(was_cut, cut != clean_text(&text));
    }
}
