//! 特约服务: from the request to the last callback (LED-07).
use super::answer::Done;
use super::opening::Origin;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::service::{NewService, Service};
use crate::model::step::Step;

impl Turn<'_, '_> {
    /// Begins one.
    pub fn file_service(&mut self, _new: &NewService) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Adds one with its clocks and its link, and returns its number.
    pub fn open_service(&mut self, _new: &NewService, _from: Origin) -> Result<String, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn service_step(
        &mut self,
        _case: &mut Case,
        _part: &mut Service,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
