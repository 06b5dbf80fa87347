//! 借还钥匙: who takes a key, on what conditions, and how it comes back (KEY-03, KEY-04, KEY-06, KEY-09, KEY-10).
use super::ask::known;
use super::entries::Line;
use super::opening::{faultless, needed};
use super::perform::Turn;
use super::refusal::{Fault, FaultWhy, Refusal};
use crate::model::case::{Case, Register};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::entry::EntryKind;
use crate::model::house_key::{Borrower, HouseKey, KeyKind};
use crate::model::staff::Role;
use crate::model::step::Step;
use crate::model::when::show_time;
use crate::rules::duties::{Facts, Occasion};
use chrono::{Days, NaiveDate};
use serde_json::json;

impl Turn<'_, '_> {
    /// Lends a key (KEY-03). That it is not out already is seen under the lock of the file, by its state (KEY-11).
    pub fn lend(&mut self, case: &mut Case, key: &mut HouseKey, step: &Step) -> Result<(), Refusal> {
        let Step::LendKey { borrower, name, department, phone, purpose, back_by, signature, .. } = step else {
            return Ok(());
        };
        let Step::LendKey { document, document_number, deposit, approved_by, consent_by, consent_at, .. } = step else {
            return Ok(());
        };
        faultless(self.lending_faults(key, step)?)?;
        if key.lent_at.is_some() {
            // A loan is a cycle: the one before is kept with all that was written on it (KEY-05).
            self.next_cycle(case, key)?;
        }
        let back_by = back_by.unwrap_or_else(|| self.this_evening());
        *key = HouseKey {
            borrower: Some(*borrower),
            holder: Some(name.clone()),
            holder_department: *department,
            holder_phone: phone.clone(),
            purpose: Some(purpose.clone()),
            lent_at: Some(self.now),
            lent_by: Some(self.me.login.clone()),
            back_by: Some(back_by),
            document: *document,
            document_number: document_number.clone(),
            deposit: deposit.filter(|deposit| *deposit > 0),
            signature: signature.clone(),
            approved_by: approved_by.clone(),
            consent_by: consent_by.clone(),
            consent_at: consent_at.or_else(|| consent_by.as_ref().map(|_| self.now)),
            ..key.clone().unlent()
        };
        case.owner = Role::Receptionist;
        let facts = Facts { wanted_by: Some(back_by), ..Facts::of(Register::Key) };
        self.start_clocks(case, &facts, Occasion::Opened, self.now)?;
        self.hint_if_late(case)
    }

    /// What is missing for a loan, all at once.
    fn lending_faults(&self, key: &HouseKey, step: &Step) -> Result<[Option<Fault>; 8], Refusal> {
        let Step::LendKey { borrower, department, phone, signature, document, document_number, deposit, .. } = step
        else {
            return Ok([const { None }; 8]);
        };
        let Step::LendKey { approved_by, consent_by, .. } = step else { return Ok([const { None }; 8]) };
        let because =
            |field: &str, missing: bool, why: FaultWhy| missing.then(|| Fault { field: field.to_owned(), why });
        let outsider = *borrower == Borrower::Outsider;
        let of_outsider = |field, missing: bool| because(field, outsider && missing, FaultWhy::OutsiderNeedsIt);
        // Consent of the owner and an approval, or the written mandate on file (KEY-09).
        let asked = key.kind == KeyKind::Entrusted && key.mandate.is_none();
        let entrusted = |field, missing: bool| because(field, asked && missing, FaultWhy::EntrustedNeedsIt);
        let approver = approved_by.as_deref().map(|login| known(self.tx, login));
        let unfit = approver.is_some_and(|found| !found.is_ok_and(|one| one.role >= Role::Supervisor));
        Ok([
            needed("department", !outsider && department.is_none()),
            needed("signature", signature.is_none()),
            of_outsider("phone", phone.is_none()),
            of_outsider("document", document.is_none()),
            of_outsider("document_number", document_number.is_none()),
            // A deposit of nothing is none.
            of_outsider("deposit", deposit.unwrap_or(0) == 0),
            entrusted("approved_by", approved_by.is_none())
                .or_else(|| because("approved_by", unfit, FaultWhy::NotAnApprover)),
            entrusted("consent_by", consent_by.is_none()),
        ])
    }

    /// The time by which a key is back when nobody says otherwise: this evening, tomorrow's once that has gone by.
    fn this_evening(&self) -> Time {
        let zone = self.config.calendar.zone;
        let evening = |day: NaiveDate| {
            let local = day.and_time(self.config.evening).and_local_timezone(zone);
            local.single().map(|at| at.to_utc())
        };
        let (today, tomorrow) = (self.today(), self.today() + Days::new(1));
        let next = [today, tomorrow].into_iter().filter_map(evening).find(|at| *at > self.now);
        next.unwrap_or_else(|| self.config.calendar.end_of_day(tomorrow))
    }

    /// The key is back: when, in which condition, and what was paid back (KEY-06).
    pub fn take_back(&mut self, case: &mut Case, key: &mut HouseKey, step: &Step) -> Result<(), Refusal> {
        let Step::ReturnKey { condition, deposit_back, at } = step else { return Ok(()) };
        // Another terminal may have lent it after this one looked at the clock; only who names a time can be wrong.
        let at = at.unwrap_or_else(|| key.lent_at.map_or(self.now, |lent| self.now.max(lent)));
        if let Some(lent) = key.lent_at.filter(|lent| at < *lent) {
            let told = show_time(lent, self.config.calendar.zone, self.now);
            return Err(Refusal::field("at", FaultWhy::BeforeLoan(told)));
        }
        self.settle_deposit(key, *deposit_back, true)?;
        key.returned_at = Some(at);
        key.condition.clone_from(condition);
        case.owner = Role::Receptionist;
        self.stop_where(case, at, StopReason::Reached, |_| true).map(drop)
    }

    /// Chased: who said what stands on a line of its own (KEY-10).
    pub fn chase(&mut self, case: &Case, key: &mut HouseKey, said: &str) -> Result<(), Refusal> {
        key.chased += 1;
        self.write_line(case, &Line::of(EntryKind::Chase, said)).map(drop)
    }

    /// Extended: a later time, with the reason. Whether it came back in time is still measured against the time agreed
    /// on first (KEY-10, ESC-11).
    pub fn extend(&mut self, case: &Case, key: &mut HouseKey, to: Time, reason: &str) -> Result<(), Refusal> {
        self.extend_return(case, "back_by", key.extended_to.or(key.back_by), to, reason)?;
        key.extended_to = Some(to);
        Ok(())
    }

    /// Moves the time by which something that is out comes back, which the field of that name says: further than it was
    /// `before`, on a line with the reason. The first time keeps its clock (ESC-11).
    pub(super) fn extend_return(
        &mut self,
        case: &Case,
        field: &str,
        before: Option<Time>,
        to: Time,
        reason: &str,
    ) -> Result<(), Refusal> {
        let zone = self.config.calendar.zone;
        if let Some(before) = before.filter(|before| to <= *before) {
            return Err(Refusal::field(field, FaultWhy::NotLater(show_time(before, zone, self.now))));
        }
        self.was.insert(field.to_owned(), json!(before));
        let running = self.tx.running_clocks(case.id)?;
        if let Some(first) = running.iter().find(|clock| clock.milestone == Milestone::Return) {
            self.promise_again(case, first, to)?;
        }
        let line = format!("{}  {reason}", show_time(to, zone, self.now));
        self.write_line(case, &Line::of(EntryKind::Extension, &line)).map(drop)
    }
}
