//! The first lines of a case: what it is about, whose it is, who has it, when it came. Must not know the registers.
use super::{Lines, whole};
use crate::desk::answer::Sheet;
use crate::model::case::{Case, Register};
use crate::rules::clock::level;
use crate::tui::page::Context;

impl Lines {
    pub(super) fn head(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        let (case, words) = (&sheet.case, cx.words);
        let cycle = if case.cycle > 1 { format!("  {} {}", words.screen.cycle, case.cycle) } else { String::new() };
        let harm = if case.harm { words.screen.harm_now } else { "" };
        let title = format!("{}  {}{cycle}  {harm}", case.number, words.state(case.state));
        self.add(title.trim_end(), cx.theme.heading().patch(cx.theme.chosen()));
        self.pair(words.field("matter"), words.about(case.register, &case.matter));
        self.people(case, cx);
        let standing = level(&sheet.clocks, case.owner, cx.now);
        if case.state.is_open() {
            let told = words.list(standing.told.iter().map(|role| words.role(*role)));
            let told = if told.is_empty() { told } else { format!("  {} {told}", words.screen.told) };
            self.pair(words.screen.belongs_to, &format!("{}{told}", words.role_long(standing.owner)));
        }
        self.times(case, cx);
        if let Some(detail) = &case.detail {
            self.pair(words.field("detail"), detail);
        }
        if let Some(old) = case.old_number.as_ref().filter(|_| case.register != Register::Key) {
            self.pair(words.field("old_number"), old);
        }
    }

    /// Whose it is and who has it; only what is there. A review is nobody's and came by itself.
    fn people(&mut self, case: &Case, cx: &Context<'_>) {
        let words = cx.words;
        if matches!(case.register, Register::Review | Register::Stocktake | Register::Handover) {
            return;
        }
        // A key came by no channel, and that of a plant room is nobody's; nor did a pass, or a fee that is owed.
        let by_none = matches!(case.register, Register::Key | Register::Pass | Register::Reminder);
        let channel = (!by_none).then(|| words.channel(case.channel));
        let phone = case.phone.as_deref().map(whole::shown);
        let who = [case.unit.as_deref(), case.name.as_deref(), phone.as_deref(), channel];
        let who = who.into_iter().flatten().collect::<Vec<_>>().join("  ");
        if !who.is_empty() {
            // Who has a pass works for a resident and is none.
            let is_worker = case.register == Register::Pass;
            self.pair(if is_worker { words.screen.column_worker } else { words.screen.who }, &who);
        }
        let handler = case.handler.as_deref().map(|login| cx.name(login));
        let department = case.department.map(|one| words.department(one).to_owned());
        let has_it = [handler, department].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let people = [cx.name(&case.acceptor), has_it];
        self.pair(words.screen.people, people.join(" > ").trim_end_matches(" > "));
    }

    fn times(&mut self, case: &Case, cx: &Context<'_>) {
        let words = cx.words;
        let late = (case.entered_at - case.received_at).num_seconds() >= 60;
        let entered =
            if late { format!("  {} {}", words.screen.entered, cx.time(case.entered_at)) } else { String::new() };
        self.pair(words.field("received_at"), &format!("{}{entered}", cx.time(case.received_at)));
        for (label, time) in [
            (words.field("wanted_by"), case.wanted_by),
            (words.screen.ended, case.closed_at.filter(|_| case.register != Register::Key)),
        ] {
            if let Some(time) = time {
                self.pair(label, &cx.time(time));
            }
        }
    }
}
