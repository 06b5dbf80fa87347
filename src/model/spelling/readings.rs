//! The readings of one character, from the text that the build lays down. Must not know names.
use std::cmp::Ordering;

/// A line for each character, in their order: the character, then its readings, the likeliest first.
const READINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/readings.txt"));

/// How a character is read, the likeliest reading first; none if it is not a Chinese one.
pub(super) fn readings(character: char) -> Option<impl Iterator<Item = &'static str>> {
    let mut rest = READINGS;
    while !rest.is_empty() {
        let middle = rest.floor_char_boundary(rest.len() / 2);
        let start = rest[..middle].rfind('\n').map_or(0, |end| end + 1);
        let (line, behind) = rest[start..].split_once('\n').unwrap_or((&rest[start..], ""));
        let mut letters = line.chars();
        match letters.next().cmp(&Some(character)) {
            Ordering::Equal => return Some(letters.as_str().split(' ')),
            Ordering::Less => rest = behind,
            Ordering::Greater => rest = &rest[..start],
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_of_the_table_is_found_and_no_other() {
        for line in READINGS.lines() {
            let character = line.chars().next().unwrap();
            let found: Vec<_> = readings(character).unwrap().collect();
            assert_eq!(format!("{character}{}", found.join(" ")), line);
        }
        assert!("aA1 ·、\0\u{10FFFF}".chars().all(|other| readings(other).is_none()));
    }
}
