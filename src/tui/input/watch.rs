//! Who else writes the database: a watch on its folder, and when to look again after something stirred there.
//! It must not open the database.

use inotify::{Inotify, WatchMask};
use rustix::fd::{AsFd, BorrowedFd};
use std::ffi::OsString;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// After a write is seen in the folder it is not yet sure to be seen in the database: these were found to miss none.
const LOOK_AGAIN_MS: [u64; 7] = [4, 12, 30, 80, 200, 500, 1500];

/// The watch on the folder of one database.
#[derive(Debug)]
pub(super) struct FileWatch {
    inotify: Inotify,
    name: OsString,
    again: Again,
}

impl FileWatch {
    /// Watches the folder of `database` for files whose name begins with the database's.
    pub(super) fn on(database: &Path) -> io::Result<FileWatch> {
        let name = database.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
        let folder = match database.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let inotify = Inotify::init()?;
        let mask = WatchMask::MODIFY | WatchMask::CREATE | WatchMask::MOVED_TO | WatchMask::DELETE;
        inotify.watches().add(folder, mask)?;
        Ok(FileWatch { inotify, name, again: Again::default() })
    }

    /// Reads what stirred. False if the watch is of no use any more.
    pub(super) fn read(&mut self, now: Instant) -> bool {
        let mut room = [0; 4096];
        match self.inotify.read_events(&mut room) {
            Ok(events) => {
                let ours = |event: &inotify::Event<_>| {
                    event.name.is_none_or(|name: &std::ffi::OsStr| name.as_bytes().starts_with(self.name.as_bytes()))
                };
                if events.into_iter().any(|event| ours(&event)) {
                    self.again.stir(now);
                }
                true
            }
            Err(error) => matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted),
        }
    }

    /// When to look next, if anything stirred.
    pub(super) fn due(&self) -> Option<Instant> {
        self.again.due
    }

    /// True once for every time to look.
    pub(super) fn take_due(&mut self, now: Instant) -> bool {
        self.again.take_due(now)
    }
}

impl AsFd for FileWatch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.inotify.as_fd()
    }
}

/// When to look again.
#[derive(Debug, Default)]
struct Again {
    since: Option<Instant>,
    due: Option<Instant>,
}

impl Again {
    /// Begins anew; a look that is already due sooner stays, so that a busy writer cannot put it off for ever.
    fn stir(&mut self, now: Instant) {
        let first = now + Duration::from_millis(LOOK_AGAIN_MS[0]);
        self.since = Some(now);
        self.due = Some(self.due.map_or(first, |due| due.min(first)));
    }

    fn take_due(&mut self, now: Instant) -> bool {
        let (Some(since), Some(due)) = (self.since, self.due) else {
            return false;
        };
        if now < due {
            return false;
        }
        self.due = LOOK_AGAIN_MS.iter().map(|ms| since + Duration::from_millis(*ms)).find(|next| *next > now);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_stir_it_looks_seven_times_and_then_rests() {
        let start = Instant::now();
        let mut again = Again::default();
        again.stir(start);
        let looks: Vec<u64> = (0..3000).filter(|ms| again.take_due(start + Duration::from_millis(*ms))).collect();
        assert_eq!(looks, LOOK_AGAIN_MS);
        assert_eq!(again.due, None);
    }

    #[test]
    fn a_writer_that_never_rests_does_not_put_the_look_off() {
        let start = Instant::now();
        let mut again = Again::default();
        let mut looks = 0;
        for ms in 0..100 {
            let now = start + Duration::from_millis(ms);
            again.stir(now);
            looks += usize::from(again.take_due(now));
        }
        assert!(looks >= 20, "{looks}");
    }

    #[test]
    fn only_files_of_the_database_count() {
        let folder = tempfile::tempdir().expect("folder");
        let mut watch = FileWatch::on(&folder.path().join("desk.db")).expect("watch");
        std::fs::write(folder.path().join("other.txt"), "x").expect("write");
        assert!(watch.read(Instant::now()));
        assert_eq!(watch.due(), None);
        std::fs::write(folder.path().join("desk.db-wal"), "x").expect("write");
        assert!(watch.read(Instant::now()));
        assert!(watch.due().is_some());
    }
}
