//! Opening the file: ours, neither newer nor damaged, and set so that what is saved stays saved.
use super::migrations::{APPLICATION_ID, NEWEST, migrate};
use super::{Store, StoreError};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Why a file could not be opened, with what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A SQLite file of another program.
    #[error("{0} belongs to another program; nothing was changed; name another file with --db")]
    NotOurs(PathBuf),
    /// Made by a later version.
    #[error(
        "{path} was made by a newer frontdesk (version {found}, this one knows {known}); nothing was changed; install the newer program"
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i32,
        /// The newest that this program knows.
        known: i32,
    },
    /// Not a database, or broken.
    #[error(
        "{0} is damaged or no database at all; nothing was changed; go back to the last backup, or name another file with --db"
    )]
    Damaged(PathBuf),
    /// No right to write it.
    #[error(
        "{0} cannot be written; the desk needs to write to the file and to its folder; ask whoever looks after this machine"
    )]
    ReadOnly(PathBuf),
    /// Cannot be opened or made.
    #[error("{path} cannot be opened: {why}; check that the folder exists and may be written")]
    Cannot {
        /// The file.
        path: PathBuf,
        /// What the system said.
        why: String,
    },
    /// The file does not exist, and this command does not make one.
    #[error("{0} does not exist; start `frontdesk` once to make it, or name another file with --db")]
    Missing(PathBuf),
    /// Anything that may also happen later.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        OpenError::Store(error.into())
    }
}

/// How long a write waits for another to end.
pub(super) const BUSY: Duration = Duration::from_secs(20);

impl Store {
    /// Opens the file, which is made if it does not exist.
    pub fn open(path: &Path) -> Result<Store, OpenError> {
        make_private(path).map_err(|error| OpenError::Cannot { path: path.to_owned(), why: error.to_string() })?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| cannot(path, &error))?;
        let mut store = Store { connection, path: Some(path.to_owned()) };
        store.prepare().map_err(|error| at_path(path, error))?;
        Ok(store)
    }

    /// Opens a file that must exist already.
    pub fn open_existing(path: &Path) -> Result<Store, OpenError> {
        if !path.exists() {
            return Err(OpenError::Missing(path.to_owned()));
        }
        Store::open(path)
    }

    /// A file in memory, for tests.
    pub fn in_memory() -> Result<Store, OpenError> {
        let mut store = Store { connection: Connection::open_in_memory()?, path: None };
        store.prepare()?;
        Ok(store)
    }

    fn prepare(&mut self) -> Result<(), OpenError> {
        let connection = &mut self.connection;
        connection.busy_timeout(BUSY)?;
        let path = self.path.clone().unwrap_or_default();
        // Look before touching: a foreign file must not even be switched to WAL.
        let (id, version, tables) = marks(connection)?;
        let empty = id == 0 && version == 0 && tables == 0;
        if !empty && id != APPLICATION_ID {
            return Err(OpenError::NotOurs(path));
        }
        if version > NEWEST {
            return Err(OpenError::Newer { path, found: version, known: NEWEST });
        }
        if connection.is_readonly(rusqlite::MAIN_DB)? {
            return Err(OpenError::ReadOnly(path));
        }
        switch_to_wal(connection)?;
        connection.execute_batch(
            "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;
             PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY;",
        )?;
        // Else each statement that reads a partial index is planned anew whenever something is bound to it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.set_prepared_statement_cache_capacity(64);
        if version < NEWEST {
            migrate(connection)?;
        }
        Ok(())
    }
}

/// Whose file it is, of which version, and how many tables it has: one picture, since another program may be making
/// the file in this moment.
fn marks(connection: &mut Connection) -> rusqlite::Result<(i32, i32, i64)> {
    let tx = connection.transaction()?;
    let tables = tx.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let id = tx.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let version = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok((id, version, tables))
}

/// Two programs may open a new file in the same moment, and here SQLite itself does not wait for the other.
fn switch_to_wal(connection: &Connection) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(10);
    let until = Instant::now() + BUSY;
    loop {
        let done = connection.execute_batch("PRAGMA journal_mode = WAL");
        let busy = done.as_ref().is_err_and(|error| error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy));
        if !busy || Instant::now() > until {
            return done;
        }
        std::thread::sleep(PAUSE);
    }
}

/// A new file is for its owner alone; in a folder that hands its group on (setgid), for the group as well. SQLite
/// gives the files beside it the same rights.
pub(super) fn make_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let shared = std::fs::metadata(folder)?.mode() & 0o2000 != 0;
    let mode = if shared { 0o660 } else { 0o600 };
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(mode).open(path) {
        // What the umask has taken from the group is given back.
        Ok(_) => std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

fn cannot(path: &Path, error: &rusqlite::Error) -> OpenError {
    OpenError::Cannot { path: path.to_owned(), why: error.to_string() }
}

/// The same fault, with the name of the file in it.
fn at_path(path: &Path, error: OpenError) -> OpenError {
    match error {
        OpenError::Store(StoreError::Damaged(_)) => OpenError::Damaged(path.to_owned()),
        OpenError::Store(StoreError::ReadOnly) => OpenError::ReadOnly(path.to_owned()),
        OpenError::Store(StoreError::Other(error)) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {
            cannot(path, &error)
        }
        other => other,
    }
}
