//! 统计: the month on the screen, in every view and at every size (STA-01 to STA-08), with keys that an input method
//! leaves alone.
use super::seat::{Seat, ok};
use frontdesk::config::Language;
use serde_json::{Value, json};

fn complaint(seat: &mut Seat, unit: &str, category: &str, matter: &str, received_at: &str) -> String {
    let complaint = json!({"do": "file_complaint", "unit": unit, "category": category, "matter": matter,
        "severity": "minor", "received_at": received_at});
    ok(&mut seat.other, "desk", complaint, "21 09:41").number
}

/// Complaints of the month before, entered later: building 3 had the same three times.
fn october(seat: &mut Seat) {
    for (unit, matter) in [("3-1-502", "漏水"), ("3-1-503", "又漏水"), ("3-1-502", "还漏水")] {
        complaint(seat, unit, "repair", matter, "2026-10-12 09:00");
    }
    complaint(seat, "5-2-301", "cleaning", "垃圾未清", "2026-10-13 09:00");
    seat.app.refresh(seat.now);
}

fn judge(seat: &mut Seat, number: &str) {
    let judge = json!({"do": "judge_validity", "number": number, "validity": "valid", "reason": "属实"});
    ok(&mut seat.other, "sup", judge, "21 09:41");
    seat.app.refresh(seat.now);
}

fn hand_in(seat: &mut Seat, month: &str) {
    let hand_in: Value = json!({"do": "hand_in_month", "month": month, "signature": "李强"});
    ok(&mut seat.other, "sup", hand_in, "21 09:41");
    seat.app.refresh(seat.now);
}

/// The row that begins so.
#[track_caller]
fn row(seat: &mut Seat, begins: &str) -> String {
    let rows = seat.rows();
    let found = rows.iter().find(|row| row.trim_start_matches(['▌', ' ', '>', '+', '-']).starts_with(begins));
    found.unwrap_or_else(|| panic!("no {begins}:\n{}", rows.join("\n"))).clone()
}

fn words(row: &str) -> Vec<&str> {
    row.split_whitespace().collect()
}

/// STA-01, STA-07
#[test]
fn sta_01_the_month_opens_with_how_it_stands_against_the_month_before() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    let rows = seat.keys("6").rows();
    assert!(rows[1].contains("2026-11 本月至今") && rows[1].contains("11-30 前上报，还剩 9 天"), "{}", rows[1]);
    assert!(rows[1].ends_with("指标 1/6"), "{}", rows[1]);
    assert!(rows[3].contains("要点"), "{}", rows.join("\n"));
    assert_eq!(words(&row(&mut seat, "受理投诉"))[1..], ["受理投诉", "3", "4", "-1"]);
    assert_eq!(words(&row(&mut seat, "投诉处理及时率"))[2..], ["0.0%", "0/2", "0.0%", "="]);
    assert_eq!(words(&row(&mut seat, "投诉回访满意率"))[2..], ["-", "0/0", "-"], "of no case no share is told");
    seat.sees("+ 派工 按时完工率").sees("+ 接待 按时办结率");
}

/// STA-02
#[test]
fn sta_02_a_figure_unfolds_into_its_categories_also_those_of_which_there_is_nothing() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    seat.keys("6<Left><Tab>");
    assert_eq!(words(&row(&mut seat, "类别 工程维修")), ["类别", "工程维修", "3"]);
    for category in ["安保", "绿化", "信件报刊收发", "装修管理", "员工服务态度", "其它"] {
        assert_eq!(words(&row(&mut seat, &format!("类别 {category}")))[2], "0", "{category}");
    }
    seat.sees("部门 未填").keys("<Down><Enter>").sees("受理投诉 · 类别 工程维修").sees("还漏水").sees_not("垃圾未清");
    seat.keys("<Esc><Up><Tab>").sees_not("信件报刊收发");
}

#[test]
fn enter_on_a_number_opens_its_cases_and_enter_there_the_case() {
    let mut seat = Seat::of("guard");
    seat.keys("6<Enter>").sees("2026-11  受理投诉").sees("全部 3").sees("TS-20261114-001 11-14 09:00 3-1-502");
    seat.keys("<Down><Enter>").sees("TS-20261119-001").sees("门口垃圾未清").sees("商铺12");
    seat.keys("<Esc>").sees("全部 3").keys("<Esc>").sees("要点");
}

