//! The month of the callbacks as figures: done and required, home visits, the round of the households (CBK-02, CBK-04,
//! CBK-10). Questions only.
use crate::desk::Desk;
use crate::model::callback::CallbackKind;
use crate::model::clock::Time;
use crate::store::StoreResult;
use crate::store::callbacks::{HouseholdDue, KindFigures};
use crate::store::lottery::{Lot, Lottery};
use chrono::{Datelike, NaiveDate};
use strum::VariantArray;

/// One kind of callback in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct KindMonth {
    /// What is asked about.
    pub kind: CallbackKind,
    /// Hundredths that are to be asked.
    pub percent: u8,
    /// How many are to be asked so far.
    pub required: u32,
    /// How many were asked.
    pub done: u32,
    /// Out of how many.
    pub pool: u32,
    /// How many of them the lottery drew.
    pub drawn: u32,
    /// How many were not satisfied.
    pub failed: u32,
}

/// The callbacks of a month.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CallbackMonth {
    /// The month, `2026-11`.
    pub month: String,
    /// Kind by kind; one of which there was nothing is left out.
    pub kinds: Vec<KindMonth>,
    /// Home visits among those who were asked. The monthly calls do not count: they are phone calls by their nature.
    pub visits: u32,
    /// Those who were asked, the monthly calls left out.
    pub asked: u32,
    /// Hundredths of them that home visits have to be at least (CBK-04).
    pub visit_share: u8,
    /// Those who were not satisfied.
    pub failed: u32,
    /// Whether the round of the households is on (CBK-10).
    pub round: bool,
    /// Households that were reached this month.
    pub reached: u32,
    /// Households there are.
    pub households: u32,
    /// The lottery, once something was done in the month.
    pub lottery: Option<Lottery>,
}

impl Desk {
    /// The figures of the local month of `now`.
    ///
    /// # Errors
    /// The file.
    pub fn callback_month(&self, now: Time) -> StoreResult<CallbackMonth> {
        let tx = self.store.read()?;
        let month = self.month_of(now);
        let figures = tx.callback_figures(&month)?;
        let mut kinds = Vec::new();
        for &kind in CallbackKind::VARIANTS.iter().filter(|kind| **kind != CallbackKind::Household) {
            let of_kind = figures.iter().find(|one| one.kind == kind).copied();
            kinds.push(self.kind_month(kind, of_kind, tx.lot_counts(&month, kind)?, tx.not_owed_yet(&month, kind)?));
        }
        kinds.retain(|one| one.pool > 0 || one.done > 0 || one.required > 0);
        let others = || figures.iter().filter(|one| one.kind != CallbackKind::Household);
        Ok(CallbackMonth {
            kinds,
            visits: others().map(|one| one.visits).sum(),
            asked: others().map(|one| one.done).sum(),
            visit_share: self.config.visit_share,
            failed: figures.iter().map(|one| one.failed).sum(),
            round: self.config.household_round,
            reached: tx.households_reached(&month)?,
            households: tx.households()?,
            lottery: tx.lottery(&month)?,
            month,
        })
    }

    /// What stands in the month's register is required, and what was drawn and is not owed yet: the month's statistics say
    /// the same (STA-05).
    fn kind_month(
        &self,
        kind: CallbackKind,
        figures: Option<KindFigures>,
        (pool, drawn): (u32, u32),
        not_owed_yet: u32,
    ) -> KindMonth {
        let percent = self.config.share(kind);
        let (planned, done, failed) = figures.map_or((0, 0, 0), |one| (one.planned, one.done, one.failed));
        KindMonth { kind, percent, required: planned + not_owed_yet, done, pool: pool.max(planned), drawn, failed }
    }

    pub(in crate::desk) fn month_of(&self, now: Time) -> String {
        self.config.calendar.local_date(now).format("%Y-%m").to_string()
    }

    /// Households that were not reached in this month: those never reached first, then those reached longest ago;
    /// whoever was tried today stands behind the others (CBK-10).
    ///
    /// # Errors
    /// The file.
    pub fn households_due(&self, now: Time, limit: usize) -> StoreResult<Vec<HouseholdDue>> {
        if !self.config.household_round {
            return Ok(Vec::new());
        }
        let calendar = &self.config.calendar;
        let today = calendar.local_date(now);
        let began = calendar.end_of_day(today.pred_opt().unwrap_or(NaiveDate::MIN));
        self.store.read()?.households_due(&self.month_of(now), began, limit)
    }

    /// Households that stand in the book of residents.
    ///
    /// # Errors
    /// The file.
    pub fn households(&self) -> StoreResult<u32> {
        self.store.read()?.households()
    }

    /// What the lottery of the month of `now` drew, in the order of the draws, with the number of its callback's kind.
    ///
    /// # Errors
    /// The file.
    pub fn draws(&self, now: Time) -> StoreResult<Vec<(CallbackKind, Lot)>> {
        let (tx, month) = (self.store.read()?, self.month_of(now));
        let mut draws = Vec::new();
        for &kind in CallbackKind::VARIANTS {
            let mut lots = tx.lots(&month, kind)?;
            lots.retain(|lot| lot.drawn_at.is_some());
            lots.sort_by_key(|lot| lot.drawn_at);
            draws.extend(lots.into_iter().map(|lot| (kind, lot)));
        }
        Ok(draws)
    }

    /// How many days of the local month are left, today among them.
    pub fn days_left_in_month(&self, now: Time) -> u32 {
        let today = self.config.calendar.local_date(now);
        u32::from(today.num_days_in_month()) - today.day() + 1
    }
}
