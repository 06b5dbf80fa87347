//! What has changed since the month was handed in: figure by figure, with the cases that made it (STA-06). Must not know
//! the other views.
use super::behind::Behind;
use super::shelf::{Handed, Shelf};
use super::view::{Cursor, View, change, name_cells, part_of};
use crate::stats::{Difference, Month, Note, note};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::queue::told;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::rc::Rc;

/// Cells of a number with what it is out of.
const NUMBER: usize = 16;
/// Cells of the change.
const CHANGE: usize = 9;

/// The view.
#[derive(Default)]
pub struct Changes {
    month: Option<Rc<Month>>,
    handed: Option<Rc<Handed>>,
    cursor: Cursor,
}

impl Changes {
    fn all(&self) -> &[Difference] {
        self.handed.as_ref().map_or(&[], |handed| &handed.changes)
    }

    fn row(&self, one: &Difference, cx: &Context<'_>) -> Option<String> {
        let note = note(one.id)?;
        let number = |figure| format!("{} {}", cx.words.figure(note.unit, figure), cx.words.out_of(note.unit, figure));
        let by = change(note.unit, &one.now, &one.before, cx).unwrap_or_default();
        let name = text::pad(&name_of(one, &note, cx), name_cells(cx));
        let (before, now) = (text::pad(&number(&one.before), NUMBER), text::pad(&number(&one.now), NUMBER));
        let cases = cx.words.screen.stats_cases.replace("{}", &one.cases.len().to_string());
        Some(format!("{name} {before} {now} {} {cases}", text::pad(&by, CHANGE)))
    }

    /// What there is to say where no figure differs.
    fn nothing(&self, cx: &Context<'_>) -> Option<&'static str> {
        let s = &cx.words.screen;
        match &self.handed {
            None => Some(s.stats_not_handed_in),
            Some(handed) => handed.changes.is_empty().then_some(s.stats_no_changes),
        }
    }
}

/// The figure, and first the part of it where only that differs.
fn name_of(one: &Difference, note: &Note, cx: &Context<'_>) -> String {
    let name = cx.words.phrase(note.name);
    one.part.as_deref().map_or_else(|| name.to_owned(), |part| format!("{} · {name}", part_of(note.group, part, cx)))
}

impl View for Changes {
    fn title(&self) -> Label {
        |s| s.stats_view_changes
    }

    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        self.month = Some(shelf.whole(cx)?);
        self.handed = shelf.handed(cx)?;
        self.cursor.count(self.all().len());
        Ok(())
    }

    fn cursor(&mut self) -> &mut Cursor {
        &mut self.cursor
    }

    fn open(&self, cx: &Context<'_>) -> Vec<Msg> {
        let Some((one, note)) = self.all().get(self.cursor.at).and_then(|one| Some((one, note(one.id)?))) else {
            return Vec::new();
        };
        let month = self.month.as_ref().map(|month| month.month.to_string()).unwrap_or_default();
        let title = format!("{month}  {} · {}", name_of(one, &note, cx), cx.words.screen.stats_view_changes);
        match cx.desk.rows_of(&one.cases) {
            Ok(cases) => Behind::of(title, cases).open(),
            Err(error) => told(Err(error), cx),
        }
    }

    fn figure(&self) -> Option<(Note, &Month)> {
        Some((note(self.all().get(self.cursor.at)?.id)?, self.month.as_deref()?))
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        if let Some(handed) = &self.handed {
            let told = format!(
                "{} {}  {}",
                s.stats_edition,
                handed.hand_in.edition,
                handed.hand_in.note.as_deref().unwrap_or("")
            );
            paint::at(buf, area, 1, 0, &crate::model::text::clean_line(&told), cx.theme.dim());
        }
        if let Some(words) = self.nothing(cx) {
            paint::at(buf, area, 1, 2, words, cx.theme.dim());
            return;
        }
        let titles = [
            (s.stats_figure, name_cells(cx)),
            (s.stats_as_handed_in, NUMBER),
            (s.stats_now, NUMBER),
            (s.stats_change, CHANGE),
        ];
        let titles = titles.map(|(title, cells)| text::pad(title, cells)).join(" ");
        paint::at(buf, area, 1, 1, &titles, cx.theme.heading());
        let body = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        for (y, place) in (0..).zip(self.cursor.seen(body.height)) {
            if place == self.cursor.at {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let row = self.all().get(place).and_then(|one| self.row(one, cx)).unwrap_or_default();
            paint::at(buf, body, 1, y, &row, Style::new());
        }
    }
}
