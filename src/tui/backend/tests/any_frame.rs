//! Whatever frame follows whatever other, the model of the terminal shows what ratatui drew.

use super::*;
use proptest::prelude::*;
use unicode_width::UnicodeWidthChar;

#[derive(Clone, Debug)]
struct Stroke {
    at: (u16, u16),
    text: String,
    style: Style,
    popup: Option<(u16, u16)>,
}

fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
    let piece =
        prop_oneof![Just("厨"), Just("a"), Just(" "), Just("│"), Just("，"), Just("   "), Just("é"), Just("👍")];
    let text = prop::collection::vec(piece, 0..14).prop_map(|parts| parts.concat());
    let color = prop_oneof![Just(Color::Reset), Just(Color::Red), Just(Color::Indexed(100)), Just(Color::LightBlue)];
    let style = (color.clone(), color, 0u16..16).prop_map(|(fg, bg, bits)| {
        let all = [Modifier::BOLD, Modifier::REVERSED, Modifier::UNDERLINED, Modifier::ITALIC];
        let modifier = all.iter().enumerate().filter(|(i, _)| bits & (1 << i) != 0).map(|(_, m)| *m).collect();
        Style::new().fg(fg).bg(bg).add_modifier(modifier)
    });
    let popup = prop::option::weighted(0.3, (1u16..12, 1u16..5));
    let stroke = ((0u16..23, 0u16..6), text, style, popup);
    let stroke = stroke.prop_map(|(at, text, style, popup)| Stroke { at, text, style, popup });
    prop::collection::vec(stroke, 0..10)
}

fn play(buf: &mut Buffer, strokes: &[Stroke]) {
    for stroke in strokes {
        let (x, y) = stroke.at;
        if let Some((w, h)) = stroke.popup {
            let area = Rect::new(x, y, w, h).intersection(buf.area);
            Clear.render(area, buf);
            Block::bordered().style(stroke.style).render(area, buf);
        } else {
            buf.set_string(x, y, &stroke.text, stroke.style);
        }
    }
}

fn model_color(color: Color) -> vt100::Color {
    match color {
        Color::Red => vt100::Color::Idx(1),
        Color::LightBlue => vt100::Color::Idx(12),
        Color::Indexed(n) => vt100::Color::Idx(n),
        _ => vt100::Color::Default,
    }
}

fn check_cell(screen: &vt100::Screen, buf: &Buffer, x: u16, y: u16) -> Result<(), TestCaseError> {
    let (cell, seen) = (&buf[(x, y)], screen.cell(y, x).expect("inside"));
    if seen.is_wide_continuation() {
        return Ok(());
    }
    let contents = if seen.contents().is_empty() { " " } else { seen.contents() };
    prop_assert_eq!(contents, cell.symbol(), "at {},{}", x, y);
    prop_assert_eq!(seen.bgcolor(), model_color(cell.bg));
    prop_assert_eq!(seen.inverse(), cell.modifier.contains(Modifier::REVERSED));
    prop_assert_eq!(seen.underline(), cell.modifier.contains(Modifier::UNDERLINED));
    if contents != " " || seen.inverse() || seen.underline() {
        prop_assert_eq!(seen.fgcolor(), model_color(cell.fg));
    }
    if contents != " " {
        prop_assert_eq!(seen.bold(), cell.modifier.contains(Modifier::BOLD));
        prop_assert_eq!(seen.italic(), cell.modifier.contains(Modifier::ITALIC));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_frame_after_any_other_shows_the_same_picture(
        frames in prop::collection::vec((strokes(), prop::option::of((0u16..23, 0u16..6))), 1..6)
    ) {
        let mut bench = Bench::new(23, 6, Look::default());
        for (strokes, cursor) in frames {
            let (_, drawn) = bench.draw(|buf| { play(buf, &strokes); cursor });
            let screen = bench.model.screen();
            for y in 0..6 {
                for x in 0..23 {
                    check_cell(screen, &drawn, x, y)?;
                }
            }
            prop_assert_eq!(screen.hide_cursor(), cursor.is_none());
            if let Some((x, y)) = cursor {
                prop_assert_eq!(screen.cursor_position(), (y, x));
            }
            let (again, _) = bench.draw(|buf| { play(buf, &strokes); cursor });
            prop_assert_eq!(again, Vec::<u8>::new());
        }
    }
    #[test]
    fn where_ambiguous_is_wide_no_frame_writes_a_character_of_disputed_width(strokes in strokes()) {
        let look = Look { wide_ambiguous: true, colors: Colors::Mono, ..Look::default() };
        let mut bench = Bench::new(23, 6, look);
        let (bytes, _) = bench.draw(|buf| { play(buf, &strokes); None });
        let text = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert!(text.chars().all(|c| c.width() == c.width_cjk()), "{}", text);
        let (again, _) = bench.draw(|buf| { play(buf, &strokes); None });
        prop_assert_eq!(again, Vec::<u8>::new());
    }
}
