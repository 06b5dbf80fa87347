//! `staff`: who works here. Adding and changing go through actions like everything else.
use super::Ended;
use super::arguments::{Person, Staff, StaffCommand};
use super::due::{dashed, role};
use super::output::json_line;
use super::session::Session;
use super::table::{Paint, Table};
use super::trouble::Trouble;
use crate::desk::Desk;
use crate::wall_clock;
use serde_json::{Map, Value, json};
use std::io::{Write, stdout};
use std::process::ExitCode;

pub(super) fn run(session: &Session, staff: &Staff) -> Ended {
    match &staff.command {
        StaffCommand::List { json } => list(session, *json),
        StaffCommand::Add { login, person } => perform(session, "add_staff", login, person, None),
        StaffCommand::Change { login, person, active } => {
            perform(session, "change_staff", login, person, active.as_deref())
        }
    }
}

fn list(session: &Session, json: bool) -> Ended {
    let mut desk = session.existing_desk()?;
    session.sign_on(&mut desk)?;
    let staff = desk.staff().map_err(|error| session.failed(error))?;
    if json {
        writeln!(stdout(), "{}", json_line(&staff))?;
        return Ok(ExitCode::SUCCESS);
    }
    let words = session.words;
    let mut table = Table::new(&["login", "name", "role", "department", "active"].map(|field| words.field(field)));
    for member in staff {
        let department = member.department.map(|department| words.department(department)).unwrap_or_default();
        let active = words.yes_no(member.active).to_owned();
        let role = words.role_long(member.role).to_owned();
        let cells = [member.login, member.name, role, department.to_owned(), active];
        table.row(Paint::Plain, cells.map(dashed).to_vec());
    }
    table.print(session)?;
    Ok(ExitCode::SUCCESS)
}

fn perform(session: &Session, verb: &str, login: &str, person: &Person, active: Option<&str>) -> Ended {
    let mut action = Map::new();
    let role = person.role.as_deref().map(|word| role(session, word)).transpose()?;
    let department = person.department.as_deref().map(|text| super::import::word("department", text));
    let fields = [
        ("do", Some(json!(verb))),
        ("login", Some(json!(login))),
        ("name", person.name.as_ref().map(|name| json!(name))),
        ("role", role.map(|role| json!(role))),
        ("department", department.map(Value::String)),
        ("active", active.map(|active| json!(active))),
    ];
    action.extend(fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    let mut desk = session.desk()?;
    session.sign_on(&mut desk)?;
    let done = desk.perform_json(Value::Object(action), &session.login, wall_clock::now());
    done.map_err(|refusal| refused(session, &desk, &refusal))?;
    writeln!(stdout(), "{}", (session.words.cli.staff_saved)(login))?;
    Ok(ExitCode::SUCCESS)
}

fn refused(session: &Session, desk: &Desk, refusal: &crate::desk::refusal::Refusal) -> Trouble {
    match session.names(desk) {
        Ok(names) => {
            let now = wall_clock::now();
            Trouble::told(session.with_names(&names, now, |telling| session.words.refusal(refusal, telling)))
        }
        Err(trouble) => trouble,
    }
}
