//! An import that goes on beside the screen, in a thread with a desk of its own on the same file. It tells how far it is
//! over a channel, and stops between two lines when it is asked to. Must not draw.
use crate::config::Config;
use crate::desk::Desk;
use crate::model::clock::Time;
use crate::sheets::{self, Order, Outcome, Progress, Trouble};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often it says how far it is.
const EVERY: Duration = Duration::from_millis(100);

/// What it says.
enum News {
    Goes(Progress),
    Ended(Result<Outcome, Trouble>),
}

/// Why there is no outcome.
pub enum Broken {
    /// It could not begin.
    Trouble(Trouble),
    /// Something that nobody planned; what was saved by then is whole.
    Lost,
}

/// The import.
pub struct Job {
    news: Receiver<News>,
    stop: Arc<AtomicBool>,
    /// How far it is.
    pub progress: Option<Progress>,
}

impl Job {
    /// Begins it for who signed on as `by`.
    pub fn begin(database: PathBuf, config: Arc<Config>, order: Order, by: String, now: Time) -> Job {
        let (tell, news) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        thread::spawn(move || {
            if let Ok(mut desk) = Desk::open_existing(&database, config) {
                work(&mut desk, &order, &by, now, &tell, &asked);
            }
        });
        Job { news, stop, progress: None }
    }

    /// Asks it to stop; what is under way is finished whole, or not at all.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to.
    pub fn is_stopping(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// Hears what it has said since; its end, once it has come.
    pub fn hear(&mut self) -> Option<Result<Outcome, Broken>> {
        loop {
            match self.news.try_recv() {
                Ok(News::Goes(progress)) => self.progress = Some(progress),
                Ok(News::Ended(outcome)) => return Some(outcome.map_err(Broken::Trouble)),
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => return Some(Err(Broken::Lost)),
            }
        }
    }
}

impl Drop for Job {
    /// Nobody is there any more to be told: it ends.
    fn drop(&mut self) {
        self.stop();
    }
}

fn work(desk: &mut Desk, order: &Order, by: &str, now: Time, tell: &Sender<News>, stop: &AtomicBool) {
    let mut told: Option<Instant> = None;
    let mut heed = |progress: Progress| {
        if told.is_none_or(|at| at.elapsed() >= EVERY) {
            told = Some(Instant::now());
            // Nobody who hears it has asked to stop already.
            let _ = tell.send(News::Goes(progress));
        }
        !stop.load(Ordering::Relaxed)
    };
    let outcome = sheets::import(desk, order, by, now, &mut heed);
    let _ = tell.send(News::Ended(outcome));
}
