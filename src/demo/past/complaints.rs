//! Complaints of the past: how each runs its course, straight or with a twist. Must not know the desk.
use super::super::estate::Person;
use super::super::script::{Fields, Thread, stamp};
use super::super::staff::Who;
use super::super::words::{GRIEVANCES, Grievance, fill};
use super::receptions::pause;
use crate::model::staff::Department;
use chrono::TimeDelta;

/// What sets a complaint apart from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Twist {
    Plain,
    LateContact,
    Late,
    Paused,
    Unsatisfied,
    NoAnswer,
    Harm,
    Raised,
    PlanReturned,
    Dispute,
    CameBack,
    Corrected,
    Void,
    Invalid,
    Outside,
    JudgedAnew,
}

/// How often each twist is met among a hundred.
#[rustfmt::skip]
const TWISTS: &[(Twist, u32)] = &[
    (Twist::Plain, 34), (Twist::LateContact, 7), (Twist::Late, 9), (Twist::Paused, 6), (Twist::Unsatisfied, 8),
    (Twist::NoAnswer, 7), (Twist::Harm, 4), (Twist::Raised, 5), (Twist::PlanReturned, 3), (Twist::Dispute, 3),
    (Twist::CameBack, 2), (Twist::Corrected, 3), (Twist::Void, 2), (Twist::Invalid, 3), (Twist::Outside, 3),
    (Twist::JudgedAnew, 1),
];

/// Severity and urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Grade {
    pub severity: &'static str,
    pub urgent: bool,
}

/// The grade of most.
pub(super) const MINOR: Grade = Grade { severity: "minor", urgent: false };

fn twist(t: &mut Thread<'_>) -> Twist {
    let mut left = t.rng.u32(..100);
    for (twist, share) in TWISTS {
        if left < *share {
            return *twist;
        }
        left -= share;
    }
    Twist::Plain
}

fn grade(t: &mut Thread<'_>, twist: Twist) -> Grade {
    let severity = match t.rng.u32(..100) {
        0..4 => "major",
        4..30 => "important",
        _ => "minor",
    };
    let severity = match twist {
        Twist::Raised | Twist::PlanReturned => "minor",
        // A second round of a major one would need its second report to head office.
        Twist::Unsatisfied | Twist::CameBack | Twist::JudgedAnew if severity == "major" => "important",
        _ => severity,
    };
    Grade { severity, urgent: twist == Twist::Harm || t.chance(12) }
}

/// The word of a department as actions carry it.
pub(super) fn word(department: Department) -> &'static str {
    department.into()
}

/// A complaint that came straight to the queue.
pub(super) fn complaint(t: &mut Thread<'_>, person: &Person) {
    let kind = &GRIEVANCES[t.rng.usize(..GRIEVANCES.len())];
    let twist = twist(t);
    let grade = grade(t, twist);
    let (place, matter, detail) = (t.pick(kind.places), t.pick(kind.matters), t.pick(kind.details));
    let (matter, detail) = (fill(matter, place, t.rng), fill(detail, place, t.rng));
    let channel = t.pick(&["phone", "phone", "phone", "walk_in", "online", "letter"]);
    let forward_later = t.chance(50);
    let fields = [
        ("channel", channel),
        ("unit", &person.unit),
        ("name", &person.name),
        ("phone", &person.phone),
        ("category", kind.category),
        ("severity", grade.severity),
        ("urgency", if grade.urgent { "urgent" } else { "general" }),
        ("harm", if twist == Twist::Harm { "true" } else { "" }),
        ("matter", &matter),
        ("detail", &detail),
        ("department", if forward_later { "" } else { word(kind.department) }),
    ];
    t.act(Who::Desk, "file_complaint", &fields);
    if forward_later && twist != Twist::Void {
        t.wait(1..4);
        let fields = [("department", word(kind.department)), ("note", "请先联系业主")];
        t.act(Who::Desk, "forward_to_department", &fields);
    }
    handled(t, kind, twist, grade);
}

