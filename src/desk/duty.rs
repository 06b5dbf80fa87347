//! 值班: who is on duty, and whom the board proposes (DSP-06).
use super::answer::Done;
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::tidy::{List, names};
use crate::config::lists::listed;
use crate::model::duty::NewDuty;

impl Turn<'_, '_> {
    /// Enters a turn of duty.
    pub fn plan_duty(&mut self, _new: &NewDuty) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// What a technician can do, as ids of the kinds of job with commas between, from ids or names (DSP-06).
    pub fn skills(&self, typed: Option<&str>) -> Result<Option<String>, Refusal> {
        let Some(typed) = typed else { return Ok(None) };
        let known = names(self.config, List::Job);
        let mut ids = Vec::new();
        for word in typed.split([',', '，', '、', ';', '；', ' ']).filter(|word| !word.is_empty()) {
            let all = || known.iter().map(|one| one.id.to_owned()).collect();
            let found = listed(&known, word);
            ids.push(found.ok_or_else(|| Refusal::field("skills", FaultWhy::NotOneOf(all())))?);
        }
        Ok(Some(ids.join(",")))
    }
}
