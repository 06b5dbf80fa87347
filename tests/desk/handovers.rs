//! Shift handover (LED-08): filled in by the program, flagged notes, ticked off, signed by both, refused.
use super::keys::{plant_room, to_staff};
use super::stage::{Stage, at};
use frontdesk::desk::answer::Part;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::case::State;
use frontdesk::model::clock::StopReason;
use frontdesk::model::entry::{Entry, EntryKind};
use frontdesk::model::handover::{Handover, LATE};
use serde_json::json;

fn begun(stage: &mut Stage, by: &str) -> String {
    stage.ok(by, json!({"do": "begin_handover"})).number
}

fn handover(stage: &Stage, number: &str) -> Handover {
    match stage.sheet(number).part {
        Part::Handover(handover) => handover,
        other => panic!("not a handover: {other:?}"),
    }
}

fn lines(stage: &Stage, number: &str) -> Vec<Entry> {
    stage.desk.handover_lines(number, stage.now).unwrap()
}

fn texts(stage: &Stage, number: &str, kind: EntryKind) -> Vec<String> {
    lines(stage, number).into_iter().filter(|line| line.kind == kind).map(|line| line.text).collect()
}

fn tick_all(stage: &mut Stage, by: &str, number: &str) {
    for line in lines(stage, number).into_iter().filter(|line| line.mark.is_none()) {
        stage.step(by, number, "tick_item", json!({"entry": line.id}));
    }
}

/// From one to the other with nothing refused.
fn handed_over(stage: &mut Stage, from: &str, to: &str, number: &str) {
    stage.step(from, number, "offer_handover", json!({}));
    tick_all(stage, to, number);
    stage.step(to, number, "take_over", json!({}));
}

fn with_cases() -> (Stage, String, String) {
    let mut stage = Stage::new();
    let pressing = stage.file("major", "general");
    let later = json!({"do": "file_complaint", "unit": "5-2-301", "category": "mail", "matter": "报纸丢失", "severity": "minor"});
    let later = stage.ok("desk", later).number;
    stage.go_to(at(14, 22, 0));
    (stage, pressing, later)
}

#[test]
fn led_08_what_presses_stands_line_by_line_and_the_rest_as_a_count_of_its_register() {
    let (mut stage, pressing, later) = with_cases();
    let promised = stage
        .ok(
            "desk",
            json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "kind": "question",
        "matter": "停车月卡", "promised_at": "11-15 08:00"}),
        )
        .number;
    let beyond = stage
        .ok(
            "desk",
            json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "kind": "question",
        "matter": "装修押金", "promised_at": "11-17 12:00"}),
        )
        .number;
    let number = begun(&mut stage, "desk");
    let open = texts(&stage, &number, EntryKind::OpenCase);
    assert!(open.iter().any(|line| line.starts_with(LATE) && line.contains(&pressing)), "{open:?}");
    assert!(open.iter().any(|line| !line.starts_with(LATE) && line.contains(&promised)), "{open:?}");
    assert!(!open.iter().any(|line| line.contains(&later) || line.contains(&beyond)), "{open:?}");
    assert!(open.contains(&"complaint 1".to_owned()) && open.contains(&"reception 1".to_owned()), "{open:?}");
    let part = handover(&stage, &number);
    assert_eq!(
        (part.open_cases, part.keys_out, part.deposits),
        (6, 0, 0),
        "the reviews of day and week are open as well"
    );
    let line = lines(&stage, &number).into_iter().find(|line| line.text.contains(&pressing)).unwrap();
    assert_eq!(line.about, Some(stage.sheet(&pressing).case.id), "the line leads to its case");
}

#[test]
fn led_08_how_long_the_next_shift_is_is_a_setting() {
    let mut stage = Stage::with("[handover]\nnext_shift = \"4h\"\n");
    stage.ok(
        "desk",
        json!({"do": "take_reception", "unit": "3-1-502", "phone": "13800138000", "kind": "question",
        "matter": "停车月卡", "promised_at": "11-14 18:00"}),
    );
    let number = begun(&mut stage, "desk");
    assert!(texts(&stage, &number, EntryKind::OpenCase).contains(&"reception 1".to_owned()));
}

