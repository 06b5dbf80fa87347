//! No word is missing in either language, each fits its place, and neither language speaks the other.
use super::*;
use crate::desk::action::catalogue;
use crate::desk::answer::Hint;
use crate::desk::refusal::{Fault, FaultWhy, Refusal};
use crate::model::event::Event;
use crate::model::staff::Role;
use crate::model::step::StepKind;
use crate::model::{
    callback, case, clock, complaint, emergency, entry, house_key, phone, queue, reception, reminder, resident, staff,
};
use crate::model::{step, unit, when, work_order};
use crate::rules::clock::Look;
use serde_json::json;
use strum::VariantArray;
use unicode_width::UnicodeWidthStr;

const BOTH: [Language; 2] = [Language::Chinese, Language::English];

/// Every name of every kind, with the most cells it may take in Chinese and in English.
fn names(words: &Words) -> Vec<(String, usize, usize)> {
    let mut all = Vec::new();
    macro_rules! every {
        ($($name:ident: $kind:ty, $zh:literal, $en:literal);+ $(;)?) => {
            $(for one in <$kind>::VARIANTS { all.push((words.$name(*one).to_owned(), $zh, $en)); })+
        };
    }
    every! {
        role: staff::Role, 6, 5;
        role_long: staff::Role, 8, 12;
        department: staff::Department, 4, 12;
        register: case::Register, 8, 10;
        state: case::State, 8, 10;
        channel: case::Channel, 10, 10;
        matter_kind: reception::MatterKind, 4, 10;
        course: reception::Course, 10, 18;
        severity: complaint::Severity, 4, 9;
        severity_means: complaint::Severity, 70, 70;
        urgency: complaint::Urgency, 4, 9;
        validity: complaint::Validity, 10, 10;
        plan_state: complaint::PlanState, 6, 10;
        callback_form: complaint::CallbackForm, 4, 6;
        outcome: complaint::Outcome, 6, 14;
        tie: resident::Tie, 10, 18;
        review_kind: reception::ReviewKind, 8, 14;
        milestone: clock::Milestone, 10, 16;
        crossing: clock::Crossing, 8, 14;
        basis: clock::Basis, 8, 16;
        stop_reason: clock::StopReason, 16, 40;
        copy: work_order::Copy, 6, 10;
        copy_at: work_order::Place, 6, 10;
        told_whom: emergency::Told, 8, 11;
        key_kind: house_key::KeyKind, 10, 10;
        borrower: house_key::Borrower, 8, 8;
        document: house_key::Document, 10, 15;
        found: house_key::Found, 4, 7;
        callback_kind: callback::CallbackKind, 10, 12;
        grade: callback::Grade, 4, 4;
        entry_kind: entry::EntryKind, 8, 9;
        how: reminder::How, 8, 6;
        secret: step::Secret, 8, 15;
        step: StepKind, 10, 20;
        step_does: StepKind, 70, 84;
    }
    for field in words.fields {
        all.push((field.label.to_owned(), 16, 18));
        if !field.hint.is_empty() {
            all.push((field.hint.to_owned(), 60, 60));
        }
    }
    for (_, label, does) in words.openings {
        all.push(((*label).to_owned(), 10, 20));
        all.push(((*does).to_owned(), 70, 84));
    }
    all
}

/// What may be written down out of its order: the milestones of a job, an emergency, a visit, a key.
const ON_SCENE: &[clock::Milestone] = &[
    clock::Milestone::Send,
    clock::Milestone::Receive,
    clock::Milestone::Contact,
    clock::Milestone::Depart,
    clock::Milestone::Arrive,
    clock::Milestone::Check,
    clock::Milestone::Finish,
    clock::Milestone::Tell,
    clock::Milestone::Visit,
    clock::Milestone::Return,
];

