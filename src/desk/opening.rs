//! What every new case has in common: its number, who it is about, when it reached the staff.
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::bigrams::tokens;
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::Time;
use crate::model::staff::{Department, Role};
use crate::model::unit::UnitCode;
use chrono::NaiveDate;

/// What a new case is made of; the rest is worked out.
pub(super) struct NewCase<'a> {
    pub register: Register,
    pub unit: Option<&'a str>,
    pub name: Option<&'a str>,
    pub phone: Option<&'a str>,
    pub matter: &'a str,
    pub detail: Option<&'a str>,
    pub channel: Channel,
    pub department: Option<Department>,
    pub owner: Role,
    pub harm: bool,
    pub received_at: Option<Time>,
    pub wanted_by: Option<Time>,
    pub old_number: Option<&'a str>,
    /// The local day that the number carries.
    pub day: NaiveDate,
}

/// Whether a case is made of another one, whose row it is then.
#[derive(Clone, Copy)]
pub(super) enum Origin {
    /// It came straight to its register.
    No,
    /// In the same step in which the matter was taken in.
    AtOnce(i64),
    /// Of a case that was there already: reporting duties begin now.
    Later(i64),
}

impl Origin {
    /// From when the reporting duties of the new case count (ESC-09, ESC-13).
    pub fn duties_from(self, received_at: Option<Time>, now: Time) -> Time {
        match self {
            Origin::Later(_) => now,
            Origin::No | Origin::AtOnce(_) => received_at.unwrap_or(now),
        }
    }
}

impl Turn<'_, '_> {
    /// Ties a new case to the one it was made of; both show it (REC-03).
    pub fn link(&mut self, from: Origin, case: &Case) -> Result<(), Refusal> {
        if let Origin::AtOnce(origin) | Origin::Later(origin) = from {
            self.tx.add_link(origin, case.id)?;
        }
        Ok(())
    }

    /// Adds a case in the state in which its register begins, in its first cycle, and lets the search know its words.
    pub fn add_case(&mut self, new: &NewCase<'_>) -> Result<Case, Refusal> {
        let mut case = Case {
            id: 0,
            number: self.tx.next_number(new.register.prefix(), new.day)?,
            register: new.register,
            state: first_state(new.register),
            unit: new.unit.map(str::to_owned),
            building: new.unit.and_then(building),
            name: new.name.map(str::to_owned),
            phone: new.phone.map(str::to_owned),
            matter: new.matter.to_owned(),
            detail: new.detail.map(str::to_owned),
            channel: new.channel,
            acceptor: self.me.login.clone(),
            handler: None,
            department: new.department,
            owner: new.owner,
            harm: new.harm,
            received_at: new.received_at.unwrap_or(self.now),
            entered_at: self.now,
            wanted_by: new.wanted_by,
            closed_at: (!first_state(new.register).is_open()).then_some(self.now),
            cycle: 1,
            version: 1,
            old_number: new.old_number.map(str::to_owned),
        };
        self.cover_month(case.received_at)?;
        case.id = self.tx.add_case(&case)?;
        self.touched.insert(case.id);
        self.tx.set_words(case.id, &case_words(&case, None), false)?;
        Ok(case)
    }

    /// Today, local.
    pub fn today(&self) -> NaiveDate {
        self.config.calendar.local_date(self.now)
    }

    /// Writes a case anew; `counts` says whether it is a change that another person's screen must not overlook.
    pub fn save_case(&mut self, case: &mut Case, counts: bool) -> Result<(), Refusal> {
        if counts {
            case.version += 1;
        }
        self.touched.insert(case.id);
        Ok(self.tx.set_case(case)?)
    }
}

/// The state in which a case of a register begins.
fn first_state(register: Register) -> State {
    match register {
        Register::WorkOrder => State::Waiting,
        Register::Key => State::Kept,
        Register::Callback => State::Due,
        Register::Pass => State::Issued,
        Register::Reminder => State::Reminding,
        _ => State::Accepted,
    }
}

/// Building part of a unit that is plain already.
pub(super) fn building(unit: &str) -> Option<String> {
    UnitCode::parse(unit).ok().map(|unit| unit.building().to_owned())
}

/// The words under which a case is found; `more` is what its register knows beside it.
pub(super) fn case_words(case: &Case, more: Option<&str>) -> String {
    let parts = [
        Some(case.number.as_str()),
        case.old_number.as_deref(),
        case.unit.as_deref(),
        case.name.as_deref(),
        Some(case.matter.as_str()),
        case.detail.as_deref(),
        more,
    ];
    let text: Vec<&str> = parts.into_iter().flatten().collect();
    tokens(&text.join("\n"))
}

/// Somebody must be there to ask afterwards: at least one of unit, name, phone.
pub(super) fn somebody(unit: Option<&str>, name: Option<&str>, phone: Option<&str>) -> Option<Fault> {
    let nobody = unit.or(name).or(phone).is_none();
    nobody.then(|| Fault { field: "unit".to_owned(), why: FaultWhy::WhoIsIt })
}

/// The resident cannot have wanted it before bringing it.
pub(super) fn wanted_too_early(wanted_by: Option<Time>, received_at: Option<Time>) -> Option<Fault> {
    let early = wanted_by.zip(received_at).is_some_and(|(wanted, received)| wanted <= received);
    early.then(|| Fault { field: "wanted_by".to_owned(), why: FaultWhy::BeforeMatter })
}

/// A field that must be filled under a condition.
pub(super) fn needed(field: &str, missing: bool) -> Option<Fault> {
    missing.then(|| Fault { field: field.to_owned(), why: FaultWhy::Required })
}

/// Refuses if anything was found.
pub(super) fn faultless(faults: impl IntoIterator<Item = Option<Fault>>) -> Result<(), Refusal> {
    let faults: Vec<Fault> = faults.into_iter().flatten().collect();
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Fields(faults)) }
}
