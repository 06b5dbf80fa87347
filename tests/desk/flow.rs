//! REC-03 and ESC-12: what becomes of a matter, at once or later; both records show the link, and nothing is typed twice.
use super::keys::plant_room;
use super::stage::{Stage, at, joined};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::{Register, State};
use frontdesk::model::reception::Course;
use serde_json::{Value, json};

fn matter(more: Value) -> Value {
    let mut action = json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "phone": "13800138000",
        "matter": "厨房漏水", "detail": "水槽下面", "channel": "walk_in"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

impl Stage {
    /// A reception that goes on as another record at once; its number and that of the record.
    #[track_caller]
    fn at_once(&mut self, course: &str, more: Value) -> (String, String) {
        let mut more = more;
        more["course"] = course.into();
        let done = self.ok("desk", matter(more));
        assert_eq!(done.linked.len(), 1, "{done:?}");
        (done.number, done.linked[0].clone())
    }

    /// The same as a step, some time after it was taken in.
    #[track_caller]
    fn later(&mut self, step: &str, fields: Value) -> (String, String) {
        let number = self.ok("desk", matter(json!({}))).number;
        self.wait(60);
        let done = self.step("desk", &number, step, fields);
        assert_eq!(done.linked.len(), 1, "{done:?}");
        (number, done.linked[0].clone())
    }

    /// Both show the link, the resident's data stand on both, and the reception waits with no clock of its own.
    #[track_caller]
    fn is_tied(&self, (reception, made): &(String, String), register: Register, course: Course) {
        let (from, to) = (self.sheet(reception), self.sheet(made));
        assert_eq!(from.offspring.iter().map(|case| &case.number).collect::<Vec<_>>(), [made]);
        assert_eq!(to.origins.iter().map(|case| &case.number).collect::<Vec<_>>(), [reception]);
        assert_eq!(to.case.register, register);
        for (took, had) in
            [(&to.case.unit, &from.case.unit), (&to.case.name, &from.case.name), (&to.case.phone, &from.case.phone)]
        {
            assert_eq!(took, had);
        }
        assert_eq!((to.case.matter.as_str(), to.case.received_at), (from.case.matter.as_str(), from.case.received_at));
        assert_eq!(self.reception(reception).course, course);
        assert_eq!(from.case.state, State::Handling);
        assert!(from.clocks.iter().all(|clock| clock.stopped.is_some()), "the reception waits, it does not run");
    }
}

/// REC-03
#[test]
fn a_complaint_is_made_at_once_or_later() {
    let mut stage = Stage::new();
    let both = stage.at_once("complaint", json!({"category": "repair", "severity": "important"}));
    stage.is_tied(&both, Register::Complaint, Course::Complaint);
    assert_eq!(stage.sheet(&both.1).case.detail.as_deref(), Some("水槽下面"));
    let both = stage.later("turn_into_complaint", json!({"category": "repair"}));
    stage.is_tied(&both, Register::Complaint, Course::Complaint);
}

/// REC-03
#[test]
fn a_work_order_is_made_at_once_or_later() {
    let mut stage = Stage::new();
    let both = stage.at_once("work_order", json!({"job": "plumbing"}));
    stage.is_tied(&both, Register::WorkOrder, Course::WorkOrder);
    assert_eq!(stage.sheet(&both.1).case.detail.as_deref(), Some("水槽下面"));
    let both = stage.later("dispatch_work", json!({"job": "给排水"}));
    stage.is_tied(&both, Register::WorkOrder, Course::WorkOrder);
}

/// REC-03
#[test]
fn a_special_service_is_made_at_once_or_later() {
    let mut stage = Stage::new();
    let both = stage.at_once("service", json!({"department": "cleaning", "starts_at": "明天8:00"}));
    stage.is_tied(&both, Register::Service, Course::Service);
    let both = stage.later("turn_into_service", json!({"department": "cleaning"}));
    stage.is_tied(&both, Register::Service, Course::Service);
}

/// REC-03, EMG-01
#[test]
fn an_emergency_is_made_at_once_or_later_and_the_unit_is_its_place() {
    let mut stage = Stage::new();
    let both = stage.at_once("emergency", json!({"emergency": "burst_pipe"}));
    stage.is_tied(&both, Register::Emergency, Course::Emergency);
    assert_eq!(stage.emergency(&both.1).place, "3-1-502");
    assert!(stage.sheet(&both.1).case.harm);
    let both = stage.later("turn_into_emergency", json!({}));
    stage.is_tied(&both, Register::Emergency, Course::Emergency);
    assert_eq!(stage.clock(&both.1, "EMG-02/tell").due_at, at(14, 10, 40), "no duty is born overdue");
    let elsewhere = matter(json!({"course": "emergency", "place": "地下车库", "unit": null}));
    let made = stage.ok("desk", elsewhere).linked[0].clone();
    assert_eq!(stage.emergency(&made).place, "地下车库");
    let nowhere = matter(json!({"course": "emergency", "unit": null}));
    assert_eq!(stage.fault("desk", nowhere), ("place".to_owned(), FaultWhy::Required));
}

/// REC-03, EMG-07: where it happens and where the caller lives may differ; who called is kept.
#[test]
fn an_emergency_elsewhere_keeps_who_called() {
    let mut stage = Stage::new();
    let both = stage.at_once("emergency", json!({"place": "2栋电梯"}));
    let case = stage.sheet(&both.1).case;
    assert_eq!((case.unit, case.building.as_deref(), case.name.as_deref()), (None, Some("2"), Some("王芳")));
}

/// REC-03, EMG-07
#[test]
fn the_reception_that_an_emergency_was_made_of_is_answered_when_it_is_over() {
    let mut stage = Stage::new();
    let (reception, made) = stage.at_once("emergency", json!({"emergency": "burst_pipe"}));
    let over = stage.step("guard", &made, "end_emergency", json!({"result": "已修好"}));
    assert_eq!(over.linked, vec![reception.clone()]);
    assert_eq!(stage.reception(&reception).course, Course::Desk);
    assert!(stage.clock(&reception, "REC-04/reply").stopped.is_none());
}

/// REC-03: nothing typed is dropped in silence.
#[test]
fn what_belongs_to_another_course_is_a_fault_that_names_the_courses() {
    let mut stage = Stage::new();
    for wrong in [
        json!({"job": "plumbing"}),
        json!({"category": "repair"}),
        json!({"starts_at": "明天8:00"}),
        json!({"place": "东门"}),
        json!({"incident": "JJ-20261114-001"}),
        json!({"key": "YS-1"}),
        json!({"signature": "王芳"}),
        json!({"borrower": "outsider"}),
        json!({"consent_by": "王芳"}),
        json!({"result": "已答复"}),
    ] {
        let (field, why) = stage.fault("desk", matter(wrong.clone()));
        assert!(field == "course" && matches!(why, FaultWhy::NotOneOf(_)), "{wrong}");
    }
}

/// REC-03: each course asks for what it cannot do without, at its field.
#[test]
fn each_course_says_what_it_needs() {
    let mut stage = Stage::new();
    for (course, field) in [
        ("answered", "result"),
        ("forwarded", "department"),
        ("complaint", "category"),
        ("work_order", "job"),
        ("service", "department"),
        ("incident", "incident"),
        ("key", "key"),
    ] {
        let fault = stage.fault("desk", matter(json!({"course": course})));
        assert_eq!(fault, (field.to_owned(), FaultWhy::Required), "{course}");
    }
}

/// REC-03: nobody ends the reception behind the back of what was made of it.
#[test]
fn a_reception_that_goes_on_elsewhere_waits_for_its_end() {
    let mut stage = Stage::new();
    for (course, more) in [
        ("complaint", json!({"category": "repair"})),
        ("work_order", json!({"job": "plumbing"})),
        ("service", json!({"department": "cleaning"})),
        ("emergency", json!({})),
    ] {
        let (reception, made) = stage.at_once(course, more);
        let finish = joined(&reception, "finish", json!({"result": "x"}));
        assert!(matches!(stage.refused("desk", finish), Refusal::First(_)), "{course}");
        stage.step("manager", &made, "void", json!({"reason": "误登"}));
        assert_eq!(stage.reception(&reception).course.register(), None, "{course}");
        assert!(stage.sheet(&reception).clocks.iter().any(|clock| clock.stopped.is_none()), "{course}");
        stage.step("desk", &reception, "finish", json!({"result": "已处理"}));
    }
}

/// REC-03, KEY-04: a key is lent at the counter in the same step.
#[test]
fn a_key_is_lent_in_the_same_step() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    let lend = matter(json!({"course": "key", "key": "P1", "borrower": "staff", "department": "engineering",
        "signature": "王芳"}));
    let done = stage.ok("desk", lend.clone());
    let key = stage.sheet("P1");
    assert_eq!((key.case.state, done.state), (State::Lent, Some(State::Closed)));
    assert_eq!((done.linked, key.origins[0].number.clone()), (vec![key.case.number.clone()], done.number.clone()));
    assert_eq!(stage.sheet(&done.number).offspring[0].number, key.case.number);
    assert!(matches!(stage.refused("desk", lend), Refusal::WrongState { .. }), "it is out already (KEY-11)");
    let unknown = matter(json!({"course": "key", "key": "P9", "department": "engineering"}));
    assert_eq!(stage.fault("desk", unknown), ("key".to_owned(), FaultWhy::NoSuchKey));
}

