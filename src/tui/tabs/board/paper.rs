//! The three-part sheet of an order (DSP-11): sent to the printer, or shown page by page. Must not know its fields.
use crate::desk::answer::{Part, Sheet};
use crate::report::{Slip, printer, sheet};
use crate::tui::keymap::{Binding, Row, bind, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

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
    let text = match cx.desk.sheet(number, cx.me) {
        Ok(found) => text_of(&found, cx),
        Err(refusal) => return vec![Msg::Fail(cx.refusal(&refusal))],
    };
    let s = &cx.words.screen;
    let show = || Msg::Push(Box::new(Paper::new(&text)));
    match &cx.desk.config.print {
        None => vec![show(), Msg::Say(s.no_printer.to_owned())],
        Some(command) => match printer::print(command, &text) {
            Ok(()) => vec![Msg::Say(format!("{}  {number}", s.printed))],
            Err(why) => vec![show(), Msg::Fail(s.not_printed.replacen("{}", command, 1).replacen("{}", &why, 1))],
        },
    }
}

fn text_of(found: &Sheet, cx: &Context<'_>) -> String {
    let Part::WorkOrder(order) = &found.part else { return String::new() };
    let technician = order.technician.as_deref().map(|login| cx.name(login));
    let slip = Slip {
        estate: &cx.desk.config.estate,
        width: cx.desk.config.sheet_width,
        case: &found.case,
        order,
        job: &cx.listed("job", &order.job),
        acceptor: &cx.name(&found.case.acceptor),
        technician: technician.as_deref(),
        zone: cx.zone(),
        now: cx.now,
    };
    sheet(cx.words, &slip)
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
