//! Keys: loans of the month, those that came back late or not at all, deposits, keys handed over (KEY-03 to KEY-10).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::{KeyFact, Loan};
use crate::model::phrase::Phrase;

impl Fact for KeyFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Kind => Some(self.kind.into()),
            By::Borrower => self.loan()?.borrower.map(Into::into),
            By::Department => self.loan()?.department.map(Into::into),
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

/// The loan, where it counts.
fn loan(fact: &KeyFact) -> Option<&Loan> {
    fact.loan().filter(|_| fact.counts())
}

fn is_loan(fact: &KeyFact, _: Time) -> bool {
    loan(fact).is_some()
}

fn in_time(fact: &KeyFact, as_of: Time) -> Option<bool> {
    loan(fact)?.in_time(as_of)
}

pub(super) const TABLE: &[Measure<KeyFact>] = &[
    Measure {
        id: "keys.loans",
        rule: "KEY-03",
        unit: Unit::Cases,
        name: Phrase { zh: "钥匙借出", en: "Keys lent" },
        definition: Phrase {
            zh: "当月借出的次数，一次借出算一笔，以后再借另算；作废的钥匙不计。",
            en: "Loans that began in the month, each for itself; those of voided keys do not count.",
        },
        among: is_loan,
        take: |_, _| 1,
        by: &[By::Kind, By::Borrower, By::Department, By::Building],
    },
    Measure {
        id: "keys.in_time",
        rule: "KEY-06",
        unit: Unit::Share,
        name: Phrase { zh: "按时归还率", en: "Back in time" },
        definition: Phrase {
            zh: "在最初约定的时间前归还的借用 ÷ 已归还或已过该时间的借用；延期不改变最初的约定。",
            en: "Loans returned by the time agreed on first ÷ those returned or past that time; an extension does not move it.",
        },
        among: |fact, as_of| is_loan(fact, as_of) && in_time(fact, as_of).is_some(),
        take: |fact, as_of| i64::from(in_time(fact, as_of) == Some(true)),
        by: &[By::Kind, By::Borrower],
    },
    Measure {
        id: "keys.lost",
        rule: "KEY-06",
        unit: Unit::Cases,
        name: Phrase { zh: "借出遗失", en: "Lost on loan" },
        definition: Phrase {
            zh: "当月借出后遗失、至今没有找到的钥匙。",
            en: "Keys lent in the month, lost on that loan and not found since.",
        },
        among: |fact, _| loan(fact).is_some_and(Loan::is_lost),
        take: |_, _| 1,
        by: &[By::Kind, By::Borrower],
    },
    Measure {
        id: "keys.extended",
        rule: "KEY-10",
        unit: Unit::Cases,
        name: Phrase { zh: "延期", en: "Extended" },
        definition: Phrase { zh: "延过期的借用。", en: "Loans that were extended." },
        among: |fact, _| loan(fact).is_some_and(|loan| loan.extended_to.is_some()),
        take: |_, _| 1,
        by: &[By::Borrower],
    },
    Measure {
        id: "keys.chased",
        rule: "KEY-10",
        unit: Unit::Times,
        name: Phrase { zh: "催还次数", en: "Times chased" },
        definition: Phrase {
            zh: "当月借出的钥匙被催还的总次数。",
            en: "How often loans of the month were chased, added up.",
        },
        among: is_loan,
        take: |fact, _| loan(fact).map_or(0, |loan| loan.chased.into()),
        by: &[By::Borrower],
    },
    Measure {
        id: "keys.deposits",
        rule: "KEY-04",
        unit: Unit::Fen,
        name: Phrase { zh: "收取押金", en: "Deposits taken" },
        definition: Phrase {
            zh: "当月借出时收取的押金合计。",
            en: "Deposits that were taken for loans of the month, added up.",
        },
        among: is_loan,
        take: |fact, _| loan(fact).map_or(0, |loan| loan.deposit),
        by: &[By::Borrower],
    },
    Measure {
        id: "keys.deposits_back",
        rule: "KEY-06",
        unit: Unit::Fen,
        name: Phrase { zh: "退还押金", en: "Deposits paid back" },
        definition: Phrase {
            zh: "当月借出的押金中已退还的合计，不论何时退还。",
            en: "What was paid back of these deposits, whenever that was.",
        },
        among: is_loan,
        take: |fact, _| loan(fact).map_or(0, |loan| loan.deposit_back),
        by: &[By::Borrower],
    },
    Measure {
        id: "keys.handed_over",
        rule: "KEY-07",
        unit: Unit::Cases,
        name: Phrase { zh: "入住移交", en: "Handed over at move-in" },
        definition: Phrase {
            zh: "当月移交住户、至今仍在住户手里的钥匙。",
            en: "Keys that were handed over to their resident in the month and are with him still.",
        },
        among: |fact, _| fact.counts() && fact.loan().is_none(),
        take: |_, _| 1,
        by: &[By::Kind, By::Building],
    },
    Measure {
        id: "keys.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废钥匙的借用", en: "Loans of voided keys" },
        definition: Phrase {
            zh: "当月借出、其钥匙后来作废的借用；不计入其它各项。",
            en: "Loans of the month whose key was voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
