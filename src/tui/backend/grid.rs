//! The cells of one picture of the screen. A wide character holds its cell and marks the next as its tail; a half
//! without its other half is blanked. It must not know how cells become bytes.

use crate::tui::text;
use ratatui::buffer::Cell;
use ratatui::layout::Size;
use ratatui::style::{Color, Modifier};

/// What a person sees of a style on an empty cell, besides its background.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

#[derive(Clone, Debug)]
pub(super) struct Grid {
    width: usize,
    cells: Vec<Cell>,
    /// Rows that got a cell since they were looked at.
    touched: Vec<bool>,
}

impl Grid {
    pub(super) fn blank(size: Size) -> Grid {
        let (width, height) = (usize::from(size.width), usize::from(size.height));
        Grid { width, cells: vec![Cell::default(); width * height], touched: vec![false; height] }
    }

    /// The rows that got a cell since they were last taken.
    pub(super) fn take_touched(&mut self) -> Vec<u16> {
        let rows = (0u16..).zip(&mut self.touched);
        rows.filter_map(|(y, touched)| std::mem::take(touched).then_some(y)).collect()
    }

    pub(super) fn row(&self, y: u16) -> &[Cell] {
        let start = usize::from(y) * self.width;
        &self.cells[start..start + self.width]
    }

    fn row_mut(&mut self, y: u16) -> &mut [Cell] {
        let start = usize::from(y) * self.width;
        &mut self.cells[start..start + self.width]
    }

    pub(super) fn copy_row(&mut self, from: &Grid, y: u16) {
        for (to, cell) in self.row_mut(y).iter_mut().zip(from.row(y)) {
            if to != cell {
                to.clone_from(cell);
            }
        }
    }

    /// Puts one cell as ratatui sends it, row by row from the left. ratatui may send the blank behind a wide
    /// character or leave it out; both mean its tail.
    pub(super) fn set(&mut self, x: u16, y: u16, cell: Cell) {
        let x = usize::from(x);
        if x >= self.width || (usize::from(y) + 1) * self.width > self.cells.len() {
            return;
        }
        self.touched[usize::from(y)] = true;
        let row = self.row_mut(y);
        if cell.symbol() == " " && x > 0 && text::width(row[x - 1].symbol()) == 2 {
            row[x] = tail_of(&row[x - 1]);
            return;
        }
        let wide = text::width(cell.symbol()) == 2;
        row[x] = cell;
        if x + 1 < row.len() {
            if wide {
                row[x + 1] = tail_of(&row[x]);
            } else if is_tail(&row[x + 1]) {
                row[x + 1] = Cell::default();
            }
        }
    }

    /// Blanks halves of wide characters that have lost the other half, and makes equal-looking blanks equal.
    pub(super) fn mend_row(&mut self, y: u16) {
        let row = self.row_mut(y);
        for x in 0..row.len() {
            let whole = match text::width(row[x].symbol()) {
                2 => row.get(x + 1).is_some_and(is_tail),
                1 => true,
                _ => is_tail(&row[x]) && x > 0 && text::width(row[x - 1].symbol()) == 2,
            };
            if !whole {
                row[x].set_symbol(" ");
            }
            if row[x].symbol() == " " {
                simplify(&mut row[x]);
            }
        }
    }
}

fn tail_of(head: &Cell) -> Cell {
    let mut tail = head.clone();
    tail.set_symbol("");
    tail
}

/// The right half of a wide character.
pub(super) fn is_tail(cell: &Cell) -> bool {
    cell.symbol().is_empty()
}

/// An empty cell as the terminal has it after an erase.
pub(super) fn is_plain_blank(cell: &Cell) -> bool {
    cell.symbol() == " " && cell.bg == Color::Reset && !cell.modifier.intersects(SEEN_ON_BLANK)
}

fn simplify(blank: &mut Cell) {
    blank.modifier &= SEEN_ON_BLANK;
    if blank.modifier.is_empty() {
        blank.fg = Color::Reset;
    }
}