fn faults() -> Vec<FaultWhy> {
    use FaultWhy::*;
    let mut all = vec![
        Required,
        WhoIsIt,
        TooLong(20_000),
        InFuture,
        InPast,
        BeforeMatter,
        WrongKind("true/false"),
        WrongKind("number"),
        WrongKind("text"),
        MustBeTrue,
        NoSuchStaff,
        Taken,
        UnitFirst,
        Unchanged,
        GradeNeedsIt,
        ManagerAsks,
        LastManager,
        NotALogin,
        NotMoney,
        Negative,
        NotACount,
        Rounded,
        BecameDate,
        NoSuchKey,
        NoIncident,
        NoSuchTechnician,
        OutsiderNeedsIt,
        EntrustedNeedsIt,
        NotAnApprover,
        FailedNeedsIt,
        AppointmentFirst,
        EndsFirst,
        BeforeLoan("11-21 09:42".to_owned()),
        NotLater("2026-11-21 09:42".to_owned()),
        AllPieces(9_999),
        TooManyPieces(u32::MAX),
        MoreThanHeld,
        NoSuchLine,
        NotAPin,
        StillOpen("CR-20261121-001".to_owned()),
        PromiseStands,
        NotAMonth,
        MonthToCome,
        EmptyMonth,
        MonthRemoved,
        CorrectionNeedsIt,
        CallbacksOpen(99_999),
    ];
    // The longest way in which a time is shown.
    let at = || "2026-11-21 09:00".to_owned();
    all.extend(ON_SCENE.iter().map(|after| OutOfOrder { after: *after, at: at() }));
    use unit::Part;
    all.extend([unit::Fault::Empty, unit::Fault::TooLong, unit::Fault::EmptyPart].map(Unit));
    all.extend([unit::Fault::TooFewParts, unit::Fault::TooManyParts, unit::Fault::Unexpected('?')].map(Unit));
    all.extend([Part::Building, Part::Entrance, Part::Room, Part::Number].map(|part| Unit(unit::Fault::BadPart(part))));
    all.extend([phone::Fault::Empty, phone::Fault::Unexpected('?'), phone::Fault::TooShort].map(Phone));
    all.extend([phone::Fault::TooLong, phone::Fault::NoSuchNumber].map(Phone));
    all.extend([when::Fault::Empty, when::Fault::NotUnderstood, when::Fault::NoSuchDate].map(Time));
    all.extend([when::Fault::NoSuchTime, when::Fault::Ambiguous, when::Fault::TooFar].map(Time));
    all
}

fn time(text: &str) -> clock::Time {
    text.parse().unwrap()
}

fn with_telling<T>(ask: impl FnOnce(&Telling) -> T) -> T {
    let name = |login: &str| if login == "zhang" { "张敏".to_owned() } else { login.to_owned() };
    let listed = |field: &str, id: &str| match (field, id) {
        ("category", "cleaning") => "清洁".to_owned(),
        ("job", "pipe") => "水管".to_owned(),
        ("emergency", "lift") => "电梯困人".to_owned(),
        _ => id.to_owned(),
    };
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    ask(&Telling { name: &name, listed: &listed, zone, now: time("2026-11-21T01:42:00Z") })
}

fn look(language: Language, look: Look) -> String {
    with_telling(|telling| words(language).look(&look, telling.zone, telling.now))
}

#[test]
fn every_name_is_there_fits_its_place_and_speaks_its_language() {
    let han = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c);
    for (text, zh, _) in names(words(Language::Chinese)) {
        assert!(text.width() <= zh, "{text} is wider than {zh}");
        assert!(text.chars().any(han), "{text:?} is no Chinese");
    }
    for (text, _, en) in names(words(Language::English)) {
        assert!(!text.is_empty() && text.width() <= en, "{text} is wider than {en}");
        assert!(!text.chars().any(han), "{text} is no English");
    }
}

#[test]
fn every_action_and_every_field_has_words() {
    for language in BOTH {
        let words = words(language);
        for note in catalogue() {
            assert_ne!(words.action(&note.name), note.name);
            assert!(words.action_does(&note.name).is_some(), "{}", note.name);
            for field in note.fields {
                let known = words.fields.iter().any(|words| words.name == field.name);
                assert!(known, "{} has no words", field.name);
                for word in field.words {
                    assert!(words.choice(&field.name, &word).is_some(), "{} {word} has no words", field.name);
                }
            }
        }
    }
}