impl Stage {
    /// A work order of something that goes on itself.
    #[track_caller]
    fn dispatch(&mut self, from: &str) -> String {
        self.step("desk", from, "dispatch_work", json!({"job": "plumbing"})).linked[0].clone()
    }

    /// Sent, done, told, the sheet back.
    fn finish_job(&mut self, order: &str) {
        self.step("desk", order, "send_order", json!({}));
        self.step("dept", order, "finish_order", json!({"result": "换了接头"}));
        self.step("desk", order, "tell_resident", json!({"said": "已修好", "satisfied": true}));
        self.step("desk", order, "file_sheet", json!({}));
    }
}

/// REC-03
#[test]
fn a_complaint_a_service_and_an_emergency_make_work_orders_and_go_on_themselves() {
    let mut stage = Stage::new();
    let complaint = stage.file("minor", "general");
    let service = matter(json!({"do": "file_service", "department": "cleaning", "ends_at": "明天18:00"}));
    let service = stage.ok("desk", service).number;
    let emergency = stage.raise("guard", "爆管", "3-1-502");
    for from in [complaint, service, emergency] {
        let order = stage.dispatch(&from);
        let (origin, made) = (stage.sheet(&from), stage.sheet(&order));
        assert_eq!((made.case.matter, made.case.unit), (origin.case.matter, origin.case.unit));
        assert_eq!(made.origins[0].number, from);
        assert!(origin.offspring.iter().any(|case| case.number == order));
        assert!(origin.case.state.is_open() && origin.clocks.iter().any(|clock| clock.stopped.is_none()));
        stage.finish_job(&order);
        assert!(stage.sheet(&from).case.state.is_open(), "the job is done, the matter is not");
    }
}

