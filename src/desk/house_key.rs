//! 钥匙: the cabinet and its loans (KEY-01 to KEY-11).
use super::answer::Done;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::house_key::{HouseKey, NewKey};
use crate::model::step::Step;

impl Turn<'_, '_> {
    /// Begins one.
    pub fn record_key(&mut self, _new: &NewKey) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn house_key_step(
        &mut self,
        _case: &mut Case,
        _part: &mut HouseKey,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
