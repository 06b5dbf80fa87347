//! Another person at the same terminal, the lock, and what each role sees of the numbers of people (SEC-02, SEC-03).
use super::seat::{Seat, ok};
use serde_json::json;

/// A seat at which these people have a PIN: the login twice, in digits of the keyboard.
fn seat(login: &str, with_pin: &[(&str, &str)]) -> Seat {
    let mut seat = Seat::of(login);
    for (whose, pin) in with_pin {
        ok(&mut seat.other, "manager", json!({"do": "set_pin", "login": whose, "pin": pin}), "21 09:42");
    }
    let now = seat.now;
    seat.app.refresh(now);
    seat
}

const BOTH: &[(&str, &str)] = &[("desk", "4711"), ("sup", "2580")];

/// SEC-02
#[test]
fn another_person_signs_on_and_acts_from_then_on() {
    let mut seat = seat("desk", BOTH);
    seat.keys("9").sees("谁来用").sees("李强·主管");
    seat.keys("liqiang<Enter>").sees("换成 李强").keys("2580").sees("****").sees_not("2580");
    seat.keys("<Enter>").sees("现在是 李强 在用").sees("李强·主管 ");
    seat.keys("1<F2>3-1-502<Enter>").sees("王芳").keys("<Enter><Enter>问<C-s>").sees("已保存");
    let case = seat.sheet("JD-20261121-002").case;
    assert_eq!(case.acceptor, "sup");
}

/// SEC-02
#[test]
fn who_has_no_pin_is_grey_in_the_list_and_says_why() {
    let mut seat = seat("desk", BOTH);
    seat.keys("9wanggong<Enter>").sees("还没有 PIN 码").sees("谁来用");
}

/// SEC-02
#[test]
fn a_wrong_pin_is_told_and_the_third_makes_one_wait() {
    let mut seat = seat("desk", BOTH);
    seat.keys("9lq<Enter>1234<Enter>").sees("PIN 码不对，请再试").sees("张敏·前台");
    seat.keys("1234<Enter>1234<Enter>").sees("请在").sees("之后再试");
    seat.keys("2580<Enter>").sees("之后再试").sees("张敏·前台");
    seat.wait(1).keys("2580<Enter>").sees("李强·主管 ");
}

/// SEC-02
#[test]
fn a_half_typed_form_is_kept_for_the_one_who_typed_it_and_offered_when_that_person_is_back() {
    let mut seat = seat("desk", BOTH);
    seat.keys("2<F2>3-1-502<Enter>").keys("<C-o>liqiang<Enter>2580<Enter>").sees("现在是 李强 在用");
    seat.sees_not("上次没写完");
    assert!(seat.other.draft("desk").unwrap().is_some_and(|form| form.contains("3-1-502")));
    assert_eq!(seat.other.draft("sup").unwrap(), None);
    seat.keys("2<F2>").sees_not("3-1-502  王芳").keys("<C-d>").sees_not("王芳").keys("<Esc>");
    seat.keys("<Esc>9zhangmin<Enter>4711<Enter>").sees("3-1-502").keys("1").sees("王芳");
}

/// SEC-02
#[test]
fn after_the_time_of_the_settings_without_a_key_the_screen_is_locked_and_covers_everything() {
    let mut seat = seat("desk", BOTH);
    seat.keys("2").sees("厨房反复漏水").keys("<F2>3-1-502<Enter>");
    let wake = seat.app.next_wake(seat.now).unwrap();
    assert!(wake <= seat.now + chrono::TimeDelta::minutes(10));
    seat.wait(9);
    let now = seat.now;
    seat.app.refresh(now);
    seat.sees("王芳").wait(1);
    let now = seat.now;
    assert!(seat.app.refresh(now));
    seat.sees("已锁屏").sees("张敏 有没写完的表单").sees_not("王芳").sees_not("漏水");
    for key in ["<F1>", "<F3>", ":", "0", "1", "<F2>", "<Esc>", "<F12>", "<C-o>"] {
        seat.keys(key).sees("已锁屏").sees_not("王芳").sees_not("漏水");
    }
    seat.keys("<Esc>4711<Enter>").sees("王芳").sees("投诉").sees_not("已锁屏");
}

/// SEC-02
#[test]
fn the_first_key_after_the_time_only_locks() {
    let mut seat = seat("desk", BOTH);
    seat.keys("2").wait(11).keys("1").sees("已锁屏").sees_not("*");
}

/// SEC-02
#[test]
fn the_screen_is_locked_at_once_by_key_and_another_may_sign_on_from_there() {
    let mut seat = seat("desk", BOTH);
    seat.keys("2<C-l>").sees("已锁屏").sees_not("有没写完的表单").keys("<Tab>").sees("谁来用").sees_not("锁屏   ");
    seat.keys("lq<Enter>2580<Enter>").sees("李强·主管 ").sees_not("已锁屏");
}

/// SEC-02
#[test]
fn without_a_pin_nothing_is_locked_since_nobody_could_unlock_it() {
    let mut seat = seat("desk", &[]);
    seat.keys("<C-l>").sees("还没有 PIN 码");
    seat.wait(60);
    let now = seat.now;
    seat.app.refresh(now);
    seat.sees_not("已锁屏");
}

/// SEC-02
#[test]
fn a_person_sets_the_own_pin_twice_the_same_and_it_is_not_seen() {
    let mut seat = seat("desk", &[]);
    seat.keys("9shepin<Enter>")
        .sees("新 PIN 码")
        .keys("4711<Enter>")
        .sees("再输一次")
        .keys("4712<Enter>")
        .sees("不一样");
    seat.keys("7777<Enter>7777<Enter>").sees("不能全相同").sees("新 PIN 码");
    seat.keys("4711<Enter>4711<Enter>").sees("已保存").sees_not("4711");
    seat.keys("<C-l>").sees("已锁屏").keys("4711<Enter>").sees_not("已锁屏");
}

