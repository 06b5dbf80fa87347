//! EMG-01 to EMG-08: an emergency from the first call to its review.
use super::stage::{Stage, at, joined};
use frontdesk::desk::answer::{Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::{Milestone, StopReason};
use frontdesk::model::emergency::{Emergency, Missing};
use frontdesk::model::entry::{Entry, EntryKind};
use frontdesk::model::queue::Filter;
use frontdesk::model::reception::Course;
use frontdesk::model::staff::{Department, Role};
use frontdesk::rules::clock::late_by;
use serde_json::{Value, json};

impl Stage {
    #[track_caller]
    pub fn raise(&mut self, by: &str, matter: &str, place: &str) -> String {
        self.ok(by, json!({"do": "raise_emergency", "matter": matter, "place": place})).number
    }

    #[track_caller]
    pub fn emergency(&self, number: &str) -> Emergency {
        match self.sheet(number).part {
            Part::Emergency(emergency) => *emergency,
            other => panic!("not an emergency: {other:?}"),
        }
    }

    pub fn lines(&self, number: &str, kind: EntryKind) -> Vec<Entry> {
        self.sheet(number).entries.into_iter().filter(|entry| entry.kind == kind).collect()
    }

    #[track_caller]
    fn hang_on(&mut self, unit: &str, incident: &str) -> String {
        let caller = json!({"do": "take_reception", "unit": unit, "phone": "13800138000", "matter": "家里没水",
            "course": "incident", "incident": incident});
        self.ok("desk", caller).number
    }

    fn review(&mut self, number: &str) -> State {
        let review = json!({"response": "8分钟到场", "cooperation": "好", "cause": "阀门老化", "changes": "季检"});
        self.step("sup", number, "review_emergency", review).state.unwrap()
    }
}

/// EMG-01
#[test]
fn what_and_where_are_enough_and_a_night_guard_may() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3栋1单元502");
    assert_eq!(number, "JJ-20261114-001");
    let case = stage.sheet(&number).case;
    assert_eq!((case.unit.as_deref(), case.building.as_deref()), (Some("3-1-502"), Some("3")));
    assert!(case.harm && case.state == State::Accepted);
    assert_eq!(case.owner, Role::Supervisor);
    assert_eq!(stage.clock(&number, "EMG-02/tell").due_at, at(14, 9, 40));
    assert_eq!(stage.clock(&number, "EMG-05/arrive").due_at, at(14, 9, 45));
    let nowhere = json!({"do": "raise_emergency", "matter": "爆管"});
    assert_eq!(stage.fault("guard", nowhere), ("place".to_owned(), FaultWhy::Required));
}

/// EMG-08: reviewed and closed by an order that turns out to be a wrong entry.
#[test]
fn a_closed_emergency_owes_its_paper_order_again_when_that_is_voided() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.step("guard", &number, "tell_resident", json!({"said": "正在处理"}));
    stage.step("guard", &number, "end_emergency", json!({"result": "已关阀", "order_wanted": true}));
    let order = stage.step("desk", &number, "dispatch_work", json!({"job": "plumbing"})).linked[0].clone();
    assert_eq!(stage.review(&number), State::Closed);
    stage.step("sup", &order, "void", json!({"reason": "录错"}));
    assert_eq!(stage.sheet(&number).case.state, State::Over);
    assert!(stage.clock(&number, "EMG-08/order").stopped.is_none());
    stage.step("desk", &number, "dispatch_work", json!({"job": "plumbing"}));
    assert_eq!(stage.sheet(&number).case.state, State::Closed);
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// EMG-01, SEC-01: typed in haste.
#[test]
fn a_wrong_place_is_put_right_and_the_building_follows_it() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.step("guard", &number, "correct", json!({"place": "5栋电梯厅", "reason": "听错了"}));
    let case = stage.sheet(&number).case;
    assert_eq!(stage.emergency(&number).place, "5栋电梯厅");
    assert_eq!((case.unit, case.building.as_deref()), (None, Some("5")));
    stage.step("guard", &number, "correct", json!({"matter": "消防栓爆了", "reason": "看清了"}));
    assert_eq!(stage.sheet(&number).case.building.as_deref(), Some("5"), "another correction leaves the place");
    let again = joined(&number, "correct", json!({"place": "5栋电梯厅", "reason": "再说一次"}));
    assert!(matches!(stage.refused("guard", again), Refusal::NothingToDo));
    let complaint = stage.file("minor", "general");
    let (field, why) = stage.fault("sup", joined(&complaint, "correct", json!({"place": "东门", "reason": "听错了"})));
    assert!(field == "place" && matches!(why, FaultWhy::Unknown(_)));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// EMG-01
