//! 派工单登记表: the work orders of a month, one a line (STA-03).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::OrderFact;

const COLUMNS: &[ListColumn<OrderFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("时间", "Time", 5, |fact, report| report.clock(Some(fact.received_at))),
    column("报事人", "Caller", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("工种", "Job", 8, |fact, report| report.listed("job", &fact.job)),
    column("报事内容", "Matter", 26, |fact, _| Cell::text(Some(&fact.matter))),
    column("部门", "Department", 8, |fact, report| report.department(fact.department)),
    column("维修人员", "Technician", 8, |fact, report| report.staff(fact.technician.as_deref())),
    column("到场时间", "There at", 16, |fact, report| report.moment(fact.arrived_at)),
    column("按时到场", "There in time", 8, |fact, report| report.in_time(&fact.arrive)),
    column("完成时间", "Done at", 16, |fact, report| report.moment(fact.done_at())),
    column("按时完成", "Done in time", 8, |fact, report| report.in_time(&fact.finish)),
    column("处理结果", "Result", 24, |fact, _| Cell::text(fact.result.as_ref())),
    column("收费", "Charge", 8, |fact, _| Cell::text(fact.charge.as_ref())),
    column("满意程度", "Satisfied", 8, |fact, report| report.outcome(fact.satisfied)),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The work orders that count, in the order in which they came.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.orders.iter().filter(|fact| fact.counts());
    list(report, ("order_table", say("派工单登记表", "Work order register")), COLUMNS, counting)
}
