//! 接待登记表: the receptions of a month, one a line (REC-01 to REC-09).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::ReceptionFact;

const COLUMNS: &[ListColumn<ReceptionFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("时间", "Time", 5, |fact, report| report.clock(Some(fact.received_at))),
    column("来访人", "Who", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("渠道", "Channel", 8, |fact, report| report.word(report.words.channel(fact.channel))),
    column("类型", "Kind", 8, |fact, report| report.word(report.words.matter_kind(fact.kind))),
    column("事由", "Matter", 30, |fact, _| Cell::text(Some(&fact.matter))),
    column("去向", "Course", 10, |fact, report| report.word(report.words.course(fact.course))),
    column("部门", "Department", 8, |fact, report| report.department(fact.department)),
    column("处理情况", "Handling", 24, |fact, _| Cell::text(fact.handling.as_ref())),
    column("处理结果", "Result", 24, |fact, _| Cell::text(fact.result.as_ref())),
    column("按时办结", "In time", 8, |fact, report| report.in_time(&fact.finish)),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
    column("受理人", "Taken by", 8, |fact, report| report.staff(Some(&fact.acceptor))),
];

/// The receptions that count, in the order in which they came.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.receptions.iter().filter(|fact| fact.counts());
    list(report, ("reception_table", say("接待登记表", "Reception register")), COLUMNS, counting)
}
