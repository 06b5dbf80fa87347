//! Writing the month beside the screen, in a thread that has all it needs and tells how far it is. Must not draw.
use super::super::shelf::Shelf;
use crate::config::Config;
use crate::desk::{HandIn, listed_name};
use crate::locales::{Telling, Words};
use crate::model::clock::Time;
use crate::model::rights::listed_resident;
use crate::model::staff::Staff;
use crate::report::month::{MonthReport, Signed, Trouble, write};
use crate::stats::Month;
use crate::tui::page::{Context, Read};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// All that the report is made of.
#[derive(Clone)]
pub struct Order {
    config: Arc<Config>,
    words: &'static Words,
    /// Logins and names.
    names: HashMap<String, String>,
    now: Time,
    current: Month,
    handed_in: Option<HandIn>,
    /// Of removed records nothing is left with which what was handed in could be compared (SEC-05).
    removed: bool,
    /// The twelve months before, the oldest first, as far as the file has them.
    past: Vec<Month>,
    /// For whom: residents' names are not for everybody (SEC-03).
    me: Staff,
}

impl Order {
    /// The month that is looked at.
    ///
    /// # Errors
    /// The file.
    pub fn new(shelf: &mut Shelf, cx: &Context<'_>) -> Read<Order> {
        let mut past = Vec::new();
        for back in (1..=12).rev() {
            past.extend(shelf.figures(shelf.month.before(back), cx)?.map(|month| (*month).clone()));
        }
        let handed = shelf.handed(cx)?;
        Ok(Order {
            config: cx.desk.config.clone(),
            words: cx.words,
            names: cx.staff.iter().map(|one| (one.login.clone(), one.name.clone())).collect(),
            now: cx.now,
            current: (*shelf.whole(cx)?).clone(),
            removed: handed.as_ref().is_some_and(|handed| handed.removed > 0),
            handed_in: handed.map(|handed| handed.hand_in.clone()),
            past,
            me: cx.me.clone(),
        })
    }

    fn write(&self, path: &Path, progress: &mut dyn FnMut(usize, usize)) -> Result<(), Trouble> {
        let name = |login: &str| self.names.get(login).cloned().unwrap_or_else(|| login.to_owned());
        let listed = |field: &str, id: &str| listed_name(&self.config, field, id, self.words.language);
        let handed_in = self.handed_in.as_ref();
        let report = MonthReport {
            estate: &self.config.estate,
            words: self.words,
            telling: &Telling { name: &name, listed: &listed, zone: self.config.calendar.zone, now: self.now },
            month: handed_in.map_or(&self.current, |one| &one.month),
            past: &self.past,
            signed: handed_in.map(|one| Signed { edition: one.edition, signature: &one.signature, at: one.signed_at }),
            now: handed_in.filter(|_| !self.removed).map(|_| &self.current),
            resident: &|name| listed_resident(&self.me, name),
            repeat_from: self.config.repeat_from,
            width: self.config.sheet_width,
        };
        write(&report, None, path, progress)
    }
}

/// What it says.
enum News {
    Goes(usize, usize),
    Ended(Result<(), Trouble>),
}

/// The writing.
pub struct Job {
    news: Receiver<News>,
    path: PathBuf,
    /// Rows that are written, and rows there are.
    pub progress: (usize, usize),
}

impl Job {
    /// Begins it.
    pub fn begin(order: Order, path: PathBuf) -> Job {
        let (tell, news) = channel();
        let to = path.clone();
        thread::spawn(move || {
            // Whoever does not hear it any more has left the program.
            let mut goes = |done, all| drop(tell.send(News::Goes(done, all)));
            let ended = order.write(&to, &mut goes);
            drop(tell.send(News::Ended(ended)));
        });
        Job { news, path, progress: (0, 0) }
    }

    /// Hears what it has said since; once it is at its end, why nothing was written, or that it was.
    pub fn hear(&mut self) -> Option<Option<Trouble>> {
        loop {
            match self.news.try_recv() {
                Ok(News::Goes(done, all)) => self.progress = (done, all),
                Ok(News::Ended(ended)) => return Some(ended.err()),
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => {
                    return Some(Some(Trouble::Failed(self.path.clone(), String::new())));
                }
            }
        }
    }
}
