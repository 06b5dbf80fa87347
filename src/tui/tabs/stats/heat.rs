//! Heat: buildings against kinds of problem, the number in every cell and a mark beside it, so that it reads without
//! colour (STA-07). Must not know the other views.
use super::behind::Behind;
use super::shelf::Shelf;
use super::view::{Cursor, View, at_place, word_of};
use crate::stats::{Group, Heat, Month, Note, Which, note};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::HashSet;
use std::rc::Rc;

/// What is taken apart by building and kind.
const GROUPS: [(Group, &str); 2] = [(Group::Complaints, "complaints.received"), (Group::Orders, "orders.received")];
/// Cells of a building's name, and of a number with its mark.
const NAME: u16 = 10;
const CELL: u16 = 10;
/// The marks beside a number, from less than a third of the greatest to the greatest.
const MARKS: [&str; 4] = ["", "+", "++", "+++"];

/// The view.
#[derive(Default)]
pub struct HeatView {
    month: Option<Rc<Month>>,
    group: usize,
    heat: Heat,
    /// The marked row, and the marked column.
    cursor: Cursor,
    column: usize,
    /// The first column that is seen.
    left: usize,
}

impl HeatView {
    fn lay(&mut self) {
        self.heat = self.month.as_ref().map(|month| month.heat(GROUPS[self.group].0)).unwrap_or_default();
        self.cursor.count(self.heat.rows.len());
        self.column = self.column.min(self.heat.columns.len().saturating_sub(1));
    }

    /// The side by which the columns stand.
    fn kind(&self) -> String {
        GROUPS[self.group].0.problem().map(|by| by.to_string()).unwrap_or_default()
    }

    /// So many columns there is room for; the marked one is among them.
    fn seen_columns(&mut self, width: u16) -> std::ops::Range<usize> {
        let room = usize::from(width.saturating_sub(NAME + 2) / CELL).max(1);
        let count = self.heat.columns.len();
        self.left =
            self.left.clamp((self.column + 1).saturating_sub(room), self.column).min(count.saturating_sub(room));
        self.left..(self.left + room).min(count)
    }

    fn draw_heading(&self, area: Rect, seen: &std::ops::Range<usize>, buf: &mut Buffer, cx: &Context<'_>) {
        let (group, id) = GROUPS[self.group];
        let name = note(id).map_or("", |note| cx.words.phrase(note.name));
        let title = format!("{name} · {}", cx.words.screen.stats_heat_marks);
        paint::at(buf, area, 1, 0, &title, cx.theme.heading());
        let more = self.heat.columns.len().saturating_sub(seen.end);
        if more > 0 {
            let told = format!("{} ", cx.words.screen.stats_more_right.replace("{}", &more.to_string()));
            paint::right(buf, area, 0, &told, cx.theme.dim());
        }
        let Some(by) = group.problem() else { return };
        paint::at(buf, area, 1, 1, cx.words.screen.stats_building, cx.theme.heading());
        for (x, place) in columns(seen) {
            let title = word_of(group, by, &self.heat.columns[place], cx);
            let style = if place == self.column { cx.theme.chosen() } else { cx.theme.heading() };
            paint::at(buf, area, x + 1, 1, &text::cut(&title, usize::from(CELL - 1)), style);
        }
    }

    fn draw_row(
        &self,
        place: usize,
        y: u16,
        seen: &std::ops::Range<usize>,
        area: Rect,
        buf: &mut Buffer,
        cx: &Context<'_>,
    ) {
        let counts = &self.heat.counts[place];
        let most = self.heat.counts.iter().flatten().copied().max().unwrap_or(0);
        paint::at(buf, area, 1, y, &text::cut(&self.heat.rows[place], usize::from(NAME - 1)), Style::new());
        for (x, column) in columns(seen) {
            let count = counts.get(column).copied().unwrap_or(0);
            let level = level(count, most);
            let number = format!("{count:>4} {:<3} ", MARKS[level]);
            paint::at(buf, area, x + 1, y, &number, cx.theme.heat(level));
            if place == self.cursor.at && column == self.column {
                paint::at(buf, area, x, y, cx.theme.marker(), cx.theme.chosen());
            }
        }
    }
}

/// Where the columns stand that are seen.
fn columns(seen: &std::ops::Range<usize>) -> impl Iterator<Item = (u16, usize)> {
    (0u16..).map(|place| NAME + place * CELL).zip(seen.clone())
}

/// 0 of none, 1 to 3 by thirds of the greatest.
fn level(count: u32, most: u32) -> usize {
    match count {
        0 => 0,
        _ if u64::from(count) * 3 <= u64::from(most) => 1,
        _ if u64::from(count) * 3 <= u64::from(most) * 2 => 2,
        _ => 3,
    }
}

impl View for HeatView {
    fn title(&self) -> Label {
        |s| s.stats_view_heat
    }

    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        self.month = Some(shelf.whole(cx)?);
        self.lay();
        Ok(())
    }

    fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    /// To the next kind; behind the last one the other group begins.
    fn turn(&mut self, by: isize, _cx: &Context<'_>) {
        match self.column.checked_add_signed(by).filter(|column| *column < self.heat.columns.len()) {
            Some(column) => self.column = column,
            None => {
                self.group = (self.group + 1) % GROUPS.len();
                self.column = 0;
                self.lay();
                self.column = if by < 0 { self.heat.columns.len().saturating_sub(1) } else { 0 };
            }
        }
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (Some(month), Some(building), Some(word)) =
            (&self.month, self.heat.rows.get(self.cursor.at), self.heat.columns.get(self.column))
        else {
            return Vec::new();
        };
        let (group, id) = GROUPS[self.group];
        let at_building: HashSet<i64> = month
            .cases(id, Some(&format!("building:{building}")), Which::Counted)
            .into_iter()
            .map(|(id, _)| id)
            .collect();
        let of_kind = month.cases(id, Some(&format!("{}:{word}", self.kind())), Which::Counted).into_iter();
        let cases = of_kind.filter(|(id, _)| at_building.contains(id)).map(|(id, number)| (id, number.to_owned()));
        Behind::of(at_place(month.month, group, building, word, cx), cases.collect()).open()
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        Some((note(GROUPS[self.group].1)?, self.month.as_deref()?))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let seen = self.seen_columns(area.width);
        self.draw_heading(area, &seen, buf, cx);
        if self.heat.rows.is_empty() {
            paint::at(buf, area, 1, 3, cx.words.screen.stats_no_cases, cx.theme.dim());
        }
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (y, place) in (0..).zip(self.cursor.seen(body.height)) {
            if place == self.cursor.at {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            self.draw_row(place, y, &seen, body, buf, cx);
        }
    }
}
