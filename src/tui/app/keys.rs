//! Who gets a key or a paste: the page on top, its table, or the table of everywhere. Must not know the pages.
use super::{App, Command, KEYS, everywhere, top};
use crate::model::clock::Time;
use crate::tui::keymap::{Chord, digit, find, rows};
use crate::tui::page::Context;
use crossterm::event::{KeyCode, KeyEvent};

impl App {
    /// Takes a key: the page on top first, then its table, then the table of everywhere.
    pub fn on_key(&mut self, key: KeyEvent, now: Time) {
        if self.torn.swallows(key) {
            return;
        }
        if self.lock_at().is_some_and(|at| at <= now) {
            return self.lock(now);
        }
        self.last_key = now;
        self.message = None;
        if self.small {
            if KEYS.iter().any(|row| matches!(row.command, Command::Quit) && row.chords.contains(&Chord::of(key))) {
                self.quit(now);
            }
            return;
        }
        let cx = context!(self, now);
        let page = top(&mut self.over, &mut self.tabs, self.tab);
        if let Some(messages) = page.typed(key, &cx) {
            return self.take_all(messages, now);
        }
        let chord = Chord::of(key);
        if let Some(row) = find(&page.rows(), chord) {
            let messages = page.run(row, &cx);
            return self.take_all(messages, now);
        }
        if page.is_typing() && chord.is_character() {
            return;
        }
        let valid = find(&everywhere(self.locked), chord).is_some();
        match find(&rows(KEYS), chord).filter(|_| valid) {
            Some(row) => self.run(row, now),
            // Somebody who sees this for the first time learns that the key was heard, and where the others stand.
            None => self.message = Some((format!("{}  {}", chord.name(), self.words.screen.no_such_key), false)),
        }
    }

    /// Takes pasted text. Where nothing is typed only a single digit counts, and in a menu a single character: an
    /// input method may commit it so. A longer paste runs no commands.
    pub fn on_paste(&mut self, text: &str, now: Time) {
        if self.small {
            return;
        }
        if self.lock_at().is_some_and(|at| at <= now) {
            return self.lock(now);
        }
        self.last_key = now;
        self.message = None;
        let cx = context!(self, now);
        let page = top(&mut self.over, &mut self.tabs, self.tab);
        if page.pasted(text) {
            let told = page.reload(&cx);
            return self.note(told);
        }
        let key = |c| KeyEvent::from(KeyCode::Char(c));
        let mut characters = text.chars();
        if let (Some(c), None) = (characters.next(), characters.next())
            && (page.is_typing() || digit(key(c)).is_some())
        {
            self.on_key(key(c), now);
        } else if page.is_typing() {
            self.message = Some((self.words.screen.no_such_choice.to_owned(), false));
        }
    }
}
