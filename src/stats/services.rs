//! Special services: what was asked for, in time, followed up, and what the resident said (STA-04, LED-07).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::fact::ServiceFact;
use crate::model::phrase::Phrase;

impl Fact for ServiceFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Department => self.department.map(Into::into),
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

fn counts(fact: &ServiceFact, _: Time) -> bool {
    fact.counts()
}

pub(super) const TABLE: &[Measure<ServiceFact>] = &[
    Measure {
        id: "services.requested",
        rule: "LED-07",
        unit: Unit::Cases,
        name: Phrase { zh: "特约服务", en: "Special services" },
        definition: Phrase {
            zh: "当月要求的特约服务件数；作废的不计。",
            en: "Special services that were asked for in the month; voided ones do not count.",
        },
        among: counts,
        take: |_, _| 1,
        by: &[By::Department, By::Building],
    },
    Measure {
        id: "services.in_time",
        rule: "STA-04",
        unit: Unit::Share,
        name: Phrase { zh: "特约服务及时率", en: "Finished in time" },
        definition: Phrase {
            zh: "在约定时间内完成的特约服务 ÷ 已完成或已超时的特约服务；任何一次超时都算超时。",
            en: "Services finished within their time ÷ those finished or past it; late once is late.",
        },
        among: |fact, as_of| fact.counts() && fact.finish.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.finish.in_time(as_of) == Some(true)),
        by: &[By::Department],
    },
    Measure {
        id: "services.followed_up",
        rule: "LED-07",
        unit: Unit::Share,
        name: Phrase { zh: "质量跟踪率", en: "Quality followed up" },
        definition: Phrase {
            zh: "至少跟踪过一次质量的特约服务 ÷ 当月要求的特约服务。",
            en: "Services whose quality was followed up at least once ÷ services of the month.",
        },
        among: counts,
        take: |fact, _| i64::from(fact.followed_up > 0),
        by: &[By::Department],
    },
    Measure {
        id: "services.satisfied",
        rule: "STA-04",
        unit: Unit::Share,
        name: Phrase { zh: "特约服务满意率", en: "Satisfied residents" },
        definition: Phrase {
            zh: "最近一次结束回访表示满意的特约服务 ÷ 已做结束回访的特约服务。",
            en: "Services whose resident was satisfied when last asked at the end ÷ those whose resident was asked.",
        },
        among: |fact, _| fact.counts() && fact.satisfied.is_some(),
        take: |fact, _| i64::from(fact.satisfied == Some(true)),
        by: &[By::Department, By::Building],
    },
    Measure {
        id: "services.mid_asked",
        rule: "LED-07",
        unit: Unit::Share,
        name: Phrase { zh: "中期回访", en: "Asked at mid-term" },
        definition: Phrase {
            zh: "中期回访都做了的特约服务 ÷ 应做中期回访的特约服务；过了期限仍未做、服务已结束的也算应做。",
            en: "Services whose callbacks at mid-term were all made ÷ services that were owed one, also where the service ended after its time had gone by.",
        },
        among: |fact, _| fact.counts() && fact.mid_owed > 0,
        take: |fact, _| i64::from(fact.mid_asked == fact.mid_owed),
        by: &[By::Department],
    },
    Measure {
        id: "services.end_asked",
        rule: "LED-07",
        unit: Unit::Share,
        name: Phrase { zh: "结束回访", en: "Asked at the end" },
        definition: Phrase {
            zh: "结束回访都做了的特约服务 ÷ 有结束回访的特约服务。",
            en: "Services whose callbacks at the end were all made ÷ services that are owed one.",
        },
        among: |fact, _| fact.counts() && fact.end_owed > 0,
        take: |fact, _| i64::from(fact.end_asked == fact.end_owed),
        by: &[By::Department],
    },
    Measure {
        id: "services.reopened",
        rule: "LED-07",
        unit: Unit::Times,
        name: Phrase { zh: "重开次数", en: "Times reopened" },
        definition: Phrase {
            zh: "当月要求的特约服务被重新打开的总次数。",
            en: "How often services of the month were opened again, added up.",
        },
        among: counts,
        take: |fact, _| i64::from(fact.reopened),
        by: &[By::Department],
    },
    Measure {
        id: "services.unable",
        rule: "LED-07",
        unit: Unit::Cases,
        name: Phrase { zh: "无法办理", en: "Could not be done" },
        definition: Phrase {
            zh: "以无法处理结束的特约服务。", en: "Services that were closed as unable."
        },
        among: |fact, _| fact.state == State::Unable,
        take: |_, _| 1,
        by: &[By::Department],
    },
    Measure {
        id: "services.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月要求、后来作废的特约服务登记；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
