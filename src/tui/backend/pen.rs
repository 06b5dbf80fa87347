//! The bytes of one frame: the shortest way from cell to cell. It knows where the terminal's cursor stands and which ink
//! it has, and must not know ratatui's frames.

use super::grid;
use super::sgr::{self, Ink};
use crate::tui::text;
use ratatui::buffer::Cell;

/// The bytes of the frame being made, and what they leave behind: position, ink and cursor of the terminal.
#[derive(Debug, Default)]
pub(super) struct Pen {
    pub(super) bytes: Vec<u8>,
    at: Option<(u16, u16)>,
    /// The cursor is behind the last column, where terminals differ about where it really stands.
    past_end: bool,
    ink: Option<Ink>,
    visible: Option<bool>,
}

impl Pen {
    pub(super) fn forget(&mut self) {
        self.at = None;
        self.past_end = false;
        self.ink = None;
        self.visible = None;
    }

    /// Writes the cells of one row that differ from what is shown; a tail that becomes blank is erased.
    pub(super) fn paint_row(&mut self, wanted: &[Cell], shown: &[Cell], y: u16) {
        let end = wanted.iter().rposition(|c| !grid::is_plain_blank(c)).map_or(0, |x| x + 1);
        let stale = shown.iter().rposition(|c| !grid::is_plain_blank(c)).map_or(0, |x| x + 1);
        let erase = stale > end + 3;
        let stop = if erase { end } else { wanted.len() };
        for x in 0..stop {
            let cell = &wanted[x];
            let tail_differs = wanted.get(x + 1) != shown.get(x + 1) && text::width(cell.symbol()) == 2;
            if (*cell == shown[x] && !tail_differs) || grid::is_tail(cell) {
                continue;
            }
            if !self.bridge(wanted, x, y) {
                self.move_to(x as u16, y);
            }
            self.put(cell, wanted.len());
        }
        if erase {
            self.move_to(end as u16, y);
            self.set_ink(Ink::PLAIN);
            self.bytes.extend_from_slice(b"\x1b[K");
        }
    }

    pub(super) fn set_ink(&mut self, ink: Ink) {
        sgr::change(self.ink, ink, &mut self.bytes);
        self.ink = Some(ink);
    }

    fn put(&mut self, cell: &Cell, width: usize) {
        self.set_ink(Ink::of(cell));
        self.bytes.extend_from_slice(cell.symbol().as_bytes());
        if let Some((x, _)) = &mut self.at {
            *x += text::width(cell.symbol()) as u16;
            self.past_end = usize::from(*x) >= width;
        }
    }

    /// Writes the few unchanged cells between here and `x` once more where that is shorter than a cursor move.
    fn bridge(&mut self, row: &[Cell], x: usize, y: u16) -> bool {
        let Some((from, row_now)) = self.at else {
            return false;
        };
        let from = usize::from(from);
        if row_now != y || self.past_end || from >= x || x - from > 4 {
            return false;
        }
        let gap = &row[from..x];
        let same_ink = gap.iter().all(|c| self.ink == Some(Ink::of(c)) && c.symbol().is_ascii());
        if same_ink && gap.iter().all(|c| c.symbol().len() == 1) {
            for cell in gap {
                self.put(cell, row.len());
            }
            return true;
        }
        false
    }

    pub(super) fn move_to(&mut self, x: u16, y: u16) {
        if self.at == Some((x, y)) && !self.past_end {
            return;
        }
        let mut best = match x {
            0 if y == 0 => "\x1b[H".to_owned(),
            0 => format!("\x1b[{}H", y + 1),
            _ => format!("\x1b[{};{}H", y + 1, x + 1),
        };
        for way in self.short_ways(x, y).into_iter().flatten() {
            if way.len() < best.len() {
                best = way;
            }
        }
        self.bytes.extend_from_slice(best.as_bytes());
        self.at = Some((x, y));
        self.past_end = false;
    }

    /// Moves relative to where the cursor stands; behind the last column only a carriage return is certain.
    fn short_ways(&self, x: u16, y: u16) -> [Option<String>; 3] {
        let Some((now_x, now_y)) = self.at else {
            return [None, None, None];
        };
        let down = (y >= now_y && y - now_y < 8).then(|| "\n".repeat(usize::from(y - now_y)));
        let by_return = down.as_ref().map(|down| format!("\r{down}{}", right(x)));
        if self.past_end {
            return [by_return, None, None];
        }
        let straight = down.filter(|_| x >= now_x).map(|down| format!("{down}{}", right(x - now_x)));
        let back = (y == now_y && x < now_x && now_x - x < 8).then(|| "\x08".repeat(usize::from(now_x - x)));
        [by_return, straight, back]
    }

    pub(super) fn show_cursor(&mut self, visible: bool) {
        if self.visible != Some(visible) {
            self.bytes.extend_from_slice(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.visible = Some(visible);
        }
    }
}

fn right(cells: u16) -> String {
    match cells {
        0 => String::new(),
        1 => "\x1b[C".to_owned(),
        n => format!("\x1b[{n}C"),
    }
}
