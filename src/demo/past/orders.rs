//! Work orders and emergencies of the past: from the board to the sheet, from the call to the review (DSP-01 to DSP-13,
//! EMG-01 to EMG-08). Must not know the desk.
use super::super::estate::Person;
use super::super::script::{On, Thread, stamp};
use super::super::staff::{Who, technicians};
use super::super::words::{EMERGENCIES, JOBS, Job};
use super::complaints::word;
use chrono::TimeDelta;

/// A job, taken in at the counter or straight on the board; `second` is the place of the order in the first case.
pub(super) fn order(t: &mut Thread<'_>, person: &Person, second: usize) {
    let job = &JOBS[t.rng.usize(..JOBS.len())];
    let (matter, technician) = (t.pick(job.matters), t.pick(technicians(job.department)));
    let (at_once, promised, at_counter) = (t.chance(50), t.chance(40), t.chance(35));
    let arrive = stamp(t.at + TimeDelta::minutes(t.rng.i64(60..300)));
    let mut fields = vec![
        ("matter", matter),
        ("unit", &person.unit),
        ("name", &person.name),
        ("phone", &person.phone),
        ("job", job.job),
        ("technician", if at_once { technician } else { "" }),
        ("arrive_by", if promised { &arrive } else { "" }),
    ];
    if at_counter {
        fields.extend([("kind", "request"), ("course", "work_order")]);
        t.act_on(On::Both(t.case, second), Who::Desk, "take_reception", &fields);
        t.case = second;
    } else {
        t.act(Who::Desk, "file_work_order", &fields);
    }
    let fate = if at_counter { 50 } else { t.rng.u32(..100) };
    if fate < 2 {
        t.wait(3..12);
        return t.act(Who::Supervisor, "void", &[("reason", "与前一张派工单重复")]);
    }
    if !at_once {
        sent(t, technician);
    }
    run(t, job, technician, fate);
}

fn sent(t: &mut Thread<'_>, technician: &str) {
    t.wait(2..18);
    t.act(Who::Desk, "send_order", &[("technician", technician)]);
}

/// From the department to the sheet.
fn run(t: &mut Thread<'_>, job: &Job, technician: &'static str, fate: u32) {
    let mut doer = Who::Named(technician);
    match fate {
        2..4 => {
            t.wait(5..30);
            t.act(doer, "hand_back_order", &[("reason", "手上有急修，今天排不开，请另派")]);
            sent(t, technician);
        }
        4..8 => {
            t.wait(5..40);
            let others = technicians(job.department);
            let other = others.iter().copied().find(|one| *one != technician).unwrap_or(technician);
            if other != technician {
                let fields =
                    [("department", word(job.department)), ("technician", other), ("reason", "专业不对口，转给会修的")];
                t.act(doer, "transfer_order", &fields);
                doer = Who::Named(other);
            }
        }
        8..10 => {
            t.wait_open(60..600);
            let reason = "属业主专有设备且在保修期内，应由厂家处理，已告知业主";
            return t.act(Who::Supervisor, "close_as_unable", &[("reason", reason)]);
        }
        10..16 => {
            t.wait(20..90);
            t.act(Who::Desk, "press_again", &[("said", "业主来电催问师傅几点到")]);
        }
        16..22 => late(t),
        _ => {}
    }
    worked(t, job, doer);
    let content = !(22..26).contains(&fate);
    t.wait_open(20..400);
    let said = if content { "已告知完工，业主满意" } else { "业主说一小时后又漏了" };
    let satisfied = if content { "true" } else { "false" };
    t.act(Who::Desk, "tell_resident", &[("said", said), ("satisfied", satisfied)]);
    if !content {
        worked(t, job, doer);
        t.wait_open(20..200);
        t.act(Who::Desk, "tell_resident", &[("said", "返修后无渗漏，业主认可"), ("satisfied", "true")]);
    }
    t.wait_open(30..2500);
    t.act(Who::Desk, "file_sheet", &[]);
}

/// An apology with a new time (DSP-08).
fn late(t: &mut Thread<'_>) {
    t.wait_open(400..1500);
    let time = stamp(t.at + TimeDelta::hours(20));
    t.act(Who::Desk, "apologize", &[("said", "配件缺货，向您致歉"), ("promised_at", &time)]);
    t.wait_open(500..1000);
}

/// Signed for, contacted, there, done.
fn worked(t: &mut Thread<'_>, job: &Job, doer: Who) {
    t.wait(2..25);
    t.act(doer, "sign_order", &[]);
    t.wait(2..25);
    t.act(doer, "contact_resident", &[("said", "已约上门时间")]);
    t.wait(2..35);
    t.act(doer, "depart", &[]);
    t.wait(4..20);
    t.act(doer, "arrive", &[]);
    if matches!(job.job, "equipment" | "lift") {
        t.wait(5..30);
        t.act(doer, "first_check", &[("note", "已断电查看，判断为电气件老化")]);
    }
    t.wait(10..150);
    let fields = [("result", job.result), ("material", job.material), ("charge", job.charge)];
    t.act(doer, "finish_order", &fields);
}

/// A call for help, and what was learnt from it; `second` is the place of the order that is made up afterwards.
pub(super) fn emergency(t: &mut Thread<'_>, person: &Person, second: usize) {
    let alarm = &EMERGENCIES[t.rng.usize(..EMERGENCIES.len())];
    let (matter, first) = (t.pick(alarm.matters), t.case);
    let fields = [
        ("matter", matter),
        ("place", &person.unit),
        ("name", &person.name),
        ("phone", &person.phone),
        ("emergency", alarm.kind),
    ];
    t.act(Who::Desk, "raise_emergency", &fields);
    t.wait(1..3);
    t.act(Who::Desk, "tell_of", &[("who", alarm.told)]);
    t.wait(1..4);
    t.act(Who::Desk, "tell_resident", &[("said", "已派人，正在处理")]);
    t.wait(1..9);
    t.act(Who::Desk, "arrive", &[]);
    t.wait(2..10);
    t.act(Who::Desk, "log_line", &[("note", alarm.line)]);
    t.wait(15..90);
    let wanted = if alarm.job.is_empty() { "" } else { "true" };
    t.act(Who::Desk, "end_emergency", &[("result", alarm.result), ("order_wanted", wanted)]);
    let job = JOBS.iter().find(|job| job.job == alarm.job);
    let technician = job.map(|job| t.pick(technicians(job.department)));
    if let Some(technician) = technician {
        t.wait(10..60);
        let fields = [("job", alarm.job), ("matter", "补单：抢修后检修"), ("technician", technician)];
        t.act_on(On::Both(first, second), Who::Desk, "dispatch_work", &fields);
    }
    t.wait_open(60..1100);
    let minutes = ["六分钟到场", "九分钟到场", "十二分钟到场"];
    let fields = [
        ("response", t.pick(&minutes)),
        ("cooperation", "前台、安保、工程配合顺畅"),
        ("cause", alarm.cause),
        ("changes", alarm.changes),
    ];
    t.act(Who::Supervisor, "review_emergency", &fields);
    if let Some((job, technician)) = job.zip(technician) {
        t.case = second;
        run(t, job, technician, 50);
    }
}
