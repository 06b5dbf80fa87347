//! The only place that knows SQL: opening the file, and plain verbs over its tables.
//! Must not know of rules, roles, or what time it is.
pub mod board;
pub mod callbacks;
pub mod cases;
pub mod clocks;
mod convert;
pub mod details;
pub mod drafts;
pub mod duties;
pub mod entries;
pub mod events;
pub mod hand_ins;
pub mod handover;
pub mod keys;
pub mod ledgers;
pub mod lottery;
mod migrations;
pub mod month;
mod open;
pub mod pins;
pub mod queue;
pub mod removal;
pub mod residents;
pub mod search;
pub mod staff;
pub mod survey;

pub use open::OpenError;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::PathBuf;

/// The database file, open. Reads go straight through it, writes through a [`Store::write`] transaction.
pub struct Store {
    connection: Connection,
    path: Option<PathBuf>,
}

/// Why reading or writing failed, in the words that matter to a person.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process kept the file longer than we wait.
    #[error("the file is busy: another program has been writing for too long; nothing was saved, try again")]
    Busy,
    /// No room left.
    #[error("the disk is full; nothing was saved; make room, then try again")]
    Full,
    /// The disk, or a limit on the size of files.
    #[error("the disk refused ({0}); nothing was saved; look whether it is full or failing, then try again")]
    Disk(String),
    /// No right to write.
    #[error("the file cannot be written (read-only); nothing was saved; ask whoever looks after this machine")]
    ReadOnly,
    /// Content that cannot be.
    #[error("the file is damaged ({0}); run `frontdesk check`, and go back to the last backup")]
    Damaged(String),
    /// Anything else.
    #[error("the database refused: {0}")]
    Other(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
            Some(ErrorCode::DiskFull) => StoreError::Full,
            Some(ErrorCode::SystemIoFailure) => StoreError::Disk(error.to_string()),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => StoreError::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => StoreError::Damaged(error.to_string()),
            _ => match error {
                rusqlite::Error::FromSqlConversionFailure(..) => StoreError::Damaged(error.to_string()),
                other => StoreError::Other(other),
            },
        }
    }
}

/// What a store verb gives back.
pub type StoreResult<T> = Result<T, StoreError>;

impl Store {
    /// Begins a write: the lock is taken at once, so that what is read inside cannot be changed by anybody
    /// before it is written.
    pub fn write(&mut self) -> StoreResult<Tx<'_>> {
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        Ok(Tx { tx })
    }

    /// Reads that must agree with each other: one picture of the file until it is dropped.
    pub fn read(&self) -> StoreResult<Tx<'_>> {
        Ok(Tx { tx: self.connection.unchecked_transaction()? })
    }

    /// A number that changes when another process has written.
    pub fn data_version(&self) -> StoreResult<i64> {
        Ok(self.connection.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Keeps as many pages of the file in memory as help to work with it, or only as few as a single look at it needs:
    /// memory for a page that is looked at once costs more than the look.
    pub fn keep_pages(&self, many: bool) -> StoreResult<()> {
        Ok(self.connection.pragma_update(None, "cache_size", if many { PAGES } else { FEW_PAGES })?)
    }

    /// The file, unless it is in memory.
    pub fn path(&self) -> Option<&std::path::Path> {
        self.path.as_deref()
    }
}

/// Two megabytes, in the way in which SQLite is told.
const PAGES: i32 = -2000;
/// What SQLite has set aside when it opens a file.
const FEW_PAGES: i32 = 20;

/// A transaction. Dropped without [`Tx::commit`], nothing of it stays.
pub struct Tx<'a> {
    tx: Transaction<'a>,
}

impl Tx<'_> {
    /// Makes it last: with `synchronous = FULL` it survives a power cut from here on.
    pub fn commit(self) -> StoreResult<()> {
        Ok(self.tx.commit()?)
    }

    /// Whether the transaction is still there; SQLite ends it by itself when the disk fails.
    pub fn is_open(&self) -> bool {
        !self.tx.is_autocommit()
    }

    /// Runs a part that may fail without taking the rest of the transaction with it.
    pub fn part<T, E>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        let sql = |part: &Self, text: &str| part.tx.execute_batch(text).map_err(StoreError::from);
        sql(self, "SAVEPOINT part")?;
        let done = work(self);
        if done.is_ok() {
            sql(self, "RELEASE part")?;
        } else {
            // SQLite may have rolled back everything by itself (disk): then there is no part to go back to, and what
            // went wrong first is what has to be told.
            let _ = sql(self, "ROLLBACK TO part; RELEASE part");
        }
        done
    }
}
