//! 紧急求援: raising an emergency and what is done about it (EMG-01 to EMG-04, EMG-07). How it ends stands in `ending`.
mod ending;

use super::answer::Done;
use super::entries::Line;
use super::opening::{NewCase, Origin};
use super::perform::Turn;
use super::refusal::{FaultWhy, Refusal};
use super::steps::need;
use crate::config::EmergencyKind;
use crate::model::case::{Case, Channel, Register, State};
use crate::model::clock::{Milestone, Time};
use crate::model::emergency::{Emergency, NewEmergency, Told};
use crate::model::entry::EntryKind;
use crate::model::staff::{Department, Role};
use crate::model::step::{Step, StepKind, StepRow};
use crate::model::unit::{UnitCode, building_in};
use crate::rules::duties::{Facts, Occasion};
use serde_json::json;

/// What a line of the checklist is marked with.
pub(super) const DONE: &str = "done";
/// What lines of a kind that it turned out not to be are marked with.
const DROPPED: &str = "dropped";

impl Turn<'_, '_> {
    /// Begins one. Anybody may: what and where are enough (EMG-01).
    pub fn raise_emergency(&mut self, new: &NewEmergency) -> Result<Done, Refusal> {
        let number = self.open_emergency(new, Origin::No)?;
        let case = self.tx.case_by_number(&number)?.ok_or(Refusal::NoSuchCase(number))?;
        Ok(self.done(&case, Vec::new()))
    }

    /// Adds one with its clocks and its link, and returns its number. Security and engineering act, the supervisor
    /// answers for it; while it goes on it stands at the top of every queue (CMP-08).
    pub fn open_emergency(&mut self, new: &NewEmergency, from: Origin) -> Result<String, Refusal> {
        let duties_from = from.duties_from(new.received_at, self.now);
        let unit = UnitCode::parse(&new.place).ok();
        let mut case = self.add_case(&NewCase {
            register: Register::Emergency,
            unit: unit.as_ref().map(UnitCode::as_str),
            name: new.name.as_deref(),
            phone: new.phone.as_deref(),
            matter: &new.matter,
            detail: None,
            channel: Channel::Phone,
            department: None,
            owner: Role::Supervisor,
            harm: true,
            received_at: new.received_at,
            wanted_by: None,
            old_number: None,
            day: self.today(),
        })?;
        if case.building.is_none() {
            // A place such as "2栋电梯" is no unit, but callers of that building are to be known (EMG-07).
            case.building = building_in(&new.place);
            self.tx.set_case(&case)?;
        }
        let mut part = Emergency { place: new.place.clone(), ..Emergency::default() };
        if let Some(kind) = &new.emergency {
            self.name_kind(&case, &mut part, kind)?;
        }
        self.tx.add_detail(case.id, &part)?;
        let facts = Facts::of(Register::Emergency);
        self.start_clocks_since(&case, &facts, Occasion::Opened, case.received_at, duties_from)?;
        self.link(from, &case)?;
        self.hint_if_late(&case)?;
        Ok(case.number)
    }

    /// Hangs a caller on an emergency that goes on (EMG-07). Returns its number.
    pub fn join_incident(&mut self, caller: &Case, incident: &str) -> Result<String, Refusal> {
        let found = self.tx.case_by_number(incident)?;
        let found = found.filter(|case| case.register == Register::Emergency && goes_on(case.state));
        let incident = found.ok_or_else(|| Refusal::field("incident", FaultWhy::NoIncident))?;
        self.tx.add_link(caller.id, incident.id)?;
        self.touched.insert(incident.id);
        Ok(incident.number)
    }

