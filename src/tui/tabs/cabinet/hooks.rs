//! How the keys are laid out, by building and floor, in lines or as a grid of hooks, and what each says at a glance.
//! Must not know what can be done with them.
use crate::model::case::State;
use crate::model::entry::EntryKind;
use crate::model::house_key::CabinetKey;
use crate::rules::clock::look;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells of a hook in the grid, its gap included.
const CELL: u16 = 25;
/// Cells of the marker and the hook's number there.
const HOOK: usize = 7;

/// One row of the layout.
enum Row {
    /// A building and a floor.
    Place(String),
    /// Keys beside each other, by their places in the list.
    Keys(Vec<usize>),
}

/// The layout: which key stands where, and which part of it is seen.
#[derive(Default)]
pub struct Hooks {
    rows: Vec<Row>,
    /// Keys in a row.
    columns: usize,
    /// First row that is seen.
    top: usize,
    height: usize,
}

impl Hooks {
    /// Lays the keys out anew, one a row, or as many as the width takes.
    pub fn lay(&mut self, keys: &[&CabinetKey], grid: Option<u16>, cx: &Context<'_>) {
        self.columns = grid.map_or(1, |width| usize::from((width / CELL).max(1)));
        self.rows.clear();
        let mut before = None;
        for (place, key) in keys.iter().enumerate() {
            let here = (key.building.as_deref(), key.floor.as_deref());
            if before != Some(here) {
                self.rows.push(Row::Place(place_name(here, cx)));
                before = Some(here);
            }
            match self.rows.last_mut() {
                Some(Row::Keys(row)) if row.len() < self.columns => row.push(place),
                _ => self.rows.push(Row::Keys(vec![place])),
            }
        }
    }

    fn cell_height(&self) -> usize {
        if self.columns > 1 { 2 } else { 1 }
    }

    fn row_height(&self, row: &Row) -> usize {
        if matches!(row, Row::Place(_)) { 1 } else { self.cell_height() }
    }

    fn row_of(&self, at: usize) -> usize {
        let holds = |row: &Row| matches!(row, Row::Keys(keys) if keys.contains(&at));
        self.rows.iter().position(holds).unwrap_or(0)
    }

    /// The key so many rows above or below.
    pub fn beyond(&self, at: usize, by: isize) -> usize {
        let rows: Vec<&Vec<usize>> = self.rows.iter().filter_map(keys_of).collect();
        let Some(row) = rows.iter().position(|keys| keys.contains(&at)) else { return at };
        let column = rows[row].iter().position(|place| *place == at).unwrap_or(0);
        let to = row.saturating_add_signed(by).min(rows.len() - 1);
        let keys = rows[to];
        keys[column.min(keys.len() - 1)]
    }

