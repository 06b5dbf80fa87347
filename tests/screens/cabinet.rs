//! The cabinet on the screen: hooks at a glance, one key to lend and take back, the stock-taking.
use super::seat::{Seat, at, ok};
use frontdesk::config::Language;
use frontdesk::model::case::State;
use serde_json::{Value, json};

fn with(mut action: Value, more: Value) -> Value {
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    action
}

fn lend(key: &str, name: &str) -> Value {
    json!({"do": "lend_key", "number": key, "name": name, "department": "engineering", "purpose": "检修", "signature": name})
}

/// Building 3: an entrusted key that is in, one that is out, a plant room that is late, a lost one; building 10: one in.
fn hang_up(seat: &mut Seat) {
    let desk = &mut seat.other;
    let entrusted = |key: &str, unit: &str, name: &str, hook: &str| {
        json!({"do": "record_key", "key": key, "key_kind": "entrusted", "unit": unit, "name": name,
            "matter": "入户门", "hook": hook, "pieces": 2})
    };
    let plant = |key: &str, label: &str| json!({"do": "record_key", "key": key, "key_kind": "plant_room", "matter": label, "building": "3", "floor": "-1", "hook": key});
    ok(desk, "desk", entrusted("A1", "3-1-502", "王芳", "A1"), "20 09:00");
    ok(desk, "desk", entrusted("A2", "3-1-501", "陈静", "A2"), "20 09:00");
    ok(desk, "desk", entrusted("C1", "10-1-201", "赵磊", "C1"), "20 09:00");
    for (key, label) in [("P1", "水泵房"), ("P2", "配电房"), ("P3", "电梯机房")] {
        ok(desk, "desk", plant(key, label), "20 09:00");
    }
    ok(desk, "desk", lend("P1", "王工"), "20 10:00");
    let agreed = json!({"approved_by": "sup", "consent_by": "陈静", "back_by": "2026-11-21T03:52:00Z"});
    ok(desk, "desk", with(lend("A2", "李工"), agreed), "21 09:00");
    ok(desk, "desk", json!({"do": "report_lost", "number": "P3", "note": "找不到"}), "21 09:30");
}

fn seat(size: (u16, u16)) -> Seat {
    let mut seat = Seat::sized("desk", size, Language::Chinese);
    hang_up(&mut seat);
    seat.app.refresh(seat.now);
    seat.keys("4");
    seat
}

/// KEY-02, KEY-05, KEY-06
#[test]
fn the_cabinet_shows_at_a_glance_what_is_in_out_late_and_lost() {
    let mut seat = seat((80, 24));
    let rows = seat.rows();
    assert!(rows[1].contains("在库 3 · 借出 2 · 超时 1 · 遗失 1 · 押金 0元"), "{rows:#?}");
    let wanted = [
        "楼栋 3 · 楼层 5",
        "· 在库               A1         A1",
        "↑ 剩2时10分          A2         A2     3-1-501    李工  入户门",
        "楼栋 3 · 楼层 -1",
        "! 超15时42分 报主管  P1         P1                王工  水泵房",
        "· 在库               P2",
        "× 遗失               P3",
        "楼栋 10 · 楼层 2",
    ];
    for (row, wanted) in rows[3..].iter().zip(wanted) {
        assert!(row.contains(wanted), "{wanted} is not in {row}\n{}", rows.join("\n"));
    }
    seat.keys("<Down>").wait(1);
    seat.sees("剩2时9分").sees("F5");
}

#[test]
fn on_a_wide_screen_the_hooks_are_a_grid_with_the_key_beside_it() {
    let mut seat = seat((160, 50));
    seat.sees("A2    ↑ 剩2时10分").sees("李工 11-21 11:52").sees("P1    ! 超15时42分  ").sees("钥匙号");
    seat.keys("<Right>").sees("李工  工程  内部员工").sees("经过");
    let picture = seat.keys("<Down>").picture();
    assert!(picture.contains("设备房备用"), "{picture}");
}

/// KEY-03: one key to lend what is in.
#[test]
fn f5_lends_a_key_that_is_in_with_a_form_that_fits_its_kind() {
    let mut seat = seat((80, 24));
    seat.keys("/P2<Enter>").sees("/P2").sees_not("A1 ");
    seat.keys("<F5>").sees("借出钥匙").sees_not("业主同意人");
    // Borrower, name, department, phone, purpose, back by, signature.
    seat.keys("<Enter>刘工<Enter>1<Enter><Enter>换灯管<Enter><Enter>刘工<Enter>");
    seat.sees("已保存").sees("↑ 剩8时18分").sees("刘工");
    seat.keys("<Esc>").sees("借出 3");
    seat.keys("<Home><F5>").sees("业主同意人").sees("批准人");
    // Only who may approve is offered (KEY-09).
    seat.sees("李强·主管").sees_not("孙涛·夜班");
}

