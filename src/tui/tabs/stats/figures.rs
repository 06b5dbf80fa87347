//! The figures group by group, each with what it is out of, the month before and the year before (STA-01 to STA-05,
//! STA-07); its parts fold under it. Must not know the other views.
use super::behind::Behind;
use super::shelf::Shelf;
use super::view::{Cursor, View, change, name_cells, part_of, words_of};
use crate::stats::{By, Group, Month, Note, Which, catalogue};
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
const COMPARED: usize = 16;

enum Line {
    Title(Group),
    Whole(usize),
    Part(usize, String),
}

/// The view.
#[derive(Default)]
pub struct Figures {
    notes: Vec<Note>,
    month: Option<Rc<Month>>,
    /// The month before and the same month of the year before, where the file has them.
    earlier: [Option<Rc<Month>>; 2],
    /// Figures whose parts are seen.
    unfolded: BTreeSet<&'static str>,
    lines: Vec<Line>,
    cursor: Cursor,
}

impl Figures {
    fn lay(&mut self, cx: &Context<'_>) {
        self.lines.clear();
        let Some(month) = &self.month else { return };
        let mut group = None;
        for (place, note) in self.notes.iter().enumerate() {
            if group.replace(note.group) != Some(note.group) {
                self.lines.push(Line::Title(note.group));
            }
            self.lines.push(Line::Whole(place));
            if self.unfolded.contains(note.id) {
                for by in note.by {
                    let words = words_of(month, note, *by, cx);
                    self.lines.extend(words.into_iter().map(|word| Line::Part(place, format!("{by}:{word}"))));
                }
            }
        }
        self.cursor.count(self.lines.len());
    }

    fn selected(&self) -> Option<(&Note, Option<&str>)> {
        match self.lines.get(self.cursor.at)? {
            Line::Title(group) => Some((self.notes.iter().find(|note| note.group == *group)?, None)),
            Line::Whole(note) => Some((self.notes.get(*note)?, None)),
            Line::Part(note, part) => Some((self.notes.get(*note)?, Some(part))),
        }
    }

    fn draw_line(&self, line: &Line, y: u16, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let (note, part, name) = match line {
            Line::Title(group) => {
                paint::at(buf, area, 1, y, cx.words.phrase(group.title()), cx.theme.heading());
                return;
            }
            Line::Whole(place) => {
                let note = &self.notes[*place];
                let mark = match (note.by.is_empty(), self.unfolded.contains(note.id)) {
                    (true, _) => " ",
                    (_, true) => "-",
                    (_, false) => "+",
                };
                (note, None, format!("{mark} {}", cx.words.phrase(note.name)))
            }
            Line::Part(place, part) => {
                let note = &self.notes[*place];
                (note, Some(part.as_str()), format!("    {}", part_of(note.group, part, cx)))
            }
        };
        let style = if part.is_some() { cx.theme.quiet(Style::new()) } else { Style::new() };
        let cells = self.cells(note, part, area.width, cx);
        let mut row = text::pad(&name, name_cells(cx));
        for (cell, width) in cells {
            row.push(' ');
            row.push_str(&cell_of(&cell, width));
        }
        paint::at(buf, area, 1, y, row.trim_end(), style);
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
            cells.push((told.unwrap_or_default(), COMPARED));
        }
        cells
    }

    fn draw_titles(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let mut row = text::pad(s.stats_figure, name_cells(cx));
        let titles = [(s.stats_value, NUMBER), (s.stats_out_of, OUT_OF), (s.stats_before, COMPARED)];
        let year = (area.width >= WITH_YEAR).then_some((s.stats_year_before, COMPARED));
        for (title, width) in titles.into_iter().chain(year) {
            row.push(' ');
            row.push_str(&cell_of(title, width));
        }
        paint::at(buf, area, 1, 0, row.trim_end(), cx.theme.heading());
    }
}

/// Right-aligned, so that numbers stand under each other.
fn cell_of(cell: &str, width: usize) -> String {
    let cut = text::cut(cell, width);
    format!("{}{cut}", " ".repeat(width.saturating_sub(text::width(&cut))))
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
        let Some((note, _)) = self.selected().filter(|(note, _)| !note.by.is_empty()) else { return };
        let id = note.id;
        let place = self.notes.iter().position(|note| note.id == id);
        if !self.unfolded.remove(id) {
            self.unfolded.insert(id);
        }
        self.lay(cx);
        // The figure keeps the cursor, wherever it stands now.
        let is_it = |line: &Line| matches!(line, Line::Whole(other) if Some(*other) == place);
        self.cursor.at = self.lines.iter().position(is_it).unwrap_or(self.cursor.at);
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (Some((note, part)), Some(month)) = (self.selected(), &self.month) else { return Vec::new() };
        Behind::of_figure(month, note, part, Which::Counted, cx).open()
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        Some((self.selected()?.0.clone(), self.month.as_deref()?))
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
