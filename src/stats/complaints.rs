//! Complaints: how many of what, valid ones, those handled in time (STA-01, STA-02).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::complaint::Validity;
use crate::model::fact::ComplaintFact;
use crate::model::phrase::Phrase;

impl Fact for ComplaintFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, as_of: Time) -> Option<&str> {
        match by {
            By::Category => Some(&self.category),
            By::Severity => Some(self.severity_at(as_of).into()),
            By::Validity => Some(self.validity.into()),
            By::Department => self.department.map(Into::into),
            By::Building => self.building.as_deref(),
            By::Handler => self.handler.as_deref(),
            By::Channel => Some(self.channel.into()),
            _ => None,
        }
    }
}

/// What was not judged otherwise is valid: it runs its clocks as one (CMP-09).
fn is_valid(fact: &ComplaintFact) -> bool {
    fact.counts() && !matches!(fact.validity, Validity::Invalid | Validity::Outside)
}

pub(super) const TABLE: &[Measure<ComplaintFact>] = &[
    Measure {
        id: "complaints.received",
        rule: "STA-01",
        unit: Unit::Cases,
        name: Phrase { zh: "受理投诉", en: "Complaints received" },
        definition: Phrase {
            zh: "当月接到的投诉件数，按接到时间归月，补登的也归接到的那个月；作废的不计。",
            en: "Complaints that reached the staff in the month, also those entered later; voided ones do not count.",
        },
        among: |fact, _| fact.counts(),
        take: |_, _| 1,
        by: &[By::Category, By::Severity, By::Validity, By::Department, By::Handler, By::Building, By::Channel],
    },
    Measure {
        id: "complaints.valid",
        rule: "STA-02",
        unit: Unit::Share,
        name: Phrase { zh: "投诉有效率", en: "Share of valid complaints" },
        definition: Phrase {
            zh: "有效投诉 ÷ 受理投诉；没有判为不成立或非物业范围的都算有效，未判定的也算，件数另列。",
            en: "Valid complaints ÷ complaints received; valid is what was not judged otherwise (not valid, not ours), so those not judged yet are valid too; how many they are stands apart.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(is_valid(fact)),
        by: &[By::Category],
    },
    Measure {
        id: "complaints.unjudged",
        rule: "CMP-09",
        unit: Unit::Cases,
        name: Phrase { zh: "未判定有效与否", en: "Not judged yet" },
        definition: Phrase {
            zh: "主管还没有判定是否有效的投诉；在判定之前按有效计时、按有效统计。",
            en: "Complaints on whose validity nobody has given a verdict; until then they run and count as valid ones.",
        },
        among: |fact, _| fact.counts() && fact.validity == Validity::Unjudged,
        take: |_, _| 1,
        by: &[],
    },
    Measure {
        id: "complaints.in_time",
        rule: "STA-02",
        unit: Unit::Share,
        name: Phrase { zh: "投诉处理及时率", en: "Handled in time" },
        definition: Phrase {
            zh: "在处理时限内解决的有效投诉 ÷ 已有结论的有效投诉（已解决，或已超时限）；任何一次超时都算超时，重开、改级、暂停都抹不掉；改期后仍按第一次承诺算。",
            en: "Valid complaints solved within their limit ÷ valid ones that are solved or past their limit; late once is late, whatever was reopened or regraded since; of a promise that was moved the first one counts.",
        },
        among: |fact, as_of| is_valid(fact) && fact.solve.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.solve.in_time(as_of) == Some(true)),
        by: &[By::Category, By::Severity, By::Department],
    },
    Measure {
        id: "complaints.undecided",
        rule: "STA-02",
        unit: Unit::Cases,
        name: Phrase { zh: "处理中未到期", en: "Still within their limit" },
        definition: Phrase {
            zh: "尚未解决、也未超时限的有效投诉；不计入及时率，等有结论后计入当月。",
            en: "Valid complaints neither solved nor past their limit; they enter the share once that is settled.",
        },
        among: |fact, as_of| is_valid(fact) && fact.solved_at().is_none() && fact.solve.in_time(as_of).is_none(),
        take: |_, _| 1,
        by: &[],
    },
    Measure {
        id: "complaints.solve_time",
        rule: "STA-01",
        unit: Unit::Mean,
        name: Phrase { zh: "平均处理用时", en: "Mean time to solve" },
        definition: Phrase {
            zh: "从接到到处理完成的平均时长，按自然时间，暂停也算在内；重开过的算到最后一次完成，重开后未完成的、不成立和已转出的不计。",
            en: "Mean of the time from when the matter reached the staff to the last completion, round the clock, pauses included; complaints open again, not valid or not ours do not count.",
        },
        among: |fact, _| fact.solved_at().is_some(),
        take: |fact, _| fact.solved_at().map_or(0, |at| (at - fact.received_at).num_seconds()),
        by: &[By::Category, By::Severity, By::Department, By::Handler],
    },
    Measure {
        id: "complaints.contact_in_time",
        rule: "CMP-06",
        unit: Unit::Share,
        name: Phrase { zh: "首次联系及时率", en: "First contact in time" },
        definition: Phrase {
            zh: "在时限内联系到投诉人的投诉 ÷ 已联系或已超联系时限的投诉。",
            en: "Complaints whose complainant was contacted within the limit ÷ those contacted or past that limit.",
        },
        among: |fact, as_of| fact.counts() && fact.contact.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.contact.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "complaints.reported_in_time",
        rule: "CMP-03",
        unit: Unit::Share,
        name: Phrase { zh: "重大投诉上报及时率", en: "Major ones reported in time" },
        definition: Phrase {
            zh: "在时限内报总公司的重大投诉 ÷ 已上报或已超上报时限的重大投诉；升为重大的从升级时起算。",
            en: "Major complaints reported to head office within the limit ÷ those reported or past it; where it became major later the limit counts from then.",
        },
        among: |fact, as_of| fact.counts() && fact.head_office.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.head_office.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "complaints.replied_in_time",
        rule: "CMP-03",
        unit: Unit::Share,
        name: Phrase { zh: "重大投诉答复及时率", en: "Clear reply in time" },
        definition: Phrase {
            zh: "在时限内明确答复投诉人的重大投诉 ÷ 已答复或已超答复时限的重大投诉。",
            en: "Major complaints whose resident had a clear reply within the limit ÷ those replied to or past it.",
        },
        among: |fact, as_of| fact.counts() && fact.reply.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.reply.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "complaints.signed_in_time",
        rule: "CMP-13",
        unit: Unit::Share,
        name: Phrase { zh: "当日签收率", en: "Signed the same day" },
        definition: Phrase {
            zh: "处理完成当日由主管签收的投诉 ÷ 已签收或已过当日的投诉；任何一次超时都算超时。",
            en: "Complaints whose record the supervisor signed within the limit ÷ those signed or past it; late once is late.",
        },
        among: |fact, as_of| fact.counts() && fact.sign.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.sign.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "complaints.satisfied",
        rule: "STA-01",
        unit: Unit::Share,
        name: Phrase { zh: "投诉回访满意率", en: "Satisfied complainants" },
        definition: Phrase {
            zh: "最近一次回访表示满意的投诉 ÷ 已回访到的投诉。",
            en: "Complaints whose resident was satisfied when last asked ÷ those whose resident was asked.",
        },
        among: |fact, _| fact.counts() && fact.satisfied.is_some(),
        take: |fact, _| i64::from(fact.satisfied == Some(true)),
        by: &[By::Category],
    },
    Measure {
        id: "complaints.reopened",
        rule: "CMP-14",
        unit: Unit::Times,
        name: Phrase { zh: "重开次数", en: "Times reopened" },
        definition: Phrase {
            zh: "当月接到的投诉被重新打开的总次数。",
            en: "How often complaints of the month were opened again, added up.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.reopened),
        by: &[By::Category],
    },
    Measure {
        id: "complaints.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废登记", en: "Voided entries" },
        definition: Phrase {
            zh: "当月接到、后来作废的投诉登记；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
