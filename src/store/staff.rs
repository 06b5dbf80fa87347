//! The people who work here.
use super::convert::column;
use super::{StoreResult, Tx};
use crate::model::staff::Staff;
use rusqlite::{OptionalExtension, Row, params};

fn member(row: &Row<'_>) -> rusqlite::Result<Staff> {
    let at = &mut (0..);
    Ok(Staff {
        login: column(row, at)?,
        name: column(row, at)?,
        role: column(row, at)?,
        department: column(row, at)?,
        active: column(row, at)?,
        skills: column(row, at)?,
    })
}

impl Tx<'_> {
    /// Everybody, also those who left, by login.
    pub fn staff(&self) -> StoreResult<Vec<Staff>> {
        let mut query =
            self.tx.prepare_cached("SELECT login, name, role, department, active, skills FROM staff ORDER BY login")?;
        let rows = query.query_map([], member)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One member by login.
    pub fn staff_member(&self, login: &str) -> StoreResult<Option<Staff>> {
        let mut query = self
            .tx
            .prepare_cached("SELECT login, name, role, department, active, skills FROM staff WHERE login = ?1")?;
        Ok(query.query_row([login], member).optional()?)
    }

    /// Adds a member, or writes one anew.
    pub fn set_staff_member(&self, member: &Staff) -> StoreResult<()> {
        self.tx
            .prepare_cached(
                "INSERT INTO staff (login, name, role, department, active, skills) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (login) DO UPDATE SET name = ?2, role = ?3, department = ?4, active = ?5, skills = ?6",
            )?
            .execute(params![
                member.login,
                member.name,
                <&str>::from(member.role),
                member.department.map(<&str>::from),
                member.active,
                member.skills
            ])?;
        Ok(())
    }
}
