//! Forms: nothing typed is lost unasked, faults stand at their fields, a conflict is told.
use super::seat::{Seat, ok};
use frontdesk::config::Language;
use frontdesk::desk::action::catalogue;
use frontdesk::tui::form::tables;
use frontdesk::tui::{household, tabs};
use serde_json::json;
use std::collections::BTreeSet;

#[test]
fn every_form_asks_for_all_the_fields_of_its_action_and_no_others() {
    for note in catalogue() {
        let rows = match note.name.as_str() {
            "take_reception" => tabs::reception::FORM,
            "file_complaint" => tabs::complaints::FORM,
            "record_resident" => household::FORM,
            "file_service" => tabs::reception::SERVICE,
            "plan_visit" => tabs::reception::VISIT,
            "begin_handover" => tabs::reception::HANDOVER,
            "issue_pass" => tabs::reception::PASS,
            "begin_reminder" => tabs::reception::REMINDER,
            "file_work_order" => tabs::board::FORM,
            "record_key" => tabs::cabinet::FORM,
            "plan_callback" => tabs::callbacks::FORM,
            "call_household" => tabs::callbacks::CALL,
            "hand_in_month" => tabs::stats::HAND_IN,
            // What and where are enough, the rest comes from other programs (EMG-01).
            "raise_emergency" => continue,
            // Not entered on the screen, or only by forms that are still to come.
            "import_complaint" | "import_work_order" | "add_staff" | "change_staff" | "plan_duty" | "set_pin"
            | "reveal_resident" => continue,
            step => tables::of_step(step),
        };
        // Of an emergency the place is put right, of anything else the unit (EMG-01).
        let more = if note.name == "correct" { tables::CORRECT_PLACE } else { &[] };
        let asked: BTreeSet<&str> = rows.iter().chain(more).map(|row| row.name).collect();
        let wanted: BTreeSet<&str> = note.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(asked, wanted, "{}", note.name);
    }
}

#[test]
fn a_complaint_is_filed_with_digits_and_enter_and_the_unit_brings_name_and_phone() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>3-1-502<Enter>").sees("王芳").sees("独居老人");
    seat.keys("<Enter>４<Enter>阳台渗水<C-s>").sees("TS-20261121-002").sees("未结 4");
    let sheet = seat.sheet("TS-20261121-002");
    assert_eq!(sheet.case.phone.as_deref(), Some("13800138000"));
    assert_eq!(sheet.case.matter, "阳台渗水");
}

#[test]
fn of_several_people_of_a_unit_the_first_is_filled_in_and_f4_takes_another() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>5栋2单元301<Enter>").sees("赵磊").sees("13900139001").sees("住着 2 位").sees("[2 来电]");
    seat.keys("1").sees("[1 上门]").keys("<S-Tab><S-Tab><F4>").sees("赵小明").keys("2");
    seat.sees("13900139002").sees_not("赵磊");
}

#[test]
fn a_unit_that_is_not_in_the_archive_is_told_and_taken() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>9-9-999<Enter>").sees("档案里没有这一户");
    seat.keys("<Tab><Tab><Tab>4<Enter>漏水<C-s>").sees("已保存");
}

#[test]
fn faults_stand_at_their_fields_and_the_cursor_goes_to_the_first() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>99<Tab><Tab><Tab><Tab>4<C-s>");
    let rows = seat.rows();
    let first = rows.iter().position(|row| row.starts_with('▌')).unwrap();
    assert!(rows[first].contains("房号"), "{}", rows.join("\n"));
    seat.sees("必填").sees("要改");
}

#[test]
fn a_field_that_depends_on_another_is_asked_only_then() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>").sees_not("处理结果").sees_not("级别");
    seat.keys("<Tab><Tab><Tab><Tab><Tab><Tab><Tab>4").sees("级别").sees("类别");
}

#[test]
fn a_reception_that_is_a_grievance_makes_the_complaint_and_both_show_the_link() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>3-1-502<Enter><Enter><Enter>楼道灯坏了一周<Enter><Enter>4<Enter><Enter>4<Enter>2<C-s>");
    seat.sees("> TS-20261121-002").keys("<Enter>").sees("JD-20261121-002").sees("由此产生");
    seat.keys("<Enter>").sees("TS-20261121-002  ").sees("来自").sees("重要");
}

