//! 回访: whom to ask, the records to review, what went to the manager, the round of the households, and the month's
//! figures (CBK-01 to CBK-11). Must not know the other tabs.
mod figures;
mod heading;
mod round;

use crate::model::case::{Register, State};
use crate::model::queue::{Filter, QueueRow};
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::keymap::{Binding, Row, bind, ch, f, named, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::menu::{Item, Menu, item, opening};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crate::tui::queue::{Queue, told};
use crate::tui::text;
use crossterm::event::{KeyCode, KeyEvent};
use figures::Figures;
use heading::Heading;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use round::Round;
use serde_json::{Value, json};

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column {
        title: |s| s.column_kind,
        width: [8, 10],
        text: |row, _, cx| row.callback.map_or("", |kind| cx.words.callback_kind(kind)).into(),
    },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.who, width: [6, 8], text: |row, _, _| row.name.clone().unwrap_or_default() },
    Column { title: |s| s.column_asks, width: [6, 8], text: |row, _, cx| cx.words.role(row.owner).into() },
    Column { title: |s| s.column_form, width: [11, 11], text: form_or_time },
    Column {
        title: |s| s.column_matter,
        width: [0, 0],
        text: |row, _, cx| cx.words.about(row.register, &row.matter).into(),
    },
];

/// The form that fits; once a home visit is agreed on, when (CBK-06).
fn form_or_time(row: &QueueRow, _: &crate::desk::answer::Pressing<'_>, cx: &Context<'_>) -> String {
    match (row.appointment_at, row.form) {
        (Some(at), _) => cx.time(at),
        (None, Some(form)) => cx.words.callback_form(form).to_owned(),
        (None, None) => String::new(),
    }
}

#[derive(Clone, Copy)]
enum Command {
    New,
    View,
    Asked,
    NoAnswer,
    Appoint,
    Review,
    Decide,
    Ring,
    Up,
    Down,
    PageUp,
    PageDown,
}

const NEW: Binding<Command> = shown(&[f(2), ch('n')], Command::New, |s| s.new_callback).opening("plan_callback");
const VIEW: Binding<Command> = shown(&[f(11), ch('.')], Command::View, |s| s.callback_views);

const TO_ASK: &[Binding<Command>] = &[
    NEW,
    shown(&[f(5), ch('c')], Command::Asked, |s| s.callback_asked),
    shown(&[f(4), ch('x')], Command::NoAnswer, |s| s.not_answered),
    shown(&[named(KeyCode::Tab), ch('m')], Command::Appoint, |s| s.appoint),
    VIEW,
];
const TO_REVIEW: &[Binding<Command>] = &[NEW, shown(&[f(5), ch('c')], Command::Review, |s| s.review_it), VIEW];
const TO_DECIDE: &[Binding<Command>] = &[NEW, shown(&[f(5), ch('c')], Command::Decide, |s| s.decide_it), VIEW];
const MOVES: [Binding<Command>; 4] = [
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown), ch(' ')], Command::PageDown, |s| s.page_down),
];
const ROUND: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter), f(5), ch('c')], Command::Ring, |s| s.ring).opening("call_household"),
    NEW,
    VIEW,
    MOVES[0],
    MOVES[1],
    MOVES[2],
    MOVES[3],
];
const FIGURES: &[Binding<Command>] = &[NEW, VIEW, MOVES[0], MOVES[1], MOVES[2], MOVES[3]];

/// The keys of the tab alone, for the tables of the README.
pub fn keys() -> Vec<Row> {
    [rows(TO_ASK), rows(&TO_REVIEW[1..2]), rows(&TO_DECIDE[1..2]), rows(&ROUND[..1])].concat()
}

/// The form of a callback that no rule makes (CBK-01).
pub const FORM: &[FieldRow] = &[
    start("about", "activity"),
    ask("unit"),
    ask("name"),
    ask("phone"),
    ask("matter"),
    ask("department"),
    ask("form"),
];

/// The form of the monthly call to a household (CBK-10).
pub const CALL: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    ask("outcome"),
    ask("said").needed_while(&[("outcome", &["unsatisfied"])]),
];

/// What is shown; F11 goes from one to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    ToAsk,
    ToReview,
    ToDecide,
    Round,
    Figures,
}

/// The tab.
pub struct Callbacks {
    view: View,
    /// To ask, to review, with the manager.
    queues: [Queue; 3],
    heading: Heading,
    round: Round,
    figures: Figures,
}

impl Default for Callbacks {
    fn default() -> Self {
        let queue = |states: &[State]| {
            let base = Filter { register: Some(Register::Callback), states: states.to_vec(), ..Filter::default() };
            Queue::new(base, COLUMNS)
        };
        Callbacks {
            view: View::ToAsk,
            queues: [queue(&[State::Due, State::Appointed]), queue(&[State::Asked]), queue(&[State::Raised])],
            heading: Heading::default(),
            round: Round::default(),
            figures: Figures::default(),
        }
    }
}

