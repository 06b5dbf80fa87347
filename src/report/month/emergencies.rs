//! 紧急求援登记表: the emergencies of a month, one a line (EMG-01 to EMG-05).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::EmergencyFact;

const COLUMNS: &[ListColumn<EmergencyFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("时间", "Time", 5, |fact, report| report.clock(Some(fact.received_at))),
    column("地点", "Place", 14, |fact, _| Cell::text(Some(&fact.place))),
    column("求援人", "Caller", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("种类", "Kind", 8, |fact, report| {
        fact.kind.as_deref().map_or(Cell::Nothing, |kind| report.listed("emergency", kind))
    }),
    column("情况", "Matter", 26, |fact, _| Cell::text(Some(&fact.matter))),
    column("告知业主", "Resident told", 16, |fact, report| report.moment(fact.told_at)),
    column("到场时间", "There at", 16, |fact, report| report.moment(fact.arrived_at)),
    column("按时到场", "In time", 8, |fact, report| report.in_time(&fact.arrive)),
    column("结束时间", "Over at", 16, |fact, report| report.moment(fact.over_at)),
    column("处理结果", "Result", 24, |fact, _| Cell::text(fact.result.as_ref())),
    column("原因", "Cause", 18, |fact, _| Cell::text(fact.cause.as_ref())),
    column("改进", "Changes", 18, |fact, _| Cell::text(fact.changes.as_ref())),
    column("受理人", "Taken by", 8, |fact, report| report.staff(Some(&fact.acceptor))),
];

/// The emergencies that count, in the order in which they came.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.emergencies.iter().filter(|fact| fact.counts());
    list(report, ("emergency_table", say("紧急求援登记表", "Emergency register")), COLUMNS, counting)
}
