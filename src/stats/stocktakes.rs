//! The stock-taking of the keys (KEY-08, STA-04).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::StocktakeFact;
use crate::model::phrase::Phrase;

impl Fact for StocktakeFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Handler => self.reported_by.as_deref(),
            _ => None,
        }
    }
}

fn counts(fact: &StocktakeFact, _: Time) -> bool {
    fact.counts()
}

pub(super) const TABLE: &[Measure<StocktakeFact>] = &[
    Measure {
        id: "stocktakes.keys",
        rule: "KEY-08",
        unit: Unit::Times,
        name: Phrase { zh: "应盘钥匙", en: "Keys to be counted" },
        definition: Phrase {
            zh: "当月盘点表上的钥匙把数；作废的盘点不计。",
            en: "Keys on the month's stock-taking; a voided one does not count.",
        },
        among: counts,
        take: |fact, _| i64::from(fact.keys),
        by: &[],
    },
    Measure {
        id: "stocktakes.seen",
        rule: "KEY-08",
        unit: Unit::Times,
        name: Phrase { zh: "在库", en: "Seen" },
        definition: Phrase { zh: "盘点时挂在钩上的钥匙。", en: "Keys that were seen on their hook." },
        among: counts,
        take: |fact, _| i64::from(fact.seen),
        by: &[],
    },
    Measure {
        id: "stocktakes.out",
        rule: "KEY-08",
        unit: Unit::Times,
        name: Phrase { zh: "借出", en: "Out" },
        definition: Phrase { zh: "盘点时借出在外的钥匙。", en: "Keys that were out on loan." },
        among: counts,
        take: |fact, _| i64::from(fact.out),
        by: &[],
    },
    Measure {
        id: "stocktakes.missing",
        rule: "KEY-08",
        unit: Unit::Times,
        name: Phrase { zh: "缺失", en: "Missing" },
        definition: Phrase { zh: "盘点时找不到的钥匙。", en: "Keys that were not found." },
        among: counts,
        take: |fact, _| i64::from(fact.missing),
        by: &[],
    },
    Measure {
        id: "stocktakes.differences",
        rule: "KEY-08",
        unit: Unit::Times,
        name: Phrase { zh: "账实不符", en: "Differences" },
        definition: Phrase {
            zh: "盘点所见与登记不符的钥匙。",
            en: "Keys of which something else was found than the record says.",
        },
        among: counts,
        take: |fact, _| i64::from(fact.differences),
        by: &[],
    },
    Measure {
        id: "stocktakes.reported",
        rule: "STA-04",
        unit: Unit::Cases,
        name: Phrase { zh: "已报盘点", en: "Reported" },
        definition: Phrase {
            zh: "已报主管的盘点，按报告人分列。",
            en: "Stock-takings that were reported to the supervisor, by who reported them.",
        },
        among: |fact, _| fact.counts() && fact.reported_at.is_some(),
        take: |_, _| 1,
        by: &[By::Handler],
    },
    Measure {
        id: "stocktakes.in_time",
        rule: "KEY-08",
        unit: Unit::Share,
        name: Phrase { zh: "盘点按时上报", en: "Reported in time" },
        definition: Phrase {
            zh: "30日前报主管的盘点 ÷ 已报或已过30日的盘点。",
            en: "Stock-takings reported by the 30th ÷ those reported or past that day.",
        },
        among: |fact, as_of| fact.counts() && fact.reporting.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.reporting.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "stocktakes.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废盘点", en: "Voided entries" },
        definition: Phrase {
            zh: "当月作废的盘点；不计入其它各项。",
            en: "Stock-takings of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