    /// Rows of a page, less one.
    pub fn page(&self) -> isize {
        isize::try_from((self.height / self.cell_height()).saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// The place to which the first row that is seen belongs, where its own line is scrolled away.
    fn place_above(&self, top: usize) -> Option<&str> {
        keys_of(self.rows.get(top)?)?;
        self.rows[..top].iter().rev().find_map(|row| match row {
            Row::Place(name) => Some(name.as_str()),
            Row::Keys(_) => None,
        })
    }

    /// Keeps the row with the cursor inside what is seen, and its place over it where there is room.
    fn scroll(&mut self, at: usize) {
        let row = self.row_of(at);
        let first = if row > 0 && matches!(self.rows.get(row - 1), Some(Row::Place(_))) { row - 1 } else { row };
        let fits = |top: &usize| {
            let seen = self.rows.iter().take(row + 1).skip(*top);
            let place = usize::from(self.place_above(*top).is_some());
            place + seen.map(|row| self.row_height(row)).sum::<usize>() <= self.height
        };
        self.top = (self.top.min(first)..row).find(fits).unwrap_or(row);
    }

    /// Draws what is seen.
    pub fn draw(&mut self, keys: &[&CabinetKey], at: usize, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        self.height = usize::from(area.height).max(1);
        self.scroll(at);
        let mut y = 0;
        if let Some(name) = self.place_above(self.top) {
            paint::at(buf, area, 1, 0, name, cx.theme.heading());
            y = 1;
        }
        for row in self.rows.iter().skip(self.top) {
            let height = u16::try_from(self.row_height(row)).unwrap_or(1);
            if y + height > area.height {
                break;
            }
            match row {
                Row::Place(name) => {
                    paint::at(buf, area, 1, y, name, cx.theme.heading());
                }
                Row::Keys(places) if self.columns > 1 => {
                    for (x, place) in (0..).step_by(usize::from(CELL)).zip(places) {
                        let cell = Rect { x: area.x + x, y: area.y + y, width: CELL - 1, height };
                        draw_hook(keys[*place], *place == at, cell, buf, cx);
                    }
                }
                Row::Keys(places) => {
                    for place in places {
                        draw_line(keys[*place], *place == at, (area, y), buf, cx);
                    }
                }
            }
            y += height;
        }
    }
}

fn keys_of(row: &Row) -> Option<&Vec<usize>> {
    match row {
        Row::Keys(keys) => Some(keys),
        Row::Place(_) => None,
    }
}

fn place_name((building, floor): (Option<&str>, Option<&str>), cx: &Context<'_>) -> String {
    let s = &cx.words.screen;
    let named = [(s.building, building), (cx.words.field("floor"), floor)];
    let parts: Vec<String> = named.iter().filter_map(|(label, name)| Some(format!("{label} {}", (*name)?))).collect();
    if parts.is_empty() { s.no_building.to_owned() } else { parts.join(" · ") }
}

/// What a key says at a glance, by a mark and words; colour only repeats it (KEY-06).
pub fn glance(key: &CabinetKey, cx: &Context<'_>) -> (String, Style) {
    let last = key.clocks.iter().max_by_key(|clock| clock.due_at);
    let seen = last.map(|clock| look(clock, key.owner, cx.now));
    let told = seen.map(|seen| cx.words.look(&seen, cx.zone(), cx.now));
    let state = cx.words.state(key.state);
    match key.state {
        State::Lent => {
            let mark = if key.is_late(cx.now) { '!' } else { '↑' };
            (format!("{mark} {}", told.unwrap_or_else(|| state.to_owned())), cx.theme.look(seen))
        }
        State::Lost => (format!("× {state}"), cx.theme.fault()),
        State::Kept => (format!("· {state}"), Style::new()),
        _ => (format!("- {state}"), cx.theme.dim()),
    }
}

/// Columns of the list: glance, number, hook, unit, and behind them label and holder.
pub const COLUMNS: [u16; 4] = [20, 10, 6, 10];

/// Label, and who has it; how often it was chased (KEY-10).
fn about(key: &CabinetKey, cx: &Context<'_>) -> String {
    match (&key.holder, key.state) {
        (Some(holder), State::Lent) if key.chased > 0 => {
            format!("{holder} {}{}  {}", cx.words.entry_kind(EntryKind::Chase), key.chased, key.label)
        }
        (Some(holder), State::Lent | State::Lost) => format!("{holder}  {}", key.label),
        _ => key.label.clone(),
    }
}

fn draw_line(key: &CabinetKey, marked: bool, (area, y): (Rect, u16), buf: &mut Buffer, cx: &Context<'_>) {
    if marked {
        paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
    }
    let (told, style) = glance(key, cx);
    let cells = [told.as_str(), &key.key_number, &key.hook, key.unit.as_deref().unwrap_or_default()];
    let (mut x, mut style) = (1, style);
    for (cell, width) in cells.into_iter().zip(COLUMNS) {
        paint::at(buf, area, x, y, &text::cut(cell, usize::from(width)), style);
        style = Style::new();
        x += width + 1;
    }
    paint::at(buf, area, x, y, &about(key, cx), style);
}

fn draw_hook(key: &CabinetKey, marked: bool, cell: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    if marked {
        for y in 0..cell.height {
            paint::at(buf, cell, 0, y, cx.theme.marker(), cx.theme.chosen());
        }
    }
    let hook = text::pad(&key.hook, HOOK - 2);
    let x = paint::at(buf, cell, 1, 0, &hook, cx.theme.chosen()) + 1;
    let (told, style) = glance(key, cx);
    // Whom it was told to is left out where there is no room for it.
    let room = usize::from(cell.width.saturating_sub(x));
    let told = if text::width(&told) > room { told.rsplit_once(' ').map_or(&*told, |(told, _)| told) } else { &told };
    paint::at(buf, cell, x, 0, told, style);
    let below = match (key.state, &key.holder, key.back_by) {
        (State::Lent, Some(holder), Some(back_by)) => format!("{holder} {}", cx.time(back_by)),
        _ => format!("{} {}", key.unit.as_deref().unwrap_or(&key.key_number), key.label),
    };
    paint::at(buf, cell, 1, 1, &below, cx.theme.dim());
}
