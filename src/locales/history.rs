//! An entry of the journal as one line: what was done and the words that matter, cleaned of anything that acts on a terminal.
use super::{Telling, Words};
use crate::model::clock::Time;
use crate::model::complaint::Outcome;
use crate::model::entry::{Entry, EntryKind};
use crate::model::event::Event;
use crate::model::phone::Phone;
use crate::model::text::clean_line;
use crate::model::when::show_time;
use serde_json::Value;

/// Stands on the case itself, not of use in a line of its history.
const UNTOLD: &[&str] = &["do", "number", "version", "entry", "was", "digest"];
/// The same for the line with which a case begins; what was corrected later is told by the correction.
const UNTOLD_AT_FIRST: &[&str] = &["unit", "name", "phone", "matter", "detail", "reply"];

/// What a cycle leaves behind, in the order of the form: the report of the work, or the loan of a key.
const REPORT: &[&str] = &[
    "handling",
    "cause",
    "measures",
    "result",
    "material",
    "charge",
    "root_cause",
    "prevention",
    "holder",
    "purpose",
    "lent_at",
    "back_by",
    "returned_at",
    "condition",
    "deposit",
    "deposit_back",
];

/// Fields that hold money, in hundredths of a yuan.
const MONEY: &[&str] = &["deposit", "deposit_back"];

impl Words {
    /// One line of the history, without who and when: `改级别：级别 轻微→重大、理由 …`. It may be long; nothing is cut.
    pub fn event(&self, event: &Event, telling: &Telling) -> String {
        let action = &event.action;
        let name = action["do"].as_str().unwrap_or("?");
        let label = clean_line(self.action(name));
        let begins = self.begins(name);
        let mut fields: Vec<(&String, &Value)> = action.as_object().into_iter().flatten().collect();
        fields.retain(|(name, value)| {
            let untold = UNTOLD.contains(&name.as_str()) || begins && UNTOLD_AT_FIRST.contains(&name.as_str());
            !untold && !matches!(value, Value::Null | Value::Bool(false))
        });
        fields.sort_by_key(|(name, _)| self.fields.iter().position(|field| field.name == name.as_str()));
        let told = match fields[..] {
            [] => return label,
            // What the label says already is not said twice: "联系业主：沟通内容 …".
            [(name, value @ Value::String(_))] if action["was"].is_null() => self.veiled(name, value, telling),
            _ => {
                let parts = fields.iter().map(|(name, value)| self.told(name, value, &action["was"][*name], telling));
                self.list(parts)
            }
        };
        format!("{label}{}{told}", self.sentences.colon)
    }

    /// What an earlier cycle came to (ESC-10): its report, and what the resident said to it.
    pub fn past_cycle(&self, result: &str, telling: &Telling) -> String {
        let record: Value = serde_json::from_str(result).unwrap_or_default();
        let written = REPORT.iter().filter(|name| !record[**name].is_null());
        let mut parts: Vec<String> =
            written.map(|name| self.told(name, &record[*name], &Value::Null, telling)).collect();
        if let Some(satisfied) = record["satisfied"].as_bool() {
            let outcome = if satisfied { Outcome::Satisfied } else { Outcome::Unsatisfied };
            parts.push(self.outcome(outcome).to_owned());
        }
        self.list(parts)
    }

    /// What a line of a case says; who was told (EMG-02), how a household was reminded (LED-06), of which register a handover
    /// counts the rest (LED-08) is kept as a word and said in the language of the screen.
    pub fn entry_text(&self, entry: &Entry) -> String {
        let (first, rest) = entry.text.split_once(' ').unwrap_or((&entry.text, ""));
        let name = match entry.kind {
            EntryKind::Told => first.parse().ok().map(|who| self.told_whom(who)),
            EntryKind::Reminded => first.parse().ok().map(|how| self.how(how)),
            EntryKind::OpenCase => first.parse().ok().map(|register| self.register(register)),
            _ => None,
        };
        name.map_or_else(|| entry.text.clone(), |name| format!("{name} {rest}").trim_end().to_owned())
    }

    /// What a line was marked with, in words; the word itself where there are none for it.
    pub fn mark<'a>(&self, mark: &'a str) -> &'a str {
        match mark {
            "done" => self.screen.mark_done,
            "dropped" => self.screen.mark_dropped,
            "ticked" => self.screen.mark_ticked,
            "cleared" => self.screen.mark_cleared,
            other => self.choice("found", other).unwrap_or(other),
        }
    }

    /// Who did it: the name by login, or what the rules are called.
    pub fn doer(&self, login: &str, telling: &Telling) -> String {
        if login == "system" { self.sentences.system.to_owned() } else { clean_line(&(telling.name)(login)) }
    }

    fn told(&self, name: &str, value: &Value, was: &Value, telling: &Telling) -> String {
        let label = clean_line(self.field(name));
        let value = match value {
            Value::Bool(true) => return label,
            value => self.veiled(name, value, telling),
        };
        match was {
            Value::Null => format!("{label} {value}"),
            was => format!("{label} {}→{value}", self.veiled(name, was, telling)),
        }
    }

    /// A value as the history may show it: the numbers of people are masked, since seeing one whole is a step of its own
    /// (SEC-03).
    fn veiled(&self, name: &str, value: &Value, telling: &Telling) -> String {
        match (name, value.as_str()) {
            ("phone", Some(text)) => Phone::parse(text).map_or_else(|_| masked(text), |phone| phone.masked()),
            _ => self.value(name, value, telling),
        }
    }

    /// The value of a field of an action, in words: choices by name, times local, people by name, money
    /// with its unit.
    pub fn value(&self, field: &str, value: &Value, telling: &Telling) -> String {
        let Some(text) = value.as_str() else {
            return match value {
                Value::Bool(flag) => self.yes_no(*flag).to_owned(),
                Value::Number(fen) if MONEY.contains(&field) => {
                    fen.as_i64().map_or_else(|| fen.to_string(), |fen| self.money(fen))
                }
                other => clean_line(&other.to_string()),
            };
        };
        if let Some(word) = self.choice(field, text) {
            return word.to_owned();
        }
        match field {
            // Shown whole on the return form only (KEY-04).
            "document_number" => masked(text),
            "category" | "job" | "emergency" | "fee" => clean_line(&(telling.listed)(field, text)),
            "skills" => self.list(text.split(',').map(|id| clean_line(&(telling.listed)("job", id.trim())))),
            "handler" | "login" | "technician" | "approved_by" => clean_line(&(telling.name)(text)),
            _ => match text.parse::<Time>() {
                Ok(time) => show_time(time, telling.zone, telling.now),
                Err(_) => clean_line(text),
            },
        }
    }
}

/// The end of a number, enough to tell two apart.
fn masked(text: &str) -> String {
    let plain = clean_line(text);
    let hidden = plain.chars().count().saturating_sub(4);
    // Of a short one the end would be most of it.
    let end: String = if hidden < 4 { String::new() } else { plain.chars().skip(hidden).collect() };
    format!("****{end}")
}
