//! The one clock table of all registers, and the two times that each case takes from it for its queue.
use super::convert::{Column, column, time_text};
use super::{StoreResult, Tx};
use crate::model::clock::{Clock, Noted, Pause, Stopped, Time};
use rusqlite::{Row, params, params_from_iter, types::Value};

const COLUMNS: &str = "id, case_id, cycle, rule, milestone, level, crossing, pausable, basis, within, started_at, \
    armed_at, due_at, soon_at, pause_from, pause_until, pause_left, paused_for, stopped_at, stop_reason, noted_by, noted_at";

fn clock(row: &Row<'_>) -> rusqlite::Result<Clock> {
    let at = &mut (0..);
    Ok(Clock {
        id: column(row, at)?,
        case_id: column(row, at)?,
        cycle: column(row, at)?,
        rule: column(row, at)?,
        milestone: column(row, at)?,
        level: column(row, at)?,
        crossing: column(row, at)?,
        pausable: column(row, at)?,
        basis: column(row, at)?,
        within: column(row, at)?,
        started_at: column(row, at)?,
        armed_at: column(row, at)?,
        due_at: column(row, at)?,
        soon_at: column(row, at)?,
        pause: pause(column(row, at)?, column(row, at)?, column(row, at)?),
        paused_for: column(row, at)?,
        stopped: both(column(row, at)?, column(row, at)?).map(|(at, why)| Stopped { at, why }),
        noted: both(column(row, at)?, column(row, at)?).map(|(by, at)| Noted { by, at }),
    })
}

fn both<A, B>(a: Option<A>, b: Option<B>) -> Option<(A, B)> {
    a.zip(b)
}

fn pause(from: Option<Time>, until: Option<Time>, left: Option<i64>) -> Option<Pause> {
    Some(Pause { from: from?, until: until?, left: left? })
}

/// All columns but the id, in the order of [`COLUMNS`], and the lateness that is frozen at the stop.
fn values(clock: &Clock, late: Option<i64>) -> Vec<Value> {
    let pause = clock.pause.as_ref();
    let stopped = clock.stopped.as_ref();
    let noted = clock.noted.as_ref();
    vec![
        clock.case_id.write(),
        clock.cycle.write(),
        clock.rule.write(),
        clock.milestone.write(),
        clock.level.write(),
        clock.crossing.write(),
        clock.pausable.write(),
        clock.basis.write(),
        clock.within.write(),
        clock.started_at.write(),
        clock.armed_at.write(),
        clock.due_at.write(),
        clock.soon_at.write(),
        pause.map(|pause| pause.from).write(),
        pause.map(|pause| pause.until).write(),
        pause.map(|pause| pause.left).write(),
        clock.paused_for.write(),
        stopped.map(|stopped| stopped.at).write(),
        stopped.map(|stopped| stopped.why).write(),
        noted.map(|noted| noted.by.clone()).write(),
        noted.map(|noted| noted.at).write(),
        late.write(),
    ]
}

impl Tx<'_> {
    /// Adds a clock and gives it its row. `late` is set if it is entered already stopped.
    pub fn add_clock(&self, new: &mut Clock, late: Option<i64>) -> StoreResult<()> {
        let values = values(new, late);
        let marks: Vec<String> = (1..=values.len()).map(|at| format!("?{at}")).collect();
        let columns = COLUMNS.trim_start_matches("id, ");
        let sql = format!("INSERT INTO clocks ({columns}, late) VALUES ({}) RETURNING id", marks.join(", "));
        new.id = self.tx.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
        Ok(())
    }

    /// Writes a running clock anew; a stopped one is frozen and refused by the file.
    pub fn set_clock(&self, changed: &Clock, late: Option<i64>) -> StoreResult<()> {
        let mut values = values(changed, late);
        let names = COLUMNS.trim_start_matches("id, ").split(", ").chain(["late"]);
        let sets: Vec<String> = names.enumerate().map(|(at, name)| format!("{name} = ?{}", at + 1)).collect();
        let sql = format!("UPDATE clocks SET {} WHERE id = ?{}", sets.join(", "), values.len() + 1);
        values.push(changed.id.write());
        self.tx.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// Takes away a clock that was armed ahead and never came into force.
    pub fn remove_unarmed_clock(&self, id: i64, now: Time) -> StoreResult<()> {
        self.tx
            .prepare_cached("DELETE FROM clocks WHERE id = ?1 AND stopped_at IS NULL AND armed_at > ?2")?
            .execute(params![id, time_text(now)])?;
        Ok(())
    }

    /// All clocks of a case, in the order in which they were started.
    pub fn clocks(&self, case_id: i64) -> StoreResult<Vec<Clock>> {
        self.clocks_where("case_id = ?1 ORDER BY id", [case_id])
    }

    /// The running clocks of a case, the one that crosses first before the others.
    pub fn running_clocks(&self, case_id: i64) -> StoreResult<Vec<Clock>> {
        self.clocks_where("case_id = ?1 AND stopped_at IS NULL ORDER BY crosses_at", [case_id])
    }

    /// The running clocks of many cases that are in force, each with the row of its case: what the lines of a queue
    /// need. One that cannot be read is none.
    pub fn clocks_of_all(&self, case_ids: &[i64], now: Time) -> StoreResult<Vec<(i64, Option<Clock>)>> {
        let mut query = self.tx.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM clocks WHERE case_id IN (SELECT value FROM json_each(?1)) AND stopped_at IS NULL
             AND armed_at <= ?2 ORDER BY crosses_at"
        ))?;
        let ids = serde_json::json!(case_ids).to_string();
        let rows = query.query_map(params![ids, time_text(now)], |row| Ok((row.get(1)?, clock(row).ok())))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn clocks_where(&self, condition: &str, values: impl rusqlite::Params) -> StoreResult<Vec<Clock>> {
        let mut query = self.tx.prepare_cached(&format!("SELECT {COLUMNS} FROM clocks WHERE {condition}"))?;
        let rows = query.query_map(values, clock)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Brings the two times of a case up to date by which the queues are read: when its next clock crosses,
    /// and when the first of them is due soon. To be called after every change of its clocks.
    pub fn refresh_queue_times(&self, case_id: i64) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "UPDATE cases SET (next_at, soon_at) =
                   (SELECT coalesce(min(crosses_at), '9999-12-31T00:00:00Z'), coalesce(min(soon_at), '9999-12-31T00:00:00Z')
                    FROM clocks WHERE case_id = ?1 AND stopped_at IS NULL) WHERE id = ?1",
            )?
            .execute([case_id])?;
        Ok(())
    }

    /// The first moment after `now` at which some row changes its look: a clock is due soon or crosses.
    pub fn next_change(&self, now: Time) -> StoreResult<Option<Time>> {
        let mut query = self.tx.prepare_cached(
            "SELECT min(at) FROM (
               SELECT min(next_at) AS at FROM cases INDEXED BY cases_late WHERE open = 1 AND harm = 0 AND next_at > ?1
               UNION ALL SELECT min(next_at) FROM cases INDEXED BY cases_late WHERE open = 1 AND harm = 1 AND next_at > ?1
               UNION ALL SELECT min(soon_at) FROM cases WHERE open = 1 AND soon_at > ?1
               UNION ALL SELECT min(crosses_at) FROM clocks WHERE stopped_at IS NULL AND crosses_at > ?1)",
        )?;
        Ok(query.query_row([time_text(now)], |row| column(row, &mut (0..)))?)
    }
}
