//! Everything that a person can ask of the desk, as one enum of verbs, and its JSON.
use crate::model::callback::{HouseholdCall, NewCallback};
use crate::model::complaint::{NewComplaint, OldComplaint};
use crate::model::duty::NewDuty;
use crate::model::emergency::NewEmergency;
use crate::model::handover::NewHandover;
use crate::model::house_key::NewKey;
use crate::model::month::NewHandIn;
use crate::model::pass::NewPass;
use crate::model::reception::NewReception;
use crate::model::reminder::NewReminder;
use crate::model::resident::NewResident;
use crate::model::service::NewService;
use crate::model::staff::{Department, Role};
use crate::model::step::Step;
use crate::model::visit::NewVisit;
use crate::model::work_order::{NewWorkOrder, OldWorkOrder};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use strum::{EnumDiscriminants, IntoStaticStr};

/// A case by its number, and the version of it that was seen when the decision was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CaseRef {
    /// Number on the form, e.g. `TS-20261114-003`.
    pub number: String,
    /// Version that was on the screen; left out, no conflict is looked for.
    pub version: Option<i64>,
}

/// What begins something new; the tag `do` of its JSON is the name in small letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, EnumDiscriminants)]
#[strum_discriminants(
    name(OpeningKind),
    derive(IntoStaticStr),
    strum(serialize_all = "snake_case"),
    doc = "The name of an [`Opening`] without what it carries."
)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Opening {
    /// Takes in a matter (REC-01 to REC-04).
    TakeReception(NewReception),
    /// Files a complaint (CMP-01, CMP-02).
    FileComplaint(NewComplaint),
    /// Brings in a complaint from an older ledger.
    ImportComplaint(OldComplaint),
    /// Files a work order (DSP-01).
    FileWorkOrder(NewWorkOrder),
    /// Brings in a work order from an older ledger.
    ImportWorkOrder(OldWorkOrder),
    /// Raises an emergency: what and where are enough (EMG-01).
    RaiseEmergency(NewEmergency),
    /// Enters a key into the cabinet (KEY-02); each number is taken only once.
    RecordKey(NewKey),
    /// Plans a callback that no rule makes: an activity, a publication (CBK-01).
    PlanCallback(NewCallback),
    /// Enters the monthly call to a household (CBK-10).
    CallHousehold(HouseholdCall),
    /// Files a special service (LED-07).
    FileService(NewService),
    /// Plans a visit to a resident (LED-13).
    PlanVisit(NewVisit),
    /// Draws up a shift handover; open cases, keys out and deposits are filled in (LED-08).
    BeginHandover(NewHandover),
    /// Begins the month's stock-taking of the keys, if it is not open yet (KEY-08).
    BeginStocktake {},
    /// Issues a pass to a worker (LED-04); a number that is out is not issued again.
    IssuePass(NewPass),
    /// Begins to remind a household of a fee (LED-06); one case a household and fee.
    BeginReminder(NewReminder),
    /// Hands in the figures of a month: frozen and signed; once more with a note is a correction (STA-06).
    HandInMonth(NewHandIn),
    /// Enters a turn of duty (DSP-06).
    PlanDuty(NewDuty),
    /// Sets the PIN with which a person signs on at a shared terminal.
    SetPin(NewPin),
    /// Enters a resident, or brings the entry up to date (LED-01).
    RecordResident(NewResident),
    /// Shows the phone of a resident whole; it is written down who saw it (SEC-03).
    RevealResident(Acquaintance),
    /// Adds a member of the staff; manager only.
    AddStaff(NewStaff),
    /// Changes a member of the staff; manager only.
    ChangeStaff(StaffChange),
}

/// A new member of the staff.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// Account at the operating system.
    pub login: String,
    /// Name as it stands on the forms.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Department.
    pub department: Option<Department>,
    /// Technicians: kinds of job this person can do, ids or names of the list in the settings with commas between
    /// (DSP-06).
    pub skills: Option<String>,
}

/// A PIN for signing on at a shared terminal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPin {
    /// Whose; one's own if left out. Only the manager sets another's.
    pub login: Option<String>,
    /// The PIN: 4 to 12 digits. It never reaches the journal.
    pub pin: String,
}

impl std::fmt::Debug for NewPin {
    /// Without the PIN: what is written for those who look for a fault must not hold it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewPin").field("login", &self.login).finish_non_exhaustive()
    }
}

/// A resident whose phone is to be seen whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acquaintance {
    /// 房号, in any usual way of writing.
    pub unit: String,
    /// Name.
    pub name: String,
}

