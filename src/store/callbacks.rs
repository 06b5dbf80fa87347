//! Callbacks of a month as figures, and the round of calls to the households (CBK-02, CBK-04, CBK-10).
use super::{StoreResult, Tx};
use rusqlite::params;

impl Tx<'_> {
    /// A household was reached in a month; a second call changes nothing.
    pub fn add_household_call(&self, month: &str, unit: &str, case_id: i64) -> StoreResult<()> {
        self.tx
            .prepare_cached("INSERT OR IGNORE INTO household_calls (month, unit, case_id) VALUES (?1, ?2, ?3)")?
            .execute(params![month, unit, case_id])?;
        Ok(())
    }
}
