//! The month's figures, and the lottery in full, so that anybody can draw again and see that nobody chose (CBK-02).
use super::heading::shares;
use crate::desk::{CallbackMonth, Lot};
use crate::model::callback::CallbackKind;
use crate::model::staff::Role;
use crate::tui::page::{Context, Read};
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells of a lot that are shown; enough to tell two apart.
const LOT: usize = 12;

/// The figures and how far down they are read.
#[derive(Default)]
pub struct Figures {
    month: Option<CallbackMonth>,
    draws: Vec<(CallbackKind, Lot)>,
    top: usize,
}

impl Figures {
    /// Reads again.
    ///
    /// # Errors
    /// The file.
    pub fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.month = Some(cx.desk.callback_month(cx.now)?);
        // Whoever does the work is not told who was drawn.
        self.draws = if cx.me.role == Role::Department { Vec::new() } else { cx.desk.draws(cx.now)? };
        Ok(())
    }

    /// Goes up or down.
    pub fn go(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }

    /// Draws what there is room for.
    pub fn draw(&mut self, title: &str, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        paint::at(buf, area, 1, 0, title, cx.theme.chosen());
        let lines = self.lines(usize::from(area.width.saturating_sub(2)), cx);
        let height = usize::from(area.height.saturating_sub(1));
        self.top = self.top.min(lines.len().saturating_sub(height));
        for (y, (line, style)) in (1..area.height).zip(lines.iter().skip(self.top)) {
            paint::at(buf, area, 1, y, line, *style);
        }
    }

    fn lines(&self, width: usize, cx: &Context<'_>) -> Vec<(String, Style)> {
        let Some(month) = &self.month else { return Vec::new() };
        let s = &cx.words.screen;
        let row = |parts: [&str; 6]| {
            let cells = if cx.is_chinese() { [10, 8, 8, 8, 8, 8] } else { [14, 8, 10, 8, 8, 8] };
            let parts = parts.iter().zip(cells).map(|(part, cells)| text::pad(part, cells));
            parts.collect::<Vec<_>>().join(" ").trim_end().to_owned()
        };
        let heads =
            row([s.column_kind, s.figure_done, s.figure_required, s.figure_pool, s.figure_drawn, s.figure_failed]);
        let mut lines = vec![(heads, cx.theme.heading())];
        for one in &month.kinds {
            let [done, required, pool, drawn, failed] =
                [one.done, one.required, one.pool, one.drawn, one.failed].map(|number| number.to_string());
            let drawn = if one.percent < 100 { format!("{drawn} ({}%)", one.percent) } else { "-".to_owned() };
            let kind = cx.words.callback_kind(one.kind);
            lines.push((row([kind, &done, &required, &pool, &drawn, &failed]), Style::new()));
        }
        lines.push((shares(month, cx), Style::new()));
        self.lottery(month, width, cx, &mut lines);
        lines
    }

    fn lottery(&self, month: &CallbackMonth, width: usize, cx: &Context<'_>, lines: &mut Vec<(String, Style)>) {
        let s = &cx.words.screen;
        let Some(lottery) = &month.lottery else { return };
        lines.push((s.lottery.to_owned(), cx.theme.heading()));
        let opened = format!("{}  {} #{}", cx.time(lottery.opened_at), s.seed_is_event, lottery.after);
        lines.push((opened, Style::new()));
        lines.push((lottery.seed.clone(), Style::new()));
        lines.extend(text::wrap(s.lottery_rule, width).into_iter().map(|line| (line, cx.theme.dim())));
        for (kind, lot) in &self.draws {
            let place = lot.drawn_at.unwrap_or_default();
            let kind = text::pad(cx.words.callback_kind(*kind), 10);
            let technician = text::pad(&cx.name(&lot.technician), 10);
            let building = text::pad(&lot.building, 6);
            let lot_shown = text::head(&lot.lot, LOT);
            lines.push((format!("{place:>3} {kind} {} {technician} {building} {lot_shown}", lot.number), Style::new()));
        }
    }
}
