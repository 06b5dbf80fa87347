//! Settings: what is wrong is told with file, line and what is allowed; what is left out is as shipped.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first fault")]
use chrono::NaiveTime;
use frontdesk::config::lists::{listed, name_of, names};
use frontdesk::config::{Config, Language};
use frontdesk::model::callback::CallbackKind;
use frontdesk::model::case::Register;
use frontdesk::model::clock::{Basis, Crossing, Milestone};
use frontdesk::model::complaint::Urgency;
use frontdesk::model::rule::Rule;
use frontdesk::model::staff::{Department, Role};
use strum::VariantArray;

const SOLVE: &str = r#"
[[rule]]
id = "CMP-05/solve"
register = "complaint"
grade = "minor"
milestone = "solve"
within = "3d"
days = "working"
level = "manager"
crossing = "report"
pausable = true
source = "house rule"
"#;

#[track_caller]
fn error(text: &str) -> String {
    Config::from_text("desk.toml", text).unwrap_err().to_string()
}

#[test]
fn the_shipped_settings_are_whole_and_name_the_procedure_of_every_rule() {
    let config = Config::shipped().unwrap();
    assert_eq!((config.categories.len(), config.repeat_count, config.repeat_days), (8, 3, 90));
    assert!(config.rules.iter().all(|rule| rule.source.starts_with('[')), "each names its source");
    for id in [
        "REC-04", "REC-05", "REC-07", "CMP-03", "CMP-04", "CMP-05", "CMP-06", "CMP-07", "CMP-13", "DSP-03", "DSP-04",
        "DSP-05", "DSP-06", "DSP-07", "DSP-08", "DSP-09", "DSP-10", "EMG-02", "EMG-05", "EMG-08", "KEY-03", "KEY-06",
        "KEY-08", "CBK-01", "CBK-07", "CBK-09", "LED-04", "LED-06", "LED-07", "LED-08", "LED-13",
    ] {
        assert!(config.rules.iter().any(|rule| rule.clock.id.starts_with(id)), "no row for {id}");
    }
}

/// CBK-01, CBK-02, CBK-10
#[test]
fn no_milestone_and_no_callback_is_forgotten() {
    let config = Config::shipped().unwrap();
    for milestone in Milestone::VARIANTS {
        assert!(config.rules.iter().any(|rule| rule.clock.milestone == *milestone), "nothing waits for {milestone}");
    }
    for kind in CallbackKind::VARIANTS.iter().filter(|kind| **kind != CallbackKind::Household) {
        let word: &str = kind.into();
        let of_kind = |rule: &&Rule| rule.register == Register::Callback && rule.grade.as_deref() == Some(word);
        assert_eq!(config.rules.iter().filter(of_kind).count(), 1, "{kind}");
        assert!(
            config.shares.iter().any(|share| share.kind == *kind && share.id == format!("CBK-02/{word}")),
            "{kind}"
        );
    }
}

/// ESC-07
#[test]
fn emergencies_and_what_only_reports_a_delay_of_the_desk_cannot_be_paused() {
    let config = Config::shipped().unwrap();
    let pausable = config.rules.iter().filter(|rule| rule.clock.pausable);
    let working = [Register::Reception, Register::Complaint, Register::WorkOrder, Register::Service];
    for rule in pausable {
        assert!(working.contains(&rule.register) && rule.clock.milestone.is_solving(), "{}", rule.clock.id);
    }
}

#[test]
fn an_own_file_needs_only_what_differs_and_an_own_row_takes_the_place_of_the_shipped_one() {
    let config = Config::from_text("desk.toml", &format!("[screen]\nlanguage = \"en\"\n{SOLVE}")).unwrap();
    assert_eq!((config.screen.language, config.screen.bell), (Language::English, true));
    assert_eq!(config.estate, "翠湖花园");
    let rows: Vec<_> = config.rules.iter().filter(|rule| rule.clock.id == "CMP-05/solve").collect();
    assert_eq!(rows.len(), 1);
    let clock = &rows[0].clock;
    assert_eq!((clock.basis, clock.level, clock.crossing), (Basis::Working, Role::Manager, Crossing::Report));
    assert_eq!(config.rules.len(), Config::shipped().unwrap().rules.len());
    let shorter = Config::from_text("desk.toml", "[[rule]]\nid = \"CMP-05/solve\"\nwithin = \"6h\"\n").unwrap();
    let row = shorter.rules.iter().find(|rule| rule.clock.id == "CMP-05/solve").unwrap();
    assert_eq!((row.clock.within.to_string().as_str(), row.clock.level), ("6h", Role::Supervisor));
    let off = "[[rule]]\nid = \"CMP-05/solve\"\noff = true\n";
    let config = Config::from_text("desk.toml", off).unwrap();
    assert!(!config.rules.iter().any(|rule| rule.clock.id == "CMP-05/solve"));
    assert!(config.rules.iter().any(|rule| rule.register == Register::Reception));
}

