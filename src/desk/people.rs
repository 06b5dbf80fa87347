//! Residents and staff (LED-01, SEC-01, SEC-04).
use super::Desk;
use super::action::{NewStaff, StaffChange};
use super::answer::{Done, Hint};
use super::ask::lookup_keys;
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::steps::something;
use crate::model::clock::Time;
use crate::model::resident::{NewResident, Resident};
use crate::model::staff::{Role, Staff};
use serde_json::json;

const MANAGEMENT: &[Role] = &[Role::Manager, Role::HeadOffice];

impl Desk {
    /// Makes the person at the keyboard the manager if nobody works here yet; none if somebody does.
    ///
    /// # Errors
    /// The file, or a login that cannot be one.
    pub fn first_start(&mut self, login: &str, now: Time) -> Result<Option<Staff>, Refusal> {
        // Looked at without the lock: who only signs on does not wait for whoever is writing.
        if !self.store.read()?.staff()?.is_empty() {
            return Ok(None);
        }
        let tx = self.store.write()?;
        if !tx.staff()?.is_empty() {
            return Ok(None);
        }
        check_login(login)?;
        let manager = Staff {
            login: login.to_owned(),
            name: login.to_owned(),
            role: Role::Manager,
            department: None,
            active: true,
            skills: None,
        };
        tx.set_staff_member(&manager)?;
        let record = json!({ "do": "first_start", "login": login, "role": manager.role });
        tx.add_event(now, login, &record.to_string(), &[])?;
        tx.commit()?;
        Ok(Some(manager))
    }
}

impl Turn<'_, '_> {
    /// Enters a resident; the same unit and name is the same person, brought up to date (LED-01).
    pub fn record_resident(&mut self, new: &NewResident) -> Result<Done, Refusal> {
        let before = self.tx.resident(&new.unit, &new.name)?;
        let known = before.as_ref();
        let resident = Resident {
            id: known.map_or(0, |before| before.id),
            unit: new.unit.clone(),
            name: new.name.clone(),
            phone: new.phone.clone().or_else(|| known.and_then(|before| before.phone.clone())),
            tie: new.tie.or(known.map(|before| before.tie)).unwrap_or_default(),
            needs: new.needs.clone().or_else(|| known.and_then(|before| before.needs.clone())),
            note: new.note.clone().or_else(|| known.and_then(|before| before.note.clone())),
            gone: new.gone.or(known.map(|before| before.gone)).unwrap_or_default(),
        };
        if known == Some(&resident) {
            return Err(Refusal::AlreadyThere(format!("{} {}", new.unit, new.name)));
        }
        self.tx.set_resident(&resident, &lookup_keys(&resident))?;
        if let Some(before) = before {
            self.was.insert("resident".to_owned(), json!(before));
            self.hint = Some(Hint::UpToDate);
        }
        Ok(Done { number: resident.unit, state: None, version: None, linked: Vec::new(), hint: self.hint, shown: None })
    }

    /// Adds a member of the staff.
    pub fn add_staff(&mut self, new: &NewStaff) -> Result<Done, Refusal> {
        check_login(&new.login)?;
        if self.tx.staff_member(&new.login)?.is_some() {
            return Err(Refusal::field("login", FaultWhy::Taken));
        }
        let member = Staff {
            login: new.login.clone(),
            name: new.name.clone(),
            role: new.role,
            department: new.department,
            active: true,
            skills: self.skills(new.skills.as_deref())?,
        };
        self.save_staff(&member)
    }

    /// Changes a member of the staff. Nobody is deleted: who leaves is no longer active (SEC-04).
    pub fn change_staff(&mut self, change: &StaffChange) -> Result<Done, Refusal> {
        let before = self.tx.staff_member(&change.login)?;
        let before = before.ok_or_else(|| Refusal::field("login", FaultWhy::NoSuchStaff))?;
        let member = Staff {
            login: before.login.clone(),
            name: change.name.clone().unwrap_or_else(|| before.name.clone()),
            role: change.role.unwrap_or(before.role),
            department: change.department.or(before.department),
            active: change.active.unwrap_or(before.active),
            skills: self.skills(change.skills.as_deref())?.or(before.skills.clone()),
        };
        something(member != before)?;
        let manages = |one: &Staff| one.active && MANAGEMENT.contains(&one.role);
        let others = self.tx.staff()?.iter().any(|one| one.login != member.login && manages(one));
        if manages(&before) && !manages(&member) && !others {
            return Err(Refusal::field(if member.active { "role" } else { "active" }, FaultWhy::LastManager));
        }
        self.was.insert("staff".to_owned(), json!(before));
        self.save_staff(&member)
    }

    fn save_staff(&mut self, member: &Staff) -> Result<Done, Refusal> {
        self.tx.set_staff_member(member)?;
        Ok(Done {
            number: member.login.clone(),
            state: None,
            version: None,
            linked: Vec::new(),
            hint: None,
            shown: None,
        })
    }
}

fn check_login(login: &str) -> Result<(), Refusal> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '\\' | '$');
    if login.is_empty() || login.chars().count() > 64 || login == "system" || !login.chars().all(plain) {
        return Err(Refusal::field("login", FaultWhy::NotALogin));
    }
    Ok(())
}
