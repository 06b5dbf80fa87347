//! DSP-06, DSP-11: the board, who could be sent, and the paper sheet.
use super::stage::{Stage, at};
use frontdesk::config::Language;
use frontdesk::desk::answer::Part;
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::locales::words;
use frontdesk::model::board::BoardColumn;
use frontdesk::model::staff::Department;
use frontdesk::report::{Slip, sheet};
use frontdesk::rules::dispatch::Why;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

/// With technicians of two departments: wang does pipes, li pipes and cables, sun cleans.
fn stage() -> Stage {
    let mut stage = Stage::new();
    let people =
        [("wang", "engineering", "plumbing"), ("li", "engineering", "给排水、强弱电"), ("sun", "cleaning", "")];
    for (login, department, skills) in people {
        let new = json!({"do": "add_staff", "login": login, "name": login, "role": "department", "department": department, "skills": skills});
        stage.ok("manager", new);
    }
    stage
}

fn file(stage: &mut Stage, more: Value) -> String {
    let mut action = json!({"do": "file_work_order", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "job": "plumbing", "matter": "水龙头漏水"});
    action.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    stage.ok("desk", action).number
}

fn duty(stage: &mut Stage, login: &str, starts_at: &str, ends_at: &str) {
    stage.ok("sup", json!({"do": "plan_duty", "login": login, "starts_at": starts_at, "ends_at": ends_at}));
}

fn columns(stage: &Stage, department: Option<Department>) -> Vec<(BoardColumn, Vec<String>)> {
    let lanes = stage.desk.board(department, stage.now).unwrap().lanes;
    let numbers = |rows: &[frontdesk::model::queue::QueueRow]| rows.iter().map(|row| row.number.clone()).collect();
    lanes
        .iter()
        .inspect(|lane| assert_eq!(lane.rows.len(), lane.count as usize))
        .map(|lane| (lane.column, numbers(&lane.rows)))
        .filter(|(_, numbers): &(_, Vec<String>)| !numbers.is_empty())
        .collect()
}

/// DSP-06
#[test]
fn an_order_walks_over_the_board_from_left_to_right() {
    use BoardColumn::{Finished, OnSite, OnTheWay, Paused, Received, Sent, SheetBack, Waiting};
    let mut stage = stage();
    let number = file(&mut stage, json!({}));
    let at_column = |stage: &Stage| columns(stage, None)[0].0;
    assert_eq!(at_column(&stage), Waiting);
    let walk = [
        ("send_order", json!({"technician": "wang"}), Sent),
        ("sign_order", json!({}), Received),
        ("depart", json!({}), OnTheWay),
        ("pause", json!({"until": "明天 12:00", "reason": "等配件"}), Paused),
        ("resume", json!({}), OnTheWay),
        ("arrive", json!({}), OnSite),
        ("finish_order", json!({"result": "好"}), Finished),
        ("tell_resident", json!({"said": "好", "satisfied": true}), Finished),
        ("file_sheet", json!({}), SheetBack),
    ];
    for (step, fields, column) in walk {
        stage.wait(1);
        stage.step("sup", &number, step, fields);
        assert_eq!(at_column(&stage), column, "{step}");
        assert_eq!(columns(&stage, Some(Department::Cleaning)), [], "another department's board");
    }
    stage.wait(24 * 60);
    assert_eq!(columns(&stage, None), [], "a day later it is off the board");
}

/// DSP-06, ESC-07
#[test]
fn a_pause_ends_by_itself_and_what_crosses_next_stands_first() {
    let mut stage = stage();
    let general = file(&mut stage, json!({}));
    let urgent = file(&mut stage, json!({"job": "burst_pipe"}));
    assert_eq!(columns(&stage, None), [(BoardColumn::Waiting, vec![urgent.clone(), general.clone()])]);
    stage.step("desk", &general, "pause", json!({"until": "今天 12:00", "reason": "业主不在"}));
    assert_eq!(columns(&stage, None)[1], (BoardColumn::Paused, vec![general]));
    stage.go_to(at(14, 12, 0));
    assert_eq!(columns(&stage, None).len(), 1, "it waits again without anybody's doing");
}

