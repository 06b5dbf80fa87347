//! `show`: one case with its clocks, links and history.
use super::Ended;
use super::arguments::Show;
use super::output::{ClockNote, json_line};
use super::session::{Names, Session};
use super::table::aligned;
use super::trouble::Trouble;
use crate::desk::answer::{Part, Pressing, Sheet};
use crate::desk::refusal::Refusal;
use crate::desk::{FieldKind, field_kind};
use crate::locales::{DIFFERS, HANDED_IN, Telling};
use crate::model::case::Case;
use crate::model::clock::Time;
use crate::model::stocktake::unmark;
use crate::model::text::{clean_line, clean_text};
use crate::model::when::show_time;
use crate::wall_clock;
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{BufWriter, Write, stdout};
use std::process::ExitCode;

/// The answer with `--json`: the sheet, and whose the case is now.
#[derive(Serialize)]
struct Told<'a> {
    level: crate::model::staff::Role,
    told: &'a [crate::model::staff::Role],
    running: Vec<ClockNote>,
    #[serde(flatten)]
    sheet: &'a Sheet,
}

pub(super) fn run(session: &Session, show: &Show) -> Ended {
    let mut desk = session.existing_desk()?;
    let me = session.sign_on(&mut desk)?;
    let now = wall_clock::now();
    let mut sheet = desk.sheet(&show.number, &me).map_err(|refusal: Refusal| session.refused(&refusal))?;
    desk.compare(&mut sheet, now).map_err(|error| session.failed(error))?;
    let pressing = Pressing::of(&sheet.clocks, sheet.case.owner, now);
    if show.json {
        let running = ClockNote::running(&sheet.clocks, sheet.case.owner, now);
        let told = Told { level: pressing.standing.owner, told: &pressing.standing.told, running, sheet: &sheet };
        writeln!(stdout(), "{}", json_line(&told))?;
    } else {
        let page = Page { session, names: session.names(&desk)?, sheet: &sheet, now };
        page.print(&mut BufWriter::new(stdout().lock()), &pressing)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// One case on paper.
struct Page<'a> {
    session: &'a Session,
    names: Names,
    sheet: &'a Sheet,
    now: Time,
}

impl Page<'_> {
    fn print(&self, out: &mut impl Write, pressing: &Pressing) -> Result<(), Trouble> {
        let (words, case) = (self.session.words, &self.sheet.case);
        let (register, state) = (words.register(case.register), words.state(case.state));
        let whose = if case.state.is_open() { words.role_long(pressing.standing.owner) } else { "" };
        let line = format!("{}  {register}  {state}  {whose}", clean_line(&case.number));
        writeln!(out, "{}", line.trim_end())?;
        self.fields(out)?;
        if let Some(archive) = self.sheet.archive {
            writeln!(out, "  {}  {}", words.screen.callbacks_filed, words.archive(archive))?;
        }
        for edition in &self.sheet.editions {
            let line = self.telling(|telling| words.edition(edition, telling));
            writeln!(out, "  {}  {line}", words.phrase(HANDED_IN))?;
        }
        if let Some(figures) = self.sheet.differing {
            writeln!(out, "  {}  {}", words.phrase(DIFFERS), words.differing(figures))?;
        }
        self.lines(out)?;
        self.clocks(out)?;
        self.links(out)?;
        self.cycles(out)?;
        self.history(out)?;
        out.flush()?;
        Ok(())
    }

    /// Everything that is filled in, in the order of the forms.
    fn fields(&self, out: &mut impl Write) -> Result<(), Trouble> {
        let filled = filled(self.sheet, self.now);
        for field in self.session.words.fields {
            let Some(value) = filled.get(field.name).filter(|value| !value.is_null()) else { continue };
            if matches!(field.name, "number" | "version") || value == &Value::Bool(false) {
                continue;
            }
            let text = match (field_kind(field.name), value.as_str()) {
                (_, Some(text)) if field.name == "matter" => {
                    clean_text(self.session.words.about(self.sheet.case.register, text))
                }
                (Some(FieldKind::Text(_)), Some(text)) => clean_text(text),
                _ => self.telling(|telling| self.session.words.value(field.name, value, telling)),
            };
            writeln!(out, "  {}  {}", field.label, text.replace('\n', "\n    "))?;
        }
        Ok(())
    }

    /// What stands on the case line by line: the timeline, what was counted, what is handed over (KEY-08, LED-08).
    fn lines(&self, out: &mut impl Write) -> Result<(), Trouble> {
        let (words, zone) = (self.session.words, self.session.config.calendar.zone);
        for entry in &self.sheet.entries {
            let kind = words.entry_kind(entry.kind);
            let by = self.telling(|telling| words.doer(&entry.by, telling));
            let mark = entry.mark.as_deref().map(|mark| match unmark(mark) {
                Some((found, true)) => format!("[{} {}]  ", words.found(found), words.screen.differs),
                _ => format!("[{}]  ", words.mark(mark)),
            });
            let (at, text) = (show_time(entry.at, zone, self.now), clean_line(&words.entry_text(entry)));
            writeln!(out, "  {kind}  {at}  {by}  {}{text}", mark.unwrap_or_default())?;
        }
        Ok(())
    }

    fn clocks(&self, out: &mut impl Write) -> Result<(), Trouble> {
        let (words, zone) = (self.session.words, self.session.config.calendar.zone);
        self.heading(out, words.cli.clocks, self.sheet.clocks.is_empty())?;
        let owner = self.sheet.case.owner;
        let clocks: Vec<_> = self
            .sheet
            .clocks
            .iter()
            .filter(|clock| clock.armed_at <= self.now)
            .map(|clock| words.clock_cells(clock, owner, zone, self.now))
            .collect();
        for line in aligned(clocks.iter().map(|cells| cells.as_slice())) {
            writeln!(out, "  {line}")?;
        }
        self.heading(out, words.cli.pauses, self.sheet.pauses.is_empty())?;
        for pause in &self.sheet.pauses {
            let (from, until) = (
                show_time(pause.paused_at, zone, self.now),
                show_time(pause.resumed_at.unwrap_or(pause.until), zone, self.now),
            );
            writeln!(out, "  {from} - {until}  {}", clean_line(&pause.reason))?;
        }
        Ok(())
    }

    /// What the cycles before came to (ESC-10).
    fn cycles(&self, out: &mut impl Write) -> Result<(), Trouble> {
        let (words, zone) = (self.session.words, self.session.config.calendar.zone);
        self.heading(out, words.screen.cycle, self.sheet.cycles.is_empty())?;
        for (number, ended, result) in &self.sheet.cycles {
            let result = self.telling(|telling| words.past_cycle(result, telling));
            writeln!(out, "  {number}  {}  {result}", show_time(*ended, zone, self.now))?;
        }
        Ok(())
    }

    fn links(&self, out: &mut impl Write) -> Result<(), Trouble> {
        let cli = &self.session.words.cli;
        for (heading, cases) in [(cli.origins, &self.sheet.origins), (cli.offspring, &self.sheet.offspring)] {
            self.heading(out, heading, cases.is_empty())?;
            for case in cases {
                writeln!(out, "  {}", self.line(case))?;
            }
        }
        Ok(())
    }

    fn line(&self, case: &Case) -> String {
        let words = self.session.words;
        let matter = words.about(case.register, &case.matter);
        clean_line(&format!("{}  {}  {matter}", case.number, words.state(case.state)))
    }

    fn history(&self, out: &mut impl Write) -> Result<(), Trouble> {
        let (words, zone) = (self.session.words, self.session.config.calendar.zone);
        self.heading(out, words.cli.history, self.sheet.history.is_empty())?;
        for event in &self.sheet.history {
            let (by, what) = self.telling(|telling| (words.doer(&event.by, telling), words.event(event, telling)));
            writeln!(out, "  {}  {by}  {what}", show_time(event.at, zone, self.now))?;
        }
        Ok(())
    }

    fn heading(&self, out: &mut impl Write, heading: &str, nothing: bool) -> Result<(), Trouble> {
        if !nothing {
            writeln!(out, "{heading}")?;
        }
        Ok(())
    }

    fn telling<T>(&self, ask: impl FnOnce(&Telling) -> T) -> T {
        self.session.with_names(&self.names, self.now, ask)
    }
}

