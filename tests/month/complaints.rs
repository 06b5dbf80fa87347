//! The complaints of a month (STA-01, STA-02): what counts as in time, told by the program and by the file alike.
use super::agreement::Estate;
use crate::stage::{at, local};
use frontdesk::stats::Which;
use serde_json::json;

const IN_TIME: &str = "complaints.in_time";
const LATE: Option<(i64, Option<i64>)> = Some((0, Some(1)));
const KEPT: Option<(i64, Option<i64>)> = Some((1, Some(1)));

fn valid(estate: &mut Estate, number: &str) {
    estate.stage.step("sup", number, "judge_validity", json!({"validity": "valid", "reason": "属实"}));
}

/// A minor one, filed now and found valid.
fn minor(estate: &mut Estate) -> String {
    let number = estate.stage.file("minor", "general");
    valid(estate, &number);
    number
}

fn solve(estate: &mut Estate, number: &str) {
    estate.stage.duties(number);
    estate.stage.complete(number);
}

/// STA-02: two days are the limit of a minor one.
#[test]
fn sta_02_solved_within_the_limit_is_in_time() {
    let mut estate = Estate::new();
    let number = minor(&mut estate);
    estate.stage.wait(60);
    assert_eq!((estate.of(IN_TIME), estate.of("complaints.undecided")), (None, Some((1, None))));
    solve(&mut estate, &number);
    assert_eq!((estate.of(IN_TIME), estate.of("complaints.undecided")), (KEPT, None));
    assert_eq!(estate.of("complaints.solve_time"), Some((3600, Some(1))));
}

/// ESC-03: the due second is the first late one, while the clock runs, when it stops, and after.
#[test]
fn sta_02_solved_in_the_due_second_is_late() {
    let mut estate = Estate::new();
    let number = minor(&mut estate);
    estate.stage.duties(&number);
    estate.stage.wait(2 * 24 * 60);
    assert_eq!(estate.of(IN_TIME), LATE);
    estate.stage.complete(&number);
    assert_eq!(estate.of(IN_TIME), LATE);
}

/// ESC-11
#[test]
fn sta_02_of_a_promise_that_was_moved_the_first_one_counts() {
    for (moved_to, solved_after, expected) in [("+1d", 3, KEPT), ("+10d", 7, LATE)] {
        let mut estate = Estate::new();
        let action = json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "category": "repair", "matter": "漏水",
            "wanted_by": "+5d"});
        let number = estate.stage.ok("desk", action).number;
        valid(&mut estate, &number);
        estate.stage.duties(&number);
        estate.stage.wait(1);
        estate.stage.step(
            "desk",
            &number,
            "move_promise",
            json!({"promised_at": moved_to, "reason": "等配件", "told": true}),
        );
        estate.stage.wait(solved_after * 24 * 60);
        let before = estate.of(IN_TIME);
        assert_eq!(before, expected.filter(|_| expected == LATE), "{moved_to}");
        estate.stage.complete(&number);
        assert_eq!(estate.of(IN_TIME), expected, "{moved_to}");
    }
}

/// ESC-09: a breach stays one under the longer limit of another grade; without a breach the new limit counts.
#[test]
fn sta_02_another_grade_does_not_clear_a_breach() {
    for (days_before, expected) in [(3, LATE), (1, KEPT)] {
        let mut estate = Estate::new();
        let number = minor(&mut estate);
        estate.stage.wait(days_before * 24 * 60);
        estate.stage.step("sup", &number, "change_severity", json!({"severity": "major", "reason": "损失大"}));
        estate.stage.wait(4 * 24 * 60);
        solve(&mut estate, &number);
        assert_eq!(estate.of(IN_TIME), expected, "{days_before}");
        assert_eq!(estate.of("complaints.reported_in_time"), LATE, "12 hours for head office counted from the change");
        assert_eq!(estate.of("complaints.received"), Some((1, None)));
        assert_eq!(estate.part("complaints.received", "severity:major"), Some((1, None)));
    }
}

