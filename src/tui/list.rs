//! A long list of cases of which only a window is read. Moving inside the window asks nothing of the desk.
//! Must not know which register it shows: the columns come from the page.
use crate::config::Language;
use crate::desk::answer::Pressing;
use crate::model::queue::{Filter, QueueRow};
use crate::rules::clock::Look;
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Read};
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// So many lines are read at once.
const WINDOW: usize = 150;
/// But for the first picture no more than it shows at the home size: whoever starts or changes the tab is waiting.
const FIRST_WINDOW: usize = 20;
/// So many lines are gone through for a case that is not in the window.
const SOUGHT: usize = 1000;

/// One column: heading, cells, and what stands in it.
pub struct Column {
    /// Heading.
    pub title: Label,
    /// Cells in Chinese and in English; 0 takes what is left.
    pub width: [u16; 2],
    /// The text of a line.
    pub text: fn(&QueueRow, &Pressing<'_>, &Context<'_>) -> String,
}

/// The lines of a filter, and where the cursor stands among them.
#[derive(Default)]
pub struct List {
    /// How it is narrowed; read again after a change.
    pub filter: Filter,
    /// How many lines there are.
    pub total: usize,
    rows: Vec<QueueRow>,
    /// Place of the first line that was read.
    first: usize,
    at: usize,
    top: usize,
    height: usize,
}

impl List {
    /// A list of what a filter leaves; nothing is read yet.
    pub fn new(filter: Filter) -> List {
        List { filter, height: 1, ..List::default() }
    }

    /// Reads again; the cursor stays on its case, or where it was if the case is gone.
    ///
    /// # Errors
    /// The file.
    pub fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        let id = self.selected().map(|row| row.id);
        self.total = self.length(cx)? as usize;
        self.at = self.at.min(self.total.saturating_sub(1));
        self.read_around(cx)?;
        // The same case stays chosen, wherever it stands now: the next key is meant for it.
        id.map_or(Ok(()), |id| self.seek(|row| row.id == id, cx))
    }

    /// Moves the cursor by so many lines and reads more where the window ends.
    ///
    /// # Errors
    /// The file.
    pub fn go(&mut self, by: isize, cx: &Context<'_>) -> Read<()> {
        self.at = self.at.saturating_add_signed(by).min(self.total.saturating_sub(1));
        self.read_what_shows(cx)
    }

    /// Scrolls to the cursor, and reads if that is beyond the window.
    fn read_what_shows(&mut self, cx: &Context<'_>) -> Read<()> {
        self.scroll();
        let end = (self.top + self.height).min(self.total);
        if self.top < self.first || end > self.first + self.rows.len() {
            self.read_around(cx)?;
        }
        Ok(())
    }

    /// A page less one line, for the keys that turn pages.
    pub fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Puts the cursor on a case, if it is in the list and not too far down; else leaves it where it is.
    ///
    /// # Errors
    /// The file.
    pub fn seek(&mut self, is_it: impl Fn(&QueueRow) -> bool, cx: &Context<'_>) -> Read<()> {
        if let Some(place) = self.rows.iter().position(&is_it) {
            self.at = self.first + place;
        } else if self.total > self.rows.len() {
            let all = cx.desk.queue(&self.filter, 0, SOUGHT, cx.now)?;
            if let Some(place) = all.iter().position(is_it) {
                self.at = place;
                self.read_around(cx)?;
            }
        }
        Ok(())
    }

    /// The line with the cursor.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.rows.get(self.at.checked_sub(self.first)?)
    }

    /// How many lines there are. All that is open in a register has been counted for the bar.
    fn length(&self, cx: &Context<'_>) -> Read<u32> {
        let whole = Filter { register: self.filter.register, ..Filter::default() };
        match cx.counts.iter().find(|count| Some(count.register) == self.filter.register) {
            Some(count) if self.filter == whole => Ok(count.open),
            _ => cx.desk.queue_length(&self.filter, cx.now),
        }
    }

    fn read_around(&mut self, cx: &Context<'_>) -> Read<()> {
        let window = if self.rows.is_empty() { FIRST_WINDOW } else { WINDOW };
        self.first = self.at.saturating_sub(window / 2);
        self.rows = cx.desk.queue(&self.filter, self.first, window, cx.now)?;
        Ok(())
    }

    fn scroll(&mut self) {
        let last = self.total.saturating_sub(self.height);
        self.top = self.top.clamp(self.at.saturating_sub(self.height.saturating_sub(1)), self.at).min(last);
    }

    /// Draws headings and lines; the selected one differs by its marker only, so that a move costs few bytes.
    pub fn draw(&mut self, columns: &[Column], area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        self.height = usize::from(area.height.saturating_sub(1)).max(1);
        // A screen higher than the first window. A file that cannot be read says so at the next key.
        let _ = self.read_what_shows(cx);
        let widths = draw_titles(columns, area, buf, cx);
        if self.total == 0 {
            let searched = self.filter.words.is_some() && !self.filter.past;
            let s = &cx.words.screen;
            let told = if searched { s.nothing_open } else { s.nothing_here };
            paint::at(buf, area, 1, 2, told, cx.theme.dim());
        }
        let shown = self.rows.iter().skip(self.top.saturating_sub(self.first)).take(self.height);
        for (place, row) in shown.enumerate() {
            let y = u16::try_from(place + 1).unwrap_or(u16::MAX);
            if self.top + place == self.at {
                paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            draw_row(columns, &widths, row, (area, y), buf, cx);
        }
    }
}

