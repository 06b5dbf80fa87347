//! Finding the value that a written word stands for, with an error that says what is allowed. Knows no particular enumeration.

/// A word that stands for nothing, and the words that would have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{word}\" is not known here; allowed: {allowed}")]
pub struct UnknownWord {
    /// What was written.
    pub word: String,
    /// What may be written, separated by commas.
    pub allowed: String,
}

/// The value of `all` that is written `word`.
///
/// # Errors
/// When none is; the error lists all that are allowed.
pub fn find<T: Copy>(
    all: &[T],
    as_str: fn(T) -> &'static str,
    word: &str,
) -> Result<T, UnknownWord> {
    all.iter()
        .copied()
        .find(|&value| as_str(value) == word)
        .ok_or_else(|| UnknownWord {
            word: word.to_owned(),
            allowed: all
                .iter()
                .map(|&v| as_str(v))
                .collect::<Vec<_>>()
                .join(", "),
        })
}
