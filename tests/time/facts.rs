//! Any calendar, limit and moment, for the laws to be held against.
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, Weekday};
use frontdesk::model::clock::{Basis, Time};
use frontdesk::model::span::Within;
use frontdesk::rules::calendar::Calendar;
use proptest::collection::btree_set;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::BTreeSet;

const DAY: i64 = 86_400;

/// The facts a calendar is made of, kept so that a second, slower way of counting can be held against it.
#[derive(Debug, Clone)]
pub struct Facts {
    zone: FixedOffset,
    weekdays: Vec<Weekday>,
    holidays: BTreeSet<NaiveDate>,
    makeup: BTreeSet<NaiveDate>,
    /// Minutes after midnight; an end before its begin lies in the next day.
    hours: Vec<(u32, u32)>,
}

impl Facts {
    pub fn calendar(&self) -> Calendar {
        let text = |m: u32| format!("{:02}:{:02}", m / 60, m % 60);
        let hours: Vec<String> = self.hours.iter().map(|&(from, to)| format!("{}-{}", text(from), text(to))).collect();
        let (holidays, makeup) = (self.holidays.clone(), self.makeup.clone());
        Calendar::new(self.zone, &self.weekdays, holidays, makeup, &hours).unwrap()
    }

    fn opens_on(&self, date: NaiveDate) -> bool {
        let planned = self.weekdays.contains(&date.weekday()) && !self.holidays.contains(&date);
        planned || self.makeup.contains(&date)
    }

    pub fn is_open(&self, at: Time) -> bool {
        let local = at.with_timezone(&self.zone);
        let today = local.date_naive();
        let minute = (local.time() - chrono::NaiveTime::MIN).num_minutes() as u32;
        self.hours.iter().any(|&(from, to)| {
            let over_midnight = to < from;
            let begun_today = minute >= from && (over_midnight || minute < to);
            let begun_yesterday = over_midnight && minute < to;
            begun_today && self.opens_on(today) || begun_yesterday && self.opens_on(today.pred_opt().unwrap())
        })
    }
}

pub fn moment(seconds: i64) -> Time {
    DateTime::from_timestamp(1_790_000_000 + seconds, 0).unwrap()
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..60_i64).prop_map(|day| moment(day * DAY).date_naive())
}

fn hours() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let cuts = btree_set(0..1440_u32, 2..7);
    let broken = (cuts, any::<bool>()).prop_map(|(cuts, over_midnight)| {
        let mut cuts: Vec<u32> = cuts.into_iter().collect();
        cuts.truncate(cuts.len() / 2 * 2);
        if over_midnight {
            cuts.rotate_left(1);
        }
        cuts.chunks(2).map(|pair| (pair[0], pair[1])).collect()
    });
    prop_oneof![4 => broken, 1 => Just(vec![(0, 1440)])]
}

pub fn facts() -> impl Strategy<Value = Facts> {
    let days = (1..128_u8).prop_map(|choice| {
        (0..7_u8).filter(|day| choice >> day & 1 == 1).map(|day| Weekday::try_from(day).unwrap()).collect()
    });
    let special = || btree_set(date(), 0..6);
    (-48..56_i32, days, special(), special(), hours()).prop_map(|(quarters, weekdays, holidays, makeup, hours)| Facts {
        zone: FixedOffset::east_opt(quarters * 900).unwrap(),
        weekdays,
        makeup: makeup.difference(&holidays).copied().collect(),
        holidays,
        hours,
    })
}

pub fn basis() -> impl Strategy<Value = Basis> {
    select(<Basis as strum::VariantArray>::VARIANTS.to_vec())
}

pub fn seconds() -> impl Strategy<Value = i64> {
    prop_oneof![0..3_i64, 0..DAY, 0..20 * DAY]
}

pub fn limit() -> impl Strategy<Value = Within> {
    let words = ["30m", "1h", "12h", "2d", "10d", "1w", "1mo", "same-day", "next-day", "next-monday"];
    select(words.map(|word| word.parse().unwrap()).to_vec())
}
