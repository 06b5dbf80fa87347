//! A sheet brought in on the screen: its path is typed, it is rehearsed, what would be taken and refused is shown, and
//! Enter imports it while the screen stays alive. Must not know how a sheet is read, nor from where it was opened.
mod draw;
mod job;

use crate::model::rights::{Right, may_open};
use crate::sheets::{Ended, Kind, Order, Outcome, Trouble};
use crate::tui::field::{Field, Taken};
use crate::tui::keymap::{Binding, Row, bind, ch, named, rows, shown};
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg, Page, Read};
use crossterm::event::{KeyCode, KeyEvent};
use job::{Broken, Job};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::path::PathBuf;

/// Tag of the choice of what to import.
pub const TAG: &str = "import";

/// The longest path that is typed.
const LONGEST: usize = 1_000;

/// Whether, and why not, a person may import on the screen.
pub fn closed(cx: &Context<'_>) -> Option<String> {
    let roles = Right::ImportSheets.roles();
    let why = || cx.refusal(&crate::desk::refusal::Refusal::NotAllowed { roles: roles.to_vec() });
    (!roles.contains(&cx.me.role)).then(why)
}

/// What can be imported; what the role may not is grey and says why.
pub fn kinds(cx: &Context<'_>) -> Msg {
    let kind = |(kind, label): (&Kind, &str)| {
        let roles = may_open(kind.action());
        let why = || cx.refusal(&crate::desk::refusal::Refusal::NotAllowed { roles: roles.to_vec() });
        Item { closed: (!roles.contains(&cx.me.role)).then(why), ..item(label, kind.action()) }
    };
    let items = Kind::ALL.iter().zip(cx.words.imports.kinds).map(kind).collect();
    Menu::new(TAG, cx.words.imports.what, items).open()
}

/// The page for what was chosen from [`kinds`].
pub fn page(chosen: &str) -> Option<Msg> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.action() == chosen)?;
    Some(Msg::Push(Box::new(ImportPage::new(kind))))
}

/// Where it stands.
enum Stage {
    /// The path is typed; what was wrong with the one before.
    Asking(Option<String>),
    /// It goes on.
    Going(Job),
    /// It is over: what came of it, and the lines that say it.
    Over(Box<Outcome>, Vec<String>),
}

/// The page.
struct ImportPage {
    kind: Kind,
    path: Field,
    stage: Stage,
    /// First of the lines that is seen.
    top: usize,
    height: usize,
}

#[derive(Clone, Copy)]
enum Command {
    Go,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Go, |s| s.import_now),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown)], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
    shown(&[named(KeyCode::Esc), ch('q')], Command::Back, |s| s.back),
];

/// The keys of the page, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

impl ImportPage {
    fn new(kind: Kind) -> ImportPage {
        ImportPage { kind, path: Field::new(LONGEST), stage: Stage::Asking(None), top: 0, height: 1 }
    }

    /// Enter: rehearses what was typed, or imports what was rehearsed, or leaves what is done.
    fn go(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        match &self.stage {
            Stage::Asking(_) if self.path.text().trim().is_empty() => Vec::new(),
            Stage::Asking(_) => self.begin(true, cx),
            Stage::Going(_) => Vec::new(),
            Stage::Over(outcome, _) if !outcome.rehearsal => vec![Msg::Close],
            Stage::Over(outcome, _) if outcome.ended.is_some() => self.begin(true, cx),
            Stage::Over(outcome, _) if outcome.taken + outcome.known > 0 => self.begin(false, cx),
            Stage::Over(..) => vec![Msg::Fail(cx.words.imports.nothing_taken.to_owned())],
        }
    }

    fn begin(&mut self, rehearsal: bool, cx: &Context<'_>) -> Vec<Msg> {
        let Some(database) = cx.desk.path() else { return Vec::new() };
        let order = Order {
            kind: self.kind,
            file: typed_path(self.path.text()),
            sheet: None,
            map: Vec::new(),
            set: Vec::new(),
            rehearsal,
        };
        let (config, by) = (cx.desk.config.clone(), cx.me.login.clone());
        self.stage = Stage::Going(Job::begin(database.to_path_buf(), config, order, by, cx.now));
        self.top = 0;
        Vec::new()
    }

    /// Esc: back to the path, or out; what goes on is stopped only after one more question.
    fn back(&mut self, cx: &Context<'_>) -> Vec<Msg> {
        let imports = &cx.words.imports;
        match &self.stage {
            Stage::Going(_) => {
                let items = vec![item(imports.stop_no, "on"), item(imports.stop_yes, "stop")];
                vec![Menu::new("stop_import", imports.stop_ask, items).open()]
            }
            Stage::Over(outcome, _) if outcome.rehearsal => {
                self.stage = Stage::Asking(None);
                Vec::new()
            }
            _ => vec![Msg::Close],
        }
    }

