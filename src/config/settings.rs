//! The settings file as it is written, and how it is laid over the shipped one.
use super::{AmbiguousWidth, Borders, Category, Colors, Config, ConfigError, Language, Screen};
use crate::model::case::Register;
use crate::model::clock::{Basis, ClockRule, Crossing, Milestone};
use crate::model::rule::Rule;
use crate::model::span::{Span, Unit, Within};
use crate::model::staff::Role;
use crate::rules::calendar::{Calendar, Warning};
use chrono::{FixedOffset, NaiveDate, Weekday};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use toml::Spanned;

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
    category: Vec<Category>,
    rule: Vec<Spanned<RuleRow>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Estate {
    name: String,
    zone: Option<Spanned<String>>,
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
    share: Option<Spanned<u8>>,
    at_least: Option<Spanned<Span>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CalendarRow {
    weekdays: Vec<WeekdayWord>,
    hours: Option<Spanned<Vec<String>>>,
    holidays: Option<Spanned<Vec<NaiveDate>>>,
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
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ComplaintRow {
    repeat_count: Option<u32>,
    repeat_days: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleRow {
    id: String,
    register: Option<Register>,
    grade: Option<String>,
    milestone: Option<Milestone>,
    within: Option<Within>,
    days: Option<Basis>,
    level: Option<Role>,
    crossing: Option<Crossing>,
    pausable: Option<bool>,
    source: Option<String>,
    #[serde(default)]
    off: bool,
}

impl RuleRow {
    /// This row over one with the same id: what it leaves out stays as it was.
    fn over(self, base: RuleRow) -> RuleRow {
        RuleRow {
            id: self.id,
            register: self.register.or(base.register),
            grade: self.grade.or(base.grade),
            milestone: self.milestone.or(base.milestone),
            within: self.within.or(base.within),
            days: self.days.or(base.days),
            level: self.level.or(base.level),
            crossing: self.crossing.or(base.crossing),
            pausable: self.pausable.or(base.pausable),
            source: self.source.or(base.source),
            off: self.off,
        }
    }

    /// The rule, if nothing is missing.
    fn whole(&self) -> Option<Rule> {
        Some(Rule {
            register: self.register?,
            grade: self.grade.clone(),
            source: self.source.clone()?,
            clock: ClockRule {
                id: self.id.clone(),
                milestone: self.milestone?,
                within: self.within?,
                basis: self.days?,
                level: self.level?,
                crossing: self.crossing?,
                pausable: self.pausable?,
            },
        })
    }

    /// Keys that a whole row needs and this one has not.
    fn missing(&self) -> Vec<&'static str> {
        let keys = [
            ("register", self.register.is_none()),
            ("milestone", self.milestone.is_none()),
            ("within", self.within.is_none()),
            ("days", self.days.is_none()),
            ("level", self.level.is_none()),
            ("crossing", self.crossing.is_none()),
            ("pausable", self.pausable.is_none()),
            ("source", self.source.is_none()),
        ];
        keys.into_iter().filter(|(_, missing)| *missing).map(|(key, _)| key).collect()
    }
}

/// Which milestones and grades a register knows.
const SCOPE: &[(Register, &[Milestone], &[&str])] = &[
    (Register::Reception, &[Milestone::Reply, Milestone::Finish], &[]),
    (
        Register::Complaint,
        &[
            Milestone::Contact,
            Milestone::WithSupervisor,
            Milestone::HeadOffice,
            Milestone::Reply,
            Milestone::Solve,
            Milestone::Sign,
            Milestone::Callback,
        ],
        &["minor", "important", "major", "general", "urgent"],
    ),
    (Register::Review, &[Milestone::Review], &["day", "week"]),
];

/// A settings text with its name, to say where something stands.
pub(super) struct Source<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

impl Source<'_> {
    fn error(&self, at: Option<std::ops::Range<usize>>, what: impl Into<String>) -> ConfigError {
        let line = at.map_or(0, |span| self.text[..span.start.min(self.text.len())].matches('\n').count() + 1);
        ConfigError { file: self.file.to_owned(), line, what: what.into() }
    }

    pub fn settings(&self) -> Result<Settings, ConfigError> {
        toml::from_str(self.text).map_err(|error| self.error(error.span(), error.message()))
    }

    /// This text over `base`: what it leaves out is taken from there, rows with the same id take the place of those.
    pub fn config(&self, base: Settings) -> Result<Config, ConfigError> {
        let own = self.settings()?;
        let calendar = self.calendar(&own, &base)?;
        let rules = self.rules(own.rule, base.rule)?;
        let categories = self.categories(own.category, base.category)?;
        let repeats =
            |row: fn(&ComplaintRow) -> Option<u32>| row(&own.complaint).or(row(&base.complaint)).unwrap_or_default();
        let (repeat_count, repeat_days) = (repeats(|row| row.repeat_count), repeats(|row| row.repeat_days));
        Ok(Config {
            estate: if own.estate.name.is_empty() { base.estate.name } else { own.estate.name },
            database: own.estate.database.or(base.estate.database),
            screen: screen(&own.screen, &base.screen),
            calendar,
            service_logins: own.people.service_logins.or(base.people.service_logins).unwrap_or_default(),
            categories,
            repeat_count,
            repeat_days,
            rules,
        })
    }

    fn calendar(&self, own: &Settings, base: &Settings) -> Result<Calendar, ConfigError> {
        let zone_row = own.estate.zone.as_ref().or(base.estate.zone.as_ref());
        let zone_text = zone_row.map_or("+08:00", |zone| zone.get_ref().as_str());
        let zone: FixedOffset = zone_text.parse().map_err(|_| {
            let at = own.estate.zone.as_ref().map(Spanned::span);
            self.error(at, format!("zone \"{zone_text}\" is not an offset from UTC: write it like \"+08:00\""))
        })?;
        let row = &own.calendar;
        let weekdays = if row.weekdays.is_empty() { &base.calendar.weekdays } else { &row.weekdays };
        let weekdays: Vec<Weekday> = weekdays.iter().map(|&day| weekday(day)).collect();
        let holidays = row.holidays.as_ref().or(base.calendar.holidays.as_ref());
        let holidays: BTreeSet<NaiveDate> =
            holidays.map(|days| days.get_ref().iter().copied().collect()).unwrap_or_default();
        let makeup = if row.makeup.is_empty() && row.holidays.is_none() { &base.calendar.makeup } else { &row.makeup };
        let hours = row.hours.as_ref().or(base.calendar.hours.as_ref());
        let hours = hours.map(|hours| hours.get_ref().clone()).unwrap_or_default();
        let makeup = makeup.iter().copied().collect();
        let mut calendar = Calendar::new(zone, &weekdays, holidays, makeup, &hours).map_err(|error| {
            let at = row.hours.as_ref().map(Spanned::span).or(row.holidays.as_ref().map(Spanned::span));
            self.error(at, format!("[calendar] {error}"))
        })?;
        calendar.warning = self.warning(&own.warning, &base.warning)?;
        Ok(calendar)
    }

    fn warning(&self, own: &WarningRow, base: &WarningRow) -> Result<Warning, ConfigError> {
        let mut warning = Warning::default();
        if let Some(share) = own.share.as_ref().or(base.share.as_ref()) {
            if *share.get_ref() > 100 {
                return Err(self.error(Some(share.span()), "share must be from 0 to 100 (hundredths of the time)"));
            }
            warning.share_percent = *share.get_ref();
        }
        if let Some(least) = own.at_least.as_ref().or(base.at_least.as_ref()) {
            warning.at_least = seconds(*least.get_ref())
                .ok_or_else(|| self.error(Some(least.span()), "at_least must be given in m, h, d or w"))?;
        }
        Ok(warning)
    }

    fn rules(&self, own: Vec<Spanned<RuleRow>>, base: Vec<Spanned<RuleRow>>) -> Result<Vec<Rule>, ConfigError> {
        let mut rows: BTreeMap<String, RuleRow> = BTreeMap::new();
        for row in base.into_iter().map(Spanned::into_inner) {
            rows.insert(row.id.clone(), row);
        }
        let mut seen = BTreeSet::new();
        for row in own {
            let (at, row) = (row.span(), row.into_inner());
            let id = row.id.clone();
            if !seen.insert(id.clone()) {
                return Err(self.error(Some(at), format!("rule \"{id}\" stands twice; each id may stand once")));
            }
            let row = match rows.remove(&id) {
                Some(shipped) => row.over(shipped),
                None => row,
            };
            self.check_rule(&row, at)?;
            rows.insert(id, row);
        }
        Ok(rows.values().filter(|row| !row.off).filter_map(RuleRow::whole).collect())
    }

    fn check_rule(&self, row: &RuleRow, at: std::ops::Range<usize>) -> Result<(), ConfigError> {
        let told = |what: String| Err(self.error(Some(at.clone()), format!("rule \"{}\": {what}", row.id)));
        let Some(rule) = row.whole() else {
            return told(format!("a row with a new id needs {} as well", row.missing().join(", ")));
        };
        let Some((_, milestones, grades)) = SCOPE.iter().find(|(register, _, _)| *register == rule.register) else {
            return told(format!("register \"{}\" has no rules", rule.register));
        };
        if !milestones.contains(&rule.clock.milestone) {
            let allowed: Vec<&str> = milestones.iter().map(<&str>::from).collect();
            let (milestone, register) = (rule.clock.milestone, rule.register);
            let allowed = allowed.join(", ");
            return told(format!(
                "milestone \"{milestone}\" does not exist in register \"{register}\"; allowed: {allowed}"
            ));
        }
        match &rule.grade {
            Some(grade) if !grades.contains(&grade.as_str()) => {
                let allowed = if grades.is_empty() { "none in this register".to_owned() } else { grades.join(", ") };
                told(format!("grade \"{grade}\" does not exist; allowed: {allowed}"))
            }
            _ => Ok(()),
        }
    }

    /// The shipped categories, with own ones of the same id in their place and new ones behind them.
    fn categories(&self, own: Vec<Category>, mut all: Vec<Category>) -> Result<Vec<Category>, ConfigError> {
        self.check_categories(&own)?;
        for category in own {
            match all.iter_mut().find(|one| one.id == category.id) {
                Some(one) => *one = category,
                None => all.push(category),
            }
        }
        all.retain(|one| !one.off);
        Ok(all)
    }

    fn check_categories(&self, categories: &[Category]) -> Result<(), ConfigError> {
        let mut seen = BTreeSet::new();
        for category in categories {
            if category.id.is_empty() || (!category.off && (category.zh.is_empty() || category.en.is_empty())) {
                return Err(self.error(None, "every [[category]] needs id, zh and en"));
            }
            if !seen.insert(&category.id) {
                return Err(self.error(None, format!("category \"{}\" stands twice", category.id)));
            }
        }
        Ok(())
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

fn seconds(span: Span) -> Option<i64> {
    let each = match span.unit {
        Unit::Minutes => 60,
        Unit::Hours => 3_600,
        Unit::Days => 86_400,
        Unit::Weeks => 604_800,
        Unit::Months => return None,
    };
    Some(i64::from(span.amount) * each)
}
