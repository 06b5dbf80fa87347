//! Bytes of the terminal into inputs: keeps what is unfinished, knows pastes and bursts, and when waiting must end.
//! It must not read anything nor look at the clock: bytes and times are arguments.

use super::Input;
use super::burst::{Gather, Kind, is_burst, text_length};
use super::keys::{self, Step};
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// A lone ESC is the Esc key after this. Over slow lines the rest of an arrow key comes some 20 ms later.
const ESCAPE_WAIT: Duration = Duration::from_millis(40);
/// A sequence that was begun and stays unfinished is dropped after this.
const SEQUENCE_WAIT: Duration = Duration::from_millis(200);
/// A burst has ended when nothing came for this long.
const BURST_WAIT: Duration = Duration::from_millis(25);
/// A bracketed paste whose end does not come is taken as ended after this silence.
const PASTE_WAIT: Duration = Duration::from_millis(1000);
/// No key and no report is longer; what is longer is rubbish.
const LONGEST_SEQUENCE: usize = 4096;

const PASTE_END: &[u8] = b"\x1b[201~";

/// The reader of bytes.
#[derive(Debug, Default)]
pub(super) struct Parser {
    pending: Vec<u8>,
    gather: Option<Gather>,
    last: Option<Instant>,
}

impl Parser {
    /// Takes the bytes of one read; what they mean is added to `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], now: Instant, out: &mut VecDeque<Input>) {
        let mut bytes = [self.pending.as_slice(), bytes].concat();
        self.last = Some(now);
        let mut at = 0;
        // How far the bytes are known to be typed and not a burst; judged once for a run, not once for a key.
        let mut typed = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            if self.gather.is_none() && at >= typed {
                typed = at + text_length(rest);
                self.gather = is_burst(&bytes[at..typed]).then(|| Gather::new(Kind::Burst));
            }
            let used = match self.gather.as_ref().map(|gather| gather.kind) {
                Some(Kind::Bracketed) => self.feed_bracketed(rest, out),
                Some(Kind::Burst) => self.feed_burst(rest, out),
                None => self.feed_keys(rest, out),
            };
            let Some(used) = used else { break };
            at += used;
        }
        bytes.drain(..at);
        self.pending = bytes;
        if self.pending.len() > LONGEST_SEQUENCE {
            self.pending.clear();
        }
    }

    /// When waiting for more must end, if anything is unfinished.
    pub(super) fn deadline(&self) -> Option<Instant> {
        let wait = match (&self.gather, self.pending.as_slice()) {
            (Some(gather), _) if gather.kind == Kind::Bracketed => PASTE_WAIT,
            (Some(_), _) => BURST_WAIT,
            (None, []) => return None,
            (None, [0x1b]) => ESCAPE_WAIT,
            (None, _) => SEQUENCE_WAIT,
        };
        self.last.map(|last| last + wait)
    }

    /// Ends what has waited too long at `now`. Call it only when nothing more can be read.
    pub(super) fn expire(&mut self, now: Instant, out: &mut VecDeque<Input>) {
        if self.deadline().is_none_or(|deadline| now < deadline) {
            return;
        }
        if let Some(gather) = self.gather.take() {
            out.extend(gather.finish());
        } else if let Some(key) = keys::of_unfinished(&self.pending) {
            out.push_back(Input::Key(key));
        }
        self.pending.clear();
    }

    /// Takes one key. This and its two sisters return the bytes used, or none if more must come first.
    fn feed_keys(&mut self, bytes: &[u8], out: &mut VecDeque<Input>) -> Option<usize> {
        match keys::decode(bytes) {
            Step::Key(key, used) => {
                out.push_back(Input::Key(key));
                Some(used)
            }
            Step::WideAmbiguous(used) => {
                out.push_back(Input::WideAmbiguous);
                Some(used)
            }
            Step::PasteBegins(used) => {
                self.gather = Some(Gather::new(Kind::Bracketed));
                Some(used)
            }
            Step::Nothing(used) => Some(used),
            Step::More => None,
        }
    }

    /// Text goes on; anything else ends the burst.
    fn feed_burst(&mut self, bytes: &[u8], out: &mut VecDeque<Input>) -> Option<usize> {
        let length = text_length(bytes);
        if length == 0 && keys::is_unfinished_character(bytes) {
            return None;
        }
        if length == 0 {
            out.extend(self.gather.take().and_then(Gather::finish));
        } else if let Some(gather) = &mut self.gather {
            gather.push(&bytes[..length]);
        }
        Some(length)
    }

    fn feed_bracketed(&mut self, bytes: &[u8], out: &mut VecDeque<Input>) -> Option<usize> {
        let end = find(bytes, PASTE_END);
        let text = end.unwrap_or_else(|| bytes.len() - begun_end(bytes));
        if let Some(gather) = &mut self.gather {
            gather.push(&bytes[..text]);
        }
        if end.is_none() {
            return (text > 0).then_some(text);
        }
        out.extend(self.gather.take().and_then(Gather::finish));
        Some(text + PASTE_END.len())
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// How many bytes at the end may be the beginning of the paste's end.
fn begun_end(bytes: &[u8]) -> usize {
    (1..PASTE_END.len()).rev().find(|&n| bytes.ends_with(&PASTE_END[..n])).unwrap_or(0)
}
