//! EMG-01 to EMG-08 on the screen: one key from anywhere, two fields, and a page that says what to do next.
use super::seat::{Seat, ok};
use frontdesk::config::Language;
use frontdesk::model::case::State;
use serde_json::json;

/// A seat at which an emergency was raised in building 3: nobody told yet, its page open.
fn raised(login: &str) -> Seat {
    let mut seat = Seat::of(login);
    seat.keys("<F9>爆管，水漫电梯厅<Enter>3-1-502<Enter>").sees("JJ-20261121-001");
    seat
}

fn state(seat: &Seat) -> State {
    let me = seat.other.who("manager").unwrap();
    seat.other.sheet("JJ-20261121-001", &me).unwrap().case.state
}

/// EMG-01
#[test]
fn one_key_two_fields_and_the_page_opens() {
    let mut seat = raised("guard");
    seat.sees("已受理").sees("!! 3-1-502  爆管，水漫电梯厅").sees("11-21 09:42").sees("告知业主").sees("到场");
    seat.sees("下一步").sees("F2 通知谁").sees("F5 已到场").sees("F8 解除").sees("Esc 返回");
    seat.keys("<Esc>").sees("F2 新接待");
}

/// EMG-01: typed in haste, put right afterwards.
#[test]
fn a_wrong_place_is_put_right_on_the_page() {
    let mut seat = raised("guard");
    seat.keys("<F6>e").sees("更正内容").sees("3-1-502");
    seat.keys("东侧<Tab><Tab><Tab><Tab><Tab>听错了<C-s>").sees("!! 3-1-502东侧  爆管");
}

/// EMG-01
#[test]
fn it_is_raised_from_every_place_by_each_of_its_keys() {
    for from in ["", "2", "3", "4", "5", "6", "0", "<F1>", "<F3>", "2<Enter>", "2<F6>", "2<F2>", "<F12>", "2<F7>"] {
        let mut seat = Seat::of("guard");
        seat.keys(from).keys("<F9>停电<Enter>5栋<Enter>").sees("JJ-20261121-001").sees("5栋  停电");
    }
    for key in ["<A-9>", "!", "！"] {
        Seat::of("guard").keys(key).keys("停电<Enter>5栋<C-s>").sees("5栋  停电");
    }
}

/// EMG-01
#[test]
fn a_half_typed_form_waits_below_unharmed() {
    let mut seat = Seat::of("desk");
    let before = seat.keys("2<F2>3-1-502<Enter><Enter>4<Enter>阳台渗水").picture();
    seat.keys("<F9>")
        .sees_not("阳台渗水")
        .sees("3-1-502")
        .keys("着火<Enter><Enter>")
        .sees("JJ-20261121-001")
        .sees("火警");
    seat.keys("<Esc>").sees("阳台渗水").sees("3-1-502").sees("13800138000");
    let after = seat.picture();
    assert_eq!(
        before.lines().skip(1).take(18).collect::<Vec<_>>(),
        after.lines().skip(1).take(18).collect::<Vec<_>>(),
        "the form looks different"
    );
    seat.keys("<C-s>").sees("TS-20261121-002");
}

/// EMG-01
#[test]
fn both_fields_are_needed_and_say_so() {
    let mut seat = Seat::of("guard");
    seat.keys("<F9><C-s>").sees("必填").keys("爆管<C-s>").sees("必填").keys("<Tab>东门<C-s>").sees("东门  爆管");
}

/// EMG-01
#[test]
fn pressed_again_it_shows_what_goes_on_and_leads_back_there() {
    let mut seat = raised("guard");
    seat.keys("<Esc>2<F9>").sees("正在处理：").sees("F7 打开").keys("<F9><F7>").sees("下一步");
    seat.keys("<Esc>").sees("F2 新投诉");
}

/// EMG-01: seen on every screen, for how long it goes on.
#[test]
fn the_bar_shows_it_everywhere_and_0_lists_it_first() {
    let mut seat = raised("guard");
    seat.keys("<Esc>").wait(12);
    for place in ["1", "2", "3", "4", "5", "6", "2<F2>", "<Esc>2<Enter>"] {
        seat.keys(place);
        let bar = seat.rows()[0].clone();
        assert!(bar.contains("!爆管") && bar.contains("3-1-502 12分") && bar.contains("孙涛·夜班"), "{place}: {bar}");
    }
    seat.keys("<Esc>0");
    let rows = seat.rows();
    assert!(rows[3].contains("JJ-20261121-001"), "{}", rows.join("\n"));
    seat.keys("<Enter>").sees("下一步");
    seat.keys("<F8>已修好<C-s>2").sees("已解除").keys("<Esc><Esc>").sees_not("!爆管");
}

