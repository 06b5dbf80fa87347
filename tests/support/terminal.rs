//! A program in a real pseudo-terminal: types to it, reads its screen, resizes it, hangs up on it.
//! It must not know which program it is.

#![allow(dead_code, reason = "each test uses its own part")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a harness stops the test at the first fault and shows the screen"
)]

pub mod keys;
mod screen;

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::fs::OFlags;
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};

use keys::Step;
use screen::Shared;

/// How long things may take that should be there at once; generous, since the machine may be slow.
const PATIENCE: Duration = Duration::from_secs(10);
/// Silence after which a screen counts as settled in `play`.
const SETTLED: Duration = Duration::from_millis(60);

type Input = Arc<Mutex<Box<dyn Write + Send>>>;

/// A running program and the terminal around it. Dropping it ends the program.
pub struct Terminal {
    /// How long `wait_for` and its like wait before the test fails.
    pub patience: Duration,
    child: Box<dyn Child + Send + Sync>,
    line: Option<Line>,
    shared: Arc<Shared>,
}

/// Our end of the line. Only when all three hold nothing any more has the terminal hung up.
struct Line {
    master: Box<dyn MasterPty + Send>,
    input: Input,
    reader: JoinHandle<()>,
}

impl Terminal {
    /// Starts `program` in a terminal of `size` (columns, rows) with `folder` as its home and working folder.
    /// The environment is empty but for HOME, PATH, TERM and LANG; more is given with `env NAME=VALUE program …`.
    pub fn start(folder: &Path, program: &str, arguments: &[&str], size: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(folder);
        command.env_clear();
        command.env("HOME", folder);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        let shared = Arc::new(Shared::new(size));
        let input: Input = Arc::new(Mutex::new(pair.master.take_writer().expect("a writer")));
        let reader = spawn_reader(pair.master.try_clone_reader().expect("a reader"), &input, &shared);
        Self { child, patience: PATIENCE, line: Some(Line { master: pair.master, input, reader }), shared }
    }

    /// Types text as it stands: no key names.
    pub fn type_text(&self, text: &str) {
        self.send(text.as_bytes());
    }

    /// Presses one named key: `F2`, `Ctrl-s`, `Esc` (see `keys::key`). After Esc, wait for what it does: a key that
    /// follows at once makes Alt and that key of it.
    pub fn press(&self, name: &str) {
        self.send(&keys::key(name).unwrap_or_else(|fault| panic!("{fault}")));
    }

    /// Plays a key script (see `keys`) and lets the screen settle after each step. Made for pictures: a test says
    /// what it waits for.
    pub fn play(&self, script: &str) {
        for step in keys::parse_script(script).unwrap_or_else(|fault| panic!("{fault}")) {
            match step {
                Step::Text(text) => self.type_text(&text),
                Step::Key(bytes) => self.send(&bytes),
                Step::WaitFor(words) => self.wait_for(&words),
            }
            self.settle(SETTLED);
        }
    }

    /// Sends bytes as they are.
    pub fn send(&self, bytes: &[u8]) {
        let line = self.line.as_ref().expect("the line is up");
        let mut input = line.input.lock().unwrap();
        input.write_all(bytes).expect("the terminal takes input");
        input.flush().expect("the terminal takes input");
    }

    /// Waits until `words` stand in one row of the screen.
    pub fn wait_for(&self, words: &str) {
        self.wait_until(&format!("{words:?}"), |screen| screen::rows(screen).iter().any(|row| row.contains(words)));
    }

    /// Waits until `words` stand nowhere on the screen.
    pub fn wait_gone(&self, words: &str) {
        let gone = |screen: &vt100::Screen| !screen::rows(screen).iter().any(|row| row.contains(words));
        self.wait_until(&format!("{words:?} to go"), gone);
    }

    /// Waits until the screen is as `is_so` wants it; fails with the screen when patience ends.
    pub fn wait_until(&self, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        if !self.shared.wait_until(self.patience, is_so) {
            panic!("waited {:?} for {what}; the screen is\n{}", self.patience, self.screen().join("\n"));
        }
    }

