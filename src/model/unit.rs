//! A unit (房号) as people write it, and the one way it is kept: `3-1-502`, `A-1203`, `商铺12`, `车位B1-023`.
//! Does not know which units the estate has.

use super::text::{fold_numerals, typed};
use std::fmt;

/// Longer is a sentence, not a unit.
const LIMIT: usize = 20;

const SHOPS: [&str; 4] = ["商铺", "店铺", "铺位", "商"];
const SPACES: [&str; 4] = ["停车位", "地下车位", "车位", "车库"];
/// Words that end a part. The longer stand first, so that `号楼` is not read as `号` and a rest.
const BUILDING_ENDS: [&str; 6] = ["号楼", "栋", "幢", "座", "楼", "#"];
const PART_ENDS: [&str; 5] = ["单元", "梯", "号", "室", "房"];

/// A unit in its canonical writing. Two writings of one unit are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitCode(String);

/// The part of a unit that a fault speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 楼栋
    Building,
    /// 单元
    Entrance,
    /// 房间
    Room,
    /// The number of a shop or a parking space.
    Number,
}

/// Why a text is no unit. The screen finds the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// More than 20 characters.
    TooLong,
    /// Two separators with nothing between them, or one at an end.
    EmptyPart,
    /// A room without a building.
    TooFewParts,
    /// More than building, entrance and room.
    TooManyParts,
    /// This part cannot be written so.
    BadPart(Part),
    /// A character no unit has.
    Unexpected(char),
}

impl UnitCode {
    /// Reads any of the usual writings: `3-1-502`, `3栋1单元502`, `３号楼１单元502室`, `3#1-502`, `3 1 502`, `A座1203`.
    pub fn parse(text: &str) -> Result<UnitCode, Fault> {
        let line = fold_numerals(&typed(text)).to_uppercase();
        if line.is_empty() {
            return Err(Fault::Empty);
        }
        if line.chars().count() > LIMIT {
            return Err(Fault::TooLong);
        }
        if let Some(rest) = SHOPS.iter().find_map(|word| line.strip_prefix(word)) {
            return numbered("商铺", rest, 1);
        }
        if let Some(rest) = SPACES.iter().find_map(|word| line.strip_prefix(word)) {
            // Spaces are painted with three digits; 23 and 023 are the same one.
            return numbered("车位", rest, 3);
        }
        dwelling(&line)
    }

    /// The canonical text, e.g. `3-1-502`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What lists are filtered by: the building (`3`, `A`), or `商铺`, `车位`.
    pub fn building(&self) -> &str {
        let wide = self.0.find(|c: char| c.is_ascii()).unwrap_or(self.0.len());
        if wide > 0 {
            return &self.0[..wide];
        }
        self.0.split('-').next().unwrap_or_default()
    }

    /// Digits and letters without separators, for a search by what was typed: `31502`.
    pub fn digits(&self) -> String {
        compact(&self.0)
    }
}

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What to look for in [`UnitCode::digits`] when only a piece of a unit was typed.
pub fn compact(text: &str) -> String {
    let line = typed(text).to_uppercase();
    line.chars().filter(char::is_ascii_alphanumeric).collect()
}

fn dwelling(line: &str) -> Result<UnitCode, Fault> {
    let mut plain = line.to_owned();
    for word in BUILDING_ENDS.iter().chain(&PART_ENDS) {
        plain = plain.replace(word, " ");
    }
    if plain.starts_with(' ') {
        return Err(Fault::EmptyPart);
    }
    let parts = split(&plain)?;
    match parts[..] {
        [] | [_] => Err(Fault::TooFewParts),
        [_, _] if line.contains("单元") => Err(Fault::TooFewParts),
        [building, room] => Ok(UnitCode(format!("{}-{}", part(building, Part::Building)?, part(room, Part::Room)?))),
        [building, entrance, room] => Ok(UnitCode(format!(
            "{}-{}-{}",
            part(building, Part::Building)?,
            part(entrance, Part::Entrance)?,
            part(room, Part::Room)?
        ))),
        _ => Err(Fault::TooManyParts),
    }
}

fn numbered(word: &str, rest: &str, width: usize) -> Result<UnitCode, Fault> {
    let rest = rest.trim();
    let rest = rest.strip_suffix(['号', '室', '位']).unwrap_or(rest);
    let rest = rest.strip_prefix(['-', '#']).unwrap_or(rest);
    let parts = split(rest)?;
    if parts.len() > 3 {
        return Err(Fault::TooManyParts);
    }
    let Some((last, zone)) = parts.split_last() else {
        return Err(Fault::EmptyPart);
    };
    let mut code = word.to_owned();
    for name in zone {
        code.push_str(&part(name, Part::Building)?);
        code.push('-');
    }
    let number = part(last, Part::Number)?;
    if number.bytes().all(|b| b.is_ascii_digit()) {
        code.push_str(&format!("{number:0>width$}"));
    } else {
        code.push_str(&number);
    }
    Ok(UnitCode(code))
}

