//! What reaches the program from outside: keys, pastes, sizes, signals, changed files and the passing of time, from
//! one blocking call. It must not know what any of it means, and it never writes to the terminal's picture.

mod burst;
mod keys;
mod parser;
mod signals;
mod watch;

pub(crate) use keys::QUESTION_ROW;
pub use signals::arm_watchdog;

use crate::tui::terminal;
use crossterm::event::KeyEvent;
use parser::Parser;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, OwnedFd};
use signals::Signals;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};
use watch::FileWatch;

/// One thing the loop has to answer. What it asks of the screen itself, `Screen::heed` does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key. SHIFT is not set for characters: the character itself says it.
    Key(KeyEvent),
    /// Text that came in one go: bracketed, or a burst too fast for fingers. Fields take it, lists ignore it.
    Paste {
        /// At most a megabyte, breaks as `\n`; not cleaned of control characters.
        text: String,
        /// There was more, and it was dropped.
        cut: bool,
    },
    /// The window has another size.
    Resize,
    /// A file of the database may have been written, by whomever: look whether it says something new.
    FilesChanged,
    /// The deadline given to `next` has passed.
    Deadline,
    /// The program was stopped and goes on: the whole picture must be drawn again.
    Continued,
    /// The terminal draws characters of ambiguous width two cells wide (answer to the question at the start).
    WideAmbiguous,
    /// The terminal is gone. It stays gone: save what is typed and end within half a second.
    Lost,
    /// Asked to end (SIGTERM, SIGINT): save what is typed and end within half a second.
    Terminate,
}

/// The sources, ready to be waited for. There may be one per process, since it holds the signals.
#[derive(Debug)]
pub struct Events {
    tty: OwnedFd,
    signals: Signals,
    files: Option<FileWatch>,
    parser: Parser,
    ready: VecDeque<Input>,
    lost: bool,
}

impl Events {
    /// Listens to the terminal that was entered and to signals.
    ///
    /// # Errors
    /// When the terminal's descriptor or the signal pipes cannot be made.
    pub fn open() -> io::Result<Events> {
        let tty = terminal::tty()?;
        let signals = Signals::listen(&tty)?;
        Ok(Events::of(tty, signals, None))
    }

    /// Listens to the folder of `database` as well. What was written before counts as changed. A folder that cannot be
    /// watched is not an error: changes are then seen only at the next key.
    pub fn watch(&mut self, database: &Path) {
        self.files = FileWatch::on(database).ok();
        self.ready.push_back(Input::FilesChanged);
    }

    fn of(tty: OwnedFd, signals: Signals, files: Option<FileWatch>) -> Events {
        Events { tty, signals, files, parser: Parser::default(), ready: VecDeque::new(), lost: false }
    }

    /// Waits for the next input, at most until `deadline`. Without input and deadline it sleeps and costs nothing.
    pub fn next(&mut self, deadline: Option<Instant>) -> Input {
        loop {
            if let Some(signal) = self.signal() {
                return signal;
            }
            if let Some(input) = self.ready.pop_front() {
                return input;
            }
            if self.lost {
                return Input::Lost;
            }
            let due = self.files.as_ref().and_then(FileWatch::due);
            let wake = [deadline, self.parser.deadline(), due].into_iter().flatten().min();
            if self.wait(wake) {
                continue;
            }
            let now = Instant::now();
            self.parser.expire(now, &mut self.ready);
            if !self.ready.is_empty() {
                continue;
            }
            if self.files.as_mut().is_some_and(|files| files.take_due(now)) {
                return Input::FilesChanged;
            }
            if deadline.is_some_and(|deadline| deadline <= now) {
                return Input::Deadline;
            }
        }
    }

    /// True if the next input is here already, so that the frame before it need not be drawn.
    pub fn has_more(&self) -> bool {
        !self.ready.is_empty()
    }

    /// Stops the program as Ctrl-Z does elsewhere, where a shell can start it again. Returns when it goes on.
    pub fn suspend(&mut self) {
        terminal::stop();
        self.ready.push_back(Input::Continued);
    }

    fn signal(&mut self) -> Option<Input> {
        if self.signals.hang_up() {
            self.lose();
            return Some(Input::Lost);
        }
        if self.signals.end() {
            return Some(Input::Terminate);
        }
        if self.signals.stop() {
            terminal::stop();
            self.signals.go_on();
            return Some(Input::Continued);
        }
        if self.signals.go_on() {
            terminal::resume();
            return Some(Input::Continued);
        }
        self.signals.size().then_some(Input::Resize)
    }

    fn lose(&mut self) {
        self.lost = true;
        self.ready.clear();
        arm_watchdog();
    }

    /// Waits and reads. True if new keys are ready or a signal came, so that time need not be looked at.
    fn wait(&mut self, wake: Option<Instant>) -> bool {
        let limit = wake.map(|wake| timespec(wake.saturating_duration_since(Instant::now())));
        let (tty, signal, files) = {
            let mut fds = vec![
                PollFd::new(&self.tty, PollFlags::IN),
                PollFd::from_borrowed_fd(self.signals.as_fd(), PollFlags::IN),
            ];
            if let Some(files) = &self.files {
                fds.push(PollFd::from_borrowed_fd(files.as_fd(), PollFlags::IN));
            }
            // Interrupted: the signal has left its mark and its byte in the pipe.
            if poll(&mut fds, limit.as_ref()).is_err() {
                return true;
            }
            (fds[0].revents(), !fds[1].revents().is_empty(), fds.get(2).is_some_and(|fd| !fd.revents().is_empty()))
        };
        if signal {
            self.signals.drain();
        }
        if files && !self.files.as_mut().is_some_and(|files| files.read(Instant::now())) {
            self.files = None;
        }
        if tty.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            self.lose();
        } else if tty.contains(PollFlags::IN) {
            self.read_tty();
            // Bytes without a whole key are no reason to let time stand still in a flood.
            return signal || !self.ready.is_empty();
        }
        signal || self.lost
    }

    fn read_tty(&mut self) {
        let mut bytes = [0; 16 * 1024];
        match rustix::io::read(&self.tty, &mut bytes) {
            Ok(0) => self.lose(),
            Ok(n) => self.parser.feed(&bytes[..n], Instant::now(), &mut self.ready),
            Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => {}
            Err(_) => self.lose(),
        }
    }
}

fn timespec(wait: Duration) -> Timespec {
    // A millisecond of grace, so that the wake-up is not just before what it waits for.
    let wait = if wait.is_zero() { wait } else { wait + Duration::from_millis(1) };
    Timespec { tv_sec: i64::try_from(wait.as_secs()).unwrap_or(i64::MAX), tv_nsec: i64::from(wait.subsec_nanos()) }
}

#[cfg(test)]
mod tests;