#[test]
fn a_place_that_is_no_unit_is_taken_and_its_building_is_known() {
    let mut stage = Stage::new();
    let lift = stage.raise("guard", "电梯困人", "2号楼电梯");
    let case = stage.sheet(&lift).case;
    assert_eq!((case.unit, case.building.as_deref()), (None, Some("2")));
    let gate = stage.raise("guard", "有人打架", "东门外");
    assert_eq!(stage.sheet(&gate).case.building, None);
}

/// EMG-01, CMP-08
#[test]
fn while_it_goes_on_it_stands_at_the_top_of_every_queue() {
    let mut stage = Stage::new();
    stage.file("minor", "general");
    stage.wait(5 * 24 * 60);
    stage.file("important", "urgent");
    let number = stage.raise("desk", "停电", "5栋");
    for filter in [Filter::default(), Filter { pressing: true, ..Filter::default() }] {
        let rows = stage.desk.queue(&filter, 0, 10, stage.now).unwrap();
        assert_eq!(rows[0].number, number);
    }
    stage.step("guard", &number, "end_emergency", json!({"result": "来电"}));
    let rows = stage.desk.queue(&Filter::default(), 0, 10, stage.now).unwrap();
    assert_ne!(rows[0].number, number);
}

/// EMG-02
#[test]
fn who_was_told_and_when_is_kept_and_the_first_department_stands_on_the_case() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(4);
    let told = stage.step("guard", &number, "tell_of", json!({"who": "engineering", "note": "王工", "at": "09:32"}));
    assert_eq!(told.state, Some(State::Handling));
    stage.step("guard", &number, "tell_of", json!({"who": "fire119"}));
    let lines = stage.lines(&number, EntryKind::Told);
    let lines: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.at)).collect();
    assert_eq!(lines, [("engineering 王工", at(14, 9, 32)), ("fire119", at(14, 9, 34))]);
    assert_eq!(stage.sheet(&number).case.department, Some(Department::Engineering));
    let early = joined(&number, "tell_of", json!({"who": "security", "at": "09:00"}));
    assert_eq!(stage.fault("guard", early), ("at".to_owned(), FaultWhy::BeforeMatter));
}

/// EMG-02
#[test]
fn that_the_resident_was_told_stops_its_clock_at_that_time() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(20);
    stage.step("guard", &number, "tell_resident", json!({"said": "工程已出发", "at": "09:38"}));
    let clock = stage.clock(&number, "EMG-02/tell");
    assert_eq!(clock.stopped.map(|stopped| (stopped.at, stopped.why)), Some((at(14, 9, 38), StopReason::Reached)));
    assert_eq!(late_by(&clock, stage.now), None);
    assert_eq!(stage.emergency(&number).told_at, Some(at(14, 9, 38)));
    assert_eq!(stage.lines(&number, EntryKind::Told)[0].text, "residents 工程已出发");
    let late = stage.clock(&number, "EMG-05/arrive");
    assert!(late.crosses_at() <= stage.now && late.stopped.is_none());
}

