//! What clocks say at a given time: look, lateness, level, the one that presses (ESC-04, ESC-05). Pure, and changes nothing: `now` is given.
use crate::model::clock::{Clock, Crossing, Pause, StopReason, Time};
use crate::model::staff::Role;
use std::cmp::Reverse;

/// What a clock looks like (ESC-05). Seconds are natural ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Not in force yet.
    NotYet,
    /// Runs, with time left.
    OnTime {
        /// Seconds left.
        left: i64,
    },
    /// Runs, in the last part of its time.
    Soon {
        /// Seconds left.
        left: i64,
    },
    /// Stands still by agreement (ESC-07).
    Paused {
        /// Goes on by itself then.
        until: Time,
    },
    /// Crossed, and still with who has the case anyway.
    Overdue {
        /// Seconds past due.
        late: i64,
    },
    /// Crossed, and gone to a higher role.
    Escalated {
        /// Seconds past due.
        late: i64,
        /// The higher role.
        to: Role,
        /// Whether that role owns it, is told, or regraded it.
        how: Crossing,
    },
    /// Stopped in time by its milestone.
    Met,
    /// Stopped, by whatever, after it had crossed: the breach stays (ESC-03).
    Missed {
        /// Seconds past due when it stopped.
        late: i64,
    },
    /// Stopped before it could be met or missed: regraded, judged not valid, voided, or never in force.
    Dropped,
}

/// Who must answer for a case now (ESC-01).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The role that owns it.
    pub owner: Role,
    /// Since when, where a crossing made it so.
    pub since: Option<Time>,
    /// The roles that were told, from low to high.
    pub told: Vec<Role>,
}

/// Natural seconds past due, from the crossing on; frozen for a stopped clock (ESC-03). The due second itself is late by 0.
#[must_use]
pub fn late_by(clock: &Clock, now: Time) -> Option<i64> {
    let at = clock.stopped.map_or(now, |stopped| stopped.at);
    (at >= clock.crosses_at()).then(|| (at - clock.due_at).num_seconds())
}

/// What a clock looks like to whom the case belongs to before any escalation (ESC-04, ESC-05).
#[must_use]
pub fn look(clock: &Clock, owner: Role, now: Time) -> Look {
    if let Some(stopped) = clock.stopped {
        return match late_by(clock, now) {
            Some(late) => Look::Missed { late },
            None if stopped.why == StopReason::Reached && stopped.at >= clock.armed_at => Look::Met,
            None => Look::Dropped,
        };
    }
    if now < clock.armed_at {
        return Look::NotYet;
    }
    let left = (clock.due_at - now).num_seconds();
    match late_by(clock, now) {
        Some(late) if clock.level > owner => Look::Escalated { late, to: clock.level, how: clock.crossing },
        Some(late) => Look::Overdue { late },
        None => match paused_at(clock, now) {
            Some(pause) => Look::Paused { until: pause.until },
            None if now >= clock.soon_at => Look::Soon { left },
            None => Look::OnTime { left },
        },
    }
}

/// The clock that the row shows: of those crossed the one that has gone highest, then the one late the longest; else the one that crosses
/// first. Stopped clocks do not press.
#[must_use]
pub fn pressing(clocks: &[Clock], owner: Role, now: Time) -> Option<&Clock> {
    let running = || clocks.iter().filter(|clock| clock.stopped.is_none());
    running()
        .filter(|clock| late_by(clock, now).is_some())
        .min_by_key(|clock| (Reverse(clock.level.max(owner)), clock.due_at))
        .or_else(|| running().min_by_key(|clock| (now < clock.armed_at, clock.crosses_at())))
}

/// Who must answer for a case whose clocks these are, and which is `owner`'s before any escalation (ESC-01, ESC-04). A clock stopped late
/// no longer counts here, though its breach stays.
#[must_use]
pub fn level(clocks: &[Clock], owner: Role, now: Time) -> Standing {
    let mut standing = Standing { owner, since: None, told: Vec::new() };
    let mut crossed: Vec<&Clock> =
        clocks.iter().filter(|clock| clock.stopped.is_none() && late_by(clock, now).is_some()).collect();
    crossed.sort_by_key(|clock| (clock.level, Reverse(clock.crosses_at())));
    for clock in crossed {
        match clock.crossing {
            Crossing::Report => standing.told.push(clock.level),
            // The last one seen is the highest, and of those the first to cross.
            Crossing::Transfer | Crossing::Regrade if clock.level > owner => {
                standing.owner = clock.level;
                standing.since = Some(clock.crosses_at());
            }
            Crossing::Transfer | Crossing::Regrade => {}
        }
    }
    standing.told.dedup();
    standing
}

/// The pause a clock is in at a moment.
#[must_use]
pub fn paused_at(clock: &Clock, at: Time) -> Option<Pause> {
    let running = clock.stopped.is_none_or(|stopped| at < stopped.at);
    clock.pause.filter(|pause| running && pause.from <= at && at < pause.until)
}
