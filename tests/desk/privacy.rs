//! Roles decide what may be begun and what is seen (SEC-02); numbers of people are masked for those who need not know
//! them, and showing one whole is written down (SEC-03).
use super::stage::{Stage, joined};
use frontdesk::desk::action::catalogue;
use frontdesk::desk::refusal::Refusal;
use frontdesk::model::rights::{OPENINGS, may_open};
use frontdesk::model::staff::Role;
use frontdesk::model::step::STEPS;
use serde_json::{Value, json};

const PEOPLE: [(&str, Role); 6] = [
    ("guard", Role::NightGuard),
    ("desk", Role::Receptionist),
    ("dept", Role::Department),
    ("sup", Role::Supervisor),
    ("manager", Role::Manager),
    ("head", Role::HeadOffice),
];

fn resident(stage: &mut Stage) {
    let one = json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳", "phone": "13812345678"});
    stage.ok("desk", one);
}

/// SEC-02
#[test]
fn the_table_of_rights_knows_every_action_that_begins_something() {
    let mut known: Vec<&str> = OPENINGS.iter().map(|(name, _)| *name).collect();
    let all = catalogue();
    let mut wanted: Vec<&str> = all.iter().filter(|note| !note.on_case).map(|note| note.name.as_str()).collect();
    known.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(known, wanted);
}

/// SEC-02: an action with nothing but what must be there is refused for the role, or for anything else but the role.
#[test]
fn who_may_begin_what_is_as_the_table_says() {
    for note in catalogue().iter().filter(|note| !note.on_case) {
        for (login, role) in PEOPLE {
            let mut stage = Stage::new();
            let outcome = stage.perform(login, smallest(note));
            let allowed = may_open(&note.name).contains(&role);
            let refused = matches!(outcome, Err(Refusal::NotAllowed { .. }));
            assert_eq!(!refused, allowed, "{login} {}: {outcome:?}", note.name);
        }
    }
}

/// The shortest action that can be read.
fn smallest(note: &frontdesk::desk::action::ActionNote) -> Value {
    let mut action = json!({"do": note.name});
    for field in note.fields.iter().filter(|field| field.required) {
        let word = field.words.first().map(String::as_str);
        let value = word.unwrap_or(match field.name.as_str() {
            "unit" => "3-1-502",
            "category" => "repair",
            "job" | "fee" => "other",
            "phone" => "13800138000",
            "login" => "somebody",
            "received_at" | "starts_at" => "2026-11-01T08:00:00Z",
            "until" | "ends_at" | "valid_until" => "2026-12-01T08:00:00Z",
            "month" => "2026-11",
            "pin" => "4711",
            "appointment_at" => "2026-11-20T08:00:00Z",
            _ => "x",
        });
        action[&field.name] = json!(value);
    }
    action
}

/// SEC-02
#[test]
fn a_role_that_may_not_take_a_step_is_told_which_roles_may() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let grade = json!({"severity": "major", "reason": "x"});
    for (login, role) in PEOPLE {
        let row = STEPS.iter().find(|row| <&str>::from(row.step) == "change_severity").unwrap();
        match stage.perform(login, joined(&number, "change_severity", grade.clone())) {
            Err(Refusal::NotAllowed { roles }) => assert_eq!((roles, row.by.contains(&role)), (row.by.to_vec(), false)),
            _ => assert!(row.by.contains(&role), "{login}"),
        }
    }
}

/// SEC-03
#[test]
fn phones_are_whole_for_the_desk_and_masked_for_those_who_need_not_know_them() {
    let mut stage = Stage::new();
    resident(&mut stage);
    let number = stage.file("minor", "general");
    for (login, role) in PEOPLE {
        let whole = matches!(role, Role::Receptionist | Role::Supervisor | Role::Manager);
        let me = stage.who(login);
        let sheet = stage.sheet_for(login, &number);
        assert_eq!(sheet.case.phone.as_deref() == Some("13800138000"), whole, "{login}");
        let text = serde_json::to_string(&sheet).unwrap();
        assert_eq!(text.contains("13800138000"), whole, "{login}: not in the history either");
        for words in ["3-1-502", "5678", "13812345678"] {
            let found = stage.desk.find_residents(words, 5, &me).unwrap();
            let phone = if whole { "13812345678" } else { "138****5678" };
            assert_eq!(found[0].phone.as_deref(), Some(phone), "{login} looks for {words}");
        }
        let home = stage.desk.household("3-1-502", 5, &me).unwrap();
        let text = format!("{home:?}");
        assert_eq!(text.contains("13812345678") && text.contains("13800138000"), whole, "{login}");
        assert!(whole || !text.contains("13800138000"), "{login}: not at its cases either");
    }
}

