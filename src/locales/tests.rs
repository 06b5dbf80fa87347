//! No word is missing in either language, each fits its place, and neither language speaks the other.
use super::*;
use crate::desk::action::catalogue;
use crate::desk::answer::Hint;
use crate::desk::refusal::{Fault, FaultWhy, Refusal};
use crate::model::event::Event;
use crate::model::staff::Role;
use crate::model::step::StepKind;
use crate::model::{case, clock, complaint, phone, reception, resident, staff, unit, when};
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
        Unchanged,
        GradeNeedsIt,
        ManagerAsks,
        LastManager,
        NotALogin,
    ];
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
    let category = |id: &str| if id == "cleaning" { "清洁".to_owned() } else { id.to_owned() };
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    ask(&Telling { name: &name, category: &category, zone, now: time("2026-11-21T01:42:00Z") })
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
fn every_hint_has_words() {
    use Hint::*;
    for hint in [ProposedMajor, Reopened, StillDue, AwaitsSignature, AwaitsCallback, UpToDate, LateAlready] {
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
