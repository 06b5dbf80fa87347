//! All keys of the page below and of everywhere, made from their tables. Must not know what the commands do.
use crate::tui::keymap::{Binding, Row, bind, f, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::{paint, text};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The page.
pub struct Help {
    here: Vec<Row>,
    everywhere: Vec<Row>,
    top: usize,
}

#[derive(Clone, Copy)]
enum Command {
    Back,
    Up,
    Down,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Esc), f(1), named(KeyCode::Enter)], Command::Back, |s| s.back),
    bind(&[named(KeyCode::Up), named(KeyCode::PageUp)], Command::Up, |s| s.up),
    bind(&[named(KeyCode::Down), named(KeyCode::PageDown)], Command::Down, |s| s.down),
];

impl Help {
    /// The help for a page with these rows.
    pub fn new(here: Vec<Row>, everywhere: Vec<Row>) -> Help {
        Help { here, everywhere, top: 0 }
    }

    fn lines(&self, cx: &Context<'_>) -> Vec<(String, bool)> {
        let s = &cx.words.screen;
        let mut lines = Vec::new();
        for (title, rows) in [(s.keys_here, &self.here), (s.keys_everywhere, &self.everywhere)] {
            lines.push((title.to_owned(), true));
            for row in rows {
                let names: Vec<String> = row.chords.iter().map(|chord| chord.name()).collect();
                lines.push((format!("  {} {}", text::pad(&names.join("  "), 24), (row.label)(s)), false));
            }
            lines.push((String::new(), false));
        }
        for note in [s.help_marks, s.help_alt, s.help_input_method, s.help_forms] {
            lines.push((note.to_owned(), false));
        }
        lines
    }
}

impl Page for Help {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Back => return vec![Msg::Close],
            Command::Up => self.top = self.top.saturating_sub(10),
            Command::Down => self.top += 10,
        }
        Vec::new()
    }

    fn opened_as(&self) -> Option<&'static str> {
        Some("help")
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let lines = self.lines(cx);
        self.top = self.top.min(lines.len().saturating_sub(usize::from(area.height)));
        for (y, (line, is_title)) in (0..area.height).zip(lines.into_iter().skip(self.top)) {
            let style = if is_title { cx.theme.heading() } else { ratatui::style::Style::new() };
            paint::at(buf, area, 1, y, &line, style);
        }
        None
    }
}
