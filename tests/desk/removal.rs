//! Records past their time: archived and removed, on purpose only (SEC-05).
use super::stage::{Stage, joined, local};
use frontdesk::config::Config;
use frontdesk::desk::answer::Part;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::desk::{Desk, PastTime, Removal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::month::YearMonth;
use frontdesk::model::queue::Filter;
use rusqlite::Connection;
use serde_json::json;
use std::path::PathBuf;
use std::sync::Arc;
use tempfile::TempDir;

/// A desk on a file, and what is in it from November 2026: all that ended, and a complaint that did not.
struct Old {
    folder: TempDir,
    stage: Stage,
    complaint: String,
    callback: String,
    reception: String,
    open: String,
}

fn month(text: &str) -> YearMonth {
    text.parse().unwrap()
}

impl Old {
    fn new() -> Old {
        Old::with("")
    }

    fn with(settings: &str) -> Old {
        let folder = tempfile::tempdir().unwrap();
        let config = Arc::new(Config::from_text("test.toml", settings).unwrap());
        let mut stage = Stage::on(Desk::open(&folder.path().join("desk.db"), config).unwrap());
        let complaint = stage.file("minor", "general");
        stage.duties(&complaint);
        stage.complete(&complaint);
        stage.step("sup", &complaint, "sign_record", json!({}));
        stage.step("desk", &complaint, "record_callback", json!({"outcome": "satisfied", "said": "好了"}));
        let callback = stage.sheet(&complaint).offspring[0].number.clone();
        let taken = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "matter": "问停水时间"});
        let reception = stage.ok("desk", taken).number;
        stage.step("desk", &reception, "finish", json!({"result": "已答复"}));
        let open = stage.file("minor", "general");
        Old { folder, stage, complaint, callback, reception, open }
    }

    /// The same with everything done that has to come before: the callback reviewed, the month handed in.
    fn ready() -> Old {
        let mut old = Old::new();
        old.stage.step("sup", &old.callback, "review_callback", json!({"note": "已阅"}));
        old.stage.go_to(local("2026-11-28 09:00"));
        old.stage.ok("desk", json!({"do": "hand_in_month", "month": "2026-11", "signature": "张敏"}));
        old.stage.go_to(local("2030-01-05 09:00"));
        old
    }

    fn past(&self) -> PastTime {
        self.stage.desk.past_time(month("2029-01"), self.stage.now).unwrap()
    }

    fn registers(&self) -> Vec<(Register, u32)> {
        self.past().registers
    }

    fn archive(&self) -> PathBuf {
        self.folder.path().join("archive.db")
    }

    fn remove(&mut self, by: &str, records: u32) -> Result<PastTime, Refusal> {
        let file = self.archive();
        let removal = Removal { before: month("2029-01"), file: &file, records };
        self.stage.desk.remove_past(&removal, by, self.stage.now)
    }

    fn refused(&mut self, by: &str, records: u32) -> Refusal {
        let refusal = self.remove(by, records).unwrap_err();
        assert!(!self.archive().exists(), "no copy of everybody's data stays");
        assert_eq!(self.stage.sheet(&self.complaint).case.state, State::Closed);
        refusal
    }
}

/// SEC-05
#[test]
fn a_record_is_past_its_time_when_it_ended_long_enough_ago_and_belongs_to_nothing_open() {
    let mut old = Old::new();
    old.stage.go_to(local("2029-11-13 09:00"));
    assert_eq!(old.registers(), [], "kept for three years");
    old.stage.go_to(local("2029-11-15 09:00"));
    assert_eq!(
        (old.registers(), old.past().held),
        (vec![(Register::Reception, 1)], 1),
        "the callback holds the complaint"
    );
    old.stage.step("sup", &old.callback.clone(), "review_callback", json!({"note": "已阅"}));
    assert_eq!(old.registers(), [(Register::Reception, 1), (Register::Complaint, 1)]);
    old.stage.go_to(local("2031-11-16 09:00"));
    let far = old.stage.desk.past_time(month("2031-01"), old.stage.now).unwrap();
    assert_eq!(far.registers.last(), Some(&(Register::Callback, 1)), "counted from its end");
    let before = old.stage.desk.past_time(month("2026-11"), old.stage.now).unwrap();
    assert_eq!(before.registers, [], "it ended in that month, not before it");
    assert_eq!(old.past().months, [month("2026-11")], "not handed in yet");
}

/// SEC-05, CBK-09
#[test]
fn callbacks_are_kept_for_two_years_and_what_they_asked_about_for_three() {
    let mut old = Old::new();
    old.stage.step("sup", &old.callback.clone(), "review_callback", json!({"note": "已阅"}));
    for (day, wanted) in [("2028-11-13", &[][..]), ("2028-11-15", &[(Register::Callback, 1)][..])] {
        old.stage.go_to(local(&format!("{day} 09:00")));
        let past = old.stage.desk.past_time(month("2028-11"), old.stage.now).unwrap();
        assert_eq!(past.registers, wanted, "{day}");
    }
}

