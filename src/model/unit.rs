//! A unit (房号) as people write it, and the one way it is kept: `3-1-502`, `A-1203`, `商铺12`, `车位B1-023`.
//! Does not know which units the estate has.

use super::text::{fold_numerals, typed};
use std::fmt;

/// Longer is a sentence, not a unit.
const LIMIT: usize = 20;

const SHOPS: [&str; 4] = ["商铺", "店铺", "铺位", "商"];
const SPACES: [&str; 5] = ["停车位", "地下车位", "车位", "车库", "地库"];
/// Words that end a part. The longer stand first, so that `号楼` is not read as `号` and a rest.
const BUILDING_ENDS: [&str; 6] = ["号楼", "栋", "幢", "座", "楼", "#"];
const PART_ENDS: [&str; 5] = ["单元", "梯", "号", "室", "房"];

/// A unit in its canonical writing. Two writings of one unit are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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

    /// What units are sorted by, so that building 3 comes before building 10: every number with five digits.
    pub fn order(&self) -> String {
        let mut out = String::with_capacity(self.0.len() * 3);
        let mut rest = self.0.as_str();
        while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
            let end = rest[start..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |len| start + len);
            out.push_str(&rest[..start]);
            out.push_str(&format!("{:0>5}", &rest[start..end]));
            rest = &rest[end..];
        }
        out + rest
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

/// The building that a place names, if it begins with one: `2栋电梯` and `2-1-502` stand in building 2.
pub fn building_in(place: &str) -> Option<String> {
    if let Ok(unit) = UnitCode::parse(place) {
        return Some(unit.building().to_owned());
    }
    let line = fold_numerals(&typed(place)).to_uppercase();
    let end = line.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (head, rest) = line.split_at(end);
    let goes_on = rest.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let named = goes_on || BUILDING_ENDS.iter().any(|word| rest.starts_with(word));
    (named && (1..=3).contains(&head.len())).then(|| head.to_owned())
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
mod tests;
