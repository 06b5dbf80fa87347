//! Box lines and blocks of the terminal as shapes that meet at the edges of their cells; fonts leave gaps between them.

use crate::svg::{CELL_HEIGHT, CELL_WIDTH};

const WIDTH: f32 = CELL_WIDTH as f32;
const HEIGHT: f32 = CELL_HEIGHT as f32;

/// The arms of a box character: which of up, right, down, left leave the middle.
const LIGHT: [(char, [bool; 4]); 11] = [
    ('─', [false, true, false, true]),
    ('│', [true, false, true, false]),
    ('┌', [false, true, true, false]),
    ('┐', [false, false, true, true]),
    ('└', [true, true, false, false]),
    ('┘', [true, false, false, true]),
    ('├', [true, true, true, false]),
    ('┤', [true, false, true, true]),
    ('┬', [false, true, true, true]),
    ('┴', [true, true, false, true]),
    ('┼', [true, true, true, true]),
];
/// The same in other hands, in the order of `LIGHT`.
const HEAVY: &str = "━┃┏┓┗┛┣┫┳┻╋";
const DOUBLE: &str = "═║╔╗╚╝╠╣╦╩╬";
const ROUND: &str = "╭╮╰╯";
const DASHED: &str = "┄┆╌╎┈┊";

/// The shape of `c` in the cell whose corner is at `x`, `y`; nothing where a letter is to be drawn.
pub fn shape(c: char, x: u16, y: u16) -> Option<String> {
    let (x, y) = (f32::from(x), f32::from(y));
    if let Some((_, arms)) = LIGHT.iter().find(|(light, _)| *light == c) {
        return Some(stroke(&lines(*arms, x, y, 0.0), 1.2, ""));
    }
    if let Some(place) = HEAVY.chars().position(|heavy| heavy == c) {
        return Some(stroke(&lines(LIGHT[place].1, x, y, 0.0), 3.0, ""));
    }
    if let Some(place) = DOUBLE.chars().position(|double| double == c) {
        let arms = LIGHT[place].1;
        return Some(stroke(&(lines(arms, x, y, -1.8) + &lines(arms, x, y, 1.8)), 1.0, ""));
    }
    if let Some(place) = ROUND.chars().position(|round| round == c) {
        return Some(stroke(&corner(LIGHT[place + 2].1, x, y), 1.2, ""));
    }
    if let Some(place) = DASHED.chars().position(|dashed| dashed == c) {
        return Some(stroke(&lines(LIGHT[place % 2].1, x, y, 0.0), 1.2, " stroke-dasharray=\"2 2\""));
    }
    block(c, x, y)
}

fn stroke(path: &str, width: f32, more: &str) -> String {
    let (path, ink) = (path.trim(), "stroke=\"currentColor\"");
    format!("<path d=\"{path}\" {ink} fill=\"none\" stroke-width=\"{width}\"{more}/>")
}

/// Lines from the middle, shifted by `off` both ways, to the edges that have an arm.
fn lines(arms: [bool; 4], x: f32, y: f32, off: f32) -> String {
    let (middle_x, middle_y) = (x + WIDTH / 2.0 + off, y + HEIGHT / 2.0 + off);
    let ends = [(middle_x, y), (x + WIDTH, middle_y), (middle_x, y + HEIGHT), (x, middle_y)];
    let drawn = ends.iter().zip(arms).filter(|(_, arm)| *arm);
    drawn.map(|((end_x, end_y), _)| format!("M{middle_x} {middle_y}L{end_x} {end_y}")).collect()
}

/// A rounded corner between the one arm that goes up or down and the one that goes sideways.
fn corner(arms: [bool; 4], x: f32, y: f32) -> String {
    let (middle_x, middle_y) = (x + WIDTH / 2.0, y + HEIGHT / 2.0);
    let (end_y, bend_y) = if arms[0] { (y, middle_y - 5.0) } else { (y + HEIGHT, middle_y + 5.0) };
    let end_x = if arms[1] { x + WIDTH } else { x };
    format!("M{middle_x} {end_y}L{middle_x} {bend_y}Q{middle_x} {middle_y} {end_x} {middle_y}")
}

/// A block: part of the cell from an edge, or the whole cell in a shade.
fn block(c: char, x: f32, y: f32) -> Option<String> {
    let eighths = |first: char| (c as u32 - first as u32) as f32;
    let (left, top, width, height, shade) = match c {
        '▀' => (0.0, 0.0, 1.0, 0.5, 1.0),
        '▁'..='█' => {
            let part = (eighths('▁') + 1.0) / 8.0;
            (0.0, 1.0 - part, 1.0, part, 1.0)
        }
        '▉'..='▏' => (0.0, 0.0, 1.0 - (eighths('▉') + 1.0) / 8.0, 1.0, 1.0),
        '▐' => (0.5, 0.0, 0.5, 1.0, 1.0),
        '░'..='▓' => (0.0, 0.0, 1.0, 1.0, (eighths('░') + 1.0) / 4.0),
        '▔' => (0.0, 0.0, 1.0, 0.125, 1.0),
        '▕' => (0.875, 0.0, 0.125, 1.0, 1.0),
        _ => return None,
    };
    let (x, y, width, height) = (x + left * WIDTH, y + top * HEIGHT, width * WIDTH, height * HEIGHT);
    Some(format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill-opacity=\"{shade}\"/>"))
}
