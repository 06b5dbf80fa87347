//! A file with a million cases of all registers, as an estate would have it after eleven years: one real day that the
//! desk lived through, copied by SQL day after day, the cabinet with its keys, and what is open today. Only the real
//! cases have a journal.

mod copies;
mod day;
mod today;

use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::clock::Time;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Households in the archive.
pub const HOUSEHOLDS: usize = 3_000;

/// Who is sent with work orders.
pub const TECHNICIANS: [&str; 8] = ["dept", "tech1", "tech2", "tech3", "tech4", "tech5", "tech6", "tech7"];
const SURNAMES: [&str; 10] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const NAMES: [&str; 12] = ["芳", "伟", "敏", "静", "秀英", "丽", "强", "磊", "洋", "艳", "勇", "杰"];
const MATTERS: [&str; 8] = [
    "厨房反复漏水，上次维修后仍渗",
    "楼道灯不亮",
    "楼上夜间噪音",
    "快递柜打不开",
    "电梯按键失灵",
    "草坪积水多日未处理",
    "装修垃圾堆放在通道",
    "询问停车位租用手续",
];

/// Now, for every measurement: 21 November 2026, 09:15 at the estate.
pub fn now() -> Time {
    time("2026-11-21T01:15:00Z")
}

/// A moment in UTC.
pub fn time(text: &str) -> Time {
    text.parse().unwrap()
}

/// The shipped settings.
pub fn config() -> Arc<Config> {
    Arc::new(Config::from_text("bench.toml", "").unwrap())
}

/// The name of the `i`-th household's owner.
pub fn owner(i: usize) -> String {
    format!("{}{}", SURNAMES[i % SURNAMES.len()], NAMES[i / SURNAMES.len() % NAMES.len()])
}

/// The unit of the `i`-th household: 10 buildings of 3 entrances, 25 floors, 4 doors.
pub fn unit(i: usize) -> String {
    format!("{}-{}-{}{:02}", i / 300 + 1, i / 100 % 3 + 1, i / 4 % 25 + 1, i % 4 + 1)
}

/// Days of a file with a million cases, and of one with two months of them.
pub const ELEVEN_YEARS: i64 = 4_000;
const TWO_MONTHS: i64 = 60;

/// The file, made now if it is not there yet.
pub fn kept() -> PathBuf {
    kept_as("million.db", ELEVEN_YEARS)
}

/// One with the same first months and nothing between them and today.
pub fn short() -> PathBuf {
    kept_as("months.db", TWO_MONTHS)
}

fn kept_as(name: &str, days: i64) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench").join(name);
    if !file.exists() {
        make(&file, days);
    }
    file
}

/// Makes the file under another name first: what stands under the name is whole.
pub fn make(file: &Path, days: i64) {
    let folder = file.parent().unwrap();
    std::fs::create_dir_all(folder).unwrap();
    let part = file.with_extension("part");
    for ending in ["part", "part-wal", "part-shm"] {
        let _ = std::fs::remove_file(file.with_extension(ending));
    }
    let began = std::time::Instant::now();
    let mut desk = Desk::open(&part, config()).unwrap();
    hire(&mut desk);
    day::live(&mut desk);
    drop(desk);
    copies::days(&part, days);
    let mut desk = Desk::open(&part, config()).unwrap();
    today::keys(&mut desk);
    drop(desk);
    copies::keys(&part);
    let mut desk = Desk::open(&part, config()).unwrap();
    today::open_cases(&mut desk);
    today::lent_keys(&mut desk);
    drop(desk);
    std::fs::rename(&part, file).unwrap();
    eprintln!("made {} in {:.0} s", file.display(), began.elapsed().as_secs_f64());
}

fn hire(desk: &mut Desk) {
    let first = time("2015-11-16T00:00:00Z");
    desk.first_start("manager", first).unwrap();
    let staff = [("desk", "receptionist"), ("sup", "supervisor")];
    for (login, role) in staff {
        let new = json!({"do": "add_staff", "login": login, "name": login, "role": role});
        desk.perform_json(new, "manager", first).unwrap();
    }
    for (at, login) in TECHNICIANS.iter().enumerate() {
        let department = ["engineering", "engineering", "cleaning", "security"][at % 4];
        let new =
            json!({"do": "add_staff", "login": login, "name": login, "role": "department", "department": department});
        desk.perform_json(new, "manager", first).unwrap();
    }
    let people = (0..HOUSEHOLDS).flat_map(|i| {
        let phone = format!("138{:08}", i * 37);
        let owner = json!({"do": "record_resident", "unit": unit(i), "name": owner(i), "phone": phone});
        [owner, json!({"do": "record_resident", "unit": unit(i), "name": self::owner(i + 57), "tie": "family"})]
    });
    all(desk.perform_batch(people, "desk", first).unwrap());
}

/// Every answer, none of which may be a refusal.
pub fn all<T, E: std::fmt::Debug>(answers: Vec<Result<T, E>>) -> Vec<T> {
    answers.into_iter().map(Result::unwrap).collect()
}

/// The household, the person and the matter of the `i`-th case.
pub fn who(i: usize) -> Value {
    let home = i * 13 % HOUSEHOLDS;
    json!({"unit": unit(home), "name": owner(home), "phone": format!("138{:08}", home * 37), "matter": MATTERS[i % 8]})
}

/// One action out of two parts.
pub fn joined(mut action: Value, more: Value) -> Value {
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}