impl Callbacks {
    fn table(&self) -> &'static [Binding<Command>] {
        match self.view {
            View::ToAsk => TO_ASK,
            View::ToReview => TO_REVIEW,
            View::ToDecide => TO_DECIDE,
            View::Round => ROUND,
            View::Figures => FIGURES,
        }
    }

    /// The queue that is shown, if it is one.
    fn queue(&self) -> Option<&Queue> {
        self.queues.get(self.view as usize)
    }

    fn queue_mut(&mut self) -> Option<&mut Queue> {
        self.queues.get_mut(self.view as usize)
    }

    /// The next of what there is to see; without a round of the households that is left out.
    fn turn(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        self.view = match self.view {
            View::ToAsk => View::ToReview,
            View::ToReview => View::ToDecide,
            View::ToDecide if cx.desk.config.household_round => View::Round,
            View::ToDecide | View::Round => View::Figures,
            View::Figures => View::ToAsk,
        };
        told(self.read(cx), cx)
    }

    fn read(&mut self, cx: &Context<'_>) -> Read<()> {
        self.heading.reload(cx)?;
        match self.view {
            View::Round => self.round.reload(cx),
            View::Figures => self.figures.reload(cx),
            _ => self.queue_mut().map_or(Ok(()), |queue| queue.refresh(cx)),
        }
    }

    /// A step on the selected callback.
    fn step(&self, step: &str) -> Vec<Msg> {
        let Some(row) = self.queue().and_then(|queue| queue.list.selected()) else { return Vec::new() };
        let case = Some((row.number.clone(), row.version));
        vec![Msg::Fill(Seed { action: step.to_owned(), case, ..Seed::default() })]
    }

    /// Nobody answered the phone: asked once more, with whose phone it is (CBK-11).
    fn not_answered(&self, cx: &Context<'_>) -> Vec<Msg> {
        let Some(row) = self.queue().and_then(|queue| queue.list.selected()) else { return Vec::new() };
        let s = &cx.words.screen;
        let items = vec![item(s.go_back, ""), item(s.do_it, format!("{} {}", row.number, row.version))];
        let who = [Some(row.number.as_str()), row.unit.as_deref(), row.name.as_deref(), Some(row.matter.as_str())];
        let who = who.into_iter().flatten().collect::<Vec<_>>().join("  ");
        vec![Menu::new("missed", s.not_answered, items).saying(text::cut(&who, 56)).open()]
    }

    fn go(&mut self, command: Command) {
        let by = match command {
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -self.round.page(),
            _ => self.round.page(),
        };
        if self.view == View::Round { self.round.go(by) } else { self.figures.go(by) }
    }
}

/// The callback, as it was seen, at which nobody answered.
fn missed(seen: &str) -> Vec<Msg> {
    let Some((number, version)) = seen.split_once(' ') else { return Vec::new() };
    let version = version.parse::<i64>().unwrap_or_default();
    vec![Msg::Do(json!({"do": "record_callback", "number": number, "version": version, "form": "phone",
        "outcome": "no_answer"}))]
}

/// What can be begun here (CBK-01, CBK-10).
fn begin(cx: &Context<'_>) -> Vec<Msg> {
    use crate::model::callback::CallbackKind::{Activity, Household, Other, Publication};
    let round = cx.desk.config.household_round.then_some(Household);
    let kinds = [Activity, Publication, Other].into_iter().chain(round);
    let choice = |kind| {
        let action = if kind == Household { "call_household" } else { "plan_callback" };
        Item { value: <&str>::from(kind).to_owned(), ..opening(cx.words.callback_kind(kind), action, cx) }
    };
    let items = kinds.map(choice).collect();
    vec![Menu::new("begin", cx.words.screen.new_callback, items).open()]
}

impl Page for Callbacks {
    fn rows(&self) -> Vec<Row> {
        [rows(self.table()), self.queue().map(Queue::rows).unwrap_or_default()].concat()
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let Some(binding) = self.table().get(row) else {
            let row = row - self.table().len();
            return self.queue_mut().map(|queue| queue.run(row, cx)).unwrap_or_default();
        };
        match binding.command {
            Command::New => begin(cx),
            Command::View => self.turn(cx),
            Command::Asked => self.step("record_callback"),
            Command::NoAnswer => self.not_answered(cx),
            Command::Appoint => self.step("make_appointment"),
            Command::Review => self.step("review_callback"),
            Command::Decide => self.step("decide_callback"),
            Command::Ring => self.round.ring(cx),
            moves => {
                self.go(moves);
                Vec::new()
            }
        }
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        self.queue_mut()?.typed(key, cx)
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.queue_mut().is_some_and(|queue| queue.pasted(text))
    }

    fn is_typing(&self) -> bool {
        self.queue().is_some_and(Queue::is_typing)
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.read(cx)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let title = match self.view {
            View::ToAsk => cx.words.screen.to_ask,
            View::ToReview => cx.words.screen.to_review,
            View::ToDecide => cx.words.screen.with_manager,
            View::Round => cx.words.screen.monthly_round,
            View::Figures => cx.words.screen.month_figures,
        };
        let height = self.heading.draw(area, buf, cx);
        let below = Rect { y: area.y + height, height: area.height.saturating_sub(height), ..area };
        match self.view {
            View::Round => self.round.draw(title, below, buf, cx),
            View::Figures => self.figures.draw(title, below, buf, cx),
            _ => return self.queue_mut().and_then(|queue| queue.draw(title, below, buf, cx)),
        }
        None
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match (tag, value) {
            ("missed", seen) => missed(seen),
            ("begin", "household") => self.round.next(cx),
            ("begin", about) => {
                let given = [("about".to_owned(), Value::from(about))].into_iter().collect();
                vec![Msg::Fill(Seed { action: "plan_callback".to_owned(), given, ..Seed::default() })]
            }
            _ => self.queue_mut().map(|queue| queue.chosen(tag, value, cx)).unwrap_or_default(),
        }
    }

    fn seek(&mut self, number: &str, cx: &Context<'_>) -> Read<()> {
        self.queue_mut().map_or(Ok(()), |queue| queue.seek(number, cx))
    }

    fn unit(&self) -> Option<String> {
        match self.view {
            View::Round => self.round.unit(),
            _ => self.queue().and_then(Queue::unit),
        }
    }
}
