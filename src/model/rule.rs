//! A rule of the settings: which milestone within what time, and who answers for it if not (ESC-02).
use super::case::Register;
use super::clock::ClockRule;
use serde::{Deserialize, Serialize};

/// One row `[[rule]]` of `config.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Register on whose cases it runs.
    pub register: Register,
    /// Grade to which it is limited: a severity, an urgency, a kind of review or of callback, equipment; none means all.
    pub grade: Option<String>,
    /// Procedure that it comes from, e.g. `[2.5 5.2.1]`.
    pub source: String,
    /// What runs.
    pub clock: ClockRule,
}