/// EMG-01
#[test]
fn what_is_late_in_the_other_tabs_stays_in_sight_beside_it() {
    let mut seat = raised("desk");
    let bar = seat.rows().swap_remove(0);
    for tab in 1..=6 {
        assert!(bar.contains(&format!(" {tab}")), "{tab}: {bar}");
    }
    assert!(!bar.split('!').next().unwrap().contains(".."), "{bar}");
}

#[test]
fn another_terminal_sees_it_at_once() {
    let mut seat = Seat::of("desk");
    ok(&mut seat.other, "guard", json!({"do": "raise_emergency", "matter": "停电", "place": "5栋"}), "21 09:42");
    assert!(seat.app.refresh(seat.now));
    seat.sees("!停电 5栋");
}

/// EMG-02
#[test]
fn who_was_told_is_one_digit_with_the_number_of_the_kind_first() {
    let mut seat = Seat::of("guard");
    seat.keys("<F9>老人在大堂晕倒<Enter>大堂<Enter>").sees("7 急救（看来是）").keys("7").sees("打120");
    seat.keys("<F2>").sees("1 120 急救").sees("2 安保").keys("1").sees("通知 120 急救").sees("处理中");
    seat.sees("告诉住户").keys("<F4>救护车在路上<C-s>").sees("救护车在路上").sees("有人到场时按 F5");
    seat.wait(8).keys("<F5>").sees("已到场").sees("响应 告知业主 <1分、到场 8分");
}

/// EMG-03
#[test]
fn digits_name_the_kind_and_then_check_off_its_lines() {
    let mut seat = raised("guard");
    seat.sees("是哪一种？按数字")
        .sees("1 水管爆裂（看来是）")
        .keys("1")
        .sees("1 [ ] 关楼层或单元总阀")
        .sees("水管爆裂");
    seat.keys("２").sees("2 [x] 通知工程到场").keys("2").sees("已经是这样").keys("9").sees("没有这一行");
    seat.keys("<F11>").sees("是哪一种").keys("3").sees("1 [x] 通知工程到场").sees("2 [ ] 用对讲");
}

/// EMG-04
#[test]
fn a_line_of_the_timeline_is_stamped_or_takes_a_time() {
    let mut seat = raised("guard");
    seat.wait(5).keys("<F7>总阀已关<Enter><Enter>").sees("11-21 09:47  孙涛  总阀已关");
    seat.keys("<F7>水漫到一楼<Enter>9:44<C-s>").sees("11-21 09:44  孙涛  水漫到一楼");
}

/// EMG-05, EMG-08
#[test]
fn over_asks_once_more_and_the_supervisor_reviews_with_the_times_worked_out() {
    let mut seat = raised("sup");
    seat.keys("<F4>工程已出发<C-s>").wait(9).keys("<F5>").wait(20);
    seat.keys("<F8>已修好<Enter>1<C-s>").sees("已修好").sees("开始等事后复盘").keys("2");
    seat.sees("已解除").sees("补开派工单").sees("还要补开派工单");
    seat.keys("<F8>")
        .sees("告知业主 <1分、到场 9分、已解除 29分")
        .keys("<Tab>配合好<Enter>接头老化<Enter>列入季检<Enter>");
    seat.sees("列入季检").sees("补开派工单");
    assert_eq!(state(&seat), State::Over);
}

/// EMG-05
#[test]
fn a_guard_is_told_that_the_review_is_not_his() {
    let mut seat = raised("guard");
    seat.keys("<F4>工程已出发<C-s><F8>已修好<C-s>2").sees("由主管写复盘");
    seat.keys("<F8>").sees("只能由").sees_not("Ctrl-S");
}

/// EMG-07
#[test]
fn a_caller_of_the_same_building_is_hung_on_it_with_one_key_and_told_the_sentence() {
    let mut seat = raised("desk");
    seat.keys("w两小时内恢复供水<C-s>").sees("答复来电： 两小时内恢复供水").keys("<Esc>");
    seat.keys("<F2>5-2-301<Enter>").sees_not("这里正有紧急求援").keys("<Esc>3");
    seat.keys("<F2>3-2-101<Enter>").sees("这里正有紧急求援 JJ-20261121-001").sees("两小时内恢复供水").sees("F7");
    seat.keys("<Tab><Tab>13800138000<F7>")
        .sees("并入事件")
        .sees("爆管，水漫电梯厅")
        .sees("两小时内恢复供水")
        .keys("<C-s>");
    seat.sees("JD-20261121-002").sees("> JJ-20261121-001");
    seat.keys("0<Enter><F8>已恢复<C-s>2").sees("> JD-20261121-002").sees("逐一回电").sees("JD-20261121-002  3-2-101");
}

