//! The round of calls to the households (CBK-10).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::HouseholdFact;
use crate::model::phrase::Phrase;

impl Fact for HouseholdFact {
    fn id(&self) -> i64 {
        0
    }

    fn number(&self) -> &str {
        &self.unit
    }

    fn side(&self, _: By, _: Time) -> Option<&str> {
        None
    }
}

pub(super) const TABLE: &[Measure<HouseholdFact>] = &[
    Measure {
        id: "households.reached",
        rule: "CBK-10",
        unit: Unit::Share,
        name: Phrase { zh: "每月电话覆盖率", en: "Households reached" },
        definition: Phrase {
            zh: "当月打通过电话的住户 ÷ 住户档案里现有人住的房号。",
            en: "Households that were reached by phone in the month ÷ units in which somebody lives, as the book of residents stands.",
        },
        among: |_, _| true,
        take: |fact, _| i64::from(fact.reached),
        by: &[],
    },
    Measure {
        id: "households.satisfied",
        rule: "CBK-10",
        unit: Unit::Share,
        name: Phrase { zh: "每月电话满意率", en: "Satisfied households" },
        definition: Phrase {
            zh: "电话里表示满意的住户 ÷ 当月打通过电话的住户。",
            en: "Households that were satisfied when they were rung up ÷ households reached in the month.",
        },
        among: |fact, _| fact.satisfied.is_some(),
        take: |fact, _| i64::from(fact.satisfied == Some(true)),
        by: &[],
    },
];
