//! Chinese.
mod cli;
mod fields;
mod nouns;
mod screen;
mod sentences;
mod steps;

use super::Words;

/// All words in Chinese.
pub const WORDS: Words = Words {
    nouns: nouns::NOUNS,
    openings: steps::OPENINGS,
    fields: fields::FIELDS,
    sentences: sentences::SENTENCES,
    screen: screen::SCREEN,
    cli: cli::CLI,
};
