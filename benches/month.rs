//! The month from plain SQL: what the file says of each case of a month, and the main figures counted from it. As in
//! `bare`, text stays text, and nothing is checked.

use frontdesk::stats::{Month, note};
use rusqlite::types::Value;
use rusqlite::{Connection, Result, params_from_iter};
use std::collections::HashMap;

/// First second of a month, and of the next, and its name.
pub type Span<'a> = (&'a str, &'a str, &'a str);

/// A month with the one before and that of the year before.
pub const THREE: [Span<'static>; 3] = [
    ("2026-08-31T16:00:00Z", "2026-09-30T16:00:00Z", "2026-09"),
    ("2026-07-31T16:00:00Z", "2026-08-31T16:00:00Z", "2026-08"),
    ("2025-08-31T16:00:00Z", "2025-09-30T16:00:00Z", "2025-09"),
];
/// The month in which every key was lent again and again.
pub const OF_LOANS: Span<'static> = ("2026-09-30T16:00:00Z", "2026-10-31T16:00:00Z", "2026-10");

/// The clocks of a promise that was moved afterwards, beside the one of the first promise.
const MOVED: &str =
    "t.within = 'promised' AND EXISTS (SELECT 1 FROM clocks f WHERE f.case_id = t.case_id AND f.cycle = t.cycle
    AND f.rule = t.rule AND f.armed_at < t.armed_at AND (f.stopped_at IS NULL OR f.stopped_at > t.armed_at))";
/// What every case has. State, the two sides by which it is counted, and what the resident said come first.
const CASE: &str = "c.id, c.number, c.unit, c.building, c.name, c.matter, c.channel, c.acceptor, c.handler, c.department, \
    c.received_at, c.entered_at, c.closed_at";
/// What the resident said in the last cycle in which somebody asked.
const SAID: &str = "(SELECT json_extract(y.result, '$.satisfied') FROM cycles y WHERE y.case_id = c.id
    AND json_extract(y.result, '$.satisfied') IS NOT NULL ORDER BY y.cycle DESC LIMIT 1)";

/// A group: how it is told, where its cases stand, its sides, what was said, its other columns, and the milestone by which
/// "in time" is counted.
struct Register {
    name: &'static str,
    table: &'static str,
    sides: &'static str,
    said: &'static str,
    columns: &'static str,
    milestone: &'static str,
}

const REGISTERS: &[Register] = &[
    Register {
        name: "complaint",
        table: "complaints",
        sides: "d.category, c.building",
        said: "coalesce(d.satisfied, SAID)",
        columns: "d.severity, d.regrade_at, d.urgency, d.validity, d.reopened, d.measures, d.result, d.completed_at",
        milestone: "solve",
    },
    Register {
        name: "work_order",
        table: "work_orders",
        sides: "d.job, d.technician",
        said: "coalesce(d.satisfied, SAID)",
        columns: "d.urgency, d.arrive_by, coalesce((SELECT min(json_extract(y.result, '$.arrived_at')) FROM cycles y \
            WHERE y.case_id = c.id), d.arrived_at), d.finished_at, d.result, d.material, d.charge, d.pressed, d.passed_on, \
            d.apologies, d.reopened, d.stub_at, d.department_copy_at, d.resident_copy_at",
        milestone: "finish",
    },
    Register {
        name: "reception",
        table: "receptions",
        sides: "d.kind, d.course",
        said: "NULL",
        columns: "d.relayed_by, d.handling, d.result, d.adopted, d.told_at, c.cycle - 1",
        milestone: "finish",
    },
    Register {
        name: "emergency",
        table: "emergencies",
        sides: "d.kind, c.building",
        said: "NULL",
        columns: "d.place, d.told_at, d.arrived_at, d.over_at, d.result, d.first_aid, d.cause, d.changes, d.reviewed_at",
        milestone: "arrive",
    },
    Register {
        name: "service",
        table: "services",
        sides: "c.department, c.building",
        said: "coalesce(d.satisfied, SAID)",
        columns: "d.starts_at, d.ends_at, d.handling, d.quality, d.result, d.finished_at, d.followed_up, d.reopened, \
            (SELECT count(*) FROM links k JOIN callbacks b ON b.case_id = k.to_id WHERE k.from_id = c.id AND b.kind = 'service_mid'), \
            (SELECT count(b.satisfied) FROM links k JOIN callbacks b ON b.case_id = k.to_id WHERE k.from_id = c.id AND b.kind = 'service_mid'), \
            (SELECT count(*) FROM links k JOIN callbacks b ON b.case_id = k.to_id WHERE k.from_id = c.id AND b.kind = 'service_end'), \
            (SELECT count(b.satisfied) FROM links k JOIN callbacks b ON b.case_id = k.to_id WHERE k.from_id = c.id AND b.kind = 'service_end')",
        milestone: "finish",
    },
    Register {
        name: "visit",
        table: "visits",
        sides: "c.handler, c.building",
        said: "NULL",
        columns: "d.appointment_at, d.visited_at, d.said, d.result",
        milestone: "visit",
    },
    Register {
        name: "pass",
        table: "passes",
        sides: "d.company, c.building",
        said: "NULL",
        columns: "d.pass_number, d.valid_until, d.extended_to, d.returned_at, d.lost_at, d.deposit, d.deposit_back",
        milestone: "return",
    },
];
const CALLBACK: Register = Register {
    name: "callback",
    table: "callbacks",
    sides: "d.kind, d.form",
    said: "d.satisfied",
    columns: "d.drawn, d.technician, d.attempts, d.asked_at, d.asked_by, d.said, d.quality, d.effect, d.reviewed_at, \
        d.comment, d.opinion, d.decision",
    milestone: "callback",
};

