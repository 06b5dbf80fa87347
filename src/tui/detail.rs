//! Everything about one case: clocks, pauses, links, cycles, history. Must not know which list it was opened from.
mod head;
mod key;
mod part;
mod whole;

use crate::desk::answer::{Part, Sheet};
use crate::model::case::Case;
use crate::model::clock::Clock;
use crate::model::step::Secret;
use crate::rules::clock::look;
use crate::tui::keymap::{Binding, Row, bind, ch, f, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::steps::{self, Seen};
use crate::tui::{paint, text};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use serde_json::Value;

/// One line of a detail; a link can be followed.
pub struct Line {
    text: String,
    style: Style,
    link: Option<String>,
}

/// A case, opened.
pub struct Detail {
    sheet: Sheet,
    /// First line seen.
    top: usize,
    /// Which link is marked.
    link: usize,
    height: usize,
    /// How far down it goes.
    most: usize,
    /// The marked link has to come into sight.
    seeks: bool,
    /// Numbers that were shown whole, for as long as the page is open.
    whole: Vec<(Secret, String)>,
}

#[derive(Clone, Copy)]
enum Command {
    Steps,
    Acknowledge,
    Reveal,
    NextLink,
    LinkBefore,
    Follow,
    Up,
    Down,
    PageUp,
    PageDown,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(6), ch('s')], Command::Steps, |s| s.steps),
    shown(&[f(8), ch('a')], Command::Acknowledge, |s| s.acknowledge),
    bind(&[f(4), ch('v')], Command::Reveal, |s| s.see_number),
    shown(&[named(KeyCode::Tab), ch('l')], Command::NextLink, |s| s.next_link),
    bind(&[named(KeyCode::BackTab)], Command::LinkBefore, |s| s.link_before),
    shown(&[named(KeyCode::Enter)], Command::Follow, |s| s.follow),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown), ch(' ')], Command::PageDown, |s| s.page_down),
    shown(&[named(KeyCode::Esc), named(KeyCode::Left), ch('q')], Command::Back, |s| s.back),
];

/// The keys of a case, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

impl Detail {
    /// The page of a case.
    pub fn new(sheet: Sheet) -> Detail {
        Detail { sheet, top: 0, link: 0, height: 1, most: 0, seeks: false, whole: Vec::new() }
    }

    fn links(&self) -> Vec<String> {
        let cases = self.sheet.origins.iter().chain(&self.sheet.offspring);
        cases.map(|case| case.number.clone()).collect()
    }

    /// Marks the link so many further, round and round.
    fn mark(&mut self, by: usize) {
        self.link = (self.link + by) % self.links().len().max(1);
        self.seeks = true;
    }

    fn follow(&self) -> Vec<Msg> {
        self.links().get(self.link).map(|number| Msg::Open(number.clone())).into_iter().collect()
    }
}

impl Page for Detail {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg> {
        let case = &self.sheet.case;
        match KEYS[row].command {
            Command::Steps => {
                let seen = Seen {
                    register: case.register,
                    state: case.state,
                    number: &case.number,
                    version: case.version,
                    unit: case.unit.as_deref(),
                    matter: cx.words.about(case.register, &case.matter),
                    harm: case.harm,
                };
                return vec![steps::menu(seen, cx)];
            }
            Command::Acknowledge => return vec![steps::take("acknowledge", &case.number, case.version)],
            Command::Reveal => return self.reveal(cx),
            Command::Follow => return self.follow(),
            Command::Back => return vec![Msg::Close],
            Command::NextLink => self.mark(1),
            Command::LinkBefore => self.mark(self.links().len().saturating_sub(1)),
            Command::Up => self.top = self.top.saturating_sub(1),
            Command::Down => self.top += 1,
            Command::PageUp => self.top = self.top.saturating_sub(self.height),
            Command::PageDown => self.top += self.height,
        }
        self.top = self.top.min(self.most);
        Vec::new()
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        // A case is never deleted: what cannot be read now stays as it was seen last.
        if let Ok(mut sheet) = cx.desk.sheet(&self.sheet.case.number, cx.me) {
            let _ = cx.desk.compare(&mut sheet, cx.now);
            self.sheet = sheet;
            self.unmask();
        }
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let lines = lines(&self.sheet, usize::from(area.width.saturating_sub(2)), cx);
        self.height = usize::from(area.height).max(1);
        self.most = lines.len().saturating_sub(self.height);
        self.top = self.top.min(self.most);
        let marked = self.links().get(self.link).cloned();
        let place = lines.iter().position(|line| line.link.is_some() && line.link == marked);
        if let Some(place) = place.filter(|_| std::mem::take(&mut self.seeks)) {
            self.top = self.top.clamp((place + 1).saturating_sub(self.height), place);
        }
        paint_lines(&lines, self.top, marked.as_deref(), area, buf, cx);
        None
    }