/// A seat at which emergencies go on in the garage, in 3-1-502 and at the lift of building 3.
fn several() -> Seat {
    let mut seat = Seat::of("desk");
    for (matter, place) in [("烟感报警", "地库B1 C区"), ("爆管", "3-1-502"), ("电梯困人", "3栋2单元电梯")]
    {
        ok(&mut seat.other, "guard", json!({"do": "raise_emergency", "matter": matter, "place": place}), "21 09:42");
    }
    assert!(seat.app.refresh(seat.now));
    seat
}

/// EMG-07: a caller is hung on the emergency of the own unit, not on one somewhere in the estate.
#[test]
fn the_emergency_of_the_callers_own_unit_comes_before_all_others() {
    let mut seat = several();
    seat.keys("<F2>3-1-502<Enter>").sees("这里正有紧急求援 JJ-20261121-002").sees_not("JJ-20261121-003  3栋");
    seat.sees_not("JJ-20261121-001").keys("<F7>").sees("并入事件").sees("JJ-20261121-002").sees("爆管");
    seat.keys("<C-s>").sees("> JJ-20261121-002");
}

/// EMG-07: of two in the same building nobody but the caller knows which it is.
#[test]
fn where_several_are_equally_near_one_is_asked_for() {
    let mut seat = several();
    seat.keys("<F2>3-2-101<Enter>").sees("这里正有紧急求援 JJ-20261121-002  3-1-502  爆管");
    seat.sees("JJ-20261121-003  3栋2单元电梯").sees_not("JJ-20261121-001");
    seat.keys("<F7>").sees("1 JJ-20261121-002").sees("2 JJ-20261121-003").sees("3 JJ-20261121-001").keys("2");
    seat.sees("3栋2单元电梯  电梯困人");
}

/// EMG-07
#[test]
fn one_that_is_in_no_building_is_told_as_elsewhere_and_says_nothing_of_the_matter() {
    let mut seat = several();
    seat.keys("<F2>5-2-301<Enter>").sees("小区别处正有紧急求援 JJ-20261121-001  地库B1 C区").sees_not("这里正有");
    seat.keys("<F7>").sees("并入事件").keys("<C-s>").sees("必填");
    seat.keys("家里断电<C-s>").sees("> JJ-20261121-001");
}

/// EMG-07: whoever lives in another building has no part in it until somebody says so.
#[test]
fn without_one_that_is_near_f7_asks_which() {
    let mut seat = raised("desk");
    seat.keys("<Esc><F2>5-2-301<Enter><F7>").sees("1 JJ-20261121-001").keys("<Esc>").sees_not("爆管，水漫电梯厅  F7");
}

/// EMG-01
#[test]
fn the_form_of_an_emergency_says_how_many_more_go_on() {
    let mut seat = several();
    seat.keys("<F9>").sees("正在处理： JJ-20261121-003").sees_not("还有");
    for place in ["7栋", "8栋"] {
        ok(&mut seat.other, "guard", json!({"do": "raise_emergency", "matter": "停电", "place": place}), "21 09:42");
    }
    assert!(seat.app.refresh(seat.now));
    seat.sees("还有 2 项").keys("<F7>").sees("5 JJ-");
}

/// EMG-02, EMG-05: nothing of what is missing is passed over when it is over.
#[test]
fn the_question_before_the_end_says_what_is_not_on_record() {
    let mut seat = raised("guard");
    seat.keys("1<F8>已修好<C-s>").sees("记录上缺： 通知了谁、告知住户、有人到场、检查表 5 项").keys("1<Esc>3");
    seat.keys("1<F2>2<F4>工程已出发<C-s><F5>")
        .keys("<F8>已修好<C-s>")
        .sees("记录上缺： 检查表 4 项")
        .sees_not("告知住户");
}

