//! Bytes of the terminal into inputs: keeps what is unfinished, knows pastes and bursts, and when waiting must end.
//! It must not read anything nor look at the clock: bytes and times are arguments.

use super::Input;
use super::burst::{Gather, Kind, burst_length, text_length};
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
        self.pending.extend_from_slice(bytes);
        self.last = Some(now);
        while !self.pending.is_empty() {
            let used = match self.gather.as_ref().map(|gather| gather.kind) {
                Some(Kind::Bracketed) => self.feed_bracketed(out),
                Some(Kind::Burst) => self.feed_burst(out),
                None => self.feed_keys(out),
            };
            if used == 0 {
                break;
            }
            self.pending.drain(..used);
        }
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

    fn feed_keys(&mut self, out: &mut VecDeque<Input>) -> usize {
        if burst_length(&self.pending).is_some() {
            self.gather = Some(Gather::new(Kind::Burst));
            return self.feed_burst(out);
        }
        match keys::decode(&self.pending) {
            Step::Key(key, used) => {
                out.push_back(Input::Key(key));
                used
            }
            Step::WideAmbiguous(used) => {
                out.push_back(Input::WideAmbiguous);
                used
            }
            Step::PasteBegins(used) => {
                self.gather = Some(Gather::new(Kind::Bracketed));
                used
            }
            Step::Nothing(used) => used,
            Step::More => 0,
        }
    }

    /// Text goes on; anything else ends the burst. Returns the bytes used, 0 if more must come.
    fn feed_burst(&mut self, out: &mut VecDeque<Input>) -> usize {
        let length = text_length(&self.pending);
        if length == 0 && keys::is_unfinished_character(&self.pending) {
            return 0;
        }
        if let Some(gather) = &mut self.gather {
            gather.push(&self.pending[..length]);
        }
        if length == 0 {
            out.extend(self.gather.take().and_then(Gather::finish));
            return self.feed_keys(out);
        }
        length
    }

    fn feed_bracketed(&mut self, out: &mut VecDeque<Input>) -> usize {
        let end = find(&self.pending, PASTE_END);
        let text = end.unwrap_or_else(|| self.pending.len() - begun_end(&self.pending));
        if let Some(gather) = &mut self.gather {
            gather.push(&self.pending[..text]);
        }
        if end.is_none() {
            return text;
        }
        out.extend(self.gather.take().and_then(Gather::finish));
        text + PASTE_END.len()
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

/// How many bytes at the end may be the beginning of the paste's end.
fn begun_end(bytes: &[u8]) -> usize {
    (1..PASTE_END.len()).rev().find(|&n| bytes.ends_with(&PASTE_END[..n])).unwrap_or(0)
}
