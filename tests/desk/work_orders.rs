//! DSP-01 to DSP-05, DSP-07 to DSP-10, DSP-12, DSP-13: a work order from the counter to the sheet that is back.
use super::stage::{Stage, at, joined};
use chrono::TimeDelta;
use frontdesk::desk::answer::{Done, Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Case, Register, State};
use frontdesk::model::clock::{Milestone, StopReason};
use frontdesk::model::complaint::Urgency;
use frontdesk::model::entry::{Entry, EntryKind};
use frontdesk::model::staff::{Department, Role};
use frontdesk::model::work_order::{Holder, Place, WorkOrder};
use serde_json::{Value, json};

/// With a second technician of engineering, and one of cleaning.
fn stage() -> Stage {
    stage_with("")
}

fn stage_with(settings: &str) -> Stage {
    let mut stage = Stage::with(settings);
    for (login, department) in [("wang", "engineering"), ("sun", "cleaning")] {
        let new =
            json!({"do": "add_staff", "login": login, "name": login, "role": "department", "department": department});
        stage.ok("manager", new);
    }
    stage
}

fn order(more: Value) -> Value {
    let mut action = json!({"do": "file_work_order", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "job": "plumbing", "matter": "水龙头漏水"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

fn file(stage: &mut Stage, more: Value) -> String {
    stage.ok("desk", order(more)).number
}

fn part(stage: &Stage, number: &str) -> WorkOrder {
    match stage.sheet(number).part {
        Part::WorkOrder(order) => *order,
        other => panic!("not a work order: {other:?}"),
    }
}

fn case(stage: &Stage, number: &str) -> Case {
    stage.sheet(number).case
}

fn holders(stage: &Stage, number: &str) -> Vec<Entry> {
    let mut lines = stage.sheet(number).entries;
    lines.retain(|line| line.kind == EntryKind::Holder);
    lines
}

/// Signed for, there, done.
fn do_it(stage: &mut Stage, number: &str) -> Done {
    for step in ["sign_order", "contact_resident", "depart", "arrive"] {
        stage.wait(5);
        let said = if step == "contact_resident" { json!({"said": "半小时内到"}) } else { json!({}) };
        stage.step("dept", number, step, said);
    }
    stage.wait(20);
    stage.step("dept", number, "finish_order", json!({"result": "已换阀芯", "material": "阀芯1个", "charge": "35元"}))
}

/// DSP-01
#[test]
fn the_form_carries_everything_from_the_call_to_the_charge() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang", "arrive_by": "10:30", "channel": "walk_in"}));
    assert_eq!(number, "PG-20261114-001");
    do_it(&mut stage, &number);
    let (case, order) = (case(&stage, &number), part(&stage, &number));
    assert_eq!((case.unit.as_deref(), case.department), (Some("3-1-502"), Some(Department::Engineering)));
    assert_eq!((order.technician.as_deref(), order.arrive_by), (Some("wang"), Some(at(14, 10, 30))));
    let times =
        [order.sent_at, order.signed_at, order.contacted_at, order.departed_at, order.arrived_at, order.finished_at];
    let minutes = [(9, 30), (9, 35), (9, 40), (9, 45), (9, 50), (10, 10)];
    assert_eq!(times, minutes.map(|(hour, minute)| Some(at(14, hour, minute))));
    assert_eq!((order.result.as_deref(), order.material.as_deref()), (Some("已换阀芯"), Some("阀芯1个")));
    assert_eq!((order.charge.as_deref(), order.signed_by.as_deref()), (Some("35元"), Some("dept")));
    assert_eq!(case.state, State::Finished);
}

/// DSP-01: what is wrong with a field, in the words of the table of faults.
#[test]
fn each_wrong_field_is_refused_at_its_place() {
    let mut stage = stage();
    let mut fault = |more: Value| stage.fault("desk", order(more));
    let to = |field: &str, why: FaultWhy| (field.to_owned(), why);
    assert_eq!(fault(json!({"unit": null, "name": null, "phone": null})), to("unit", FaultWhy::WhoIsIt));
    assert_eq!(fault(json!({"matter": " "})), to("matter", FaultWhy::Required));
    assert!(matches!(fault(json!({"job": "天气"})).1, FaultWhy::NotOneOf(_)));
    assert_eq!(fault(json!({"technician": "nobody"})), to("technician", FaultWhy::NoSuchTechnician));
    assert_eq!(fault(json!({"technician": "sun"})), to("technician", FaultWhy::NoSuchTechnician));
    assert_eq!(fault(json!({"technician": "desk"})), to("technician", FaultWhy::NoSuchTechnician));
    let late = json!({"received_at": "09:00", "arrive_by": "08:30"});
    assert_eq!(fault(late), to("arrive_by", FaultWhy::BeforeMatter));
    assert_eq!(fault(json!({"arrive_by": "09:00"})), to("arrive_by", FaultWhy::InPast));
    assert_eq!(fault(json!({"wanted_by": "昨天"})), to("wanted_by", FaultWhy::InPast));
    assert!(matches!(fault(json!({"urgency": "soon"})).1, FaultWhy::NotOneOf(_)));
    assert!(matches!(stage.refused("dept", order(json!({}))), Refusal::NotAllowed { .. }));
}

/// DSP-02
#[test]
fn the_kind_of_job_proposes_and_a_person_decides() {
    let mut stage = stage();
    let burst = file(&mut stage, json!({"job": "水管爆裂"}));
    assert_eq!(part(&stage, &burst).urgency, Urgency::Urgent);
    let lift = file(&mut stage, json!({"job": "lift"}));
    assert!(part(&stage, &lift).equipment, "equipment of the estate");
    let decided = file(&mut stage, json!({"job": "gas", "urgency": "general", "department": "security"}));
    assert_eq!(part(&stage, &decided).urgency, Urgency::General);
    assert_eq!(case(&stage, &decided).department, Some(Department::Security));
    let same = joined(&decided, "change_urgency", json!({"urgency": "general", "reason": "再看"}));
    assert_eq!(stage.fault("desk", same), ("urgency".to_owned(), FaultWhy::Unchanged));
    stage.step("desk", &decided, "change_urgency", json!({"urgency": "urgent", "reason": "闻到气味"}));
    assert_eq!(part(&stage, &decided).urgency, Urgency::Urgent);
    assert_eq!(stage.clock(&decided, "DSP-03/send").due_at, at(14, 9, 35));
    let rows = stage.desk.queue(&Default::default(), 0, 9, stage.now).unwrap();
    assert_eq!(rows.iter().filter(|row| row.urgency == Some(Urgency::Urgent)).count(), 3, "visible in the queue");
}

/// DSP-02, ESC-09: urgent only once the technician is on the way.
#[test]
fn what_was_done_is_not_waited_for_again_when_it_becomes_urgent() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    stage.step("dept", &number, "depart", json!({}));
    stage.step("desk", &number, "change_urgency", json!({"urgency": "urgent", "reason": "漏到楼下"}));
    let waiting: Vec<Milestone> = running(&stage, &number);
    assert!(!waiting.contains(&Milestone::Depart) && !waiting.contains(&Milestone::Send), "{waiting:?}");
}

/// DSP-02, DSP-03, DSP-12: sent once and handed back, it is to be sent again, and at once if it becomes urgent.
#[test]
fn what_was_handed_back_is_to_be_sent_at_once_when_it_becomes_urgent() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    stage.wait(10);
    stage.step("dept", &number, "hand_back_order", json!({"reason": "地址不符"}));
    stage.wait(10);
    stage.step("desk", &number, "change_urgency", json!({"urgency": "urgent", "reason": "漏到楼下"}));
    let mut waiting = running(&stage, &number);
    waiting.dedup();
    assert_eq!(waiting, [Milestone::Finish, Milestone::Depart, Milestone::Send]);
    assert_eq!(stage.clock(&number, "DSP-03/send").due_at, at(14, 9, 55));
}

