//! Carrying an import out. Lines are saved some at a time, and the file is let go in between, so that nobody at another
//! screen waits: each line is whole, and the same file once more brings in what is missing and nothing twice. A rehearsal
//! does the same in transactions that are never committed.
use super::outcome::{Ended, Outcome};
use super::plan::{Plan, identity};
use super::source::Line;
use super::trouble::Trouble;
use super::{Kind, Order, Phase, Progress};
use crate::desk::answer::Done;
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::desk::{Batch, Desk};
use crate::model::clock::Time;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

/// So many lines are read before any of them is tried.
const CHUNK: usize = 500;
/// So long the file is kept at most; every line that came meanwhile is saved together.
const HOLD: Duration = Duration::from_millis(150);
/// So long it is left to others in between. Whoever waits for it looks every tenth of a second at least.
const LEAVE: Duration = Duration::from_millis(25);

/// Brings in a sheet for the person who signs on as `by`. `heed` hears how far it is, and says whether to go on.
///
/// # Errors
/// What keeps it from beginning. What ends it later stands in the outcome, with what was saved by then.
pub fn import(
    desk: &mut Desk,
    order: &Order,
    by: &str,
    now: Time,
    heed: &mut dyn FnMut(Progress) -> bool,
) -> Result<Outcome, Trouble> {
    let mut plan = Plan::make(order, heed)?;
    let outcome = Outcome {
        total: plan.total,
        notes: std::mem::take(&mut plan.notes),
        rehearsal: order.rehearsal,
        ..Outcome::default()
    };
    let memory = Memory {
        kind: order.kind,
        rehearsal: order.rehearsal,
        seen: HashSet::new(),
        taken: HashMap::new(),
        replayed: HashSet::new(),
    };
    let mut run = Run { desk, by, now, outcome, memory, heed };
    run.all(&mut plan)?;
    match run.outcome {
        Outcome { ended: Some(Ended::Failed(refusal)), done: 0, .. } => Err(Trouble::Refused(refusal)),
        outcome => Ok(outcome),
    }
}

/// An import under way.
struct Run<'a> {
    desk: &'a mut Desk,
    by: &'a str,
    now: Time,
    outcome: Outcome,
    memory: Memory,
    heed: &'a mut dyn FnMut(Progress) -> bool,
}

/// A line as an action, and what it is about if others are about the same.
struct Item {
    line: u64,
    action: Value,
    name: Option<String>,
}

impl Run<'_> {
    fn all(&mut self, plan: &mut Plan) -> Result<(), Trouble> {
        let Plan { kind, source, columns, repeated, .. } = plan;
        let heading_at = self.outcome.notes.heading_at;
        let mut chunk: Vec<Item> = Vec::new();
        let item = |line: Line| {
            let action = columns.action(&line.cells);
            let name = identity(*kind, &action).filter(|name| repeated.contains(name));
            Item { line: line.number, action, name }
        };
        source.each(&mut |line| {
            if line.number > heading_at {
                chunk.push(item(line));
            }
            if chunk.len() == CHUNK {
                self.chunk(std::mem::take(&mut chunk));
            }
            self.outcome.ended.is_none()
        })?;
        if self.outcome.ended.is_none() {
            self.chunk(chunk);
        }
        Ok(())
    }

    fn chunk(&mut self, items: Vec<Item>) {
        let mut left = items.into_iter().peekable();
        while left.peek().is_some() && self.outcome.ended.is_none() {
            if self.outcome.done > 0 {
                std::thread::sleep(LEAVE);
            }
            if let Err(refusal) = self.round(&mut left) {
                self.outcome.ended = Some(Ended::Failed(refusal));
            }
        }
    }

    /// One transaction. What it has counted counts only once it is committed.
    fn round(&mut self, left: &mut impl Iterator<Item = Item>) -> Result<(), Refusal> {
        let rehearsal = self.outcome.rehearsal;
        let phase = if rehearsal { Phase::Trying } else { Phase::Saving };
        let mut batch = self.desk.batch()?;
        // After the lock is there: who waits for it keeps nobody else waiting.
        let began = Instant::now();
        let mut done = Vec::new();
        self.memory.replayed.clear();
        let mut go_on = true;
        for item in left {
            let outcome = match self.memory.perform(&mut batch, &item, self.by, self.now) {
                // The transaction goes with it: what it had is not saved, and not counted.
                Err(refusal) if concerns_all(&refusal) => return Err(refusal),
                outcome => outcome,
            };
            done.push((item, outcome));
            let so_far = self.outcome.done + u64::try_from(done.len()).unwrap_or(0);
            go_on = (self.heed)(Progress { phase, done: so_far, total: Some(self.outcome.total) });
            if !go_on || began.elapsed() >= HOLD {
                break;
            }
        }
        if !rehearsal {
            batch.commit()?;
        }
        for (item, outcome) in done {
            self.outcome.add(item.line, &item.action, outcome);
        }
        if !go_on && self.outcome.done < self.outcome.total {
            self.outcome.ended = Some(Ended::Stopped);
        }
        Ok(())
    }
}

/// What has to be known of earlier lines.
struct Memory {
    kind: Kind,
    rehearsal: bool,
    /// Numbers of keys that stood on an earlier line.
    seen: HashSet<String>,
    /// Of a rehearsal: what was taken from earlier lines, where a later one names the same.
    taken: HashMap<String, Vec<Value>>,
    /// Of a rehearsal: what was done once more in this transaction.
    replayed: HashSet<String>,
}

impl Memory {
    /// Has the desk carry out a line. A rehearsal first does once more what it has undone, where that is about the same.
    fn perform(&mut self, batch: &mut Batch<'_>, item: &Item, by: &str, now: Time) -> Result<Done, Refusal> {
        let Some(name) = &item.name else { return batch.perform_json(item.action.clone(), by, now) };
        if self.kind == Kind::Keys && !self.seen.insert(name.clone()) {
            // Which of the two is meant nobody can know but who wrote them.
            return Err(Refusal::field("key", FaultWhy::Taken));
        }
        if self.rehearsal && self.replayed.insert(name.clone()) {
            for action in self.taken.get(name).into_iter().flatten() {
                // It was taken before, and nothing else has happened since.
                let _ = batch.perform_json(action.clone(), by, now);
            }
        }
        let done = batch.perform_json(item.action.clone(), by, now)?;
        if self.rehearsal {
            self.taken.entry(name.clone()).or_default().push(item.action.clone());
        }
        Ok(done)
    }
}

/// Whether a refusal is about the person or the file, and not about a line.
fn concerns_all(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Store(_) | Refusal::NotAllowed { .. } | Refusal::UnknownLogin(_) | Refusal::Inactive(_))
}
