//! The picture of a form: rows, faults at their fields, and below what helps with the field that has the cursor.
//! Must not change what was typed.
use super::Form;
use crate::model::complaint::Severity;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use strum::VariantArray;

/// Rows kept below for hints.
const HELP: u16 = 4;

/// At most so many rows above the fields, so that the fields stay in sight on 24 rows.
const TOLD: usize = 9;

/// Cells of the marker and the label.
fn label_width(cx: &Context<'_>) -> u16 {
    if cx.is_chinese() { 15 } else { 20 }
}

impl Form {
    pub(super) fn paint(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let title = format!(" {}  {}", cx.words.action(&self.seed.action), self.whose());
        paint::line(buf, area, 0, &title, cx.theme.heading().patch(cx.theme.chosen()));
        if let Some(known) = &self.known {
            paint::right(buf, area, 0, known, cx.theme.fault());
        }
        let mut known = self.known_here(cx);
        known.extend(self.open_here.clone());
        for (y, line) in (1..).zip(&known) {
            paint::line(buf, area, y, &format!(" {line}"), cx.theme.fault());
        }
        let below = area.height.saturating_sub(HELP);
        self.paint_help(Rect { y: area.y + below, height: HELP.min(area.height), ..area }, buf, cx);
        let mut above = 1 + u16::try_from(known.len()).unwrap_or(0);
        if let Some(told) = &self.told {
            let width = usize::from(area.width.saturating_sub(2));
            let mut lines: Vec<String> = told.lines().flat_map(|line| text::wrap(line, width)).collect();
            if lines.len() > TOLD {
                lines.truncate(TOLD - 1);
                lines.push("...".to_owned());
            }
            for line in &lines {
                paint::at(buf, area, 1, above, line, cx.theme.chosen());
                above += 1;
            }
            above += 1;
        }
        let body = Rect { y: area.y + above, height: below.saturating_sub(above), ..area };
        self.paint_fields(body, buf, cx)
    }

    fn paint_fields(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let width = area.width.saturating_sub(label_width(cx) + 1);
        let asked: Vec<usize> = (0..self.fields.len()).filter(|place| self.is_asked(*place)).collect();
        let height = |place: usize| self.entries[place].height(place == self.at, usize::from(width));
        let heights: Vec<u16> =
            asked.iter().map(|place| height(*place) + u16::from(self.faults[*place].is_some())).collect();
        self.scroll(&asked, &heights, area.height);
        let (mut y, mut cursor) = (0, None);
        for (place, height) in asked.iter().zip(heights) {
            if y >= self.top && y + height <= self.top + area.height {
                let row = Rect { y: area.y + y - self.top, height, ..area };
                let at = self.paint_field(*place, row, buf, cx);
                cursor = if *place == self.at { at } else { cursor };
            }
            y += height;
        }
        cursor
    }

    /// Keeps the field with the cursor inside what is seen.
    fn scroll(&mut self, asked: &[usize], heights: &[u16], seen: u16) {
        let before: u16 = asked.iter().zip(heights).take_while(|(place, _)| **place != self.at).map(|(_, h)| h).sum();
        let own = asked.iter().position(|place| *place == self.at).map_or(1, |place| heights[place]);
        self.top = self.top.clamp((before + own).saturating_sub(seen).min(before), before);
    }

    fn paint_field(&mut self, place: usize, row: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let (here, label_width) = (place == self.at, label_width(cx));
        let fault = self.faults[place].clone();
        let style = match (&fault, here) {
            (Some(_), _) => cx.theme.fault(),
            (None, true) => cx.theme.chosen(),
            (None, false) => Style::new(),
        };
        if here {
            paint::at(buf, row, 0, 0, cx.theme.marker(), cx.theme.chosen());
        }
        let needed = if self.is_needed(place) { "*" } else { "" };
        let label = format!("{}{needed}", cx.words.field(self.fields[place].name));
        paint::at(buf, row, 1, 0, &text::cut(&label, usize::from(label_width - 2)), style);
        let height = row.height.saturating_sub(u16::from(fault.is_some()));
        let inside = Rect { x: row.x + label_width, width: row.width.saturating_sub(label_width + 1), height, ..row };
        if let Some(fault) = fault {
            paint::at(buf, row, label_width, height, &fault, cx.theme.fault());
        }
        let typed = if here { cx.theme.typed() } else { Style::new() };
        let cursor = self.entries[place].draw(inside, buf, typed);
        if let Some(Ok(time)) = self.time(place, cx) {
            let arrow = if cx.theme.ascii { "->" } else { "→" };
            // How it is read stands behind what was typed, and behind the cursor.
            let behind = u16::try_from(text::width(&self.entries[place].text()) + 2).unwrap_or(u16::MAX);
            paint::at(buf, inside, behind, 0, &format!("{arrow} {}", cx.time(time)), cx.theme.dim());
        }
        cursor
    }

    fn paint_help(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let row = &self.fields[self.at];
        let width = usize::from(area.width.saturating_sub(2));
        let mut lines: Vec<String> = Vec::new();
        if self.entries[self.at].was_cut() {
            lines.push(cx.words.screen.did_not_fit.to_owned());
        }
        let room = usize::from(area.width.saturating_sub(label_width(cx) + 1));
        if row.name == "severity" {
            let means = |one: &Severity| format!("{} {}", cx.words.severity(*one), cx.words.severity_means(*one));
            lines.extend(Severity::VARIANTS.iter().map(means));
        } else {
            lines.extend(self.entries[self.at].offered(room, width));
        }
        if row.name == "incident" {
            lines.extend(self.incident_told(cx).iter().flat_map(|words| text::wrap(words, width)));
        }
        let hint = cx.words.field_hint(row.name);
        if !hint.is_empty() {
            lines.extend(text::wrap(hint, width));
        }
        for (y, line) in (0..).zip(lines) {
            paint::at(buf, area, 1, y, &line, Style::new());
        }
    }
}
