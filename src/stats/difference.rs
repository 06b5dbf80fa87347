//! What changed in a month after it was handed in: never silently (STA-06).
use super::measure::Term;
use super::{Facts, Figure, Month, Note, catalogue};
use std::collections::{BTreeMap, BTreeSet};

/// A figure that is another one now, or is made of other cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Id of the figure.
    pub id: &'static str,
    /// The part of it that differs where the whole is the same; none for the whole.
    pub part: Option<String>,
    /// As it was handed in.
    pub before: Figure,
    /// As it is now.
    pub now: Figure,
    /// Numbers of the cases that made it: of which it takes more or less than before, or in another part.
    pub cases: Vec<String>,
}

/// What a figure takes of each case; of one that counts more than once several.
type Terms<'a> = BTreeMap<&'a str, Vec<Term>>;

/// The figures that differ, in the order of the catalogue, each with the cases that made it. Where cases have only moved
/// from one part to another, those parts.
pub fn differences(before: &Month, now: &Month) -> Vec<Difference> {
    catalogue().iter().flat_map(|note| of_figure(before, now, note)).collect()
}

fn of_figure(before: &Month, now: &Month, note: &Note) -> Vec<Difference> {
    let (was, is) = (added_up(before, note), added_up(now, note));
    if was == is && before.figure(note, None) == now.figure(note, None) {
        return Vec::new();
    }
    let (was, is) = if is_listed(before) { (by_number(was), by_number(is)) } else { Default::default() };
    let numbers: BTreeSet<&str> = was.keys().chain(is.keys()).copied().collect();
    let changed: Vec<&str> = numbers.into_iter().filter(|number| was.get(number) != is.get(number)).collect();
    let difference = |part: Option<&str>, cases: &[&str]| Difference {
        id: note.id,
        part: part.map(str::to_owned),
        before: before.figure(note, part),
        now: now.figure(note, part),
        cases: cases.iter().map(|number| (*number).to_owned()).collect(),
    };
    let whole = difference(None, &changed);
    let same = whole.before == whole.now;
    if changed.is_empty() && same {
        return Vec::new();
    }
    if !same || changed.iter().any(|number| taken(&was, number) != taken(&is, number)) {
        return vec![whole];
    }
    let in_part = |number: &str, part: &str| {
        let terms = [&was, &is].into_iter().filter_map(|terms| terms.get(number)).flatten();
        terms.flat_map(|term| &term.parts).any(|one| one == part)
    };
    let parts: BTreeSet<&String> = [&was, &is].into_iter().flat_map(|terms| parts(terms, &changed)).collect();
    let moved: Vec<Difference> = parts
        .into_iter()
        .filter(|part| before.figure(note, Some(part)) != now.figure(note, Some(part)))
        .map(|part| {
            let cases: Vec<&str> = changed.iter().copied().filter(|number| in_part(number, part)).collect();
            difference(Some(part), &cases)
        })
        .collect();
    // One for the other: every number is the same, and yet not every case.
    if moved.is_empty() { vec![whole] } else { moved }
}

/// What makes a figure. Of a plain sum that is only what adds something to it: that one more case adds nothing to the times
/// reopened is no difference.
fn added_up<'a>(month: &'a Month, note: &Note) -> Vec<(&'a str, Term)> {
    let mut terms = month.terms(note.id);
    if !note.unit.has_denominator() {
        terms.retain(|(_, term)| term.taken != 0);
    }
    terms
}

/// Whether it is known what the figures were made of: not where an older program wrote its lists in another shape.
fn is_listed(month: &Month) -> bool {
    let something = |figure: &Figure| figure.numerator != 0 || figure.denominator.is_some_and(|of| of > 0);
    month.facts != Facts::default() || !month.figures.iter().any(something)
}

fn by_number(terms: Vec<(&str, Term)>) -> Terms<'_> {
    let mut all = Terms::new();
    for (number, term) in terms {
        all.entry(number).or_default().push(term);
    }
    all.values_mut().for_each(|terms| terms.sort());
    all
}

/// What is taken of a case, wherever it is added up.
fn taken(terms: &Terms<'_>, number: &str) -> Vec<i64> {
    let mut taken: Vec<i64> = terms.get(number).into_iter().flatten().map(|term| term.taken).collect();
    taken.sort_unstable();
    taken
}

fn parts<'a>(terms: &'a Terms<'_>, numbers: &[&'a str]) -> Vec<&'a String> {
    let all = numbers.iter().filter_map(|number| terms.get(number)).flatten();
    all.flat_map(|term| &term.parts).collect()
}
