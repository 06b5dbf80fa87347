//! Who works at the estate and what each role is called. Knows nothing about clocks or rules.
use super::word::{UnknownWord, find};
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A role 岗位, from low to high: the order is the order of escalation (ESC-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 前台
    Receptionist,
    /// 夜班安保
    NightGuard,
    /// 部门
    Department,
    /// 客服主管
    Supervisor,
    /// 经理
    Manager,
    /// 总公司
    HeadOffice,
}

impl Role {
    /// All roles, from low to high.
    pub const ALL: [Role; 6] = [
        Role::Receptionist,
        Role::NightGuard,
        Role::Department,
        Role::Supervisor,
        Role::Manager,
        Role::HeadOffice,
    ];

    /// The word for it in settings, actions and the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Receptionist => "receptionist",
            Role::NightGuard => "night_guard",
            Role::Department => "department",
            Role::Supervisor => "supervisor",
            Role::Manager => "manager",
            Role::HeadOffice => "head_office",
        }
    }
}

impl FromStr for Role {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        find(&Self::ALL, Self::as_str, word)
    }
}
