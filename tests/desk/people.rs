//! SEC-01, SEC-04, LED-01: staff, residents, and a journal that cannot be edited away.
use super::stage::{Stage, joined};
use frontdesk::desk::answer::Hint;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::staff::Role;
use serde_json::json;

#[test]
fn the_first_person_at_an_empty_file_is_the_manager_and_nobody_after_that() {
    let mut stage = Stage::new();
    assert_eq!(stage.desk.who("manager").unwrap().role, Role::Manager);
    assert_eq!(stage.desk.first_start("stranger", stage.now).unwrap(), None);
    assert!(matches!(stage.desk.who("stranger"), Err(Refusal::UnknownLogin(_))));
    let act = json!({"do": "take_reception", "unit": "3-1-502", "matter": "问"});
    assert!(matches!(stage.refused("stranger", act), Refusal::UnknownLogin(_)));
}

#[test]
fn only_the_manager_adds_staff_and_the_last_manager_stays_one() {
    let mut stage = Stage::new();
    let new = json!({"do": "add_staff", "login": "lina", "name": "李娜", "role": "receptionist"});
    assert!(matches!(stage.refused("sup", new.clone()), Refusal::NotAllowed { .. }));
    stage.ok("manager", new.clone());
    assert_eq!(stage.fault("manager", new), ("login".to_owned(), FaultWhy::Taken));
    stage.ok("manager", json!({"do": "change_staff", "login": "head", "active": false}));
    let last = json!({"do": "change_staff", "login": "manager", "role": "receptionist"});
    assert_eq!(stage.fault("manager", last), ("role".to_owned(), FaultWhy::LastManager));
    stage.ok("manager", json!({"do": "change_staff", "login": "lina", "active": false}));
    let act = json!({"do": "take_reception", "unit": "3-1-502", "matter": "问"});
    assert!(matches!(stage.refused("lina", act), Refusal::Inactive(_)));
    assert_eq!(stage.desk.staff().unwrap().iter().filter(|one| one.login == "lina").count(), 1, "nobody is deleted");
}

/// LED-01
#[test]
fn a_household_is_found_by_unit_name_pinyin_initials_and_the_end_of_the_phone() {
    let mut stage = Stage::new();
    for (unit, name, phone) in
        [("3-1-502", "曾敏", "13800138000"), ("3-1-503", "王芳", "13912345678"), ("12-2-502", "尉迟恭", "07563333333")]
    {
        stage.ok(
            "desk",
            json!({"do": "record_resident", "unit": unit, "name": name, "phone": phone, "needs": "独居老人"}),
        );
    }
    for (words, name) in [
        ("3-1-502", "曾敏"),
        ("３－１－５０２", "曾敏"),
        ("3栋1单元503", "王芳"),
        ("王", "王芳"),
        ("zengmin", "曾敏"),
        ("zm", "曾敏"),
        ("WF", "王芳"),
        ("wangf", "王芳"),
        ("yuchigong", "尉迟恭"),
        ("8000", "曾敏"),
        ("345678", "王芳"),
        ("3333", "尉迟恭"),
    ] {
        let found = stage.desk.find_residents(words, 5, &stage.who("manager")).unwrap();
        assert_eq!(found.first().map(|resident| resident.name.as_str()), Some(name), "{words}: {found:?}");
    }
    assert!(stage.desk.find_residents("", 5, &stage.who("manager")).unwrap().is_empty());
    assert!(stage.desk.find_residents("9999", 5, &stage.who("manager")).unwrap().is_empty());
    let open = stage.file("minor", "general");
    let household = stage.desk.household("3栋1单元502", 10, &stage.who("manager")).unwrap();
    assert_eq!(household.residents[0].needs.as_deref(), Some("独居老人"));
    assert_eq!(household.cases[0].0.number, open);
    assert!(!household.cases[0].1.is_empty(), "with its clocks");
}

/// LED-01
#[test]
fn the_same_resident_twice_is_one_entry_brought_up_to_date() {
    let mut stage = Stage::new();
    let entry = json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳", "phone": "13800138000"});
    stage.ok("desk", entry.clone());
    assert!(matches!(stage.refused("desk", entry), Refusal::AlreadyThere(_)));
    let moved =
        json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳", "phone": "13911112222", "tie": "tenant"});
    assert_eq!(stage.ok("desk", moved).hint, Some(Hint::UpToDate));
    assert_eq!(stage.desk.archive_size().unwrap(), (1, 1));
    assert!(
        stage.desk.find_residents("8000", 5, &stage.who("manager")).unwrap().is_empty(),
        "the old phone leads nowhere"
    );
    assert_eq!(stage.desk.find_residents("2222", 5, &stage.who("manager")).unwrap().len(), 1);
}

/// SEC-01
#[test]
fn a_correction_adds_and_the_old_wording_stays_in_the_history() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("sup", &number, "correct", json!({"matter": "卫生间渗水", "phone": "13911112222", "reason": "听错"}));
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.case.matter, "卫生间渗水");
    let event = sheet.history.last().unwrap();
    assert_eq!((event.by.as_str(), &event.action["was"]["matter"]), ("sup", &json!("厨房反复漏水")));
    let same = joined(&number, "correct", json!({"matter": "卫生间渗水", "reason": "再来"}));
    assert!(matches!(stage.refused("sup", same), Refusal::NothingToDo));
}

/// SEC-04
#[test]
fn a_wrong_entry_is_voided_with_who_when_and_why_and_stays_in_the_file() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    stage.step("desk", &number, "void", json!({"reason": "重复登记"}));
    let sheet = stage.sheet(&number);
    assert!(!sheet.case.state.is_open() && sheet.clocks.iter().all(|clock| clock.stopped.is_some()));
    let event = sheet.history.last().unwrap();
    assert_eq!((event.by.as_str(), event.at, &event.action["reason"]), ("desk", stage.now, &json!("重复登记")));
    assert!(matches!(
        stage.refused("desk", joined(&number, "void", json!({"reason": "x"}))),
        Refusal::WrongState { .. }
    ));
}

/// SEC-01
#[test]
fn hostile_text_is_harmless_at_the_field() {
    let mut stage = Stage::new();
    let text = "漏\u{1b}[2J水\u{202e}\u{200b}\u{7}\n第二行";
    let action =
        json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": text, "detail": text});
    let number = stage.ok("desk", action).number;
    let case = stage.sheet(&number).case;
    assert_eq!(case.matter, "漏水 第二行");
    assert_eq!(case.detail.as_deref(), Some("漏水\n第二行"));
    let huge = json!({"do": "file_complaint", "unit": "3-1-502", "category": "repair", "matter": "漏", "detail": "字".repeat(4_000_000)});
    assert_eq!(stage.fault("desk", huge), ("detail".to_owned(), FaultWhy::TooLong(20_000)));
}
