//! 派工: filing a work order and the steps that carry it to its sheet (DSP-01 to DSP-13).
use super::answer::Done;
use super::opening::Origin;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::step::Step;
use crate::model::work_order::{NewWorkOrder, WorkOrder};

impl Turn<'_, '_> {
    /// Begins one.
    pub fn file_work_order(&mut self, _new: &NewWorkOrder) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Adds one with its clocks and its link, and returns its number.
    pub fn open_order(&mut self, _new: &NewWorkOrder, _from: Origin) -> Result<String, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn work_order_step(
        &mut self,
        _case: &mut Case,
        _part: &mut WorkOrder,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
