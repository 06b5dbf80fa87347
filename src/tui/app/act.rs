//! What pages leave for the app, done: asking the desk, opening and closing pages. Must not draw.
use super::{App, top};
use super::{asking, loan, scene};
use crate::desk::answer::{Done, Part, Sheet};
use crate::desk::refusal::Refusal;
use crate::model::case::{Case, Register};
use crate::model::clock::Time;
use crate::model::rights::may_open;
use crate::model::secret::is_masked;
use crate::tui::detail::Detail;
use crate::tui::emergency::Scene;
use crate::tui::form::Form;
use crate::tui::form::tables::{self, FieldRow};
use crate::tui::handover::Shift;
use crate::tui::household::{self, Lookup};
use crate::tui::page::{Context, Msg, Page, Seed, Table};
use crate::tui::{sign_on, steps, tabs};
use serde_json::{Map, Value, json};

impl App {
    pub(super) fn take_all(&mut self, messages: Vec<Msg>, now: Time) {
        for message in messages {
            self.take(message, now);
        }
    }

    fn take(&mut self, message: Msg, now: Time) {
        match message {
            Msg::Do(action) => self.perform(action, now),
            // From a locked screen one gets to what goes on now, and to no other case nor to any household.
            Msg::Look(_) if self.locked => self.message = Some((self.words.screen.is_locked.to_owned(), false)),
            Msg::Open(number) => match self.desk.sheet(&number, &self.me) {
                Ok(sheet) if self.locked && sheet.case.register != Register::Emergency => {
                    self.message = Some((self.words.screen.is_locked.to_owned(), false));
                }
                Ok(mut sheet) => {
                    // What cannot be compared is shown without it.
                    let _ = self.desk.compare(&mut sheet, now);
                    self.push(page_of(sheet), now);
                }
                Err(refusal) => {
                    let why = context!(self, now).refusal(&refusal);
                    self.message = Some((why, false));
                }
            },
            Msg::Look(words) => {
                let for_form = top(&mut self.over, &mut self.tabs, self.tab).asks_who();
                let lookup = Lookup::new(&words, for_form, &context!(self, now));
                self.push(Box::new(lookup), now);
            }
            Msg::Fill(seed) => self.fill(seed, now),
            Msg::Push(page) => self.push(page, now),
            Msg::Close => self.close(now),
            Msg::Chosen("draft", choice) => self.answer_draft(&choice, now),
            Msg::Chosen(sign_on::TAG, choice) => self.person_chosen(&choice, now),
            Msg::Chosen(tag, value) => {
                self.over.pop();
                let cx = context!(self, now);
                let messages = top(&mut self.over, &mut self.tabs, self.tab).chosen(tag, &value, &cx);
                self.take_all(messages, now);
            }
            Msg::SignOn(login, pin) => self.sign_on(&login, &pin, now),
            Msg::Prove(pin) => self.prove(&pin, now),
            Msg::Run(table, row) => self.run_from_palette(table, row, now),
            Msg::Say(words) => self.message = Some((words, true)),
            Msg::Fail(words) => self.message = Some((words, false)),
        }
    }

    fn run_from_palette(&mut self, table: Table, row: usize, now: Time) {
        self.over.pop();
        match table {
            Table::Everywhere => self.run(row, now),
            Table::Page => {
                let cx = context!(self, now);
                let messages = top(&mut self.over, &mut self.tabs, self.tab).run(row, &cx);
                self.take_all(messages, now);
            }
        }
    }

    fn close(&mut self, now: Time) {
        if let Some(closed) = self.over.pop() {
            self.forget(closed.as_ref(), now);
        }
    }

