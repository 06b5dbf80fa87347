//! 派工单: the paper sheet in three parts, as text that any line printer takes (DSP-11). Must not know how it is printed.
use super::paper::Paper;
use crate::locales::Words;
use crate::model::case::Case;
use crate::model::clock::{Milestone, Time};
use crate::model::text::{clean_line, clean_text};
use crate::model::when::show_time;
use crate::model::work_order::{Copy, WorkOrder};
use chrono::FixedOffset;
use strum::VariantArray;

/// What stands on the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'a> {
    /// Name of the estate.
    pub estate: &'a str,
    /// Columns of a line, 60 to 132.
    pub width: u16,
    /// The case.
    pub case: &'a Case,
    /// Its own part.
    pub order: &'a WorkOrder,
    /// What the settings call the kind of job.
    pub job: &'a str,
    /// Name of who took it in.
    pub acceptor: &'a str,
    /// Name of the technician.
    pub technician: Option<&'a str>,
    /// Local time of the estate.
    pub zone: FixedOffset,
    /// Now: times of this year are written without it.
    pub now: Time,
}

/// Lines of what is wrong: all of it on the narrowest sheet, since the technician has nothing but the paper.
const MATTER: usize = 9;
/// Lines of the story that are printed at most; the rest is on the screen.
const DETAIL: usize = 4;
/// Lines to write on by hand, or of what was written.
const RESULT: usize = 3;

/// The sheet: stub, department's copy, resident's copy, each cut off from the next. Every line has the same width. Known
/// times stand there; for the others there is room to write.
pub fn sheet(words: &Words, slip: &Slip<'_>) -> String {
    let mut paper = Paper::new(usize::from(slip.width));
    for (at, copy) in Copy::VARIANTS.iter().enumerate() {
        if at > 0 {
            paper.cut(words.paper.cut);
        }
        part(&mut paper, words, slip, *copy);
    }
    paper.text()
}

fn part(paper: &mut Paper, words: &Words, slip: &Slip<'_>, copy: Copy) {
    let (case, order, own) = (slip.case, slip.order, &words.paper);
    paper.ends(
        &clean_line(&format!("{} {}", slip.estate, own.title)),
        &format!("{}  {}", words.copy(copy), clean_line(&case.number)),
    );
    paper.rule();
    paper.cells(&asked(words, slip));
    paper.text_block(words.field("matter"), Some(&clean_line(&case.matter)), MATTER);
    if let Some(detail) = &case.detail {
        paper.text_block(words.field("detail"), Some(&clean_text(detail)), DETAIL);
    }
    let time = |at: Option<Time>| at.map(|at| show_time(at, slip.zone, slip.now));
    let signed_by = order.signed_by.as_deref().map(clean_line);
    let signed = [(words.field("signed_by"), signed_by), (words.milestone(Milestone::Receive), time(order.signed_at))];
    if copy == Copy::Stub {
        return paper.cells(&signed);
    }
    let done = [
        (words.milestone(Milestone::Contact), time(order.contacted_at)),
        (words.milestone(Milestone::Depart), time(order.departed_at)),
        (words.milestone(Milestone::Arrive), time(order.arrived_at)),
        (own.done, time(order.finished_at)),
    ];
    paper.cells(&[&signed[..], &done[..]].concat());
    paper.text_block(words.field("result"), order.result.as_deref().map(clean_text).as_deref(), RESULT);
    let clean = |text: &Option<String>| text.as_deref().map(clean_line);
    paper.cells(&[
        (words.field("material"), clean(&order.material)),
        (words.field("charge"), clean(&order.charge)),
        (own.technician_signs, None),
        (own.resident_signs, None),
        (own.satisfied, Some(own.boxes.to_owned())),
    ]);
}

/// What was asked for, by whom and of whom (DSP-01).
fn asked<'a>(words: &'a Words, slip: &Slip<'_>) -> Vec<(&'a str, Option<String>)> {
    let (case, order) = (slip.case, slip.order);
    let clean = |text: &Option<String>| text.as_deref().map(clean_line);
    let time = |at: Time| show_time(at, slip.zone, slip.now);
    vec![
        (words.field("unit"), clean(&case.unit)),
        (words.field("name"), clean(&case.name)),
        (words.field("phone"), clean(&case.phone)),
        (words.field("job"), Some(clean_line(slip.job))),
        (words.field("urgency"), Some(words.urgency(order.urgency).to_owned())),
        (words.field("channel"), Some(words.channel(case.channel).to_owned())),
        (words.field("received_at"), Some(time(case.received_at))),
        (words.paper.taken_by, Some(clean_line(slip.acceptor))),
        (words.field("arrive_by"), order.arrive_by.map(time)),
        (words.field("department"), case.department.map(|one| words.department(one).to_owned())),
        (words.field("technician"), slip.technician.map(clean_line)),
        (words.milestone(Milestone::Send), order.sent_at.map(time)),
    ]
}