/// DSP-02, DSP-03: whoever stands at the door need not set out.
#[test]
fn a_technician_who_is_there_is_not_waited_for_when_it_becomes_urgent() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    stage.step("dept", &number, "arrive", json!({}));
    stage.step("desk", &number, "change_urgency", json!({"urgency": "urgent", "reason": "漏到楼下"}));
    let waiting = running(&stage, &number);
    assert!(!waiting.contains(&Milestone::Depart), "{waiting:?}");
}

/// ESC-07: paused, given up, opened again.
#[test]
fn a_pause_ends_with_what_it_paused() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    stage.step("dept", &number, "pause", json!({"until": "+2d", "reason": "等配件"}));
    stage.step("sup", &number, "close_as_unable", json!({"reason": "停产"}));
    stage.step("desk", &number, "reopen", json!({"reason": "找到配件"}));
    let pauses = stage.sheet(&number).pauses;
    assert!(pauses.iter().all(|pause| pause.resumed_at.is_some()), "{pauses:?}");
    let lanes = stage.desk.board(None, stage.now).unwrap().lanes;
    let with = lanes.iter().find(|lane| lane.count > 0).map(|lane| lane.column);
    assert_eq!(with, Some(frontdesk::model::board::BoardColumn::Waiting));
}

fn running(stage: &Stage, number: &str) -> Vec<Milestone> {
    let clocks = stage.sheet(number).clocks;
    clocks.iter().filter(|clock| clock.stopped.is_none()).map(|clock| clock.milestone).collect()
}

