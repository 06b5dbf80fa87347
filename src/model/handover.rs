//! 交接班: what one shift leaves to the next (LED-08). Its entries are lines of the case.
use super::clock::Time;
use super::entry::{Entry, EntryKind};
use super::house_key::Fen;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Stands before the text of a line whose case or key is late.
pub const LATE: &str = "! ";

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

impl Handover {
    /// Whether an entry is a line of the offer that stands: what was offered and refused before stays in the file, and
    /// so do the notes as they were written. The line that was made of a note speaks of the case where the note stands.
    pub fn offers(&self, entry: &Entry) -> bool {
        let is_line = match entry.kind {
            EntryKind::OpenCase | EntryKind::KeyOut | EntryKind::Deposit => true,
            EntryKind::Note => entry.about.is_some(),
            _ => false,
        };
        is_line && self.offered_at == Some(entry.at)
    }
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
