//! The month's lottery (CBK-02): its seed is the hash of the last event before the month's first action, on record
//! before anybody can know how the month's work will turn out. Who is drawn nobody can choose, and anybody can check.
use super::answer::Hint;
use super::callback::Owed;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::callback::{Callback, CallbackKind};
use crate::model::case::{Case, Register, State};
use crate::model::clock::Time;
use crate::model::service::Service;
use crate::model::staff::Role;
use crate::rules::sampling::{self, Ticket};
use crate::store::lottery::{Lot, Lottery};
use crate::store::{StoreResult, Tx};
use serde_json::json;
use strum::VariantArray;

impl Turn<'_, '_> {
    /// Opens the lottery of the local month with the first thing that is done in it, and the archive of the months
    /// before (CBK-09).
    pub fn open_month(&mut self) -> Result<(), Refusal> {
        self.cover_month(self.now)?;
        let month = self.month();
        if self.tx.lottery(&month)?.is_some() {
            return Ok(());
        }
        let head = self.tx.head()?;
        let record = json!({ "do": "open_month", "month": month, "seed": head.hash });
        self.open_archives(&month)?;
        self.open_missed_hand_in()?;
        self.tx.add_lottery(&Lottery { month, seed: head.hash, after: head.events, opened_at: self.now })?;
        self.journal(&record, "system")
    }

    /// Finished work takes part in the month's lottery: asked in full, its callback is owed at once; else the next is
    /// drawn whenever the share demands one. What was drawn before it was opened again is asked once it is finished. `due` is
    /// a time that the rule does not know: mid-term of a service.
    pub fn enter_lottery(
        &mut self,
        case: &Case,
        kind: CallbackKind,
        technician: Option<&str>,
        due: Option<Time>,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let percent = self.config.share(kind);
        if percent >= 100 {
            linked.push(self.owe_finished(case, kind, (technician, due), false)?);
            return Ok(());
        }
        let before = self.tx.lots_of(case.id, kind)?;
        if before.iter().any(|lot| lot.drawn_at.is_some()) {
            return if self.is_content(case, kind)? {
                Ok(())
            } else {
                self.owe_drawn(case, kind, (technician, due), linked)
            };
        }
        let month = self.month();
        if percent == 0 || before.iter().any(|lot| lot.month == month) {
            return Ok(());
        }
        let Some(lottery) = self.tx.lottery(&month)? else { return Ok(()) };
        let lot = Lot {
            id: 0,
            month,
            case_id: case.id,
            number: case.number.clone(),
            technician: technician.unwrap_or_default().to_owned(),
            building: case.building.clone().unwrap_or_default(),
            percent: percent.into(),
            lot: sampling::lot(&lottery.seed, &case.number),
            drawn_at: None,
            gone_after: None,
        };
        self.tx.add_lot(kind, &lot)?;
        let (staying, drawn) = self.tx.lot_counts(&lot.month, kind)?;
        if sampling::required(percent, staying as usize) <= drawn as usize {
            return Ok(());
        }
        self.draw(case, kind, (&lot.month, due), linked)
    }

    /// A case that is voided leaves the lottery: nobody can be asked about it. Where it had been drawn the next one is
    /// drawn in its place, so that voiding spares nobody a callback (CBK-02). A month that is over stays as it is.
    pub fn leave_lottery(&mut self, case: &Case) -> Result<(), Refusal> {
        let month = self.month();
        for &kind in CallbackKind::VARIANTS {
            for lot in
                self.tx.lots_of(case.id, kind)?.iter().filter(|lot| lot.month == month && lot.gone_after.is_none())
            {
                let lots = self.tx.lots(&month, kind)?;
                let gone = lots.iter().filter(|lot| lot.gone_after.is_some()).count();
                self.tx.take_out_lot(lot.id, u32::try_from(lots.len() + gone).unwrap_or(u32::MAX))?;
                self.draw(case, kind, (&month, None), &mut Vec::new())?;
            }
        }
        Ok(())
    }

    /// Draws as many as the share demands now that `case` has been finished, or has left.
    fn draw(
        &mut self,
        case: &Case,
        kind: CallbackKind,
        (month, due): (&str, Option<Time>),
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let lots = self.tx.lots(month, kind)?;
        let pool: Vec<Ticket> = lots.iter().map(ticket).collect();
        let percent = pool.last().map_or(0, |last| last.percent);
        let mut drawn: Vec<bool> = lots.iter().map(|lot| lot.drawn_at.is_some()).collect();
        let mut count = u32::try_from(drawn.iter().filter(|drawn| **drawn).count()).unwrap_or(u32::MAX);
        let staying: Vec<usize> = (0..lots.len()).filter(|place| lots[*place].gone_after.is_none()).collect();
        while let Some(place) = sampling::due(&pool, &drawn, &staying, percent) {
            drawn[place] = true;
            count += 1;
            let lot = &lots[place];
            self.tx.draw_lot(lot.id, count)?;
            let technician = Some(lot.technician.as_str()).filter(|login| !login.is_empty());
            if lot.case_id == case.id {
                self.owe_drawn(case, kind, (technician, due), linked)?;
            } else if let Some(other) = self.tx.case(lot.case_id)? {
                self.owe_other(&other, kind, technician)?;
            }
        }
        Ok(())
    }