/// DSP-03
#[test]
fn an_urgent_order_is_sent_at_once_and_its_technician_on_the_way_within_15_minutes() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"job": "burst_pipe"}));
    assert_eq!((case(&stage, &number).state, stage.owner(&number)), (State::Waiting, Role::Receptionist));
    assert_eq!(stage.clock(&number, "DSP-03/send").due_at, at(14, 9, 35));
    stage.wait(2);
    stage.step("guard", &number, "send_order", json!({}));
    assert_eq!((case(&stage, &number).state, stage.owner(&number)), (State::Sent, Role::Department));
    assert_eq!(stage.clock(&number, "DSP-03/send").stopped.unwrap().why, StopReason::Reached);
    stage.go_to(at(14, 10, 0));
    stage.step("dept", &number, "depart", json!({"at": "9:46"}));
    let depart = stage.clock(&number, "DSP-03/depart");
    assert_eq!((depart.due_at, depart.stopped.unwrap().at), (at(14, 9, 45), at(14, 9, 46)));
    assert_eq!(frontdesk::rules::clock::late_by(&depart, stage.now), Some(60), "told late, but by when it happened");
}

/// DSP-04
#[test]
fn the_resident_is_contacted_30_minutes_after_receipt_and_the_technician_comes_as_promised() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang", "arrive_by": "11:00"}));
    stage.wait(10);
    stage.step("dept", &number, "sign_order", json!({}));
    assert_eq!(stage.clock(&number, "DSP-04/contact").due_at, at(14, 10, 10));
    assert_eq!(stage.clock(&number, "DSP-04/arrive").due_at, at(14, 11, 0));
    stage.wait(10);
    stage.step("dept", &number, "contact_resident", json!({"said": "11点前到"}));
    assert!(stage.clock(&number, "DSP-04/contact").stopped.is_some());
    stage.go_to(at(14, 11, 5));
    stage.step("dept", &number, "arrive", json!({}));
    let arrive = stage.clock(&number, "DSP-04/arrive");
    assert_eq!(frontdesk::rules::clock::late_by(&arrive, stage.now), Some(300));
    assert_eq!(case(&stage, &number).state, State::OnSite);
}

/// ESC-11, DSP-04
#[test]
fn of_several_new_times_only_the_last_one_counts_beside_the_first() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang", "arrive_by": "10:30"}));
    for to in ["11:00", "12:00"] {
        let moved = json!({"promised_at": to, "reason": "堵车", "told": true});
        stage.step("desk", &number, "move_promise", moved);
    }
    let clocks = stage.sheet(&number).clocks;
    let arrive = clocks.iter().filter(|clock| clock.milestone == Milestone::Arrive && clock.stopped.is_none());
    assert_eq!(arrive.map(|clock| clock.due_at).collect::<Vec<_>>(), [at(14, 10, 30), at(14, 12, 0)]);
}

/// DSP-05
#[test]
fn failed_equipment_is_looked_at_within_2_hours() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"job": "equipment", "technician": "wang"}));
    assert_eq!(stage.clock(&number, "DSP-05/check").due_at, at(14, 11, 30));
    stage.wait(30);
    stage.step("dept", &number, "arrive", json!({}));
    stage.step("dept", &number, "first_check", json!({"note": "水泵过热"}));
    assert_eq!(part(&stage, &number).checked_at, Some(stage.now));
    assert!(stage.clock(&number, "DSP-05/check").stopped.is_some());
    let again = joined(&number, "first_check", json!({"note": "再看"}));
    assert!(matches!(stage.refused("dept", again), Refusal::NothingToDo));
}

