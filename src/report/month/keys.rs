//! 钥匙借用登记: the loans of a month and the keys handed over in it, one a line (KEY-03 to KEY-10).
use super::MonthReport;
use super::form::{Cell, Form, ListColumn, column, list, say};
use crate::model::clock::Time;
use crate::model::fact::{KeyFact, KeyWent};

const COLUMNS: &[ListColumn<KeyFact>] = &[
    column("编号", "Number", 16, |fact, _| Cell::text(Some(&fact.number))),
    column("钥匙号", "Key", 10, |fact, _| Cell::text(Some(&fact.key_number))),
    column("标识", "Label", 16, |fact, _| Cell::text(Some(&fact.label))),
    column("种类", "Kind", 10, |fact, report| report.word(report.words.key_kind(fact.kind))),
    column("房号", "Unit", 9, |fact, _| Cell::text(fact.unit.as_ref())),
    column("借用人", "Who has it", 8, |fact, report| report.resident(holder(&fact.went))),
    column("身份", "As", 8, |fact, report| {
        Cell::text(fact.loan().and_then(|one| one.borrower).map(|who| report.words.borrower(who)))
    }),
    column("用途", "Purpose", 22, |fact, _| Cell::text(fact.loan().and_then(|one| one.purpose.as_ref()))),
    column("借出时间", "Since", 16, |fact, report| report.moment(Some(since(&fact.went)))),
    column("应还时间", "Due back", 16, |fact, report| report.moment(fact.loan().and_then(|one| one.back_by))),
    column("归还时间", "Back at", 16, |fact, report| report.moment(fact.loan().and_then(|one| one.returned_at))),
    column("按时归还", "In time", 8, |fact, report| {
        report.flag(fact.loan().and_then(|one| one.in_time(report.month.as_of)))
    }),
    column("押金", "Deposit", 9, |fact, _| fact.loan().map_or(Cell::Nothing, |one| Cell::Money(one.deposit))),
    column("退还押金", "Paid back", 9, |fact, _| {
        fact.loan().map_or(Cell::Nothing, |one| Cell::Money(one.deposit_back))
    }),
    column("状态", "State", 8, |fact, report| report.word(report.words.state(fact.state))),
];

/// The loans that count, and the keys that went to their residents.
pub(super) fn table<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let counting = report.month.facts.keys.iter().filter(|fact| fact.counts());
    list(report, ("key_loans", say("钥匙借用登记", "Keys lent")), COLUMNS, counting)
}

fn holder(went: &KeyWent) -> Option<&str> {
    match went {
        KeyWent::Lent(loan) => loan.holder.as_deref(),
        KeyWent::HandedOver { to, .. } => Some(to),
    }
}

fn since(went: &KeyWent) -> Time {
    match went {
        KeyWent::Lent(loan) => loan.lent_at,
        KeyWent::HandedOver { at, .. } => *at,
    }
}
