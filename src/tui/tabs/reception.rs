//! 接待: the reception register (REC-01 to REC-10) and the smaller registers of the desk: reviews, special services,
//! visits, shift handovers, passes, reminders. Must not know the other tabs.
use crate::desk::answer::Pressing;
use crate::model::case::Register;
use crate::model::queue::{Filter, QueueRow};
use crate::tui::form::tables::{FieldRow, ask, start};
use crate::tui::import;
use crate::tui::keymap::{Binding, Label, Row, ch, f, rows, shown};
use crate::tui::list::{Column, look_text};
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg, Seed};
use crate::tui::queue::{Queue, QueuePage, told};
use crate::tui::text;

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column {
        title: |s| s.column_kind,
        width: [8, 10],
        text: |row, _, cx| row.kind.map_or("", |kind| cx.words.matter_kind(kind)).into(),
    },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
];

const REVIEWS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_state, width: [8, 10], text: |row, _, cx| cx.words.state(row.state).into() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
];

const SERVICES: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_state, width: [8, 10], text: |row, _, cx| cx.words.state(row.state).into() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
];

const VISITS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column {
        title: |s| s.column_appointment,
        width: [11, 11],
        text: |row, _, cx| row.appointment_at.map_or_else(String::new, |at| cx.time(at)),
    },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
];

const EMERGENCIES: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_state, width: [8, 10], text: |row, _, cx| cx.words.state(row.state).into() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
];

const PASSES: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_pass, width: [8, 10], text: |row, _, _| row.pass_number.clone().unwrap_or_default() },
    Column { title: |s| s.column_worker, width: [10, 14], text: |row, _, _| row.name.clone().unwrap_or_default() },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, _| row.matter.clone() },
];

const REMINDERS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_reminded, width: [12, 14], text: reminded },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
];

/// How often a household was reminded, and how often it broke its word (LED-06).
fn reminded(row: &QueueRow, _: &Pressing<'_>, cx: &Context<'_>) -> String {
    let s = &cx.words.screen;
    let broken = (row.broken > 0).then(|| s.times_broken.replace("{}", &row.broken.to_string()));
    let times = s.times_reminded.replace("{}", &row.reminded.to_string());
    [Some(times), broken].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy)]
enum Command {
    New,
    Registers,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(2), ch('n')], Command::New, |s| s.new_reception),
    shown(&[f(11), ch('r'), ch('.')], Command::Registers, |s| s.registers),
];

/// The keys of the tab alone, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// The form of a new reception; the fields of a complaint are asked where it becomes one (REC-03).
pub const FORM: &[FieldRow] = &[
    ask("unit"),
    ask("name").needed_while(&[("course", &["key"])]),
    ask("phone").needed_while(&[("promise", &["true"]), ("borrower", &["outsider"])]),
    start("channel", "phone"),
    ask("relayed_by").only("channel", &["relayed"]).needed(),
    start("kind", "question"),
    ask("matter"),
    ask("detail"),
    start("course", "desk"),
    ask("result").only("course", &["answered"]).needed(),
    ask("incident").only("course", &["incident"]).needed(),
    ask("emergency").only("course", &["emergency"]),
    ask("place").only("course", &["emergency"]).needed(),
    ask("key").only("course", &["key"]).needed(),
    start("borrower", "outsider").only("course", &["key"]),
    ask("job").only("course", &["work_order"]).needed(),
    ask("department")
        .only("course", &["forwarded", "complaint", "work_order", "service", "key"])
        .needed_while(&[("course", &["forwarded", "service"]), ("borrower", &["staff"])]),
    ask("technician").only("course", &["work_order"]),
    ask("arrive_by").only("course", &["work_order"]),
    ask("starts_at").only("course", &["service"]),
    ask("ends_at").only("course", &["service"]),
    ask("category").only("course", &["complaint"]).needed(),
    start("severity", "minor").only("course", &["complaint"]),
    ask("urgency").only("course", &["complaint", "work_order"]),
    start("harm", "false").only("course", &["complaint"]),
    ask("back_by").only("course", &["key"]),
    ask("document").only("borrower", &["outsider"]).needed(),
    ask("document_number").only("borrower", &["outsider"]).needed(),
    ask("deposit").only("borrower", &["outsider"]).needed(),
    ask("approved_by").only("course", &["key"]),
    ask("consent_by").only("course", &["key"]),
    ask("consent_at").only("course", &["key"]),
    ask("signature").only("course", &["key"]).needed(),
    start("promise", "false").only("course", &["desk", "forwarded"]),
    ask("promised_at").only("promise", &["true"]),
    // What is done on the spot, or at once, is not wanted by a time.
    ask("wanted_by").only("course", &["desk", "forwarded", "complaint", "work_order", "service"]),
    ask("received_at"),
];

/// The form of a new special service (LED-07).
pub const SERVICE: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    start("channel", "phone"),
    ask("matter"),
    ask("detail"),
    ask("department"),
    ask("starts_at"),
    ask("ends_at"),
    ask("received_at"),
];

/// The form of a new visit (LED-13).
pub const VISIT: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    ask("matter"),
    ask("detail"),
    ask("appointment_at"),
    ask("handler"),
    ask("received_at"),
];

