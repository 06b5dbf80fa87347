//! 钥匙: a labelled key on its hook, and who has it (KEY-01 to KEY-11). A loan is a cycle of the key.
use super::case::State;
use super::clock::{Clock, Time};
use super::staff::{Department, Role};
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Money in hundredths of a yuan.
pub type Fen = i64;

words! {
    /// Kind of a key (KEY-01).
    pub enum KeyKind {
        /// 用户托管
        Entrusted,
        /// 设备房备用
        PlantRoom,
        /// 其它
        Other,
    }
}

words! {
    /// Who borrows a key (KEY-03, KEY-04).
    #[derive(Default)]
    pub enum Borrower {
        /// 内部员工
        #[default]
        Staff,
        /// 外部人员
        Outsider,
    }
}

words! {
    /// Identity document of an outsider (KEY-04).
    pub enum Document {
        /// 居民身份证
        IdCard,
        /// 护照
        Passport,
        /// 驾驶证
        DrivingLicence,
        /// 其它证件
        Other,
    }
}

words! {
    /// What a stock-taking found of a key (KEY-08).
    pub enum Found {
        /// 在库
        Seen,
        /// 借出
        Out,
        /// 缺失
        Missing,
    }
}

/// What a key carries beside its [`super::case::Case`]; its label text stands there as the matter, its number as the
/// number of the old ledger. The loan that is going on, or the last one, stands here; those before it in the cycles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseKey {
    /// Kind (KEY-01).
    pub kind: KeyKind,
    /// Number on the label.
    pub key_number: String,
    /// Building whose key it is (KEY-02).
    pub building: Option<String>,
    /// Floor (KEY-02).
    pub floor: Option<String>,
    /// Number of its hook (KEY-02).
    pub hook: String,
    /// Number of pieces (KEY-02).
    pub pieces: u32,
    /// Written mandate on file: who, what it allows (KEY-09).
    pub mandate: Option<String>,
    /// Loan: staff or outsider.
    pub borrower: Option<Borrower>,
    /// Loan: name of who has it.
    pub holder: Option<String>,
    /// Loan: department of who has it.
    pub holder_department: Option<Department>,
    /// Loan: phone of who has it, digits only.
    pub holder_phone: Option<String>,
    /// Loan: what for.
    pub purpose: Option<String>,
    /// Loan: since when.
    pub lent_at: Option<Time>,
    /// Loan: login of who lent it.
    pub lent_by: Option<String>,
    /// Loan: by when it is to be back, as agreed first.
    pub back_by: Option<Time>,
    /// Loan: by when it is to be back now, if that was extended (KEY-10).
    pub extended_to: Option<Time>,
    /// Loan: kind of identity document seen (KEY-04).
    pub document: Option<Document>,
    /// Loan: its number; shown whole on the return form only.
    pub document_number: Option<String>,
    /// Loan: deposit held, in hundredths of a yuan.
    pub deposit: Option<Fen>,
    /// Loan: name typed as signature.
    pub signature: Option<String>,
    /// Loan: login of who approved it (KEY-09).
    pub approved_by: Option<String>,
    /// Loan: who of the household consented (KEY-09).
    pub consent_by: Option<String>,
    /// Loan: when.
    pub consent_at: Option<Time>,
    /// Loan: how often it was chased (KEY-10).
    pub chased: u32,
    /// When it came back.
    pub returned_at: Option<Time>,
    /// In which condition (KEY-06).
    pub condition: Option<String>,
    /// Deposit paid back, in hundredths of a yuan.
    pub deposit_back: Option<Fen>,
    /// When it was found to be lost (KEY-06).
    pub lost_at: Option<Time>,
    /// What was done about the loss: lock changed, owner told, who pays.
    pub follow_up: Option<String>,
    /// Handed over to the resident at move-in: to whom (KEY-07).
    pub handed_to: Option<String>,
}

impl HouseKey {
    /// A key that was never lent.
    pub fn unlent(self) -> HouseKey {
        HouseKey {
            borrower: None,
            holder: None,
            holder_department: None,
            holder_phone: None,
            purpose: None,
            lent_at: None,
            lent_by: None,
            back_by: None,
            extended_to: None,
            document: None,
            document_number: None,
            deposit: None,
            signature: None,
            approved_by: None,
            consent_by: None,
            consent_at: None,
            chased: 0,
            returned_at: None,
            condition: None,
            deposit_back: None,
            lost_at: None,
            follow_up: None,
            ..self
        }
    }

    /// Deposit that is held and not settled yet, in hundredths of a yuan.
    pub fn held(&self) -> Fen {
        if self.deposit_back.is_some() { 0 } else { self.deposit.unwrap_or(0) }
    }
}

/// Checked input of a key for the cabinet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewKey {
    /// Number on the label; each is taken only once.
    pub key: String,
    /// Kind of the key.
    pub key_kind: KeyKind,
    /// Text of the label.
    pub matter: String,
    /// 房号 of an entrusted key, in any usual way of writing.
    pub unit: Option<String>,
    /// Building; that of the unit if left out.
    pub building: Option<String>,
    /// Floor.
    pub floor: Option<String>,
    /// Number of its hook.
    pub hook: String,
    /// Number of pieces; 1 if left out.
    pub pieces: Option<u32>,
    /// Name of who entrusted it.
    pub name: Option<String>,
    /// Phone of who entrusted it.
    pub phone: Option<String>,
    /// Written mandate on file (KEY-09).
    pub mandate: Option<String>,
}

/// A key as it stands in the cabinet: where it hangs, who has it, what is due (KEY-02, KEY-05).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CabinetKey {
    /// Row of its case.
    pub id: i64,
    /// Number of its case.
    pub number: String,
    /// Changes so far.
    pub version: i64,
    /// Kept, lent, lost, handed over.
    pub state: State,
    /// Role that answers for it while nothing has crossed.
    pub owner: Role,
    /// 房号 of an entrusted one.
    pub unit: Option<String>,
    /// Who entrusted it.
    pub name: Option<String>,
    /// Text of the label.
    pub label: String,
    /// Kind.
    pub kind: KeyKind,
    /// Number on the label.
    pub key_number: String,
    /// Building.
    pub building: Option<String>,
    /// Floor.
    pub floor: Option<String>,
    /// Hook.
    pub hook: String,
    /// Pieces.
    pub pieces: u32,
    /// Staff or outsider, of this loan or the last one.
    pub borrower: Option<Borrower>,
    /// Who has it, or had it last.
    pub holder: Option<String>,
    /// Department of the holder.
    pub holder_department: Option<Department>,
    /// Since when.
    pub lent_at: Option<Time>,
    /// When it came back last.
    pub returned_at: Option<Time>,
    /// By when it is to be back now.
    pub back_by: Option<Time>,
    /// The time to which the loan was extended (KEY-10).
    pub extended_to: Option<Time>,
    /// How often it was chased (KEY-10).
    pub chased: u32,
    /// Deposit held for it, in hundredths of a yuan.
    pub held: Fen,
    /// A written mandate is on file (KEY-09).
    pub mandate: bool,
    /// Running clocks.
    pub clocks: Vec<Clock>,
}

impl CabinetKey {
    /// Whether it is out and should be back by now: the time agreed on last counts for chasing, the first one for the
    /// verdict (KEY-10).
    pub fn is_late(&self, now: Time) -> bool {
        self.state == State::Lent && self.back_by.is_some_and(|back_by| back_by <= now)
    }
}