    pub(super) fn fill(&mut self, seed: Seed, now: Time) {
        let before = self.before.get(&seed.action).cloned().unwrap_or_default();
        let sheet = seed.case.as_ref().and_then(|(number, _)| self.desk.sheet(number, &self.me).ok());
        let fields = match &sheet {
            Some(Sheet { part: Part::Key(key), .. }) => loan::fields(&seed.action, key),
            Some(Sheet { part: Part::Emergency(_), .. }) => scene::fields(&seed.action),
            Some(Sheet { part: Part::Pass(pass), .. }) => loan::pass_fields(&seed.action, pass),
            Some(Sheet { part: Part::WorkOrder(_), .. }) if seed.action == "contact_resident" => tables::CONTACT,
            _ => fields_of(&seed.action),
        };
        if fields.is_empty() {
            return;
        }
        let roles = may_open(&seed.action);
        if !roles.contains(&self.me.role) {
            let why = context!(self, now).refusal(&Refusal::NotAllowed { roles: roles.to_vec() });
            self.message = Some((why, false));
            return;
        }
        if let Some(why) = sheet.as_ref().and_then(|sheet| steps::why_never(sheet, &seed.action, &context!(self, now)))
        {
            self.message = Some((why, false));
            return;
        }
        let mut record = sheet.as_ref().map(|sheet| on_record(&sheet.case)).unwrap_or_default();
        let (mut seed, mut told) = (seed, None);
        if let Some(Sheet { part: Part::Key(key), case, .. }) = &sheet {
            let whole = loan::shows_document(&seed.action, key).then(|| self.document_of(&case.number, now)).flatten();
            let cx = context!(self, now);
            record.extend(loan::on_record(key));
            told = loan::begin(&mut seed, case, key, whole, &cx);
        } else if let Some(Sheet { part: Part::Pass(pass), case, .. }) = &sheet {
            told = loan::begin_pass(&mut seed, case, pass, &context!(self, now));
        } else if let Some(sheet) = &sheet {
            told = asking::begin(&mut seed, sheet, &context!(self, now));
        }
        if seed.action == "report_stocktake" {
            told = sheet.as_ref().and_then(|sheet| loan::going_lost(&sheet.case.number, &context!(self, now)));
        }
        if let Some(Sheet { part: Part::Emergency(part), .. }) = &sheet {
            record.extend(scene::on_record(part));
            told = scene::told(&seed.action, part, &context!(self, now));
        }
        let form = Form::new(seed, fields, record, before, &context!(self, now)).telling(told);
        self.push(Box::new(form), now);
    }

    /// The number of a document, whole; that it was seen is written down (KEY-04, SEC-03).
    fn document_of(&mut self, number: &str, now: Time) -> Option<String> {
        let ask = json!({"do": "reveal", "number": number, "field": "document_number"});
        self.desk.perform_json(ask, &self.me.login, now).ok()?.shown
    }

    /// Has the desk do it. Done: what asked for it closes, and the pages read again. Refused: it stays with all that
    /// was typed.
    fn perform(&mut self, action: Value, now: Time) {
        match self.desk.perform_json(action.clone(), &self.me.login, now) {
            Ok(done) => self.done(&action, &done, now),
            Err(refusal) => {
                if matches!(refusal, Refusal::Conflict { .. }) {
                    // Another process wrote: what is below shows the present state before anybody decides.
                    let told = self.reload(now);
                    self.note(told);
                }
                let cx = context!(self, now);
                let page = top(&mut self.over, &mut self.tabs, self.tab);
                let told = page.refused(&refusal, &cx);
                let messages = told.unwrap_or_else(|| vec![Msg::Fail(cx.refusal(&refusal))]);
                self.take_all(messages, now);
            }
        }
    }