/// EMG-03
#[test]
fn the_kind_brings_its_checklist_each_line_is_checked_off_once() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "电梯困人", "2栋电梯");
    assert!(stage.lines(&number, EntryKind::Check).is_empty());
    stage.step("guard", &number, "name_emergency", json!({"emergency": "电梯困人"}));
    let lines = stage.lines(&number, EntryKind::Check);
    assert!(lines.len() == 6 && lines[0].text.contains("安抚"));
    stage.step("guard", &number, "check_off", json!({"entry": lines[1].id}));
    let again = joined(&number, "check_off", json!({"entry": lines[1].id}));
    assert_eq!(stage.fault("guard", again), ("entry".to_owned(), FaultWhy::NoSuchLine));
    let checked = &stage.lines(&number, EntryKind::Check)[1];
    assert_eq!((checked.mark.as_deref(), checked.marked_by.as_deref()), (Some("done"), Some("guard")));
    let same = joined(&number, "name_emergency", json!({"emergency": "lift"}));
    assert_eq!(stage.fault("guard", same), ("emergency".to_owned(), FaultWhy::Unchanged));
    let unknown = joined(&number, "name_emergency", json!({"emergency": "flood"}));
    assert!(matches!(stage.fault("guard", unknown), (field, FaultWhy::NotOneOf(_)) if field == "emergency"));
}

/// EMG-03
#[test]
fn a_kind_that_it_turned_out_not_to_be_leaves_only_what_was_done() {
    let mut stage = Stage::new();
    let raise = json!({"do": "raise_emergency", "matter": "冒烟", "place": "3-1-502", "emergency": "fire"});
    let number = stage.ok("guard", raise).number;
    let first = stage.lines(&number, EntryKind::Check)[0].id;
    stage.step("guard", &number, "check_off", json!({"entry": first}));
    stage.step("guard", &number, "name_emergency", json!({"emergency": "gas"}));
    let lines = stage.lines(&number, EntryKind::Check);
    assert_eq!(lines.iter().filter(|line| line.mark.is_none()).count(), 5);
    assert_eq!(lines.iter().filter(|line| line.mark.as_deref() == Some("done")).count(), 1);
    stage.step("guard", &number, "name_emergency", json!({"emergency": "fire"}));
    let open = stage.lines(&number, EntryKind::Check).iter().filter(|line| line.mark.is_none()).count();
    assert_eq!(open, 5, "what was done once is not asked for again");
}

/// EMG-04
#[test]
fn the_timeline_is_stamped_by_the_program_or_takes_a_time_in_the_past() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(6);
    assert_eq!(stage.step("guard", &number, "log_line", json!({"note": "总阀已关"})).state, Some(State::Handling));
    stage.step("guard", &number, "log_line", json!({"note": "水漫到电梯厅", "at": "09:33"}));
    let lines = stage.lines(&number, EntryKind::Timeline);
    let lines: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.at, line.by.as_str())).collect();
    assert_eq!(lines, [("总阀已关", at(14, 9, 36), "guard"), ("水漫到电梯厅", at(14, 9, 33), "guard")]);
    let ahead = joined(&number, "log_line", json!({"note": "x", "at": "10:30"}));
    assert_eq!(stage.fault("guard", ahead), ("at".to_owned(), FaultWhy::InFuture));
}

/// EMG-05
#[test]
fn the_review_is_due_in_24_hours_and_closes_it() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(8);
    stage.step("guard", &number, "arrive", json!({}));
    assert_eq!(stage.clock(&number, "EMG-05/arrive").stopped.map(|stopped| stopped.why), Some(StopReason::Reached));
    stage.step("guard", &number, "tell_resident", json!({"said": "工程已到"}));
    stage.wait(30);
    let early = joined(&number, "end_emergency", json!({"result": "已修", "at": "09:35"}));
    assert!(matches!(stage.fault("guard", early), (_, FaultWhy::OutOfOrder { after: Milestone::Arrive, .. })));
    let done = stage.step("guard", &number, "end_emergency", json!({"result": "已修", "at": "10:00"}));
    assert_eq!((done.state, done.hint), (Some(State::Over), Some(Hint::AwaitsReview)));
    let sheet = stage.sheet(&number);
    assert!(!sheet.case.harm && stage.emergency(&number).over_at == Some(at(14, 10, 0)));
    assert_eq!(stage.clock(&number, "EMG-05/review").due_at, at(15, 10, 0));
    assert!(sheet.clocks.iter().all(|clock| clock.rule != "EMG-08/order"));
    let review = json!({"response": "x", "cooperation": "x", "cause": "x", "changes": "x"});
    assert!(matches!(stage.refused("guard", joined(&number, "review_emergency", review)), Refusal::NotAllowed { .. }));
    assert_eq!(stage.review(&number), State::Closed);
    assert!(stage.sheet(&number).clocks.iter().all(|clock| clock.stopped.is_some()));
}

