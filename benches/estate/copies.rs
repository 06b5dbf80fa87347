//! The first day again for every day after it, and the first keys for every hook: rows copied by SQL, renumbered, with
//! their times moved. It knows the tables and nothing of the desk.

use frontdesk::model::bigrams;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use std::path::Path;

/// Hooks for each key that was recorded at the desk.
const HOOKS: i64 = 100;
/// Tables with rows of a day.
const TABLES: [&str; 14] = [
    "cases",
    "receptions",
    "complaints",
    "reviews",
    "reviewed",
    "work_orders",
    "emergencies",
    "callbacks",
    "services",
    "visits",
    "handovers",
    "links",
    "entries",
    "clocks",
];

fn fast(file: &Path) -> Connection {
    let db = Connection::open(file).unwrap();
    db.execute_batch(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF",
    )
    .unwrap();
    db.create_scalar_function("tokens", 1, FunctionFlags::SQLITE_DETERMINISTIC, |call| {
        Ok(bigrams::tokens(&call.get::<String>(0)?))
    })
    .unwrap();
    db
}

/// So many days in all, each after the first one copied from it.
pub fn days(file: &Path, days: i64) {
    let db = fast(file);
    let a_day: i64 = db.query_row("SELECT max(id) FROM cases", [], |row| row.get(0)).unwrap();
    db.execute_batch(&format!(
        "BEGIN;
         CREATE TEMP TABLE days AS WITH RECURSIVE d(k) AS (VALUES(1) UNION ALL SELECT k + 1 FROM d WHERE k < {days} - 1)
           SELECT k, k || ' days' AS later, k * {a_day} AS further FROM d;
         CREATE TEMP TABLE homes (i INTEGER PRIMARY KEY, unit, building, name, phone);
         INSERT INTO homes SELECT row_number() OVER (ORDER BY id) - 1, unit, substr(unit, 1, instr(unit, '-') - 1), name, phone
           FROM residents WHERE phone IS NOT NULL;"
    ))
    .unwrap();
    for table in TABLES {
        copy_rows(&db, table);
    }
    copy_lots(&db);
    db.execute_batch(&format!(
        "INSERT INTO case_words (rowid, words)
           SELECT id, tokens(concat_ws(char(10), number, unit, name, matter)) FROM cases WHERE id > {a_day}; COMMIT"
    ))
    .unwrap();
}

fn columns(db: &Connection, table: &str) -> Vec<String> {
    let mut query = db.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
    query.query_map([table], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Each row of the first day again for every day after it.
fn copy_rows(db: &Connection, table: &str) {
    let names = columns(db, table);
    let kept = |name: &&String| {
        let name = name.as_str();
        let own_row = matches!(table, "clocks" | "entries") && name == "id";
        !(own_row || table == "cases" && matches!(name, "next_at" | "soon_at"))
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
        (_, "id" | "case_id" | "review_id" | "reception_id" | "from_id" | "to_id" | "about") => {
            format!("t.{name} + further")
        }
        ("cases", "number") => {
            // The row of the first day stands in it: what came of a case got its number some days later.
            "substr(t.number, 1, 3) || strftime('%Y%m%d', '2015-11-16', later) || '-' || (1000 + t.id)".to_owned()
        }
        ("cases", "unit" | "building" | "name" | "phone") => format!("iif(t.unit IS NULL, NULL, h.{name})"),
        ("callbacks", "month") => "strftime('%Y-%m', '2015-11-16', later)".to_owned(),
        _ if name.ends_with("_day") => format!("date(t.{name}, later)"),
        // Whatever the column is called: a text that looks like a time is one.
        _ => format!(
            "iif(t.{name} GLOB '20??-??-??T??:??:??Z', strftime('%Y-%m-%dT%H:%M:%SZ', t.{name}, later), t.{name})"
        ),
    }
}

/// The lotteries of all months, and the calls to half of the households in each.
fn copy_lots(db: &Connection) {
    db.execute_batch(
        "CREATE TEMP TABLE first_lots AS SELECT * FROM lots;
         INSERT OR IGNORE INTO lotteries (month, seed, after, opened_at)
           SELECT strftime('%Y-%m', '2015-11-16', later), hex(k), 0, strftime('%Y-%m-%dT%H:%M:%SZ', '2015-11-16', later) FROM days;
         INSERT INTO lots (month, kind, case_id, number, technician, building, percent, lot, drawn_at)
           SELECT strftime('%Y-%m', '2015-11-16', later), t.kind, t.case_id + further, c.number, t.technician,
             coalesce(c.building, ''), t.percent, t.lot, t.drawn_at
           FROM days CROSS JOIN first_lots t JOIN cases c ON c.id = t.case_id + further;
         INSERT INTO household_calls (month, unit, case_id)
           SELECT month, unit, i + 1 FROM lotteries CROSS JOIN homes WHERE (i + substr(month, 6)) % 2 = 0",
    )
    .unwrap();
}

/// Every key that was recorded at the desk again for other hooks, with its loans.
pub fn keys(file: &Path) {
    let db = fast(file);
    db.execute_batch(&format!(
        "BEGIN;
         CREATE TEMP TABLE first_keys AS SELECT row_number() OVER (ORDER BY id) - 1 AS i, id FROM cases WHERE register = 'key';
         CREATE TEMP TABLE hooks AS WITH RECURSIVE n(k) AS (VALUES(1) UNION ALL SELECT k + 1 FROM n WHERE k < {HOOKS} - 1)
           SELECT k, f.id AS first, f.i, (SELECT max(id) FROM cases) + (k - 1) * (SELECT count(*) FROM first_keys) + f.i + 1 AS id,
             'K-' || (1000 + k * (SELECT count(*) FROM first_keys) + f.i) AS key_number, k % 10 + 1 AS building, k / 10 + 1 AS floor
           FROM n CROSS JOIN first_keys f;"
    ))
    .unwrap();
    let copy = |table: &str, given: &[(&str, &str)]| {
        let names = columns(&db, table);
        let own = |name: &String| table == "clocks" && name == "id";
        let names: Vec<&String> = names.iter().filter(|name| !own(name)).collect();
        let value = |name: &&String| {
            let value = given.iter().find(|(column, _)| column == name).map(|(_, value)| (*value).to_owned());
            value.unwrap_or_else(|| format!("t.{name}"))
        };
        let values: Vec<String> = names.iter().map(value).collect();
        let key = if table == "cases" { "id" } else { "case_id" };
        let list: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        let sql = format!(
            "INSERT INTO {table} ({}) SELECT {} FROM hooks CROSS JOIN {table} t ON t.{key} = first",
            list.join(", "),
            values.join(", ")
        );
        db.execute_batch(&sql).unwrap();
    };
    copy(
        "cases",
        &[
            ("id", "hooks.id"),
            ("number", "'YS-20261001-' || (1000 + hooks.id % 1000000)"),
            ("old_number", "hooks.key_number"),
            ("building", "hooks.building"),
        ],
    );
    copy(
        "house_keys",
        &[
            ("case_id", "hooks.id"),
            ("key_number", "hooks.key_number"),
            ("building", "hooks.building"),
            ("floor", "hooks.floor"),
            ("hook", "hooks.building || '-' || hooks.floor || '-' || hooks.i"),
        ],
    );
    copy("clocks", &[("case_id", "hooks.id")]);
    copy("cycles", &[("case_id", "hooks.id"), ("result", "json_set(t.result, '$.key_number', hooks.key_number)")]);
    db.execute_batch("COMMIT").unwrap();
}
