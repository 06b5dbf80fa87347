//! What a form answers as a page: keys, pastes, what was chosen over it, and what the desk refused.
//! Must not know which fields there are.
use super::entry::Entry;
use super::{Command, Form, KEYS};
use crate::desk::refusal::Refusal;
use crate::tui::field::Taken;
use crate::tui::keymap::{Chord, Row, named, rows};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg, Page, Read, Seed};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::Value;

impl Page for Form {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Next => return self.go_on(cx),
            Command::Save => {
                self.forget_unit_before();
                return self.save(cx);
            }
            Command::Choose => return self.offer_choices(cx),
            Command::Leave => return self.leave(cx),
            Command::Back => return self.go_back(cx),
            Command::Before => self.take_before(),
            Command::HangOn => return self.hang_on(cx),
        }
        Vec::new()
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        if Chord::of(key) == named(KeyCode::Char(' ')) && matches!(self.entries[self.at], Entry::Choice { .. }) {
            return Some(self.offer_choices(cx));
        }
        match self.entries[self.at].key(key) {
            // Down on the last field must not save; Enter and Ctrl-S do.
            Taken::No if matches!(key.code, KeyCode::Down | KeyCode::Tab) && self.next().is_none() => Some(Vec::new()),
            Taken::No => None,
            Taken::Moved => match Chord::of(key) {
                Chord { code: KeyCode::Char(c), control: false } if self.entries[self.at].lacks(c) => {
                    Some(vec![Msg::Fail(cx.words.screen.no_such_choice.to_owned())])
                }
                _ => Some(Vec::new()),
            },
            Taken::Changed => {
                self.touch(self.at);
                Some(Vec::new())
            }
        }
    }

    fn pasted(&mut self, text: &str) -> bool {
        let taken = self.entries[self.at].paste(text);
        if taken {
            self.touch(self.at);
        }
        taken
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.paint(area, buf, cx)
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match (tag, value) {
            ("leave", "drop") => return vec![Msg::Close],
            ("leave", "save") | ("conflict", "again") => {
                if let (Some(newer), Some((_, version))) = (self.newer.take(), &mut self.seed.case) {
                    *version = newer;
                }
                self.forget_unit_before();
                return self.save(cx);
            }
            ("grave", "do") => return vec![Msg::Do(self.action())],
            ("conflict", "look") => {
                return self.seed.case.iter().map(|(number, _)| Msg::Open(number.clone())).collect();
            }
            ("pick", value) => {
                self.entries[self.at].set(&Value::from(value));
                self.touch(self.at);
            }
            ("open", number) => return vec![Msg::Open(number.to_owned())],
            ("person", told) => return self.take_told(told, cx),
            ("looked_for", one) => {
                if let Ok(person) = serde_json::from_str(one) {
                    self.take_looked_for(&person, cx);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn refused(&mut self, refusal: &Refusal, cx: &Context<'_>) -> Option<Vec<Msg>> {
        // What was found the last time may have been put right by a change elsewhere.
        self.faults.fill(None);
        match refusal {
            Refusal::Fields(faults) => Some(self.mark(faults, cx)),
            Refusal::Conflict { version, .. } => {
                self.newer = Some(*version);
                let s = &cx.words.screen;
                let items = vec![item(s.look_first, "look"), item(s.save_again, "again"), item(s.write_on, "stay")];
                Some(vec![Menu::new("conflict", s.changed_meanwhile, items).saying(cx.refusal(refusal)).open()])
            }
            _ => None,
        }
    }

    fn ends_when_done(&self) -> bool {
        true
    }

    fn typed_so_far(&self) -> Option<Seed> {
        let seed = Seed { given: self.values(), typed: true, ..self.seed.clone() };
        self.changed.then_some(seed)
    }

    fn fills(&self) -> Option<&str> {
        Some(&self.seed.action)
    }

    fn asks_who(&self) -> bool {
        self.place("unit").is_some()
    }

    fn unit(&self) -> Option<String> {
        Some(self.text("unit")).filter(|unit| !unit.trim().is_empty())
    }
}
