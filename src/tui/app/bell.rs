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
    /// Looks for what has crossed since the last time. What had crossed before the start does not ring.
    pub(super) fn listen(&mut self, now: Time) -> Read<()> {
        if !self.desk.config.screen.bell {
            return Ok(());
        }
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
        let known = self.crossed.as_ref();
        self.rings |= known.is_some_and(|known| crossed.iter().any(|id| !known.contains(id)));
        self.crossed = Some(crossed);
        Ok(())
    }

    /// Whether the bell is to ring now; asked once after each step of the loop.
    pub fn take_bell(&mut self) -> bool {
        std::mem::take(&mut self.rings)
    }
}
