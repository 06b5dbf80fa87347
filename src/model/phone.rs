//! A phone number as people write it, and the one way it is kept: digits, `+` before a foreign one, `-` before an extension.
//! Does not know whose it is or who may see it whole.

use super::text::typed;
use std::fmt;

const AREA_3: [&str; 10] = ["010", "020", "021", "022", "023", "024", "025", "027", "028", "029"];
const SHORT: [&str; 6] = ["110", "112", "114", "119", "120", "122"];
/// How people announce an extension; all of them become `-`.
const EXTENSION_WORDS: [&str; 7] = ["分机", "转", "EXT.", "EXT", "X", "#", ","];

/// What sort of number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A mainland mobile, 11 digits.
    Mobile,
    /// A landline, with or without area code.
    Landline,
    /// A number of a firm, 400 or 800.
    Firm,
    /// A short public number: 110, 12345, 95588.
    Service,
    /// A number of another country, with `+` and its code.
    Foreign,
}

/// A phone number in canonical writing: `13800138000`, `07563333333-802`, `+85291234567`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    number: String,
    extension: Option<String>,
    kind: Kind,
}

/// Why a text is no phone number. The screen finds the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Empty,
    /// A character no number has.
    Unexpected(char),
    /// Fewer digits than any number of this beginning has.
    TooShort,
    /// More digits than any number of this beginning has.
    TooLong,
    /// No number begins like this.
    NoSuchNumber,
}

impl Phone {
    /// Reads `138 0013 8000`, `+86 138…`, `0756-3333333-802`, `3333333转802`, `400-800-1234`, `110`, `+852 9123 4567`.
    pub fn parse(text: &str) -> Result<Phone, Fault> {
        let mut line = typed(text).to_uppercase();
        for word in EXTENSION_WORDS {
            line = line.replace(word, "-");
        }
        let line: String = line.chars().filter(|c| !matches!(c, ' ' | '(' | ')' | '.' | ':')).collect();
        if line.is_empty() {
            return Err(Fault::Empty);
        }
        let abroad = line.strip_prefix('+').or_else(|| line.strip_prefix("00"));
        let digits = abroad.unwrap_or(&line).trim_start_matches('-');
        if let Some(strange) = digits.chars().find(|c| !matches!(c, '0'..='9' | '-')) {
            return Err(Fault::Unexpected(strange));
        }
        match (abroad, digits.strip_prefix("86")) {
            (Some(_), Some(home)) => at_home(home).or_else(|fault| at_home(&format!("0{home}")).map_err(|_| fault)),
            (Some(_), None) => foreign(digits),
            (None, Some(home)) if kind_of(&home.replace('-', "")) == Ok(Kind::Mobile) => at_home(home),
            (None, _) => at_home(digits),
        }
    }

    /// What sort of number it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// For those who need not see it whole (SEC-03): `138****5678`, `0756****333`. Public numbers stay as they are.
    pub fn masked(&self) -> String {
        let (head, tail) = match self.kind {
            Kind::Firm | Kind::Service => return self.to_string(),
            Kind::Mobile => (3, 4),
            Kind::Landline => (area(&self.number), 3),
            Kind::Foreign => (4, 2),
        };
        let extension = if self.extension.is_some() { "-***" } else { "" };
        format!("{}****{}{extension}", &self.number[..head], &self.number[self.number.len() - tail..])
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.extension {
            Some(extension) => write!(f, "{}-{extension}", self.number),
            None => f.write_str(&self.number),
        }
    }
}

/// A number of this country. A last group is an extension only where the groups before it are a whole number already,
/// for people also write `138-0013-8000` and `3333-3333`.
fn at_home(line: &str) -> Result<Phone, Fault> {
    let groups: Vec<&str> = line.split('-').filter(|group| !group.is_empty()).collect();
    let mut whole = groups.concat();
    // A mobile far away used to be dialled with a zero before it.
    if let Some(mobile) = whole.strip_prefix('0').filter(|rest| kind_of(rest) == Ok(Kind::Mobile)) {
        whole = mobile.to_owned();
    }
    let found = kind_of(&whole);
    if !matches!(found, Ok(Kind::Mobile | Kind::Firm))
        && let Some((last, before)) = groups.split_last()
        && let number = before.concat()
        && let Ok(kind @ (Kind::Landline | Kind::Firm)) = kind_of(&number)
        && last.len() <= 6
    {
        return Ok(Phone { number, extension: Some((*last).to_owned()), kind });
    }
    Ok(Phone { kind: found?, number: whole, extension: None })
}

fn foreign(line: &str) -> Result<Phone, Fault> {
    let digits = line.replace('-', "");
    match digits.len() {
        _ if digits.starts_with('0') || digits.starts_with("86") => Err(Fault::NoSuchNumber),
        ..=6 => Err(Fault::TooShort),
        7..=15 => Ok(Phone { number: format!("+{digits}"), extension: None, kind: Kind::Foreign }),
        _ => Err(Fault::TooLong),
    }
}

fn kind_of(digits: &str) -> Result<Kind, Fault> {
    let count = digits.len();
    let second = digits.as_bytes().get(1).copied().unwrap_or_default();
    match digits.as_bytes().first() {
        None => Err(Fault::Empty),
        Some(b'1') if SHORT.contains(&digits) => Ok(Kind::Service),
        Some(b'1') if second < b'3' => {
            if count == 5 {
                Ok(Kind::Service)
            } else {
                Err(Fault::NoSuchNumber)
            }
        }
        Some(b'1') => exactly(count, 11, 11, Kind::Mobile),
        Some(b'0') => landline(digits),
        Some(_) if count == 10 && (digits.starts_with("400") || digits.starts_with("800")) => Ok(Kind::Firm),
        Some(b'9') if matches!(second, b'5' | b'6') && matches!(count, 5 | 6) => Ok(Kind::Service),
        Some(_) => exactly(count, 7, 8, Kind::Landline),
    }
}

fn landline(digits: &str) -> Result<Kind, Fault> {
    if digits.len() < 2 {
        return Err(Fault::TooShort);
    }
    let known = AREA_3.iter().any(|code| digits.starts_with(code)) || digits.as_bytes()[1] > b'2';
    let local = digits.get(area(digits)..).unwrap_or_default();
    if !known || local.starts_with(['0', '1']) {
        return Err(Fault::NoSuchNumber);
    }
    exactly(local.len(), 7, 8, Kind::Landline)
}

fn exactly(count: usize, least: usize, most: usize, kind: Kind) -> Result<Kind, Fault> {
    match count {
        _ if count < least => Err(Fault::TooShort),
        _ if count > most => Err(Fault::TooLong),
        _ => Ok(kind),
    }
}

/// How many digits the area code has.
fn area(digits: &str) -> usize {
    match digits.starts_with('0') {
        true if AREA_3.iter().any(|code| digits.starts_with(code)) => 3,
        true => 4,
        false => 0,
    }
}

#[cfg(test)]
mod tests;