#[test]
fn an_unknown_key_is_told_with_its_line_and_what_is_allowed() {
    let told = error("[estate]\nname = \"翠湖\"\n\n[screen]\nlanguge = \"en\"\n");
    assert!(told.starts_with("desk.toml, line 5: "), "{told}");
    assert!(told.contains("languge") && told.contains("language"), "{told}");
}

#[test]
fn a_bad_word_or_length_of_time_is_told_with_its_line_and_what_is_allowed() {
    for (from, to, wanted) in [
        ("within = \"3d\"", "within = \"3 days\"", "30m, 12h, 2d"),
        ("within = \"3d\"", "within = \"0d\"", "1 to 9999"),
        ("level = \"manager\"", "level = \"boss\"", "head_office"),
        ("register = \"complaint\"", "register = \"parking\"", "reception"),
        ("milestone = \"solve\"", "milestone = \"finish\"", "solve"),
        ("milestone = \"solve\"", "milestone = \"callback\"", "contact, with_supervisor"),
        ("grade = \"minor\"", "grade = \"huge\"", "important"),
        ("register = \"complaint\"", "register = \"key\"", "return, follow"),
    ] {
        let told = error(&SOLVE.replace(from, to));
        assert!(told.starts_with("desk.toml, line ") && !told.contains("line 0"), "{told}");
        assert!(told.contains(wanted), "{told}");
    }
}

#[test]
fn what_cannot_be_together_is_refused() {
    assert!(error(&format!("{SOLVE}{SOLVE}")).contains("stands twice"));
    assert!(error("[estate]\nzone = \"Beijing\"\n").contains("+08:00"));
    assert!(error("[warning]\nshare = 120\n").contains("from 0 to 100"));
    let told = error("[calendar]\nhours = [\"08:30-12:00\", \"11:00-17:30\"]\n");
    assert!(told.starts_with("desk.toml, line 2: [calendar]"), "{told}");
    assert!(error("[calendar]\nholidays = [\"2026-10-01\"]\nmakeup = [\"2026-10-01\"]\n").contains("2026-10-01"));
    assert!(error("[[category]]\nid = \"a\"\n").contains("id, zh and en"));
    let told = error("[[rule]]\nid = \"HOUSE/new\"\nregister = \"complaint\"\nwithin = \"2h\"\n");
    assert!(told.contains("needs milestone, days, level"), "{told}");
    assert!(error("estate = 3 =\n").starts_with("desk.toml, line 1"));
}

#[test]
fn a_file_that_cannot_be_read_is_told_by_name() {
    let missing = std::path::Path::new("no/such/desk.toml");
    let told = Config::load(missing).unwrap_err().to_string();
    assert!(told.contains("no/such/desk.toml"), "{told}");
}

/// CMP-01
#[test]
fn own_categories_join_the_shipped_ones() {
    let own = "[[category]]\nid = \"pets\"\nzh = \"宠物\"\nen = \"Pets\"\n[[category]]\nid = \"mail\"\noff = true\n";
    let ids: Vec<String> = Config::from_text("t", own).unwrap().categories.into_iter().map(|one| one.id).collect();
    assert!(ids.len() == 8 && ids.contains(&"pets".to_owned()) && !ids.contains(&"mail".to_owned()), "{ids:?}");
}

