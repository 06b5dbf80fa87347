//! 临时出入证: a worker's pass, issued for a time, and back again (LED-04). No identity document is kept.
use super::clock::Time;
use super::house_key::Fen;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a pass carries beside its [`super::case::Case`]; the worker stands there as the person, the purpose as the matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// Number on the card; the same card is issued again once it is back.
    pub pass_number: String,
    /// Company of the worker.
    pub company: Option<String>,
    /// Valid until then, as agreed first.
    pub valid_until: Time,
    /// Valid until then now, if that was extended.
    pub extended_to: Option<Time>,
    /// Deposit held, in hundredths of a yuan.
    pub deposit: Option<Fen>,
    /// Neither back nor lost nor voided: the card cannot be issued to somebody else.
    pub is_out: bool,
    /// When it came back.
    pub returned_at: Option<Time>,
    /// Deposit paid back, in hundredths of a yuan.
    pub deposit_back: Option<Fen>,
    /// When it was found to be lost.
    pub lost_at: Option<Time>,
    /// What was done about the loss.
    pub follow_up: Option<String>,
}

impl Pass {
    /// Deposit that is held and not settled yet, in hundredths of a yuan.
    pub fn held(&self) -> Fen {
        if self.deposit_back.is_some() { 0 } else { self.deposit.unwrap_or(0) }
    }
}

/// Checked input of a new pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPass {
    /// Number on the card; one that is out is not issued again.
    pub pass_number: String,
    /// Name of the worker.
    pub name: String,
    /// Phone of the worker.
    pub phone: String,
    /// Company of the worker.
    pub company: Option<String>,
    /// 房号 where the work is, in any usual way of writing; left out for what belongs to nobody.
    pub unit: Option<String>,
    /// What for, in one line.
    pub matter: String,
    /// Valid until then.
    pub valid_until: Time,
    /// Deposit, in yuan.
    pub deposit: Option<Fen>,
    /// When it was issued, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
}
