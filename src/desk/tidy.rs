//! One table says what may stand in a field of an action, whichever action it is: forms, `act` and imports are all
//! checked here, and all that is typed becomes plain here (full width, blanks, control characters, people's dates).
mod spoilt;

use super::refusal::{Fault, FaultWhy};
use crate::config::lists::{self, Named};
use crate::config::{Config, Language};
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use crate::model::phone::Phone;
use crate::model::text::{clean_line_within, clean_text_within, typed};
use crate::model::unit::UnitCode;
use crate::model::when::{DayPart, in_reach, read_time};
use chrono::{FixedOffset, SecondsFormat};
use serde_json::Value;
use spoilt::spoilt;

/// A list of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Complaint categories (CMP-01).
    Category,
    /// Kinds of job (DSP-01).
    Job,
    /// Kinds of emergency (EMG-03).
    Emergency,
    /// Fees (LED-06).
    Fee,
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
    /// A month.
    Month,
}

/// The most characters of a number or a login.
const LONGEST_NUMBER: usize = 64;

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
    ("morning", FieldKind::Text(1_000)),
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
    ("pass_number", FieldKind::Number),
    ("company", FieldKind::Line(80)),
    ("valid_until", FieldKind::Future),
    ("fee", FieldKind::Listed(List::Fee)),
    ("how", FieldKind::Word),
    ("next_at", FieldKind::Future),
    ("month", FieldKind::Month),
    ("done_by", FieldKind::Line(80)),
    ("contacted_at", FieldKind::Past),
    ("arrived_at", FieldKind::Past),
    ("finished_at", FieldKind::Past),
];

/// What kind of thing a field of this name holds; none if no action has such a field.
pub fn field_kind(name: &str) -> Option<FieldKind> {
    FIELDS.iter().find(|(field, _)| *field == name).map(|(_, kind)| *kind)
}

/// What is needed to read what people write.
pub(super) struct Reader<'a> {
    pub now: Time,
    pub zone: FixedOffset,
    pub config: &'a Config,
    /// What was written down when it happened may lie in the past by now.
    pub past_allowed: bool,
}

impl Reader<'_> {
    /// Makes every field plain, takes out the empty ones, and tells all that is wrong at once.
    pub fn tidy(&self, action: &mut serde_json::Map<String, Value>) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        for (name, value) in action.iter_mut() {
            let Some(kind) = field_kind(name) else { continue };
            let spoilt = value.as_str().and_then(|text| spoilt(name, kind, text));
            if let Err(why) = spoilt.map_or_else(|| self.tidy_field(kind, value), Err) {
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
            Value::Number(number) if matches!(kind, FieldKind::Money | FieldKind::Amount) => {
                *value = self.read(kind, &number.to_string())?;
                Ok(())
            }
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
            FieldKind::Number | FieldKind::Login => match typed(text) {
                long if long.chars().count() > LONGEST_NUMBER => return Err(FaultWhy::TooLong(LONGEST_NUMBER)),
                number => number,
            },
            FieldKind::Count => return Err(FaultWhy::WrongKind("number")),
            FieldKind::Flag => return flag(&typed(text)),
            FieldKind::Unit
            | FieldKind::Phone
            | FieldKind::Past
            | FieldKind::Future
            | FieldKind::When
            | FieldKind::Money
            | FieldKind::Amount
            | FieldKind::Month
            | FieldKind::Listed(_)
                if typed(text).is_empty() =>
            {
                String::new()
            }
            FieldKind::Unit => UnitCode::parse(text).map_err(FaultWhy::Unit)?.as_str().to_owned(),
            FieldKind::Phone => Phone::parse(text).map_err(FaultWhy::Phone)?.to_string(),
            FieldKind::Past | FieldKind::Future | FieldKind::When => self.time(text, kind)?,
            FieldKind::Listed(list) => self.listed(list, &typed(text))?,
            FieldKind::Money => return money(&typed(text)).map(Value::from),
            FieldKind::Amount => return amount(&typed(text)).map(Value::from),
            FieldKind::Pin => typed(text),
            FieldKind::Month => self.month(text)?,
        };
        Ok(if plain.is_empty() { Value::Null } else { Value::String(plain) })
    }

    fn time(&self, text: &str, kind: FieldKind) -> Result<String, FaultWhy> {
        let part = if kind == FieldKind::Past { DayPart::Start } else { DayPart::End };
        let at = match chrono::DateTime::parse_from_rfc3339(text.trim()) {
            Ok(at) => in_reach(at.to_utc()).map_err(FaultWhy::Time)?,
            Err(_) => read_time(text, self.now, self.zone, part).map_err(FaultWhy::Time)?,
        };
        match kind {
            // Half a minute of grace, since two clocks never agree.
            FieldKind::Past if at > self.now + chrono::TimeDelta::seconds(30) => Err(FaultWhy::InFuture),
            FieldKind::Future if at <= self.now && !self.past_allowed => Err(FaultWhy::InPast),
            _ => Ok(at.to_rfc3339_opts(SecondsFormat::Secs, true)),
        }
    }

    /// A month that has begun; of one that has not nothing can be said.
    fn month(&self, text: &str) -> Result<String, FaultWhy> {
        let today = self.now.with_timezone(&self.zone).date_naive();
        let month = YearMonth::typed(text, today).map_err(|_| FaultWhy::NotAMonth)?;
        if month.first_day() > today { Err(FaultWhy::MonthToCome) } else { Ok(month.to_string()) }
    }

    /// The id of what was typed: id or name of one of a list of the settings.
    fn listed(&self, list: List, text: &str) -> Result<String, FaultWhy> {
        let names = names(self.config, list);
        let ids = || names.iter().map(|one| one.id.to_owned()).collect();
        lists::listed(&names, text).map(str::to_owned).ok_or_else(|| FaultWhy::NotOneOf(ids()))
    }
}

