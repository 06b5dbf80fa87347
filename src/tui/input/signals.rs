//! Signals as marks and a pipe to wait on, and the watchdog that ends the process when its loop is stuck.
//! It must not know what the program would still like to do.

use crate::tui::terminal;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// What the loop gets to save a draft and end by itself.
const GRACE: Duration = Duration::from_millis(500);
/// What giving the terminal back may take on a line that does not move.
const RESTORE_GRACE: Duration = Duration::from_millis(100);
/// The exit status of a process ended by the watchdog: 128 and SIGTERM, as a shell would report it.
const STUCK_STATUS: i32 = 143;

static WATCHDOG: OnceLock<PipeWriter> = OnceLock::new();

/// The marks the signals leave.
#[derive(Debug)]
pub(super) struct Signals {
    pipe: PipeReader,
    /// Kept open, or the reading end would count as ended.
    _bell: PipeWriter,
    hang_up: Arc<AtomicBool>,
    end: Arc<AtomicBool>,
    stop: Arc<AtomicBool>,
    go_on: Arc<AtomicBool>,
    size: Arc<AtomicBool>,
}

impl Signals {
    /// Takes over the signals and starts the watchdog over `tty`.
    pub(super) fn listen(tty: &OwnedFd) -> io::Result<Signals> {
        let (pipe, bell) = io::pipe()?;
        let (watchdog, leash) = io::pipe()?;
        for signal in [SIGHUP, SIGTERM, SIGINT] {
            signal_hook::low_level::pipe::register(signal, OwnedFd::from(leash.try_clone()?))?;
        }
        let tty = tty.try_clone()?;
        std::thread::Builder::new().name("watchdog".to_owned()).spawn(move || watch(watchdog, &tty))?;
        let _ = WATCHDOG.set(leash);
        Ok(Signals {
            hang_up: mark(&[SIGHUP], &bell)?,
            end: mark(&[SIGTERM, SIGINT], &bell)?,
            stop: mark(&[SIGTSTP], &bell)?,
            go_on: mark(&[SIGCONT], &bell)?,
            size: mark(&[SIGWINCH], &bell)?,
            pipe,
            _bell: bell,
        })
    }

    /// No signal at all, for tests: a test must not take the signals of the whole test process.
    #[cfg(test)]
    pub(super) fn listen_quietly() -> io::Result<Signals> {
        let (pipe, bell) = io::pipe()?;
        let quiet = || mark(&[], &bell);
        Ok(Signals {
            hang_up: quiet()?,
            end: quiet()?,
            stop: quiet()?,
            go_on: quiet()?,
            size: quiet()?,
            pipe,
            _bell: bell,
        })
    }

    pub(super) fn drain(&mut self) {
        let _ = self.pipe.read(&mut [0; 256]);
    }

    pub(super) fn hang_up(&self) -> bool {
        self.hang_up.swap(false, Ordering::SeqCst)
    }

    pub(super) fn end(&self) -> bool {
        self.end.swap(false, Ordering::SeqCst)
    }

    pub(super) fn stop(&self) -> bool {
        self.stop.swap(false, Ordering::SeqCst)
    }

    pub(super) fn go_on(&self) -> bool {
        self.go_on.swap(false, Ordering::SeqCst)
    }

    pub(super) fn size(&self) -> bool {
        self.size.swap(false, Ordering::SeqCst)
    }
}

impl AsFd for Signals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.pipe.as_fd()
    }
}

/// A mark set by any of `signals`, which then ring the bell: in this order, or the loop could sleep over the mark.
fn mark(signals: &[i32], bell: &PipeWriter) -> io::Result<Arc<AtomicBool>> {
    let mark = Arc::new(AtomicBool::new(false));
    for signal in signals {
        signal_hook::flag::register(*signal, Arc::clone(&mark))?;
        signal_hook::low_level::pipe::register(*signal, OwnedFd::from(bell.try_clone()?))?;
    }
    Ok(mark)
}

/// Starts the half second after which the process is ended. Also called where the terminal was found lost.
pub fn arm_watchdog() {
    if let Some(mut leash) = WATCHDOG.get() {
        let _ = leash.write_all(b"!");
    }
}

/// Sleeps until a signal to end, a call of `arm_watchdog` or a hang-up of the terminal; the loop may be stuck in a
/// write or a query and see none of these.
fn watch(pipe: PipeReader, tty: &OwnedFd) {
    loop {
        let mut fds = [PollFd::new(&pipe, PollFlags::IN), PollFd::new(tty, PollFlags::empty())];
        if poll(&mut fds, None).is_ok() {
            break;
        }
    }
    std::thread::sleep(GRACE);
    let restorer = std::thread::Builder::new().spawn(terminal::restore);
    std::thread::sleep(RESTORE_GRACE);
    drop(restorer);
    // At once: handlers at exit might wait for the thread that is stuck.
    signal_hook::low_level::exit(STUCK_STATUS);
}
