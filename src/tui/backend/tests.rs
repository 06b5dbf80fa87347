//! The backend against a model of a terminal: the same picture, and few bytes.

mod any_frame;

use super::*;
use ratatui::Terminal;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Block, Clear, Widget};
use std::num::NonZero;

const ROWS: [&str; 4] = [
    "超2时10分 →经理  重要  TS-20261114-003  3-1-502    工程维修  厨房反复漏水，上次维修后仍渗",
    "超25分   →主管   轻微  TS-20261119-001  商铺12     清洁      楼道垃圾两天没有清走，气味很大",
    "剩1时40分        重大  TS-20261120-002  7-2-1801   安全      地下车库消防通道被杂物堵住",
    "剩3天            轻微  TS-20261120-004  12-3-301   绿化      楼下灌木过高挡住一层窗户的光",
];

fn model(height: u16, width: u16) -> vt100::Parser {
    let side = |cells| NonZero::new(cells).expect("a screen has cells");
    vt100::Parser::new(side(height), side(width), 0)
}

struct Bench {
    terminal: Terminal<LeanBackend<Vec<u8>>>,
    model: vt100::Parser,
}

impl Bench {
    fn new(width: u16, height: u16, look: Look) -> Bench {
        let backend = LeanBackend::new(Vec::new(), Size::new(width, height), look);
        Bench { terminal: Terminal::new(backend).expect("no terminal is asked"), model: model(height, width) }
    }

    /// Draws and returns the bytes of the frame and the settled buffer.
    fn draw(&mut self, picture: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>) -> (Vec<u8>, Buffer) {
        let mut drawn = Buffer::default();
        self.terminal
            .draw(|frame| {
                if let Some(at) = picture(frame.buffer_mut()) {
                    frame.set_cursor_position(at);
                }
                settle_wide(frame.buffer_mut());
                drawn = frame.buffer_mut().clone();
            })
            .expect("a vector takes every byte");
        let bytes = std::mem::take(self.terminal.backend_mut().writer_mut());
        self.model.process(&bytes);
        (bytes, drawn)
    }
}

/// A queue of complaints at 80×24 with the marker on row `selected` and `typed` in the filter.
fn queue(buf: &mut Buffer, selected: u16, typed: &str) -> Option<(u16, u16)> {
    let bar = Style::new().add_modifier(Modifier::REVERSED);
    buf.set_string(0, 0, text::pad(" 翠湖花园前台   1 接待 3   2 投诉 5!  3 派工 2   4 钥匙 1!", 80), bar);
    buf.set_string(1, 1, "投诉  未结 12 · 超时 5 · 今日到期 2", Style::new().fg(Color::Cyan));
    buf.set_string(1, 2, "时限             级别  编号             房号       类别      事由", Style::new());
    for y in 0..19u16 {
        let red = Style::new().fg(if y < 5 { Color::Red } else { Color::Reset });
        buf.set_stringn(1, 3 + y, ROWS[usize::from(y) % 4], 79, Style::new());
        buf.set_stringn(1, 3 + y, text::head(ROWS[usize::from(y) % 4], 17), 17, red);
    }
    buf.set_string(0, 3 + selected, "▌", Style::new());
    buf.set_string(1, 23, "Enter 详情  F2 新登记  F6 处理  F7 筛选  F9 紧急  F1 帮助", Style::new());
    buf.set_string(60, 1, typed, Style::new());
    Some((60 + text::width(typed) as u16, 1))
}

#[test]
fn a_queue_keeps_to_its_budget_of_bytes() {
    let mut bench = Bench::new(80, 24, Look::default());
    let first = bench.draw(|buf| queue(buf, 0, "")).0.len();
    let same = bench.draw(|buf| queue(buf, 0, "")).0.len();
    let moved = bench.draw(|buf| queue(buf, 1, "")).0.len();
    let typed = bench.draw(|buf| queue(buf, 1, "厨")).0.len();
    let more = bench.draw(|buf| queue(buf, 1, "厨房")).0.len();
    assert!(first < 3000, "{first}");
    assert_eq!(same, 0);
    assert!(moved <= 40, "{moved}");
    assert!(typed <= 12 && more <= 12, "{typed} {more}");
}

#[test]
fn a_reversed_row_moves_within_its_budget() {
    let mut bench = Bench::new(80, 24, Look::default());
    let reversed = |buf: &mut Buffer, y: u16| {
        queue(buf, y, "");
        buf.set_style(Rect::new(0, 3 + y, 80, 1), Modifier::BOLD);
        None
    };
    bench.draw(|buf| reversed(buf, 4));
    let moved = bench.draw(|buf| reversed(buf, 5)).0.len();
    assert!(moved < 300, "{moved}");
}

