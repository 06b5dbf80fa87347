//! Sentences that carry values: spans, looks, refusals. Each language writes them itself, since word order differs;
//! here they are cleaned, since what people typed may stand in them.
use super::{Telling, Words};
use crate::desk::answer::Hint;
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::desk::{OpenError, StoreError};
use crate::model::callback::{Archive, CallbackKind};
use crate::model::case::{Register, State};
use crate::model::clock::{Clock, Crossing, Time};
use crate::model::emergency::Missing;
use crate::model::house_key::Fen;
use crate::model::queue::QueueRow;
use crate::model::staff::Role;
use crate::model::text::clean_line;
use crate::model::when::show_time;
use crate::rules::clock::{Look, look};
use chrono::FixedOffset;

/// The functions of one language that make sentences.
pub struct Sentences {
    /// A length of time.
    pub(super) span: fn(Span) -> String,
    /// An amount of yuan, its digits given.
    pub(super) money: fn(&str) -> String,
    /// A look; times come in words already.
    pub(super) look: fn(&Words, &Look, &dyn Fn(Time) -> String) -> String,
    /// What is wrong with a field.
    pub(super) fault: fn(&FaultWhy) -> String,
    /// Why an action was not carried out.
    pub(super) refusal: fn(&Words, &Refusal, &Telling) -> String,
    /// Something worth telling.
    pub(super) hint: fn(Hint) -> &'static str,
    /// Why a file could not be opened.
    pub(super) open_error: fn(&Words, &OpenError) -> String,
    /// Why the file refused.
    pub(super) store_error: fn(&StoreError) -> String,
    /// What joins the parts of a list: `、` or `, `.
    pub(super) comma: &'static str,
    /// What stands between a label and its value: `：` or `: `.
    pub(super) colon: &'static str,
    /// Who it is when a rule did it by itself.
    pub(super) system: &'static str,
}

/// A length of time in the two pieces that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// Less than a minute.
    Moment,
    /// Minutes.
    Minutes(i64),
    /// Hours and minutes.
    Hours(i64, i64),
    /// Days and hours; hours are 0 from ten days on.
    Days(i64, i64),
}

impl Span {
    fn of(seconds: i64) -> Span {
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
        match (days, hours, minutes) {
            (10.., ..) => Span::Days(days, 0),
            (1.., ..) => Span::Days(days, hours),
            (_, 1.., _) => Span::Hours(hours, minutes),
            (.., 1..) => Span::Minutes(minutes),
            _ => Span::Moment,
        }
    }
}

impl Words {
    /// A length of time in seconds, in its two largest pieces: `2时10分`, `3d4h`; from ten days on days only.
    pub fn span(&self, seconds: i64) -> String {
        (self.sentences.span)(Span::of(seconds))
    }

    /// Money in hundredths of a yuan: `200元`, `200.50元`, `CNY 200.50`.
    pub fn money(&self, fen: Fen) -> String {
        let sign = if fen < 0 { "-" } else { "" };
        let (yuan, rest) = (fen.unsigned_abs() / 100, fen.unsigned_abs() % 100);
        let digits = if rest == 0 { format!("{sign}{yuan}") } else { format!("{sign}{yuan}.{rest:02}") };
        (self.sentences.money)(&digits)
    }

    /// What a clock looks like, readable without colour (ESC-05): `超2时10分 →经理`. About 18 cells.
    pub fn look(&self, look: &Look, zone: FixedOffset, now: Time) -> String {
        (self.sentences.look)(self, look, &|time| show_time(time, zone, now))
    }

    /// What is wrong with a field, at most 36 cells unless it lists the allowed words.
    pub fn fault(&self, why: &FaultWhy) -> String {
        clean_line(&(self.sentences.fault)(why))
    }

    /// Why an action was not carried out and what to do now.
    pub fn refusal(&self, refusal: &Refusal, telling: &Telling) -> String {
        clean_line(&(self.sentences.refusal)(self, refusal, telling))
    }

