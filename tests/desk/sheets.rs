//! A sheet brought in line by line: what stopping leaves behind, and that a rehearsal leaves nothing.
use super::stage::Stage;
use frontdesk::desk::refusal::Refusal;
use frontdesk::sheets::{Ended, Kind, Order, Outcome, Phase, Progress, Trouble, import};
use std::path::PathBuf;

fn ledger(folder: &tempfile::TempDir, lines: usize) -> PathBuf {
    let line = |at: usize| format!("{at},2025-11-03,王芳,漏水,2025-11-04\n");
    let text: String = (1..=lines).map(line).collect();
    let path = folder.path().join("o.csv");
    std::fs::write(&path, format!("报修单号,报修时间,报修人,报修内容,完工时间\n{text}")).unwrap();
    path
}

fn order(file: PathBuf, rehearsal: bool) -> Order {
    Order { kind: Kind::WorkOrders, file, sheet: None, map: Vec::new(), set: Vec::new(), rehearsal }
}

fn run(stage: &mut Stage, by: &str, order: &Order, mut heed: impl FnMut(Progress) -> bool) -> Result<Outcome, Trouble> {
    let now = stage.now;
    import(&mut stage.desk, order, by, now, &mut heed)
}

fn cases(stage: &Stage) -> i64 {
    let survey = stage.desk.inspect().unwrap();
    assert_eq!(survey.findings, [""; 0]);
    survey.cases
}

#[test]
fn stopped_half_way_it_has_saved_whole_lines_and_the_same_file_once_more_brings_in_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new();
    let before = cases(&stage);
    let order = order(ledger(&folder, 40), false);
    let outcome = run(&mut stage, "desk", &order, |progress| progress.done < 7).unwrap();
    assert!(matches!(outcome.ended, Some(Ended::Stopped)));
    assert_eq!((outcome.done, outcome.taken, outcome.total), (7, 7, 40));
    assert_eq!(cases(&stage) - before, 7, "what it says is what is there");
    let rest = run(&mut stage, "desk", &order, |_| true).unwrap();
    assert_eq!((rest.taken, rest.there, rest.all_well()), (33, 7, true));
    assert_eq!(cases(&stage) - before, 40);
}

#[test]
fn a_rehearsal_leaves_nothing_behind_stopped_or_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new();
    let before = stage.desk.inspect().unwrap();
    let order = order(ledger(&folder, 40), true);
    for most in [7, 1_000] {
        let outcome = run(&mut stage, "desk", &order, |progress| progress.done < most).unwrap();
        assert_eq!(outcome.taken, most.min(40));
        assert_eq!(stage.desk.inspect().unwrap(), before);
    }
}

#[test]
fn it_tells_how_far_it_is_and_stops_while_it_reads() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new();
    let order = order(ledger(&folder, 40), false);
    let mut seen = Vec::new();
    run(&mut stage, "desk", &order, |progress| {
        seen.push(progress);
        true
    })
    .unwrap();
    assert_eq!(seen.first(), Some(&Progress { phase: Phase::Reading, done: 0, total: None }));
    assert_eq!(seen.last(), Some(&Progress { phase: Phase::Saving, done: 40, total: Some(40) }));
    assert!(matches!(run(&mut stage, "desk", &order, |_| false), Err(Trouble::Stopped)));
}

/// SEC-02
#[test]
fn who_may_not_enter_such_a_line_may_not_import_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::new();
    let order = order(ledger(&folder, 3), false);
    let refused = run(&mut stage, "guard", &order, |_| true);
    assert!(matches!(refused, Err(Trouble::Refused(Refusal::NotAllowed { .. }))));
}
