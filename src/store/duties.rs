//! Who is on duty when, and how much each technician has (DSP-06).
use super::convert::{column, time_text};
use super::{StoreResult, Tx};
use crate::model::clock::Time;
use crate::model::duty::{Duty, Technician};
use rusqlite::{Row, params};

fn duty(row: &Row<'_>) -> rusqlite::Result<Duty> {
    let at = &mut (0..);
    Ok(Duty { login: column(row, at)?, starts_at: column(row, at)?, ends_at: column(row, at)? })
}

fn technician(row: &Row<'_>) -> rusqlite::Result<Technician> {
    let at = &mut (0..);
    let (login, name, department) = (column(row, at)?, column(row, at)?, column(row, at)?);
    let skills: Option<String> = column(row, at)?;
    let skills = skills.unwrap_or_default().split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect();
    Ok(Technician { login, name, department, skills, load: column(row, at)?, on_duty_until: column(row, at)? })
}

impl Tx<'_> {
    /// Enters a turn of duty; one that begins at the same time is written anew.
    pub fn set_duty(&self, duty: &Duty) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO duties (login, starts_at, ends_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (login, starts_at) DO UPDATE SET ends_at = ?3",
            )?
            .execute(params![duty.login, time_text(duty.starts_at), time_text(duty.ends_at)])?;
        Ok(())
    }

    /// Turns of duty that end after `from`, the first one first.
    pub fn duties(&self, from: Time, limit: usize) -> StoreResult<Vec<Duty>> {
        let mut query = self.tx.prepare_cached(
            "SELECT login, starts_at, ends_at FROM duties WHERE ends_at > ?1 ORDER BY starts_at, login LIMIT ?2",
        )?;
        let rows = query.query_map(params![time_text(from), limit as i64], duty)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Those who can be sent: active, of a department, and neither at the desk nor above it; with their open orders and
    /// until when they are on duty.
    pub fn technicians(&self, now: Time) -> StoreResult<Vec<Technician>> {
        let mut query = self.tx.prepare_cached(
            "SELECT s.login, s.name, s.department, s.skills,
               (SELECT count(*) FROM work_orders w JOIN cases c ON c.id = w.case_id
                WHERE w.technician = s.login AND w.finished_at IS NULL AND c.open = 1),
               (SELECT max(ends_at) FROM duties d WHERE d.login = s.login AND d.starts_at <= ?1 AND d.ends_at > ?1)
             FROM staff s WHERE s.active = 1 AND s.department IS NOT NULL AND s.role IN ('department', 'night_guard')
             ORDER BY s.login",
        )?;
        let rows = query.query_map([time_text(now)], technician)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