/// DSP-07
#[test]
fn the_department_signs_with_name_and_time_also_after_it_set_out() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    assert_eq!(stage.clock(&number, "DSP-07/receive").due_at, at(14, 10, 0));
    stage.wait(10);
    stage.step("dept", &number, "depart", json!({}));
    assert!(stage.clock(&number, "DSP-07/receive").stopped.is_none(), "nobody has signed");
    stage.wait(5);
    stage.step("dept", &number, "sign_order", json!({"signed_by": "李师傅", "at": "9:38"}));
    let order = part(&stage, &number);
    assert_eq!((order.signed_by.as_deref(), order.signed_at), (Some("李师傅"), Some(at(14, 9, 38))));
    assert_eq!(stage.clock(&number, "DSP-07/receive").stopped.unwrap().at, at(14, 9, 38));
    assert_eq!(case(&stage, &number).state, State::OnTheWay, "and is still on the way");
    assert!(matches!(stage.refused("dept", joined(&number, "sign_order", json!({}))), Refusal::NothingToDo));
}

/// DSP-08
#[test]
fn an_apology_carries_a_new_time_and_the_verdict_stays_with_the_first() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang", "wanted_by": "今天 18:00"}));
    let apology = |to: &str| json!({"said": "配件未到，抱歉", "promised_at": to});
    let past = joined(&number, "apologize", apology("9:00"));
    assert_eq!(stage.fault("desk", past), ("promised_at".to_owned(), FaultWhy::InPast));
    stage.go_to(at(14, 19, 0));
    stage.step("desk", &number, "apologize", apology("明天 12:00"));
    stage.step("desk", &number, "apologize", apology("明天 15:00"));
    let order = part(&stage, &number);
    assert_eq!((order.apologies, order.moved_to), (2, Some(at(15, 15, 0))));
    let clocks = stage.sheet(&number).clocks;
    let finish: Vec<_> = clocks.iter().filter(|clock| clock.rule == "DSP-08/finish").collect();
    let due: Vec<_> = finish.iter().map(|clock| (clock.due_at, clock.stopped.is_none())).collect();
    assert_eq!(due, [(at(14, 18, 0), true), (at(15, 12, 0), false), (at(15, 15, 0), true)]);
    stage.go_to(at(15, 14, 0));
    stage.step("dept", &number, "finish_order", json!({"result": "已修"}));
    let first = stage.sheet(&number).clocks.into_iter().find(|clock| clock.rule == "DSP-08/finish").unwrap();
    assert_eq!(frontdesk::rules::clock::late_by(&first, stage.now), Some(20 * 3600));
}

/// DSP-08
#[test]
fn a_job_is_finished_in_2_days_or_it_is_the_supervisors_and_after_a_week_the_managers() {
    let mut stage = stage();
    let number = file(&mut stage, json!({}));
    stage.go_to(at(16, 9, 30));
    assert_eq!(stage.owner(&number), Role::Supervisor);
    stage.go_to(at(21, 9, 30));
    assert_eq!(stage.owner(&number), Role::Manager);
}

/// DSP-09, DSP-10
#[test]
fn it_is_closed_only_when_the_resident_was_told_and_the_sheet_is_back() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    assert_eq!(do_it(&mut stage, &number).hint, Some(Hint::AwaitsTelling));
    assert_eq!(stage.clock(&number, "DSP-09/tell").due_at, at(15, 10, 10));
    assert_eq!(stage.clock(&number, "DSP-10/sheet").due_at, at(17, 10, 10));
    assert_eq!(stage.owner(&number), Role::Receptionist, "the desk has it again");
    let unasked = joined(&number, "tell_resident", json!({"said": "已修好"}));
    assert_eq!(stage.fault("desk", unasked), ("satisfied".to_owned(), FaultWhy::Required));
    let told = stage.step("desk", &number, "tell_resident", json!({"said": "已修好", "satisfied": true}));
    assert_eq!((told.hint, told.state), (Some(Hint::AwaitsSheet), Some(State::Finished)));
    assert!(matches!(
        stage.refused("desk", joined(&number, "tell_resident", json!({"said": "再说", "satisfied": true}))),
        Refusal::NothingToDo
    ));
    let filed = stage.step("desk", &number, "file_sheet", json!({}));
    assert_eq!(filed.state, Some(State::Closed));
    assert!(running(&stage, &number).is_empty());
    let other = file(&mut stage, json!({"technician": "wang"}));
    do_it(&mut stage, &other);
    let filed = stage.step("desk", &other, "file_sheet", json!({}));
    assert_eq!((filed.hint, filed.state), (Some(Hint::AwaitsTelling), Some(State::Finished)));
    assert_eq!(
        stage.step("desk", &other, "tell_resident", json!({"said": "好", "satisfied": true})).state,
        Some(State::Closed)
    );
}

