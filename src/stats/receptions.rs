//! Receptions: what came to the desk and what became of it (REC-01 to REC-09).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::fact::ReceptionFact;
use crate::model::phrase::Phrase;
use crate::model::reception::MatterKind;

impl Fact for ReceptionFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Channel => Some(self.channel.into()),
            By::Kind => Some(self.kind.into()),
            By::Course => Some(self.course.into()),
            By::Department => self.department.map(Into::into),
            By::Building => self.building.as_deref(),
            _ => None,
        }
    }
}

fn is_suggestion(fact: &ReceptionFact, _: Time) -> bool {
    fact.counts() && fact.kind == MatterKind::Suggestion
}

pub(super) const TABLE: &[Measure<ReceptionFact>] = &[
    Measure {
        id: "receptions.received",
        rule: "REC-01",
        unit: Unit::Cases,
        name: Phrase { zh: "接待件数", en: "Matters received" },
        definition: Phrase {
            zh: "当月接到的接待件数，按接到时间归月，补登的也归接到的那个月；作废的不计。",
            en: "Matters that reached the staff in the month, also those entered later; voided ones do not count.",
        },
        among: |fact, _| fact.counts(),
        take: |_, _| 1,
        by: &[By::Channel, By::Kind, By::Course, By::Department, By::Building],
    },
    Measure {
        id: "receptions.open",
        rule: "REC-05",
        unit: Unit::Cases,
        name: Phrase { zh: "未办结", en: "Not finished" },
        definition: Phrase {
            zh: "当月接到、尚未办结的接待；转投诉、派工等的随其结果办结。",
            en: "Matters of the month that are not finished; those handed on end with what was made of them.",
        },
        among: |fact, _| fact.state.is_open(),
        take: |_, _| 1,
        by: &[By::Course],
    },
    Measure {
        id: "receptions.finished_in_time",
        rule: "REC-05",
        unit: Unit::Share,
        name: Phrase { zh: "按时办结率", en: "Finished in time" },
        definition: Phrase {
            zh: "在办结时限内办结的接待 ÷ 由前台或部门办理、已办结或已超时限的接待；当场答复的和转投诉、派工等的没有自己的时限，不计；任何一次超时都算超时。",
            en: "Matters finished within their limit ÷ those of the desk or a department that are finished or past it; answered on the spot or handed on they have no limit of their own; late once is late.",
        },
        among: |fact, as_of| fact.counts() && fact.finish.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.finish.in_time(as_of) == Some(true)),
        by: &[By::Kind, By::Course, By::Department],
    },
    Measure {
        id: "receptions.replied_in_time",
        rule: "REC-04",
        unit: Unit::Share,
        name: Phrase { zh: "承诺回复及时率", en: "Promised replies in time" },
        definition: Phrase {
            zh: "在首次承诺的时间前答复的接待 ÷ 承诺过回复、已答复或已过承诺时间的接待；改期后仍按第一次承诺算。",
            en: "Matters replied to by the first promised time ÷ those with a promise that was kept or has passed.",
        },
        among: |fact, as_of| fact.counts() && fact.reply.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.reply.in_time(as_of) == Some(true)),
        by: &[By::Department],
    },
    Measure {
        id: "receptions.suggestions",
        rule: "REC-09",
        unit: Unit::Cases,
        name: Phrase { zh: "建议件数", en: "Suggestions" },
        definition: Phrase {
            zh: "当月接到的建议；后来转为投诉、派工等的不再算建议。",
            en: "Suggestions of the month; one that became a complaint or a work order is none any more.",
        },
        among: is_suggestion,
        take: |_, _| 1,
        by: &[By::Department],
    },
    Measure {
        id: "receptions.adopted",
        rule: "REC-09",
        unit: Unit::Share,
        name: Phrase { zh: "建议采纳率", en: "Suggestions adopted" },
        definition: Phrase {
            zh: "已采纳的建议 ÷ 已有决定的建议。",
            en: "Suggestions adopted ÷ suggestions decided on.",
        },
        among: |fact, as_of| is_suggestion(fact, as_of) && fact.adopted.is_some(),
        take: |fact, _| i64::from(fact.adopted == Some(true)),
        by: &[],
    },
    Measure {
        id: "receptions.told",
        rule: "REC-09",
        unit: Unit::Share,
        name: Phrase { zh: "建议答复率", en: "Suggestions answered" },
        definition: Phrase {
            zh: "已把结果告知建议人的建议 ÷ 已有决定的建议。",
            en: "Suggestions whose author was told what became of them ÷ suggestions decided on.",
        },
        among: |fact, as_of| is_suggestion(fact, as_of) && fact.adopted.is_some(),
        take: |fact, _| i64::from(fact.told_at.is_some()),
        by: &[],
    },
    Measure {
        id: "receptions.unable",
        rule: "REC-06",
        unit: Unit::Cases,
        name: Phrase { zh: "无法处理", en: "Not possible" },
        definition: Phrase {
            zh: "当月接到、由经理以“无法处理”结束的接待。",
            en: "Matters of the month that the manager closed as not possible.",
        },
        among: |fact, _| fact.state == State::Unable,
        take: |_, _| 1,
        by: &[],
    },
    Measure {
        id: "receptions.reopened",
        rule: "ESC-10",
        unit: Unit::Times,
        name: Phrase { zh: "重开次数", en: "Times reopened" },
        definition: Phrase {
            zh: "当月接到的接待被重新打开的总次数。",
            en: "How often matters of the month were opened again, added up.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.reopened),
        by: &[],
    },
    Measure {
        id: "receptions.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月接到、后来作废的接待登记；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