#[test]
fn a_fault_fits_beside_its_field() {
    for language in BOTH {
        for why in faults() {
            let text = words(language).fault(&why);
            assert!(!text.is_empty() && text.width() <= 36, "{text}");
        }
    }
}

#[test]
fn a_span_says_its_two_largest_pieces() {
    for (seconds, zh, en) in [
        (0, "<1分", "<1m"),
        (59, "<1分", "<1m"),
        (25 * 60, "25分", "25m"),
        (7800, "2时10分", "2h10m"),
        (7200, "2时", "2h"),
        (3 * 86_400 + 4 * 3600 + 5, "3天4时", "3d4h"),
        (41 * 86_400 + 4 * 3600, "41天", "41d"),
    ] {
        assert_eq!(words(Language::Chinese).span(seconds), zh);
        assert_eq!(words(Language::English).span(seconds), en);
    }
}

#[test]
fn a_look_reads_without_colour() {
    let until = time("2026-11-22T01:00:00Z");
    let gone = |how| Look::Escalated { late: 7800, to: Role::Manager, how };
    for (case, zh, en) in [
        (Look::OnTime { left: 6000 }, "剩1时40分", "1h40m left"),
        (Look::Soon { left: 480 }, "快到 剩8分", "soon: 8m left"),
        (Look::Overdue { late: 7800 }, "超2时10分", "late 2h10m"),
        (gone(clock::Crossing::Transfer), "超2时10分 →经理", "late 2h10m →Mgr"),
        (gone(clock::Crossing::Report), "超2时10分 报经理", "late 2h10m tell Mgr"),
        (gone(clock::Crossing::Regrade), "超2时10分 升重大", "late 2h10m major"),
        (Look::Paused { until }, "停至 11-22 09:00", "paused 11-22 09:00"),
    ] {
        assert_eq!(look(Language::Chinese, case), zh);
        assert_eq!(look(Language::English, case), en);
        assert!(zh.width() <= 19 && en.width() <= 19);
    }
}

#[test]
fn a_refusal_names_the_fields_and_nothing_typed_reaches_the_terminal_raw() {
    let fields = Refusal::Fields(vec![Fault { field: "unit".to_owned(), why: FaultWhy::Unit(unit::Fault::EmptyPart) }]);
    let hostile = Refusal::UnknownAction { name: "\u{1b}]0;x\u{7}drop\u{202e}".to_owned() };
    with_telling(|telling| {
        let zh = words(Language::Chinese);
        assert_eq!(zh.refusal(&fields, telling), "未保存，请改：房号：房号缺一段，应如 3-1-502。");
        assert!(!zh.refusal(&hostile, telling).chars().any(|c| c.is_control() || c == '\u{202e}'));
    });
}

#[test]
fn a_refusal_of_the_working_registers_says_what_to_do() {
    let later = Refusal::WrongPin(time("2026-11-21T01:45:00Z"));
    let now = Refusal::WrongPin(time("2026-11-21T01:42:00Z"));
    with_telling(|telling| {
        for refusal in [Refusal::LinesLeft(1), Refusal::LinesLeft(3), Refusal::SamePerson, Refusal::NoPin] {
            assert!(BOTH.iter().all(|language| !words(*language).refusal(&refusal, telling).is_empty()));
        }
        for refusal in [Refusal::HandInFirst(vec!["2026-10".parse().unwrap()]), Refusal::OtherCount(2026)] {
            assert!(BOTH.iter().all(|language| words(*language).refusal(&refusal, telling).contains("2026")));
        }
        let zh = words(Language::Chinese);
        assert_eq!(zh.refusal(&Refusal::OnlyBy("zhang".to_owned()), telling), "这一步要张敏本人来做。");
        let held = Refusal::DepositHeld(20_000);
        assert_eq!(
            zh.refusal(&held, telling),
            "还收着押金 200元，请先收回，或在「遗失跟进」里写明退还多少，全部扣下填 0。"
        );
        assert!(words(Language::English).refusal(&held, telling).contains("CNY 200"));
        let there = Refusal::DraftThere("JB-20261121-001".to_owned());
        assert!(BOTH.iter().all(|language| words(*language).refusal(&there, telling).contains("JB-20261121-001")));
        assert!(zh.refusal(&later, telling).contains("09:45"));
        assert_eq!(zh.refusal(&now, telling), "PIN 码不对，请再试；忘了请找经理重设。");
    });
}