    /// A step on one.
    pub fn emergency_step(
        &mut self,
        case: &mut Case,
        part: &mut Emergency,
        step: &Step,
        linked: &mut Vec<String>,
    ) -> Result<(), Refusal> {
        match step {
            Step::TellOf { who, note, at } => self.tell_of(case, part, *who, note.as_deref(), *at)?,
            Step::TellResident { said, at, .. } => self.tell_of(case, part, Told::Residents, Some(said), *at)?,
            Step::Arrive { at } => self.be_there(case, part, *at)?,
            Step::LogLine { note, at } => {
                let at = self.step_time(case, *at, &[])?;
                self.write_line(case, &Line { at: Some(at), ..Line::of(EntryKind::Timeline, note) })?;
            }
            Step::CheckOff { entry } => drop(self.mark_line(case, *entry, &[EntryKind::Check], DONE)?),
            Step::NameEmergency { emergency } => self.name_kind(case, part, emergency)?,
            Step::SetPublicWords { said } => part.public_words = Some(said.clone()),
            Step::DispatchWork { .. } => {
                linked.push(self.dispatch_work(case, step)?);
                self.reach(case, Milestone::Order)?;
                self.settle_end(case, part)?;
            }
            Step::EndEmergency { .. } => self.end(case, part, step, linked)?,
            Step::ReviewEmergency { .. } => self.write_review(case, part, step)?,
            _ => {}
        }
        let begins = matches!(step, Step::TellOf { .. } | Step::LogLine { .. } | Step::CheckOff { .. });
        if begins && case.state == State::Accepted {
            self.enter(case, State::Handling);
        }
        Ok(())
    }

    /// Somebody was told, and when (EMG-02). The department that acts first stands on the case. Once the resident was told,
    /// nobody waits for that any more.
    fn tell_of(
        &mut self,
        case: &mut Case,
        part: &mut Emergency,
        who: Told,
        note: Option<&str>,
        at: Option<Time>,
    ) -> Result<(), Refusal> {
        let at = self.step_time(case, at, &[])?;
        // The word is kept, not its name in one of the languages; the screen says it in its own.
        let word = <&str>::from(who);
        let text = note.map_or_else(|| word.to_owned(), |note| format!("{word} {note}"));
        self.write_line(case, &Line { at: Some(at), ..Line::of(EntryKind::Told, &text) })?;
        let acts = match who {
            Told::Security => Some(Department::Security),
            Told::Engineering => Some(Department::Engineering),
            _ => None,
        };
        case.department = case.department.or(acts);
        if who == Told::Residents {
            part.told_at = part.told_at.or(Some(at));
            self.reach_from(case, Milestone::Tell, at)?;
            self.settle_end(case, part)?;
        }
        Ok(())
    }

    /// The first one is at the place (EMG-05). A time entered by a slip is put right by another one, and what stood there
    /// goes into the journal. The clock that had stopped keeps its verdict (ESC-03); where it was in time by the slip only,
    /// one that is late is put beside it.
    fn be_there(&mut self, case: &Case, part: &mut Emergency, at: Option<Time>) -> Result<(), Refusal> {
        need("at", part.arrived_at.is_some() && at.is_none())?;
        let at = self.step_time(case, at, &[])?;
        match part.arrived_at.replace(at) {
            None => self.reach_from(case, Milestone::Arrive, at),
            Some(before) if before == at => Err(Refusal::field("at", FaultWhy::Unchanged)),
            Some(before) => {
                self.was.insert("at".to_owned(), json!(before));
                self.late_after_all(case, Milestone::Arrive, at)
            }
        }
    }

    /// Says what kind it is and brings its checklist; what was done already stays done (EMG-03).
    fn name_kind(&mut self, case: &Case, part: &mut Emergency, id: &str) -> Result<(), Refusal> {
        if part.kind.as_deref() == Some(id) {
            return Err(Refusal::field("emergency", FaultWhy::Unchanged));
        }
        part.kind = Some(id.to_owned());
        let config = self.config;
        let steps = config.emergencies.iter().find(|one| one.id == id);
        let steps = steps.map_or(&[][..], |one| one.steps(config.screen.language));
        let there = self.tx.entries_of(case.id, EntryKind::Check)?;
        for old in there.iter().filter(|old| old.mark.is_none() && !steps.contains(&old.text)) {
            self.tx.mark_entry(old.id, DROPPED, self.now, &self.me.login)?;
        }
        for step in
            steps.iter().filter(|step| !there.iter().any(|old| stays(old.mark.as_deref()) && old.text == **step))
        {
            self.write_line(case, &Line::of(EntryKind::Check, step))?;
        }
        Ok(())
    }

    fn kind_of(&self, part: &Emergency) -> Option<&EmergencyKind> {
        let id = part.kind.as_deref()?;
        self.config.emergencies.iter().find(|kind| kind.id == id)
    }
}

fn stays(mark: Option<&str>) -> bool {
    mark != Some(DROPPED)
}

/// Whether an emergency in this state goes on: the state from which it can end.
pub(super) fn goes_on(state: State) -> bool {
    StepRow::find(StepKind::EndEmergency, Register::Emergency).is_some_and(|row| row.from.contains(&state))
}
