//! 临时出入证登记表: the workers' passes of a month, one a line (LED-04).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::PassFact;

const COLUMNS: &[ListColumn<PassFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("证号", "Pass", 10, |fact, _| Cell::text(Some(&fact.pass_number))),
    column("持证人", "Worker", 8, |fact, report| report.resident(fact.name.as_deref())),
    column("单位", "Company", 18, |fact, _| Cell::text(fact.company.as_ref())),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("事由", "What for", 24, |fact, _| Cell::text(Some(&fact.matter))),
    column("有效期至", "Valid until", 16, |fact, report| report.moment(Some(fact.valid_until))),
    column("延期至", "Extended to", 16, |fact, report| report.moment(fact.extended_to)),
    column("交还时间", "Back at", 16, |fact, report| report.moment(fact.returned_at)),
    column("过期未还", "Expired", 8, |fact, report| report.flag(Some(fact.is_expired(report.month.as_of)))),
    column("押金", "Deposit", 9, |fact, _| fact.deposit.map_or(Cell::Nothing, Cell::Money)),
    column("退还押金", "Paid back", 9, |fact, _| fact.deposit_back.map_or(Cell::Nothing, Cell::Money)),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The passes that count, in the order in which they were issued.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.passes.iter().filter(|fact| fact.counts());
    list(report, ("pass_table", say("临时出入证登记表", "Pass register")), COLUMNS, counting)
}
