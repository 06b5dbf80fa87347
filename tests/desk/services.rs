//! Special services (LED-07): department, quality, callbacks at mid-term and at the end.
use super::stage::{Stage, at};
use frontdesk::desk::answer::{Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::callback::{Callback, CallbackKind};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::StopReason;
use frontdesk::model::service::Service;
use frontdesk::model::staff::Role;
use serde_json::{Value, json};

fn wanted(more: Value) -> Value {
    let mut action = json!({"do": "file_service", "unit": "3-1-502", "name": "王芳", "phone": "13800138000",
        "matter": "每周擦窗", "department": "cleaning"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

fn service(stage: &Stage, number: &str) -> Service {
    match stage.sheet(number).part {
        Part::Service(service) => service,
        other => panic!("not a service: {other:?}"),
    }
}

/// The callbacks of a case with their states, oldest first.
fn callbacks(stage: &Stage, number: &str) -> Vec<(String, CallbackKind, State)> {
    let offspring = stage.sheet(number).offspring;
    let callbacks = offspring.into_iter().filter(|one| one.register == Register::Callback);
    callbacks.map(|one| (one.number.clone(), callback(stage, &one.number).kind, one.state)).collect()
}

fn callback(stage: &Stage, number: &str) -> Callback {
    match stage.sheet(number).part {
        Part::Callback(callback) => *callback,
        other => panic!("not a callback: {other:?}"),
    }
}

#[test]
fn led_07_a_service_is_the_departments_and_is_to_end_when_it_was_agreed() {
    let mut stage = Stage::new();
    let done = stage.ok("desk", wanted(json!({"starts_at": "11-15 08:00", "ends_at": "11-25 18:00"})));
    let sheet = stage.sheet(&done.number);
    assert_eq!((sheet.case.register, sheet.case.state), (Register::Service, State::Accepted));
    assert!(done.number.starts_with("TY-"), "{}", done.number);
    assert_eq!(sheet.case.owner, Role::Department);
    assert_eq!(stage.clock(&done.number, "LED-07/finish").due_at, at(25, 18, 0));
    stage.go_to(at(25, 18, 1));
    let told = stage.desk.queue(&overdue(), 0, 9, stage.now).unwrap();
    assert!(told.iter().any(|row| row.number == done.number), "late once its end is past");
}

#[test]
fn led_07_a_service_without_times_has_a_clock_all_the_same() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", wanted(json!({}))).number;
    let clock = stage.clock(&number, "LED-07/finish");
    assert_eq!((clock.due_at, clock.stopped), (at(17, 9, 30), None), "three days: default");
}

fn overdue() -> frontdesk::model::queue::Filter {
    frontdesk::model::queue::Filter { register: Some(Register::Service), overdue: true, ..Default::default() }
}

#[test]
fn led_07_a_service_needs_a_department_and_somebody_to_ask_afterwards() {
    let mut stage = Stage::new();
    let mut bare = wanted(json!({}));
    bare.as_object_mut().unwrap().remove("department");
    assert_eq!(stage.fault("desk", bare), ("department".to_owned(), FaultWhy::Required));
    let nobody = json!({"do": "file_service", "matter": "擦窗", "department": "cleaning"});
    assert_eq!(stage.fault("desk", nobody), ("unit".to_owned(), FaultWhy::WhoIsIt));
}

#[test]
fn led_07_a_service_ends_after_it_has_begun() {
    let mut stage = Stage::new();
    let backwards = wanted(json!({"starts_at": "11-25 08:00", "ends_at": "11-24 18:00"}));
    assert_eq!(stage.fault("desk", backwards), ("ends_at".to_owned(), FaultWhy::EndsFirst));
    let early = wanted(json!({"received_at": "11-14 08:00", "starts_at": "11-13 08:00"}));
    assert_eq!(stage.fault("desk", early), ("starts_at".to_owned(), FaultWhy::BeforeMatter));
    let early = wanted(json!({"received_at": "11-14 08:00", "ends_at": "11-13 08:00"}));
    assert_eq!(stage.fault("desk", early), ("ends_at".to_owned(), FaultWhy::BeforeMatter));
}

#[test]
fn cbk_01_the_mid_term_callback_is_owed_from_the_first_day_on_and_due_half_way() {
    let mut stage = Stage::new();
    let done = stage.ok("desk", wanted(json!({"starts_at": "11-15 08:00", "ends_at": "11-25 08:00"})));
    let [mid] = &done.linked[..] else { panic!("{:?}", done.linked) };
    assert_eq!(callback(&stage, mid).kind, CallbackKind::ServiceMid);
    assert_eq!(stage.clock(mid, "CBK-01/service_mid").due_at, at(20, 8, 0));
    assert_eq!(stage.sheet(mid).case.phone.as_deref(), Some("13800138000"));
    let open = stage.ok("desk", wanted(json!({})));
    assert!(open.linked.is_empty(), "without an end there is no middle");
}

#[test]
fn esc_13_a_service_entered_late_has_no_callback_that_is_born_overdue() {
    let mut stage = Stage::new();
    stage.go_to(at(20, 9, 0));
    let late = wanted(json!({"received_at": "11-10 09:00", "starts_at": "11-10 09:00", "ends_at": "11-22 09:00"}));
    let done = stage.ok("desk", late);
    assert_eq!(stage.clock(&done.linked[0], "CBK-01/service_mid").due_at, at(21, 9, 0), "half-way of what is left");
    let over = wanted(json!({"received_at": "11-10 09:00", "ends_at": "11-12 09:00"}));
    let done = stage.ok("desk", over);
    assert!(done.linked.is_empty(), "what is over has no middle");
    assert_eq!(done.hint, Some(Hint::LateAlready));
}

#[test]
fn led_07_what_the_mid_term_callback_brings_stands_on_the_service() {
    let mut stage = Stage::new();
    let done = stage.ok("desk", wanted(json!({"ends_at": "11-24 09:30"})));
    stage.go_to(at(19, 10, 0));
    let said = json!({"outcome": "unsatisfied", "said": "窗角没擦", "shortcomings": "来得晚"});
    let asked = stage.step("desk", &done.linked[0], "record_callback", said);
    assert_eq!(asked.hint, Some(Hint::MidTermPoor));
    assert_eq!(service(&stage, &done.number).quality.as_deref(), Some("窗角没擦\n来得晚"));
    assert!(stage.sheet(&done.number).case.state.is_open(), "a service that goes on is not opened again");
    assert_eq!(service(&stage, &done.number).reopened, 0);
}

#[test]
fn led_07_a_finished_service_waits_for_its_callback_and_closes_with_a_satisfied_resident() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", wanted(json!({"ends_at": "11-24 09:30"}))).number;
    stage.step("desk", &number, "record_handling", json!({"note": "已约周三"}));
    stage.step("sup", &number, "follow_up_service", json!({"note": "擦得干净"}));
    let done = stage.step("dept", &number, "finish", json!({"result": "全部擦完"}));
    assert_eq!((done.state, done.hint), (Some(State::Solved), Some(Hint::AwaitsCallback)));
    assert_eq!(callback(&stage, &done.linked[0]).kind, CallbackKind::ServiceEnd);
    stage.step("desk", &done.linked[0], "record_callback", json!({"outcome": "no_answer"}));
    assert_eq!(stage.sheet(&number).case.state, State::Solved);
    stage.step("desk", &done.linked[0], "record_callback", json!({"outcome": "satisfied"}));
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.case.state, State::Closed);
    assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some()));
    let part = service(&stage, &number);
    assert_eq!((part.satisfied, part.followed_up, part.quality.as_deref()), (Some(true), 1, Some("擦得干净")));
}