/// EMG-05: what was late stays late when it is over.
#[test]
fn nobody_there_in_time_is_told_to_the_manager_and_stays_on_record() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(16);
    let rows = stage.desk.queue(&Filter { overdue: true, ..Filter::default() }, 0, 9, stage.now).unwrap();
    assert_eq!(rows[0].number, number);
    stage.wait(14);
    stage.step("guard", &number, "end_emergency", json!({"result": "自行恢复"}));
    assert_eq!(late_by(&stage.clock(&number, "EMG-05/arrive"), stage.now), Some(15 * 60));
}

/// EMG-06
#[test]
fn first_aid_makes_a_home_visit_due_within_a_week() {
    let mut stage = Stage::new();
    let raise = json!({"do": "raise_emergency", "matter": "老人晕倒", "place": "3-1-502", "emergency": "急救"});
    let by_kind = stage.ok("guard", raise).number;
    let by_word = stage.raise("guard", "电梯困人", "5-2-301");
    for (number, fields) in
        [(by_kind, json!({"result": "送医"})), (by_word, json!({"result": "已救出", "first_aid": true}))]
    {
        let done = stage.step("guard", &number, "end_emergency", fields);
        let callback = &done.linked[0];
        assert!(callback.starts_with("HF-"));
        let sheet = stage.sheet(callback);
        let Part::Callback(part) = &sheet.part else { panic!("a callback is expected") };
        assert_eq!(<&str>::from(part.form), "visit");
        assert_eq!(sheet.clocks[0].due_at, at(21, 9, 30));
        assert_eq!(sheet.origins[0].number, number);
    }
    let other = stage.raise("guard", "停电", "5栋");
    assert!(stage.step("guard", &other, "end_emergency", json!({"result": "来电"})).linked.is_empty());
}

/// EMG-07
#[test]
fn callers_hang_on_one_incident_and_its_end_tells_whom_to_ring_back() {
    let mut stage = Stage::new();
    let incident = stage.raise("guard", "全楼停水", "5栋");
    stage.step("guard", &incident, "set_public_words", json!({"said": "抢修中，约两小时恢复"}));
    let known = stage.desk.incidents(stage.now).unwrap();
    assert_eq!(known[0].public_words.as_deref(), Some("抢修中，约两小时恢复"));
    assert_eq!(known[0].building.as_deref(), Some("5"));
    let first = stage.hang_on("5-2-301", &incident);
    let later = json!({"do": "take_reception", "unit": "5-1-101", "phone": "13900139000", "matter": "没水"});
    let second = stage.ok("desk", later).number;
    stage.step("desk", &second, "join_incident", json!({"incident": incident}));
    for caller in [&first, &second] {
        let sheet = stage.sheet(caller);
        assert_eq!((sheet.case.state, stage.reception(caller).course), (State::Handling, Course::Incident));
        assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some()) && sheet.offspring[0].number == incident);
        let finish = joined(caller, "finish", json!({"result": "x"}));
        assert!(matches!(stage.refused("desk", finish), Refusal::First(_)));
    }
    stage.wait(90);
    let over = stage.step("guard", &incident, "end_emergency", json!({"result": "恢复供水"}));
    assert_eq!((over.hint, over.linked), (Some(Hint::RingBack), vec![first.clone(), second.clone()]));
    for caller in [&first, &second] {
        assert_eq!(stage.reception(caller).course, Course::Desk);
        assert_eq!(stage.clock(caller, "REC-04/reply").due_at, at(14, 11, 30));
        assert!(
            stage
                .sheet(caller)
                .clocks
                .iter()
                .any(|clock| clock.milestone == Milestone::Finish && clock.stopped.is_none())
        );
        stage.step("desk", caller, "reply_to_resident", json!({"said": "已恢复"}));
        stage.step("desk", caller, "finish", json!({"result": "已恢复供水"}));
    }
    assert!(stage.desk.incidents(stage.now).unwrap().is_empty());
}

