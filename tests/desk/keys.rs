//! Keys: recorded, lent, chased, returned, lost, handed over (KEY-01 to KEY-11).
use super::stage::{Stage, at, joined};
use frontdesk::desk::answer::{Hint, Part};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::clock::StopReason;
use frontdesk::model::entry::EntryKind;
use frontdesk::model::house_key::{Document, HouseKey, KeyKind};
use frontdesk::model::queue::Filter;
use frontdesk::model::staff::Role;
use serde_json::{Value, json};

pub fn new_key(key: &str, kind: &str, unit: Option<&str>) -> Value {
    json!({"do": "record_key", "key": key, "key_kind": kind, "matter": "入户门", "hook": "A12", "unit": unit,
        "pieces": 2})
}

/// A spare key of a plant room on its hook.
pub fn plant_room(stage: &mut Stage, key: &str) {
    stage.ok(
        "desk",
        json!({"do": "record_key", "key": key, "key_kind": "plant_room", "matter": "水泵房",
        "building": "3", "floor": "-1", "hook": key}),
    );
}

pub fn to_staff() -> Value {
    json!({"name": "王工", "department": "engineering", "purpose": "检修水泵", "signature": "王工"})
}

fn to_outsider() -> Value {
    json!({"borrower": "outsider", "name": "周师傅", "phone": "13900139000", "purpose": "装宽带", "signature": "周师傅",
        "document": "id_card", "document_number": "440305199001011234", "deposit": "200"})
}

fn with(mut fields: Value, more: Value) -> Value {
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fields
}

fn key(stage: &Stage, number: &str) -> HouseKey {
    match stage.sheet(number).part {
        Part::Key(key) => *key,
        other => panic!("not a key: {other:?}"),
    }
}

fn faults(refusal: Refusal) -> Vec<(String, FaultWhy)> {
    match refusal {
        Refusal::Fields(faults) => faults.into_iter().map(|fault| (fault.field, fault.why)).collect(),
        other => panic!("{other:?}"),
    }
}

/// KEY-01, KEY-02
#[test]
fn a_key_hangs_by_building_floor_and_kind_on_its_hook_and_its_number_is_taken_once() {
    let mut stage = Stage::new();
    let done = stage.ok("desk", new_key("a-12", "entrusted", Some("3栋1单元502")));
    assert_eq!(done.state, Some(State::Kept));
    let kept = key(&stage, "A-12");
    assert_eq!((kept.kind, kept.pieces, kept.hook.as_str()), (KeyKind::Entrusted, 2, "A12"));
    assert_eq!((kept.building.as_deref(), kept.floor.as_deref()), (Some("3"), Some("5")), "as its unit says");
    assert!(matches!(stage.refused("desk", new_key("A-12", "entrusted", Some("3-1-502"))), Refusal::AlreadyThere(_)));
    let other = new_key("A-12", "entrusted", Some("3-1-601"));
    assert_eq!(stage.fault("desk", other), ("key".to_owned(), FaultWhy::Taken));
    let homeless = new_key("A-13", "entrusted", None);
    assert_eq!(stage.fault("desk", homeless), ("unit".to_owned(), FaultWhy::Required));
    plant_room(&mut stage, "P2");
    plant_room(&mut stage, "P10");
    stage.ok("desk", json!({"do": "record_key", "key": "X1", "key_kind": "other", "matter": "备用", "hook": "1"}));
    let cabinet = stage.desk.cabinet(false, stage.now).unwrap();
    let along: Vec<&str> = cabinet.keys.iter().map(|key| key.key_number.as_str()).collect();
    assert_eq!(along, ["A-12", "P2", "P10", "X1"], "building, floor, hook; what belongs to none is last");
    assert!(stage.desk.queue(&Filter::default(), 0, 9, stage.now).unwrap().is_empty(), "a key in its place is no work");
    let found = Filter { past: true, words: Some("a-12".to_owned()), ..Filter::default() };
    assert_eq!(stage.desk.queue(&found, 0, 9, stage.now).unwrap().len(), 1);
}

