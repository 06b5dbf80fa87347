//! Putting lines and boxes onto a picture, measured in cells. Must not know what the lines say.
use crate::tui::text;
use crate::tui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::symbols::border;
use ratatui::widgets::{Block, Clear, Widget};

/// Writes `line` at the row `y` of `area`, cut to its width and cleaned; rows outside are left out.
pub fn line(buf: &mut Buffer, area: Rect, y: u16, line: &str, style: Style) {
    at(buf, area, 0, y, line, style);
}

/// As [`line`], from the column `x` of `area` on; returns the column behind it.
pub fn at(buf: &mut Buffer, area: Rect, x: u16, y: u16, line: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if y >= area.height || x >= area.width {
        return x;
    }
    let cut = text::cut(line, usize::from(area.width - x));
    buf.set_string(area.x + x, area.y + y, &cut, style);
    x + u16::try_from(text::width(&cut)).unwrap_or(0)
}

/// Writes `line` so that it ends at the right edge of the row.
pub fn right(buf: &mut Buffer, area: Rect, y: u16, line: &str, style: Style) {
    let width = u16::try_from(text::width(line)).unwrap_or(u16::MAX);
    at(buf, area, area.width.saturating_sub(width), y, line, style);
}

/// An emptied box in the middle of `area`, at most `width` by `height` inside; returns its inside.
pub fn boxed(buf: &mut Buffer, area: Rect, (width, height): (u16, u16), title: &str, theme: Theme) -> Rect {
    let width = (width + 4).min(area.width);
    let height = (height + 2).min(area.height);
    // An even column keeps the left border from halving wide characters.
    let x = (area.x + (area.width - width) / 2) & !1;
    let outer = Rect::new(x, area.y + (area.height - height) / 2, width, height);
    Clear.render(outer, buf);
    let set = if theme.ascii { ASCII } else { border::PLAIN };
    let title = format!(" {} ", text::cut(title, usize::from(width.saturating_sub(6))));
    let block = Block::bordered().border_set(set).title(title).title_style(theme.heading());
    let inside = block.inner(outer);
    block.render(outer, buf);
    Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