#[test]
fn cbk_01_a_mid_term_callback_that_nobody_made_is_dropped_at_the_end_with_its_reason() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", wanted(json!({"ends_at": "11-24 09:30"}))).number;
    stage.step("dept", &number, "finish", json!({"result": "提前做完"}));
    let all = callbacks(&stage, &number);
    let [(mid, CallbackKind::ServiceMid, State::Voided), (_, CallbackKind::ServiceEnd, State::Due)] = &all[..] else {
        panic!("{all:?}")
    };
    let history = stage.sheet(mid).history;
    assert!(history.iter().any(|event| event.action["do"] == "drop_callback" && event.by == "system"), "{history:?}");
}

#[test]
fn led_07_an_unsatisfied_resident_opens_it_again_with_a_clock_of_its_own() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", wanted(json!({}))).number;
    let done = stage.step("dept", &number, "finish", json!({"result": "擦完"}));
    let asked =
        stage.step("desk", &done.linked[0], "record_callback", json!({"outcome": "unsatisfied", "said": "没擦净"}));
    assert_eq!(asked.hint, Some(Hint::Reopened));
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.state, sheet.case.cycle, sheet.case.owner), (State::Handling, 2, Role::Department));
    assert_eq!(
        stage.clock(&number, "LED-07/again").due_at,
        at(17, 9, 30),
        "nothing that went wrong is without a clock"
    );
    let part = service(&stage, &number);
    assert_eq!((part.reopened, part.result, part.satisfied), (1, None, None));
    assert!(sheet.cycles[0].2.contains("擦完"), "the round before is kept (ESC-10)");
    let again = stage.step("dept", &number, "finish", json!({"result": "重新擦过"}));
    stage.step("desk", &again.linked[0], "record_callback", json!({"outcome": "satisfied"}));
    assert_eq!(stage.sheet(&number).case.state, State::Closed);
}

