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
        /// 登记审核: the supervisor's day, the manager's week (REC-07), a month of callbacks (CBK-09),
        /// a month's figures (STA-06)
        Review,
        /// 派工 (form 派工单): a job for a department (DSP-01)
        WorkOrder,
        /// 紧急求援: a call for help, written up afterwards (EMG-01)
        Emergency,
        /// 钥匙: a labelled key on its hook; every loan is a cycle of it (KEY-01)
        Key,
        /// 回访 (form 回访记录表): asking the resident afterwards (CBK-01)
        Callback,
        /// 特约服务: what a resident orders beside the contract (LED-07)
        Service,
        /// 上门拜访: a visit with an appointment (LED-13)
        Visit,
        /// 交接班: from one shift to the next (LED-08)
        Handover,
        /// 钥匙盘点: the keys counted at month end (KEY-08)
        Stocktake,
        /// 临时出入证: a worker's pass (LED-04)
        Pass,
        /// 催缴: a fee that a household is reminded of (LED-06)
        Reminder,
    }
}

impl Register {
    /// The letters that a number begins with: 接待 JD, 投诉 TS, 审核 SH, 派工 PG, 紧急 JJ, 钥匙 YS, 回访 HF, 特约 TY,
    /// 拜访 BF, 交班 JB, 盘点 PD, 出入证 CR, 催缴 CJ.
    pub fn prefix(self) -> &'static str {
        match self {
            Register::Reception => "JD",
            Register::Complaint => "TS",
            Register::Review => "SH",
            Register::WorkOrder => "PG",
            Register::Emergency => "JJ",
            Register::Key => "YS",
            Register::Callback => "HF",
            Register::Service => "TY",
            Register::Visit => "BF",
            Register::Handover => "JB",
            Register::Stocktake => "PD",
            Register::Pass => "CR",
            Register::Reminder => "CJ",
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
        /// 已处理，待回访与签收 (complaints, special services)
        Solved,
        /// 待派工 (work orders)
        Waiting,
        /// 已派工 (work orders)
        Sent,
        /// 已签收 (work orders, DSP-07)
        Received,
        /// 在途 (work orders)
        OnTheWay,
        /// 已到场 (work orders, emergencies)
        OnSite,
        /// 已完工，待告知与回单 (work orders, DSP-09, DSP-10)
        Finished,
        /// 已解除，待补单与复盘 (emergencies, EMG-05)
        Over,
        /// 在库 (keys)
        Kept,
        /// 借出 (keys)
        Lent,
        /// 遗失 (keys, KEY-06; passes, LED-04)
        Lost,
        /// 已移交 (keys handed over to the resident, KEY-07)
        HandedOver,
        /// 待回访 (callbacks)
        Due,
        /// 已预约 (callbacks, visits)
        Appointed,
        /// 已回访，待审核 (callbacks, CBK-07)
        Asked,
        /// 待经理处理 (callbacks that failed, CBK-07)
        Raised,
        /// 待接班 (shift handovers)
        Offered,
        /// 已发证，未收回 (passes, LED-04)
        Issued,
        /// 催缴中 (reminders, LED-06)
        Reminding,
        /// 已承诺缴费 (reminders, LED-06)
        Promised,
        /// 已办结
        Closed,
        /// 无法处理 (REC-06)
        Unable,
        /// 不成立，或已转出 (CMP-09)
        Rejected,
        /// 作废 (SEC-04)
        Voided,
        /// 已归档移出: kept for its time, then archived and removed; only number and dates are left (SEC-05)
        Removed,
    }
}

impl State {
    /// Whether work is still to be done. A key in its place is no work.
    pub fn is_open(self) -> bool {
        use State::{Closed, HandedOver, Kept, Rejected, Removed, Unable, Voided};
        !matches!(self, Closed | Unable | Rejected | Voided | Removed | Kept | HandedOver)
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
