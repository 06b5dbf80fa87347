//! What happened: an action as it was carried out, chained to the one before (SEC-01).
use super::clock::Time;
use serde::{Deserialize, Serialize};

/// One entry of the append-only journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Running number in the file.
    pub id: i64,
    /// When it was carried out.
    pub at: Time,
    /// Login of who did it; `system` for what a rule did by itself.
    pub by: String,
    /// The action as JSON, its tag `do` first.
    pub action: serde_json::Value,
}
