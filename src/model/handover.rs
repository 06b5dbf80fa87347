//! 交接班: what one shift leaves to the next (LED-08). Its entries are lines of the case.
use super::clock::Time;
use super::house_key::Fen;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a handover carries beside its [`super::case::Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Open cases when it was drawn up.
    pub open_cases: u32,
    /// Keys out when it was drawn up.
    pub keys_out: u32,
    /// Deposits held when it was drawn up, in hundredths of a yuan.
    pub deposits: Fen,
    /// When the outgoing one signed.
    pub offered_at: Option<Time>,
    /// Login of the incoming one who signed or refused.
    pub incoming: Option<String>,
    /// When the incoming one signed.
    pub taken_over_at: Option<Time>,
    /// How often the incoming one refused.
    pub refused: u32,
    /// Why, the last time.
    pub refusal: Option<String>,
}

/// Checked input of a new handover; open cases, keys out and deposits held are filled in by the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewHandover {
    /// What the next shift must know.
    pub note: Option<String>,
    /// It comes back at every handover until somebody clears it.
    #[serde(default)]
    pub flagged: bool,
}
