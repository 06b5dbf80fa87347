//! Pure rules: how time is counted and what a clock says. No SQL, no terminal; `now` is always an argument.
pub mod calendar;
pub mod clock;
