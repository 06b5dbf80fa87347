//! The people who work on the estate of the demonstration, and who of them acts at which hour. Must not know what they do.
use super::script::Hours;
use crate::model::clock::Time;
use crate::model::staff::{Department, Role};

/// Login, name, role, department, what a technician can do.
#[rustfmt::skip]
pub(super) const STAFF: &[(&str, &str, Role, Option<Department>, &str)] = &[
    ("chenguodong", "陈国栋", Role::Manager, Some(Department::Service), ""),
    ("zhouhui", "周慧", Role::Supervisor, Some(Department::Service), ""),
    ("zhangmin", "张敏", Role::Receptionist, Some(Department::Service), ""),
    ("hexiaolin", "何晓琳", Role::Receptionist, Some(Department::Service), ""),
    ("luoyifan", "罗一帆", Role::Receptionist, Some(Department::Service), ""),
    ("madajun", "马大军", Role::NightGuard, Some(Department::Security), ""),
    ("lizhiqiang", "李志强", Role::Department, Some(Department::Engineering), ""),
    ("wangjun", "王军", Role::Department, Some(Department::Engineering), "lift,equipment,electric"),
    ("qianwei", "钱伟", Role::Department, Some(Department::Engineering), "plumbing,burst_pipe,gas"),
    ("tanbin", "谭斌", Role::Department, Some(Department::Engineering), "electric,short_circuit,equipment"),
    ("shilei", "石磊", Role::Department, Some(Department::Engineering), "doors,public,plumbing"),
    ("fanjie", "范洁", Role::Department, Some(Department::Cleaning), "cleaning"),
    ("qinfeng", "秦峰", Role::Department, Some(Department::Greening), "greening"),
    ("duyong", "杜勇", Role::Department, Some(Department::Security), "security"),
    ("zhaotiejun", "赵铁军", Role::Department, Some(Department::Security), ""),
    ("sunguihua", "孙桂华", Role::Department, Some(Department::Cleaning), ""),
    ("wuchangqing", "吴长青", Role::Department, Some(Department::Greening), ""),
    ("ouyangli", "欧阳丽", Role::Department, Some(Department::Service), ""),
    ("shenruoqing", "沈若清", Role::HeadOffice, None, ""),
];

/// Somebody by what they do here, not by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// Whoever sits at the counter at that hour; at night the guard.
    Desk,
    Guard,
    Of(Department),
    Supervisor,
    Manager,
    /// Somebody by the login.
    Named(&'static str),
}

impl Who {
    /// The login of whoever that is at a time.
    pub fn login(self, at: Time, hours: Hours) -> &'static str {
        match self {
            Who::Desk => at_the_counter(at, hours),
            Who::Guard => "madajun",
            Who::Of(Department::Engineering) if hours.day_number(at) % 3 == 0 => "wangjun",
            Who::Of(department) => head_of(department),
            Who::Supervisor => "zhouhui",
            Who::Manager => "chenguodong",
            Who::Named(login) => login,
        }
    }
}

/// Early and late shift take turns day by day; the night is the guard's.
fn at_the_counter(at: Time, hours: Hours) -> &'static str {
    let shifts = [["zhangmin", "hexiaolin"], ["zhangmin", "luoyifan"], ["hexiaolin", "luoyifan"]];
    let of_day = shifts[hours.day_number(at).rem_euclid(3) as usize];
    match hours.hour(at) {
        7..15 => of_day[0],
        15..23 => of_day[1],
        _ => "madajun",
    }
}

/// Who answers for a department.
pub(super) fn head_of(department: Department) -> &'static str {
    match department {
        Department::Engineering => "lizhiqiang",
        Department::Security => "zhaotiejun",
        Department::Cleaning => "sunguihua",
        Department::Greening => "wuchangqing",
        Department::Service => "ouyangli",
    }
}

/// Who is sent with jobs of a department.
pub(super) fn technicians(department: Department) -> &'static [&'static str] {
    match department {
        Department::Engineering => &["wangjun", "qianwei", "tanbin", "shilei"],
        Department::Security => &["duyong", "zhaotiejun"],
        Department::Cleaning => &["fanjie", "sunguihua"],
        Department::Greening => &["qinfeng", "wuchangqing"],
        Department::Service => &["ouyangli"],
    }
}