    fn scroll(&mut self, command: Command) {
        let page = self.height.saturating_sub(1).max(1);
        self.top = match command {
            Command::Up => self.top.saturating_sub(1),
            Command::Down => self.top + 1,
            Command::PageUp => self.top.saturating_sub(page),
            Command::PageDown => self.top + page,
            Command::Last => usize::MAX,
            _ => 0,
        };
        let Stage::Over(_, lines) = &self.stage else { return };
        self.top = self.top.min(lines.len().saturating_sub(page));
    }

    fn end(&mut self, ended: Result<Outcome, Broken>, cx: &Context<'_>) {
        let imports = &cx.words.imports;
        self.stage = match ended {
            Ok(outcome) => {
                let lines = lines(&outcome, cx);
                Stage::Over(Box::new(outcome), lines)
            }
            Err(Broken::Lost) => Stage::Asking(Some(imports.broke_off.to_owned())),
            Err(Broken::Trouble(why)) => Stage::Asking(Some(match why {
                Trouble::Sheet(why) => why.told(cx.words),
                Trouble::Columns(why) => why.told(cx.words),
                Trouble::Refused(refusal) => cx.refusal(&refusal),
                Trouble::Stopped => imports.stopped_at_once.to_owned(),
            })),
        };
    }
}

/// What came of it, below the sums: why it ended early, notes, the first lines as they stand, what was refused.
fn lines(outcome: &Outcome, cx: &Context<'_>) -> Vec<String> {
    let imports = &cx.words.imports;
    let failed = match &outcome.ended {
        Some(Ended::Failed(refusal)) => Some(cx.refusal(refusal)),
        _ => None,
    };
    let mut lines: Vec<String> = failed.into_iter().chain(outcome.notes_told(cx.words)).collect();
    if outcome.rehearsal && !outcome.samples.is_empty() {
        lines.push(imports.samples.to_owned());
        lines.extend(outcome.samples.iter().map(|sample| format!("  {}", sample.told(cx.words))));
    }
    if !outcome.refused.is_empty() {
        lines.push(imports.refused_lines.to_owned());
        let told = |(line, refusal): &(u64, _)| format!("  {}", (imports.line)(*line, &cx.refusal(refusal)));
        lines.extend(outcome.refused.iter().map(told));
    } else if outcome.ended.is_none() {
        lines.push(imports.none_refused.to_owned());
    }
    lines
}

/// A path as it is typed or dropped onto a terminal: with quotes around it, or from the home folder.
fn typed_path(text: &str) -> PathBuf {
    let text = text.trim();
    let quoted = |quote: char| text.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    let text = quoted('\'').or_else(|| quoted('"')).unwrap_or(text);
    match (text.strip_prefix("~/"), std::env::var_os("HOME")) {
        (Some(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => PathBuf::from(text),
    }
}

impl Page for ImportPage {
    fn rows(&self) -> Vec<Row> {
        let mut all = rows(KEYS);
        let going = matches!(self.stage, Stage::Going(_));
        match &self.stage {
            Stage::Asking(_) => all[0].label = |s| s.import_try,
            Stage::Over(outcome, _) if !outcome.rehearsal => all[0].label = |s| s.back,
            Stage::Over(outcome, _) if outcome.ended.is_some() => all[0].label = |s| s.import_try,
            _ => {}
        }
        if let Some(back) = all.last_mut().filter(|_| going) {
            back.label = |s| s.import_stop;
        }
        all[0].footer = !going;
        all
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Go => self.go(cx),
            Command::Back => self.back(cx),
            command => {
                self.scroll(command);
                Vec::new()
            }
        }
    }

    fn typed(&mut self, key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        let Stage::Asking(_) = self.stage else { return None };
        match self.path.key(key) {
            Taken::No => None,
            Taken::Moved => Some(Vec::new()),
            Taken::Changed => {
                self.stage = Stage::Asking(None);
                Some(Vec::new())
            }
        }
    }

    fn pasted(&mut self, text: &str) -> bool {
        let asking = matches!(self.stage, Stage::Asking(_));
        if asking {
            self.path.paste(text);
            self.stage = Stage::Asking(None);
        }
        asking
    }

    fn is_typing(&self) -> bool {
        matches!(self.stage, Stage::Asking(_))
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn is_busy(&self) -> bool {
        matches!(self.stage, Stage::Going(_))
    }

    fn beat(&mut self, cx: &Context<'_>) {
        if let Stage::Going(job) = &mut self.stage
            && let Some(ended) = job.hear()
        {
            self.end(ended, cx);
        }
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.draw_all(area, buf, cx)
    }

    fn chosen(&mut self, tag: &'static str, value: &str, _cx: &Context<'_>) -> Vec<Msg> {
        if let (Stage::Going(job), "stop_import", "stop") = (&self.stage, tag, value) {
            job.stop();
        }
        Vec::new()
    }

    fn opened_as(&self) -> Option<&'static str> {
        Some("import_page")
    }
}
