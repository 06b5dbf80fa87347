//! The month's lottery as it was drawn (CBK-02): its seed, what took part in which order, and what was drawn.
//! Must not know how it is drawn.
use super::convert::{Column, column, time_text};
use super::month::NOT_OWED_YET;
use super::{StoreResult, Tx};
use crate::model::callback::CallbackKind;
use crate::model::clock::Time;
use rusqlite::{OptionalExtension, Row, params};

/// The lottery of a month.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Lottery {
    /// The month, `2026-11`.
    pub month: String,
    /// Hash of the event after which it was opened.
    pub seed: String,
    /// Number of that event; 0 where there was none.
    pub after: i64,
    /// When.
    pub opened_at: Time,
}

/// Something that took part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lot {
    /// Its row.
    pub id: i64,
    /// The month.
    pub month: String,
    /// Row of the case that was finished.
    pub case_id: i64,
    /// Number of the case.
    pub number: String,
    /// Login of who did it; empty if nobody.
    pub technician: String,
    /// Building; empty if none.
    pub building: String,
    /// Hundredths that were asked for.
    pub percent: u32,
    /// Its lot.
    pub lot: String,
    /// The how-manieth it was drawn.
    pub drawn_at: Option<u32>,
    /// Its case was voided: how many had taken part or gone before it went.
    pub gone_after: Option<u32>,
}

const LOT: &str =
    "SELECT id, month, case_id, number, technician, building, percent, lot, drawn_at, gone_after FROM lots";

fn read_lot(row: &Row<'_>) -> rusqlite::Result<Lot> {
    let at = &mut (0..);
    Ok(Lot {
        id: column(row, at)?,
        month: column(row, at)?,
        case_id: column(row, at)?,
        number: column(row, at)?,
        technician: column(row, at)?,
        building: column(row, at)?,
        percent: column(row, at)?,
        lot: column(row, at)?,
        drawn_at: column(row, at)?,
        gone_after: column(row, at)?,
    })
}

fn read_lottery(row: &Row<'_>) -> rusqlite::Result<Lottery> {
    let at = &mut (0..);
    Ok(Lottery {
        month: column(row, at)?,
        seed: column(row, at)?,
        after: column(row, at)?,
        opened_at: column(row, at)?,
    })
}

impl Tx<'_> {
    /// The lottery of a month, if it is open.
    pub fn lottery(&self, month: &str) -> StoreResult<Option<Lottery>> {
        let mut query =
            self.tx.prepare_cached("SELECT month, seed, after, opened_at FROM lotteries WHERE month = ?1")?;
        Ok(query.query_row([month], read_lottery).optional()?)
    }

    /// All lotteries, the oldest first.
    pub fn lotteries(&self) -> StoreResult<Vec<Lottery>> {
        let mut query = self.tx.prepare_cached("SELECT month, seed, after, opened_at FROM lotteries ORDER BY month")?;
        let rows = query.query_map([], read_lottery)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Opens the lottery of a month.
    pub fn add_lottery(&self, new: &Lottery) -> StoreResult<()> {
        self.tx
            .prepare_cached("INSERT INTO lotteries (month, seed, after, opened_at) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![new.month, new.seed, new.after, time_text(new.opened_at)])?;
        Ok(())
    }

    /// How many take part in a month, and how many of them were drawn; what was voided does not count.
    pub fn lot_counts(&self, month: &str, kind: CallbackKind) -> StoreResult<(u32, u32)> {
        let mut query = self.tx.prepare_cached(
            "SELECT count(*), count(drawn_at) FROM lots JOIN cases ON cases.id = case_id
             WHERE month = ?1 AND kind = ?2 AND state <> 'voided'",
        )?;
        Ok(query.query_row(params![month, kind.write()], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// How many were drawn in a month about which nobody is owed a callback yet: they were opened again before anybody asked.
    pub fn not_owed_yet(&self, month: &str, kind: CallbackKind) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached(&format!(
            "SELECT count(*) FROM lots l JOIN cases c ON c.id = l.case_id WHERE l.month = ?1 AND l.kind = ?2 AND {NOT_OWED_YET}"
        ))?;
        Ok(query.query_row(params![month, kind.write()], |row| row.get(0))?)
    }

    /// Everything that took part in a month, in the order in which it was finished.
    pub fn lots(&self, month: &str, kind: CallbackKind) -> StoreResult<Vec<Lot>> {
        let mut query = self.tx.prepare_cached(&format!("{LOT} WHERE month = ?1 AND kind = ?2 ORDER BY id"))?;
        let rows = query.query_map(params![month, kind.write()], read_lot)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// In which months a case took part.
    pub fn lots_of(&self, case_id: i64, kind: CallbackKind) -> StoreResult<Vec<Lot>> {
        let mut query = self.tx.prepare_cached(&format!("{LOT} WHERE case_id = ?1 AND kind = ?2 ORDER BY id"))?;
        let rows = query.query_map(params![case_id, kind.write()], read_lot)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Lets a case take part; `new.id` is not looked at.
    pub fn add_lot(&self, kind: CallbackKind, new: &Lot) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO lots (month, kind, case_id, number, technician, building, percent, lot, drawn_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                new.month,
                kind.write(),
                new.case_id,
                new.number,
                new.technician,
                new.building,
                new.percent,
                new.lot,
                new.drawn_at
            ])?;
        Ok(())
    }

    /// Writes down that it was drawn, as the how-manieth.
    pub fn draw_lot(&self, id: i64, place: u32) -> StoreResult<()> {
        self.tx.prepare_cached("UPDATE lots SET drawn_at = ?2 WHERE id = ?1")?.execute(params![id, place])?;
        Ok(())
    }

    /// Takes a lot out, after so many that had taken part or gone.
    pub fn take_out_lot(&self, id: i64, after: u32) -> StoreResult<()> {
        self.tx.prepare_cached("UPDATE lots SET gone_after = ?2 WHERE id = ?1")?.execute(params![id, after])?;
        Ok(())
    }

    /// Hash and action of an event by its number.
    pub fn event_hash(&self, id: i64) -> StoreResult<Option<(String, String)>> {
        let mut query = self.tx.prepare_cached("SELECT hash, action FROM events WHERE id = ?1")?;
        Ok(query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }
}
