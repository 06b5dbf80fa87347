//! Chinese.
mod cli;
mod fields;
mod imports;
mod nouns;
mod report;
mod screen;
mod sentences;
mod steps;
mod work;

use super::Words;
use crate::config::Language;

/// All words in Chinese.
pub const WORDS: Words = Words {
    language: Language::Chinese,
    nouns: nouns::NOUNS,
    openings: steps::OPENINGS,
    fields: fields::FIELDS,
    sentences: sentences::SENTENCES,
    screen: screen::SCREEN,
    cli: cli::CLI,
    paper: work::PAPER,
    report: report::REPORT,
    imports: imports::IMPORTS,
};
