//! 紧急求援: raising an emergency and what is done about it (EMG-01 to EMG-08).
use super::answer::Done;
use super::opening::Origin;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::emergency::{Emergency, NewEmergency};
use crate::model::step::Step;

impl Turn<'_, '_> {
    /// Begins one.
    pub fn raise_emergency(&mut self, _new: &NewEmergency) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Adds one with its clocks and its link, and returns its number.
    pub fn open_emergency(&mut self, _new: &NewEmergency, _from: Origin) -> Result<String, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Hangs a caller on an emergency that goes on (EMG-07). Returns its number.
    pub fn join_incident(&mut self, _caller: &Case, _incident: &str) -> Result<String, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn emergency_step(
        &mut self,
        _case: &mut Case,
        _part: &mut Emergency,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
