//! What the desk answers: what was done, and what a case, a household, a queue look like now.
use crate::model::callback::{Archive, Callback};
use crate::model::case::{Case, State};
use crate::model::clock::{Clock, Time};
use crate::model::complaint::Complaint;
use crate::model::emergency::Emergency;
use crate::model::entry::Entry;
use crate::model::event::Event;
use crate::model::handover::Handover;
use crate::model::house_key::HouseKey;
use crate::model::pass::Pass;
use crate::model::reception::{Reception, Review};
use crate::model::reminder::Reminder;
use crate::model::resident::Resident;
use crate::model::service::Service;
use crate::model::staff::Role;
use crate::model::stocktake::Stocktake;
use crate::model::visit::Visit;
use crate::model::work_order::WorkOrder;
use crate::rules::clock::{self, Look, Standing};
use crate::store::cases::PauseRow;
use serde::Serialize;
use serde_json::Value;

/// What came of an action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Done {
    /// Number of the case that was made or changed; for a member of the staff the login, for a resident the unit.
    pub number: String,
    /// Where the case stands now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Version of the case now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// Cases made or changed with it, by number: the complaint made of a reception, and so on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub linked: Vec<String>,
    /// Something worth telling at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Hint>,
    /// A number that was asked to be shown whole (SEC-03).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<String>,
}

/// Something worth telling at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hint {
    /// The same unit raised this again and again: proposed as major (CMP-07).
    ProposedMajor,
    /// The complaint was opened again, since the resident is not satisfied (CMP-14).
    Reopened,
    /// Not answered: the callback stays due (CBK-11).
    StillDue,
    /// Waits for the supervisor's signature before it is closed (CMP-13).
    AwaitsSignature,
    /// Waits for the callback before it is closed (ESC-12).
    AwaitsCallback,
    /// The resident was known already; the entry was brought up to date.
    UpToDate,
    /// Already late when it was entered (ESC-13).
    LateAlready,
    /// Drawn by the lottery: the resident is to be asked afterwards (CBK-02).
    Drawn,
    /// The resident is still to be told (DSP-09).
    AwaitsTelling,
    /// The paper sheet is still out (DSP-10).
    AwaitsSheet,
    /// The paper work order is still to be made up (EMG-08).
    AwaitsOrder,
    /// The written review is still due (EMG-05).
    AwaitsReview,
    /// Over, but the resident was not told yet (EMG-02).
    ResidentUntold,
    /// Over: the callers stand in the reception register, each with a reply that is due (EMG-07).
    RingBack,
    /// Less was paid back than was held.
    DepositKept,
    /// The resident is not satisfied with a service that goes on (LED-07).
    MidTermPoor,
    /// The callback failed: it went to the manager (CBK-07).
    WentUp,
    /// The household is not content: the supervisor reviews the call (CBK-10).
    ToReview,
}

/// What a register keeps beside the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// 接待登记
    Reception(Reception),
    /// 投诉
    Complaint(Box<Complaint>),
    /// 登记审核
    Review(Review),
    /// 派工
    WorkOrder(Box<WorkOrder>),
    /// 紧急求援
    Emergency(Box<Emergency>),
    /// 钥匙
    Key(Box<HouseKey>),
    /// 回访
    Callback(Box<Callback>),
    /// 特约服务
    Service(Service),
    /// 上门拜访
    Visit(Visit),
    /// 交接班
    Handover(Handover),
    /// 钥匙盘点
    Stocktake(Stocktake),
    /// 临时出入证
    Pass(Pass),
    /// 催缴
    Reminder(Reminder),
    /// 已归档移出: nothing is left of it (SEC-05)
    Removed,
}

impl Part {
    /// Its fields as JSON, by the names of the columns.
    pub fn to_json(&self) -> Value {
        match serde_json::to_value(self) {
            Ok(Value::Object(named)) => named.into_iter().next().map(|(_, fields)| fields).unwrap_or_default(),
            _ => Value::Null,
        }
    }
}

