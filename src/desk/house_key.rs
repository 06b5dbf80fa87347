//! 钥匙: what hangs in the cabinet, and what becomes of it (KEY-01, KEY-02, KEY-05 to KEY-07). Loans stand in `loan`.
use super::answer::Done;
use super::opening::{NewCase, building, faultless, needed};
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::steps::something;
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::{Milestone, StopReason};
use crate::model::house_key::{Fen, HouseKey, KeyKind, NewKey};
use crate::model::staff::Role;
use crate::model::step::{SUPERVISION, Step};
use crate::rules::duties::{Facts, Occasion};
use serde_json::json;

/// Written where a mandate stood, it takes the mandate back (KEY-09).
const WITHDRAWN: &[&str] = &["-", "－", "撤回", "withdrawn"];

impl Turn<'_, '_> {
    /// Enters a key into the cabinet (KEY-01, KEY-02). Its number is taken once and never again (SEC-04); the same key
    /// a second time is no fault but adds nothing.
    pub fn record_key(&mut self, new: &NewKey) -> Result<Done, Refusal> {
        faultless([needed("unit", new.key_kind == KeyKind::Entrusted && new.unit.is_none())])?;
        let number = new.key.to_uppercase();
        if let Some(known) = self.tx.key_case(&number)? {
            let same = known.matter == new.matter && known.unit == new.unit;
            return Err(if same { Refusal::AlreadyThere(number) } else { Refusal::field("key", FaultWhy::Taken) });
        }
        let case = self.add_case(&NewCase {
            register: Register::Key,
            unit: new.unit.as_deref(),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: None,
            channel: Channel::WalkIn,
            department: None,
            owner: Role::Receptionist,
            harm: false,
            received_at: None,
            wanted_by: None,
            old_number: Some(&number),
            day: self.today(),
        })?;
        self.tx.add_detail(case.id, &hung(new, number))?;
        Ok(self.done(&case, Vec::new()))
    }

    /// A step on a key. Every one of them stands in its history: where it is and every place it has been (KEY-05).
    pub fn house_key_step(
        &mut self,
        case: &mut Case,
        key: &mut HouseKey,
        step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::LendKey { .. } => self.lend(case, key, step),
            Step::ReturnKey { .. } => self.take_back(case, key, step),
            Step::ChaseKey { said } => self.chase(case, key, said),
            Step::ExtendLoan { back_by, reason } => self.extend(case, key, *back_by, reason),
            Step::ReportLost { .. } => self.lose(case, key),
            Step::FollowUpLoss { note, deposit_back } => {
                key.follow_up = Some(note.clone());
                self.settle_deposit(key, *deposit_back, false)?;
                self.reach(case, Milestone::Follow).map(drop)
            }
            Step::FindKey { deposit_back, .. } => self.find(case, key, *deposit_back),
            Step::HandOverKey { name, pieces, .. } => hand_over(key, name, *pieces),
            Step::TakeInKey { hook, pieces, mandate } => {
                self.was.insert("handed_to".to_owned(), json!(key.handed_to.take()));
                key.hook.clone_from(hook);
                key.pieces = *pieces;
                key.mandate.clone_from(mandate);
                if case.unit.is_some() {
                    key.kind = KeyKind::Entrusted;
                }
                Ok(())
            }
            Step::ChangeKey { .. } => self.change_key(case, key, step),
            _ => Ok(()),
        }
    }

    /// Lost: it is followed up, and until then it is the supervisor's (KEY-06). The loan, if it was out, waits no more.
    fn lose(&mut self, case: &mut Case, key: &mut HouseKey) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Superseded)?;
        key.lost_at = Some(self.now);
        key.follow_up = None;
        case.owner = Role::Supervisor;
        self.start_clocks(case, &Facts::of(Register::Key), Occasion::Raised, self.now).map(drop)
    }

    /// Found: back on its hook. A loan in which it was lost is over with that, and its deposit settled.
    fn find(&mut self, case: &mut Case, key: &mut HouseKey, deposit_back: Option<i64>) -> Result<(), Refusal> {
        self.settle_deposit(key, deposit_back, true)?;
        self.stop_all(case, StopReason::Superseded)?;
        if key.lent_at.is_some() && key.returned_at.is_none() {
            key.returned_at = Some(self.now);
        }
        self.was.insert("lost_at".to_owned(), json!(key.lost_at.take()));
        self.was.insert("follow_up".to_owned(), json!(key.follow_up.take()));
        case.owner = Role::Receptionist;
        Ok(())
    }

    /// Another kind, another hook, another place, more pieces, a mandate given or taken back (KEY-01, KEY-02, KEY-09).
    fn change_key(&mut self, case: &Case, key: &mut HouseKey, step: &Step) -> Result<(), Refusal> {
        let Step::ChangeKey { key_kind, hook, building, floor, pieces, mandate, .. } = step else { return Ok(()) };
        let before = key.clone();
        if let Some(kind) = key_kind.filter(|kind| *kind != before.kind) {
            self.allow(SUPERVISION)?;
            if kind == KeyKind::Entrusted && case.unit.is_none() {
                return Err(Refusal::field("key_kind", FaultWhy::UnitFirst));
            }
            key.kind = kind;
        }
        key.hook = hook.clone().unwrap_or_else(|| before.hook.clone());
        key.building = building.clone().or_else(|| before.building.clone());
        key.floor = floor.clone().or_else(|| before.floor.clone());
        key.pieces = pieces.unwrap_or(before.pieces);
        key.mandate = mandate.clone().or_else(|| before.mandate.clone());
        key.mandate = key.mandate.take().filter(|text| !WITHDRAWN.contains(&text.trim()));
        something(*key != before)?;
        let places = [
            ("key_kind", json!(before.kind), json!(key.kind)),
            ("hook", json!(before.hook), json!(key.hook)),
            ("building", json!(before.building), json!(key.building)),
            ("floor", json!(before.floor), json!(key.floor)),
            ("pieces", json!(before.pieces), json!(key.pieces)),
            ("mandate", json!(before.mandate), json!(key.mandate)),
        ];
        self.was
            .extend(places.into_iter().filter(|(_, was, is)| was != is).map(|(name, was, _)| (name.to_owned(), was)));
        Ok(())
    }

    /// What is paid back of the deposit that is held: never more. Whoever ends the loan says how much it was.
    pub(super) fn settle_deposit(&mut self, key: &mut HouseKey, back: Option<Fen>, ends: bool) -> Result<(), Refusal> {
        key.deposit_back = self.paid_back(key.held(), back, ends)?.or(key.deposit_back);
        Ok(())
    }

    /// What is written down as paid back of a deposit of which so much is held; none where nothing is settled.
    pub(super) fn paid_back(&mut self, held: Fen, back: Option<Fen>, ends: bool) -> Result<Option<Fen>, Refusal> {
        match back {
            None if ends && held > 0 => Err(Refusal::field("deposit_back", FaultWhy::Required)),
            Some(back) if back > held => Err(Refusal::field("deposit_back", FaultWhy::MoreThanHeld)),
            Some(back) if back < held => {
                self.hint = Some(super::answer::Hint::DepositKept);
                Ok(Some(back))
            }
            back => Ok(back.filter(|_| held > 0)),
        }
    }
}

