//! A key and a stock-taking as labels and values; the loans of a key as lines (KEY-05). Must not know where they are drawn.
use super::part::{Gather, Pairs};
use crate::desk::answer::{Part, Sheet};
use crate::model::case::State;
use crate::model::entry::{Entry, EntryKind};
use crate::model::house_key::HouseKey;
use crate::model::stocktake::{Stocktake, unmark};
use crate::tui::page::Context;

/// Of a key: where it hangs, then who has it or had it last.
pub fn house_key(key: &HouseKey, state: State, cx: &Context<'_>) -> Pairs {
    let (mut all, words) = (Gather::of(cx), cx.words);
    all.add(words.field("key"), format!("{}  {}", key.key_number, words.key_kind(key.kind)));
    let floor = key.floor.as_ref().map(|floor| format!("{} {floor}", words.field("floor")));
    let building = key.building.as_ref().map(|building| format!("{} {building}", words.screen.building));
    let place = [building, floor, Some(key.hook.clone()), Some(format!("{} {}", words.field("pieces"), key.pieces))];
    all.add(words.field("hook"), place.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    all.text("mandate", &key.mandate);
    if let Some(to) = &key.handed_to {
        all.add(words.screen.handed_to, to);
    }
    all.time(words.screen.lost_since, key.lost_at);
    if let Some(follow_up) = &key.follow_up {
        all.add(words.screen.follow_up, follow_up);
    }
    loan(key, state, &mut all);
    all.pairs
}

/// The loan that goes on, or the last one.
fn loan(key: &HouseKey, state: State, all: &mut Gather<'_>) {
    let (cx, words) = (all.cx, all.cx.words);
    let Some(lent_at) = key.lent_at else { return };
    let goes_on = state == State::Lent;
    let title = if goes_on { words.screen.one_loan } else { words.screen.last_loan };
    let borrower = key.borrower.map(|one| words.borrower(one).to_owned());
    let department = key.holder_department.map(|one| words.department(one).to_owned());
    let holder = [key.holder.clone(), department, borrower, key.holder_phone.clone()];
    all.add(title, holder.into_iter().flatten().collect::<Vec<_>>().join("  "));
    all.text("purpose", &key.purpose);
    let by = key.lent_by.as_deref().map(|login| cx.name(login)).unwrap_or_default();
    all.add(words.field("lent_at"), format!("{}  {by}", cx.time(lent_at)));
    if let Some(back_by) = key.back_by {
        all.add(words.field("back_by"), cx.time(back_by));
    }
    all.time(words.screen.extended_to, key.extended_to);
    if key.chased > 0 {
        all.add(words.screen.chased, key.chased.to_string());
    }
    if let Some(number) = &key.document_number {
        let document = key.document.map_or("", |one| words.document(one));
        all.add(words.field("document"), format!("{document} {number}").trim());
    }
    if let Some(login) = &key.approved_by {
        all.add(words.field("approved_by"), cx.name(login));
    }
    if let Some(who) = &key.consent_by {
        let at = key.consent_at.map(|at| cx.time(at)).unwrap_or_default();
        all.add(words.field("consent_by"), format!("{who}  {at}"));
    }
    all.text("signature", &key.signature);
    if let Some(deposit) = key.deposit {
        all.add(words.field("deposit"), words.money(deposit));
    }
    if let Some(back) = key.deposit_back {
        all.add(words.field("deposit_back"), words.money(back));
    }
    if let Some(returned_at) = key.returned_at {
        all.add(words.field("returned_at"), cx.time(returned_at));
        all.add(words.field("condition"), key.condition.as_deref().unwrap_or(words.screen.sound));
    }
}

/// A loan of an earlier cycle in one line: who, from when to when, by how much late (KEY-05); none for other registers.
pub fn past_loan(sheet: &Sheet, result: &str, cx: &Context<'_>) -> Option<String> {
    let Part::Key(_) = &sheet.part else { return None };
    let key: HouseKey = serde_json::from_str(result).ok()?;
    let department = key.holder_department.map(|one| cx.words.department(one).to_owned());
    let who = [key.holder.clone(), department].into_iter().flatten().collect::<Vec<_>>().join("·");
    let time = |time| Option::map_or_else(time, || "?".to_owned(), |time| cx.time(time));
    let late = key.returned_at.zip(key.back_by).map(|(back, by)| (back - by).num_seconds()).filter(|late| *late > 0);
    let late = late.map(|late| format!("{} {}", cx.words.screen.overdue, cx.words.span(late)));
    let deposit = key.deposit.zip(key.deposit_back).filter(|(held, back)| back < held);
    let deposit = deposit.map(|(_, back)| format!("{} {}", cx.words.field("deposit_back"), cx.words.money(back)));
    let span = format!("{} - {}", time(key.lent_at), time(key.returned_at));
    let parts = [Some(who), Some(span), late, deposit, key.purpose, key.condition];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("  "))
}

/// Of a stock-taking.
pub fn stocktake(part: &Stocktake, cx: &Context<'_>) -> Pairs {
    use crate::model::house_key::Found;
    let (mut all, words) = (Gather::of(cx), cx.words);
    let counted = part.seen + part.out + part.missing;
    all.add(words.screen.counted, format!("{counted}/{}", part.keys));
    let numbers = [(Found::Seen, part.seen), (Found::Out, part.out), (Found::Missing, part.missing)];
    let numbers = numbers.map(|(found, number)| format!("{} {number}", words.found(found)));
    all.add(words.field("found"), words.list(numbers));
    all.add(words.screen.differs, part.differences.to_string());
    all.text("note", &part.report);
    if let (Some(by), Some(at)) = (&part.reported_by, part.reported_at) {
        all.add(words.screen.reported, format!("{} {}", cx.name(by), cx.time(at)));
    }
    all.pairs
}

/// Whether a line was counted and found as recorded.
pub fn counted_as_recorded(entry: &Entry) -> bool {
    let mark = entry.mark.as_deref().and_then(unmark);
    entry.kind == EntryKind::Count && mark.is_some_and(|(_, differs)| !differs)
}

/// What a line was marked with, in words where there are any.
pub fn mark(mark: &str, cx: &Context<'_>) -> String {
    match unmark(mark) {
        Some((found, true)) => format!("{} {}", cx.words.found(found), cx.words.screen.differs),
        Some((found, false)) => cx.words.found(found).to_owned(),
        None => cx.words.mark(mark).to_owned(),
    }
}