/// KEY-04: the number of the document stands whole on the return form and nowhere else.
#[test]
fn f5_takes_back_what_is_out_and_the_form_says_what_to_hand_back() {
    let mut seat = seat((80, 24));
    let outsider = json!({"do": "lend_key", "number": "P2", "borrower": "outsider", "name": "周师傅", "phone": "13900139000",
        "purpose": "装宽带", "signature": "周师傅", "document": "id_card", "document_number": "440305199001011234",
        "deposit": "200.50"});
    ok(&mut seat.other, "desk", outsider, "21 09:40");
    seat.app.refresh(seat.now);
    seat.keys("/周师傅<Enter>").sees("押金 200.50元").sees("(1)").keys("<Esc>/P2<Enter>");
    seat.keys("<Enter>").sees("居民身份证 440***********1234").sees_not("440305199001011234");
    let seen = |seat: &Seat| seat.sheet("P2").history.iter().filter(|event| event.action["do"] == "reveal").count();
    assert_eq!(seen(&seat), 0);
    seat.keys("<Esc><F5>").sees("归还钥匙").sees("周师傅  居民身份证  440305199001011234  所收押金 200.50元");
    assert_eq!(seen(&seat), 1, "that it was shown whole is written down (SEC-03)");
    seat.keys("<Enter>").sees("200.50");
    seat.keys("<C-s>").sees("已保存").sees("· 在库");
    seat.keys("<Enter>").sees("上一次借用").sees("完好");
}

/// KEY-05: the loans before are lines of their own.
#[test]
fn the_loans_of_a_key_are_read_one_below_the_other() {
    let mut seat = seat((80, 24));
    for (from, to, who) in [("21 08:00", "21 08:30", "刘工"), ("21 08:40", "21 09:00", "吴工")] {
        let back_by = json!({"back_by": at("21 08:45").to_rfc3339()});
        ok(&mut seat.other, "desk", with(lend("P2", who), back_by), from);
        ok(&mut seat.other, "desk", json!({"do": "return_key", "number": "P2"}), to);
    }
    ok(&mut seat.other, "desk", lend("P2", "郑工"), "21 09:10");
    seat.app.refresh(seat.now);
    seat.keys("/P2<Enter><Enter>").sees("郑工").sees("借用 1").sees("刘工·工程");
    seat.sees("吴工·工程  11-21 08:40 - 11-21 09:00  超时 15分");
}

#[test]
fn the_cabinet_is_narrowed_by_state_kind_and_building() {
    let mut seat = seat((80, 24));
    seat.keys("<F7>2").sees("筛选: 借出 (2)").sees_not("P2");
    seat.keys("<F7>3").sees("(1)").sees("P1").sees_not("A2");
    seat.keys("<F7>1<F7>6").sees("设备房备用 (3)").sees_not("A1");
    seat.keys("<F7>1<F7>7").sees("某楼栋").keys("10<Enter>").sees("C1").sees_not("P1");
    seat.keys("<F7>1/3-1-502<Enter>").sees("(1)").sees("A1").keys("<Esc>").sees("C1");
}

/// KEY-02: a new key with a Chinese input method on.
#[test]
fn f2_hangs_up_a_new_key_and_tells_what_is_missing() {
    let mut seat = seat((80, 24));
    seat.keys("<F2>A9<Enter>1<Enter>３－１－６０３<Enter>周强<Enter><Enter>入户门<Enter><Enter><Enter><C-s>");
    seat.sees("必填");
    seat.keys("A9<C-s>").sees("已保存").sees("楼层 6").sees("A9");
}

/// KEY-08
#[test]
fn keys_are_counted_by_typing_their_numbers_one_after_the_other() {
    let mut seat = seat((80, 24));
    seat.keys("<F11>").sees("还没有开始").keys("<Enter>").sees("已盘 0/6").sees("未盘");
    seat.keys("a1<Enter>p2<Enter>").sees("已盘 2/6").sees("▌√ 在库             P2");
    seat.keys("zz<Enter>").sees("没有这个钥匙号");
    seat.keys("c1<F4>").sees("! 缺失 与记录不符").sees("与记录不符 1");
    // Only what is left: the difference, and what is not counted.
    seat.keys("<F7>").sees_not("√ 在库").sees("C1");
    seat.keys("<F6>2").sees("请再确认").keys("2").sees("已盘 6/6");
    seat.keys("<F8>").sees("报遗失").sees("缺失 PD-20261121-001").keys("<C-s>2").sees("遗失");
    seat.keys("<F6>3").sees("上报盘点").keys("C1 缺失，已报遗失<C-s>2").sees("已保存");
    seat.keys("<Esc>").sees("遗失 2");
    seat.keys("<F11><Enter>").sees("PD-20261121-001").sees("已办结").sees("C1 缺失");
}

/// KEY-10
#[test]
fn a_key_that_was_chased_says_how_often_and_an_extended_one_is_not_late() {
    let mut seat = seat((80, 24));
    seat.keys("/P1<Enter><F6>2").sees("催还钥匙").keys("说马上还<C-s>").sees("王工 催还1");
    seat.keys("<F6>3").sees("延长借期").keys("今天 12:00<Enter>活没干完<C-s>").sees("↑ 剩2时18分").sees("超时 0");
    seat.keys("<Enter>").sees("延至").sees("说马上还").sees("活没干完");
}

