//! What is written for a symbol: never a control or format character, never a cluster whose width terminals dispute,
//! and one-cell ASCII for characters of ambiguous width where the terminal draws those two cells wide.

use crate::model::text::is_unseen;
use ratatui::buffer::Cell;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// More marks than this on one letter only serve to spoil a screen.
const MOST_MARKS: usize = 3;

/// Puts `symbol` into `cell` as it may be written.
pub(super) fn set_safe_symbol(cell: &mut Cell, symbol: &str, wide_ambiguous: bool) {
    if let [byte @ b' '..=b'~'] = symbol.as_bytes() {
        cell.set_char(char::from(*byte));
        return;
    }
    if symbol.is_empty() {
        return;
    }
    let mut chars = symbol.chars();
    let first = chars.next().unwrap_or(' ');
    let width = first.width().filter(|_| !is_unseen(first)).unwrap_or(0);
    let marks = chars.clone().filter(|c| !is_unseen(*c)).count();
    let disputed = width == 0 || width != UnicodeWidthStr::width(symbol) || chars.any(|c| c.width() != Some(0));
    if disputed {
        cell.set_char('?');
    } else if wide_ambiguous && width == 1 && first.width_cjk() == Some(2) {
        cell.set_char(ascii_for(first));
    } else if marks == symbol.chars().count() - 1 && marks <= MOST_MARKS {
        cell.set_symbol(symbol);
    } else {
        let kept = symbol.chars().filter(|c| !is_unseen(*c)).take(1 + MOST_MARKS);
        cell.set_symbol(&kept.collect::<String>());
    }
}

/// One ASCII character that means about the same.
fn ascii_for(c: char) -> char {
    match c {
        '─' | '━' | '┄' | '┅' | '┈' | '┉' | '═' | '╌' | '╍' | '—' | '–' | '―' | '‐' => '-',
        '│' | '┃' | '┆' | '┇' | '┊' | '┋' | '║' | '╎' | '╏' => '|',
        '\u{250C}'..='\u{254B}' | '\u{2552}'..='\u{2570}' => '+',
        '╱' => '/',
        '╲' => '\\',
        '●' | '★' | '☆' | '◆' | '◇' | '◎' | '※' | '•' => '*',
        '○' | '°' | '◯' => 'o',
        '■' | '█' | '▉' | '▊' | '▋' | '▓' | '▒' => '#',
        '□' | '░' => '.',
        '▶' | '▷' | '→' | '⇒' | '▌' | '▍' | '≥' | '»' => '>',
        '◀' | '◁' | '←' | '≤' | '«' => '<',
        '▲' | '△' | '↑' => '^',
        '▼' | '▽' | '↓' | '√' | '✓' => 'v',
        '…' => '~',
        '·' | '‥' | '▂' => '.',
        '▁' => '_',
        '▃' => '-',
        '▄' => '=',
        '▅' => '+',
        '▆' => '*',
        '▇' => '%',
        '▎' | '▏' | '▕' | '▐' => '|',
        '“' | '”' | '″' => '"',
        '‘' | '’' | '′' | '´' => '\'',
        '℃' => 'C',
        '℉' => 'F',
        '×' => 'x',
        '÷' => '/',
        '±' => '+',
        '№' => 'N',
        '§' => 'S',
        '①'..='⑨' => shifted(c, '①', '1'),
        '⑴'..='⑼' => shifted(c, '⑴', '1'),
        'Ⅰ'..='Ⅸ' => shifted(c, 'Ⅰ', '1'),
        '⑩'..='⑳' => '+',
        _ => '?',
    }
}

fn shifted(c: char, first: char, stands_for: char) -> char {
    let step = u32::from(c).saturating_sub(u32::from(first));
    char::from_u32(u32::from(stands_for) + step).unwrap_or('?')
}
