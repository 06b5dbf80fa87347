//! The month: its bounds in the file, and its figures (STA-01 to STA-05). What is handed in stands beside it.
use super::Desk;
use super::perform::Turn;
use super::refusal::Refusal;
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use crate::rules::calendar::Calendar;
use crate::stats::{Facts, Month};
use crate::store::month::Bounds;
use crate::store::{StoreResult, Tx};
use chrono::Days;

impl Desk {
    /// The figures of a month as they stand at `now`: "so far" for the month that goes on.
    ///
    /// # Errors
    /// The file.
    pub fn month(&self, month: YearMonth, now: Time) -> StoreResult<Month> {
        let facts = facts(&self.store.read()?, &bounds(&self.config.calendar, month))?;
        Ok(Month::of(month, now, facts))
    }

    /// How many records of a month were removed after their time (SEC-05): above 0, its figures can no longer be worked
    /// out, and what was handed in stands in their place ([`Desk::hand_ins`]).
    ///
    /// # Errors
    /// The file.
    pub fn removed_in(&self, month: YearMonth) -> StoreResult<u32> {
        self.store.read()?.removed_from(month)
    }

    /// Whether there is anything of a month.
    ///
    /// # Errors
    /// The file.
    pub fn has_matters(&self, month: YearMonth) -> StoreResult<bool> {
        self.store.read()?.has_matters(&bounds(&self.config.calendar, month))
    }

    /// Lets the views know the months of the file by the zone of the settings before anything is done: in a file that was
    /// just brought up, and after the zone was changed (STA-09).
    pub(super) fn cover_file(&mut self) -> StoreResult<()> {
        let config = self.config.clone();
        let tx = self.store.read()?;
        let known = tx.known_months()?;
        let is_right = |(month, start, end): &(String, Time, Time)| {
            let by_zone = month.parse().map(|month| bounds(&config.calendar, month));
            by_zone.is_ok_and(|bounds| (bounds.start, bounds.end) == (*start, *end))
        };
        // Every action keeps them whole up to its own month, so where the newest is right all are.
        if known.last().is_some_and(is_right) {
            return Ok(());
        }
        let Some((first, last)) = tx.first_received()?.zip(tx.last_received()?) else { return Ok(()) };
        drop(tx);
        let [first, last] = [first, last].map(|at| YearMonth::of(config.calendar.local_date(at)));
        let newest = known.last().and_then(|(month, ..)| month.parse().ok()).map_or(last, |known| last.max(known));
        let right: Vec<Bounds> = (0..)
            .map(|back| newest.before(back))
            .take_while(|month| *month >= first)
            .map(|month| bounds(&config.calendar, month))
            .filter(|one| !known.contains(&(one.month.to_string(), one.start, one.end)))
            .collect();
        if right.is_empty() {
            return Ok(());
        }
        let tx = self.store.write()?;
        for one in &right {
            tx.set_month(one)?;
        }
        tx.commit()
    }

    /// The local month of a moment.
    pub fn year_month(&self, at: Time) -> YearMonth {
        YearMonth::of(self.config.calendar.local_date(at))
    }

    /// The months of which there is something, from the first matter in the file to the month of `now`, the newest
    /// first.
    ///
    /// # Errors
    /// The file.
    pub fn months(&self, now: Time) -> StoreResult<Vec<YearMonth>> {
        let newest = self.year_month(now);
        let oldest = self.store.read()?.first_received()?.map_or(newest, |at| self.year_month(at));
        Ok((0..).map(|back| newest.before(back)).take_while(|month| *month >= oldest).collect())
    }
}

/// What the file says of a month.
pub(super) fn facts(tx: &Tx<'_>, bounds: &Bounds) -> StoreResult<Facts> {
    Ok(Facts {
        complaints: tx.complaint_facts(bounds)?,
        orders: tx.order_facts(bounds)?,
        sheets: tx.sheet_facts(bounds)?,
        receptions: tx.reception_facts(bounds)?,
        emergencies: tx.emergency_facts(bounds)?,
        callbacks: tx.callback_facts(bounds)?,
        households: tx.household_facts(bounds)?,
        services: tx.service_facts(bounds)?,
        stocktakes: tx.stocktake_facts(bounds)?,
        keys: tx.key_facts(bounds)?,
        visits: tx.visit_facts(bounds)?,
        passes: tx.pass_facts(bounds)?,
        reminders: tx.reminder_facts(bounds)?,
    })
}

/// From the first second of a month to the first of the next, by the zone of the settings.
pub(super) fn bounds(calendar: &Calendar, month: YearMonth) -> Bounds {
    let day_before = month.first_day() - Days::new(1);
    Bounds { month, start: calendar.end_of_day(day_before), end: calendar.end_of_day(month.last_day()) }
}

impl Turn<'_, '_> {
    /// Lets the views know the month of a moment; a zone that was changed in the settings moves all of them (STA-09).
    pub fn cover_month(&self, at: Time) -> Result<(), Refusal> {
        let calendar = &self.config.calendar;
        let month = YearMonth::of(calendar.local_date(at));
        let bounds = bounds(calendar, month);
        match self.tx.month(month)? {
            Some(known) if known == bounds => Ok(()),
            None if self.tx.month(month.before(1))?.is_some() => Ok(self.tx.set_month(&bounds)?),
            _ => self.cover_months(month),
        }
    }

    /// All months from the first matter in the file to this one, or to that of now.
    fn cover_months(&self, month: YearMonth) -> Result<(), Refusal> {
        let calendar = &self.config.calendar;
        let newest = YearMonth::of(self.today()).max(month);
        let first = self.tx.first_received()?.map_or(month, |at| YearMonth::of(calendar.local_date(at)));
        let oldest = first.min(month);
        for month in (0..).map(|back| newest.before(back)).take_while(|month| *month >= oldest) {
            self.tx.set_month(&bounds(calendar, month))?;
        }
        Ok(())
    }
}
