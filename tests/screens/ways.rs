//! Ways through the screen: keys, look-ups, narrowing, crossings, other people's changes.
use super::seat::{Seat, at, ok};
use frontdesk::config::Language;
use serde_json::json;

#[test]
fn a_move_of_the_cursor_costs_at_most_a_hundred_bytes() {
    let mut seat = Seat::of("desk");
    seat.keys("2");
    assert!(seat.frame() > 500, "the first frame draws everything");
    assert_eq!(seat.frame(), 0, "an unchanged picture is not written again");
    for key in ["<Down>", "<Down>", "<Up>"] {
        seat.keys(key);
        let bytes = seat.frame();
        assert!((1..=100).contains(&bytes), "{key}: {bytes} bytes");
    }
}

#[test]
fn the_change_of_another_terminal_is_seen() {
    let mut seat = Seat::of("desk");
    seat.keys("2");
    assert!(!seat.app.refresh(seat.now));
    let new = json!({"do": "file_complaint", "unit": "3-1-502", "category": "mail", "matter": "报纸丢失"});
    ok(&mut seat.other, "sup", new, "21 09:42");
    assert!(seat.app.refresh(seat.now));
    seat.sees("报纸丢失").sees("未结 4");
}

#[test]
fn what_crosses_changes_by_itself_and_rings_once_for_whom_it_concerns() {
    let mut seat = Seat::of("sup");
    assert!(!seat.app.take_bell(seat.now));
    seat.sees("剩8分");
    let wake = seat.app.next_wake(seat.now).unwrap();
    assert!(wake <= at("21 09:43"), "minutes count down");
    seat.wait(8);
    assert!(seat.app.refresh(seat.now));
    seat.sees("报主管").sees("超时 1");
    assert!(seat.app.take_bell(seat.now));
    assert!(!seat.app.refresh(seat.now));
    assert!(!seat.app.take_bell(seat.now));
}

#[test]
fn the_bell_rings_however_much_is_overdue_already() {
    let mut seat = Seat::of("sup");
    for place in 0..400 {
        let one = json!({"do": "file_complaint", "unit": "7-1-101", "category": "mail", "matter": format!("旧{place}"),
            "harm": true, "received_at": "11-01 09:00"});
        ok(&mut seat.other, "desk", one, "21 09:30");
    }
    seat.app.refresh(seat.now);
    assert!(!seat.app.take_bell(seat.now), "what was late before does not ring");
    seat.wait(8);
    assert!(seat.app.refresh(seat.now));
    assert!(seat.app.take_bell(seat.now));
    let late = json!({"do": "file_complaint", "unit": "7-1-101", "category": "mail", "matter": "补登", "received_at": "11-01 09:00"});
    ok(&mut seat.other, "desk", late, "21 09:51");
    seat.wait(2);
    assert!(seat.app.refresh(seat.now));
    assert!(seat.app.take_bell(seat.now), "late already when it was entered");
    let note = json!({"do": "add_note", "number": "TS-20261114-001", "note": "已电话"});
    ok(&mut seat.other, "sup", note, "21 09:52");
    assert!(seat.app.refresh(seat.now));
    assert!(!seat.app.take_bell(seat.now));
}

#[test]
fn taking_note_is_kept_and_shown() {
    let mut seat = Seat::of("sup");
    seat.keys("2<Down><F8>").sees("已保存").sees("主管*").keys("<Enter>").sees("知悉 李强");
}

#[test]
fn narrowed_to_my_role_only_what_is_mine_is_left() {
    let mut seat = Seat::of("manager");
    seat.keys("2<F7>３").sees("筛选: 我的岗位").sees("厨房").sees_not("门口垃圾");
    seat.keys("<F7>0<F7>").sees("[x] 我的岗位").keys("<Enter>");
    seat.sees("门口垃圾").sees_not("筛选:");
}

#[test]
fn words_are_searched_for_and_the_search_is_told() {
    let mut seat = Seat::of("desk");
    seat.keys("2/垃圾<Enter>").sees("/垃圾").sees("门口垃圾未清").sees_not("厨房");
}

#[test]
fn a_household_is_looked_up_with_a_form_open_and_a_case_opened_from_there() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>5-2-301<Tab><F3>").sees("赵磊").sees("保安态度恶劣");
    seat.keys("<Enter>").sees("TS-20261121-001").keys("<Esc><Esc>").sees("5-2-301");
    let mut seat = Seat::of("desk");
    seat.keys("@wf").sees("王芳").keys("<Backspace><Backspace>8000<Enter>").sees("独居老人").sees("厨房反复漏水");
    seat.keys("<F2>1").sees("登记接待").sees("13800138000");
}

