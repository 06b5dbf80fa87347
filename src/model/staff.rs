//! Who works here: people, roles, departments.
use super::word::words;
use serde::{Deserialize, Serialize};

words! {
    /// 岗位: what a person may do, and to whom a matter goes when its time has run out.
    /// Ordered from the counter upward, so that the higher of two is the greater.
    pub enum Role {
        /// 夜班安保
        NightGuard,
        /// 前台
        Receptionist,
        /// 部门
        Department,
        /// 客服主管
        Supervisor,
        /// 经理
        Manager,
        /// 总公司
        HeadOffice,
    }
}

words! {
    /// 责任部门.
    pub enum Department {
        /// 工程
        Engineering,
        /// 安保
        Security,
        /// 保洁
        Cleaning,
        /// 绿化
        Greening,
        /// 客服
        Service,
    }
}

/// One member of the staff. The login of the operating system says who acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// Name of the account at the operating system; never changes, never used again.
    pub login: String,
    /// Name as it stands on the forms.
    pub name: String,
    /// What this person may do.
    pub role: Role,
    /// Department, for those who belong to one.
    pub department: Option<Department>,
    /// Whether this person may still sign on; nobody is deleted (SEC-04).
    pub active: bool,
    /// Technicians: ids of the kinds of job this person can do, commas between; none means any of the department (DSP-06).
    pub skills: Option<String>,
}
