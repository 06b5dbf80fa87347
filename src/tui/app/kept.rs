//! Half-typed forms: kept in the file when the program has to end, and offered one after the other at the next start.
//! One stays kept until it is saved or thrown away. Must not draw.
use super::App;
use crate::model::clock::Time;
use crate::tui::drafts;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Page, Read, Seed};

impl App {
    /// Keeps what is half typed beside what was put off, when the terminal is gone or the program has to end.
    pub fn keep_typed(&mut self, now: Time) {
        // Nobody is there any more to be told if this fails.
        let _ = self.put_away(now);
    }

    /// Keeps what is half typed for the one who typed it.
    pub(super) fn put_away(&self, now: Time) -> Read<()> {
        let open: Vec<Seed> = self.over.iter().filter_map(|page| page.typed_so_far()).collect();
        if open.is_empty() {
            return Ok(());
        }
        let mut all = self.kept();
        for kept in open.iter().filter_map(|seed| seed.kept.as_deref()) {
            drafts::take_away(&mut all, kept);
        }
        all.extend(open);
        self.desk.keep_draft(&self.me.login, &drafts::write(&all), now)
    }

    /// All that is kept for this person, the oldest first.
    fn kept(&self) -> Vec<Seed> {
        self.desk.draft(&self.me.login).ok().flatten().map(|text| drafts::read(&text)).unwrap_or_default()
    }

    pub(super) fn offer_drafts(&mut self) {
        self.offers = self.kept();
        self.offer_next();
    }

    fn offer_next(&mut self) {
        let Some(seed) = self.offers.first() else { return };
        let s = &self.words.screen;
        let what = format!("{}  {}", self.words.action(&seed.action), drafts::gist(seed));
        let items = vec![item(s.write_on, "write_on"), item(s.throw_away, "drop"), item(s.later, "later")];
        self.over.push(Box::new(Menu::new("draft", s.draft_kept, items).saying(what).else_chosen("later")));
    }

    pub(super) fn answer_draft(&mut self, choice: &str, now: Time) {
        self.over.pop();
        if self.offers.is_empty() {
            return;
        }
        let seed = self.offers.remove(0);
        match (choice, &seed.kept) {
            ("write_on", _) => self.fill(seed, now),
            ("drop", Some(kept)) => self.drop_draft(kept, now),
            _ => {}
        }
        self.offer_next();
    }

    /// What was closed here was saved, or thrown away on purpose: it is not offered again.
    pub(super) fn forget(&mut self, closed: &dyn Page, now: Time) {
        if let Some(kept) = closed.typed_so_far().and_then(|seed| seed.kept) {
            self.drop_draft(&kept, now);
        }
    }

    fn drop_draft(&mut self, kept: &str, now: Time) {
        let mut left = self.kept();
        drafts::take_away(&mut left, kept);
        let login = &self.me.login;
        let told = match left.is_empty() {
            true => self.desk.drop_draft(login),
            false => self.desk.keep_draft(login, &drafts::write(&left), now),
        };
        self.note(told);
    }
}