/// SEC-05: the settings say for how long.
#[test]
fn how_long_a_register_is_kept_is_a_setting() {
    let mut old = Old::with("[retention]\nreception = 1\nothers = 9\n");
    old.stage.go_to(local("2027-11-16 09:00"));
    assert_eq!(
        old.stage.desk.past_time(month("2027-01"), old.stage.now).unwrap().registers,
        [(Register::Reception, 1)]
    );
    for (wrong, line) in [("[retention]\nreceptions = 1\n", 2), ("[retention]\nkey = 0\n", 2)] {
        assert_eq!(Config::from_text("test.toml", wrong).unwrap_err().line, line, "{wrong}");
    }
}

/// SEC-05, SEC-02
#[test]
fn only_the_manager_removes_and_only_as_many_as_were_agreed_to_of_months_that_were_handed_in() {
    let mut old = Old::new();
    old.stage.step("sup", &old.callback.clone(), "review_callback", json!({"note": "已阅"}));
    old.stage.go_to(local("2030-01-05 09:00"));
    assert!(matches!(old.refused("manager", 3), Refusal::HandInFirst(months) if months == [month("2026-11")]));
    old.stage.ok("desk", json!({"do": "hand_in_month", "month": "2026-11", "signature": "张敏"}));
    for by in ["desk", "sup", "head"] {
        assert!(matches!(old.refused(by, 3), Refusal::NotAllowed { .. }), "{by}");
    }
    assert!(matches!(old.refused("manager", 2), Refusal::OtherCount(3)));
    assert_eq!(old.remove("manager", 3).unwrap().records(), 3);
    std::fs::remove_file(old.archive()).unwrap();
    assert!(matches!(old.remove("manager", 0), Err(Refusal::NothingToDo)));
}

/// SEC-05
#[test]
fn an_archive_is_never_written_over_a_file_that_is_there() {
    let mut old = Old::ready();
    std::fs::write(old.archive(), "a letter").unwrap();
    assert!(matches!(old.remove("manager", 3), Err(Refusal::Store(_))));
    assert_eq!(std::fs::read_to_string(old.archive()).unwrap(), "a letter");
    assert_eq!(old.stage.sheet(&old.complaint).case.state, State::Closed, "nothing was removed");
}

/// SEC-05
#[test]
fn of_a_removed_record_only_its_number_and_its_dates_are_left_and_it_says_where_it_went() {
    let mut old = Old::ready();
    let before = old.stage.sheet(&old.complaint);
    old.remove("manager", 3).unwrap();
    let sheet = old.stage.sheet(&old.complaint);
    assert_eq!(
        (sheet.case.state, sheet.case.matter.as_str(), &sheet.part),
        (State::Removed, "archive.db", &Part::Removed)
    );
    assert_eq!((sheet.case.unit, sheet.case.name, sheet.case.phone, sheet.case.detail), (None, None, None, None));
    assert_eq!((sheet.case.number, sheet.case.received_at), (before.case.number, before.case.received_at));
    assert!(sheet.clocks.is_empty() && sheet.entries.is_empty() && sheet.pauses.is_empty() && sheet.cycles.is_empty());
    let last = sheet.history.last().unwrap();
    assert_eq!((last.by.as_str(), last.action["do"].as_str()), ("manager", Some("remove_records")));
    assert_eq!(
        (&last.action["file"], &last.action["records"], &last.action["before"]),
        (&json!("archive.db"), &json!(3), &json!("2029-01"))
    );
    assert_eq!(sheet.history.len(), before.history.len() + 1, "the journal keeps what was done");
    let again = joined(&old.complaint, "reopen", json!({"reason": "又漏了"}));
    assert!(matches!(old.stage.refused("desk", again), Refusal::WrongState { state: State::Removed, .. }));
    let next = old.stage.file("minor", "general");
    assert_ne!(next, old.complaint, "its number is not used again");
    assert_eq!(old.stage.sheet(&old.open).case.state, State::Accepted, "what is open stays");
    assert_eq!(old.stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// SEC-05
#[test]
fn lists_the_household_and_the_search_pass_over_what_was_removed() {
    let mut old = Old::ready();
    old.remove("manager", 3).unwrap();
    let past = |filter: Filter| old.stage.desk.queue(&Filter { past: true, ..filter }, 0, 99, old.stage.now).unwrap();
    let numbers = |filter| past(filter).into_iter().map(|row| row.number).collect::<Vec<_>>();
    assert!(
        !numbers(Filter::default()).iter().any(|one| [&old.complaint, &old.callback, &old.reception].contains(&one))
    );
    let found = Filter { words: Some("停水".to_owned()), ..Filter::default() };
    assert_eq!(numbers(found), [""; 0]);
    let home = old.stage.desk.household("3-1-502", 9, &old.stage.who("manager")).unwrap();
    assert_eq!(home.cases.iter().map(|(case, _)| &case.number).collect::<Vec<_>>(), [&old.open]);
}

/// SEC-05: not a row of it is left in any table but those that say that it was there.
#[test]
fn no_table_keeps_a_row_of_a_removed_record() {
    let mut old = Old::ready();
    let id = old.stage.sheet(&old.complaint).case.id;
    old.remove("manager", 3).unwrap();
    let db = Connection::open(old.folder.path().join("desk.db")).unwrap();
    let mut query = db
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('event_cases', 'lots', 'hand_ins', 'removed_from')
             AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE name = 'case_id')",
        )
        .unwrap();
    let tables: Vec<String> = query.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(tables.len() > 15, "{tables:?}");
    for table in tables {
        let sql = format!(
            "SELECT count(*) FROM {table} t JOIN cases c ON c.id = t.case_id WHERE c.state = 'removed' OR c.id = ?1"
        );
        assert_eq!(db.query_row(&sql, [id], |row| row.get::<_, u32>(0)).unwrap(), 0, "{table}");
    }
}

