//! All work orders as a queue over the board, for what a board does not show: those that have ended, and the search.
//! Must not know the board.
use super::sections::COLUMNS;
use super::{now, paper, send};
use crate::model::case::Register;
use crate::model::duty::Technician;
use crate::model::queue::{Filter, QueueRow};
use crate::model::step::StepKind;
use crate::tui::keymap::{Binding, Row, bind, ch, f, named, rows, shown};
use crate::tui::page::{Context, Msg};
use crate::tui::queue::{Queue, QueuePage};
use crossterm::event::KeyCode;

#[derive(Clone, Copy)]
enum Command {
    Back,
    Next,
    Progress,
    Print,
    Now(StepKind),
}

/// The steps have the keys that they have on the board.
const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Esc), named(KeyCode::Left)], Command::Back, |s| s.back),
    shown(&[f(5), ch('.')], Command::Next, |s| s.next_step),
    shown(&[f(4), named(KeyCode::Tab)], Command::Progress, |s| s.progress),
    bind(&[f(11), ch('p')], Command::Print, |s| s.print_sheet),
    bind(&[ch('m')], Command::Now(StepKind::SendOrder), |s| s.send_to),
    bind(&[ch('q')], Command::Now(StepKind::SignOrder), |s| s.sign_for),
    bind(&[ch('t')], Command::Now(StepKind::ContactResident), |s| s.speak_with),
    bind(&[ch('c')], Command::Now(StepKind::Depart), |s| s.set_out),
    bind(&[ch('d')], Command::Now(StepKind::Arrive), |s| s.be_there),
    bind(&[ch('y')], Command::Now(StepKind::FirstCheck), |s| s.check_first),
    bind(&[ch('w')], Command::Now(StepKind::FinishOrder), |s| s.job_done),
    bind(&[ch('g')], Command::Now(StepKind::TellResident), |s| s.tell_them),
    bind(&[ch('b')], Command::Now(StepKind::FileSheet), |s| s.sheet_in),
];

/// The page.
pub struct Orders {
    queue: Queue,
}

impl Orders {
    /// Those that have ended among them, with the search begun.
    pub fn searched() -> Orders {
        let base = Filter { register: Some(Register::WorkOrder), past: true, ..Filter::default() };
        let mut queue = Queue::new(base, COLUMNS);
        queue.begin_search();
        Orders { queue }
    }

    fn selected(&self) -> Option<&QueueRow> {
        self.queue.list.selected()
    }

    fn take(&self, step: StepKind, row: &QueueRow, cx: &Context<'_>) -> Vec<Msg> {
        vec![now::take(step, row, &technicians(cx), cx)]
    }
}

/// Who could be sent; nobody where the file cannot be read, which the queue tells.
fn technicians(cx: &Context<'_>) -> Vec<Technician> {
    cx.desk.technicians(cx.now).unwrap_or_default()
}

impl QueuePage for Orders {
    fn own_rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run_own(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let Some(order) = self.selected() else { return vec![Msg::Close] };
        match (KEYS[row].command, now::next(order, cx)) {
            (Command::Back, _) => vec![Msg::Close],
            (Command::Now(step), _) | (Command::Next, Some(step)) => self.take(step, order, cx),
            (Command::Next, None) => vec![Msg::Fail(cx.words.screen.nothing_next.to_owned())],
            (Command::Progress, next) => vec![now::menu(order, next, cx)],
            (Command::Print, _) => paper::print(&order.number, cx),
        }
    }

    fn chosen_own(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Option<Vec<Msg>> {
        let find = |number: &str| self.selected().filter(|row| row.number == number);
        match tag {
            "send" => Some(send::chosen(value)),
            "now" => Some(now::chosen(value, find, &technicians(cx), cx)),
            _ => None,
        }
    }

    fn shown(&self) -> &Queue {
        &self.queue
    }

    fn shown_mut(&mut self) -> &mut Queue {
        &mut self.queue
    }

    fn title(&self, cx: &Context<'_>) -> &'static str {
        cx.words.register(Register::WorkOrder)
    }
}
