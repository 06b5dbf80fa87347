//! ESC-05, ESC-06, ESC-14: what the queues show, in what order, and to whom; conflicts between two people.
use super::stage::{Stage, at, joined};
use frontdesk::desk::answer::Pressing;
use frontdesk::desk::refusal::Refusal;
use frontdesk::model::case::Register;
use frontdesk::model::queue::Filter;
use frontdesk::model::staff::{Department, Role};
use serde_json::json;

fn numbers(stage: &Stage, filter: Filter) -> Vec<String> {
    let rows = stage.desk.queue(&filter, 0, 50, stage.now).unwrap();
    assert_eq!(stage.desk.queue_length(&filter, stage.now).unwrap() as usize, rows.len());
    rows.into_iter().map(|row| row.number).collect()
}

/// ESC-14
#[test]
fn queues_narrow_to_mine_my_roles_overdue_today_department_building_and_handler() {
    let mut stage = Stage::new();
    let minor = stage.file("minor", "general");
    let important = stage.file("important", "general");
    let major = stage.file("major", "general");
    stage.step("desk", &minor, "forward_to_department", json!({"department": "engineering"}));
    stage.step("desk", &minor, "assign_handler", json!({"handler": "dept"}));
    stage.step("desk", &important, "correct", json!({"unit": "5-1-301", "reason": "房号写错"}));
    stage.wait(90);
    let complaints = Filter { register: Some(Register::Complaint), ..Filter::default() };
    let narrowed = |change: fn(&mut Filter)| -> Vec<String> {
        let mut filter = complaints.clone();
        change(&mut filter);
        numbers(&stage, filter)
    };
    assert_eq!(narrowed(|filter| filter.mine = Some("dept".to_owned())), std::slice::from_ref(&minor));
    assert_eq!(narrowed(|filter| filter.mine = Some("desk".to_owned())), [important.clone(), major.clone()]);
    assert_eq!(narrowed(|filter| filter.role = Some(Role::Department)), std::slice::from_ref(&minor));
    assert_eq!(
        narrowed(|filter| filter.role = Some(Role::Supervisor)),
        std::slice::from_ref(&important),
        "it has crossed its hour"
    );
    assert_eq!(narrowed(|filter| filter.role = Some(Role::Manager)), std::slice::from_ref(&major));
    assert_eq!(narrowed(|filter| filter.overdue = true), std::slice::from_ref(&important));
    assert_eq!(narrowed(|filter| filter.due_today = true), std::slice::from_ref(&major), "its report is due at 21:30");
    assert_eq!(narrowed(|filter| filter.department = Some(Department::Engineering)), std::slice::from_ref(&minor));
    assert_eq!(narrowed(|filter| filter.building = Some("5".to_owned())), std::slice::from_ref(&important));
    assert_eq!(narrowed(|filter| filter.handler = Some("dept".to_owned())), std::slice::from_ref(&minor));
    assert_eq!(narrowed(|filter| filter.pressing = true), std::slice::from_ref(&important));
    assert_eq!(numbers(&stage, complaints), [important, major, minor], "by what crosses next");
}

/// ESC-14
#[test]
fn words_are_found_in_matter_name_unit_and_number_and_past_ones_too() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let find = |stage: &Stage, words: &str, past: bool| {
        numbers(stage, Filter { words: Some(words.to_owned()), past, ..Filter::default() })
    };
    for words in ["漏水", "王芳", "3-1-502", "厨", number.as_str()] {
        assert_eq!(find(&stage, words, false), std::slice::from_ref(&number), "{words}");
    }
    assert!(find(&stage, "电梯", false).is_empty());
    stage.step("desk", &number, "correct", json!({"matter": "卫生间渗水", "reason": "业主更正"}));
    assert!(find(&stage, "厨房", false).is_empty());
    assert_eq!(find(&stage, "渗水", false), std::slice::from_ref(&number));
    stage.step("desk", &number, "void", json!({"reason": "重复登记"}));
    assert!(find(&stage, "渗水", false).is_empty());
    assert_eq!(find(&stage, "渗水", true), [number]);
}

/// ESC-06
#[test]
fn taking_note_is_kept_with_who_and_when_and_changes_no_colour() {
    let mut stage = Stage::new();
    let number = stage.file("important", "general");
    let note = joined(&number, "acknowledge", json!({}));
    assert!(matches!(stage.refused("sup", note.clone()), Refusal::NothingToDo), "nothing has crossed");
    stage.wait(61);
    let version = stage.sheet(&number).case.version;
    assert!(matches!(stage.refused("desk", note.clone()), Refusal::NotAllowed { .. }), "it is not theirs to silence");
    stage.ok("sup", note.clone());
    let clock = stage.clock(&number, "CMP-04/supervisor");
    let noted = clock.noted.clone().unwrap();
    assert_eq!((noted.by.as_str(), noted.at), ("sup", stage.now));
    let row = stage.desk.queue(&Filter::default(), 0, 1, stage.now).unwrap().remove(0);
    let pressing = Pressing::of(&row.clocks, row.owner, stage.now);
    assert!(pressing.noted && pressing.standing.owner == Role::Supervisor, "still the supervisor's, still late");
    assert_eq!(stage.sheet(&number).case.version, version, "another person's form is not disturbed");
    stage.step("sup", &number, "hand_to_supervisor", json!({}));
    assert_eq!(stage.clock(&number, "CMP-04/supervisor").noted.unwrap().by, "sup");
}

/// ESC-04, ESC-06
#[test]
fn the_next_change_of_look_is_known_beforehand() {
    let mut stage = Stage::new();
    stage.file("important", "urgent");
    assert_eq!(stage.desk.next_change(stage.now).unwrap(), Some(at(14, 9, 50)), "urgent contact is due soon");
    stage.go_to(at(14, 9, 50));
    assert_eq!(stage.desk.next_change(stage.now).unwrap(), Some(at(14, 10, 0)), "and crosses");
    stage.go_to(at(14, 10, 0));
    let next = stage.desk.next_change(stage.now).unwrap().unwrap();
    assert!(next <= at(14, 10, 30), "then the hour of the supervisor runs out");
}

/// Design: every row has a version, a conflict is told.
#[test]
fn of_two_people_on_one_case_the_second_is_told_who_was_first() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let seen = stage.sheet(&number).case.version;
    let mut first = joined(&number, "contact_resident", json!({"said": "已联系"}));
    first["version"] = json!(seen);
    let mut second = joined(&number, "report_progress", json!({"note": "配件已订"}));
    second["version"] = json!(seen);
    stage.ok("desk", first);
    match stage.refused("dept", second.clone()) {
        Refusal::Conflict { by, at, version, .. } => {
            assert_eq!((by.as_str(), at), ("desk", stage.now));
            second["version"] = json!(version);
        }
        other => panic!("{other:?}"),
    }
    stage.ok("dept", second);
}
