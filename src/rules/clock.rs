//! What becomes of a clock: started, paused, regraded, stopped (ESC-02 to ESC-09). What it then says is in `reading`. Pure: `now` is given.
use super::calendar::Calendar;
use crate::model::clock::{Basis, Clock, ClockRule, Pause, StopReason, Stopped, Time};
pub use reading::{Look, Standing, late_by, level, look, paused_at, pressing};

mod reading;
#[cfg(test)]
mod tests;

/// Starts a clock: the limit counts from `from`, the clock is in force from `armed_at`. `None` where the rule wants a promised time
/// and there is none. `case_id` and `cycle` (1 here) are the caller's to set.
#[must_use]
pub fn start(
    rule: &ClockRule,
    from: Time,
    armed_at: Time,
    promised: Option<Time>,
    calendar: &Calendar,
) -> Option<Clock> {
    let due_at = calendar.due(from, &rule.within, rule.basis, promised)?;
    let mut clock = Clock {
        id: 0,
        case_id: 0,
        cycle: 1,
        rule: rule.id.clone(),
        milestone: rule.milestone,
        level: rule.level,
        crossing: rule.crossing,
        pausable: rule.pausable,
        basis: rule.basis,
        within: rule.within,
        started_at: from,
        armed_at,
        due_at,
        soon_at: due_at,
        pause: None,
        paused_for: 0,
        stopped: None,
        noted: None,
    };
    set_soon(&mut clock, calendar);
    Some(clock)
}

/// Pauses a clock until an agreed time, when it goes on by itself (ESC-07); while paused, agrees on a later time. Says whether it moved:
/// a clock that may not be paused, has not begun, has stopped or has used up its time is not touched.
pub fn pause(clock: &mut Clock, at: Time, until: Time, calendar: &Calendar) -> bool {
    let counts = clock.started_at <= at && at < clock.due_at;
    if !clock.pausable || clock.stopped.is_some() || !counts || until <= at {
        return false;
    }
    let (from, left, booked) = match paused_at(clock, at) {
        Some(old) if until <= old.until => return false,
        Some(old) => (old.from, old.left, calendar.between(old.from, old.until, clock.basis)),
        None => (at, calendar.between(at, clock.due_at, clock.basis), 0),
    };
    clock.paused_for += calendar.between(from, until, clock.basis) - booked;
    clock.pause = Some(Pause { from, until, left });
    // A promise may fall in a shut hour; no pause brings it forward to the close before.
    let promised = clock.due_at;
    go_on(clock, until, left, calendar);
    clock.due_at = clock.due_at.max(promised);
    true
}

/// Lets a paused clock go on before the agreed time. Says whether it moved: once that time has come nothing is left to do.
pub fn resume(clock: &mut Clock, at: Time, calendar: &Calendar) -> bool {
    let Some(old) = paused_at(clock, at) else {
        return false;
    };
    clock.paused_for -= calendar.between(at, old.until, clock.basis);
    clock.pause = Some(Pause { until: at, ..old });
    go_on(clock, at, old.left, calendar);
    true
}

/// Changes the grade (ESC-09): stops `old` as superseded and starts the clock of the new grade, in force from `at`. A solving clock keeps
/// its start and its pauses and takes the new limit; any other starts at `at`. A pause going on goes on, unless a duty that starts now
/// may not be paused. `None`, and `old` as it was, where it had stopped before; `None` too, but `old` stopped, where the new rule wants a
/// promised time and there is none.
pub fn regrade(
    old: &mut Clock,
    rule: &ClockRule,
    at: Time,
    promised: Option<Time>,
    calendar: &Calendar,
) -> Option<Clock> {
    if old.stopped.is_some() {
        return None;
    }
    let pausing = paused_at(old, at);
    stop(old, at, StopReason::Superseded);
    let keeps_start = rule.milestone.is_solving() && old.milestone.is_solving();
    let from = if keeps_start { old.started_at } else { at };
    let mut new = start(rule, from, at, promised, calendar)?;
    new.case_id = old.case_id;
    new.cycle = old.cycle;
    if keeps_start {
        keep_pauses(old, pausing, &mut new, calendar);
    } else if let Some(agreed) = pausing {
        pause(&mut new, at, agreed.until, calendar);
    }
    Some(new)
}

/// Stops a clock for good; what it was late by is frozen with it (ESC-03). A clock that has stopped before stays as it is.
pub fn stop(clock: &mut Clock, at: Time, why: StopReason) {
    if clock.stopped.is_none() {
        clock.stopped = Some(Stopped { at, why });
    }
}

/// Moves a clock armed ahead of an automatic regrade to the time when that now comes (after a pause of the clock that brings it): one that
/// begins with its arming begins then. Says whether it moved: a clock in force or stopped does not.
pub fn rearm(clock: &mut Clock, now: Time, armed_at: Time, calendar: &Calendar) -> bool {
    if clock.stopped.is_some() || now >= clock.armed_at {
        return false;
    }
    if clock.started_at == clock.armed_at {
        clock.started_at = armed_at;
        let due_at = calendar.due(armed_at, &clock.within, clock.basis, None);
        clock.due_at = due_at.unwrap_or(clock.due_at);
    }
    clock.armed_at = armed_at;
    set_soon(clock, calendar);
    true
}

/// Sets the due time for `left` seconds from `from` on; the look turns to due soon as long before it as it did.
fn go_on(clock: &mut Clock, from: Time, left: i64, calendar: &Calendar) {
    let warned = calendar.between(clock.soon_at, clock.due_at, clock.basis);
    clock.due_at = calendar.add(from, left, clock.basis);
    clock.soon_at = calendar.add(from, left - warned, clock.basis).max(clock.armed_at);
}

/// Sets when the due-soon look begins, from the time allowed without pauses (ESC-05).
fn set_soon(clock: &mut Clock, calendar: &Calendar) {
    let whole = calendar.between(clock.started_at, clock.due_at, clock.basis);
    let allowed = (whole - clock.paused_for).max(0);
    let share = allowed * i64::from(calendar.warning.share_percent) / 100;
    let warned = share.max(calendar.warning.at_least);
    let soon_at = calendar.add(clock.started_at, whole - warned, clock.basis);
    clock.soon_at = soon_at.max(clock.armed_at);
}

/// Takes the pauses of `old` over into `new`, which has the same start. A pause going on goes on; where the new limit was used up before
/// it, nothing is left when it ends.
fn keep_pauses(old: &Clock, pausing: Option<Pause>, new: &mut Clock, calendar: &Calendar) {
    new.paused_for = paused_in(old, new.basis, calendar);
    new.pause = old.pause;
    new.due_at = calendar.add(new.due_at, new.paused_for, new.basis);
    if let Some(pause) = pausing {
        let left = calendar.between(pause.until, new.due_at, new.basis);
        new.pause = Some(Pause { left, ..pause });
        new.due_at = new.due_at.max(pause.until);
    }
    set_soon(new, calendar);
}

/// The pauses of a clock in seconds of another calendar. Only the last pause is kept with its times; those before are taken to be spread
/// over the life of the clock, which is exact for one pause and near for several.
fn paused_in(old: &Clock, basis: Basis, calendar: &Calendar) -> i64 {
    let (Some(last), true) = (old.pause, basis != old.basis) else {
        return old.paused_for;
    };
    let earlier = old.paused_for - calendar.between(last.from, last.until, old.basis);
    let life = calendar.between(old.started_at, last.from, old.basis).max(1);
    let same_life = calendar.between(old.started_at, last.from, basis);
    calendar.between(last.from, last.until, basis) + earlier * same_life / life
}
