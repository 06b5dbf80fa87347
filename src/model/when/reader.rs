//! A place in a short typed line. Knows characters only, not dates.

/// Reads from the front; whatever does not fit leaves the place where it was.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        Reader { rest: line }
    }

    pub(super) fn at_end(&self) -> bool {
        self.rest.trim().is_empty()
    }

    pub(super) fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// The meaning of the first word of the table that stands here. The longer words stand first in a table.
    pub(super) fn word<T: Copy>(&mut self, table: &[(&str, T)]) -> Option<T> {
        let (rest, meaning) =
            table.iter().find_map(|(word, meaning)| Some((self.rest.strip_prefix(word)?, *meaning)))?;
        self.rest = rest;
        Some(meaning)
    }

    /// Whether one of these stood here.
    pub(super) fn one_of(&mut self, words: &[&str]) -> bool {
        let rest = words.iter().find_map(|word| self.rest.strip_prefix(word));
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// A number and how many digits it was written with; at most nine.
    pub(super) fn number(&mut self) -> Option<(u32, usize)> {
        let digits = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        if !(1..=9).contains(&digits) {
            return None;
        }
        let value = self.rest[..digits].parse().ok()?;
        self.rest = &self.rest[digits..];
        Some((value, digits))
    }
}
