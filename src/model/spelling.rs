//! How a person's name is typed on a plain keyboard: pinyin and initials, with every reading a character has.
//! Knows names only, not who is registered.

use super::text::{clean_line, fold_width};
use pinyin::ToPinyinMulti;

/// More keys than this find everybody.
const KEYS: usize = 16;
/// Ways of reading a name that are followed; the likeliest are kept.
const WAYS: usize = 48;

/// Surnames read otherwise than the character mostly is: the reading as a surname first.
const SURNAMES: &[(&str, &[&str])] = &[
    ("尉迟", &["yu chi", "wei chi"]),
    ("万俟", &["mo qi"]),
    ("长孙", &["zhang sun"]),
    ("单于", &["chan yu"]),
    ("澹台", &["tan tai"]),
    ("令狐", &["ling hu"]),
    ("鲜于", &["xian yu"]),
    ("宰父", &["zai fu"]),
    ("曾", &["zeng", "ceng"]),
    ("单", &["shan", "dan", "chan"]),
    ("区", &["ou", "qu"]),
    ("仇", &["qiu", "chou"]),
    ("解", &["xie", "jie"]),
    ("查", &["zha", "cha"]),
    ("盖", &["ge", "gai"]),
    ("乐", &["yue", "le"]),
    ("朴", &["piao", "pu"]),
    ("任", &["ren"]),
    ("华", &["hua"]),
    ("翟", &["zhai", "di"]),
    ("覃", &["qin", "tan"]),
    ("宁", &["ning"]),
    ("员", &["yun", "yuan"]),
    ("召", &["shao", "zhao"]),
    ("折", &["she", "zhe"]),
    ("缪", &["miao", "mou"]),
    ("纪", &["ji"]),
    ("尉", &["wei", "yu"]),
    ("种", &["chong", "zhong"]),
    ("重", &["chong", "zhong"]),
    ("柏", &["bai", "bo"]),
    ("薄", &["bo", "bao"]),
    ("洗", &["xian", "xi"]),
    ("冼", &["xian"]),
    ("谌", &["chen", "shen"]),
    ("乜", &["nie", "mie"]),
    ("牟", &["mu", "mou"]),
    ("秘", &["bi", "mi"]),
    ("祭", &["zhai", "ji"]),
    ("句", &["gou", "ju"]),
    ("黑", &["he", "hei"]),
    ("么", &["yao", "me"]),
    ("幺", &["yao"]),
    ("郗", &["xi", "chi"]),
    ("郇", &["xun", "huan"]),
    ("隗", &["wei", "kui"]),
    ("燕", &["yan"]),
    ("应", &["ying"]),
    ("曲", &["qu"]),
    ("那", &["na"]),
    ("万", &["wan"]),
    ("俞", &["yu"]),
    ("於", &["yu"]),
    ("车", &["che", "ju"]),
    ("石", &["shi"]),
    ("沈", &["shen"]),
    ("盛", &["sheng", "cheng"]),
    ("藏", &["zang", "cang"]),
    ("晟", &["cheng", "sheng"]),
    ("贾", &["jia"]),
    ("角", &["jue", "jiao"]),
    ("粘", &["nian", "zhan"]),
    ("繁", &["po", "fan"]),
    ("都", &["du", "dou"]),
    ("叶", &["ye"]),
    ("莘", &["shen", "xin"]),
    ("适", &["kuo", "shi"]),
    ("褚", &["chu"]),
    ("费", &["fei"]),
    ("宿", &["su"]),
    ("谷", &["gu"]),
    ("葛", &["ge"]),
    ("强", &["qiang"]),
    ("红", &["hong"]),
    ("卜", &["bu"]),
    ("夏", &["xia"]),
    ("汤", &["tang"]),
    ("陆", &["lu"]),
    ("吕", &["lü"]),
    ("车正", &["ju zheng"]),
    ("逄", &["pang"]),
    ("阚", &["kan"]),
    ("行", &["xing", "hang"]),
    ("哈", &["ha"]),
    ("过", &["guo"]),
    ("宓", &["mi", "fu"]),
    ("禚", &["zhuo"]),
];

