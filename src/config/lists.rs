//! The lists that the settings hold: categories, kinds of job, kinds of emergency, shares of callbacks, fees.
//! Does not know how they are written.
use super::Language;
use crate::model::callback::CallbackKind;
use crate::model::duty::Job;
use serde::Deserialize;

/// A complaint category (CMP-01).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Category {
    /// Stands in the file.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// No longer offered; what stands in the file under it keeps its id.
    pub off: bool,
}

/// A fee that households are reminded of (LED-06).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fee {
    /// Stands in the file.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// No longer offered; what stands in the file under it keeps its id.
    pub off: bool,
}

/// A kind of emergency with what to do first (EMG-03).
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EmergencyKind {
    /// Stands in the file.
    pub id: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Somebody is hurt or ill: asked after within a week, at home (EMG-06).
    pub first_aid: bool,
    /// Steps in Chinese.
    pub checklist: Vec<String>,
    /// The same steps in English, as many of them.
    pub checklist_en: Vec<String>,
    /// No longer offered; what stands in the file under it keeps its id.
    pub off: bool,
}

impl EmergencyKind {
    /// The steps in a language.
    pub fn steps(&self, language: Language) -> &[String] {
        match language {
            Language::Chinese => &self.checklist,
            Language::English => &self.checklist_en,
        }
    }
}

/// How many hundredths of a kind of callback are asked each month (CBK-02).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Rule id, a slash, a word: `CBK-02/repair`.
    pub id: String,
    /// What is asked about.
    pub kind: CallbackKind,
    /// Hundredths, 0 to 100.
    pub percent: u8,
    /// Procedure that it comes from, e.g. `[2.2 4.1.2]`.
    pub source: String,
}

/// An entry of any of the lists: what stands in the file, and what people call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// Stands in the file.
    pub id: &'a str,
    /// Chinese name.
    pub zh: &'a str,
    /// English name.
    pub en: &'a str,
}

impl<'a> Named<'a> {
    /// The name in a language.
    pub fn in_language(self, language: Language) -> &'a str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

macro_rules! named {
    ($($entry:ty),+) => {
        $(impl<'a> From<&'a $entry> for Named<'a> {
            fn from(entry: &'a $entry) -> Named<'a> {
                Named { id: &entry.id, zh: &entry.zh, en: &entry.en }
            }
        })+
    };
}
named!(Category, EmergencyKind, Fee, Job);

/// The entries of one list, whichever it is.
pub fn names<'a, T>(list: &'a [T]) -> Vec<Named<'a>>
where
    Named<'a>: From<&'a T>,
{
    list.iter().map(Named::from).collect()
}

/// The id of the entry that a text means: its id or its name in either language, in capitals or not.
pub fn listed<'a>(names: &[Named<'a>], text: &str) -> Option<&'a str> {
    let wanted = text.trim().to_lowercase();
    let called = |word: &str| word.to_lowercase() == wanted;
    names.iter().find(|one| called(one.id) || called(one.zh) || called(one.en)).map(|one| one.id)
}

/// What an id is called; the id itself if the settings no longer have it.
pub fn name_of<'a>(names: &[Named<'a>], id: &'a str, language: Language) -> &'a str {
    names.iter().find(|one| one.id == id).map_or(id, |one| one.in_language(language))
}
