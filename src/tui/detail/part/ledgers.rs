//! What passes and reminders keep beside the case. Must not know where it is drawn.
use super::{Gather, Pairs};
use crate::model::pass::Pass;
use crate::model::reminder::Reminder;
use crate::tui::page::Context;

/// Of a pass: the card, until when, what is held for it, how it ended (LED-04).
pub fn pass(part: &Pass, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    all.add(words.field("pass_number"), &part.pass_number);
    all.text("company", &part.company);
    all.time(words.field("valid_until"), Some(part.valid_until));
    all.time(words.screen.extended_to, part.extended_to);
    for (field, fen) in [("deposit", part.deposit), ("deposit_back", part.deposit_back)] {
        if let Some(fen) = fen {
            all.add(words.field(field), words.money(fen));
        }
    }
    all.time(words.screen.lost_since, part.lost_at);
    if let Some(follow_up) = &part.follow_up {
        all.add(words.screen.follow_up, follow_up);
    }
    all.time(words.field("returned_at"), part.returned_at);
    all.pairs
}

/// Of a reminder: how often, when next, what was promised, how it ended (LED-06).
pub fn reminder(part: &Reminder, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    all.add(words.field("fee"), cx.listed("fee", &part.fee));
    all.add(words.field("reminded"), part.reminded.to_string());
    all.time(words.field("reminded_at"), part.reminded_at);
    all.time(words.field("next_at"), part.next_at);
    all.time(words.field("promised_at"), part.promised_at);
    all.time(words.screen.moved_to, part.moved_to);
    if part.broken > 0 {
        all.add(words.field("broken"), part.broken.to_string());
    }
    all.time(words.field("paid_at"), part.paid_at);
    all.text("result", &part.result);
    all.pairs
}