/// SEC-05
#[test]
fn the_archive_is_a_file_of_its_own_that_holds_what_was_removed_and_can_be_checked() {
    let mut old = Old::ready();
    let before = old.stage.sheet(&old.complaint);
    old.stage.ok("desk", json!({"do": "set_pin", "pin": "4711"}));
    old.remove("manager", 3).unwrap();
    let digest = frontdesk::store::removal::file_digest(&old.archive()).unwrap();
    assert_eq!(old.stage.sheet(&old.complaint).history.last().unwrap().action["digest"], json!(digest));
    let archive = Desk::open_existing(&old.archive(), old.stage.desk.config.clone()).unwrap();
    assert_eq!(archive.inspect().unwrap().findings, [""; 0]);
    let there = archive.sheet(&old.complaint, &old.stage.who("manager")).unwrap();
    assert_eq!((there.case, there.part, there.clocks), (before.case, before.part, before.clocks));
    let pins = |file: PathBuf| {
        let db = Connection::open(file).unwrap();
        db.query_row("SELECT count(*) FROM pins", [], |row| row.get::<_, u32>(0)).unwrap()
    };
    assert_eq!(
        (pins(old.archive()), pins(old.folder.path().join("desk.db"))),
        (0, 1),
        "what one signs on with is no record"
    );
}

/// SEC-05, STA-06
#[test]
fn a_month_of_which_records_were_removed_keeps_what_was_handed_in() {
    let mut old = Old::ready();
    let note = frontdesk::stats::note("complaints.received").unwrap();
    old.remove("manager", 3).unwrap();
    let november = month("2026-11");
    assert_eq!(old.stage.desk.removed_in(november).unwrap(), 3);
    assert_eq!(old.stage.desk.removed_in(month("2026-12")).unwrap(), 0);
    assert_eq!(old.stage.desk.hand_ins(november).unwrap()[0].month.figure(&note, None).numerator, 2);
    assert_eq!(old.stage.desk.month(november, old.stage.now).unwrap().figure(&note, None).numerator, 1);
    assert_eq!(old.stage.desk.differences(november, old.stage.now).unwrap(), None, "nothing is left to compare with");
    let again = json!({"do": "hand_in_month", "month": "2026-11", "signature": "张敏", "note": "更正"});
    assert_eq!(old.stage.fault("desk", again), ("month".into(), FaultWhy::MonthRemoved));
}

/// SEC-05, SEC-04
#[test]
fn the_file_itself_lets_go_only_what_was_removed() {
    let old = Old::ready();
    let db = Connection::open(old.folder.path().join("desk.db")).unwrap();
    let open = format!("UPDATE cases SET state = 'removed', closed_at = received_at WHERE number = '{}'", old.open);
    for wrong in [&open[..], "DELETE FROM cases", "DELETE FROM hand_ins", "DELETE FROM events"] {
        assert!(db.execute_batch(wrong).is_err(), "{wrong}");
    }
    let clocks: u32 =
        db.query_row("SELECT count(*) FROM clocks WHERE stopped_at IS NOT NULL", [], |row| row.get(0)).unwrap();
    assert!(clocks > 0 && db.execute_batch("DELETE FROM clocks WHERE stopped_at IS NOT NULL").is_err());
}