/// Draws the headings of the columns on the first row, and returns the cells of each.
pub fn draw_titles(columns: &[Column], area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Vec<u16> {
    let widths = spread(columns, area.width.saturating_sub(1), usize::from(cx.words.language == Language::English));
    let mut x = 1;
    for (column, width) in columns.iter().zip(&widths).filter(|(_, width)| **width > 0) {
        let title = text::cut((column.title)(&cx.words.screen), usize::from(*width));
        paint::at(buf, area, x, 0, &title, cx.theme.heading());
        x += width + 1;
    }
    widths
}

/// Draws one line at the row `y`, its first column in the style of its look.
pub fn draw_row(
    columns: &[Column],
    widths: &[u16],
    row: &QueueRow,
    (area, y): (Rect, u16),
    buf: &mut Buffer,
    cx: &Context<'_>,
) {
    let pressing = Pressing::of(&row.clocks, row.owner, cx.now);
    let mut style = cx.theme.look(pressing.look);
    if pressing.noted {
        style = cx.theme.quiet(style);
    }
    let mut x = 1;
    for (column, width) in columns.iter().zip(widths).filter(|(_, width)| **width > 0) {
        let cell = (column.text)(row, &pressing, cx);
        paint::at(buf, area, x, y, &text::cut(&cell, usize::from(*width)), style);
        style = if row.state.is_open() { ratatui::style::Style::new() } else { cx.theme.dim() };
        x += width + 1;
    }
}

/// Fewer cells than this for what is left are of no use.
const LEAST: u16 = 10;

/// The cells of each column; whichever asks for 0 gets what the others leave. Where that is too little, the widest
/// column behind the first gives way.
fn spread(columns: &[Column], width: u16, language: usize) -> Vec<u16> {
    let mut cells: Vec<u16> = columns.iter().map(|column| column.width[language]).collect();
    let left = |cells: &[u16]| {
        let gaps = cells.iter().filter(|cells| **cells > 0).count();
        width.saturating_sub(cells.iter().sum::<u16>() + u16::try_from(gaps).unwrap_or(0))
    };
    if left(&cells) < LEAST
        && let Some(widest) = cells.iter_mut().skip(1).max()
    {
        *widest = 0;
    }
    let rest = left(&cells);
    let asks = |column: &Column| column.width[language] == 0;
    columns.iter().zip(cells).map(|(column, cells)| if asks(column) { rest } else { cells }).collect()
}

/// Cells of the column that says what time is left or lost.
pub const LOOK_CELLS: usize = 18;

/// What time is left or lost, and whom it has gone to; for a case that is over, its state. Harm that is going on is
/// named before it where there is room (CMP-08).
pub fn look_text(row: &QueueRow, pressing: &Pressing<'_>, cx: &Context<'_>) -> String {
    match pressing.look {
        Some(look) => {
            let noted = if pressing.noted && is_crossed(look) { cx.words.screen.noted_mark } else { "" };
            let told = format!("{}{noted}", cx.words.look(&look, cx.zone(), cx.now));
            let harm = format!("{} {told}", cx.words.screen.harm_mark);
            if row.harm && text::width(&harm) <= LOOK_CELLS { harm } else { told }
        }
        None if row.harm => format!("{} {}", cx.words.screen.harm_mark, cx.words.state(row.state)),
        None => cx.words.state(row.state).to_owned(),
    }
}

fn is_crossed(look: Look) -> bool {
    matches!(look, Look::Overdue { .. } | Look::Escalated { .. })
}
