//! Full-text search over cases: pairs of characters, written from here and never by a trigger.
use super::{StoreResult, Tx};
use rusqlite::params;

impl Tx<'_> {
    /// Replaces the words under which a case is found; `tokens` are separated by blanks.
    pub fn set_words(&self, case_id: i64, tokens: &str, had_words: bool) -> StoreResult<()> {
        if had_words {
            self.tx.prepare_cached("DELETE FROM case_words WHERE rowid = ?1")?.execute([case_id])?;
        }
        self.tx
            .prepare_cached("INSERT INTO case_words (rowid, words) VALUES (?1, ?2)")?
            .execute(params![case_id, tokens])?;
        Ok(())
    }
}
