//! Who sits at a shared terminal: PINs, and who may see what (SEC-02, SEC-03).
use super::action::NewPin;
use super::answer::Done;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::step::Secret;

impl Turn<'_, '_> {
    /// Sets a PIN.
    pub fn set_pin(&mut self, _new: &NewPin) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// Shows a number whole, and writes down who saw it (SEC-03).
    pub fn reveal(&mut self, _case: &Case, _secret: Secret) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
