//! Who sits at a shared terminal: PINs, and numbers that are shown whole (SEC-02, SEC-03). A PIN itself stays here: the
//! file gets its hash, the journal whose it is.
use super::Desk;
use super::action::{Acquaintance, ActionNote, NewPin};
use super::answer::{Done, Part};
use super::ask::{known, part};
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::steps::something;
use super::veil;
use crate::model::case::Case;
use crate::model::clock::Time;
use crate::model::rights::{Right, masked_for};
use crate::model::staff::Staff;
use crate::model::step::Secret;
use crate::model::text::typed;
use crate::store::pins::Pin;
use crate::store::{StoreError, StoreResult};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use chrono::TimeDelta;
use serde_json::{Map, Value, json};

/// From the third wrong PIN in a row on, the next try waits: so many seconds, twice as many each time.
const WRONG_AT_MOST: u32 = 3;
const FIRST_WAIT: i64 = 30;
const LONGEST_WAIT: i64 = 15 * 60;

impl Desk {
    /// Signs a person on by the PIN. Each wrong one is counted in the file before it is known to be wrong, so that nobody
    /// gets tries for free at a second terminal or by ending the program.
    ///
    /// # Errors
    /// [`Refusal::WrongPin`] with the moment of the next try, [`Refusal::NoPin`], unknown or no longer active, the file.
    pub fn sign_on(&mut self, login: &str, pin: &str, now: Time) -> Result<Staff, Refusal> {
        let (person, kept) = self.take_attempt(login, now)?;
        let right = is_right(&kept.hash, &typed(pin));
        let wrong = kept.wrong.saturating_add(1);
        let next_try = now + wait_after(wrong);
        let tx = self.store.write()?;
        if right {
            tx.set_wrong(login, 0, None)?;
            tx.add_event(now, login, &json!({"do": "sign_on", "login": login}).to_string(), &[])?;
        } else if next_try > now {
            let record = json!({"do": "wrong_pin", "login": login, "wrong": wrong, "until": next_try});
            tx.add_event(now, "system", &record.to_string(), &[])?;
        }
        tx.commit()?;
        if right { Ok(person) } else { Err(Refusal::WrongPin(next_try)) }
    }

    /// Counts a try as a wrong one, for now; refused while one has to wait. Answers what was kept before.
    fn take_attempt(&mut self, login: &str, now: Time) -> Result<(Staff, Pin), Refusal> {
        let tx = self.store.write()?;
        let person = known(&tx, login)?;
        let kept = tx.pin(login)?.ok_or(Refusal::NoPin)?;
        // A clock that was set back must not lock anybody out for longer than the longest wait.
        let last = kept.last_wrong_at.map(|at| at.min(now));
        let next_try = last.map_or(now, |at| at + wait_after(kept.wrong));
        if next_try > now {
            return Err(Refusal::WrongPin(next_try));
        }
        tx.set_wrong(login, kept.wrong.saturating_add(1), Some(now))?;
        tx.commit()?;
        Ok((person, kept))
    }

    /// Logins of all who have a PIN, and so can sign on at a terminal of somebody else.
    pub fn logins_with_pin(&self) -> StoreResult<Vec<String>> {
        self.store.read()?.logins_with_pin()
    }
}

/// How long the next try waits after so many wrong ones in a row.
fn wait_after(wrong: u32) -> TimeDelta {
    let Some(doublings) = wrong.checked_sub(WRONG_AT_MOST) else { return TimeDelta::zero() };
    let seconds = if doublings > 10 { LONGEST_WAIT } else { (FIRST_WAIT << doublings).min(LONGEST_WAIT) };
    TimeDelta::seconds(seconds)
}