    fn shown(&mut self, action: &Value, whole: &str) {
        if let Some(secret) = action["field"].as_str().and_then(|word| word.parse().ok()) {
            self.whole.push((secret, whole.to_owned()));
            self.unmask();
        }
    }

    fn chosen(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        match tag {
            "step" => steps::asked(value, cx),
            "reveal" => self.ask_for(value),
            _ => Vec::new(),
        }
    }

    fn unit(&self) -> Option<String> {
        self.sheet.case.unit.clone()
    }
}

/// Draws lines from `top` on, with the marker before the marked link.
pub fn paint_lines(lines: &[Line], top: usize, marked: Option<&str>, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    for (y, line) in (0..area.height).zip(lines.iter().skip(top)) {
        if line.link.is_some() && line.link.as_deref() == marked {
            paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
        }
        paint::at(buf, area, 1, y, &line.text, line.style);
    }
}

/// The lines of a case, wrapped to `width` cells.
pub fn lines(sheet: &Sheet, width: usize, cx: &Context<'_>) -> Vec<Line> {
    let label = if cx.is_chinese() { 13 } else { 18 };
    let mut lines = Lines { lines: Vec::new(), width, label };
    lines.head(sheet, cx);
    lines.clocks(sheet, cx);
    let about = match &sheet.part {
        Part::Reception(reception) => part::reception(reception, cx),
        Part::Complaint(complaint) => part::complaint(complaint, cx),
        Part::Review(review) => part::review(review, sheet, cx),
        Part::WorkOrder(order) => part::work_order(order, sheet, cx),
        Part::Key(key) => key::house_key(key, sheet.case.state, cx),
        Part::Stocktake(stocktake) => key::stocktake(stocktake, cx),
        Part::Emergency(emergency) => part::emergency(emergency, cx),
        Part::Callback(callback) => part::callback(callback, cx),
        Part::Service(service) => part::service(service, cx),
        Part::Visit(visit) => part::visit(visit, cx),
        Part::Handover(handover) => part::handover(handover, &sheet.case, cx),
        Part::Pass(pass) => part::pass(pass, cx),
        Part::Reminder(reminder) => part::reminder(reminder, cx),
        Part::Removed => Vec::new(),
    };
    for (label, value) in about {
        lines.pair(label, &value);
    }
    lines.entries(sheet, cx);
    lines.pauses(sheet, cx);
    lines.links(cx.words.screen.came_from, &sheet.origins, cx);
    lines.links(cx.words.screen.came_of_it, &sheet.offspring, cx);
    lines.past(sheet, cx);
    lines.lines
}

struct Lines {
    lines: Vec<Line>,
    width: usize,
    /// Cells of the labels.
    label: usize,
}

impl Lines {
    fn add(&mut self, text: impl Into<String>, style: Style) {
        self.lines.push(Line { text: text.into(), style, link: None });
    }

    /// A label and a value, wrapped beside the label.
    fn pair(&mut self, label: &str, value: &str) {
        let label = text::pad(label, self.label.min(self.width / 3));
        let indent = text::width(&label) + 1;
        for (place, line) in text::wrap(value, self.width.saturating_sub(indent)).into_iter().enumerate() {
            let before = if place == 0 { label.clone() } else { " ".repeat(indent - 1) };
            self.add(format!("{before} {line}"), Style::new());
        }
    }

    fn section(&mut self, title: &str, cx: &Context<'_>) {
        self.add(title, cx.theme.heading());
    }