/// KEY-01, KEY-09: entered as the wrong kind, it is put right by the supervisor; its number stays taken (SEC-04).
#[test]
fn the_kind_of_a_key_is_put_right_by_the_supervisor() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.ok("desk", new_key("A1", "entrusted", Some("3-1-502")));
    let to = |number: &str, kind: &str| joined(number, "change_key", json!({"key_kind": kind, "reason": "登错"}));
    assert!(matches!(stage.refused("desk", to("A1", "other")), Refusal::NotAllowed { .. }));
    let same = joined("A1", "change_key", json!({"key_kind": "entrusted", "hook": "B7", "reason": "换钩"}));
    stage.ok("desk", same);
    assert_eq!(stage.fault("sup", to("P1", "entrusted")), ("key_kind".to_owned(), FaultWhy::UnitFirst));
    stage.step("desk", "P1", "correct", json!({"unit": "3-1-502", "reason": "登错"}));
    stage.ok("sup", to("P1", "entrusted"));
    assert_eq!(key(&stage, "P1").kind, KeyKind::Entrusted);
    assert_eq!(stage.sheet("P1").history.last().unwrap().action["was"]["key_kind"], "plant_room");
    let bare = stage.refused("desk", joined("P1", "lend_key", to_staff()));
    assert!(faults(bare).contains(&("approved_by".to_owned(), FaultWhy::EntrustedNeedsIt)));
    let long = new_key(&"9".repeat(65), "other", None);
    assert_eq!(stage.fault("desk", long), ("key".to_owned(), FaultWhy::TooLong(64)));
}

/// KEY-03
#[test]
fn a_loan_to_staff_names_who_why_and_until_when_and_is_late_after_that() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    let bare = json!({"name": "王工", "purpose": "检修水泵"});
    let missing = faults(stage.refused("desk", joined("P1", "lend_key", bare)));
    assert_eq!(missing, [("department".into(), FaultWhy::Required), ("signature".into(), FaultWhy::Required)]);
    stage.step("desk", "P1", "lend_key", to_staff());
    let lent = key(&stage, "P1");
    assert_eq!((lent.back_by, lent.lent_at), (Some(at(14, 18, 0)), Some(at(14, 9, 30))), "this evening");
    assert_eq!(lent.lent_by.as_deref(), Some("desk"));
    assert_eq!(stage.clock("P1", "KEY-03/return").due_at, at(14, 18, 0));
    stage.go_to(at(14, 18, 0));
    let cabinet = stage.desk.cabinet(false, stage.now).unwrap();
    assert_eq!((cabinet.out, cabinet.late, cabinet.kept), (1, 1, 0), "late from that very second on (KEY-06)");
    assert_eq!(stage.desk.counts(stage.now).unwrap()[0].overdue, 1);
    stage.step("desk", "P1", "return_key", json!({}));
    stage.step("desk", "P1", "lend_key", to_staff());
    assert_eq!(key(&stage, "P1").back_by, Some(at(15, 18, 0)), "this evening has gone by");
    let dept = stage.refused("dept", joined("P1", "return_key", json!({})));
    assert!(matches!(dept, Refusal::NotAllowed { .. }));
}

/// KEY-04
#[test]
fn an_outsider_takes_no_key_without_document_deposit_phone_and_signature() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    let needed = [("phone", ""), ("document", ""), ("document_number", ""), ("deposit", ""), ("deposit", "0")];
    for (field, value) in needed {
        let fields = with(to_outsider(), json!({field: value}));
        let told = stage.fault("desk", joined("P1", "lend_key", fields));
        assert_eq!(told, (field.to_owned(), FaultWhy::OutsiderNeedsIt), "{field}={value:?}");
    }
    let unsigned = with(to_outsider(), json!({"signature": " "}));
    assert_eq!(stage.fault("desk", joined("P1", "lend_key", unsigned)), ("signature".into(), FaultWhy::Required));
    stage.step("desk", "P1", "lend_key", to_outsider());
    assert_eq!((key(&stage, "P1").held(), key(&stage, "P1").document), (20_000, Some(Document::IdCard)));
    let ask = || joined("P1", "reveal", json!({"field": "document_number"}));
    for login in ["desk", "guard"] {
        let text = serde_json::to_string(&stage.sheet_for(login, "P1")).unwrap();
        assert!(!text.contains("440305199001011234"), "masked, also for who takes it back");
        assert_eq!(stage.ok(login, ask()).shown.as_deref(), Some("440305199001011234"), "{login} takes keys back");
        let event = stage.sheet("P1").history.pop().unwrap();
        assert_eq!((event.by.as_str(), &event.action["do"]), (login, &json!("reveal")));
    }
    assert!(matches!(stage.refused("dept", ask()), Refusal::NotAllowed { .. }), "for those who take it back alone");
    assert_eq!(stage.desk.cabinet(false, stage.now).unwrap().deposits, 20_000);
}

