//! 投诉统计表: the complaints of a month, one a line (STA-01).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, list, say};
use crate::model::complaint::Outcome;
use crate::model::fact::ComplaintFact;
use crate::stats::Group;

const COLUMNS: &[ListColumn<ComplaintFact>] = &[
    ListColumn { title: say("编号", "Number"), width: 16, cell: |fact, _| Cell::text(Some(&fact.number)) },
    ListColumn { title: say("日期", "Date"), width: 10, cell: |fact, report| report.day(Some(fact.received_at)) },
    ListColumn { title: say("时间", "Time"), width: 5, cell: |fact, report| report.clock(Some(fact.received_at)) },
    ListColumn {
        title: say("投诉人", "Complainant"),
        width: 8,
        cell: |fact, report| report.resident(fact.name.as_deref()),
    },
    ListColumn { title: say("房号", "Unit"), width: 9, cell: |fact, _| Cell::text(fact.unit.as_ref()) },
    ListColumn {
        title: say("投诉类别", "Category"),
        width: 10,
        cell: |fact, report| report.listed("category", &fact.category),
    },
    ListColumn { title: say("投诉事由", "Matter"), width: 24, cell: |fact, _| Cell::text(Some(&fact.matter)) },
    ListColumn {
        title: say("投诉处理人", "Handler"),
        width: 10,
        cell: |fact, report| report.staff(fact.handler.as_deref()),
    },
    ListColumn {
        title: say("处理方式", "Handling"), width: 24, cell: |fact, _| Cell::text(fact.measures.as_ref())
    },
    ListColumn { title: say("处理结果", "Result"), width: 24, cell: |fact, _| Cell::text(fact.result.as_ref()) },
    ListColumn {
        title: say("满意程度", "Satisfied"),
        width: 8,
        cell: |fact, report| {
            let outcome = |satisfied| if satisfied { Outcome::Satisfied } else { Outcome::Unsatisfied };
            Cell::text(fact.satisfied.map(|satisfied| report.words.outcome(outcome(satisfied))))
        },
    },
    ListColumn {
        title: say("判定", "Verdict"),
        width: 8,
        cell: |fact, report| Cell::text(Some(report.words.validity(fact.validity))),
    },
    ListColumn {
        title: say("按时处理", "In time"),
        width: 8,
        cell: |fact, report| report.flag(fact.solve.in_time(report.month.as_of)),
    },
    ListColumn {
        title: say("投诉受理人", "Taken by"),
        width: 10,
        cell: |fact, report| report.staff(Some(&fact.acceptor)),
    },
];

/// The complaints that count, in the order in which they came.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.complaints.iter().filter(|fact| fact.counts());
    list(report, ("complaint_table", Group::Complaints.title()), COLUMNS, counting)
}
