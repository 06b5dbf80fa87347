//! Whom to send (DSP-06): the technicians with why, the proposed one first. Must not decide who that is.
use crate::model::duty::Technician;
use crate::model::queue::QueueRow;
use crate::model::staff::Department;
use crate::rules::dispatch::{Why, is_night, propose};
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg};
use crate::tui::{steps, text};
use serde_json::json;

/// Stands for sending it to the department alone.
const NOBODY: &str = "-";
/// Stands for the form, which asks for all there is.
const FORM: &str = "?";
/// Cells of a name.
const NAME: usize = 8;

/// Who is proposed for an order, best first, each with why (DSP-06).
pub fn proposed(row: &QueueRow, technicians: &[Technician], cx: &Context<'_>) -> Vec<(String, Why)> {
    let (Some(job), Some(department)) = (row.job.as_deref(), row.department) else { return Vec::new() };
    let local = cx.now.with_timezone(&cx.zone()).time();
    propose(job, department, technicians, is_night(cx.desk.config.night, local))
}

/// The menu; the page is told under the tag `send`, for [`chosen`]. Below those who are proposed stand the others of
/// the department, since a person decides.
pub fn menu(row: &QueueRow, technicians: &[Technician], cx: &Context<'_>) -> Msg {
    let s = &cx.words.screen;
    let value = |login: &str| format!("{login} {} {}", row.number, row.version);
    let known = |login: &str| technicians.iter().find(|one| one.login == login);
    let best = proposed(row, technicians, cx);
    let line = |one: &Technician, why: String| item(format!("{} {why}", text::pad(&one.name, NAME)), value(&one.login));
    let best_of = |(login, why): &(String, Why)| known(login).map(|one| line(one, because(one, why, cx)));
    let mut items: Vec<Item> = best.iter().filter_map(best_of).collect();
    let of_department = |one: &&Technician| row.department.is_none_or(|department| department == one.department);
    let others =
        technicians.iter().filter(of_department).filter(|one| best.iter().all(|(login, _)| *login != one.login));
    items.extend(others.map(|one| line(one, cx.words.list(standing(one, cx)))));
    // Where nobody is proposed, as at night with nobody on duty, the department decides.
    let first = if best.is_empty() { items.len() } else { 0 };
    items.push(item(s.department_decides, value(NOBODY)));
    items.push(item(s.send_by_form, value(FORM)));
    let department = row.department.map_or("", |one: Department| cx.words.department(one));
    let about = format!("{}  {}", row.unit.as_deref().unwrap_or_default(), row.matter);
    let title = format!("{} {department}", s.send_to);
    Menu::new("send", title, items).saying(text::cut(about.trim(), 56)).beginning_at(first).open()
}

/// Sends it to whom was chosen: login, number and version.
pub fn chosen(value: &str) -> Vec<Msg> {
    let mut parts = value.split(' ');
    let (Some(login), Some(number), Some(Ok(version))) =
        (parts.next(), parts.next(), parts.next().map(str::parse::<i64>))
    else {
        return Vec::new();
    };
    if login == FORM {
        return vec![steps::take("send_order", number, version)];
    }
    let technician = Some(login).filter(|login| *login != NOBODY);
    vec![Msg::Do(json!({"do": "send_order", "number": number, "version": version, "technician": technician}))]
}

/// Whether somebody can do it, in words.
pub fn skill(why: &Why, cx: &Context<'_>) -> &'static str {
    if why.skilled { cx.words.screen.can_do_it } else { cx.words.screen.cannot_do_it }
}

fn because(one: &Technician, why: &Why, cx: &Context<'_>) -> String {
    let [load, duty] = standing(one, cx);
    cx.words.list([skill(why, cx).to_owned(), load, duty])
}

/// Open orders and duty of a technician.
pub fn standing(one: &Technician, cx: &Context<'_>) -> [String; 2] {
    let s = &cx.words.screen;
    let load = s.has_open.replace("{}", &one.load.to_string());
    let duty = one.on_duty_until.map_or_else(
        || s.off_duty.to_owned(),
        |until| s.on_duty_until.replace("{}", &until.with_timezone(&cx.zone()).format("%H:%M").to_string()),
    );
    [load, duty]
}
