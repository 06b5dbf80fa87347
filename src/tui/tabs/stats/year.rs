//! Twelve months of a figure as a line, with its least, greatest and last number in digits (STA-07). Must not know the
//! other views.
use super::behind::Behind;
use super::shelf::Shelf;
use super::view::{Cursor, View, change, name_cells};
use crate::stats::{Figure, Month, Note, Unit, Which, catalogue};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::Marker;
use ratatui::symbols::line;
use ratatui::widgets::{Axis, Chart, Dataset, GraphType, Widget};
use std::rc::Rc;

/// So many months.
const MONTHS: u32 = 12;
/// The figures that are worth a line, the first of each row that there is.
const WORTH: &[&str] = &[
    "complaints.received",
    "complaints.in_time",
    "complaints.satisfied",
    "orders.received",
    "orders.finished_in_time",
    "orders.satisfied",
    "callbacks.satisfied",
    "receptions.received",
];
/// Cells of a number.
const NUMBER: usize = 10;

/// The view.
#[derive(Default)]
pub struct Year {
    notes: Vec<Note>,
    /// The oldest first; none where the file has nothing of it yet.
    months: Vec<Option<Rc<Month>>>,
    whole: Option<Rc<Month>>,
    cursor: Cursor,
}

impl Year {
    fn selected(&self) -> Option<&Note> {
        self.notes.get(self.cursor.at)
    }

    /// The figure in each month that has one: place, and how it is written.
    fn points(&self, note: &Note, cx: &Context<'_>) -> Vec<(f64, f64, String)> {
        let of = |(place, month): (usize, &Option<Rc<Month>>)| {
            let figure = month.as_ref()?.figure(note, None);
            let value = value(note.unit, &figure)?;
            Some((place as f64, value, cx.words.figure(note.unit, &figure)))
        };
        self.months.iter().enumerate().filter_map(of).collect()
    }

    /// One line a figure: least, greatest, last, and the change to the month before.
    fn draw_numbers(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let row = |name: &str, numbers: [&str; 4]| {
            let mut row = text::pad(name, name_cells(cx));
            for number in numbers {
                let cut = text::cut(number, NUMBER);
                row.push_str(&" ".repeat((NUMBER + 1).saturating_sub(text::width(&cut))));
                row.push_str(&cut);
            }
            row
        };
        let titles = [s.stats_least, s.stats_greatest, s.stats_last, s.stats_change];
        paint::at(buf, area, 1, 0, &row(s.stats_figure, titles), cx.theme.heading());
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        for (y, place) in (0..).zip(self.cursor.seen(body.height)) {
            let note = &self.notes[place];
            if place == self.cursor.at {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let points = self.points(note, cx);
            let by_value = |a: &&(f64, f64, String), b: &&(f64, f64, String)| a.1.total_cmp(&b.1);
            let told =
                |point: Option<&(f64, f64, String)>| point.map_or_else(|| "-".to_owned(), |(.., told)| told.clone());
            let numbers = [
                told(points.iter().min_by(by_value)),
                told(points.iter().max_by(by_value)),
                told(points.last().filter(|(place, ..)| *place as u32 == MONTHS - 1)),
                self.last_change(note, cx).unwrap_or_default(),
            ];
            let line = row(cx.words.phrase(note.name), numbers.each_ref().map(String::as_str));
            paint::at(buf, body, 1, y, &line, Style::new());
        }
    }

    fn last_change(&self, note: &Note, cx: &Context<'_>) -> Option<String> {
        let [.., before, last] = &self.months[..] else { return None };
        let of = |month: &Option<Rc<Month>>| Some(month.as_ref()?.figure(note, None));
        change(note.unit, &of(last)?, &of(before)?, cx)
    }

    fn draw_line(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let (Some(note), Some(whole)) = (self.selected(), &self.whole) else { return };
        let points: Vec<(f64, f64)> = self.points(note, cx).into_iter().map(|(x, y, _)| (x, y)).collect();
        let most = points.iter().map(|(_, y)| *y).fold(1.0, f64::max);
        let most = if note.unit == Unit::Share { 1000.0 } else { most };
        let label = |value: f64| written(note, value, cx);
        let months = [whole.month.before(MONTHS - 1), whole.month.before(MONTHS / 2 - 1), whole.month];
        let (marker, kind) =
            if cx.theme.ascii { (Marker::Custom('*'), GraphType::Line) } else { (Marker::Braille, GraphType::Line) };
        let line = Dataset::default().marker(marker).graph_type(kind).style(cx.theme.heading()).data(&points);
        let x = Axis::default().bounds([0.0, f64::from(MONTHS - 1)]).labels(months.map(|month| month.to_string()));
        let y = Axis::default().bounds([0.0, most]).labels([label(0.0), label(most)]);
        Chart::new(vec![line]).x_axis(x.style(cx.theme.dim())).y_axis(y.style(cx.theme.dim())).render(area, buf);
        if cx.theme.ascii {
            plain_axes(area, buf);
        }
    }
}

/// A figure as a height; none where there is nothing to divide by.
fn value(unit: Unit, figure: &Figure) -> Option<f64> {
    let value = match unit {
        Unit::Share => figure.per_mille()?,
        Unit::Mean | Unit::Percentile90 => figure.seconds(unit)?,
        Unit::Cases | Unit::Times | Unit::Fen => figure.numerator,
    };
    Some(value as f64)
}

/// A height as a figure is written.
fn written(note: &Note, value: f64, cx: &Context<'_>) -> String {
    let denominator = match note.unit {
        Unit::Share => Some(1000),
        Unit::Mean | Unit::Percentile90 => Some(1),
        _ => None,
    };
    let figure = Figure { id: note.id.to_owned(), part: None, numerator: value as i64, denominator };
    cx.words.figure(note.unit, &figure)
}

/// The axes in plain characters.
fn plain_axes(area: Rect, buf: &mut Buffer) {
    for position in area.intersection(buf.area).positions() {
        let cell = &mut buf[position];
        let plain = match cell.symbol() {
            line::HORIZONTAL => "-",
            line::VERTICAL => "|",
            line::BOTTOM_LEFT => "+",
            _ => continue,
        };
        cell.set_symbol(plain);
    }
}

impl View for Year {
    fn title(&self) -> Label {
        |s| s.stats_view_year
    }

    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        if self.notes.is_empty() {
            let all = catalogue();
            self.notes = WORTH.iter().filter_map(|id| all.iter().find(|note| note.id == *id).cloned()).collect();
        }
        let month = shelf.month;
        self.whole = Some(shelf.whole(cx)?);
        let back = (0..MONTHS).rev();
        self.months = back.map(|back| shelf.figures(month.before(back), cx)).collect::<Read<_>>()?;
        self.cursor.count(self.notes.len());
        Ok(())
    }

    fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (Some(note), Some(month)) = (self.selected(), &self.whole) else { return Vec::new() };
        Behind::of_figure(month, note, None, Which::Counted, cx).open()
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        Some((self.selected()?.clone(), self.whole.as_deref()?))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let wanted = u16::try_from(self.notes.len() + 1).unwrap_or(u16::MAX);
        let height = wanted.min(area.height / 2);
        self.draw_numbers(Rect { height, ..area }, buf, cx);
        let below = Rect {
            x: area.x + 1,
            y: area.y + height,
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(height),
        };
        self.draw_line(below, buf, cx);
    }
}
