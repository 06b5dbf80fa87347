//! `act`: JSON Lines in; each is carried out in its own transaction and answered by one line after it was saved.
use super::Ended;
use super::arguments::Act;
use super::output::{ClockNote, json_line};
use super::session::{Names, Session};
use crate::desk::Desk;
use crate::desk::action::{ActionNote, FieldNote, catalogue};
use crate::desk::answer::Done;
use crate::desk::refusal::Refusal;
use crate::locales::Words;
use crate::model::clock::Time;
use crate::model::staff::Staff;
use crate::wall_clock;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::io::{self, BufRead, Read, Write, stdin, stdout};
use std::process::ExitCode;

/// The longest line that is read.
const LONGEST: u64 = 1024 * 1024;

pub(super) fn run(session: &Session, act: &Act) -> Ended {
    if act.actions {
        let text = if act.json { json_line(&catalogue()) + "\n" } else { actions(session.words) };
        stdout().lock().write_all(text.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut desk = session.desk()?;
    let me = session.sign_on(&mut desk)?;
    let names = session.names(&desk)?;
    let (mut input, mut out) = (stdin().lock(), stdout().lock());
    let (mut number, mut all_well) = (0u64, true);
    while let Some(line) = next_line(&mut input)? {
        number += 1;
        if matches!(&line, Line::Text(text) if text.trim().is_empty()) {
            continue;
        }
        let now = wall_clock::now();
        let outcome = action(session, line).and_then(|action| desk.perform_json(action, &session.login, now));
        all_well &= outcome.is_ok();
        let answer = answer(session, (&desk, &me), &names, number, outcome, now);
        writeln!(out, "{}", json_line(&answer))?;
        out.flush()?;
    }
    Ok(if all_well { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A line of the input, as far as it could be read.
enum Line {
    Text(String),
    TooLong,
    NotText,
}

fn next_line(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut bytes = Vec::new();
    input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && bytes.len() as u64 > LONGEST {
        input.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(String::from_utf8(bytes).map_or(Line::NotText, Line::Text)))
}

fn action(session: &Session, line: Line) -> Result<Value, Refusal> {
    let cli = &session.words.cli;
    match line {
        Line::TooLong => Err(Refusal::NotAnAction(cli.line_too_long.to_owned())),
        Line::NotText => Err(Refusal::NotAnAction(cli.not_utf8.to_owned())),
        Line::Text(text) => {
            let text = text.trim_start_matches('\u{feff}');
            serde_json::from_str(text).map_err(|error| Refusal::NotAnAction(error.to_string()))
        }
    }
}

/// The answer line: `{"line":1,"ok":true,"number":…,"state":…,"version":…,"clocks":[…]}` or
/// `{"line":1,"ok":false,"error":{"code":…,"message":…,"fields":{…}}}`.
fn answer(
    session: &Session,
    (desk, me): (&Desk, &Staff),
    names: &Names,
    line: u64,
    outcome: Result<Done, Refusal>,
    now: Time,
) -> Value {
    let mut answer = Map::new();
    answer.insert("line".to_owned(), json!(line));
    answer.insert("ok".to_owned(), json!(outcome.is_ok()));
    match outcome {
        Ok(done) => {
            // It is saved already: if it cannot be read again now, that is no failure of the action.
            let sheet = done.state.and_then(|_| desk.sheet(&done.number, me).ok());
            if let Ok(Value::Object(fields)) = serde_json::to_value(&done) {
                answer.extend(fields);
            }
            if let Some(sheet) = sheet {
                let clocks = ClockNote::running(&sheet.clocks, sheet.case.owner, now);
                answer.insert("clocks".to_owned(), json!(clocks));
            }
        }
        Err(refusal) => {
            answer.insert("error".to_owned(), error(session, names, &refusal, now));
        }
    }
    Value::Object(answer)
}

/// A refusal for another program: a short word, a sentence, and what is wrong with which field.
pub(super) fn error(session: &Session, names: &Names, refusal: &Refusal, now: Time) -> Value {
    let message = session.with_names(names, now, |telling| session.words.refusal(refusal, telling));
    let mut error = json!({ "code": refusal.code(), "message": message });
    if let Refusal::Fields(faults) = refusal {
        let fields = faults.iter().map(|fault| (fault.field.clone(), json!(session.words.fault(&fault.why))));
        error["fields"] = Value::Object(fields.collect());
    }
    error
}

/// Every action with its fields, for people.
pub(super) fn actions(words: &Words) -> String {
    let mut text = format!("{}\n", words.cli.actions_intro);
    for note in catalogue() {
        let _ = writeln!(text, "\n{}  {}", note.name, words.action_does(&note.name).unwrap_or(&note.about));
        if note.on_case {
            for name in ["number", "version"] {
                let _ = writeln!(text, "    {}", field_line(words, &case_field(name)));
            }
        }
        for field in &note.fields {
            let _ = writeln!(text, "    {}", field_line(words, field));
        }
        let _ = writeln!(text, "    {}", example(&note));
    }
    text
}

/// The fields that every step on a case takes.
fn case_field(name: &str) -> FieldNote {
    FieldNote { name: name.to_owned(), required: name == "number", about: String::new(), words: Vec::new() }
}

fn field_line(words: &Words, field: &FieldNote) -> String {
    let mark = if field.required { "*" } else { " " };
    let mut line = format!("{mark} {:<16} {}", field.name, words.field(&field.name));
    let hint = words.field_hint(&field.name);
    if !hint.is_empty() {
        let _ = write!(line, " ({hint})");
    }
    if !field.words.is_empty() {
        let named = |word: &String| format!("{word} {}", words.choice(&field.name, word).unwrap_or_default());
        let _ = write!(line, ": {}", field.words.iter().map(named).collect::<Vec<_>>().join(" | "));
    }
    line
}

/// The shortest line that performs it, with `…` for what is to be filled in.
fn example(note: &ActionNote) -> String {
    let mut parts = vec![format!("\"do\":\"{}\"", note.name)];
    if note.on_case {
        parts.push("\"number\":\"…\"".to_owned());
    }
    let required = note.fields.iter().filter(|field| field.required);
    parts.extend(required.map(|field| format!("\"{}\":{}", field.name, sample(field))));
    format!("{{{}}}", parts.join(","))
}

fn sample(field: &FieldNote) -> String {
    match crate::desk::field_kind(&field.name) {
        Some(crate::desk::FieldKind::Flag) => "true".to_owned(),
        _ => format!("\"{}\"", field.words.first().map_or("…", String::as_str)),
    }
}
