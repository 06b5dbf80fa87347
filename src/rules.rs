//! Pure rules: how time is counted, what a clock says, which clocks a case gets. No SQL, no terminal; `now` is always an argument.
pub mod calendar;
pub mod clock;
pub mod dispatch;
pub mod duties;
pub mod proposals;
pub mod sampling;
