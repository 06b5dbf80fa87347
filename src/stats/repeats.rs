//! Problems that come back, and where: building by kind of problem (STA-07). Must not know the settings.
use super::measure::{By, Fact};
use super::{Group, Month};
use crate::model::clock::Time;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A kind of problem that one building had again and again in the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Complaints or work orders.
    pub group: Group,
    /// The building.
    pub building: String,
    /// The kind: a category of complaints, a job of work orders.
    pub word: String,
    /// How many.
    pub count: u32,
    /// Numbers of the cases, in the order in which they were received.
    pub cases: Vec<String>,
    /// Units that raised it more than once.
    pub units: Vec<String>,
}

/// How often each building had each kind of problem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heat {
    /// Buildings, 2 before 10.
    pub rows: Vec<String>,
    /// Words of the kinds, the most frequent first.
    pub columns: Vec<String>,
    /// A line for each building, a number for each kind.
    pub counts: Vec<Vec<u32>>,
}

/// One problem of the month: where, what, which case.
struct Problem<'a> {
    building: &'a str,
    unit: Option<&'a str>,
    word: &'a str,
    number: &'a str,
}

impl Group {
    /// The side that says what kind of problem it was; none in groups that count no problems.
    pub fn problem(self) -> Option<By> {
        match self {
            Group::Complaints => Some(By::Category),
            Group::Orders => Some(By::Job),
            _ => None,
        }
    }
}

impl Month {
    /// What one building had so many times or more in the month, the most frequent first (STA-07).
    pub fn repeats(&self, from: u32) -> Vec<Repeat> {
        let groups = [Group::Complaints, Group::Orders];
        let mut all: Vec<Repeat> = groups.into_iter().flat_map(|group| self.repeated(group)).collect();
        all.retain(|repeat| repeat.count >= from);
        all.sort_by_key(|repeat| Reverse(repeat.count));
        all
    }

    /// Building by kind: of complaints their category, of work orders their job; nothing of other groups.
    pub fn heat(&self, group: Group) -> Heat {
        let problems = self.problems(group);
        let rows: BTreeSet<(usize, String)> = problems.iter().map(|one| by_length(one.building)).collect();
        let rows: Vec<String> = rows.into_iter().map(|(_, building)| building).collect();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        problems.iter().for_each(|one| *kinds.entry(one.word).or_default() += 1);
        let mut columns: Vec<String> = kinds.keys().map(|word| (*word).to_owned()).collect();
        columns.sort_by_key(|word| Reverse(kinds.get(word.as_str()).copied()));
        let mut counts = vec![vec![0; columns.len()]; rows.len()];
        for one in &problems {
            let row = rows.iter().position(|building| *building == one.building);
            let column = columns.iter().position(|word| *word == one.word);
            if let Some(count) = row.zip(column).and_then(|(row, column)| counts.get_mut(row)?.get_mut(column)) {
                *count += 1;
            }
        }
        Heat { rows, columns, counts }
    }

    fn repeated(&self, group: Group) -> Vec<Repeat> {
        let mut places: BTreeMap<((usize, String), &str), Vec<Problem<'_>>> = BTreeMap::new();
        for one in self.problems(group) {
            places.entry((by_length(one.building), one.word)).or_default().push(one);
        }
        let repeat = |(((_, building), word), problems): (((usize, String), &str), Vec<Problem<'_>>)| Repeat {
            group,
            building,
            word: word.to_owned(),
            count: u32::try_from(problems.len()).unwrap_or(u32::MAX),
            cases: problems.iter().map(|one| one.number.to_owned()).collect(),
            units: raised_again(&problems),
        };
        places.into_iter().map(repeat).collect()
    }

    /// The problems of a group whose building is known; voided entries are none.
    fn problems(&self, group: Group) -> Vec<Problem<'_>> {
        let facts = &self.facts;
        match group {
            Group::Complaints => {
                let counted = facts.complaints.iter().filter(|fact| fact.counts());
                counted.filter_map(|fact| problem(group, fact, fact.unit.as_deref(), self.as_of)).collect()
            }
            Group::Orders => {
                let counted = facts.orders.iter().filter(|fact| fact.counts());
                counted.filter_map(|fact| problem(group, fact, fact.unit.as_deref(), self.as_of)).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn problem<'a>(group: Group, fact: &'a impl Fact, unit: Option<&'a str>, as_of: Time) -> Option<Problem<'a>> {
    let building = fact.side(By::Building, as_of)?;
    let word = fact.side(group.problem()?, as_of)?;
    Some(Problem { building, unit, word, number: fact.number() })
}

/// Units that stand there more than once.
fn raised_again(problems: &[Problem<'_>]) -> Vec<String> {
    let mut units: BTreeMap<&str, u32> = BTreeMap::new();
    problems.iter().filter_map(|one| one.unit).for_each(|unit| *units.entry(unit).or_default() += 1);
    units.into_iter().filter(|(_, times)| *times > 1).map(|(unit, _)| unit.to_owned()).collect()
}

/// Sorts 2 before 10.
fn by_length(building: &str) -> (usize, String) {
    (building.chars().count(), building.to_owned())
}
