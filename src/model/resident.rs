//! 住户档案: units and the people tied to them (LED-01).
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// How a person is tied to a unit.
    #[derive(Default)]
    pub enum Tie {
        /// 业主
        #[default]
        Owner,
        /// 租户
        Tenant,
        /// 家属
        Family,
        /// 紧急联系人
        Emergency,
    }
}

/// A person of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resident {
    /// Row in the file.
    pub id: i64,
    /// 房号.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Phone, digits only.
    pub phone: Option<String>,
    /// How tied to the unit.
    pub tie: Tie,
    /// Special needs, e.g. elderly living alone.
    pub needs: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Moved out, or entered by mistake; kept (SEC-04).
    pub gone: bool,
}

/// Checked input of a resident; the same unit and name are the same person, whose other fields are brought up to date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResident {
    /// 房号, in any usual way of writing.
    pub unit: String,
    /// Name.
    pub name: String,
    /// Phone.
    pub phone: Option<String>,
    /// Owner, tenant, family, emergency contact; left out, it stays as it was, and `owner` for a new entry.
    pub tie: Option<Tie>,
    /// Special needs.
    pub needs: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Moved out; left out, it stays as it was.
    pub gone: Option<bool>,
}
