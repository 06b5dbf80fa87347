//! Byte sequences of xterm, VT, the Linux console and rxvt into keys, one at a time. It must not keep anything
//! between calls.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The row on which the question about ambiguous width is asked. Not the first: `ESC [ 1 ; 2 R` is also Shift-F3.
pub(crate) const QUESTION_ROW: u16 = 2;

/// What a sequence of bytes begins with, and how many bytes that takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(KeyEvent, usize),
    /// The answer to the question asked at the start: two cells wide.
    WideAmbiguous(usize),
    PasteBegins(usize),
    /// Bytes that mean nothing here.
    Nothing(usize),
    /// Not decided yet.
    More,
}

fn key(code: KeyCode, modifiers: KeyModifiers, used: usize) -> Step {
    Step::Key(KeyEvent::new(code, modifiers), used)
}

/// Reads the first key of `bytes`.
pub(super) fn decode(bytes: &[u8]) -> Step {
    match bytes {
        [] => Step::More,
        [0x1b, rest @ ..] => escape(rest),
        [b'\r', ..] => key(KeyCode::Enter, KeyModifiers::NONE, 1),
        [b'\t', ..] => key(KeyCode::Tab, KeyModifiers::NONE, 1),
        [0x7f | 0x08, ..] => key(KeyCode::Backspace, KeyModifiers::NONE, 1),
        [0, ..] => key(KeyCode::Char(' '), KeyModifiers::CONTROL, 1),
        [c @ 1..=0x1a, ..] => key(KeyCode::Char(char::from(c - 1 + b'a')), KeyModifiers::CONTROL, 1),
        [c @ 0x1c..=0x1f, ..] => key(KeyCode::Char(char::from(c - 0x1c + b'4')), KeyModifiers::CONTROL, 1),
        [c @ b' '..=b'~', ..] => key(KeyCode::Char(char::from(*c)), KeyModifiers::NONE, 1),
        _ => character(bytes),
    }
}

/// The key of a sequence that was begun and not ended in time.
pub(super) fn of_unfinished(bytes: &[u8]) -> Option<KeyEvent> {
    match bytes {
        [0x1b] => Some(KeyEvent::from(KeyCode::Esc)),
        [0x1b, c @ b'!'..=b'~'] => Some(KeyEvent::new(KeyCode::Char(char::from(*c)), KeyModifiers::ALT)),
        _ => None,
    }
}

/// True if the bytes are the beginning of one character and nothing else.
pub(super) fn is_unfinished_character(bytes: &[u8]) -> bool {
    bytes.first().is_some_and(|byte| *byte >= 0x80) && character(bytes) == Step::More
}

/// One character of UTF-8; a byte that cannot be part of one is dropped alone.
fn character(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Nothing(1),
    };
    match std::str::from_utf8(&bytes[..length.min(bytes.len())]) {
        Ok(text) => match text.chars().next() {
            Some(c) if !c.is_control() => key(KeyCode::Char(c), KeyModifiers::NONE, length),
            _ => Step::Nothing(length),
        },
        Err(error) if error.error_len().is_none() => Step::More,
        Err(error) => Step::Nothing(error.error_len().unwrap_or(1)),
    }
}

/// What follows an ESC.
fn escape(rest: &[u8]) -> Step {
    match rest {
        [] => Step::More,
        [b'[', rest @ ..] => control_sequence(rest),
        [b'O', rest @ ..] => single_shift(rest),
        [b']' | b'P' | b'_' | b'^' | b'X', rest @ ..] => string(rest),
        [0x1b, ..] => key(KeyCode::Esc, KeyModifiers::NONE, 1),
        _ => match decode(rest) {
            Step::Key(event, used) => key(event.code, event.modifiers | KeyModifiers::ALT, used + 1),
            Step::Nothing(used) => Step::Nothing(used + 1),
            other => other,
        },
    }
}

/// A string for the program (title, colours, reports): swallowed up to its end, BEL or ESC \.
fn string(rest: &[u8]) -> Step {
    let end = rest.iter().position(|byte| matches!(byte, 0x07 | 0x18 | 0x1a | 0x1b));
    match end.map(|at| (at, &rest[at..])) {
        None | Some((_, [0x1b])) => Step::More,
        Some((at, [0x1b, b'\\', ..])) => Step::Nothing(2 + at + 2),
        // Another sequence begins: the string was never ended.
        Some((at, [0x1b, ..])) => Step::Nothing(2 + at),
        Some((at, _)) => Step::Nothing(2 + at + 1),
    }
}