/// ESC-12, CMP-11: from the counter to the callback and up again.
#[test]
fn a_finished_work_order_is_not_a_finished_complaint_and_that_ends_only_after_its_callback() {
    let mut stage = Stage::new();
    let (reception, complaint) = stage.at_once("complaint", json!({"category": "repair"}));
    let order = stage.dispatch(&complaint);
    stage.finish_job(&order);
    assert_eq!(stage.sheet(&order).case.state, State::Closed);
    assert_eq!((stage.sheet(&complaint).case.state, stage.complaint(&complaint).untold), (State::Handling, 1));
    stage.step("desk", &complaint, "pass_on_progress", json!({"said": "接头已换"}));
    stage.duties(&complaint);
    stage.complete(&complaint);
    stage.step("sup", &complaint, "sign_record", json!({}));
    for number in [&complaint, &reception] {
        assert!(stage.sheet(number).case.state.is_open(), "nobody has asked the resident yet");
    }
    stage.step("desk", &complaint, "record_callback", json!({"outcome": "satisfied"}));
    for number in [&complaint, &reception] {
        assert_eq!(stage.sheet(number).case.state, State::Closed);
    }
    stage.step("desk", &complaint, "reopen", json!({"reason": "又漏了"}));
    for number in [&complaint, &reception] {
        assert_eq!(stage.sheet(number).case.state, State::Handling, "opened again down to the counter");
    }
}

