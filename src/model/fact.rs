//! Facts: what the file says of a case, as far as the month's figures and its printed lists need it. One struct a group.
//! Must not know what is counted.
mod callback;
mod complaint;
mod emergency;
mod house_key;
mod order;
mod pass;
mod reception;
mod reminder;
mod service;
mod stocktake;
mod visit;

pub use callback::{CallbackFact, HouseholdFact};
pub use complaint::ComplaintFact;
pub use emergency::EmergencyFact;
pub use house_key::{KeyFact, KeyWent, Loan};
pub use order::{OrderFact, SheetFact};
pub use pass::PassFact;
pub use reception::ReceptionFact;
pub use reminder::ReminderFact;
pub use service::ServiceFact;
pub use stocktake::StocktakeFact;
pub use visit::VisitFact;

use super::clock::Time;
use serde::{Deserialize, Serialize};

/// How the clocks of one milestone of a case stand, over all its cycles (ESC-03, ESC-10).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timing {
    /// Clocks that stopped late, whatever stopped them: a breach stays one.
    pub late: u32,
    /// Clocks that were stopped by reaching the milestone.
    pub reached: u32,
    /// When the first of those that run crosses, or has crossed, its time.
    pub crosses_at: Option<Time>,
}

impl Timing {
    /// Whether it was in time: late once is late, what still runs within its time is not decided, and so is what never
    /// had a limit.
    pub fn in_time(&self, as_of: Time) -> Option<bool> {
        let crossed = self.crosses_at.is_some_and(|at| at <= as_of);
        match (self.late > 0 || crossed, self.crosses_at) {
            (true, _) => Some(false),
            (false, Some(_)) => None,
            (false, None) => (self.reached > 0).then_some(true),
        }
    }
}
