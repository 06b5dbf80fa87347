//! 催缴登记表: the fees of which households were reminded in a month, one a line (LED-06).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::ReminderFact;

const COLUMNS: &[ListColumn<ReminderFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("业主", "Resident", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("费用", "Fee", 10, |fact, report| report.listed("fee", &fact.fee)),
    column("内容", "About", 28, |fact, _| Cell::text(Some(&fact.matter))),
    column("本月催缴", "Reminded", 8, |fact, _| Cell::Number(fact.reminded.into())),
    column("承诺缴费", "Promised for", 16, |fact, report| report.moment(fact.promised_at)),
    column("改期至", "Moved to", 16, |fact, report| report.moment(fact.moved_to)),
    column("失约", "Broken", 8, |fact, _| Cell::Number(fact.broken.into())),
    column("缴费时间", "Paid at", 16, |fact, report| report.moment(fact.paid_at)),
    column("备注", "Remark", 24, |fact, _| Cell::text(fact.result.as_ref())),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The fees that count.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.reminders.iter().filter(|fact| fact.counts());
    list(report, ("reminder_table", say("催缴登记表", "Fee reminder register")), COLUMNS, counting)
}
