//! The menu of the steps on a case: those open to this role in this state, and the others grey with the reason.
//! Must not know the steps: the table of the model says which there are.
use crate::desk::answer::Sheet;
use crate::desk::refusal::Refusal;
use crate::model::case::{Register, State};
use crate::model::rights::Right;
use crate::model::step::{STEPS, StepKind, StepRow};
use crate::tui::form::tables;
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg, Seed};
use crate::tui::text;
use serde_json::json;

/// Cells of the title for unit and matter.
const TITLE: usize = 36;

/// A case as it was seen when its menu was opened. What is chosen goes to this case and this version, whatever the
/// list below shows by then.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// Its register.
    pub register: Register,
    /// Where it stood.
    pub state: State,
    /// Its number.
    pub number: &'a str,
    /// Its version.
    pub version: i64,
    /// Its unit.
    pub unit: Option<&'a str>,
    /// What it is about.
    pub matter: &'a str,
    /// Harm is going on: stopping it comes first (CMP-08).
    pub harm: bool,
}

impl Seen<'_> {
    fn item(self, row: &StepRow, cx: &Context<'_>) -> Item {
        let value = format!("{} {} {}", <&str>::from(row.step), self.number, self.version);
        item(cx.words.step(row.step), value)
    }

    fn closed_item(self, row: &StepRow, cx: &Context<'_>) -> Item {
        Item { closed: self.why_not(row, cx), ..self.item(row, cx) }
    }

    /// Why a step is not open to this role in this state; none if it is.
    pub fn why_not(self, row: &StepRow, cx: &Context<'_>) -> Option<String> {
        let why = match (row.by.contains(&cx.me.role), row.from.contains(&self.state)) {
            // Whose review it is does not stand in the table.
            (true, true) if row.step == StepKind::SignReview => {
                let sheet = cx.desk.sheet(self.number, cx.me).ok()?;
                return why_never(&sheet, row.step.into(), cx);
            }
            (true, true) => return None,
            (true, false) => Refusal::WrongState { state: self.state, from: row.from.to_vec() },
            (false, _) => Refusal::NotAllowed { roles: row.by.to_vec() },
        };
        Some(cx.refusal(&why))
    }
}

/// Why a step is not for whoever sits here, whatever would be written into its form (CBK-03, REC-07).
pub fn why_never(sheet: &Sheet, step: &str, cx: &Context<'_>) -> Option<String> {
    match cx.desk.refused_beforehand(sheet, step.parse().ok()?, cx.me)? {
        // There is no field yet at which it could stand.
        Refusal::Fields(faults) => faults.first().map(|fault| cx.words.fault(&fault.why)),
        refusal => Some(cx.refusal(&refusal)),
    }
}

/// The menu; the page that opens it is told what was chosen under the tag `step`, for [`chosen`].
pub fn menu(seen: Seen<'_>, cx: &Context<'_>) -> Msg {
    let role = cx.me.role;
    let is_open = |row: &&StepRow| seen.why_not(row, cx).is_none();
    // Where nothing is masked for this role there is nothing to be shown whole.
    let masked = seen.register == Register::Key || !Right::SeePhones.is_of(role);
    let of_use = |row: &&StepRow| masked || row.step != StepKind::Reveal;
    let here = || STEPS.iter().filter(|row| row.register == seen.register).filter(of_use);
    let mut open: Vec<&StepRow> = here().filter(is_open).collect();
    open.sort_by_key(|row| !(seen.harm && row.step == StepKind::StopHarm));
    let open = open.into_iter().map(|row| seen.item(row, cx));
    let closed = here().filter(|row| !is_open(row)).map(|row| seen.closed_item(row, cx));
    let about = format!("{}  {}", seen.unit.unwrap_or_default(), cx.words.about(seen.register, seen.matter));
    let title = format!("{} {}  {}", seen.number, cx.words.state(seen.state), text::cut(about.trim(), TITLE));
    Menu::new("step", title, open.chain(closed).collect()).open()
}

/// Stands before what was chosen once it was confirmed.
const SURE: char = '!';

/// What was chosen from the menu; a step without a form that is not to be taken back asks once more.
pub fn asked(value: &str, cx: &Context<'_>) -> Vec<Msg> {
    let name = value.split(' ').next().unwrap_or_default();
    let step = name.parse::<StepKind>().ok();
    let grave = STEPS.iter().any(|row| Some(row.step) == step && row.grave) && tables::of_step(name).is_empty();
    if !grave {
        return chosen(value);
    }
    let s = &cx.words.screen;
    let items = vec![item(s.go_back, ""), item(s.do_it, format!("{SURE}{value}"))];
    vec![Menu::new("step", s.sure, items).saying(cx.words.action_does(name).unwrap_or_default()).open()]
}

/// What was chosen from the menu: step, number and version.
pub fn chosen(value: &str) -> Vec<Msg> {
    let mut parts = value.trim_start_matches(SURE).split(' ');
    match (parts.next(), parts.next(), parts.next().and_then(|version| version.parse().ok())) {
        (Some(step), Some(number), Some(version)) => vec![take(step, number, version)],
        _ => Vec::new(),
    }
}

/// What a step begins: its form, or the step itself where it has no fields.
pub fn take(step: &str, number: &str, version: i64) -> Msg {
    if tables::of_step(step).iter().any(|row| row.name == "entry") {
        // A line is chosen where the lines stand.
        return Msg::Open(number.to_owned());
    }
    if tables::of_step(step).is_empty() {
        return Msg::Do(json!({"do": step, "number": number, "version": version}));
    }
    let case = Some((number.to_owned(), version));
    Msg::Fill(Seed { action: step.to_owned(), case, ..Seed::default() })
}
