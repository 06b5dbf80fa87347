//! JSON that is safe on a terminal, and what the answers say of a clock. The names of its keys are kept stable.
use crate::model::clock::{Clock, Crossing, Milestone, Time};
use crate::model::staff::Role;
use crate::rules::clock::{Look, look};
use serde::Serialize;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// A running clock, as answers carry it.
#[derive(Debug, Serialize)]
pub(super) struct ClockNote {
    /// Id of the rule.
    pub rule: String,
    /// What stops it.
    pub milestone: Milestone,
    /// The role it goes to when it crosses.
    pub level: Role,
    /// What crossing does.
    pub crossing: Crossing,
    /// From here it counts.
    pub started_at: Time,
    /// The first second that is late.
    pub due_at: Time,
    /// `not_yet`, `on_time`, `soon`, `paused`, `overdue` or `escalated`.
    pub look: &'static str,
    /// Seconds left, while it is in time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<i64>,
    /// Seconds late, once it has crossed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late: Option<i64>,
    /// When a paused one goes on by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Time>,
}

impl ClockNote {
    /// A clock as it looks now to whom the case belongs to.
    pub fn of(clock: &Clock, owner: Role, now: Time) -> ClockNote {
        let (word, left, late, paused_until) = match look(clock, owner, now) {
            Look::NotYet => ("not_yet", None, None, None),
            Look::OnTime { left } => ("on_time", Some(left), None, None),
            Look::Soon { left } => ("soon", Some(left), None, None),
            Look::Paused { until } => ("paused", None, None, Some(until)),
            Look::Overdue { late } => ("overdue", None, Some(late), None),
            Look::Escalated { late, .. } => ("escalated", None, Some(late), None),
            Look::Met => ("met", None, None, None),
            Look::Missed { late } => ("missed", None, Some(late), None),
            Look::Dropped => ("dropped", None, None, None),
        };
        ClockNote {
            rule: clock.rule.clone(),
            milestone: clock.milestone,
            level: clock.level,
            crossing: clock.crossing,
            started_at: clock.started_at,
            due_at: clock.due_at,
            look: word,
            left,
            late,
            paused_until,
        }
    }

    /// The clocks that still run, the one that crosses first before the others.
    pub fn running(clocks: &[Clock], owner: Role, now: Time) -> Vec<ClockNote> {
        let mut running: Vec<&Clock> = clocks.iter().filter(|clock| clock.stopped.is_none()).collect();
        running.sort_by_key(|clock| clock.crosses_at());
        running.into_iter().map(|clock| ClockNote::of(clock, owner, now)).collect()
    }
}

/// One line of JSON in which nothing is left that could act on a terminal: JSON itself leaves DEL, the C1 controls,
/// bidi controls and zero-width characters as they are.
pub(super) fn json_line(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned());
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if c.width().is_none_or(|width| width == 0) || matches!(c, '\u{2028}' | '\u{2029}') {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(line, "\\u{unit:04x}");
            }
        } else {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_json_acts_on_a_terminal_and_it_reads_back_as_it_was() {
        let hostile = "a\u{1b}[2J\u{7f}\u{9b}2J\u{202e}\u{200b}\u{2028}\u{e0041}e\u{301}漏水\n";
        let line = json_line(&hostile);
        assert!(!line.chars().any(|c| c.is_control() || c.width() == Some(0)), "{line:?}");
        assert!(line.contains("漏水"));
        assert_eq!(serde_json::from_str::<String>(&line).unwrap(), hostile);
    }
}
