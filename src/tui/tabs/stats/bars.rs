//! Bars: how many of what, by category, job, department… (STA-02, STA-03). Each bar carries its number, so that it reads
//! without colour. Must not know the other views.
use super::behind::Behind;
use super::shelf::Shelf;
use super::view::{Cursor, View, word_of, words_of};
use crate::stats::{By, Month, Note, Unit, Which, catalogue};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Direction, Rect};
use ratatui::style::Style;
use ratatui::symbols::bar;
use ratatui::widgets::{Bar, BarChart, BarGroup, Widget};
use std::rc::Rc;

/// Cells of the name of a bar, of its number and of its share.
const NAME: usize = 16;
const NUMBER: usize = 6;
const SHARE: usize = 6;

/// A bar: the word of the side, and how many.
struct Count {
    word: String,
    count: u64,
}

/// The view.
#[derive(Default)]
pub struct Bars {
    /// What can be shown: a plain count, and the side by which it is taken apart.
    charts: Vec<(Note, By)>,
    chart: usize,
    month: Option<Rc<Month>>,
    bars: Vec<Count>,
    cursor: Cursor,
}

impl Bars {
    fn lay(&mut self, cx: &Context<'_>) {
        let (Some(month), Some((note, by))) = (&self.month, self.charts.get(self.chart)) else { return };
        let count = |word: &str| u64::try_from(month.figure(note, Some(&format!("{by}:{word}"))).numerator);
        let words = words_of(month, note, *by, cx).into_iter();
        self.bars = words.map(|word| Count { count: count(&word).unwrap_or(0), word }).collect();
        self.cursor.count(self.bars.len());
    }

    fn draw_heading(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let Some((note, by)) = self.charts.get(self.chart) else { return };
        let name = format!("{} · {}", cx.words.phrase(note.name), cx.words.phrase(by.name()));
        paint::at(buf, area, 1, 0, &name, cx.theme.heading());
        let place = format!("{}/{} ", self.chart + 1, self.charts.len());
        paint::right(buf, area, 0, &place, cx.theme.dim());
    }

    /// The name of a bar, its number, its share of all.
    fn label(&self, bar: &Count, all: u64, cx: &Context<'_>) -> String {
        let Some((note, by)) = self.charts.get(self.chart) else { return String::new() };
        let name = text::pad(&word_of(note.group, *by, &bar.word, cx), NAME);
        let share = (bar.count * 1000 + all / 2).checked_div(all);
        let share = share.map(|share| format!("{}.{}%", share / 10, share % 10)).unwrap_or_default();
        format!("{name} {:>NUMBER$} {share:>SHARE$}", bar.count)
    }
}

/// A plain count with its sides stands for its group: the first of it that has any.
fn charts() -> Vec<(Note, By)> {
    let mut firsts: Vec<Note> = Vec::new();
    for note in catalogue() {
        let counts = matches!(note.unit, Unit::Cases | Unit::Times) && !note.by.is_empty();
        if counts && firsts.iter().all(|first| first.group != note.group) {
            firsts.push(note);
        }
    }
    firsts.into_iter().flat_map(|note| note.by.iter().map(|by| (note.clone(), *by)).collect::<Vec<_>>()).collect()
}

impl View for Bars {
    fn title(&self) -> Label {
        |s| s.stats_view_bars
    }

    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        if self.charts.is_empty() {
            self.charts = charts();
        }
        self.month = Some(shelf.whole(cx)?);
        self.lay(cx);
        Ok(())
    }

    fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn turn(&mut self, by: isize, cx: &Context<'_>) {
        let count = self.charts.len().max(1);
        self.chart = (self.chart + count).saturating_add_signed(by) % count;
        self.cursor.at = 0;
        self.lay(cx);
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (Some(month), Some((note, by))) = (&self.month, self.charts.get(self.chart)) else { return Vec::new() };
        let part = self.bars.get(self.cursor.at).map(|bar| format!("{by}:{}", bar.word));
        Behind::of_figure(month, note, part.as_deref(), Which::Counted, cx).open()
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        Some((self.charts.get(self.chart)?.0.clone(), self.month.as_deref()?))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        self.draw_heading(area, buf, cx);
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let seen = self.cursor.seen(body.height);
        let (all, most) = (self.bars.iter().map(|bar| bar.count).sum(), self.bars.iter().map(|bar| bar.count).max());
        let bars: Vec<Bar<'_>> = self.bars[seen.clone()]
            .iter()
            .map(|bar| Bar::default().value(bar.count).text_value("").label(self.label(bar, all, cx)))
            .collect();
        let inside = Rect { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
        let full = if cx.theme.ascii { "#" } else { "█" };
        BarChart::default()
            .direction(Direction::Horizontal)
            .data(BarGroup::default().bars(&bars))
            .bar_width(1)
            .bar_gap(0)
            .bar_set(bar::Set { full, ..bar::THREE_LEVELS })
            .bar_style(cx.theme.heading())
            .value_style(Style::new())
            .max(most.unwrap_or(0).max(1))
            .render(inside, buf);
        for (y, place) in (0..).zip(seen) {
            if place == self.cursor.at {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
        }
    }
}
