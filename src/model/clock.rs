//! A clock: a rule running on a case (ESC-02), as a plain record. What it says at a given time is worked out in `rules::clock`.
use super::span::Within;
use super::staff::Role;
use super::word::words;
use serde::{Deserialize, Serialize};

/// A moment, in whole seconds.
pub type Time = chrono::DateTime<chrono::Utc>;

words! {
    /// What stops a clock (ESC-02).
    pub enum Milestone {
        /// The resident has a clear answer.
        Reply,
        /// The matter or the job is finished.
        Finish,
        /// The resident was contacted.
        Contact,
        /// The supervisor has it.
        WithSupervisor,
        /// It was reported to head office.
        HeadOffice,
        /// The complaint is solved.
        Solve,
        /// The record is signed.
        Sign,
        /// The resident was asked afterwards.
        Callback,
        /// The register, the emergency or the callback was reviewed.
        Review,
        /// A department has the work order (DSP-03).
        Send,
        /// The receiving department has signed (DSP-07).
        Receive,
        /// The technician is on the way (DSP-03).
        Depart,
        /// The technician is there (DSP-04); the first one is at the place of an emergency.
        Arrive,
        /// Failed equipment was looked at for the first time (DSP-05).
        Check,
        /// The resident was told (DSP-09, EMG-02).
        Tell,
        /// The paper sheet is back (DSP-10).
        SheetBack,
        /// The paper work order of an emergency was made up (EMG-08).
        Order,
        /// The key or the pass is back (KEY-03, LED-04).
        Return,
        /// A lost key or pass was followed up (KEY-06, LED-04).
        Follow,
        /// The visit took place (CBK-06, LED-13).
        Visit,
        /// The manager decided on a failed callback (CBK-07).
        Decide,
        /// The next shift has taken over (LED-08).
        TakeOver,
        /// The stock-taking or the month was reported to the supervisor (KEY-08, STA-06).
        Report,
        /// The household was reminded of a fee (LED-06).
        Remind,
        /// The household has paid as promised (LED-06).
        Pay,
    }
}

impl Milestone {
    /// Whether it is the end of the work itself: its clock keeps its start when the grade changes (ESC-09).
    #[must_use]
    pub fn is_solving(self) -> bool {
        matches!(self, Milestone::Solve | Milestone::Finish)
    }
}

words! {
    /// What crossing does (ESC-02).
    pub enum Crossing {
        /// 转由: the higher role now owns it.
        Transfer,
        /// 上报/抄报: the higher role is told, the owner stays.
        Report,
        /// The case takes a higher grade, and the higher role owns it.
        Regrade,
    }
}

words! {
    /// The calendar in which a limit counts (ESC-08).
    pub enum Basis {
        /// Round the clock: an estate never closes.
        Natural,
        /// Only while the office is open.
        Working,
    }
}

words! {
    /// Why a clock no longer runs.
    pub enum StopReason {
        /// Its milestone was reached.
        Reached,
        /// Another clock took its place: the grade changed (ESC-09), or the case was opened again (ESC-10).
        Superseded,
        /// The complaint was found not valid (CMP-09).
        Judged,
        /// The record was voided (SEC-04).
        Voided,
    }
}

/// The last pause 暂停 of a clock (ESC-07): over once `until` has come, and kept as a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When the clock was stopped.
    pub from: Time,
    /// When it goes on by itself; the time of the resumption where that came earlier.
    pub until: Time,
    /// Seconds left at `from`, in the clock's own calendar.
    pub left: i64,
}

/// How a clock ended; frozen (ESC-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    /// When.
    pub at: Time,
    /// Why.
    pub why: StopReason,
}

/// Somebody took note 知悉 of the escalation (ESC-06).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// Who.
    pub by: String,
    /// When.
    pub at: Time,
}

/// A rule as far as a clock needs it (ESC-02); register and grade stand in the row of the settings around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockRule {
    /// Its id, `CMP-03/report`.
    pub id: String,
    /// What stops the clock.
    pub milestone: Milestone,
    /// Within what time.
    pub within: Within,
    /// Counted in which calendar.
    pub basis: Basis,
    /// The role it goes to.
    pub level: Role,
    /// What crossing does.
    pub crossing: Crossing,
    /// Whether it may be paused.
    pub pausable: bool,
}

/// A rule running on a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Its row; 0 before it is stored.
    pub id: i64,
    /// The case it runs on; 0 until the desk sets it.
    pub case_id: i64,
    /// Which round of the case it belongs to, from 1 (ESC-10).
    pub cycle: u32,
    /// Id of the rule it was started by.
    pub rule: String,
    /// What stops it.
    pub milestone: Milestone,
    /// The role it goes to.
    pub level: Role,
    /// What crossing does.
    pub crossing: Crossing,
    /// Whether it may be paused.
    pub pausable: bool,
    /// The calendar in which it counts.
    pub basis: Basis,
    /// The limit it was started with.
    pub within: Within,
    /// The limit counts from here.
    pub started_at: Time,
    /// In force from here; later than the start after a change of grade, or for a clock armed ahead of an automatic one.
    pub armed_at: Time,
    /// The first second that is late.
    pub due_at: Time,
    /// Here the due-soon look begins (ESC-05).
    pub soon_at: Time,
    /// The last pause.
    pub pause: Option<Pause>,
    /// Seconds of all pauses, in the clock's own calendar; the last one counts up to its agreed end also if the clock stopped in it.
    pub paused_for: i64,
    /// How it ended.
    pub stopped: Option<Stopped>,
    /// Who took note of the escalation.
    pub noted: Option<Noted>,
}

impl Clock {
    /// When it crosses: at its due time, or when it comes into force with that already gone by (ESC-04).
    #[must_use]
    pub fn crosses_at(&self) -> Time {
        self.due_at.max(self.armed_at)
    }
}