#[test]
fn money_shows_its_decimals_only_where_it_has_some() {
    for (fen, zh, en) in [
        (20_000, "200元", "CNY 200"),
        (20_050, "200.50元", "CNY 200.50"),
        (5, "0.05元", "CNY 0.05"),
        (0, "0元", "CNY 0"),
        (-150, "-1.50元", "CNY -1.50"),
    ] {
        assert_eq!(words(Language::Chinese).money(fen), zh);
        assert_eq!(words(Language::English).money(fen), en);
    }
}

#[test]
fn every_hint_has_words() {
    use Hint::*;
    for hint in [ProposedMajor, Reopened, StillDue, AwaitsSignature, AwaitsCallback, UpToDate, LateAlready]
        .into_iter()
        .chain([Drawn, AwaitsTelling, AwaitsSheet, AwaitsOrder, AwaitsReview, RingBack, DepositKept, WentUp])
        .chain([MidTermPoor, ResidentUntold])
    {
        assert!(BOTH.iter().all(|language| !words(*language).hint(hint).is_empty()));
    }
}

#[test]
fn a_line_of_history_tells_what_was_done_in_the_words_of_the_forms() {
    let at = time("2026-11-21T01:15:00Z");
    let line = |language, action| {
        let event = Event { id: 1, at, by: "zhang".to_owned(), action };
        with_telling(|telling| words(language).event(&event, telling))
    };
    let regrade = json!({"do": "change_severity", "number": "TS-20261114-003", "severity": "major", "reason": "屡次\u{1b}[2J不改",
        "was": {"severity": "minor"}});
    assert_eq!(line(Language::Chinese, regrade.clone()), "改级别：级别 轻微→重大、理由 屡次不改");
    assert_eq!(line(Language::English, regrade), "Change severity: Severity Minor→Major, Reason 屡次不改");
    let pause = json!({"do": "pause", "until": "2026-11-22T01:00:00Z", "reason": "等配件"});
    assert_eq!(line(Language::Chinese, pause), "暂停计时：理由 等配件、恢复时间 11-22 09:00");
    assert_eq!(line(Language::Chinese, json!({"do": "assign_handler", "handler": "zhang"})), "指定处理人：张敏");
    assert_eq!(line(Language::Chinese, json!({"do": "acknowledge"})), "知悉超时");
    let filed = json!({"do": "file_complaint", "unit": "3-1-502", "matter": "漏水", "severity": "major", "category": "cleaning"});
    assert_eq!(line(Language::Chinese, filed), "登记投诉：类别 清洁、级别 重大");
}

#[test]
fn history_of_the_working_registers_names_jobs_and_money_and_masks_numbers() {
    let line = |action| {
        let event = Event { id: 1, at: time("2026-11-21T01:15:00Z"), by: "zhang".to_owned(), action };
        with_telling(|telling| words(Language::Chinese).event(&event, telling))
    };
    let filed =
        json!({"do": "file_work_order", "unit": "3-1-502", "matter": "漏水", "job": "pipe", "technician": "zhang"});
    assert_eq!(line(filed), "登记派工：工作种类 水管、维修人员 张敏");
    assert_eq!(line(json!({"do": "arrive", "at": "2026-11-21T01:00:00Z"})), "到场：11-21 09:00");
    let lent = json!({"do": "lend_key", "name": "李师傅", "phone": "13812345678", "document": "id_card",
        "document_number": "440402199001011234", "deposit": 20050});
    assert_eq!(
        line(lent),
        "借出钥匙：姓名 李师傅、电话 138****5678、有效身份证件 居民身份证、证件号码 ****1234、押金 200.50元"
    );
    assert_eq!(line(json!({"do": "return_key", "deposit_back": 20000})), "归还钥匙：退还押金 200元");
    assert_eq!(line(json!({"do": "tick_item", "entry": 7})), "勾选事项");
    assert_eq!(line(json!({"do": "reveal", "field": "document_number"})), "看完整号码：证件号码");
    assert_eq!(
        line(json!({"do": "change_staff", "login": "li", "skills": "pipe,lock"})),
        "修改员工：账号 li、技能 水管、lock"
    );
}