/// KEY-06: whoever has nothing to pay back is not asked about it.
#[test]
fn the_return_form_asks_for_a_deposit_only_where_one_is_held() {
    let mut seat = seat((80, 24));
    seat.keys("/P1<Enter><F5>").sees("归还状况").sees_not("退还押金").keys("<C-s>").sees("· 在库");
}

#[test]
fn a_long_floor_keeps_its_name_above_its_keys() {
    for size in [(80, 24), (160, 30)] {
        let mut seat = seat(size);
        for number in 1..=90 {
            let key = json!({"do": "record_key", "key": format!("Z{number}"), "key_kind": "other", "matter": "储藏室",
                "building": "12", "floor": "1", "hook": format!("Z{number}")});
            ok(&mut seat.other, "desk", key, "21 09:41");
        }
        seat.app.refresh(seat.now);
        let rows = seat.keys("<End>").rows();
        assert!(rows[3].contains("楼栋 12 · 楼层 1"), "{rows:#?}");
        assert!(rows.iter().any(|row| row.contains('▌') && row.contains("Z90")), "{rows:#?}");
        seat.keys("<PageUp><PageUp><Up>").sees("▌").sees("楼栋 12 · 楼层 1").keys("<Home>").sees("楼栋 3 · 楼层 5");
    }
}

#[test]
fn an_empty_cabinet_says_how_keys_come_into_it() {
    let mut seat = Seat::of("desk");
    seat.keys("4").sees("还没有钥匙").sees("import keys");
    seat.keys("<F5><F6><Enter><Down><End><PageDown>").sees("还没有钥匙");
}

#[test]
fn a_key_that_another_desk_lent_meanwhile_is_not_lent_again() {
    let mut seat = seat((80, 24));
    seat.keys("/P2<Enter><F5><Enter>刘工<Enter>1<Enter><Enter>换灯管<Enter><Enter>刘工");
    ok(&mut seat.other, "sup", lend("P2", "吴工"), "21 09:41");
    seat.keys("<Enter>").sees("别人刚改过").keys("3");
    seat.keys("<Esc>").sees("换灯管");
}

#[test]
fn every_size_from_the_smallest_on_shows_the_cabinet_without_a_fault() {
    for size in [(60, 16), (80, 24), (119, 30), (120, 30), (200, 60)] {
        let mut seat = seat(size);
        seat.sees("A1").keys("<End><Home><PageDown><Left><Right><Up>").sees("P1");
        seat.keys("<F11><Enter><Esc>").sees("A1");
    }
}

/// KEY-08: what was counted missing is reported lost, not the key to which the cursor went on.
#[test]
fn f8_reports_the_key_that_was_counted_missing_and_names_it() {
    let mut seat = seat((80, 24));
    seat.keys("<F11><Enter><F8>").sees("先按 F4 记缺失").sees_not("缺失 PD-");
    seat.keys("<F4>").sees("! 缺失 与记录不符").sees("▌未盘               A2").keys("<F8>");
    let rows = seat.rows();
    let title = rows.iter().find(|row| row.contains("报遗失  YS-")).expect("the form");
    assert!(title.contains("  A1  3-1-502"), "{title}");
    seat.keys("<C-s>2").sees("已保存");
    assert_eq!(seat.sheet("A1").case.state, State::Lost);
    assert_eq!(seat.sheet("A2").case.state, State::Lent, "nobody said anything of that one");
    seat.keys("<F8>").sees("先按 F4 记缺失").keys("<Up><F8>").sees("已经是这样");
}

/// KEY-08
#[test]
fn enter_without_a_number_counts_nothing() {
    let mut seat = seat((80, 24));
    seat.keys("<F11><Enter><Down><Enter>").sees("还没有输入钥匙号").sees("已盘 0/6");
    seat.keys("p2<Enter><Enter>").sees("还没有输入钥匙号").sees("已盘 1/6");
}

/// KEY-06, KEY-08: the question says how many keys are lost by it, and afterwards the page says who reported it and when.
#[test]
fn a_reported_count_says_so_and_enter_opens_it() {
    let mut seat = seat((80, 24));
    seat.keys("<F11><Enter>c1<F4><F6>2").keys("2").sees("已盘 6/6");
    seat.keys("<F6>3").sees("上报后，1 把缺失的钥匙记为遗失: C1").keys("C1 找不到<C-s>");
    seat.sees("请再确认").sees("上报后，1 把缺失的钥匙记为遗失: C1").keys("2").sees("> YS-");
    assert_eq!(seat.sheet("C1").case.state, State::Lost);
    seat.keys("<Esc>").sees("遗失 2").keys("<F11>").sees("盘点已上报：张敏 11-21 09:42").sees_not("还没有开始");
    seat.keys("<Enter>").sees("PD-20261121-001").sees("已办结");
}
