//! How a person's name is typed on a plain keyboard: pinyin and initials, with every reading a character has.
//! Knows names only, not who is registered.

mod readings;

use super::text::{clean_line_within, fold_width};
use readings::readings;

/// More keys than this find everybody.
const KEYS: usize = 16;
/// Nobody types more of a name than this to find it.
const NAME_LIMIT: usize = 40;
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
    let (name, _) = clean_line_within(name, NAME_LIMIT);
    let name = fold_width(&name).to_lowercase();
    let (pieces, words) = pieces(&name);
    let mut found: Vec<String> = Vec::new();
    let mut add = |key: String| {
        if !key.is_empty() && found.len() < KEYS && !found.contains(&key) {
            found.push(key);
        }
    };
    for way in ways(&pieces) {
        add(way.concat().replace(' ', ""));
        add(way.iter().flat_map(|s| s.split(' ')).filter_map(|s| s.chars().next()).collect());
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
        let found = readings(c);
        if found.is_none() && c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        if !word.is_empty() && c != '\'' {
            words.push(word.clone());
            pieces.push(vec![std::mem::take(&mut word)]);
        }
        if let Some(readings) = found {
            pieces.push(spelled(readings.map(str::to_owned)));
        }
    }
    (pieces, words)
}

/// The longest hard surname the name begins with.
fn surname(name: &str) -> Option<&'static (&'static str, &'static [&'static str])> {
    let fitting = SURNAMES.iter().filter(|(surname, _)| name.starts_with(surname));
    fitting.max_by_key(|(surname, _)| surname.len())
}

/// Readings without doubles, in the letters a keyboard has: `ü` as both that people type for it.
fn spelled(readings: impl Iterator<Item = String>) -> Readings {
    let mut all = Vec::new();
    for reading in readings {
        for letter in ["v", "u"] {
            let key = reading.replace('ü', letter).replace('ê', "e");
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

#[cfg(test)]
mod tests;