/// SEC-03
#[test]
fn who_has_to_deal_with_a_case_sees_its_phone_whole() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let phone = |stage: &Stage, login: &str| stage.sheet_for(login, &number).case.phone.unwrap();
    assert_eq!(phone(&stage, "dept"), "138****8000");
    stage.step("sup", &number, "assign_handler", json!({"handler": "dept"}));
    assert_eq!(phone(&stage, "dept"), "13800138000");
    assert_eq!(phone(&stage, "guard"), "138****8000");
    let own = json!({"do": "take_reception", "phone": "13911112222", "matter": "问"});
    let number = stage.ok("guard", own).number;
    assert_eq!(stage.sheet_for("guard", &number).case.phone.as_deref(), Some("13911112222"));
}

/// SEC-03
#[test]
fn a_number_shown_whole_is_written_down_with_who_and_when_but_not_the_number() {
    let mut stage = Stage::new();
    let number = stage.file("minor", "general");
    let version = stage.sheet(&number).case.version;
    let done = stage.step("dept", &number, "reveal", json!({"field": "phone"}));
    assert_eq!(done.shown.as_deref(), Some("13800138000"));
    let sheet = stage.sheet(&number);
    let event = sheet.history.last().unwrap();
    let told = (event.by.as_str(), event.at, &event.action["do"], &event.action["field"], &event.action["number"]);
    assert_eq!(told, ("dept", stage.now, &json!("reveal"), &json!("phone"), &json!(number)));
    assert!(!event.action.to_string().contains("13800138000"));
    assert_eq!(sheet.case.version, version, "nobody's form is disturbed by it");
    let again = joined(&number, "reveal", json!({"field": "phone"}));
    assert!(matches!(stage.refused("sup", again), Refusal::NothingToDo), "not masked for the supervisor");
    let document = joined(&number, "reveal", json!({"field": "document_number"}));
    assert!(matches!(stage.refused("dept", document.clone()), Refusal::NotAllowed { .. }));
    assert!(matches!(stage.refused("desk", document), Refusal::NothingToDo), "there is none");
}

/// SEC-03
#[test]
fn the_phone_of_a_resident_is_shown_whole_by_an_action_of_its_own() {
    let mut stage = Stage::new();
    resident(&mut stage);
    let events = stage.desk.inspect().unwrap().events;
    let ask = json!({"do": "reveal_resident", "unit": "3栋1单元502", "name": "王芳"});
    assert_eq!(stage.ok("guard", ask.clone()).shown.as_deref(), Some("13812345678"));
    assert_eq!(stage.desk.inspect().unwrap().events, events + 1);
    assert!(matches!(stage.refused("desk", ask), Refusal::NothingToDo), "the desk sees it anyway");
    let nobody = json!({"do": "reveal_resident", "unit": "3-1-502", "name": "李四"});
    assert!(matches!(stage.refused("guard", nobody), Refusal::NothingToDo));
}

/// SEC-03
#[test]
fn who_sees_phones_masked_files_with_the_phone_of_the_archive_all_the_same() {
    let mut stage = Stage::new();
    resident(&mut stage);
    let action =
        json!({"do": "take_reception", "unit": "3栋1单元502", "name": "王芳", "matter": "停电了", "promise": true});
    let number = stage.ok("guard", action.clone()).number;
    assert_eq!(stage.sheet(&number).case.phone.as_deref(), Some("13812345678"));
    let mut other = action.clone();
    other["name"] = json!("李四");
    other["promise"] = json!(false);
    let number = stage.ok("guard", other).number;
    assert_eq!(stage.sheet(&number).case.phone, None, "nobody else's phone");
    let mut left_out = action;
    left_out["promise"] = json!(false);
    let number = stage.ok("desk", left_out).number;
    assert_eq!(stage.sheet(&number).case.phone, None, "who sees it has left it out on purpose");
}

/// SEC-03
#[test]
fn a_masked_number_is_never_saved_over_the_whole_one() {
    let mut stage = Stage::new();
    resident(&mut stage);
    let number = stage.file("minor", "general");
    let masked = joined(&number, "correct", json!({"phone": "138****8000", "reason": "x"}));
    assert_eq!(stage.fault("dept", masked).0, "phone");
    let again = json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳", "phone": "138****5678"});
    assert_eq!(stage.fault("guard", again).0, "phone");
    assert_eq!(stage.sheet(&number).case.phone.as_deref(), Some("13800138000"));
}

/// SEC-03: the other cases that a case shows are masked by whose they are.
#[test]
fn linked_cases_do_not_give_away_what_the_case_itself_hides() {
    let mut stage = Stage::new();
    let taken = json!({"do": "take_reception", "unit": "3-1-502", "phone": "13812345678", "kind": "question",
        "course": "complaint", "category": "repair", "matter": "漏水"});
    let done = stage.ok("desk", taken);
    let sheet = stage.sheet_for("dept", &done.linked[0]);
    assert_eq!(sheet.origins[0].phone.as_deref(), Some("138****5678"));
}
