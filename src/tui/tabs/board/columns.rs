//! The board on a wide screen: a column for each state, a card for each order, the technicians beside them.
//! Must not know the keys.
use super::lanes::Lanes;
use super::{narrow, people, sections};
use crate::desk::answer::Pressing;
use crate::model::board::Lane;
use crate::model::queue::QueueRow;
use crate::tui::list::look_text;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// From this width on the states stand side by side.
pub const WIDE: u16 = 120;
/// A column has at least so many cells in Chinese and in English: the marker, a number or a look, and a gap.
const LEAST: [u16; 2] = [17, 20];
/// A column has at most so many cells.
const MOST: u16 = 26;
/// Cells that the technicians have at least.
const PEOPLE: u16 = 24;
/// Rows of a card: look, number, unit and technician, matter, and an empty one.
const CARD: u16 = 5;
/// From this height on the matter has a second row.
const HIGH: u16 = 36;

/// What of the columns is seen.
#[derive(Default)]
pub struct Columns {
    /// The first column that is seen.
    first: usize,
    /// The first card that is seen of each column.
    tops: Vec<usize>,
    /// Cards that there is room for.
    cards: usize,
    /// Rows of each.
    rows: u16,
}

impl Columns {
    /// A page less one card, for the keys that turn pages.
    pub fn page(&self) -> isize {
        isize::try_from(self.cards.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Draws the columns that there is room for, with the cursor in sight, and the technicians on the right.
    pub fn draw(&mut self, lanes: &Lanes, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let room = area.width.saturating_sub(PEOPLE);
        let least = LEAST[usize::from(!cx.is_chinese())];
        let count = u16::try_from(lanes.lanes.len()).unwrap_or(1).clamp(1, (room / least).max(1));
        let width = (room / count).min(MOST);
        self.rows = if area.height >= HIGH { CARD + 1 } else { CARD };
        // The last card needs no empty row below it.
        self.cards = usize::from(area.height / self.rows).max(1);
        self.scroll(lanes, usize::from(count));
        let seen = lanes.lanes.iter().enumerate().skip(self.first).take(usize::from(count));
        for (x, (place, lane)) in (0..).map(|nth| nth * width).zip(seen) {
            let inside = Rect { x: area.x + x, width, ..area };
            let more = (place == self.first && self.first > 0, place + 1 == self.first + usize::from(count));
            let more = (more.0, more.1 && place + 1 < lanes.lanes.len());
            draw_title(lane, more, inside, buf, cx);
            self.draw_cards(
                lanes,
                place,
                Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..inside },
                buf,
                cx,
            );
        }
        let beside = Rect { x: area.x + width * count, width: area.width - width * count, ..area };
        people::draw(lanes, beside, buf, cx);
    }

    /// Keeps the column and the card with the cursor inside what is seen.
    fn scroll(&mut self, lanes: &Lanes, count: usize) {
        let (lane, card) = lanes.at();
        let last = lanes.lanes.len().saturating_sub(count);
        self.first = self.first.clamp((lane + 1).saturating_sub(count), lane).min(last);
        self.tops.resize(lanes.lanes.len(), 0);
        for (top, lane) in self.tops.iter_mut().zip(&lanes.lanes) {
            *top = (*top).min(lane.rows.len().saturating_sub(self.cards));
        }
        if let Some(top) = self.tops.get_mut(lane) {
            *top = (*top).clamp((card + 1).saturating_sub(self.cards), card);
        }
    }

    fn draw_cards(&self, lanes: &Lanes, lane: usize, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let top = self.tops.get(lane).copied().unwrap_or(0);
        let seen = lanes.lanes[lane].rows.iter().enumerate().skip(top).take(self.cards);
        for (place, row) in seen {
            let y = u16::try_from(place - top).unwrap_or(u16::MAX).saturating_mul(self.rows);
            let inside = Rect { y: area.y + y, width: area.width - 1, height: self.rows - 1, ..area };
            draw_card(row, (lane, place) == lanes.at(), inside.intersection(area), buf, cx);
        }
    }
}

/// The name of a column with how many there are; arrows say that there are more columns beside it.
fn draw_title(lane: &Lane, (before, after): (bool, bool), area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    let left = if before { "<" } else { " " };
    let title = format!("{left}{} {}", narrow::name(lane.column)(&cx.words.screen), lane.count);
    let style = if lane.count > 0 { cx.theme.heading() } else { cx.theme.dim() };
    paint::at(buf, area, 0, 0, &title, style);
    if after {
        paint::at(buf, area, area.width.saturating_sub(2), 0, ">", cx.theme.heading());
    }
}

/// The selected card differs by its marker only, so that a move costs few bytes.
fn draw_card(row: &QueueRow, chosen: bool, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    let pressing = Pressing::of(&row.clocks, row.owner, cx.now);
    let look = cx.theme.look(pressing.look);
    let look = if pressing.noted { cx.theme.quiet(look) } else { look };
    let plain = if row.state.is_open() { Style::new() } else { cx.theme.dim() };
    let unit = row.unit.as_deref().unwrap_or("-");
    let who = format!("{}{unit} {}", sections::mark(row), sections::technician(row, cx));
    let width = usize::from(area.width.saturating_sub(1));
    let matter = sections::matter(row, cx);
    let matter = if area.height > CARD - 1 { text::wrap(&matter, width) } else { vec![matter] };
    let above = [(look_text(row, &pressing, cx), look), (row.number.clone(), plain), (who, plain)];
    let lines = above.into_iter().chain(matter.into_iter().map(|line| (line, plain)));
    if chosen {
        paint::at(buf, area, 0, 0, cx.theme.marker(), cx.theme.chosen());
    }
    for (y, (line, style)) in (0..area.height).zip(lines) {
        paint::at(buf, area, 1, y, &text::cut(&line, width), style);
    }
}