#[test]
fn the_definitions_of_the_grades_are_at_hand() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2><Tab><Tab><Tab><Tab><Tab><Tab><Tab>");
    let rows = seat.rows();
    assert!(rows[18].contains("轻微") && rows[19].contains("重要") && rows[20].contains("重大"), "{}", rows.join("\n"));
}

#[test]
fn an_arrow_torn_apart_by_a_slow_line_loses_nothing() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2>3-1-502<Esc>[B").sees("还没有保存");
    seat.keys("<Esc>").sees("3-1-502").keys("<Esc>[3~").sees("还没有保存").keys("1").sees("3-1-502");
    seat.keys("<Esc>3").sees("停车月卡").keys("<Esc>[6~").sees("停车月卡").keys("6").sees("统计以后");
}

#[test]
fn a_conflict_says_who_and_keeps_what_was_typed() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F6>c已派人查看");
    let plan = json!({"do": "write_plan", "number": "TS-20261114-001", "plan": "更换主管道"});
    ok(&mut seat.other, "sup", plan, "21 09:42");
    seat.keys("<C-s>").sees("李强").sees("别人刚改过");
    seat.keys("1").sees("更换主管道").keys("<Esc>").sees("已派人查看");
    seat.keys("<C-s>2").sees("已保存").sees_not("已派人查看");
    assert!(seat.sheet("TS-20261114-001").history.iter().any(|event| event.action["note"] == "已派人查看"));
}

#[test]
fn a_grave_step_asks_once_more_and_enter_twice_does_not_do_it() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F6>").choose("作废").keys("登错了<Enter><Enter>").sees("作废").sees("登错了");
    seat.keys("<C-s>2").sees("已保存").sees("未结 2");
}

#[test]
fn a_form_that_was_open_when_the_line_broke_is_offered_again() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>3-1-502<Enter><Enter>4<Enter>阳台渗水");
    let mut seat = seat.again("desk");
    seat.sees("没填完").sees("阳台渗水").keys("1").sees("13800138000").keys("<C-s>").sees("已保存");
    seat.again("desk").sees_not("没填完");
}

#[test]
fn a_correction_shows_what_stands_there_and_sends_only_what_changed() {
    let mut seat = Seat::of("desk");
    seat.keys("<F6>").choose("更正内容").sees("停车月卡怎么办").keys("<Tab><Tab><Tab><Tab><Tab>补全<Esc>1");
    seat.keys("<Up><Up>？<Tab><Tab><C-s>").sees("已保存");
    let history = seat.sheet("JD-20261121-001").history;
    let last = &history.last().unwrap().action;
    assert_eq!(last["matter"], "停车月卡怎么办？");
    assert!(last.get("unit").is_none(), "{last}");
}

#[test]
fn the_value_of_the_record_before_is_taken_over() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2>3-1-502<Enter><Enter>4<Enter>阳台渗水<C-s>");
    seat.keys("<F2><Tab><Tab><Tab><Tab><Tab><C-d>").sees("阳台渗水");
}

#[test]
fn what_was_found_wrong_before_is_forgotten_in_the_next_round() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab><Tab><Tab><Tab><Tab>漏水<C-s>").sees("至少填一项");
    seat.keys("<Tab>周涛<Tab><Tab><Tab><Tab><C-u><C-s>").sees("必填").sees_not("至少填一项");
    let rows = seat.rows();
    assert!(rows.iter().any(|row| row.starts_with("▌事由")), "{}", rows.join("\n"));
}

#[test]
fn what_depends_on_a_field_that_is_not_asked_is_not_asked_either() {
    let mut seat = Seat::of("desk");
    seat.keys("<F2><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>").sees_not("承诺时间");
    seat.keys("1").sees("承诺时间").keys("<S-Tab>4").sees("级别").sees_not("承诺时间");
    seat.keys("1").sees("承诺时间");
}