    fn done(&mut self, action: &Value, done: &Done, now: Time) {
        if top(&mut self.over, &mut self.tabs, self.tab).ends_when_done() {
            self.close(now);
        }
        if let (Some(name), Some(fields)) = (action["do"].as_str(), action.as_object()) {
            let mut fields = fields.clone();
            // Secrets are not for the next one at this terminal, nor for the key that takes the value of before.
            fields.retain(|field, _| !matches!(field.as_str(), "pin" | "document_number"));
            self.before.insert(name.to_owned(), fields);
        }
        if let Some(whole) = &done.shown {
            top(&mut self.over, &mut self.tabs, self.tab).shown(action, whole);
        }
        let words = self.words;
        let told = self.reload(now);
        let name = words.action(action["do"].as_str().unwrap_or_default());
        let mut said = vec![format!("{}  {name}  {}", words.screen.done, done.number)];
        said.extend(done.state.map(|state| words.state(state).to_owned()));
        said.extend(done.linked.iter().map(|number| format!("> {number}")));
        said.extend(done.shown.clone());
        said.extend(done.hint.map(|hint| words.hint(hint).to_owned()));
        self.message = Some((said.join("  "), true));
        self.note(told);
        let cx = context!(self, now);
        let mut pages = self.over.iter_mut().chain(self.tabs.get_mut(self.tab));
        let told = pages.try_for_each(|page| page.seek(&done.number, &cx));
        self.note(told);
        if let Some(number) = goes_on_with(action, done) {
            self.take(Msg::Open(number), now);
        }
    }

    /// The two fields of an emergency, over whatever is open, which waits below (EMG-01). Pressed once more there, the
    /// form that is open stays.
    pub(super) fn raise(&mut self, now: Time) {
        let page = top(&mut self.over, &mut self.tabs, self.tab);
        if page.fills() == Some(RAISE) {
            return;
        }
        // Who is being talked to stands there already; a list says nothing about where it happens.
        let unit = page.unit().filter(|_| page.asks_who());
        let given = unit.map(|unit| ("place".to_owned(), Value::from(unit))).into_iter().collect();
        self.fill(Seed { action: RAISE.to_owned(), given, ..Seed::default() }, now);
    }
}

/// The action that begins an emergency.
const RAISE: &str = "raise_emergency";

/// The page on which a case is opened.
fn page_of(sheet: Sheet) -> Box<dyn Page> {
    match sheet.case.register {
        Register::Emergency => Box::new(Scene::new(sheet)),
        Register::Handover => Box::new(Shift::new(sheet)),
        _ => Box::new(Detail::new(sheet)),
    }
}

/// What was made just now and goes on there opens its page: an emergency, since there is no time to look for it, and a
/// handover, since what it was begun for stands there.
fn goes_on_with(action: &Value, done: &Done) -> Option<String> {
    let made_of_it = action["do"] == "turn_into_emergency" || action["course"] == "emergency";
    match action["do"].as_str() {
        Some(RAISE | "begin_handover") => Some(done.number.clone()),
        _ if made_of_it => done.linked.first().cloned(),
        _ => None,
    }
}

/// The fields of the form of an action.
pub(super) fn fields_of(action: &str) -> &'static [FieldRow] {
    match action {
        "take_reception" => tabs::reception::FORM,
        "file_complaint" => tabs::complaints::FORM,
        "file_service" => tabs::reception::SERVICE,
        "plan_visit" => tabs::reception::VISIT,
        "begin_handover" => tabs::reception::HANDOVER,
        "issue_pass" => tabs::reception::PASS,
        "begin_reminder" => tabs::reception::REMINDER,
        "file_work_order" => tabs::board::FORM,
        "record_key" => tabs::cabinet::FORM,
        "plan_callback" => tabs::callbacks::FORM,
        "call_household" => tabs::callbacks::CALL,
        "hand_in_month" => tabs::stats::HAND_IN,
        "raise_emergency" => tables::EMERGENCY,
        "record_resident" => household::FORM,
        step => tables::of_step(step),
    }
}

/// What stands on the record of a case, by field, for forms that change it.
fn on_record(case: &Case) -> Map<String, Value> {
    let department = case.department.map(|department| department.to_string());
    let fields = [
        ("unit", case.unit.as_ref()),
        ("name", case.name.as_ref()),
        ("phone", case.phone.as_ref()),
        ("matter", Some(&case.matter)),
        ("detail", case.detail.as_ref()),
        ("department", department.as_ref()),
    ];
    // A masked number cannot be saved again: its field stands empty, which leaves it as it is.
    let whole = fields.into_iter().filter_map(|(name, value)| Some((name, value.filter(|text| !is_masked(text))?)));
    whole.map(|(name, value)| (name.to_owned(), Value::from(value.as_str()))).collect()
}
