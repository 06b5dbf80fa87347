//! The key cabinet as the screen and the commands ask for it: hooks, counts, deposits, a stock-taking at work.
use super::Desk;
use super::answer::Sheet;
use super::refusal::Refusal;
use super::stocktake::goes_lost;
use crate::model::case::{Case, State};
use crate::model::clock::Time;
use crate::model::entry::{Entry, EntryKind};
use crate::model::house_key::{CabinetKey, Fen};
use crate::store::StoreResult;
use serde::Serialize;

/// The cabinet with what its heading says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cabinet {
    /// The keys along the hooks: building, floor, hook.
    pub keys: Vec<CabinetKey>,
    /// Keys on their hooks.
    pub kept: usize,
    /// Keys that are out.
    pub out: usize,
    /// Of those, the ones that should be back by now.
    pub late: usize,
    /// Keys that are lost.
    pub lost: usize,
    /// Deposits held, in hundredths of a yuan.
    pub deposits: Fen,
}

/// A line of a stock-taking with its key as it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountLine {
    /// The line; its mark says what was found.
    pub line: Entry,
    /// The key.
    pub key: CabinetKey,
}

/// A stock-taking at work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counting {
    /// Its case.
    pub sheet: Sheet,
    /// Its lines along the hooks.
    pub lines: Vec<CountLine>,
}

impl Counting {
    /// The keys that are lost once this is reported (KEY-06, KEY-08).
    pub fn going_lost(&self) -> Vec<&CabinetKey> {
        self.lines.iter().filter(|one| goes_lost(&one.line, &one.key)).map(|one| &one.key).collect()
    }
}

impl Desk {
    /// The cabinet; with `past` also the keys that were handed over to residents (KEY-05).
    pub fn cabinet(&self, past: bool, now: Time) -> StoreResult<Cabinet> {
        let tx = self.store.read()?;
        let keys = tx.cabinet(past)?;
        let of = |state: State| keys.iter().filter(|key| key.state == state).count();
        Ok(Cabinet {
            kept: of(State::Kept),
            out: of(State::Lent),
            late: keys.iter().filter(|key| key.is_late(now)).count(),
            lost: of(State::Lost),
            deposits: tx.deposits_held()?.iter().map(|key| key.held).sum(),
            keys,
        })
    }

    /// A stock-taking with its lines by its number; without one the oldest that is not reported, or else that of this
    /// month.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`], or the file.
    pub fn counting(&self, number: Option<&str>, now: Time) -> Result<Option<Counting>, Refusal> {
        let number = match number {
            Some(number) => number.to_owned(),
            None => match self.stocktake_at(now)? {
                Some(case) => case.number,
                None => return Ok(None),
            },
        };
        let sheet = self.whole_sheet(&number)?;
        let keys = self.store.read()?.keys_on_lines(sheet.case.id)?;
        let line_of = |key: CabinetKey| {
            let mut lines = sheet.entries.iter().filter(|line| line.kind == EntryKind::Count);
            let line = lines.find(|line| line.about == Some(key.id))?.clone();
            Some(CountLine { line, key })
        };
        let lines = keys.into_iter().filter_map(line_of).collect();
        Ok(Some(Counting { sheet, lines }))
    }

    fn stocktake_at(&self, now: Time) -> StoreResult<Option<Case>> {
        let tx = self.store.read()?;
        let open = tx.open_stocktake()?;
        if open.is_some() { Ok(open) } else { tx.stocktake_of(&self.month_of(now)) }
    }
}
