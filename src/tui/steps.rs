//! The menu of the steps on a case: those open to this role in this state, and the others grey with the reason.
//! Must not know the steps: the table of the model says which there are.
use crate::desk::refusal::Refusal;
use crate::model::case::{Register, State};
use crate::model::step::{STEPS, StepRow};
use crate::tui::form::tables;
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg, Seed};
use serde_json::{Map, json};

/// The menu; the page that opens it is told the step under the tag `step`.
pub fn menu(register: Register, state: State, number: &str, cx: &Context<'_>) -> Msg {
    let role = cx.me.role;
    let is_open = |row: &&StepRow| row.from.contains(&state) && row.by.contains(&role);
    let here = || STEPS.iter().filter(|row| row.register == register);
    let open = here().filter(is_open).map(|row| item(cx.words.step(row.step), <&str>::from(row.step)));
    let closed = here().filter(|row| !is_open(row)).map(|row| closed_item(row, state, cx));
    let title = format!("{number} {}", cx.words.state(state));
    Menu::new("step", title, open.chain(closed).collect()).open()
}

fn closed_item(row: &StepRow, state: State, cx: &Context<'_>) -> Item {
    let why = if row.by.contains(&cx.me.role) {
        Refusal::WrongState { state, from: row.from.to_vec() }
    } else {
        Refusal::NotAllowed { roles: row.by.to_vec() }
    };
    let step = item(cx.words.step(row.step), <&str>::from(row.step));
    Item { closed: Some(cx.refusal(&why)), ..step }
}

/// What a chosen step begins: its form, or the step itself where it has no fields.
pub fn take(step: &str, number: &str, version: i64) -> Msg {
    if tables::of_step(step).is_empty() {
        return Msg::Do(json!({"do": step, "number": number, "version": version}));
    }
    let case = Some((number.to_owned(), version));
    Msg::Fill(Seed { action: step.to_owned(), case, given: Map::new(), typed: false })
}