#[test]
fn led_08_a_person_has_one_handover_at_a_time() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, "desk");
    let refused = stage.refused("desk", json!({"do": "begin_handover"}));
    assert!(matches!(&refused, Refusal::DraftThere(there) if *there == number), "{refused:?}");
    begun(&mut stage, "guard");
    stage.step("desk", &number, "void", json!({"reason": "开早了"}));
    begun(&mut stage, "desk");
    let flag = json!({"do": "begin_handover", "flagged": true});
    assert_eq!(stage.fault("sup", flag), ("note".to_owned(), FaultWhy::Required));
}

#[test]
fn led_08_the_lines_are_what_is_true_when_the_outgoing_one_signs() {
    let (mut stage, pressing, _) = with_cases();
    let number = begun(&mut stage, "desk");
    stage.step("desk", &number, "add_item", json!({"note": "东门道闸不灵"}));
    stage.wait(30);
    stage.step("sup", &pressing, "void", json!({"reason": "重复登记"}));
    let refused = stage.refused("sup", json!({"do": "offer_handover", "number": number}));
    assert!(matches!(&refused, Refusal::OnlyBy(login) if login == "desk"), "{refused:?}");
    stage.step("desk", &number, "offer_handover", json!({}));
    assert!(!texts(&stage, &number, EntryKind::OpenCase).iter().any(|line| line.contains(&pressing)));
    assert_eq!(texts(&stage, &number, EntryKind::Note), ["东门道闸不灵"]);
    let sheet = stage.sheet(&number);
    assert_eq!(sheet.case.state, State::Offered);
    assert_eq!(handover(&stage, &number).offered_at, Some(stage.now));
    assert_eq!(stage.clock(&number, "LED-08/take_over").due_at, at(14, 23, 30));
}

#[test]
fn led_08_taken_over_only_by_another_person_and_only_when_every_line_is_ticked() {
    let (mut stage, ..) = with_cases();
    let number = begun(&mut stage, "desk");
    stage.step("desk", &number, "offer_handover", json!({}));
    let line = lines(&stage, &number)[0].id;
    let own = stage.refused("desk", json!({"do": "tick_item", "number": number, "entry": line}));
    assert!(matches!(own, Refusal::SamePerson), "{own:?}");
    let all = u32::try_from(lines(&stage, &number).len()).unwrap();
    stage.step("guard", &number, "tick_item", json!({"entry": line}));
    let twice = json!({"do": "tick_item", "number": number, "entry": line});
    assert_eq!(stage.fault("guard", twice), ("entry".to_owned(), FaultWhy::NoSuchLine));
    let early = stage.refused("guard", json!({"do": "take_over", "number": number}));
    assert!(matches!(early, Refusal::LinesLeft(left) if left == all - 1), "{early:?}");
    tick_all(&mut stage, "guard", &number);
    let own = stage.refused("desk", json!({"do": "take_over", "number": number}));
    assert!(matches!(own, Refusal::SamePerson), "{own:?}");
    stage.wait(10);
    let done = stage.step("guard", &number, "take_over", json!({}));
    assert_eq!(done.state, Some(State::Closed));
    let part = handover(&stage, &number);
    assert_eq!((part.incoming.as_deref(), part.taken_over_at), (Some("guard"), Some(stage.now)));
    assert_eq!(stage.sheet(&number).case.acceptor, "desk");
    assert_eq!(stage.clock(&number, "LED-08/take_over").stopped.unwrap().why, StopReason::Reached);
}