#[test]
fn money_is_read_as_people_write_it() {
    for (written, held) in
        [("200", 20_000), ("200.5", 20_050), ("￥1,200.50", 120_050), ("２００元", 20_000), ("0.01", 1)]
    {
        let mut stage = Stage::new();
        plant_room(&mut stage, "P1");
        stage.step("desk", "P1", "lend_key", with(to_outsider(), json!({"deposit": written})));
        assert_eq!(key(&stage, "P1").deposit, Some(held), "{written}");
    }
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    for (written, why) in [
        ("-5", FaultWhy::Negative),
        ("二百", FaultWhy::NotMoney),
        ("1.234", FaultWhy::NotMoney),
        ("99999999999", FaultWhy::NotMoney),
    ] {
        let fields = with(to_outsider(), json!({"deposit": written}));
        assert_eq!(stage.fault("desk", joined("P1", "lend_key", fields)), ("deposit".to_owned(), why), "{written}");
    }
}

/// KEY-05
#[test]
fn every_place_a_key_has_been_stays_readable() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    for name in ["王工", "李工", "赵工"] {
        stage.step("desk", "P1", "lend_key", with(to_staff(), json!({"name": name})));
        stage.wait(60);
        stage.step("desk", "P1", "return_key", json!({"condition": "完好"}));
        stage.wait(60);
    }
    let sheet = stage.sheet("P1");
    assert_eq!(sheet.case.cycle, 3, "each loan is a cycle");
    let holders: Vec<Value> = sheet.cycles.iter().map(|(.., loan)| serde_json::from_str(loan).unwrap()).collect();
    let holders: Vec<&str> = holders.iter().filter_map(|loan| loan["holder"].as_str()).collect();
    assert_eq!((holders, key(&stage, "P1").holder.as_deref()), (vec!["王工", "李工"], Some("赵工")));
    let lent = sheet.history.iter().filter(|event| event.action["do"] == "lend_key");
    assert_eq!(lent.count(), 3);
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// KEY-06
#[test]
fn the_return_records_condition_and_never_pays_back_more_than_is_held() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.step("desk", "P1", "lend_key", to_outsider());
    stage.wait(120);
    let back = |fields| joined("P1", "return_key", fields);
    assert_eq!(stage.fault("desk", back(json!({}))), ("deposit_back".into(), FaultWhy::Required));
    let more = back(json!({"deposit_back": "200.01"}));
    assert_eq!(stage.fault("desk", more), ("deposit_back".into(), FaultWhy::MoreThanHeld));
    let early = back(json!({"deposit_back": "200", "at": "9:29"}));
    let (field, why) = stage.fault("desk", early);
    assert!(field == "at" && matches!(&why, FaultWhy::BeforeLoan(at) if at.contains("09:30")), "{why:?}");
    let done = stage.ok("desk", back(json!({"deposit_back": "150", "condition": "掉漆", "at": "10:00"})));
    assert_eq!((done.hint, done.state), (Some(Hint::DepositKept), Some(State::Kept)));
    let kept = key(&stage, "P1");
    assert_eq!((kept.returned_at, kept.deposit_back), (Some(at(14, 10, 0)), Some(15_000)));
    assert_eq!(kept.condition.as_deref(), Some("掉漆"));
    assert_eq!(stage.clock("P1", "KEY-03/return").stopped.unwrap().at, at(14, 10, 0));
    assert_eq!(stage.desk.cabinet(false, stage.now).unwrap().deposits, 0);
}

