//! Records past their time: archived to a file of their own and removed, on purpose only (SEC-05). The archive is a whole
//! copy of the file as it stood before, with its journal, so that every record in it can still be checked.
use super::Desk;
use super::month::bounds;
use super::perform::{Turn, record_digest};
use super::refusal::Refusal;
use crate::config::Config;
use crate::model::case::{Case, Register, State};
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use crate::model::rights::Right;
use crate::model::text::clean_line;
use crate::store::removal::file_digest;
use crate::store::{OpenError, StoreError, StoreResult, Tx};
use chrono::Months;
use serde_json::{Map, json};
use std::collections::BTreeSet;
use std::path::Path;
use strum::VariantArray;

/// What is past its time.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct PastTime {
    /// How many of each register have ended, were kept long enough, and belong to nothing that is open.
    pub registers: Vec<(Register, u32)>,
    /// How many stay, since something open belongs to them.
    pub held: u32,
    /// Months of theirs that were not handed in yet: their figures would change (STA-06).
    pub months: Vec<YearMonth>,
    /// Their rows, and the months in whose figures each counts.
    #[serde(skip)]
    rows: Vec<(i64, BTreeSet<YearMonth>)>,
}

impl PastTime {
    /// How many they are.
    pub fn records(&self) -> u32 {
        self.registers.iter().map(|(_, records)| records).sum()
    }
}

/// What is to be removed, and where it goes first.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'a> {
    /// Records that ended before this month.
    pub before: YearMonth,
    /// The archive, which must not exist yet.
    pub file: &'a Path,
    /// So many records were seen and agreed to.
    pub records: u32,
}

impl Desk {
    /// What ended before a month and was kept as long as the settings say (`[retention]`).
    ///
    /// # Errors
    /// The file.
    pub fn past_time(&self, before: YearMonth, now: Time) -> StoreResult<PastTime> {
        past_time(&self.store.read()?, &self.config, before, now)
    }

    /// Copies the file into the archive, looks the archive over, and then removes what is past its time, in one
    /// transaction. Ended in the middle, either the archive is there and nothing was removed, or everything was.
    ///
    /// # Errors
    /// Not the manager, nothing to remove, another number of records than was agreed to, months that were not handed in,
    /// the file. Nothing was removed then, and no archive stays.
    pub fn remove_past(&mut self, removal: &Removal<'_>, by: &str, now: Time) -> Result<PastTime, Refusal> {
        let me = super::ask::known(&self.store.read()?, by)?;
        if !Right::RemoveRecords.is_of(me.role) {
            return Err(Refusal::NotAllowed { roles: Right::RemoveRecords.roles().to_vec() });
        }
        let past = self.past_time(removal.before, now)?;
        agreed(&past, removal)?;
        self.store.copy_once(removal.file)?;
        let removed = self.remove_archived(removal, &past, by, now);
        if removed.is_err() && self.removed_of(&past).is_ok_and(|removed| removed == 0) {
            // What nobody refers to is a copy of everybody's data that nobody knows of.
            let _ = std::fs::remove_file(removal.file);
        }
        removed
    }

    /// How many of them are removed: above 0, the archive is all that is left of them.
    fn removed_of(&self, past: &PastTime) -> StoreResult<usize> {
        let tx = self.store.read()?;
        let mut removed = 0;
        for (id, _) in &past.rows {
            removed += usize::from(tx.case(*id)?.is_some_and(|case| case.state == State::Removed));
        }
        Ok(removed)
    }

    fn remove_archived(
        &mut self,
        removal: &Removal<'_>,
        past: &PastTime,
        by: &str,
        now: Time,
    ) -> Result<PastTime, Refusal> {
        let digests = self.archived(removal.file, past)?;
        let digest = file_digest(removal.file)?;
        self.store.overwrite_deleted(true)?;
        let removed = self.remove_now(removal, &digests, &digest, by, now);
        // It is done, or it is not: what cannot be tidied up now takes nothing from that.
        let _ = self.store.overwrite_deleted(false);
        let _ = self.store.empty_wal();
        removed
    }