/// From the first contact to the callback.
pub(super) fn handled(t: &mut Thread<'_>, kind: &Grievance, twist: Twist, mut grade: Grade) {
    if twist == Twist::Void {
        t.wait(3..15);
        return t.act(Who::Supervisor, "void", &[("reason", "误录，住户实为咨询，已另行登记")]);
    }
    contacted(t, kind, twist, grade);
    if matches!(twist, Twist::Invalid | Twist::Outside | Twist::JudgedAnew) && judged(t, twist) {
        return;
    }
    if twist == Twist::Raised {
        t.wait_open(60..600);
        let fields = [("severity", "important"), ("reason", "复核为我方服务失误")];
        t.act(Who::Supervisor, "change_severity", &fields);
        t.act(Who::Supervisor, "hand_to_supervisor", &[]);
        grade.severity = "important";
    }
    if grade.severity != "minor" || twist == Twist::PlanReturned {
        planned(t, kind, twist);
    }
    worked_on(t, kind, twist, grade);
    completed(t, kind);
    signed(t);
    asked(t, kind, twist, grade);
}

/// First contact, and what goes upward at once.
fn contacted(t: &mut Thread<'_>, kind: &Grievance, twist: Twist, grade: Grade) {
    if grade.severity == "important" {
        let late = t.chance(15);
        t.wait(if late { 65..150 } else { 2..9 });
        t.act(Who::Desk, "hand_to_supervisor", &[("note", "请尽快安排")]);
    }
    match (grade.urgent, twist == Twist::LateContact) {
        (true, false) => drop(t.wait(3..14)),
        (true, true) => drop(t.wait(35..120)),
        (false, false) => drop(t.wait_open(15..240)),
        (false, true) => drop(t.wait_open(1450..2200)),
    }
    t.act(Who::Desk, "contact_resident", &[("said", kind.said)]);
    if twist == Twist::Harm {
        t.wait(10..60);
        let measures = "已到场处置，险情排除，现场拉警戒线";
        t.act(Who::Of(kind.department), "stop_harm", &[("measures", measures)]);
    }
    if grade.severity == "major" {
        t.wait(30..300);
        let to = [("reported_to", "总公司品质部"), ("copied", "true")];
        t.act(Who::Supervisor, "report_to_head_office", &to);
        let late = t.chance(20);
        t.wait_open(if late { 2900..3600 } else { 300..1200 });
        t.act(Who::Manager, "reply_to_resident", &[("said", "经理已当面说明处理方案与时间安排")]);
    }
}

/// Found not ours, not valid, or not valid and then valid after all (CMP-09). Says whether that was the end.
fn judged(t: &mut Thread<'_>, twist: Twist) -> bool {
    t.wait_open(120..2000);
    let (outside, invalid) = ("市政管网范围，已出具说明并转交", "现场核实与所述不符，已向业主说明");
    if twist == Twist::Outside {
        let fields = [("validity", "outside"), ("reason", outside), ("transferred_to", "街道办与市政热线")];
        t.act(Who::Supervisor, "judge_validity", &fields);
        return true;
    }
    t.act(Who::Supervisor, "judge_validity", &[("validity", "invalid"), ("reason", invalid)]);
    if twist == Twist::Invalid {
        return true;
    }
    t.wait_open(300..1500);
    let reason = "业主补充录像，复核后成立";
    t.act(Who::Supervisor, "judge_validity", &[("validity", "valid"), ("reason", reason)]);
    t.wait_open(10..200);
    t.act(Who::Desk, "contact_resident", &[("said", "已致歉并说明重新处理")]);
    false
}

/// The plan, approved or first returned (CMP-10).
fn planned(t: &mut Thread<'_>, kind: &Grievance, twist: Twist) {
    t.wait_open(60..500);
    t.act(Who::Supervisor, "write_plan", &[("plan", kind.measures)]);
    t.wait_open(30..400);
    if twist == Twist::PlanReturned {
        let note = "请补充对同位置住户的检查安排";
        t.act(Who::Manager, "decide_plan", &[("approved", "false"), ("note", note)]);
        t.wait_open(30..300);
        let better = format!("{}；{}", kind.measures, kind.prevention);
        t.act(Who::Supervisor, "write_plan", &[("plan", &better)]);
        t.wait_open(10..200);
    }
    t.act(Who::Manager, "decide_plan", &[("approved", "true")]);
}

