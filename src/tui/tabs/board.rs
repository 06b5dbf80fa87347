//! 派工: the dispatch board (DSP-01 to DSP-13). One list by state on a narrow screen, columns on a wide one; the usual
//! next step is one key away. Must not know the other tabs.
mod columns;
mod lanes;
mod narrow;
mod now;
mod orders;
mod paper;
mod people;
mod sections;
mod send;

use crate::model::case::Register;
use crate::model::queue::QueueRow;
use crate::model::step::StepKind;
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Row, bind, ch, f, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::queue::{seen, told};
use crate::tui::{paint, steps, text};
use columns::{Columns, WIDE};
use crossterm::event::KeyCode;
use lanes::Lanes;
use orders::Orders;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use sections::Sections;

#[derive(Clone, Copy)]
enum Command {
    New,
    Open,
    Next,
    Progress,
    Steps,
    Filter,
    Search,
    Acknowledge,
    Print,
    Now(StepKind),
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(2), ch('n')], Command::New, |s| s.new_order).opening("file_work_order"),
    shown(&[named(KeyCode::Enter)], Command::Open, |s| s.open),
    shown(&[f(5), ch('.')], Command::Next, |s| s.next_step),
    shown(&[f(4), named(KeyCode::Tab)], Command::Progress, |s| s.progress),
    shown(&[f(6), ch('s')], Command::Steps, |s| s.steps),
    shown(&[f(7), ch('f')], Command::Filter, |s| s.filter),
    shown(&[f(11), ch('p')], Command::Print, |s| s.print_sheet),
    bind(&[ch('/')], Command::Search, |s| s.all_orders),
    bind(&[f(8), ch('a')], Command::Acknowledge, |s| s.acknowledge),
    bind(&[ch('m')], Command::Now(StepKind::SendOrder), |s| s.send_to),
    bind(&[ch('q')], Command::Now(StepKind::SignOrder), |s| s.sign_for),
    bind(&[ch('t')], Command::Now(StepKind::ContactResident), |s| s.speak_with),
    bind(&[ch('c')], Command::Now(StepKind::Depart), |s| s.set_out),
    bind(&[ch('d')], Command::Now(StepKind::Arrive), |s| s.be_there),
    bind(&[ch('y')], Command::Now(StepKind::FirstCheck), |s| s.check_first),
    bind(&[ch('w')], Command::Now(StepKind::FinishOrder), |s| s.job_done),
    bind(&[ch('g')], Command::Now(StepKind::TellResident), |s| s.tell_them),
    bind(&[ch('b')], Command::Now(StepKind::FileSheet), |s| s.sheet_in),
    bind(&[named(KeyCode::Left), ch('h')], Command::Left, |s| s.lane_before),
    bind(&[named(KeyCode::Right), ch('l')], Command::Right, |s| s.next_lane),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown), ch(' ')], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
];

/// The keys of the tab alone, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The form of a new work order (DSP-01).
pub const FORM: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    start("channel", "phone"),
    ask("job"),
    ask("matter"),
    ask("detail"),
    ask("urgency"),
    ask("department"),
    ask("technician"),
    ask("arrive_by"),
    ask("wanted_by"),
    ask("equipment"),
    ask("received_at"),
];

/// The tab.
#[derive(Default)]
pub struct Board {
    lanes: Lanes,
    sections: Sections,
    columns: Columns,
    /// The step that comes next on the selected order, as the footer names it.
    next: Option<StepKind>,
    /// The states stand side by side, as they were drawn last.
    wide: bool,
}

impl Board {
    /// Does what a command says with the selected order.
    fn with_selected(&self, command: Command, row: &QueueRow, cx: &Context<'_>) -> Vec<Msg> {
        let people = &self.lanes.technicians;
        match (command, self.next) {
            (Command::Open, _) => vec![Msg::Open(row.number.clone())],
            (Command::Steps, _) => vec![steps::menu(seen(row), cx)],
            (Command::Acknowledge, _) => vec![steps::take("acknowledge", &row.number, row.version)],
            (Command::Print, _) => paper::print(&row.number, cx),
            (Command::Progress, next) => vec![now::menu(row, next, cx)],
            (Command::Now(step), _) | (Command::Next, Some(step)) => vec![now::take(step, row, people, cx)],
            (Command::Next, None) => vec![Msg::Fail(cx.words.screen.nothing_next.to_owned())],
            _ => Vec::new(),
        }
    }