#[test]
fn the_palette_finds_commands_households_and_numbers() {
    let mut seat = Seat::of("desk");
    seat.keys("<F12>sx").sees("筛选").keys("<Enter>").sees("[ ] 我的");
    seat.keys("<Esc>：TS-20261119-001").sees("门口垃圾").keys("<Enter>").sees("商铺12").sees("经过");
    seat.keys("<Esc>:1380<Backspace><Backspace><Backspace><Backspace>wangfang<Enter>").sees("独居老人");
}

#[test]
fn what_is_late_in_all_registers_stands_under_0_with_whose_it_is() {
    let mut seat = Seat::of("desk");
    seat.keys("0").sees("催办").sees("JD-20261121-001").sees("TS-20261114-001").sees("现归");
    seat.keys("<Enter>").sees("经过").keys("<Esc><Esc>").sees("1 接待");
}

#[test]
fn the_supervisor_signs_the_review_of_a_day() {
    let mut seat = Seat::of("sup");
    seat.now = at("22 08:00");
    seat.keys("<F11>2").sees("SH-").keys("<Enter>").sees("JD-20261121-001");
    seat.keys("<F6>1").keys("已看，无异常<C-s>").sees("已保存").sees("已办结");
}

#[test]
fn a_step_that_is_not_open_says_why() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F6>").choose("改级别").sees("主管");
    let picture = seat.picture();
    assert!(picture.lines().nth(22).is_some_and(|line| line.len() > 5), "{picture}");
}

#[test]
fn a_long_queue_is_paged_through_and_only_a_window_of_it_is_read() {
    let mut seat = Seat::of("desk");
    for place in 0..400 {
        let one =
            json!({"do": "file_complaint", "unit": "7-1-101", "category": "mail", "matter": format!("第{place}件")});
        ok(&mut seat.other, "desk", one, "21 09:30");
    }
    seat.app.refresh(seat.now);
    seat.keys("2").sees("未结 403").keys("<End>").sees("第399件");
    seat.keys("<Home>").sees("厨房").keys(&"<PageDown>".repeat(10)).sees_not("厨房").keys("<Enter>").sees("经过");
}

#[test]
fn a_new_resident_is_entered_where_nobody_was_found() {
    let mut seat = Seat::of("desk");
    seat.keys("<F3>8-1-101<F5>").sees("8-1-101").keys("<Enter>周涛<Enter>13700137000<C-s>").sees("已保存");
    seat.keys("<Esc>@zt").sees("周涛").sees("8-1-101");
}

#[test]
fn nothing_typed_is_lost_by_going_elsewhere_or_leaving() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>3-1-502<Tab><F3><Enter>2").sees("先保存或放弃").keys("<F10>");
    assert!(!seat.app.has_ended());
    seat.keys("<Esc><Esc><Esc>3<F10>");
    assert!(seat.app.has_ended());
}

#[test]
fn too_small_a_window_says_so() {
    let mut seat = Seat::sized("desk", (59, 24), Language::Chinese);
    seat.sees("60×16");
    Seat::sized("desk", (60, 16), Language::Chinese).sees("剩8分").sees("停车月卡怎么办");
}

#[test]
fn in_english_no_word_of_the_program_is_chinese() {
    let mut seat = Seat::sized("desk", (80, 24), Language::English);
    for keys in ["2", "<F6>", "<Esc><F7>", "<Esc>0", "<Esc><F1>", "<Esc>:", "<Esc>3", "4", "5", "6", "<F9>", "1<F2>"] {
        let picture = seat.keys(keys).picture();
        for line in picture.lines().skip(1) {
            let known = ["厨房", "反复", "垃圾", "态度", "门口", "停车", "商铺"];
            let own = line.chars().any(|c| ('一'..='龥').contains(&c)) && !known.iter().any(|word| line.contains(word));
            assert!(!own, "{keys}: {line}");
        }
    }
}

#[test]
fn a_building_is_chosen_by_its_number_and_a_person_by_name() {
    let mut seat = Seat::of("desk");
    for building in 1..=12 {
        let unit = format!("{building}-1-101");
        let one =
            json!({"do": "file_complaint", "unit": unit, "category": "mail", "matter": format!("第{building}栋的")});
        ok(&mut seat.other, "desk", one, "21 09:30");
    }
    seat.app.refresh(seat.now);
    let choice = |seat: &mut Seat, label: &str| {
        let rows = seat.keys("<F7>").rows();
        let row = rows.iter().find_map(|row| row.split_once(&format!(" [ ] {label}"))).unwrap().0;
        row.chars().next_back().unwrap().to_string()
    };
    let key = choice(seat.keys("2"), "某楼栋");
    seat.keys(&key).keys("10<Enter>").sees("第10栋的").sees_not("第1栋的").sees_not("第11栋的").sees("楼栋 10");
    seat.keys("<F7>1");
    let key = choice(&mut seat, "某处理人");
    seat.keys(&key).sees("李强  主管").keys("lq").sees("李强").sees_not("王工").keys("<Enter>").sees("筛选: 李强");
}

