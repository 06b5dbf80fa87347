//! Reading the queues: one indexed query for the lines, one for the running clocks of each.
use super::convert::{Column, column, time_text};
use super::{StoreResult, Tx};
use crate::model::bigrams;
use crate::model::case::{Register, State};
use crate::model::clock::Time;
use crate::model::complaint::Severity;
use crate::model::queue::{Count, Filter, QueueRow};
use crate::model::reception::ReviewKind;
use crate::model::staff::Role;
use rusqlite::{Row, params, params_from_iter, types::Value};
use std::collections::HashMap;

const CASE: &str = "c.id, c.number, c.register, c.state, c.unit, c.name, c.matter, c.handler, c.department, c.owner, \
    c.harm, c.received_at, c.version, c.cycle";

/// What a line shows of the register's own part; a column that several registers have stands once.
const PART: &[&[&str]] = &[
    &["k.category"],
    &["k.severity"],
    &["k.regrade_at"],
    &["k.urgency", "w.urgency"],
    &["k.proposed_major"],
    &["r.kind"],
    &["r.course"],
    &["v.kind"],
    &["w.job"],
    &["w.technician"],
    &["e.kind"],
    &["b.kind"],
    &["b.form"],
    &["b.appointment_at", "s.appointment_at"],
    &["w.pressed"],
    &["p.pass_number"],
    &["d.fee"],
    &["d.reminded"],
    &["d.broken"],
];

/// The tables of those parts, each with the letter under which it stands in [`PART`].
const TABLES: &[(Register, &str, &str)] = &[
    (Register::Complaint, "k", "complaints"),
    (Register::Reception, "r", "receptions"),
    (Register::Review, "v", "reviews"),
    (Register::WorkOrder, "w", "work_orders"),
    (Register::Emergency, "e", "emergencies"),
    (Register::Callback, "b", "callbacks"),
    (Register::Visit, "s", "visits"),
    (Register::Pass, "p", "passes"),
    (Register::Reminder, "d", "reminders"),
];

/// `SELECT … FROM …` of the lines of one register, or of all of them. What a register does not have is not looked for:
/// a statement over all tables takes three times as long to be planned.
fn line_sql(register: Option<Register>) -> String {
    let tables: Vec<_> = TABLES.iter().filter(|(one, ..)| register.is_none_or(|register| register == *one)).collect();
    let has = |column: &&&str| tables.iter().any(|(_, letter, _)| column.starts_with(letter));
    let columns = PART.iter().map(|same| match same.iter().filter(has).collect::<Vec<_>>()[..] {
        [] => "NULL".to_owned(),
        [one] => (*one).to_owned(),
        [one, other, ..] => format!("coalesce({one}, {other})"),
    });
    let columns: Vec<String> = columns.collect();
    let joins =
        tables.iter().map(|(_, letter, table)| format!(" LEFT JOIN {table} {letter} ON {letter}.case_id = c.id"));
    format!("SELECT {CASE}, {} FROM cases c{}", columns.join(", "), joins.collect::<String>())
}

/// Roles from low to high: the place of a word in it is its rank.
const RANKS: &str = "'night_guard receptionist department supervisor manager head_office'";

/// Past lines that are counted at most.
const MOST_LINES: u32 = 20_000;

/// Sorts behind the text of every time.
const BEHIND_ALL_TIMES: &str = "~";

/// A page of a queue: which lines, at what time.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Lines to pass over.
    pub offset: usize,
    /// Lines to read at most.
    pub limit: usize,
    /// Now.
    pub now: Time,
    /// Midnight that ends the local day.
    pub day_ends: Time,
}

/// `WHERE` of a filter, with its values in order.
struct Condition {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Condition {
    fn add(&mut self, part: &str, value: impl Column) {
        self.values.push(value.write());
        self.parts.push(part.replace("?", &format!("?{}", self.values.len())));
    }

