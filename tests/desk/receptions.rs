//! receptions
