//! 钥匙清理统计: the stock-takings of a month (STA-04, KEY-08).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::fact::StocktakeFact;

const COLUMNS: &[ListColumn<StocktakeFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("应有", "Keys", 8, |fact, _| Cell::Number(fact.keys.into())),
    column("在柜", "On hooks", 8, |fact, _| Cell::Number(fact.seen.into())),
    column("借出", "Out", 8, |fact, _| Cell::Number(fact.out.into())),
    column("缺失", "Missing", 8, |fact, _| Cell::Number(fact.missing.into())),
    column("账物不符", "Differ", 8, |fact, _| Cell::Number(fact.differences.into())),
    column("情况说明", "Report", 40, |fact, _| Cell::text(fact.report.as_ref())),
    column("上报人", "Reported by", 10, |fact, report| report.staff(fact.reported_by.as_deref())),
    column("上报时间", "Reported at", 16, |fact, report| report.moment(fact.reported_at)),
    column("按时上报", "In time", 8, |fact, report| report.in_time(&fact.reporting)),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The stock-takings that count.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.stocktakes.iter().filter(|fact| fact.counts());
    list(report, ("stocktake_table", say("钥匙清理统计（盘点）", "Stock-takings of the keys")), COLUMNS, counting)
}
