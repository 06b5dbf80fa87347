//! The months that were read, kept for as long as the file says the same. Must not know how they are shown.
use crate::desk::HandIn;
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use crate::stats::{Difference, Facts, Month, differences};
use crate::tui::page::{Context, Read};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A month as it was handed in, and what has changed since (STA-06).
pub struct Handed {
    /// The newest edition.
    pub hand_in: HandIn,
    /// The figures that are others now.
    pub changes: Vec<Difference>,
    /// Records that were removed after their time since: what is shown is what was handed in.
    pub removed: u32,
}

/// The months, and the one that is looked at.
pub struct Shelf {
    /// The month that is looked at.
    pub month: YearMonth,
    /// As of which event and which moment they were read.
    read: Option<(i64, Time)>,
    /// When the first matter of the file was received.
    first: Option<YearMonth>,
    whole: Option<Rc<Month>>,
    handed: Option<Option<Rc<Handed>>>,
    /// Without what they are made of: only to compare.
    others: BTreeMap<YearMonth, Rc<Month>>,
}

impl Shelf {
    /// An empty one.
    pub fn new(month: YearMonth) -> Shelf {
        Shelf { month, read: None, first: None, whole: None, handed: None, others: BTreeMap::new() }
    }

    /// Forgets everything if something was done or a clock has crossed since it was read; true then.
    ///
    /// # Errors
    /// The file.
    pub fn renew(&mut self, cx: &Context<'_>) -> Read<bool> {
        let events = cx.desk.events()?;
        if let Some((known, since)) = self.read
            && known == events
            && since <= cx.now
            && cx.desk.next_change(since)?.is_none_or(|at| at > cx.now)
        {
            return Ok(false);
        }
        *self = Shelf { read: Some((events, cx.now)), ..Shelf::new(self.month) };
        self.first = cx.desk.months(cx.now)?.last().copied();
        Ok(true)
    }

    /// Looks at another month.
    pub fn go_to(&mut self, month: YearMonth) {
        if let Some(whole) = self.whole.take() {
            self.others.entry(whole.month).or_insert_with(|| Rc::new(bare(&whole)));
        }
        self.month = month;
        self.handed = None;
    }

    /// The month that is looked at, with all it is made of.
    ///
    /// # Errors
    /// The file.
    pub fn whole(&mut self, cx: &Context<'_>) -> Read<Rc<Month>> {
        if let Some(whole) = &self.whole {
            return Ok(Rc::clone(whole));
        }
        let whole = Rc::new(read(self.month, cx)?);
        self.whole = Some(Rc::clone(&whole));
        Ok(whole)
    }

    /// Another month, its figures alone; none before the first matter of the file.
    ///
    /// # Errors
    /// The file.
    pub fn figures(&mut self, month: YearMonth, cx: &Context<'_>) -> Read<Option<Rc<Month>>> {
        if self.first.is_none_or(|first| month < first) {
            return Ok(None);
        }
        if month == self.month {
            return self.whole(cx).map(Some);
        }
        if let Some(known) = self.others.get(&month) {
            return Ok(Some(Rc::clone(known)));
        }
        let read = Rc::new(bare(&read(month, cx)?));
        self.others.insert(month, Rc::clone(&read));
        Ok(Some(read))
    }

    /// How it was handed in, if it was.
    ///
    /// # Errors
    /// The file.
    pub fn handed(&mut self, cx: &Context<'_>) -> Read<Option<Rc<Handed>>> {
        if let Some(known) = &self.handed {
            return Ok(known.clone());
        }
        let newest = cx.desk.hand_ins(self.month)?.into_iter().next();
        let handed = newest.map(|hand_in| self.compared(hand_in, cx)).transpose()?.map(Rc::new);
        self.handed = Some(handed.clone());
        Ok(handed)
    }

    /// What is others now; nothing where records were removed, since there is nothing left to compare with (SEC-05).
    fn compared(&mut self, hand_in: HandIn, cx: &Context<'_>) -> Read<Handed> {
        let removed = cx.desk.removed_in(self.month)?;
        let changes = match removed {
            0 => differences(&hand_in.month, self.whole(cx)?.as_ref()),
            _ => Vec::new(),
        };
        Ok(Handed { hand_in, changes, removed })
    }

    /// Whether there is nothing of the month in the file.
    ///
    /// # Errors
    /// The file.
    pub fn is_empty(&self, cx: &Context<'_>) -> Read<bool> {
        Ok(!cx.desk.has_matters(self.month)?)
    }
}

/// A month as it stands; one of which records were removed after their time as it was handed in (SEC-05).
fn read(month: YearMonth, cx: &Context<'_>) -> Read<Month> {
    let removed = cx.desk.removed_in(month)? > 0;
    let frozen = if removed { cx.desk.hand_ins(month)?.into_iter().next() } else { None };
    frozen.map_or_else(|| cx.desk.month(month, cx.now), |hand_in| Ok(hand_in.month))
}

fn bare(month: &Month) -> Month {
    let Month { month, as_of, figures, .. } = month;
    Month { month: *month, as_of: *as_of, figures: figures.clone(), facts: Facts::default() }
}
