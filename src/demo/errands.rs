//! What nobody can write down beforehand: the callbacks that the lottery draws, the stock-takings that open by
//! themselves, the lines of a shift handover. Found at the desk day by day. Must not know of scripts.
use super::script::Hours;
use crate::desk::Desk;
use crate::desk::refusal::Refusal;
use crate::model::callback::CallbackKind;
use crate::model::case::{Register, State};
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use crate::model::queue::{Filter, QueueRow};
use crate::model::reception::ReviewKind;
use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use serde_json::{Value, json};

/// The last days are left as they are: callbacks of theirs are still to be asked.
const LEFT: u64 = 6;
/// Days before today whose shift was handed over line by line.
const SHIFTS: u64 = 3;
const MANY: usize = 1_000;

/// One action, by whom and when.
pub(super) struct Errand {
    pub at: Time,
    pub by: &'static str,
    pub action: Value,
}

/// What is found to be done, until now.
pub(super) struct Errands {
    now: Time,
    hours: Hours,
    /// One stock-taking was begun by mistake.
    voided: bool,
}

impl Errands {
    pub fn until(now: Time, hours: Hours) -> Errands {
        Errands { now, hours, voided: false }
    }

    /// What is to be done on a day, in the order of time.
    pub fn of(&mut self, desk: &Desk, day: NaiveDate) -> Result<Vec<Errand>, Refusal> {
        let mut errands = Vec::new();
        if day + Days::new(LEFT) <= self.hours.date(self.now) {
            self.callbacks(desk, day, &mut errands)?;
        }
        self.stocktakes(desk, day, &mut errands)?;
        self.archives(desk, day, &mut errands)?;
        self.hand_in(desk, day, &mut errands)?;
        errands.sort_by_key(|errand| errand.at);
        Ok(errands)
    }

    fn open(&self, desk: &Desk, register: Register, day: NaiveDate) -> Result<Vec<QueueRow>, Refusal> {
        let filter = Filter { register: Some(register), ..Filter::default() };
        Ok(desk.queue(&filter, 0, MANY, self.hours.on(day, 0))?)
    }

    /// Those after repairs and first aid, some days after; what was said is reviewed in the afternoon of the day after.
    fn callbacks(&self, desk: &Desk, day: NaiveDate, errands: &mut Vec<Errand>) -> Result<(), Refusal> {
        let old = |row: &QueueRow| row.received_at < self.hours.on(day, -2 * 24 * 60);
        let drawn = |row: &QueueRow| matches!(row.callback, Some(CallbackKind::Repair | CallbackKind::FirstAid));
        let rows = self.open(desk, Register::Callback, day)?;
        for (place, row) in rows.iter().filter(|row| drawn(row)).enumerate() {
            let minutes = 600 + 6 * place as i64 % 400;
            let nobody = (row.id + i64::from(day.num_days_from_ce())) % 6 == 0;
            let (step, fields) = match row.state {
                State::Due if old(row) && nobody => ("record_callback", json!({"outcome": "no_answer"})),
                State::Due if old(row) => (
                    "record_callback",
                    json!({"outcome": "satisfied", "said": "修好了，师傅换了鞋套", "quality": "good", "effect": "good"}),
                ),
                State::Asked => ("review_callback", json!({"note": "已阅"})),
                _ => continue,
            };
            errands.push(self.errand(day, minutes, "zhouhui", step, row, fields));
        }
        Ok(())
    }

    /// The callbacks of a month are filed on the 8th of the next.
    fn archives(&self, desk: &Desk, day: NaiveDate, errands: &mut Vec<Errand>) -> Result<(), Refusal> {
        if day.day() != 8 {
            return Ok(());
        }
        for row in self.open(desk, Register::Review, day)? {
            if row.review == Some(ReviewKind::Callbacks) {
                errands.push(self.errand(day, 990, "zhouhui", "sign_review", &row, json!({"note": "记录齐全，归档"})));
            }
        }
        Ok(())
    }

    /// The figures of a month are handed in on the day before they are due; those of the first, which began in its
    /// middle, too (STA-06).
    fn hand_in(&self, desk: &Desk, day: NaiveDate, errands: &mut Vec<Errand>) -> Result<(), Refusal> {
        let month = YearMonth::of(day);
        let at = self.hours.on(day, 1050);
        if day + Days::new(1) != month.report_day() || at >= self.now || !desk.hand_ins(month)?.is_empty() {
            return Ok(());
        }
        let action = json!({"do": "hand_in_month", "month": month.to_string(), "signature": "张敏"});
        errands.push(Errand { at, by: "zhangmin", action });
        Ok(())
    }

    /// The keys are counted at the end of each month but this one.
    fn stocktakes(&mut self, desk: &Desk, day: NaiveDate, errands: &mut Vec<Errand>) -> Result<(), Refusal> {
        let month = |day: NaiveDate| day.format("%Y-%m").to_string();
        for row in self.open(desk, Register::Stocktake, day)? {
            if row.matter == month(self.hours.date(self.now)) {
                continue;
            }
            if !self.voided {
                self.voided = true;
                errands.push(self.errand(day, 500, "zhouhui", "void", &row, json!({"reason": "盘点人不在，月底重开"})));
            } else if day.day() >= 28 || month(day) != row.matter {
                let reported = json!({"note": "账实相符"});
                errands.push(self.errand(day, 1000, "zhangmin", "count_rest", &row, json!({})));
                errands.push(self.errand(day, 1020, "zhangmin", "report_stocktake", &row, reported));
            }
        }
        Ok(())
    }

    fn errand(
        &self,
        day: NaiveDate,
        minutes: i64,
        by: &'static str,
        step: &str,
        row: &QueueRow,
        fields: Value,
    ) -> Errand {
        Errand { at: self.hours.on(day, minutes), by, action: joined(step, &row.number, fields) }
    }

    /// The late shift leaves to the night guard, who ticks every line.
    pub fn hand_over(&self, desk: &mut Desk, day: NaiveDate) -> Result<(), Refusal> {
        let (today, at) = (self.hours.date(self.now), self.hours.on(day, 23 * 60 + 40));
        if day + Days::new(SHIFTS) < today || day >= today {
            return Ok(());
        }
        let (out, guard) = ("luoyifan", "madajun");
        let begun = json!({"do": "begin_handover", "note": "B2水泵房夜里巡一次，液位计有误报", "flagged": day.day().is_multiple_of(2)});
        let number = desk.perform_json(begun, out, at)?.number;
        desk.perform_json(joined("offer_handover", &number, json!({})), out, at + TimeDelta::minutes(4))?;
        let at = at + TimeDelta::minutes(10);
        let lines = desk.handover_lines(&number, at)?;
        let mut batch = desk.batch()?;
        for (place, line) in lines.iter().enumerate() {
            let tick = joined("tick_item", &number, json!({"entry": line.id}));
            batch.perform_json(tick, guard, at + TimeDelta::seconds(4 * place as i64))?;
        }
        batch.perform_json(joined("take_over", &number, json!({})), guard, at + TimeDelta::minutes(9))?;
        batch.commit()
    }
}

fn joined(step: &str, number: &str, fields: Value) -> Value {
    let mut action = json!({"do": step, "number": number});
    if let (Some(action), Value::Object(fields)) = (action.as_object_mut(), fields) {
        action.extend(fields);
    }
    action
}
