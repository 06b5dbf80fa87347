//! The technicians beside the board: open orders, duty, skills, and whom the rules propose for the selected order
//! (DSP-06). Must not know the keys.
use super::lanes::Lanes;
use super::send;
use crate::model::case::State;
use crate::model::duty::Technician;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Draws them in an order that stays, so that a move of the cursor changes marks only.
pub fn draw(lanes: &Lanes, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    let s = &cx.words.screen;
    let upright = if cx.theme.ascii { "|" } else { "│" };
    for y in 0..area.height {
        paint::at(buf, area, 0, y, upright, cx.theme.dim());
    }
    paint::at(buf, area, 1, 0, s.technicians, cx.theme.heading());
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(1), y: area.y + 1, height: area.height - 1 };
    let lines = if lanes.technicians.len() * 2 <= usize::from(inside.height) { 2 } else { 1 };
    let room = usize::from(inside.height) / lines;
    let shown = if lanes.technicians.len() > room { room.saturating_sub(1) } else { room };
    let best = best(lanes, cx);
    let mut all: Vec<&Technician> = lanes.technicians.iter().collect();
    if all.len() > shown {
        // Who is proposed has to be seen; whoever belongs to another department may give way.
        let department = lanes.selected().and_then(|row| row.department);
        all.sort_by_key(|one| {
            (best.as_ref().is_none_or(|(login, _)| *login != one.login), Some(one.department) != department)
        });
    }
    for (nth, one) in all.iter().take(shown).enumerate() {
        let why = best.as_ref().filter(|(login, _)| *login == one.login).map(|(_, why)| why.as_str());
        let has_it = lanes.selected().is_some_and(|row| row.technician.as_ref() == Some(&one.login));
        let y = inside.y + u16::try_from(nth * lines).unwrap_or(u16::MAX);
        let height = u16::try_from(lines).unwrap_or(1);
        draw_one(one, why, has_it, Rect { y, height, ..inside }, buf, cx);
    }
    if all.len() > shown {
        let more = s.more_items.replace("{}", &(all.len() - shown).to_string());
        paint::at(buf, inside, 1, inside.height - 1, &more, cx.theme.dim());
    } else if all.is_empty() {
        paint::at(buf, inside, 1, 0, s.nothing_here, cx.theme.dim());
    }
}

/// Who is proposed for the selected order while it waits, and why.
fn best(lanes: &Lanes, cx: &Context<'_>) -> Option<(String, String)> {
    let row = lanes.selected().filter(|row| row.state == State::Waiting)?;
    let (login, why) = send::proposed(row, &lanes.technicians, cx).into_iter().next()?;
    let told = format!("{} {}", cx.words.screen.proposed, send::skill(&why, cx));
    Some((login, told))
}

fn draw_one(one: &Technician, why: Option<&str>, has_it: bool, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    let mark = if why.is_some() || has_it { cx.theme.marker() } else { " " };
    let style = if why.is_some() || has_it { cx.theme.chosen() } else { ratatui::style::Style::new() };
    let name = text::pad(&one.name, 6.max(text::width(&one.name).min(8)));
    paint::at(buf, area, 0, 0, mark, cx.theme.chosen());
    paint::at(buf, area, 1, 0, &format!("{name} {}", send::standing(one, cx).join(" ")), style);
    let skills = one.skills.iter().map(|id| cx.listed("job", id));
    let below = why.map_or_else(|| cx.words.list(skills), str::to_owned);
    let below_style = if why.is_some() { cx.theme.good() } else { cx.theme.dim() };
    paint::at(buf, area, 3, 1, &below, below_style);
}
