//! `due`: what is late and what crosses its time next, in all registers.
use super::Ended;
use super::arguments::Due;
use super::output::{ClockNote, json_line};
use super::session::Session;
use super::table::{Paint, Table};
use super::trouble::Trouble;
use crate::desk::Desk;
use crate::desk::answer::Pressing;
use crate::locales::words;
use crate::model::clock::Time;
use crate::model::queue::{Filter, QueueRow};
use crate::model::staff::Role;
use crate::model::when::{DayPart, parse_time, write_time};
use crate::rules::clock::Look;
use crate::wall_clock;
use serde_json::{Value, json};
use std::io::{Write, stdout};
use std::process::ExitCode;
use strum::VariantArray;

pub(super) fn run(session: &Session, due: &Due) -> Ended {
    let mut desk = session.existing_desk()?;
    session.sign_on(&mut desk)?;
    let at = time(session, due.at.as_deref())?;
    let role = due.role.as_deref().map(|word| self::role(session, word)).transpose()?;
    let filter = Filter { role, ..Filter::default() };
    let failed = |error| session.failed(error);
    let rows = desk.queue(&filter, 0, due.limit, at).map_err(failed)?;
    let all = desk.queue_length(&filter, at).map_err(failed)?;
    let more = usize::try_from(all).unwrap_or(usize::MAX).saturating_sub(rows.len());
    if due.json {
        let rows: Vec<Value> = rows.iter().map(|row| noted(row, at)).collect();
        writeln!(stdout(), "{}", json_line(&json!({ "at": at, "rows": rows, "more": more })))?;
    } else {
        print(session, &desk, &rows, more, at)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The time as which things are looked at: now, or as people write times, or RFC 3339.
pub(super) fn time(session: &Session, text: Option<&str>) -> Result<Time, Trouble> {
    let now = wall_clock::now();
    let Some(text) = text else { return Ok(now) };
    if let Ok(time) = chrono::DateTime::parse_from_rfc3339(text.trim()) {
        return Ok(time.to_utc());
    }
    parse_time(text, now, session.config.calendar.zone, DayPart::Start).map_err(|fault| {
        let why = session.words.fault(&crate::desk::refusal::FaultWhy::Time(fault));
        Trouble::told(format!("--at: {why}"))
    })
}

/// A role by its word, or by its name in either language.
pub(super) fn role(session: &Session, text: &str) -> Result<Role, Trouble> {
    let wanted = text.trim().to_lowercase();
    let called = |role: Role| {
        let languages = [crate::config::Language::Chinese, crate::config::Language::English].map(words);
        let names = languages.iter().flat_map(|words| [words.role(role), words.role_long(role)]);
        names.chain([role.into()]).any(|name| name.to_lowercase() == wanted)
    };
    Role::VARIANTS.iter().copied().find(|role| called(*role)).ok_or_else(|| {
        let known = Role::VARIANTS.iter().map(|role| format!("{role} {}", session.words.role_long(*role)));
        Trouble::told((session.words.cli.no_such_role)(&session.words.list(known)))
    })
}

/// A line for another program.
fn noted(row: &QueueRow, at: Time) -> Value {
    let pressing = Pressing::of(&row.clocks, row.owner, at);
    json!({
        "number": row.number, "register": row.register, "state": row.state, "unit": row.unit, "name": row.name,
        "matter": row.matter, "handler": row.handler, "department": row.department, "owner": row.owner,
        "level": pressing.standing.owner, "told": pressing.standing.told, "noted": pressing.noted, "harm": row.harm,
        "severity": row.severity, "urgency": row.urgency, "received_at": row.received_at, "version": row.version,
        "pressing": pressing.clock.map(|clock| ClockNote::of(clock, row.owner, at)),
        "clocks": ClockNote::running(&row.clocks, row.owner, at),
    })
}

fn print(session: &Session, desk: &Desk, rows: &[QueueRow], more: usize, at: Time) -> Result<(), Trouble> {
    let (words, names) = (session.words, session.names(desk)?);
    let mut table = Table::new(&words.cli.due_columns);
    for row in rows {
        let pressing = Pressing::of(&row.clocks, row.owner, at);
        let look = pressing.look.map(|look| words.look(&look, session.config.calendar.zone, at)).unwrap_or_default();
        let handler = row.handler.as_deref().map(|login| session.with_names(&names, at, |t| words.doer(login, t)));
        let grade = row.severity.map(|severity| words.severity(severity));
        let grade = grade.or_else(|| row.kind.map(|kind| words.matter_kind(kind)));
        let cells = [
            if row.harm { format!("{} {look}", words.screen.harm_mark) } else { look },
            grade.unwrap_or_default().to_owned(),
            row.number.clone(),
            row.unit.clone().or_else(|| row.name.clone()).unwrap_or_default(),
            words.state(row.state).to_owned(),
            words.role(pressing.standing.owner).to_owned(),
            handler.unwrap_or_default(),
            session.with_names(&names, at, |telling| words.matter(row, telling)),
        ];
        table.row(paint(pressing.look), cells.map(dashed).to_vec());
    }
    if rows.is_empty() && more == 0 {
        writeln!(stdout(), "{}", words.cli.nothing_due)?;
        return Ok(());
    }
    table.print(session)?;
    if more > 0 {
        writeln!(stdout(), "{}", (words.cli.more)(more))?;
    }
    let _ = writeln!(stdout(), "{}", (words.cli.as_of)(&write_time(at, session.config.calendar.zone)));
    Ok(())
}

/// An empty cell shows that nothing is missing by mistake.
pub(super) fn dashed(cell: String) -> String {
    if cell.is_empty() { "-".to_owned() } else { cell }
}

/// The colour of a look; its words stand beside it (ESC-05).
pub(super) fn paint(look: Option<Look>) -> Paint {
    match look {
        Some(Look::Overdue { .. } | Look::Escalated { .. }) => Paint::Late,
        Some(Look::Soon { .. }) => Paint::Soon,
        _ => Paint::Plain,
    }
}
