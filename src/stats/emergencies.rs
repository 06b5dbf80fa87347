//! Emergencies: of what kind, how soon somebody was there, whether they were written up (EMG-02 to EMG-06).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::fact::EmergencyFact;
use crate::model::phrase::Phrase;

impl Fact for EmergencyFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Kind => self.kind.as_deref(),
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

pub(super) const TABLE: &[Measure<EmergencyFact>] = &[
    Measure {
        id: "emergencies.raised",
        rule: "EMG-01",
        unit: Unit::Cases,
        name: Phrase { zh: "紧急求援", en: "Emergencies" },
        definition: Phrase {
            zh: "当月接到的紧急求援，按接到时间归月；作废的不计。",
            en: "Emergencies that reached the staff in the month; voided ones do not count.",
        },
        among: |fact, _| fact.counts(),
        take: |_, _| 1,
        by: &[By::Kind, By::Building],
    },
    Measure {
        id: "emergencies.told_in_time",
        rule: "EMG-02",
        unit: Unit::Share,
        name: Phrase { zh: "告知及时率", en: "Resident told in time" },
        definition: Phrase {
            zh: "在时限内告知求助人正在处理的紧急求援 ÷ 已告知或已超告知时限的紧急求援。",
            en: "Emergencies whose resident was told within the limit ÷ those told or past that limit.",
        },
        among: |fact, as_of| fact.counts() && fact.tell.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.tell.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "emergencies.arrived_in_time",
        rule: "EMG-05",
        unit: Unit::Share,
        name: Phrase { zh: "到场及时率", en: "There in time" },
        definition: Phrase {
            zh: "首位人员在时限内到场的紧急求援 ÷ 已到场或已超到场时限的紧急求援；到场时间更正后变为超时的也算超时。",
            en: "Emergencies at which the first one was there within the limit ÷ those with somebody there or past that limit; a time put right that turns out late is late.",
        },
        among: |fact, as_of| fact.counts() && fact.arrive.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.arrive.in_time(as_of) == Some(true)),
        by: &[By::Kind],
    },
    Measure {
        id: "emergencies.arrival_time",
        rule: "EMG-05",
        unit: Unit::Mean,
        name: Phrase { zh: "平均到场用时", en: "Mean time to arrive" },
        definition: Phrase {
            zh: "从接到到首位人员到场的平均时长；没有到场记录的不计。",
            en: "Mean of the time from when it reached the staff to the first one at the place; without an arrival on record it does not count.",
        },
        among: |fact, _| fact.counts() && fact.arrived_at.is_some(),
        take: |fact, _| fact.arrived_at.map_or(0, |at| (at - fact.received_at).num_seconds()),
        by: &[By::Kind],
    },
    Measure {
        id: "emergencies.reviewed_in_time",
        rule: "EMG-05",
        unit: Unit::Share,
        name: Phrase { zh: "复盘及时率", en: "Reviewed in time" },
        definition: Phrase {
            zh: "在时限内写出复盘的紧急求援 ÷ 已复盘或已超复盘时限的紧急求援。",
            en: "Emergencies whose review was written within the limit ÷ those reviewed or past that limit.",
        },
        among: |fact, as_of| fact.counts() && fact.review.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.review.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "emergencies.first_aid",
        rule: "EMG-06",
        unit: Unit::Cases,
        name: Phrase { zh: "涉及伤病", en: "With first aid" },
        definition: Phrase {
            zh: "当月接到、有人受伤或发病的紧急求援。",
            en: "Emergencies of the month in which somebody was hurt or ill.",
        },
        among: |fact, _| fact.counts() && fact.first_aid,
        take: |_, _| 1,
        by: &[],
    },
    Measure {
        id: "emergencies.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月接到、后来作废的紧急求援登记；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
