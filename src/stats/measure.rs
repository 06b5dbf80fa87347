//! What a figure is: which facts it speaks of, what it takes of each, and how that becomes a number. Must not know which
//! figures there are.
use super::Group;
use crate::model::clock::Time;
use crate::model::phrase::Phrase;
use crate::model::word::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// What a number counts, and so how it is written.
    pub enum Unit {
        /// Cases that count.
        Cases,
        /// Times that something was done, added up.
        Times,
        /// Money in hundredths of a yuan, added up.
        Fen,
        /// Cases that count out of all it speaks of; written in hundredths.
        Share,
        /// Seconds added up, over the number of cases; written as a length of time.
        Mean,
        /// Seconds that nine of ten cases do not exceed (nearest rank); the denominator is the number of cases.
        Percentile90,
    }
}

words! {
    /// A side by which a figure is taken apart.
    pub enum By {
        /// Complaint category.
        Category,
        /// Severity of a complaint.
        Severity,
        /// Verdict on a complaint.
        Validity,
        /// Kind of job.
        Job,
        /// Department.
        Department,
        /// Technician, by login.
        Technician,
        /// Handler, by login.
        Handler,
        /// Priority.
        Urgency,
        /// What became of a reception.
        Course,
        /// Staff or outsider.
        Borrower,
        /// Building.
        Building,
        /// Kind, in the register's own words.
        Kind,
        /// How it came.
        Channel,
    }
}

impl By {
    /// What it is called.
    pub fn name(self) -> Phrase {
        let (zh, en) = match self {
            By::Category => ("类别", "category"),
            By::Severity => ("级别", "severity"),
            By::Validity => ("判定", "verdict"),
            By::Job => ("工种", "kind of job"),
            By::Department => ("部门", "department"),
            By::Technician => ("维修人员", "technician"),
            By::Handler => ("处理人", "handler"),
            By::Urgency => ("紧急程度", "urgency"),
            By::Course => ("去向", "course"),
            By::Borrower => ("借用人", "borrower"),
            By::Building => ("楼栋", "building"),
            By::Kind => ("种类", "kind"),
            By::Channel => ("渠道", "channel"),
        };
        Phrase { zh, en }
    }
}

/// Stands where a case has nothing on a side.
const NOWHERE: &str = "-";

/// Something that figures can be made of.
pub trait Fact {
    /// Row of the case; 0 where there is none.
    fn id(&self) -> i64;
    /// Number of the case, or what it is called.
    fn number(&self) -> &str;
    /// Its word on a side; none where it has nothing there.
    fn side(&self, by: By, as_of: Time) -> Option<&str>;
}

/// A figure as it is defined: a row of the table of its group.
pub struct Measure<F: 'static> {
    /// Its id, `complaints.valid`; the same in the views of the file.
    pub id: &'static str,
    /// The rule it comes from.
    pub rule: &'static str,
    /// What the number counts.
    pub unit: Unit,
    /// What it is called.
    pub name: Phrase,
    /// What it means, in a sentence.
    pub definition: Phrase,
    /// The facts of which it speaks: its denominator.
    pub among: fn(&F, Time) -> bool,
    /// What it takes of each: 1 or 0 of cases, an amount of times and money, seconds of lengths.
    pub take: fn(&F, Time) -> i64,
    /// The sides by which it is taken apart.
    pub by: &'static [By],
}

/// What is to be known of a figure without its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: &'static str,
    /// Its group.
    pub group: Group,
    /// The rule it comes from.
    pub rule: &'static str,
    /// What the number counts.
    pub unit: Unit,
    /// What it is called.
    pub name: Phrase,
    /// What it means.
    pub definition: Phrase,
    /// The sides by which it is taken apart.
    pub by: &'static [By],
}

/// Which of the cases behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those in its numerator.
    Counted,
    /// Those in its denominator.
    Among,
    /// Those in its denominator and not in its numerator: what was late, what failed.
    Missing,
}

/// What a figure takes of one fact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// 1 or 0 of cases, an amount of times and money, seconds of lengths.
    pub taken: i64,
    /// The parts in which it is added up as well.
    pub parts: Vec<String>,
}

/// A number of a month. How it is written follows from the unit of its measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Id of its measure.
    pub id: String,
    /// The part it is, as side and word: `category:repair`; none for the whole.
    pub part: Option<String>,
    /// What was counted or added up; seconds of a percentile.
    pub numerator: i64,
    /// Out of how many; none where it is a plain count.
    pub denominator: Option<i64>,
}

impl Figure {
    /// A figure, or a part of one, of which there is nothing.
    pub fn nothing(note: &Note, part: Option<&str>) -> Figure {
        let denominator = note.unit.has_denominator().then_some(0);
        Figure { id: note.id.to_owned(), part: part.map(str::to_owned), numerator: 0, denominator }
    }