/// The form of a new pass (LED-04). The unit comes behind the name: the worker is nobody of the household.
pub const PASS: &[FieldRow] = &[
    ask("pass_number"),
    ask("name"),
    ask("phone"),
    ask("company"),
    ask("unit"),
    ask("matter"),
    ask("valid_until"),
    ask("deposit"),
    ask("received_at"),
];

/// The form of a new reminder (LED-06).
pub const REMINDER: &[FieldRow] = &[
    ask("unit"),
    ask("name"),
    ask("phone"),
    ask("fee"),
    ask("matter"),
    ask("detail"),
    ask("next_at"),
    ask("received_at"),
];

/// The form of a new handover (LED-08).
pub const HANDOVER: &[FieldRow] = &[ask("note").needed_while(&[("flagged", &["true"])]), start("flagged", "false")];

/// The registers of the tab: which it is, its columns, and what begins there under which label. A review begins by itself
/// with the first reception of its day.
const REGISTERS: &[(Register, &[Column], &str, Label)] = &[
    (Register::Reception, COLUMNS, "take_reception", |s| s.new_reception),
    (Register::Review, REVIEWS, "take_reception", |s| s.new_reception),
    (Register::Service, SERVICES, "file_service", |s| s.new_service),
    (Register::Visit, VISITS, "plan_visit", |s| s.new_visit),
    (Register::Handover, REVIEWS, "begin_handover", |s| s.new_handover),
    (Register::Emergency, EMERGENCIES, "raise_emergency", |s| s.emergency),
    (Register::Pass, PASSES, "issue_pass", |s| s.new_pass),
    (Register::Reminder, REMINDERS, "begin_reminder", |s| s.new_reminder),
];

/// The tab: the reception register, its reviews (REC-07, CBK-09), special services (LED-07), visits (LED-13), shift handovers
/// (LED-08), emergencies with those that are still to be written up (EMG-05), passes (LED-04), reminders (LED-06).
pub struct Receptions {
    /// One for each of [`REGISTERS`].
    queues: Vec<Queue>,
    /// The one that is shown.
    at: usize,
}

impl Default for Receptions {
    fn default() -> Self {
        let queue = |register, columns| Queue::new(Filter { register: Some(register), ..Filter::default() }, columns);
        let queues = REGISTERS.iter().map(|(register, columns, ..)| queue(*register, columns));
        Receptions { queues: queues.collect(), at: 0 }
    }
}

impl Receptions {
    /// The registers with what is open and late in each; a digit chooses.
    fn choose(cx: &Context<'_>) -> Vec<Msg> {
        let s = &cx.words.screen;
        let items = REGISTERS.iter().map(|(register, ..)| {
            let count = cx.counts.iter().find(|count| count.register == *register);
            let (open, overdue) = count.map_or((0, 0), |count| (count.open, count.overdue));
            let late = if overdue > 0 { format!("  {} {overdue}", s.overdue) } else { String::new() };
            let name = text::pad(cx.words.register(*register), 10);
            item(format!("{name}  {} {open}{late}", s.open_now), <&str>::from(*register))
        });
        let sheet = Item { closed: import::closed(cx), ..item(s.import_sheet, import::TAG) };
        vec![Menu::new("register", s.registers, items.chain([sheet]).collect()).open()]
    }

    /// Begins one in the register that is shown; a handover that is not taken over yet goes on instead.
    fn begin(&self, cx: &Context<'_>) -> Vec<Msg> {
        let action = REGISTERS[self.at].2;
        if action == "begin_handover" {
            match cx.desk.handover_of(&cx.me.login) {
                Ok(Some(number)) => return vec![Msg::Open(number)],
                Ok(None) => {}
                Err(error) => return vec![Msg::Fail(cx.words.store_error(&error))],
            }
        }
        vec![Msg::Fill(Seed { action: action.to_owned(), ..Seed::default() })]
    }
}

impl QueuePage for Receptions {
    fn own_rows(&self) -> Vec<Row> {
        let mut all = rows(KEYS);
        (all[0].opens, all[0].label) = (REGISTERS[self.at].2, REGISTERS[self.at].3);
        all
    }

    fn run_own(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::New => self.begin(cx),
            Command::Registers => Receptions::choose(cx),
        }
    }

    fn chosen_own(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Option<Vec<Msg>> {
        match (tag, value) {
            ("register", import::TAG) => return Some(vec![import::kinds(cx)]),
            (import::TAG, kind) => return Some(import::page(kind).into_iter().collect()),
            _ => {}
        }
        let chosen = REGISTERS.iter().position(|(register, ..)| <&str>::from(*register) == value);
        self.at = chosen.filter(|_| tag == "register")?;
        Some(told(self.shown_mut().reload(cx), cx))
    }

    fn shown(&self) -> &Queue {
        &self.queues[self.at]
    }

    fn shown_mut(&mut self) -> &mut Queue {
        &mut self.queues[self.at]
    }

    fn go_home(&mut self) {
        self.at = 0;
    }

    fn title(&self, cx: &Context<'_>) -> &'static str {
        cx.words.register(REGISTERS[self.at].0)
    }
}
