//! One table says what may stand in a field of an action, whichever action it is: forms, `act` and imports are all
//! checked here, and all that is typed becomes plain here (full width, blanks, control characters, people's dates).
use super::refusal::{Fault, FaultWhy};
use crate::model::clock::Time;
use crate::model::phone::Phone;
use crate::model::text::{clean_line_within, clean_text_within, typed};
use crate::model::unit::UnitCode;
use crate::model::when::{DayPart, in_reach, read_time};
use chrono::{FixedOffset, SecondsFormat};
use serde_json::Value;

/// A list of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Complaint categories (CMP-01).
    Category,
    /// Kinds of job (DSP-01).
    Job,
    /// Kinds of emergency (EMG-03).
    Emergency,
}

/// What kind of thing a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of at most so many characters.
    Line(usize),
    /// Several lines of at most so many characters.
    Text(usize),
    /// 房号
    Unit,
    /// Phone.
    Phone,
    /// A time that has come already.
    Past,
    /// A time that is still to come.
    Future,
    /// A time that may be either.
    When,
    /// A login.
    Login,
    /// One of a list of the settings, by id or name.
    Listed(List),
    /// Money in yuan.
    Money,
    /// A whole number that is typed.
    Amount,
    /// A secret that never reaches the journal.
    Pin,
    /// One of a list of words.
    Word,
    /// Yes or no.
    Flag,
    /// Number of a case.
    Number,
    /// A count that comes with the action and is not typed.
    Count,
}

/// The table: a field name means the same in every action.
const FIELDS: &[(&str, FieldKind)] = &[
    ("do", FieldKind::Word),
    ("number", FieldKind::Number),
    ("version", FieldKind::Count),
    ("channel", FieldKind::Word),
    ("relayed_by", FieldKind::Line(40)),
    ("unit", FieldKind::Unit),
    ("name", FieldKind::Line(40)),
    ("phone", FieldKind::Phone),
    ("kind", FieldKind::Word),
    ("matter", FieldKind::Line(200)),
    ("detail", FieldKind::Text(20_000)),
    ("wanted_by", FieldKind::Future),
    ("received_at", FieldKind::Past),
    ("course", FieldKind::Word),
    ("result", FieldKind::Text(5_000)),
    ("promise", FieldKind::Flag),
    ("promised_at", FieldKind::Future),
    ("department", FieldKind::Word),
    ("category", FieldKind::Listed(List::Category)),
    ("severity", FieldKind::Word),
    ("urgency", FieldKind::Word),
    ("harm", FieldKind::Flag),
    ("other_party", FieldKind::Line(80)),
    ("evidence", FieldKind::Text(2_000)),
    ("evidence_held_by", FieldKind::Line(40)),
    ("old_number", FieldKind::Line(40)),
    ("replied_at", FieldKind::Past),
    ("reply", FieldKind::Text(20_000)),
    ("tie", FieldKind::Word),
    ("needs", FieldKind::Line(200)),
    ("note", FieldKind::Text(5_000)),
    ("gone", FieldKind::Flag),
    ("login", FieldKind::Login),
    ("role", FieldKind::Word),
    ("active", FieldKind::Flag),
    ("handler", FieldKind::Login),
    ("reason", FieldKind::Text(1_000)),
    ("told", FieldKind::Flag),
    ("said", FieldKind::Text(5_000)),
    ("adopted", FieldKind::Flag),
    ("reported_to", FieldKind::Line(80)),
    ("copied", FieldKind::Flag),
    ("measures", FieldKind::Text(5_000)),
    ("plan", FieldKind::Text(5_000)),
    ("approved", FieldKind::Flag),
    ("cause", FieldKind::Text(5_000)),
    ("root_cause", FieldKind::Text(5_000)),
    ("prevention", FieldKind::Text(5_000)),
    ("form", FieldKind::Word),
    ("outcome", FieldKind::Word),
    ("validity", FieldKind::Word),
    ("transferred_to", FieldKind::Line(80)),
    ("until", FieldKind::Future),
    ("at", FieldKind::Past),
    ("job", FieldKind::Listed(List::Job)),
    ("equipment", FieldKind::Flag),
    ("technician", FieldKind::Login),
    ("arrive_by", FieldKind::Future),
    ("signed_by", FieldKind::Line(40)),
    ("material", FieldKind::Text(1_000)),
    ("charge", FieldKind::Line(200)),
    ("satisfied", FieldKind::Flag),
    ("copy", FieldKind::Word),
    ("copy_at", FieldKind::Word),
    ("emergency", FieldKind::Listed(List::Emergency)),
    ("place", FieldKind::Line(80)),
    ("incident", FieldKind::Number),
    ("who", FieldKind::Word),
    ("entry", FieldKind::Count),
    ("order_wanted", FieldKind::Flag),
    ("first_aid", FieldKind::Flag),
    ("response", FieldKind::Text(2_000)),
    ("cooperation", FieldKind::Text(2_000)),
    ("changes", FieldKind::Text(5_000)),
    ("key", FieldKind::Number),
    ("key_kind", FieldKind::Word),
    ("building", FieldKind::Line(20)),
    ("floor", FieldKind::Line(20)),
    ("hook", FieldKind::Line(20)),
    ("pieces", FieldKind::Amount),
    ("mandate", FieldKind::Text(1_000)),
    ("borrower", FieldKind::Word),
    ("purpose", FieldKind::Line(200)),
    ("back_by", FieldKind::Future),
    ("signature", FieldKind::Line(40)),
    ("document", FieldKind::Word),
    ("document_number", FieldKind::Line(40)),
    ("deposit", FieldKind::Money),
    ("deposit_back", FieldKind::Money),
    ("approved_by", FieldKind::Login),
    ("consent_by", FieldKind::Line(40)),
    ("consent_at", FieldKind::Past),
    ("condition", FieldKind::Line(200)),
    ("found", FieldKind::Word),
    ("about", FieldKind::Word),
    ("appointment_at", FieldKind::Future),
    ("quality", FieldKind::Word),
    ("effect", FieldKind::Word),
    ("shortcomings", FieldKind::Text(2_000)),
    ("suggestions", FieldKind::Text(2_000)),
    ("resident_signed", FieldKind::Line(40)),
    ("opinion", FieldKind::Text(2_000)),
    ("second", FieldKind::Flag),
    ("starts_at", FieldKind::When),
    ("ends_at", FieldKind::Future),
    ("flagged", FieldKind::Flag),
    ("field", FieldKind::Word),
    ("skills", FieldKind::Line(200)),
    ("pin", FieldKind::Pin),
];

