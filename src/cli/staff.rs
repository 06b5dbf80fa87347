//! `staff`: who works here, their PIN, when they are on duty. Adding and changing go through actions like everything else.
use super::Ended;
use super::arguments::{Person, Staff, StaffCommand};
use super::due::{dashed, role};
use super::output::json_line;
use super::secret;
use super::session::Session;
use super::table::{Paint, Table};
use super::trouble::Trouble;
use crate::desk::Desk;
use crate::sheets::word;
use crate::wall_clock;
use serde_json::{Map, Value, json};
use std::io::{Write, stdout};
use std::process::ExitCode;

pub(super) fn run(session: &Session, staff: &Staff) -> Ended {
    match &staff.command {
        StaffCommand::List { json } => list(session, *json),
        StaffCommand::Add { login, person } => save(session, "add_staff", login, person, None),
        StaffCommand::Change { login, person, active } => {
            save(session, "change_staff", login, person, active.as_deref())
        }
        StaffCommand::Pin { login } => set_pin(session, login.as_deref()),
        StaffCommand::Duty { login, from, until } => {
            let times = [("starts_at", from.as_ref()), ("ends_at", Some(until))];
            let times = times.map(|(name, time)| (name, time.map(|time| json!(time))));
            perform(session, login, [[("do", Some(json!("plan_duty"))), ("login", Some(json!(login)))], times].concat())
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
    // Only where somebody's are known, since most estates begin without.
    let skilled = staff.iter().any(|member| member.skills.is_some());
    let fields = ["login", "name", "role", "department", "active", "skills"].map(|field| words.field(field));
    let shown = fields.len() - usize::from(!skilled);
    let mut table = Table::new(&fields[..shown]);
    for member in staff {
        let department = member.department.map(|department| words.department(department)).unwrap_or_default();
        let active = words.yes_no(member.active).to_owned();
        let role = words.role_long(member.role).to_owned();
        let ids = member.skills.unwrap_or_default();
        let skills = words.list(ids.split(',').map(|id| session.listed("job", id)));
        let cells = [member.login, member.name, role, department.to_owned(), active, skills];
        table.row(Paint::Plain, cells.map(dashed).into_iter().take(shown).collect());
    }
    table.print(session)?;
    Ok(ExitCode::SUCCESS)
}

fn save(session: &Session, verb: &str, login: &str, person: &Person, active: Option<&str>) -> Ended {
    let role = person.role.as_deref().map(|word| role(session, word)).transpose()?;
    let department = person.department.as_deref().map(|text| word("department", text));
    let fields = [
        ("do", Some(json!(verb))),
        ("login", Some(json!(login))),
        ("name", person.name.as_ref().map(|name| json!(name))),
        ("role", role.map(|role| json!(role))),
        ("department", department.map(Value::String)),
        ("active", active.map(|active| json!(active))),
        ("skills", person.skills.as_ref().map(|skills| json!(skills))),
    ];
    perform(session, login, fields)
}

/// The PIN comes from the keyboard or from standard input, never from the arguments, which others can see.
fn set_pin(session: &Session, login: Option<&str>) -> Ended {
    let mut desk = session.existing_desk()?;
    session.sign_on(&mut desk)?;
    let pin = secret::read(&session.words.screen)?;
    let login = login.unwrap_or(&session.login);
    let fields = [("do", json!("set_pin")), ("login", json!(login)), ("pin", json!(pin))];
    perform(session, login, fields.map(|(name, value)| (name, Some(value))))
}

fn perform(session: &Session, login: &str, fields: impl IntoIterator<Item = (&'static str, Option<Value>)>) -> Ended {
    let mut action = Map::new();
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