/// DSP-09, ESC-10
#[test]
fn not_satisfied_it_goes_back_to_the_department_with_fresh_clocks() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    do_it(&mut stage, &number);
    stage.wait(30);
    let done = stage.step("desk", &number, "tell_resident", json!({"said": "还在滴", "satisfied": false}));
    assert_eq!((done.hint, done.state), (Some(Hint::Reopened), Some(State::Sent)));
    let (case, order) = (case(&stage, &number), part(&stage, &number));
    assert_eq!((case.cycle, case.owner, order.reopened), (2, Role::Department, 1));
    assert_eq!((order.technician.as_deref(), order.sent_at), (Some("wang"), Some(stage.now)));
    assert_eq!((order.finished_at, order.told_at, order.result), (None, None, None));
    let cycles = stage.sheet(&number).cycles;
    assert!(cycles[0].2.contains("已换阀芯") && cycles[0].2.contains("\"satisfied\":false"), "{cycles:?}");
    assert_eq!(stage.clock(&number, "DSP-07/receive").due_at, stage.now + TimeDelta::minutes(30));
    assert_eq!(stage.clock(&number, "DSP-08/finish").started_at, stage.now);
    let marks: Vec<_> = holders(&stage, &number).into_iter().map(|line| line.mark).collect();
    assert_eq!(marks, [Some("done".to_owned()), None]);
}

/// DSP-09, ESC-10: a step of its own puts it back on the board.
#[test]
fn a_closed_order_is_opened_again_and_waits_for_somebody() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    do_it(&mut stage, &number);
    stage.step("desk", &number, "tell_resident", json!({"said": "好", "satisfied": true}));
    stage.step("desk", &number, "file_sheet", json!({}));
    stage.wait(60);
    let done = stage.step("desk", &number, "reopen", json!({"reason": "又漏"}));
    assert_eq!((done.state, done.hint), (Some(State::Waiting), Some(Hint::Reopened)));
    assert_eq!(stage.owner(&number), Role::Receptionist);
    let early = joined(&number, "send_order", json!({"technician": "dept", "at": "10:15"}));
    assert!(matches!(stage.fault("desk", early).1, FaultWhy::OutOfOrder { .. }), "before it was opened again");
    stage.step("desk", &number, "send_order", json!({"technician": "dept"}));
    assert_eq!(case(&stage, &number).handler.as_deref(), Some("dept"));
}

/// DSP-10
#[test]
fn where_each_copy_is_follows_from_the_steps_and_can_be_put_right() {
    let mut stage = stage();
    let number = file(&mut stage, json!({}));
    let places = |stage: &Stage| {
        let order = part(stage, &number);
        (order.stub_at, order.department_copy_at, order.resident_copy_at)
    };
    assert_eq!(places(&stage), (Place::Desk, Place::Desk, Place::Desk));
    stage.step("desk", &number, "send_order", json!({"technician": "wang"}));
    assert_eq!(places(&stage), (Place::Desk, Place::Department, Place::Department));
    do_it(&mut stage, &number);
    assert_eq!(places(&stage), (Place::Desk, Place::Department, Place::Resident));
    let filed = joined(&number, "move_copy", json!({"copy": "department", "copy_at": "filed"}));
    assert!(matches!(stage.fault("desk", filed), (field, FaultWhy::NotOneOf(_)) if field == "copy_at"));
    stage.step("desk", &number, "move_copy", json!({"copy": "department", "copy_at": "missing"}));
    let same = joined(&number, "move_copy", json!({"copy": "department", "copy_at": "missing"}));
    assert_eq!(stage.fault("desk", same), ("copy_at".to_owned(), FaultWhy::Unchanged));
    stage.step("desk", &number, "tell_resident", json!({"said": "好", "satisfied": true}));
    stage.step("desk", &number, "file_sheet", json!({}));
    assert_eq!(places(&stage), (Place::Filed, Place::Filed, Place::Resident));
}