#[test]
fn led_08_a_refused_handover_goes_back_with_a_reason_and_is_drawn_up_anew() {
    let (mut stage, pressing, _) = with_cases();
    let number = begun(&mut stage, "desk");
    stage.step("desk", &number, "offer_handover", json!({}));
    tick_all(&mut stage, "guard", &number);
    stage.wait(5);
    let reason = json!({"do": "refuse_handover", "number": number});
    assert_eq!(stage.fault("guard", reason), ("reason".to_owned(), FaultWhy::Required));
    let own = stage.refused("desk", json!({"do": "refuse_handover", "number": number, "reason": "忘了"}));
    assert!(matches!(own, Refusal::SamePerson), "{own:?}");
    stage.step("guard", &number, "refuse_handover", json!({"reason": "钥匙没有交代"}));
    let part = handover(&stage, &number);
    assert_eq!((part.refused, part.refusal.as_deref(), part.offered_at), (1, Some("钥匙没有交代"), None));
    assert_eq!(stage.sheet(&number).case.state, State::Accepted);
    let clocks = stage.sheet(&number).clocks;
    assert_eq!(clocks[0].stopped.unwrap().why, StopReason::Superseded);
    let again = stage.clock(&number, "LED-08/take_over");
    assert_eq!((again.due_at, again.stopped), (at(14, 23, 5), None), "a refused shift does not wait unseen");
    stage.step("desk", &number, "add_item", json!({"note": "钥匙都在柜里"}));
    stage.step("desk", &number, "offer_handover", json!({}));
    let offered = lines(&stage, &number);
    assert!(offered.iter().all(|line| line.mark.is_none()), "nothing of it was ticked yet");
    assert_eq!(offered.iter().filter(|line| line.text.contains(&pressing)).count(), 1);
    let running = stage.sheet(&number).clocks.iter().filter(|clock| clock.stopped.is_none()).count();
    assert_eq!(running, 1);
    tick_all(&mut stage, "guard", &number);
    stage.step("guard", &number, "take_over", json!({}));
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

#[test]
fn led_08_nobody_but_the_desk_takes_a_shift_over_or_refuses_it() {
    let (mut stage, ..) = with_cases();
    let number = begun(&mut stage, "desk");
    stage.step("desk", &number, "offer_handover", json!({}));
    let line = lines(&stage, &number)[0].id;
    for action in [
        json!({"do": "tick_item", "number": number, "entry": line}),
        json!({"do": "take_over", "number": number}),
        json!({"do": "refuse_handover", "number": number, "reason": "x"}),
    ] {
        assert!(matches!(stage.refused("dept", action), Refusal::NotAllowed { .. }));
    }
}

#[test]
fn led_08_a_flagged_note_comes_back_at_every_handover_until_somebody_clears_it() {
    let mut stage = Stage::new();
    let first =
        stage.ok("desk", json!({"do": "begin_handover", "note": "5-2-301 老人夜间要查看", "flagged": true})).number;
    stage.step("desk", &first, "add_item", json!({"note": "早上有快递"}));
    handed_over(&mut stage, "desk", "guard", &first);
    stage.wait(600);
    let second = begun(&mut stage, "guard");
    assert_eq!(
        texts(&stage, &second, EntryKind::Note),
        ["5-2-301 老人夜间要查看"],
        "the plain note does not come back"
    );
    handed_over(&mut stage, "guard", "desk", &second);
    let line = lines(&stage, &second).into_iter().find(|line| line.kind == EntryKind::Note).unwrap();
    assert_eq!((line.by.as_str(), line.flagged), ("desk", true), "whose note it is stays with it");
    stage.wait(600);
    let third = begun(&mut stage, "desk");
    let note = lines(&stage, &third).into_iter().find(|line| line.kind == EntryKind::Note).unwrap();
    let other = stage.refused("guard", json!({"do": "clear_item", "number": third, "entry": note.id}));
    assert!(matches!(&other, Refusal::OnlyBy(login) if login == "desk"), "{other:?}");
    stage.step("desk", &third, "clear_item", json!({"entry": note.id}));
    assert!(texts(&stage, &third, EntryKind::Note).is_empty());
    let twice = json!({"do": "clear_item", "number": third, "entry": note.id});
    assert_eq!(stage.fault("desk", twice), ("entry".to_owned(), FaultWhy::NoSuchLine));
    handed_over(&mut stage, "desk", "guard", &third);
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

#[test]
fn led_08_who_has_taken_over_clears_a_flagged_note_on_the_line_made_of_it() {
    let mut stage = Stage::new();
    let first = stage.ok("desk", json!({"do": "begin_handover", "note": "电梯 2 号停用", "flagged": true})).number;
    handed_over(&mut stage, "desk", "guard", &first);
    let line = lines(&stage, &first)[0].clone();
    stage.step("guard", &first, "clear_item", json!({"entry": line.id}));
    assert!(!lines(&stage, &first)[0].flagged, "seen on the record as cleared");
    stage.wait(60);
    let next = begun(&mut stage, "guard");
    assert!(texts(&stage, &next, EntryKind::Note).is_empty());
}

#[test]
fn led_08_the_supervisor_hears_of_a_handover_that_nobody_takes_over() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, "desk");
    stage.step("desk", &number, "offer_handover", json!({}));
    stage.wait(61);
    let late =
        stage.desk.queue(&frontdesk::model::queue::Filter { pressing: true, ..Default::default() }, 0, 9, stage.now);
    assert!(late.unwrap().iter().any(|row| row.number == number));
}

