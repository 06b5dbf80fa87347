//! Whom the board proposes for a job, and why (DSP-06). Pure: who is on duty and who has how much comes as an argument.
use crate::model::duty::Technician;
use crate::model::staff::Department;
use chrono::NaiveTime;

/// Why somebody is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Why {
    /// Can do this kind of job.
    pub skilled: bool,
    /// Is on duty now.
    pub on_duty: bool,
    /// Open orders.
    pub load: u32,
}

/// Those who could be sent, the best one first: who can do it before who cannot, who is on duty before who is not, who
/// has less before who has more. At night only those on duty; nobody then means that the department decides (DSP-06).
pub fn propose(job: &str, department: Department, technicians: &[Technician], at_night: bool) -> Vec<(String, Why)> {
    let why = |one: &Technician| Why {
        skilled: one.skills.is_empty() || one.skills.iter().any(|skill| skill == job),
        on_duty: one.on_duty_until.is_some(),
        load: one.load,
    };
    let own = technicians.iter().filter(|one| one.department == department);
    let mut proposed: Vec<(String, Why)> = own.map(|one| (one.login.clone(), why(one))).collect();
    proposed.retain(|(_, why)| why.on_duty || !at_night);
    proposed.sort_by(|(left, of_left), (right, of_right)| {
        let rank = |why: &Why| (!why.skilled, !why.on_duty, why.load);
        rank(of_left).cmp(&rank(of_right)).then_with(|| left.cmp(right))
    });
    proposed
}

/// Whether a time of day lies in the night, which may run over midnight. The first minute belongs to it, the last does not.
pub fn is_night((begins, ends): (NaiveTime, NaiveTime), time: NaiveTime) -> bool {
    if begins <= ends { begins <= time && time < ends } else { begins <= time || time < ends }
}

#[cfg(test)]
mod tests;