/// A change of a member of the staff; what is left out stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffChange {
    /// Account at the operating system.
    pub login: String,
    /// Name as it stands on the forms.
    pub name: Option<String>,
    /// Role.
    pub role: Option<Role>,
    /// Department.
    pub department: Option<Department>,
    /// Whether this person may sign on.
    pub active: Option<bool>,
    /// Technicians: kinds of job this person can do (DSP-06).
    pub skills: Option<String>,
}

/// An action: something new, or a step on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Something new.
    Open(Opening),
    /// A step on a case.
    On(CaseRef, Step),
}

impl Action {
    /// The JSON of the action: `do` and its fields in one object.
    pub fn to_json(&self) -> serde_json::Value {
        let (head, body) = match self {
            Action::Open(opening) => (None, serde_json::to_value(opening)),
            Action::On(case, step) => (Some(serde_json::to_value(case)), serde_json::to_value(step)),
        };
        let mut object = serde_json::Map::new();
        for part in [Some(body), head].into_iter().flatten() {
            if let Ok(serde_json::Value::Object(fields)) = part {
                // What was left out is left out, not written as nothing.
                object.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
            }
        }
        serde_json::Value::Object(object)
    }
}

/// One field of an action, as `frontdesk act --help` and the forms know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldNote {
    /// Its name in the JSON.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it means.
    pub about: String,
    /// The words that are allowed, if it is one of a list.
    pub words: Vec<String>,
}

/// One action, as `frontdesk act --help` knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActionNote {
    /// Its name: the value of `do`.
    pub name: String,
    /// What it does.
    pub about: String,
    /// It is a step on a case and takes `number` and `version` as well.
    pub on_case: bool,
    /// Its fields.
    pub fields: Vec<FieldNote>,
}

/// All actions with their fields, read off the types.
pub fn catalogue() -> Vec<ActionNote> {
    let openings = schemars::schema_for!(Opening);
    let steps = schemars::schema_for!(Step);
    let mut notes = notes_of(openings.as_value(), false);
    notes.extend(notes_of(steps.as_value(), true));
    notes
}

type Json = serde_json::Value;

fn notes_of(schema: &Json, on_case: bool) -> Vec<ActionNote> {
    let variants = schema["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    variants.iter().map(|variant| note_of(schema, variant, on_case)).collect()
}

fn note_of(root: &Json, variant: &Json, on_case: bool) -> ActionNote {
    let body = resolved(root, variant);
    let mut required: Vec<&str> = texts(&variant["required"]);
    required.extend(texts(&body["required"]));
    let mut fields = Vec::new();
    for part in [body, variant] {
        for (name, field) in part["properties"].as_object().into_iter().flatten() {
            if name != "do" && !fields.iter().any(|known: &FieldNote| known.name == *name) {
                fields.push(field_note(root, name, field, required.contains(&name.as_str())));
            }
        }
    }
    fields.sort_by_key(|field| !field.required);
    let name = variant["properties"]["do"]["const"].as_str().unwrap_or_default();
    ActionNote { name: name.to_owned(), about: first_line(&variant["description"]), on_case, fields }
}

fn field_note(root: &Json, name: &str, field: &Json, required: bool) -> FieldNote {
    let choice = field["anyOf"].as_array().and_then(|any| any.first()).unwrap_or(field);
    let target = resolved(root, choice);
    let mut words: Vec<String> = texts(&target["enum"]).into_iter().map(str::to_owned).collect();
    let one_of = target["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    words.extend(one_of.iter().filter_map(|one| one["const"].as_str()).map(str::to_owned));
    for one in one_of {
        words.extend(texts(&one["enum"]).into_iter().map(str::to_owned));
    }
    FieldNote { name: name.to_owned(), required, about: first_line(&field["description"]), words }
}

/// The definition behind a `$ref`, or the schema itself.
fn resolved<'a>(root: &'a Json, schema: &'a Json) -> &'a Json {
    let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    name.map_or(schema, |name| &root["$defs"][name])
}

fn texts(list: &Json) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Json::as_str).collect()
}

fn first_line(text: &Json) -> String {
    text.as_str().unwrap_or_default().replace('\n', " ")
}

/// The catalogue, made once.
static CATALOGUE: LazyLock<Vec<ActionNote>> = LazyLock::new(catalogue);

/// What is known of an action by its name.
pub fn note(name: &str) -> Option<&'static ActionNote> {
    CATALOGUE.iter().find(|note| note.name == name)
}

impl ActionNote {
    /// One of its fields.
    pub fn field(&self, name: &str) -> Option<&FieldNote> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Where a field stands, to tell faults in the order of the form.
    pub fn place(&self, name: &str) -> usize {
        self.fields.iter().position(|field| field.name == name).unwrap_or(usize::MAX)
    }
}
