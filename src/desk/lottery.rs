//! 抽查: which finished jobs are asked about afterwards (CBK-02).
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::callback::CallbackKind;
use crate::model::case::Case;

impl Turn<'_, '_> {
    /// Lets a finished job take part.
    pub fn enter_lottery(
        &mut self,
        _case: &Case,
        _kind: CallbackKind,
        _technician: Option<&str>,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Ok(())
    }
}
