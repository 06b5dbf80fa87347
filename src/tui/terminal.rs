//! Taking the terminal and giving it back, whatever happens, and the screen the program draws on.
//! It must not know keys, nor what is drawn.

use crate::tui::backend::{Colors, LeanBackend, Look, settle_wide};
use crate::tui::input::{Input, QUESTION_ROW};
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use rustix::process::{self, Signal};
use rustix::termios::{self, OptionalActions, QueueSelector, Termios};
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Alternate screen, bracketed paste, no automatic wrapping: a misjudged width then spoils one row and not two.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?7l";
/// Everything back: plain ink, end of a synchronized frame that was cut short, wrapping, paste, cursor, main screen.
const LEAVE: &[u8] = b"\x1b[m\x1b[?2026l\x1b[?7h\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// The setting for characters of ambiguous width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AmbiguousWidth {
    /// Ask the terminal. The question goes out before the first frame and nobody waits for the answer: where it is
    /// "two cells", it comes as `Input::WideAmbiguous`, and the picture is drawn anew with stand-ins.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

/// The terminal as it was before; there is one, and the panic hook and the watchdog need to reach it.
static HELD: Mutex<Option<Held>> = Mutex::new(None);

struct Held {
    tty: OwnedFd,
    before: Termios,
    inside: bool,
}

fn held() -> MutexGuard<'static, Option<Held>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Another descriptor of the terminal that was entered.
///
/// # Errors
/// When none was entered.
pub fn tty() -> io::Result<OwnedFd> {
    match held().as_ref() {
        Some(held) => Ok(held.tty.try_clone()?),
        None => Err(io::Error::new(io::ErrorKind::NotConnected, "the terminal has not been entered")),
    }
}

/// Gives the terminal back. Safe to call at any time, any number of times, from a panic hook too.
pub fn restore() {
    let Some(tty) = leave_modes() else { return };
    let _ = write_all(&tty, LEAVE);
}

/// Takes the terminal again after `restore` or after somebody else changed its modes.
pub fn resume() {
    // The lock is not kept while a slow line takes the bytes: the watchdog may need it.
    let taken = held().as_mut().and_then(|held| {
        held.inside = true;
        Some((held.tty.try_clone().ok()?, held.before.clone()))
    });
    if let Some((tty, before)) = taken {
        let _ = enter(&tty, &before);
    }
}

/// Gives the terminal back, stops this process, and takes the terminal again once it goes on. Does nothing where no
/// shell could start the process again (a forced command, a window of its own).
pub fn stop() {
    let ours = process::getsid(None).ok();
    let parents = process::getppid().and_then(|parent| process::getsid(Some(parent)).ok());
    if ours.is_none() || ours == Some(process::getpid()) || ours != parents {
        return;
    }
    restore();
    let _ = process::kill_process(process::getpid(), Signal::STOP);
    resume();
}

fn leave_modes() -> Option<OwnedFd> {
    let mut guard = held();
    let held = guard.as_mut().filter(|held| held.inside)?;
    held.inside = false;
    // The rest of a paste, or an answer of the terminal to us, is not for the shell.
    let _ = termios::tcflush(&held.tty, QueueSelector::IFlush);
    let _ = termios::tcsetattr(&held.tty, OptionalActions::Now, &held.before);
    held.tty.try_clone().ok()
}

fn enter(tty: &OwnedFd, before: &Termios) -> io::Result<()> {
    let mut raw = before.clone();
    raw.make_raw();
    termios::tcsetattr(tty, OptionalActions::Now, &raw)?;
    write_all(tty, ENTER)
}

/// Writes everything, also to a terminal that somebody has set to not blocking.
fn write_all(tty: &OwnedFd, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(tty, bytes) {
            Ok(n) => bytes = &bytes[n..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let _ = poll(&mut [PollFd::new(tty, PollFlags::OUT)], None);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// The terminal as a place for bytes.
#[derive(Debug)]
pub struct Tty(OwnedFd);

impl Write for Tty {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write_all(&self.0, bytes).map(|()| bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The screen of the program. Dropping it gives the terminal back.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<LeanBackend<Tty>>,
}

impl Screen {
    /// Takes the terminal: standard input if it is one, else the controlling terminal.
    ///
    /// # Errors
    /// When there is no terminal or it refuses raw mode.
    pub fn enter(colors: Colors, ambiguous: AmbiguousWidth, synchronized: bool) -> io::Result<Screen> {
        let tty = find_tty()?;
        let out = Tty(tty.try_clone()?);
        let before = termios::tcgetattr(&tty)?;
        let size = size_of(&tty);
        *held() = Some(Held { tty: tty.try_clone()?, before: before.clone(), inside: true });
        let look = Look { colors, wide_ambiguous: ambiguous == AmbiguousWidth::Wide, synchronized };
        // From here on, whatever fails gives the terminal back.
        let entered = enter(&tty, &before).and_then(|()| match ambiguous {
            // The frame that follows in the next write covers the character.
            AmbiguousWidth::Auto => write_all(&tty, format!("\x1b[{QUESTION_ROW}H①\x1b[6n").as_bytes()),
            _ => Ok(()),
        });
        let terminal = entered.and_then(|()| Terminal::new(LeanBackend::new(out, size, look)));
        terminal.map(|terminal| Screen { terminal }).inspect_err(|_| restore())
    }

    /// Draws one frame: one write, or none if nothing differs. The size is looked up each time.
    ///
    /// # Errors
    /// When the terminal is gone; `Events::next` will say `Lost` as well.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let backend = self.terminal.backend_mut();
        let size = size_of(&backend.writer_mut().0);
        backend.take_size(size);
        self.terminal.draw(|frame| {
            picture(frame);
            settle_wide(frame.buffer_mut());
        })?;
        Ok(())
    }

    /// Does what an input asks of the screen itself, whatever the program makes of it besides. Every input goes through
    /// here before the next frame.
    pub fn heed(&mut self, input: &Input) {
        match input {
            // Between two looks the size may have changed and changed back: the picture is spoilt all the same.
            Input::Resize | Input::Continued => self.repaint(),
            Input::WideAmbiguous => self.assume_wide(),
            _ => {}
        }
    }

    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    pub fn repaint(&mut self) {
        // Clearing writes nothing here and asks nothing: the backend only forgets.
        let _ = self.terminal.clear();
    }

    /// Writes one-cell stand-ins for characters of ambiguous width from now on.
    fn assume_wide(&mut self) {
        let backend = self.terminal.backend_mut();
        let look = Look { wide_ambiguous: true, ..backend.look() };
        backend.take_look(look);
        self.repaint();
    }

    /// Rings the terminal's bell.
    pub fn ring(&mut self) {
        let _ = self.terminal.backend_mut().writer_mut().write_all(b"\x07");
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

fn find_tty() -> io::Result<OwnedFd> {
    let input = rustix::stdio::stdin();
    if termios::isatty(input) {
        return input.try_clone_to_owned();
    }
    let file = std::fs::OpenOptions::new().read(true).write(true).open("/dev/tty")?;
    Ok(file.into())
}

/// The size in cells; 80×24 where the terminal does not know (a serial line).
fn size_of(tty: &OwnedFd) -> Size {
    match termios::tcgetwinsize(tty) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size::new(size.ws_col, size.ws_row),
        _ => Size::new(80, 24),
    }
}
