//! The screen behind a pseudo-terminal, shared by the thread that fills it and the test that looks at it.
//! It must not know of processes.

use std::num::NonZeroU16;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use vt100::{Callbacks, Parser, Screen};

/// A screen, what was written to it, and a bell for those who wait for it to change.
pub struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: Parser<Answers>,
    written: Vec<u8>,
    stopped: bool,
}

/// What the terminal answers to the program's questions, until it is sent.
#[derive(Default)]
struct Answers(Vec<u8>);

impl Callbacks for Answers {
    fn unhandled_csi(&mut self, screen: &mut Screen, i1: Option<u8>, _: Option<u8>, params: &[&[u16]], c: char) {
        let first = params.first().and_then(|param| param.first()).copied().unwrap_or(0);
        match (i1, first, c) {
            (None, 6, 'n') => {
                let (row, column) = screen.cursor_position();
                self.0.extend(format!("\x1b[{};{}R", row + 1, column + 1).into_bytes());
            }
            (None, 5, 'n') => self.0.extend(b"\x1b[0n"),
            (None, 0, 'c') => self.0.extend(b"\x1b[?62;22c"),
            (Some(b'?'), _, 'u') => self.0.extend(b"\x1b[?0u"),
            _ => {}
        }
    }
}

impl Shared {
    pub fn new((columns, rows): (u16, u16)) -> Self {
        let parser = Parser::new_with_callbacks(at_least_one(rows), at_least_one(columns), 0, Answers::default());
        Self { state: Mutex::new(State { parser, written: Vec::new(), stopped: false }), changed: Condvar::new() }
    }

    /// Takes what the program wrote; gives what the terminal answers, or nothing once the line is to close.
    pub fn take(&self, chunk: &[u8]) -> Option<Vec<u8>> {
        let mut state = self.lock();
        if state.stopped {
            return None;
        }
        state.written.extend_from_slice(chunk);
        state.parser.process(chunk);
        self.changed.notify_all();
        Some(std::mem::take(&mut state.parser.callbacks_mut().0))
    }

    /// Whether the screen came to be so within `patience`.
    pub fn wait_until(&self, patience: Duration, is_so: impl Fn(&Screen) -> bool) -> bool {
        let state = self.lock();
        let (_state, outcome) = self
            .changed
            .wait_timeout_while(state, patience, |state| !is_so(state.parser.screen()))
            .expect("the reader has not failed");
        !outcome.timed_out()
    }

    /// Waits until nothing was written for `quiet`, `at_most` in all.
    pub fn settle(&self, quiet: Duration, at_most: Duration) {
        let end = Instant::now() + at_most;
        let mut state = self.lock();
        while Instant::now() < end {
            let before = state.written.len();
            let (after, _) = self
                .changed
                .wait_timeout_while(state, quiet, |state| state.written.len() == before)
                .expect("the reader has not failed");
            state = after;
            if state.written.len() == before {
                break;
            }
        }
    }

    pub fn resize(&self, (columns, rows): (u16, u16)) {
        self.lock().parser.set_size(at_least_one(rows), at_least_one(columns));
    }

    pub fn snapshot(&self) -> Screen {
        self.lock().parser.screen().clone()
    }

    pub fn bytes_written(&self) -> u64 {
        self.lock().written.len() as u64
    }

    pub fn written(&self) -> Vec<u8> {
        self.lock().written.clone()
    }

    /// From now on nothing is taken any more.
    pub fn stop(&self) {
        self.lock().stopped = true;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("the reader has not failed")
    }
}

/// The rows as text, without trailing blanks.
pub fn rows(screen: &Screen) -> Vec<String> {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).map(|row| row.trim_end().to_owned()).collect()
}

fn at_least_one(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).unwrap_or(NonZeroU16::MIN)
}