/// A rule of a register with one thing about it that does not fit.
#[test]
fn a_rule_names_only_what_its_register_knows() {
    for (register, grade, milestone, wanted) in [
        ("work_order", "major", "send", "general, urgent, equipment"),
        ("work_order", "urgent", "solve", "send, receive, depart, contact, arrive, check, finish, tell, sheet_back"),
        ("emergency", "", "finish", "tell, arrive, review, order"),
        ("emergency", "urgent", "tell", "none in this register"),
        ("callback", "visit", "callback", "complaint, repair, service_mid, service_end, first_aid"),
        ("callback", "repair", "reply", "callback, review, decide"),
        ("service", "", "reply", "allowed: finish"),
        ("visit", "", "finish", "allowed: visit"),
        ("handover", "", "finish", "allowed: take_over"),
        ("stocktake", "", "finish", "allowed: report"),
    ] {
        let grade = if grade.is_empty() { String::new() } else { format!("grade = \"{grade}\"\n") };
        let row = format!(
            "[[rule]]\nid = \"HOUSE/x\"\nregister = \"{register}\"\n{grade}milestone = \"{milestone}\"\nwithin = \"1d\"\n\
             days = \"natural\"\nlevel = \"manager\"\ncrossing = \"report\"\npausable = false\nsource = \"house rule\"\n"
        );
        let told = error(&row);
        assert!(told.starts_with("desk.toml, line 1: ") && told.contains(wanted), "{told}");
    }
}

#[test]
fn a_row_of_a_list_that_is_not_right_is_told_with_its_line_and_what_is_allowed() {
    let job = "id = \"a\"\nzh = \"甲\"\nen = \"A\"\n";
    let steps = "checklist = [\"一\", \"二\"]\n";
    let share = "kind = \"repair\"\nsource = \"house rule\"\n";
    for (row, line, wanted) in [
        (format!("[[job]]\n{job}"), 1, "needs id, zh, en and department (engineering"),
        (format!("[[job]]\n{job}department = \"garage\"\n"), 5, "engineering"),
        (format!("[[job]]\n{job}department = \"service\"\nurgency = \"soon\"\n"), 6, "general"),
        (format!("[[job]]\n{job}colour = \"red\"\n"), 5, "equipment"),
        ("[[job]]\nzh = \"甲\"\n".to_owned(), 1, "every [[job]] needs an id"),
        ("[[job]]\nid = \"a\"\noff = true\n".repeat(2), 4, "job \"a\" stands twice"),
        ("[[category]]\nid = \"a\"\n".to_owned(), 1, "needs id, zh and en"),
        ("[[fee]]\nid = \"a\"\n".to_owned(), 1, "fee \"a\" needs id, zh and en"),
        (format!("[[emergency]]\n{job}"), 1, "checklist and checklist_en"),
        (format!("[[emergency]]\n{job}{steps}checklist_en = [\"one\"]\n"), 1, "as many steps"),
        ("[[emergency]]\nid = \"fire\"\noff = true\n".repeat(2), 4, "stands twice"),
        (format!("[[share]]\nid = \"CBK-02/repair\"\n{share}percent = 101\n"), 5, "from 0 to 100"),
        (format!("[[share]]\nid = \"CBK-02/repair\"\n{share}percent = -1\n"), 5, "from 0 to 100"),
        (format!("[[share]]\nid = \"CBK-02/repair\"\n{share}"), 1, "percent"),
        (
            format!("\n[[share]]\nid = \"HOUSE/repair\"\n{share}percent = 5\n"),
            2,
            "\"CBK-02/repair\" and \"HOUSE/repair\"",
        ),
        (format!("[[share]]\nid = \"a\"\n{}percent = 5\n", share.replace("repair", "household")), 1, "CBK-10"),
        (format!("[[share]]\nid = \"a\"\n{}percent = 5\n", share.replace("repair", "party")), 3, "activity"),
    ] {
        let told = error(&row);
        assert!(told.starts_with(&format!("desk.toml, line {line}: ")) && told.contains(wanted), "{row}{told}");
    }
}

#[test]
fn a_single_value_that_is_not_right_is_told_with_its_line_and_what_is_allowed() {
    for (row, wanted) in [
        ("[dispatch]\nnight = \"22:00\"\n", "22:00-06:00"),
        ("[dispatch]\nnight = \"22:00-25:00\"\n", "22:00-06:00"),
        ("[dispatch]\nnight = \"06:00-06:00\"\n", "ends where it begins"),
        ("[dispatch]\nsheet_width = 59\n", "from 60 to 132"),
        ("[dispatch]\nsheet_width = 70000\n", "from 60 to 132"),
        ("[dispatch]\npaper = \"A4\"\n", "sheet_width"),
        ("[keys]\nevening = \"6pm\"\n", "18:00"),
        ("[keys]\nevening = \"24:00\"\n", "18:00"),
        ("[callback]\nvisit_share = 120\n", "from 0 to 100"),
        ("[callback]\nhousehold_round = \"yes\"\n", "boolean"),
        ("[people]\nlock_after = \"1mo\"\n", "10m, 2h or off"),
        ("[people]\nlock_after = \"never\"\n", "10m, 2h or off"),
        ("[warning]\nshare = 101\n", "from 0 to 100"),
    ] {
        let told = error(row);
        assert!(told.starts_with("desk.toml, line 2: ") && told.contains(wanted), "{told}");
    }
}

