//! The plain nouns of the desk: no SQL, no terminal, no reading of the time.

pub mod bigrams;
pub mod phone;
pub mod spelling;
pub mod text;
pub mod unit;
pub mod when;
