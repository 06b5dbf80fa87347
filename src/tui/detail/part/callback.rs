//! A callback in its detail: what was asked, what the resident said, and what became of it (CBK-03 to CBK-08).
//! Must not know where it is drawn.
use super::{Gather, Pairs};
use crate::model::callback::Callback;
use crate::tui::page::Context;

/// Of a callback.
pub fn callback(part: &Callback, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    let severity = part.severity.map_or_else(String::new, |severity| format!(" · {}", words.severity(severity)));
    let drawn = if part.drawn { format!(" · {}", words.screen.figure_drawn) } else { String::new() };
    all.add(words.field("about"), format!("{}{severity}{drawn}", words.callback_kind(part.kind)));
    if let Some(login) = &part.technician {
        all.add(words.field("technician"), cx.name(login));
    }
    all.add(words.field("form"), words.callback_form(part.form));
    all.time(words.field("appointment_at"), part.appointment_at);
    if part.attempts > 0 {
        all.add(words.screen.attempts, part.attempts.to_string());
    }
    all.text("plan", &part.plan);
    if let (Some(by), Some(at)) = (&part.asked_by, part.asked_at) {
        all.add(words.screen.callback_asked, format!("{} {}", cx.name(by), cx.time(at)));
    }
    if let Some(satisfied) = part.satisfied {
        all.add(words.screen.satisfied, words.yes_no(satisfied));
    }
    for (field, grade) in [("quality", part.quality), ("effect", part.effect)] {
        if let Some(grade) = grade {
            all.add(words.field(field), words.grade(grade));
        }
    }
    all.text("said", &part.said);
    all.text("shortcomings", &part.shortcomings);
    all.text("suggestions", &part.suggestions);
    all.text("resident_signed", &part.resident_signed);
    if let (Some(by), Some(at)) = (&part.reviewed_by, part.reviewed_at) {
        all.add(words.screen.review_it, format!("{} {}", cx.name(by), cx.time(at)));
    }
    all.text("note", &part.comment);
    all.text("opinion", &part.opinion);
    if let Some(decision) = &part.decision {
        all.add(words.screen.decide_it, decision);
    }
    all.pairs
}
