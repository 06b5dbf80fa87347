//! The words of the month's figures: what is defined in `stats` in every language, said in this one, and how a number
//! is written.
use super::{Telling, Words};
use crate::config::Language;
use crate::model::phrase::Phrase;
use crate::model::text::clean_line;
use crate::stats::{By, Figure, Group, Unit};

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
