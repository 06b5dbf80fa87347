//! 重复问题: what one building had again and again in the month (STA-07).
use super::MonthReport;
use super::form::{Cell, Form, say};

/// The problems, the most frequent first.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let columns = vec![
        report.column(say("登记簿", "Register"), 14),
        report.column(say("楼栋", "Building"), 8),
        report.column(say("问题类型", "Kind"), 14),
        report.number_column(say("次数", "Times"), 6),
        report.column(say("多次反映的房号", "Units more than once"), 24),
        report.column(say("编号", "Cases"), 52),
    ];
    let row = |one: crate::stats::Repeat| {
        let side = one.group.problem().map(|by| report.words.side(one.group, by, &one.word, report.telling));
        vec![
            Cell::Text(report.say(one.group.title()).to_owned()),
            Cell::Text(one.building),
            Cell::text(side),
            Cell::Number(i64::from(one.count)),
            Cell::Text(report.words.list(one.units)),
            Cell::Text(one.cases.join(" ")),
        ]
    };
    let title = report.say(say("重复问题", "Repeated problems")).to_owned();
    Form::of("repeats", title, columns, report.month.repeats(report.repeat_from).into_iter().map(row).collect())
}