#[test]
fn a_search_that_finds_nothing_says_where_else_to_look_and_esc_ends_it() {
    let mut seat = Seat::of("desk");
    seat.keys("2/电梯<Enter>").sees("没有未结的").keys("<Esc>").sees("门口垃圾").sees_not("没有未结的");
}

#[test]
fn a_menu_that_does_not_fit_says_how_many_more_there_are() {
    let mut seat = Seat::sized("desk", (80, 16), Language::Chinese);
    seat.keys("2<F6>").sees("… 还有").keys("<Up>").sees_not("… 还有");
}

#[test]
fn where_harm_is_going_on_stopping_it_comes_first() {
    let mut seat = Seat::of("sup");
    let one =
        json!({"do": "file_complaint", "unit": "7-1-101", "category": "repair", "matter": "水管爆了", "harm": true});
    ok(&mut seat.other, "desk", one, "21 09:41");
    seat.app.refresh(seat.now);
    seat.keys("2<Home><F6>").sees("▌1 制止损害");
}

#[test]
fn a_window_that_is_too_small_takes_no_key_but_the_one_that_leaves() {
    let mut seat = Seat::sized("desk", (59, 24), Language::Chinese);
    seat.sees("60×16").keys("2<F6>j");
    seat.size = (80, 24);
    seat.sees("停车月卡怎么办").sees_not("作废").keys("2").sees("厨房");
    seat.size = (59, 24);
    seat.sees("60×16").keys("<F10>");
    assert!(seat.app.has_ended());
}

#[test]
fn the_post_of_a_department_is_that_of_its_own_department() {
    let mut seat = Seat::of("desk");
    let staff =
        json!({"do": "add_staff", "login": "green", "name": "小绿", "role": "department", "department": "greening"});
    ok(&mut seat.other, "manager", staff, "21 09:30");
    for (department, matter) in [("greening", "树枝断了"), ("cleaning", "楼道脏")] {
        let one = json!({"do": "take_reception", "unit": "3-1-502", "kind": "request", "matter": matter,
            "course": "forwarded", "department": department});
        ok(&mut seat.other, "desk", one, "21 09:30");
    }
    let mut seat = seat.again("green");
    seat.keys("<F7>3").sees("树枝断了").sees_not("楼道脏").sees("我的岗位、绿化");
    seat.keys("<F7>3").sees("楼道脏").sees_not("筛选:");
}

#[test]
fn a_key_meant_for_a_case_that_went_away_is_not_taken_for_the_next_one() {
    let mut seat = Seat::of("sup");
    seat.keys("2");
    let void = json!({"do": "void", "number": "TS-20261114-001", "reason": "登错了"});
    ok(&mut seat.other, "desk", void, "21 09:42");
    seat.app.refresh(seat.now);
    seat.keys("<F8>").sees("请再按一次").sees_not("已保存").keys("<F8>").sees("已保存").sees("TS-20261119-001");
}

/// Whoever does not know the program finds the emergency and the help on every tab, however many keys that has.
#[test]
fn the_emergency_and_the_help_stand_at_the_foot_of_every_tab() {
    for login in ["desk", "guard"] {
        for place in ["1", "2", "3", "4", "5", "6"] {
            let mut seat = Seat::of(login);
            seat.keys(place);
            let foot = seat.rows().pop().unwrap();
            assert!(foot.contains("F9 紧急") && foot.contains("F1 帮助"), "{login} {place}: {foot}");
        }
    }
}

#[test]
fn the_key_of_the_tab_that_is_open_leads_back_to_its_register() {
    let mut seat = Seat::of("desk");
    seat.keys("<F11>5").sees("交接班  未结").keys("1").sees("接待  未结");
}

/// Every tab is whole at the home size and uses the room of a large window.
#[test]
fn every_tab_stands_at_80_by_24_and_at_160_by_50() {
    for size in [(80, 24), (160, 50)] {
        for tab in ["1", "2", "3", "4", "5", "6"] {
            let mut seat = Seat::sized("sup", size, Language::Chinese);
            seat.keys(tab);
            let rows = seat.rows();
            assert_eq!(rows.len(), usize::from(size.1), "{tab} {size:?}");
            assert!(rows[0].contains("接待") && rows[0].contains("李强·主管"), "{tab} {size:?}: {}", rows[0]);
            assert!(rows[1..3].iter().any(|row| !row.trim().is_empty()), "{tab} {size:?}: nothing stands over the tab");
            assert!(rows[rows.len() - 1].contains("F1 帮助"), "{tab} {size:?}: {}", rows[rows.len() - 1]);
        }
    }
    // Where there is room the case stands beside its list.
    let mut seat = Seat::sized("sup", (160, 50), Language::Chinese);
    seat.keys("2").sees("│").sees("受理/处理").sees("时限");
}
