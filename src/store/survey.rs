//! Looking over the whole file: SQLite's own checks, and the times kept beside the rows they are taken from.
//! Also the online copy.
use super::{Store, StoreError, StoreResult, Tx};
use rusqlite::backup::{Backup, StepResult};
use std::path::{Path, PathBuf};

impl Tx<'_> {
    /// What SQLite finds wrong with the file itself.
    pub fn damage(&self) -> StoreResult<Vec<String>> {
        let mut query = self.tx.prepare("PRAGMA integrity_check(20)")?;
        let lines: Vec<String> = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(lines.into_iter().filter(|line| line != "ok").collect())
    }

    /// Rows that point at a row that is not there.
    pub fn dangling(&self) -> StoreResult<Vec<String>> {
        let mut query = self.tx.prepare("PRAGMA foreign_key_check")?;
        let rows = query.query_map([], |row| {
            let (table, id, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(format!("{table} {} -> {parent}", id.unwrap_or_default()))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Numbers of cases whose queue times do not agree with their clocks.
    pub fn stale_queue_times(&self) -> StoreResult<Vec<String>> {
        self.numbers(
            "SELECT number FROM cases c WHERE
               next_at <> (SELECT coalesce(min(crosses_at), '9999-12-31T00:00:00Z') FROM clocks WHERE case_id = c.id AND stopped_at IS NULL)
               OR soon_at <> (SELECT coalesce(min(soon_at), '9999-12-31T00:00:00Z') FROM clocks WHERE case_id = c.id AND stopped_at IS NULL)",
        )
    }

    /// Numbers of closed cases on which a clock still runs.
    pub fn clocks_on_closed_cases(&self) -> StoreResult<Vec<String>> {
        self.numbers(
            "SELECT DISTINCT number FROM clocks JOIN cases ON cases.id = case_id WHERE stopped_at IS NULL AND open = 0",
        )
    }

    /// Numbers of stopped clocks' cases whose frozen lateness does not follow from the times beside it.
    pub fn wrong_breaches(&self) -> StoreResult<Vec<String>> {
        self.numbers(
            "SELECT DISTINCT number FROM clocks JOIN cases ON cases.id = case_id WHERE stopped_at IS NOT NULL
               AND late IS NOT CASE WHEN stopped_at >= crosses_at THEN unixepoch(stopped_at) - unixepoch(due_at) END",
        )
    }

    fn numbers(&self, sql: &str) -> StoreResult<Vec<String>> {
        let mut query = self.tx.prepare(sql)?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// How many cases there are.
    pub fn case_count(&self) -> StoreResult<i64> {
        Ok(self.tx.query_row("SELECT count(*) FROM cases", [], |row| row.get(0))?)
    }
}

impl Store {
    /// Copies the file while others go on working. The copy is made beside its final name, checked, and only
    /// then renamed: what stands under the name is whole or is not there.
    pub fn backup(&self, to: &Path) -> StoreResult<()> {
        let failed = |error: std::io::Error| StoreError::Damaged(error.to_string());
        std::fs::rename(self.whole_copy(to)?, to).map_err(failed)
    }

    /// The same, never over a file that is there, whoever made it meanwhile; the folder too is brought to the disk.
    pub fn copy_once(&self, to: &Path) -> StoreResult<()> {
        let failed = |error: std::io::Error| StoreError::Disk(error.to_string());
        let part = self.whole_copy(to)?;
        let named = std::fs::hard_link(&part, to);
        std::fs::remove_file(&part).map_err(failed)?;
        named.map_err(failed)?;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)
    }

    /// A copy on the disk beside its final name.
    fn whole_copy(&self, to: &Path) -> StoreResult<PathBuf> {
        let mut name = to.as_os_str().to_owned();
        name.push(".part");
        let part = PathBuf::from(name);
        let on_disk = |()| {
            let failed = |error: std::io::Error| StoreError::Damaged(error.to_string());
            std::fs::File::open(&part).and_then(|file| file.sync_all()).map_err(failed)
        };
        match self.copy_to(&part).and_then(on_disk) {
            Ok(()) => Ok(part),
            Err(error) => {
                let _ = std::fs::remove_file(&part);
                Err(error)
            }
        }
    }

    fn copy_to(&self, part: &Path) -> StoreResult<()> {
        super::open::make_private(part).map_err(|error| StoreError::Disk(error.to_string()))?;
        let mut copy = rusqlite::Connection::open(part)?;
        // One step: it never blocks a writer, while small steps start again at each foreign commit.
        if Backup::new(&self.connection, &mut copy)?.step(-1)? != StepResult::Done {
            return Err(StoreError::Busy);
        }
        copy.execute_batch("PRAGMA journal_mode = DELETE")?;
        let verdict: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged(verdict)) }
    }
}
