//! Work orders: how many of what, in time or not, how long they took (STA-03, DSP-04 to DSP-12).
use super::measure::{By, Fact, Measure, Unit};
use crate::model::case::State;
use crate::model::clock::Time;
use crate::model::fact::OrderFact;
use crate::model::phrase::Phrase;

impl Fact for OrderFact {
    fn id(&self) -> i64 {
        self.id
    }

    fn number(&self) -> &str {
        &self.number
    }

    fn side(&self, by: By, _: Time) -> Option<&str> {
        match by {
            By::Job => Some(&self.job),
            By::Department => self.department.map(Into::into),
            By::Technician => self.technician.as_deref(),
            By::Building => self.building.as_deref(),
            By::Channel => Some(self.channel.into()),
            By::Urgency => Some(self.urgency.into()),
            _ => None,
        }
    }
}

fn is_done(fact: &OrderFact, _: Time) -> bool {
    fact.done_at().is_some()
}

fn seconds_to_arrive(fact: &OrderFact, _: Time) -> i64 {
    fact.arrived_at.map_or(0, |at| (at - fact.received_at).num_seconds())
}

fn seconds_to_finish(fact: &OrderFact, _: Time) -> i64 {
    fact.done_at().map_or(0, |at| (at - fact.received_at).num_seconds())
}

