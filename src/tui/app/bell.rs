//! When the bell rings: once, when something newly crosses that is mine or my role's and nobody has noted (ESC-06).
//! Must not ring itself.
use super::App;
use crate::desk::answer::Pressing;
use crate::model::clock::{Clock, Time};
use crate::model::queue::Filter;
use crate::tui::page::Read;
use std::collections::BTreeSet;

/// So many overdue cases are looked through.
const MOST: usize = 300;

impl App {
    /// Whether something was read again, so that the bell is to be asked for.
    pub fn is_unheard(&self) -> bool {
        self.unheard
    }

    /// Whether the bell is to ring now. What had crossed before the first time does not ring.
    pub fn take_bell(&mut self, now: Time) -> bool {
        if !std::mem::take(&mut self.unheard) || !self.desk.config.screen.bell {
            return false;
        }
        // A file that cannot be read was told by the pages, which read it just before.
        let Ok(crossed) = self.crossed_of_mine(now) else { return false };
        let rings = self.crossed.as_ref().is_some_and(|known| !crossed.is_subset(known));
        self.crossed = Some(crossed);
        rings
    }

    fn crossed_of_mine(&self, now: Time) -> Read<BTreeSet<i64>> {
        let overdue = Filter { overdue: true, ..Filter::default() };
        let mut crossed = BTreeSet::new();
        for row in self.desk.queue(&overdue, 0, MOST, now)? {
            let standing = Pressing::of(&row.clocks, row.owner, now).standing;
            let told = standing.told.contains(&self.me.role) || standing.owner == self.me.role;
            if told || row.handler.as_deref() == Some(self.me.login.as_str()) {
                let unnoted = |clock: &&Clock| clock.noted.is_none() && clock.crosses_at() <= now;
                crossed.extend(row.clocks.iter().filter(unnoted).map(|clock| clock.id));
            }
        }
        Ok(crossed)
    }
}