    fn clocks(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        if sheet.clocks.is_empty() {
            return;
        }
        self.section(cx.words.screen.clocks, cx);
        // What is armed ahead is nobody's business before its time.
        let shown = |clock: &&Clock| clock.cycle == sheet.case.cycle && clock.armed_at <= cx.now;
        let mut clocks: Vec<&Clock> = sheet.clocks.iter().filter(shown).collect();
        // What runs stands before what has ended.
        clocks.sort_by_key(|clock| (clock.stopped.is_some(), clock.crosses_at()));
        for clock in clocks {
            let seen = look(clock, sheet.case.owner, cx.now);
            let (of_look, of_milestone) = if cx.is_chinese() { (17, 10) } else { (21, 15) };
            let milestone = text::pad(cx.words.clock_name(clock), of_milestone);
            let look = text::pad(&cx.words.look(&seen, cx.zone(), cx.now), of_look);
            let mut line = format!(" {look} {milestone} {}", cx.time(clock.due_at));
            // Beside a list there is no room for the rule.
            if text::width(&line) + clock.rule.len() + 2 <= self.width {
                line = format!("{line}  {}", clock.rule);
            }
            self.add(text::cut(&line, self.width).trim_end(), cx.theme.look(Some(seen)));
            if let Some(noted) = &clock.noted {
                let by = format!("   {} {} {}", cx.words.screen.noted_by, cx.name(&noted.by), cx.time(noted.at));
                self.add(by, cx.theme.dim());
            }
        }
    }

    /// What was written line by line, with who and when; what was marked says so. What waits to be marked nobody has done
    /// yet, and once it is, who did it and when is what counts.
    fn entries(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        for entry in sheet.entries.iter().filter(|entry| part::is_shown(entry, sheet)) {
            let (said, waits) = (cx.words.entry_text(entry), part::is_to_mark(entry, sheet));
            let mark = entry.mark.as_deref().map_or_else(String::new, |mark| format!("  [{}]", key::mark(mark, cx)));
            let (at, by) = match (entry.marked_at, &entry.marked_by) {
                (Some(at), Some(by)) if waits => (at, by),
                _ => (entry.at, &entry.by),
            };
            let line = if waits && mark.is_empty() {
                format!("[ ] {said}")
            } else {
                format!("{}  {}{mark}  {said}", cx.time(at), cx.name(by))
            };
            self.pair(cx.words.entry_kind(entry.kind), &line);
        }
    }

    fn pauses(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        for pause in &sheet.pauses {
            let until = cx.time(pause.resumed_at.unwrap_or(pause.until));
            let (from, by) = (cx.time(pause.paused_at), cx.name(&pause.paused_by));
            self.pair(cx.words.screen.paused, &format!("{from} - {until}  {by}  {}", pause.reason));
        }
    }

    fn links(&mut self, title: &str, cases: &[Case], cx: &Context<'_>) {
        if cases.is_empty() {
            return;
        }
        self.section(title, cx);
        for case in cases {
            let state = cx.words.state(case.state);
            let matter = cx.words.about(case.register, &case.matter);
            let text = format!(" {}  {state}  {matter}", case.number);
            let text = text::cut(&text, self.width).into_owned();
            self.lines.push(Line { text, style: Style::new(), link: Some(case.number.clone()) });
        }
    }

    fn past(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        for (number, ended, result) in &sheet.cycles {
            if let Some(loan) = key::past_loan(sheet, result, cx) {
                self.pair(&format!("{} {number}", cx.words.screen.one_loan), &loan);
                continue;
            }
            let result = cx.tell(|telling| cx.words.past_cycle(result, telling));
            self.pair(&format!("{} {number}", cx.words.screen.cycle), &format!("{}  {result}", cx.time(*ended)));
        }
        self.section(cx.words.screen.history, cx);
        // The newest first: what happened last is what one wants to know.
        for event in sheet.history.iter().rev() {
            let (by, what) = cx.tell(|telling| (cx.words.doer(&event.by, telling), cx.words.event(event, telling)));
            let line = format!("{}  {by}  {what}", cx.time(event.at));
            for (place, line) in text::wrap(&line, self.width.saturating_sub(3)).into_iter().enumerate() {
                self.add(format!("{}{line}", if place == 0 { " " } else { "   " }), Style::new());
            }
        }
    }
}