/// What stands beside the registers: sheets that are out, lots that nobody is owed a callback of, households, stock-taking,
/// keys that went out, fees.
const OTHERS: &[&str] = &[
    "SELECT c.id, c.number, c.state, c.unit, c.matter, c.department, w.technician, c.received_at, w.finished_at,
       w.department_copy_at FROM work_orders w JOIN cases c ON c.id = w.case_id
     WHERE w.department_copy_at IN ('department', 'resident') AND c.state IN ('finished', 'closed', 'unable')
       AND c.received_at < ?2 AND ?1 < ?2 AND ?3 <> '' ORDER BY c.received_at, c.id",
    "SELECT l.number, c.unit, c.building, c.name, c.matter, c.department, c.received_at, l.kind, l.technician
     FROM lots l JOIN cases c ON c.id = l.case_id WHERE l.month = ?3 AND ?1 < ?2 AND l.drawn_at IS NOT NULL AND c.open = 1
       AND NOT EXISTS (SELECT 1 FROM links k JOIN callbacks b ON b.case_id = k.to_id JOIN cases o ON o.id = b.case_id
         WHERE k.from_id = l.case_id AND b.kind = l.kind AND o.state <> 'voided')",
    "SELECT r.unit, h.unit IS NOT NULL, b.satisfied FROM (SELECT DISTINCT unit FROM residents WHERE gone = 0) r
     LEFT JOIN household_calls h ON h.month = ?3 AND h.unit = r.unit LEFT JOIN callbacks b ON b.case_id = h.case_id
     WHERE ?1 < ?2 ORDER BY length(r.unit), r.unit",
    "SELECT c.number, c.state, s.keys, s.seen, s.out, s.missing, s.differences, s.report, s.reported_by, s.reported_at
     FROM stocktakes s CROSS JOIN cases c ON c.id = s.case_id WHERE s.month = ?3 AND ?1 < ?2",
    "SELECT c.id, c.number, c.state, k.key_number, c.matter, k.kind, k.building, c.unit, k.borrower, k.holder,
       k.holder_department, k.purpose, k.lent_at, k.back_by, k.extended_to, k.chased, k.returned_at, k.lost_at, k.deposit,
       k.deposit_back FROM house_keys k JOIN cases c ON c.id = k.case_id
     WHERE k.lent_at >= ?1 AND k.lent_at < ?2 AND ?3 <> '' ORDER BY k.lent_at, c.id",
    "SELECT c.id, c.number, c.state, k.key_number, c.matter, k.kind, k.building, c.unit, y.result ->> 'borrower',
       y.result ->> 'holder', y.result ->> 'holder_department', y.result ->> 'purpose', y.result ->> 'lent_at',
       y.result ->> 'back_by', y.result ->> 'extended_to', y.result ->> 'chased', y.result ->> 'returned_at',
       y.result ->> 'lost_at', y.result ->> 'deposit', y.result ->> 'deposit_back'
     FROM cycles y CROSS JOIN house_keys k ON k.case_id = y.case_id CROSS JOIN cases c ON c.id = y.case_id
     WHERE json_extract(y.result, '$.lent_at') >= ?1 AND json_extract(y.result, '$.lent_at') < ?2 AND ?3 <> ''
     ORDER BY y.result ->> 'lent_at', c.id",
    "SELECT c.number, c.state, c.unit, c.building, c.name, c.matter, c.received_at, r.fee, r.promised_at, r.moved_to,
       r.broken, r.paid_at, r.result FROM reminders r CROSS JOIN cases c ON c.id = r.case_id
     WHERE c.received_at < ?2 AND (c.received_at >= ?1 OR r.reminded_at >= ?1) AND ?3 <> ''",
];

/// What is counted of a group.
#[derive(Default)]
pub struct Counted {
    /// Cases that count.
    pub received: i64,
    /// In time, out of those that are decided.
    pub in_time: (i64, i64),
    /// Content, out of those who were asked.
    pub satisfied: (i64, i64),
    /// Cases by each of two sides.
    pub by: [HashMap<String, i64>; 2],
}

/// A month as bare SQL gives it.
#[derive(Default)]
pub struct Bare {
    /// The rows of every group.
    pub rows: Vec<Vec<Vec<Value>>>,
    /// What was counted of those that are cases, by the word of their register.
    pub counted: HashMap<&'static str, Counted>,
    /// Households that were reached.
    pub reached: usize,
}