/// Case and register's part as one object; the severity as it is now (CMP-07).
fn filled(sheet: &Sheet, now: Time) -> Map<String, Value> {
    let mut filled = Map::new();
    let case = serde_json::to_value(&sheet.case).unwrap_or_default();
    for object in [case, sheet.part.to_json()] {
        if let Value::Object(fields) = object {
            filled.extend(fields);
        }
    }
    // The word `kind` means another list in each register: it goes under the label that the forms have for it.
    let kind = match &sheet.part {
        Part::Reception(_) => "kind",
        Part::Emergency(_) => "emergency",
        Part::Callback(_) => "about",
        Part::Key(_) => "key_kind",
        _ => "",
    };
    if let Some(own) = filled.remove("kind") {
        filled.insert(kind.to_owned(), own);
    }
    if let Part::Complaint(complaint) = &sheet.part {
        filled.insert("severity".to_owned(), serde_json::json!(complaint.severity_at(now)));
    }
    // What is a kind in the register has a name of its own in the forms.
    let named = match &sheet.part {
        Part::Callback(_) => "about",
        Part::Emergency(_) => "emergency",
        Part::Key(_) => "key_kind",
        _ => return filled,
    };
    if let Some(kind) = filled.remove("kind") {
        filled.insert(named.to_owned(), kind);
    }
    filled
}
