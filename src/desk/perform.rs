//! The one way in: reads an action, checks it, carries it out in one transaction, and writes it into the journal.
use super::Desk;
use super::action::{Action, CaseRef, Opening, OpeningKind, note};
use super::answer::{Done, Hint};
use super::ask::{known, part};
use super::refusal::{Fault, FaultWhy, Refusal};
use super::tidy::{FieldKind, Reader, field_kind};
use crate::config::Config;
use crate::model::case::Case;
use crate::model::clock::Time;
use crate::model::rights::may_open;
use crate::model::staff::{Role, Staff};
use crate::store::events::digest;
use crate::store::{StoreError, Tx};
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Actions of a batch that are committed together.
const BATCH: usize = 500;

impl Desk {
    /// Carries out an action for the person who signs on as `by`.
    ///
    /// # Errors
    /// A [`Refusal`]; nothing was saved then.
    pub fn perform(&mut self, action: &Action, by: &str, now: Time) -> Result<Done, Refusal> {
        self.perform_json(action.to_json(), by, now)
    }

    /// The same for an action as JSON, as forms and other programs write it.
    ///
    /// # Errors
    /// As [`Desk::perform`].
    pub fn perform_json(&mut self, action: Value, by: &str, now: Time) -> Result<Done, Refusal> {
        let mut batch = self.batch()?;
        let done = batch.perform_json(action, by, now)?;
        batch.commit()?;
        Ok(done)
    }

    /// Carries out many actions; each succeeds or fails by itself, and they are committed some hundreds at a time.
    ///
    /// # Errors
    /// Only what concerns the file; what concerns an action stands in its own answer.
    pub fn perform_batch(
        &mut self,
        actions: impl IntoIterator<Item = Value>,
        by: &str,
        now: Time,
    ) -> Result<Vec<Result<Done, Refusal>>, Refusal> {
        let mut answers = Vec::new();
        let mut actions = actions.into_iter().peekable();
        while actions.peek().is_some() {
            let mut batch = self.batch()?;
            for action in actions.by_ref().take(BATCH) {
                answers.push(batch.perform_json(action, by, now));
            }
            batch.commit()?;
        }
        Ok(answers)
    }

    /// Begins a batch: one transaction in which every action succeeds or fails by itself.
    ///
    /// # Errors
    /// The file.
    pub fn batch(&mut self) -> Result<Batch<'_>, Refusal> {
        Ok(Batch { tx: self.store.write()?, config: self.config.clone() })
    }
}

/// Actions that are committed together.
pub struct Batch<'a> {
    tx: Tx<'a>,
    config: Arc<Config>,
}

impl Batch<'_> {
    /// Carries out an action; if it is refused, nothing of it stays.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub fn perform_json(&mut self, action: Value, by: &str, now: Time) -> Result<Done, Refusal> {
        if !self.tx.is_open() {
            return Err(Refusal::Store(StoreError::Disk("rolled back".to_owned())));
        }
        let config = self.config.clone();
        self.tx.part(|tx| {
            let me = known(tx, by)?;
            Turn {
                tx,
                config: &config,
                me,
                now,
                touched: BTreeSet::new(),
                was: Map::new(),
                with: Map::new(),
                hint: None,
                shown: None,
            }
            .carry_out(action)
        })
    }

    pub(super) fn tx(&self) -> &Tx<'_> {
        &self.tx
    }

    /// Makes it last.
    ///
    /// # Errors
    /// The file.
    pub fn commit(self) -> Result<(), Refusal> {
        Ok(self.tx.commit()?)
    }
}

/// One action being carried out: by whom, when, and what it has touched so far.
pub(super) struct Turn<'a, 'b> {
    pub tx: &'a Tx<'b>,
    pub config: &'a Config,
    pub me: Staff,
    pub now: Time,
    /// Cases changed or made, beside the one that the action names.
    pub touched: BTreeSet<i64>,
    /// What stood there before, for the journal (ESC-09, SEC-01).
    pub was: Map<String, Value>,
    /// What belongs into the journal beside the action: what it froze (STA-06, CBK-09).
    pub with: Map<String, Value>,
    pub hint: Option<Hint>,
    /// A number that was asked to be shown whole (SEC-03).
    pub shown: Option<String>,
}

