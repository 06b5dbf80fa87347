//! The one way in: reads an action, checks it, carries it out in one transaction, and writes it into the journal.
use super::Desk;
use super::action::Action;
use super::answer::Done;
use super::refusal::Refusal;
use crate::model::clock::Time;

impl Desk {
    /// Carries out an action for the person who signs on as `by`.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing was saved then.
    pub fn perform(&mut self, action: &Action, by: &str, now: Time) -> Result<Done, Refusal> {
        self.perform_json(action.to_json(), by, now)
    }

    /// The same for an action as JSON, as forms and other programs write it.
    ///
    /// # Errors
    /// As [`Desk::perform`].
    pub fn perform_json(&mut self, _action: serde_json::Value, by: &str, _now: Time) -> Result<Done, Refusal> {
        Err(Refusal::UnknownLogin(by.to_owned()))
    }
}
