//! 未收回派工单: the paper sheets that are not back, also those of earlier months (DSP-10).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list};
use crate::model::fact::SheetFact;
use crate::stats::Group;

const COLUMNS: &[ListColumn<SheetFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("日期", "Date", 10, |fact, report| report.day(Some(fact.received_at))),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("报事内容", "Matter", 36, |fact, _| Cell::text(Some(&fact.matter))),
    column("部门", "Department", 8, |fact, report| report.department(fact.department)),
    column("维修人员", "Technician", 8, |fact, report| report.staff(fact.technician.as_deref())),
    column("完成时间", "Done at", 16, |fact, report| report.moment(fact.finished_at)),
    column("单联在", "Sheet is with", 10, |fact, report| report.word(report.words.copy_at(fact.place))),
    column("往月", "Earlier", 8, |fact, report| report.flag(Some(fact.earlier))),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The sheets that are out at the end of the month.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    list(report, ("sheets_out", Group::Sheets.title()), COLUMNS, report.month.facts.sheets.iter())
}
