//! What people of the demonstration say and write. Nothing but tables; `{place}` and `{n}` are filled in.
mod everyday;
mod grievances;
mod works;

pub(super) use everyday::{ANSWERS, PAUSES, QUESTIONS, REQUESTS, SUGGESTIONS};
pub(super) use grievances::GRIEVANCES;
pub(super) use works::{ACTIVITIES, CALLS, EMERGENCIES, JOBS, LABELS, LOANS, SERVICES, VISITS, WORKERS};

use crate::model::staff::Department;
use fastrand::Rng;

/// A kind of complaint, from what is said at the counter to the handling report.
pub(super) struct Grievance {
    pub category: &'static str,
    pub department: Department,
    pub places: &'static [&'static str],
    pub matters: &'static [&'static str],
    pub details: &'static [&'static str],
    pub said: &'static str,
    pub progress: &'static str,
    pub cause: &'static str,
    pub measures: &'static str,
    pub result: &'static str,
    pub root_cause: &'static str,
    pub prevention: &'static str,
}

/// A question that can be answered, at once or after asking somebody.
pub(super) struct Question {
    pub matters: &'static [&'static str],
    pub answer: &'static str,
}

/// Something to be done.
pub(super) struct Request {
    pub department: Department,
    pub matters: &'static [&'static str],
    pub handling: &'static str,
    pub result: &'static str,
}

/// A kind of job, from what is wrong to what it cost.
pub(super) struct Job {
    pub job: &'static str,
    pub department: Department,
    pub matters: &'static [&'static str],
    pub result: &'static str,
    pub material: &'static str,
    pub charge: &'static str,
}

/// A call for help, from what happened to what was learnt.
pub(super) struct Alarm {
    pub kind: &'static str,
    pub matters: &'static [&'static str],
    pub told: &'static str,
    pub line: &'static str,
    pub result: &'static str,
    /// The job that is made up afterwards, if one is wanted.
    pub job: &'static str,
    pub cause: &'static str,
    pub changes: &'static str,
}

/// What a resident orders beside the contract, and how long it goes on.
pub(super) struct Order {
    pub department: Department,
    pub matters: &'static [&'static str],
    pub days: i64,
    pub handling: &'static str,
    pub result: &'static str,
}

/// Why somebody is visited, what was said and what came of it.
pub(super) struct Call {
    pub matter: &'static str,
    pub said: &'static str,
    pub result: &'static str,
}

/// Who works in a home for some days, for whom, at what.
pub(super) struct Worker {
    pub name: &'static str,
    pub company: &'static str,
    pub matter: &'static str,
}

/// Something to be made better.
pub(super) struct Suggestion {
    pub department: Department,
    pub matter: &'static str,
    pub adopted: &'static str,
    pub refused: &'static str,
}

/// Fills in the place and a small number.
pub(super) fn fill(text: &str, place: &str, rng: &mut Rng) -> String {
    text.replace("{place}", place).replace("{n}", &rng.u32(2..9).to_string())
}
