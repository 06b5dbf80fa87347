//! A ratatui backend for slow lines: it keeps the picture the terminal shows, writes only what differs, in one write,
//! and nothing for an unchanged frame. It must not know what is drawn, nor ask the terminal anything.

mod grid;
mod pen;
mod sgr;
mod standin;
mod wide;

#[cfg(test)]
mod tests;

pub use sgr::Colors;
pub use wide::settle_wide;

use crate::tui::text;
use grid::Grid;
use pen::Pen;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use sgr::Ink;
use std::io::{self, Write};

/// How the pictures are put onto this terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The colours the terminal has, or none.
    pub colors: Colors,
    /// The terminal draws characters of ambiguous width two cells wide, so one-cell stand-ins are written for them.
    pub wide_ambiguous: bool,
    /// Wrap a frame in synchronized output (16 bytes more a frame).
    pub synchronized: bool,
}

impl Default for Look {
    fn default() -> Self {
        Look { colors: Colors::Indexed, wide_ambiguous: false, synchronized: false }
    }
}

/// The backend. `W` gets exactly one `write_all` and one `flush` for a frame that differs, and no call otherwise.
#[derive(Debug)]
pub struct LeanBackend<W: Write> {
    out: W,
    size: Size,
    look: Look,
    wanted: Grid,
    /// What the terminal shows. Where it is unknown, it is erased before the next frame.
    shown: Option<Grid>,
    cursor: Position,
    cursor_wanted: bool,
    pen: Pen,
}

impl<W: Write> LeanBackend<W> {
    /// A backend for a terminal of `size` cells whose picture is unknown.
    pub fn new(out: W, size: Size, look: Look) -> Self {
        LeanBackend {
            out,
            size,
            look,
            wanted: Grid::blank(size),
            shown: None,
            cursor: Position::ORIGIN,
            cursor_wanted: false,
            pen: Pen::default(),
        }
    }

    /// How the pictures are put onto the terminal now.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Takes another look. The caller must clear the ratatui terminal afterwards, so that every cell comes again.
    pub fn take_look(&mut self, look: Look) {
        self.look = look;
        self.forget();
    }

    /// Takes another size; ratatui sees it at its next draw and sends every cell again.
    pub fn take_size(&mut self, size: Size) {
        if size != self.size {
            self.size = size;
            self.forget();
        }
    }

    /// Forgets what the terminal shows: the next frame erases it and draws the whole picture.
    pub fn forget(&mut self) {
        self.wanted = Grid::blank(self.size);
        self.shown = None;
        self.pen.forget();
    }

    /// Where the bytes go, for tests and for closing.
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.out
    }

    fn paint(&mut self, rows: &[u16]) {
        let erased = vec![Cell::default(); usize::from(self.size.width)];
        if self.shown.is_none() {
            self.pen.set_ink(Ink::PLAIN);
            self.pen.bytes.extend_from_slice(b"\x1b[2J");
        }
        for &y in rows {
            self.wanted.mend_row(y);
            let shown = self.shown.as_ref().map_or(&erased[..], |shown| shown.row(y));
            self.pen.paint_row(self.wanted.row(y), shown, y);
        }
        if self.cursor_wanted {
            let x = self.cursor.x.min(self.size.width.saturating_sub(1));
            let y = self.cursor.y.min(self.size.height.saturating_sub(1));
            self.pen.move_to(x, y);
        }
        self.pen.show_cursor(self.cursor_wanted);
    }

    /// Writes what was painted, if anything.
    fn write(&mut self) -> io::Result<()> {
        if self.pen.bytes.is_empty() {
            return Ok(());
        }
        let mut frame = std::mem::take(&mut self.pen.bytes);
        if self.look.synchronized {
            frame.splice(0..0, *b"\x1b[?2026h");
            frame.extend_from_slice(b"\x1b[?2026l");
        }
        let written = self.out.write_all(&frame).and_then(|()| self.out.flush());
        frame.clear();
        self.pen.bytes = frame;
        written
    }

    /// Remembers what was written. Only behind the write: a first picture does not wait for it.
    fn remember(&mut self, rows: &[u16]) {
        match &mut self.shown {
            Some(shown) => rows.iter().for_each(|&y| shown.copy_row(&self.wanted, y)),
            None => self.shown = Some(self.wanted.clone()),
        }
    }
}

impl<W: Write> Backend for LeanBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            let fitted = sgr::fitted(cell, self.look);
            let narrowed = text::width(cell.symbol()) == 2 && text::width(fitted.symbol()) == 1;
            // ratatui takes the next cell for covered and sends nothing for it.
            let second = narrowed.then(|| fitted.clone());
            self.wanted.set(x, y, fitted);
            if let Some(mut second) = second {
                second.set_symbol(" ");
                self.wanted.set(x.saturating_add(1), y, second);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.cursor_wanted = true;
        Ok(())
    }

    /// The position as we know it: asking the terminal would wait for an answer that may never come.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.cursor = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget();
        Ok(())
    }

    /// Only the whole screen is ever cleared: this program has no inline viewport.
    fn clear_region(&mut self, _region: ClearType) -> io::Result<()> {
        self.clear()
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        let rows = self.wanted.take_touched();
        self.paint(&rows);
        let written = self.write();
        match written {
            Ok(()) => self.remember(&rows),
            Err(_) => self.forget(),
        }
        written
    }
}