#[test]
fn a_shorter_line_is_erased_and_not_overwritten() {
    let mut bench = Bench::new(80, 24, Look::default());
    bench.draw(|buf| {
        buf.set_string(0, 0, "一".repeat(40), Style::new());
        None
    });
    let (bytes, _) = bench.draw(|buf| {
        buf.set_string(0, 0, "一", Style::new());
        None
    });
    assert_eq!(String::from_utf8_lossy(&bytes), "\r\x1b[2C\x1b[K");
}

#[test]
fn a_popup_over_wide_text_keeps_its_border_at_an_odd_column() {
    let mut bench = Bench::new(20, 5, Look::default());
    let text = |buf: &mut Buffer| {
        for y in 0..5 {
            buf.set_string(0, y, "厨房反复漏水很急请", Style::new());
        }
    };
    bench.draw(|buf| {
        text(buf);
        None
    });
    bench.draw(|buf| {
        text(buf);
        let area = Rect::new(3, 1, 9, 3);
        Clear.render(area, buf);
        Block::bordered().render(area, buf);
        None
    });
    let screen = bench.model.screen();
    assert_eq!(screen.cell(2, 3).map(|c| c.contents().to_owned()).as_deref(), Some("│"));
    assert_eq!(screen.cell(2, 2).map(|c| c.contents().trim().to_owned()).as_deref(), Some(""));
    assert_eq!(screen.cell(2, 11).map(|c| c.contents().to_owned()).as_deref(), Some("│"));
}

#[test]
fn where_ambiguous_is_wide_only_ascii_stands_for_it_and_the_layout_stays() {
    let look = Look { wide_ambiguous: true, ..Look::default() };
    let mut bench = Bench::new(30, 4, look);
    let (bytes, _) = bench.draw(|buf| {
        Block::bordered().render(Rect::new(0, 0, 30, 4), buf);
        buf.set_string(2, 1, "●○■▶→…·①℃“投诉”—█▁", Style::new());
        None
    });
    let text = String::from_utf8(bytes).expect("utf-8");
    assert!(text.contains("*o#>>~.1C\"投诉\"-#_"), "{text}");
    assert!(text.contains("+----------------------------+"), "{text}");
}

#[test]
fn without_colours_no_colour_is_written_and_reverse_stays() {
    let look = Look { colors: Colors::Mono, ..Look::default() };
    let mut bench = Bench::new(10, 1, look);
    let style = Style::new().fg(Color::Red).bg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::REVERSED);
    let (bytes, _) = bench.draw(|buf| {
        buf.set_string(0, 0, "ab", style);
        None
    });
    assert!(String::from_utf8_lossy(&bytes).ends_with("\x1b[H\x1b[7mab\x1b[?25l"), "{bytes:?}");
}

#[test]
fn sixteen_colours_take_the_nearest() {
    let look = Look { colors: Colors::Sixteen, ..Look::default() };
    let mut bench = Bench::new(10, 1, look);
    let (bytes, _) = bench.draw(|buf| {
        buf.set_string(0, 0, "a", Style::new().fg(Color::Rgb(250, 5, 5)));
        buf.set_string(1, 0, "b", Style::new().fg(Color::Indexed(46)));
        None
    });
    let text = String::from_utf8_lossy(&bytes).into_owned();
    assert!(text.contains("\x1b[91ma") && text.contains("\x1b[92mb"), "{text:?}");
}

#[test]
fn what_must_not_reach_the_terminal_does_not() {
    let mut bench = Bench::new(20, 2, Look::default());
    let marks = format!("e{}", "\u{301}".repeat(100));
    let (bytes, _) = bench.draw(|buf| {
        for (x, symbol) in
            ["\x1b", "\u{2028}", "a\u{200D}", "👨\u{200D}👩", &marks, "\u{E0041}", "漢\u{FE0F}"].iter().enumerate()
        {
            buf[(x as u16 * 2, 0)].set_symbol(symbol);
        }
        None
    });
    let text = String::from_utf8(bytes).expect("utf-8");
    for bad in ['\u{2028}', '\u{200D}', '\u{E0041}', '\u{FE0F}'] {
        assert!(!text.contains(bad), "{text:?}");
    }
    assert_eq!(text.matches('\u{301}').count(), 3);
}

#[test]
fn synchronized_output_wraps_only_frames_that_differ() {
    let look = Look { synchronized: true, ..Look::default() };
    let mut bench = Bench::new(80, 24, look);
    let (first, _) = bench.draw(|buf| queue(buf, 0, ""));
    assert!(first.starts_with(b"\x1b[?2026h") && first.ends_with(b"\x1b[?2026l"));
    assert!(bench.draw(|buf| queue(buf, 0, "")).0.is_empty());
}

#[test]
fn another_size_draws_everything_again() {
    let mut bench = Bench::new(80, 24, Look::default());
    bench.draw(|buf| queue(buf, 0, ""));
    bench.terminal.backend_mut().take_size(Size::new(100, 30));
    bench.model = model(30, 100);
    bench.draw(|buf| queue(buf, 0, ""));
    assert!(bench.model.screen().contents().contains("F9 紧急"));
}
