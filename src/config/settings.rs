//! The settings file as it is written, and how it is laid over the shipped one.
use super::{AmbiguousWidth, Borders, Category, Colors, Config, ConfigError, EmergencyKind, Fee, Language, Screen};
use crate::model::case::Register;
use crate::model::span::Span;
use crate::rules::calendar::{Calendar, Warning};
use chrono::{FixedOffset, NaiveDate, NaiveTime, Weekday};
use lists::{JobRow, ShareRow};
use rules::RuleRow;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use strum::VariantArray;
use toml::de::{DeTable, DeValue};
use values::{Again, Night, OrOff, Percent, SheetWidth, TimeOfDay};

mod lists;
mod rules;
mod values;

/// The file as it is written: every section and every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Settings {
    estate: Estate,
    screen: ScreenRow,
    warning: WarningRow,
    calendar: CalendarRow,
    people: People,
    complaint: ComplaintRow,
    dispatch: DispatchRow,
    keys: KeysRow,
    callback: CallbackRow,
    handover: HandoverRow,
    statistics: StatisticsRow,
    retention: BTreeMap<String, u32>,
    category: Vec<Category>,
    job: Vec<JobRow>,
    emergency: Vec<EmergencyKind>,
    share: Vec<ShareRow>,
    fee: Vec<Fee>,
    rule: Vec<RuleRow>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Estate {
    name: String,
    zone: Option<String>,
    database: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ScreenRow {
    language: Option<Language>,
    borders: Option<Borders>,
    ambiguous_width: Option<AmbiguousWidth>,
    colors: Option<Colors>,
    bell: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct WarningRow {
    share: Option<Percent>,
    at_least: Option<Span>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CalendarRow {
    weekdays: Vec<WeekdayWord>,
    hours: Option<Vec<String>>,
    holidays: Option<Vec<NaiveDate>>,
    makeup: Vec<NaiveDate>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WeekdayWord {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct People {
    service_logins: Option<Vec<String>>,
    lock_after: Option<OrOff>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ComplaintRow {
    repeat_count: Option<u32>,
    repeat_days: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct DispatchRow {
    night: Option<Night>,
    print: Option<String>,
    sheet_width: Option<SheetWidth>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct KeysRow {
    evening: Option<TimeOfDay>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CallbackRow {
    visit_share: Option<Percent>,
    household_round: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct HandoverRow {
    next_shift: Option<Span>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct StatisticsRow {
    repeat_from: Option<Again>,
}
/// Stands for the registers that are not named.
const OTHERS: &str = "others";

/// A settings text with its name, to say where something stands.
pub(super) struct Source<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

impl Source<'_> {
    /// An error at the value that this path of keys and places in lists leads to, else about the whole file.
    pub fn error(&self, path: &[&str], what: impl Into<String>) -> ConfigError {
        let root = DeTable::parse(self.text).ok().map(|table| DeValue::Table(table.into_inner()));
        let mut at = None;
        let mut value = root.as_ref();
        for step in path {
            let inner = value.and_then(|value| match value {
                DeValue::Array(rows) => rows.get(step.parse::<usize>().ok()?),
                other => other.get(*step),
            });
            at = inner.map(toml::Spanned::span);
            value = inner.map(toml::Spanned::get_ref);
        }
        self.error_at(at, what)
    }

    /// The same for a row of a list.
    fn row_error(&self, table: &str, place: usize, what: impl Into<String>) -> ConfigError {
        self.error(&[table, &place.to_string()], what)
    }

    fn error_at(&self, at: Option<std::ops::Range<usize>>, what: impl Into<String>) -> ConfigError {
        let line = at.map_or(0, |span| self.text[..span.start.min(self.text.len())].matches('\n').count() + 1);
        ConfigError { file: self.file.to_owned(), line, what: what.into() }
    }

    /// The text as it is written.
    pub fn settings(&self) -> Result<Settings, ConfigError> {
        toml::from_str(self.text).map_err(|error| self.error_at(error.span(), error.message()))
    }

    /// What this text says, over `base`: what it leaves out is taken from there, rows with the same id take the place
    /// of those.
    pub fn lay(&self, own: Settings, base: Settings) -> Result<Config, ConfigError> {
        let calendar = self.calendar(&own, &base)?;
        let repeats =
            |row: fn(&ComplaintRow) -> Option<u32>| row(&own.complaint).or(row(&base.complaint)).unwrap_or_default();
        let (repeat_count, repeat_days) = (repeats(|row| row.repeat_count), repeats(|row| row.repeat_days));
        let print = own.dispatch.print.or(base.dispatch.print);
        Ok(Config {
            estate: if own.estate.name.is_empty() { base.estate.name } else { own.estate.name },
            database: own.estate.database.or(base.estate.database),
            screen: screen(&own.screen, &base.screen),
            calendar,
            service_logins: own.people.service_logins.or(base.people.service_logins).unwrap_or_default(),
            lock_after: own.people.lock_after.or(base.people.lock_after).and_then(|after| after.0),
            categories: self.categories(own.category, base.category)?,
            repeat_count,
            repeat_days,
            jobs: self.jobs(own.job, base.job)?,
            night: own.dispatch.night.or(base.dispatch.night).map_or((NaiveTime::MIN, NaiveTime::MIN), |n| (n.0, n.1)),
            print: print.map(|print| print.trim().to_owned()).filter(|print| !print.is_empty()),
            sheet_width: own.dispatch.sheet_width.or(base.dispatch.sheet_width).map_or(80, |width| width.0),
            emergencies: self.emergencies(own.emergency, base.emergency)?,
            evening: own.keys.evening.or(base.keys.evening).map_or(NaiveTime::MIN, |evening| evening.0),
            visit_share: own.callback.visit_share.or(base.callback.visit_share).map_or(0, |share| share.0),
            household_round: own.callback.household_round.or(base.callback.household_round).unwrap_or_default(),
            next_shift: self.next_shift(&own.handover, &base.handover)?,
            repeat_from: own.statistics.repeat_from.or(base.statistics.repeat_from).map_or(0, |again| again.0),
            retention: self.retention(&own.retention, &base.retention)?,
            shares: self.shares(own.share, base.share)?,
            fees: self.fees(own.fee, base.fee)?,
            rules: self.rules(own.rule, base.rule)?,
        })
    }

    /// Years by register, and of all others.
    fn retention(
        &self,
        own: &BTreeMap<String, u32>,
        base: &BTreeMap<String, u32>,
    ) -> Result<Vec<(Option<Register>, u32)>, ConfigError> {
        for (key, years) in own {
            if key != OTHERS && key.parse::<Register>().is_err() {
                let known: Vec<&str> = Register::VARIANTS.iter().map(|&one| one.into()).chain([OTHERS]).collect();
                let what = format!("\"{key}\" is no register; there are {}", known.join(", "));
                return Err(self.error(&["retention", key], what));
            }
            if !(1..=99).contains(years) {
                return Err(self.error(&["retention", key], "years must be from 1 to 99"));
            }
        }
        let named = own.iter().chain(base).map(|(key, years)| (key.parse().ok(), *years));
        Ok(named.collect())
    }

    fn calendar(&self, own: &Settings, base: &Settings) -> Result<Calendar, ConfigError> {
        let zone_row = own.estate.zone.as_ref().or(base.estate.zone.as_ref());
        let zone_text = zone_row.map_or("+08:00", |zone| zone.as_str());
        let zone: FixedOffset = zone_text.parse().map_err(|_| {
            self.error(
                &["estate", "zone"],
                format!("zone \"{zone_text}\" is not an offset from UTC: write it like \"+08:00\""),
            )
        })?;
        let row = &own.calendar;
        let weekdays = if row.weekdays.is_empty() { &base.calendar.weekdays } else { &row.weekdays };
        let weekdays: Vec<Weekday> = weekdays.iter().map(|&day| weekday(day)).collect();
        let holidays = row.holidays.as_ref().or(base.calendar.holidays.as_ref());
        let holidays: BTreeSet<NaiveDate> = holidays.map(|days| days.iter().copied().collect()).unwrap_or_default();
        let makeup = if row.makeup.is_empty() && row.holidays.is_none() { &base.calendar.makeup } else { &row.makeup };
        let hours = row.hours.as_ref().or(base.calendar.hours.as_ref());
        let hours = hours.cloned().unwrap_or_default();
        let makeup = makeup.iter().copied().collect();
        let mut calendar = Calendar::new(zone, &weekdays, holidays, makeup, &hours).map_err(|error| {
            let key = if row.hours.is_some() { "hours" } else { "holidays" };
            self.error(&["calendar", key], format!("[calendar] {error}"))
        })?;
        calendar.warning = self.warning(&own.warning, &base.warning)?;
        Ok(calendar)
    }

    fn warning(&self, own: &WarningRow, base: &WarningRow) -> Result<Warning, ConfigError> {
        let mut warning = Warning::default();
        if let Some(share) = own.share.or(base.share) {
            warning.share_percent = share.0;
        }
        if let Some(least) = own.at_least.or(base.at_least) {
            warning.at_least = values::seconds(least)
                .ok_or_else(|| self.error(&["warning", "at_least"], "at_least must be given in m, h, d or w"))?;
        }
        Ok(warning)
    }

    fn next_shift(&self, own: &HandoverRow, base: &HandoverRow) -> Result<i64, ConfigError> {
        let told = || self.error(&["handover", "next_shift"], "next_shift must be given in m, h, d or w");
        own.next_shift.or(base.next_shift).map_or(Ok(0), |span| values::seconds(span).ok_or_else(told))
    }
}

fn screen(own: &ScreenRow, base: &ScreenRow) -> Screen {
    Screen {
        language: own.language.or(base.language).unwrap_or_default(),
        borders: own.borders.or(base.borders).unwrap_or_default(),
        ambiguous_width: own.ambiguous_width.or(base.ambiguous_width).unwrap_or_default(),
        colors: own.colors.or(base.colors).unwrap_or_default(),
        bell: own.bell.or(base.bell).unwrap_or_default(),
    }
}

fn weekday(word: WeekdayWord) -> Weekday {
    match word {
        WeekdayWord::Mon => Weekday::Mon,
        WeekdayWord::Tue => Weekday::Tue,
        WeekdayWord::Wed => Weekday::Wed,
        WeekdayWord::Thu => Weekday::Thu,
        WeekdayWord::Fri => Weekday::Fri,
        WeekdayWord::Sat => Weekday::Sat,
        WeekdayWord::Sun => Weekday::Sun,
    }
}