/// STA-02
#[test]
fn behind_a_share_tab_shows_those_that_count_those_that_do_not_and_all() {
    let mut seat = Seat::of("sup");
    judge(&mut seat, "TS-20261114-001");
    seat.keys("6<Down>");
    assert_eq!(words(&row(&mut seat, "投诉处理及时率"))[2..4], ["0.0%", "0/2"]);
    seat.keys("<Enter>").sees("[计入 0] 未达 2 全部 2").sees("没有").sees_not("TS-");
    seat.keys("<Tab>").sees("计入 0 [未达 2] 全部 2").sees("TS-20261114-001");
    seat.keys("<Tab>").sees("[全部 2]").sees("TS-20261114-001").keys("<Tab>").sees("[计入 0]");
}

/// STA-01 to STA-05: a definition is one key away, with its rule and what it counts.
#[test]
fn what_a_figure_means_is_one_key_away() {
    let mut seat = Seat::of("desk");
    seat.keys("6<Down><F4>").sees("指标定义").sees("在处理时限内解决的有效投诉").sees("STA-02  complaints.in_time");
    seat.sees("百分比（分子÷分母）").sees("可分 类别、级别、部门");
    seat.keys("<F4>").sees_not("在处理时限内").sees("要点");
}

#[test]
fn months_go_back_and_forth_and_one_that_has_not_come_is_told() {
    let mut seat = Seat::of("desk");
    october(&mut seat);
    seat.keys("6<Right>").sees("2026-12 还没有到").sees("2026-11 本月至今");
    seat.keys("<Left>").sees("← 2026-10 →").sees("应于 10-30 前上报，已过 22 天");
    seat.keys("[").sees("← 2026-09 →").sees("2026-09 没有任何记录").sees_not("受理投诉").sees_not("前上报");
    seat.keys("<Enter><F5>").sees("2026-09 没有任何记录").keys("<F8>").sees("没有任何记录").sees_not("存到哪里");
    seat.keys("]").sees("2026-10").sees("受理投诉").keys("6").sees("2026-11 本月至今");
}

#[test]
fn a_month_is_typed_as_people_write_it_and_what_is_none_stays_to_be_mended() {
    let mut seat = Seat::of("desk");
    october(&mut seat);
    seat.keys("6<F7>十三<Enter>")
        .sees("看不懂这个月份")
        .sees("十三")
        .keys("<C-u>2027-01<Enter>")
        .sees("2027-01 还没有到");
    seat.keys("<C-u>２０２６年１０月<Enter>").sees("← 2026-10 →").sees("受理投诉");
    seat.keys("<F7>12<Enter>").sees("2025-12 没有任何记录");
    seat.keys("<F7><Esc>").sees("2025-12");
}

/// STA-02: bars carry their numbers, so that they read without colour.
#[test]
fn bars_stand_beside_their_numbers() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    seat.keys("6<Left><F11>").sees("条形图 2/6").sees("受理投诉 · 类别");
    let most = row(&mut seat, "工程维修");
    assert_eq!(words(&most)[..3], ["▌工程维修", "3", "75.0%"]);
    let less = row(&mut seat, "清洁");
    assert_eq!(words(&less)[..3], ["清洁", "1", "25.0%"]);
    assert_eq!(most.matches('█').count() / less.matches('█').count(), 3, "{most}\n{less}");
    assert_eq!(words(&row(&mut seat, "信件报刊收发")), ["信件报刊收发", "0", "0.0%"]);
    seat.keys("<Down><Enter>")
        .sees("类别 清洁")
        .sees("垃圾未清")
        .sees("全部 1")
        .keys("<Esc><Tab>")
        .sees("受理投诉 · 级别");
    seat.keys("<S-Tab><S-Tab>").sees_not("受理投诉 ·").keys("<Tab>").sees("受理投诉 · 类别");
}

