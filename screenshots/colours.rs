//! How a cell of the terminal looks in a picture: the palette, reverse, dim and the cursor worked out to two colours.

use std::fmt;

use vt100::{Cell, Color};

/// A colour of the picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Rgb(u8, u8, u8);

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The ground of the terminal.
pub const BACKGROUND: Rgb = Rgb(0x16, 0x1a, 0x20);
const FOREGROUND: Rgb = Rgb(0xd6, 0xda, 0xe0);

/// The sixteen named colours: eight, and their bright twins.
const NAMED: [Rgb; 16] = [
    Rgb(0x2a, 0x30, 0x3a),
    Rgb(0xe0, 0x5f, 0x65),
    Rgb(0x78, 0xb8, 0x7a),
    Rgb(0xd9, 0xb2, 0x5c),
    Rgb(0x5f, 0x9d, 0xe0),
    Rgb(0xb8, 0x84, 0xd6),
    Rgb(0x5c, 0xb8, 0xb8),
    Rgb(0xc4, 0xc9, 0xd1),
    Rgb(0x6b, 0x74, 0x82),
    Rgb(0xff, 0x7b, 0x81),
    Rgb(0x98, 0xd8, 0x9a),
    Rgb(0xf2, 0xd0, 0x7c),
    Rgb(0x84, 0xba, 0xf5),
    Rgb(0xd2, 0xa4, 0xee),
    Rgb(0x80, 0xd6, 0xd6),
    Rgb(0xf4, 0xf6, 0xf8),
];

/// What a run of cells has in common.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub ink: Rgb,
    pub ground: Rgb,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

/// The look of a cell; under the cursor ink and ground change places.
pub fn look(cell: &Cell, has_cursor: bool) -> Look {
    let mut ink = rgb(cell.fgcolor(), FOREGROUND);
    let mut ground = rgb(cell.bgcolor(), BACKGROUND);
    if cell.dim() {
        ink = between(ink, ground);
    }
    if cell.inverse() != has_cursor {
        std::mem::swap(&mut ink, &mut ground);
    }
    Look { ink, ground, bold: cell.bold(), italic: cell.italic(), underline: cell.underline() }
}

fn rgb(colour: Color, default: Rgb) -> Rgb {
    match colour {
        Color::Default => default,
        Color::Rgb(r, g, b) => Rgb(r, g, b),
        Color::Idx(index @ 0..16) => NAMED[usize::from(index)],
        Color::Idx(index @ 16..232) => {
            let cube = index - 16;
            Rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        Color::Idx(index) => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}

/// A step of the 6×6×6 cube of 256 colours.
fn level(step: u8) -> u8 {
    if step == 0 { 0 } else { 55 + 40 * step }
}

fn between(a: Rgb, b: Rgb) -> Rgb {
    let mean = |a: u8, b: u8| ((u16::from(a) * 3 + u16::from(b) * 2) / 5) as u8;
    Rgb(mean(a.0, b.0), mean(a.1, b.1), mean(a.2, b.2))
}
