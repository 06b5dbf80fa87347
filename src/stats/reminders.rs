//! Fee reminders: households reminded, promises, what was paid; never a sum (LED-06).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::ReminderFact;
use crate::model::phrase::Phrase;

impl Fact for ReminderFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Kind => Some(&self.fee),
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

/// Entered in the month.
fn is_begun(fact: &ReminderFact, _: Time) -> bool {
    fact.counts() && fact.begun
}

pub(super) const TABLE: &[Measure<ReminderFact>] = &[
    Measure {
        id: "reminders.reminded",
        rule: "LED-06",
        unit: Unit::Cases,
        name: Phrase { zh: "催过的户项", en: "Households reminded" },
        definition: Phrase {
            zh: "当月催过的欠费，一户一项费用算一件；作废的不计。",
            en: "Fees of which a household was reminded in the month, each fee of a household once; voided ones do not count.",
        },
        among: |fact, _| fact.counts() && fact.reminded > 0,
        take: |_, _| 1,
        by: &[By::Kind, By::Building],
    },
    Measure {
        id: "reminders.times",
        rule: "LED-06",
        unit: Unit::Times,
        name: Phrase { zh: "催缴次数", en: "Times reminded" },
        definition: Phrase {
            zh: "当月催缴的总次数，不论欠费何时登记。",
            en: "How often households were reminded in the month, whenever the fee was entered.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.reminded),
        by: &[By::Kind],
    },
    Measure {
        id: "reminders.begun",
        rule: "LED-06",
        unit: Unit::Cases,
        name: Phrase { zh: "新登记欠费", en: "Fees entered" },
        definition: Phrase {
            zh: "当月登记的欠费，一户一项费用算一件。",
            en: "Fees of households that were entered in the month, each fee of a household once.",
        },
        among: is_begun,
        take: |_, _| 1,
        by: &[By::Kind, By::Building],
    },
    Measure {
        id: "reminders.promised",
        rule: "LED-06",
        unit: Unit::Cases,
        name: Phrase { zh: "答应缴费", en: "Promised" },
        definition: Phrase {
            zh: "当月登记的欠费中，住户答应过缴费的。",
            en: "Fees entered in the month of which the household promised payment.",
        },
        among: |fact, as_of| is_begun(fact, as_of) && (fact.promised_at.is_some() || fact.broken > 0),
        take: |_, _| 1,
        by: &[By::Kind],
    },
    Measure {
        id: "reminders.kept",
        rule: "LED-06",
        unit: Unit::Share,
        name: Phrase { zh: "守约率", en: "Promises kept" },
        definition: Phrase {
            zh: "当月登记的欠费中，在最初答应的时间前缴清的 ÷ 答应过且已有结果的；失约一次就算失约。",
            en: "Fees entered in the month that were paid by the time promised first ÷ those promised of which the outcome is known; broken once is broken.",
        },
        among: |fact, as_of| is_begun(fact, as_of) && fact.kept(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.kept(as_of) == Some(true)),
        by: &[By::Kind],
    },
    Measure {
        id: "reminders.broken",
        rule: "LED-06",
        unit: Unit::Times,
        name: Phrase { zh: "失约次数", en: "Promises broken" },
        definition: Phrase {
            zh: "当月登记的欠费中，到了答应的时间还没有缴的次数；改过时间的按改后的算。",
            en: "How often a promise on a fee entered in the month went by unpaid; of one that was moved the later time counts.",
        },
        among: is_begun,
        take: |fact, as_of| i64::from(fact.times_broken(as_of)),
        by: &[By::Kind],
    },
    Measure {
        id: "reminders.paid",
        rule: "LED-06",
        unit: Unit::Share,
        name: Phrase { zh: "缴清率", en: "Paid" },
        definition: Phrase {
            zh: "当月登记的欠费中已缴清的 ÷ 当月登记的欠费。",
            en: "Fees entered in the month that are paid ÷ fees entered in the month.",
        },
        among: is_begun,
        take: |fact, _| i64::from(fact.paid_at.is_some()),
        by: &[By::Kind, By::Building],
    },
    Measure {
        id: "reminders.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月登记、后来作废的欠费；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| fact.begun && !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
