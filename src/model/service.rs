//! 特约服务: what a resident orders beside the contract (LED-07).
use super::case::Channel;
use super::clock::Time;
use super::staff::Department;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a special service carries beside its [`super::case::Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// From when.
    pub starts_at: Option<Time>,
    /// Until when; without one there is no mid-term.
    pub ends_at: Option<Time>,
    /// 处理情况, as last written.
    pub handling: Option<String>,
    /// Quality as found by the last follow-up.
    pub quality: Option<String>,
    /// How often the quality was followed up.
    pub followed_up: u32,
    /// What came of it.
    pub result: Option<String>,
    /// When it was done.
    pub finished_at: Option<Time>,
    /// What the resident said at the end.
    pub satisfied: Option<bool>,
    /// How often it was opened again.
    pub reopened: u32,
}

/// Checked input of a new special service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewService {
    /// How it came; `phone` if left out.
    #[serde(default)]
    pub channel: Channel,
    /// 房号, in any usual way of writing.
    pub unit: Option<String>,
    /// Name of the person.
    pub name: Option<String>,
    /// Phone of the person.
    pub phone: Option<String>,
    /// What is ordered, in one line.
    pub matter: String,
    /// The whole story.
    pub detail: Option<String>,
    /// Department that does it.
    pub department: Department,
    /// From when.
    pub starts_at: Option<Time>,
    /// Until when.
    pub ends_at: Option<Time>,
    /// When it reached the staff, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
}
