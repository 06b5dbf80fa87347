//! 投诉统计表: the complaints of a month, one a line (STA-01).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list};
use crate::model::fact::ComplaintFact;
use crate::stats::Group;

const COLUMNS: &[ListColumn<ComplaintFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("时间", "Time", 5, |fact, report| report.clock(Some(fact.received_at))),
    column("投诉人", "Complainant", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("投诉类别", "Category", 10, |fact, report| report.listed("category", &fact.category)),
    column("投诉事由", "Matter", 24, |fact, _| Cell::text(Some(&fact.matter))),
    column("投诉处理人", "Handler", 10, |fact, report| report.staff(fact.handler.as_deref())),
    column("处理方式", "Handling", 24, |fact, _| Cell::text(fact.measures.as_ref())),
    column("处理结果", "Result", 24, |fact, _| Cell::text(fact.result.as_ref())),
    column("满意程度", "Satisfied", 8, |fact, report| report.outcome(fact.satisfied)),
    column("判定", "Verdict", 8, |fact, report| report.word(report.words.validity(fact.validity))),
    column("按时处理", "In time", 8, |fact, report| report.in_time(&fact.solve)),
    column("投诉受理人", "Taken by", 10, |fact, report| report.staff(Some(&fact.acceptor))),
];

/// The complaints that count, in the order in which they came.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.complaints.iter().filter(|fact| fact.counts());
    list(report, ("complaint_table", Group::Complaints.title()), COLUMNS, counting)
}
