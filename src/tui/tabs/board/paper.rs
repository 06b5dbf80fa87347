//! The three-part sheet of an order (DSP-11): sent to the printer, or shown page by page. Must not know its fields.
use crate::tui::keymap::{Binding, Row, bind, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::io::Write;
use std::process::{Command as Process, Stdio};

/// The sheet as text, on a page of its own.
pub struct Paper {
    lines: Vec<String>,
    top: usize,
    height: usize,
}

#[derive(Clone, Copy)]
enum Command {
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Esc), named(KeyCode::Enter), named(KeyCode::Left)], Command::Back, |s| s.back),
    bind(&[named(KeyCode::Up)], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down)], Command::Down, |s| s.down),
    shown(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    shown(&[named(KeyCode::PageDown)], Command::PageDown, |s| s.page_down),
];

/// Prints the sheet of an order; without a printer it is shown, and it is said how to set one.
pub fn print(number: &str, cx: &Context<'_>) -> Vec<Msg> {
    let sheet = match cx.desk.sheet(number, cx.me) {
        Ok(sheet) => sheet,
        Err(refusal) => return vec![Msg::Fail(cx.refusal(&refusal))],
    };
    let s = &cx.words.screen;
    let text = format!("{}\n{}\n", sheet.case.number, sheet.case.matter);
    match &cx.desk.config.print {
        None => vec![Msg::Push(Box::new(Paper::new(&text))), Msg::Say(s.no_printer.to_owned())],
        Some(command) => match send_to(command, &text) {
            Ok(()) => vec![Msg::Say(format!("{} {}", s.printed, sheet.case.number))],
            Err(why) => {
                let told = s.not_printed.replacen("{}", command, 1).replacen("{}", &why, 1);
                vec![Msg::Push(Box::new(Paper::new(&text))), Msg::Fail(told)]
            }
        },
    }
}

/// Hands the sheet to the command of the settings and waits for its end; the error is what it said.
fn send_to(command: &str, sheet: &str) -> Result<(), String> {
    let mut shell = Process::new("sh");
    shell.arg("-c").arg(command).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut printer = shell.spawn().map_err(|error| error.to_string())?;
    // A command that does not read all of it says so by its end.
    let _ = printer.stdin.take().map(|mut pipe| pipe.write_all(sheet.as_bytes()));
    let ended = printer.wait_with_output().map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&ended.stderr);
    let first = said.lines().next().map_or_else(|| ended.status.to_string(), str::to_owned);
    if ended.status.success() { Ok(()) } else { Err(first) }
}

impl Paper {
    fn new(sheet: &str) -> Paper {
        Paper { lines: sheet.lines().map(str::to_owned).collect(), top: 0, height: 1 }
    }
}

impl Page for Paper {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Back => return vec![Msg::Close],
            Command::Up => self.top = self.top.saturating_sub(1),
            Command::Down => self.top += 1,
            Command::PageUp => self.top = self.top.saturating_sub(self.height),
            Command::PageDown => self.top += self.height,
        }
        Vec::new()
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, _cx: &Context<'_>) -> Option<Position> {
        self.height = usize::from(area.height).max(1);
        self.top = self.top.min(self.lines.len().saturating_sub(self.height));
        for (y, line) in (0..area.height).zip(self.lines.iter().skip(self.top)) {
            paint::line(buf, area, y, line, Style::new());
        }
        None
    }
}