#[test]
fn led_07_a_closed_service_is_opened_again_only_with_a_reason() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", wanted(json!({"ends_at": "11-24 09:30"}))).number;
    let refused = stage.refused("sup", json!({"do": "close_as_unable", "number": number, "reason": "人手不足"}));
    assert!(matches!(refused, Refusal::NotAllowed { .. }), "{refused:?}");
    stage.step("manager", &number, "close_as_unable", json!({"reason": "人手不足"}));
    assert_eq!(stage.sheet(&number).case.state, State::Unable);
    assert!(callbacks(&stage, &number).iter().all(|(.., state)| *state == State::Voided));
    stage.step("desk", &number, "reopen", json!({"reason": "已增派人手"}));
    assert_eq!(stage.clock(&number, "LED-07/finish").due_at, at(24, 9, 30), "the end that is still ahead goes on");
    let mid: Vec<_> = callbacks(&stage, &number).into_iter().filter(|(.., state)| *state == State::Due).collect();
    assert_eq!(mid.len(), 1);
}

#[test]
fn sec_04_a_voided_service_asks_nobody() {
    let mut stage = Stage::new();
    let number = stage.ok("desk", wanted(json!({"ends_at": "11-24 09:30"}))).number;
    stage.step("desk", &number, "void", json!({"reason": "登错了"}));
    let sheet = stage.sheet(&number);
    assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some_and(|stop| stop.why == StopReason::Voided)));
    assert!(callbacks(&stage, &number).iter().all(|(.., state)| *state == State::Voided));
}

#[test]
fn rec_03_a_reception_becomes_a_service_in_the_same_step_and_ends_with_it() {
    let mut stage = Stage::new();
    let taken = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "kind": "request", "matter": "搬钢琴",
        "course": "service", "department": "engineering", "ends_at": "11-16 18:00"});
    let done = stage.ok("desk", taken);
    let number = done.linked[0].clone();
    let sheet = stage.sheet(&number);
    assert_eq!((sheet.case.matter.as_str(), sheet.case.name.as_deref()), ("搬钢琴", Some("王芳")));
    assert_eq!(sheet.origins[0].number, done.number);
    let finished = stage.step("dept", &number, "finish", json!({"result": "已搬"}));
    stage.step("desk", &finished.linked[0], "record_callback", json!({"outcome": "satisfied"}));
    assert_eq!(stage.sheet(&done.number).case.state, State::Closed);
    assert_eq!(stage.reception(&done.number).result.as_deref(), Some("已搬"));
}

#[test]
fn rec_03_an_order_of_times_that_cannot_be_is_told_at_the_counter_too() {
    let mut stage = Stage::new();
    let taken = json!({"do": "take_reception", "unit": "3-1-502", "kind": "request", "matter": "搬钢琴",
        "course": "service", "department": "engineering", "starts_at": "11-16 18:00", "ends_at": "11-16 10:00"});
    assert_eq!(stage.fault("desk", taken), ("ends_at".to_owned(), FaultWhy::EndsFirst));
}

/// CBK-02, LED-07
#[test]
fn a_share_of_the_services_that_was_set_lower_is_drawn_and_the_others_wait_for_nothing() {
    let share = |kind: &str, percent: u8| {
        format!("[[share]]\nid = \"CBK-02/{kind}\"\nkind = \"{kind}\"\npercent = {percent}\nsource = \"house rule\"\n")
    };
    let mut stage = Stage::with(&(share("service_end", 50) + &share("service_mid", 0)));
    let mut states = Vec::new();
    for _ in 0..4 {
        let new = json!({"do": "file_service", "unit": "3-1-502", "matter": "钟点保洁", "department": "cleaning", "ends_at": "+10d"});
        let filed = stage.ok("desk", new);
        assert!(filed.linked.is_empty(), "nobody is asked at mid-term");
        stage.wait(5);
        let done = stage.step("desk", &filed.number, "finish", json!({"result": "完成"}));
        states.push(done.state);
        let sheet = stage.sheet(&filed.number);
        let waits = sheet.offspring.iter().any(|one| one.state == State::Due);
        assert_eq!(waits, done.state == Some(State::Solved), "whoever is not drawn is not waited for");
        assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some()));
    }
    assert!(states.contains(&Some(State::Closed)) && states.contains(&Some(State::Solved)), "{states:?}");
    let month = stage.desk.callback_month(stage.now).unwrap();
    let ends = month.kinds.iter().find(|one| one.kind == CallbackKind::ServiceEnd).unwrap();
    assert_eq!((ends.required, ends.pool, ends.drawn), (2, 4, 2));
    assert_eq!(stage.desk.inspect().unwrap().findings, Vec::<String>::new());
}