    fn of(filter: &Filter, page: &Page) -> Condition {
        let mut all = Condition { parts: Vec::new(), values: Vec::new() };
        // What was removed after its time is no line of any register (SEC-05).
        all.parts.push(if filter.past { "c.state <> 'removed'" } else { "c.open = 1" }.to_owned());
        if let Some(register) = filter.register {
            all.add("c.register = ?", register);
        }
        if let Some(login) = &filter.mine {
            all.add("(c.handler = ? OR (c.handler IS NULL AND c.acceptor = ?))", login.clone());
        }
        if let Some(role) = filter.role {
            let now = format!("'{}'", time_text(page.now));
            let reached = format!(
                "max(instr({RANKS}, c.owner), coalesce((SELECT max(instr({RANKS}, level)) FROM clocks
                 WHERE case_id = c.id AND stopped_at IS NULL AND crossing <> 'report' AND crosses_at <= {now}), 0))"
            );
            all.add(&format!("{reached} = instr({RANKS}, ?)"), role);
        }
        if filter.overdue {
            all.add("c.next_at <= ?", page.now);
        }
        if filter.due_today {
            all.add("c.next_at > ?", page.now);
            all.add("c.next_at <= ?", page.day_ends);
        }
        if filter.pressing {
            all.add("(c.soon_at <= ? OR c.harm = 1)", page.now);
        }
        if let Some(state) = filter.state {
            all.add("c.state = ?", state);
        }
        all.narrow_by_states(filter);
        all.narrow_by_place(filter);
        all
    }

    fn narrow_by_states(&mut self, filter: &Filter) {
        if !filter.states.is_empty() {
            let words: Vec<String> = filter.states.iter().map(|state| format!("'{}'", <&str>::from(*state))).collect();
            self.parts.push(format!("c.state IN ({})", words.join(", ")));
        }
        if filter.veiled {
            let drawn = "SELECT 1 FROM callbacks WHERE case_id = c.id AND drawn = 1";
            self.parts.push(format!("NOT (c.state IN ('due', 'appointed') AND EXISTS ({drawn}))"));
        }
    }

    fn narrow_by_place(&mut self, filter: &Filter) {
        if let Some(department) = filter.department {
            self.add("c.department = ?", department);
        }
        if let Some(building) = &filter.building {
            self.add("c.building = ?", building.clone());
        }
        if let Some(handler) = &filter.handler {
            self.add("c.handler = ?", handler.clone());
        }
        if let Some(words) = filter.words.as_deref().and_then(bigrams::query) {
            self.add("c.id IN (SELECT rowid FROM case_words WHERE case_words MATCH ?)", words);
        }
    }

    /// The table with the index that the answer is read from in order. Named, since without statistics SQLite takes
    /// the index of everything past to count what is open.
    fn from(filter: &Filter) -> &'static str {
        match (filter.past, filter.pressing, filter.register) {
            (true, ..) => "cases c",
            (false, _, Some(_)) => "cases c INDEXED BY cases_queue",
            (false, true, None) => "cases c INDEXED BY cases_soon",
            (false, false, None) => "cases c INDEXED BY cases_late",
        }
    }

    fn sql(&self) -> String {
        if self.parts.is_empty() { String::new() } else { format!(" WHERE {}", self.parts.join(" AND ")) }
    }
}

/// Stands before the matter of a line in which something cannot be; opening its case says what.
const UNREADABLE: char = '\u{FFFD}';

/// The cells of a line, one after the other. One that holds what cannot be gives a stand-in instead of an error: a
/// single such row must not take the queue from everybody.
struct Cells<'a, 'b> {
    row: &'a Row<'b>,
    at: std::ops::RangeFrom<usize>,
    unreadable: bool,
}

impl Cells<'_, '_> {
    fn next<T: Column>(&mut self, stand_in: T) -> T {
        column(self.row, &mut self.at).unwrap_or_else(|_| {
            self.unreadable = true;
            stand_in
        })
    }
}