    fn go(&mut self, command: Command, cx: &Context<'_>) {
        let page = if self.wide { self.columns.page() } else { self.sections.page() };
        let by = match command {
            Command::Left | Command::Right => {
                self.lanes.go_across(matches!(command, Command::Right), !self.wide);
                0
            }
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -page,
            Command::PageDown => page,
            Command::First => isize::MIN,
            _ => isize::MAX,
        };
        if self.wide {
            self.lanes.go_in_lane(by)
        } else {
            self.lanes.go(by)
        }
        self.note_next(cx);
    }

    fn note_next(&mut self, cx: &Context<'_>) {
        self.next = self.lanes.selected().and_then(|row| now::next(row, cx));
    }

    fn draw_heading(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let narrowed = narrow::told(&self.lanes, cx);
        let room = usize::from(area.width).saturating_sub(1);
        let filter = if narrowed.is_empty() { narrowed } else { format!("{} {narrowed}", s.filter_is) };
        let filter = text::cut(&filter, room / 3);
        paint::right(buf, area, 0, &filter, cx.theme.heading());
        let inside = Rect { width: area.width - u16::try_from(text::width(&filter)).unwrap_or(0), ..area };
        let mut x = paint::at(buf, inside, 1, 0, cx.words.register(Register::WorkOrder), cx.theme.chosen()) + 2;
        for lane in self.lanes.lanes.iter().filter(|lane| lane.count > 0) {
            let told = format!("{} {}", narrow::name(lane.column)(s), lane.count);
            x = paint::at(buf, inside, x, 0, &told, cx.theme.chosen()) + 2;
        }
    }
}

impl Page for Board {
    fn rows(&self) -> Vec<Row> {
        let label = |row: &mut Row| {
            let step = now::STEPS.iter().find(|now| Some(now.step) == self.next);
            row.label = step.map_or(row.label, |now| now.label);
        };
        let mut all = rows(KEYS);
        let next = KEYS.iter().zip(&mut all).filter(|(row, _)| matches!(row.command, Command::Next));
        next.for_each(|(_, row)| label(row));
        all
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let command = KEYS[row].command;
        let gone = self.lanes.take_gone();
        match command {
            Command::New => {
                return vec![Msg::Fill(Seed { action: "file_work_order".to_owned(), ..Seed::default() })];
            }
            Command::Search => return vec![Msg::Push(Box::new(Orders::searched()))],
            Command::Filter => return vec![narrow::menu(&self.lanes, cx)],
            Command::Left | Command::Right | Command::Up | Command::Down => self.go(command, cx),
            Command::PageUp | Command::PageDown | Command::First | Command::Last => self.go(command, cx),
            _ if gone => return vec![Msg::Fail(cx.words.screen.not_that_one.to_owned())],
            _ => {
                let selected = self.lanes.selected();
                return selected.map_or_else(Vec::new, |row| self.with_selected(command, row, cx));
            }
        }
        Vec::new()
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.lanes.reload(cx)?;
        self.note_next(cx);
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.draw_heading(area, buf, cx);
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.wide = area.width >= WIDE;
        if self.wide {
            self.columns.draw(&self.lanes, body, buf, cx);
        } else {
            self.sections.draw(&self.lanes, body, buf, cx);
        }
        None
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match tag {
            "step" => steps::chosen(value),
            "send" => send::chosen(value),
            "now" => now::chosen(value, |number| self.lanes.by_number(number), &self.lanes.technicians, cx),
            _ => {
                if let Some(further) = narrow::chosen(&mut self.lanes, tag, value, cx) {
                    return vec![further];
                }
                let read = self.reload(cx);
                // Who narrows the board is not surprised by what goes away.
                self.lanes.take_gone();
                told(read, cx)
            }
        }
    }

    fn seek(&mut self, number: &str, cx: &Context<'_>) -> Read<()> {
        self.lanes.seek(number);
        self.note_next(cx);
        Ok(())
    }

    fn unit(&self) -> Option<String> {
        self.lanes.selected().and_then(|row| row.unit.clone())
    }
}