impl Turn<'_, '_> {
    fn carry_out(mut self, action: Value) -> Result<Done, Refusal> {
        let action = self.read(action)?;
        self.open_month()?;
        if !matches!(action, Action::Open(Opening::BeginStocktake {})) {
            self.open_month_end()?;
        }
        self.open_hand_in()?;
        let done = match &action {
            Action::Open(opening) => self.open(opening)?,
            Action::On(reference, step) => self.take_step(reference, step)?,
        };
        let mut record = record_of(&action, &self.me);
        if let (Some(object), false) = (record.as_object_mut(), self.was.is_empty()) {
            object.remove("version");
            object.insert("was".to_owned(), Value::Object(std::mem::take(&mut self.was)));
        }
        if let Some(object) = record.as_object_mut() {
            object.append(&mut self.with);
        }
        self.journal(&record, &self.me.login.clone())?;
        Ok(done)
    }

    /// Begins something new, if the person's role may (SEC-02).
    fn open(&mut self, opening: &Opening) -> Result<Done, Refusal> {
        self.allow(may_open(OpeningKind::from(opening).into()))?;
        match opening {
            Opening::TakeReception(new) => self.take_reception(new),
            Opening::FileComplaint(new) => self.file_complaint(new),
            Opening::ImportComplaint(old) => self.import_complaint(old),
            Opening::FileWorkOrder(new) => self.file_work_order(new),
            Opening::ImportWorkOrder(old) => self.import_work_order(old),
            Opening::RaiseEmergency(new) => self.raise_emergency(new),
            Opening::RecordKey(new) => self.record_key(new),
            Opening::PlanCallback(new) => self.plan_callback(new),
            Opening::CallHousehold(new) => self.call_household(new),
            Opening::FileService(new) => self.file_service(new),
            Opening::PlanVisit(new) => self.plan_visit(new),
            Opening::BeginHandover(new) => self.begin_handover(new),
            Opening::BeginStocktake {} => self.begin_stocktake(),
            Opening::IssuePass(new) => self.issue_pass(new),
            Opening::BeginReminder(new) => self.begin_reminder(new),
            Opening::HandInMonth(new) => self.hand_in_month(new),
            Opening::PlanDuty(new) => self.plan_duty(new),
            Opening::SetPin(new) => self.set_pin(new),
            Opening::RecordResident(new) => self.record_resident(new),
            Opening::RevealResident(whose) => self.reveal_resident(whose),
            Opening::AddStaff(new) => self.add_staff(new),
            Opening::ChangeStaff(change) => self.change_staff(change),
        }
    }

    /// JSON → action: known, complete, plain, every fault named at once.
    fn read(&self, action: Value) -> Result<Action, Refusal> {
        let Value::Object(mut fields) = action else {
            return Err(Refusal::NotAnAction("a JSON object with \"do\" is wanted".to_owned()));
        };
        let name = fields.get("do").and_then(Value::as_str).unwrap_or_default().trim().to_owned();
        let Some(note) = note(&name) else { return Err(Refusal::UnknownAction { name }) };
        let reader = Reader {
            now: self.now,
            zone: self.config.calendar.zone,
            config: self.config,
            past_allowed: fields.get("received_at").is_some_and(|at| !at.is_null()),
        };
        let mut faults = reader.tidy(&mut fields).err().unwrap_or_default();
        let case_fields: &[&str] = if note.on_case { &["number", "version"] } else { &[] };
        let known = |field: &str| field == "do" || case_fields.contains(&field) || note.field(field).is_some();
        for field in fields.keys().filter(|field| !known(field)) {
            let names = note.fields.iter().map(|field| field.name.clone());
            let names = case_fields.iter().map(|&field| field.to_owned()).chain(names);
            faults.push(Fault { field: field.clone(), why: FaultWhy::Unknown(names.collect()) });
        }
        let required = note.fields.iter().filter(|field| field.required).map(|field| field.name.as_str());
        for field in required.chain(case_fields.iter().copied().filter(|&field| field == "number")) {
            if !fields.contains_key(field) && !faults.iter().any(|fault| fault.field == field) {
                faults.push(Fault { field: field.to_owned(), why: FaultWhy::Required });
            }
        }
        for field in &note.fields {
            let word = fields.get(&field.name).and_then(Value::as_str);
            if field_kind(&field.name) == Some(FieldKind::Word)
                && word.is_some_and(|word| !field.words.iter().any(|known| known == word))
            {
                faults.push(Fault { field: field.name.clone(), why: FaultWhy::NotOneOf(field.words.clone()) });
            }
        }
        if !note.on_case && faults.is_empty() {
            self.fill_phone(note, &mut fields)?;
        }
        if !faults.is_empty() {
            faults.sort_by_key(|fault| note.place(&fault.field));
            return Err(Refusal::Fields(faults));
        }
        typed_action(fields, note.on_case).map_err(|error| Refusal::NotAnAction(error.to_string()))
    }