    /// Waits until nothing has been written for `quiet`, two seconds at most.
    pub fn settle(&self, quiet: Duration) {
        self.shared.settle(quiet, Duration::from_secs(2));
    }

    /// The rows of the screen without trailing blanks; a wide character stands in its row once.
    pub fn screen(&self) -> Vec<String> {
        screen::rows(&self.snapshot())
    }

    /// The screen with colours, cursor and modes.
    pub fn snapshot(&self) -> vt100::Screen {
        self.shared.snapshot()
    }

    /// Where the cursor stands (column, row), or nothing when it is hidden.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        let screen = self.snapshot();
        let (row, column) = screen.cursor_position();
        (!screen.hide_cursor()).then_some((column, row))
    }

    /// How many bytes the program has written so far.
    pub fn bytes_written(&self) -> u64 {
        self.shared.bytes_written()
    }

    /// All bytes the program has written so far, for what a screen does not tell.
    pub fn written(&self) -> Vec<u8> {
        self.shared.written()
    }

    /// Gives the terminal another size (columns, rows); the program gets its SIGWINCH.
    pub fn resize(&self, size: (u16, u16)) {
        self.shared.resize(size);
        self.line.as_ref().expect("the line is up").master.resize(pty_size(size)).expect("the terminal takes its size");
    }

    /// Whether the terminal reads whole lines again, as a shell wants to find it.
    pub fn reads_lines(&self) -> bool {
        let modes =
            tcgetattr(self.line.as_ref().expect("the line is up").far_end()).expect("the modes of the terminal");
        modes.local_modes.contains(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Sends a signal to the program alone.
    pub fn signal(&self, signal: Signal) {
        let pid = self.child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).expect("a process id");
        kill_process(pid, signal).expect("the program takes the signal");
    }

    /// Kills the program as a power cut would: nothing is put in order.
    pub fn kill(&mut self) {
        self.signal(Signal::KILL);
        self.exit_status(PATIENCE).expect("a killed program ends");
    }

    /// Hangs up: our end of the terminal closes, without a byte sent before.
    pub fn hang_up(&mut self) {
        if let Some(line) = self.line.take() {
            line.close(&self.shared);
        }
    }

    /// How the program ended, or nothing if it has not within `within`.
    pub fn exit_status(&mut self, within: Duration) -> Option<ExitStatus> {
        let end = Instant::now() + within;
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be waited for") {
                return Some(status);
            }
            if Instant::now() >= end {
                return None;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.signal(Signal::KILL);
            let _ = self.child.wait();
        }
        self.hang_up();
    }
}

impl Line {
    /// The program's end of the terminal, opened without making it ours.
    fn far_end(&self) -> File {
        let name = self.master.tty_name().expect("the terminal has a name");
        let flags = (OFlags::NOCTTY | OFlags::NONBLOCK).bits().cast_signed();
        OpenOptions::new().read(true).write(true).custom_flags(flags).open(name).expect("the other end opens")
    }

    fn close(self, shared: &Shared) {
        let far_end = self.far_end();
        // The writer sends a line feed and the end-of-file key when it is dropped, which the program would take for
        // keys; it leaves that when there is no such key.
        if let Ok(mut modes) = tcgetattr(&far_end) {
            modes.special_codes[SpecialCodeIndex::VEOF] = 0;
            let _ = tcsetattr(&far_end, OptionalActions::Now, &modes);
        }
        // The reader holds our end too and sits in a read: one byte wakes it, and it goes.
        shared.stop();
        let _ = (&far_end).write(&[0]);
        let _ = self.reader.join();
    }
}

/// Reads all the program writes onto the screen, and answers what it asks the terminal.
fn spawn_reader(mut output: Box<dyn Read + Send>, input: &Input, shared: &Arc<Shared>) -> JoinHandle<()> {
    let (input, shared) = (Arc::clone(input), Arc::clone(shared));
    std::thread::spawn(move || {
        let mut chunk = [0; 16 * 1024];
        while let Ok(count @ 1..) = output.read(&mut chunk) {
            let Some(answer) = shared.take(&chunk[..count]) else {
                break;
            };
            if !answer.is_empty() && input.lock().unwrap().write_all(&answer).is_err() {
                break;
            }
        }
    })
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
