//! Text from people is data: what is kept of it, so that nothing in it can act on a terminal, a log or a sheet.
//! Knows characters only, not what a field means.

use unicode_width::UnicodeWidthChar;

/// More marks than this on one base are a picture painted over the neighbouring rows, not writing.
const MARKS_PER_BASE: u8 = 2;

/// Two blank lines are a pause; more is a way to push the rest off the screen.
const LINE_BREAKS_KEPT: usize = 3;

/// Longest text taken for one short typed value (a unit, a phone, a time).
const TYPED_LIMIT: usize = 64;

/// One line: controls, escape sequences, bidi and zero-width characters dropped, every run of blanks and line breaks
/// one blank, trimmed.
pub fn clean_line(text: &str) -> String {
    gather(text, usize::MAX, false).0
}

/// As [`clean_line`], at most `limit` characters; `true` when something visible was cut off.
pub fn clean_line_within(text: &str, limit: usize) -> (String, bool) {
    gather(text, limit, false)
}

/// Several lines: as [`clean_line`] inside a line but blanks stay, `\n` between lines, no trailing blanks, no blank
/// lines at either end and no more than two together.
pub fn clean_text(text: &str) -> String {
    gather(text, usize::MAX, true).0
}

/// As [`clean_text`], at most `limit` characters; `true` when something visible was cut off.
pub fn clean_text_within(text: &str, limit: usize) -> (String, bool) {
    gather(text, limit, true)
}

/// What is typed or pasted behind `before`, as one line: as [`clean_line`], but all blanks stay, since more is to come.
/// A mark may come alone: the letter on which it sits may stand in `before`.
pub fn typed_line(before: &str, text: &str) -> String {
    let text = text.trim_end_matches(['\r', '\n']);
    Visible::behind(before, text).map(|c| if c == '\n' { ' ' } else { c }).collect()
}

/// As [`typed_line`], but line breaks stay as `\n`.
pub fn typed_text(before: &str, text: &str) -> String {
    Visible::behind(before, text).collect()
}

/// Characters that take no place, turn the text around, or look blank and are no blank: nobody sees them.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Full-width digits, letters, punctuation and the ideographic space as the plain ones, as an input method types them.
pub fn fold_width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// A short value as typed (a number, date, phone, unit): one clean line, plain width, every dash a `-`.
/// What is longer than any such value comes back cut and with an `…`, which no reader takes.
pub fn typed(text: &str) -> String {
    let (line, cut) = clean_line_within(text, TYPED_LIMIT);
    let end = cut.then_some('…');
    line.chars().map(narrow).map(plain_dash).chain(end).collect()
}

/// Chinese numerals as digits where they are plain numbers: `十二` 12, `五零二` 502, `两` 2. Others stay as they are.
pub fn fold_numerals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = Vec::new();
    for c in text.chars() {
        match numeral(c) {
            Some(value) => run.push((c, value)),
            None => {
                push_number(&mut out, &run);
                run.clear();
                out.push(c);
            }
        }
    }
    push_number(&mut out, &run);
    out
}

fn gather(text: &str, limit: usize, lines: bool) -> (String, bool) {
    let mut out = String::with_capacity(text.len().min(limit));
    let (mut count, mut breaks, mut blanks) = (0usize, 0usize, 0usize);
    for c in Visible::of(text) {
        match c {
            '\n' if lines => (breaks, blanks) = ((breaks + 1).min(LINE_BREAKS_KEPT), 0),
            '\n' | ' ' => blanks = if lines { blanks + 1 } else { 1 },
            _ => {
                if out.is_empty() {
                    (breaks, blanks) = (0, 0);
                }
                let needed = breaks + blanks + 1;
                if limit - count < needed {
                    return (out, true);
                }
                out.extend(std::iter::repeat_n('\n', breaks));
                out.extend(std::iter::repeat_n(' ', blanks));
                out.push(c);
                count += needed;
                (breaks, blanks) = (0, 0);
            }
        }
    }
    (out, false)
}

/// The characters worth keeping; every blank as ' ' and every line break as '\n'.
struct Visible<'a> {
    rest: &'a str,
    marks: u8,
}

