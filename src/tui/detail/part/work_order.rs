//! A work order in its detail: its times in order with what is missing, where the paper is, who had it.
//! Must not know where it is drawn.
use super::{Gather, Pairs};
use crate::desk::answer::Sheet;
use crate::model::clock::{Milestone, Time};
use crate::model::entry::{Entry, EntryKind};
use crate::model::step::StepKind;
use crate::model::work_order::{Copy, Holder, Place, WorkOrder};
use crate::tui::page::Context;

/// Of a work order (DSP-01): what is to be done, how far it is, where the copies are (DSP-10), who had it and for how
/// long (DSP-13).
pub fn work_order(order: &WorkOrder, sheet: &Sheet, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    let equipment = if order.equipment { format!(" · {}", words.field("equipment")) } else { String::new() };
    all.add(
        words.field("job"),
        format!("{} · {}{equipment}", cx.listed("job", &order.job), words.urgency(order.urgency)),
    );
    if let Some(login) = &order.technician {
        all.add(words.field("technician"), cx.name(login));
    }
    times(order, sheet, &mut all);
    all.text("result", &order.result);
    all.text("material", &order.material);
    all.text("charge", &order.charge);
    copies(order, &mut all);
    counts(order, &mut all);
    for entry in sheet.entries.iter().filter(|entry| entry.kind == EntryKind::Holder) {
        all.add(words.screen.had_it, had_it(entry, sheet, cx));
    }
    all.pairs
}

/// The times in the order in which they are to come; one that is missing though a later one is there says so.
fn times(order: &WorkOrder, sheet: &Sheet, all: &mut Gather<'_>) {
    let cx = all.cx;
    let words = cx.words;
    all.time(words.field("arrive_by"), order.arrive_by);
    all.time(words.screen.moved_to, order.moved_to);
    let checked = order.equipment.then_some((words.milestone(Milestone::Check), order.checked_at));
    let steps = [
        Some((words.milestone(Milestone::Send), order.sent_at)),
        Some((words.milestone(Milestone::Receive), order.signed_at)),
        Some((words.milestone(Milestone::Contact), order.contacted_at)),
        Some((words.milestone(Milestone::Depart), order.departed_at)),
        Some((words.milestone(Milestone::Arrive), order.arrived_at)),
        checked,
        Some((words.screen.job_done, order.finished_at)),
        Some((words.milestone(Milestone::Tell), order.told_at)),
    ];
    let steps: Vec<(&'static str, Option<Time>)> = steps.into_iter().flatten().collect();
    let last = steps.iter().rposition(|(_, at)| at.is_some());
    for (place, (label, at)) in steps.iter().enumerate() {
        let missing = if last.is_some_and(|last| place < last) { words.screen.not_noted } else { "-" };
        let at = at.map_or_else(|| missing.to_owned(), |at| cx.time(at));
        all.add(label, format!("{at}{}", beside(label, order, cx)));
    }
    if order.department_copy_at == Place::Filed {
        let back = sheet.clocks.iter().rev().find(|clock| clock.milestone == Milestone::SheetBack);
        let at = back.and_then(|clock| clock.stopped).map(|stopped| stopped.at).or(sheet.case.closed_at);
        all.time(words.milestone(Milestone::SheetBack), at);
    }
}

/// Who signed for it, what the resident said: beside their times.
fn beside(label: &str, order: &WorkOrder, cx: &Context<'_>) -> String {
    let words = cx.words;
    let signed = order.signed_by.as_ref().filter(|_| label == words.milestone(Milestone::Receive));
    let satisfied = order.satisfied.filter(|_| label == words.milestone(Milestone::Tell));
    match (signed, satisfied) {
        (Some(name), _) => format!("  {name}"),
        (_, Some(satisfied)) => format!("  {} {}", words.field("satisfied"), words.yes_no(satisfied)),
        _ => String::new(),
    }
}

fn copies(order: &WorkOrder, all: &mut Gather<'_>) {
    let words = all.cx.words;
    let copies = [
        (Copy::Stub, order.stub_at),
        (Copy::Department, order.department_copy_at),
        (Copy::Resident, order.resident_copy_at),
    ];
    let told = copies.map(|(copy, place)| format!("{} {}", words.copy(copy), words.copy_at(place)));
    all.add(words.screen.copies, told.join(" · "));
}

fn counts(order: &WorkOrder, all: &mut Gather<'_>) {
    let s = &all.cx.words.screen;
    let counts = [
        (s.pressed, order.pressed),
        (s.apologies, order.apologies),
        (s.passed_on, order.passed_on),
        (s.reopened, order.reopened),
    ];
    for (label, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        all.add(label, count.to_string());
    }
}

/// Who had it, from when and for how long, and why it went on; who has it now, until now (DSP-13).
fn had_it(entry: &Entry, sheet: &Sheet, cx: &Context<'_>) -> String {
    let words = cx.words;
    let until = entry.marked_at.or(sheet.case.closed_at).unwrap_or(cx.now);
    let span = words.span((until - entry.at).num_seconds());
    let who = entry.text.parse::<Holder>().map_or_else(
        |_| entry.text.clone(),
        |holder| {
            let technician = holder.technician.map(|login| format!(" {}", cx.name(&login))).unwrap_or_default();
            format!("{}{technician}", words.department(holder.department))
        },
    );
    let why = match entry.mark.as_deref() {
        Some("transferred") => words.step(StepKind::TransferOrder),
        Some("handed_back") => words.step(StepKind::HandBackOrder),
        _ => "",
    };
    format!("{}  {span}  {who}  {why}", cx.time(entry.at)).trim_end().to_owned()
}
