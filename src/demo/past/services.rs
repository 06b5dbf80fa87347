//! Special services, visits and the calls to households of the past (LED-07, LED-13, CBK-10). Must not know the desk.
use super::super::estate::Person;
use super::super::script::{Thread, stamp};
use super::super::staff::Who;
use super::super::words::{ACTIVITIES, CALLS, SERVICES, VISITS};
use super::complaints::word;
use chrono::TimeDelta;

/// Ordered, done, asked at mid-term and at the end.
pub(super) fn service(t: &mut Thread<'_>, person: &Person, _second: usize) {
    let order = &SERVICES[t.rng.usize(..SERVICES.len())];
    let days = order.days;
    let (begins, ends) = (stamp(t.at + TimeDelta::hours(20)), stamp(t.at + TimeDelta::days(days)));
    let fields = [
        ("matter", t.pick(order.matters)),
        ("unit", &person.unit),
        ("name", &person.name),
        ("phone", &person.phone),
        ("department", word(order.department)),
        ("starts_at", &begins),
        ("ends_at", &ends),
    ];
    t.act(Who::Desk, "file_service", &fields);
    let doers = Who::Of(order.department);
    if t.chance(4) {
        t.wait_open(60..300);
        return t.act(Who::Manager, "close_as_unable", &[("reason", "合作商户停业，已向业主说明并退款")]);
    }
    t.wait_open(60..900);
    t.act(doers, "record_handling", &[("note", order.handling)]);
    // A little before the middle, when the callback is due.
    t.wait_open(days * 600..days * 640);
    t.act(
        Who::Supervisor,
        "record_callback",
        &[("outcome", "satisfied"), ("said", "按时上门，比较满意"), ("quality", "good"), ("effect", "good")],
    );
    t.wait_open(60..600);
    t.act(Who::Supervisor, "review_callback", &[("note", "已阅")]);
    t.act(doers, "follow_up_service", &[("note", "现场抽查一次，符合约定")]);
    t.wait_open(days * 650..days * 700);
    t.act(doers, "finish", &[("result", order.result)]);
    t.wait_open(300..2500);
    t.act(
        Who::Supervisor,
        "record_callback",
        &[("outcome", "satisfied"), ("said", "满意，下次还订"), ("quality", "good"), ("effect", "fair")],
    );
    t.wait_open(60..600);
    t.act(Who::Supervisor, "review_callback", &[("note", "记录完整")]);
}

/// Announced, and what was said.
pub(super) fn visit(t: &mut Thread<'_>, person: &Person, _second: usize) {
    let call = &VISITS[t.rng.usize(..VISITS.len())];
    let agreed = stamp(t.at + TimeDelta::hours(26));
    let fields = [
        ("matter", call.matter),
        ("unit", &person.unit),
        ("name", &person.name),
        ("phone", &person.phone),
        ("appointment_at", &agreed),
        ("handler", "zhouhui"),
    ];
    t.act(Who::Desk, "plan_visit", &fields);
    t.wait_open(1400..1560);
    t.act(Who::Supervisor, "record_visit", &[("said", call.said), ("result", call.result)]);
}

/// An activity or a publication, and what somebody thought of it (CBK-01).
pub(super) fn activity(t: &mut Thread<'_>, person: &Person, _second: usize) {
    let (about, matter) = t.pick(ACTIVITIES);
    let fields = [
        ("about", about),
        ("matter", matter),
        ("unit", &person.unit),
        ("name", &person.name),
        ("phone", &person.phone),
    ];
    t.act(Who::Supervisor, "plan_callback", &fields);
    t.wait_open(2000..9000);
    let said = t.pick(CALLS);
    let fields = [
        ("outcome", "satisfied"),
        ("said", said),
        ("quality", "good"),
        ("effect", "fair"),
        ("suggestions", "多办几次"),
    ];
    t.act(Who::Supervisor, "record_callback", &fields);
    t.wait_open(60..900);
    t.act(Who::Supervisor, "review_callback", &[("note", "已阅")]);
}

/// The monthly call: most are content, some are not reached, a few have something to say.
pub(super) fn household(t: &mut Thread<'_>, person: &Person, _second: usize) {
    let (outcome, said) = match t.rng.u32(..100) {
        0..10 => ("no_answer", ""),
        10..12 => ("unsatisfied", "上次报修拖了三天，很不满意"),
        _ => ("satisfied", t.pick(CALLS)),
    };
    let fields = [
        ("unit", person.unit.as_str()),
        ("name", &person.name),
        ("phone", &person.phone),
        ("outcome", outcome),
        ("said", said),
    ];
    t.act(Who::Supervisor, "call_household", &fields);
    if outcome == "unsatisfied" {
        t.wait_open(60..600);
        t.act(Who::Supervisor, "review_callback", &[("note", "情况属实"), ("opinion", "请工程说明并致歉")]);
        t.wait_open(60..900);
        t.act(Who::Manager, "decide_callback", &[("note", "已致电致歉，派工时限纳入考核")]);
    }
}
