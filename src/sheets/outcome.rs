//! What came of an import: how much of each, the first lines as they would stand, what was refused and why.
use super::plan::Notes;
use crate::desk::answer::{Done, Hint};
use crate::desk::refusal::Refusal;
use crate::locales::Words;
use crate::model::case::State;
use crate::model::text::clean_line;
use serde_json::Value;

/// So many lines are kept to be shown as they would stand.
const SAMPLES: usize = 5;

/// A line that is taken, as it stands in its register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Where it begins in the file.
    pub line: u64,
    /// The number that it has, or would have.
    pub number: String,
    /// Where it stands now.
    pub state: Option<State>,
    /// The resident was known already.
    pub known: bool,
    /// What it says, field by field.
    pub fields: Vec<(String, String)>,
}

/// Why it ended before the last line.
#[derive(Debug)]
pub enum Ended {
    /// Asked to.
    Stopped,
    /// The desk, or the file it works on.
    Failed(Refusal),
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Outcome {
    /// New ones.
    pub taken: u64,
    /// Residents who were known, and are up to date now.
    pub known: u64,
    /// What was brought in before, or is known just so.
    pub there: u64,
    /// Line and reason, in the order of the file.
    pub refused: Vec<(u64, Refusal)>,
    /// The first that were taken.
    pub samples: Vec<Sample>,
    /// Lines that were looked at.
    pub done: u64,
    /// Lines that there are.
    pub total: u64,
    /// What is worth knowing about the sheet.
    pub notes: Notes,
    /// Why it ended early; none where it went to the end.
    pub ended: Option<Ended>,
    /// Nothing was saved, since it was a rehearsal.
    pub rehearsal: bool,
}

impl Outcome {
    /// Counts what came of a line.
    pub(super) fn add(&mut self, line: u64, action: &Value, outcome: Result<Done, Refusal>) {
        self.done += 1;
        match outcome {
            Ok(done) => {
                let known = done.hint == Some(Hint::UpToDate);
                if self.samples.len() < SAMPLES {
                    self.samples.push(sample(line, action, done, known));
                }
                *if known { &mut self.known } else { &mut self.taken } += 1;
            }
            Err(Refusal::AlreadyThere(_)) => self.there += 1,
            Err(refusal) => self.refused.push((line, refusal)),
        }
    }

    /// Whether every line was looked at and none refused.
    pub fn all_well(&self) -> bool {
        self.refused.is_empty() && self.ended.is_none()
    }

    /// What is worth knowing beside the lines: which sheet, where the heading stands, from which columns nothing is taken.
    pub fn notes_told(&self, words: &Words) -> Vec<String> {
        let imports = &words.imports;
        let notes = &self.notes;
        let sheet = notes.sheet.as_ref().map(|(sheet, others)| (imports.one_of_sheets)(sheet, &words.list(others)));
        let heading = notes.passed_over.then(|| (imports.heading_at)(notes.heading_at));
        let nameless = notes.nameless.iter().map(|cell| (imports.nameless)(cell));
        let unused: Vec<String> = notes.unused.iter().cloned().chain(nameless).collect();
        let unused = (!unused.is_empty()).then(|| (imports.unused_columns)(&words.list(unused)));
        sheet.into_iter().chain(heading).chain(unused).map(|told| clean_line(&told)).collect()
    }

    /// How much of each, and whether it was saved.
    pub fn told(&self, words: &Words) -> Vec<String> {
        let imports = &words.imports;
        let refused = u64::try_from(self.refused.len()).unwrap_or(u64::MAX);
        let mut told = vec![(imports.tally)(self.taken, self.known, self.there, refused)];
        told.extend(self.rehearsal.then(|| imports.rehearsal.to_owned()));
        if self.ended.is_some() {
            told.push(if self.rehearsal {
                (imports.ended_nothing_saved)(self.done, self.total)
            } else {
                (imports.ended_early)(self.done, self.total, self.taken + self.known)
            });
        }
        told
    }
}

impl Sample {
    /// As it stands in its register, in one line.
    pub fn told(&self, words: &Words) -> String {
        let said = |(field, text): &(String, String)| clean_line(words.choice(field, text).unwrap_or(text));
        let fields = self.fields.iter().map(said);
        let state = self.state.map(|state| words.state(state).to_owned());
        let known = self.known.then(|| words.imports.up_to_date.to_owned());
        let parts: Vec<String> = std::iter::once(self.number.clone()).chain(fields).chain(state).chain(known).collect();
        parts.join("  ")
    }
}

/// The fields of an action that say what it is about, in the order of the lists.
const TELLING: &[&str] = &["key", "unit", "name", "phone", "tie", "hook", "severity", "job", "matter"];

fn sample(line: u64, action: &Value, done: Done, known: bool) -> Sample {
    let text = |field: &&str| Some(((*field).to_owned(), action[*field].as_str()?.to_owned()));
    let said = |(_, text): &(String, String)| *text != done.number;
    let fields = TELLING.iter().filter_map(text).filter(said).collect();
    Sample { line, number: done.number, state: done.state, known, fields }
}
