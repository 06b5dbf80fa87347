//! Half-typed forms, kept when the line breaks and offered again at the next start.
use super::convert::time_text;
use super::{Store, StoreResult};
use crate::model::clock::Time;
use rusqlite::{OptionalExtension, params};
use std::time::Duration;

impl Store {
    /// Keeps a form for its writer. Gives up early rather than keep a dying process waiting.
    pub fn keep_draft(&self, login: &str, form: &str, now: Time) -> StoreResult<()> {
        self.connection.busy_timeout(Duration::from_millis(300))?;
        self.connection.execute(
            "INSERT INTO drafts (login, saved_at, form) VALUES (?1, ?2, ?3)
             ON CONFLICT (login) DO UPDATE SET saved_at = ?2, form = ?3",
            params![login, time_text(now), form],
        )?;
        self.connection.busy_timeout(super::open::BUSY)?;
        Ok(())
    }

    /// The kept form of a writer, if there is one.
    pub fn draft(&self, login: &str) -> StoreResult<Option<String>> {
        let found = self.connection.query_row("SELECT form FROM drafts WHERE login = ?1", [login], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Forgets the kept form: it was saved, or thrown away on purpose.
    pub fn drop_draft(&self, login: &str) -> StoreResult<()> {
        self.connection.execute("DELETE FROM drafts WHERE login = ?1", [login])?;
        Ok(())
    }
}
