//! A file with a million cases, as an estate would have it after eleven years: one real day that the desk lived
//! through, copied by SQL day after day, and what is open today. Only the real cases have a journal.

use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::bigrams;
use frontdesk::model::clock::Time;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Households in the archive.
pub const HOUSEHOLDS: usize = 3_000;
/// Cases that are open with running clocks.
const OPEN: i64 = 2_000;
/// Days copied from the first one.
const DAYS: i64 = 4_000;
/// Cases of a day, beside its two reviews.
const A_DAY: usize = 248;

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

fn time(text: &str) -> Time {
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

/// The file, made now if it is not there yet.
pub fn kept() -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench/million.db");
    if !file.exists() {
        make(&file);
    }
    file
}

/// Makes the file under another name first: what stands under the name is whole.
pub fn make(file: &Path) {
    let folder = file.parent().unwrap();
    std::fs::create_dir_all(folder).unwrap();
    let part = file.with_extension("part");
    for ending in ["part", "part-wal", "part-shm"] {
        let _ = std::fs::remove_file(file.with_extension(ending));
    }
    let began = std::time::Instant::now();
    let mut desk = Desk::open(&part, config()).unwrap();
    hire(&mut desk);
    live_one_day(&mut desk);
    drop(desk);
    copy_the_day(&part);
    let mut desk = Desk::open(&part, config()).unwrap();
    open_cases(&mut desk);
    drop(desk);
    std::fs::rename(&part, file).unwrap();
    eprintln!("made {} in {:.0} s", file.display(), began.elapsed().as_secs_f64());
}

fn hire(desk: &mut Desk) {
    let first = time("2015-11-16T00:00:00Z");
    desk.first_start("manager", first).unwrap();
    let staff = [("desk", "receptionist"), ("sup", "supervisor"), ("dept", "department")];
    for (login, role) in staff {
        let new = json!({"do": "add_staff", "login": login, "name": login, "role": role});
        desk.perform_json(new, "manager", first).unwrap();
    }
    let people = (0..HOUSEHOLDS).flat_map(|i| {
        let phone = format!("138{:08}", i * 37);
        let owner = json!({"do": "record_resident", "unit": unit(i), "name": owner(i), "phone": phone});
        [owner, json!({"do": "record_resident", "unit": unit(i), "name": self::owner(i + 57), "tie": "family"})]
    });
    all(desk.perform_batch(people, "desk", first).unwrap());
}

fn all<T, E: std::fmt::Debug>(answers: Vec<Result<T, E>>) -> Vec<T> {
    answers.into_iter().map(Result::unwrap).collect()
}

fn who(i: usize) -> Value {
    let home = i * 13 % HOUSEHOLDS;
    json!({"unit": unit(home), "name": owner(home), "phone": format!("138{:08}", home * 37), "matter": MATTERS[i % 8]})
}

