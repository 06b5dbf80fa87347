//! When the bell rings: once, when something newly crosses that is mine or my role's and nobody has noted (ESC-06).
//! Must not ring itself.
use super::App;
use crate::desk::answer::Pressing;
use crate::model::clock::Time;
use crate::model::queue::QueueRow;

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
        let (since, newest) = self.heard.unwrap_or((now, i64::MAX));
        // A file that cannot be read was told by the pages, which read it just before.
        let Ok((crossed, newest)) = self.desk.crossed(since, newest, now) else { return false };
        self.heard = Some((now, newest));
        crossed.iter().any(|row| self.is_mine(row, now))
    }

    fn is_mine(&self, row: &QueueRow, now: Time) -> bool {
        let standing = Pressing::of(&row.clocks, row.owner, now).standing;
        let told = standing.told.contains(&self.me.role) || standing.owner == self.me.role;
        told || row.handler.as_deref() == Some(self.me.login.as_str())
    }
}