/// CMP-07: after a month it is major by itself and late, whatever the resident had asked for, whether or not anybody
/// touched it since.
#[test]
fn sta_02_a_complaint_that_became_major_by_itself_is_late() {
    let mut estate = Estate::new();
    let action = json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "category": "repair", "matter": "漏水",
        "wanted_by": "+60d"});
    let number = estate.stage.ok("desk", action).number;
    valid(&mut estate, &number);
    estate.stage.wait(29 * 24 * 60);
    assert_eq!((estate.of(IN_TIME), estate.of("complaints.reported_in_time")), (None, None));
    estate.stage.go_to(local("2026-12-14 09:30"));
    let untouched = (estate.of(IN_TIME), estate.part("complaints.received", "severity:major"));
    assert_eq!(untouched, (LATE, Some((1, None))));
    estate.stage.step("desk", &number, "add_note", json!({"note": "催办"}));
    assert_eq!((estate.of(IN_TIME), estate.part("complaints.received", "severity:major")), untouched);
    assert_eq!(estate.of("complaints.reported_in_time"), None, "its 12 hours have just begun");
    solve(&mut estate, &number);
    assert_eq!((estate.of(IN_TIME), estate.of("complaints.reported_in_time")), (LATE, KEPT));
}

/// ESC-07
#[test]
fn sta_02_a_pause_counts_neither_for_nor_against() {
    let mut estate = Estate::new();
    let number = minor(&mut estate);
    estate.stage.step("sup", &number, "pause", json!({"until": "+5d", "reason": "等配件"}));
    estate.stage.wait(6 * 24 * 60);
    assert_eq!(estate.of(IN_TIME), None);
    solve(&mut estate, &number);
    assert_eq!(estate.of(IN_TIME), KEPT);
}

/// ESC-10, CMP-14: the round that was late stays late, and so does what the resident said in it.
#[test]
fn sta_02_a_late_round_stays_late_after_reopening() {
    for late_round in [1, 2] {
        let mut estate = Estate::new();
        let number = minor(&mut estate);
        for round in 1..=2 {
            estate.stage.wait(if round == late_round { 3 * 24 * 60 } else { 60 });
            solve(&mut estate, &number);
            if round == 1 {
                estate.stage.step("manager", &number, "record_callback", json!({"outcome": "unsatisfied"}));
                assert_eq!(estate.of("complaints.solve_time"), None, "open again");
            }
        }
        assert_eq!(estate.of(IN_TIME), LATE, "round {late_round} was late");
        assert_eq!(estate.of("complaints.reopened"), Some((1, None)));
        assert_eq!(estate.of("complaints.satisfied"), LATE, "asked once, not satisfied, not asked again yet");
    }
}

/// CMP-09: only valid ones count; a verdict that is taken back gives back neither the time lost nor the answer given.
#[test]
fn sta_02_judged_not_valid_and_valid_again_keeps_what_was_late() {
    let mut estate = Estate::new();
    let number = minor(&mut estate);
    estate.stage.wait(60);
    solve(&mut estate, &number);
    estate.stage.step("manager", &number, "record_callback", json!({"outcome": "unsatisfied"}));
    estate.stage.wait(3 * 24 * 60);
    estate.stage.step("sup", &number, "judge_validity", json!({"validity": "invalid", "reason": "无据"}));
    assert_eq!((estate.of(IN_TIME), estate.of("complaints.valid")), (None, LATE));
    estate.stage.step("sup", &number, "judge_validity", json!({"validity": "valid", "reason": "新证据"}));
    solve(&mut estate, &number);
    assert_eq!((estate.of(IN_TIME), estate.of("complaints.satisfied")), (LATE, LATE));
}

/// ESC-13
#[test]
fn sta_01_a_complaint_belongs_to_the_month_in_which_it_was_received() {
    let mut estate = Estate::new();
    let file = |received: &str| json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "category": "repair", "matter": "漏水", "received_at": received});
    estate.stage.ok("desk", file("2026-10-31 23:59"));
    estate.stage.ok("desk", file("2026-11-01 00:00"));
    assert_eq!(estate.of("complaints.received"), Some((1, None)));
    let october = estate.table("2026-10".parse().unwrap());
    assert_eq!(october.get(&("complaints.received".to_owned(), None)), Some(&(1, None)));
}

/// SEC-04
#[test]
fn sta_01_a_voided_entry_counts_as_voided_only() {
    let mut estate = Estate::new();
    let number = minor(&mut estate);
    estate.stage.go_to(at(20, 9, 0));
    estate.stage.step("sup", &number, "void", json!({"reason": "录错"}));
    let table = estate.table("2026-11".parse().unwrap());
    assert_eq!(table.keys().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["complaints.voided"]);
    let month = estate.month();
    assert_eq!(month.cases("complaints.voided", None, Which::Counted).len(), 1);
}
