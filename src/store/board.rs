//! The board of the work orders: one query says which order stands in which column, another brings the lines.
use super::convert::{column, time_text};
use super::{StoreResult, Tx};
use crate::model::board::{Board, BoardColumn, Lane};
use crate::model::case::Register;
use crate::model::clock::Time;
use crate::model::queue::QueueRow;
use crate::model::staff::Department;
use rusqlite::params;
use std::collections::HashMap;
use strum::VariantArray;

/// Row, column and how many there are in that column, for the first lines of every column. Open orders are read off the
/// index of the queue, so that it does not matter how many have ended.
const PLACES: &str = "WITH orders AS (
    SELECT c.id, c.next_at AS rank, iif(c.state <> 'finished' AND EXISTS
        (SELECT 1 FROM pauses p WHERE p.case_id = c.id AND p.resumed_at IS NULL AND p.until > ?1), 'paused', c.state) AS lane
    FROM cases c INDEXED BY cases_queue WHERE c.open = 1 AND c.register = 'work_order' AND (?3 IS NULL OR c.department = ?3)
    UNION ALL
    SELECT c.id, -unixepoch(c.closed_at), 'sheet_back' FROM cases c INDEXED BY cases_orders_closed
    WHERE c.register = 'work_order' AND c.state = 'closed' AND c.closed_at > ?2 AND (?3 IS NULL OR c.department = ?3)
), placed AS (
    SELECT id, lane, row_number() OVER (PARTITION BY lane ORDER BY rank, id) AS place, count(*) OVER (PARTITION BY lane) AS total
    FROM orders
)
SELECT id, lane, total FROM placed WHERE place <= ?4 ORDER BY lane, place";

impl Tx<'_> {
    /// The columns of the board, from left to right; closed ones since `closed_after`.
    pub fn lanes(&self, department: Option<Department>, closed_after: Time, now: Time) -> StoreResult<Vec<Lane>> {
        let places = self.places(department, closed_after, now)?;
        let ids: Vec<i64> = places.iter().map(|(id, ..)| *id).collect();
        let mut lines: HashMap<i64, QueueRow> =
            self.lines_of(Some(Register::WorkOrder), &ids, now)?.into_iter().map(|line| (line.id, line)).collect();
        let empty = |&column: &BoardColumn| Lane { column, rows: Vec::new(), count: 0 };
        let mut lanes: Vec<Lane> = BoardColumn::VARIANTS.iter().map(empty).collect();
        for (id, column, count) in places {
            let lane = lanes.iter_mut().find(|lane| lane.column == column);
            if let Some((lane, line)) = lane.zip(lines.remove(&id)) {
                lane.rows.push(line);
                lane.count = count;
            }
        }
        Ok(lanes)
    }

    fn places(
        &self,
        department: Option<Department>,
        closed_after: Time,
        now: Time,
    ) -> StoreResult<Vec<(i64, BoardColumn, u32)>> {
        let mut query = self.tx.prepare_cached(PLACES)?;
        let department = department.map(<&str>::from);
        let values = params![time_text(now), time_text(closed_after), department, Board::MOST];
        let rows = query.query_map(values, |row| {
            let at = &mut (0..);
            Ok((column(row, at)?, column(row, at)?, column(row, at)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
