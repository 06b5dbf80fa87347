//! The questions of the board: which order stands where, who could be sent, whom the rules propose (DSP-06).
use super::Desk;
use crate::model::board::Board;
use crate::model::clock::Time;
use crate::model::duty::{Duty, Technician};
use crate::model::staff::Department;
use crate::rules::dispatch::{Why, is_night, propose};
use crate::store::StoreResult;
use chrono::TimeDelta;

impl Desk {
    /// The board, of one department or of all (DSP-06).
    pub fn board(&self, department: Option<Department>, now: Time) -> StoreResult<Board> {
        let tx = self.store.read()?;
        let lanes = tx.lanes(department, now - TimeDelta::hours(24), now)?;
        let mut technicians = tx.technicians(now)?;
        technicians.retain(|one| department.is_none_or(|department| one.department == department));
        Ok(Board { lanes, technicians })
    }

    /// Who could be sent, with open orders and duty (DSP-06).
    pub fn technicians(&self, now: Time) -> StoreResult<Vec<Technician>> {
        self.store.read()?.technicians(now)
    }

    /// Whom the rules propose for a kind of job, the best one first; at night who is on duty (DSP-06).
    pub fn propose(&self, job: &str, department: Department, now: Time) -> StoreResult<Vec<(String, Why)>> {
        let local = now.with_timezone(&self.config.calendar.zone).time();
        Ok(propose(job, department, &self.technicians(now)?, is_night(self.config.night, local)))
    }

    /// Turns of duty that are not over yet, the first one first (DSP-06).
    pub fn duties(&self, now: Time, limit: usize) -> StoreResult<Vec<Duty>> {
        self.store.read()?.duties(now, limit)
    }
}
