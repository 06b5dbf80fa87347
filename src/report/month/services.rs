//! 特约服务登记表: the special services of a month, one a line (STA-04, LED-07).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::ServiceFact;

const COLUMNS: &[ListColumn<ServiceFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("业主", "Resident", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("服务内容", "Service", 26, |fact, _| Cell::text(Some(&fact.matter))),
    column("部门", "Department", 8, |fact, report| report.department(fact.department)),
    column("开始", "From", 16, |fact, report| report.moment(fact.starts_at)),
    column("结束", "Until", 16, |fact, report| report.moment(fact.ends_at)),
    column("处理情况", "Handling", 22, |fact, _| Cell::text(fact.handling.as_ref())),
    column("质量跟踪", "Quality", 20, |fact, _| Cell::text(fact.quality.as_ref())),
    column("结果", "Result", 20, |fact, _| Cell::text(fact.result.as_ref())),
    column("完成时间", "Done at", 16, |fact, report| report.moment(fact.finished_at)),
    column("按时完成", "In time", 8, |fact, report| report.in_time(&fact.finish)),
    column("满意程度", "Satisfied", 8, |fact, report| report.outcome(fact.satisfied)),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
    column("受理人", "Taken by", 8, |fact, report| report.staff(Some(&fact.acceptor))),
];

/// The services that count, in the order in which they were asked for.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.services.iter().filter(|fact| fact.counts());
    list(report, ("service_table", say("特约服务登记表", "Special service register")), COLUMNS, counting)
}
