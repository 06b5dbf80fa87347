//! 上门拜访: the appointment and what was said (LED-13).
use super::answer::Done;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::step::Step;
use crate::model::visit::{NewVisit, Visit};

impl Turn<'_, '_> {
    /// Begins one.
    pub fn plan_visit(&mut self, _new: &NewVisit) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn visit_step(
        &mut self,
        _case: &mut Case,
        _part: &mut Visit,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