/// KEY-06
#[test]
fn a_lost_key_is_the_supervisors_until_it_was_followed_up_and_can_be_found_again() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.step("desk", "P1", "lend_key", to_outsider());
    stage.wait(60);
    stage.step("desk", "P1", "report_lost", json!({"note": "师傅说掉在工地"}));
    assert_eq!(stage.clock("P1", "KEY-03/return").stopped.unwrap().why, StopReason::Superseded);
    assert_eq!(stage.owner("P1"), Role::Supervisor);
    assert_eq!(stage.clock("P1", "KEY-06/follow").due_at, at(15, 10, 30));
    let lend = stage.refused("desk", joined("P1", "lend_key", to_staff()));
    assert!(matches!(lend, Refusal::WrongState { state: State::Lost, .. }));
    stage.step("sup", "P1", "follow_up_loss", json!({"note": "锁已换，师傅赔付"}));
    assert_eq!(stage.clock("P1", "KEY-06/follow").stopped.unwrap().why, StopReason::Reached);
    assert_eq!(stage.desk.cabinet(false, stage.now).unwrap().deposits, 20_000, "held until somebody settles it");
    let found = |fields| joined("P1", "find_key", fields);
    assert_eq!(stage.fault("desk", found(json!({"note": "工地"}))), ("deposit_back".into(), FaultWhy::Required));
    stage.ok("desk", found(json!({"note": "工地", "deposit_back": "200"})));
    stage.step("desk", "P1", "lend_key", to_staff());
    assert_eq!((key(&stage, "P1").lost_at, stage.sheet("P1").case.cycle), (None, 2));
}

/// KEY-06, SEC-04: what is held for a key does not vanish with it.
#[test]
fn a_lost_key_is_voided_only_once_its_deposit_is_settled() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.step("desk", "P1", "lend_key", to_outsider());
    stage.step("desk", "P1", "report_lost", json!({"note": "掉在工地"}));
    let void = || joined("P1", "void", json!({"reason": "锁已换"}));
    assert!(matches!(stage.refused("sup", void()), Refusal::DepositHeld(20_000)));
    assert_eq!(stage.desk.cabinet(false, stage.now).unwrap().deposits, 20_000);
    stage.step("desk", "P1", "follow_up_loss", json!({"note": "押金抵锁芯", "deposit_back": "0"}));
    stage.ok("sup", void());
    assert_eq!(stage.desk.cabinet(false, stage.now).unwrap().deposits, 0);
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// KEY-07
#[test]
fn a_key_goes_to_the_resident_with_all_its_pieces_and_can_be_entrusted_again() {
    let mut stage = Stage::new();
    stage.ok("desk", new_key("A1", "other", Some("3-1-502")));
    let give =
        |pieces: u32| joined("A1", "hand_over_key", json!({"name": "王芳", "pieces": pieces, "signature": "王芳"}));
    assert_eq!(stage.fault("desk", give(3)), ("pieces".into(), FaultWhy::TooManyPieces(2)));
    assert_eq!(stage.fault("desk", give(1)), ("pieces".into(), FaultWhy::AllPieces(2)));
    stage.ok("desk", give(2));
    assert!(stage.desk.cabinet(false, stage.now).unwrap().keys.is_empty());
    assert_eq!(stage.desk.cabinet(true, stage.now).unwrap().keys.len(), 1);
    stage.step("desk", "A1", "take_in_key", json!({"hook": "B3", "pieces": 1, "mandate": "授权工程部入户检修"}));
    let kept = key(&stage, "A1");
    assert_eq!((kept.kind, kept.hook.as_str(), kept.pieces, kept.handed_to), (KeyKind::Entrusted, "B3", 1, None));
}

