//! What stands in a handover without anybody writing it: the lines of open cases, of keys out, of deposits held
//! (LED-08). The lines are kept as they were, so they are of numbers, names and times alone and of no language.
use super::next_shift;
use crate::config::Config;
use crate::desk::refusal::Refusal;
use crate::model::case::Register;
use crate::model::clock::Time;
use crate::model::entry::{Entry, EntryKind};
use crate::model::handover::{Handover, LATE};
use crate::model::house_key::{CabinetKey, Fen};
use crate::model::when::show_time;
use crate::store::Tx;
use crate::store::handover::OpenCase;
use crate::store::ledgers::PassDeposit;
use std::collections::BTreeMap;

/// The lines, not stored yet, and what they add up to.
pub(super) struct Drawn {
    pub lines: Vec<Entry>,
    open_cases: u32,
    keys_out: u32,
    deposits: Fen,
}

impl Drawn {
    /// What is true now.
    pub fn up(tx: &Tx<'_>, config: &Config, now: Time) -> Result<Drawn, Refusal> {
        let open = tx.open_cases(now, next_shift(config, now))?;
        let mut out = tx.keys_out()?;
        out.sort_by_key(|key| key.back_by);
        let held = tx.deposits_held()?;
        let held_for_passes = tx.pass_deposits()?;
        let time = |time: Time| show_time(time, config.calendar.zone, now);
        let mut rest: BTreeMap<Register, u32> = BTreeMap::new();
        let mut lines = Vec::new();
        for case in &open {
            if case.presses {
                lines.push(line(EntryKind::OpenCase, Some(case.id), of_case(case, now, &time)));
            } else {
                *rest.entry(case.register).or_default() += 1;
            }
        }
        let of_register = |(register, count): (Register, u32)| format!("{} {count}", <&str>::from(register));
        lines.extend(rest.into_iter().map(|of| line(EntryKind::OpenCase, None, of_register(of))));
        lines.extend(out.iter().map(|key| line(EntryKind::KeyOut, Some(key.id), of_key(key, now, &time))));
        lines.extend(held.iter().map(|key| line(EntryKind::Deposit, Some(key.id), of_deposit(key))));
        lines.extend(held_for_passes.iter().map(|pass| line(EntryKind::Deposit, Some(pass.id), of_pass(pass))));
        Ok(Drawn {
            lines,
            open_cases: u32::try_from(open.len()).unwrap_or(u32::MAX),
            keys_out: u32::try_from(out.len()).unwrap_or(u32::MAX),
            deposits: held.iter().map(|key| key.held).chain(held_for_passes.iter().map(|pass| pass.held)).sum(),
        })
    }

    /// A handover with the numbers of this moment.
    pub fn counts(&self, handover: Handover) -> Handover {
        Handover { open_cases: self.open_cases, keys_out: self.keys_out, deposits: self.deposits, ..handover }
    }
}

fn line(kind: EntryKind, about: Option<i64>, text: String) -> Entry {
    Entry {
        id: 0,
        case_id: 0,
        kind,
        at: Time::default(),
        by: String::new(),
        text,
        about,
        flagged: false,
        mark: None,
        marked_at: None,
        marked_by: None,
    }
}

fn late(due: Option<Time>, now: Time) -> &'static str {
    if due.is_some_and(|due| due <= now) { LATE } else { "" }
}

fn of_case(case: &OpenCase, now: Time, time: &impl Fn(Time) -> String) -> String {
    let parts = [case.next_at.map(time), Some(case.number.clone()), case.unit.clone(), Some(case.matter.clone())];
    format!("{}{}", late(case.next_at, now), parts.into_iter().flatten().collect::<Vec<_>>().join("  "))
}

fn of_key(key: &CabinetKey, now: Time, time: &impl Fn(Time) -> String) -> String {
    let when = |at: Option<Time>| at.map_or_else(|| "?".to_owned(), time);
    let holder = key.holder.as_deref().unwrap_or("?");
    let span = format!("{} - {}", when(key.lent_at), when(key.back_by));
    format!("{}{span}  {}  {holder}", late(key.back_by, now), key.key_number)
}

fn of_deposit(key: &CabinetKey) -> String {
    deposit(key.held, &key.key_number, key.holder.as_deref())
}

fn of_pass(pass: &PassDeposit) -> String {
    deposit(pass.held, &pass.pass_number, pass.holder.as_deref())
}

fn deposit(held: Fen, number: &str, holder: Option<&str>) -> String {
    format!("¥{}.{:02}  {number}  {}", held / 100, held % 100, holder.unwrap_or("?"))
}