/// DSP-06
#[test]
fn the_board_shows_who_has_how_much_and_is_on_duty_and_proposes() {
    let mut stage = stage();
    file(&mut stage, json!({"technician": "wang"}));
    let done = file(&mut stage, json!({"technician": "li"}));
    stage.step("dept", &done, "finish_order", json!({"result": "好"}));
    duty(&mut stage, "wang", "8:00", "18:00");
    duty(&mut stage, "li", "18:00", "明天 8:00");
    let technicians = stage.desk.board(Some(Department::Engineering), stage.now).unwrap().technicians;
    let known: Vec<_> =
        technicians.iter().map(|one| (one.login.as_str(), one.load, one.on_duty_until, one.skills.len())).collect();
    assert_eq!(known, [("dept", 0, None, 0), ("li", 0, None, 2), ("wang", 1, Some(at(14, 18, 0)), 1)]);
    let proposed = |stage: &Stage, job: &str| stage.desk.propose(job, Department::Engineering, stage.now).unwrap();
    let by_day = proposed(&stage, "plumbing");
    assert_eq!(by_day[0], ("wang".to_owned(), Why { skilled: true, on_duty: true, load: 1 }));
    assert_eq!(by_day.len(), 3);
    assert_eq!(proposed(&stage, "electric").last().unwrap().0, "wang", "who cannot do it stands last");
    stage.go_to(at(14, 23, 0));
    assert_eq!(proposed(&stage, "plumbing").iter().map(|(login, _)| login.as_str()).collect::<Vec<_>>(), ["li"]);
    stage.ok("manager", json!({"do": "change_staff", "login": "li", "active": false}));
    assert!(proposed(&stage, "plumbing").is_empty(), "who has left is not sent");
}

/// DSP-06
#[test]
fn a_turn_of_duty_is_checked_and_can_be_put_right() {
    let mut stage = stage();
    let plan = |login: &str, starts_at: &str, ends_at: &str| json!({"do": "plan_duty", "login": login, "starts_at": starts_at, "ends_at": ends_at});
    let to = |field: &str, why: FaultWhy| (field.to_owned(), why);
    assert_eq!(stage.fault("sup", plan("nobody", "8:00", "18:00")), to("login", FaultWhy::NoSuchStaff));
    assert_eq!(stage.fault("sup", plan("wang", "18:00", "12:00")), to("ends_at", FaultWhy::EndsFirst));
    assert_eq!(stage.fault("sup", plan("wang", "8:00", "9:00")), to("ends_at", FaultWhy::InPast));
    assert_eq!(stage.fault("sup", json!({"do": "plan_duty", "login": "wang"})), to("ends_at", FaultWhy::Required));
    assert!(matches!(stage.refused("wang", plan("wang", "8:00", "18:00")), Refusal::NotAllowed { .. }));
    duty(&mut stage, "wang", "8:00", "18:00");
    duty(&mut stage, "wang", "8:00", "20:00");
    let duties = stage.desk.duties(stage.now, 9).unwrap();
    assert_eq!(duties.iter().map(|one| one.ends_at).collect::<Vec<_>>(), [at(14, 20, 0)]);
}

fn printed(stage: &Stage, number: &str, width: u16, language: Language) -> String {
    let found = stage.sheet(number);
    let Part::WorkOrder(order) = &found.part else { panic!("not a work order") };
    let slip = Slip {
        estate: "翠湖花园",
        width,
        case: &found.case,
        order,
        job: "给排水",
        acceptor: "张敏",
        technician: Some("王军"),
        zone: stage.desk.config.calendar.zone,
        now: stage.now,
    };
    sheet(words(language), &slip)
}

const SHEET: &str = include_str!("sheet.txt");

/// DSP-11
#[test]
fn the_sheet_has_three_parts_and_every_line_the_same_width() {
    let mut stage = stage();
    let number = file(&mut stage, json!({"technician": "wang", "arrive_by": "11:00"}));
    stage.wait(10);
    stage.step("dept", &number, "sign_order", json!({"signed_by": "李志强"}));
    let text = printed(&stage, &number, 80, Language::Chinese);
    assert_eq!(text, SHEET, "\n{text}");
    let long = "厨房水槽下方水管接头处持续渗水，已用毛巾包住，楼下402业主反映天花板有水渍，请带备件。".repeat(3);
    let story = file(
        &mut stage,
        json!({"matter": long.chars().take(200).collect::<String>(), "detail": long.repeat(9), "name": "Maximilian-Alexander von Hohenzollern"}),
    );
    for language in [Language::Chinese, Language::English] {
        for width in [60, 80, 81, 132] {
            let text = printed(&stage, &story, width, language);
            let wrong: Vec<&str> = text.lines().filter(|line| line.width() != usize::from(width)).collect();
            assert!(wrong.is_empty(), "{width}: {wrong:?}");
            assert!(text.contains("Hohenzollern"), "a long name is not cut");
            let joined: String = text.lines().map(str::trim).collect();
            assert!(joined.contains(&long.chars().take(200).collect::<String>()), "{width}: what is wrong is not cut");
            assert!(text.lines().count() < 90);
        }
    }
}
