//! The stage on which use cases are played: a desk in memory, its people, and a clock that stands still.
use chrono::{DateTime, TimeDelta, Utc};
use frontdesk::config::Config;
use frontdesk::desk::Desk;
use frontdesk::desk::answer::{Done, Part, Pressing, Sheet};
use frontdesk::desk::refusal::{FaultWhy, Refusal};
use frontdesk::model::clock::{Clock, Time};
use frontdesk::model::complaint::Complaint;
use frontdesk::model::reception::Reception;
use frontdesk::model::staff::{Role, Staff};
use serde_json::{Value, json};
use std::sync::Arc;

pub struct Stage {
    pub desk: Desk,
    pub now: Time,
}

/// Local time (UTC+8) of November 2026: `at(14, 9, 30)`.
pub fn at(day: u32, hour: u32, minute: u32) -> Time {
    local(&format!("2026-11-{day:02} {hour:02}:{minute:02}"))
}

pub fn local(text: &str) -> Time {
    DateTime::parse_from_str(&format!("{text}:00 +0800"), "%Y-%m-%d %H:%M:%S %z").unwrap().with_timezone(&Utc)
}

impl Stage {
    /// Saturday 14 November 2026, 09:30, with one person of each role; the login is the name of the role.
    pub fn new() -> Stage {
        Stage::with("")
    }

    /// The same with settings of its own.
    pub fn with(settings: &str) -> Stage {
        let config = Config::from_text("test.toml", settings).unwrap();
        Stage::on(Desk::in_memory(Arc::new(config)).unwrap())
    }

    /// The same on a desk that is open already, with nobody in it.
    pub fn on(desk: Desk) -> Stage {
        Stage::on_at(desk, at(14, 9, 30))
    }

    /// The same at another time.
    pub fn on_at(desk: Desk, now: Time) -> Stage {
        let mut stage = Stage { desk, now };
        stage.desk.first_start("manager", stage.now).unwrap();
        for (login, role) in [
            ("guard", "night_guard"),
            ("desk", "receptionist"),
            ("dept", "department"),
            ("sup", "supervisor"),
            ("head", "head_office"),
        ] {
            let department = (login == "dept").then_some("engineering");
            stage.ok(
                "manager",
                json!({"do": "add_staff", "login": login, "name": login, "role": role, "department": department}),
            );
        }
        stage
    }

    pub fn wait(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    pub fn go_to(&mut self, now: Time) {
        assert!(now >= self.now, "time does not run backwards");
        self.now = now;
    }

    pub fn perform(&mut self, by: &str, action: Value) -> Result<Done, Refusal> {
        self.desk.perform_json(action, by, self.now)
    }

    #[track_caller]
    pub fn ok(&mut self, by: &str, action: Value) -> Done {
        let text = action.to_string();
        self.perform(by, action).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
    }

    #[track_caller]
    pub fn refused(&mut self, by: &str, action: Value) -> Refusal {
        let text = action.to_string();
        let before = self.desk.inspect().unwrap().events;
        let refusal = self.perform(by, action).expect_err(&text);
        assert_eq!(self.desk.inspect().unwrap().events, before, "a refused action left something behind");
        refusal
    }

    /// The one fault that an action is refused for.
    #[track_caller]
    pub fn fault(&mut self, by: &str, action: Value) -> (String, FaultWhy) {
        match self.refused(by, action) {
            Refusal::Fields(mut faults) if faults.len() == 1 => {
                let fault = faults.remove(0);
                (fault.field, fault.why)
            }
            other => panic!("one fault expected, got {other:?}"),
        }
    }

    /// A step on a case, without looking at versions.
    #[track_caller]
    pub fn step(&mut self, by: &str, number: &str, step: &str, fields: Value) -> Done {
        self.ok(by, joined(number, step, fields))
    }

    #[track_caller]
    pub fn file(&mut self, severity: &str, urgency: &str) -> String {
        let action = json!({"do": "file_complaint", "unit": "3-1-502", "name": "王芳", "phone": "13800138000",
            "category": "repair", "severity": severity, "urgency": urgency, "matter": "厨房反复漏水"});
        self.ok("desk", action).number
    }

    pub fn sheet(&self, number: &str) -> Sheet {
        self.sheet_for("manager", number)
    }

    /// The case as this person sees it.
    pub fn sheet_for(&self, by: &str, number: &str) -> Sheet {
        self.desk.sheet(number, &self.who(by)).unwrap()
    }

    pub fn who(&self, login: &str) -> Staff {
        self.desk.who(login).unwrap()
    }

    pub fn complaint(&self, number: &str) -> Complaint {
        match self.sheet(number).part {
            Part::Complaint(complaint) => *complaint,
            other => panic!("not a complaint: {other:?}"),
        }
    }

    pub fn reception(&self, number: &str) -> Reception {
        match self.sheet(number).part {
            Part::Reception(reception) => reception,
            other => panic!("not a reception: {other:?}"),
        }
    }

    /// The clock of a rule that was started last.
    #[track_caller]
    pub fn clock(&self, number: &str, rule: &str) -> Clock {
        let clocks = self.sheet(number).clocks;
        clocks.iter().rev().find(|clock| clock.rule == rule).cloned().unwrap_or_else(|| panic!("no clock {rule}"))
    }

    /// Whose the case is now.
    pub fn owner(&self, number: &str) -> Role {
        let sheet = self.sheet(number);
        let running: Vec<Clock> = sheet.clocks.into_iter().filter(|clock| clock.stopped.is_none()).collect();
        Pressing::of(&running, sheet.case.owner, self.now).standing.owner
    }

    /// Contacted, signed over to the supervisor, reported, replied: all that has to come before the end.
    pub fn duties(&mut self, number: &str) {
        self.step("desk", number, "reply_to_resident", json!({"said": "已答复"}));
        self.step("desk", number, "hand_to_supervisor", json!({}));
        if self.complaint(number).severity_at(self.now) == frontdesk::model::complaint::Severity::Major {
            self.step("sup", number, "report_to_head_office", json!({"reported_to": "总公司品质部", "copied": true}));
        }
    }

    pub fn complete(&mut self, number: &str) -> Done {
        self.step("dept", number, "complete", report())
    }
}

/// A whole handling report.
pub fn report() -> Value {
    json!({"cause": "接头老化", "measures": "更换接头", "result": "不再渗漏", "root_cause": "未按期检修", "prevention": "列入季检"})
}

pub fn joined(number: &str, step: &str, fields: Value) -> Value {
    let mut action = json!({"do": step, "number": number});
    action.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    action
}