/// CMP-14, ESC-10: not satisfied opens all of it again.
#[test]
fn a_resident_who_is_not_satisfied_opens_the_complaint_and_its_reception_again() {
    let mut stage = Stage::new();
    let (reception, complaint) = stage.at_once("complaint", json!({"category": "repair"}));
    stage.duties(&complaint);
    stage.complete(&complaint);
    stage.step("sup", &complaint, "sign_record", json!({}));
    stage.step("desk", &complaint, "record_callback", json!({"outcome": "unsatisfied"}));
    assert_eq!(stage.sheet(&complaint).case.cycle, 2);
    for number in [&complaint, &reception] {
        assert_eq!(stage.sheet(number).case.state, State::Handling);
    }
}

/// REC-03, DSP-09, DSP-10
#[test]
fn a_reception_ends_with_its_work_order_and_waits_for_it_again_when_that_is_reopened() {
    let mut stage = Stage::new();
    let (reception, order) = stage.at_once("work_order", json!({"job": "plumbing"}));
    stage.finish_job(&order);
    assert_eq!(stage.sheet(&reception).case.state, State::Closed);
    assert_eq!(stage.reception(&reception).result.as_deref(), Some("换了接头"));
    stage.step("desk", &order, "reopen", json!({"reason": "又漏了"}));
    assert_eq!(stage.sheet(&reception).case.state, State::Handling);
    assert_eq!(stage.reception(&reception).result, None);
}

/// EMG-08, DSP-01
#[test]
fn the_paper_order_made_up_afterwards_closes_the_reviewed_emergency() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.step("guard", &number, "tell_resident", json!({"said": "工程已出发"}));
    stage.step("guard", &number, "end_emergency", json!({"result": "已关阀", "order_wanted": true}));
    let order = stage.dispatch(&number);
    assert!(stage.clock(&number, "EMG-08/order").stopped.is_some());
    stage.step("sup", &order, "void", json!({"reason": "开错"}));
    assert!(stage.clock(&number, "EMG-08/order").stopped.is_none(), "one is owed again");
    let review = json!({"response": "x", "cooperation": "x", "cause": "x", "changes": "x"});
    assert_eq!(stage.step("sup", &number, "review_emergency", review).state, Some(State::Over));
    let done = stage.step("desk", &number, "dispatch_work", json!({"job": "plumbing"}));
    assert_eq!(done.state, Some(State::Closed));
    let survey = stage.desk.inspect().unwrap();
    assert!(survey.findings.is_empty(), "{:?}", survey.findings);
}

/// EMG-08: an order made while it went on is one.
#[test]
fn an_order_that_was_made_already_is_not_wanted_again() {
    let mut stage = Stage::new();
    let number = stage.raise("guard", "爆管", "3-1-502");
    stage.dispatch(&number);
    stage.step("guard", &number, "end_emergency", json!({"result": "已关阀", "order_wanted": true}));
    assert!(stage.sheet(&number).clocks.iter().all(|clock| clock.rule != "EMG-08/order"));
}