fn joined(mut action: Value, more: Value) -> Value {
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

fn complaint(i: usize) -> Value {
    let grade = [("minor", "general"), ("important", "general"), ("minor", "urgent"), ("major", "general")][i % 4];
    let category = ["repair", "security", "cleaning", "other"][i % 4];
    joined(
        who(i),
        json!({"do": "file_complaint", "category": category, "severity": grade.0, "urgency": grade.1, "department": "engineering"}),
    )
}

fn reception(i: usize) -> Value {
    let course = match i % 3 {
        0 => json!({"do": "take_reception", "course": "answered", "result": "已当面答复"}),
        1 => json!({"do": "take_reception", "course": "forwarded", "department": "engineering", "promise": true}),
        _ => json!({"do": "take_reception", "kind": "request"}),
    };
    joined(who(i), course)
}

/// The first day, all of it closed a week later.
fn live_one_day(desk: &mut Desk) {
    let (day, later) = (time("2015-11-16T02:00:00Z"), time("2015-11-19T02:00:00Z"));
    let new = (0..A_DAY).map(|i| if i % 5 == 0 { complaint(i / 5) } else { reception(i) });
    let new = all(desk.perform_batch(new, "desk", day).unwrap());
    let report = json!({"cause": "接头老化", "measures": "更换接头", "result": "不再渗漏",
        "root_cause": "未按期检修", "prevention": "列入季检"});
    let mut steps = Vec::new();
    for (i, done) in new.iter().enumerate() {
        let mut step = |name: &str, more: Value| {
            steps.push(joined(json!({"do": name, "number": done.number}), more));
        };
        if i % 5 == 0 {
            step("reply_to_resident", json!({"said": "已约定处理方案"}));
            step("hand_to_supervisor", json!({}));
            step("report_to_head_office", json!({"reported_to": "总公司", "copied": true}));
            step("complete", report.clone());
            step("sign_record", json!({}));
            step("record_callback", json!({"outcome": "satisfied"}));
        } else if i % 3 != 0 {
            step("reply_to_resident", json!({"said": "已处理"}));
            step("finish", json!({"result": "已处理完毕"}));
        }
    }
    // Some grades do not know a report to head office: refused, and nothing of it stays.
    desk.perform_batch(steps, "manager", later).unwrap();
    let monday = time("2015-11-23T02:00:00Z");
    for review in ["SH-20151116-001", "SH-20151116-002"] {
        desk.perform_json(json!({"do": "sign_review", "number": review}), "manager", monday).unwrap();
    }
    assert_eq!(desk.counts(monday).unwrap(), [], "the first day ended with something open");
}

/// What is open today: most of it two days old or less, the rest up to three weeks.
fn open_cases(desk: &mut Desk) {
    for i in 0..OPEN {
        let minutes = if i % 3 == 0 { i * 15 } else { i * 2 };
        let now = now() - chrono::TimeDelta::minutes(minutes);
        let at = i as usize;
        let action = if i % 4 == 3 { joined(reception(at * 3 + 2), json!({"course": "desk"})) } else { complaint(at) };
        desk.perform_json(action, "desk", now).unwrap();
    }
}

fn copy_the_day(file: &Path) {
    let db = Connection::open(file).unwrap();
    db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF; BEGIN").unwrap();
    db.create_scalar_function("tokens", 1, FunctionFlags::SQLITE_DETERMINISTIC, |call| {
        Ok(bigrams::tokens(&call.get::<String>(0)?))
    })
    .unwrap();
    let a_day: i64 = db.query_row("SELECT count(*) FROM cases", [], |row| row.get(0)).unwrap();
    db.execute_batch(&format!(
        "CREATE TEMP TABLE days AS WITH RECURSIVE d(k) AS (VALUES(1) UNION ALL SELECT k + 1 FROM d WHERE k < {DAYS} - 1)
           SELECT k, k || ' days' AS later, k * {a_day} AS further FROM d;
         CREATE TEMP TABLE homes (i INTEGER PRIMARY KEY, unit, building, name, phone);
         INSERT INTO homes SELECT row_number() OVER (ORDER BY id) - 1, unit, substr(unit, 1, instr(unit, '-') - 1), name, phone
           FROM residents WHERE phone IS NOT NULL;"
    ))
    .unwrap();
    for table in ["cases", "receptions", "complaints", "reviews", "reviewed", "clocks"] {
        copy_rows(&db, table);
    }
    db.execute_batch(&format!(
        "INSERT INTO case_words (rowid, words)
           SELECT id, tokens(concat_ws(char(10), number, unit, name, matter)) FROM cases WHERE id > {a_day}; COMMIT"
    ))
    .unwrap();
}

/// Each row of the first day again for every day after it: rows renumbered, times moved.
fn copy_rows(db: &Connection, table: &str) {
    let names: Vec<String> = {
        let mut query = db.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
        query.query_map([table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let kept = |name: &&String| {
        let name = name.as_str();
        !(table == "clocks" && name == "id" || table == "cases" && matches!(name, "next_at" | "soon_at"))
    };
    let (columns, values): (Vec<&str>, Vec<String>) =
        names.iter().filter(kept).map(|name| (name.as_str(), copied(table, name))).unzip();
    db.execute_batch(&format!("CREATE TEMP TABLE first_{table} AS SELECT * FROM {table}")).unwrap();
    let homes =
        if table == "cases" { "JOIN homes h ON h.i = (t.id * 13 + k * 31) % (SELECT count(*) FROM homes)" } else { "" };
    let sql = format!(
        "INSERT INTO {table} ({}) SELECT {} FROM days CROSS JOIN first_{table} t {homes}",
        columns.join(", "),
        values.join(", ")
    );
    db.execute_batch(&sql).unwrap();
}

fn copied(table: &str, name: &str) -> String {
    match (table, name) {
        (_, "id" | "case_id" | "review_id" | "reception_id") => format!("t.{name} + further"),
        ("cases", "number") => {
            "substr(t.number, 1, 3) || strftime('%Y%m%d', '2015-11-16', later) || substr(t.number, 12)".to_owned()
        }
        ("cases", "unit" | "building" | "name" | "phone") => format!("iif(t.unit IS NULL, NULL, h.{name})"),
        _ if name.ends_with("_day") => format!("date(t.{name}, later)"),
        _ if name.ends_with("_at") || name == "wanted_by" => format!("strftime('%Y-%m-%dT%H:%M:%SZ', t.{name}, later)"),
        _ => format!("t.{name}"),
    }
}
