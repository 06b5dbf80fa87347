//! 回访登记表: the callbacks of a month, one a line (STA-05); the round of calls stands in its figures.
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::CallbackFact;

const COLUMNS: &[ListColumn<CallbackFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("回访内容", "About", 12, |fact, report| report.word(report.words.callback_kind(fact.kind))),
    column("业主", "Resident", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("事由", "Matter", 24, |fact, _| Cell::text(Some(&fact.matter))),
    column("部门", "Department", 8, |fact, report| report.department(fact.department)),
    column("方式", "Form", 8, |fact, report| report.word(report.words.callback_form(fact.form))),
    column("次数", "Tries", 6, |fact, _| Cell::Number(fact.attempts.into())),
    column("回访时间", "Asked at", 16, |fact, report| report.moment(fact.asked_at)),
    column("回访人", "Asked by", 8, |fact, report| report.staff(fact.asked_by.as_deref())),
    column("满意程度", "Satisfied", 8, |fact, report| report.outcome(fact.satisfied)),
    column("业主意见", "What was said", 24, |fact, _| Cell::text(fact.said.as_ref())),
    column("质量", "Quality", 8, |fact, report| Cell::text(fact.quality.map(|grade| report.words.grade(grade)))),
    column("效果", "Effect", 8, |fact, report| Cell::text(fact.effect.map(|grade| report.words.grade(grade)))),
    column("按时回访", "In time", 8, |fact, report| report.in_time(&fact.asking)),
    column("主管意见", "Opinion", 16, |fact, _| Cell::text(fact.opinion.as_ref())),
    column("经理决定", "Decision", 16, |fact, _| Cell::text(fact.decision.as_ref())),
];

/// The callbacks that count, in the order in which they came to be owed.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.callbacks.iter().filter(|fact| fact.counts() && !fact.is_round());
    list(report, ("callback_table", say("回访登记表", "Callback register")), COLUMNS, counting)
}