/// EMG-07
#[test]
fn nobody_is_hung_on_what_is_over_or_no_emergency() {
    let mut stage = Stage::new();
    let over = stage.raise("guard", "停电", "5栋");
    stage.step("guard", &over, "end_emergency", json!({"result": "来电"}));
    let complaint = stage.file("minor", "general");
    for wrong in [over.as_str(), complaint.as_str(), "JJ-20261114-099"] {
        let caller = json!({"do": "take_reception", "unit": "5-2-301", "matter": "停电", "course": "incident", "incident": wrong});
        assert_eq!(stage.fault("desk", caller), ("incident".to_owned(), FaultWhy::NoIncident));
    }
    let none = json!({"do": "take_reception", "unit": "5-2-301", "matter": "停电", "course": "incident"});
    assert_eq!(stage.fault("desk", none), ("incident".to_owned(), FaultWhy::Required));
}

/// EMG-07
#[test]
fn callers_of_a_voided_emergency_are_the_desks_again() {
    let mut stage = Stage::new();
    let incident = stage.raise("guard", "误报", "5栋");
    let caller = stage.hang_on("5-2-301", &incident);
    stage.step("guard", &incident, "void", json!({"reason": "误报"}));
    assert_eq!(stage.reception(&caller).course, Course::Desk);
    assert!(stage.sheet(&caller).clocks.iter().any(|clock| clock.stopped.is_none()));
}

/// EMG-08
#[test]
fn what_is_not_urgent_goes_to_the_morning_shift_as_a_flagged_note() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    let end = json!({"result": "已关阀", "morning": "早班换阀门"});
    stage.step("guard", &number, "end_emergency", end);
    let notes = stage.lines(&number, EntryKind::Note);
    assert!(notes.len() == 1 && notes[0].flagged && notes[0].text == "早班换阀门");
    let handover = stage.ok("guard", json!({"do": "begin_handover"})).number;
    let lines = stage.desk.handover_lines(&handover, stage.now).unwrap();
    assert!(lines.iter().any(|line| line.kind == EntryKind::Note && line.text == "早班换阀门"), "{lines:?}");
}

/// EMG-08
#[test]
fn a_paper_order_that_is_wanted_has_a_clock_of_its_own() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.step("guard", &number, "tell_resident", json!({"said": "已关阀"}));
    let done = stage.step("guard", &number, "end_emergency", json!({"result": "已关阀", "order_wanted": true}));
    assert_eq!(done.hint, Some(Hint::AwaitsOrder));
    assert_eq!(stage.clock(&number, "EMG-08/order").due_at, at(16, 0, 0));
    assert_eq!(stage.review(&number), State::Over, "the order is still to be made");
}

/// ESC-07
#[test]
fn an_emergency_cannot_be_paused() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    let pause = joined(&number, "pause", json!({"until": "明天9点", "reason": "x"}));
    assert!(matches!(stage.refused("manager", pause), Refusal::NotHere { register: Register::Emergency, .. }));
}

/// ESC-13
#[test]
fn one_entered_afterwards_counts_from_when_it_was_called_in() {
    let mut stage = Stage::new();
    let raise = json!({"do": "raise_emergency", "matter": "爆管", "place": "3-1-502", "received_at": "08:30"});
    let done = stage.ok("guard", raise);
    assert_eq!(done.hint, Some(Hint::LateAlready));
    stage.step("guard", &done.number, "arrive", json!({"at": "08:40"}));
    assert_eq!(late_by(&stage.clock(&done.number, "EMG-05/arrive"), stage.now), None);
}

