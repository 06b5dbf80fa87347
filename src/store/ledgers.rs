//! The smaller ledgers as questions: which pass is out, what is held for it, who is reminded of what already.
use super::convert::column;
use super::{StoreResult, Tx};
use crate::model::house_key::Fen;
use rusqlite::{OptionalExtension, params};

/// A deposit that is held for a pass (LED-04).
#[derive(Clone, Debug)]
pub struct PassDeposit {
    /// Row of the case.
    pub id: i64,
    /// Number on the card.
    pub pass_number: String,
    /// Who has it.
    pub holder: Option<String>,
    /// In hundredths of a yuan.
    pub held: Fen,
}

impl Tx<'_> {
    /// The case of the pass that is out under this number (LED-04).
    pub fn pass_out(&self, pass_number: &str) -> StoreResult<Option<String>> {
        let mut query = self.tx.prepare_cached(
            "SELECT c.number FROM passes p INDEXED BY passes_out JOIN cases c ON c.id = p.case_id
             WHERE p.is_out = 1 AND p.pass_number = ?1",
        )?;
        Ok(query.query_row([pass_number], |row| row.get(0)).optional()?)
    }

    /// The deposits that are held for passes, in the order in which they were issued.
    pub fn pass_deposits(&self) -> StoreResult<Vec<PassDeposit>> {
        let mut query = self.tx.prepare_cached(
            "SELECT c.id, p.pass_number, c.name, p.deposit
             FROM cases c INDEXED BY cases_queue JOIN passes p ON p.case_id = c.id
             WHERE c.open = 1 AND c.register = 'pass' AND p.deposit > 0 AND p.deposit_back IS NULL ORDER BY c.id",
        )?;
        let rows = query.query_map([], |row| {
            let at = &mut (0..);
            Ok(PassDeposit {
                id: column(row, at)?,
                pass_number: column(row, at)?,
                holder: column(row, at)?,
                held: column(row, at)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The open reminder of a household for a fee: there is one at most (LED-06).
    pub fn reminder_of(&self, unit: &str, fee: &str) -> StoreResult<Option<String>> {
        let mut query = self.tx.prepare_cached(
            "SELECT c.number FROM cases c INDEXED BY cases_queue JOIN reminders r ON r.case_id = c.id
             WHERE c.open = 1 AND c.register = 'reminder' AND c.unit = ?1 AND r.fee = ?2 LIMIT 1",
        )?;
        Ok(query.query_row(params![unit, fee], |row| row.get(0)).optional()?)
    }
}
