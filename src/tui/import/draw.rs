//! How an import looks: the field for the path, the bar, and what came of it. Must not decide anything.
use super::{ImportPage, Job, Stage};
use crate::sheets::{Kind, Outcome, Phase};
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

impl ImportPage {
    pub(super) fn draw_all(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let place = Kind::ALL.iter().position(|kind| *kind == self.kind).unwrap_or(0);
        let title = format!("{}  {}", cx.words.screen.import_sheet, cx.words.imports.kinds[place]);
        let x = paint::at(buf, area, 1, 0, &title, cx.theme.heading()) + 2;
        let inside =
            Rect { x: area.x + 1, width: area.width.saturating_sub(2), y: area.y + 2, height: area.height - 2 };
        match &self.stage {
            Stage::Asking(fault) => {
                let fault = fault.clone();
                return self.draw_asking(inside, buf, fault.as_deref(), cx);
            }
            Stage::Going(job) => draw_going(job, inside, buf, cx),
            Stage::Over(outcome, lines) => {
                paint::at(buf, area, x, 0, self.path.text(), cx.theme.dim());
                self.height = draw_over(outcome, lines, self.top, inside, buf, cx);
            }
        }
        None
    }

    fn draw_asking(&mut self, area: Rect, buf: &mut Buffer, fault: Option<&str>, cx: &Context<'_>) -> Option<Position> {
        let imports = &cx.words.imports;
        paint::line(buf, area, 0, imports.path, Style::new());
        let row = Rect { y: area.y + 1, height: 1, ..area };
        let cursor = self.path.render(row, buf, cx.theme.typed());
        paint::line(buf, area, 2, imports.path_hint, cx.theme.dim());
        let fault = fault.map(|fault| text::wrap(fault, usize::from(area.width))).unwrap_or_default();
        for (y, line) in (4..).zip(&fault) {
            paint::line(buf, area, y, line, cx.theme.fault());
        }
        cursor
    }
}

fn draw_going(job: &Job, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    let imports = &cx.words.imports;
    let phase = job.progress.map_or(Phase::Reading, |progress| progress.phase);
    let what = match phase {
        _ if job.is_stopping() => imports.stopping,
        Phase::Reading => imports.reading,
        Phase::Trying => imports.trying,
        Phase::Saving => imports.saving,
    };
    let done = job.progress.map_or(0, |progress| progress.done);
    let total = job.progress.and_then(|progress| progress.total);
    let of = total.map(|total| format!(" / {total}")).unwrap_or_default();
    paint::line(buf, area, 0, &format!("{what} {done}{of}"), Style::new());
    let Some(total) = total.filter(|total| *total > 0) else { return };
    let wide = u64::from(area.width.saturating_sub(8).min(60));
    let full = usize::try_from(wide * done.min(total) / total).unwrap_or(0);
    let bar = format!("[{}{}]", "#".repeat(full), ".".repeat(usize::try_from(wide).unwrap_or(0) - full));
    paint::line(buf, area, 1, &format!("{bar} {}%", 100 * done.min(total) / total), Style::new());
}

/// The sums, then the lines from `top` on, each wrapped; returns how many rows the lines have.
fn draw_over(outcome: &Outcome, lines: &[String], top: usize, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> usize {
    let width = usize::from(area.width);
    let mut y = 0;
    for (place, told) in outcome.told(cx.words).iter().enumerate() {
        let style = if place == 0 { cx.theme.heading() } else { Style::new() };
        for line in text::wrap(told, width) {
            paint::line(buf, area, y, &line, style);
            y += 1;
        }
    }
    let begins = y + 1;
    let wrapped = lines.iter().skip(top).flat_map(|line| text::wrap(line, width));
    for (y, line) in (begins..area.height).zip(wrapped) {
        paint::line(buf, area, y, &line, Style::new());
    }
    usize::from(area.height.saturating_sub(begins))
}
