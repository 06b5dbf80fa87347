//! Problems that one building had again and again in the month (STA-07). Must not know the other views.
use super::behind::Behind;
use super::shelf::Shelf;
use super::view::{Cursor, View, at_place, word_of};
use crate::stats::{Month, Note, Repeat, note};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::queue::told;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::rc::Rc;

/// Cells of building, kind of problem, number, and of the form it stands on.
const CELLS: [usize; 4] = [10, 18, 6, 18];

/// The view.
#[derive(Default)]
pub struct Repeats {
    month: Option<Rc<Month>>,
    repeats: Vec<Repeat>,
    cursor: Cursor,
}

/// What kind of problem it is.
fn kind(one: &Repeat, cx: &Context<'_>) -> String {
    one.group.problem().map(|by| word_of(one.group, by, &one.word, cx)).unwrap_or_default()
}

fn line(parts: [&str; 4], rest: &str) -> String {
    let parts = parts.iter().zip(CELLS).map(|(part, cells)| text::pad(part, cells));
    format!("{} {rest}", parts.collect::<Vec<_>>().join(" ")).trim_end().to_owned()
}

impl View for Repeats {
    fn title(&self) -> Label {
        |s| s.stats_view_repeats
    }

    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        let month = shelf.whole(cx)?;
        self.repeats = month.repeats(cx.desk.config.repeat_from);
        self.month = Some(month);
        self.cursor.count(self.repeats.len());
        Ok(())
    }

    fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (Some(one), Some(month)) = (self.repeats.get(self.cursor.at), &self.month) else { return Vec::new() };
        let title = at_place(month.month, one.group, &one.building, &one.word, cx);
        match cx.desk.rows_of(&one.cases) {
            Ok(cases) => Behind::of(title, cases).open(),
            Err(error) => told(Err(error), cx),
        }
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        let group = self.repeats.get(self.cursor.at).map_or("complaints", |one| <&str>::from(one.group));
        Some((note(&format!("{group}.received"))?, self.month.as_deref()?))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let titles = line([s.stats_building, s.stats_problem, s.stats_count, s.stats_form_column], s.stats_units_again);
        paint::at(buf, area, 1, 0, &titles, cx.theme.heading());
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        if self.repeats.is_empty() {
            let from = cx.desk.config.repeat_from.to_string();
            paint::at(buf, body, 1, 1, &s.stats_no_repeats.replace("{}", &from), cx.theme.dim());
        }
        for (y, place) in (0..).zip(self.cursor.seen(body.height)) {
            let one = &self.repeats[place];
            if place == self.cursor.at {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let form = cx.words.phrase(one.group.title());
            let told = line([&one.building, &kind(one, cx), &one.count.to_string(), form], &one.units.join(" "));
            paint::at(buf, body, 1, y, &told, Style::new());
        }
    }
}
