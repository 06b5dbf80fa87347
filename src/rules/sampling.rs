//! The lottery that says whom to ask (CBK-02): a lot is a hash of the month's seed and a number, so nobody can choose;
//! the draws are spread over technicians and buildings. Pure: the same seed and the same course give the same draws.
#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One finished piece of work that takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its lot, see [`lot`].
    pub lot: String,
    /// Login of whoever did it; empty if nobody stands there.
    pub technician: String,
    /// Building; empty if it was in none.
    pub building: String,
    /// Hundredths that are asked, as set when it took part.
    pub percent: u8,
    /// It was voided and left, after so many had come or left.
    pub gone_after: Option<usize>,
}

/// The lot of a number in a month: 64 small hexadecimal letters.
pub fn lot(seed: &str, number: &str) -> String {
    Sha256::digest(format!("{seed}\n{number}").as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How many of so many finished ones are asked: the share, rounded up.
pub fn required(percent: u8, finished: usize) -> usize {
    (usize::from(percent) * finished).div_ceil(100)
}

/// How many took part and how many of them were drawn.
#[derive(Clone, Copy, Default)]
struct Tally {
    drawn: usize,
    finished: usize,
}

impl Tally {
    /// Compares drawn / finished without a fraction.
    fn share(self, other: Tally) -> Ordering {
        (self.drawn * other.finished).cmp(&(other.drawn * self.finished))
    }
}

fn tallies<'a>(
    pool: &'a [Ticket],
    drawn: &[bool],
    staying: &[usize],
    by: fn(&'a Ticket) -> &'a str,
) -> BTreeMap<&'a str, Tally> {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for &place in staying {
        let tally = tallies.entry(by(&pool[place])).or_default();
        tally.finished += 1;
        tally.drawn += usize::from(drawn[place]);
    }
    tallies
}

/// Which one of those that are `staying` is drawn next: of the technician of whom the smallest part was drawn, then of
/// the building of which the smallest part was drawn, the lowest lot. None where all are drawn.
fn next(pool: &[Ticket], drawn: &[bool], staying: &[usize]) -> Option<usize> {
    let technicians = tallies(pool, drawn, staying, |ticket| &ticket.technician);
    let buildings = tallies(pool, drawn, staying, |ticket| &ticket.building);
    let tally = |of: &BTreeMap<&str, Tally>, key: &str| of.get(key).copied().unwrap_or_default();
    let order = |one: &Ticket, other: &Ticket| {
        let technician = tally(&technicians, &one.technician).share(tally(&technicians, &other.technician));
        let building = || tally(&buildings, &one.building).share(tally(&buildings, &other.building));
        technician.then_with(building).then_with(|| one.lot.cmp(&other.lot))
    };
    let waiting = staying.iter().copied().filter(|&place| !drawn[place]);
    waiting.min_by(|&one, &other| order(&pool[one], &pool[other]))
}

/// The next one, if the share of those that are `staying` demands one more.
pub fn due(pool: &[Ticket], drawn: &[bool], staying: &[usize], percent: u8) -> Option<usize> {
    let count = staying.iter().filter(|place| drawn[**place]).count();
    if count < required(percent, staying.len()) { next(pool, drawn, staying) } else { None }
}

/// The draws of a month from its beginning: places in the pool in the order in which they were drawn, where the pool
/// stands in the order in which the work was finished. What was voided leaves at the moment at which it did.
pub fn replay(pool: &[Ticket]) -> Vec<usize> {
    let (mut draws, mut drawn) = (Vec::new(), vec![false; pool.len()]);
    let left: BTreeMap<usize, usize> =
        (0..pool.len()).filter_map(|place| Some((pool[place].gone_after?, place))).collect();
    let (mut staying, mut come) = (Vec::new(), 0);
    for moment in 0..pool.len() + left.len() {
        match left.get(&moment) {
            Some(gone) => staying.retain(|place| place != gone),
            None if come < pool.len() => {
                staying.push(come);
                come += 1;
            }
            None => break,
        }
        let percent = come.checked_sub(1).map_or(0, |last| pool[last].percent);
        while let Some(place) = due(pool, &drawn, &staying, percent) {
            drawn[place] = true;
            draws.push(place);
        }
    }
    draws
}
