//! Laws of the calendar and of clocks, for any calendar and any sequence of acts. Facts and times only: no database, no screen.
#![allow(clippy::unwrap_used)]
mod calendar;
mod case;
mod facts;