/// KEY-09
#[test]
fn an_entrusted_key_needs_an_approval_and_the_owners_consent_or_a_mandate_on_file() {
    let mut stage = Stage::new();
    stage.ok("desk", new_key("A1", "entrusted", Some("3-1-502")));
    let bare = faults(stage.refused("desk", joined("A1", "lend_key", to_staff())));
    let needs = ["approved_by", "consent_by"].map(|field| (field.to_owned(), FaultWhy::EntrustedNeedsIt));
    assert_eq!(bare, needs);
    stage.ok("manager", json!({"do": "add_staff", "login": "gone", "name": "旧主管", "role": "supervisor"}));
    stage.ok("manager", json!({"do": "change_staff", "login": "gone", "active": false}));
    for approver in ["desk", "guard", "dept", "gone", "nobody"] {
        let fields = with(to_staff(), json!({"approved_by": approver, "consent_by": "王芳"}));
        let told = stage.fault("desk", joined("A1", "lend_key", fields));
        assert_eq!(told, ("approved_by".to_owned(), FaultWhy::NotAnApprover), "{approver}");
    }
    let agreed = json!({"approved_by": "sup", "consent_by": "王芳"});
    stage.step("desk", "A1", "lend_key", with(to_staff(), agreed));
    let lent = key(&stage, "A1");
    assert_eq!((lent.consent_by.as_deref(), lent.consent_at), (Some("王芳"), Some(stage.now)));
    stage.step("desk", "A1", "return_key", json!({}));
    stage.step("desk", "A1", "change_key", json!({"mandate": "业主书面委托入户检修", "reason": "委托书已收"}));
    stage.step("desk", "A1", "lend_key", to_staff());
    assert_eq!(key(&stage, "A1").approved_by, None, "nothing of the loan before is left");
    stage.step("desk", "A1", "return_key", json!({}));
    stage.step("desk", "A1", "change_key", json!({"mandate": "-", "reason": "业主撤回"}));
    assert!(matches!(stage.refused("desk", joined("A1", "lend_key", to_staff())), Refusal::Fields(_)));
}

/// KEY-10
#[test]
fn chasing_and_extending_are_on_record_and_the_verdict_stays_with_the_first_time() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.step("desk", "P1", "lend_key", to_staff());
    stage.go_to(at(14, 18, 30));
    stage.step("desk", "P1", "chase_key", json!({"said": "电话催过，明早还"}));
    let earlier = joined("P1", "extend_loan", json!({"back_by": "18:40", "reason": "活没干完"}));
    stage.ok("desk", earlier);
    let back = joined("P1", "extend_loan", json!({"back_by": "18:35", "reason": "早些还"}));
    let (field, why) = stage.fault("desk", back);
    assert!(field == "back_by" && matches!(why, FaultWhy::NotLater(_)), "{why:?}");
    stage.step("desk", "P1", "extend_loan", json!({"back_by": "明天 9:00", "reason": "还要再查一遍"}));
    let lent = key(&stage, "P1");
    assert_eq!((lent.back_by, lent.extended_to), (Some(at(14, 18, 0)), Some(at(15, 9, 0))));
    assert!(stage.desk.cabinet(false, stage.now).unwrap().late == 0, "chased again only after the new time");
    let lines = stage.sheet("P1").entries;
    let kinds: Vec<EntryKind> = lines.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [EntryKind::Chase, EntryKind::Extension, EntryKind::Extension]);
    assert!(lines[2].text.contains("还要再查一遍"));
    stage.go_to(at(15, 8, 0));
    stage.step("desk", "P1", "return_key", json!({}));
    let sheet = stage.sheet("P1");
    let first = sheet.clocks.iter().find(|clock| clock.due_at == at(14, 18, 0)).unwrap();
    let late = frontdesk::rules::clock::late_by(first, stage.now);
    assert_eq!(late, Some(14 * 3600), "measured against the time agreed on first");
}

/// KEY-11
#[test]
fn a_key_that_is_out_is_not_lent_again() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    let seen = stage.sheet("P1").case.version;
    stage.step("desk", "P1", "lend_key", to_staff());
    let again = stage.refused("guard", joined("P1", "lend_key", to_staff()));
    assert!(matches!(again, Refusal::WrongState { state: State::Lent, .. }));
    let stale = stage.refused("guard", joined("P1", "lend_key", with(to_staff(), json!({"version": seen}))));
    assert!(matches!(stale, Refusal::Conflict { .. }), "{stale:?}");
}

