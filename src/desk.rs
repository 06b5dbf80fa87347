//! The desk: the only place where rules and store meet, and the only way in. Screens, commands and imports ask
//! questions here and have actions performed. Must not know of terminals or of what time it is.
pub mod action;
pub mod answer;
mod ask;
mod board;
mod cabinet;
mod callback;
mod clocks;
mod complaint;
mod courses;
mod duty;
mod emergency;
mod entries;
mod filing;
mod hand_in;
mod handover;
mod house_key;
mod inspect;
mod loan;
mod lottery;
mod month;
mod opening;
mod pass;
mod people;
mod perform;
mod reception;
pub mod refusal;
mod reminder;
mod removal;
mod review;
mod service;
mod sign_on;
mod steps;
mod stocktake;
mod tidy;
mod veil;
mod visit;
mod work_order;

pub use crate::store::callbacks::HouseholdDue;
pub use crate::store::lottery::{Lot, Lottery};
pub use crate::store::{OpenError, StoreError, queue::Page};
pub use cabinet::{Cabinet, CountLine, Counting};
pub use callback::{CallbackMonth, KindMonth};
pub use hand_in::HandIn;
pub use perform::Batch;
pub use removal::{PastTime, Removal};
pub use tidy::{FieldKind, List, field_kind, listed_name, names};

use crate::config::Config;
use crate::store::Store;
use std::path::Path;
use std::sync::Arc;

/// The front desk on one file.
pub struct Desk {
    store: Store,
    /// The settings it works by.
    pub config: Arc<Config>,
}

impl Desk {
    /// Opens the file, which is made on first use.
    ///
    /// # Errors
    /// See [`OpenError`]; nothing is changed in a file that is not ours, newer or damaged.
    pub fn open(path: &Path, config: Arc<Config>) -> Result<Desk, OpenError> {
        Ok(Desk::on(Store::open(path)?, config))
    }

    /// Opens a file that must be there already.
    ///
    /// # Errors
    /// As [`Desk::open`], and if the file does not exist.
    pub fn open_existing(path: &Path, config: Arc<Config>) -> Result<Desk, OpenError> {
        Ok(Desk::on(Store::open_existing(path)?, config))
    }

    /// A file in which the months cannot be put right is opened all the same: whoever asks for something is told what is
    /// wrong with it, and `check` tells all.
    fn on(store: Store, config: Arc<Config>) -> Desk {
        let mut desk = Desk { store, config };
        let _ = desk.cover_file();
        desk
    }

    /// A desk on a file in memory, for tests.
    ///
    /// # Errors
    /// None to be expected.
    pub fn in_memory(config: Arc<Config>) -> Result<Desk, OpenError> {
        Ok(Desk { store: Store::in_memory()?, config })
    }

    /// The file, unless it is in memory.
    pub fn path(&self) -> Option<&Path> {
        self.store.path()
    }
}
