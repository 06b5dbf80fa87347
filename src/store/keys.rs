//! The key cabinet as questions: what hangs where, who has what, what a stock-taking has still to count.
use super::convert::{Record, column};
use super::{StoreResult, Tx};
use crate::model::case::Case;
use crate::model::house_key::CabinetKey;
use rusqlite::{OptionalExtension, Params, Row};

const KEY: &str = "SELECT c.id, c.number, c.version, c.state, c.owner, c.unit, c.name, c.matter, k.kind, k.key_number, \
    k.building, k.floor, k.hook, k.pieces, k.borrower, k.holder, k.holder_department, k.lent_at, k.returned_at, \
    coalesce(k.extended_to, k.back_by), k.extended_to, k.chased, \
    CASE WHEN k.deposit_back IS NULL THEN coalesce(k.deposit, 0) ELSE 0 END, k.mandate IS NOT NULL \
    FROM house_keys k JOIN cases c ON c.id = k.case_id";

/// As one walks along the cabinet: building 3 before building 10, what belongs to no building last.
const ALONG: &str = "ORDER BY k.building IS NULL, length(k.building), k.building, k.floor IS NULL, length(k.floor), \
    k.floor, length(k.hook), k.hook, c.id";

fn key(row: &Row<'_>) -> rusqlite::Result<CabinetKey> {
    let at = &mut (0..);
    Ok(CabinetKey {
        id: column(row, at)?,
        number: column(row, at)?,
        version: column(row, at)?,
        state: column(row, at)?,
        owner: column(row, at)?,
        unit: column(row, at)?,
        name: column(row, at)?,
        label: column(row, at)?,
        kind: column(row, at)?,
        key_number: column(row, at)?,
        building: column(row, at)?,
        floor: column(row, at)?,
        hook: column(row, at)?,
        pieces: column(row, at)?,
        borrower: column(row, at)?,
        holder: column(row, at)?,
        holder_department: column(row, at)?,
        lent_at: column(row, at)?,
        returned_at: column(row, at)?,
        back_by: column(row, at)?,
        extended_to: column(row, at)?,
        chased: column(row, at)?,
        held: column(row, at)?,
        mandate: column(row, at)?,
        clocks: Vec::new(),
    })
}

impl Tx<'_> {
    /// The keys of the cabinet along the hooks, those out and lost with their running clocks; with `past` also those
    /// that were handed over to residents. A voided one is no key.
    pub fn cabinet(&self, past: bool) -> StoreResult<Vec<CabinetKey>> {
        let gone = if past { "('voided')" } else { "('voided', 'handed_over')" };
        self.keys_where(&format!("c.state NOT IN {gone} {ALONG}"), [])
    }

    /// The keys that are out (KEY-05).
    pub fn keys_out(&self) -> StoreResult<Vec<CabinetKey>> {
        self.keys_where(&format!("c.state = 'lent' {ALONG}"), [])
    }

    /// The keys for which a deposit is held (KEY-04); of a lost one too, until it is settled.
    pub fn deposits_held(&self) -> StoreResult<Vec<CabinetKey>> {
        self.keys_where(&format!("k.deposit > 0 AND k.deposit_back IS NULL AND c.state <> 'voided' {ALONG}"), [])
    }

    /// The keys of the cabinet that a stock-taking has no line for yet (KEY-08).
    pub fn keys_without_line(&self, stocktake: i64) -> StoreResult<Vec<CabinetKey>> {
        let condition = format!(
            "c.state NOT IN ('voided', 'handed_over') AND NOT EXISTS
             (SELECT 1 FROM entries e WHERE e.case_id = ?1 AND e.kind = 'count' AND e.about = c.id) {ALONG}"
        );
        self.keys_where(&condition, [stocktake])
    }

    /// The keys that stand on the lines of a stock-taking, wherever they are now.
    pub fn keys_on_lines(&self, stocktake: i64) -> StoreResult<Vec<CabinetKey>> {
        let condition = format!(
            "c.id IN (SELECT about FROM entries WHERE case_id = ?1 AND kind = 'count' AND about IS NOT NULL) {ALONG}"
        );
        self.keys_where(&condition, [stocktake])
    }

    fn keys_where(&self, condition: &str, values: impl Params) -> StoreResult<Vec<CabinetKey>> {
        let mut query = self.tx.prepare_cached(&format!("{KEY} WHERE {condition}"))?;
        let rows = query.query_map(values, key)?;
        let mut keys: Vec<CabinetKey> = rows.collect::<Result<_, _>>()?;
        for key in keys.iter_mut().filter(|key| key.state.is_open()) {
            key.clocks = self.running_clocks(key.id)?;
        }
        Ok(keys)
    }

    /// A key by the number on its label, or by its own number.
    pub fn key_case(&self, number: &str) -> StoreResult<Option<Case>> {
        let sql = |condition: &str| format!("SELECT {} FROM cases WHERE {condition}", Case::list(""));
        for condition in ["register = 'key' AND old_number = upper(?1)", "number = upper(?1) AND register = 'key'"] {
            let mut query = self.tx.prepare_cached(&sql(condition))?;
            let found = query.query_row([number], |row| Case::from_columns(row, 0)).optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Whether there is any key to be counted.
    pub fn has_keys(&self) -> StoreResult<bool> {
        let mut query = self.tx.prepare_cached(
            "SELECT 1 FROM house_keys k JOIN cases c ON c.id = k.case_id
             WHERE c.state NOT IN ('voided', 'handed_over') LIMIT 1",
        )?;
        Ok(query.exists([])?)
    }

    /// The stock-taking of a month, `2026-11`, that was not voided.
    pub fn stocktake_of(&self, month: &str) -> StoreResult<Option<Case>> {
        let sql = format!(
            "SELECT {} FROM stocktakes s JOIN cases c ON c.id = s.case_id WHERE s.month = ?1 AND c.state <> 'voided'
             ORDER BY c.id DESC LIMIT 1",
            Case::list("c.")
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        Ok(query.query_row([month], |row| Case::from_columns(row, 0)).optional()?)
    }

    /// The oldest stock-taking that is not reported yet.
    pub fn open_stocktake(&self) -> StoreResult<Option<Case>> {
        let sql = format!(
            "SELECT {} FROM cases WHERE register = 'stocktake' AND open = 1 ORDER BY id LIMIT 1",
            Case::list("")
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        Ok(query.query_row([], |row| Case::from_columns(row, 0)).optional()?)
    }
}
