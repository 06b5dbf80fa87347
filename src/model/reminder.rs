//! 催缴: a fee that a household is reminded of until it is paid (LED-06). Knows no sums: it keeps no books.
use super::clock::Time;
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// How a household was reminded (LED-06).
    pub enum How {
        /// 电话
        Phone,
        /// 上门
        Visit,
        /// 信函
        Letter,
        /// 张贴通知
        Notice,
    }
}

/// What a reminder carries beside its [`super::case::Case`]. What was said each time stands in its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// The fee, an id of the list in the settings.
    pub fee: String,
    /// How often the household was reminded.
    pub reminded: u32,
    /// When last.
    pub reminded_at: Option<Time>,
    /// When next.
    pub next_at: Option<Time>,
    /// By when payment is promised, as promised first.
    pub promised_at: Option<Time>,
    /// By when it is promised now, if that was moved (ESC-11).
    pub moved_to: Option<Time>,
    /// Promises that went by without payment.
    pub broken: u32,
    /// When it was paid.
    pub paid_at: Option<Time>,
    /// A remark on the payment, or why it is not to be had.
    pub result: Option<String>,
}

impl Reminder {
    /// By when payment is promised now; none where nothing is.
    pub fn promise(&self) -> Option<Time> {
        self.moved_to.or(self.promised_at)
    }

    /// Whether the promise that stands has gone by.
    pub fn is_broken(&self, now: Time) -> bool {
        self.promise().is_some_and(|promise| promise <= now)
    }
}

/// Checked input of a new reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewReminder {
    /// 房号, in any usual way of writing.
    pub unit: String,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// The fee, an id or a name of the list in the settings.
    pub fee: String,
    /// Which months, or whatever else is to be known, in one line; the name of the fee if left out.
    pub matter: Option<String>,
    /// The whole story.
    pub detail: Option<String>,
    /// When to remind first; the time of the rule if left out.
    pub next_at: Option<Time>,
    /// Since when it is owed, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
}
