//! 交接班: what one shift leaves to the next (LED-08).
use super::answer::Done;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::handover::{Handover, NewHandover};
use crate::model::step::Step;

impl Turn<'_, '_> {
    /// Begins one.
    pub fn begin_handover(&mut self, _new: &NewHandover) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn handover_step(
        &mut self,
        _case: &mut Case,
        _part: &mut Handover,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
