//! The cases behind a figure, as a list of which only what is seen is read. Must not know how they were counted.
use super::view::{Cursor, part_of};
use crate::model::queue::QueueRow;
use crate::model::staff::Role;
use crate::stats::{Month, Note, Unit, Which};
use crate::tui::keymap::{Binding, Label, Row, bind, ch, f, named, rows, shown};
use crate::tui::list::{Column, draw_row, draw_titles};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::paint;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::HashMap;

const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.stats_received, width: [11, 11], text: |row, _, cx| cx.time(row.received_at) },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_state, width: [8, 11], text: |row, _, cx| cx.words.state(row.state).to_owned() },
    Column { title: |s| s.stats_who, width: [6, 8], text: who },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _, cx| cx.matter(row) },
];

/// Whoever has it; where nobody does, the role that answers for it.
fn who(row: &QueueRow, _: &crate::desk::answer::Pressing<'_>, cx: &Context<'_>) -> String {
    row.technician
        .as_deref()
        .or(row.handler.as_deref())
        .map_or_else(|| cx.words.role(row.owner).to_owned(), |login| cx.name(login))
}

#[derive(Clone, Copy)]
enum Command {
    Open,
    Which,
    Back,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Open, |s| s.open),
    shown(&[named(KeyCode::Esc), named(KeyCode::Left), ch('q')], Command::Back, |s| s.back),
    bind(&[named(KeyCode::Up), ch('k')], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), ch('j')], Command::Down, |s| s.down),
    bind(&[named(KeyCode::PageUp)], Command::PageUp, |s| s.page_up),
    bind(&[named(KeyCode::PageDown), ch(' ')], Command::PageDown, |s| s.page_down),
    bind(&[named(KeyCode::Home)], Command::First, |s| s.first),
    bind(&[named(KeyCode::End)], Command::Last, |s| s.last),
    // The last, since it is there only where not all of them count.
    shown(&[named(KeyCode::Tab), f(11), ch('.')], Command::Which, |s| s.stats_which),
];

/// The keys of the list, for the tables of the README.
pub fn keys() -> Vec<Row> {
    rows(KEYS)
}

/// Row and number of a case. Row 0 is no case: the number is what it is called.
type Place = (i64, String);

/// Some of the cases, and what they are called.
struct Part {
    label: Label,
    cases: Vec<Place>,
}

/// The list.
pub struct Behind {
    title: String,
    /// Those that count, those that do not, all; or the one list there is.
    parts: Vec<Part>,
    part: usize,
    /// What was read of what is seen.
    lines: HashMap<i64, QueueRow>,
    cursor: Cursor,
    /// Whoever did the work is not told whom the lottery drew: what cannot be shown is not listed (CBK-02).
    veiled: bool,
}

impl Behind {
    /// The cases behind a figure or a part of it.
    pub fn of_figure(month: &Month, note: &Note, part: Option<&str>, first: Which, cx: &Context<'_>) -> Behind {
        let list = |which| owned(month.cases(note.id, part, which));
        let mut title = format!("{}  {}", month.month, cx.words.phrase(note.name));
        if let Some(part) = part {
            title.push_str(&format!(" · {}", part_of(note.group, part, cx)));
        }
        if note.unit != Unit::Share {
            return Behind::of(title, list(Which::Counted));
        }
        let wanted = [Which::Counted, Which::Missing, Which::Among].iter().position(|which| *which == first);
        let parts = vec![
            Part { label: |s| s.stats_counted, cases: list(Which::Counted) },
            Part { label: |s| s.stats_missing, cases: list(Which::Missing) },
            Part { label: |s| s.stats_among, cases: list(Which::Among) },
        ];
        Behind { parts, part: wanted.unwrap_or(0), ..Behind::of(title, Vec::new()) }
    }

    /// These cases.
    pub fn of(title: String, cases: Vec<Place>) -> Behind {
        let parts = vec![Part { label: |s| s.stats_among, cases }];
        Behind { title, parts, part: 0, lines: HashMap::new(), cursor: Cursor::default(), veiled: false }
    }

    /// As the message that puts it over the page.
    pub fn open(self) -> Vec<Msg> {
        vec![Msg::Push(Box::new(self))]
    }

