//! The steps that bring a file to the present shape, in order; each runs in its own transaction.
use super::StoreError;
use super::open::OpenError;
use rusqlite::{Connection, TransactionBehavior};

/// Marks a SQLite file as one of ours: "FDSK".
pub(super) const APPLICATION_ID: i32 = 0x4644_534B;

const STEPS: &[&str] = &[
    include_str!("migrations/0001_first_registers.sql"),
    include_str!("migrations/0002_working_registers.sql"),
    include_str!("migrations/0003_ledgers.sql"),
    include_str!("migrations/0004_months.sql"),
    include_str!("migrations/0005_views_counter.sql"),
    include_str!("migrations/0006_views_office.sql"),
    include_str!("migrations/0007_views_figures.sql"),
    include_str!("migrations/0008_removal.sql"),
    include_str!("migrations/0009_found_by_time.sql"),
];

/// The version that this program writes.
pub(super) const NEWEST: i32 = STEPS.len() as i32;

/// Runs what is missing. Two programs that open a new file in the same moment do not run a step twice:
/// the version is looked at again under the write lock.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    // A table that is written anew goes for a moment; what refers to it is looked at when the step is done.
    connection.pragma_update(None, "foreign_keys", false)?;
    let done = run_missing(connection);
    connection.pragma_update(None, "foreign_keys", true)?;
    done
}

fn run_missing(connection: &mut Connection) -> Result<(), OpenError> {
    loop {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version: i32 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let Some(step) = usize::try_from(version).ok().and_then(|version| STEPS.get(version)) else {
            return Ok(());
        };
        tx.execute_batch(step)?;
        if tx.prepare("PRAGMA foreign_key_check")?.exists([])? {
            return Err(StoreError::Damaged("rows refer to what is not there".to_owned()).into());
        }
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", version + 1)?;
        tx.commit()?;
    }
}
