//! Callbacks: done and required, home visits, satisfaction, failed ones, the archive (STA-05).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::clock::Time;
use crate::model::complaint::CallbackForm;
use crate::model::fact::CallbackFact;
use crate::model::phrase::Phrase;

impl Fact for CallbackFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Kind => Some(self.kind.into()),
            By::Technician => self.technician.as_deref(),
            By::Department => self.department.map(Into::into),
            _ => None,
        }
    }
}

/// It is to be asked in the month; the round of calls stands apart (CBK-10).
fn is_required(fact: &CallbackFact, _: Time) -> bool {
    fact.counts() && !fact.is_round()
}

/// It stands in the month's register.
fn stands(fact: &CallbackFact, _: Time) -> bool {
    fact.counts() && fact.state.is_some()
}

fn is_failed(fact: &CallbackFact, _: Time) -> bool {
    fact.counts() && fact.satisfied == Some(false)
}

fn is_closed(fact: &CallbackFact) -> bool {
    fact.state.is_some_and(|state| !state.is_open())
}

pub(super) const TABLE: &[Measure<CallbackFact>] = &[
    Measure {
        id: "callbacks.done",
        rule: "STA-05",
        unit: Unit::Share,
        name: Phrase { zh: "回访完成率", en: "Callbacks done" },
        definition: Phrase {
            zh: "当月已问到住户的回访 ÷ 当月应做的回访：登记在当月的，加上已抽中、还没形成登记的；每月电话另列，作废的不计。",
            en: "Callbacks of the month in which the resident was asked ÷ those required: what stands in the month's register and what was drawn and is not owed yet; the monthly calls stand apart, voided ones do not count.",
        },
        among: is_required,
        take: |fact, _| i64::from(fact.is_asked()),
        by: &[By::Kind, By::Technician, By::Department],
    },
    Measure {
        id: "callbacks.in_time",
        rule: "CBK-01",
        unit: Unit::Share,
        name: Phrase { zh: "回访及时率", en: "Callbacks in time" },
        definition: Phrase {
            zh: "在期限内问到住户的回访 ÷ 已问到或已超期限的回访。",
            en: "Callbacks in which the resident was asked within the limit ÷ those asked or past that limit.",
        },
        among: |fact, as_of| is_required(fact, as_of) && fact.asking.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.asking.in_time(as_of) == Some(true)),
        by: &[By::Kind],
    },
    Measure {
        id: "callbacks.visits",
        rule: "CBK-04",
        unit: Unit::Share,
        name: Phrase { zh: "上门回访率", en: "Share of home visits" },
        definition: Phrase {
            zh: "上门做的回访 ÷ 已问到住户的回访，每月电话除外。",
            en: "Callbacks made as home visits ÷ callbacks in which the resident was asked, the monthly calls left out.",
        },
        among: |fact, as_of| is_required(fact, as_of) && fact.is_asked(),
        take: |fact, _| i64::from(fact.form == CallbackForm::Visit),
        by: &[By::Kind],
    },
    Measure {
        id: "callbacks.satisfied",
        rule: "STA-05",
        unit: Unit::Share,
        name: Phrase { zh: "回访满意率", en: "Satisfied residents" },
        definition: Phrase {
            zh: "住户表示满意的回访 ÷ 已问到住户的回访，每月电话除外。",
            en: "Callbacks in which the resident was satisfied ÷ those in which the resident was asked, the monthly calls left out.",
        },
        among: |fact, as_of| is_required(fact, as_of) && fact.is_asked(),
        take: |fact, _| i64::from(fact.satisfied == Some(true)),
        by: &[By::Kind, By::Technician, By::Department],
    },
    Measure {
        id: "callbacks.failed",
        rule: "STA-05",
        unit: Unit::Cases,
        name: Phrase { zh: "不满意回访", en: "Failed callbacks" },
        definition: Phrase {
            zh: "住户表示不满意的回访，每月电话也在内。",
            en: "Callbacks in which the resident was not satisfied, the monthly calls among them.",
        },
        among: is_failed,
        take: |_, _| 1,
        by: &[By::Kind, By::Technician, By::Department],
    },
    Measure {
        id: "callbacks.decided",
        rule: "CBK-07",
        unit: Unit::Share,
        name: Phrase { zh: "不满意的已批示", en: "Failed ones that were decided" },
        definition: Phrase {
            zh: "经理已批示处理办法的不满意回访 ÷ 不满意回访。",
            en: "Failed callbacks on which the manager has decided what to do ÷ failed callbacks.",
        },
        among: is_failed,
        take: |fact, _| i64::from(fact.decision.is_some()),
        by: &[],
    },
    Measure {
        id: "callbacks.reviewed",
        rule: "CBK-07",
        unit: Unit::Share,
        name: Phrase { zh: "回访审核率", en: "Reviewed by the supervisor" },
        definition: Phrase {
            zh: "主管已审核的回访 ÷ 已问到住户的回访，每月电话除外。",
            en: "Callbacks that the supervisor has reviewed ÷ those in which the resident was asked, the monthly calls left out.",
        },
        among: |fact, as_of| is_required(fact, as_of) && fact.is_asked(),
        take: |fact, _| i64::from(fact.reviewed_at.is_some()),
        by: &[],
    },
    Measure {
        id: "callbacks.unanswered",
        rule: "CBK-11",
        unit: Unit::Times,
        name: Phrase { zh: "未联系上次数", en: "Attempts without an answer" },
        definition: Phrase {
            zh: "当月回访中没有问到人的尝试次数，每月电话也在内。",
            en: "Attempts that reached nobody, in callbacks of the month, the monthly calls among them.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.unanswered()),
        by: &[By::Kind],
    },
    Measure {
        id: "callbacks.closed",
        rule: "CBK-09",
        unit: Unit::Share,
        name: Phrase { zh: "回访办结率", en: "Callbacks done with" },
        definition: Phrase {
            zh: "已办结的回访 ÷ 当月登记的回访，每月电话也在内，作废的不计。",
            en: "Callbacks that are done with ÷ all in the month's register, the monthly calls among them, voided ones left out.",
        },
        among: stands,
        take: |fact, _| i64::from(is_closed(fact)),
        by: &[By::Kind],
    },
    Measure {
        id: "callbacks.open",
        rule: "CBK-09",
        unit: Unit::Cases,
        name: Phrase { zh: "未办结回访", en: "Callbacks still open" },
        definition: Phrase {
            zh: "当月登记、还有事要办的回访。",
            en: "Callbacks of the month's register about which something is still to be done.",
        },
        among: |fact, as_of| stands(fact, as_of) && !is_closed(fact),
        take: |_, _| 1,
        by: &[By::Kind],
    },
    Measure {
        id: "callbacks.archived",
        rule: "CBK-09",
        unit: Unit::Share,
        name: Phrase { zh: "按时归档", en: "Filed in time" },
        definition: Phrase {
            zh: "次月10日前签字归档的回访 ÷ 归档已有结论（已签字，或已过10日）的回访；整月一起归档。",
            en: "Callbacks whose month was signed into the archive by the 10th of the next ÷ those whose month was signed or is past that day; a month is filed as a whole.",
        },
        among: |fact, as_of| stands(fact, as_of) && fact.filing.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.filing.in_time(as_of) == Some(true)),
        by: &[],
    },
    Measure {
        id: "callbacks.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废回访", en: "Voided callbacks" },
        definition: Phrase {
            zh: "当月登记、后来作废的回访，多因所问的事重开；不计入其它各项。",
            en: "Callbacks of the month that were voided, mostly because what they ask about was opened again; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
