//! The bytes of one frame: the shortest way from cell to cell. It knows where the terminal's cursor stands and which ink
//! it has, and must not know ratatui's frames.

use super::grid;
use super::sgr::{self, Ink};
use crate::tui::text;
use ratatui::buffer::Cell;
use std::io::Write;

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
            let tail_differs = text::width(cell.symbol()) == 2 && wanted.get(x + 1) != shown.get(x + 1);
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
        let absolute = absolute_length(x, y);
        let shorter = self.short_ways(x, y).into_iter().flatten().filter(|way| way.length() < absolute);
        match shorter.min_by_key(|way| way.length()) {
            Some(way) => way.write(&mut self.bytes),
            None => write_absolute(x, y, &mut self.bytes),
        }
        self.at = Some((x, y));
        self.past_end = false;
    }

    /// Moves relative to where the cursor stands; behind the last column only a carriage return is certain.
    fn short_ways(&self, x: u16, y: u16) -> [Option<Way>; 3] {
        let Some((now_x, now_y)) = self.at else {
            return [None, None, None];
        };
        let down = (y >= now_y && y - now_y < 8).then(|| y - now_y);
        let by_return = down.map(|down| Way { to_start: true, down, right: x, left: 0 });
        if self.past_end {
            return [by_return, None, None];
        }
        let straight = down.filter(|_| x >= now_x).map(|down| Way { to_start: false, down, right: x - now_x, left: 0 });
        let back = (y == now_y && x < now_x).then(|| Way { to_start: false, down: 0, right: 0, left: now_x - x });
        [by_return, straight, back.filter(|back| back.left < 8)]
    }

    pub(super) fn show_cursor(&mut self, visible: bool) {
        if self.visible != Some(visible) {
            self.bytes.extend_from_slice(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.visible = Some(visible);
        }
    }
}

/// A way from where the cursor stands. Measured before it is written: most are only weighed against a shorter one.
#[derive(Clone, Copy)]
struct Way {
    to_start: bool,
    down: u16,
    right: u16,
    left: u16,
}

impl Way {
    fn length(self) -> usize {
        let right = match self.right {
            0 => 0,
            1 => 3,
            cells => 3 + digits(cells),
        };
        usize::from(self.to_start) + usize::from(self.down + self.left) + right
    }

    fn write(self, bytes: &mut Vec<u8>) {
        bytes.extend(self.to_start.then_some(b'\r'));
        bytes.extend(std::iter::repeat_n(b'\n', usize::from(self.down)));
        bytes.extend(std::iter::repeat_n(b'\x08', usize::from(self.left)));
        // A vector takes every byte.
        let _ = match self.right {
            0 => Ok(()),
            1 => bytes.write_all(b"\x1b[C"),
            cells => write!(bytes, "\x1b[{cells}C"),
        };
    }
}

fn absolute_length(x: u16, y: u16) -> usize {
    match (x, y) {
        (0, 0) => 3,
        (0, _) => 3 + digits(y + 1),
        _ => 4 + digits(y + 1) + digits(x + 1),
    }
}

fn write_absolute(x: u16, y: u16, bytes: &mut Vec<u8>) {
    let _ = match (x, y) {
        (0, 0) => bytes.write_all(b"\x1b[H"),
        (0, _) => write!(bytes, "\x1b[{}H", y + 1),
        _ => write!(bytes, "\x1b[{};{}H", y + 1, x + 1),
    };
}

fn digits(number: u16) -> usize {
    number.checked_ilog10().map_or(1, |tens| tens as usize + 1)
}
