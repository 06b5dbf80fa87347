//! How units, phones and times are read, told as soon as their field is left. The desk has the last word when the form
//! is saved. Must not change what was typed.
use super::Form;
use crate::desk::refusal::FaultWhy;
use crate::desk::{FieldKind, field_kind};
use crate::model::clock::Time;
use crate::model::phone::Phone;
use crate::model::unit::UnitCode;
use crate::model::when::{DayPart, read_time};
use crate::tui::page::Context;

impl Form {
    /// Looks whether what stands in a field can be read, and says at the field if not. An empty one has no fault yet.
    pub(super) fn check(&mut self, place: usize, cx: &Context<'_>) {
        let text = self.entries[place].text();
        if text.trim().is_empty() {
            return;
        }
        let fault = match field_kind(self.fields[place].name) {
            Some(FieldKind::Unit) => UnitCode::parse(&text).err().map(FaultWhy::Unit),
            Some(FieldKind::Phone) => Phone::parse(&text).err().map(FaultWhy::Phone),
            Some(FieldKind::Past | FieldKind::Future) => self.time(place, cx).and_then(Result::err),
            _ => None,
        };
        if let Some(fault) = fault {
            self.faults[place] = Some(cx.words.fault(&fault));
        }
    }

    /// How a time is read; none for other fields and for an empty one.
    pub(super) fn time(&self, place: usize, cx: &Context<'_>) -> Option<Result<Time, FaultWhy>> {
        let (name, text) = (self.fields[place].name, self.entries[place].text());
        let part = match field_kind(name) {
            Some(FieldKind::Past) => DayPart::Start,
            Some(FieldKind::Future) => DayPart::End,
            _ => return None,
        };
        if text.trim().is_empty() {
            return None;
        }
        // What is entered afterwards may have been promised for a time that has gone by.
        let afterwards = !self.text("received_at").trim().is_empty();
        Some(match read_time(&text, cx.now, cx.zone(), part) {
            Err(fault) => Err(FaultWhy::Time(fault)),
            Ok(at) if part == DayPart::Start && at > cx.now => Err(FaultWhy::InFuture),
            Ok(at) if part == DayPart::End && at <= cx.now && !afterwards => Err(FaultWhy::InPast),
            Ok(at) => Ok(at),
        })
    }
}
