//! The journal: append-only, chained by hash, each entry with a digest of every record that it touched.
use super::convert::{column, time_text};
use super::{StoreResult, Tx};
use crate::model::clock::Time;
use crate::model::event::Event;
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

/// The hash that stands before the first entry.
const BEGINNING: &str = "frontdesk";

/// A hash as 64 small hexadecimal letters.
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How many entries there are, and the hash of the last: the head of the chain, to be kept outside the file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Head {
    /// Number of the last entry.
    pub events: i64,
    /// Its hash.
    pub hash: String,
}

fn chained(before: &str, id: i64, at: &str, by: &str, action: &str, touched: &[(i64, String)]) -> String {
    let mut text = format!("{before}\n{id}\n{at}\n{by}\n{action}");
    for (case_id, digest) in touched {
        text.push_str(&format!("\n{case_id} {digest}"));
    }
    digest(&text)
}

impl Tx<'_> {
    /// Appends an entry. `touched` names each case that it changed, with the digest of its record afterwards.
    pub fn add_event(&self, at: Time, by: &str, action: &str, touched: &[(i64, String)]) -> StoreResult<i64> {
        let head = self.head()?;
        let id = head.events + 1;
        let mut touched = touched.to_vec();
        touched.sort();
        let at = time_text(at);
        let hash = chained(&head.hash, id, &at, by, action, &touched);
        self.tx
            .prepare_cached("INSERT INTO events (id, at, by, action, hash) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![id, at, by, action, hash])?;
        let mut insert =
            self.tx.prepare_cached("INSERT INTO event_cases (case_id, event_id, digest) VALUES (?1, ?2, ?3)")?;
        for (case_id, digest) in &touched {
            insert.execute(params![case_id, id, digest])?;
        }
        Ok(id)
    }

    /// The head of the chain.
    pub fn head(&self) -> StoreResult<Head> {
        let mut query = self.tx.prepare_cached("SELECT id, hash FROM events ORDER BY id DESC LIMIT 1")?;
        let head = query.query_row([], |row| Ok(Head { events: row.get(0)?, hash: row.get(1)? })).optional()?;
        Ok(head.unwrap_or(Head { events: 0, hash: BEGINNING.to_owned() }))
    }

    /// What happened to a case, oldest first.
    pub fn history(&self, case_id: i64) -> StoreResult<Vec<Event>> {
        let mut query = self.tx.prepare_cached(
            "SELECT id, at, by, action FROM events JOIN event_cases ON event_id = id WHERE case_id = ?1 ORDER BY id",
        )?;
        let rows = query.query_map([case_id], |row| {
            let at = &mut (0..);
            let (id, time, by) = (column(row, at)?, column(row, at)?, column(row, at)?);
            let action: String = column(row, at)?;
            Ok(Event { id, at: time, by, action: serde_json::from_str(&action).unwrap_or_default() })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Who changed a case last, and when.
    pub fn last_change(&self, case_id: i64) -> StoreResult<Option<(String, Time)>> {
        let mut query = self.tx.prepare_cached(
            "SELECT by, at FROM events JOIN event_cases ON event_id = id WHERE case_id = ?1 ORDER BY id DESC LIMIT 1",
        )?;
        let last = query.query_row([case_id], |row| {
            let at = &mut (0..);
            Ok((column(row, at)?, column(row, at)?))
        });
        Ok(last.optional()?)
    }

    /// Follows the chain from its beginning; says at which entry it breaks, if it does.
    pub fn broken_link(&self) -> StoreResult<Option<i64>> {
        let mut before = BEGINNING.to_owned();
        let mut expected = 1;
        let mut query = self.tx.prepare("SELECT id, at, by, action, hash FROM events ORDER BY id")?;
        let mut touched =
            self.tx.prepare("SELECT case_id, digest FROM event_cases WHERE event_id = ?1 ORDER BY case_id")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let at = &mut (0..);
            let id: i64 = column(row, at)?;
            let (time, by, action, hash): (String, String, String, String) =
                (column(row, at)?, column(row, at)?, column(row, at)?, column(row, at)?);
            let cases = touched.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let cases: Vec<(i64, String)> = cases.collect::<Result<_, _>>()?;
            if id != expected || chained(&before, id, &time, &by, &action, &cases) != hash {
                return Ok(Some(id));
            }
            before = hash;
            expected += 1;
        }
        Ok(None)
    }

    /// Each case with the digest that its last event says its record must have.
    pub fn last_digests(&self, mut each: impl FnMut(i64, Option<String>)) -> StoreResult<()> {
        let mut query = self.tx.prepare(
            "SELECT id, (SELECT digest FROM event_cases WHERE case_id = cases.id ORDER BY event_id DESC LIMIT 1) FROM cases",
        )?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            each(row.get(0)?, row.get(1)?);
        }
        Ok(())
    }
}