    /// The case in hand was drawn. Whoever did the work is not told: he would ask the resident first himself.
    fn owe_drawn(
        &mut self,
        case: &Case,
        kind: CallbackKind,
        who_when: (Option<&str>, Option<Time>),
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        let number = self.owe_finished(case, kind, who_when, true)?;
        if self.me.role != Role::Department {
            linked.push(number);
            self.hint = Some(Hint::Drawn);
        }
        Ok(())
    }

    /// Another case was drawn: asked about now, unless it goes on; then once it is finished. The middle of a service is
    /// asked about while it goes on.
    fn owe_other(&mut self, other: &Case, kind: CallbackKind, technician: Option<&str>) -> Result<(), Refusal> {
        if kind != CallbackKind::ServiceMid {
            return if is_done(other) {
                self.owe_finished(other, kind, (technician, None), true).map(drop)
            } else {
                Ok(())
            };
        }
        let service = self.tx.detail::<Service>(other.id)?;
        let due = service.and_then(|service| self.mid_term(other, &service)).filter(|_| !is_done(other));
        due.map_or(Ok(()), |due| self.owe_finished(other, kind, (technician, Some(due)), true).map(drop))
    }

    fn owe_finished(
        &mut self,
        case: &Case,
        kind: CallbackKind,
        (technician, due): (Option<&str>, Option<Time>),
        drawn: bool,
    ) -> Result<String, Refusal> {
        let owner = Role::Receptionist;
        self.owe_callback(case, &Owed { kind, drawn, severity: None, technician, owner, due })
    }

    /// Whether the resident has been asked about the case and was satisfied.
    fn is_content(&self, case: &Case, kind: CallbackKind) -> Result<bool, Refusal> {
        for one in self.tx.offspring(case.id)?.iter().filter(|one| one.register == Register::Callback) {
            let callback = self.tx.detail::<Callback>(one.id)?;
            if callback.is_some_and(|callback| callback.kind == kind && callback.satisfied == Some(true)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Work that is done and was not opened again or voided since.
fn is_done(case: &Case) -> bool {
    matches!(case.state, State::Finished | State::Closed | State::Solved | State::Over)
}

fn ticket(lot: &Lot) -> Ticket {
    Ticket {
        lot: lot.lot.clone(),
        technician: lot.technician.clone(),
        building: lot.building.clone(),
        percent: u8::try_from(lot.percent).unwrap_or(100),
        gone_after: lot.gone_after.map(|after| after as usize),
    }
}

/// Draws every lottery again; what differs from the record is told (CBK-02).
pub(super) fn lottery_findings(tx: &Tx<'_>) -> StoreResult<Vec<String>> {
    let mut findings = Vec::new();
    for lottery in tx.lotteries()? {
        let mut tell = |what: &str| findings.push(format!("lottery of {}: {what}", lottery.month));
        if !is_on_record(tx, &lottery)? {
            tell("the seed is not the one in the journal");
        }
        for &kind in CallbackKind::VARIANTS {
            let lots = tx.lots(&lottery.month, kind)?;
            if lots.iter().any(|lot| lot.lot != sampling::lot(&lottery.seed, &lot.number)) {
                tell("a lot does not follow from the seed");
            }
            let pool: Vec<Ticket> = lots.iter().map(ticket).collect();
            let mut drawn: Vec<&Lot> = lots.iter().filter(|lot| lot.drawn_at.is_some()).collect();
            drawn.sort_by_key(|lot| lot.drawn_at);
            let wanted = sampling::replay(&pool).into_iter().map(|place| lots[place].id);
            if !wanted.eq(drawn.iter().map(|lot| lot.id)) {
                tell("what was drawn does not follow from what was finished");
            }
        }
    }
    Ok(findings)
}

/// The seed is the hash of the event before the one that opened the month.
fn is_on_record(tx: &Tx<'_>, lottery: &Lottery) -> StoreResult<bool> {
    let before = tx.event_hash(lottery.after)?.map(|(hash, _)| hash);
    let opened = tx.event_hash(lottery.after + 1)?.map(|(_, action)| action).unwrap_or_default();
    let opened: serde_json::Value = serde_json::from_str(&opened).unwrap_or_default();
    let same = lottery.after == 0 || before.as_ref() == Some(&lottery.seed);
    Ok(same
        && opened["do"] == "open_month"
        && opened["month"] == lottery.month.as_str()
        && opened["seed"] == lottery.seed.as_str())
}
