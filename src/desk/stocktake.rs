//! 钥匙盘点: every key counted at month end, and reported by the 30th (KEY-08).
use super::answer::Done;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::case::Case;
use crate::model::step::Step;
use crate::model::stocktake::Stocktake;

impl Turn<'_, '_> {
    /// Begins the month's stock-taking, if it is not open yet.
    pub fn begin_stocktake(&mut self) -> Result<Done, Refusal> {
        Err(Refusal::NothingToDo)
    }

    /// A step on one.
    pub fn stocktake_step(
        &mut self,
        _case: &mut Case,
        _part: &mut Stocktake,
        _step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        Err(Refusal::NothingToDo)
    }
}
