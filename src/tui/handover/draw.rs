//! The picture of a handover: who hands over to whom, what it adds up to, and its lines in their groups.
use super::{DIGITS, Shift};
use crate::model::case::State;
use crate::model::entry::{Entry, EntryKind};
use crate::model::handover::LATE;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A row below the heading.
enum Seen<'a> {
    Title(&'static str),
    Line(usize, &'a Entry),
}

impl Shift {
    pub(super) fn draw_all(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let mut y = 0;
        for (line, style) in self.heading(usize::from(area.width.saturating_sub(2)), cx) {
            paint::at(buf, area, 1, y, &line, style);
            y += 1;
        }
        let body = Rect { y: area.y + y, height: area.height.saturating_sub(y), ..area };
        self.height = usize::from(body.height).max(1);
        if self.lines.is_empty() {
            paint::at(buf, body, 1, 1, cx.words.screen.nothing_here, cx.theme.dim());
        }
        let rows = self.seen_rows(cx);
        let mark = rows.iter().position(|row| matches!(row, Seen::Line(place, _) if *place == self.at)).unwrap_or(0);
        // The title above the first line of a group is seen with it.
        let first =
            if matches!(mark.checked_sub(1).map(|above| &rows[above]), Some(Seen::Title(_))) { mark - 1 } else { mark };
        let top =
            self.top.clamp((mark + 1).saturating_sub(self.height), first).min(rows.len().saturating_sub(self.height));
        let numbered = if self.is_ticking(cx) { numbered(&rows, top, self.height) } else { Vec::new() };
        for (y, row) in (0..body.height).zip(rows.iter().skip(top)) {
            match row {
                Seen::Title(title) => drop(paint::at(buf, body, 1, y, title, cx.theme.heading())),
                Seen::Line(place, line) => {
                    if *place == self.at {
                        paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
                    }
                    let digit = numbered.iter().position(|one| one == place).map(|digit| digit + 1);
                    self.draw_line(line, digit, y, body, buf, cx);
                }
            }
        }
        (self.top, self.numbered) = (top, numbered);
    }

    /// Number and state, who to whom with the times of the signatures, what it adds up to, why it was refused.
    fn heading(&self, width: usize, cx: &Context<'_>) -> Vec<(String, Style)> {
        let (case, s) = (&self.sheet.case, &cx.words.screen);
        let Some(handover) = self.handover() else { return Vec::new() };
        let signed = |name: String, at: Option<crate::model::clock::Time>| match at {
            Some(at) => format!("{name} {}", cx.time(at)),
            None => format!("{name} ({})", s.not_signed),
        };
        let incoming = handover.incoming.as_deref().filter(|_| handover.taken_over_at.is_some());
        let incoming = incoming.map_or_else(|| "?".to_owned(), |login| cx.name(login));
        let from = signed(cx.name(&case.acceptor), handover.offered_at);
        let names = format!("{from}  →  {}", signed(incoming, handover.taken_over_at));
        let mut lines = vec![
            (format!("{}  {}  {names}", case.number, cx.words.state(case.state)), cx.theme.chosen()),
            (self.sums(cx), Style::new()),
        ];
        if let Some(refusal) = handover.refusal.as_ref().filter(|_| case.state == State::Accepted) {
            let by = handover.incoming.as_deref().map(|login| cx.name(login)).unwrap_or_default();
            let told = format!("{} {by}: {}", s.refused_handover, crate::model::text::clean_line(refusal));
            lines.push((text::cut(&told, width).into_owned(), cx.theme.fault()));
        }
        lines
    }

    /// What it adds up to: of a draft what is true now, else what was signed.
    fn sums(&self, cx: &Context<'_>) -> String {
        let s = &cx.words.screen;
        let Some(handover) = self.handover() else { return String::new() };
        let (open, out) = (handover.open_cases, handover.keys_out);
        let held = cx.words.money(handover.deposits);
        let mut sums = format!("{} {open} · {} {out} · {} {held}", s.open_now, s.keys_out, s.deposits_held);
        if self.sheet.case.state == State::Offered {
            sums.push_str(&format!(" · {} {}", s.still_to_tick, self.left()));
        }
        sums
    }

    fn seen_rows(&self, cx: &Context<'_>) -> Vec<Seen<'_>> {
        let mut rows = Vec::new();
        let mut group = None;
        for (place, line) in self.lines.iter().enumerate() {
            if group != Some(line.kind) {
                group = Some(line.kind);
                rows.push(Seen::Title(cx.words.entry_kind(line.kind)));
            }
            rows.push(Seen::Line(place, line));
        }
        rows
    }

    fn draw_line(&self, line: &Entry, digit: Option<usize>, y: u16, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let box_of = match (self.sheet.case.state, &line.mark) {
            (State::Accepted, _) => " - ",
            (_, Some(_)) => "[x]",
            (_, None) => "[ ]",
        };
        let number = digit.map_or_else(|| " ".to_owned(), |digit| digit.to_string());
        let x = paint::at(buf, area, 1, y, &format!("{number} {box_of} "), Style::new());
        let is_late = line.text.starts_with(LATE);
        let style = match line.mark {
            Some(_) => cx.theme.dim(),
            None if is_late => cx.theme.fault(),
            None => Style::new(),
        };
        let flag = if line.flagged { format!("[{}] ", cx.words.screen.every_shift) } else { String::new() };
        let by = if line.kind == EntryKind::Note { format!("{}: ", cx.name(&line.by)) } else { String::new() };
        let said = crate::model::text::clean_line(&cx.words.entry_text(line));
        paint::at(buf, area, x, y, &format!("{flag}{by}{said}"), style);
    }
}

/// Places of the lines in sight that a digit ticks: those that are not ticked yet.
fn numbered(rows: &[Seen<'_>], top: usize, height: usize) -> Vec<usize> {
    let unticked = rows.iter().skip(top).take(height).filter_map(|row| match row {
        Seen::Line(place, line) if line.mark.is_none() => Some(*place),
        _ => None,
    });
    unticked.take(DIGITS).collect()
}
