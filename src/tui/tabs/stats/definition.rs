//! What a figure means, from where it is defined, with its number of the month: a box over the page, or beside the lines
//! where there is room. Must not know which figures there are.
use super::figures::sides;
use crate::stats::{Month, Note, Unit};
use crate::tui::keymap::{Binding, Label, Row, ch, f, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read};
use crate::tui::{paint, text};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

/// Cells of its text.
const WIDTH: u16 = 60;

/// The box.
pub struct Definition {
    title: &'static str,
    lines: Vec<(String, Style)>,
}

#[derive(Clone, Copy)]
enum Command {
    Back,
}

const KEYS: &[Binding<Command>] =
    &[shown(&[named(KeyCode::Esc), named(KeyCode::Enter), f(4), ch('d')], Command::Back, |s| s.back)];

impl Definition {
    /// Of a figure of a month.
    pub fn new(note: &Note, month: &Month, cx: &Context<'_>) -> Definition {
        let lines = lines(note, month, usize::from(WIDTH).saturating_sub(4), cx);
        Definition { title: cx.words.screen.stats_definition, lines }
    }
}

/// Name, number, definition, where it comes from.
pub fn lines(note: &Note, month: &Month, width: usize, cx: &Context<'_>) -> Vec<(String, Style)> {
    let s = &cx.words.screen;
    let figure = month.figure(note, None);
    let mut number = format!("{}  {}", month.month, cx.words.figure(note.unit, &figure));
    if figure.denominator.is_some() {
        number.push_str(&format!("  {}", cx.words.out_of(note.unit, &figure)));
    }
    let mut lines = vec![
        (cx.words.phrase(note.name).to_owned(), cx.theme.chosen()),
        (number, Style::new()),
        (String::new(), Style::new()),
    ];
    let wrapped = text::wrap(cx.words.phrase(note.definition), width).into_iter();
    lines.extend(wrapped.map(|line| (line, Style::new())));
    lines.push((String::new(), Style::new()));
    let mut more = vec![
        (s.stats_unit, unit(note.unit)(s).to_owned()),
        (s.stats_rule, format!("{}  {}", note.rule, note.id)),
        (s.stats_form, cx.words.phrase(note.group.title()).to_owned()),
    ];
    if !note.by.is_empty() {
        more.push((s.stats_by, sides(note.by, cx)));
    }
    for (label, value) in more {
        let wrapped = text::wrap(&format!("{label} {value}"), width).into_iter();
        lines.extend(wrapped.map(|line| (line, cx.theme.dim())));
    }
    lines
}

/// What a number counts, in words.
fn unit(unit: Unit) -> Label {
    match unit {
        Unit::Cases => |s| s.stats_unit_cases,
        Unit::Times => |s| s.stats_unit_times,
        Unit::Fen => |s| s.stats_unit_fen,
        Unit::Share => |s| s.stats_unit_share,
        Unit::Mean => |s| s.stats_unit_mean,
        Unit::Percentile90 => |s| s.stats_unit_p90,
    }
}

impl Page for Definition {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, _row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        vec![Msg::Close]
    }

    fn covers(&self) -> bool {
        false
    }

    fn opened_as(&self) -> Option<&'static str> {
        Some("definition")
    }

    fn reload(&mut self, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let inside = paint::boxed(buf, area, (WIDTH, height), self.title, cx.theme);
        for (y, (line, style)) in (0..inside.height).zip(&self.lines) {
            paint::at(buf, inside, 0, y, line, *style);
        }
        None
    }
}