    /// Writes what was done into the journal, with the digest of every record it touched.
    pub fn journal(&mut self, record: &Value, by: &str) -> Result<(), Refusal> {
        let mut digests = Vec::new();
        for id in std::mem::take(&mut self.touched) {
            digests.push((id, record_digest(self.tx, id)?));
        }
        self.tx.add_event(self.now, by, &record.to_string(), &digests)?;
        Ok(())
    }

    /// What the desk answers about a case.
    pub fn done(&self, case: &Case, linked: Vec<String>) -> Done {
        Done {
            number: case.number.clone(),
            state: Some(case.state),
            version: Some(case.version),
            linked,
            hint: self.hint,
            shown: self.shown.clone(),
        }
    }

    /// Refuses unless the person has one of these roles (SEC-02).
    pub fn allow(&self, roles: &[Role]) -> Result<(), Refusal> {
        if roles.contains(&self.me.role) { Ok(()) } else { Err(Refusal::NotAllowed { roles: roles.to_vec() }) }
    }
}

/// The action as the journal keeps it: of a PIN only whose it is.
fn record_of(action: &Action, me: &Staff) -> Value {
    let mut record = action.to_json();
    if let (Action::Open(Opening::SetPin(new)), Some(fields)) = (action, record.as_object_mut()) {
        fields.remove("pin");
        fields.insert("login".to_owned(), Value::from(new.login.as_deref().unwrap_or(&me.login)));
    }
    record
}

fn typed_action(mut fields: Map<String, Value>, on_case: bool) -> Result<Action, serde_json::Error> {
    if !on_case {
        return serde_json::from_value(Value::Object(fields)).map(Action::Open);
    }
    let mut reference = Map::new();
    for field in ["number", "version"] {
        if let Some(value) = fields.remove(field) {
            reference.insert(field.to_owned(), value);
        }
    }
    let case: CaseRef = serde_json::from_value(Value::Object(reference))?;
    Ok(Action::On(case, serde_json::from_value(Value::Object(fields))?))
}

/// The digest of a whole record: case, register's part and clocks. Only this finds a row that was edited beside
/// the program.
pub(super) fn record_digest(tx: &Tx<'_>, id: i64) -> Result<String, Refusal> {
    let case = tx.case(id)?.ok_or_else(|| Refusal::NoSuchCase(id.to_string()))?;
    let part = part(tx, &case)?;
    let clocks = tx.clocks(id)?;
    let entries = tx.entries(id)?;
    // Without lines the text is that of the first registers, whose digests stand in older files.
    let text = if entries.is_empty() {
        serde_json::to_string(&(case, part, clocks))
    } else {
        serde_json::to_string(&(case, part, clocks, entries))
    };
    let text = text.map_err(|error| Refusal::NotAnAction(error.to_string()))?;
    Ok(digest(&text))
}
