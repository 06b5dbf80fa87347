//! The rows of the lists, and how own ones are laid over the shipped ones: by id, a row as a whole.
use super::Source;
use super::values::Percent;
use crate::config::{Category, ConfigError, EmergencyKind, Fee, Share};
use crate::model::callback::CallbackKind;
use crate::model::complaint::Urgency;
use crate::model::duty::Job;
use crate::model::staff::Department;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct JobRow {
    id: String,
    zh: String,
    en: String,
    department: Option<Department>,
    urgency: Urgency,
    equipment: bool,
    off: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ShareRow {
    id: String,
    kind: Option<CallbackKind>,
    percent: Option<Percent>,
    source: String,
}

/// A row of a list.
pub(super) trait Row {
    /// Name of the table in the file.
    const TABLE: &'static str;
    fn id(&self) -> &str;
    fn off(&self) -> bool;
    /// What is wrong with a row that is not off.
    fn fault(&self) -> Option<&'static str>;
}

impl Row for Category {
    const TABLE: &'static str = "category";

    fn id(&self) -> &str {
        &self.id
    }

    fn off(&self) -> bool {
        self.off
    }

    fn fault(&self) -> Option<&'static str> {
        (self.zh.is_empty() || self.en.is_empty()).then_some("needs id, zh and en")
    }
}

impl Row for Fee {
    const TABLE: &'static str = "fee";

    fn id(&self) -> &str {
        &self.id
    }

    fn off(&self) -> bool {
        self.off
    }

    fn fault(&self) -> Option<&'static str> {
        (self.zh.is_empty() || self.en.is_empty()).then_some("needs id, zh and en")
    }
}

impl Row for JobRow {
    const TABLE: &'static str = "job";

    fn id(&self) -> &str {
        &self.id
    }

    fn off(&self) -> bool {
        self.off
    }

    fn fault(&self) -> Option<&'static str> {
        let missing = self.zh.is_empty() || self.en.is_empty() || self.department.is_none();
        missing.then_some(
            "needs id, zh, en and department (engineering, security, cleaning, greening or service); \
             urgency is general or urgent, equipment true or false",
        )
    }
}

impl Row for EmergencyKind {
    const TABLE: &'static str = "emergency";

    fn id(&self) -> &str {
        &self.id
    }

    fn off(&self) -> bool {
        self.off
    }

    fn fault(&self) -> Option<&'static str> {
        if self.zh.is_empty() || self.en.is_empty() || self.checklist.is_empty() {
            return Some("needs id, zh, en, checklist and checklist_en");
        }
        let same = self.checklist.len() == self.checklist_en.len();
        (!same).then_some("needs as many steps in checklist_en as in checklist")
    }
}

impl Row for ShareRow {
    const TABLE: &'static str = "share";

    fn id(&self) -> &str {
        &self.id
    }

    fn off(&self) -> bool {
        false
    }

    fn fault(&self) -> Option<&'static str> {
        if self.kind.is_none() || self.percent.is_none() || self.source.is_empty() {
            return Some("needs id, kind, percent and source");
        }
        let household = self.kind == Some(CallbackKind::Household);
        household.then_some("cannot be of kind \"household\": every household is phoned each month (CBK-10)")
    }
}

impl Source<'_> {
    /// The shipped rows, with own ones of the same id in their place and new ones behind them, without those that are off.
    fn rows<T: Row>(&self, own: Vec<T>, base: Vec<T>) -> Result<Vec<T>, ConfigError> {
        let mut all = base;
        let mut seen = BTreeSet::new();
        for (place, row) in own.into_iter().enumerate() {
            self.check_row(&row, place, &mut seen)?;
            match all.iter_mut().find(|one| one.id() == row.id()) {
                Some(one) => *one = row,
                None => all.push(row),
            }
        }
        all.retain(|one| !one.off());
        Ok(all)
    }

    fn check_row<T: Row>(&self, row: &T, place: usize, seen: &mut BTreeSet<String>) -> Result<(), ConfigError> {
        let (table, id) = (T::TABLE, row.id());
        if id.is_empty() {
            return Err(self.row_error(table, place, format!("every [[{table}]] needs an id")));
        }
        if !seen.insert(id.to_owned()) {
            return Err(self.row_error(table, place, format!("{table} \"{id}\" stands twice; each id may stand once")));
        }
        match row.fault() {
            Some(fault) if !row.off() => Err(self.row_error(table, place, format!("{table} \"{id}\" {fault}"))),
            _ => Ok(()),
        }
    }

    pub(super) fn categories(&self, own: Vec<Category>, base: Vec<Category>) -> Result<Vec<Category>, ConfigError> {
        self.rows(own, base)
    }

    pub(super) fn fees(&self, own: Vec<Fee>, base: Vec<Fee>) -> Result<Vec<Fee>, ConfigError> {
        self.rows(own, base)
    }

    pub(super) fn jobs(&self, own: Vec<JobRow>, base: Vec<JobRow>) -> Result<Vec<Job>, ConfigError> {
        let job = |row: JobRow| {
            let department = row.department?;
            let JobRow { id, zh, en, urgency, equipment, .. } = row;
            Some(Job { id, zh, en, department, urgency, equipment })
        };
        Ok(self.rows(own, base)?.into_iter().filter_map(job).collect())
    }

    pub(super) fn emergencies(
        &self,
        own: Vec<EmergencyKind>,
        base: Vec<EmergencyKind>,
    ) -> Result<Vec<EmergencyKind>, ConfigError> {
        self.rows(own, base)
    }

    /// A kind of callback has one share, whatever the rows are called.
    pub(super) fn shares(&self, own: Vec<ShareRow>, base: Vec<ShareRow>) -> Result<Vec<Share>, ConfigError> {
        let places: Vec<String> = own.iter().map(|row| row.id.clone()).collect();
        let mut shares: Vec<Share> = Vec::new();
        for row in self.rows(own, base)? {
            let (Some(kind), Some(Percent(percent))) = (row.kind, row.percent) else { continue };
            if let Some(other) = shares.iter().find(|one| one.kind == kind) {
                let mine = places.iter().rposition(|id| *id == row.id || *id == other.id).unwrap_or_default();
                let what = format!("shares \"{}\" and \"{}\" are both of kind \"{kind}\"", other.id, row.id);
                return Err(self.row_error("share", mine, format!("{what}; each kind may have one")));
            }
            shares.push(Share { id: row.id, kind, percent, source: row.source });
        }
        Ok(shares)
    }
}
