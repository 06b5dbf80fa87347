//! What the board shows, lane by lane, how it is narrowed, and where the cursor stands in it. Must not draw.
use crate::model::board::{BoardColumn, Lane};
use crate::model::duty::Technician;
use crate::model::queue::QueueRow;
use crate::model::staff::Department;
use crate::tui::page::{Context, Read};

/// How the board is narrowed; what is left empty does not narrow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// One department.
    pub department: Option<Department>,
    /// One technician, by login.
    pub technician: Option<String>,
    /// One state.
    pub column: Option<BoardColumn>,
}

/// The lanes in order, and the cursor.
#[derive(Default)]
pub struct Lanes {
    /// The lanes.
    pub lanes: Vec<Lane>,
    /// Who could be sent.
    pub technicians: Vec<Technician>,
    /// How it is narrowed; read again after a change.
    pub narrowing: Narrowing,
    /// Lane and line of the cursor.
    at: (usize, usize),
    /// The order with the cursor went away by itself: the next key may have been meant for it.
    gone: bool,
}

impl Lanes {
    /// Reads again; the cursor stays on its order, into whichever lane that has gone.
    ///
    /// # Errors
    /// The file.
    pub fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        let before = self.selected().map(|row| row.id);
        let read = cx.desk.board(self.narrowing.department, cx.now)?;
        self.technicians = read.technicians;
        self.lanes = read.lanes.into_iter().map(|lane| self.narrowed(lane)).collect();
        if !before.is_some_and(|id| self.find(|row| row.id == id)) {
            self.settle();
            self.gone |= before.is_some() && self.selected().is_some();
        }
        Ok(())
    }

    fn narrowed(&self, mut lane: Lane) -> Lane {
        if let Some(login) = &self.narrowing.technician {
            lane.rows.retain(|row| row.technician.as_ref() == Some(login));
            lane.count = u32::try_from(lane.rows.len()).unwrap_or(u32::MAX);
        }
        if self.narrowing.column.is_some_and(|only| only != lane.column) {
            (lane.rows, lane.count) = (Vec::new(), 0);
        }
        lane
    }

    /// Whether the order for which a key was meant has gone; asked once.
    pub fn take_gone(&mut self) -> bool {
        std::mem::take(&mut self.gone)
    }

    /// Puts the cursor on an order that was changed here; what went away by that is no surprise.
    pub fn seek(&mut self, number: &str) {
        self.gone = false;
        self.find(|row| row.number == number);
    }

    /// The order with the cursor.
    pub fn selected(&self) -> Option<&QueueRow> {
        self.lanes.get(self.at.0)?.rows.get(self.at.1)
    }

    /// An order by its number.
    pub fn by_number(&self, number: &str) -> Option<&QueueRow> {
        self.lanes.iter().flat_map(|lane| &lane.rows).find(|row| row.number == number)
    }

    /// Lane and line of the cursor.
    pub fn at(&self) -> (usize, usize) {
        self.at
    }

    /// Puts the cursor on the first order that is meant; false where there is none.
    fn find(&mut self, is_it: impl Fn(&QueueRow) -> bool) -> bool {
        let places = self.lanes.iter().enumerate();
        let mut found = places.filter_map(|(lane, of)| Some((lane, of.rows.iter().position(&is_it)?)));
        let found = found.next();
        self.at = found.unwrap_or(self.at);
        found.is_some()
    }

    /// Puts the cursor where there is something: in its lane, else in the next one that has any.
    fn settle(&mut self) {
        let filled = |lane: &usize| self.lanes.get(*lane).is_some_and(|lane| !lane.rows.is_empty());
        let lane = (self.at.0..self.lanes.len()).chain((0..self.at.0).rev()).find(filled).unwrap_or(0);
        let last = self.lanes.get(lane).map_or(0, |lane| lane.rows.len().saturating_sub(1));
        self.at = if lane == self.at.0 { (lane, self.at.1.min(last)) } else { (lane, 0) };
    }

    /// Moves the cursor by so many lines inside its lane.
    pub fn go_in_lane(&mut self, by: isize) {
        let last = self.lanes.get(self.at.0).map_or(0, |lane| lane.rows.len().saturating_sub(1));
        self.at.1 = self.at.1.saturating_add_signed(by).min(last);
    }

    /// Moves the cursor by so many lines through all lanes, one after the other.
    pub fn go(&mut self, by: isize) {
        let before: usize = self.lanes.iter().take(self.at.0).map(|lane| lane.rows.len()).sum();
        let all: usize = self.lanes.iter().map(|lane| lane.rows.len()).sum();
        let mut left = (before + self.at.1).saturating_add_signed(by).min(all.saturating_sub(1));
        for (place, lane) in self.lanes.iter().enumerate() {
            if left < lane.rows.len() {
                self.at = (place, left);
                return;
            }
            left -= lane.rows.len();
        }
    }

    /// Moves the cursor to the lane so many further that has something in it, to the line as high as before or, for a
    /// list of sections, to the first one.
    pub fn go_across(&mut self, forward: bool, to_first: bool) {
        let filled = |lane: &usize| !self.lanes[*lane].rows.is_empty();
        let next = if forward {
            (self.at.0 + 1..self.lanes.len()).find(filled)
        } else {
            (0..self.at.0.min(self.lanes.len())).rev().find(filled)
        };
        if let Some(lane) = next {
            let last = self.lanes[lane].rows.len().saturating_sub(1);
            self.at = (lane, if to_first { 0 } else { self.at.1.min(last) });
        }
    }
}
