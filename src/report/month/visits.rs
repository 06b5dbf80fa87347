//! 上门拜访登记表: the visits of a month, one a line (LED-13).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::VisitFact;

const COLUMNS: &[ListColumn<VisitFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("业主", "Resident", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("事由", "Purpose", 30, |fact, _| Cell::text(Some(&fact.matter))),
    column("拜访人", "Who goes", 8, |fact, report| report.staff(fact.handler.as_deref())),
    column("约定时间", "Agreed for", 16, |fact, report| report.moment(fact.appointment_at)),
    column("拜访时间", "Visited at", 16, |fact, report| report.moment(fact.visited_at)),
    column("业主意见", "What was said", 26, |fact, _| Cell::text(fact.said.as_ref())),
    column("结果", "Result", 26, |fact, _| Cell::text(fact.result.as_ref())),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The visits that count.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.visits.iter().filter(|fact| fact.counts());
    list(report, ("visit_table", say("上门拜访登记表", "Visit register")), COLUMNS, counting)
}