fn line(row: &Row<'_>, now: Time) -> QueueRow {
    let cells = &mut Cells { row, at: 0.., unreadable: false };
    let mut line = QueueRow {
        id: cells.next(0),
        number: cells.next(String::new()),
        register: cells.next(Register::Reception),
        state: cells.next(State::Accepted),
        unit: cells.next(None),
        name: cells.next(None),
        matter: cells.next(String::new()),
        handler: cells.next(None),
        department: cells.next(None),
        owner: cells.next(Role::Manager),
        harm: cells.next(false),
        received_at: cells.next(now),
        version: cells.next(0),
        cycle: cells.next(1),
        category: cells.next(None),
        severity: cells.next(None),
        urgency: None,
        proposed_major: false,
        kind: None,
        course: None,
        review: None,
        archive: None,
        job: None,
        technician: None,
        emergency: None,
        callback: None,
        form: None,
        appointment_at: None,
        pressed: 0,
        pass_number: None,
        fee: None,
        reminded: 0,
        broken: 0,
        clocks: Vec::new(),
    };
    let regrade_at: Option<Time> = cells.next(None);
    line.severity = line.severity.map(|severity: Severity| severity.at(regrade_at, now));
    line.urgency = cells.next(None);
    line.proposed_major = cells.next::<Option<bool>>(None).unwrap_or(false);
    line.kind = cells.next(None);
    line.course = cells.next(None);
    line.review = cells.next(None);
    line.job = cells.next(None);
    line.technician = cells.next(None);
    line.emergency = cells.next(None);
    line.callback = cells.next(None);
    line.form = cells.next(None);
    line.appointment_at = cells.next(None);
    line.pressed = cells.next::<Option<u32>>(None).unwrap_or(0);
    line.pass_number = cells.next(None);
    line.fee = cells.next(None);
    line.reminded = cells.next::<Option<u32>>(None).unwrap_or(0);
    line.broken = cells.next::<Option<u32>>(None).unwrap_or(0);
    if cells.unreadable {
        line.matter.insert(0, UNREADABLE);
    }
    line
}

