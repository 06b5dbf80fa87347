//! Keys and what they are bound to. One table a page feeds the keyboard, the footer, the help and the palette.
//! Must not know what a command does.
use crate::locales::screen::Screen;
use crate::model::rights::may_open;
use crate::model::staff::Role;
use crate::model::text::fold_width;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with what is held down beside it, in its plain form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key.
    pub code: KeyCode,
    /// Whether Ctrl is held.
    pub control: bool,
}

/// A function key; Alt and its digit are its twin, up to F9.
pub const fn f(number: u8) -> Chord {
    Chord { code: KeyCode::F(number), control: false }
}

/// A character.
pub const fn ch(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), control: false }
}

/// A character with Ctrl.
pub const fn ctrl(c: char) -> Chord {
    Chord { code: KeyCode::Char(c), control: true }
}

/// A key with a name of its own.
pub const fn named(code: KeyCode) -> Chord {
    Chord { code, control: false }
}

impl Chord {
    /// What a key event means: full width as plain, capitals as small, Alt with a digit as the function key.
    pub fn of(key: KeyEvent) -> Chord {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        let code = match key.code {
            KeyCode::Char(c) => plain(c),
            code => code,
        };
        match code {
            KeyCode::Char(digit @ '1'..='9') if key.modifiers.contains(KeyModifiers::ALT) => f(digit as u8 - b'0'),
            // Esc and a 0 that arrive together look like it: nobody leaves by that.
            KeyCode::Char('0') if key.modifiers.contains(KeyModifiers::ALT) => named(KeyCode::Null),
            code => Chord { code, control },
        }
    }

    /// Whether it is a character that a text field would take.
    pub fn is_character(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.control
    }

    /// How it is called on the screen.
    pub fn name(self) -> String {
        match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) if self.control => format!("Ctrl-{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            code => format!("{code:?}"),
        }
    }
}

/// A character as a command: plain width and small.
fn plain(c: char) -> KeyCode {
    let folded = fold_width(c.encode_utf8(&mut [0; 4]));
    let folded = match c {
        '。' => '.',
        // What the key of the slash gives where a Chinese input method is on.
        '、' => '/',
        _ => folded.chars().next().unwrap_or(c),
    };
    KeyCode::Char(folded.to_ascii_lowercase())
}

/// Key sequences torn apart: over a slow line the rest of one (`[B`, `[3~`) may come as letters after an Esc of its own.
/// A digit in it must not choose "throw away" or open another tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Torn {
    /// Nothing is going on.
    #[default]
    No,
    /// The last key was Esc.
    AfterEsc,
    /// Inside the rest of a sequence.
    Inside,
}

impl Torn {
    /// Takes note of a key; true if it is the rest of a sequence and no key at all.
    pub fn swallows(&mut self, key: KeyEvent) -> bool {
        let before = std::mem::replace(self, Torn::No);
        *self = match (before, key.code) {
            (_, KeyCode::Esc) => Torn::AfterEsc,
            (Torn::AfterEsc, KeyCode::Char('[' | 'O')) => Torn::Inside,
            (Torn::Inside, KeyCode::Char('0'..='9' | ';')) => Torn::Inside,
            (Torn::Inside, KeyCode::Char(_)) => return true,
            _ => Torn::No,
        };
        *self == Torn::Inside
    }
}

/// The digit that a key means, full width or not.
pub fn digit(key: KeyEvent) -> Option<usize> {
    match Chord::of(key) {
        Chord { code: KeyCode::Char(c), control: false } => c.to_digit(10).map(|digit| digit as usize),
        _ => None,
    }
}

/// A word of the screen, chosen by language.
pub type Label = fn(&Screen) -> &'static str;

/// One row of a table of commands.
#[derive(Clone, Copy)]
pub struct Binding<C: 'static> {
    /// The keys; the first is the one that is shown.
    pub chords: &'static [Chord],
    /// What they do.
    pub command: C,
    /// What that is called.
    pub label: Label,
    /// Whether the footer tells of it.
    pub footer: bool,
    /// The action that it begins, by name; empty where it begins none. Not every role may (SEC-02).
    pub opens: &'static str,
}

impl<C: Copy> Binding<C> {
    /// It begins this action: not told of in the footer to roles that may not, and grey in the palette.
    pub const fn opening(self, action: &'static str) -> Binding<C> {
        Binding { opens: action, ..self }
    }
}

/// One row of a table.
pub const fn bind<C>(chords: &'static [Chord], command: C, label: Label) -> Binding<C> {
    Binding { chords, command, label, footer: false, opens: "" }
}

/// One row of a table that the footer shows too.
pub const fn shown<C>(chords: &'static [Chord], command: C, label: Label) -> Binding<C> {
    Binding { chords, command, label, footer: true, opens: "" }
}

/// A row of whichever table, for footer, help and palette.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The keys.
    pub chords: &'static [Chord],
    /// What they do, in words.
    pub label: Label,
    /// Whether the footer tells of it.
    pub footer: bool,
    /// The action that it begins; empty where it begins none.
    pub opens: &'static str,
}

impl Row {
    /// The roles that may, if this one may not (SEC-02).
    pub fn closed_to(&self, role: Role) -> Option<&'static [Role]> {
        let roles = may_open(self.opens);
        (!roles.contains(&role)).then_some(roles)
    }
}

/// A table without its commands; the places stay.
pub fn rows<C>(table: &'static [Binding<C>]) -> Vec<Row> {
    let row = |row: &Binding<C>| Row { chords: row.chords, label: row.label, footer: row.footer, opens: row.opens };
    table.iter().map(row).collect()
}

/// The place in a table of the row to which a key belongs.
pub fn find(rows: &[Row], chord: Chord) -> Option<usize> {
    rows.iter().position(|row| row.chords.contains(&chord))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_of_an_input_method_is_a_digit() {
        let key = KeyEvent::from(KeyCode::Char('１'));
        assert_eq!(Chord::of(key), ch('1'));
        assert_eq!(digit(key), Some(1));
        assert_eq!(Chord::of(KeyEvent::from(KeyCode::Char('：'))), ch(':'));
    }

    #[test]
    fn alt_and_a_digit_is_the_function_key() {
        let alt = |c| Chord::of(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT));
        assert_eq!(alt('2'), f(2));
        assert_ne!(alt('0'), f(10));
    }
}