/// Handed over at move-in, with every piece there is (KEY-07).
fn hand_over(key: &mut HouseKey, name: &str, pieces: u32) -> Result<(), Refusal> {
    let why = match pieces.cmp(&key.pieces) {
        std::cmp::Ordering::Greater => FaultWhy::TooManyPieces(key.pieces),
        std::cmp::Ordering::Less => FaultWhy::AllPieces(key.pieces),
        std::cmp::Ordering::Equal => {
            key.handed_to = Some(name.to_owned());
            return Ok(());
        }
    };
    Err(Refusal::field("pieces", why))
}

/// A new key on its hook.
fn hung(new: &NewKey, key_number: String) -> HouseKey {
    let unit = new.unit.as_deref();
    HouseKey {
        kind: new.key_kind,
        key_number,
        building: new.building.clone().or_else(|| unit.and_then(building)),
        floor: new.floor.clone().or_else(|| unit.and_then(floor_of)),
        hook: new.hook.clone(),
        pieces: new.pieces.unwrap_or(1),
        mandate: new.mandate.clone(),
        borrower: None,
        holder: None,
        holder_department: None,
        holder_phone: None,
        purpose: None,
        lent_at: None,
        lent_by: None,
        back_by: None,
        extended_to: None,
        document: None,
        document_number: None,
        deposit: None,
        signature: None,
        approved_by: None,
        consent_by: None,
        consent_at: None,
        chased: 0,
        returned_at: None,
        condition: None,
        deposit_back: None,
        lost_at: None,
        follow_up: None,
        handed_to: None,
    }
}

/// The floor that a room number says: `3-1-502` is on the 5th.
fn floor_of(unit: &str) -> Option<String> {
    let (rest, room) = unit.rsplit_once('-')?;
    let plain = rest.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let digits = (3..=4).contains(&room.len()) && room.bytes().all(|byte| byte.is_ascii_digit());
    (plain && digits).then(|| room[..room.len() - 2].to_owned())
}

/// Whether a key is the desk's to count: not with the resident for good, and not a wrong entry.
pub(super) fn counts(state: State) -> bool {
    !matches!(state, State::HandedOver | State::Voided)
}