/// SEC-02: an unlocked screen is not yet the person.
#[test]
fn who_changes_the_own_pin_is_asked_for_the_one_that_is_there() {
    let mut seat = seat("desk", BOTH);
    seat.keys("9shepin<Enter>").sees("现在的 PIN 码").keys("1357<Enter>").sees("PIN 码不对").sees_not("新 PIN 码");
    seat.keys("1357<Enter>1357<Enter>").sees("之后再试").keys("4711<Enter>").sees("之后再试").sees_not("新 PIN 码");
    seat.wait(1).keys("4711<Enter>").sees("新 PIN 码").keys("8642<Enter>8642<Enter>").sees("已保存");
    seat.keys("<C-l>4711<Enter>").sees("已锁屏").keys("8642<Enter>").sees_not("已锁屏");
}

/// SEC-02
#[test]
fn asked_for_twice_the_list_of_people_opens_once() {
    let mut seat = seat("desk", BOTH);
    seat.keys("<C-o><C-o>").sees("谁来用").keys("<Esc>").sees_not("谁来用");
    seat.keys("<C-o>liqiang<Enter><C-o>").sees("谁来用").keys("<Esc>").sees_not("谁来用").sees_not("PIN 码");
    for key in ["?", "<F12>"] {
        let before = seat.picture();
        seat.keys(key).keys(key).keys("<Esc>");
        assert_eq!(seat.picture(), before, "{key}");
    }
}

/// SEC-03
#[test]
fn what_is_masked_is_shown_whole_on_request_for_as_long_as_the_page_is_open() {
    let mut seat = seat("dept", &[]);
    seat.keys("1<Enter>").sees("138****8000").sees_not("13800138000");
    seat.keys("<F4>").sees("13800138000");
    seat.keys("<Down>").sees("13800138000").keys("<Esc><Enter>").sees("138****8000").sees_not("13800138000");
    let event = seat.sheet("JD-20261121-001").history.pop().unwrap();
    assert_eq!((event.by.as_str(), &event.action["do"]), ("dept", &json!("reveal")));
}

/// SEC-03
#[test]
fn the_household_is_masked_by_role_and_its_forms_leave_the_phone_to_the_desk() {
    let mut seat = Seat::of("desk");
    seat.keys("<F3>3-1-502<Enter>").sees("13800138000");
    let mut seat = self::seat("dept", &[]);
    seat.keys("<F3>3-1-502").sees("138****8000").sees_not("13800138000");
    seat.keys("<Enter>").sees("138****8000").keys("<F2>1").sees("王芳").sees_not("138****").keys("<Esc>");
    seat.keys("<F6>").sees("13800138000");
    seat.keys("<Esc><F3>3-1-502<Enter>").sees("138****8000");
}

/// SEC-03
#[test]
fn a_correction_begins_without_the_masked_phone_and_leaves_it_as_it_is() {
    let mut seat = seat("dept", &[]);
    seat.keys("1<Enter><F6>");
    let menu = seat.rows();
    let line = menu.iter().find(|line| line.contains("更正")).unwrap_or_else(|| panic!("{menu:?}"));
    let mark = line.split("更正").next().unwrap().trim_end().chars().last().unwrap().to_string();
    seat.keys(&mark).sees("更正").sees("3-1-502").sees_not("138****");
    seat.keys("<Enter><Enter><Enter>停车卡<C-s>").sees("理由").keys("听错了<C-s>").sees("已保存");
    assert_eq!(seat.sheet("JD-20261121-001").case.phone.as_deref(), Some("13800138000"));
}

/// SEC-02, EMG-01
#[test]
fn an_emergency_is_raised_from_the_locked_screen_and_leads_to_nothing_else() {
    let mut seat = seat("desk", BOTH);
    seat.keys("2<F2>3-1-502<Enter><C-l>").sees("已锁屏");
    seat.keys("<F9>").sees("紧急求援").keys("电梯困人<Enter>3栋1单元<C-s>").sees("电梯困人").sees_not("已锁屏");
    for key in ["<F3>", ":", "<F12>", "9", "0", "?"] {
        seat.keys(key).sees_not("漏水").sees_not("王芳");
    }
    seat.keys("<Esc><Esc><Esc>").sees("已锁屏").keys("4711<Enter>").sees("王芳");
    assert!(!seat.app.has_ended());
}

/// SEC-02
#[test]
fn whoever_ends_the_program_on_a_locked_screen_does_not_throw_the_form_away() {
    let mut seat = seat("desk", BOTH);
    seat.keys("2<F2>3-1-502<Enter><C-l><F10>");
    assert!(seat.app.has_ended());
    assert!(seat.other.draft("desk").unwrap().is_some_and(|form| form.contains("3-1-502")));
}

/// SEC-02
#[test]
fn what_a_role_may_not_begin_is_not_offered_and_says_why_when_it_is_asked_for() {
    let mut seat = Seat::of("dept");
    seat.keys("3").sees_not("新派工").keys("<F2>").sees("前台").sees("主管").sees_not("工作种类");
    seat.keys(":xinpaigong").sees("新派工").sees("(").keys("<Enter>").sees_not("工作种类");
    let mut seat = Seat::of("desk");
    seat.keys("3").sees("新派工").keys("<F2>").sees("工作种类");
}