    fn cases(&self) -> &[Place] {
        self.parts.get(self.part).map_or(&[], |part| &part.cases)
    }

    /// Reads what is seen and has not been read.
    fn read_seen(&mut self, height: u16, cx: &Context<'_>) -> Read<()> {
        self.cursor.count(self.cases().len());
        let seen = self.cursor.seen(height);
        let ids = self.cases()[seen].iter().map(|(id, _)| *id);
        let wanted: Vec<i64> = ids.filter(|id| *id != 0 && !self.lines.contains_key(id)).collect();
        if !wanted.is_empty() {
            self.lines.extend(cx.desk.lines(&wanted, cx.now, cx.me)?.into_iter().map(|line| (line.id, line)));
        }
        Ok(())
    }

    /// Takes out what this person is not told.
    fn veil(&mut self, cx: &Context<'_>) -> Read<()> {
        if cx.me.role != Role::Department || std::mem::replace(&mut self.veiled, true) {
            return Ok(());
        }
        for part in &mut self.parts {
            let ids: Vec<i64> = part.cases.iter().map(|(id, _)| *id).collect();
            let told: HashMap<i64, QueueRow> =
                cx.desk.lines(&ids, cx.now, cx.me)?.into_iter().map(|line| (line.id, line)).collect();
            part.cases.retain(|(id, _)| *id == 0 || told.contains_key(id));
        }
        Ok(())
    }

    fn open_case(&self) -> Vec<Msg> {
        match self.cases().get(self.cursor.at) {
            Some((0, unit)) => vec![Msg::Look(unit.clone())],
            Some((_, number)) => vec![Msg::Open(number.clone())],
            None => Vec::new(),
        }
    }

    fn draw_heading(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        paint::at(buf, area, 1, 0, &self.title, cx.theme.chosen());
        let s = &cx.words.screen;
        let told: Vec<String> = self
            .parts
            .iter()
            .enumerate()
            .map(|(place, part)| {
                let told = format!("{} {}", (part.label)(s), part.cases.len());
                if place == self.part && self.parts.len() > 1 { format!("[{told}]") } else { told }
            })
            .collect();
        paint::right(buf, Rect { width: area.width.saturating_sub(1), ..area }, 0, &told.join(" "), cx.theme.heading());
    }
}

fn owned(cases: Vec<(i64, &str)>) -> Vec<Place> {
    cases.into_iter().map(|(id, number)| (id, number.to_owned())).collect()
}

impl Page for Behind {
    fn rows(&self) -> Vec<Row> {
        let mut all = rows(KEYS);
        all.truncate(KEYS.len() - usize::from(self.parts.len() < 2));
        all
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        let by = match KEYS[row].command {
            Command::Open => return self.open_case(),
            Command::Back => return vec![Msg::Close],
            Command::Which => {
                self.part = (self.part + 1) % self.parts.len().max(1);
                self.cursor = Cursor::default();
                return Vec::new();
            }
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -self.cursor.page(),
            Command::PageDown => self.cursor.page(),
            Command::First => isize::MIN,
            Command::Last => isize::MAX,
        };
        self.cursor.go(by);
        Vec::new()
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.lines.clear();
        self.veil(cx)
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        self.draw_heading(area, buf, cx);
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let widths = draw_titles(COLUMNS, body, buf, cx);
        let rows = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        // A file that cannot be read says so at the next key.
        let _ = self.read_seen(rows.height, cx);
        if self.cases().is_empty() {
            paint::at(buf, rows, 1, 1, cx.words.screen.stats_no_cases, cx.theme.dim());
        }
        for (y, place) in (0..).zip(self.cursor.seen(rows.height)) {
            if place == self.cursor.at {
                paint::at(buf, rows, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let (id, number) = &self.cases()[place];
            match self.lines.get(id) {
                Some(line) => draw_row(COLUMNS, &widths, line, (rows, y), buf, cx),
                None => _ = paint::at(buf, rows, 1, y, number, cx.theme.dim()),
            }
        }
        None
    }

    fn unit(&self) -> Option<String> {
        let (id, name) = self.cases().get(self.cursor.at)?;
        if *id == 0 { Some(name.clone()) } else { self.lines.get(id)?.unit.clone() }
    }
}