/// Everything about one case (the detail view).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The case.
    pub case: Case,
    /// Its register's own part.
    pub part: Part,
    /// All clocks, in the order in which they were started.
    pub clocks: Vec<Clock>,
    /// All pauses.
    pub pauses: Vec<PauseRow>,
    /// Its lines: timeline, checklist, who was told, who had it, what was counted.
    pub entries: Vec<Entry>,
    /// Cases from which it came.
    pub origins: Vec<Case>,
    /// Cases that came of it; for a review, the receptions that it covers, or the callbacks that are still open.
    pub offspring: Vec<Case>,
    /// Review of a month of callbacks: how far they are (CBK-09).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archive: Option<Archive>,
    /// Review of a month: what was handed in, the newest edition first (STA-06).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Edition>,
    /// How many of its figures are others now, where that was asked for ([`crate::desk::Desk::compare`]).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differing: Option<usize>,
    /// Results of the cycles before: number, end, result as JSON (ESC-10).
    pub cycles: Vec<(u32, Time, String)>,
    /// What happened, oldest first.
    pub history: Vec<Event>,
}

/// One handing in of a month, without its figures (STA-06).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// 1 for the first, one more for every correction.
    pub edition: u32,
    /// Name typed as signature.
    pub signature: String,
    /// Login of who handed it in.
    pub signed_by: String,
    /// When.
    pub signed_at: Time,
    /// What was said with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The clock that a line shows, what it looks like, and whose the case is now.
#[derive(Clone, Debug)]
pub struct Pressing<'a> {
    /// The most pressing clock, if any runs.
    pub clock: Option<&'a Clock>,
    /// Its look.
    pub look: Option<Look>,
    /// Whose the case is.
    pub standing: Standing,
    /// The crossing has been taken note of (ESC-06).
    pub noted: bool,
}

impl<'a> Pressing<'a> {
    /// Worked out from clocks, the role that owns the case before any crossing, and now.
    pub fn of(clocks: &'a [Clock], owner: Role, now: Time) -> Pressing<'a> {
        let pressing = clock::pressing(clocks, owner, now);
        // Whose it is comes from the highest clock that has crossed, how late from the one that is late the longest:
        // so the lines of a queue stand in the order of what they say.
        let latest = clocks.iter().filter(|clock| clock.stopped.is_none());
        let latest = latest.filter_map(|clock| clock::late_by(clock, now)).max();
        let crossed = |clock: &&Clock| clock.stopped.is_none() && clock.crosses_at() <= now;
        Pressing {
            clock: pressing,
            look: pressing.map(|clock| with_lateness(clock::look(clock, owner, now), latest)),
            standing: clock::level(clocks, owner, now),
            noted: clocks.iter().any(|clock| crossed(&clock))
                && clocks.iter().filter(crossed).all(|clock| clock.noted.is_some()),
        }
    }
}

fn with_lateness(look: Look, latest: Option<i64>) -> Look {
    match (look, latest) {
        (Look::Overdue { .. }, Some(late)) => Look::Overdue { late },
        (Look::Escalated { to, how, .. }, Some(late)) => Look::Escalated { late, to, how },
        (other, _) => other,
    }
}

/// An emergency that goes on, as callers are told of it (EMG-07).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Incident {
    /// Its number.
    pub number: String,
    /// What is happening.
    pub matter: String,
    /// Kind, an id of the list in the settings.
    pub kind: Option<String>,
    /// Where, as it was typed.
    pub place: String,
    /// The unit, if the place is one.
    pub unit: Option<String>,
    /// The building in which that is, if it is in one.
    pub building: Option<String>,
    /// Since when.
    pub since: Time,
    /// The sentence that staff tell residents who call.
    pub public_words: Option<String>,
}

/// A household with all that is open for it (LED-01).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Household {
    /// 房号.
    pub unit: String,
    /// Its people.
    pub residents: Vec<Resident>,
    /// Its cases: the open ones by what crosses next, then the newest others; each with its running clocks.
    pub cases: Vec<(Case, Vec<Clock>)>,
}

/// What `check` found; empty lists are good news.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Survey {
    /// Cases in the file.
    pub cases: i64,
    /// Head of the chain: entries.
    pub events: i64,
    /// Head of the chain: hash of the last entry.
    pub head: String,
    /// Findings, in words for whoever looks after the file.
    pub findings: Vec<String>,
}