/// STA-07
#[test]
fn sta_07_twelve_months_stand_as_a_line_with_its_numbers() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    seat.keys("6<F11><F11>").sees("一年走势 3/6").sees("2025-12").sees("2026-11");
    assert_eq!(words(&row(&mut seat, "受理投诉"))[..5], ["▌受理投诉", "3", "4", "3", "-1"]);
    assert_eq!(words(&row(&mut seat, "投诉处理及时率"))[1..], ["0.0%", "0.0%", "0.0%", "="]);
    assert!(seat.rows().iter().any(|row| row.starts_with(" 4 ")), "{}", seat.picture());
    seat.keys("<Down>").sees("100.0%").keys("<Up><Enter>").sees("2026-11  受理投诉");
}

/// STA-07
#[test]
fn sta_07_heat_has_a_number_in_every_cell_and_enter_opens_it() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    seat.keys("6<Left><F11><F11><F11>").sees("楼栋×类别 4/6").sees("工程维修");
    assert_eq!(words(&row(&mut seat, "3 ")), ["▌3", "▌", "3", "+++", "0"]);
    assert_eq!(words(&row(&mut seat, "5 ")), ["5", "0", "1", "+"]);
    seat.keys("<Enter>").sees("楼栋 3 · 类别 工程维修").sees("全部 3").sees("还漏水").sees_not("垃圾");
    seat.keys("<Esc><Down><Tab><Enter>")
        .sees("楼栋 5 · 类别 清洁")
        .sees("垃圾未清")
        .keys("<Esc><Tab>")
        .sees("受理派工单");
}

/// STA-07
#[test]
fn sta_07_problems_that_come_back_name_building_kind_and_units() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    seat.keys("6<Left><F11><F11><F11><F11>").sees("重复问题 5/6");
    let told = row(&mut seat, "3 ");
    assert_eq!(words(&told)[1..3], ["工程维修", "3"], "{told}");
    assert!(told.ends_with("3-1-502"), "{told}");
    seat.keys("<Enter>").sees("楼栋 3 · 类别 工程维修").sees("又漏水").sees("全部 3");
    seat.keys("<Esc><Right>").sees("没有哪栋楼");
}

/// STA-06
#[test]
fn sta_06_handing_in_asks_once_more_and_takes_the_signature() {
    let mut seat = Seat::of("desk");
    october(&mut seat);
    seat.keys("6<Left><F5>").sees("2026-10 的各项数字和清单就此定下").sees("1 先不做").keys("1").sees("已过 22 天");
    assert!(seat.other.hand_ins("2026-10".parse().unwrap()).unwrap().is_empty(), "one press freezes nothing");
    seat.keys("<F5>2").sees("上交月报").keys("<Tab>张敏<C-s>").sees("已保存").sees("张敏 已于 11-21 09:42 上报");
    seat.keys("<F5>").sees("已上报过第 1 版").keys("2<Tab>张敏<C-s>").sees("要改").keys("<Esc>");
    let mut seat = Seat::of("guard");
    seat.keys("6").sees_not("F5 上报").keys("<F5>2").sees("主管").sees_not("Ctrl-S");
}

/// STA-06
#[test]
fn sta_06_what_changes_after_handing_in_is_a_difference_with_its_cases() {
    let mut seat = Seat::of("sup");
    october(&mut seat);
    hand_in(&mut seat, "2026-10");
    seat.keys("6<Left>").sees("李强 已于 11-21 09:41 上报").sees_not("有变化");
    seat.keys("<F11><F11><F11><F11><F11>").sees("上报以后没有变化");
    complaint(&mut seat, "8-1-101", "greening", "树枝挡窗", "2026-10-30 09:00");
    seat.app.refresh(seat.now);
    seat.sees("有变化").sees("上报版次 1");
    let told = row(&mut seat, "受理投诉");
    assert_eq!(words(&told), ["▌受理投诉", "4", "5", "+1", "涉及", "1", "件"]);
    seat.keys("<Enter>").sees("树枝挡窗").sees("全部 1").sees_not("漏水");
    seat.keys("<Esc><Right>").sees("这个月还没有上报");
}

