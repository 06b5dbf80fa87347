//! The figures group by group, each with what it is out of, the month before and the year before (STA-01 to STA-05,
//! STA-07); its parts fold under it. Must not know the other views.
use super::behind::Behind;
use super::shelf::Shelf;
use super::view::{Cursor, View, change, part_of, words_of};
use crate::model::phrase::Phrase;
use crate::stats::{By, Month, Note, Which, catalogue};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::tabs::stats::definition;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeSet;
use std::rc::Rc;

/// From this width on what a figure means stands beside it.
const WIDE: u16 = 120;
/// Cells of the lines then.
const LINES: u16 = 80;
/// From this width on there is room for the year before.
const WITH_YEAR: u16 = 78;
/// Cells of a number, of what it is out of, and of one that it is compared with.
const NUMBER: usize = 9;
const OUT_OF: usize = 9;
const COMPARED: usize = 17;
/// The same in English, where times take less room and names more.
const COMPARED_EN: usize = 14;
/// What says in a few lines how the month stands; whichever of them there are.
const FIRST: &[&str] = &[
    "complaints.received",
    "complaints.in_time",
    "complaints.satisfied",
    "orders.received",
    "orders.finished_in_time",
    "receptions.finished_in_time",
    "callbacks.in_time",
    "callbacks.satisfied",
    "keys.in_time",
    "sheets.month",
];

/// What is written over those.
const STANDING: Phrase = Phrase { zh: "要点", en: "In short" };

/// Where a figure stands: its place in the catalogue, and whether among the first ones.
type Place = (usize, bool);

enum Line {
    Title(Phrase),
    Whole(Place),
    Part(Place, String),
}

/// The view.
#[derive(Default)]
pub struct Figures {
    notes: Vec<Note>,
    month: Option<Rc<Month>>,
    /// The month before and the same month of the year before, where the file has them.
    earlier: [Option<Rc<Month>>; 2],
    /// Figures whose parts are seen.
    unfolded: BTreeSet<Place>,
    lines: Vec<Line>,
    cursor: Cursor,
}

impl Figures {
    fn lay(&mut self, cx: &Context<'_>) {
        self.lines.clear();
        let first = FIRST.iter().filter_map(|id| self.notes.iter().position(|note| note.id == *id));
        let first: Vec<Place> = first.map(|place| (place, true)).collect();
        self.lines.push(Line::Title(STANDING));
        first.into_iter().for_each(|place| self.add(place, cx));
        let mut group = None;
        for place in 0..self.notes.len() {
            let own = self.notes[place].group;
            if group.replace(own) != Some(own) {
                self.lines.push(Line::Title(own.title()));
            }
            self.add((place, false), cx);
        }
        self.cursor.count(self.lines.len());
    }

    /// A figure, and its parts where they are seen.
    fn add(&mut self, place: Place, cx: &Context<'_>) {
        self.lines.push(Line::Whole(place));
        let (Some(month), Some(note)) = (&self.month, self.notes.get(place.0)) else { return };
        for by in note.by.iter().filter(|_| self.unfolded.contains(&place)) {
            let words = words_of(month, note, *by, cx).into_iter();
            self.lines.extend(words.map(|word| Line::Part(place, format!("{by}:{word}"))));
        }
    }

    fn selected(&self) -> Option<(Place, Option<&str>)> {
        match self.lines.get(self.cursor.at)? {
            Line::Title(_) => None,
            Line::Whole(place) => Some((*place, None)),
            Line::Part(place, part) => Some((*place, Some(part))),
        }
    }

    fn draw_line(&self, line: &Line, y: u16, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let (place, part) = match line {
            Line::Title(title) => {
                paint::at(buf, area, 1, y, cx.words.phrase(*title), cx.theme.heading());
                return;
            }
            Line::Whole(place) => (place, None),
            Line::Part(place, part) => (place, Some(part.as_str())),
        };
        let note = &self.notes[place.0];
        let name = match (part, note.by.is_empty(), self.unfolded.contains(place)) {
            (Some(part), ..) => format!("    {}", part_of(note.group, part, cx)),
            (None, true, _) => format!("  {}", cx.words.phrase(note.name)),
            (None, _, true) => format!("- {}", cx.words.phrase(note.name)),
            (None, _, false) => format!("+ {}", cx.words.phrase(note.name)),
        };
        let row = row_of(&name, &self.cells(note, part, area.width, cx), area.width);
        paint::at(buf, area, 1, y, &row, Style::new());
    }