/// The file stays sound through all of it.
#[test]
fn the_file_is_sound_after_an_emergency() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "电梯困人", "2栋电梯");
    stage.step("guard", &number, "name_emergency", json!({"emergency": "lift"}));
    stage.step("guard", &number, "name_emergency", json!({"emergency": "first_aid"}));
    stage.step("guard", &number, "tell_of", json!({"who": "ambulance120"}));
    stage.hang_on("2-1-101", &number);
    stage.step("guard", &number, "end_emergency", json!({"result": "已救出"}));
    stage.review(&number);
    let survey = stage.desk.inspect().unwrap();
    assert!(survey.findings.is_empty(), "{:?}", survey.findings);
    let _: Value = serde_json::to_value(stage.sheet(&number)).unwrap();
}

/// EMG-02: the end of the emergency is not the end of what the resident is owed.
#[test]
fn telling_the_resident_outlives_the_end_and_closing_waits_for_it() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(5);
    let over = stage.step("guard", &number, "end_emergency", json!({"result": "已关阀"}));
    assert_eq!((over.state, over.hint), (Some(State::Over), Some(Hint::ResidentUntold)));
    assert_eq!(stage.clock(&number, "EMG-02/tell").stopped, None);
    stage.wait(10);
    let late = Filter { pressing: true, overdue: true, ..Filter::default() };
    assert_eq!(stage.desk.queue(&late, 0, 9, stage.now).unwrap()[0].number, number);
    assert_eq!(stage.review(&number), State::Over, "the resident knows nothing yet");
    let told = stage.step("desk", &number, "tell_resident", json!({"said": "已关阀，明早换"}));
    assert_eq!(told.state, Some(State::Closed));
    assert_eq!(late_by(&stage.clock(&number, "EMG-02/tell"), stage.now), Some(5 * 60));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// EMG-02: whoever takes 住户 among those who are told has told the resident.
#[test]
fn telling_of_the_residents_is_telling_the_resident() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(3);
    stage.step("guard", &number, "tell_of", json!({"who": "residents"}));
    assert_eq!(stage.emergency(&number).told_at, Some(at(14, 9, 33)));
    assert_eq!(stage.clock(&number, "EMG-02/tell").stopped.map(|stopped| stopped.why), Some(StopReason::Reached));
}

/// EMG-02, EMG-07
#[test]
fn with_the_last_caller_rung_back_the_residents_are_told() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "全楼停水", "5栋");
    let callers = [stage.hang_on("5-2-301", &number), stage.hang_on("5-1-101", &number)];
    stage.step("guard", &number, "end_emergency", json!({"result": "恢复供水"}));
    assert_eq!(stage.review(&number), State::Over);
    for (caller, state) in callers.iter().zip([State::Over, State::Closed]) {
        stage.step("desk", caller, "reply_to_resident", json!({"said": "已恢复"}));
        let done = stage.step("desk", caller, "finish", json!({"result": "已恢复供水"}));
        assert_eq!(done.hint, None);
        assert_eq!(stage.sheet(&number).case.state, state);
    }
    assert_eq!(stage.clock(&number, "EMG-02/tell").stopped.map(|stopped| stopped.why), Some(StopReason::Reached));
    assert_eq!(stage.lines(&number, EntryKind::Told)[0].text, format!("residents {} {}", callers[0], callers[1]));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// EMG-02, EMG-07: that the neighbours were rung back says nothing to the household where it happened.
#[test]
fn a_household_of_which_nobody_called_is_still_to_be_told() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    let neighbour = stage.hang_on("3-1-402", &number);
    stage.step("guard", &number, "end_emergency", json!({"result": "已关阀"}));
    stage.step("desk", &neighbour, "reply_to_resident", json!({"said": "已关阀"}));
    stage.step("desk", &neighbour, "finish", json!({"result": "已关阀"}));
    assert_eq!(stage.emergency(&number).told_at, None);
    assert_eq!(stage.clock(&number, "EMG-02/tell").stopped, None);
}

