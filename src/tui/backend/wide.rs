//! One pass over a finished frame that keeps wide characters whole before ratatui compares frames.
//! It must not know what the frame shows.

use crate::tui::text;
use ratatui::buffer::Buffer;

/// Blanks halves of wide characters whose other half was drawn over, and gives both cells of a wide character one
/// style. Without it a popup over wide text at an odd column loses its border (ratatui issue 2526).
pub fn settle_wide(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let symbol = buf[(x, y)].symbol();
            // ratatui does not survive a control character when it compares frames.
            let width = if symbol.contains(char::is_control) { 0 } else { text::width(symbol) };
            if width == 2 && x + 1 < area.right() && buf[(x + 1, y)].symbol().trim().is_empty() {
                let style = buf[(x, y)].style();
                let tail = &mut buf[(x + 1, y)];
                tail.reset();
                tail.set_style(style);
                x += 2;
                continue;
            }
            if width != 1 {
                buf[(x, y)].set_symbol(" ");
            }
            x += 1;
        }
    }
}