    /// Its side and its word on it.
    pub fn side(&self) -> Option<(By, &str)> {
        let (by, word) = self.part.as_deref()?.split_once(':')?;
        Some((by.parse().ok()?, word))
    }

    /// Tenths of a hundredth, rounded half up: 857 is 85.7 %. None without a denominator above 0.
    pub fn per_mille(&self) -> Option<i64> {
        let of = self.denominator.filter(|of| *of > 0)?;
        Some((2000 * self.numerator + of) / (2 * of))
    }

    /// Whole seconds of a mean, rounded half up; those of a percentile. None of no case.
    pub fn seconds(&self, unit: Unit) -> Option<i64> {
        let of = self.denominator.filter(|of| *of > 0)?;
        Some(if unit == Unit::Mean { (2 * self.numerator + of).div_euclid(2 * of) } else { self.numerator })
    }
}

impl Unit {
    /// Whether such a figure is out of a number of cases.
    pub fn has_denominator(self) -> bool {
        matches!(self, Unit::Share | Unit::Mean | Unit::Percentile90)
    }

    fn figure(self, taken: &mut [i64]) -> (i64, Option<i64>) {
        let of = i64::try_from(taken.len()).unwrap_or(i64::MAX);
        let numerator = if self == Unit::Percentile90 { nearest_rank(taken) } else { taken.iter().sum() };
        (numerator, self.has_denominator().then_some(of))
    }
}

/// The smallest value that at least nine tenths of all do not exceed; 0 of none.
fn nearest_rank(taken: &mut [i64]) -> i64 {
    taken.sort_unstable();
    let rank = (9 * taken.len()).div_ceil(10);
    rank.checked_sub(1).and_then(|at| taken.get(at)).copied().unwrap_or(0)
}

impl<F: Fact> Measure<F> {
    /// What is to be known of it.
    pub fn note(&self, group: Group) -> Note {
        Note {
            id: self.id,
            group,
            rule: self.rule,
            unit: self.unit,
            name: self.name,
            definition: self.definition,
            by: self.by,
        }
    }

    /// Its number over these facts, then those of its parts in the order of their words.
    pub fn figures(&self, facts: &[F], as_of: Time, all: &mut Vec<Figure>) {
        let mut whole = Vec::new();
        let mut parts: Vec<BTreeMap<&str, Vec<i64>>> = vec![BTreeMap::new(); self.by.len()];
        for fact in facts.iter().filter(|fact| (self.among)(fact, as_of)) {
            let taken = (self.take)(fact, as_of);
            whole.push(taken);
            for (by, words) in self.by.iter().zip(&mut parts) {
                words.entry(side(fact, *by, as_of)).or_default().push(taken);
            }
        }
        all.push(self.figure(None, &mut whole));
        for (by, words) in self.by.iter().zip(parts) {
            all.extend(words.into_iter().map(|(word, mut taken)| self.figure(Some(part(*by, word)), &mut taken)));
        }
    }

    fn figure(&self, part: Option<String>, taken: &mut [i64]) -> Figure {
        let (numerator, denominator) = self.unit.figure(taken);
        Figure { id: self.id.to_owned(), part, numerator, denominator }
    }

    /// The cases behind it: row and number, in the order of the facts.
    pub fn cases<'a>(&self, facts: &'a [F], as_of: Time, part: Option<&str>, which: Which) -> Vec<(i64, &'a str)> {
        let wanted = part.and_then(|part| part.split_once(':')).and_then(|(by, word)| Some((by.parse().ok()?, word)));
        let is_meant = |fact: &&F| {
            let counted = (self.take)(fact, as_of) > 0;
            let chosen = match which {
                Which::Counted => counted || self.unit == Unit::Percentile90 || self.unit == Unit::Mean,
                Which::Among => true,
                Which::Missing => !counted,
            };
            chosen && (self.among)(fact, as_of) && wanted.is_none_or(|(by, word)| side(*fact, by, as_of) == word)
        };
        facts.iter().filter(is_meant).map(|fact| (fact.id(), fact.number())).collect()
    }

    /// What it takes of each fact of which it speaks, under the number of the case.
    pub fn terms<'a>(&self, facts: &'a [F], as_of: Time) -> Vec<(&'a str, Term)> {
        let term = |fact: &F| Term {
            taken: (self.take)(fact, as_of),
            parts: self.by.iter().map(|by| part(*by, side(fact, *by, as_of))).collect(),
        };
        let meant = facts.iter().filter(|fact| (self.among)(fact, as_of));
        meant.map(|fact| (fact.number(), term(fact))).collect()
    }
}

fn part(by: By, word: &str) -> String {
    format!("{by}:{word}")
}

fn side(fact: &impl Fact, by: By, as_of: Time) -> &str {
    fact.side(by, as_of).unwrap_or(NOWHERE)
}
