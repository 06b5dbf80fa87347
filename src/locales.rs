//! The words on the screen and of the commands, one folder a language. A language is a constant of [`Words`], so that
//! a word that is missing does not compile. Must not know of the terminal, the file, or what time it is.
pub mod cli;
pub mod en;
pub mod fields;
mod history;
pub mod imports;
mod month;
pub mod nouns;
pub mod paper;
pub mod report;
pub mod screen;
pub mod sentences;
#[cfg(test)]
mod tests;
pub mod zh_cn;

pub use month::{DIFFERS, HANDED_IN};

use crate::config::Language;
use crate::model::clock::Time;
use chrono::FixedOffset;

/// All words of one language. What an enum or an error is called is asked by a function of the same name:
/// `words.state(State::Closed)`, `words.refusal(&refusal, &telling)`.
pub struct Words {
    /// Which language it is.
    pub language: Language,
    /// Names of things.
    pub nouns: nouns::Nouns,
    /// What begins something new.
    pub openings: &'static [nouns::OpeningWords],
    /// Names and hints of the fields of an action.
    pub fields: &'static [fields::FieldWords],
    /// Sentences that carry values.
    pub sentences: sentences::Sentences,
    /// Words of the screen only.
    pub screen: screen::Screen,
    /// Words of the commands only.
    pub cli: cli::Cli,
    /// Words of the paper sheet only.
    pub paper: paper::Paper,
    /// Words of the month's report.
    pub report: report::Report,
    /// Words of imports.
    pub imports: imports::Imports,
}

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &zh_cn::WORDS,
        Language::English => &en::WORDS,
    }
}

/// What a sentence needs to know around it: who is who, what the lists of the settings call things, and where and when "now" is.
pub struct Telling<'a> {
    /// The name of a person by login.
    pub name: &'a dyn Fn(&str) -> String,
    /// What a list of the settings calls one of its ids, by the field in which the id stands: `category`, `job`,
    /// `emergency`, `fee`. The id itself if the list no longer has it.
    pub listed: &'a dyn Fn(&str, &str) -> String,
    /// Local time of the estate.
    pub zone: FixedOffset,
    /// Now.
    pub now: Time,
}
