//! STA-09: months made at random, with cases reopened, regraded, paused, voided, judged, handed on and entered late, come
//! to the same in the program, in the views, and in plain SQL beside the views.
use super::agreement::{Estate, Table};
use super::{acts, plain};
use crate::stage::local;
use frontdesk::model::case::{Register, State};
use frontdesk::model::month::YearMonth;
use frontdesk::model::staff::Role;
use frontdesk::model::step::{Next, StepKind, StepRow};
use rusqlite::Connection;
use serde_json::{Value, json};
use strum::VariantArray;

const SEED: u64 = 2026;
const ACTIONS: usize = 6_000;
/// Cases that somebody may be busy with at a time.
const BUSY: usize = 24;
/// Each case stands in the file so many times more, moved to other days and houses.
const COPIES: i64 = 4;

/// A case that is being worked on.
struct Known {
    number: String,
    register: Register,
    state: Option<State>,
}

fn login(role: Role) -> &'static str {
    match role {
        Role::NightGuard => "guard",
        Role::Receptionist => "desk",
        Role::Department => "dept",
        Role::Supervisor => "sup",
        Role::Manager => "manager",
        Role::HeadOffice => "head",
    }
}

fn known(number: &str, state: Option<State>) -> Option<Known> {
    let register = Register::VARIANTS.iter().find(|register| number.starts_with(register.prefix()))?;
    Some(Known { number: number.to_owned(), register: *register, state })
}

/// Plays from July to November, whatever comes: what the desk refuses is left.
fn play(estate: &mut Estate) {
    let mut rng = fastrand::Rng::with_seed(SEED);
    let mut now = local("2026-07-20 08:00");
    estate.stage = acts::staffed(&estate.file(), now);
    let steps = acts::steps();
    let mut batch = estate.stage.desk.batch().unwrap();
    let mut cases: Vec<Known> = Vec::new();
    // The months know of it, so that copies may be moved back to it.
    let first = json!({"do": "take_reception", "name": "王芳", "matter": "问路", "received_at": "2026-05-01 08:00"});
    batch.perform_json(first, "desk", now).unwrap();
    for round in 0..ACTIONS {
        // Busy for a while with what has just come, then for hours nothing.
        now += chrono::TimeDelta::minutes(if rng.u8(0..8) == 0 { rng.i64(0..500) } else { rng.i64(0..6) });
        let opens = round < 20 || rng.u8(0..7) == 0;
        let action =
            if opens { Some((acts::opening(&mut rng, now, round), "desk")) } else { step(&mut rng, &cases, &steps) };
        let Some((action, by)) = action else { continue };
        let Ok(done) = batch.perform_json(action, by, now) else { continue };
        cases.retain(|case| case.number != done.number);
        cases.extend(known(&done.number, done.state));
        cases.extend(done.linked.iter().filter_map(|number| known(number, None)));
        let most = cases.len().saturating_sub(BUSY);
        cases.drain(..most);
    }
    batch.commit().unwrap();
    estate.stage.go_to(now);
}

/// A step that the table allows on one of the cases, by somebody who may.
fn step(rng: &mut fastrand::Rng, cases: &[Known], steps: &[(&'static str, Value)]) -> Option<(Value, &'static str)> {
    let newest = if rng.u8(0..4) == 0 { BUSY } else { 5 };
    let case = rng.choice(&cases[cases.len().saturating_sub(newest)..])?;
    let forward = rng.u8(0..2) == 0;
    let allowed: Vec<(&(&str, Value), &StepRow)> = steps
        .iter()
        .filter_map(|step| Some((step, StepRow::find(step.0.parse::<StepKind>().ok()?, case.register)?)))
        .filter(|(_, row)| case.state.is_none_or(|state| row.from.contains(&state)))
        .filter(|(_, row)| !forward || row.to != Next::Same)
        .collect();
    let ((name, fields), row) = rng.choice(allowed)?;
    if ["void", "close_as_unable", "reopen"].contains(name) && rng.u8(0..4) > 0 {
        return None;
    }
    let mut action = json!({"do": name, "number": case.number});
    action.as_object_mut()?.extend(fields.as_object()?.clone());
    Some((action, login(*rng.choice(row.by)?)))
}

/// Copies every case with what hangs on it to other houses and days: thousands, without the desk's time for each.
fn multiply(file: &std::path::Path) {
    let db = Connection::open(file).unwrap();
    let tables = "SELECT t.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c ON c.name = 'case_id'
        WHERE t.type = 'table' AND t.name NOT IN ('event_cases', 'reviewed', 'hand_ins')";
    let mut tables: Vec<String> =
        db.prepare(tables).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    tables.insert(0, "cases".to_owned());
    db.execute_batch("BEGIN").unwrap();
    for copy in 1..=COPIES {
        for table in &tables {
            let columns: Vec<String> = db
                .prepare("SELECT name FROM pragma_table_info(?1)")
                .unwrap()
                .query_map([table], |row| row.get(0))
                .unwrap()
                .map(Result::unwrap)
                .collect();
            let values: Vec<String> = columns.iter().map(|column| copied(table, column, copy)).collect();
            let of = if table == "cases" { "id" } else { "case_id" };
            db.execute_batch(&format!(
                "INSERT OR IGNORE INTO {table} ({}) SELECT {} FROM {table} WHERE {of} < 1000000",
                columns.join(", "),
                values.join(", ")
            ))
            .unwrap_or_else(|error| panic!("{table}: {error}"));
        }
    }
    db.execute_batch("COMMIT").unwrap();
}

/// What stands in a column of a copy.
fn copied(table: &str, column: &str, copy: i64) -> String {
    match (table, column) {
        ("cases", "id") | (_, "case_id") => format!("{column} + {copy} * 1000000"),
        (_, "id") => "NULL".to_owned(),
        ("cases", "number" | "old_number") | (_, "key_number" | "pass_number") => format!("{column} || '-{copy}'"),
        ("cases", "unit" | "building") => format!("'{copy}' || {column}"),
        ("cases", "received_at") => format!(
            "max('2026-05-02T00:00:00Z', strftime('%Y-%m-%dT%H:%M:%SZ', received_at, '-' || (id * {copy} % 29) || ' days', '-' || (id * 7919 % 86400) || ' seconds'))"
        ),
        _ => column.to_owned(),
    }
}

#[test]
fn sta_09_months_made_at_random_come_to_the_same_in_sql() {
    let mut estate = Estate::bare();
    play(&mut estate);
    multiply(&estate.file());
    let (desk, now) = (&estate.stage.desk, estate.stage.now);
    let mut seen: Vec<(YearMonth, Table)> = Vec::new();
    for month in desk.months(now).unwrap() {
        let table = estate.table(month);
        plain::assert_agree(&estate.file(), month, now, &table);
        let repeats = desk.month(month, now).unwrap().repeats(2);
        assert_eq!(repeats.len(), estate.repeats_in_sql(month, 2).len(), "{month}");
        seen.push((month, table));
    }
    let cases: i64 =
        Connection::open(estate.file()).unwrap().query_row("SELECT count(*) FROM cases", [], |row| row.get(0)).unwrap();
    assert!(cases > 3_000 && seen.len() >= 5, "{cases} cases in {} months", seen.len());
    acts::assert_rich(&seen);
}