/// The work, its progress and what holds it up.
fn worked_on(t: &mut Thread<'_>, kind: &Grievance, twist: Twist, grade: Grade) {
    match twist {
        Twist::Paused => pause(t),
        Twist::Dispute => {
            t.wait(20..90);
            let evidence = "分贝仪读数三次（夜间52、55、49），录音两段";
            let fields = [("other_party", "楼上住户"), ("evidence", evidence), ("evidence_held_by", "赵铁军")];
            t.act(Who::Desk, "note_dispute", &fields);
        }
        Twist::Corrected => {
            t.wait(5..60);
            let fields = [("name", "住户（不愿留名）"), ("reason", "业主要求不留姓名")];
            t.act(Who::Desk, "correct", &fields);
        }
        _ => {}
    }
    if t.chance(45) {
        t.wait_open(30..500);
        t.act(Who::Of(kind.department), "report_progress", &[("note", kind.progress)]);
        t.wait_open(10..120);
        t.act(Who::Desk, "pass_on_progress", &[("said", kind.progress)]);
    }
    match (twist, grade.severity) {
        (Twist::Late, "minor") => drop(t.wait_open(3000..9000)),
        (Twist::Late, _) => drop(t.wait_open(10_500..16_000)),
        (_, "minor") => drop(t.wait_open(60..900)),
        (_, "important") => drop(t.wait_open(600..4500)),
        _ => drop(t.wait_open(3000..7500)),
    }
}

/// The handling report (CMP-12).
fn completed(t: &mut Thread<'_>, kind: &Grievance) {
    let fields = [
        ("cause", kind.cause),
        ("measures", kind.measures),
        ("result", kind.result),
        ("root_cause", kind.root_cause),
        ("prevention", kind.prevention),
    ];
    t.act(Who::Of(kind.department), "complete", &fields);
}

/// The same day, now and then the day after (CMP-13).
fn signed(t: &mut Thread<'_>) {
    if t.chance(8) {
        t.wait_open(900..1500);
    } else {
        t.wait(10..90);
    }
    let note = t.pick(&["", "", "情况属实", "处理及时", "请附照片存档"]);
    t.act(Who::Supervisor, "sign_record", &[("note", note)]);
}

/// The callback, as often as it takes (CMP-14, CBK-11).
fn asked(t: &mut Thread<'_>, kind: &Grievance, twist: Twist, grade: Grade) {
    let asks = if grade.severity == "minor" { Who::Desk } else { Who::Manager };
    let late = t.chance(8);
    t.wait_open(if late { 4400..6500 } else { 900..3200 });
    let form = t.pick(&["phone", "phone", "phone", "visit", "letter"]);
    if twist == Twist::NoAnswer {
        t.act(asks, "record_callback", &[("form", "phone"), ("outcome", "no_answer")]);
        t.wait_open(180..1500);
    }
    if twist == Twist::Unsatisfied {
        let said = "修过之后两天又出现，要求彻底解决";
        record(t, asks, &[("form", form), ("outcome", "unsatisfied"), ("said", said)]);
        t.wait_open(30..200);
        let opinion = "请部门换人重做，主管到场验收";
        t.act(Who::Supervisor, "review_callback", &[("note", "情况属实"), ("opinion", opinion)]);
        t.wait_open(30..200);
        t.act(Who::Manager, "decide_callback", &[("note", "同意，返工后再回访")]);
        again(t, kind);
    }
    let said = t.pick(&["已解决，感谢", "比较满意，希望以后快一点", "可以", "处理得不错，师傅很耐心", ""]);
    record(t, asks, &[("form", form), ("outcome", "satisfied"), ("said", said)]);
    reviewed(t);
    if twist == Twist::CameBack {
        t.wait_open(3000..9000);
        t.act(Who::Desk, "reopen", &[("reason", "业主来电：同一位置再次出现问题")]);
        again(t, kind);
        record(t, asks, &[("form", "visit"), ("outcome", "satisfied"), ("said", "这次修好了")]);
        reviewed(t);
    }
}

/// Asks; a home visit has its appointment first (CBK-06).
fn record(t: &mut Thread<'_>, asks: Who, fields: Fields<'_>) {
    if fields.contains(&("form", "visit")) {
        let time = stamp(t.at + TimeDelta::hours(3));
        t.act(asks, "make_appointment", &[("appointment_at", &time), ("told", "true")]);
        t.wait_open(180..300);
    }
    t.act(asks, "record_callback", fields);
}

/// The supervisor looks at the record (CBK-07).
fn reviewed(t: &mut Thread<'_>) {
    t.wait_open(60..900);
    let note = t.pick(&["已阅", "回访及时", "记录完整", "请注意问清效果"]);
    t.act(Who::Supervisor, "review_callback", &[("note", note)]);
}

/// Another round: contact, work, report, signature, and the time until the resident is asked again.
fn again(t: &mut Thread<'_>, kind: &Grievance) {
    t.wait_open(10..200);
    t.act(Who::Desk, "reply_to_resident", &[("said", "已致歉，约定重新处理并由主管到场")]);
    t.wait_open(300..1800);
    completed(t, kind);
    signed(t);
    t.wait_open(900..2500);
}
