//! Passes for workers: issued, back in time, out past their time, lost, deposits (LED-04).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::PassFact;
use crate::model::phrase::Phrase;

impl Fact for PassFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

fn counts(fact: &PassFact, _: Time) -> bool {
    fact.counts()
}

pub(super) const TABLE: &[Measure<PassFact>] = &[
    Measure {
        id: "passes.issued",
        rule: "LED-04",
        unit: Unit::Cases,
        name: Phrase { zh: "发放出入证", en: "Passes issued" },
        definition: Phrase {
            zh: "当月发出的临时出入证；作废的不计。",
            en: "Passes that were issued in the month; voided ones do not count.",
        },
        among: counts,
        take: |_, _| 1,
        by: &[By::Building],
    },
    Measure {
        id: "passes.in_time",
        rule: "LED-04",
        unit: Unit::Share,
        name: Phrase { zh: "按时交回率", en: "Back in time" },
        definition: Phrase {
            zh: "在最初的有效期内交回的出入证 ÷ 已交回或已过该有效期的出入证；延期不改变最初的有效期。",
            en: "Passes brought back while first valid ÷ those brought back or past that time; an extension does not move it.",
        },
        among: |fact, as_of| fact.counts() && fact.bringing_back.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.bringing_back.in_time(as_of) == Some(true)),
        by: &[By::Building],
    },
    Measure {
        id: "passes.expired",
        rule: "LED-04",
        unit: Unit::Cases,
        name: Phrase { zh: "过期未交回", en: "Out past their time" },
        definition: Phrase {
            zh: "有效期（含延期）已过、仍未交回的出入证，遗失的另列。",
            en: "Passes that are out although their time is over, extensions counted; lost ones stand apart.",
        },
        among: |fact, as_of| fact.is_expired(as_of),
        take: |_, _| 1,
        by: &[By::Building],
    },
    Measure {
        id: "passes.lost",
        rule: "LED-04",
        unit: Unit::Cases,
        name: Phrase { zh: "遗失", en: "Lost" },
        definition: Phrase {
            zh: "当月发出、遗失后没有找回的出入证。",
            en: "Passes of the month that were lost and not brought back since.",
        },
        among: |fact, _| fact.counts() && fact.is_lost(),
        take: |_, _| 1,
        by: &[],
    },
    Measure {
        id: "passes.deposits",
        rule: "LED-04",
        unit: Unit::Fen,
        name: Phrase { zh: "收取押金", en: "Deposits taken" },
        definition: Phrase {
            zh: "当月发证收取的押金合计。",
            en: "Deposits that were taken for passes of the month, added up.",
        },
        among: counts,
        take: |fact, _| fact.deposit.unwrap_or(0),
        by: &[],
    },
    Measure {
        id: "passes.deposits_back",
        rule: "LED-04",
        unit: Unit::Fen,
        name: Phrase { zh: "退还押金", en: "Deposits paid back" },
        definition: Phrase {
            zh: "当月发证的押金中已退还的合计，不论何时退还。",
            en: "What was paid back of these deposits, whenever that was.",
        },
        among: counts,
        take: |fact, _| fact.deposit_back.unwrap_or(0),
        by: &[],
    },
    Measure {
        id: "passes.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月发出、后来作废的登记；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