#[test]
fn an_input_method_may_commit_a_digit_as_a_paste() {
    let mut seat = Seat::of("desk");
    seat.app.on_paste("２", seat.now);
    seat.sees("厨房反复漏水").keys("<F7>");
    seat.app.on_paste("12", seat.now);
    seat.sees("[ ] 我的岗位");
    seat.app.on_paste("３", seat.now);
    seat.sees("筛选: 我的岗位");
    seat.app.on_paste("n", seat.now);
    seat.sees_not("登记投诉");
    seat.app.on_paste("1\n", seat.now);
    seat.sees("投诉  未结");
}

#[test]
fn how_a_time_is_read_stands_behind_it_and_what_cannot_be_read_is_told_on_leaving() {
    let mut seat = Seat::of("desk");
    let down = "<Tab>".repeat(11);
    seat.keys(&format!("2<F2>{down}明天9点<Tab>")).sees("明天9点").sees("→ 11-22 09:00");
    seat.keys("<S-Tab><C-u>25点<Tab>").sees("没有这个钟点").keys("<S-Tab><Backspace>").sees_not("没有这个钟点");
    let mut seat = Seat::of("desk");
    seat.keys("2<F2><Tab><Tab>123<Tab>").sees("号码").keys("<S-Tab><C-u>").sees_not("号码");
}

#[test]
fn a_step_says_whose_case_it_is() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F6>").sees("3-1-502  厨房反复漏水").choose("作废").sees("TS-20261114-001  3-1-502  厨房反复漏水");
    seat.keys("登错了<C-s>").sees("请再确认").sees("TS-20261114-001  3-1-502");
}

#[test]
fn a_choice_takes_the_beginning_of_its_label_and_says_what_it_lacks() {
    let mut seat = Seat::of("desk");
    seat.keys("2<F2><Tab><Tab><Tab><Tab>清洁").sees("[2 清洁]").sees_not("没有这样的选项");
    seat.keys("漏").sees("没有这样的选项").sees("[2 清洁]");
    seat.app.on_paste("绿化", seat.now);
    seat.sees("[3 绿化]");
    seat.app.on_paste("漏水", seat.now);
    seat.sees("没有这样的选项").sees("[3 绿化]");
}

#[test]
fn the_saved_case_is_chosen_wherever_it_stands() {
    let mut seat = Seat::of("desk");
    for place in 0..200 {
        let one = json!({"do": "file_complaint", "unit": "7-1-101", "category": "mail", "matter": format!("旧{place}"),
            "received_at": "21 09:00"});
        let _ = seat.other.perform_json(one, "desk", seat.now);
        let one =
            json!({"do": "file_complaint", "unit": "7-1-101", "category": "mail", "matter": format!("第{place}件")});
        ok(&mut seat.other, "desk", one, "21 09:30");
    }
    seat.app.refresh(seat.now);
    seat.keys("2<F2>3-1-502<Enter>5<Tab>5<Tab>最后的<C-s>")
        .sees("已保存")
        .sees("最后的")
        .keys("<Enter>")
        .sees("最后的");
}

/// REC-03, KEY-04: what a course or a kind demands has the star while it is asked, not only after a refusal.
#[test]
fn what_a_course_or_a_kind_demands_has_the_star() {
    let courses: [(&str, &[&str], &[&str]); 7] = [
        ("2", &["处理结果*"], &["电话*", "姓名*"]),
        ("3", &["责任部门*"], &["工作种类*"]),
        ("4", &["类别*"], &["责任部门*"]),
        ("5", &["工作种类*"], &["责任部门*"]),
        ("6", &["责任部门*"], &[]),
        ("8", &["紧急求援编号*"], &[]),
        ("9", &["姓名*", "电话*", "钥匙号*", "有效身份证件*", "证件号码*", "押金*", "签名*"], &["责任部门*"]),
    ];
    for (course, needed, free) in courses {
        let mut seat = Seat::sized("desk", (80, 50), Language::Chinese);
        let picture = seat.keys("<F2><Tab><Tab><Tab><Tab><Tab><Tab><Tab>").keys(course).picture();
        for label in needed {
            assert!(picture.contains(label), "{course}: no {label}\n{picture}");
        }
        for label in free {
            assert!(!picture.contains(label), "{course}: {label}\n{picture}");
        }
    }
}
