//! Records past their time: which there are, and taking one out of every table (SEC-05). Must not know how long a record
//! is kept, nor who may remove it.
use super::convert::{column, time_text};
use super::{Store, StoreError, StoreResult, Tx};
use crate::model::case::{Case, Register};
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use rusqlite::params;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

/// A record that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedCase {
    /// Its row.
    pub id: i64,
    /// When the matter reached the staff.
    pub received_at: Time,
    /// Of a callback: the month with which it is filed.
    pub month: Option<YearMonth>,
    /// When else it counted: a key was lent, somebody reminded.
    pub counted_at: Vec<Time>,
    /// Something open belongs to it, or its sheet is still out (DSP-10): it stays.
    pub held: bool,
}

/// What is kept of a case, table by table. What the lottery drew, what was handed in and the journal stay.
const TABLES: &[&str] = &[
    "receptions",
    "complaints",
    "reviews",
    "work_orders",
    "emergencies",
    "house_keys",
    "callbacks",
    "services",
    "visits",
    "handovers",
    "stocktakes",
    "passes",
    "reminders",
    "household_calls",
    "entries",
    "cycles",
    "pauses",
    "clocks",
];

impl Tx<'_> {
    /// Cases of a register that ended before a moment. A month that was handed in or filed keeps its own case: else it
    /// would be asked for once more.
    pub fn ended_cases(&self, register: Register, before: Time) -> StoreResult<Vec<EndedCase>> {
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, c.received_at, (SELECT month FROM callbacks WHERE case_id = c.id),
                EXISTS (SELECT 1 FROM links l JOIN cases o ON o.id = l.to_id WHERE l.from_id = c.id AND o.open = 1)
                OR EXISTS (SELECT 1 FROM links l JOIN cases o ON o.id = l.from_id WHERE l.to_id = c.id AND o.open = 1)
                OR EXISTS (SELECT 1 FROM entries WHERE case_id = c.id AND flagged = 1 AND mark IS NULL)
                OR EXISTS (SELECT 1 FROM work_orders WHERE case_id = c.id AND c.state <> 'voided'
                    AND department_copy_at IN ('department', 'resident'))
             FROM cases c
             WHERE c.register = ?1 AND c.received_at < ?2 AND c.closed_at < ?2
                AND c.state IN ('closed', 'unable', 'rejected', 'voided')
                AND NOT EXISTS (SELECT 1 FROM reviews WHERE case_id = c.id AND kind IN ('month', 'callbacks'))
             ORDER BY c.id",
        )?;
        let rows = query.query_map(params![<&str>::from(register), time_text(before)], |row| {
            let at = &mut (0..);
            Ok(EndedCase {
                id: column(row, at)?,
                received_at: column(row, at)?,
                month: column(row, at)?,
                counted_at: Vec::new(),
                held: column(row, at)?,
            })
        })?;
        let mut ended: Vec<EndedCase> = rows.collect::<Result<_, _>>()?;
        if matches!(register, Register::Key | Register::Reminder) {
            for one in &mut ended {
                one.counted_at = self.counted_at(one.id)?;
            }
        }
        Ok(ended)
    }

    fn counted_at(&self, id: i64) -> StoreResult<Vec<Time>> {
        let mut query = self.tx.prepare_cached(
            "SELECT at FROM entries WHERE case_id = ?1 AND kind = 'reminded'
             UNION ALL SELECT lent_at FROM house_keys WHERE case_id = ?1 AND lent_at IS NOT NULL
             UNION ALL SELECT json_extract(result, '$.lent_at') FROM cycles
                WHERE case_id = ?1 AND json_extract(result, '$.lent_at') IS NOT NULL",
        )?;
        Ok(query.query_map([id], |row| column(row, &mut (0..)))?.collect::<Result<_, _>>()?)
    }

    /// Keeps the months in whose figures a removed record counted.
    pub fn set_removed_from(&self, id: i64, months: &BTreeSet<YearMonth>) -> StoreResult<()> {
        let mut add = self.tx.prepare_cached("INSERT INTO removed_from (month, case_id) VALUES (?1, ?2)")?;
        for month in months {
            add.execute(params![month.to_string(), id])?;
        }
        Ok(())
    }

    /// Takes a record out: of its case stays what `gone` says, of the rest nothing.
    pub fn remove_record(&self, gone: &Case) -> StoreResult<()> {
        // First the state: the triggers let go the rows of a removed case alone.
        self.set_case(gone)?;
        for table in TABLES {
            self.tx.prepare_cached(&format!("DELETE FROM {table} WHERE case_id = ?1"))?.execute([gone.id])?;
        }
        self.tx.prepare_cached("DELETE FROM case_words WHERE rowid = ?1")?.execute([gone.id])?;
        Ok(())
    }

    /// Takes out what is no record: PINs and half-typed forms.
    pub fn drop_secrets(&self) -> StoreResult<()> {
        Ok(self.tx.execute_batch("DELETE FROM pins; DELETE FROM drafts")?)
    }

    /// Writes the words of the search anew, without those of what was removed: until then they are only marked as gone.
    pub fn forget_words(&self) -> StoreResult<()> {
        self.tx.execute("INSERT INTO case_words (case_words) VALUES ('optimize')", [])?;
        Ok(())
    }
}

impl Store {
    /// Whether what is deleted is overwritten in the file as well.
    pub fn overwrite_deleted(&self, on: bool) -> StoreResult<()> {
        let on = if on { "ON" } else { "OFF" };
        Ok(self.connection.execute_batch(&format!("PRAGMA secure_delete = {on}"))?)
    }

    /// Empties the file beside the file, in which older pages still stand. Where somebody reads just now it waits for the
    /// next time.
    pub fn empty_wal(&self) -> StoreResult<()> {
        Ok(self.connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")?)
    }
}

/// Digest of a file, as `sha256sum` says it.
pub fn file_digest(path: &Path) -> StoreResult<String> {
    let failed = |error: std::io::Error| StoreError::Disk(error.to_string());
    let mut file = std::fs::File::open(path).map_err(failed)?;
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece).map_err(failed)? {
            0 => break,
            length => hash.update(&piece[..length]),
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}