/// REC-03, KEY-04: the reception that lends a key at the counter.
#[test]
fn a_key_can_be_lent_in_the_same_step_in_which_the_caller_is_taken_in() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    let caller = json!({"do": "take_reception", "channel": "walk_in", "name": "周师傅", "phone": "13900139000",
        "matter": "装宽带", "course": "key", "key": "p1", "borrower": "outsider", "document": "id_card",
        "document_number": "440305199001011234", "deposit": "100", "signature": "周师傅"});
    let done = stage.ok("desk", caller);
    assert_eq!(key(&stage, "P1").holder.as_deref(), Some("周师傅"));
    assert_eq!(stage.sheet("P1").origins[0].number, done.number);
    let other = json!({"do": "take_reception", "name": "甲", "matter": "借", "course": "key", "key": "none"});
    assert_eq!(stage.fault("desk", other), ("key".into(), FaultWhy::NoSuchKey));
}

/// KEY-06, KEY-10: what is entered afterwards counts from when it happened.
#[test]
fn a_return_entered_later_is_in_time_if_it_was() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P1");
    stage.step("desk", "P1", "lend_key", to_staff());
    stage.go_to(at(14, 18, 30));
    stage.step("desk", "P1", "extend_loan", json!({"back_by": "20:00", "reason": "活没干完"}));
    stage.step("desk", "P1", "return_key", json!({"at": "17:50"}));
    let sheet = stage.sheet("P1");
    assert!(sheet.clocks.iter().all(|clock| clock.stopped.is_some()));
    let late = sheet.clocks.iter().filter_map(|clock| frontdesk::rules::clock::late_by(clock, stage.now)).max();
    assert_eq!(late, None, "it was back before the time agreed on first");
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}

/// KEY-05, KEY-11: whatever is tried in whatever order, a key is in one place, and the file stays whole.
#[test]
fn however_keys_are_used_each_is_in_one_place_and_the_file_stays_whole() {
    let mut stage = Stage::new();
    for key in ["P1", "P2", "P3"] {
        plant_room(&mut stage, key);
    }
    let steps = [
        ("lend_key", to_staff()),
        ("lend_key", to_outsider()),
        ("return_key", json!({})),
        ("return_key", json!({"deposit_back": "200"})),
        ("chase_key", json!({"said": "催"})),
        ("extend_loan", json!({"back_by": "+3h", "reason": "再用"})),
        ("report_lost", json!({"note": "不见了"})),
        ("follow_up_loss", json!({"note": "换锁", "deposit_back": "50"})),
        ("find_key", json!({"note": "找到"})),
        ("find_key", json!({"note": "找到", "deposit_back": "200"})),
        ("hand_over_key", json!({"name": "王芳", "pieces": 1, "signature": "王芳"})),
        ("take_in_key", json!({"hook": "B1", "pieces": 1})),
    ];
    let (mut seed, mut done) = (20_261_114_u64, 0);
    for _ in 0..600 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let pick = |of: usize, shift: u32| usize::try_from(seed >> shift).unwrap_or(0) % of;
        let (step, fields) = &steps[pick(steps.len(), 33)];
        let number = ["P1", "P2", "P3"][pick(3, 40)];
        stage.wait(i64::try_from(pick(90, 45)).unwrap());
        done += usize::from(stage.perform("sup", joined(number, step, fields.clone())).is_ok());
        let (state, now) = (stage.sheet(number).case.state, key(&stage, number));
        let goes_on = now.lent_at.is_some() && now.returned_at.is_none();
        assert!(state != State::Lent || goes_on, "{number} is out, but nobody has it: {now:?}");
        assert!(matches!(state, State::Lent | State::Lost) || !goes_on, "{number} is {state:?} and out: {now:?}");
        assert!(matches!(state, State::Lent | State::Lost) || now.held() == 0, "a deposit was forgotten: {now:?}");
        assert_eq!(state == State::Lost, now.lost_at.is_some());
    }
    assert!(done > 100, "only {done} steps were possible");
    assert_eq!(stage.desk.inspect().unwrap().findings, [""; 0]);
}