pub(super) const TABLE: &[Measure<OrderFact>] = &[
    Measure {
        id: "orders.received",
        rule: "STA-03",
        unit: Unit::Cases,
        name: Phrase { zh: "受理派工单", en: "Work orders received" },
        definition: Phrase {
            zh: "当月接到的派工单数，按接到时间归月，补登的也归接到的那个月；作废的不计。",
            en: "Work orders whose matter reached the staff in the month, also those entered later; voided ones do not count.",
        },
        among: |fact, _| fact.counts(),
        take: |_, _| 1,
        by: &[By::Job, By::Department, By::Technician, By::Building, By::Channel, By::Urgency],
    },
    Measure {
        id: "orders.finished",
        rule: "STA-03",
        unit: Unit::Cases,
        name: Phrase { zh: "已完工", en: "Finished" },
        definition: Phrase {
            zh: "当月接到、现已完工（已完工或已办结）的派工单；完工后又重开的不计。",
            en: "Work orders of the month that are finished or closed; those opened again are not.",
        },
        among: is_done,
        take: |_, _| 1,
        by: &[By::Job, By::Department, By::Technician],
    },
    Measure {
        id: "orders.unable",
        rule: "STA-03",
        unit: Unit::Cases,
        name: Phrase { zh: "无法处理", en: "Not possible" },
        definition: Phrase {
            zh: "当月接到、以“无法处理”结束的派工单。",
            en: "Work orders of the month that ended as not possible.",
        },
        among: |fact, _| fact.state == State::Unable,
        take: |_, _| 1,
        by: &[By::Job, By::Department],
    },
    Measure {
        id: "orders.open",
        rule: "STA-03",
        unit: Unit::Cases,
        name: Phrase { zh: "未完工", en: "Not finished" },
        definition: Phrase {
            zh: "当月接到、尚未完工的派工单，重开后未再完工的也在内。",
            en: "Work orders of the month that are not finished yet, those opened again among them.",
        },
        among: |fact, as_of| fact.counts() && fact.state != State::Unable && !is_done(fact, as_of),
        take: |_, _| 1,
        by: &[By::Job, By::Department, By::Technician],
    },
    Measure {
        id: "orders.arrived_in_time",
        rule: "DSP-04",
        unit: Unit::Share,
        name: Phrase { zh: "按约到场率", en: "There by the promised time" },
        definition: Phrase {
            zh: "在首次约定时间前到场的派工单 ÷ 约定了到场时间且已有结论（已到场，或已过约定时间）的派工单；改约后仍按第一次约定算，任何一次迟到都算迟到。",
            en: "Work orders at which the technician was there by the first promised time ÷ those with a promise that was met or has passed; late once is late.",
        },
        among: |fact, as_of| fact.counts() && fact.arrive.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.arrive.in_time(as_of) == Some(true)),
        by: &[By::Job, By::Department, By::Technician],
    },
    Measure {
        id: "orders.finished_in_time",
        rule: "DSP-08",
        unit: Unit::Share,
        name: Phrase { zh: "按时完工率", en: "Finished in time" },
        definition: Phrase {
            zh: "在完工时限内完工的派工单 ÷ 已有结论（已完工，或已超时限）的派工单；致歉改期后仍按原时限算，任何一次超时都算超时。",
            en: "Work orders finished within their first limit ÷ those finished or past it; a new time after an apology does not count, and late once is late.",
        },
        among: |fact, as_of| fact.counts() && fact.finish.in_time(as_of).is_some(),
        take: |fact, as_of| i64::from(fact.finish.in_time(as_of) == Some(true)),
        by: &[By::Job, By::Department, By::Technician],
    },
    Measure {
        id: "orders.arrival_time",
        rule: "STA-03",
        unit: Unit::Mean,
        name: Phrase { zh: "平均到场用时", en: "Mean time to arrive" },
        definition: Phrase {
            zh: "从接到到首次到场的平均时长，按自然时间，暂停也算在内；由投诉等转来的从原事项接到时算起；转单、退单后以接手人的到场为准；未到场（如电话中解决）的不计。",
            en: "Mean of the time from when the matter reached the staff to the first arrival on record, round the clock, pauses included, for the job of a complaint from when that was received; after a handing on it is the arrival of whoever took over; without an arrival it does not count.",
        },
        among: |fact, _| fact.counts() && fact.arrived_at.is_some(),
        take: seconds_to_arrive,
        by: &[By::Department, By::Technician],
    },
    Measure {
        id: "orders.arrival_time_90",
        rule: "STA-03",
        unit: Unit::Percentile90,
        name: Phrase { zh: "九成到场用时", en: "Nine of ten arrive within" },
        definition: Phrase {
            zh: "九成派工单的首次到场用时不超过此值（最近序位法），算法同平均到场用时。",
            en: "The time to arrive that nine of ten work orders do not exceed (nearest rank); counted as in the mean.",
        },
        among: |fact, _| fact.counts() && fact.arrived_at.is_some(),
        take: seconds_to_arrive,
        by: &[By::Department, By::Technician],
    },
    Measure {
        id: "orders.finish_time",
        rule: "STA-03",
        unit: Unit::Mean,
        name: Phrase { zh: "平均完工用时", en: "Mean time to finish" },
        definition: Phrase {
            zh: "从接到到完工的平均时长，按自然时间，暂停也算在内，由投诉等转来的从原事项接到时算起；重开过的算到最后一次完工，重开后未完工的不计。",
            en: "Mean of the time from when the matter reached the staff to the last finishing, round the clock, pauses included, for the job of a complaint from when that was received; orders that are open again do not count.",
        },
        among: is_done,
        take: seconds_to_finish,
        by: &[By::Department, By::Technician],
    },
    Measure {
        id: "orders.finish_time_90",
        rule: "STA-03",
        unit: Unit::Percentile90,
        name: Phrase { zh: "九成完工用时", en: "Nine of ten finish within" },
        definition: Phrase {
            zh: "九成派工单的完工用时不超过此值（最近序位法），算法同平均完工用时。",
            en: "The time to finish that nine of ten work orders do not exceed (nearest rank); counted as in the mean.",
        },
        among: is_done,
        take: seconds_to_finish,
        by: &[By::Department, By::Technician],
    },
    Measure {
        id: "orders.pressed",
        rule: "DSP-12",
        unit: Unit::Times,
        name: Phrase { zh: "催单次数", en: "Times pressed again" },
        definition: Phrase {
            zh: "当月接到的派工单被住户催问的总次数。",
            en: "How often residents pressed again about work orders of the month, added up.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.pressed),
        by: &[By::Department],
    },
    Measure {
        id: "orders.passed_on",
        rule: "DSP-12",
        unit: Unit::Times,
        name: Phrase { zh: "转单退单次数", en: "Times handed on or back" },
        definition: Phrase {
            zh: "当月接到的派工单被转给别人或退回前台的总次数。",
            en: "How often work orders of the month were handed on or back, added up.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.passed_on),
        by: &[By::Department],
    },
    Measure {
        id: "orders.apologies",
        rule: "DSP-08",
        unit: Unit::Times,
        name: Phrase { zh: "致歉改期次数", en: "Apologies with a new time" },
        definition: Phrase {
            zh: "当月接到的派工单因未按时完工而致歉、另约时间的总次数。",
            en: "How often an apology with a new time was given for work orders of the month, added up.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.apologies),
        by: &[By::Department],
    },
    Measure {
        id: "orders.satisfied",
        rule: "DSP-09",
        unit: Unit::Share,
        name: Phrase { zh: "维修满意率", en: "Satisfied with the work" },
        definition: Phrase {
            zh: "完工后最近一次告知时表示满意的派工单 ÷ 已告知并问过的派工单。",
            en: "Work orders whose resident was satisfied when told last ÷ those whose resident was told and asked.",
        },
        among: |fact, _| fact.counts() && fact.satisfied.is_some(),
        take: |fact, _| i64::from(fact.satisfied == Some(true)),
        by: &[By::Job, By::Department, By::Technician],
    },
    Measure {
        id: "orders.reopened",
        rule: "ESC-10",
        unit: Unit::Times,
        name: Phrase { zh: "返工次数", en: "Times reopened" },
        definition: Phrase {
            zh: "当月接到的派工单被重新打开的总次数。",
            en: "How often work orders of the month were opened again, added up.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::from(fact.reopened),
        by: &[By::Department, By::Technician],
    },
    Measure {
        id: "orders.copies_missing",
        rule: "DSP-10",
        unit: Unit::Times,
        name: Phrase { zh: "遗失联数", en: "Copies lost" },
        definition: Phrase {
            zh: "当月接到的派工单中记为遗失的单联数，三联各算一份。",
            en: "Paper copies of work orders of the month that are down as lost, each of the three counted by itself.",
        },
        among: |fact, _| fact.counts(),
        take: |fact, _| i64::try_from(fact.copies_missing()).unwrap_or(i64::MAX),
        by: &[By::Department],
    },
    Measure {
        id: "orders.voided",
        rule: "SEC-04",
        unit: Unit::Cases,
        name: Phrase { zh: "作废派工单", en: "Voided entries" },
        definition: Phrase {
            zh: "当月接到、后来作废的派工单；不计入其它各项。",
            en: "Entries of the month that were voided; no other figure counts them.",
        },
        among: |fact, _| !fact.counts(),
        take: |_, _| 1,
        by: &[],
    },
];
