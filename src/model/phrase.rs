//! Something said in every language of the program, for what is said where it is defined. Must not know which one is chosen.

/// The same in each language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}
