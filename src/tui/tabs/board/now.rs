//! The steps that are taken with one key, with the time now: which one comes next, and what each needs. Must not know
//! where the order is shown.
use super::send;
use crate::desk::answer::Part;
use crate::model::case::{Register, State};
use crate::model::duty::Technician;
use crate::model::queue::QueueRow;
use crate::model::step::{StepKind, StepRow};
use crate::model::work_order::{Place, WorkOrder};
use crate::tui::keymap::Label;
use crate::tui::menu::{Item, Menu};
use crate::tui::page::{Context, Msg};
use crate::tui::queue::seen;
use crate::tui::steps;
use serde_json::json;

/// One of these steps: what it is called where there is little room.
pub struct Now {
    /// The step.
    pub step: StepKind,
    /// Its short name.
    pub label: Label,
}

/// In the order in which an order goes through them; the places are the digits of the menu.
pub const STEPS: [Now; 9] = [
    Now { step: StepKind::SendOrder, label: |s| s.send_to },
    Now { step: StepKind::SignOrder, label: |s| s.sign_for },
    Now { step: StepKind::ContactResident, label: |s| s.speak_with },
    Now { step: StepKind::Depart, label: |s| s.set_out },
    Now { step: StepKind::Arrive, label: |s| s.be_there },
    Now { step: StepKind::FirstCheck, label: |s| s.check_first },
    Now { step: StepKind::FinishOrder, label: |s| s.job_done },
    Now { step: StepKind::TellResident, label: |s| s.tell_them },
    Now { step: StepKind::FileSheet, label: |s| s.sheet_in },
];

/// The step that comes next on an order, if there is one.
pub fn next(row: &QueueRow, cx: &Context<'_>) -> Option<StepKind> {
    match cx.desk.sheet(&row.number, cx.me).ok()?.part {
        Part::WorkOrder(order) => after(row.state, &order),
        _ => None,
    }
}

/// The resident is spoken with before anybody sets out (DSP-04), failed equipment is looked at before the job is done
/// (DSP-05), and the resident is told before the sheet is filed (DSP-09, DSP-10).
fn after(state: State, order: &WorkOrder) -> Option<StepKind> {
    Some(match state {
        State::Waiting => StepKind::SendOrder,
        State::Sent => StepKind::SignOrder,
        State::Received if order.contacted_at.is_none() => StepKind::ContactResident,
        State::Received => StepKind::Depart,
        State::OnTheWay => StepKind::Arrive,
        State::OnSite if order.equipment && order.checked_at.is_none() => StepKind::FirstCheck,
        State::OnSite => StepKind::FinishOrder,
        State::Finished if order.told_at.is_none() => StepKind::TellResident,
        State::Finished if order.department_copy_at != Place::Filed => StepKind::FileSheet,
        _ => return None,
    })
}

fn why_not(step: StepKind, row: &QueueRow, cx: &Context<'_>) -> Option<String> {
    StepRow::find(step, Register::WorkOrder).and_then(|of| seen(row).why_not(of, cx))
}

/// Takes a step on an order, or says why it is not open. Only what the time does not say is asked for.
pub fn take(step: StepKind, row: &QueueRow, technicians: &[Technician], cx: &Context<'_>) -> Msg {
    if let Some(why) = why_not(step, row, cx) {
        return Msg::Fail(why);
    }
    let name = <&str>::from(step);
    let action = json!({"do": name, "number": row.number, "version": row.version});
    match step {
        StepKind::SendOrder => send::menu(row, technicians, cx),
        // That they were spoken with is a fact; what was said only who heard it can write.
        StepKind::SignOrder | StepKind::ContactResident | StepKind::Depart | StepKind::Arrive | StepKind::FileSheet => {
            Msg::Do(action)
        }
        _ => steps::take(name, &row.number, row.version),
    }
}

/// All of them as a menu, with the next one marked; the page is told under the tag `now`, for [`chosen`].
pub fn menu(row: &QueueRow, next: Option<StepKind>, cx: &Context<'_>) -> Msg {
    let item = |now: &Now| Item {
        label: cx.words.step(now.step).to_owned(),
        value: format!("{} {} {}", <&str>::from(now.step), row.number, row.version),
        closed: why_not(now.step, row, cx),
    };
    let place = STEPS.iter().position(|now| Some(now.step) == next).unwrap_or(0);
    let title = format!("{}  {}", row.number, row.unit.as_deref().unwrap_or_default());
    Menu::new("now", title, STEPS.iter().map(item).collect()).beginning_at(place).open()
}

/// Takes what was chosen from the menu, on the order and the version for which it was opened.
pub fn chosen<'a>(
    value: &str,
    find: impl Fn(&str) -> Option<&'a QueueRow>,
    technicians: &[Technician],
    cx: &Context<'_>,
) -> Vec<Msg> {
    let mut parts = value.split(' ');
    let (Some(Ok(step)), Some(number), Some(Ok(version))) =
        (parts.next().map(str::parse), parts.next(), parts.next().map(str::parse))
    else {
        return Vec::new();
    };
    match find(number) {
        Some(row) => vec![take(step, &QueueRow { version, ..row.clone() }, technicians, cx)],
        None => vec![Msg::Fail(cx.words.screen.not_that_one.to_owned())],
    }
}