    /// The number, what it is out of, and the earlier ones with the change since.
    fn cells(&self, note: &Note, part: Option<&str>, width: u16, cx: &Context<'_>) -> Vec<(String, usize)> {
        let Some(month) = &self.month else { return Vec::new() };
        let now = month.figure(note, part);
        let mut cells = vec![(cx.words.figure(note.unit, &now), NUMBER), (cx.words.out_of(note.unit, &now), OUT_OF)];
        let shown = if width >= WITH_YEAR { 2 } else { 1 };
        for earlier in self.earlier.iter().take(shown) {
            let told = earlier.as_ref().map(|month| {
                let before = month.figure(note, part);
                let change = change(note.unit, &now, &before, cx).unwrap_or_default();
                format!("{} {change}", cx.words.figure(note.unit, &before))
            });
            cells.push((told.unwrap_or_default(), compared(cx)));
        }
        cells
    }

    fn draw_titles(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let titles = [(s.stats_value, NUMBER), (s.stats_out_of, OUT_OF), (s.stats_before, compared(cx))];
        let year = (area.width >= WITH_YEAR).then_some((s.stats_year_before, compared(cx)));
        let titles = titles.into_iter().chain(year).map(|(title, cells)| (title.to_owned(), cells));
        let row = row_of(s.stats_figure, &titles.collect::<Vec<_>>(), area.width);
        paint::at(buf, area, 1, 0, &row, cx.theme.heading());
    }
}

fn compared(cx: &Context<'_>) -> usize {
    if cx.is_chinese() { COMPARED } else { COMPARED_EN }
}

/// A name in the cells that are left, then its numbers, right-aligned so that they stand under each other.
fn row_of(name: &str, cells: &[(String, usize)], width: u16) -> String {
    let taken: usize = cells.iter().map(|(_, cells)| cells + 1).sum();
    let mut row = text::pad(name, usize::from(width).saturating_sub(taken + 1));
    for (cell, width) in cells {
        let cut = text::cut(cell, *width);
        row.push_str(&" ".repeat((width + 1).saturating_sub(text::width(&cut))));
        row.push_str(&cut);
    }
    row.trim_end().to_owned()
}

impl View for Figures {
    fn title(&self) -> Label {
        |s| s.stats_view_figures
    }

    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        if self.notes.is_empty() {
            self.notes = catalogue();
        }
        self.month = Some(shelf.whole(cx)?);
        let month = shelf.month;
        self.earlier = [shelf.figures(month.before(1), cx)?, shelf.figures(month.year_before(), cx)?];
        self.lay(cx);
        // The first line is the title of a group.
        if self.cursor.at == 0 {
            self.cursor.at = 1;
        }
        Ok(())
    }

    fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn turn(&mut self, _by: isize, cx: &Context<'_>) {
        let Some((place, _)) = self.selected() else { return };
        if !self.unfolded.remove(&place) && !self.notes[place.0].by.is_empty() {
            self.unfolded.insert(place);
        }
        self.lay(cx);
        // The figure keeps the cursor, wherever it stands now.
        let is_it = |line: &Line| matches!(line, Line::Whole(other) if *other == place);
        self.cursor.at = self.lines.iter().position(is_it).unwrap_or(self.cursor.at);
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (Some((place, part)), Some(month)) = (self.selected(), &self.month) else { return Vec::new() };
        Behind::of_figure(month, &self.notes[place.0], part, Which::Counted, cx).open()
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        let ((place, _), _) = self.selected()?;
        Some((self.notes.get(place)?.clone(), self.month.as_deref()?))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let left = if area.width >= WIDE { Rect { width: LINES, ..area } } else { area };
        self.draw_titles(left, buf, cx);
        let body = Rect { y: left.y + 1, height: left.height.saturating_sub(1), ..left };
        for (y, place) in (0..).zip(self.cursor.seen(body.height)) {
            if place == self.cursor.at {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            self.draw_line(&self.lines[place], y, body, buf, cx);
        }
        if let (true, Some((note, month))) = (area.width >= WIDE, self.figure()) {
            let beside = Rect { x: area.x + LINES + 2, width: area.width - LINES - 2, ..area };
            let lines = definition::lines(&note, month, usize::from(beside.width.saturating_sub(1)), cx);
            for (y, (line, style)) in (0..beside.height).zip(lines) {
                paint::at(buf, beside, 0, y, &line, style);
            }
        }
    }
}

/// The sides of a figure as they are called.
pub fn sides(by: &[By], cx: &Context<'_>) -> String {
    let names: Vec<&str> = by.iter().map(|by| cx.words.phrase(by.name())).collect();
    cx.words.list(names)
}
