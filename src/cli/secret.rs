//! A secret typed at the keyboard: asked for twice and not seen, or the first line of standard input. Must not keep it.
use super::trouble::Trouble;
use crate::locales::screen::Screen;
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};
use std::io::{IsTerminal, Read, Write, stderr, stdin};

/// What Ctrl-C sends while signals are off: the line ends, and the way back of the terminal is not missed.
const INTERRUPT: char = '\u{3}';

/// The terminal as it was, while what is typed is not shown.
struct Unseen {
    before: Termios,
}

impl Unseen {
    fn begin() -> std::io::Result<Unseen> {
        let before = tcgetattr(stdin())?;
        let mut quiet = before.clone();
        quiet.local_modes.remove(LocalModes::ECHO | LocalModes::ISIG);
        quiet.special_codes[SpecialCodeIndex::VEOL] = INTERRUPT as u8;
        tcsetattr(stdin(), OptionalActions::Flush, &quiet)?;
        Ok(Unseen { before })
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.before);
    }
}

/// Reads a new PIN.
pub(super) fn read(s: &Screen) -> Result<String, Trouble> {
    if !stdin().is_terminal() {
        return line();
    }
    let first = ask(s.new_pin_ask)?;
    if ask(s.pin_again)? != first {
        return Err(Trouble::told(s.pins_differ));
    }
    Ok(first)
}

fn ask(words: &str) -> Result<String, Trouble> {
    let unseen = Unseen::begin()?;
    write!(stderr(), "{words} ")?;
    let typed = line();
    drop(unseen);
    writeln!(stderr())?;
    // As the shell says it of a program that was interrupted.
    if typed.as_ref().is_ok_and(|typed| typed.contains(INTERRUPT)) { std::process::exit(130) } else { typed }
}

fn line() -> Result<String, Trouble> {
    let (mut input, mut typed, mut byte) = (stdin().lock(), Vec::new(), [0]);
    while input.read(&mut byte)? > 0 && byte != *b"\n" {
        typed.extend(byte);
        if char::from(byte[0]) == INTERRUPT {
            break;
        }
    }
    Ok(String::from_utf8_lossy(&typed).trim_end_matches('\r').to_owned())
}