/// DSP-12
#[test]
fn pressing_again_is_counted_and_shown() {
    let mut stage = stage();
    let number = file(&mut stage, json!({}));
    stage.step("desk", &number, "press_again", json!({"said": "还没人来"}));
    stage.step("guard", &number, "press_again", json!({}));
    assert_eq!(part(&stage, &number).pressed, 2);
    let rows = stage.desk.queue(&Default::default(), 0, 9, stage.now).unwrap();
    assert_eq!(rows[0].pressed, 2);
}

/// DSP-12, DSP-13
#[test]
fn who_had_it_and_for_how_long_is_kept_when_it_goes_on_and_back() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"job": "burst_pipe", "technician": "wang"}));
    stage.wait(10);
    stage.step("dept", &number, "sign_order", json!({}));
    let reasonless = joined(&number, "transfer_order", json!({"department": "cleaning"}));
    assert_eq!(stage.fault("dept", reasonless), ("reason".to_owned(), FaultWhy::Required));
    let to = |department: &str, technician: &str| json!({"department": department, "technician": technician, "reason": "须先清场"});
    let same = joined(&number, "transfer_order", to("engineering", "wang"));
    assert_eq!(stage.fault("dept", same), ("department".to_owned(), FaultWhy::Unchanged));
    let stranger = joined(&number, "transfer_order", to("cleaning", "wang"));
    assert_eq!(stage.fault("dept", stranger), ("technician".to_owned(), FaultWhy::NoSuchTechnician));
    stage.wait(10);
    stage.step("dept", &number, "transfer_order", to("cleaning", "sun"));
    assert_eq!(
        (case(&stage, &number).state, case(&stage, &number).department),
        (State::Sent, Some(Department::Cleaning))
    );
    assert_eq!(part(&stage, &number).signed_at, None, "the next one signs for himself");
    assert_eq!(stage.clock(&number, "DSP-07/receive").due_at, at(14, 10, 20));
    stage.wait(30);
    stage.step("sun", &number, "hand_back_order", json!({"reason": "不属保洁"}));
    let order = part(&stage, &number);
    assert_eq!((case(&stage, &number).state, stage.owner(&number)), (State::Waiting, Role::Receptionist));
    assert_eq!((order.passed_on, order.technician, order.department_copy_at), (2, None, Place::Desk));
    assert_eq!(stage.clock(&number, "DSP-03/send").due_at, at(14, 10, 25), "to be sent once more");
    let had: Vec<_> = holders(&stage, &number)
        .into_iter()
        .map(|line| {
            let holder: Holder = line.text.parse().unwrap();
            (holder.technician.unwrap(), (line.marked_at.unwrap() - line.at).num_minutes(), line.mark.unwrap())
        })
        .collect();
    let expected = [("wang", 20, "transferred"), ("sun", 30, "handed_back")];
    assert_eq!(had, expected.map(|(login, minutes, why)| (login.to_owned(), minutes, why.to_owned())));
    let early =
        joined(&number, "send_order", json!({"department": "engineering", "technician": "dept", "at": "10:10"}));
    assert!(matches!(stage.fault("desk", early).1, FaultWhy::OutOfOrder { after: Milestone::Send, .. }));
}

