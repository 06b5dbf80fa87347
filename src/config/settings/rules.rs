//! The rows of the rules: what an own one changes in a shipped one, and what a row may say.
use super::Source;
use crate::config::ConfigError;
use crate::model::callback::CallbackKind;
use crate::model::case::Register;
use crate::model::clock::{Basis, ClockRule, Crossing, Milestone};
use crate::model::complaint::{Severity, Urgency};
use crate::model::reception::ReviewKind;
use crate::model::rule::Rule;
use crate::model::span::Within;
use crate::model::staff::Role;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use strum::VariantArray;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleRow {
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
fn scope(register: Register) -> (&'static [Milestone], Vec<&'static str>) {
    use Milestone::*;
    match register {
        Register::Reception => (&[Reply, Finish], vec![]),
        Register::Complaint => {
            let grades = [words::<Severity>(), words::<Urgency>()].concat();
            (&[Contact, WithSupervisor, HeadOffice, Reply, Solve, Sign], grades)
        }
        Register::Review => (&[Review, Report], words::<ReviewKind>()),
        Register::WorkOrder => {
            let grades = [words::<Urgency>(), vec!["equipment"]].concat();
            (&[Send, Receive, Depart, Contact, Arrive, Check, Finish, Tell, SheetBack], grades)
        }
        Register::Emergency => (&[Tell, Arrive, Review, Order], vec![]),
        Register::Key => (&[Return, Follow], vec![]),
        Register::Callback => (&[Callback, Review, Decide], words::<CallbackKind>()),
        Register::Service => (&[Finish], vec!["again"]),
        Register::Visit => (&[Visit], vec![]),
        Register::Handover => (&[TakeOver], vec![]),
        Register::Stocktake => (&[Report], vec![]),
        Register::Pass => (&[Return, Follow], vec![]),
        Register::Reminder => (&[Remind, Pay], vec![]),
    }
}

fn words<T: VariantArray + Copy + Into<&'static str>>() -> Vec<&'static str> {
    T::VARIANTS.iter().map(|&word| word.into()).collect()
}

impl Source<'_> {
    pub(super) fn rules(&self, own: Vec<RuleRow>, base: Vec<RuleRow>) -> Result<Vec<Rule>, ConfigError> {
        let mut rows: BTreeMap<String, RuleRow> = BTreeMap::new();
        for row in base {
            rows.insert(row.id.clone(), row);
        }
        let mut seen = BTreeSet::new();
        for (place, row) in own.into_iter().enumerate() {
            let id = row.id.clone();
            if !seen.insert(id.clone()) {
                return Err(self.row_error(
                    "rule",
                    place,
                    format!("rule \"{id}\" stands twice; each id may stand once"),
                ));
            }
            let row = match rows.remove(&id) {
                Some(shipped) => row.over(shipped),
                None => row,
            };
            self.check_rule(&row, place)?;
            rows.insert(id, row);
        }
        Ok(rows.values().filter(|row| !row.off).filter_map(RuleRow::whole).collect())
    }

    fn check_rule(&self, row: &RuleRow, place: usize) -> Result<(), ConfigError> {
        let told = |what: String| Err(self.row_error("rule", place, format!("rule \"{}\": {what}", row.id)));
        let Some(rule) = row.whole() else {
            return told(format!("a row with a new id needs {} as well", row.missing().join(", ")));
        };
        let (milestones, grades) = scope(rule.register);
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
}
