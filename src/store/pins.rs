//! PINs, as hashes, with how often in a row they were wrong. Must not know what a PIN is, nor when one has to wait.
use super::convert::{column, time_text};
use super::{StoreResult, Tx};
use crate::model::clock::Time;
use rusqlite::{OptionalExtension, params};

/// What is kept of the PIN of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Its hash.
    pub hash: String,
    /// How often in a row it was wrong.
    pub wrong: u32,
    /// When it was wrong last.
    pub last_wrong_at: Option<Time>,
}

impl Tx<'_> {
    /// What is kept of the PIN of a person; none without one.
    pub fn pin(&self, login: &str) -> StoreResult<Option<Pin>> {
        let mut query = self.tx.prepare_cached("SELECT hash, wrong, last_wrong_at FROM pins WHERE login = ?1")?;
        let pin = query.query_row([login], |row| {
            let at = &mut (0..);
            Ok(Pin { hash: column(row, at)?, wrong: column(row, at)?, last_wrong_at: column(row, at)? })
        });
        Ok(pin.optional()?)
    }

    /// Sets a PIN; what was wrong before is forgotten.
    pub fn set_pin(&self, login: &str, hash: &str) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO pins (login, hash) VALUES (?1, ?2)
                 ON CONFLICT (login) DO UPDATE SET hash = ?2, wrong = 0, last_wrong_at = NULL",
            )?
            .execute([login, hash])?;
        Ok(())
    }

    /// Keeps how often in a row a PIN was wrong, and when last.
    pub fn set_wrong(&self, login: &str, wrong: u32, last_wrong_at: Option<Time>) -> StoreResult<()> {
        self.tx.prepare_cached("UPDATE pins SET wrong = ?2, last_wrong_at = ?3 WHERE login = ?1")?.execute(params![
            login,
            wrong,
            last_wrong_at.map(time_text)
        ])?;
        Ok(())
    }

    /// Logins of all who have a PIN.
    pub fn logins_with_pin(&self) -> StoreResult<Vec<String>> {
        let mut query = self.tx.prepare_cached("SELECT login FROM pins ORDER BY login")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }
}
