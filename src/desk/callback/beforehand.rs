//! What a step would be refused for whatever is written into its form, so that nobody fills a form in for nothing
//! (CBK-03, REC-07). Questions only.
use super::TO_ASK;
use super::asking::may_ask;
use crate::desk::Desk;
use crate::desk::answer::{Part, Sheet};
use crate::desk::refusal::Refusal;
use crate::desk::review::reviewers;
use crate::model::callback::Callback;
use crate::model::case::{Case, Register};
use crate::model::staff::Staff;
use crate::model::step::{StepKind, StepRow};

impl Desk {
    /// Why this person cannot take a step on a case at all; none where it depends on what is written.
    pub fn refused_beforehand(&self, sheet: &Sheet, step: StepKind, me: &Staff) -> Option<Refusal> {
        let row = StepRow::find(step, sheet.case.register)?;
        if !row.by.contains(&me.role) {
            return Some(Refusal::NotAllowed { roles: row.by.to_vec() });
        }
        match (&sheet.part, step) {
            (Part::Review(review), StepKind::SignReview) => {
                let roles = reviewers(review.kind);
                (!roles.contains(&me.role)).then_some(Refusal::NotAllowed { roles })
            }
            (_, StepKind::RecordCallback) => {
                let (case, callback) = self.callback_of(sheet, me)?;
                may_ask(&case, &callback, me).err()
            }
            _ => None,
        }
    }

    /// The callback that a step on this case means: itself, or the one that waits for the resident.
    pub fn callback_of(&self, sheet: &Sheet, me: &Staff) -> Option<(Case, Callback)> {
        if let Part::Callback(callback) = &sheet.part {
            return Some((sheet.case.clone(), Callback::clone(callback)));
        }
        let waits = |one: &&Case| one.register == Register::Callback && TO_ASK.contains(&one.state);
        let waiting = sheet.offspring.iter().filter(waits).min_by_key(|one| one.id)?;
        match self.sheet(&waiting.number, me).ok()? {
            Sheet { case, part: Part::Callback(callback), .. } => Some((case, *callback)),
            _ => None,
        }
    }
}
