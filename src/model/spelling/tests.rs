//! Names are found as people type them.

use super::*;
use proptest::prelude::*;

#[test]
fn a_plain_name_has_its_pinyin_and_its_initials_first() {
    assert_eq!(keys("张敏")[..2], ["zhangmin", "zm"]);
    assert_eq!(keys(" 李　伟 ")[..2], ["liwei", "lw"]);
}

#[test]
fn a_hard_surname_is_found_both_ways_and_its_own_reading_stands_first() {
    for (name, first, others) in [
        ("曾敏", "zengmin", &["cengmin", "cm", "zm"][..]),
        ("单敏", "shanmin", &["danmin", "sm", "dm"]),
        ("区敏", "oumin", &["qumin", "om"]),
        ("仇敏", "qiumin", &["choumin", "cm"]),
        ("尉迟敏", "yuchimin", &["ycm", "weichimin"]),
        ("解敏", "xiemin", &["jiemin"]),
        ("查敏", "zhamin", &["chamin"]),
        ("盖敏", "gemin", &["gaimin"]),
        ("乐敏", "yuemin", &["lemin"]),
        ("朴敏", "piaomin", &["pumin"]),
        ("吕敏", "lvmin", &["lumin", "lm"]),
        ("欧阳敏", "ouyangmin", &["oym"]),
        ("张乐", "zhangle", &["zhangyue", "zl", "zy"]),
    ] {
        let keys = keys(name);
        assert_eq!(keys[0], first, "{keys:?}");
        assert!(others.iter().all(|k| keys.iter().any(|have| have == k)), "{keys:?}");
    }
}

#[test]
fn names_in_letters_are_found_by_each_word() {
    assert_eq!(keys("John Smith"), ["johnsmith", "js", "john", "smith"]);
    assert_eq!(keys("ＬＩ"), ["li", "l"]);
    assert_eq!(keys("，"), Vec::<String>::new());
}

proptest! {
    #[test]
    fn any_name_has_few_keys_all_of_them_typeable(name in "\\PC{0,30}") {
        let keys = keys(&name);
        prop_assert!(keys.len() <= KEYS);
        prop_assert!(keys.iter().all(|k| !k.is_empty() && !k.contains(' ')));
    }
}

#[test]
fn every_han_character_with_a_reading_can_be_typed() {
    for c in '\u{3400}'..='\u{9fff}' {
        let keys = keys(&c.to_string());
        let plain = |k: &String| k.bytes().all(|b| b.is_ascii_lowercase()) || *k == c.to_string();
        assert!(keys.iter().all(plain), "{c} {keys:?}");
    }
}