/// Made light for a thin machine: 8 MiB, some 20 ms. What keeps guessers out is the waiting; the hash keeps whoever reads
/// the file from reading the PIN off it.
fn hash_of(pin: &str) -> StoreResult<String> {
    let failed = |error: &dyn std::fmt::Display| StoreError::Disk(error.to_string());
    let params = Params::new(8 * 1024, 2, 1, None).map_err(|error| failed(&error))?;
    let argon2 = Argon2::new(Algorithm::default(), Version::default(), params);
    let hash = argon2.hash_password(pin.as_bytes()).map_err(|error| failed(&error))?;
    Ok(hash.to_string())
}

fn is_right(hash: &str, pin: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

/// 4 to 12 digits that are not all the same.
fn is_a_pin(pin: &str) -> bool {
    let digits = pin.as_bytes();
    let several = digits.iter().any(|digit| Some(digit) != digits.first());
    (4..=12).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit) && several
}

impl Turn<'_, '_> {
    /// Sets a PIN: one's own, or for the manager that of anybody.
    pub fn set_pin(&mut self, new: &NewPin) -> Result<Done, Refusal> {
        let login = new.login.as_deref().unwrap_or(&self.me.login).to_owned();
        if login != self.me.login {
            self.allow(Right::SetPinOfOthers.roles())?;
            known(self.tx, &login).map_err(|_| Refusal::field("login", FaultWhy::NoSuchStaff))?;
        }
        if !is_a_pin(&new.pin) {
            return Err(Refusal::field("pin", FaultWhy::NotAPin));
        }
        self.tx.set_pin(&login, &hash_of(&new.pin)?)?;
        Ok(Done { number: login, state: None, version: None, linked: Vec::new(), hint: None, shown: None })
    }

    /// Shows a number of a case whole, and by being an action writes down who saw it (SEC-03). There is nothing to do
    /// where no number is, or where it is not masked for this person.
    pub fn reveal(&mut self, case: &Case, secret: Secret) -> Result<(), Refusal> {
        self.allow(Right::to_reveal(secret).roles())?;
        let part = part(self.tx, case)?;
        let masked = masked_for(&self.me, case, veil::technician(&part));
        let key = match part {
            Part::Key(key) => Some(key),
            _ => None,
        };
        self.shown = match secret {
            Secret::Phone if !masked.phones => None,
            // Of a key that is out, one rings who has it.
            Secret::Phone => key.and_then(|key| key.holder_phone).or_else(|| case.phone.clone()),
            Secret::DocumentNumber => key.and_then(|key| key.document_number),
        };
        something(self.shown.is_some())
    }

    /// Shows the phone of a resident whole, and by being an action writes down who saw it (SEC-03).
    pub fn reveal_resident(&mut self, whose: &Acquaintance) -> Result<Done, Refusal> {
        self.allow(Right::RevealPhone.roles())?;
        let found = self.tx.resident(&whose.unit, &whose.name)?;
        let shown = found.and_then(|one| one.phone).filter(|_| !Right::SeePhones.is_of(self.me.role));
        something(shown.is_some())?;
        let number = whose.unit.clone();
        Ok(Done { number, state: None, version: None, linked: Vec::new(), hint: None, shown })
    }

    /// Who sees phones masked cannot type them off the archive: what begins with unit and name but no phone gets the one
    /// that stands there for them. Those who see it have left it out on purpose.
    pub fn fill_phone(&self, note: &ActionNote, fields: &mut Map<String, Value>) -> Result<(), Refusal> {
        let takes = note.field("phone").is_some() && note.name != "record_resident" && !fields.contains_key("phone");
        let text = |name: &str| fields.get(name).and_then(Value::as_str);
        let (Some(unit), Some(name)) = (text("unit"), text("name")) else { return Ok(()) };
        if takes
            && !Right::SeePhones.is_of(self.me.role)
            && let Some(phone) = self.tx.resident(unit, name)?.filter(|one| !one.gone).and_then(|one| one.phone)
        {
            fields.insert("phone".to_owned(), Value::String(phone));
        }
        Ok(())
    }
}