#[test]
fn the_single_values_are_read_and_an_own_file_changes_one_without_the_others() {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let shipped = Config::shipped().unwrap();
    assert_eq!((shipped.night, shipped.evening), ((time(22), time(6)), time(18)));
    assert_eq!((shipped.lock_after, shipped.print, shipped.sheet_width), (Some(600), None, 80));
    assert_eq!((shipped.visit_share, shipped.household_round), (20, true));
    let own =
        "[dispatch]\nprint = \"lp -d desk\"\n[people]\nlock_after = \"off\"\n[callback]\nhousehold_round = false\n";
    let config = Config::from_text("t", own).unwrap();
    assert_eq!((config.print.as_deref(), config.lock_after, config.sheet_width), (Some("lp -d desk"), None, 80));
    assert_eq!((config.household_round, config.visit_share, config.night), (false, 20, shipped.night));
}

/// CBK-02
#[test]
fn an_own_share_takes_the_place_of_the_shipped_one_of_its_id() {
    let own = "[[share]]\nid = \"CBK-02/repair\"\nkind = \"repair\"\npercent = 25\nsource = \"house rule\"\n";
    let (shipped, config) = (Config::shipped().unwrap(), Config::from_text("t", own).unwrap());
    assert_eq!((shipped.share(CallbackKind::Repair), config.share(CallbackKind::Repair)), (10, 25));
    assert_eq!((config.share(CallbackKind::Activity), config.share(CallbackKind::Household)), (10, 100));
}

/// DSP-02, DSP-05, EMG-03
#[test]
fn own_jobs_and_emergencies_join_the_shipped_ones_and_each_is_found_by_id_and_either_name() {
    let own = "[[job]]\nid = \"pool\"\nzh = \"泳池\"\nen = \"Pool\"\ndepartment = \"cleaning\"\n\
               [[job]]\nid = \"gas\"\noff = true\n[[emergency]]\nid = \"lift\"\noff = true\n";
    let (shipped, config) = (Config::shipped().unwrap(), Config::from_text("t", own).unwrap());
    assert_eq!((config.jobs.len(), config.emergencies.len()), (shipped.jobs.len(), shipped.emergencies.len() - 1));
    let (jobs, emergencies) = (names(&config.jobs), names(&config.emergencies));
    for text in ["pool", "泳池", "POOL ", "Pool"] {
        assert_eq!(listed(&jobs, text), Some("pool"), "{text}");
    }
    assert_eq!((listed(&jobs, "gas"), listed(&emergencies, "lift"), listed(&jobs, "")), (None, None, None));
    assert_eq!(listed(&emergencies, "火警"), Some("fire"));
    assert_eq!(name_of(&jobs, "lift", Language::Chinese), "电梯故障");
    assert_eq!(name_of(&jobs, "gas", Language::English), "gas");
    let lift = config.jobs.iter().find(|job| job.id == "lift").unwrap();
    assert_eq!((lift.urgency, lift.equipment, lift.department), (Urgency::Urgent, true, Department::Engineering));
    let pool = config.jobs.last().unwrap();
    assert_eq!((pool.urgency, pool.equipment), (Urgency::General, false));
    for kind in &shipped.emergencies {
        assert!((3..=6).contains(&kind.steps(Language::English).len()), "{}", kind.id);
        assert_eq!(kind.first_aid, kind.id == "first_aid");
    }
}

/// STA-07
#[test]
fn once_is_no_repetition() {
    assert_eq!(Config::shipped().unwrap().repeat_from, 3);
    assert_eq!(Config::from_text("desk.toml", "[statistics]\nrepeat_from = 5").unwrap().repeat_from, 5);
    assert!(error("[statistics]\nrepeat_from = 1").contains("1 is no repetition: it must be 2 or more"));
}
