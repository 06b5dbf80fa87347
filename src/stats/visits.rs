//! Visits to residents (LED-13).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::VisitFact;
use crate::model::phrase::Phrase;

impl Fact for VisitFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Handler => self.handler.as_deref(),
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

fn counts(fact: &VisitFact, _: Time) -> bool {
    fact.counts()
}

pub(super) const TABLE: &[Measure<VisitFact>] = &[
    Measure {
        id: "visits.planned",
        rule: "LED-13",
        unit: Unit::Cases,
        name: Phrase { zh: "上门拜访", en: "Visits planned" },
        definition: Phrase {
            zh: "当月要求或安排的上门拜访；作废的不计。",
            en: "Visits that were asked for in the month; voided ones do not count.",
        },
        among: counts,
        take: |_, _| 1,
        by: &[By::Handler, By::Building],
    },
    Measure {
        id: "visits.done",
        rule: "LED-13",
        unit: Unit::Share,
        name: Phrase { zh: "拜访完成率", en: "Visits done" },
        definition: Phrase {
            zh: "已上门的拜访 ÷ 当月要求或安排的拜访。",
            en: "Visits that took place ÷ visits that were asked for in the month.",
        },
        among: counts,
        take: |fact, _| i64::from(fact.visited_at.is_some()),
        by: &[By::Handler],
    },
    Measure {
        id: "visits.in_time",
        rule: "LED-13",
        unit: Unit::Share,
        name: Phrase { zh: "拜访及时率", en: "Visits in time" },
        definition: Phrase {
            zh: "在约定时间前上门的拜访 ÷ 已上门或已过约定时间的拜访；没有约定时间的按规定期限。",
            en: "Visits made by the agreed time ÷ those made or past it; where none was agreed, by the limit of the rule.",
        },
        among: |fact, as_of| fact.counts() && fact.going.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.going.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "visits.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月登记、后来作废的拜访；不计入其它各项。",
            en: "Visits of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
