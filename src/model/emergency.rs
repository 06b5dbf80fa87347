//! 紧急求援: a call for help, handled at once and written up afterwards (EMG-01 to EMG-08).
use super::clock::Time;
use super::entry::{Entry, EntryKind};
use super::word::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

words! {
    /// Who was told (EMG-02).
    pub enum Told {
        /// 安保
        Security,
        /// 工程
        Engineering,
        /// 客服主管
        Supervisor,
        /// 经理
        Manager,
        /// 119 火警
        Fire119,
        /// 120 急救
        Ambulance120,
        /// 110 报警
        Police110,
        /// 住户
        Residents,
        /// 其他
        Other,
    }
}

/// What an emergency carries beside its [`super::case::Case`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Emergency {
    /// Kind, an id of the list in the settings (EMG-03); none until somebody says.
    pub kind: Option<String>,
    /// Where, as it was typed; a unit stands on the case as well.
    pub place: String,
    /// The sentence that staff tell residents who call (EMG-07).
    pub public_words: Option<String>,
    /// When the resident was told that it is being dealt with (EMG-02).
    pub told_at: Option<Time>,
    /// When the first one was at the place; a slip is put right by another time.
    pub arrived_at: Option<Time>,
    /// When it was over.
    pub over_at: Option<Time>,
    /// How it ended.
    pub result: Option<String>,
    /// A paper work order is to be made up afterwards 补单 (EMG-08).
    pub order_wanted: bool,
    /// Somebody was hurt or ill: asked after within a week, at home (EMG-06).
    pub first_aid: bool,
    /// Review (EMG-05): response time, in words.
    pub response: Option<String>,
    /// Review: co-operation.
    pub cooperation: Option<String>,
    /// Review: cause.
    pub cause: Option<String>,
    /// Review: what to change.
    pub changes: Option<String>,
    /// Login of who reviewed it.
    pub reviewed_by: Option<String>,
    /// When.
    pub reviewed_at: Option<Time>,
}

/// What should have been done about an emergency and is not on its record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nobody was told who could help (EMG-02).
    NobodyTold,
    /// The resident was not told (EMG-02).
    ResidentUntold,
    /// Nobody was at the place (EMG-05).
    NobodyThere,
    /// So many lines of the checklist are open (EMG-03).
    ChecksOpen(usize),
}

impl Emergency {
    /// What is not on record, in the order in which it is to be done; `entries` are the lines of the case.
    pub fn missing(&self, entries: &[Entry]) -> Vec<Missing> {
        let residents = <&str>::from(Told::Residents);
        let of_help = |entry: &Entry| entry.text.split(' ').next().is_some_and(|who| who != residents);
        let called = entries.iter().any(|entry| entry.kind == EntryKind::Told && of_help(entry));
        let open = entries.iter().filter(|entry| entry.kind == EntryKind::Check && entry.mark.is_none()).count();
        let missing = [
            (!called).then_some(Missing::NobodyTold),
            self.told_at.is_none().then_some(Missing::ResidentUntold),
            self.arrived_at.is_none().then_some(Missing::NobodyThere),
            (open > 0).then_some(Missing::ChecksOpen(open)),
        ];
        missing.into_iter().flatten().collect()
    }
}

/// Checked input of a new emergency: what and where are enough (EMG-01).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewEmergency {
    /// What is happening.
    pub matter: String,
    /// Where: a unit or any place.
    pub place: String,
    /// Kind, an id or a name of the list in the settings.
    pub emergency: Option<String>,
    /// Name of who called.
    pub name: Option<String>,
    /// Phone of who called.
    pub phone: Option<String>,
    /// When it reached the staff, if that was before now (补登, ESC-13).
    pub received_at: Option<Time>,
}