/// What kind of thing a field of this name holds; none if no action has such a field.
pub fn field_kind(name: &str) -> Option<FieldKind> {
    FIELDS.iter().find(|(field, _)| *field == name).map(|(_, kind)| *kind)
}

/// What is needed to read what people write.
pub(super) struct Reader<'a> {
    pub now: Time,
    pub zone: FixedOffset,
    pub categories: &'a [crate::config::Category],
    /// What was written down when it happened may lie in the past by now.
    pub past_allowed: bool,
}

impl Reader<'_> {
    /// Makes every field plain, takes out the empty ones, and tells all that is wrong at once.
    pub fn tidy(&self, action: &mut serde_json::Map<String, Value>) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        for (name, value) in action.iter_mut() {
            let Some(kind) = field_kind(name) else { continue };
            if let Err(why) = self.tidy_field(kind, value) {
                faults.push(Fault { field: name.clone(), why });
            }
        }
        action.retain(|_, value| !value.is_null());
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn tidy_field(&self, kind: FieldKind, value: &mut Value) -> Result<(), FaultWhy> {
        match value {
            Value::Null => Ok(()),
            Value::Bool(_) if kind == FieldKind::Flag => Ok(()),
            Value::Number(_) if kind == FieldKind::Count => Ok(()),
            Value::String(text) => {
                *value = self.read(kind, text)?;
                Ok(())
            }
            _ => Err(FaultWhy::WrongKind(match kind {
                FieldKind::Flag => "true/false",
                FieldKind::Count => "number",
                _ => "text",
            })),
        }
    }

    /// The plain form of what was typed; null if nothing was.
    fn read(&self, kind: FieldKind, text: &str) -> Result<Value, FaultWhy> {
        let line = |limit: usize, several: bool| {
            let (clean, cut) = if several { clean_text_within(text, limit) } else { clean_line_within(text, limit) };
            if cut { Err(FaultWhy::TooLong(limit)) } else { Ok(clean) }
        };
        let plain = match kind {
            FieldKind::Line(limit) => line(limit, false)?,
            FieldKind::Text(limit) => line(limit, true)?,
            FieldKind::Word => typed(text).to_lowercase(),
            FieldKind::Number | FieldKind::Login => typed(text),
            FieldKind::Count => return Err(FaultWhy::WrongKind("number")),
            FieldKind::Flag => return flag(&typed(text)),
            FieldKind::Unit | FieldKind::Phone | FieldKind::Past | FieldKind::Future | FieldKind::Category
                if typed(text).is_empty() =>
            {
                String::new()
            }
            FieldKind::Unit => UnitCode::parse(text).map_err(FaultWhy::Unit)?.as_str().to_owned(),
            FieldKind::Phone => Phone::parse(text).map_err(FaultWhy::Phone)?.to_string(),
            FieldKind::Past => self.time(text, DayPart::Start)?,
            FieldKind::Future => self.time(text, DayPart::End)?,
            FieldKind::Category => self.category(&typed(text))?,
        };
        Ok(if plain.is_empty() { Value::Null } else { Value::String(plain) })
    }

    fn time(&self, text: &str, part: DayPart) -> Result<String, FaultWhy> {
        let at = match chrono::DateTime::parse_from_rfc3339(text.trim()) {
            Ok(at) => in_reach(at.to_utc()).map_err(FaultWhy::Time)?,
            Err(_) => read_time(text, self.now, self.zone, part).map_err(FaultWhy::Time)?,
        };
        match part {
            // Half a minute of grace, since two clocks never agree.
            DayPart::Start if at > self.now + chrono::TimeDelta::seconds(30) => Err(FaultWhy::InFuture),
            DayPart::End if at <= self.now && !self.past_allowed => Err(FaultWhy::InPast),
            _ => Ok(at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        }
    }

    fn category(&self, text: &str) -> Result<String, FaultWhy> {
        let wanted = text.to_lowercase();
        let same = |word: &str| word.to_lowercase() == wanted;
        let found = self.categories.iter().find(|one| same(&one.id) || same(&one.zh) || same(&one.en));
        let ids = || self.categories.iter().map(|one| one.id.clone()).collect();
        found.map(|one| one.id.clone()).ok_or_else(|| FaultWhy::NotOneOf(ids()))
    }
}

fn flag(text: &str) -> Result<Value, FaultWhy> {
    match text.to_lowercase().as_str() {
        "" => Ok(Value::Null),
        "true" | "yes" | "y" | "1" | "是" => Ok(Value::Bool(true)),
        "false" | "no" | "n" | "0" | "否" => Ok(Value::Bool(false)),
        _ => Err(FaultWhy::WrongKind("true/false")),
    }
}