impl Tx<'_> {
    /// The lines of a page: open ones by what crosses next, with harm going on at the top; with past ones,
    /// the newest first.
    pub fn queue(&self, filter: &Filter, page: Page) -> StoreResult<Vec<QueueRow>> {
        let mut condition = Condition::of(filter, &page);
        let order = match (filter.past, filter.register) {
            (false, _) => "c.harm DESC, c.next_at, c.id",
            (true, Some(_)) => "c.received_at DESC, c.id DESC",
            (true, None) => "c.id DESC",
        };
        let places = condition.values.len();
        condition.values.push((page.limit as i64).write());
        condition.values.push((page.offset as i64).write());
        let line = line_sql(filter.register);
        let sql = format!("{line}{} ORDER BY {order} LIMIT ?{} OFFSET ?{}", condition.sql(), places + 1, places + 2);
        self.lines(&sql, condition.values, page.now)
    }

    /// The open lines with a clock that nobody has taken note of and that crossed after `since`, or that is newer than
    /// the clock `newest` and had crossed when it was entered (ESC-06, ESC-13); and the newest clock that there is.
    pub fn crossed(&self, since: Time, newest: i64, now: Time) -> StoreResult<(Vec<QueueRow>, i64)> {
        // Newer clocks by their row: the index of crossings would lead through all that is overdue.
        let line = line_sql(None);
        let sql = format!(
            "{line} WHERE c.open = 1 AND c.id IN (
               SELECT case_id FROM clocks WHERE stopped_at IS NULL AND noted_at IS NULL AND crosses_at > ?1 AND crosses_at <= ?3
               UNION ALL
               SELECT case_id FROM clocks NOT INDEXED WHERE stopped_at IS NULL AND noted_at IS NULL AND id > ?2 AND crosses_at <= ?3)"
        );
        let lines = self.lines(&sql, vec![since.write(), newest.write(), now.write()], now)?;
        let mut query = self.tx.prepare_cached("SELECT coalesce(max(id), 0) FROM clocks")?;
        Ok((lines, query.query_row([], |row| row.get(0))?))
    }

    /// The lines of these cases of a register, or of whichever they are, in no order.
    pub fn lines_of(&self, register: Option<Register>, ids: &[i64], now: Time) -> StoreResult<Vec<QueueRow>> {
        let ids = serde_json::json!(ids).to_string();
        self.lines(
            &format!("{} WHERE c.id IN (SELECT value FROM json_each(?1))", line_sql(register)),
            vec![ids.write()],
            now,
        )
    }

    /// Rows and numbers of the cases with these numbers, in the order of their numbers.
    pub fn rows_of(&self, numbers: &[String]) -> StoreResult<Vec<(i64, String)>> {
        let sql = "SELECT id, number FROM cases WHERE number IN (SELECT value FROM json_each(?1)) ORDER BY number";
        let mut query = self.tx.prepare_cached(sql)?;
        let rows = query.query_map([serde_json::json!(numbers).to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn lines(&self, sql: &str, values: Vec<Value>, now: Time) -> StoreResult<Vec<QueueRow>> {
        let mut query = self.tx.prepare_cached(sql)?;
        let rows = query.query_map(params_from_iter(values), |row| Ok(line(row, now)))?;
        let mut lines: Vec<QueueRow> = rows.collect::<Result<_, _>>()?;
        let ids: Vec<i64> = lines.iter().map(|line| line.id).collect();
        let places: HashMap<i64, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        for (case_id, clock) in self.clocks_of_all(&ids, now)? {
            let Some(line) = places.get(&case_id).and_then(|place| lines.get_mut(*place)) else { continue };
            match clock {
                Some(clock) => line.clocks.push(clock),
                None => line.matter.insert(0, UNREADABLE),
            }
        }
        let filing = |line: &&mut QueueRow| line.review == Some(ReviewKind::Callbacks) && line.state.is_open();
        for line in lines.iter_mut().filter(filing) {
            line.archive = Some(self.archive(&line.matter)?);
        }
        Ok(lines)
    }

    /// How many lines a filter leaves; of past ones at most [`MOST_LINES`] are counted, since nobody pages through more
    /// of them than that: older ones are found by words.
    pub fn queue_length(&self, filter: &Filter, page: Page) -> StoreResult<u32> {
        let condition = Condition::of(filter, &page);
        let most = if filter.past { format!(" LIMIT {MOST_LINES}") } else { String::new() };
        let lines = format!("SELECT 1 FROM {}{}{most}", Condition::from(filter), condition.sql());
        let sql = format!("SELECT count(*) FROM ({lines})");
        let mut query = self.tx.prepare_cached(&sql)?;
        Ok(query.query_row(params_from_iter(condition.values), |row| row.get(0))?)
    }

    /// How much is open, overdue and due today, register by register in the order of their names. Counted in runs of
    /// the index from one register to the next, a quarter of the time that grouping all of it takes; by two plain
    /// statements, since one that does all of it takes twice as long to be planned.
    pub fn counts(&self, now: Time, day_ends: Time) -> StoreResult<Vec<Count>> {
        let (now, tonight) = (time_text(now), time_text(day_ends));
        let mut next = self.tx.prepare_cached(
            "SELECT min(register) FROM cases INDEXED BY cases_queue WHERE open = 1 AND register > ?1",
        )?;
        let mut run = self.tx.prepare_cached(
            "SELECT count(*) FROM cases INDEXED BY cases_queue
             WHERE open = 1 AND register = ?1 AND harm IN (0, 1) AND next_at > ?2 AND next_at <= ?3",
        )?;
        let mut counts = Vec::new();
        let mut here = Value::Text(String::new());
        loop {
            here = next.query_row([&here], |row| row.get(0))?;
            if here == Value::Null {
                return Ok(counts);
            }
            let mut between = |after: &str, until: &str| run.query_row(params![here, after, until], |row| row.get(0));
            let overdue: u32 = between("", &now)?;
            let today: u32 = between(&now, &tonight)?;
            let later: u32 = between(now.as_str().max(&tonight), BEHIND_ALL_TIMES)?;
            // A register that cannot be is counted nowhere; `check` finds it.
            if let Ok(register) = Register::read((&here).into()) {
                counts.push(Count { register, open: overdue + today + later, overdue, today });
            }
        }
    }

    /// Buildings with something open, for the choice in the filter.
    pub fn buildings(&self) -> StoreResult<Vec<String>> {
        let mut query = self.tx.prepare_cached(
            "SELECT DISTINCT building FROM cases WHERE open = 1 AND building IS NOT NULL ORDER BY length(building), building",
        )?;
        let rows = query.query_map([], |row| column(row, &mut (0..)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
