//! What special services, visits and handovers keep beside the case. Must not know where it is drawn.
use super::{Gather, Pairs};
use crate::desk::answer::{Part, Sheet};
use crate::model::case::{Case, State};
use crate::model::clock::Time;
use crate::model::entry::{Entry, EntryKind};
use crate::model::handover::Handover;
use crate::model::service::Service;
use crate::model::visit::Visit;
use crate::tui::detail::key::counted_as_recorded;
use crate::tui::page::Context;

/// Of a special service.
pub fn service(part: &Service, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    all.time(words.field("starts_at"), part.starts_at);
    all.time(words.field("ends_at"), part.ends_at);
    if let Some(handling) = &part.handling {
        all.add(words.screen.handling, handling);
    }
    if let Some(quality) = &part.quality {
        all.add(words.screen.quality_so_far, quality);
    }
    if part.followed_up > 0 {
        all.add(words.screen.followed_up, part.followed_up.to_string());
    }
    all.text("result", &part.result);
    all.time(words.screen.completed, part.finished_at);
    if let Some(satisfied) = part.satisfied {
        all.add(words.screen.satisfied, words.yes_no(satisfied));
    }
    if part.reopened > 0 {
        all.add(words.screen.reopened, part.reopened.to_string());
    }
    all.pairs
}

/// Of a visit.
pub fn visit(part: &Visit, cx: &Context<'_>) -> Pairs {
    let mut all = Gather::of(cx);
    all.time(cx.words.field("appointment_at"), part.appointment_at);
    all.time(cx.words.screen.visited, part.visited_at);
    all.text("said", &part.said);
    all.text("result", &part.result);
    all.pairs
}

/// Of a handover: both names with the times of their signatures, and what it adds up to.
pub fn handover(part: &Handover, case: &Case, cx: &Context<'_>) -> Pairs {
    let (mut all, s) = (Gather::of(cx), &cx.words.screen);
    let signed = |login: &str, at: Option<Time>| {
        format!("{}  {}", cx.name(login), at.map_or_else(|| s.not_signed.to_owned(), |at| cx.time(at)))
    };
    all.add(s.outgoing, signed(&case.acceptor, part.offered_at));
    if let (Some(login), Some(at)) = (&part.incoming, part.taken_over_at) {
        all.add(s.incoming, signed(login, Some(at)));
    }
    all.add(s.open_now, part.open_cases.to_string());
    all.add(s.keys_out, part.keys_out.to_string());
    all.add(s.deposits_held, cx.words.money(part.deposits));
    if let Some(refusal) = &part.refusal {
        all.add(s.refused_handover, format!("{} ×  {refusal}", part.refused));
    }
    all.pairs
}

/// Whether a line is shown: of a handover that was offered only what was offered, not the notes it was made of nor what
/// was refused before.
pub fn is_shown(entry: &Entry, sheet: &Sheet) -> bool {
    match &sheet.part {
        Part::Handover(_) if sheet.case.state == State::Accepted => {
            entry.kind == EntryKind::Note && entry.about.is_none()
        }
        Part::Handover(handover) => handover.offers(entry),
        // Who had a work order stands with what is said of the order itself; of what was counted only what is left to
        // say: the counting has a page of its own.
        _ => entry.kind != EntryKind::Holder && !counted_as_recorded(entry),
    }
}

/// Whether a line is one that is done by being marked: of a checklist, or of what is handed over.
pub fn is_to_mark(entry: &Entry, sheet: &Sheet) -> bool {
    match &sheet.part {
        Part::Handover(handover) => handover.offers(entry),
        _ => entry.kind == EntryKind::Check,
    }
}
