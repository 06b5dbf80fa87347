//! A line of a case: timeline, checklist, who was told, who had it, what was counted. One shape for all registers.
use super::clock::Time;
use super::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// What a line is.
    pub enum EntryKind {
        /// 时间线: what happened (EMG-04)
        Timeline,
        /// 检查表: what to do, marked when done (EMG-03)
        Check,
        /// 通知: who was told (EMG-02)
        Told,
        /// 持有: which department and technician had a work order (DSP-13); marked when it went on
        Holder,
        /// 催还: a key was chased (KEY-10)
        Chase,
        /// 延期: a loan or a pass was extended (KEY-10, LED-04)
        Extension,
        /// 未接通: an attempt without an answer (CBK-11)
        Attempt,
        /// 未结: an open case of a handover (LED-08)
        OpenCase,
        /// 钥匙: a key that is out, of a handover
        KeyOut,
        /// 押金: a deposit held, of a handover
        Deposit,
        /// 交代: what the next shift must know (LED-08)
        Note,
        /// 盘点: a key of a stock-taking; marked with what was found (KEY-08)
        Count,
        /// 催缴: how a household was reminded, and what was said (LED-06)
        Reminded,
    }
}

/// One line. What it says is never changed; it can be marked once: done, ticked off, found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Row in the file; 0 before it is stored.
    pub id: i64,
    /// The case to which it belongs.
    pub case_id: i64,
    /// What it is.
    pub kind: EntryKind,
    /// When it was written, or when it happened.
    pub at: Time,
    /// Login of who wrote it.
    pub by: String,
    /// What it says.
    pub text: String,
    /// Row of the case that it speaks of.
    pub about: Option<i64>,
    /// Comes back at every handover until it is cleared (LED-08).
    pub flagged: bool,
    /// What it was marked with: done, ticked, seen, out, missing, cleared.
    pub mark: Option<String>,
    /// When.
    pub marked_at: Option<Time>,
    /// Login of who marked it.
    pub marked_by: Option<String>,
}
