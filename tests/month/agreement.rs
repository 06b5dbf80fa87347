//! STA-09: the views of the file and the program come to the same figures.
use crate::stage::{Stage, at};
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::model::clock::Time;
use frontdesk::model::month::YearMonth;
use frontdesk::stats::{Figure, Month};
use rusqlite::Connection;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Figure and part → numerator and denominator; what there is nothing of is left out.
type Table = BTreeMap<(String, Option<String>), (i64, Option<i64>)>;

/// A desk on a file, beside which anybody can ask in SQL.
pub fn on_file(folder: &Path) -> Stage {
    let config = Config::from_text("test.toml", "").unwrap();
    let desk = Desk::open(&folder.join("desk.db"), Arc::new(config)).unwrap();
    Stage::on(desk)
}

/// What the views say of a month as of a moment.
pub fn in_sql(file: &Path, month: YearMonth, as_of: Time) -> Table {
    let db = Connection::open(file).unwrap();
    let at = as_of.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    db.execute_batch(&format!("BEGIN; DROP VIEW v_now; CREATE VIEW v_now (at) AS SELECT '{at}';")).unwrap();
    let mut query =
        db.prepare("SELECT figure, part, numerator, denominator FROM v_month_figures WHERE month = ?1").unwrap();
    let rows = query.query_map([month.to_string()], |row| {
        Ok(((row.get(0)?, row.get(1)?), (row.get::<_, Option<i64>>(2)?.unwrap_or(0), row.get(3)?)))
    });
    rows.unwrap().collect::<Result<_, _>>().unwrap()
}

pub fn in_rust(month: &Month) -> Table {
    let something =
        |figure: &&Figure| figure.denominator.unwrap_or(1) > 0 && (figure.numerator, figure.denominator) != (0, None);
    let row = |figure: &Figure| ((figure.id.clone(), figure.part.clone()), (figure.numerator, figure.denominator));
    month.figures.iter().filter(something).map(row).collect()
}

/// The two tables, without the zeros that only one of them writes out.
#[track_caller]
pub fn assert_agree(desk: &Desk, file: &Path, month: YearMonth, as_of: Time) -> Table {
    let ours = in_rust(&desk.month(month, as_of).unwrap());
    let mut theirs = in_sql(file, month, as_of);
    theirs.retain(|_, value| *value != (0, None));
    assert_eq!(ours, theirs, "{month}");
    ours
}

/// A desk on a file of its own that goes when the test is over.
pub struct Played {
    pub stage: Stage,
    folder: tempfile::TempDir,
}

/// A month on which program and views agree.
pub struct Agreed {
    pub month: Month,
    table: Table,
}

/// The stage on a file.
pub fn play() -> Played {
    let folder = tempfile::tempdir().unwrap();
    Played { stage: on_file(folder.path()), folder }
}

impl Played {
    /// The month as of a moment, held against the views.
    #[track_caller]
    pub fn month(&self, month: &str, as_of: Time) -> Agreed {
        let month = month.parse().unwrap();
        let table = assert_agree(&self.stage.desk, &self.folder.path().join("desk.db"), month, as_of);
        Agreed { month: self.stage.desk.month(month, as_of).unwrap(), table }
    }
}

impl Agreed {
    /// What a figure comes to; nothing is `0, None`.
    #[track_caller]
    pub fn is(&self, id: &str, part: Option<&str>, numerator: i64, denominator: Option<i64>) {
        assert!(frontdesk::stats::note(id).is_some(), "{id}");
        let found = self.table.get(&(id.to_owned(), part.map(str::to_owned))).copied();
        assert_eq!(found.unwrap_or((0, None)), (numerator, denominator), "{id} {part:?}");
    }
}

#[test]
fn sta_09_a_small_month_comes_to_the_same_in_sql() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = on_file(folder.path());
    let file = |unit: &str, category: &str| json!({"do": "file_complaint", "unit": unit, "name": "王芳", "category": category, "matter": "漏水"});
    let first = stage.ok("desk", file("3-1-502", "repair")).number;
    stage.ok("desk", file("3-1-503", "repair"));
    stage.ok("desk", file("1-1-101", "cleaning"));
    stage.ok("sup", json!({"do": "judge_validity", "number": first, "validity": "valid", "reason": "属实"}));
    let ours = assert_agree(&stage.desk, &folder.path().join("desk.db"), "2026-11".parse().unwrap(), at(20, 9, 0));
    let of = |id: &str, part: Option<&str>| ours.get(&(id.to_owned(), part.map(str::to_owned))).copied();
    assert_eq!(of("complaints.received", None), Some((3, None)));
    assert_eq!(of("complaints.received", Some("category:repair")), Some((2, None)));
    assert_eq!(of("complaints.valid", None), Some((1, Some(1))));
    assert_eq!(of("complaints.in_time", None), Some((0, Some(1))), "two days have gone by");
}
