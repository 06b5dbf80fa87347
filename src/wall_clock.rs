//! The clock on the wall: the one place where the time is read. Everywhere else `now` is an argument.
use crate::model::clock::Time;
use chrono::{SubsecRound, Utc};

/// Now, in whole seconds.
pub fn now() -> Time {
    Utc::now().trunc_subsecs(0)
}
