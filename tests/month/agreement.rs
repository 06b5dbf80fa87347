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
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Figure and part → numerator and denominator; what there is nothing of is left out.
pub type Table = BTreeMap<(String, Option<String>), (i64, Option<i64>)>;

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

/// A desk on a file of its own; whatever is asked of it is asked of the views too.
pub struct Estate {
    pub stage: Stage,
    folder: tempfile::TempDir,
}

impl Estate {
    /// November 2026.
    pub fn new() -> Estate {
        let folder = tempfile::tempdir().unwrap();
        Estate { stage: on_file(folder.path()), folder }
    }

    /// A folder, with a desk that is not on it yet.
    pub fn bare() -> Estate {
        Estate { stage: Stage::new(), folder: tempfile::tempdir().unwrap() }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("desk.db")
    }

    /// November as it stands now.
    pub fn month(&self) -> Month {
        self.stage.desk.month("2026-11".parse().unwrap(), self.stage.now).unwrap()
    }

    #[track_caller]
    pub fn table(&self, month: YearMonth) -> Table {
        assert_agree(&self.stage.desk, &self.file(), month, self.stage.now)
    }

    /// A figure of November, whole; none where there is nothing of it.
    #[track_caller]
    pub fn of(&self, id: &str) -> Option<(i64, Option<i64>)> {
        self.table("2026-11".parse().unwrap()).get(&(id.to_owned(), None)).copied()
    }

    #[track_caller]
    pub fn part(&self, id: &str, part: &str) -> Option<(i64, Option<i64>)> {
        self.table("2026-11".parse().unwrap()).get(&(id.to_owned(), Some(part.to_owned()))).copied()
    }

    /// What the view says came back so many times or more in a month (STA-07).
    pub fn repeats_in_sql(&self, month: YearMonth, from: u32) -> Vec<(String, String, String, u32)> {
        let db = Connection::open(self.file()).unwrap();
        let mut query = db
            .prepare("SELECT form, building, kind, count FROM v_month_repeats WHERE month = ?1 AND count >= ?2 ORDER BY count DESC")
            .unwrap();
        let rows = query.query_map(rusqlite::params![month.to_string(), from], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        });
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    /// A month as of a moment, held against the views.
    #[track_caller]
    pub fn held(&self, month: &str, as_of: Time) -> Agreed {
        let month = month.parse().unwrap();
        let table = assert_agree(&self.stage.desk, &self.file(), month, as_of);
        Agreed { month: self.stage.desk.month(month, as_of).unwrap(), table }
    }
}

/// A month on which program and views agree.
pub struct Agreed {
    pub month: Month,
    table: Table,
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
    assert_eq!(of("complaints.valid", None), Some((3, Some(3))), "nothing was judged otherwise");
    assert_eq!(of("complaints.unjudged", None), Some((2, None)));
    assert_eq!(of("complaints.in_time", None), Some((0, Some(3))), "two days have gone by");
}

/// A file that was just brought up, and one whose settings say another zone: the views know before anything is done.
#[test]
fn sta_09_views_know_the_months_as_soon_as_the_file_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.db");
    let mut stage = on_file(folder.path());
    for received in ["2026-10-31T15:30:00Z", "2026-10-31T16:30:00Z", "2026-11-02T02:00:00Z"] {
        stage.ok("desk", json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": "漏水", "received_at": received}));
    }
    drop(stage);
    let received = |zone: &str| {
        let config = Config::from_text("test.toml", &format!("[estate]\nzone = \"{zone}\"\n")).unwrap();
        let desk = Desk::open(&file, Arc::new(config)).unwrap();
        ["2026-10", "2026-11"].map(|month| {
            let all = assert_agree(&desk, &file, month.parse().unwrap(), at(20, 9, 0));
            all.get(&("complaints.received".to_owned(), None)).copied().unwrap_or_default().0
        })
    };
    assert_eq!(received("+08:00"), [1, 2]);
    assert_eq!(received("+00:00"), [2, 1]);
    Connection::open(&file).unwrap().execute_batch("DELETE FROM months").unwrap();
    assert_eq!(received("+00:00"), [2, 1]);
}