#[test]
fn led_08_with_nothing_open_the_signature_is_enough() {
    let mut stage = Stage::new();
    let number = begun(&mut stage, "desk");
    stage.step("desk", &number, "offer_handover", json!({}));
    assert!(lines(&stage, &number).is_empty());
    stage.step("guard", &number, "take_over", json!({}));
    assert_eq!(stage.sheet(&number).case.state, State::Closed);
}

#[test]
fn led_08_every_key_that_is_out_and_every_deposit_held_stands_in_it() {
    let mut stage = Stage::new();
    plant_room(&mut stage, "P2");
    plant_room(&mut stage, "P3");
    plant_room(&mut stage, "P4");
    let outsider = json!({"borrower": "outsider", "name": "周师傅", "phone": "13900139000", "purpose": "装宽带",
        "signature": "周师傅", "document": "id_card", "document_number": "440305199001011234", "deposit": "200.50",
        "back_by": "11-14 12:00"});
    stage.step("desk", "P3", "lend_key", outsider);
    stage.step("desk", "P2", "lend_key", to_staff());
    stage.go_to(at(14, 17, 0));
    let number = begun(&mut stage, "desk");
    let out = texts(&stage, &number, EntryKind::KeyOut);
    assert_eq!(
        out,
        ["! 11-14 09:30 - 11-14 12:00  P3  周师傅", "11-14 09:30 - 11-14 18:00  P2  王工"],
        "holder, since, due, late"
    );
    assert_eq!(texts(&stage, &number, EntryKind::Deposit), ["¥200.50  P3  周师傅"]);
    let part = handover(&stage, &number);
    assert_eq!((part.keys_out, part.deposits), (2, 20_050));
    let sums = |stage: &Stage| {
        let sums = stage.desk.handover_sums(&number, stage.now).unwrap();
        (sums.keys_out, sums.deposits)
    };
    stage.step("desk", "P4", "lend_key", to_staff());
    assert_eq!(sums(&stage), (3, 20_050), "a draft adds up what is true now");
    stage.step("desk", "P4", "return_key", json!({}));
    assert_eq!(sums(&stage), (2, 20_050));
    let open = texts(&stage, &number, EntryKind::OpenCase);
    assert!(open.is_empty(), "a key that is out stands among the keys, not among the cases too: {open:?}");
    stage.step("desk", "P3", "return_key", json!({"deposit_back": "200.50"}));
    stage.step("desk", &number, "offer_handover", json!({}));
    let part = handover(&stage, &number);
    assert_eq!((part.keys_out, part.deposits), (1, 0), "what is true when it is signed");
    assert_eq!(texts(&stage, &number, EntryKind::KeyOut).len(), 1);
    assert!(texts(&stage, &number, EntryKind::Deposit).is_empty());
}

#[test]
fn led_08_an_emergency_stands_in_it_and_what_it_leaves_for_the_morning_comes_back() {
    let mut stage = Stage::new();
    let number = stage.ok("guard", json!({"do": "raise_emergency", "matter": "三楼水管爆裂", "place": "3-1"})).number;
    let first = begun(&mut stage, "guard");
    let open = texts(&stage, &first, EntryKind::OpenCase);
    assert!(open.iter().any(|line| line.contains(&number)), "{open:?}");
    let over = json!({"result": "已关阀", "morning": "地库还要抽水"});
    stage.step("guard", &number, "end_emergency", over);
    let notes = lines(&stage, &first).into_iter().filter(|line| line.kind == EntryKind::Note).collect::<Vec<_>>();
    let [note] = &notes[..] else { panic!("{notes:?}") };
    assert!(note.flagged);
    stage.step("guard", &first, "clear_item", json!({"entry": note.id}));
    assert!(texts(&stage, &first, EntryKind::Note).is_empty());
    assert!(stage.desk.inspect().unwrap().findings.is_empty());
}

#[test]
fn led_08_what_a_voided_handover_wanted_to_be_known_does_not_come_back() {
    let mut stage = Stage::new();
    let first = stage.ok("desk", json!({"do": "begin_handover", "note": "写错了", "flagged": true})).number;
    stage.step("desk", &first, "void", json!({"reason": "写错了"}));
    let next = begun(&mut stage, "desk");
    assert!(texts(&stage, &next, EntryKind::Note).is_empty());
}
