//! Receptions of the past: how each kind of matter runs its course. Must not know the desk.
use super::super::estate::Person;
use super::super::script::{On, Thread, stamp};
use super::super::staff::Who;
use super::super::words::{ANSWERS, GRIEVANCES, PAUSES, QUESTIONS, REQUESTS, SUGGESTIONS, fill};
use super::complaints::{self, Twist, word};
use chrono::TimeDelta;

/// One matter; `second` is the place of the complaint that may come of it.
pub(super) fn reception(t: &mut Thread<'_>, person: &Person, short: bool, second: usize) {
    if short {
        return answered(t, person);
    }
    match t.rng.u32(..100) {
        0..22 => answered(t, person),
        22..48 => promised(t, person),
        48..82 => request(t, person),
        82..90 => suggestion(t, person),
        _ => complaint(t, person, second),
    }
}

/// Takes it in, with whatever this kind of matter needs beside.
fn take(t: &mut Thread<'_>, on: On, person: &Person, matter: &str, more: &[(&'static str, &str)]) {
    let channel = t.pick(&["phone", "phone", "phone", "walk_in", "walk_in", "online", "letter", "relayed"]);
    let post = t.pick(&["东门岗", "西门岗", "地库岗", "维修班", "保洁班"]);
    let mut fields = vec![("channel", channel), ("matter", matter), ("unit", person.unit.as_str())];
    fields.extend([("name", person.name.as_str()), ("phone", person.phone.as_str())]);
    if channel == "relayed" {
        fields.push(("relayed_by", post));
    }
    fields.extend_from_slice(more);
    t.act_on(on, Who::Desk, "take_reception", &fields);
}

fn answered(t: &mut Thread<'_>, person: &Person) {
    let question = &QUESTIONS[t.rng.usize(..QUESTIONS.len())];
    let (matter, usual) = (t.pick(question.matters), t.pick(ANSWERS));
    let result = if t.chance(70) { question.answer } else { usual };
    let on = On::Case(t.case);
    take(t, on, person, matter, &[("course", "answered"), ("result", result)]);
}

/// A reply is promised: mostly kept, sometimes moved, sometimes late (REC-04, ESC-11).
fn promised(t: &mut Thread<'_>, person: &Person) {
    let question = &QUESTIONS[t.rng.usize(..QUESTIONS.len())];
    let matter = t.pick(question.matters);
    let on = On::Case(t.case);
    take(t, on, person, matter, &[("promise", "true")]);
    match t.rng.u32(..100) {
        0..10 => drop(t.wait(35..150)),
        10..16 => {
            t.wait(15..25);
            let until = stamp(t.at + TimeDelta::minutes(90));
            let fields = [("promised_at", until.as_str()), ("reason", "主管外出，回来才能确认"), ("told", "true")];
            t.act(Who::Desk, "move_promise", &fields);
            t.wait(30..80);
        }
        _ => drop(t.wait(5..28)),
    }
    t.act(Who::Desk, "reply_to_resident", &[("said", question.answer)]);
    t.wait(1..30);
    t.act(Who::Desk, "finish", &[("result", "已回电答复，业主满意")]);
}

/// Something to be done by a department (REC-05, REC-06).
fn request(t: &mut Thread<'_>, person: &Person) {
    let kind = &REQUESTS[t.rng.usize(..REQUESTS.len())];
    let matter = t.pick(kind.matters);
    let wanted = stamp(t.at + TimeDelta::hours(t.rng.i64(6..40)));
    let wanted = if t.chance(15) { wanted.as_str() } else { "" };
    let department = word(kind.department);
    let more = [("kind", "request"), ("course", "forwarded"), ("department", department), ("wanted_by", wanted)];
    let on = On::Case(t.case);
    take(t, on, person, matter, &more);
    let doers = Who::Of(kind.department);
    let fate = t.rng.u32(..100);
    if fate < 3 {
        t.wait(3..20);
        return t.act(Who::Supervisor, "void", &[("reason", "重复登记，见同日前一条")]);
    }
    t.wait_open(10..300);
    t.act(doers, "record_handling", &[("note", kind.handling)]);
    match fate {
        3..7 => {
            t.wait_open(2000..5000);
            let reason = "属业主专有部分，超出物业服务范围，已建议联系厂家售后";
            return t.act(Who::Manager, "close_as_unable", &[("reason", reason)]);
        }
        7..12 => pause(t),
        12..20 => drop(t.wait_open(3000..8000)),
        20..23 => drop(t.wait_open(10_500..14_000)),
        _ => {}
    }
    t.wait_open(60..1300);
    t.act(doers, "finish", &[("result", kind.result)]);
    if fate > 95 {
        t.wait_open(600..3000);
        t.act(Who::Desk, "reopen", &[("reason", "业主来电，同样的问题又出现了")]);
        t.wait_open(100..1200);
        t.act(doers, "finish", &[("result", "重新处理完毕，更换配件，业主确认")]);
    }
}

/// Waits for something, and goes on a little before the agreed time or by itself (ESC-07).
pub(super) fn pause(t: &mut Thread<'_>) {
    let until = stamp(t.at + TimeDelta::hours(72));
    let reason = t.pick(PAUSES);
    t.wait(5..40);
    t.act(Who::Desk, "pause", &[("until", &until), ("reason", reason)]);
    if t.chance(40) {
        t.wait_open(1500..2800);
        t.act(Who::Desk, "resume", &[]);
    } else {
        t.wait_open(4400..5200);
    }
}

/// A suggestion is decided and its author told (REC-09).
fn suggestion(t: &mut Thread<'_>, person: &Person) {
    let kind = &SUGGESTIONS[t.rng.usize(..SUGGESTIONS.len())];
    let on = On::Case(t.case);
    take(t, on, person, kind.matter, &[("kind", "suggestion")]);
    t.wait(5..60);
    let fields = [("department", word(kind.department)), ("note", "请三日内给出意见")];
    t.act(Who::Desk, "forward_to_department", &fields);
    t.wait_open(300..2500);
    let (adopted, note) = if t.chance(55) { ("true", kind.adopted) } else { ("false", kind.refused) };
    t.act(Who::Of(kind.department), "decide_suggestion", &[("adopted", adopted), ("note", note)]);
    t.wait_open(20..600);
    t.act(Who::Desk, "reply_to_resident", &[("said", note)]);
    t.wait(1..20);
    t.act(Who::Desk, "finish", &[("result", "已告知建议人处理意见并致谢")]);
}

/// A complaint comes of it, at the counter or a while later (REC-03).
fn complaint(t: &mut Thread<'_>, person: &Person, second: usize) {
    let kind = &GRIEVANCES[t.rng.usize(..GRIEVANCES.len())];
    let (place, matter) = (t.pick(kind.places), t.pick(kind.matters));
    let matter = fill(matter, place, t.rng);
    let graded = [("category", kind.category), ("department", word(kind.department))];
    let both = On::Both(t.case, second);
    if t.chance(60) {
        let more = [("course", "complaint"), graded[0], graded[1]];
        take(t, both, person, &matter, &more);
    } else {
        let on = On::Case(t.case);
        take(t, on, person, &matter, &[("kind", "request")]);
        t.wait(20..400);
        t.act_on(both, Who::Desk, "turn_into_complaint", &graded);
    }
    t.case = second;
    complaints::handled(t, kind, Twist::Plain, complaints::MINOR);
}
