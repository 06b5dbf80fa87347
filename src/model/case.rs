//! The case: what every register has in common, and the states in which it can stand (ESC-01).
use super::clock::Time;
use super::staff::{Department, Role};
use super::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// The registers that exist. A rule in the settings names one of them.
    pub enum Register {
        /// 接待登记 (form 接待业主情况记录)
        Reception,
        /// 投诉 (form 投诉登记处理记录)
        Complaint,
        /// 登记审核: the supervisor's day, the manager's week (REC-07)
        Review,
    }
}

impl Register {
    /// The letters that a number begins with: 接待 JD, 投诉 TS, 审核 SH.
    pub fn prefix(self) -> &'static str {
        match self {
            Register::Reception => "JD",
            Register::Complaint => "TS",
            Register::Review => "SH",
        }
    }
}

words! {
    /// Where a case stands. Which may follow which is said in [`super::step::STEPS`].
    pub enum State {
        /// 已受理
        Accepted,
        /// 处理中
        Handling,
        /// 已处理，待回访与签收 (complaints)
        Solved,
        /// 已办结
        Closed,
        /// 无法处理 (REC-06)
        Unable,
        /// 不成立，或已转出 (CMP-09)
        Rejected,
        /// 作废 (SEC-04)
        Voided,
    }
}

impl State {
    /// Whether work is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, State::Accepted | State::Handling | State::Solved)
    }
}

words! {
    /// 渠道: how a matter came to the desk (REC-01, REC-02).
    #[derive(Default)]
    pub enum Channel {
        /// 上门
        WalkIn,
        /// 来电
        #[default]
        Phone,
        /// 网上/微信
        Online,
        /// 书面
        Letter,
        /// 其它岗位转告
        Relayed,
    }
}

/// What every case carries, whichever register it stands in: one row of the table `cases`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Row in the file; not shown to people.
    pub id: i64,
    /// Number on the form, e.g. `TS-20261114-003`; never used again (SEC-04).
    pub number: String,
    /// Register in which it stands.
    pub register: Register,
    /// Where it stands.
    pub state: State,
    /// 房号 in its plain form, `3-1-502`.
    pub unit: Option<String>,
    /// Building part of the unit.
    pub building: Option<String>,
    /// Name of the person who brought it.
    pub name: Option<String>,
    /// Phone, digits only.
    pub phone: Option<String>,
    /// 事由 in one line.
    pub matter: String,
    /// The whole story, if one line does not hold it.
    pub detail: Option<String>,
    /// How it came.
    pub channel: Channel,
    /// Login of the acceptor 受理人.
    pub acceptor: String,
    /// Login of the handler 处理人.
    pub handler: Option<String>,
    /// 责任部门.
    pub department: Option<Department>,
    /// Role that answers for it while nothing has crossed its time.
    pub owner: Role,
    /// Harm is going on now (CMP-08): stands at the top.
    pub harm: bool,
    /// When the matter reached the staff; clocks count from here (ESC-13).
    pub received_at: Time,
    /// When it was written into the register.
    pub entered_at: Time,
    /// By when the resident wants it (REC-01).
    pub wanted_by: Option<Time>,
    /// When it was closed.
    pub closed_at: Option<Time>,
    /// 1 for the first run, one more for every reopening (ESC-10).
    pub cycle: u32,
    /// Counts the changes; an action carries the one it saw.
    pub version: i64,
    /// Number on the ledger from which it was brought in.
    pub old_number: Option<String>,
}