    /// The records as they stand in the archive, which is whole. What somebody signs on with, or has half typed, is no
    /// record and is taken out of it.
    fn archived(&self, file: &Path, past: &PastTime) -> Result<Vec<String>, Refusal> {
        let mut archive = Desk::open_existing(file, self.config.clone()).map_err(|error| match error {
            OpenError::Store(error) => error,
            other => StoreError::Damaged(other.to_string()),
        })?;
        archive.store.overwrite_deleted(true)?;
        let tx = archive.store.write()?;
        tx.drop_secrets()?;
        tx.commit()?;
        if let Some(finding) = archive.inspect()?.findings.into_iter().next() {
            return Err(StoreError::Damaged(finding).into());
        }
        let tx = archive.store.read()?;
        past.rows.iter().map(|(id, _)| record_digest(&tx, *id)).collect()
    }

    fn remove_now(
        &mut self,
        removal: &Removal<'_>,
        digests: &[String],
        digest: &str,
        by: &str,
        now: Time,
    ) -> Result<PastTime, Refusal> {
        let config = self.config.clone();
        let name = removal.file.file_name().map(|name| clean_line(&name.to_string_lossy())).unwrap_or_default();
        let tx = self.store.write()?;
        let past = past_time(&tx, &config, removal.before, now)?;
        agreed(&past, removal)?;
        let me = super::ask::known(&tx, by)?;
        let touched = BTreeSet::new();
        let mut turn = Turn {
            tx: &tx,
            config: &config,
            me,
            now,
            touched,
            was: Map::new(),
            with: Map::new(),
            hint: None,
            shown: None,
        };
        for ((id, months), archived) in past.rows.iter().zip(digests) {
            turn.remove(*id, archived, &name, removal.records)?;
            tx.set_removed_from(*id, months)?;
        }
        tx.forget_words()?;
        let record = json!({
            "do": "remove_records", "before": removal.before, "file": name, "digest": digest, "records": past.records()
        });
        turn.journal(&record, by)?;
        tx.commit()?;
        Ok(past)
    }
}

fn past_time(tx: &Tx<'_>, config: &Config, before: YearMonth, now: Time) -> StoreResult<PastTime> {
    let calendar = &config.calendar;
    let (mut past, mut months) = (PastTime::default(), BTreeSet::new());
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    for &register in Register::VARIANTS {
        let kept = Months::new(12 * config.years_kept(register));
        let cut_off = bounds(calendar, before).start.min(now.checked_sub_months(kept).unwrap_or(Time::MIN_UTC));
        let (held, free): (Vec<_>, Vec<_>) = tx.ended_cases(register, cut_off)?.into_iter().partition(|one| one.held);
        past.held += number(held.len());
        if !free.is_empty() {
            past.registers.push((register, number(free.len())));
        }
        for one in free {
            let times = one.counted_at.iter().chain([&one.received_at]);
            let mut its: BTreeSet<YearMonth> = times.map(|at| YearMonth::of(calendar.local_date(*at))).collect();
            its.extend(one.month);
            months.extend(&its);
            past.rows.push((one.id, its));
        }
    }
    for month in months {
        let case = tx.hand_in_case(month)?.map(|(id, _)| tx.case(id)).transpose()?.flatten();
        if tx.editions(month)? == 0 || case.is_some_and(|case| case.state.is_open()) {
            past.months.push(month);
        }
    }
    Ok(past)
}

/// Refuses where there is nothing, more or less than was agreed to, or a month whose figures would change.
fn agreed(past: &PastTime, removal: &Removal<'_>) -> Result<(), Refusal> {
    let records = past.records();
    if records == 0 {
        return Err(Refusal::NothingToDo);
    }
    if !past.months.is_empty() {
        return Err(Refusal::HandInFirst(past.months.clone()));
    }
    if records == removal.records { Ok(()) } else { Err(Refusal::OtherCount(records)) }
}

impl Turn<'_, '_> {
    /// Of the record stays its number, its register, when it was, and where it went. What changed since it was archived
    /// is not removed.
    fn remove(&mut self, id: i64, archived: &str, file: &str, records: u32) -> Result<(), Refusal> {
        let case = self.tx.case(id)?.filter(|case| !case.state.is_open());
        let case = case.ok_or(Refusal::OtherCount(records.saturating_sub(1)))?;
        if record_digest(self.tx, id)? != archived {
            return Err(Refusal::OtherCount(records.saturating_sub(1)));
        }
        let gone = Case {
            state: State::Removed,
            unit: None,
            building: None,
            name: None,
            phone: None,
            matter: file.to_owned(),
            detail: None,
            handler: None,
            department: None,
            harm: false,
            wanted_by: None,
            version: case.version + 1,
            ..case
        };
        self.tx.remove_record(&gone)?;
        self.touched.insert(id);
        Ok(())
    }
}
