//! The board on a narrow screen: one list, a section for each state. Must not know the keys.
use super::lanes::Lanes;
use super::narrow;
use crate::desk::answer::Pressing;
use crate::model::complaint::Urgency;
use crate::model::queue::QueueRow;
use crate::tui::list::{Column, draw_row, draw_titles, look_text};
use crate::tui::page::Context;
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What is seen of an order in a list.
pub const COLUMNS: &[Column] = &[
    Column { title: |s| s.column_time, width: [18, 22], text: look_text },
    Column { title: |_| "", width: [1, 1], text: |row, _, _| mark(row).into() },
    Column { title: |s| s.column_number, width: [15, 15], text: |row, _, _| row.number.clone() },
    Column { title: |s| s.column_unit, width: [9, 9], text: |row, _, _| row.unit.clone().unwrap_or_default() },
    Column { title: |s| s.column_technician, width: [8, 8], text: |row, _, cx| technician(row, cx) },
    Column { title: |s| s.column_matter, width: [0, 0], text: |row, _: &Pressing<'_>, cx| matter(row, cx) },
];

/// What stands before an urgent one (DSP-02).
pub fn mark(row: &QueueRow) -> &'static str {
    if row.urgency == Some(Urgency::Urgent) { "!" } else { "" }
}

/// Who has it; a dash where nobody was named.
pub fn technician(row: &QueueRow, cx: &Context<'_>) -> String {
    row.technician.as_deref().map_or_else(|| "-".to_owned(), |login| cx.name(login))
}

/// The matter, led by how often the resident has pressed (DSP-12).
pub fn matter(row: &QueueRow, cx: &Context<'_>) -> String {
    let pressed = (row.pressed > 0).then(|| cx.words.screen.pressed_times.replace("{}", &row.pressed.to_string()));
    pressed.map_or_else(|| cx.matter(row), |pressed| format!("{pressed} {}", cx.matter(row)))
}

/// What of the list is seen.
#[derive(Default)]
pub struct Sections {
    top: usize,
    height: usize,
}

/// A line: the heading of a section, an order of it, or how many more there are than were read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Heading(usize),
    Order(usize, usize),
    More(usize),
}

impl Sections {
    /// A page less one line, for the keys that turn pages.
    pub fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Draws headings and lines; the selected one differs by its marker only, so that a move costs few bytes.
    pub fn draw(&mut self, lanes: &Lanes, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let widths = draw_titles(COLUMNS, area, buf, cx);
        let lines = lines(lanes);
        self.height = usize::from(area.height.saturating_sub(1)).max(1);
        self.scroll(&lines, lanes.at());
        if lines.is_empty() {
            paint::at(buf, area, 1, 2, cx.words.screen.nothing_here, cx.theme.dim());
        }
        for (y, line) in (1..area.height).zip(lines.iter().skip(self.top)) {
            match *line {
                Line::Heading(lane) => {
                    let of = &lanes.lanes[lane];
                    let heading = format!("{} {}", narrow::name(of.column)(&cx.words.screen), of.count);
                    paint::at(buf, area, 1, y, &heading, cx.theme.heading());
                }
                Line::More(more) => {
                    let told = cx.words.screen.more_items.replace("{}", &more.to_string());
                    paint::at(buf, area, 1, y, &told, cx.theme.dim());
                }
                Line::Order(lane, place) => {
                    if (lane, place) == lanes.at() {
                        paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
                    }
                    draw_row(COLUMNS, &widths, &lanes.lanes[lane].rows[place], (area, y), buf, cx);
                }
            }
        }
    }

    /// Scrolls to the cursor; what is said above the first order of a section and below the last comes into sight too.
    fn scroll(&mut self, lines: &[Line], (lane, place): (usize, usize)) {
        let at = lines.iter().position(|line| *line == Line::Order(lane, place)).unwrap_or(0);
        let first = if place == 0 { at.saturating_sub(1) } else { at };
        let below = at + usize::from(matches!(lines.get(at + 1), Some(Line::More(_))));
        let last = lines.len().saturating_sub(self.height);
        self.top = self.top.clamp((below + 1).saturating_sub(self.height).min(first), first).min(last);
    }
}

fn lines(lanes: &Lanes) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, lane) in lanes.lanes.iter().enumerate().filter(|(_, lane)| !lane.rows.is_empty()) {
        lines.push(Line::Heading(place));
        lines.extend((0..lane.rows.len()).map(|row| Line::Order(place, row)));
        let more = (lane.count as usize).saturating_sub(lane.rows.len());
        lines.extend((more > 0).then_some(Line::More(more)));
    }
    lines
}
