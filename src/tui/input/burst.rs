//! Text that comes faster than fingers: what counts as a burst, and the capped store for pasted text.
//! It must not know keys or sequences.

use super::Input;

/// So many characters in one read are no typing.
const BURST_CHARACTERS: usize = 9;
/// What is kept of a paste, in bytes.
pub(super) const PASTE_KEPT: usize = 1_000_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Bracketed,
    Burst,
}

/// Pasted text on its way.
#[derive(Debug)]
pub(super) struct Gather {
    pub(super) kind: Kind,
    text: Vec<u8>,
    cut: bool,
}

impl Gather {
    pub(super) fn new(kind: Kind) -> Gather {
        Gather { kind, text: Vec::new(), cut: false }
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        let room = PASTE_KEPT - self.text.len();
        self.cut |= bytes.len() > room;
        self.text.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }

    /// The paste as an input; an empty one is nothing.
    pub(super) fn finish(mut self) -> Option<Input> {
        if self.cut {
            // The cap may have gone through a character.
            let whole = self.text.utf8_chunks().map(|chunk| chunk.valid().len() + chunk.invalid().len()).sum::<usize>();
            let torn = self.text.utf8_chunks().last().map_or(0, |chunk| chunk.invalid().len());
            self.text.truncate(whole - torn);
        }
        if self.text.is_empty() {
            return None;
        }
        let text = String::from_utf8_lossy(&self.text).replace("\r\n", "\n").replace('\r', "\n");
        Some(Input::Paste { text, cut: self.cut })
    }
}

/// True for a run of text with many characters that is not one key held down. A run that begins with Tab or Enter
/// begins with a key; what follows is judged by itself.
pub(super) fn is_burst(run: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(run) else {
        return false;
    };
    let shown = text.chars().filter(|c| !c.is_control()).take(BURST_CHARACTERS).count();
    let mut all = text.chars();
    match all.next() {
        Some(first) if !first.is_control() => shown == BURST_CHARACTERS && all.any(|c| c != first),
        _ => false,
    }
}

/// How many bytes at the beginning are whole printable characters, breaks and tabs.
pub(super) fn text_length(bytes: &[u8]) -> usize {
    let plain = bytes.iter().take_while(|b| is_printable(**b) || matches!(b, b'\r' | b'\n' | b'\t')).count();
    match std::str::from_utf8(&bytes[..plain]) {
        Ok(_) => plain,
        Err(error) => error.valid_up_to(),
    }
}

fn is_printable(byte: u8) -> bool {
    byte >= b' ' && byte != 0x7f
}