/// One piece of a name with its readings, the likeliest first.
type Readings = Vec<String>;

/// Every key a name is looked up by: `张敏` → `zhangmin`, `zm`; readings in doubt follow, likeliest first, 16 at most.
pub fn keys(name: &str) -> Vec<String> {
    let name = fold_width(&clean_line(name)).to_lowercase();
    let (pieces, words) = pieces(&name);
    let mut found: Vec<String> = Vec::new();
    let mut add = |key: String| {
        if !key.is_empty() && found.len() < KEYS && !found.contains(&key) {
            found.push(key);
        }
    };
    for way in ways(&pieces) {
        add(way.concat().replace(' ', ""));
        add(way.iter().flat_map(|s| s.split(' ')).filter_map(|s| s.chars().next()).map(plain_initial).collect());
    }
    words.into_iter().for_each(&mut add);
    found
}

/// The pieces of a name in order, and its words written in letters, which are keys of their own.
fn pieces(name: &str) -> (Vec<Readings>, Vec<String>) {
    let mut pieces = Vec::new();
    let mut words = Vec::new();
    let mut rest = name;
    if let Some((surname, readings)) = surname(name) {
        pieces.push(spelled(readings.iter().map(|r| (*r).to_owned())));
        rest = &name[surname.len()..];
    }
    let mut word = String::new();
    for c in rest.chars().chain([' ']) {
        let readings = c.to_pinyin_multi();
        if readings.is_none() && c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() && c != '\'' {
            words.push(word.clone());
            pieces.push(vec![std::mem::take(&mut word)]);
        }
        if let Some(readings) = readings {
            pieces.push(spelled(readings.into_iter().map(|r| r.plain().to_owned())));
        }
    }
    (pieces, words)
}

/// The longest hard surname the name begins with.
fn surname(name: &str) -> Option<&'static (&'static str, &'static [&'static str])> {
    let fitting = SURNAMES.iter().filter(|(surname, _)| name.starts_with(surname));
    fitting.max_by_key(|(surname, _)| surname.len())
}

/// Readings without doubles; `ü` as both letters people type for it.
fn spelled(readings: impl Iterator<Item = String>) -> Readings {
    let mut all = Vec::new();
    for reading in readings {
        for letter in ["v", "u"] {
            let key = reading.replace('ü', letter);
            if !all.contains(&key) {
                all.push(key);
            }
        }
    }
    all
}

/// Ways to read the whole name, those with the fewest unlikely readings first.
fn ways(pieces: &[Readings]) -> Vec<Vec<&str>> {
    let mut ways: Vec<(usize, Vec<&str>)> = vec![(0, Vec::new())];
    for readings in pieces {
        let mut longer: Vec<(usize, Vec<&str>)> = Vec::with_capacity(ways.len() * readings.len());
        for (cost, way) in &ways {
            for (rank, reading) in readings.iter().enumerate() {
                let mut next = way.clone();
                next.push(reading);
                longer.push((cost + rank, next));
            }
        }
        longer.sort_by_key(|(cost, _)| *cost);
        longer.truncate(WAYS);
        ways = longer;
    }
    ways.into_iter().map(|(_, way)| way).collect()
}

/// The letter on the keyboard: a reading like `ê` begins with one that has no key.
fn plain_initial(c: char) -> char {
    if c == 'ê' { 'e' } else { c }
}

#[cfg(test)]
mod tests {
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

        #[test]
        fn names_in_han_have_keys_in_plain_letters_where_a_reading_is_known(name in "[一-鿌]{1,8}") {
            prop_assert!(keys(&name).iter().all(|k| k.chars().all(|c| c.is_ascii_lowercase() || name.contains(c))), "{:?}", keys(&name));
        }
    }
}
