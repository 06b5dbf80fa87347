//! Another person at the same terminal, and the lock. Half-typed forms go with the one who typed them. Must not draw, nor
//! know whether a PIN is right.
use super::{App, all_tabs};
use crate::model::clock::Time;
use crate::model::staff::Staff;
use crate::tui::page::Context;
use crate::tui::sign_on::{LOCK, PinPage, SET};
use chrono::TimeDelta;

impl App {
    /// When the screen is locked if no key comes; none where nobody could unlock it, or where it is locked.
    pub(super) fn lock_at(&self) -> Option<Time> {
        let after = self.desk.config.lock_after.filter(|_| self.has_pin && !self.locked)?;
        Some(self.last_key + TimeDelta::seconds(after))
    }

    /// Covers everything until the person, or another one, signs on.
    pub(super) fn lock(&mut self, now: Time) {
        if self.locked {
            return;
        }
        if !self.has_pin {
            self.message = Some((self.words.screen.lock_needs_pin.to_owned(), false));
            return;
        }
        let form_waits = self.over.iter().any(|page| page.typed_so_far().is_some());
        let page = PinPage::lock(&self.me, form_waits);
        self.locked = true;
        // What was said last may name a case.
        self.message = None;
        self.push(Box::new(page), now);
    }

    /// Takes what was chosen from the list of people.
    pub(super) fn person_chosen(&mut self, choice: &str, now: Time) {
        self.over.pop();
        match choice {
            LOCK => self.lock(now),
            SET if self.has_pin => self.push(Box::new(PinPage::prove(&self.me)), now),
            SET => self.push(Box::new(PinPage::set(&self.me)), now),
            login => {
                let page = self.staff.iter().find(|one| one.login == login).map(PinPage::sign_on);
                if let Some(page) = page {
                    self.push(Box::new(page), now);
                }
            }
        }
    }

    /// Whoever knows the PIN that is there sets a new one; each wrong one counts as at a locked screen.
    pub(super) fn prove(&mut self, pin: &str, now: Time) {
        match self.desk.sign_on(&self.me.login, pin, now) {
            Ok(me) => {
                self.over.pop();
                self.push(Box::new(PinPage::set(&me)), now);
            }
            Err(refusal) => {
                let why = context!(self, now).refusal(&refusal);
                self.message = Some((why, false));
            }
        }
    }

    /// Signs a person on. The one who was here goes on where the screen was locked; another begins afresh.
    pub(super) fn sign_on(&mut self, login: &str, pin: &str, now: Time) {
        match self.desk.sign_on(login, pin, now) {
            Ok(person) if person.login == self.me.login => {
                self.over.pop();
                self.locked = false;
                self.me = person;
            }
            Ok(person) => self.change_to(person, now),
            Err(refusal) => {
                let why = context!(self, now).refusal(&refusal);
                self.message = Some((why, false));
            }
        }
    }

    /// The forms of the one before are kept for that person; if that fails, nobody changes, since they would be lost.
    fn change_to(&mut self, person: Staff, now: Time) {
        if let Err(error) = self.put_away(now) {
            self.message = Some((self.words.store_error(&error), false));
            return;
        }
        self.over.clear();
        self.before.clear();
        self.tabs = all_tabs();
        self.locked = false;
        self.me = person;
        let told = self.reload(now);
        let words = self.words.screen.signed_on.replace("{}", &self.me.name);
        self.message = Some((words, true));
        self.note(told);
        self.offer_drafts();
    }
}
