//! What a register keeps beside the case, as labels and values. Must not know where they are drawn.
mod callback;
mod ledgers;
mod shifts;
mod work_order;

use crate::desk::answer::Sheet;
use crate::locales::{DIFFERS, HANDED_IN};
use crate::model::case::State;
use crate::model::clock::{Milestone, Time};
use crate::model::complaint::{Complaint, PlanState, Validity};
use crate::model::emergency::Emergency;
use crate::model::reception::{Reception, Review, ReviewKind};
use crate::tui::page::Context;
pub use callback::callback;
pub use ledgers::{pass, reminder};
pub use shifts::{handover, is_shown, is_to_mark, service, visit};
pub use work_order::work_order;

/// Labels and values that are there.
pub type Pairs = Vec<(&'static str, String)>;

pub(super) struct Gather<'a> {
    pub(super) pairs: Pairs,
    pub(super) cx: &'a Context<'a>,
}

impl Gather<'_> {
    pub(super) fn of<'a>(cx: &'a Context<'a>) -> Gather<'a> {
        Gather { pairs: Vec::new(), cx }
    }

    pub(super) fn add(&mut self, label: &'static str, value: impl Into<String>) {
        self.pairs.push((label, value.into()));
    }

    pub(super) fn text(&mut self, field: &'static str, value: &Option<String>) {
        if let Some(value) = value {
            self.add(self.cx.words.field(field), value);
        }
    }

    pub(super) fn time(&mut self, label: &'static str, value: Option<Time>) {
        if let Some(value) = value {
            self.add(label, self.cx.time(value));
        }
    }
}

/// Of a reception.
pub fn reception(part: &Reception, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    all.add(words.field("kind"), words.matter_kind(part.kind));
    all.add(words.field("course"), words.course(part.course));
    all.text("relayed_by", &part.relayed_by);
    all.time(words.field("promised_at"), part.promised_at);
    all.time(words.screen.moved_to, part.moved_to);
    if let Some(handling) = &part.handling {
        all.add(words.screen.handling, handling);
    }
    all.text("result", &part.result);
    if let Some(adopted) = part.adopted {
        all.add(words.field("adopted"), words.yes_no(adopted));
    }
    all.time(words.screen.told, part.told_at);
    all.pairs
}

/// Of a complaint.
pub fn complaint(part: &Complaint, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    let severity = words.severity(part.severity_at(cx.now));
    all.add(words.field("severity"), format!("{severity} · {}", words.urgency(part.urgency)));
    if part.proposed_major {
        all.add(words.screen.proposed, format!("{} × {}", words.screen.proposed_major, part.repeats));
    }
    all.add(words.field("category"), cx.category(&part.category));
    if part.validity != Validity::Unjudged {
        all.add(words.field("validity"), words.validity(part.validity));
    }
    all.text("transferred_to", &part.transferred_to);
    if part.plan_state != PlanState::None {
        all.add(words.screen.plan_state, words.plan_state(part.plan_state));
    }
    all.text("plan", &part.plan);
    all.text("note", &part.plan_comment);
    if part.untold > 0 {
        all.add(words.screen.untold, part.untold.to_string());
    }
    all.text("cause", &part.cause);
    all.text("measures", &part.measures);
    all.text("result", &part.result);
    all.text("root_cause", &part.root_cause);
    all.text("prevention", &part.prevention);
    all.text("other_party", &part.other_party);
    all.text("evidence", &part.evidence);
    all.text("evidence_held_by", &part.evidence_held_by);
    end_of_complaint(part, &mut all, cx);
    all.pairs
}

fn end_of_complaint(part: &Complaint, all: &mut Gather<'_>, cx: &Context<'_>) {
    let words = cx.words;
    all.time(words.screen.completed, part.completed_at);
    if let (Some(by), Some(at)) = (&part.signed_by, part.signed_at) {
        all.add(words.screen.signed, format!("{} {}", cx.name(by), cx.time(at)));
    }
    if part.attempts > 0 {
        all.add(words.screen.attempts, part.attempts.to_string());
    }
    if let Some(satisfied) = part.satisfied {
        all.add(words.screen.satisfied, words.yes_no(satisfied));
    }
    if part.reopened > 0 {
        all.add(words.screen.reopened, part.reopened.to_string());
    }
    all.time(words.screen.harm_stopped, part.harm_stopped_at);
}

/// Of an emergency.
pub fn emergency(part: &Emergency, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    all.add(words.field("place"), &part.place);
    if let Some(kind) = &part.kind {
        all.add(words.field("emergency"), cx.listed("emergency", kind));
    }
    all.text("said", &part.public_words);
    all.time(words.milestone(Milestone::Tell), part.told_at);
    all.time(words.milestone(Milestone::Arrive), part.arrived_at);
    all.time(words.state(State::Over), part.over_at);
    all.text("result", &part.result);
    for (field, set) in [("order_wanted", part.order_wanted), ("first_aid", part.first_aid)] {
        if set {
            all.add(words.field(field), words.yes_no(true));
        }
    }
    all.text("response", &part.response);
    all.text("cooperation", &part.cooperation);
    all.text("cause", &part.cause);
    all.text("changes", &part.changes);
    if let (Some(by), Some(at)) = (&part.reviewed_by, part.reviewed_at) {
        all.add(words.screen.signed, format!("{} {}", cx.name(by), cx.time(at)));
    }
    all.pairs
}

/// Of a review, with how many receptions it covers; of a month of callbacks, with how far they are (CBK-09).
pub fn review(part: &Review, sheet: &Sheet, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    let days = if part.first_day == part.last_day {
        part.first_day.to_string()
    } else {
        format!("{} - {}", part.first_day, part.last_day)
    };
    all.add(words.screen.reviewed_days, format!("{} {days}", words.review_kind(part.kind)));
    for edition in &sheet.editions {
        all.add(words.phrase(HANDED_IN), cx.tell(|telling| words.edition(edition, telling)));
    }
    if let Some(figures) = sheet.differing {
        all.add(words.phrase(DIFFERS), words.differing(figures));
    }
    match sheet.archive {
        Some(archive) => all.add(words.screen.callbacks_filed, words.archive(archive)),
        None if part.kind == ReviewKind::Month => {}
        None => all.add(words.screen.receptions_covered, sheet.offspring.len().to_string()),
    }
    all.text("note", &part.comment);
    if let (Some(by), Some(at)) = (&part.reviewed_by, part.reviewed_at) {
        all.add(words.screen.signed, format!("{} {}", cx.name(by), cx.time(at)));
    }
    all.pairs
}
