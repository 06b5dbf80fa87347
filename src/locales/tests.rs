//! No word is missing.