/// EMG-02, EMG-03, EMG-05
#[test]
fn what_is_not_on_record_is_known_line_by_line() {
    let mut stage = Stage::new();
    let raise = json!({"do": "raise_emergency", "matter": "冒烟", "place": "3-1-502", "emergency": "fire"});
    let number = stage.ok("guard", raise).number;
    let missing = |stage: &Stage| stage.emergency(&number).missing(&stage.sheet(&number).entries);
    let (told, there) = (Missing::ResidentUntold, Missing::NobodyThere);
    assert_eq!(missing(&stage), [Missing::NobodyTold, told, there, Missing::ChecksOpen(6)]);
    stage.step("guard", &number, "tell_resident", json!({"said": "请下楼"}));
    assert_eq!(missing(&stage), [Missing::NobodyTold, there, Missing::ChecksOpen(6)], "no help was called by that");
    stage.step("guard", &number, "tell_of", json!({"who": "fire119"}));
    stage.step("guard", &number, "arrive", json!({}));
    for line in stage.lines(&number, EntryKind::Check) {
        stage.step("guard", &number, "check_off", json!({"entry": line.id}));
    }
    assert_eq!(missing(&stage), []);
}

/// EMG-05, ESC-03: an arrival entered by a slip is put right, and what was late by it is late.
#[test]
fn an_arrival_entered_by_a_slip_is_put_right_by_another_time() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.wait(2);
    stage.step("guard", &number, "arrive", json!({}));
    stage.wait(28);
    assert_eq!(stage.fault("guard", joined(&number, "arrive", json!({}))), ("at".to_owned(), FaultWhy::Required));
    for (time, why) in [("09:32", FaultWhy::Unchanged), ("09:00", FaultWhy::BeforeMatter)] {
        let again = joined(&number, "arrive", json!({"at": time}));
        assert_eq!(stage.fault("guard", again), ("at".to_owned(), why));
    }
    let done = stage.step("guard", &number, "arrive", json!({"at": "09:50"}));
    assert_eq!((done.state, stage.emergency(&number).arrived_at), (Some(State::OnSite), Some(at(14, 9, 50))));
    let history = stage.sheet(&number).history;
    assert_eq!(history.last().unwrap().action["was"]["at"], "2026-11-14T01:32:00Z");
    assert_eq!(late_by(&stage.clock(&number, "EMG-05/arrive"), stage.now), Some(5 * 60));
    stage.step("guard", &number, "arrive", json!({"at": "09:40"}));
    let verdicts = stage.sheet(&number).clocks.into_iter().filter(|clock| clock.rule == "EMG-05/arrive");
    let verdicts: Vec<_> = verdicts.map(|clock| late_by(&clock, stage.now)).collect();
    assert_eq!(verdicts, [None, Some(5 * 60)], "a breach that is frozen stays");
    let early = joined(&number, "end_emergency", json!({"result": "x", "at": "09:39"}));
    assert!(matches!(stage.fault("guard", early), (_, FaultWhy::OutOfOrder { after: Milestone::Arrive, .. })));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

/// EMG-07, SEC-01: a place that was heard wrong is put right; building and unit follow it.
#[test]
fn the_place_is_corrected_and_callers_of_that_building_are_known() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "停电", "3-1-502");
    stage.step("guard", &number, "correct", json!({"place": "5栋配电间", "reason": "听错"}));
    let known = stage.desk.incidents(stage.now).unwrap().remove(0);
    assert_eq!((known.place.as_str(), known.unit, known.building.as_deref()), ("5栋配电间", None, Some("5")));
    let history = stage.sheet(&number).history;
    assert_eq!(history.last().unwrap().action["was"]["place"], "3-1-502");
    stage.step("guard", &number, "correct", json!({"name": "赵磊", "reason": "补姓名"}));
    assert_eq!(stage.sheet(&number).case.building.as_deref(), Some("5"), "a name moves nothing");
    stage.step("guard", &number, "correct", json!({"place": "5栋2单元301", "reason": "再问"}));
    assert_eq!(stage.sheet(&number).case.unit.as_deref(), Some("5-2-301"));
    let same = joined(&number, "correct", json!({"place": "5栋2单元301", "reason": "x"}));
    assert!(matches!(stage.refused("guard", same), Refusal::NothingToDo));
    let complaint = stage.file("minor", "general");
    let elsewhere = joined(&complaint, "correct", json!({"place": "5栋", "reason": "x"}));
    assert!(matches!(stage.fault("desk", elsewhere), (field, FaultWhy::Unknown(_)) if field == "place"));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}
