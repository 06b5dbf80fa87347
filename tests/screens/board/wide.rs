//! The board on a wide screen: columns of cards, the technicians beside them; and what a move costs at any width.
use super::{FIRST, board, order};
use crate::screens::seat::ok;
use frontdesk::config::Language;
use serde_json::json;

#[test]
fn on_a_wide_screen_the_states_stand_side_by_side_with_the_technicians() {
    let mut seat = board((160, 50), Language::Chinese);
    let rows = seat.keys("<Down><F5>2").rows();
    for (row, (left, right)) in rows.iter().skip(1).zip([
        (" 派工  待派 2  已派 1", ""),
        (" 待派 2           已派 1           已签 0           在途 0           到场 0", "│维修人员"),
        (" 超37分 报主管   ▌剩30分", "│ 孙小力 0单 不在班"),
        (" PG-20261121-001  PG-20261121-002", "│"),
        (" !3-1-502 -       5-2-301 钱师傅", "│ 周师傅 0单 值班~20:00"),
        (" 厨房水管爆裂，   客厅跳闸，合不", "│   水管爆裂、给排水"),
        (" 水已漫到客厅     上", "│▌钱师傅 1单 不在班"),
        ("", "│   电路短路、强弱电"),
        (" 剩18分", "│"),
    ]) {
        assert!(row.starts_with(left) && row.ends_with(right), "{row}\n{}", rows.join("\n"));
    }
    // The cursor moves in two directions, and the one proposed for a waiting order is marked with why (DSP-06).
    seat.keys("<Left>").sees("▌超37分").sees("▌周师傅 0单 值班~20:00").sees("建议 会做");
    seat.keys("<Down>").sees("▌剩18分").keys("<Right>").sees("▌剩30分");
}

#[test]
fn where_not_all_columns_fit_the_cursor_brings_them_into_sight() {
    let mut seat = board((120, 24), Language::Chinese);
    seat.sees("待派 3").sees_not("回单 0");
    ok(&mut seat.other, "desk", json!({"do": "send_order", "number": FIRST}), "21 09:40");
    ok(&mut seat.other, "desk", json!({"do": "finish_order", "number": FIRST, "result": "换了角阀"}), "21 09:41");
    seat.app.refresh(seat.now);
    seat.sees("完工 1").sees("<").keys("<Left>").sees("待派 2").sees_not("完工 0").sees(">");
}

#[test]
fn a_move_of_the_cursor_redraws_few_cells() {
    for (size, most) in [((80, 24), 160), ((160, 50), 260)] {
        let mut seat = board(size, Language::Chinese);
        assert!(seat.frame() > 500);
        for key in ["<Down>", "<Down>", "<Up>"] {
            seat.keys(key);
            let bytes = seat.frame();
            assert!((1..=most).contains(&bytes), "{key}: {bytes} bytes at {size:?}");
        }
    }
}

#[test]
fn wide_text_is_cut_between_characters_and_no_line_is_too_long() {
    for size in [(80, 24), (120, 24), (160, 50)] {
        for language in [Language::Chinese, Language::English] {
            let mut seat = board(size, language);
            let long = "业主反映卫生间吊顶漏水并滴到🚿热水器上，已关总阀；家里有老人和婴儿，请尽快".repeat(3);
            order(&mut seat.other, "21 09:41", "12-12-1202", "public", &long);
            seat.app.refresh(seat.now);
            for row in seat.keys("<End>").rows() {
                let width = unicode_width::UnicodeWidthStr::width(row.as_str());
                assert!(width <= usize::from(size.0), "{width}: {row}");
            }
        }
    }
}