/// What stands on a list of the settings, by id and name.
pub fn names(config: &Config, list: List) -> Vec<Named<'_>> {
    match list {
        List::Category => lists::names(&config.categories),
        List::Job => lists::names(&config.jobs),
        List::Emergency => lists::names(&config.emergencies),
        List::Fee => lists::names(&config.fees),
    }
}

/// The name of what stands in a field, if that is one of a list of the settings; the id itself if it is not on it.
pub fn listed_name(config: &Config, field: &str, id: &str, language: Language) -> String {
    let found = match field_kind(field) {
        Some(FieldKind::Listed(list)) => names(config, list).into_iter().find(|one| one.id == id),
        _ => None,
    };
    found.map_or(id, |one| one.in_language(language)).to_owned()
}

/// Yuan with at most two decimals, as hundredths. What is less than nothing is no deposit.
fn money(text: &str) -> Result<i64, FaultWhy> {
    let plain = text.trim_end_matches('元').trim_start_matches(['¥', '￥']).replace(',', "");
    if let Some(rest) = plain.strip_prefix('-') {
        return Err(if rest.starts_with(|c: char| c.is_ascii_digit()) {
            FaultWhy::Negative
        } else {
            FaultWhy::NotMoney
        });
    }
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str, most: usize| {
        let plain = !text.is_empty() && text.len() <= most && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse::<i64>().ok()).flatten()
    };
    let (Some(yuan), Some(fen)) = (digits(whole, 9), digits(part, 2)) else { return Err(FaultWhy::NotMoney) };
    Ok(yuan * 100 + if part.len() == 1 { fen * 10 } else { fen })
}

/// A whole number from 1 on.
fn amount(text: &str) -> Result<i64, FaultWhy> {
    text.parse::<i64>().ok().filter(|number| (1..=9_999).contains(number)).ok_or(FaultWhy::NotACount)
}

fn flag(text: &str) -> Result<Value, FaultWhy> {
    match text.to_lowercase().as_str() {
        "" => Ok(Value::Null),
        "true" | "yes" | "y" | "1" | "是" => Ok(Value::Bool(true)),
        "false" | "no" | "n" | "0" | "否" => Ok(Value::Bool(false)),
        _ => Err(FaultWhy::WrongKind("true/false")),
    }
}
