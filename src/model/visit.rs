//! 上门拜访: a visit to a resident, with an appointment (LED-13).
use super::clock::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a visit carries beside its [`super::case::Case`]; its purpose stands there as the matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Agreed time.
    pub appointment_at: Option<Time>,
    /// When the visit took place.
    pub visited_at: Option<Time>,
    /// What was said.
    pub said: Option<String>,
    /// What came of it.
    pub result: Option<String>,
}

/// Checked input of a new visit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVisit {
    /// 房号, in any usual way of writing.
    pub unit: Option<String>,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// Purpose, in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
    /// Agreed time, if there is one already.
    pub appointment_at: Option<Time>,
    /// Login of who goes.
    pub handler: Option<String>,
    /// When it was asked for or took place, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
}
