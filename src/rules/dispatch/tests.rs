//! The proposal as a table: who there is, and in which order they are proposed.
use super::*;
use crate::model::clock::Time;

fn somebody(login: &str, skills: &[&str], load: u32, on_duty: bool) -> Technician {
    Technician {
        login: login.to_owned(),
        name: login.to_owned(),
        department: Department::Engineering,
        skills: skills.iter().map(ToString::to_string).collect(),
        load,
        on_duty_until: on_duty.then_some(Time::UNIX_EPOCH),
    }
}

fn order(technicians: &[Technician], at_night: bool) -> Vec<String> {
    let proposed = propose("plumbing", Department::Engineering, technicians, at_night);
    proposed.into_iter().map(|(login, _)| login).collect()
}

/// DSP-06
#[test]
fn skill_comes_before_duty_and_duty_before_load() {
    let all = [
        somebody("unskilled", &["electric"], 0, true),
        somebody("busy", &["plumbing"], 3, true),
        somebody("free", &["electric", "plumbing"], 1, true),
        somebody("off", &["plumbing"], 0, false),
        somebody("anything", &[], 2, true),
    ];
    assert_eq!(order(&all, false), ["free", "anything", "busy", "off", "unskilled"]);
    let why = propose("plumbing", Department::Engineering, &all, false)[0].1;
    assert_eq!(why, Why { skilled: true, on_duty: true, load: 1 });
}

/// DSP-06
#[test]
fn at_night_only_who_is_on_duty_is_proposed() {
    let all = [somebody("day", &["plumbing"], 0, false), somebody("night", &["electric"], 5, true)];
    assert_eq!(order(&all, false), ["day", "night"]);
    assert_eq!(order(&all, true), ["night"]);
    assert!(order(&all[..1], true).is_empty(), "the department decides");
}

/// DSP-06
#[test]
fn another_department_is_not_proposed_and_equals_stand_by_name() {
    let mut all = [somebody("b", &[], 0, false), somebody("a", &[], 0, false), somebody("guard", &[], 0, true)];
    all[2].department = Department::Security;
    assert_eq!(order(&all, false), ["a", "b"]);
}

/// DSP-06
#[test]
fn the_night_may_run_over_midnight() {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let night = |begins, ends| move |hour| is_night((time(begins), time(ends)), time(hour));
    assert_eq!([21, 22, 23, 0, 5, 6].map(night(22, 6)), [false, true, true, true, true, false]);
    assert_eq!([23, 0, 4, 5].map(night(0, 5)), [false, true, true, false]);
    assert!(!night(3, 3)(3), "a night that ends as it begins is none");
}