impl Register {
    fn sql(&self, given: &str) -> String {
        format!(
            "SELECT c.state, {}, {}, {CASE}, {} FROM cases c JOIN {} d ON d.case_id = c.id WHERE {given}
             ORDER BY c.received_at, c.id",
            self.sides,
            self.said.replace("SAID", SAID),
            self.columns,
            self.table,
        )
    }

    fn clocks(&self, given: &str) -> String {
        format!(
            "SELECT t.case_id, t.milestone, t.late, t.stop_reason IS 'reached', iif(t.stopped_at IS NULL, t.crosses_at, NULL)
             FROM cases c JOIN {} d ON d.case_id = c.id JOIN clocks t ON t.case_id = c.id WHERE {given} AND NOT ({MOVED})",
            self.table
        )
    }

    /// Its cases with their clocks, and its main figures as of a moment.
    fn read(&self, db: &Connection, given: &str, values: &[&str], now: &str, bare: &mut Bare) {
        let cases = rows(db, &self.sql(given), params_from_iter(values));
        let clocks = rows(db, &self.clocks(given), params_from_iter(values));
        let mut stands: HashMap<i64, Stand> = HashMap::new();
        for clock in &clocks {
            let [Value::Integer(case), Value::Text(milestone), late, Value::Integer(reached), crosses] = &clock[..]
            else {
                continue;
            };
            if milestone == self.milestone {
                let stand = stands.entry(*case).or_default();
                stand.late |= matches!(late, Value::Integer(_));
                stand.reached |= *reached == 1;
                if let Value::Text(crosses) = crosses {
                    stand.late |= crosses.as_str() <= now;
                    stand.running = true;
                }
            }
        }
        bare.counted.insert(self.name, count(&cases, &stands));
        bare.rows.extend([cases, clocks]);
    }
}

/// How the milestone by which "in time" is counted stands.
#[derive(Default)]
struct Stand {
    late: bool,
    reached: bool,
    running: bool,
}

fn rows(db: &Connection, sql: &str, values: impl rusqlite::Params) -> Vec<Vec<Value>> {
    let mut query = db.prepare_cached(sql).unwrap();
    let columns = query.column_count();
    let rows = query.query_map(values, |row| (0..columns).map(|at| row.get(at)).collect::<Result<Vec<Value>>>());
    rows.unwrap().collect::<Result<_>>().unwrap()
}

fn count(rows: &[Vec<Value>], stands: &HashMap<i64, Stand>) -> Counted {
    let mut counted = Counted::default();
    for row in rows.iter().filter(|row| !matches!(&row[0], Value::Text(state) if state == "voided")) {
        counted.received += 1;
        for (by, side) in counted.by.iter_mut().zip(&row[1..3]) {
            let Value::Text(word) = side else { continue };
            match by.get_mut(word) {
                Some(count) => *count += 1,
                None => drop(by.insert(word.clone(), 1)),
            }
        }
        if let Value::Integer(said) = row[3] {
            counted.satisfied = (counted.satisfied.0 + said, counted.satisfied.1 + 1);
        }
        let Value::Integer(id) = row[4] else { continue };
        let Some(stand) = stands.get(&id) else { continue };
        if stand.late || !stand.running && stand.reached {
            counted.in_time = (counted.in_time.0 + i64::from(!stand.late), counted.in_time.1 + 1);
        }
    }
    counted
}

/// What the file says of a month, and its main figures.
pub fn month(db: &Connection, (start, end, name): Span<'_>, now: &str) -> Bare {
    let mut bare = Bare::default();
    for register in REGISTERS {
        let given = format!("c.register = '{}' AND c.received_at >= ?1 AND c.received_at < ?2", register.name);
        register.read(db, &given, &[start, end], now, &mut bare);
    }
    CALLBACK.read(db, "d.month = ?1", &[name], now, &mut bare);
    bare.rows.extend(OTHERS.iter().map(|sql| rows(db, sql, [start, end, name])));
    let is_reached = |row: &&Vec<Value>| row.len() == 3 && row[1] == Value::Integer(1);
    bare.reached = bare.rows.iter().flatten().filter(is_reached).count();
    bare
}

/// Both have counted the same.
pub fn agree(month: &Month, bare: &Bare) {
    let figure = |id: &str| {
        let figure = month.figure(&note(id).unwrap(), None);
        (figure.numerator, figure.denominator.unwrap_or_default())
    };
    let counted = |register: &str| &bare.counted[register];
    for (register, group) in [("complaint", "complaints"), ("work_order", "orders"), ("reception", "receptions")] {
        assert!(counted(register).received > 500, "{} of {register}", counted(register).received);
        assert_eq!(figure(&format!("{group}.received")).0, counted(register).received, "{register}");
    }
    assert_eq!(figure("orders.finished_in_time"), counted("work_order").in_time);
    assert_eq!(figure("receptions.finished_in_time"), counted("reception").in_time);
    assert_eq!(figure("complaints.satisfied"), counted("complaint").satisfied);
    assert_eq!(figure("households.reached").0, i64::try_from(bare.reached).unwrap());
}
