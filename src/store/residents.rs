//! The residents' archive and the keys by which a household is found (LED-01).
use super::convert::{Record, column, record};
use super::{StoreResult, Tx};
use crate::model::case::Case;
use crate::model::resident::Resident;
use rusqlite::{OptionalExtension, params, types::Value};

record!(Resident, "residents", "id", [id, unit, name, phone, tie, needs, note, gone]);

impl Tx<'_> {
    /// The resident of a unit by name.
    pub fn resident(&self, unit: &str, name: &str) -> StoreResult<Option<Resident>> {
        let sql = format!("SELECT {} FROM residents WHERE unit = ?1 AND name = ?2", Resident::list(""));
        let mut query = self.tx.prepare_cached(&sql)?;
        Ok(query.query_row([unit, name], |row| Resident::from_columns(row, 0)).optional()?)
    }

    /// Adds or rewrites a resident together with the keys that find it; `id` 0 adds.
    pub fn set_resident(&self, resident: &Resident, keys: &[String]) -> StoreResult<i64> {
        let mut values = resident.values();
        if resident.id == 0 {
            values[0] = Value::Null;
        }
        let marks: Vec<String> = (1..=values.len()).map(|at| format!("?{at}")).collect();
        let sql = format!("INSERT OR REPLACE INTO residents ({}) VALUES ({})", Resident::list(""), marks.join(", "));
        self.tx.prepare_cached("DELETE FROM resident_keys WHERE resident_id = ?1")?.execute([resident.id])?;
        self.tx.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
        let id = if resident.id == 0 { self.tx.last_insert_rowid() } else { resident.id };
        let mut insert =
            self.tx.prepare_cached("INSERT OR IGNORE INTO resident_keys (key, resident_id) VALUES (?1, ?2)")?;
        for key in keys {
            insert.execute(params![key, id])?;
        }
        Ok(id)
    }

    /// Residents one of whose keys begins with `prefix`, those still living here first, by unit.
    pub fn find_residents(&self, prefix: &str, limit: usize) -> StoreResult<Vec<Resident>> {
        let sql = format!(
            "SELECT DISTINCT {} FROM resident_keys JOIN residents ON id = resident_id
             WHERE key >= ?1 AND key < ?2 ORDER BY gone, key = ?1 DESC, length(unit), unit, id LIMIT ?3",
            Resident::list("")
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let above = format!("{prefix}\u{10FFFF}");
        let rows = query.query_map(params![prefix, above, limit as i64], |row| Resident::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Everybody of a unit, those who moved out last.
    pub fn residents_of(&self, unit: &str) -> StoreResult<Vec<Resident>> {
        let sql = format!("SELECT {} FROM residents WHERE unit = ?1 ORDER BY gone, id", Resident::list(""));
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map([unit], |row| Resident::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Cases of a unit: all that is open, then the newest of the others, together at most `limit`.
    pub fn cases_of(&self, unit: &str, limit: usize) -> StoreResult<Vec<Case>> {
        let sql = format!(
            "SELECT {} FROM cases WHERE unit = ?1 ORDER BY open DESC, CASE open WHEN 1 THEN next_at END, id DESC LIMIT ?2",
            Case::list("")
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query.query_map(params![unit, limit as i64], |row| Case::from_columns(row, 0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many units have a resident, and how many residents there are.
    pub fn archive_size(&self) -> StoreResult<(i64, i64)> {
        let sql = "SELECT count(DISTINCT unit), count(*) FROM residents WHERE gone = 0";
        Ok(self.tx.query_row(sql, [], |row| {
            let at = &mut (0..);
            Ok((column(row, at)?, column(row, at)?))
        })?)
    }
}
