//! Carrying an import out. Lines are saved some at a time, and the file is let go in between, so that nobody at another
//! screen waits: each line is whole, and the same file once more brings in what is missing and nothing twice. A rehearsal
//! does the same in transactions that are never committed.
use super::outcome::{Ended, Outcome};
use super::plan::{Plan, identity};
use super::source::Line;
use super::trouble::Trouble;
use super::{Kind, Order, Phase, Progress};
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
    let mut run = Run { desk, by, now, outcome, seen: HashSet::new(), taken: HashMap::new(), heed };
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
    /// Numbers of keys that stood on an earlier line.
    seen: HashSet<String>,
    /// Of a rehearsal: what was taken from earlier lines, where a later one names the same.
    taken: HashMap<String, Vec<Value>>,
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
                self.chunk(*kind, std::mem::take(&mut chunk));
            }
            self.outcome.ended.is_none()
        })?;
        if self.outcome.ended.is_none() {
            self.chunk(*kind, chunk);
        }
        Ok(())
    }

    fn chunk(&mut self, kind: Kind, items: Vec<Item>) {
        let mut left = items.into_iter().peekable();
        while left.peek().is_some() && self.outcome.ended.is_none() {
            if self.outcome.done > 0 {
                std::thread::sleep(LEAVE);
            }
            if let Err(refusal) = self.round(kind, &mut left) {
                self.outcome.ended = Some(Ended::Failed(refusal));
            }
        }
    }

    /// One transaction. What it has counted counts only once it is committed.
    fn round(&mut self, kind: Kind, left: &mut impl Iterator<Item = Item>) -> Result<(), Refusal> {
        let rehearsal = self.outcome.rehearsal;
        let phase = if rehearsal { Phase::Trying } else { Phase::Saving };
        let mut batch = self.desk.batch()?;
        // After the lock is there: who waits for it keeps nobody else waiting.
        let began = Instant::now();
        let mut replayed: HashSet<String> = HashSet::new();
        let mut done: Vec<(u64, Value, Result<_, Refusal>)> = Vec::new();
        let mut ended = None;
        let before = self.outcome.done;
        for item in left {
            if let (true, Some(name)) = (rehearsal, &item.name)
                && replayed.insert(name.clone())
            {
                replay(&mut batch, self.taken.get(name).into_iter().flatten(), self.by, self.now);
            }
            let again = kind == Kind::Keys && item.name.as_ref().is_some_and(|name| !self.seen.insert(name.clone()));
            let outcome = if again {
                // Which of the two is meant nobody can know but who wrote them.
                Err(Refusal::field("key", FaultWhy::Taken))
            } else {
                batch.perform_json(item.action.clone(), self.by, self.now)
            };
            match outcome {
                // The transaction goes with it: what it had is not saved, and not counted.
                Err(refusal) if concerns_all(&refusal) => return Err(refusal),
                Ok(_) if rehearsal => {
                    if let Some(name) = item.name {
                        self.taken.entry(name).or_default().push(item.action.clone());
                    }
                }
                _ => {}
            }
            done.push((item.line, item.action, outcome));
            let so_far = before + u64::try_from(done.len()).unwrap_or(0);
            if !(self.heed)(Progress { phase, done: so_far, total: Some(self.outcome.total) }) {
                ended = Some(Ended::Stopped);
            }
            if ended.is_some() || began.elapsed() >= HOLD {
                break;
            }
        }
        if !rehearsal {
            batch.commit()?;
        }
        for (line, action, outcome) in done {
            self.outcome.add(line, &action, outcome);
        }
        self.outcome.ended = ended.filter(|_| self.outcome.done < self.outcome.total);
        Ok(())
    }
}

/// Does once more what a rehearsal has undone, since the line that comes next is about the same.
fn replay<'a>(batch: &mut Batch<'_>, actions: impl Iterator<Item = &'a Value>, by: &str, now: Time) {
    for action in actions {
        // It was taken before, and nothing else has happened since.
        let _ = batch.perform_json(action.clone(), by, now);
    }
}

/// Whether a refusal is about the person or the file, and not about a line.
fn concerns_all(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Store(_) | Refusal::NotAllowed { .. } | Refusal::UnknownLogin(_) | Refusal::Inactive(_))
}