/// The parts between dashes and blanks; a dash with nothing on one side is a part forgotten.
fn split(plain: &str) -> Result<Vec<&str>, Fault> {
    let mut parts = Vec::new();
    for piece in plain.split(['-', '/', '_']) {
        if piece.trim().is_empty() {
            return Err(Fault::EmptyPart);
        }
        parts.extend(piece.split_whitespace());
    }
    let strange = parts.iter().flat_map(|p| p.chars()).find(|c| !c.is_ascii_alphanumeric());
    strange.map_or(Ok(parts), |c| Err(Fault::Unexpected(c)))
}

/// One part without its leading zeros, or the fault in it. At most one letter, and not everywhere.
fn part(text: &str, which: Part) -> Result<String, Fault> {
    let bad = Err(Fault::BadPart(which));
    let plain = text.trim_start_matches('0');
    let letters = plain.bytes().filter(u8::is_ascii_alphabetic).count();
    let digits = plain.len() - letters;
    let fits = match which {
        Part::Building => letters + digits > 0 && digits <= 3,
        Part::Entrance => letters + digits > 0 && digits <= 2 && plain.len() <= 2 && (letters == 0 || digits == 0),
        Part::Room | Part::Number => digits > 0 && digits <= 5,
    };
    if !fits || letters > 1 || text.len() > 6 {
        return bad;
    }
    match plain.bytes().position(|b| b.is_ascii_alphabetic()) {
        // A letter leads (`B01`): its number loses the zeros too, or B1 and B01 would be two buildings.
        Some(0) if digits > 0 => {
            let number = plain[1..].trim_start_matches('0');
            if number.is_empty() { bad } else { Ok(format!("{}{number}", &plain[..1])) }
        }
        _ => Ok(plain.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_way_of_writing_a_unit_is_one_unit() {
        for text in [
            "3-1-502",
            "03-01-0502",
            "3栋1单元502",
            "3号楼1单元502室",
            "３－１－５０２",
            "3#1-502",
            "3 1 502",
            "3栋-1单元-502房",
            " 3幢 1单元 502 ",
            "三栋一单元五零二",
            "3—1—502",
            "3/1/502",
            "3号1单元502号",
        ] {
            let unit = UnitCode::parse(text);
            assert_eq!(unit.as_ref().map(UnitCode::as_str), Ok("3-1-502"), "{text}");
        }
    }

    #[test]
    fn buildings_shops_and_spaces_have_their_own_writing() {
        for (text, code, building, digits) in [
            ("3-502", "3-502", "3", "3502"),
            ("a座-1-1203", "A-1-1203", "A", "A11203"),
            ("A座1203", "A-1203", "A", "A1203"),
            ("A-1203", "A-1203", "A", "A1203"),
            ("B01-2-301", "B1-2-301", "B1", "B12301"),
            ("12-3A02", "12-3A02", "12", "123A02"),
            ("商铺12", "商铺12", "商铺", "12"),
            ("商铺 012号", "商铺12", "商铺", "12"),
            ("商铺A-12", "商铺A-12", "商铺", "A12"),
            ("车位B1-023", "车位B1-023", "车位", "B1023"),
            ("车位b1-23号", "车位B1-023", "车位", "B1023"),
            ("车位7", "车位007", "车位", "007"),
        ] {
            let unit = UnitCode::parse(text).unwrap();
            assert_eq!((unit.as_str(), unit.building(), unit.digits().as_str()), (code, building, digits), "{text}");
        }
        assert_eq!(compact("３－１"), "31");
    }

    #[test]
    fn what_cannot_be_a_unit_says_why() {
        for (text, fault) in [
            ("  ", Fault::Empty),
            ("502", Fault::TooFewParts),
            ("1单元502", Fault::TooFewParts),
            ("3--502", Fault::EmptyPart),
            ("-1-502", Fault::EmptyPart),
            ("栋1-502", Fault::EmptyPart),
            ("3-1-", Fault::EmptyPart),
            ("商铺", Fault::EmptyPart),
            ("3-1-5-502", Fault::TooManyParts),
            ("3-1-室友", Fault::Unexpected('友')),
            ("3-1-50B2C", Fault::BadPart(Part::Room)),
            ("3-1-0", Fault::BadPart(Part::Room)),
            ("0-1-502", Fault::BadPart(Part::Building)),
            ("AB-1-502", Fault::BadPart(Part::Building)),
            ("3-A1-502", Fault::BadPart(Part::Entrance)),
            ("3-1-5020000", Fault::BadPart(Part::Room)),
            ("3-1-50200000000000000", Fault::TooLong),
        ] {
            assert_eq!(UnitCode::parse(text), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_unit_or_a_fault(text in "\\PC{0,24}") {
            let _ = UnitCode::parse(&text);
        }

        #[test]
        fn a_unit_read_again_is_itself(text in "(商铺|车位|0)?[0-9A-C]{1,3}[-栋座# ]?[0-9A-C]{1,4}[-单元 ]{0,2}[0-9A-C]{0,4}[室号]?") {
            if let Ok(unit) = UnitCode::parse(&text) {
                prop_assert_eq!(UnitCode::parse(unit.as_str()), Ok(unit.clone()));
            }
        }
    }
}