/// `ESC O x`, with a modifier before the letter in old xterms.
fn single_shift(rest: &[u8]) -> Step {
    let (modifiers, letter, used) = match rest {
        [] | [b'1'..=b'9'] => return Step::More,
        [digit @ b'1'..=b'9', letter, ..] => (modifiers_of(u16::from(digit - b'0')), *letter, 4),
        [letter, ..] => (KeyModifiers::NONE, *letter, 3),
    };
    match letter {
        // A new sequence or a control: the begun one means nothing.
        0..=0x1f | 0x7f.. => Step::Nothing(used - 1),
        b'M' => key(KeyCode::Enter, modifiers, used),
        b'a'..=b'd' => lettered(letter.to_ascii_uppercase(), modifiers | KeyModifiers::CONTROL, used),
        b'j'..=b'y' => key(KeyCode::Char(char::from(letter - b'j' + b'*')), modifiers, used),
        _ => lettered(letter, modifiers, used),
    }
}

/// `ESC [ … x`.
fn control_sequence(rest: &[u8]) -> Step {
    if let [b'[', letters @ ..] = rest {
        return linux_console(letters);
    }
    let private = rest.first().is_some_and(|byte| (b'<'..=b'?').contains(byte));
    for (at, byte) in rest.iter().enumerate() {
        let used = 2 + at + 1;
        match byte {
            b'0'..=b'?' => {}
            b'$' if at > 0 && !private => {
                return tilde(&numbers(&rest[..at]), KeyModifiers::SHIFT, used);
            }
            b' '..=b'/' => {}
            b'@'..=b'~' if private => return Step::Nothing(used),
            b'^' => return tilde(&numbers(&rest[..at]), KeyModifiers::CONTROL, used),
            b'@' if at > 0 => {
                return tilde(&numbers(&rest[..at]), KeyModifiers::CONTROL | KeyModifiers::SHIFT, used);
            }
            b'@'..=b'~' => return final_byte(*byte, &numbers(&rest[..at]), used),
            // Not a byte of a sequence: what was begun means nothing, and this byte is looked at anew.
            _ => return Step::Nothing(used - 1),
        }
    }
    Step::More
}

/// F1 to F5 of the Linux console: `ESC [ [ A`.
fn linux_console(letters: &[u8]) -> Step {
    match letters {
        [] => Step::More,
        [letter @ b'A'..=b'E', ..] => key(KeyCode::F(letter - b'A' + 1), KeyModifiers::NONE, 4),
        _ => Step::Nothing(3),
    }
}

fn numbers(bytes: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(bytes);
    text.split(';').map(|part| part.split(':').next().unwrap_or("").parse().unwrap_or(0)).collect()
}

fn final_byte(byte: u8, numbers: &[u16], used: usize) -> Step {
    let modifiers = modifiers_of(numbers.get(1).copied().unwrap_or(1));
    match byte {
        b'~' => tilde(numbers, modifiers, used),
        b'u' => coded(numbers.first().copied().unwrap_or(0), modifiers, used),
        b'R' => report(numbers, modifiers, used),
        b'a'..=b'd' => lettered(byte.to_ascii_uppercase(), KeyModifiers::SHIFT, used),
        _ => lettered(byte, modifiers, used),
    }
}

/// A cursor report, or F3 with modifiers. Of reports only the one on the question's row is of use.
fn report(numbers: &[u16], modifiers: KeyModifiers, used: usize) -> Step {
    match numbers {
        [QUESTION_ROW, 3] => Step::WideAmbiguous(used),
        [1, 2..=8] | [0] => lettered(b'R', modifiers, used),
        _ => Step::Nothing(used),
    }
}

fn lettered(letter: u8, modifiers: KeyModifiers, used: usize) -> Step {
    let code = match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        b'Z' => KeyCode::BackTab,
        _ => return Step::Nothing(used),
    };
    key(code, modifiers, used)
}

fn tilde(numbers: &[u16], modifiers: KeyModifiers, used: usize) -> Step {
    let number = numbers.first().copied().unwrap_or(0);
    let function = |from: u16, f: u8| KeyCode::F(u8::try_from(number - from).unwrap_or(0) + f);
    let code = match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        27 => return coded(numbers.get(2).copied().unwrap_or(0), modifiers, used),
        200 => return Step::PasteBegins(used),
        _ => return Step::Nothing(used),
    };
    key(code, modifiers, used)
}

/// A key written as the number of its character.
fn coded(number: u16, modifiers: KeyModifiers, used: usize) -> Step {
    let code = match (number, char::from_u32(u32::from(number))) {
        (9, _) if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        (9, _) => KeyCode::Tab,
        (10 | 13, _) => KeyCode::Enter,
        (27, _) => KeyCode::Esc,
        (8 | 127, _) => KeyCode::Backspace,
        // The private area holds keys without a character.
        (0xe000..=0xf8ff, _) => return Step::Nothing(used),
        (_, Some(c)) if !c.is_control() => KeyCode::Char(c),
        _ => return Step::Nothing(used),
    };
    key(code, modifiers, used)
}

/// xterm's number: one more than the sum of shift 1, alt 2, control 4.
fn modifiers_of(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, bits & 1 != 0);
    modifiers.set(KeyModifiers::ALT, bits & 2 != 0);
    modifiers.set(KeyModifiers::CONTROL, bits & 4 != 0);
    modifiers
}
