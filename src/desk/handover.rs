//! 交接班: what one shift leaves to the next (LED-08).
mod drawn;

use super::Desk;
use super::answer::Done;
use super::entries::Line;
use super::opening::NewCase;
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::steps::need;
use crate::config::Config;
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::{Milestone, StopReason, Time};
use crate::model::entry::{Entry, EntryKind};
use crate::model::handover::{Handover, NewHandover};
use crate::model::step::{SUPERVISION, Step};
use crate::model::when::show_time;
use crate::rules::duties::{Facts, Occasion};
use crate::store::{StoreResult, Tx};
use drawn::Drawn;

/// What the incoming one ticks off.
const LINES: &[EntryKind] = &[EntryKind::OpenCase, EntryKind::KeyOut, EntryKind::Deposit, EntryKind::Note];

impl Turn<'_, '_> {
    /// Begins one; a person has one at a time.
    pub fn begin_handover(&mut self, new: &NewHandover) -> Result<Done, Refusal> {
        need("note", new.flagged && new.note.is_none())?;
        if let Some(number) = self.tx.handover_of(&self.me.login)? {
            return Err(Refusal::DraftThere(number));
        }
        let matter = format!("{} {}", self.me.name, show_time(self.now, self.config.calendar.zone, self.now));
        let case = self.add_case(&NewCase {
            register: Register::Handover,
            unit: None,
            name: None,
            phone: None,
            matter: &matter,
            detail: None,
            channel: Channel::default(),
            department: None,
            owner: self.me.role,
            harm: false,
            received_at: None,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        let drawn = Drawn::up(self.tx, self.config, self.now)?;
        self.tx.add_detail(case.id, &drawn.counts(Handover::default()))?;
        if let Some(note) = &new.note {
            self.note_for_next(&case, note, new.flagged)?;
        }
        Ok(self.done(&case, Vec::new()))
    }

    fn note_for_next(&mut self, case: &Case, note: &str, flagged: bool) -> Result<(), Refusal> {
        self.write_line(case, &Line { flagged, ..Line::of(EntryKind::Note, note) })?;
        Ok(())
    }

    /// A step on one.
    pub fn handover_step(
        &mut self,
        case: &mut Case,
        handover: &mut Handover,
        step: &Step,
        _linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::AddItem { note, flagged } => self.note_for_next(case, note, *flagged),
            Step::ClearItem { entry } => self.clear_note(case, handover, *entry),
            Step::OfferHandover {} => self.offer(case, handover),
            Step::TickItem { entry } => {
                self.not_the_outgoing_one(case)?;
                let line = self.tx.entry(case.id, *entry)?.filter(|line| handover.offers(line));
                line.ok_or_else(|| Refusal::field("entry", FaultWhy::NoSuchLine))?;
                self.mark_line(case, *entry, LINES, "ticked")?;
                Ok(())
            }
            Step::TakeOver {} => self.take_shift(case, handover),
            Step::RefuseHandover { reason } => {
                self.not_the_outgoing_one(case)?;
                // The shift is still nobody's: it goes to the supervisor if it is not offered anew in time.
                self.wait_for_next(case)?;
                handover.offered_at = None;
                handover.incoming = Some(self.me.login.clone());
                handover.refused += 1;
                handover.refusal = Some(reason.clone());
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The outgoing one signs. The lines are made now: what is true at this moment is what is handed over. After a
    /// refusal all of them are made anew, ticks and all.
    fn offer(&mut self, case: &Case, handover: &mut Handover) -> Result<(), Refusal> {
        if self.me.login != case.acceptor {
            return Err(Refusal::OnlyBy(case.acceptor.clone()));
        }
        let drawn = Drawn::up(self.tx, self.config, self.now)?;
        *handover = drawn.counts(std::mem::take(handover));
        for mut line in drawn.lines.into_iter().chain(notes(self.tx, case)?) {
            // A line made of a note says whose note it is, and where the note stands.
            line.about = line.about.or((line.kind == EntryKind::Note).then_some(line.case_id));
            if line.by.is_empty() {
                line.by.clone_from(&self.me.login);
            }
            (line.case_id, line.at) = (case.id, self.now);
            self.tx.add_entry(&mut line)?;
        }
        handover.offered_at = Some(self.now);
        self.wait_for_next(case)
    }

    /// From now on it is to be taken over in time; what ran before gives way.
    fn wait_for_next(&mut self, case: &Case) -> Result<(), Refusal> {
        self.stop_all(case, StopReason::Superseded)?;
        self.start_clocks(case, &Facts::of(Register::Handover), Occasion::Completed, self.now).map(drop)
    }

    /// The incoming one signs: somebody else, and for every line.
    fn take_shift(&mut self, case: &mut Case, handover: &mut Handover) -> Result<(), Refusal> {
        self.not_the_outgoing_one(case)?;
        let entries = self.tx.entries(case.id)?;
        let left = entries.iter().filter(|entry| handover.offers(entry) && entry.mark.is_none()).count();
        if left > 0 {
            return Err(Refusal::LinesLeft(u32::try_from(left).unwrap_or(u32::MAX)));
        }
        self.reach(case, Milestone::TakeOver)?;
        handover.incoming = Some(self.me.login.clone());
        handover.taken_over_at = Some(self.now);
        case.handler = Some(self.me.login.clone());
        Ok(())
    }

    fn not_the_outgoing_one(&self, case: &Case) -> Result<(), Refusal> {
        if self.me.login == case.acceptor { Err(Refusal::SamePerson) } else { Ok(()) }
    }

    /// A flagged note does not come back any more. Meant is the note itself, wherever it stands, or the line of this
    /// handover that was made of it. Whoever holds the shift may clear it, or the supervisor.
    fn clear_note(&mut self, case: &Case, handover: &Handover, entry: i64) -> Result<(), Refusal> {
        let incoming = handover.taken_over_at.and(handover.incoming.as_ref());
        let holder = incoming.unwrap_or(&case.acceptor);
        if self.me.login != *holder && !SUPERVISION.contains(&self.me.role) {
            return Err(Refusal::OnlyBy(holder.clone()));
        }
        let line = self.tx.entry(case.id, entry)?;
        let meant = |note: &Entry| note.id == entry || line.as_ref().is_some_and(|line| is_made_of(line, note));
        let note = self.tx.flagged_notes()?.into_iter().find(meant);
        let note = note.ok_or_else(|| Refusal::field("entry", FaultWhy::NoSuchLine))?;
        self.tx.mark_entry(note.id, "cleared", self.now, &self.me.login)?;
        self.touched.insert(note.case_id);
        Ok(())
    }
}

/// Whether a line of a handover was made of this note.
fn is_made_of(line: &Entry, note: &Entry) -> bool {
    line.kind == EntryKind::Note && line.about == Some(note.case_id) && line.text == note.text
}

/// What the next shift must know: what was written into this handover, and before it what comes back from earlier ones.
fn notes(tx: &Tx<'_>, case: &Case) -> Result<Vec<Entry>, Refusal> {
    let mut notes = tx.flagged_notes()?;
    notes.retain(|note| note.case_id != case.id);
    let own = tx.entries_of(case.id, EntryKind::Note)?;
    notes.extend(own.into_iter().filter(|note| note.about.is_none() && note.mark.is_none()));
    Ok(notes)
}

impl Desk {
    /// The lines of a handover: as long as it is a draft those that would be handed over now, then those that were
    /// offered. A line made of a flagged note keeps its flag only until the note is cleared.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`], or the file.
    pub fn handover_lines(&self, number: &str, now: Time) -> Result<Vec<Entry>, Refusal> {
        let tx = self.store.read()?;
        let missing = || Refusal::NoSuchCase(number.to_owned());
        let case = tx.case_by_number(number)?.ok_or_else(missing)?;
        let handover: Handover = tx.detail(case.id)?.ok_or_else(missing)?;
        if case.state == State::Accepted {
            let drawn = Drawn::up(&tx, &self.config, now)?;
            return Ok(drawn.lines.into_iter().chain(notes(&tx, &case)?).collect());
        }
        let flagged = tx.flagged_notes()?;
        let mut lines = tx.entries(case.id)?;
        lines.retain(|line| handover.offers(line));
        for line in &mut lines {
            line.flagged &= flagged.iter().any(|note| is_made_of(line, note));
        }
        Ok(lines)
    }

    /// A handover with what it adds up to: as long as it is a draft what is true now, then what was signed.
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`], or the file.
    pub fn handover_sums(&self, number: &str, now: Time) -> Result<Handover, Refusal> {
        let tx = self.store.read()?;
        let missing = || Refusal::NoSuchCase(number.to_owned());
        let case = tx.case_by_number(number)?.ok_or_else(missing)?;
        let handover = tx.detail(case.id)?.ok_or_else(missing)?;
        let draft = case.state == State::Accepted;
        Ok(if draft { Drawn::up(&tx, &self.config, now)?.counts(handover) } else { handover })
    }

    /// The number of a case of which only the row is known, as on the lines of a handover.
    pub fn number_of(&self, id: i64) -> StoreResult<Option<String>> {
        Ok(self.store.read()?.case(id)?.map(|case| case.number))
    }

    /// The handover of a person that is not taken over yet, by its number.
    pub fn handover_of(&self, login: &str) -> StoreResult<Option<String>> {
        self.store.read()?.handover_of(login)
    }
}

/// The settings say how long the next shift is.
fn next_shift(config: &Config, now: Time) -> Time {
    now + chrono::TimeDelta::seconds(config.next_shift)
}