/// STA-08
#[test]
fn sta_08_the_month_is_written_where_it_is_wanted_and_a_taken_path_stays_to_be_mended() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("taken.txt");
    std::fs::write(&taken, "mine").unwrap();
    let mut seat = Seat::sized("sup", (120, 30), Language::Chinese);
    let written = |seat: &mut Seat, path: &str| {
        seat.keys(&format!("<C-u>{path}<Enter>"));
        while seat.picture().contains("正在写入") {
            std::thread::yield_now();
            seat.app.refresh(seat.now);
        }
    };
    seat.keys("6<F8>").sees("行式打印机").keys("3").sees("统计-2026-11.txt");
    written(&mut seat, taken.to_str().unwrap());
    seat.sees("taken-2.txt").sees("taken.txt");
    assert_eq!(std::fs::read_to_string(&taken).unwrap(), "mine");
    written(&mut seat, folder.path().join("none/month.txt").to_str().unwrap());
    seat.sees("none");
    let good = folder.path().join("month.txt");
    written(&mut seat, good.to_str().unwrap());
    seat.sees("写好了").keys("<Enter>").sees("要点");
    assert!(std::fs::read_to_string(&good).unwrap().contains("受理投诉"));
}

#[test]
fn the_month_follows_what_others_do_and_what_the_clock_does() {
    let mut seat = Seat::of("sup");
    seat.keys("6");
    complaint(&mut seat, "8-1-101", "greening", "树枝挡窗", "2026-11-21 09:30");
    seat.app.refresh(seat.now);
    assert_eq!(words(&row(&mut seat, "受理投诉"))[2], "4");
    let before = row(&mut seat, "首次联系及时率");
    seat.wait(3 * 24 * 60);
    seat.app.refresh(seat.now);
    assert_ne!(before, row(&mut seat, "首次联系及时率"), "a clock has crossed and nothing was done");
}

/// CBK-02
#[test]
fn cbk_02_whoever_did_the_work_is_told_of_no_callback_that_waits() {
    let mut seat = Seat::of("sup");
    let plan =
        json!({"do": "plan_callback", "about": "activity", "unit": "5-2-301", "name": "赵磊", "matter": "重阳节"});
    let number = ok(&mut seat.other, "desk", plan, "21 09:40").number;
    let rows = seat.other.rows_of(&[number, "TS-20261119-001".to_owned()]).unwrap();
    let ids: Vec<i64> = rows.into_iter().map(|(id, _)| id).collect();
    let seen = |login: &str| seat.other.lines(&ids, seat.now, &seat.other.who(login).unwrap()).unwrap().len();
    assert_eq!((seen("sup"), seen("dept")), (2, 1));
}

#[test]
fn in_ascii_every_view_does_without_drawn_characters() {
    let mut seat = Seat::in_ascii("sup");
    october(&mut seat);
    seat.keys("6<Left>");
    for _ in 0..6 {
        let picture = seat.picture();
        let drawn = picture.chars().find(|c| ('\u{2190}'..='\u{2bff}').contains(c));
        assert_eq!(drawn, None, "{picture}");
        seat.keys("<F11>");
    }
    seat.keys("<F11>").sees("###").keys("<F11>").sees("*").sees("+-----");
}

#[test]
fn the_views_fit_small_and_large_windows_and_both_languages() {
    for (size, language) in [
        ((60, 16), Language::Chinese),
        ((60, 16), Language::English),
        ((120, 30), Language::English),
        ((200, 50), Language::Chinese),
    ] {
        let mut seat = Seat::sized("sup", size, language);
        october(&mut seat);
        seat.keys("6<Left>");
        for view in 1..=6 {
            let rows = seat.rows();
            assert!(rows[1].trim_end().ends_with(&format!("{view}/6")), "{}", rows.join("\n"));
            assert!(rows[1].contains("2026-10"), "{}", rows[1]);
            seat.keys("<End><Home><PageDown><Up><Tab><S-Tab><F11>");
        }
    }
    let mut seat = Seat::sized("sup", (120, 30), Language::English);
    seat.keys("6").sees("Complaints that reached the staff in").sees("STA-01  complaints.received").sees("so far");
    let mut seat = Seat::sized("sup", (60, 16), Language::Chinese);
    october(&mut seat);
    seat.keys("6");
    assert_eq!(words(&row(&mut seat, "受理投诉"))[1..], ["受理投诉", "3", "4", "-1"]);
}

#[test]
fn an_empty_file_says_so() {
    let mut seat = Seat::empty("manager");
    seat.keys("6").sees("2026-11 没有任何记录").keys("<F11><Tab><Down><Enter><F4>").sees("2026-11");
}