#[test]
fn a_line_of_the_queue_is_led_by_what_it_would_not_say_itself() {
    let row = |register| queue::QueueRow {
        id: 1,
        number: "X".to_owned(),
        register,
        state: case::State::Accepted,
        unit: None,
        name: None,
        matter: "厨房漏水".to_owned(),
        handler: None,
        department: None,
        owner: Role::Receptionist,
        harm: false,
        received_at: time("2026-11-21T01:15:00Z"),
        version: 1,
        cycle: 1,
        category: None,
        severity: None,
        urgency: None,
        proposed_major: false,
        kind: None,
        course: None,
        review: None,
        archive: None,
        job: None,
        technician: None,
        emergency: None,
        callback: None,
        form: None,
        appointment_at: None,
        pressed: 0,
        pass_number: None,
        fee: None,
        reminded: 0,
        broken: 0,
        clocks: Vec::new(),
    };
    let told = |row| with_telling(|telling| words(Language::Chinese).matter(&row, telling));
    let asked = queue::QueueRow { callback: Some(callback::CallbackKind::Repair), ..row(case::Register::Callback) };
    assert_eq!(told(asked), "[维修] 厨房漏水");
    let stuck = queue::QueueRow { emergency: Some("lift".to_owned()), ..row(case::Register::Emergency) };
    assert_eq!(told(stuck), "[电梯困人] 厨房漏水");
    assert_eq!(told(row(case::Register::Emergency)), "厨房漏水");
    let card = queue::QueueRow { pass_number: Some("L012".to_owned()), ..row(case::Register::Pass) };
    assert_eq!(told(card), "[L012] 厨房漏水");
    let fee = queue::QueueRow { fee: Some("property".to_owned()), ..row(case::Register::Reminder) };
    assert_eq!(told(fee), "[property] 厨房漏水");
    let done = queue::QueueRow { state: case::State::Solved, ..row(case::Register::Complaint) };
    assert_eq!(told(done), "[待回访] 厨房漏水");
    let archive = Some(callback::Archive { closed: 12, open: 3 });
    let month = queue::QueueRow {
        review: Some(reception::ReviewKind::Callbacks),
        matter: "2026-10".to_owned(),
        archive,
        ..row(case::Register::Review)
    };
    assert_eq!(told(month), "回访归档 2026-10 已结 12、未结 3");
}

/// CBK-10
#[test]
fn a_monthly_call_is_named_in_the_language_of_the_screen() {
    for (language, name) in [(Language::Chinese, "每月电话"), (Language::English, "Monthly call")] {
        assert_eq!(words(language).about(case::Register::Callback, "household"), name);
        assert_eq!(words(language).about(case::Register::Complaint, "household"), "household");
    }
}

#[test]
fn the_rest_of_a_register_and_the_marks_of_lines_are_said_in_the_language_of_the_screen() {
    let line = |kind, text: &str| entry::Entry {
        id: 1,
        case_id: 1,
        kind,
        at: time("2026-11-21T01:15:00Z"),
        by: "zhang".to_owned(),
        text: text.to_owned(),
        about: None,
        flagged: false,
        mark: None,
        marked_at: None,
        marked_by: None,
    };
    let rest = line(entry::EntryKind::OpenCase, "work_order 12");
    assert_eq!(words(Language::Chinese).entry_text(&rest), "派工 12");
    let case = line(entry::EntryKind::OpenCase, "! 11-21 09:15  TS-20261114-001  漏水");
    assert_eq!(words(Language::English).entry_text(&case), case.text, "what people wrote stays");
    assert_eq!(words(Language::Chinese).mark("missing"), "缺失");
}