/// DSP-01: a table of times that lie before what came earlier.
#[test]
fn no_time_lies_before_what_came_earlier() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"received_at": "09:00"}));
    stage.go_to(at(14, 12, 0));
    let early = |stage: &mut Stage, step: &str, fields: Value, good: &str, bad: &str, after: Option<Milestone>| {
        let with = |time: &str| {
            let mut fields = fields.clone();
            fields["at"] = json!(time);
            joined(&number, step, fields)
        };
        let (field, why) = stage.fault("sup", with(bad));
        assert_eq!(field, "at");
        match (why, after) {
            (FaultWhy::BeforeMatter, None) => {}
            (FaultWhy::OutOfOrder { after: found, .. }, Some(after)) if found == after => {}
            (why, _) => panic!("{step} at {bad}: {why:?}"),
        }
        assert_eq!(stage.fault("sup", with("13:00")), ("at".to_owned(), FaultWhy::InFuture), "{step}");
        stage.ok("sup", with(good));
    };
    early(&mut stage, "send_order", json!({"technician": "wang"}), "9:10", "8:50", None);
    early(&mut stage, "sign_order", json!({}), "9:20", "9:05", Some(Milestone::Send));
    early(&mut stage, "contact_resident", json!({"said": "就来"}), "9:30", "9:15", Some(Milestone::Receive));
    early(&mut stage, "depart", json!({}), "9:40", "9:15", Some(Milestone::Receive));
    early(&mut stage, "arrive", json!({}), "9:50", "9:35", Some(Milestone::Depart));
    early(&mut stage, "first_check", json!({"note": "看过"}), "10:00", "9:45", Some(Milestone::Arrive));
    early(&mut stage, "finish_order", json!({"result": "好"}), "10:10", "9:55", Some(Milestone::Check));
    early(
        &mut stage,
        "tell_resident",
        json!({"said": "好", "satisfied": true}),
        "10:20",
        "10:05",
        Some(Milestone::Finish),
    );
    early(&mut stage, "file_sheet", json!({}), "10:30", "10:05", Some(Milestone::Finish));
    assert_eq!(case(&stage, &number).state, State::Closed);
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// DSP-04: a job that a word on the phone settles.
#[test]
fn a_job_done_on_the_phone_waits_for_no_visit() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"job": "gas", "technician": "wang", "arrive_by": "10:00"}));
    stage.go_to(at(14, 10, 5));
    stage.step("dept", &number, "finish_order", json!({"result": "电话指导关阀，已好"}));
    let clocks = stage.sheet(&number).clocks;
    let ended = |milestone| clocks.iter().find(|clock| clock.milestone == milestone).unwrap().stopped.unwrap().why;
    assert_eq!(ended(Milestone::Finish), StopReason::Reached);
    assert_eq!([Milestone::Arrive, Milestone::Depart].map(ended), [StopReason::Superseded; 2]);
    assert_eq!(part(&stage, &number).resident_copy_at, Place::Department, "nobody brought it");
    assert_eq!(frontdesk::rules::clock::late_by(&stage.clock(&number, "DSP-04/arrive"), stage.now), Some(300));
}

/// ESC-12, REC-03
#[test]
fn its_reception_ends_with_it_and_waits_again_when_it_is_opened_again() {
    let mut stage = stage();
    let new = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "matter": "水龙头漏水",
        "course": "work_order", "job": "plumbing", "technician": "wang"});
    let done = stage.ok("desk", new);
    let (reception, number) = (done.number, done.linked[0].clone());
    assert_eq!((case(&stage, &reception).state, case(&stage, &number).state), (State::Handling, State::Sent));
    do_it(&mut stage, &number);
    stage.step("desk", &number, "file_sheet", json!({}));
    assert_eq!(case(&stage, &reception).state, State::Handling, "done is not the end");
    stage.step("desk", &number, "tell_resident", json!({"said": "好", "satisfied": true}));
    assert_eq!(case(&stage, &reception).state, State::Closed);
    assert_eq!(stage.reception(&reception).result.as_deref(), Some("已换阀芯"));
    stage.step("desk", &number, "reopen", json!({"reason": "又漏"}));
    assert_eq!(case(&stage, &reception).state, State::Handling);
    stage.step("sup", &number, "close_as_unable", json!({"reason": "属户内装修"}));
    assert_eq!(case(&stage, &number).state, State::Unable);
    assert!(running(&stage, &reception).contains(&Milestone::Finish), "the desk owes the resident an answer");
}

/// ESC-12, CMP-11
#[test]
fn a_finished_order_is_progress_of_its_complaint_and_not_its_end() {
    let mut stage = stage();
    let complaint = stage.file("minor", "general");
    stage.go_to(at(15, 9, 30));
    let done = stage.step("desk", &complaint, "dispatch_work", json!({"job": "plumbing", "technician": "wang"}));
    let number = done.linked[0].clone();
    assert_eq!(stage.clock(&number, "DSP-08/finish").due_at, at(17, 9, 30), "a job of its own counts from now");
    do_it(&mut stage, &number);
    assert_eq!(stage.complaint(&complaint).untold, 1);
    stage.step("desk", &number, "tell_resident", json!({"said": "好", "satisfied": true}));
    stage.step("desk", &number, "file_sheet", json!({}));
    assert_eq!(case(&stage, &complaint).state, State::Handling);
    let sheet = stage.sheet(&complaint);
    assert!(sheet.entries.iter().any(|line| line.text.contains(&number)), "{:?}", sheet.entries);
    assert!(sheet.offspring.iter().any(|one| one.register == Register::WorkOrder));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// SEC-04, ESC-07
#[test]
fn voided_or_paused_it_leaves_nothing_running_that_should_not() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    stage.step("dept", &number, "pause", json!({"until": "明天 12:00", "reason": "等配件"}));
    stage.go_to(at(14, 15, 0));
    stage.step("dept", &number, "finish_order", json!({"result": "好"}));
    stage.step("desk", &number, "void", json!({"reason": "重复登记"}));
    assert!(running(&stage, &number).is_empty());
    let survey = stage.desk.inspect().unwrap();
    assert!(survey.findings.is_empty(), "{:?}", survey.findings);
}

