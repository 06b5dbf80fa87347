//! 值班: who is on duty, and whom the board proposes (DSP-06).
use super::answer::Done;
use super::ask::known;
use super::opening::faultless;
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use super::tidy::{List, names};
use crate::config::lists::listed;
use crate::model::duty::{Duty, NewDuty};

impl Turn<'_, '_> {
    /// Enters a turn of duty; one that begins at the same time is put right by it.
    pub fn plan_duty(&mut self, new: &NewDuty) -> Result<Done, Refusal> {
        let duty =
            Duty { login: new.login.clone(), starts_at: new.starts_at.unwrap_or(self.now), ends_at: new.ends_at };
        let fault = |field: &str, why| Some(Fault { field: field.to_owned(), why });
        faultless([
            known(self.tx, &duty.login).err().and_then(|_| fault("login", FaultWhy::NoSuchStaff)),
            (duty.ends_at <= duty.starts_at).then(|| fault("ends_at", FaultWhy::EndsFirst)).flatten(),
        ])?;
        self.tx.set_duty(&duty)?;
        Ok(Done { number: duty.login, state: None, version: None, linked: Vec::new(), hint: None, shown: None })
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