    /// Something worth telling at once.
    pub fn hint(&self, hint: Hint) -> &'static str {
        (self.sentences.hint)(hint)
    }

    /// Why a file could not be opened and what to do now.
    pub fn open_error(&self, error: &OpenError) -> String {
        clean_line(&(self.sentences.open_error)(self, error))
    }

    /// Why the file refused and what to do now.
    pub fn store_error(&self, error: &StoreError) -> String {
        clean_line(&(self.sentences.store_error)(error))
    }

    /// One line of the detail for a clock: rule, milestone, due time, look.
    pub fn clock(&self, clock: &Clock, owner: Role, zone: FixedOffset, now: Time) -> String {
        self.clock_cells(clock, owner, zone, now).join("  ")
    }

    /// The same, column by column.
    pub fn clock_cells(&self, clock: &Clock, owner: Role, zone: FixedOffset, now: Time) -> [String; 4] {
        let look = self.look(&look(clock, owner, now), zone, now);
        let milestone = self.clock_name(clock).to_owned();
        [clean_line(&clock.rule), milestone, show_time(clock.due_at, zone, now), look]
    }

    /// What a clock waits for; one that makes a complaint major says that.
    pub fn clock_name(&self, clock: &Clock) -> &'static str {
        match clock.crossing {
            Crossing::Regrade => self.crossing(Crossing::Regrade),
            Crossing::Transfer | Crossing::Report => self.milestone(clock.milestone),
        }
    }

    /// The matter of a case in words: that of a monthly call is its kind (CBK-10).
    pub fn about<'a>(&self, register: Register, matter: &'a str) -> &'a str {
        let household = register == Register::Callback && matter == <&str>::from(CallbackKind::Household);
        if household { self.callback_kind(CallbackKind::Household) } else { matter }
    }

    /// What should have been done about an emergency and is not on its record.
    pub fn missing(&self, all: &[Missing]) -> String {
        let s = &self.screen;
        let parts = all.iter().map(|one| match one {
            Missing::NobodyTold => s.nobody_told.to_owned(),
            Missing::ResidentUntold => s.resident_untold.to_owned(),
            Missing::NobodyThere => s.nobody_there.to_owned(),
            Missing::ChecksOpen(lines) => s.checks_open.replace("{}", &lines.to_string()),
        });
        format!("{} {}", s.not_on_record, self.list(parts))
    }

    /// The matter of a line, led by what it would not say itself: whose review it is, what a callback asks about, what
    /// kind of emergency it is, the number of a card, the fee, that a complaint whose work is done waits for the signature or the callback.
    pub fn matter(&self, row: &QueueRow, telling: &Telling) -> String {
        let lead = match (row.review, row.callback, row.emergency.as_deref()) {
            (Some(kind), ..) => {
                let far = row.archive.map_or_else(String::new, |archive| format!(" {}", self.archive(archive)));
                return format!("{} {}{far}", self.review_kind(kind), row.matter);
            }
            (_, Some(kind), _) => self.callback_kind(kind).to_owned(),
            (.., Some(kind)) => clean_line(&(telling.listed)("emergency", kind)),
            _ if row.pass_number.is_some() => clean_line(row.pass_number.as_deref().unwrap_or_default()),
            _ if row.fee.is_some() => clean_line(&(telling.listed)("fee", row.fee.as_deref().unwrap_or_default())),
            _ if row.state == State::Solved => self.state(row.state).to_owned(),
            _ => return row.matter.clone(),
        };
        match self.about(row.register, &row.matter) {
            kind if kind == lead => lead,
            matter => format!("[{lead}] {matter}"),
        }
    }

    /// How far the callbacks of a month are (CBK-09).
    pub fn archive(&self, archive: Archive) -> String {
        let s = &self.screen;
        format!("{} {}{}{} {}", s.closed_now, archive.closed, self.sentences.comma, s.open_now, archive.open)
    }

    /// What stands between a label and its value.
    pub fn colon(&self) -> &'static str {
        self.sentences.colon
    }

    /// Things one after the other, in words.
    pub fn list<S: AsRef<str>>(&self, parts: impl IntoIterator<Item = S>) -> String {
        parts.into_iter().map(|part| part.as_ref().to_owned()).collect::<Vec<_>>().join(self.sentences.comma)
    }
}