/// ESC-10, CBK-02: the resident was asked afterwards.
#[test]
fn not_satisfied_when_asked_afterwards_it_and_its_reception_are_opened_again() {
    let mut stage =
        stage_with("[[share]]\nid = \"CBK-02/repair\"\nkind = \"repair\"\npercent = 100\nsource = \"[2.2 4.1.2]\"\n");
    let new = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "matter": "水龙头漏水",
        "course": "work_order", "job": "plumbing", "technician": "wang"});
    let done = stage.ok("desk", new);
    let (reception, number) = (done.number, done.linked[0].clone());
    let callback = do_it(&mut stage, &number).linked.pop().unwrap();
    stage.step("desk", &number, "tell_resident", json!({"said": "好", "satisfied": true}));
    stage.step("desk", &number, "file_sheet", json!({}));
    stage.wait(24 * 60);
    stage.step("desk", &callback, "record_callback", json!({"outcome": "unsatisfied", "said": "夜里又漏"}));
    let (order, again) = (part(&stage, &number), case(&stage, &number));
    assert_eq!((again.state, again.cycle, order.reopened), (State::Sent, 2, 1));
    assert_eq!((again.closed_at, order.technician.as_deref()), (None, Some("wang")));
    assert_eq!(case(&stage, &reception).state, State::Handling);
    do_it(&mut stage, &number);
    stage.step("desk", &number, "reopen", json!({"reason": "登记有误"}));
    let callbacks = stage.sheet(&number).offspring;
    assert!(
        callbacks.iter().all(|one| one.state != State::Due),
        "nobody is asked before it is finished: {callbacks:?}"
    );
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// DSP-01: what each step needs is told at its field.
#[test]
fn a_step_without_what_it_needs_says_so() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang"}));
    stage.step("dept", &number, "arrive", json!({}));
    let needs = [
        ("first_check", "note"),
        ("finish_order", "result"),
        ("hand_back_order", "reason"),
        ("apologize", "promised_at"),
        ("change_urgency", "urgency"),
        ("move_copy", "copy"),
        ("record_handling", "note"),
        ("close_as_unable", "reason"),
    ];
    for (step, field) in needs {
        let Refusal::Fields(faults) = stage.refused("sup", joined(&number, step, json!({}))) else { panic!("{step}") };
        assert!(
            faults.iter().any(|fault| fault.field == field && fault.why == FaultWhy::Required),
            "{step}: {faults:?}"
        );
        let unknown = joined(&number, step, json!({"colour": "red"}));
        let Refusal::Fields(faults) = stage.refused("sup", unknown) else { panic!("{step}") };
        assert!(faults.iter().any(|fault| matches!(fault.why, FaultWhy::Unknown(_))), "{step}: {faults:?}");
    }
    let unreadable = joined(&number, "arrive", json!({"at": "32点"}));
    assert!(matches!(stage.fault("dept", unreadable), (field, FaultWhy::Time(_)) if field == "at"));
    let word = joined(&number, "move_copy", json!({"copy": "blue", "copy_at": "desk"}));
    assert!(matches!(stage.fault("desk", word), (field, FaultWhy::NotOneOf(_)) if field == "copy"));
    for (step, fields) in [("send_order", json!({})), ("press_again", json!({}))] {
        assert!(matches!(stage.refused("dept", joined(&number, step, fields)), Refusal::NotAllowed { .. }), "{step}");
    }
    assert!(matches!(stage.refused("desk", joined(&number, "file_sheet", json!({}))), Refusal::WrongState { .. }));
    assert!(matches!(
        stage.refused("desk", joined(&number, "lend_key", json!({"name": "x", "purpose": "y"}))),
        Refusal::NotHere { .. }
    ));
}