impl<'a> Visible<'a> {
    fn of(text: &'a str) -> Self {
        // No base yet: a mark here would sit on whatever stands to the left on the screen.
        Visible { rest: text, marks: MARKS_PER_BASE }
    }

    /// The last letter of `before` is the base of marks that come first.
    fn behind(before: &str, text: &'a str) -> Self {
        let from = before.char_indices().rev().find(|(_, c)| c.width() != Some(0)).map_or(0, |(at, _)| at);
        let mut seen = Visible::of(&before[from..]);
        seen.by_ref().for_each(drop);
        Visible { rest: text, marks: seen.marks }
    }
}

impl Iterator for Visible<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let c = self.rest.chars().next()?;
            self.rest = &self.rest[c.len_utf8()..];
            match c {
                ' '..='~' => {
                    self.marks = if c == ' ' { MARKS_PER_BASE } else { 0 };
                    return Some(c);
                }
                '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                    if c == '\r' {
                        self.rest = self.rest.strip_prefix('\n').unwrap_or(self.rest);
                    }
                    self.marks = MARKS_PER_BASE;
                    return Some('\n');
                }
                '\u{1b}' | '\u{80}'..='\u{9f}' => self.rest = after_sequence(c, self.rest),
                _ if c.is_whitespace() => {
                    self.marks = MARKS_PER_BASE;
                    return Some(' ');
                }
                _ if is_unseen(c) => {}
                _ if c.width() == Some(0) => {
                    if self.marks < MARKS_PER_BASE {
                        self.marks += 1;
                        return Some(c);
                    }
                }
                _ => {
                    self.marks = 0;
                    return Some(c);
                }
            }
        }
    }
}

/// What follows the escape sequence begun by `c` (ESC or a C1 control).
fn after_sequence(c: char, rest: &str) -> &str {
    let (kind, body) = match (c, rest.chars().next()) {
        ('\u{1b}', Some(k @ ' '..='~')) => (k, &rest[1..]),
        ('\u{1b}', _) => return rest,
        ('\u{9b}', _) => ('[', rest),
        ('\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}', _) => (']', rest),
        _ => return rest,
    };
    match kind {
        '[' => {
            let body = body.trim_start_matches(|c| matches!(c, '0'..='?'));
            let body = body.trim_start_matches(|c| matches!(c, ' '..='/'));
            body.strip_prefix(|c| matches!(c, '@'..='~')).unwrap_or(body)
        }
        ']' | 'P' | 'X' | '^' | '_' => after_string(body),
        ' '..='/' => {
            let body = body.trim_start_matches(|c| matches!(c, ' '..='/'));
            body.strip_prefix(|c| matches!(c, '0'..='~')).unwrap_or(body)
        }
        _ => body,
    }
}

/// A control string ends at BEL or ST. One that never ends loses its head only: what follows is a person's text.
fn after_string(body: &str) -> &str {
    let Some(end) = body.find(char::is_control) else {
        return body;
    };
    let tail = &body[end..];
    tail.strip_prefix(['\u{7}', '\u{9c}']).or_else(|| tail.strip_prefix("\u{1b}\\")).unwrap_or(body)
}

fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

fn plain_dash(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        _ => c,
    }
}

fn numeral(c: char) -> Option<u8> {
    let value = match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    };
    Some(value)
}

fn push_number(out: &mut String, run: &[(char, u8)]) {
    let values: Vec<u8> = run.iter().map(|(_, v)| *v).collect();
    match values[..] {
        [10] => out.push_str("10"),
        [10, ones @ 1..=9] => out.push_str(&(10 + ones).to_string()),
        [tens @ 1..=9, 10] => out.push_str(&(tens * 10).to_string()),
        [tens @ 1..=9, 10, ones @ 1..=9] => out.push_str(&(tens * 10 + ones).to_string()),
        _ if values.contains(&10) => out.extend(run.iter().map(|(c, _)| *c)),
        _ => out.extend(values.iter().map(|v| char::from(b'0' + v))),
    }
}

#[cfg(test)]
mod tests;
