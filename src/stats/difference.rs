//! What changed in a month after it was handed in: never silently (STA-06).
use super::{Figure, Month, Which, catalogue};
use std::collections::BTreeSet;

/// A figure that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Id of the figure.
    pub id: &'static str,
    /// As it was handed in.
    pub before: Figure,
    /// As it is now.
    pub now: Figure,
    /// Numbers of the cases that made it: those that came in or went out of what it counts or speaks of.
    pub cases: Vec<String>,
}

/// The whole figures that differ, in the order of the catalogue, each with the cases that made it.
pub fn differences(before: &Month, now: &Month) -> Vec<Difference> {
    let mut all = Vec::new();
    for note in catalogue() {
        let (was, is) = (before.figure(&note, None), now.figure(&note, None));
        let cases = changed(before, now, note.id);
        if was != is || !cases.is_empty() {
            all.push(Difference { id: note.id, before: was, now: is, cases });
        }
    }
    all
}

/// Cases that are on one side only, of those counted or of those spoken of.
fn changed(before: &Month, now: &Month, id: &str) -> Vec<String> {
    let mut cases = BTreeSet::new();
    for which in [Which::Counted, Which::Among] {
        let was: BTreeSet<&str> = before.cases(id, None, which).into_iter().map(|(_, number)| number).collect();
        let is: BTreeSet<&str> = now.cases(id, None, which).into_iter().map(|(_, number)| number).collect();
        cases.extend(was.symmetric_difference(&is).map(|number| (*number).to_owned()));
    }
    cases.into_iter().collect()
}