/// EMG-02, EMG-05, ESC-03
#[test]
fn what_was_never_reached_stays_on_the_page_and_telling_goes_on() {
    let mut seat = raised("sup");
    seat.wait(20).keys("<F8>自行恢复<C-s>2").sees("还没有告知住户").sees("告知业主 超10分").sees("到场 曾超5分");
    seat.sees("记录上缺： 通知了谁、告知住户、有人到场").sees("告诉住户已经解除").keys("<Esc>0");
    let row = seat.rows().into_iter().find(|row| row.contains("JJ-20261121-001"));
    assert!(row.as_deref().is_some_and(|row| row.contains("超10分")), "{row:?}");
    seat.keys("<Esc>1<F11>6<Enter><F8>").sees("记录上缺").keys("<Tab>x<Enter>x<Enter>x<C-s>").sees("还没有告知住户");
    assert_eq!(state(&seat), State::Over);
    seat.keys("<F4>已恢复<C-s>").sees("已办结").sees("到场 曾超5分").sees("记录上缺： 通知了谁、有人到场");
    assert_eq!(state(&seat), State::Closed);
}

/// EMG-05
#[test]
fn f5_once_more_asks_for_the_time_that_is_right() {
    let mut seat = raised("guard");
    seat.keys("<F5>").sees("已到场").wait(30).keys("<F5>").sees("到场 11-21 09:42").keys("<C-s>").sees("必填");
    seat.keys("10:02<C-s>").sees("到场 20分").sees("到场 曾超5分");
}

/// EMG-07
#[test]
fn the_place_is_put_right_in_the_form_of_a_correction() {
    let mut seat = raised("guard");
    seat.keys("<F6>").choose("更正内容").sees("▌地点").sees_not(" 房号   ");
    seat.keys("<End><Backspace>3<S-Tab>").sees("3-1-503").keys("<Tab><Tab><Tab><Tab><Tab>听错<C-s>").sees("!! 3-1-503");
}

/// EMG-03: what nobody has done does not look as if somebody had.
#[test]
fn the_whole_record_shows_which_lines_of_the_checklist_are_open() {
    let mut seat = raised("guard");
    seat.keys("12").wait(5).keys("3<Enter>").keys("<PageDown>");
    seat.sees("[ ] 关楼层或单元总阀")
        .sees("11-21 09:42  孙涛  [已做]  通知工程到场")
        .sees("11-21 09:47  孙涛  [已做]  电梯井");
}

/// EMG-07: the help names each key once.
#[test]
fn the_help_does_not_say_a_key_twice() {
    let mut seat = Seat::of("desk");
    let help = seat.keys("<F2><F1>").picture();
    assert!(help.contains("把这个来电并入") && !help.contains("F7 把"), "{help}");
}

/// EMG-07
#[test]
fn f4_offers_the_emergencies_that_go_on() {
    let mut seat = raised("desk");
    seat.keys("<F9>停电<Enter>5栋<Enter><Esc><Esc>");
    seat.keys("<F6>").sees("并入事件").keys("<Esc>");
    seat.keys("<F2>2-1-101<Enter><Tab><Tab><Tab><Tab>没电<Enter><Enter>8<Enter><F4>");
    seat.sees("JJ-20261121-001  3-1-502").sees("JJ-20261121-002  5栋").keys("2").sees("5栋  停电");
    seat.keys("<C-s>").sees("> JJ-20261121-002");
}

/// EMG-01: the palette knows it, by its name and by its spelling.
#[test]
fn the_palette_raises_one() {
    let mut seat = Seat::of("guard");
    seat.keys(":jjqy").sees_not("JJ-").keys("<Esc>:紧急<Enter>爆管<Enter>3-1-502<Enter>").sees("JJ-20261121-001");
}

/// REC-03
#[test]
fn a_reception_that_is_an_emergency_opens_its_page() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>3-1-502<Enter><Enter><Enter>阳台着火<Enter><Enter>7<Enter><C-s>").sees("!! 3-1-502  阳台着火");
    seat.sees("> JJ-20261121-001").keys("<Enter>").sees("JD-20261121-002").sees("来自");
}

/// EMG-05: what is over but not written up yet is found in its register.
#[test]
fn the_register_of_emergencies_shows_what_is_still_to_be_reviewed() {
    let mut seat = raised("sup");
    seat.keys("<F4>工程已出发<C-s><F8>已修好<C-s>2<Esc>1<F11>")
        .sees("紧急求援")
        .keys("6")
        .sees("JJ-20261121-001")
        .sees("已解除");
    seat.keys("<Enter>").sees("由主管写复盘");
}

#[test]
fn it_all_fits_and_says_what_it_does_in_english_too() {
    let mut seat = Seat::sized("guard", (80, 24), Language::English);
    seat.keys("<F9>burst pipe<Enter>3-1-502<Enter>").sees("Next:").sees("1 Burst pipe (looks like it)").sees("F8 Over");
    seat.keys("1").sees("F2 Told whom").sees("1 [ ] Shut the valve").sees("Esc Back");
}
