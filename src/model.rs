//! The nouns of the desk: plain records and the words they are written with. No SQL, no terminal, no reading of the time.
pub mod clock;
pub mod span;
pub mod staff;
pub mod word;
