//! Styles as the terminal understands them: which colours it has, and the shortest change from one ink to the next.
//! It must not know where on the screen the ink goes.

use super::{Look, standin};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The colours a terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// None at all (`NO_COLOR`): bold, reverse and underline stay.
    Mono,
    /// The sixteen of the Linux console.
    Sixteen,
    /// The 256 of xterm.
    Indexed,
}

impl Colors {
    /// Reads the choice from the values of `NO_COLOR` and `TERM`.
    pub fn of_environment(no_color: Option<&str>, term: Option<&str>) -> Colors {
        let term = term.unwrap_or("");
        if no_color.is_some_and(|value| !value.is_empty()) || term == "dumb" || term.starts_with("vt") {
            Colors::Mono
        } else if matches!(term, "linux" | "xterm" | "screen" | "rxvt" | "ansi" | "xterm-16color") {
            Colors::Sixteen
        } else {
            Colors::Indexed
        }
    }

    fn fit(self, color: Color) -> Color {
        match (self, color) {
            (Colors::Mono, _) => Color::Reset,
            (Colors::Indexed, Color::Rgb(r, g, b)) => Color::Indexed(nearest(16..=255, (r, g, b))),
            (Colors::Sixteen, Color::Rgb(r, g, b)) => Color::Indexed(nearest(0..=15, (r, g, b))),
            (Colors::Sixteen, Color::Indexed(n)) if n > 15 => Color::Indexed(nearest(0..=15, rgb_of(n))),
            (_, other) => other,
        }
    }
}

/// The cell as this terminal can show it: safe text of known width, colours it has.
pub(super) fn fitted(cell: &Cell, look: Look) -> Cell {
    let mut fitted = Cell::default();
    standin::set_safe_symbol(&mut fitted, cell.symbol(), look.wide_ambiguous);
    fitted.fg = look.colors.fit(cell.fg);
    fitted.bg = look.colors.fit(cell.bg);
    fitted.modifier = cell.modifier;
    fitted
}

/// Everything about a cell but its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ink {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Ink {
    pub(super) const PLAIN: Ink = Ink { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    pub(super) fn of(cell: &Cell) -> Ink {
        Ink { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}

/// Modifier, code that sets it, code that takes it off. Bold and dim share theirs.
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Appends the shortest sequence that leads from one ink to the other.
pub(super) fn change(from: Option<Ink>, to: Ink, out: &mut Vec<u8>) {
    if from == Some(to) {
        return;
    }
    let mut codes = from_plain(to);
    if let Some(step) = from.map(|from| difference(from, to))
        && step.len() < codes.len() + usize::from(to != Ink::PLAIN)
    {
        codes = step;
    }
    out.extend_from_slice(b"\x1b[");
    out.extend_from_slice(codes.as_bytes());
    out.push(b'm');
}

/// All codes of `to` behind a reset. The reset is written as an empty parameter, which every terminal reads as 0.
fn from_plain(to: Ink) -> String {
    if to == Ink::PLAIN {
        return String::new();
    }
    format!(";{}", difference(Ink::PLAIN, to))
}

fn difference(from: Ink, to: Ink) -> String {
    let mut codes: Vec<String> = Vec::new();
    let gone = from.modifier - to.modifier;
    let mut come = to.modifier - from.modifier;
    for (modifier, _, off) in MODIFIERS {
        if gone.contains(modifier) {
            let off = off.to_string();
            if !codes.contains(&off) {
                codes.push(off);
            }
            // The code that takes off bold takes off dim as well, and the two blinks share one too.
            come |= to.modifier & shared_with(modifier);
        }
    }
    for (modifier, on, _) in MODIFIERS {
        if come.contains(modifier) {
            codes.push(on.to_string());
        }
    }
    if from.fg != to.fg {
        codes.push(color_code(to.fg, 0));
    }
    if from.bg != to.bg {
        codes.push(color_code(to.bg, 10));
    }
    codes.join(";")
}

fn shared_with(modifier: Modifier) -> Modifier {
    let bold_dim = Modifier::BOLD | Modifier::DIM;
    let blinks = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
    if bold_dim.contains(modifier) {
        bold_dim
    } else if blinks.contains(modifier) {
        blinks
    } else {
        modifier
    }
}

/// `ground` is 0 for the writing and 10 for the background.
fn color_code(color: Color, ground: u8) -> String {
    let plain = |code: u8| (code + ground).to_string();
    match color {
        Color::Reset => plain(39),
        Color::Black => plain(30),
        Color::Red => plain(31),
        Color::Green => plain(32),
        Color::Yellow => plain(33),
        Color::Blue => plain(34),
        Color::Magenta => plain(35),
        Color::Cyan => plain(36),
        Color::Gray => plain(37),
        Color::DarkGray => plain(90),
        Color::LightRed => plain(91),
        Color::LightGreen => plain(92),
        Color::LightYellow => plain(93),
        Color::LightBlue => plain(94),
        Color::LightMagenta => plain(95),
        Color::LightCyan => plain(96),
        Color::White => plain(97),
        Color::Indexed(n @ 0..=7) => plain(30 + n),
        Color::Indexed(n @ 8..=15) => plain(82 + n),
        Color::Indexed(n) => format!("{};5;{n}", 38 + ground),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", 38 + ground),
    }
}

/// The first sixteen colours as xterm shows them.
const SIXTEEN: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

fn rgb_of(index: u8) -> (u8, u8, u8) {
    let level = |step: u8| if step == 0 { 0 } else { 55 + step * 40 };
    match index {
        0..=15 => SIXTEEN[usize::from(index)],
        16..=231 => {
            let n = index - 16;
            (level(n / 36), level(n / 6 % 6), level(n % 6))
        }
        _ => {
            let grey = 8 + (index - 232) * 10;
            (grey, grey, grey)
        }
    }
}

fn nearest(choices: std::ops::RangeInclusive<u8>, (r, g, b): (u8, u8, u8)) -> u8 {
    let apart = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    choices
        .min_by_key(|&n| {
            let (x, y, z) = rgb_of(n);
            apart(x, r) + apart(y, g) + apart(z, b)
        })
        .unwrap_or(0)
}
