//! The words of the month's figures: what is defined in `stats` in every language, said in this one, and how a number
//! is written.
use super::{Telling, Words};
use crate::config::Language;
use crate::desk::answer::Edition;
use crate::model::phrase::Phrase;
use crate::model::text::clean_line;
use crate::model::when::show_time;
use crate::stats::{By, Figure, Group, Unit};

/// What was handed in of a month.
pub const HANDED_IN: Phrase = Phrase { zh: "已上交", en: "Handed in" };
/// What has changed in it since.
pub const DIFFERS: Phrase = Phrase { zh: "现在", en: "Now" };

/// Stands where there is nothing to divide by: no case, no share.
const NO_CASE: &str = "-";

impl Words {
    /// What is said in every language, in this one.
    pub fn phrase(&self, phrase: Phrase) -> &'static str {
        match self.language {
            Language::Chinese => phrase.zh,
            Language::English => phrase.en,
        }
    }

    /// What a figure's word on a side is called: a department, a technician, a category of the settings.
    pub fn side(&self, group: Group, by: By, word: &str, telling: &Telling) -> String {
        let name = match (by, group.field(by)) {
            (By::Technician | By::Handler, _) if word != NO_CASE => (telling.name)(word),
            (By::Category | By::Job, Some(field)) => (telling.listed)(field, word),
            (_, Some(field)) => self.choice(field, word).map_or_else(|| (telling.listed)(field, word), str::to_owned),
            _ => word.to_owned(),
        };
        clean_line(&name)
    }

    /// One handing in of a month, with who signed: `第1版 张敏 11-30 17:20` (STA-06).
    pub fn edition(&self, edition: &Edition, telling: &Telling) -> String {
        let count = edition.edition;
        let which = match self.language {
            Language::Chinese => format!("第{count}版"),
            Language::English => format!("edition {count}"),
        };
        let at = show_time(edition.signed_at, telling.zone, telling.now);
        clean_line(&format!("{which} {} {at} {}", edition.signature, edition.note.as_deref().unwrap_or_default()))
    }

    /// How many figures are others now than those handed in; never silently (STA-06).
    pub fn differing(&self, figures: usize) -> String {
        match (self.language, figures) {
            (Language::Chinese, 0) => "与上交时相同".to_owned(),
            (Language::Chinese, figures) => format!("{figures} 项数字与上交时不同"),
            (Language::English, 0) => "as handed in".to_owned(),
            (Language::English, 1) => "1 figure differs from what was handed in".to_owned(),
            (Language::English, figures) => format!("{figures} figures differ from what was handed in"),
        }
    }

    /// A figure as it is written: `12`, `85.7%`, `3时25分`, `200元`; `-` where there is nothing to divide by.
    pub fn figure(&self, unit: Unit, figure: &Figure) -> String {
        let written = match unit {
            Unit::Cases | Unit::Times => Some(figure.numerator.to_string()),
            Unit::Fen => Some(self.money(figure.numerator)),
            Unit::Share => figure.per_mille().map(|share| format!("{}.{}%", share / 10, share % 10)),
            Unit::Mean | Unit::Percentile90 => figure.seconds(unit).map(|seconds| self.span(seconds)),
        };
        written.unwrap_or_else(|| NO_CASE.to_owned())
    }

    /// What stands behind a share or a mean: `6/7`, `n=12`; nothing behind a plain count.
    pub fn out_of(&self, unit: Unit, figure: &Figure) -> String {
        match (unit, figure.denominator) {
            (Unit::Share, Some(of)) => format!("{}/{of}", figure.numerator),
            (_, Some(of)) => format!("n={of}"),
            (_, None) => String::new(),
        }
    }
}
